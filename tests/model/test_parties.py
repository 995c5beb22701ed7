"""Countries and organizations."""

from __future__ import annotations

import pickle
import subprocess
import sys

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.refusals import Untyped, refused

from bilateral import AmbiguousNameError, Country, Organization, UnknownNameError, ValidationError
from bilateral.gazetteer import tables
from bilateral.model.iso3166 import CODES
from bilateral.model.parties import code_of, codes, party

JAPAN = Country("JP", "JPN", "392", "Japan")
MALAYSIA = Country("MY", "MYS", "458", "Malaysia")
NAMES = {
    name
    for row in tables.countries()
    for cell in ("name", "aliases", "demonyms")
    for name in tables.items(row[cell])
}
countries = st.sampled_from(sorted(CODES)).map(Country.of)


@given(st.sampled_from(sorted(CODES)))
def test_the_codes_of_one_entry_make_a_country(alpha_3: str) -> None:
    """Every entry of the standard can be built by hand, under any name."""
    alpha_2, numeric = CODES[alpha_3]
    made = Country(alpha_2, alpha_3, numeric, "Anyland")
    assert (made.code, str(made)) == (alpha_3, "Anyland")
    assert repr(made) == f"Country('{alpha_3}', 'Anyland')"


def test_kosovo_has_no_number() -> None:
    """The standard gives Kosovo none, and none may be made up."""
    assert Country("XK", "XKX", None, "Kosovo").numeric is None
    assert refused(Country, "XK", "XKX", "983", "Kosovo") == {
        "numeric": "must be None, which goes with XKX"
    }


@pytest.mark.parametrize(
    ("parts", "faults"),
    [
        (
            ("JP", "MYS", "392", ""),
            {
                "alpha_2": "must be 'MY', which goes with MYS",
                "numeric": "must be '458', which goes with MYS",
                "name": "must not be empty or blank",
            },
        ),
        (("my", "MYS", "458", "x"), {"alpha_2": "must be 'MY', which goes with MYS"}),
        (("MY", "MYS", 458, "x"), {"numeric": "must be '458', which goes with MYS"}),
        (("MY", "MYS", None, "x"), {"numeric": "must be '458', which goes with MYS"}),
        (("MY", "mys", "458", "x"), {"alpha_3": "must be an alpha-3 code of ISO 3166-1, or XKX"}),
        (
            (None, "ZZZ", 0, None),
            {
                "alpha_2": "must be a str",
                "alpha_3": "must be an alpha-3 code of ISO 3166-1, or XKX",
                "numeric": "must be a str or None",
                "name": "must be a str",
            },
        ),
        (("MY", None, "458", "x"), {"alpha_3": "must be a str"}),
        (("MY", ["MYS"], "458", "x"), {"alpha_3": "must be a str"}),
        (("MY", "", None, "x"), {"alpha_3": "must not be empty or blank"}),
        (
            ("MY", "MYS", "458", " Malaysia"),
            {"name": "must be one line, single spaces, none at the ends"},
        ),
    ],
)
def test_codes_of_two_countries_make_none(parts: Untyped, faults: dict[str, str]) -> None:
    """The codes must belong together, and everything wrong is told at once."""
    assert refused(Country, *parts) == faults


def test_the_standard_is_whole() -> None:
    """There are 249 entries and Kosovo, and no code stands twice."""
    assert len(CODES) == 250
    assert len({alpha_2 for alpha_2, _ in CODES.values()}) == 250
    assert len({numeric for _, numeric in CODES.values()}) == 250
    assert {country.alpha_3 for country in Country.all()} == set(CODES)


@pytest.mark.parametrize(
    "name", ["MYS", "my", "Malaysia", "the Malaysian", "  malaysia ", "MALAYSIAN"]
)
def test_a_country_is_found_by_its_names(name: str) -> None:
    """Code, name and demonym find it in any letters."""
    assert Country.of(name).alpha_3 == party(name).code == "MYS"


def test_an_ambiguous_name_is_an_error() -> None:
    """A name of several countries, none of them the usual one, gives an error that lists them."""
    (row, *_) = [
        row
        for row in tables.ambiguous()
        if not row["default"] and len([x for x in tables.items(row["readings"]) if x in CODES]) > 1
        if row["name"] in NAMES
    ]
    for find in (Country.of, party):
        with pytest.raises(AmbiguousNameError) as caught:
            find(row["name"])
        assert len(caught.value.nearest) > 1


