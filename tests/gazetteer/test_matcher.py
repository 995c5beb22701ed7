"""Finding every name of a mapping: leftmost, longest, whole words, with runs of spaces."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral.gazetteer.matcher import Matcher, trie_pattern

# Few letters, so that names often share beginnings and one often stands inside another.
LETTERS = "abAÉ1.'-"
PARTS = st.text(LETTERS, min_size=1, max_size=3)
NAMES = st.lists(PARTS, min_size=1, max_size=3).map(" ".join)
TEXTS = st.lists(st.text(f"{LETTERS}c1_ ", max_size=4) | NAMES, max_size=8).map("".join)


def extent(name: str, text: str, start: int) -> int:
    """Return where `name` ends in `text` if it stands at `start`, else -1."""
    at = start
    for char in name:
        if text[at : at + 1] != char:
            return -1
        at += 1
        while char == " " and text[at : at + 1] == " ":
            at += 1
    return at


def is_letter(char: str) -> bool:
    """Say whether a character goes on with a word."""
    return re.fullmatch(r"\w", char) is not None


def search(names: set[str], text: str) -> list[tuple[int, int, str]]:
    """Search as slowly as the definition reads."""
    found = []
    at = 0
    while at < len(text):
        ends = [(extent(name, text, at), name) for name in names]
        whole = [
            (end, name) for end, name in ends if end > 0 and not is_letter(text[end : end + 1])
        ]
        if whole and not (at and is_letter(text[at - 1])):
            end, name = max(whole)
            found.append((at, end, name))
            at = end
        else:
            at += 1
    return found


@given(st.sets(NAMES, max_size=8), TEXTS)
@example({"a", "a b", "a b a"}, "a  b aa b")
@example({"A", "A."}, "A. A.a A")
@example({"a-b", "a"}, "a-b-a")
def test_finds_what_a_naive_search_finds(names: set[str], text: str) -> None:
    """The trie and a search of every name at every place agree on place, extent and payload."""
    matcher = Matcher({name: name for name in names})
    assert matcher.find(text) == search(names, text)


@given(st.sets(NAMES, min_size=1, max_size=8))
def test_every_name_matches_itself_whole(names: set[str]) -> None:
    """No name is lost by another that it begins with or that begins with it."""
    pattern = re.compile(trie_pattern(names))
    assert all(pattern.fullmatch(name) for name in names)


@given(st.sets(NAMES, min_size=1, max_size=8), NAMES)
def test_nothing_else_matches_whole(names: set[str], other: str) -> None:
    """The expression of a set of names matches these names only."""
    found = re.compile(trie_pattern(names)).fullmatch(other)
    assert (found is not None) == (other in names)


@given(st.lists(NAMES, max_size=6))
def test_order_and_repetition_do_not_matter(names: list[str]) -> None:
    """The same names give the same expression, in whatever order they come."""
    assert trie_pattern(names) == trie_pattern(sorted({*names}, reverse=True))


@pytest.mark.parametrize("gap", [" ", "  ", " " * 40])
def test_a_space_matches_a_run(gap: str) -> None:
    """A line that was broken inside a name leaves several spaces there."""
    matcher = Matcher({"Sierra Leone": "SLE"})
    text = f"in Sierra{gap}Leone today"
    assert matcher.find(text) == [(3, 3 + len(f"Sierra{gap}Leone"), "SLE")]


@pytest.mark.parametrize("text", ["SierraLeone", "Sierra-Leone", "Sierra\nLeone", "Sierra\tLeone"])
def test_a_space_matches_nothing_else(text: str) -> None:
    """Folding turns white space into spaces before; a line end is the border of a block."""
    assert list(Matcher({"Sierra Leone": "SLE"}).find(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Omani Omanis Oman", ["Omani", "Oman"]),
        ("Oman's, (Oman) “Oman”", ["Oman", "Oman", "Oman"]),
        ("Romania, Oman2, _Oman, Omané", []),
        ("Oman.", ["Oman"]),
    ],
)
def test_names_are_whole_words(text: str, found: list[str]) -> None:
    """A letter, a digit or an underscore on either side makes it another word."""
    matcher = Matcher({"Oman": 1, "Omani": 2})
    assert [text[start:end] for start, end, _ in matcher.find(text)] == found


def test_a_name_may_end_in_its_own_full_stop() -> None:
    """Of "U.S." and "U.S" the longer is found, whatever stands behind it."""
    matcher = Matcher({"U.S.": 1, "U.S": 2})
    assert [payload for _, _, payload in matcher.find("the U.S. and U.S-led and U.S.")] == [1, 2, 1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'Akilisi spoke", ["'Akilisi"]),
        ("Akilisi spoke", ["Akilisi"]),
        ("o'Akilisi spoke", ["Akilisi"]),
        ("Tonga'Akilisi", ["Tonga", "Akilisi"]),
    ],
)
def test_a_name_may_begin_with_its_own_mark(text: str, found: list[str]) -> None:
    """The mark belongs to the name where no letter stands before it."""
    matcher = Matcher({"'Akilisi": 1, "Akilisi": 2, "Tonga": 3})
    assert [text[start:end] for start, end, _ in matcher.find(text)] == found


@pytest.mark.parametrize("name", ["+", "+ +", "- a"])
def test_a_name_without_a_word_in_front_is_found_too(name: str) -> None:
    """A lexicon may hold a name that no look-up of words can find."""
    assert Matcher({name: 1, "Peru": 2}).find(f"Peru {name}.") == [
        (0, 4, 2),
        (5, 5 + len(name), 1),
    ]


def test_no_names_find_nothing() -> None:
    """A matcher without entries is allowed."""
    assert list(Matcher[int]({}).find("Peru")) == []


def test_a_false_payload_is_still_a_payload() -> None:
    """Zero, an empty string and None come back as they are."""
    matcher: Matcher[object] = Matcher({"a": 0, "b c": "", "d": None, "e f": None})
    assert [payload for _, _, payload in matcher.find("a b  c d e f")] == [0, "", None, None]


def test_the_matcher_keeps_its_own_entries() -> None:
    """What the caller does to the mapping later changes nothing."""
    entries = {"Peru": "PER"}
    matcher = Matcher(entries)
    entries.clear()
    assert [code for _, _, code in matcher.find("Peru")] == ["PER"]
