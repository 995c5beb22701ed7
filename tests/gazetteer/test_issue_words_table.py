"""Tests of the table of words for issues: exact, complete and free of doubles."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from bilateral.gazetteer import issue_words
from bilateral.gazetteer.issue_words import IssueClass

WORD = re.compile(r"[a-z0-9'](?:[a-zé0-9 '&/.-]*[a-zé0-9.])?")


def test_every_row_is_well_formed() -> None:
    """Words are in lower case with single spaces, and every class is known."""
    known = set(get_args(IssueClass))
    for row in issue_words.rows():
        assert WORD.fullmatch(row["word"]), row
        assert row["class"] in known, row
        assert "  " not in row["word"], row


def test_only_problems_have_a_group_and_all_have_one() -> None:
    """A group belongs to a noun for a problem."""
    for row in issue_words.rows():
        assert bool(row["group"]) == (row["class"] in ("problem", "general")), row


def test_no_word_stands_twice_in_a_class() -> None:
    """A word has one row a class, and is a problem in one way."""
    keys = Counter(
        (row["word"], "head" if row["group"] else row["class"]) for row in issue_words.rows()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_class_is_used() -> None:
    """No class of the code is missing from the table."""
    assert set(get_args(IssueClass)) == {row["class"] for row in issue_words.rows()}


def test_heads_are_ranked_and_unambiguous() -> None:
    """Longer nouns go before shorter ones, and no two rows make the same form."""
    for last, heads in issue_words.heads().items():
        sizes = [len(head.before) for head in heads]
        assert sizes == sorted(sizes, reverse=True), last
        assert len({head.before for head in heads}) == len(heads), last


def test_the_table_is_broad() -> None:
    """The table has problems of every kind: three hundred nouns or more."""
    heads = [row for row in issue_words.rows() if row["group"]]
    assert len(heads) >= 300
    assert len({row["group"] for row in heads}) >= 20


@pytest.mark.parametrize(
    ("noun", "found"),
    [
        ("war", ["war", "wars"]),
        ("crisis", ["crisis", "crises"]),
        ("outbreak of flu", ["outbreak of flu", "outbreak of flus"]),
        ("penalty", ["penalty", "penalties"]),
        ("delay", ["delay", "delays"]),
        ("breach", ["breach", "breaches"]),
        ("virus", ["virus", "viruses"]),
        ("hostilities", ["hostilities"]),
    ],
)
def test_plurals_are_regular(noun: str, found: list[str]) -> None:
    """A noun has its regular plural; what is plural already has none."""
    assert list(issue_words.forms(noun)) == found
