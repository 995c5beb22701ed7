"""A text's words: the same whatever alphabet they are in, and what a search finds by them."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bilateral.gazetteer.words import Anchored, Words, first_words, following

TEXTS = st.text(
    st.sampled_from("aB1_ .'-\néÉßıİſΣσς–—…•☃ŻżЖж中\u00a0\u00b5\u00aa\u0345"), max_size=30
)


@given(TEXTS | st.text(max_size=30))
@example("–—…•☃‰†‡→ aż")
@example("–—…•☃‰†‡→ aé")
def test_words_are_the_runs_of_letters_and_digits(text: str) -> None:
    """The table of bytes and the expression divide a text alike."""
    words = Words.of(text)
    matches = list(re.finditer(r"\w+", text))
    assert words.words == [match.group() for match in matches]
    assert words.starts == [match.start() for match in matches]
    assert words.low == [word.lower() for word in words.words]


@given(TEXTS)
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
