"""Any text is read: nothing raises, every span is right, and the same text gives the same report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.reading.reports import check_words

import bilateral
from bilateral import Report, Span, samples

# --- texts ----------------------------------------------------------------------------------------

#: Every code point, lone surrogates and control characters included.
ANY = st.text(st.characters(exclude_categories=()))

#: Characters that lower-casing, folding, and expressions trip over.
ODD = st.text(
    st.sampled_from(
        "İIıſßΣςŉǰﬁ\u0301\u0308\u200b\u200d\u200e\u200f\u202e\u2066\ufeff\ufffd\ud800\udfff\0\x07\x1b\x1c\x85"
        "\u2028\u2029\u00ad\u00a0אבגدولة日本国한국🇯🇵🤝٣५Ⅳ½²$€%&/\\|()[]{}<>“”‘’«»\"'`´–—-_*#•·…."
    )
    | st.sampled_from("aA1 \n"),
    max_size=60,
)

#: What reports of the kind are made of, in pieces that fit together in many ways.
PIECES = [
    *(
        "RABAT, March 4 (Example News) - ",
        "2031-04-05\n",
        "TOKYO — ",
        "# ",
        "## ",
        "I. ",
        "1. ",
        "(a) ",
    ),
    *(
        "- ",
        "* ",
        "• ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "“",
        "”",
        '"',
        "’",
        "’s ",
        "'s ",
    ),
    *(
        "(",
        ")",
        "[1]",
        ", ",
        "; ",
        ": ",
        ". ",
        ".",
        "…",
        "! ",
        "? ",
        " – ",
        "-",
        "–",
        "/",
        "**",
        "<b>",
        "</b>",
    ),
    *(
        "Peru",
        "Chile",
        "the United States",
        "U.S. ",
        "Japanese ",
        "Malaysian",
        "ASEAN",
        "the European Union",
    ),
    *(
        "Lima",
        "Tokyo",
        "the White House",
        "Korean",
        "Georgia",
        "Jordan",
        "Congo",
        "South China Sea",
    ),
    *(
        "President ",
        "Prime Minister ",
        "Foreign Minister ",
        "the president ",
        "Minister of Trade and ",
        "King ",
    ),
    *(
        "Luz Paz",
        "Anwar Ibrahim",
        "Ishiba",
        "Joe Biden, Jr.",
        "Mr. ",
        "H.E. ",
        "Ñuñez ",
        "bin ",
        "al-",
        "Paz ",
    ),
    *(
        "his counterpart",
        "her Chilean counterpart, ",
        "spokesperson ",
        "of ",
        "the leaders of ",
        "both sides ",
    ),
    *("the two leaders ", "we ", "they ", "he ", "It ", "I ", "their governments ", "each "),
    *(
        "agreed to ",
        "will ",
        "would ",
        "pledged ",
        "committed ",
        "is committed to ",
        "intends to ",
        "hopes that ",
    ),
    *(
        "looks forward to ",
        "reaffirmed ",
        "their commitment to ",
        "its support for ",
        "urged ",
        "called on ",
    ),
    *(
        "said ",
        "said that ",
        "continue to ",
        "not ",
        "unless ",
        "if ",
        "had ",
        "was ",
        "which ",
        "and ",
        "or ",
    ),
    *(
        "as well as ",
        "including ",
        "discussed ",
        "the war in ",
        "crisis ",
        "tensions ",
        "concern over ",
    ),
    *(
        "strategic partnership ",
        "comprehensive strategic partnership",
        "alliance ",
        "ally ",
        "summit ",
        "call ",
    ),
    *(
        "between ",
        "with ",
        "in ",
        "at ",
        "on Friday ",
        "by 2035 ",
        "in 2019 ",
        "by the end of next year ",
        "May ",
    ),
    *(
        "$20 million ",
        "EUR 5 billion ",
        "30 per cent ",
        "open a port ",
        "maritime security ",
        "trade ",
        "İ",
    ),
    *(
        "climate change ",
        "the importance of ",
        "efforts to prevent ",
        "a range of global issues",
        "\u0301",
        "\ud83e",
    ),
]
GENRE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
MIXED = st.lists(GENRE | ODD | ANY, max_size=4).map("".join)

deep = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def moved(report: Report, by: int) -> list[object]:
    """Return all that a report tells, with every place moved."""

    def place(span: Span | None) -> tuple[int, int] | None:
        return None if span is None else (span.start + by, span.end + by)

    found: list[object] = [
        (
            c.text,
            c.actors,
            c.force,
            c.reaffirmed,
            c.domains,
            c.addressees,
            str(c.deadline),
            place(c.span),
        )
        for c in report.commitments
    ]
    found += [[(str(a), place(a.span)) for a in c.amounts] for c in report.commitments]
    found += [(i.name, i.parties, i.domains, place(i.span)) for i in report.issues]
    found += [
        (x.name, x.office, x.party, place(x.span), [place(m) for m in x.mentions])
        for x in report.leaders
    ]
    found += [(str(p), [str(m) for m in p.history], place(p.span)) for p in report.partnerships]
    found += [(str(s), s.number, place(s.span)) for s in report.sections]
    met = report.meeting
    if met is not None:
        found.append((met.kind, str(met.date), met.place, met.parties, place(met.span)))
    return [*found, report.source.title, str(report.source.date)]


# --- nothing raises, and every span is right --------------------------------------------------------


@given(ANY)
@deep
def test_any_text(text: str) -> None:
    """Text of any characters is read."""
    check_words(bilateral.read(text))


@given(ODD)
@deep
def test_odd_text(text: str) -> None:
    """So is text of the characters that are most likely to trip a reader."""
    check_words(bilateral.read(text))


@given(GENRE)
@example("President Luz Paz")
@example("Peru reaffirmed its support for Ukraine")
@example("Peru will “")
@example("Peru will:\n- ")
@example(
    "strategic partnership in 2019 between Peru and Chile from strategic partnership to alliance"
)
@deep
def test_stitched_text(text: str) -> None:
    """So is text that is made of the genre's own pieces, and whatever it promises stands there."""
    check_words(bilateral.read(text))


