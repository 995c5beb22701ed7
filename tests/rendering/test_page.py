"""The annotated page holds the source's words, all of them and as words."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rendering.dom import HOSTILE, Page, hostile, shown

import bilateral
from bilateral import Report, Source, samples, strategies
from bilateral.rendering.page import STYLES, TITLES

#: The elements of a page of ours, whatever it shows.
OURS = frozenset(Page(hostile("x").to_html()).tags) | {"h3", "h4", "h5", "h6", "li", "ul", "q", "a"}
#: What a source would need to do something.
ACTIVE = ("img", "svg", "iframe", "object", "embed", "link", "base", "b", "video", "math")


def data(page: Page) -> list[dict[str, Any]]:
    """Return what the page gives to its script."""
    records: list[dict[str, Any]] = json.loads(page.scripts[0])["records"]
    return records


def check_is_ours(report: Report) -> Page:
    """Check that a page has the words of its source, and no element or attribute of theirs."""
    page = Page(report.to_html())
    assert page.main == shown(report.source.text)
    assert not page.open
    assert not page.comments
    assert set(page.tags) <= OURS
    assert len(page.scripts) == 2
    attributes = {name for _, held in page.elements for name in held}
    assert not [name for name in attributes if name.startswith("on") or name == "style"]
    ids = [held["id"] for _, held in page.elements if "id" in held]
    assert len(ids) == len(set(ids))
    return page


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_source_do_nothing(words: str) -> None:
    """Markup, script and odd characters are shown as the words that they are."""
    page = check_is_ours(hostile(words))
    assert shown(" ".join(words.split())) in " ".join(page.visible.split())
    assert not set(page.tags) & set(ACTIVE)
    assert len([1 for record in data(page) if record["x"]]) == 4


@given(st.one_of(st.text(min_size=1), st.text("<>&\"'/!-script$ \r\n\0\u2028", min_size=1)))
def test_any_words_do_nothing(words: str) -> None:
    """Whatever stands in a source, the page is as with plain words."""
    if words.strip() and " ".join(words.lower().split()) == " ".join(words.split()).lower():
        check_is_ours(hostile("x" + words))


@given(strategies.reports())
@settings(max_examples=60)
def test_any_report_is_shown_whole(report: Report) -> None:
    """Every record is listed once, and those that have a place are marked there."""
    page = check_is_ours(report)
    records = data(page)
    held = [*report.commitments, *report.issues, *report.partnerships, *report.leaders]
    assert len(records) == len(held)
    links = {a.get("href") for tag, a in page.elements if tag == "a" and a.get("class") == "ref"}
    placed = [record for record in held if record.span or getattr(record, "mentions", ())]
    assert len(links) == len(placed)
    ids = {a["id"] for _, a in page.elements if "id" in a}
    assert {f"#{name}" for name in ids} >= {str(link) for link in links}


@pytest.mark.parametrize("name", samples.names())
def test_what_is_marked_is_what_the_record_says(name: str) -> None:
    """The segments of a mark are, joined, the words at its place."""
    report = samples.report(name)
    content = report.to_html()
    marked: dict[int, str] = {}
    for places, words in re.findall(r'data-m="([^"]*)">([^<]*)</span>', content):
        for pair in places.split():
            number = int(pair.partition(".")[0])
            marked[number] = marked.get(number, "") + words
    for number, commitment in enumerate(report.commitments):
        expected = "".join(commitment.text.split())
        assert "".join(Page(f"<main>{marked[number]}</main>").main.split()) == expected


def test_records_that_meet_are_on_lanes_of_their_own() -> None:
    """No segment draws two lines at one height."""
    for name in samples.names():
        for classes in re.findall(r'<span class="s ([^"]*)"', samples.report(name).to_html()):
            lanes = [drawn.partition("-")[0] for drawn in classes.split()]
            assert len(lanes) == len(set(lanes))


def test_the_page_needs_nothing_else() -> None:
    """No element fetches, and the policy lets through its own script and style alone."""
    content = samples.report("summit-article").to_html()
    page = Page(content)
    for tag, held in page.elements:
        assert "src" not in held
        assert "srcset" not in held
        assert tag not in ACTIVE
    assert "url(" not in content
    assert "@import" not in content
    policy = next(str(a["content"]) for _, a in page.elements if a.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    style = re.search(r"<style>(.*?)</style>", content, re.DOTALL)
    assert style is not None
    for kind, body in (("script", page.scripts[1]), ("style", style[1])):
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("https://example.org/ x", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, links: bool) -> None:  # noqa: FBT001
    """Another scheme could be a script; it is shown and cannot be followed."""
    page = Page(Report(Source("Words.", url=url)).to_html())
    followed = [a["href"] for tag, a in page.elements if tag == "a" and "rel" in a]
    assert followed == ([url] if links else [])
    assert url in page.visible


def test_a_page_has_an_outline() -> None:
    """One heading of the first level, the sections below it, landmarks and names for all of them."""
    report = samples.report("summit-article")
    page = Page(report.to_html())
    assert page.tags.count("h1") == 1
    assert page.tags.count("main") == page.tags.count("aside") == page.tags.count("nav") == 1
    headings = [tag for tag in page.tags if re.fullmatch("h[2-6]", tag)]
    assert len(headings) >= len(report.sections)
    named = [a for tag, a in page.elements if tag in {"main", "aside", "nav", "form"}]
    assert all(a.get("aria-label") for a in named)
    assert ("html", {"lang": "en"}) in page.elements


def test_filters_offer_what_there_is() -> None:
    """Forces, fields and parties that a report has, and the field above each."""
    report = samples.report("summit-article")
    values = {a.get("value") for tag, a in Page(report.to_html()).elements if tag == "option"}
    codes = {party.code for c in report.commitments for party in c.parties}
    fields = {domain.name for c in report.commitments for domain in c.domains}
    tops = {domain.top for c in report.commitments for domain in c.domains}
    assert codes | fields | tops <= values


def test_places_are_told_as_a_browser_counts() -> None:
    """Letters beyond the basic plane are two units there."""
    text = "\N{OLIVE} Japan agreed to train engineers."
    (record,) = data(Page(bilateral.read(text).to_html()))
    units = text.encode("utf-16-le")
    start, end = record["x"][0]
    assert units[2 * start : 2 * end].decode("utf-16-le") == "agreed"


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "a"])
def test_texts_without_records(text: str) -> None:
    """There is a page for the emptiest text."""
    page = Page(Report(Source(text)).to_html())
    assert page.main == text
    assert "Untitled report" in page.visible


def test_every_kind_and_force_has_a_name() -> None:
    """What is added to the model is added here."""
    assert [force.value for force in bilateral.Force] == list(STYLES[:4])
    assert set(STYLES[4:]) < set(TITLES)