def test_a_usual_reading_is_taken() -> None:
    """A name of several countries with a usual one gives that one."""
    for row in tables.ambiguous():
        if row["default"] and row["name"] in NAMES and "|" in row["readings"].strip("|-"):
            assert Country.of(row["name"]).code == row["default"]


def test_a_record_is_its_own_name() -> None:
    """What is a record already is given back."""
    asean = Organization.of("ASEAN")
    assert Country.of(JAPAN) is JAPAN
    assert party(JAPAN) is JAPAN
    assert Organization.of(asean) is asean
    assert party(asean) is asean
    assert party("asean") == asean


@pytest.mark.parametrize("find", [Country.of, Organization.of, party])
def test_an_unknown_name_is_an_error(find: Untyped) -> None:
    """Nobody of that name is never somebody else."""
    with pytest.raises(UnknownNameError):
        find("Ruritania-on-Sea")
    for wrong in (None, 5, ("JPN",)):
        with pytest.raises(ValidationError):
            find(wrong)


@pytest.mark.parametrize(
    ("find", "wrong", "right"),
    [
        (Country.of, "Malysia", "Malaysia"),
        (Organization.of, "European Unoin", "European Union"),
        (party, "ASEEN", "ASEAN"),
    ],
)
def test_a_misspelt_name_is_put_right(find: Untyped, wrong: str, right: str) -> None:
    """The error names what was probably meant."""
    with pytest.raises(UnknownNameError) as caught:
        find(wrong)
    assert right in caught.value.nearest


@pytest.mark.parametrize(
    ("parts", "more", "faults"),
    [
        (("asean", "x"), {}, {"code": "must be in capitals"}),
        (
            ("", " ", [JAPAN]),
            {},
            None,
        ),
        (
            ("", " "),
            {"members": [JAPAN]},
            {
                "code": "must not be empty or blank",
                "name": "must not be empty or blank",
                "members": "must be a tuple of Country; write tuple(...) around it",
            },
        ),
        (("X", "X"), {"members": ("JPN",)}, {"members[0]": "must be a Country"}),
        (
            ("X", "X"),
            {"members": (JAPAN, MALAYSIA, JAPAN)},
            {"members[2]": "stands there twice; name it once"},
        ),
        ((None, None), {}, {"code": "must be a str", "name": "must be a str"}),
    ],
)
def test_a_faulty_organization_is_refused(
    parts: Untyped, more: Untyped, faults: dict[str, str] | None
) -> None:
    """Everything wrong is told at once; members are named by keyword."""
    if faults is None:
        with pytest.raises(TypeError):
            Organization(*parts, **more)
    else:
        assert refused(Organization, *parts, **more) == faults


def test_a_long_name_is_printed_as_its_code() -> None:
    """Short names are printed whole."""
    assert str(Organization("EU", "European Union")) == "European Union"
    assert str(Organization("ASEAN", "Association of South-East Asian Nations, x")) == "ASEAN"
    assert str(Organization("X", "n" * 40)) == "n" * 40
    assert str(Organization("X", "n" * 41)) == "X"
    assert repr(Organization("EU", "European Union")) == "Organization('EU', 'European Union')"


def test_members_are_countries_of_the_gazetteer() -> None:
    """Every listed member is a country, and the codes come in order."""
    every = Organization.all()
    assert [x.code for x in every] == sorted(x.code for x in every)
    assert Country.of("MYS") in Organization.of("ASEAN").members


@given(countries)
def test_countries_are_values(country: Country) -> None:
    """Countries are equal by value, hashable, and come back from pickle."""
    again = pickle.loads(pickle.dumps(country))
    assert again == country
    assert hash(again) == hash(country)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        country.name = "x"  # type: ignore[misc]


def test_a_hash_is_not_carried_between_processes() -> None:
    """An organization unpickled elsewhere hashes like one made there."""
    made = Organization("X", "Example", members=(JAPAN,))
    hash(made)
    code = (
        "import pickle, sys; from bilateral import Country, Organization;"
        "again = pickle.loads(sys.stdin.buffer.read());"
        "made = Organization('X', 'Example', members=(Country('JP', 'JPN', '392', 'Japan'),));"
        "assert again == made and hash(again) == hash(made)"
    )
    subprocess.run([sys.executable, "-c", code], input=pickle.dumps(made), check=True)


def test_codes_tell_parties_apart() -> None:
    """The code is the key; what is no party has none."""
    assert codes((JAPAN, Organization("X", "Example"))) == {"JPN", "X"}
    assert code_of(JAPAN) == "JPN"
    assert code_of("JPN") is None