@given(MIXED, st.none() | st.sampled_from(["2031", "2031-04", "2031-04-05"]), st.none() | GENRE)
@deep
def test_mixed_text(text: str, date: str | None, title: str | None) -> None:
    """And both together, with a date and a title of any form."""
    label = " ".join(title.split()) if title is not None else ""
    if not label.isprintable():
        label = ""
    check_words(bilateral.read(text, date=date, title=label or None))


SENTENCE = "Peru and Chile agreed to open a port, and Paz urged Japan to end the crisis in Gaza."


@pytest.mark.parametrize(
    "text",
    [
        "İ" * 50 + SENTENCE,
        SENTENCE.replace("e", "e\u0301"),
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace(" ", "\u200b "),
        SENTENCE.replace("a", "\u202ea"),
        SENTENCE[:20] + "\ud800" + SENTENCE[20:],
        SENTENCE[:20] + "\0" + SENTENCE[20:],
        SENTENCE.upper(),
        SENTENCE.lower(),
        SENTENCE.swapcase(),
        SENTENCE[::-1],
        " ".join(SENTENCE),
        SENTENCE.replace(" ", "\n"),
        SENTENCE.replace(" ", "\n\n"),
        SENTENCE.replace(" ", "\r\n\t"),
        SENTENCE.replace(" ", ""),
        f"{'(' * 99}{SENTENCE}{')' * 99}",
        f"{'“' * 99}{SENTENCE}{'”' * 99}",
        f"{'[“(' * 99}{SENTENCE}",
        f"{'> ' * 99}{SENTENCE}",
        f"{'# ' * 99}{SENTENCE}",
        f"\ufeff{SENTENCE}\ufeff",
        f"אבג {SENTENCE} دولة",
        "\n".join([SENTENCE] * 3).replace("Peru", "🇵🇪 Peru"),
    ],
)
def test_disfigured_sentences(text: str) -> None:
    """A sentence that was mangled on its way is read as far as it goes."""
    check_words(bilateral.read(text))


def every_cut(text: str, step: int) -> list[str]:
    """Return the beginnings and the ends of a text."""
    return [piece for at in range(0, len(text), step) for piece in (text[:at], text[at:])]


@pytest.mark.parametrize("name", samples.names())
def test_texts_that_are_cut(name: str) -> None:
    """A download may break anywhere."""
    for text in every_cut(samples.text(name), 97):
        check_words(bilateral.read(text))


# --- the same text, the same report -----------------------------------------------------------------


@given(MIXED)
@some
def test_reading_twice_gives_equal_reports(text: str) -> None:
    """Nothing is kept from one reading to the next."""
    first, second = bilateral.read(text), bilateral.read(text)
    assert first == second
    assert [c.id for c in first.commitments] == [c.id for c in second.commitments]
    assert [c.trace for c in first.commitments] == [c.trace for c in second.commitments]


@given(GENRE)
@some
def test_blank_lines_at_the_end_change_nothing(text: str) -> None:
    """Editors add them."""
    stripped = f"{text.rstrip()}."
    assert moved(bilateral.read(stripped), 0) == moved(bilateral.read(f"{stripped}\n\n \n"), 0)


def test_blank_lines_behind_a_name_change_nothing() -> None:
    """A block may end without a stop."""
    text = "They thanked Norway's prime minister, Tove Lund"
    assert moved(bilateral.read(text), 0) == moved(bilateral.read(f"{text}\n\n"), 0)


@given(GENRE)
@some
def test_a_line_before_the_text_moves_every_place_by_one(text: str) -> None:
    """Places are offsets in the text, and nothing else depends on where it begins."""
    text = f"They met. {text}"
    assert moved(bilateral.read(text), 1) == moved(bilateral.read(f"\n{text}"), 0)


