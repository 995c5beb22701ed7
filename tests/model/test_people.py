"""Persons who speak for a party."""

from __future__ import annotations

import pickle

import attrs
import pytest
from tests.model.refusals import Untyped, refused

from bilateral import Country, Leader, Organization, Span, Trace

MALAYSIA = Country("MY", "MYS", "458", "Malaysia")
ANWAR = Leader("Anwar Ibrahim", office="prime minister", party=MALAYSIA)


@pytest.mark.parametrize(
    ("name", "more", "faults"),
    [
        (
            "",
            {
                "office": "Prime Minister",
                "party": "MYS",
                "span": (0, 1),
                "mentions": [Span(0, 1)],
                "trace": "rule",
            },
            {
                "name": "must not be empty or blank",
                "office": "must be in lower case",
                "party": "must be a Country, an Organization or None",
                "span": "must be a Span or None",
                "mentions": "must be a tuple of Span; write tuple(...) around it",
                "trace": "must be a Trace or None",
            },
        ),
        (None, {"office": ""}, {"name": "must be a str", "office": "must not be empty or blank"}),
        ("A\nB", {}, {"name": "must be one line, single spaces, none at the ends"}),
        ("A", {"office": 1}, {"office": "must be a str"}),
        ("A", {"mentions": ((0, 1),)}, {"mentions[0]": "must be a Span"}),
    ],
)
def test_a_faulty_leader_is_refused(name: Untyped, more: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once."""
    assert refused(Leader, name, **more) == faults


@pytest.mark.parametrize(
    ("leader", "text"),
    [
        (ANWAR, "Anwar Ibrahim (prime minister, Malaysia)"),
        (Leader("Anwar", party=MALAYSIA), "Anwar (Malaysia)"),
        (Leader("Anwar", office="president"), "Anwar (president)"),
        (Leader("Kao", party=Organization("X", "Example")), "Kao (Example)"),
        (Leader("Anwar"), "Anwar"),
    ],
)
def test_a_leader_is_printed_with_what_is_known(leader: Leader, text: str) -> None:
    """Office and party stand behind the name as far as the text gives them."""
    assert str(leader) == text


def test_leaders_are_values() -> None:
    """The trace is no part of who somebody is; everything else is."""
    traced = attrs.evolve(ANWAR, trace=Trace("leader.title"))
    assert traced == ANWAR
    assert hash(traced) == hash(ANWAR)
    assert attrs.evolve(ANWAR, office=None) != ANWAR
    assert attrs.evolve(ANWAR, mentions=(Span(0, 1),)) != ANWAR
    assert pickle.loads(pickle.dumps(traced)).trace == traced.trace
    assert "mentions" not in repr(ANWAR)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ANWAR.office = None  # type: ignore[misc]
