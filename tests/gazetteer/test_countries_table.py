"""Tests of the country tables themselves: complete, exact and free of unlisted clashes."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict
from importlib.resources import files

import pycountry
import pytest

COUNTRY_HEADER = [
    "alpha_3",
    "alpha_2",
    "numeric",
    "name",
    "official",
    "aliases",
    "demonyms",
    "capital",
    "metonyms",
]
AMBIGUOUS_HEADER = ["name", "readings", "default", "rule", "note"]
MULTIVALUED = ("aliases", "demonyms", "capital", "metonyms")
RULES = frozenset({"default", "context", "followed", "never"})
NO_COUNTRY = "-"
# The 249 entries of ISO 3166-1 and Kosovo, less the 193 members of the United Nations.
OUTSIDE_THE_UN = """
    ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB
    GLP GRL GUF GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI
    PSE PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VAT VGB VIR WLF XKX
"""
NOT_UN_MEMBERS = frozenset(OUTSIDE_THE_UN.split())


def read_table(filename: str) -> tuple[list[str], list[dict[str, str]]]:
    """Return the header and the rows of one table of the package's data."""
    path = files("bilateral.gazetteer") / "data" / filename
    text = path.read_bytes().decode("utf-8")
    header, *records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(len(record) == len(header) for record in records)
    return header, [dict(zip(header, record, strict=True)) for record in records]


def items(cell: str) -> list[str]:
    """Return the values of a cell that holds several, separated by bars."""
    return cell.split("|") if cell else []


def names_of(row: dict[str, str]) -> list[str]:
    """Return every name a country row gives, of whatever kind."""
    listed = [row["name"], row["official"]]
    for column in MULTIVALUED:
        listed += items(row[column])
    return listed


@pytest.fixture(scope="module")
def countries() -> list[dict[str, str]]:
    """The rows of the table of countries."""
    return read_table("countries.csv")[1]


@pytest.fixture(scope="module")
def ambiguous() -> list[dict[str, str]]:
    """The rows of the table of ambiguous names."""
    return read_table("ambiguous.csv")[1]


@pytest.fixture(scope="module")
def codes(countries: list[dict[str, str]]) -> set[str]:
    """The alpha-3 codes of all countries."""
    return {row["alpha_3"] for row in countries}


def test_headers_are_exact() -> None:
    """Both tables have exactly the columns that the loader names."""
    assert read_table("countries.csv")[0] == COUNTRY_HEADER
    assert read_table("ambiguous.csv")[0] == AMBIGUOUS_HEADER


def test_every_iso_entry_and_kosovo_has_one_sorted_row(countries: list[dict[str, str]]) -> None:
    """There are 250 rows in the order of their codes and no code occurs twice."""
    listed = [row["alpha_3"] for row in countries]
    assert len(listed) == 250
    assert listed == sorted(set(listed))
    for column in ("alpha_2", "numeric", "name", "official"):
        values = [row[column] for row in countries if row[column]]
        assert len(values) == len(set(values)), column


def test_codes_equal_those_of_pycountry(countries: list[dict[str, str]]) -> None:
    """The three codes of every entry are those of ISO 3166-1, and Kosovo has no number."""
    expected = {(c.alpha_3, c.alpha_2, c.numeric) for c in pycountry.countries}
    expected.add(("XKX", "XK", ""))
    assert {(r["alpha_3"], r["alpha_2"], r["numeric"]) for r in countries} == expected


def test_every_row_has_a_name_and_an_official_name(countries: list[dict[str, str]]) -> None:
    """No country lacks its short or its long name."""
    assert [r["alpha_3"] for r in countries if not r["name"] or not r["official"]] == []


@pytest.mark.parametrize("filename", ["countries.csv", "ambiguous.csv"])
def test_cells_are_tidy(filename: str) -> None:
    """No cell has stray blanks, empty or repeated items, curly apostrophes or loose accents."""
    for row in read_table(filename)[1]:
        for column, cell in row.items():
            assert unicodedata.normalize("NFC", cell) == cell, (column, cell)
            assert not set(cell) & set("\u2018\u2019\u02bb\u02bc\u00a0\t\r\n"), (column, cell)
            values = items(cell)
            assert all(values), (column, cell)
            assert len(values) == len(set(values)), (column, cell)
            assert all(value == " ".join(value.split()) for value in values), (column, cell)


def test_single_valued_cells_hold_one_value(countries: list[dict[str, str]]) -> None:
    """A bar occurs only in the columns that hold several values."""
    single = [column for column in COUNTRY_HEADER if column not in MULTIVALUED]
    assert [r["alpha_3"] for r in countries for column in single if "|" in r[column]] == []


def test_no_name_begins_with_the_article(
    countries: list[dict[str, str]], ambiguous: list[dict[str, str]]
) -> None:
    """Names are written without a leading article, which the matcher skips."""
    listed = [name for row in countries for name in names_of(row)]
    listed += [row["name"] for row in ambiguous]
    assert [name for name in listed if name.casefold().startswith("the ")] == []


