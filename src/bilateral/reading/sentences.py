"""Blocks → sentences, as spans; a full stop ends one unless it belongs to an abbreviation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bilateral.reading.outline import Kind, Outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.model.sources import Section

# A stop, closing marks and footnote signs, then white space and something that can begin a sentence.
# It matches every run of stops, and has its group where a sentence can end.
_END = re.compile(
    r"[.!?…;](?:(?<!;)[.!?…]*[\"'”’)\]*_]*(?:\[\d{1,3}\])?\s+"
    r"(?=[\"'“‘(\[*_]*[^\W\d_a-z]|[\"'“‘(\[*_]*\d|[\"'“‘])()"
    r"|(?<=;)\s+(?=\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})\)\s)()"
    r"|(?<!;)[.!?…]*)"
)
# No sentence of a communiqué is longer; the rules look through one more than once.
_LONGEST = 4000
# Words whose stop does not end a sentence.
_SHORT = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Jr|Sr|St|Ste|Hon|Rt|Rev|Gen|Lt|Col|Maj|Capt|Cdr|Cmdr|Brig|Sgt|Adm|Amb|Gov"
    "|Sen|Rep|Pres|Sec|Min|Messrs|Mme|Mlle|Smt|Sh|Engr|Atty|Ing|Ir|Dato|Pvt|Ret"
    "|No|Nos|Art|Arts|Para|para|Vol|vol|pp|p|Sect|Ch|cf|vs|etc|approx|est|ca|al|Inc|Ltd|Co|Corp"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mt|Ft|Dept|Ave|Res"
)
_SHORT_WORDS = frozenset(_SHORT.split("|"))
# What stands before a stop that does not end a sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"“‘/\-]|(?<!\w)')(?:"  # but "Sana'a" holds no initial
    r"(?:[^\W\d_]\.)+[^\W\d_]"  # U.S, e.g, H.E
    r"|[^\W\d_]"  # an initial: J
    rf"|{_SHORT}"
    r")$"
)
# After these an abbreviation may well end the sentence, when a usual opening follows.
_OPENING = re.compile(
    r"[\"'“‘(]|(?:The|They|He|She|We|It|In|On|At|Both|Our|Their|This|These|That|Those|And|But|As|To|For|From|With"
    r"|During|After|Following|Today|Through|Under|Together|A|An|Its|Also"
    r"|Moreover|Furthermore|Additionally|While|When|If|All|Each|Such)\b"
)


class Sentence(NamedTuple):
    """A sentence: its extent in the text and the block that it belongs to."""

    start: int
    end: int
    block: int
    kind: Kind
    section: Section | None


def sentences(text: str, outline: Outline) -> list[Sentence]:
    """Divide every block of running text into sentences; headings and head lines have none."""
    found = []
    for index, block in enumerate(outline.blocks):
        kind, section = block.kind, block.section
        if kind is Kind.PARAGRAPH or kind is Kind.ITEM:
            for start, end in _split(text, block.start, block.end):
                found.append(Sentence(start, end, index, kind, section))
    return found


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _END.finditer(text, start, end):
        if match.lastindex is None or not _ends(text, start, match):
            continue
        stop = match.start() + len(match.group().rstrip())
        if start < stop <= start + _LONGEST:
            found.append((start, stop))
        else:
            found += _bounded(text, start, stop)
        start = match.end()
    if start < end:
        found += _bounded(text, start, end)
    return found


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence at white space: it is a table, a list, or no prose at all."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    stop = match.start()
    if text[stop] != "." or text.startswith("..", stop):
        return True
    # An abbreviation is short; looking back further would cost time and change nothing.
    before = text[max(start, stop - 16) : stop]
    last = before.rpartition(" ")[2]
    if last.isalpha():  # nearly always: no stop or mark inside
        short = len(last) == 1 or last in _SHORT_WORDS
    else:
        short = _ABBREVIATION.search(before) is not None
    if not short:
        # "1." alone is a number that opens the sentence, not the end of one.
        return not text[start:stop].isdigit()
    if before[-1:].isupper() or before.endswith(("Jr", "Sr", "etc", "Inc", "Ltd", "m")):
        # "… of the U.S. The leaders" ends; "the U.S. President" and "Joseph R. Biden" do not.
        initial = before[-2:-1].isspace() or len(before) == 1
        return not initial and _OPENING.match(text, match.end()) is not None
    return False
