"""Tests of the table of organizations: its form, its vocabulary and facts known by heart."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from importlib.resources import files

import pytest

HEADER = ["code", "name", "aliases", "members", "suspended", "kind", "seat"]
KINDS = frozenset({"organization", "grouping", "alliance", "body", "bank", "mission"})
AT_LEAST = 110
# Bare words that name too much to name one organization.
TOO_SHORT = frozenset({"Alliance", "Council", "Commission", "Union", "Bank", "Fund", "Forum"})


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


def forms(row: dict[str, str]) -> list[str]:
    """Return every form by which a row's organization is known."""
    return [row["code"], row["name"], *items(row["aliases"])]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """Return the rows of the table."""
    return read_table("organizations.csv")[1]


@pytest.fixture(scope="module")
def members(rows: list[dict[str, str]]) -> dict[str, frozenset[str]]:
    """Return the members of each organization by its code."""
    return {row["code"]: frozenset(items(row["members"])) for row in rows}


@pytest.fixture(scope="module")
def countries() -> frozenset[str]:
    """Return the alpha-3 codes of the table of countries."""
    return frozenset(row["alpha_3"] for row in read_table("countries.csv")[1])


def test_header_is_exact() -> None:
    """The columns are those that the reader expects, in their order."""
    assert read_table("organizations.csv")[0] == HEADER


def test_there_are_enough_organizations(rows: list[dict[str, str]]) -> None:
    """The table covers the organizations that diplomatic texts speak of."""
    assert len(rows) >= AT_LEAST


def test_codes_and_names_are_unique(rows: list[dict[str, str]]) -> None:
    """No two rows share a code or a name, and neither is ever empty."""
    for column in ("code", "name"):
        values = [row[column] for row in rows]
        assert all(values)
        assert len(values) == len(set(values))


def test_codes_are_in_capitals(rows: list[dict[str, str]]) -> None:
    """A code is the usual short name in capitals."""
    assert [row["code"] for row in rows if row["code"] != row["code"].upper()] == []


def test_codes_are_no_country_codes(rows: list[dict[str, str]], countries: frozenset[str]) -> None:
    """Parties are told apart by their code, so no organization has that of a country."""
    assert [row["code"] for row in rows if row["code"] in countries] == []


def test_rows_are_sorted_by_code(rows: list[dict[str, str]]) -> None:
    """The rows stand in the order of their codes, so that a change shows as one line."""
    codes = [row["code"] for row in rows]
    assert codes == sorted(codes)


