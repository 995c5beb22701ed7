"""What is fuzzed: each target takes bytes, makes an input of them, and asserts what must hold of any.

A target returns where the package raises one of its own errors, and lets every other one through: that is a fault.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import bilateral
from bilateral import (
    BilateralError,
    Country,
    Domain,
    Force,
    Lexicon,
    Organization,
    PartialDate,
    Report,
    UnknownNameError,
    samples,
)
from bilateral.loaders import Document, docx, html, markdown, pdf, records, text
from bilateral.reading.outline import marked

#: Name → the target.
TARGETS: dict[str, Callable[[bytes], None]] = {}
#: Name → inputs to begin with.
SEEDS: dict[str, Callable[[], Iterator[bytes]]] = {}


def as_text(data: bytes) -> str:
    """Return bytes as any text, lone surrogates included."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def sample_texts() -> Iterator[bytes]:
    """Yield the samples, whole and by the sentence."""
    for name in samples.names():
        whole = samples.text(name)
        yield whole.encode()
        for line in whole.splitlines():
            yield line.encode()


def check_report(report: Report) -> None:
    """Assert that every place is in the text and says what its record says."""
    words = report.source.text
    for commitment in report.commitments:
        assert commitment.span is not None
        assert commitment.span.of(words) == commitment.text
        assert commitment.trace is not None
        assert commitment.trace.cue is not None
        assert commitment.trace.cue.of(words).strip()
        assert all(a.span is not None and a.span in commitment.span for a in commitment.amounts)
        assert all(e.span is None or e.span.of(words).strip() for e in commitment.trace.evidence)
        report.explain(commitment)
    for issue in report.issues:
        assert issue.span is not None
        assert " ".join(issue.span.of(words).split()) == issue.name
    for leader in report.leaders:
        assert leader.span is not None
        assert " ".join(leader.span.of(words).split()) == leader.name
        assert leader.span in leader.mentions
        assert all(mention.of(words).strip() for mention in leader.mentions)
    for partnership in report.partnerships:
        assert partnership.span is not None
        assert partnership.span.of(words).strip()
    for section in report.sections:
        assert section.span is not None
        assert section.title in " ".join(section.span.of(words).split())


def check_round(record: object) -> None:
    """Assert that a record goes to JSON and back without loss."""
    try:
        written = bilateral.dumps(record)
    except bilateral.ValidationError as error:
        assert "two halves" in str(error)
        return
    again = bilateral.loads(written)
    assert again == record
    assert bilateral.dumps(again) == written


def target(
    seeds: Callable[[], Iterator[bytes]],
) -> Callable[[Callable[[bytes], None]], Callable[[bytes], None]]:
    """Register a target under its name."""

    def keep(function: Callable[[bytes], None]) -> Callable[[bytes], None]:
        TARGETS[function.__name__] = function
        SEEDS[function.__name__] = seeds
        return function

    return keep


@target(sample_texts)
def read(data: bytes) -> None:
    """Any text is read, twice alike, and every record is where it says."""
    words = as_text(data)
    report = bilateral.read(words)
    check_report(report)
    assert bilateral.read(words) == report
    check_round(report)
    page = report.to_html()
    assert page.count("<script") == 2, page.count("<script")


def _document(parse: Callable[..., object], data: bytes, path: str) -> None:
    try:
        found = parse(data, path)
    except BilateralError as error:
        assert path in str(error)
        return
    assert parse(data, path) == found
    if isinstance(found, Document):
        about = {"title": found.title, "date": found.date, "publisher": found.publisher}
        with marked(found.text, found.marks):
            report = bilateral.read(found.text, url=found.url, **about)
        check_report(report)
    else:
        check_round(found)


@target(sample_texts)
def load_txt(data: bytes) -> None:
    """Any bytes are a text or an error."""
    _document(text.parse, data, "a.txt")


def markdown_seeds() -> Iterator[bytes]:
    """Yield the samples with front matter and headings."""
    for words in sample_texts():
        yield (
            b"---\ntitle: 'A \"readout\"'\ndate: 2031-04-05\nurl: >\n  https://example.org\n---\n# Title\n\n"
            + words
        )
    yield b"Title\n=====\n\n## *Two* ##\n\n```\n# no\n```\n- a\n  1. b\n"


@target(markdown_seeds)
def load_md(data: bytes) -> None:
    """Any bytes are Markdown or an error."""
    _document(markdown.parse, data, "a.md")


