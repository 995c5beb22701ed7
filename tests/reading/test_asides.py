"""Where the purpose or basis of a promise begins."""

from __future__ import annotations

import pytest

from bilateral.gazetteer.lexicon import Lexicon
from bilateral.gazetteer.tables import extended
from bilateral.gazetteer.words import Words
from bilateral.reading.asides import find_aside


@pytest.mark.parametrize(
    ("low", "at"),
    [
        ("they will build ports in line with the plan", 22),
        ("they will build ports in  line with the plan", 22),
        ("they will build ports amid the talks in line with the plan", 22),
        ("they will build ports thereby", 22),
        ("they will build ports in lines", None),
        ("they will build ports in", None),
        ("", None),
    ],
)
def test_the_first_aside(low: str, at: int | None) -> None:
    """The first words of an aside in the stretch count."""
    assert find_aside(low, Words.of(low), 0, len(low)) == at


def test_only_the_stretch_is_read() -> None:
    """What stands before it and behind it does not count."""
    low = "amid talks they will build ports amid rain"
    assert find_aside(low, Words.of(low), 5, 32) is None


def test_a_lexicon_may_let_one_begin_with_a_mark() -> None:
    """Then its words do not tell where to look, and the expression does."""
    low = "they will build ports (once able) amid rain"
    with extended(Lexicon.parse("[asides]\nwords,tells\n(once,basis\n")):
        assert find_aside(low, Words.of(low), 0, len(low)) == 22