def test_no_form_is_shared(rows: list[dict[str, str]]) -> None:
    """No code, name or alias stands for two organizations, in whatever letter case."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for form in forms(row):
            owners[form.casefold()].add(row["code"])
    assert {form: codes for form, codes in owners.items() if len(codes) > 1} == {}


def test_aliases_say_something_new(rows: list[dict[str, str]]) -> None:
    """An alias repeats neither the code nor the name nor another alias of its row."""
    for row in rows:
        aliases = items(row["aliases"])
        assert len(aliases) == len(set(aliases)), row["code"]
        assert not {row["code"], row["name"]} & set(aliases), row["code"]


def test_no_organization_has_the_name_of_a_country(rows: list[dict[str, str]]) -> None:
    """No form of an organization is also a name of a country as printed."""
    names = {
        name
        for row in read_table("countries.csv")[1]
        for name in (row["name"], row["official"], *items(row["aliases"]))
    }
    assert [form for row in rows for form in forms(row) if form in names] == []


def test_forms_are_clean(rows: list[dict[str, str]]) -> None:
    """No value has a leading article, stray white space or an empty part."""
    for row in rows:
        for column, cell in row.items():
            parts = cell.split("|") if column in {"aliases", "members", "suspended"} else [cell]
            assert cell == "" or all(parts), (row["code"], column)
            for part in parts:
                assert part == " ".join(part.split()), (row["code"], column, part)
        for form in forms(row):
            assert not form.casefold().startswith("the "), form


def test_no_alias_is_too_short(rows: list[dict[str, str]]) -> None:
    """Words such as "Alliance" alone name no organization."""
    assert [form for row in rows for form in forms(row) if form in TOO_SHORT] == []


def test_members_are_country_codes(
    members: dict[str, frozenset[str]], countries: frozenset[str]
) -> None:
    """Every member is an alpha-3 code of the table of countries."""
    assert {code: list(m - countries) for code, m in members.items() if m - countries} == {}


def test_members_are_sorted_and_unique(rows: list[dict[str, str]]) -> None:
    """Lists of countries are in order, and none is listed twice."""
    for row in rows:
        for column in ("members", "suspended"):
            listed = items(row[column])
            assert listed == sorted(set(listed)), (row["code"], column)


def test_suspended_are_members(rows: list[dict[str, str]]) -> None:
    """Only a member can be suspended."""
    for row in rows:
        assert set(items(row["suspended"])) <= set(items(row["members"])), row["code"]


def test_kinds_are_known(rows: list[dict[str, str]]) -> None:
    """The kinds are those of the closed vocabulary, and each is used."""
    assert {row["kind"] for row in rows} == KINDS


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("APEC", 21),
        ("ARCTIC COUNCIL", 8),
        ("ASEAN", 11),
        ("AU", 55),
        ("AUKUS", 3),
        ("B9", 9),
        ("BENELUX", 3),
        ("BIMSTEC", 7),
        ("C5", 5),
        ("C5+1", 6),
        ("CARICOM", 15),
        ("CELAC", 33),
        ("COE", 46),
        ("COMMONWEALTH", 56),
        ("CPLP", 9),
        ("CPTPP", 12),
        ("E3", 3),
        ("EAC", 8),
        ("EAEU", 5),
        ("ECOWAS", 12),
        ("EFTA", 4),
        ("EU", 27),
        ("FIVE EYES", 5),
        ("FPDA", 5),
        ("G20", 19),
        ("G7", 7),
        ("GCC", 6),
        ("IORA", 23),
        ("IPEF", 14),
        ("LAS", 22),
        ("MRC", 4),
        ("NATO", 32),
        ("NB8", 8),
        ("OECD", 38),
        ("OIC", 57),
        ("OSCE", 57),
        ("P5", 5),
        ("P5+1", 6),
        ("PIF", 18),
        ("QUAD", 4),
        ("RCEP", 15),
        ("SAARC", 8),
        ("SADC", 16),
        ("SCO", 10),
        ("UN", 193),
        ("UNSC", 15),
        ("V4", 4),
    ],
)
def test_number_of_members(members: dict[str, frozenset[str]], code: str, count: int) -> None:
    """The best-known organizations have as many members as everybody can check."""
    assert len(members[code]) == count


@pytest.mark.parametrize(
    ("code", "listed"),
    [
        ("AES", "BFA MLI NER"),
        ("AUKUS", "AUS GBR USA"),
        ("BRICS", "ARE BRA CHN EGY ETH IDN IND IRN RUS ZAF"),
        ("G7", "CAN DEU FRA GBR ITA JPN USA"),
        ("NORMANDY", "DEU FRA RUS UKR"),
        ("P5", "CHN FRA GBR RUS USA"),
        ("QUAD", "AUS IND JPN USA"),
        ("WEIMAR TRIANGLE", "DEU FRA POL"),
    ],
)
def test_members_by_name(members: dict[str, frozenset[str]], code: str, listed: str) -> None:
    """Small groups consist of exactly their members."""
    assert members[code] == frozenset(listed.split())


@pytest.mark.parametrize(
    ("code", "listed"),
    [("ASEAN", "TLS"), ("APEC", "TWN HKG"), ("EU", "HRV"), ("NATO", "FIN SWE"), ("SCO", "BLR")],
)
def test_members_often_missed(members: dict[str, frozenset[str]], code: str, listed: str) -> None:
    """Countries that joined of late or under another standing are members."""
    assert frozenset(listed.split()) <= members[code]


@pytest.mark.parametrize(
    ("code", "listed"),
    [
        ("ASEAN", "PNG"),
        ("ECOWAS", "BFA MLI NER"),
        ("EU", "GBR"),
        ("IGAD", "ERI"),
        ("NATO", "AUT IRL UKR"),
        ("OAS", "NIC"),
        ("OPEC", "AGO ARE QAT"),
        ("UN", "PSE TWN VAT XKX"),
    ],
)
def test_countries_outside(members: dict[str, frozenset[str]], code: str, listed: str) -> None:
    """Countries that left, or are often taken for members, are not members."""
    assert not frozenset(listed.split()) & members[code]


def test_groups_lie_within_each_other(members: dict[str, frozenset[str]]) -> None:
    """A group that is made of another's members contains or is contained as it should."""
    assert members["ASEAN"] < members["ASEAN+3"] < members["EAS"] < members["ARF"]
    assert members["C5"] < members["C5+1"]
    assert members["COE"] < members["OSCE"]
    assert members["E3"] < members["P5+1"]
    assert members["EU"] < members["COE"]
    assert members["EURO AREA"] < members["EU"]
    assert members["G7"] < members["G8"]
    assert members["OPEC"] < members["OPEC+"]
    assert members["P5"] < members["P5+1"]
    assert members["V4"] < members["B9"] < members["NATO"]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Arab League", "LAS"),
        ("Association of Southeast Asian Nations", "ASEAN"),
        ("Atlantic Alliance", "NATO"),
        ("E.U.", "EU"),
        ("European Commission", "EU"),
        ("European Council", "EU"),
        ("General Assembly", "UNGA"),
        ("Group of Seven", "G7"),
        ("Quad", "QUAD"),
        ("Security Council", "UNSC"),
        ("U.N.", "UN"),
        ("World Bank", "WB"),
    ],
)
def test_usual_forms(rows: list[dict[str, str]], form: str, code: str) -> None:
    """The forms of the texts lead to the codebook's code."""
    assert [row["code"] for row in rows if form in forms(row)] == [code]
