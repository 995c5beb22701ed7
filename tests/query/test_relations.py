"""Queries of leaders and of partnerships."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.query import strategies as drawn
from tests.query.strategies import Untyped

from bilateral import (
    Country,
    Leader,
    Leaders,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Partnerships,
    UnknownNameError,
    ValidationError,
)

codes = st.sampled_from(drawn.PARTIES)
PAIR = (Country.of("JPN"), Country.of("MYS"))


def of_level(label: str) -> Partnership:
    """Make a partnership of a level."""
    return Partnership(PAIR, PartnershipLevel(label))


@given(drawn.leaders(), codes)
def test_leaders_by_party_and_country(records: Leaders, code: str) -> None:
    """A leader is found by the one party served."""
    found = [x for x in records if x.party is not None and x.party.code == code]
    assert list(records.by_party(code)) == found
    if code in drawn.COUNTRIES:
        assert list(records.by_country(code)) == found


@given(drawn.leaders(1), st.sampled_from(drawn.NAMES))
def test_leaders_by_name(records: Leaders, name: str) -> None:
    """The whole name and every word of it find whoever bears it."""
    for part in (name, name.upper(), *name.split()):
        words = part.lower()
        found = [x for x in records if f" {words} " in f" {x.name.lower()} "]
        if found:
            assert list(records.by_name(part)) == found
        else:
            with pytest.raises(UnknownNameError):
                records.by_name(part)


@pytest.mark.parametrize("name", ["barrot", "Jean-Noel", "Noël", "JEAN NOEL BARROT"])
def test_names_are_compared_without_accents(name: str) -> None:
    """Case, accents and hyphens do not count in a name."""
    records = Leaders([Leader("Anwar Ibrahim"), Leader("Jean-Noël Barrot")])
    assert records.by_name(name) == records[1:]


@pytest.mark.parametrize(
    ("wrong", "right"), [("Anwer", "Anwar"), ("Anwar Ibrahm", "Anwar Ibrahim")]
)
def test_a_misspelt_leader_is_an_error(wrong: str, right: str) -> None:
    """Somebody who is not there is an error with the nearest who is."""
    with pytest.raises(UnknownNameError) as caught:
        Leaders([Leader("Anwar Ibrahim")]).by_name(wrong)
    assert caught.value.kind == "leader"
    assert right in caught.value.nearest


def test_a_part_of_a_word_is_no_name() -> None:
    """A fragment of a name finds nobody."""
    with pytest.raises(UnknownNameError):
        Leaders([Leader("Anwar Ibrahim")]).by_name("Anw")


def test_nobody_answers_with_nobody() -> None:
    """In a collection of nobody no name and no office can be misspelt."""
    assert Leaders().by_name("Anwar") == Leaders().by_office("grand vizier") == Leaders()


def test_a_name_is_right_after_others_are_filtered_out() -> None:
    """Whoever was in the collection that was asked first is known to those made from it."""
    records = Leaders([Leader("Anwar Ibrahim", office="prime minister"), Leader("Ishiba")])
    assert records.where(lambda x: x.office is None).by_name("Anwar") == Leaders()
    assert records[1:].by_office("prime minister") == Leaders()


@given(drawn.leaders(), st.sampled_from([*drawn.OFFICES, "minister", "trade"]))
def test_leaders_by_office(records: Leaders, office: str) -> None:
    """An office finds every office that holds its words in their order."""
    held = [x for x in records if f" {office} " in f" {x.office or ''} "]
    if held or office != "trade":
        assert list(records.by_office(office)) == held
        assert list(records.by_office(office.title())) == held


def test_a_word_within_a_word_is_no_office() -> None:
    """The words of an office are whole words."""
    records = Leaders([Leader("A", office="administrator"), Leader("B", office="foreign minister")])
    assert [x.name for x in records.by_office("minister")] == ["B"]


def test_a_usual_office_may_be_held_by_nobody() -> None:
    """An office of the gazetteer that nobody holds is an empty answer."""
    assert Leaders([Leader("A", office="chief harpist")]).by_office("prime minister") == Leaders()


def test_a_misspelt_office_is_an_error() -> None:
    """An office that neither anybody holds nor the gazetteer lists is an error."""
    with pytest.raises(UnknownNameError) as caught:
        Leaders([Leader("A", office="prime minister")]).by_office("prime minster")
    assert caught.value.kind == "office"
    assert caught.value.nearest[0] == "prime minister"


@pytest.mark.parametrize("given", [None, 1, ["minister"]])
def test_names_of_other_types_are_refused(given: Untyped) -> None:
    """What is no text is told to be so."""
    for query in (Leaders().by_name, Leaders().by_office, Partnerships().by_level):
        with pytest.raises(ValidationError, match="must be a str"):
            query(given)


@given(drawn.leaders(), st.sampled_from(sorted(Leaders._GROUPS)))
def test_leaders_are_grouped_by_every_documented_name(records: Leaders, name: Untyped) -> None:
    """A group found by name holds what the query of that name finds."""
    query: dict[str, Any] = {
        "country": records.by_country,
        "party": records.by_party,
        "office": lambda key: records.where(lambda x: x.office == key),
    }
    for key, group in records.group_by(name).items():
        assert not key or group == query[name](key)


@given(drawn.partnerships(), codes, codes)
def test_partnerships_by_parties(records: Partnerships, one: str, two: str) -> None:
    """A partnership is found by each party, and by several together in any order."""

    def has(record: Partnership, code: str) -> bool:
        return code in [party.code for party in record.parties]

    assert list(records.by_party(one)) == [x for x in records if has(x, one)]
    if one in drawn.COUNTRIES:
        assert records.by_country(one) == records.by_party(one)
    both = records.between_parties(one, two)
    assert list(both) == [x for x in records if has(x, one) and has(x, two)]
    assert both == records.between_parties(drawn.party(two), drawn.party(one))
    assert records.between_parties(one) == records.by_party(one)


@pytest.mark.parametrize("query", ["by_country", "by_party", "between_parties"])
def test_an_unknown_party_is_an_error(query: str) -> None:
    """A party that nobody knows is never an empty answer."""
    for records in (Partnerships(), Leaders()):
        if hasattr(records, query):
            with pytest.raises(UnknownNameError) as caught:
                getattr(records, query)("Malysia")
            assert "Malaysia" in caught.value.nearest


@given(drawn.partnerships(), st.sampled_from(drawn.LABELS))
def test_partnerships_by_level(records: Partnerships, label: str) -> None:
    """A label finds the partnerships that bear it, in any letters or as a record."""
    found = [x for x in records if x.level.label == label]
    assert list(records.by_level(PartnershipLevel(label))) == found
    if found or label != "golden friendship":
        assert list(records.by_level(label.upper())) == found


@given(drawn.partnerships(), st.sampled_from(drawn.LABELS[:2]))
def test_partnerships_of_at_least_a_level(records: Partnerships, label: str) -> None:
    """Those as high on the ladder or higher are found, without those that have no place on it."""
    least = PartnershipLevel(label).rank
    assert least is not None
    found = [x for x in records if x.level.rank is not None and x.level.rank >= least]
    assert list(records.by_level(label, at_least=True)) == found


def test_variants_of_a_label_are_one_level() -> None:
    """A variant that the ladder lists finds its label and the other way round."""
    records = Partnerships([of_level("treaty alliance"), of_level("alliance")])
    assert records.by_level("alliance") == records.by_level("defence alliance") == records


def test_a_label_without_a_place_is_kept_but_not_compared() -> None:
    """An unusual label of the collection is found, and refused as a least level."""
    records = Partnerships([of_level("golden friendship"), of_level("strategic partnership")])
    assert len(records.by_level("golden friendship")) == 1
    assert len(records.by_level("strategic partnership", at_least=True)) == 1
    with pytest.raises(ValidationError, match="no place on the ladder"):
        records.by_level("golden friendship", at_least=True)
    with pytest.raises(ValidationError, match="no place on the ladder"):
        Partnerships().by_level(PartnershipLevel("golden friendship"), at_least=True)


def test_a_misspelt_level_is_an_error() -> None:
    """A label that neither the ladder nor the collection has is an error."""
    with pytest.raises(UnknownNameError) as caught:
        Partnerships().by_level("strategic partnrship")
    assert caught.value.kind == "partnership level"
    assert caught.value.nearest[0] == "strategic partnership"


@given(drawn.partnerships(), drawn.dates(), drawn.dates())
def test_partnerships_by_date(records: Partnerships, one: PartialDate, two: PartialDate) -> None:
    """A partnership lies in a range when all days that its date can mean do."""
    start, end = sorted((one, two), key=lambda x: x.earliest)

    def held(record: Partnership) -> bool:
        return record.since is not None and start.earliest <= record.since.earliest

    since = [x for x in records if held(x)]
    assert list(records.since(start)) == list(records.since(str(start))) == since
    found = [x for x in since if x.since is not None and x.since.latest <= end.latest]
    if start.earliest <= end.latest:
        assert list(records.between(start, end)) == found


def test_a_range_the_wrong_way_round_is_an_error() -> None:
    """A range that ends before it starts is a mistake and no empty answer."""
    with pytest.raises(ValidationError, match="start: must not lie behind end"):
        Partnerships().between("2026", "2025")


@given(drawn.partnerships(), st.sampled_from(sorted(Partnerships._GROUPS)))
def test_partnerships_are_grouped_by_every_documented_name(
    records: Partnerships, name: Untyped
) -> None:
    """A group found by name holds what the query of that name finds."""
    query: dict[str, Any] = {
        "country": records.by_country,
        "party": records.by_party,
        "level": records.by_level,
        "year": lambda key: records.between(key, key),
    }
    for key, group in records.group_by(name).items():
        assert not key or group == query[name](key)
