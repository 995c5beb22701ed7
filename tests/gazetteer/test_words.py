"""A text's words, and searches that begin only at some of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral.gazetteer.kinds import COLLECTIVE, LABEL, NAME, STATE
from bilateral.gazetteer.words import Anchored, Words, first_words, following

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


# Letters and marks inside Latin-1 and outside, some of which change their number in lower case.
ALPHABETS = st.text(
    st.sampled_from("aB1_ .'-\néÉßıİſΣσς–—…•☃ŻżЖж中\u00a0\u00b5\u00aa\u0345"), max_size=30
)


@given(ALPHABETS | st.text(max_size=30))
@example("–—…•☃‰†‡→ aż")
@example("–—…•☃‰†‡→ aé")
def test_words_are_the_runs_of_letters_and_digits(text: str) -> None:
    """The table of bytes and the expression divide a text alike."""
    words = Words.of(text)
    matches = list(re.finditer(r"\w+", text))
    assert words.words == [match.group() for match in matches]
    assert words.starts == [match.start() for match in matches]
    assert words.low == [word.lower() for word in words.words]


@given(ALPHABETS)
def test_all_other_words_are_in_lower_case(text: str) -> None:
    """A word that is not among the capitals is the same in lower case."""
    words = Words.of(text)
    others = set(range(len(words.words))) - set(words.capitals)
    assert all(words.words[index] == words.low[index] for index in others)
    assert all(
        index in words.capitals
        for index, word in enumerate(words.words)
        if word != words.low[index]
    )


def test_words_that_never_stand_alone() -> None:
    """A first word has followers only where every form goes on behind it."""
    forms = ["vice president", "vice-chair", "prime minister", "prime"]
    assert following(forms) == {"vice": frozenset(["president", "chair"])}


FORMS = st.lists(st.sampled_from(["a", "b", "a b", "a c", "b a c"]), min_size=1, max_size=4)


@given(FORMS, st.text("abc ", max_size=20))
def test_followers_change_nothing_but_the_cost(forms: list[str], text: str) -> None:
    """A search that knows what can follow finds what one without that knowledge finds."""
    pattern = re.compile(rf"(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")
    words = Words.of(text)
    slow = Anchored(pattern, first_words(forms))
    fast = Anchored(pattern, first_words(forms), follow=following(forms))
    whole = re.compile(rf"(?<!\w){pattern.pattern}")
    found = [match.span() for match in whole.finditer(text)]
    assert [match.span() for match in slow.find(text, words)] == found
    assert [match.span() for match in fast.find(text, words)] == found


KINDS = {"japan": NAME, "the": COLLECTIVE, "state": COLLECTIVE | STATE, "ally": LABEL}


@given(st.lists(st.sampled_from(["Japan", "the", "THE", "State", "ally", "aim", "2nd", "–"])))
@example([])
def test_kinds_and_tables_tell_the_same(parts: list[str]) -> None:
    """Which words are of a kind does not depend on when they were asked about."""
    text = " ".join(parts)
    told, plain = Words.of(text, KINDS), Words.of(text)
    assert (told.words, told.low, told.starts) == (plain.words, plain.low, plain.starts)
    for kind in (NAME, COLLECTIVE, STATE, LABEL):
        table = {word for word, can in KINDS.items() if can & kind}
        assert told.which(kind, table) == plain.which(kind, table)
        middle = len(text) // 2
        for start, end in ((0, len(text)), (middle, len(text)), (0, middle)):
            places = told.places(kind, table, start, end)
            assert places == plain.places(kind, table, start, end)


@pytest.mark.parametrize("text", ["eSwatini met", "Élysée", "état É", "2nd 2ND covid19", "_a A_"])
def test_words_with_capitals_within(text: str) -> None:
    """The words that are not in lower case are found whatever their first letter."""
    words = Words.of(text)
    assert words.capitals == [at for at, word in enumerate(words.words) if not word.islower()]
    assert words.low == [word.lower() for word in words.words]
