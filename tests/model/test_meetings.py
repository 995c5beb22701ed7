"""The encounter that a text reports."""

from __future__ import annotations

import pickle

import attrs
import pytest
from tests.model.refusals import Untyped, refused

from bilateral import Country, Leader, Meeting, PartialDate, Span, Trace

JAPAN = Country("JP", "JPN", "392", "Japan")


@pytest.mark.parametrize(
    ("parts", "faults"),
    [
        (
            {
                "kind": "Summit",
                "date": "2025",
                "place": "",
                "parties": (JAPAN, JAPAN),
                "leaders": ("Anwar",),
                "span": (0, 1),
                "trace": "rule",
            },
            {
                "kind": "must be in lower case",
                "date": "must be a PartialDate or None",
                "place": "must not be empty or blank",
                "parties[1]": "stands there twice; name it once",
                "leaders[0]": "must be a Leader",
                "span": "must be a Span or None",
                "trace": "must be a Trace or None",
            },
        ),
        ({"kind": ""}, {"kind": "must not be empty or blank"}),
        ({"kind": 1}, {"kind": "must be a str"}),
        ({"parties": None}, {"parties": "must be a tuple of Party"}),
        ({"leaders": []}, {"leaders": "must be a tuple of Leader; write tuple(...) around it"}),
    ],
)
def test_a_faulty_meeting_is_refused(parts: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once."""
    assert refused(Meeting, **parts) == faults


def test_nothing_need_be_known_of_a_meeting() -> None:
    """What the text does not tell is None or empty."""
    bare = Meeting()
    assert (bare.kind, bare.date, bare.place, bare.span) == (None, None, None, None)
    assert (bare.parties, bare.leaders) == ((), ())


def test_meetings_are_values() -> None:
    """The trace is no part of what a meeting is; everything else is."""
    made = Meeting(
        kind="summit",
        date=PartialDate(2025, 1),
        place="Putrajaya",
        parties=(JAPAN,),
        leaders=(Leader("Anwar"),),
        span=Span(0, 5),
    )
    traced = attrs.evolve(made, trace=Trace("meeting.kind"))
    assert traced == made
    assert hash(traced) == hash(made)
    assert pickle.loads(pickle.dumps(traced)).trace == traced.trace
    assert attrs.evolve(made, place=None) != made
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.kind = None  # type: ignore[misc]
