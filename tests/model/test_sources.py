"""The text that records were read from."""

from __future__ import annotations

import hashlib
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.refusals import Untyped, refused

from bilateral import PartialDate, Section, Source, Span

TRADE = Section(title="Trade", number="2.", level=2, parents=("Economic Ties",), span=Span(0, 5))


@pytest.mark.parametrize(
    ("parts", "faults"),
    [
        (
            {"title": "", "number": " ", "level": "1", "parents": ["x"], "span": 4},
            {
                "title": "must not be empty or blank",
                "number": "must not be empty or blank",
                "level": "must be an int",
                "parents": "must be a tuple of str; write tuple(...) around it",
                "span": "must be a Span or None",
            },
        ),
        ({"title": None, "number": 4}, {"title": "must be a str", "number": "must be a str"}),
        (
            {"title": "x", "level": 1, "parents": ("y",)},
            {"level": "must be 2, one more than the number of parents"},
        ),
        ({"title": "x", "level": 2}, {"level": "must be 1, one more than the number of parents"}),
        ({"title": "x", "level": 0}, {"level": "must be 1 or more"}),
        ({"title": "x", "level": True}, {"level": "must be an int"}),
        ({"title": "x", "level": 2, "parents": (3,)}, {"parents[0]": "must be a str"}),
        (
            {"title": "x", "level": 2, "parents": ("",)},
            {"parents[0]": "must not be empty or blank"},
        ),
        ({"title": "x", "parents": "y"}, {"parents": "must be a tuple of str"}),
    ],
)
def test_a_faulty_section_is_refused(parts: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once."""
    assert refused(Section, **parts) == faults


def test_a_section_knows_its_path() -> None:
    """The path leads from the top of the outline to the section."""
    assert TRADE.path == ("Economic Ties", "Trade")
    assert str(TRADE) == "Economic Ties > Trade"
    assert Section(title="Trade").path == ("Trade",)


@pytest.mark.parametrize(
    ("text", "more", "faults"),
    [
        (
            None,
            {
                "title": "",
                "publisher": " x",
                "url": 4,
                "date": "2025",
                "sections": [TRADE],
            },
            {
                "text": "must be a str",
                "title": "must not be empty or blank",
                "publisher": "must be one line, single spaces, none at the ends",
                "url": "must be a str",
                "date": "must be a PartialDate or None",
                "sections": "must be a tuple of Section; write tuple(...) around it",
            },
        ),
        (b"text", {"sections": (TRADE,)}, {"text": "must be a str"}),
        ("text", {"sections": ("Trade",)}, {"sections[0]": "must be a Section"}),
        (
            "Tra",
            {"sections": (Section(title="Trade"), TRADE)},
            {"sections[1].span": "must end within the text, which has 3 characters"},
        ),
    ],
)
def test_a_faulty_source_is_refused(text: Untyped, more: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once."""
    assert refused(Source, text, **more) == faults


@given(st.text())
def test_a_text_is_kept_as_it_is(text: str) -> None:
    """Any text will do, the empty one included, and its fingerprint is that of its bytes."""
    source = Source(text)
    assert source.text == text
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_a_lone_surrogate_has_a_fingerprint() -> None:
    """What UTF-8 cannot write counts as three bytes."""
    assert Source("\ud800").sha256 == hashlib.sha256(b"\xed\xa0\x80").hexdigest()


def test_sources_are_values_with_a_short_repr() -> None:
    """The representation counts the characters and the sections."""
    source = Source("Trade", title="Readout", date=PartialDate(2025), sections=(TRADE,))
    assert repr(source) == (
        "Source(text=<5 characters>, title='Readout', date=PartialDate('2025'), publisher=None, "
        "url=None, sections=1)"
    )
    again = pickle.loads(pickle.dumps(source))
    assert again == source
    assert hash(again) == hash(source)
    assert attrs.evolve(source, sections=()) != source
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        source.text = ""  # type: ignore[misc]
