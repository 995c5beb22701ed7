"""What notebooks show is as safe as the page, and short."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from tests.rendering.dom import HOSTILE, Page, hostile, shown

from bilateral import Commitments, Issue, Leader, Leaders, Report, read, samples, strategies
from bilateral.rendering.notebook import ROWS

OURS = frozenset(
    [
        "style",
        "div",
        "p",
        "strong",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "code",
        "q",
        "ul",
        "li",
    ]
)


def fragments(report: Report) -> list[str]:
    """Return everything of a report that a notebook can be asked to show."""
    records = [*report.commitments, *report.issues, *report.partnerships, *report.leaders]
    return [
        report._repr_html_(),
        report.commitments._repr_html_(),
        report.issues._repr_html_(),
        report.partnerships._repr_html_(),
        report.leaders._repr_html_(),
        *[report.explain(record)._repr_html_() for record in records],
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_source_do_nothing(words: str) -> None:
    """No element is the source's; its words are there."""
    for fragment in fragments(hostile(words)):
        page = Page(fragment)
        assert set(page.tags) <= OURS
        assert not page.open
        assert not page.comments
        assert {name for _, held in page.elements for name in held} <= {
            "class",
            "data-m",
            "dir",
            "hidden",
        }
    line = " ".join(shown(words).split())
    assert line in " ".join(Page(hostile(words)._repr_html_()).visible.split())


@given(strategies.reports())
@settings(max_examples=40)
def test_any_report_can_be_shown(report: Report) -> None:
    """Whatever it holds, the elements close and are ours."""
    for fragment in fragments(report):
        page = Page(fragment)
        assert not page.open
        assert set(page.tags) <= OURS


def test_a_table_has_a_row_a_record() -> None:
    """With the columns in which something stands."""
    commitments = samples.report("summit-article").commitments
    page = Page(commitments._repr_html_())
    assert page.tags.count("tr") == 1 + len(commitments)
    assert "aspiration" in page.visible
    assert "Amounts" not in page.visible
    assert "Amounts" in Page(samples.report("joint-statement").commitments._repr_html_()).visible


def test_a_record_says_what_it_knows() -> None:
    """And leaves out the rest."""
    (made,) = read("Japan agreed to train Malaysian engineers by 2027.").commitments
    text = made._repr_html_()
    heads = re.findall("<th>(.*?)</th>", text)
    assert heads == ["Who", "To", "How firmly", "What", "About", "By"]
    assert "<td>2027</td>" in text
    for record in (Leader("<b>"), Issue("<b>"), *samples.report("summit-article").partnerships):
        assert "<b>" not in record._repr_html_()


def test_long_collections_are_cut_and_say_so() -> None:
    """A notebook is not flooded."""
    many = Commitments(list(samples.report("summit-article").commitments) * 30)
    page = Page(many._repr_html_())
    assert page.tags.count("tr") == 1 + ROWS
    assert f"… and {len(many) - ROWS} more" in page.visible


def test_empty_collections() -> None:
    """There is nothing, and it is said."""
    assert Page(Leaders()._repr_html_()).visible == "none"


def test_a_fragment_fetches_nothing() -> None:
    """And has no script, so that it works in a notebook that is not trusted."""
    for fragment in fragments(samples.report("readout")):
        assert not re.search(r"<script|src=|href=|url\(|@import", fragment)


def test_plain_forms_stay_short() -> None:
    """The `repr` of a report and of its collections is a line."""
    report = samples.report("summit-article")
    for value in (report, report.commitments, report.leaders):
        assert len(repr(value)) < 160
        assert "\n" not in repr(value)
