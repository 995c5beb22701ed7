"""A sentence → agents, cues and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.gazetteer import tables
from bilateral.gazetteer.words import Words
from bilateral.reading import units as divided
from bilateral.reading.agents import Agent, Sort
from bilateral.reading.folding import lower, plain
from bilateral.reading.tags import cue_table, verb_table
from bilateral.reading.units import divide, may_promise, units


def words(text: str, *agents: Agent) -> list[str]:
    """Return the word of each unit, and the words of each agent in brackets."""
    low = lower(plain(text))
    found = units(low, 0, len(low), list(agents))
    placed = zip(found.units, found.starts, strict=True)
    return [f"[{low[at : at + u.size]}]" if u.agent else u.word for u, at in placed]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They agreed to act.", ["they", "agreed", "to", "act", "."]),
        ("well-being: 2.5 or 1,000", ["well-being", ":", "2.5", "or", "1", ",", "000"]),
        ("They called on us", ["they", "called on", "us"]),
        ("look  forward\nto it", ["look forward", "to", "it"]),
        ("", []),
        ("—“…”", ["—", '"', "…", '"']),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    """Words, marks, clitics, and the forms of several words that the tables know."""
    assert words(text) == found


def test_agents_are_whole() -> None:
    """An agent is one unit, whatever is in it."""
    text = "the Republic of Peru agreed"
    agent = Agent(0, 20, Sort.NAMED, ("PER",))
    assert words(text, agent) == ["[the republic of peru]", "agreed"]


def test_clitics_behind_an_agent_are_words() -> None:
    """“we'll” is an agent and a verb."""
    assert words("We’ll act.", Agent(0, 2, Sort.WE)) == ["[we]", "'ll", "act", "."]


def test_a_form_of_several_words_does_not_reach_over_an_agent() -> None:
    """“look” and “forward” with an agent between them are not “look forward”."""
    text = "look Peru forward"
    assert words(text, Agent(5, 9, Sort.NAMED, ("PER",))) == ["look", "[peru]", "forward"]


def test_cues_and_verbs_are_tagged() -> None:
    """Units carry the readings of the tables."""
    found = {u.word: u for u in units("they agreed, said and ran", 0, 25, []).units}
    assert [cue.kind for cue in found["agreed"].cues] == ["commit"]
    assert found["said"].verb == "report"
    assert found["ran"].cues == ()
    assert found["ran"].verb == ""


def test_only_the_extent_is_read() -> None:
    """Offsets are those of the whole text."""
    found = units("they agreed to", 5, 11, [])
    assert (found.words, found.starts, found.units[0].size) == (["agreed"], [5], 6)


def test_every_form_of_the_tables_is_recognised() -> None:
    """Each form of cues and verbs, alone, becomes one unit with its readings."""
    for form in (*cue_table(), *verb_table()):
        found = units(form, 0, len(form), []).units
        assert [unit.word for unit in found] == [form]
        assert found[0].cues or found[0].verb


def test_cue_table_has_every_row() -> None:
    """A form of two rows has both readings, in the order of the table."""
    table = cue_table()
    for row in tables.cues():
        for form in tables.items(row["forms"]):
            assert row["class"] in [cue.kind for cue in table[form]]
    assert [cue.kind for cue in table["hope"]] == ["wish", "noun"]


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_units_lie_in_order(text: str) -> None:
    """Units do not overlap, are not empty, and leave out only white space and odd marks."""
    low = lower(plain(text))
    last = 0
    found = units(low, 0, len(low), [])
    for unit, start in zip(found.units, found.starts, strict=True):
        assert last <= start < start + unit.size <= len(low)
        last = start + unit.size


def test_sentences_are_divided_together() -> None:
    """Each sentence has its own units, also where an agent reaches into the next."""
    low = "they met peru. then they left."
    agent = Agent(9, 19, Sort.NAMED, ("PER",))
    first, second = divide(low, [(0, 14, [agent]), (15, 30, [])])
    assert (first.words, first.starts, first.units[-1].size) == (["they", "met", ""], [0, 5, 9], 10)
    assert (second.words, second.starts) == (["then", "they", "left", "."], [15, 20, 25, 29])


def test_many_sentences_are_divided_as_each_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many are divided at a time, also where the text has the marks that divide it."""
    monkeypatch.setattr(divided, "_BLOCK", 3)
    for between in ("", "\uffff \ufffe"):
        low = "".join([f"peru agreed to open {between} {x} ports. " for x in range(8)])
        begins = [at for at in range(len(low)) if low.startswith("peru", at)]
        extents = [
            (start, end, [Agent(start, start + 4, Sort.NAMED, ("PER",))])
            for start, end in zip(begins, [*begins[1:], len(low)], strict=True)
        ]
        for count in (0, 1, 2, 3, 4, 6, 7, 8):
            made = divide(low, extents[:count])
            alone = [units(low, *extent) for extent in extents[:count]]
            assert [(x.words, x.starts) for x in made] == [(x.words, x.starts) for x in alone]


@pytest.mark.parametrize("odd", ["\uffff", "\ufffe", "_", "\x1c", "  "])
def test_odd_characters_move_nothing(odd: str) -> None:
    """What stands for an agent while a text is divided may stand in the text as well."""
    low = f"so {odd}{odd} peru {odd} looked {odd}forward to it"
    at = low.index("peru")
    found = units(low, 0, len(low), [Agent(at, at + 4, Sort.NAMED, ("PER",))])
    for word, start, unit in zip(found.words, found.starts, found.units, strict=True):
        if word.isalpha():
            assert low.startswith(word, start)
        if unit.agent is not None:
            assert (start, unit.size) == (at, 4)
    assert found.words.count("") == 1
    assert found.words[-2:] == ["to", "it"]


def test_a_form_has_its_length_in_the_text() -> None:
    """“look   forward” is as long as it stands there, and longer elsewhere changes nothing."""
    for low, size in (("we look   forward to it", 14), ("we look forward to it", 12)):
        found = units(low, 0, len(low), [])
        assert (found.words[1], found.units[1].size) == ("look forward", size)


@pytest.mark.parametrize(
    ("low", "may"),
    [
        ("they will act.", True),
        ("a well-prepared text.", True),
        ("_will_ they act?", False),
        ("they look   forward to it.", True),
        ("they look back.", False),
        ("we'll act.", False),
        ("we 'll act.", True),
        ("they reaffirmed it.", False),
        ("", False),
    ],
)
def test_what_may_promise(low: str, may: bool) -> None:  # noqa: FBT001
    """A form that can make a commitment stands among the words, be it inside a longer unit."""
    words = Words.of(low)
    agent = [Agent(0, 2, Sort.WE)] if low.startswith("we'") else []
    assert may_promise(low, words, 0, len(low), units(low, 0, len(low), agent)) is may
    # in a name it counts as well
    name = [Agent(0, len(low), Sort.NAMED)] if low else []
    assert may_promise(low, words, 0, len(low), units(low, 0, len(low), name)) is may