def html_seeds() -> Iterator[bytes]:
    """Yield pages of the samples."""
    head = (
        b'<!doctype html><html lang=en><head><meta charset=utf-8><title>Readout | Ministry</title><meta property="og:title"'
        b' content="Readout"><link rel=canonical href="https://example.org/a"><script type="application/ld+json">'
        b'{"@type":"NewsArticle","datePublished":"2031-04-05","headline":"Readout"}</script></head><body><nav>Home</nav>'
    )
    for name in samples.names():
        lines = samples.text(name).splitlines()
        body = "".join([f"<p>{line}</p>" for line in lines if line])
        yield head + f"<main><h1>Readout</h1><ol start=3><li>{lines[0]}</ol>{body}</main>".encode()
    yield (
        head
        + b"<table><tr><th>A<td>B</table><time datetime=2031-04-05>today</time><pre>a\n b</pre><b>Trade</b><br>x"
    )
    yield b'<?xml version="1.0" encoding="utf-16"?><html xmlns="http://www.w3.org/1999/xhtml"><p/>&amp;&#x110000;</html>'


@target(html_seeds)
def load_html(data: bytes) -> None:
    """Any bytes are a page or an error."""
    _document(html.parse, data, "a.html")


def docx_seeds() -> Iterator[bytes]:
    """Yield a Word document, first as the XML of its body alone."""
    import docx as library

    made = library.Document()
    made.add_heading("Readout", 0)
    for style in ("Heading 1", "List Bullet", "List Number", "Normal"):
        made.add_paragraph("Peru agreed to open a port by 2035.", style=style)
    made.add_table(2, 2).cell(0, 0).text = "Trade"
    file = io.BytesIO()
    made.save(file)
    yield b"\0" + made.element.body.xml.encode()
    yield b"\1" + made.styles.element.xml.encode()
    yield b"\2" + made.part.numbering_part.element.xml.encode()
    yield file.getvalue()


_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")


@target(docx_seeds)
def load_docx(data: bytes) -> None:
    """Any bytes are a Word document or an error; so is a sound package with any part."""
    if data[:1] in (b"\0", b"\1", b"\2"):
        data = _packed(_PARTS[data[0]], data[1:])
    _document(docx.parse, data, "a.docx")


_PACKAGE: list[bytes] = []


