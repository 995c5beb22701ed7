"""The sequence under every collection."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.query import strategies as drawn
from tests.query.strategies import Untyped

from bilateral import (
    Commitment,
    Commitments,
    CountError,
    Country,
    Domain,
    Force,
    Issue,
    Issues,
    Leader,
    Leaders,
    Partnerships,
    Span,
    UnknownNameError,
    ValidationError,
)
from bilateral.query.records import Records

ANY = Records[Any, Any]


def commitment(text: str = "Japan will act.", **more: Untyped) -> Commitment:
    """Make a commitment by hand."""
    made: dict[str, Any] = {"actors": (Country.of("JPN"),), "force": Force.PLEDGE, **more}
    return Commitment(text, **made)


@given(drawn.collections())
def test_it_is_a_sequence_like_a_tuple(records: ANY) -> None:
    """Length, iteration, indexing, membership and reversal are those of a tuple."""
    plain = tuple(records)
    assert len(records) == len(plain)
    assert [records[index] for index in range(len(plain))] == list(plain)
    assert [records[-index - 1] for index in range(len(plain))] == list(plain[::-1])
    assert tuple(reversed(records)) == plain[::-1]
    assert all(record in records for record in plain)
    assert all(records.index(record) == plain.index(record) for record in plain)
    assert all(records.count(record) == plain.count(record) for record in plain)
    assert "nothing of the kind" not in records


def test_an_index_outside_is_an_error() -> None:
    """Indexing past the end raises as a tuple does."""
    with pytest.raises(IndexError):
        Commitments()[0]


@given(drawn.views(), st.slices(10))
def test_a_slice_is_of_the_same_class(records: Commitments, part: slice) -> None:
    """A slice, of whatever step, is a collection of the records that a tuple would give."""
    sliced = records[part]
    assert type(sliced) is type(records)
    assert tuple(sliced) == tuple(records)[part]


@given(drawn.views(), st.slices(10))
def test_queries_keep_the_order_of_what_they_are_asked_of(
    records: Commitments, part: slice
) -> None:
    """A sliced, turned or sorted collection answers in its own order."""
    sliced = records[part]
    found = sliced.by_country("JPN", role="any")
    assert list(found) == [x for x in sliced if "JPN" in [p.code for p in x.parties]]


@pytest.mark.parametrize("collection", [Commitments, Issues, Leaders, Partnerships])
def test_a_wrong_item_is_refused_by_its_index(collection: type[ANY]) -> None:
    """Every item of another class is listed at once, with its value."""
    with pytest.raises(ValidationError) as caught:
        collection([None, 1, "x"])
    error = caught.value
    assert error.record == collection.__name__
    assert [fault.path for fault in error.faults] == ["[0]", "[1]", "[2]"]
    assert [fault.value for fault in error.faults] == [None, 1, "x"]


def test_only_the_wrong_items_are_listed() -> None:
    """Right items among wrong ones are not complained of; the error says what is wanted."""
    with pytest.raises(ValidationError) as caught:
        Commitments([commitment(), Issue("unrest")])  # type: ignore[list-item]
    (fault,) = caught.value.faults
    assert fault.path == "[1]"
    assert fault.reason == "must be a Commitment"


@pytest.mark.parametrize("given", [None, 3, "text", b"bytes", commitment])
def test_what_is_no_iterable_of_records_is_refused(given: Untyped) -> None:
    """None, a number, a text and a function are no records."""
    with pytest.raises(ValidationError, match="must be an iterable of Issue"):
        Issues(given)


@pytest.mark.parametrize("kind", [list, tuple])
def test_right_records_are_taken_at_once(kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """The look at each record is left alone until one is wrong."""
    monkeypatch.delattr(Records, "_take")
    assert len(Commitments(kind([commitment(), commitment()]))) == 2
    assert len(Commitments(kind())) == 0


def test_any_iterable_will_do() -> None:
    """A generator, a tuple and a collection of the class itself give equal collections."""
    one = commitment()
    assert Commitments(x for x in [one]) == Commitments((one,)) == Commitments(Commitments([one]))


@given(drawn.collections())
def test_equality_and_hash_agree(records: ANY) -> None:
    """A collection equals and hashes like another made of the same records, and like no tuple."""
    again = type(records)(list(records))
    assert records == again
    assert hash(records) == hash(again)
    assert records != tuple(records)


def test_classes_differ_even_when_empty() -> None:
    """No commitments are not the same as no issues."""
    assert Commitments() != Issues()
    assert len({Commitments(), Issues(), Leaders(), Partnerships(), Commitments()}) == 4


def test_order_matters_to_equality() -> None:
    """The same records in another order are another collection."""
    one, two = commitment("One will act."), commitment("Two will act.")
    assert Commitments([one, two]) != Commitments([two, one])


@given(drawn.views())
def test_pickling_and_copying_give_equals(records: Commitments) -> None:
    """A collection comes back from pickle and from copy equal and able to answer."""
    for again in (pickle.loads(pickle.dumps(records)), copy.copy(records), copy.deepcopy(records)):
        assert again == records
        assert again.by_force("pledge") == records.by_force("pledge")


def test_it_cannot_be_changed() -> None:
    """Assigning, deleting and adding attributes, and setting items, are refused."""
    records = Commitments([commitment()])
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        records._held = ()
    with pytest.raises(AttributeError):
        records.note = "x"
    with pytest.raises(AttributeError):
        del records._held
    with pytest.raises(TypeError):
        records[0] = commitment()  # type: ignore[index]


@pytest.mark.parametrize(
    ("records", "text"),
    [
        (Commitments(), "Commitments(0 records)"),
        (Issues([Issue("unrest")]), "Issues(1 record)"),
        (Leaders([Leader("A"), Leader("B")]), "Leaders(2 records)"),
    ],
)
def test_repr_is_short(records: ANY, text: str) -> None:
    """The representation names the class and counts the records."""
    assert repr(records) == text


@given(drawn.views())
def test_where_is_a_comprehension(records: Commitments) -> None:
    """`where` keeps what the predicate holds for, in order."""
    assert list(records.where(lambda x: x.reaffirmed)) == [x for x in records if x.reaffirmed]


@given(drawn.views(), st.booleans())
def test_sorted_by_is_sorted(records: Commitments, reverse: bool) -> None:  # noqa: FBT001
    """`sorted_by` orders as `sorted` does, stable in both directions."""

    def key(record: Commitment) -> tuple[str, int]:
        return record.text, len(record.actors)

    assert list(records.sorted_by(key, reverse=reverse)) == sorted(
        records, key=key, reverse=reverse
    )
    assert list(records.sorted_by(key)) == sorted(records, key=key)


@given(drawn.views())
def test_first_is_the_first_or_none(records: Commitments) -> None:
    """`first` answers None instead of raising."""
    assert records.first() == next(iter(records), None)


@given(drawn.views())
def test_one_insists_on_one(records: Commitments) -> None:
    """`one` gives the only record and counts them otherwise."""
    if len(records) == 1:
        assert records.one() == records[0]
    else:
        with pytest.raises(CountError) as caught:
            records.one()
        assert (caught.value.kind, caught.value.count) == ("Commitments", len(records))


@given(drawn.views())
def test_groups_of_a_function_partition(records: Commitments) -> None:
    """Every record is in exactly one group of a function, groups in order of first appearance."""
    groups = records.group_by(lambda record: record.text)
    assert list(groups) == list(dict.fromkeys(record.text for record in records))
    assert sum(len(group) for group in groups.values()) == len(records)
    for text, group in groups.items():
        assert type(group) is Commitments
        assert list(group) == [record for record in records if record.text == text]


@given(drawn.views(), st.sampled_from(sorted(Commitments._GROUPS)))
def test_groups_by_name_leave_nothing_out(records: Commitments, name: Untyped) -> None:
    """Every record is in some group, and where it has no value in that of the empty string."""
    groups = records.group_by(name)
    assert {record for group in groups.values() for record in group} == set(records)
    others = [record for key, group in groups.items() if key for record in group]
    assert not set(groups.get("", Commitments())) & set(others)


@given(drawn.views(), st.sampled_from(sorted(Commitments._GROUPS)))
def test_counts_are_the_sizes_of_groups(records: Commitments, name: Untyped) -> None:
    """`count_by` counts the groups of `group_by`, most first and equal counts by key."""
    counts = records.count_by(name)
    assert counts == {key: len(group) for key, group in records.group_by(name).items()}
    order = [(-count, key) for key, count in counts.items()]
    assert order == sorted(order)


def test_a_record_with_two_values_is_in_two_groups() -> None:
    """A commitment on two domains stands under both, and under their common parent once."""
    both = commitment(domains=(Domain.of("security.cyber"), Domain.of("security.maritime")))
    records = Commitments([both])
    assert records.count_by("domain") == {"security.cyber": 1, "security.maritime": 1}
    assert records.count_by("top") == {"security": 1}
    assert records.count_by("addressee") == {"": 1}


def test_keys_without_an_order_are_counted() -> None:
    """Keys that cannot be compared are put in the order of their text."""
    records = Commitments([commitment(), commitment(force=Force.REQUEST)])
    assert records.count_by(lambda x: x.force) == {Force.PLEDGE: 1, Force.REQUEST: 1}


@pytest.mark.parametrize("key", ["domains", "", 7])
def test_an_unknown_group_is_refused(key: Untyped) -> None:
    """A name that the class does not document is an error that lists those it does."""
    with pytest.raises(UnknownNameError) as caught:
        Commitments().group_by(key)
    assert "domain" in caught.value.nearest
    assert caught.value.name == (key if isinstance(key, str) else "7")
    with pytest.raises(UnknownNameError):
        Commitments().count_by(key)


@given(drawn.views(), drawn.views())
def test_the_laws_of_sets(one: Commitments, two: Commitments) -> None:
    """Union, intersection and difference are those of sets, in the order of first appearance."""
    assert list(one | two) == list(dict.fromkeys([*one, *two]))
    assert list(one & two) == list(dict.fromkeys([x for x in one if x in two]))
    assert list(one - two) == list(dict.fromkeys([x for x in one if x not in two]))
    assert set(one | two) == set(two | one)
    assert set(one & two) == set(two & one)
    assert set((one & two) | (one - two)) == set(one)
    assert type(one | two) is type(one & two) is type(one - two) is Commitments


@given(drawn.views(), st.sampled_from(drawn.PARTIES), st.sampled_from(drawn.DOMAINS))
def test_sets_of_queries_on_one_collection(records: Commitments, code: str, domain: str) -> None:
    """Results of one collection combine as those of different ones do."""
    one, two = records.by_party(code), records.by_domain(domain)
    assert list(one | two) == list(dict.fromkeys([*one, *two]))
    assert set(one & two) == set(one.by_domain(domain))
    assert set(one - two) | set(one & two) == set(one)
    assert (one | two).by_party(code) == (one | two).where(lambda x: x in one)


@pytest.mark.parametrize("other", [Issues(), (), None])
def test_sets_of_other_classes_are_refused(other: Untyped) -> None:
    """Collections of different classes do not mix."""
    records = Commitments()
    for combine in (records.__or__, records.__and__, records.__sub__):
        assert combine(other) is NotImplemented
    with pytest.raises(TypeError):
        records | other


def test_a_chain_finds_what_a_comprehension_finds() -> None:
    """Domain and country of a large collection, in its order; `benchmarks/queries.py` times it."""
    every = Country.all()[:40]
    topics = [domain for domain in Domain.all() if "." in domain.name]
    distinct = [
        commitment(
            actors=(every[i % 40], every[(i + 1 + i // 40) % 40]),
            domains=(topics[i * 7 % len(topics)],),
            span=Span(i, i + 15),
        )
        for i in range(1000)
    ]
    records = Commitments(distinct * 10)
    code = every[3].code

    def indexed() -> list[Commitment]:
        return list(records.by_domain("security").by_country(code))

    def plain() -> list[Commitment]:
        return [
            record
            for record in records
            if any(domain.is_within("security") for domain in record.domains)
            and any(actor.code == code for actor in record.actors)
        ]

    assert indexed() == plain()
    assert indexed()
