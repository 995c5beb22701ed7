"""What the views of one collection share."""

from __future__ import annotations

import pickle
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from bilateral.query.origins import Origin


def digits(number: int) -> Iterable[str]:
    """List a number under each of its digits."""
    return str(number)


@given(st.lists(st.integers(0, 99)))
def test_an_index_lists_every_position_under_its_marks(numbers: list[int]) -> None:
    """Each bucket holds, ascending, the positions of the records that bear its mark."""
    index = Origin(tuple(numbers)).index("digits", digits)
    assert set(index) == {digit for number in numbers for digit in str(number)}
    for digit, bucket in index.items():
        assert list(bucket) == [
            at for at, number in enumerate(numbers) if str(digit) in str(number)
        ]


def test_an_index_is_built_once_and_when_asked_for() -> None:
    """The function is called once a record, at the first question."""
    asked: list[int] = []

    def marks(number: int) -> Iterable[int]:
        asked.append(number)
        return (number,)

    origin = Origin((1, 2))
    assert not asked
    assert origin.index("self", marks) is origin.index("self", marks)
    assert asked == [1, 2]


@given(st.lists(st.integers(0, 5)))
def test_distinct_keeps_the_first_of_equals(numbers: list[int]) -> None:
    """Of equal records the position of the first stays."""
    kept = Origin(tuple(numbers)).distinct(range(len(numbers)))
    assert [numbers[at] for at in kept] == list(dict.fromkeys(numbers))
    assert all(at == numbers.index(numbers[at]) for at in kept)


def test_indexes_are_not_pickled() -> None:
    """An origin is pickled without its indexes, which are quicker to build than to carry."""
    origin = Origin((1, 2))
    origin.index("digits", digits)
    again = pickle.loads(pickle.dumps(origin))
    assert (again.items, again.sections, again.buckets) == ((1, 2), (), {})
