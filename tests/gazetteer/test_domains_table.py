"""Tests of the tables of domains and of their vocabulary: exact, complete and free of doubles."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import groupby

import pytest

DOMAINS_HEADER = ["name", "label", "covers", "cap", "plover", "g20rg"]
VOCABULARY_HEADER = ["domain", "term", "weight"]
# The codebook's tree in its order, and the two parents that it uses through their children only.
TREE = """
    security security.defence security.maritime security.cyber security.nonproliferation
    security.terrorism security.crime
    diplomacy diplomacy.relations diplomacy.dialogue diplomacy.multilateral diplomacy.peace
    governance governance.law governance.democracy governance.rights
    economy economy.trade economy.investment economy.supply economy.finance
    economy.infrastructure economy.labour economy.agriculture
    energy climate
    technology technology.digital technology.space
    society society.education society.culture society.health society.migration
    humanitarian
"""
NAMES = TREE.split()
PARENTS = frozenset(name.partition(".")[0] for name in NAMES if "." in name)
# The major topics of the Comparative Agendas Project; its numbers 11 and 22 are not in use.
CAP_TOPICS = frozenset({*range(1, 11), *range(12, 22), 23})
TERM = re.compile(r"[a-z0-9][a-z0-9 '&+/.-]*\*?")
DECISIVE = frozenset({"2", "3"})


def read_table(filename: str) -> tuple[list[str], list[dict[str, str]]]:
    """Return the header and the rows of one table of the package's data."""
    path = files("bilateral.gazetteer") / "data" / filename
    reader = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), strict=True)
    header = next(reader)
    return header, [dict(zip(header, cells, strict=True)) for cells in reader]


@pytest.fixture(scope="module")
def domains() -> list[dict[str, str]]:
    """Return the rows of the tree."""
    return read_table("domains.csv")[1]


@pytest.fixture(scope="module")
def vocabulary() -> list[dict[str, str]]:
    """Return the rows of the vocabulary."""
    return read_table("vocabulary.csv")[1]


@pytest.mark.parametrize(
    ("filename", "header"),
    [("domains.csv", DOMAINS_HEADER), ("vocabulary.csv", VOCABULARY_HEADER)],
)
def test_headers_are_exact(filename: str, header: list[str]) -> None:
    """Each table has its columns, in their order, and no other."""
    assert read_table(filename)[0] == header


def test_tree_is_the_codebooks(domains: list[dict[str, str]]) -> None:
    """The tree lists the codebook's domains once each, in the codebook's order."""
    assert [row["name"] for row in domains] == NAMES


def test_parents_come_before_their_children(domains: list[dict[str, str]]) -> None:
    """Every dotted name has its parent in a row above it."""
    seen: set[str] = set()
    for row in domains:
        parent, dot, _ = row["name"].partition(".")
        assert not dot or parent in seen, row["name"]
        seen.add(row["name"])


def test_labels_and_descriptions_are_clean(domains: list[dict[str, str]]) -> None:
    """Every domain has a label of its own and a one-line description, without stray space."""
    for row in domains:
        for column in ("label", "covers"):
            assert row[column], (row["name"], column)
            assert row[column] == " ".join(row[column].split()), (row["name"], column)
    assert len({row["label"] for row in domains}) == len(domains)
    assert len({row["covers"] for row in domains}) == len(domains)


def test_cap_numbers_are_major_topics(domains: list[dict[str, str]]) -> None:
    """Every CAP number is one of the project's major topics, and only bare parents have none."""
    for row in domains:
        numbers = row["cap"].split("|") if row["cap"] else []
        assert {int(number) for number in numbers} <= CAP_TOPICS, row["name"]
        assert len(set(numbers)) == len(numbers), row["name"]
        assert numbers or row["name"] in {"governance", "society"}, row["name"]


def test_plover_contexts_are_plain_words(domains: list[dict[str, str]]) -> None:
    """Every PLOVER context is written in PLOVER's own form, lower case with underscores."""
    for row in domains:
        for context in row["plover"].split("|") if row["plover"] else []:
            assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", context), row["name"]


def test_vocabulary_names_domains_of_the_tree(vocabulary: list[dict[str, str]]) -> None:
    """Every term belongs to a domain of the tree, and the rows of one domain stand together."""
    assert [name for name, _ in groupby(row["domain"] for row in vocabulary)] == NAMES


def test_every_domain_has_terms_enough(vocabulary: list[dict[str, str]]) -> None:
    """Every domain has at least twenty terms, a parent five, and one that counts by itself."""
    counts = Counter(row["domain"] for row in vocabulary)
    decisive = {row["domain"] for row in vocabulary if row["weight"] in DECISIVE}
    for name in NAMES:
        assert counts[name] >= (5 if name in PARENTS else 20), name
    assert decisive == set(NAMES)


def test_terms_are_not_doubled(vocabulary: list[dict[str, str]]) -> None:
    """No domain has a term twice, nor once with a hyphen and once with a space."""
    counts = Counter((row["domain"], row["term"].replace("-", " ")) for row in vocabulary)
    assert [pair for pair, count in counts.items() if count > 1] == []


def test_terms_are_not_doubled_by_their_plural(vocabulary: list[dict[str, str]]) -> None:
    """No domain has a term beside its own regular plural, which matches without a row."""
    terms = {(row["domain"], row["term"].replace("-", " ")) for row in vocabulary}
    for domain, term in terms:
        plural = f"{term[:-1]}ies" if re.search(r"[^aeiou]y$", term) else f"{term}s"
        if re.search(r"(?:[sxz]|ch|sh)$", term):
            plural = f"{term}es"
        assert (domain, plural) not in terms, (domain, plural)


def test_terms_have_the_form_that_is_matched(vocabulary: list[dict[str, str]]) -> None:
    """Every term is lower case, without stray space, and has a star at its end only."""
    for row in vocabulary:
        term = row["term"]
        assert TERM.fullmatch(term), term
        assert term == " ".join(term.split()), term
        assert not term.endswith((" *", "-*")), term


def test_weights_are_one_to_three(vocabulary: list[dict[str, str]]) -> None:
    """Every weight is 1, 2 or 3."""
    assert {row["weight"] for row in vocabulary} == {"1", "2", "3"}


def test_no_term_shows_more_than_three_domains(vocabulary: list[dict[str, str]]) -> None:
    """A term that stands for more than three domains shows none."""
    where: defaultdict[str, set[str]] = defaultdict(set)
    for row in vocabulary:
        where[row["term"].replace("-", " ")].add(row["domain"])
    assert {term: sorted(names) for term, names in where.items() if len(names) > 3} == {}


@pytest.mark.parametrize(
    ("term", "domain"),
    [
        ("cyber*", "security.cyber"),
        ("tariff", "economy.trade"),
        ("supply chain", "economy.supply"),
        ("ceasefire", "diplomacy.peace"),
        ("rule of law", "governance.law"),
        ("food security", "economy.agriculture"),
        ("energy security", "energy"),
        ("health security", "society.health"),
        ("economic security", "economy.supply"),
        ("law enforcement", "security.crime"),
        ("development assistance", "humanitarian"),
        ("permanent membership", "diplomacy.multilateral"),
        ("strategic partnership", "diplomacy.relations"),
        ("working group", "diplomacy.dialogue"),
    ],
)
def test_known_terms_decide(vocabulary: list[dict[str, str]], term: str, domain: str) -> None:
    """Terms that name a domain by themselves are there, with the highest weight."""
    rows = {(row["domain"], row["term"].replace("-", " ")): row["weight"] for row in vocabulary}
    assert rows[domain, term] == "3"
