"""A sentence → agents, cues and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.gazetteer import tables
from bilateral.reading.agents import Agent, Sort
from bilateral.reading.folding import lower, plain
from bilateral.reading.tags import cue_table, verb_table
from bilateral.reading.units import units


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
