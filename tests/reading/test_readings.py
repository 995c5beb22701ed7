"""Nothing that is read in many sentences changes unseen, and they may end anywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.reading.readings import readings, told

SENTENCES = sorted(readings())


def test_readings_are_those_that_were_looked_through() -> None:
    """`python -m tests.reading.readings` writes them anew; look through what it changes."""
    changed = {words: (told(words), read) for words, read in readings().items()}
    assert {words: pair for words, pair in changed.items() if pair[0] != pair[1]} == {}


@given(st.sampled_from(SENTENCES), st.integers(0, 40), st.integers(0, 40))
def test_a_sentence_may_begin_and_end_anywhere(words: str, first: int, last: int) -> None:
    """Texts are cut off: a rule must not count on the words that it expects behind its cue."""
    told(" ".join(words.split()[first:last]))
