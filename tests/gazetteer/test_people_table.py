"""Tests of the table of people: well-formed, dated and free of names that two parties share."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files

import pytest

HEADER = ["name", "variants", "party", "office", "from", "to"]
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def read_table(name: str) -> tuple[list[str], list[dict[str, str]]]:
    """The header and the rows of a table of the gazetteer."""
    resource = files("bilateral.gazetteer") / "data" / name
    reader = csv.DictReader(io.StringIO(resource.read_text(encoding="utf-8"), newline=""))
    rows = list(reader)
    return list(reader.fieldnames or []), rows


def cells(value: str) -> list[str]:
    """The values of a multi-valued cell."""
    return value.split("|") if value else []


PEOPLE = read_table("people.csv")[1]
COUNTRIES = {row["alpha_3"] for row in read_table("countries.csv")[1]}
ORGANIZATIONS = {row["code"] for row in read_table("organizations.csv")[1]}


def owners_by_form() -> dict[str, set[str]]:
    """The people whom each printed form may stand for, by the form without its capitals."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in PEOPLE:
        for form in (row["name"], *cells(row["variants"])):
            owners[form.casefold()].add(row["name"])
    return dict(owners)


def parties_by_name() -> dict[str, set[str]]:
    """The parties that each person has served."""
    parties: defaultdict[str, set[str]] = defaultdict(set)
    for row in PEOPLE:
        parties[row["name"]].add(row["party"])
    return dict(parties)


def test_header_is_exact() -> None:
    """The table has the columns that its readers expect, in their order."""
    assert read_table("people.csv")[0] == HEADER


def test_cells_are_clean() -> None:
    """Every value is in Unicode NFC, without stray white space and without empty alternatives."""
    for row in PEOPLE:
        assert None not in row, row
        for cell in row.values():
            assert cell is not None, row
            assert unicodedata.is_normalized("NFC", cell), row
            assert cell == " ".join(cell.split()), row
            assert all(part and part == part.strip() for part in cells(cell)), row


def test_there_are_at_least_500_rows() -> None:
    """The table covers the world, not a sample of it."""
    assert len(PEOPLE) >= 500


def test_all_members_of_the_united_nations_are_covered() -> None:
    """At least 195 countries have a person in the table."""
    assert len({row["party"] for row in PEOPLE} & COUNTRIES) >= 195


def test_parties_have_valid_codes() -> None:
    """Every person serves a country or an organization that the gazetteer lists."""
    assert {row["party"] for row in PEOPLE} - COUNTRIES - ORGANIZATIONS == set()


def test_offices_stand_in_the_table_of_offices() -> None:
    """Every office that a person holds is one that the reader can find in a text."""
    known = {row["office"] for row in read_table("offices.csv")[1]}
    assert {row["office"] for row in PEOPLE} - known == set()


def test_dates_are_years_or_months_in_order() -> None:
    """A term begins on a known date and does not end before it begins."""
    for row in PEOPLE:
        start, end = row["from"], row["to"]
        assert DATE.fullmatch(start), row
        if end:
            assert DATE.fullmatch(end), row
            shared = min(len(start), len(end))
            assert start[:shared] <= end[:shared], row


def test_a_term_stands_once() -> None:
    """A person, an office and a beginning make one row."""
    counts = Counter((row["name"], row["party"], row["office"], row["from"]) for row in PEOPLE)
    assert [term for term, count in counts.items() if count > 1] == []


def test_variants_differ_from_the_name_and_from_each_other() -> None:
    """A row repeats no form of a name."""
    for row in PEOPLE:
        forms = [row["name"], *cells(row["variants"])]
        assert len(forms) == len(set(forms)), row


def test_a_person_has_the_same_variants_in_every_row() -> None:
    """Whoever held several offices is found by the same forms in each of them."""
    variants: defaultdict[str, set[str]] = defaultdict(set)
    for row in PEOPLE:
        variants[row["name"]].add(row["variants"])
    assert [name for name, found in variants.items() if len(found) > 1] == []


def test_no_form_stands_for_people_of_two_parties() -> None:
    """A form that two people share is left out, unless both serve the same party."""
    parties = parties_by_name()
    clashes = {
        form: sorted(names)
        for form, names in owners_by_form().items()
        if len(names) > 1 and len(set().union(*(parties[name] for name in names))) > 1
    }
    assert clashes == {}


def test_no_form_is_the_name_of_a_country_or_of_its_capital() -> None:
    """A bare name that is also a place would make a person of the place."""
    places: set[str] = set()
    for row in read_table("countries.csv")[1]:
        for column in ("name", "official", "capital", "aliases", "demonyms"):
            places.update(cell.casefold() for cell in cells(row[column]))
    assert set(owners_by_form()) & places == set()


@pytest.mark.parametrize(
    ("form", "party"),
    [
        ("Putin", "RUS"),
        ("Xi", "CHN"),
        ("Modi", "IND"),
        ("Erdogan", "TUR"),
        ("Erdoğan", "TUR"),
        ("Netanyahu", "ISR"),
        ("Lula", "BRA"),
        ("Marcos", "PHL"),
        ("Zelensky", "UKR"),
        ("Ishiba", "JPN"),
        ("Kishida Fumio", "JPN"),
        ("Anwar Ibrahim", "MYS"),
        ("Yoon Suk Yeol", "KOR"),
        ("Guterres", "UN"),
    ],
)
def test_well_known_names_tell_the_party(form: str, party: str) -> None:
    """A name that is common knowledge leads to the party that its bearer serves."""
    (name,) = owners_by_form()[form.casefold()]
    assert parties_by_name()[name] == {party}


@pytest.mark.parametrize("form", ["Lee", "Kim", "Brown", "May", "Moon", "Li", "Costa", "Harris"])
def test_ambiguous_short_forms_are_left_out(form: str) -> None:
    """A bare surname that many bear, or that is a word, is nobody's form."""
    assert form.casefold() not in owners_by_form()
