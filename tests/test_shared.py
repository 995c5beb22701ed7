"""Everything in the folder of shared texts loads, and every span is the text's own words.

The texts are not part of the project.  They are looked for beside the checkout; without them, the
tests are skipped.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import bilateral
from bilateral import Report
from bilateral.loaders.markdown import parse

SHARED = Path(__file__).resolve().parents[2] / "shared"
CODED = sorted((SHARED / "eval" / "texts").glob("*.txt"))
CORPUS = sorted((SHARED / "corpus").glob("*.md"))

needs_coded = pytest.mark.skipif(not CODED, reason="the coded texts are not beside the checkout")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="the corpus is not beside the checkout")


def check_words(report: Report) -> None:
    """Check that every place of every record is in the text and says what the record says."""
    text = report.source.text
    for commitment in report.commitments:
        assert commitment.span is not None
        assert commitment.span.of(text) == commitment.text
        assert commitment.trace is not None
        if commitment.trace.cue is not None:
            assert commitment.trace.cue.of(text).strip()
        for amount in commitment.amounts:
            assert amount.span is None or amount.span in commitment.span
    for issue in report.issues:
        assert issue.span is not None
        assert " ".join(issue.span.of(text).split()) == issue.name
    for leader in report.leaders:
        assert leader.span is not None
        assert " ".join(leader.span.of(text).split()) == leader.name
        assert all(span.of(text).strip() for span in leader.mentions)
    for partnership in report.partnerships:
        assert partnership.span is not None
        assert partnership.span.of(text).strip()
    for section in report.sections:
        assert section.span is not None
        assert section.title in " ".join(section.span.of(text).split())


@needs_coded
@pytest.mark.parametrize("path", CODED, ids=[path.stem for path in CODED])
def test_coded_text(path: Path) -> None:
    """Each of the coded texts loads whole."""
    report = bilateral.load(path)
    assert report.source.text == path.read_bytes().decode("utf-8")
    check_words(report)


@needs_coded
def test_all_coded_texts_are_there() -> None:
    """The folder is not half empty."""
    assert len(CODED) == 24


@needs_corpus
def test_corpus() -> None:
    """Each file of the corpus loads, with the title, date and address of its front matter."""
    for path in CORPUS:
        report = bilateral.load(path)
        source = report.source
        assert source.title, path
        assert source.date is not None, path
        assert path.name.startswith(str(source.date)), path
        assert source.url is not None, path
        assert source.text == parse(path.read_bytes(), str(path)).text
        assert path.read_bytes().decode("utf-8").endswith(source.text)
        check_words(report)
