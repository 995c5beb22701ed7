"""The encounter that a text reports."""

from __future__ import annotations

import pytest

import bilateral
from bilateral import Meeting


def meeting(text: str, date: str | None = None) -> Meeting:
    """Return the meeting of a text that has one."""
    found = bilateral.read(text, date=date).meeting
    assert found is not None
    return found


PAIR = "President Luz Paz of Peru and President Ana Rey of Chile"


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        (f"{PAIR} held a summit in Oslo.", "summit"),
        (f"{PAIR} spoke by phone today.", "call"),
        (f"{PAIR} held a telephone conversation.", "call"),
        (f"{PAIR} met during the state visit.", "visit"),
        (f"{PAIR} met in Oslo.", "meeting"),
        (f"{PAIR} held talks in Oslo.", "talks"),
        (f"{PAIR} held a strategic dialogue.", "dialogue"),
    ],
)
def test_kind(lead: str, kind: str) -> None:
    """The most telling word of the lead."""
    assert meeting(lead).kind == kind


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        (f"{PAIR} met in Oslo.", "Oslo"),
        (f"{PAIR} met in Norway on Friday.", "Norway"),
        (f"{PAIR} met at the White House.", "White House"),
        (f"{PAIR} met.", None),
        (f"{PAIR} met to speak of Sudan.", None),
        (f"{PAIR} spoke by phone in Oslo.", None),
        (f"{PAIR} met in The Hague.", "The Hague"),
        (f"{PAIR} met in the Maldives.", "Maldives"),
        (f"{PAIR} met. Their talks took place in Oslo.", "Oslo"),
        (f"{PAIR} met. In Oslo, they toured a port.", "Oslo"),
        (f"{PAIR} met. The talks in Oslo were friendly.", "Oslo"),
        (f"{PAIR} met. They spoke of trade at the meeting in Oslo.", "Oslo"),
        (f"{PAIR} met. They discussed the drought in Norway.", None),
        (f"{PAIR} met. Peace in Norway is near.", None),
        (f"{PAIR} met. Peru opened its first embassy in Norway in 1974.", None),
        ("President Luz Paz of Peru welcomed President Ana Rey of Chile to Lima.", "Lima"),
        ("President Luz Paz of Peru welcomed Ana Rey to Lima in the palace in Cusco.", "Cusco"),
        (
            "President Luz Paz of Peru welcomed President Ana Rey of the United States to Lima.",
            "Lima",
        ),
        ("President Luz Paz of Peru paid a visit to Lima to meet President Ana Rey.", "Lima"),
        (f"{PAIR} agreed to send aid to Norway.", None),
        (f"{PAIR} met and sent aid to Norway.", None),
        (f"{PAIR} met and praised the calm in the Indo-Pacific.", None),
        (f"{PAIR} met and praised the calm in the Black Sea.", None),
        (f"{PAIR} met in Crimea.", "Crimea"),
    ],
)
def test_place(lead: str, place: str | None) -> None:
    """Where "in" or "at" says that they met; a call has no place."""
    assert meeting(lead).place == place


@pytest.mark.parametrize(
    ("lead", "date", "day"),
    [
        (f"{PAIR} met in Oslo on 5 April 2031.", None, "2031-04-05"),
        (f"{PAIR} met in Oslo on Friday.", "2031-04-06", "2031-04-04"),
        (f"{PAIR} met in Oslo on Friday.", None, None),
        (f"{PAIR} met in Oslo.", "2031-04-06", None),
        (f"{PAIR} met in Oslo today.", "2031-04-06", "2031-04-06"),
        (f"{PAIR} met. They agreed to open a port by 5 May 2032.", None, None),
        (f"{PAIR} agreed to open a port on or before 5 May 2032.", None, None),
        (
            f"{PAIR} agreed to open a port by 5 May 2032. They met on 4 April 2031.",
            None,
            "2031-04-04",
        ),
    ],
)
def test_date(lead: str, date: str | None, day: str | None) -> None:
    """The day that the lead gives; a relative one needs the date of the report."""
    found = meeting(lead, date).date
    assert (None if found is None else str(found)) == day


def test_parties_and_leaders() -> None:
    """Those who meet, and the leaders of theirs whom the lead names."""
    text = f"{PAIR} met in Oslo. They spoke of King Faris Aziz of Jordan.\n\nLater Minister Eva Sol of Peru came."
    found = meeting(text)
    assert [party.code for party in found.parties] == ["PER", "CHL"]
    assert [leader.name for leader in found.leaders] == ["Luz Paz", "Ana Rey"]


def test_the_title_goes_before_the_lead() -> None:
    """The title tells of a call; the lead speaks of an earlier meeting."""
    text = f"Readout of the Call between Peru and Chile\n\n2031-04-05\n\n{PAIR} spoke of their meeting."
    assert meeting(text).kind == "call"


@pytest.mark.parametrize(
    "text", ["", "They met.", "The weather was fine.", "Ships and ports are old.", "2031-04-05"]
)
def test_no_meeting(text: str) -> None:
    """A text that names nobody reports no meeting."""
    assert bilateral.read(text).meeting is None


def test_the_trace() -> None:
    """The cue is the word for the meeting; the evidence says why."""
    text = f"{PAIR} held a summit in Oslo."
    report = bilateral.read(text)
    assert report.meeting is not None
    told = report.explain(report.meeting)
    assert told.rule == "meeting.lead"
    assert report.meeting.span is not None
    assert report.meeting.span.of(text) == "summit"


def test_a_call_for_something_is_no_call() -> None:
    """It is a demand."""
    text = "Ministers call for dialogue\n\nNorway and Kenya met in Oslo on Monday."
    meeting = bilateral.read(text).meeting
    assert meeting is not None
    assert meeting.kind != "call"
