"""A text's words, and searches that begin only at some of them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bilateral.gazetteer.words import Anchored, Words, first_words

TEXTS = st.text("abAÉİ1_'.- \n", max_size=40)


@given(TEXTS)
def test_words_are_where_they_are_said_to_be(text: str) -> None:
    """Each word is the text's own, and no letter or digit of the text is in none."""
    words = Words.of(text)
    rest = list(text)
    for start, word, low in zip(words.starts, words.words, words.low, strict=True):
        assert text.startswith(word, start)
        assert low == word.lower()
        rest[start : start + len(word)] = " " * len(word)
    assert not re.search(r"\w", "".join(rest))


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_range_holds_the_words_that_begin_in_it(text: str, start: int, end: int) -> None:
    """A range takes in every word that begins in the stretch, and no other."""
    words = Words.of(text)
    inside = [at for at in words.starts if start <= at < end]
    assert words.starts[words.range(start, end)] == inside


@given(
    TEXTS,
    st.sets(
        st.text("abÉ1'- ", min_size=1, max_size=4).filter(lambda s: s == s.strip()), min_size=1
    ),
)
def test_an_anchored_search_finds_what_a_plain_one_finds(text: str, forms: set[str]) -> None:
    """Looking only where certain words begin changes nothing, whatever the forms begin with."""
    text = text.lower()
    joined = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    plain = re.compile(rf"(?<!\w)(?:{joined})(?!\w)")
    search = Anchored(re.compile(rf"(?:{joined})(?!\w)"), first_words(forms))
    wanted = [match.span() for match in plain.finditer(text)]
    assert [match.span() for match in search.find(text, Words.of(text))] == wanted
