"""Nothing that is read in many sentences changes unseen."""

from __future__ import annotations

from tests.reading.readings import readings, told


def test_readings_are_those_that_were_looked_through() -> None:
    """`python -m tests.reading.readings` writes them anew; look through what it changes."""
    changed = {words: (told(words), read) for words, read in readings().items()}
    assert {words: pair for words, pair in changed.items() if pair[0] != pair[1]} == {}