@pytest.mark.parametrize("name", samples.names())
def test_lines_around_a_report_change_nothing(name: str) -> None:
    """The samples with lines before and behind them give the same records."""
    text = samples.text(name)
    assert moved(bilateral.read(text), 1) == moved(bilateral.read(f"\n{text}\n \n\n"), 0)


def test_a_line_before_an_office_changes_nothing() -> None:
    """Whether an office may act does not depend on where in the text its block stands."""
    text = "Foreign Ministers agreed to open a port."
    title = "Peru and Chile Meet"
    first, second = (bilateral.read(x, title=title) for x in (text, f"\n{text}"))
    assert moved(first, 1) == moved(second, 0)


@given(GENRE, GENRE)
@some
def test_another_text_in_between_changes_nothing(text: str, other: str) -> None:
    """A report does not depend on what was read before."""
    before = bilateral.read(text)
    bilateral.read(other)
    assert bilateral.read(text) == before


_PROGRAM = """
import json, bilateral
from bilateral import samples
told = []
for name in samples.names():
    report = samples.report(name)
    told.append([c.id for c in report.commitments] + [i.id for i in report.issues])
    told.append([repr(c.trace) for c in report.commitments])
    told.append([repr(x) for x in (*report.leaders, *report.partnerships, report.meeting)])
print(json.dumps(told))
"""


def test_another_seed_for_hashes_gives_the_same_reports() -> None:
    """The order of sets, which differs from run to run, decides nothing."""
    outputs = []
    for seed in ("0", "1", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        )
        outputs.append(json.loads(run.stdout))
    assert outputs[0] == outputs[1] == outputs[2]
    assert any(outputs[0])


# --- long texts: each must come to an end -------------------------------------------------------------

SIZE = 100_000


def names() -> str:
    """Return many different persons with their offices, each named twice."""
    made = []
    for number in range(SIZE // 70):
        letters = "".join(chr(97 + number // 26**place % 26) for place in range(3))
        made.append(f"President A{letters} Z{letters} of Peru met. Z{letters} left.")
    return " ".join(made)


LONG: dict[str, Callable[[], str]] = {
    "one letter": lambda: "a" * SIZE,
    "one capital": lambda: "A" * SIZE,
    "stops": lambda: "." * SIZE,
    "stops and blanks": lambda: ". " * (SIZE // 2),
    "blanks": lambda: " " * SIZE + "x",
    "line ends": lambda: "\n" * SIZE,
    "opening quotes": lambda: "“" * SIZE,
    "straight quotes": lambda: '"' * SIZE,
    "brackets": lambda: "(" * (SIZE // 2) + ")" * (SIZE // 2),
    "angle brackets": lambda: "<" * (SIZE // 2) + ">" * (SIZE // 2),
    "hyphens": lambda: "a-" * (SIZE // 2),
    "apostrophes": lambda: "a'" * (SIZE // 2),
    "commas and and": lambda: ", and " * (SIZE // 6),
    "parties and": lambda: "Japan and " * (SIZE // 10),
    "parties and commas": lambda: "Japan, " * (SIZE // 7),
    "parties and hyphens": lambda: "Japan-" * (SIZE // 6),
    "leaders of": lambda: "the leaders of Japan, " * (SIZE // 22),
    "capitalised words": lambda: "Zebedee Zorro " * (SIZE // 14),
    "Mr.": lambda: "Mr. " * (SIZE // 4),
    "office": lambda: "Prime Minister " * (SIZE // 15),
    "names": names,
    "weekdays": lambda: "on Friday " * (SIZE // 10),
    "limits": lambda: "by the end of 2031 " * (SIZE // 19),
    "sums": lambda: "$1 million " * (SIZE // 11),
    "stems": lambda: "Japan will:\n- act\n" * (SIZE // 18),
    "headings": lambda: "1. Trade\n\nx.\n\n" * (SIZE // 14),
    "datelines": lambda: "RABAT, March 4 (X) - y\n\n" * (SIZE // 24),
    "combining": lambda: "e\u0301" * (SIZE // 2),
    "surrogates": lambda: "\ud800" * SIZE,
    "right to left": lambda: "אבג " * (SIZE // 4),
    "promises in sentences": lambda: f"{SENTENCE} " * (SIZE // 90),
    "promises without an end": lambda: "Japan will act and " * (SIZE // 190),
    "support without an end": lambda: "Japan reaffirmed its support for Ukraine " * (SIZE // 410),
    "partnerships without an end": lambda: "Japan and Peru strategic partnership " * (SIZE // 370),
    "allies without an end": lambda: "Japan ally Peru " * (SIZE // 160),
    "matters without an end": lambda: "discussed the war in Sudan, " * (SIZE // 280),
    "problems without an end": lambda: "the crisis of tensions and " * (SIZE // 270),
}


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
def test_long_texts_come_to_an_end(make: Callable[[], str]) -> None:
    """No form of a text makes the reader lose itself."""
    text = make()
    report = bilateral.read(text)
    assert report.source.text == text
    check_words(report)
