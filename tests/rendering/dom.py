"""A page as a parser of HTML sees it."""

from __future__ import annotations

from html.parser import HTMLParser

from bilateral import (
    Commitment,
    Commitments,
    Country,
    Force,
    Issue,
    Issues,
    Leader,
    Leaders,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Partnerships,
    Report,
    Section,
    Source,
    Span,
)
from bilateral.model.meetings import Meeting
from bilateral.model.traces import Evidence, Trace

_VOID = frozenset({"meta", "input", "br", "hr", "img", "link"})


class Page(HTMLParser):
    """Every element with its attributes, and the text inside some of them."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, str | None]] = []
        self.main = ""
        self.visible = ""
        self.scripts: list[str] = []
        self.comments: list[str] = []
        self.feed(content)
        self.close()

    @property
    def tags(self) -> list[str]:
        """The names of all elements, in order."""
        return [tag for tag, _ in self.elements]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")
        if tag not in _VOID:
            self.open.append((tag, dict(attrs).get("id")))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open; any other end is a fault of the page."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Add text to where it stands."""
        inside = {tag for tag, _ in self.open}
        if "main" in inside:
            self.main += data
        if inside & {"script", "style"}:
            self.scripts[-1:] = [(self.scripts or [""])[-1] + data] if "script" in inside else []
        else:
            self.visible += data

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.comments.append(data)


def shown(words: str) -> str:
    """Return words as HTML can hold them: NUL and halves of surrogate pairs have a stand-in."""
    return "".join(["\ufffd" if x == "\0" or "\ud800" <= x <= "\udfff" else x for x in words])


def hostile(words: str) -> Report:
    """Return a report that says `words` wherever a source or a rule can say something."""
    text = f"{words}\n\nJapan agreed. {words}\n\n{words}"
    whole = Span(0, len(text))
    line = " ".join(words.split()) or "x"
    label = " ".join(line.lower().split())
    japan, malaysia = Country.of("JPN"), Country.of("MYS")
    trace = Trace("my.rule", whole, (Evidence("actors", line, whole), Evidence("force", line)))
    section = Section(title=line, span=Span(0, max(1, len(words))))
    leader = Leader(line, office=label, party=japan, trace=trace)
    return Report(
        Source(
            text,
            title=line,
            date=PartialDate(2025),
            publisher=line,
            url=line,
            sections=(section,),
        ),
        meeting=Meeting(kind=label, place=line, parties=(japan,)),
        leaders=Leaders([leader]),
        partnerships=Partnerships(
            [
                Partnership(
                    (japan, malaysia),
                    PartnershipLevel(label),
                    since=PartialDate(2020),
                    span=whole,
                    trace=trace,
                )
            ]
        ),
        commitments=Commitments(
            [
                Commitment(
                    text,
                    actors=(japan,),
                    addressees=(malaysia,),
                    force=Force.PLEDGE,
                    section=section,
                    span=whole,
                    trace=trace,
                )
            ]
        ),
        issues=Issues([Issue(line, section=section, trace=trace)]),
    )


#: What has broken pages before: ends of elements, of comments, of attributes and of scripts.
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>document.title='broken'</script>",
    "</main></body></html><img src=x onerror=\"document.title='broken'\">",
    "\"'><svg onload=document.title='broken'>",
    "<!-- --><!--<script>",
    "]]><![CDATA[ <b>",
    "</title></style></textarea><b>bold</b>",
    "&lt;b&gt; &amp; &#60;script&#62; &copy",
    "$title ${script} $$ $& \\1 %s {0}",
    "javascript:document.title='broken'",
    "https://example.org/\" onmouseover=\"document.title='broken'",
    "one\u2028two\u2029three\x85four\x0bfive\x0csix",
    "\u202eetoum\u2066 \u200f",
    "\ud800 \udfff \ufffe \x01\x1b[31m",
    "\N{OLIVE}\N{OLIVE} <b>\N{OLIVE}</b>",
    "a\r\nb\rc\n\r\n\n   \n\td",
)