def _packed(name: str, part: bytes) -> bytes:
    import zipfile

    if not _PACKAGE:
        _PACKAGE.append(list(docx_seeds())[-1])
    if name == "word/document.xml":
        frame = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:document>'
        part = frame % part
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_PACKAGE[0])) as old, zipfile.ZipFile(file, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return file.getvalue()


def pdf_seeds() -> Iterator[bytes]:
    """Yield a PDF of one page, written by hand."""
    content = b"BT /F 12 Tf 50 700 Td (Peru agreed to open a port.) Tj 0 -14 Td (By 2035.) Tj ET"
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        (
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F <</Type /Font"
            b" /Subtype /Type1 /BaseFont /Helvetica>>>>>>>>"
        ),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        b"<</Title (Readout) /CreationDate (D:20310405)>>",
    ]
    out = b"%PDF-1.7\n"
    for number, body in enumerate(objects, 1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    yield out + b"trailer <</Root 1 0 R /Info 5 0 R /Size 6>>\n%%EOF"


@target(pdf_seeds)
def load_pdf(data: bytes) -> None:
    """Any bytes are a PDF or an error; the library is called here, or nothing would be covered."""
    _document(lambda data, path: pdf.parse(data, path, seconds=None), data, "a.pdf")


def json_seeds() -> Iterator[bytes]:
    """Yield documents of all kinds."""
    for name in samples.names():
        report = samples.report(name)
        yield bilateral.dumps(report).encode()
        yield bilateral.dumps(report, indent=True, text=False).encode()
        for held in (
            report.commitments,
            report.issues,
            report.leaders,
            report.partnerships,
            report.meeting,
        ):
            yield bilateral.dumps(held).encode()
    yield bilateral.dumps(bilateral.Dossier([samples.report("readout")])).encode()
    yield bilateral.dumps(PartialDate(2031, 4)).encode()


@target(json_seeds)
def loads(data: bytes) -> None:
    """Any JSON is a record or an error, and both engines say the same."""
    for given in (data, as_text(data)):
        try:
            record = bilateral.loads(given)
        except BilateralError as error:
            assert str(error)
        else:
            check_round(record)


@target(json_seeds)
def load_json(data: bytes) -> None:
    """Any bytes are records or an error."""
    _document(records.parse, data, "a.json")


def _names() -> Iterator[bytes]:
    for name in (
        "Japan",
        "JPN",
        "jp",
        "392",
        "Malaysian",
        "United States of America",
        "Türkiye",
        "Korean",
        "ASEAN",
    ):
        yield name.encode()
    for name in (
        "security",
        "security.maritime",
        "economy.agriculture",
        "2031",
        "2031-04-05",
        "pledge",
        "1st",
    ):
        yield name.encode()


@target(_names)
def names(data: bytes) -> None:
    """Any string is a name or an error."""
    word = as_text(data)
    for kind in (Country, Organization, Domain, PartialDate, Force, bilateral.PartnershipLevel):
        make = getattr(kind, "of", None) or kind
        try:
            found = make(word)
        except BilateralError as error:
            assert str(error)
            if isinstance(error, UnknownNameError):
                for near in error.nearest:
                    assert isinstance(near, str)
        else:
            assert make(word) == found
            if kind in (Country, Organization, Domain, PartialDate):
                check_round(found)
    for parse in (PartialDate.parse, lambda given: bilateral.read("Peru met Chile.", date=given)):
        with contextlib.suppress(BilateralError):
            parse(word)
    report = samples.report("readout")
    for ask in (
        report.commitments.by_country,
        report.commitments.by_domain,
        report.commitments.by_section,
    ):
        with contextlib.suppress(BilateralError):
            ask(word)


def lexicon_seeds() -> Iterator[bytes]:
    """Yield files of words."""
    yield b"[vocabulary]\ndomain,term,weight\neconomy.agriculture,seed bank,3\n"
    yield b"# words\n[cues]\nforms,class,force,continues,follows,example,counterexample\nmoot|moots|mooted,plan,intent,,noun,,\n"
    yield b"[domains only]\nname,label,covers,cap,plover,g20rg\nsea,Sea,all,10|12,,\nsea.fish,Fish,all,,,\n"
    yield b"[people]\nname,variants,party,office,from,to\nLuz Paz,Paz,PER,President,2030,\n[offices]\noffice,variants,level,party\n"


@target(lexicon_seeds)
def lexicon(data: bytes) -> None:
    """Any text is a lexicon, with which one can read, or an error."""
    word = as_text(data)
    try:
        found = Lexicon.parse(word)
    except BilateralError as error:
        assert str(error)
        return
    check_report(
        bilateral.read("President Luz Paz mooted a seed bank with Chile by 2035.", lexicon=found)
    )


def command_seeds() -> Iterator[bytes]:
    """Yield command lines, a word a line; what stands behind an empty line is standard input."""
    for line in (
        "read --sample readout --format json --explain",
        "read - --country Japan --domain security --force intent --format csv",
        "read --format markdown --date 2031 - --encoding utf-8",
        "read --format jsonl",
        "show -",
        "samples",
        "samples readout",
        "schema",
        "export-codes -",
        "evaluate - -",
        "completion bash",
        "chart fields - -o /dev/null",
        "--version",
        "read --help",
    ):
        yield (
            "\n".join(line.split()).encode() + b"\n\nPeru and Chile agreed to open a port by 2035."
        )


@target(command_seeds)
def command(data: bytes) -> None:
    """Any command line ends with one of the exit codes and no traceback."""
    from click.testing import CliRunner

    from bilateral.cli.program import program

    head, _, given = as_text(data).partition("\n\n")
    words = head.replace("\0", "?").split("\n")  # a system hands over no NUL
    if not set(words).isdisjoint({"--open", "ingest", "-o", "--output"}) or any(
        w.startswith(("-o", "--o")) for w in words
    ):
        words = [
            w for w in words if not w.startswith(("-o", "--o")) and w != "ingest"
        ]  # writes nowhere
    old = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            result = CliRunner().invoke(program, words, input=given.encode("utf-8", "replace"))
        finally:
            os.chdir(old)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in (0, 1, 2, 3), result.exit_code
    if (
        result.exit_code == 0
        and words[:1] == ["read"]
        and "json" in words
        and "--help" not in words
    ):
        with contextlib.suppress(ValueError):
            json.loads(result.stdout)
