"""Where something stands in a text."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.refusals import Untyped, refused

from bilateral import Span


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw a span in a short text."""
    start = draw(st.integers(0, 20))
    return Span(start, draw(st.integers(start + 1, 25)))


@pytest.mark.parametrize(
    ("start", "end", "faults"),
    [
        (-1, "9", {"start": "must be 0 or more", "end": "must be an int"}),
        (None, None, {"start": "must be an int", "end": "must be an int"}),
        (True, 2, {"start": "must be an int"}),
        (0, 2.0, {"end": "must be an int"}),
        (0, 0, {"end": "must be greater than start, which is 0"}),
        (3, 2, {"end": "must be greater than start, which is 3"}),
        (-2, -1, {"start": "must be 0 or more", "end": "must be 0 or more"}),
        (-2, 5, {"start": "must be 0 or more"}),
    ],
)
def test_a_faulty_span_is_refused(start: Untyped, end: Untyped, faults: dict[str, str]) -> None:
    """Offsets are ints from 0 and a span is never empty; everything wrong is told at once."""
    assert refused(Span, start, end) == faults


@given(spans())
def test_a_span_marks_its_words(span: Span) -> None:
    """The words of a text are its slice, as long as the span."""
    text = "abcdefghijklmnopqrstuvwxyz"
    assert span.of(text) == text[span.start : span.end]
    assert len(span.of(text)) == len(span)


@given(spans(), spans())
def test_overlap_and_containment_are_those_of_sets(one: Span, two: Span) -> None:
    """Spans overlap when they share a character, and contain when they share all of the other's."""
    first, second = (set(range(span.start, span.end)) for span in (one, two))
    assert one.overlaps(two) == two.overlaps(one) == bool(first & second)
    assert (two in one) == (second <= first)


@given(spans(), spans())
def test_spans_are_ordered_values(one: Span, two: Span) -> None:
    """Spans sort by start, then end; equal ones hash alike and come back from pickle."""
    assert (one < two) == ((one.start, one.end) < (two.start, two.end))
    assert (one == two) == ((one.start, one.end) == (two.start, two.end))
    assert hash(one) == hash(Span(one.start, one.end))
    assert pickle.loads(pickle.dumps(one)) == one


def test_a_span_cannot_be_changed() -> None:
    """Assigning is refused."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Span(0, 1).end = 5  # type: ignore[misc]
