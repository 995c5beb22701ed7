"""The work of reading grows with the length of the text and not with its square, whatever the text is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from tests.robustness.counting import calls, growth

import bilateral
from bilateral import samples
from bilateral.loaders import docx, html, markdown, text
from bilateral.reading import sentences

#: Four times the text may be so many times the work: 4, and some for what comes up only in longer texts.
MOST = 5.0

PIECES = {
    "an endless sentence": "Japan will build ports and train engineers with Peru and ",
    "capitals": "JAPAN AND PERU AGREED ",
    "lines of capitals": "TRADE AND\n",
    "surnames": "Zebedee Zorro met Anna Paz and ",
    "offices": "President Luz Paz of Peru ",
    "courtesy": "Mr. Paz ",
    "a list": "- open a port\n",
    "a numbered list": "1. open a port\n",
    "stems": "Japan will:\n- act\n",
    "headings": "# Trade\n\n",
    "Roman numbers": "IV. Trade\n",
    "datelines": "RABAT, March 4 (X) - y\n\n",
    "a table": "a | b\n",
    "lines": "x\n",
    "quotes never closed": "“Japan will act. ",
    "straight quotes": '"Japan will act. ',
    "quoted lines": "> a\n",
    "brackets": "(Japan will act ",
    "square brackets": "[Peru ",
    "emphasis": "**Trade** ",
    "numbers": "1,",
    "sums": "Japan will give $1 million and ",
    "dates": "Japan will act on 5 May 2031 and ",
    "limits": "Japan will act by the end of 2031 and ",
    "countries": "Japan, ",
    "countries and": "Japan and ",
    "hyphens": "Japan-",
    "apostrophes": "Japan’s president’s ",
    "leaders": "the leaders of Japan, ",
    "both": "the two leaders ",
    "pronouns": "they agreed that they ",
    "counterparts": "his counterpart ",
    "clauses": "which Japan said that ",
    "will": "Japan will ",
    "conditions": "Japan had agreed to ",
    "promises": "Japan will act and ",
    "reaffirmed": "Japan reaffirmed its support for Ukraine ",
    "urged": "Japan urged Peru to ",
    "partnerships": "Japan and Peru strategic partnership ",
    "upgrades": "from strategic partnership to alliance ",
    "allies": "Japan ally Peru ",
    "problems": "the crisis of tensions and ",
    "matters": "discussed the war in Sudan, ",
    "items": "agreed to act; ",
    "stops": ".",
    "initials": "A. ",
    "sentences": "Japan agreed to act. ",
    "paragraphs": "Peru agreed to act.\n\n",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_one_thing_over_and_over(piece: str) -> None:
    """A text that is one piece again and again.

    What is longer than any sentence is cut, and within a sentence some rules look twice: the text is longer from the
    beginning.
    """
    times = sentences._LONGEST // len(piece) + 1
    assert growth(lambda size: bilateral.read(piece * size), times) < MOST


@pytest.mark.parametrize("name", samples.names())
def test_samples_over_and_over(name: str) -> None:
    """Prose of the kind, once, four and sixteen times."""
    whole = f"{samples.text(name)}\n\n"

    def work(times: int) -> object:
        return bilateral.read(whole * times)

    work(1)
    once, four, sixteen = (calls(partial(work, times)) for times in (1, 4, 16))
    assert four < MOST * once
    assert sixteen < MOST * four


def persons(count: int) -> str:
    """Return a text of many different persons, each named twice."""
    made = []
    for number in range(count):
        letters = "".join(chr(97 + number // 26**place % 26) for place in range(3))
        made.append(f"President A{letters} Z{letters} of Peru met. Z{letters} agreed to act.")
    return " ".join(made)


def test_many_persons() -> None:
    """Whoever is named is looked for among all that were."""
    assert growth(lambda count: bilateral.read(persons(count)), 100) < MOST


#: Markup → how it is read.
FILES: dict[str, Callable[[str], object]] = {
    "<p>Trade</p>": lambda made: html.parse(made.encode(), "a.html"),
    "<b>Trade</b><br>": lambda made: html.parse(made.encode(), "a.html"),
    "<ul><li>x</ul>": lambda made: html.parse(made.encode(), "a.html"),
    "<table><tr><td>x</table>": lambda made: html.parse(made.encode(), "a.html"),
    "<a href=x>y</a> ": lambda made: html.parse(made.encode(), "a.html"),
    "<div class=share>x</div>": lambda made: html.parse(made.encode(), "a.html"),
    "<h2>x</h2>": lambda made: html.parse(made.encode(), "a.html"),
    "# x\n": lambda made: markdown.parse(made.encode(), "a.md"),
    "x\n=\n": lambda made: markdown.parse(made.encode(), "a.md"),
    "```\n": lambda made: markdown.parse(made.encode(), "a.md"),
    "a: b\n": lambda made: markdown.parse(f"---\n{made}---\n".encode(), "a.md"),
    "Ä": lambda made: text.parse(made.encode("cp1252") + b" " * 4 * len(made), "a.txt"),
}


@pytest.mark.parametrize("piece", FILES)
def test_files(piece: str) -> None:
    """Nor does markup that is repeated cost more than its length."""
    pytest.importorskip("lxml")
    assert growth(lambda times: FILES[piece](piece * times), 300) < MOST


def test_word_documents() -> None:
    """Paragraphs, items of lists and tables."""
    pytest.importorskip("docx")
    from tests.robustness.packages import package

    def made(times: int) -> bytes:
        paragraph = "<w:p><w:r><w:t>Japan agreed to act.</w:t></w:r></w:p>"
        table = f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc><w:tc>{paragraph}</w:tc></w:tr></w:tbl>"
        return package((paragraph + table) * times)

    packed = {size: made(size) for size in (1, 100, 400)}
    assert growth(lambda times: docx.parse(packed[times], "a.docx"), 100) < MOST


def test_documents_of_records() -> None:
    """JSON there and back."""
    one = samples.report("readout").commitments

    def round_trip(times: int) -> None:
        held = bilateral.Commitments(list(one) * times)
        assert len(bilateral.loads(bilateral.dumps(held))) == len(held)

    assert growth(round_trip, 10) < MOST
