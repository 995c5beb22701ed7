"""Stable ids."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Commitment, Country, Force, Issue, Span
from bilateral.model.identifiers import derive

JAPAN = Country("JP", "JPN", "392", "Japan")

PINNED = derive("c", "", Span(0, 18), "Japan will act now", ["MYS", "JPN"])


def test_the_scheme_does_not_change() -> None:
    """Assessments are kept by these ids: another version must derive the very same."""
    assert PINNED == "c-30fb641ec5278fd6"
    assert (
        Commitment("Japan will act.", actors=(JAPAN,), force=Force.PLEDGE).id
        == "c-a608e732b14c0cfc"
    )
    assert Issue("unrest", parties=(JAPAN,)).id == "i-6fbb1a0fa3be3fbb"


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_ids_do_not_depend_on_the_process(seed: str) -> None:
    """Another process, with other hashes, derives the same id."""
    code = (
        "from bilateral import Span; from bilateral.model.identifiers import derive;"
        "print(derive('c', '', Span(0, 18), 'Japan will act now', {'MYS', 'JPN'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == PINNED


@given(st.text(), st.text(), st.lists(st.sampled_from(["JPN", "MYS", "ASEAN"]), unique=True))
def test_an_id_has_one_form_and_parties_no_order(source: str, words: str, codes: list[str]) -> None:
    """An id is a letter and 16 hexadecimal digits, whatever the order of the parties."""
    made = derive("i", source, None, words, codes)
    assert re.fullmatch(r"i-[0-9a-f]{16}", made)
    assert made == derive("i", source, None, words, reversed(codes))


def test_each_part_tells_ids_apart() -> None:
    """Source, place, words and parties all enter, and the kind stands in front."""
    ids = {
        derive("c", "", None, "words", ["JPN"]),
        derive("i", "", None, "words", ["JPN"]),
        derive("c", "abc", None, "words", ["JPN"]),
        derive("c", "", Span(0, 5), "words", ["JPN"]),
        derive("c", "", Span(1, 5), "words", ["JPN"]),
        derive("c", "", None, "other", ["JPN"]),
        derive("c", "", None, "words", ["MYS"]),
        derive("c", "", None, "words", []),
    }
    assert len(ids) == 8


def test_a_text_that_utf_8_cannot_write_has_an_id() -> None:
    """A lone surrogate does no harm."""
    assert derive("c", "", None, "\ud800", []).startswith("c-")
