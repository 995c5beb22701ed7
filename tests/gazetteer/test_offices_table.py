"""Tests of the tables of offices, honorifics and name particles: exact and unambiguous."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files

import pytest

HEADERS = {
    "offices.csv": ["office", "variants", "level", "party"],
    "honorifics.csv": ["honorific", "position", "region", "note"],
    "name_particles.csv": ["particle", "region"],
}
LEVELS = {
    "head of state",
    "head of government",
    "royal",
    "deputy head",
    "minister",
    "deputy minister",
    "adviser",
    "diplomat",
    "spokesperson",
    "legislator",
    "official",
    "military",
    "organization head",
    "party leader",
    "subnational",
    "spouse",
}


def read_table(name: str) -> tuple[list[str], list[dict[str, str]]]:
    """The header and the rows of a table of the gazetteer."""
    resource = files("bilateral.gazetteer") / "data" / name
    reader = csv.DictReader(io.StringIO(resource.read_text(encoding="utf-8"), newline=""))
    rows = list(reader)
    return list(reader.fieldnames or []), rows


def cells(value: str) -> list[str]:
    """The values of a multi-valued cell."""
    return value.split("|") if value else []


OFFICES = read_table("offices.csv")[1]
HONORIFICS = read_table("honorifics.csv")[1]
PARTICLES = read_table("name_particles.csv")[1]
BY_OFFICE = {row["office"]: row for row in OFFICES}


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_header_is_exact(name: str) -> None:
    """A table has the columns that its readers expect, in their order."""
    assert read_table(name)[0] == HEADERS[name]


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_rows_have_as_many_cells_as_the_header(name: str) -> None:
    """No row is shorter or longer than the header, as an unquoted comma would make it."""
    for row in read_table(name)[1]:
        assert None not in row, row
        assert None not in row.values(), row


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_cells_are_clean(name: str) -> None:
    """Every value is in Unicode NFC, without stray white space and without empty alternatives."""
    for row in read_table(name)[1]:
        for cell in row.values():
            assert unicodedata.is_normalized("NFC", cell), row
            assert cell == " ".join(cell.split()), row
            assert all(part and part == part.strip() for part in cells(cell)), row


def test_offices_are_unique_and_lower_case() -> None:
    """Each wording of an office has one row, in lower case except for names such as NATO."""
    counts = Counter(row["office"] for row in OFFICES)
    assert [office for office, count in counts.items() if count > 1] == []
    assert [office for office in counts if office != office.lower()] == []


def test_there_are_at_least_250_offices() -> None:
    """The table covers the offices of all regions, not a sample of them."""
    assert len(OFFICES) >= 250


def test_every_office_has_a_printed_form() -> None:
    """Each office is found in a text by at least one form, listed once."""
    for row in OFFICES:
        variants = cells(row["variants"])
        assert variants, row
        assert len(variants) == len(set(variants)), row


def test_no_variant_stands_under_two_offices() -> None:
    """A printed form leads to one office, whatever its capitals."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in OFFICES:
        for variant in cells(row["variants"]):
            owners[variant.casefold()].add(row["office"])
    assert {form: sorted(found) for form, found in owners.items() if len(found) > 1} == {}


def test_levels_are_the_closed_vocabulary_and_all_in_use() -> None:
    """The levels in the table are exactly the sixteen that the project knows."""
    assert {row["level"] for row in OFFICES} == LEVELS


def test_parties_of_offices_have_valid_codes() -> None:
    """An office implies a party that the gazetteer lists, or none."""
    codes = {row["alpha_3"] for row in read_table("countries.csv")[1]}
    codes |= {row["code"] for row in read_table("organizations.csv")[1]}
    assert {row["party"] for row in OFFICES if row["party"]} - codes == set()


@pytest.mark.parametrize(
    ("office", "level", "party"),
    [
        ("prime minister", "head of government", ""),
        ("president", "head of state", ""),
        ("king", "royal", ""),
        ("taoiseach", "head of government", "IRL"),
        ("pope", "head of state", "VAT"),
        ("supreme leader", "head of state", "IRN"),
        ("chief cabinet secretary", "minister", "JPN"),
        ("minister of external affairs", "minister", "IND"),
        ("external affairs minister", "minister", "IND"),
        ("secretary of state", "minister", ""),
        ("nato secretary general", "organization head", "NATO"),
        ("un secretary-general", "organization head", "UN"),
        ("asean secretary-general", "organization head", "ASEAN"),
        ("president of the european commission", "organization head", "EU"),
        ("high representative", "organization head", "EU"),
        ("national security advisor", "adviser", ""),
        ("chargé d'affaires", "diplomat", ""),
        ("first lady", "spouse", ""),
    ],
)
def test_well_known_offices(office: str, level: str, party: str) -> None:
    """Offices that every reader knows have the level and the party that they should."""
    assert (BY_OFFICE[office]["level"], BY_OFFICE[office]["party"]) == (level, party)


@pytest.mark.parametrize("portfolio", ["foreign affairs", "finance", "justice", "energy", "water"])
def test_portfolios_have_the_three_usual_wordings(portfolio: str) -> None:
    """A portfolio is found as "X Minister", "Minister of X" and "Minister for X"."""
    for office in (
        f"{portfolio} minister",
        f"minister of {portfolio}",
        f"minister for {portfolio}",
    ):
        assert BY_OFFICE[office]["level"] == "minister"


@pytest.mark.parametrize(
    ("form", "office"),
    [
        ("Prime Minister", "prime minister"),
        ("PM", "prime minister"),
        ("Prime Ministers", "prime minister"),
        ("Foreign Minister", "foreign minister"),
        ("Minister for Foreign Affairs", "minister for foreign affairs"),
        ("Minister of Foreign Affairs", "minister of foreign affairs"),
        ("EAM", "external affairs minister"),
        ("Charge d'Affaires", "chargé d'affaires"),
    ],
)
def test_printed_forms(form: str, office: str) -> None:
    """The forms that texts print belong to the wording that the codebook wants."""
    assert form in cells(BY_OFFICE[office]["variants"])


def test_honorifics_are_unique() -> None:
    """Each form of address has one row."""
    counts = Counter(row["honorific"] for row in HONORIFICS)
    assert [honorific for honorific, count in counts.items() if count > 1] == []


def test_positions_are_before_or_after_and_regions_given() -> None:
    """Every honorific says on which side of a name it stands and where it is used."""
    assert {row["position"] for row in HONORIFICS} == {"before", "after"}
    assert [row["honorific"] for row in HONORIFICS if not row["region"]] == []


@pytest.mark.parametrize("suffix", ["Jr.", "Sr.", "II", "III"])
def test_generational_suffixes_are_marked_as_part_of_the_name(suffix: str) -> None:
    """What tells father from son stays in the name, and the note says so."""
    row = next(row for row in HONORIFICS if row["honorific"] == suffix)
    assert (row["position"], row["note"]) == ("after", "part of the name")


def test_particles_are_unique_single_words_with_a_region() -> None:
    """Each particle is one word, listed once, with where it is used."""
    counts = Counter(row["particle"] for row in PARTICLES)
    assert [particle for particle, count in counts.items() if count > 1] == []
    assert [particle for particle in counts if " " in particle] == []
    assert all(row["region"] for row in PARTICLES)
