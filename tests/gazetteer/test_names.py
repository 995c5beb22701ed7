"""One matcher over all the tables: which kind of thing a name names, and which parties."""

from __future__ import annotations

import pytest

from bilateral.gazetteer import names, tables
from bilateral.gazetteer.names import Name, NameKind


def found(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return words, kind and codes of every name in a text."""
    return [
        (text[start:end], n.kind.value, n.codes) for start, end, n in names.matcher().find(text)
    ]


def one(text: str) -> Name:
    """Return what a text that is a name stands for, when it is found whole."""
    matches = [(text[start:end], name) for start, end, name in names.matcher().find(text)]
    assert [words for words, _ in matches] == [text]
    return matches[0][1]


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("Iceland", NameKind.COUNTRY, ("ISL",)),
        ("Republic of Iceland", NameKind.COUNTRY, ("ISL",)),
        ("Icelandic", NameKind.DEMONYM, ("ISL",)),
        ("Malaysians", NameKind.DEMONYM, ("MYS",)),
        ("ASEAN", NameKind.ORGANIZATION, ("ASEAN",)),
        ("European Union", NameKind.ORGANIZATION, ("EU",)),
        ("White House", NameKind.METONYM, ("USA",)),
        ("Kuala Lumpur", NameKind.CAPITAL, ("MYS",)),
        ("prime minister", NameKind.OFFICE, ()),
        ("Prime Minister", NameKind.OFFICE, ()),
        ("Anwar Ibrahim", NameKind.PERSON, ("MYS",)),
        ("Osaka", NameKind.PLACE, ("JPN",)),
    ],
)
def test_kinds(text: str, kind: NameKind, codes: tuple[str, ...]) -> None:
    """Each kind of name is found and stands for its party, or lies there."""
    name = one(text)
    assert name.kind is kind
    assert name.codes == codes


@pytest.mark.parametrize("text", ["Singapore", "Djibouti", "San Marino", "Monaco"])
def test_a_city_state_is_the_country(text: str) -> None:
    """The name of a country goes before that of its capital."""
    assert one(text).kind is NameKind.COUNTRY


@pytest.mark.parametrize(
    "row", [r for r in tables.ambiguous() if r["rule"] == "never"], ids=lambda r: r["name"]
)
def test_names_that_only_look_like_countries(row: tables.Row) -> None:
    """What the table marks "never" is read whole and never as the country inside it."""
    name = one(row["name"])
    assert name.kind in (NameKind.PLACE, NameKind.ORGANIZATION, NameKind.OTHER)


def test_seas_are_not_countries() -> None:
    """The country inside the name of a sea is not found."""
    assert [codes for _, kind, codes in found("the South China Sea") if kind == "country"] == []
    assert [kind for _, kind, _ in found("the Sea of Japan")] in (["place"], ["other"])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Turkiye", ("TUR",)),
        ("Türkiye", ("TUR",)),
        ("Cote d'Ivoire", ("CIV",)),
        ("Trinidad & Tobago", ("TTO",)),
        ("Bosnia & Herzegovina", ("BIH",)),
        ("Sao Tome & Principe", ("STP",)),
        ("Trinidad and  Tobago", ("TTO",)),
    ],
)
def test_other_spellings(text: str, codes: tuple[str, ...]) -> None:
    """Accents may be missing, and "&" may stand for "and"."""
    ((words, kind, known),) = found(text)
    assert (words, kind, known) == (text, "country", codes)


@pytest.mark.parametrize(
    "text", ["iceland", "ICELANDIA", "Icelander-in", "icelandic", "turkey", "us"]
)
def test_case_tells_names_from_words(text: str) -> None:
    """A name of a country begins with a capital and is a whole word."""
    assert all(
        kind not in ("country", "demonym") or words == "Icelander" for words, kind, _ in found(text)
    )


def test_the_longest_name_is_read() -> None:
    """A country inside the name of another, or of an organization, is not found by itself."""
    text = "Equatorial Guinea, Papua New Guinea, South Sudan and the Bank of Japan"
    assert [codes for _, _, codes in found(text)][:3] == [("GNQ",), ("PNG",), ("SSD",)]


@pytest.mark.parametrize("column", ["name", "official", "aliases"])
def test_every_name_of_a_country_is_found(column: str) -> None:
    """Each name of the table is found whole, as a country or under a rule of its own."""
    special = {row["name"] for row in tables.ambiguous()}
    for row in tables.countries():
        for text in tables.items(row[column]):
            if text not in special:
                name = one(text)
                assert (name.kind, name.codes) == (NameKind.COUNTRY, (row["alpha_3"],)), text


def test_every_organization_is_found_by_its_full_name() -> None:
    """Each full name is found whole; no part of it is taken for a country."""
    special = {row["name"] for row in tables.ambiguous()}
    for row in tables.organizations():
        if row["name"] not in special:
            name = one(row["name"])
            assert name.kind in (NameKind.ORGANIZATION, NameKind.COUNTRY), row["name"]


def test_a_name_in_context_has_its_readings() -> None:
    """A name that only the context settles keeps all its readings and its rule."""
    rows = [
        r for r in tables.ambiguous() if r["rule"] == "context" and r["readings"].count("|") > 0
    ]
    assert rows
    matched = 0
    for row in rows:
        matches = [
            (row["name"][start:end], n) for start, end, n in names.matcher().find(row["name"])
        ]
        if matches and matches[0][0] == row["name"]:
            name = matches[0][1]
            assert name.rule == "context", row["name"]
            assert set(name.codes) == {c for c in row["readings"].split("|") if c != "-"}, row[
                "name"
            ]
            matched += 1
    assert matched > len(rows) // 2


def test_the_matcher_is_built_once() -> None:
    """The second text costs no second reading of the tables."""
    assert names.matcher() is names.matcher()
