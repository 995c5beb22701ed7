"""A name → a record: by every spelling of the tables, and what is said of those that nobody knows."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import AmbiguousNameError, Country, Domain, Organization, UnknownNameError
from bilateral.gazetteer import lookup, tables
from bilateral.gazetteer.lookup import fold
from bilateral.model.parties import party

CHANGES: dict[str, Callable[[str], str]] = {
    "as printed": str,
    "upper": str.upper,
    "lower": str.lower,
    "swapped": str.swapcase,
    "with the": "the {}".format,
    "with The and blanks": "  The  {} ".format,
}


def country_names() -> list[tuple[str, str]]:
    """Return every name of the table with the code of its row."""
    listed = []
    for row in tables.countries():
        names = [row["alpha_2"], row["alpha_3"], row["name"], row["official"]]
        names += tables.items(row["aliases"]) + tables.items(row["demonyms"])
        listed += [(name, row["alpha_3"]) for name in names]
    return listed


def readings() -> dict[str, set[str]]:
    """Return folded name → the codes of all rows that have it."""
    found = defaultdict(set)
    for name, code in country_names():
        found[fold(name)].add(code)
    return found


def settled() -> dict[str, str]:
    """Return folded name of several countries → the default of the table, or empty."""
    found = {}
    for row in tables.ambiguous():
        if len([code for code in row["readings"].split("|") if code != "-"]) > 1:
            found[fold(row["name"])] = row["default"]
    return found


def outcome(name: str) -> str:
    """Return the code that a name leads to, or the error."""
    try:
        return Country.of(name).alpha_3
    except AmbiguousNameError:
        return "ambiguous"


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_country_is_found_by_every_name_of_its_row(change: Callable[[str], str]) -> None:
    """Codes, names, aliases and demonyms in any case and with "the" all lead to the same country."""
    known, defaults = readings(), settled()
    wrong = []
    for name, code in country_names():
        key = fold(name)
        wanted = code if len(known[key]) == 1 and key not in defaults else defaults.get(key)
        found = outcome(change(name))
        if found != (wanted or "ambiguous"):
            wrong.append((change(name), wanted, found))
    assert wrong == []


def test_names_of_several_countries_are_listed_as_ambiguous() -> None:
    """A name that stands in two rows needs a line in the table of ambiguous names."""
    defaults = settled()
    shared = {name for name, codes in readings().items() if len(codes) > 1}
    assert sorted(shared - set(defaults)) == []


@pytest.mark.parametrize("row", tables.countries(), ids=lambda row: row["alpha_3"])
def test_codes_go_before_other_readings(row: tables.Row) -> None:
    """No alias or demonym of another country takes a code away."""
    assert Country.of(row["alpha_3"]).alpha_3 == row["alpha_3"]
    assert Country.of(row["alpha_2"]).alpha_3 == row["alpha_3"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("cote d’ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("TURKIYE", "TUR"),
        ("u.s.a.", "USA"),
        ("the united   states\nof america", "USA"),
        ("The Gambia", "GMB"),
        ("São Tomé and Príncipe", "STP"),
        ("Sao Tome and Principe", "STP"),
        ("Guinea\u2011Bissau", "GNB"),
        ("Guinea–Bissau", "GNB"),
        ("Kosovo", "XKX"),
        ("Filipino", "PHL"),
    ],
)
def test_spellings_that_people_type(name: str, code: str) -> None:
    """Accents, apostrophes, dots, hyphens and blanks do not matter."""
    assert Country.of(name).alpha_3 == code


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Malasia", "Malaysia"),
        ("Phillipines", "Philippines"),
        ("Norwya", "Norway"),
        ("Kazakhstn", "Kazakhstan"),
        ("Austrlia", "Australia"),
        ("BRAZZIL", "Brazil"),
    ],
)
def test_an_unknown_country_is_an_error_with_the_nearest(name: str, near: str) -> None:
    """A misspelt name is refused, and the right one is offered."""
    with pytest.raises(UnknownNameError) as caught:
        Country.of(name)
    assert not isinstance(caught.value, AmbiguousNameError)
    assert caught.value.kind == "country"
    assert caught.value.name == name
    assert near in caught.value.nearest
    assert len(caught.value.nearest) <= 3


@pytest.mark.parametrize(
    "name", ["", " ", "the", "Atlantis of the Deep", "-", "\ud800", "x" * 9999]
)
def test_what_is_like_no_name_has_no_nearest(name: str) -> None:
    """Nothing is offered where nothing is near."""
    with pytest.raises(UnknownNameError) as caught:
        Country.of(name)
    assert caught.value.nearest == ()


def test_capitals_and_metonyms_name_no_country() -> None:
    """A city is not its state, unless the state is a city."""
    for row in tables.countries()[::6]:  # each refusal looks for the nearest
        for name in [*tables.items(row["capital"]), *tables.items(row["metonyms"])]:
            if fold(name) not in readings():
                with pytest.raises(UnknownNameError):
                    Country.of(name)


def test_an_ambiguous_name_lists_its_readings() -> None:
    """Nobody is guessed: the error names the countries."""
    names = [name for name, default in settled().items() if not default and name in readings()]
    assert names
    for name in names:
        with pytest.raises(AmbiguousNameError) as caught:
            Country.of(name)
        codes = {Country.of(near).alpha_3 for near in caught.value.nearest}
        assert len(codes) > 1
        with pytest.raises(AmbiguousNameError):
            party(name)


@given(st.text(max_size=30))
def test_any_text_is_a_country_or_a_lookup_error(name: str) -> None:
    """No text makes the lookup fail in another way."""
    with contextlib.suppress(UnknownNameError):
        assert Country.of(name) in Country.all()


@given(st.text(max_size=30))
def test_folding_is_idempotent(name: str) -> None:
    """A folded name is its own folded form, but for a further "the" in front."""
    folded = fold(name)
    if not folded.startswith("the "):
        assert fold(folded) == folded


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_organization_is_found_by_every_name_of_its_row(change: Callable[[str], str]) -> None:
    """Codes, names and aliases in any case and with "the" lead to one organization."""
    known = defaultdict(set)
    names = [
        (name, row["code"])
        for row in tables.organizations()
        for name in (row["code"], row["name"], *tables.items(row["aliases"]))
    ]
    for name, code in names:
        known[fold(name)].add(code)
    found = {(name, Organization.of(change(name)).code) for name, _ in names}
    assert [pair for pair in found if pair[1] not in known[fold(pair[0])]] == []


def test_a_party_is_a_country_first() -> None:
    """Both kinds are looked up in one call, and what is neither is told from both tables."""
    assert party("Fiji") == Country.of("Fiji")
    assert party("Association of Southeast Asian Nations") == Organization.of("ASEAN")
    with pytest.raises(UnknownNameError) as caught:
        party("Asaen")
    assert caught.value.kind == "country or organization"
    assert len(caught.value.nearest) <= 4


@pytest.mark.parametrize("name", [row["name"] for row in tables.domains()])
def test_a_domain_is_found_by_its_name(name: str) -> None:
    """The name in any case, with blanks around."""
    assert Domain.of(f" {name.upper()} ").name == name


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("maritime", "security.maritime"),
        ("security.cybr", "security.cyber"),
        ("trade", "economy.trade"),
    ],
)
def test_an_unknown_domain_is_an_error_with_the_nearest(name: str, near: str) -> None:
    """A leaf alone is no name, but leads to the whole one."""
    with pytest.raises(UnknownNameError) as caught:
        Domain.of(name)
    assert near in caught.value.nearest


def test_every_label_of_the_ladder_has_its_rank() -> None:
    """Label and variants, with or without hyphens' case, have the rank of their row."""
    for row in tables.levels():
        for label in (row["label"], *tables.items(row["variants"])):
            assert lookup.level_rank(label) == int(row["rank"]), label
            assert lookup.level_rank(label.upper()) == int(row["rank"]), label
    assert lookup.level_rank("golden friendship") is None


@pytest.mark.parametrize("value", [None, 5, b"Peru", ["Peru"]])
def test_a_name_must_be_text(value: object) -> None:
    """What is no text is refused with the reason."""
    for find in (lookup.country, lookup.organization, lookup.domain):
        call: Callable[..., object] = find
        with pytest.raises(ValueError, match="must be a str"):
            call(value)
