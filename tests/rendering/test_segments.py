"""Overlapping spans become segments."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bilateral import Section, Source, Span, samples
from bilateral.rendering.blocks import blocks
from bilateral.rendering.segments import LANES, Stretch, segments

spans = st.tuples(st.integers(0, 30), st.integers(1, 12), st.integers(0, 6)).map(
    lambda drawn: Stretch(drawn[0], drawn[0] + drawn[1], drawn[2])
)


@given(st.lists(spans, max_size=12), st.lists(st.integers(0, 50), max_size=4))
def test_segments_are_the_text_and_tell_every_mark(drawn: list[Stretch], cuts: list[int]) -> None:
    """They follow one another without a gap, and each character has exactly its marks."""
    found = segments(drawn, 50, cuts)
    assert [found[0].start, *[s.end for s in found]] == [*[s.start for s in found], 50]
    for segment in found:
        assert segment.start < segment.end
        for at in range(segment.start, segment.end):
            over = {s.mark for s in drawn if s.start <= at < s.end}
            assert {mark for mark, _ in segment.marks} == over
    assert set(cuts) <= {0, *[s.end for s in found]}


@given(st.lists(spans, max_size=12, unique_by=lambda s: s.mark))
def test_lines_stay_at_their_height_and_do_not_meet(drawn: list[Stretch]) -> None:
    """A mark has one lane throughout, and none shares it where there were always enough."""
    found = segments(drawn, 50)
    # Those that begin when all lanes are taken share the last to their end.
    enough = all(len(segment.marks) <= LANES for segment in found)
    lanes: dict[int, set[int]] = {}
    for segment in found:
        for mark, lane in segment.marks:
            lanes.setdefault(mark, set()).add(lane)
        if enough:
            assert len({lane for _, lane in segment.marks}) == len(segment.marks)
    assert all(len(held) == 1 for held in lanes.values())


@given(st.text("ab \r\n\t\u2028", max_size=60))
def test_blocks_are_the_text(text: str) -> None:
    """Paragraphs follow one another, and only blanks stand between them."""
    found = blocks(Source(text))
    assert "".join([text[b.start : b.end] for b in found]) == text
    for block in found:
        assert not text[block.words_end : block.end].strip()
        assert not text[block.start : block.words_start].strip()


def test_headings_are_blocks_with_their_level() -> None:
    """Every section of the sample is a heading, and nothing else is."""
    source = samples.report("summit-article").source
    found = [b for b in blocks(source) if b.tag != "p"]
    told = [(f"h{s.level + 1}", s.span.start) for s in source.sections if s.span is not None]
    assert [(b.tag, b.start) for b in found] == told


def test_headings_below_the_sixth() -> None:
    """HTML has six levels; a deeper section is on the last."""
    parents = tuple("abcdefg")
    section = Section(title="x", level=8, parents=parents, span=Span(0, 1))
    assert [b.tag for b in blocks(Source("x\ny", sections=(section,)))] == ["h6", "p"]
