"""Tests of the table of places: its form, its closed vocabulary and places known by heart."""

from __future__ import annotations

import csv
import io
from importlib.resources import files

import pytest

HEADER = ["name", "countries", "kind"]
KINDS = frozenset(
    {"territory", "city", "region", "sea", "island", "river", "venue", "state", "base"}
)
AT_LEAST = 500


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


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """Return the rows of the table."""
    return read_table("places.csv")[1]


@pytest.fixture(scope="module")
def places(rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return the rows under their names."""
    return {row["name"]: row for row in rows}


@pytest.fixture(scope="module")
def countries() -> list[dict[str, str]]:
    """Return the rows of the table of countries."""
    return read_table("countries.csv")[1]


def test_header_is_exact() -> None:
    """The columns are those that the reader expects, in their order."""
    assert read_table("places.csv")[0] == HEADER


def test_there_are_enough_places(rows: list[dict[str, str]]) -> None:
    """The table covers the places that diplomatic texts speak of."""
    assert len(rows) >= AT_LEAST


def test_names_are_unique(rows: list[dict[str, str]]) -> None:
    """No name stands in two rows, and none is empty."""
    names = [row["name"] for row in rows]
    assert all(names)
    assert len(names) == len(set(names))


def test_rows_are_sorted_by_name(rows: list[dict[str, str]]) -> None:
    """The rows stand in the order of their names, so that a change shows as one line."""
    names = [row["name"] for row in rows]
    assert names == sorted(names)


def test_values_are_clean(rows: list[dict[str, str]]) -> None:
    """No name has a leading article, a bar or a comma, and no cell stray white space."""
    for row in rows:
        for cell in row.values():
            assert cell == " ".join(cell.split()), row
        assert not row["name"].casefold().startswith("the "), row
        assert not set("|,;") & set(row["name"]), row


def test_kinds_are_known(rows: list[dict[str, str]]) -> None:
    """The kinds are those of the closed vocabulary, and each is used."""
    assert {row["kind"] for row in rows} == KINDS


def test_countries_are_country_codes(
    rows: list[dict[str, str]], countries: list[dict[str, str]]
) -> None:
    """Every country is an alpha-3 code of the table of countries, in order and once."""
    known = {row["alpha_3"] for row in countries}
    for row in rows:
        listed = items(row["countries"])
        assert listed == sorted(set(listed)), row
        assert set(listed) <= known, row


def test_only_wide_places_lie_nowhere(rows: list[dict[str, str]]) -> None:
    """Cities, states, venues, bases and territories lie in a country; wide regions need not."""
    narrow = {"city", "state", "venue", "base", "territory"}
    assert [row["name"] for row in rows if row["kind"] in narrow and not row["countries"]] == []


def test_places_are_no_countries(
    places: dict[str, dict[str, str]], countries: list[dict[str, str]]
) -> None:
    """No place repeats a name, a demonym or the capital of a country."""
    taken = {
        name
        for row in countries
        for name in (
            row["name"],
            row["official"],
            *items(row["aliases"]),
            *items(row["demonyms"]),
            *items(row["capital"]),
        )
    }
    assert sorted(taken & places.keys()) == []


def test_places_are_no_organizations(places: dict[str, dict[str, str]]) -> None:
    """No place has the code, the name or an alias of an organization."""
    taken = {
        name
        for row in read_table("organizations.csv")[1]
        for name in (row["code"], row["name"], *items(row["aliases"]))
    }
    assert sorted(taken & places.keys()) == []


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Aceh", "IDN"),
        ("Cabo Delgado", "MOZ"),
        ("Crimea", "UKR"),
        ("Darfur", "SDN"),
        ("Donbas", "UKR"),
        ("El Fasher", "SDN"),
        ("Essequibo", "GUY"),
        ("Gaza Strip", "PSE"),
        ("Golan Heights", "SYR"),
        ("Goma", "COD"),
        ("Kashmir", "IND PAK"),
        ("Korean Peninsula", "KOR PRK"),
        ("Kursk", "RUS"),
        ("Mindanao", "PHL"),
        ("Northern Ireland", "GBR"),
        ("Okinawa", "JPN"),
        ("Rafah", "PSE"),
        ("Rakhine", "MMR"),
        ("Second Thomas Shoal", "PHL"),
        ("Senkaku Islands", "JPN"),
        ("Sinai", "EGY"),
        ("Temple Mount", "ISR PSE"),
        ("Tigray", "ETH"),
        ("West Bank", "PSE"),
        ("Xinjiang", "CHN"),
        ("Zaporizhzhia", "UKR"),
    ],
)
def test_where_issues_take_place(places: dict[str, dict[str, str]], name: str, listed: str) -> None:
    """The places of the world's disputes lie where a coder would say they do."""
    assert items(places[name]["countries"]) == listed.split()


@pytest.mark.parametrize(
    "name",
    [
        "Africa",
        "Asia",
        "Europe",
        "Global South",
        "Horn of Africa",
        "Indo-Pacific",
        "Latin America",
        "Middle East",
        "Pacific Islands",
        "Sahel",
        "Southeast Asia",
        "Western Balkans",
    ],
)
def test_wide_regions_name_no_country(places: dict[str, dict[str, str]], name: str) -> None:
    """A continent or a macro-region is a region without countries."""
    assert places[name] == {"name": name, "countries": "", "kind": "region"}


@pytest.mark.parametrize(
    "name",
    [
        "Bab el-Mandeb",
        "Black Sea",
        "East China Sea",
        "Red Sea",
        "South China Sea",
        "Strait of Hormuz",
        "Strait of Malacca",
        "Taiwan Strait",
    ],
)
def test_open_waters_name_no_country(places: dict[str, dict[str, str]], name: str) -> None:
    """Seas and straits between states belong to none of them."""
    assert places[name] == {"name": name, "countries": "", "kind": "sea"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Blair House", "USA"),
        ("Camp David", "USA"),
        ("Great Hall of the People", "CHN"),
        ("Hyderabad House", "IND"),
        ("Mar-a-Lago", "USA"),
        ("Oval Office", "USA"),
        ("Sunnylands", "USA"),
        ("Élysée Palace", "FRA"),
    ],
)
def test_venues(places: dict[str, dict[str, str]], name: str, country: str) -> None:
    """Palaces and rooms where leaders meet are venues of their country."""
    assert places[name] == {"name": name, "countries": country, "kind": "venue"}