def test_accented_names_have_a_plain_form(countries: list[dict[str, str]]) -> None:
    """Whatever has accents in a row stands in the same row without them."""
    for row in countries:
        listed = set(names_of(row))
        for name in listed:
            plain = "".join(
                c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)
            )
            if plain.isascii():
                assert plain in listed, (row["alpha_3"], name)


def test_a_row_does_not_repeat_itself(countries: list[dict[str, str]]) -> None:
    """An alias or a demonym is never the name, and a metonym is never the capital."""
    for row in countries:
        names = {row["name"], row["official"]}
        aliases, demonyms = set(items(row["aliases"])), set(items(row["demonyms"]))
        assert not names & aliases, row["alpha_3"]
        assert not (names | aliases) & demonyms, row["alpha_3"]
        assert not set(items(row["capital"])) & set(items(row["metonyms"])), row["alpha_3"]


def test_shared_names_are_listed_as_ambiguous(
    countries: list[dict[str, str]], ambiguous: list[dict[str, str]]
) -> None:
    """A name of two countries is ambiguous, and a listed name keeps all its countries."""
    readings = {row["name"]: set(items(row["readings"])) for row in ambiguous}
    holders: dict[str, set[str]] = defaultdict(set)
    for row in countries:
        for name in names_of(row):
            holders[name].add(row["alpha_3"])
    assert {n: h for n, h in holders.items() if len(h) > 1 and n not in readings} == {}
    assert {n: h for n, h in holders.items() if n in readings and not h <= readings[n]} == {}


def test_names_differing_only_in_case_belong_to_one_country(
    countries: list[dict[str, str]], ambiguous: list[dict[str, str]]
) -> None:
    """Two countries never share a name but for its capitals unless it is ambiguous."""
    listed = {row["name"] for row in ambiguous}
    holders: dict[str, set[str]] = defaultdict(set)
    for row in countries:
        for name in names_of(row):
            if name not in listed:
                holders[name.casefold()].add(row["alpha_3"])
    assert {n: h for n, h in holders.items() if len(h) > 1} == {}


def test_ambiguous_names_are_unique(ambiguous: list[dict[str, str]]) -> None:
    """Each ambiguous name has one row with a rule from the closed list and a reason."""
    listed = [row["name"] for row in ambiguous]
    assert len(listed) == len(set(listed))
    assert {row["rule"] for row in ambiguous} == RULES
    assert [row["name"] for row in ambiguous if not row["note"].endswith(".")] == []


def test_readings_are_codes(ambiguous: list[dict[str, str]], codes: set[str]) -> None:
    """A reading is the code of a listed country or the sign for none."""
    for row in ambiguous:
        assert row["readings"], row["name"]
        assert set(items(row["readings"])) <= codes | {NO_COUNTRY}, row["name"]


def test_defaults_agree_with_the_rule(ambiguous: list[dict[str, str]]) -> None:
    """A default is one of the readings, needed by two rules and barred by a third."""
    for row in ambiguous:
        country_readings = set(items(row["readings"])) - {NO_COUNTRY}
        if row["default"]:
            assert row["default"] in country_readings, row["name"]
        if row["rule"] in {"default", "followed"}:
            assert row["default"], row["name"]
        if row["rule"] == "never":
            assert not row["default"], row["name"]


def test_readings_other_than_never_can_be_looked_up(
    countries: list[dict[str, str]], ambiguous: list[dict[str, str]]
) -> None:
    """A name that may count as a country stands in a country's row, save the two Koreas."""
    known = {name for row in countries for name in names_of(row)}
    missing = {row["name"] for row in ambiguous if row["rule"] != "never"} - known
    assert missing == {"Koreas"}


def test_a_short_name_means_its_own_country(
    countries: list[dict[str, str]], ambiguous: list[dict[str, str]]
) -> None:
    """A short name that has other readings too still means its own country by default."""
    defaults = {row["name"]: row["default"] for row in ambiguous}
    for row in countries:
        assert defaults.get(row["name"], row["alpha_3"]) == row["alpha_3"], row["name"]


def test_every_un_member_has_demonym_and_capital(countries: list[dict[str, str]]) -> None:
    """The 193 members of the United Nations have at least one demonym and a capital."""
    members = [row for row in countries if row["alpha_3"] not in NOT_UN_MEMBERS]
    assert len(members) == 193
    assert [r["alpha_3"] for r in members if not r["demonyms"] or not r["capital"]] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Republic of Korea", "KOR"),
        ("DPRK", "PRK"),
        ("U.S.", "USA"),
        ("UK", "GBR"),
        ("UAE", "ARE"),
        ("Lao PDR", "LAO"),
        ("Turkey", "TUR"),
        ("Viet Nam", "VNM"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Cote d'Ivoire", "CIV"),
        ("St. Kitts and Nevis", "KNA"),
        ("Hong Kong, China", "HKG"),
        ("Emirati", "ARE"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Kremlin", "RUS"),
        ("Putrajaya", "MYS"),
        ("Nay Pyi Taw", "MMR"),
        ("Kiev", "UKR"),
    ],
)
def test_usual_names_stand_in_one_row(
    countries: list[dict[str, str]], name: str, code: str
) -> None:
    """Names that press and diplomats use daily are found in the right row only."""
    assert [row["alpha_3"] for row in countries if name in names_of(row)] == [code]
