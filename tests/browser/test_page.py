"""The annotated page in a browser: it loads, filters, explains, and lets no source act."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

pytest.importorskip("playwright", reason="needs Playwright and a browser")

from playwright.sync_api import expect
from tests.rendering.dom import HOSTILE, hostile, shown

from bilateral import Report, Source, read, samples

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Puts a report into the page and returns it.
Show = Callable[[Report], Report]

_CHOSEN = "() => [...document.querySelectorAll('.s.on')].map((s) => s.textContent).join('')"
_DRAWN = """() => [...document.querySelectorAll('.s')]
    .flatMap((s) => [...s.classList]).filter((name) => /^l\\d-/.test(name))
    .map((name) => name.slice(3))"""


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Show:
    """Return a function that opens the page of a report."""

    def opened(report: Report) -> Report:
        path = tmp_path / "report.html"
        path.write_text(report.to_html(), encoding="utf-8", newline="")
        page.goto(path.as_uri())
        return report

    return opened


def joined(words: str) -> str:
    """Return words without blanks, which stand between the segments of a mark."""
    return "".join(words.split())


def chosen(page: Page) -> str:
    """Return the words of the chosen record, as soon as the page has shaded them."""
    expect(page.locator(".s.on")).not_to_have_count(0)
    return str(page.evaluate(_CHOSEN))


def status(page: Page) -> str:
    """Return what the page says of its filters."""
    return page.locator("#status").inner_text()


def shown_numbers(page: Page) -> list[str]:
    """Return the numbers of the records that are listed and not hidden."""
    return page.locator("#lists ol > li:visible .no").all_text_contents()


@pytest.mark.parametrize("name", samples.names())
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_samples_open(page: Page, show: Show, name: str, scheme: Literal["light", "dark"]) -> None:
    """The text is the source's, every record is listed, and nothing is logged."""
    page.emulate_media(color_scheme=scheme)
    report = show(samples.report(name))
    assert page.locator("main").evaluate("main => main.textContent") == report.source.text
    matters = len(report.commitments) + len(report.issues)
    count = matters + len(report.partnerships) + len(report.leaders)
    assert len(shown_numbers(page)) == count
    assert status(page) == f"{count} records"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")


def test_a_long_document(page: Page, show: Show) -> None:
    """Fifty pages and their thousands of words are there, and filters still work on them."""
    text = "\n\n".join([samples.text(name) for name in samples.names()] * 10)
    report = show(read(text))
    assert len(text.split()) > 15_000
    assert page.locator("main").evaluate("main => main.textContent") == report.source.text
    page.get_by_label("Country or organization").select_option("POL")
    wanted = report.commitments.by_party("POL", role="any")
    numbers = [n for n in shown_numbers(page) if n.startswith("C")]
    assert len(numbers) == len(wanted) > 0


@pytest.mark.parametrize("words", HOSTILE)
def test_no_source_acts(page: Page, show: Show, words: str) -> None:
    """What would be markup or script elsewhere is text, and the page's script still runs."""
    report = show(hostile(words))
    assert page.locator("main").evaluate("main => main.textContent") == shown(report.source.text)
    assert page.title() != "broken"
    assert page.locator("img, svg, iframe, b, video, object, embed, base").count() == 0
    assert page.locator("script").count() == 2
    page.locator("#C1 summary").click()
    assert joined(chosen(page)) == joined(shown(report.source.text))
    page.locator(".s").first.hover()
    assert page.locator("#card").inner_text().count("my.rule") == 2
    assert page.title() != "broken"


class TestFilters:
    """What is chosen is what is listed and drawn."""

    def test_force(self, page: Page, show: Show) -> None:
        """A force that is not wanted is neither in the list nor in the text."""
        report = show(samples.report("summit-article"))
        pledges = len(report.commitments.where(lambda c: c.force.value == "pledge"))
        before = len(shown_numbers(page))
        assert "pledge" in page.evaluate(_DRAWN)
        page.get_by_role("checkbox", name="pledge").uncheck()
        assert len(shown_numbers(page)) == before - pledges
        assert "pledge" not in page.evaluate(_DRAWN)
        assert "intent" in page.evaluate(_DRAWN)
        assert status(page) == f"{before - pledges} of {before} records"

    def test_domain_takes_in_those_below(self, page: Page, show: Show) -> None:
        """As `by_domain` does; what has no field is left out."""
        report = show(samples.report("summit-article"))
        page.get_by_label("Policy field").select_option("security")
        wanted = report.commitments.by_domain("security")
        places = [n for n, c in enumerate(report.commitments, 1) if c in wanted]
        issues = [
            n for n, i in enumerate(report.issues, 1) if i in report.issues.by_domain("security")
        ]
        assert shown_numbers(page) == [*[f"C{n}" for n in places], *[f"I{n}" for n in issues]]

    def test_country(self, page: Page, show: Show) -> None:
        """Whoever is concerned, leaders and partnerships among them."""
        report = show(samples.report("joint-statement"))
        page.get_by_label("Country or organization").select_option("FIN")
        listed = shown_numbers(page)
        wanted = report.commitments.by_country("FIN", role="any")
        assert len([n for n in listed if n.startswith("C")]) == len(wanted)
        assert len([n for n in listed if n.startswith("L")]) == len(report.leaders.by_party("FIN"))

    def test_all_of_them_agree_and_can_be_taken_back(self, page: Page, show: Show) -> None:
        """Filters narrow each other; the button brings everything back."""
        show(samples.report("summit-article"))
        before = shown_numbers(page)
        page.get_by_label("Policy field").select_option("security")
        page.get_by_label("Country or organization").select_option("MYS")
        page.get_by_role("checkbox", name="intent").uncheck()
        assert 0 < len(shown_numbers(page)) < len(before)
        page.get_by_role("button", name="Show all").click()
        expect(page.locator("#lists li[hidden]")).to_have_count(0)
        assert shown_numbers(page) == before


class TestChoosing:
    """A mark leads to its record, and a record to its words."""

    def test_click_shows_record_rule_and_evidence(self, page: Page, show: Show) -> None:
        """In the list, opened, with the words of the source marked."""
        report = show(samples.report("summit-article"))
        first = report.commitments[0]
        page.locator("[data-m='0.0']").first.click()
        why = page.locator("#C1 .facts").inner_text()
        reason = report.explain(first)
        assert reason.rule is not None
        assert reason.rule in why
        assert str(reason.cue) in why
        assert all(ground.note in why for ground in reason.evidence)
        assert joined(chosen(page)) == joined(first.text)

    def test_the_cue_is_marked(self, page: Page, show: Show) -> None:
        """Where letters of two units stand before it too."""
        report = show(read("\N{OLIVE}\N{OLIVE} news. Japan agreed to train engineers."))
        page.locator("#C1 summary").click()
        assert chosen(page)
        found = page.evaluate("[...CSS.highlights.get('cue')].map((range) => range.toString())")
        assert found[0] == report.explain(report.commitments[0]).cue == "agreed"

    def test_clicking_again_goes_through_what_overlaps(self, page: Page, show: Show) -> None:
        """The innermost record first, then the one around it."""
        show(samples.report("summit-article"))
        inner = page.locator("a.ref[data-n='P1']").locator("xpath=preceding-sibling::span[1]")
        inner.click()
        expect(page).to_have_url(re.compile("#P1$"))
        inner.click()
        expect(page).to_have_url(re.compile("#C2$"))

    def test_only_one_record_is_open(self, page: Page, show: Show) -> None:
        """Choosing another closes the one before."""
        show(samples.report("summit-article"))
        page.locator("#C1 summary").click()
        page.locator("#C3 summary").click()
        expect(page.locator("#C1[open]")).to_have_count(0)
        assert page.locator("details[open]").count() == 1

    def test_hover_tells_in_short(self, page: Page, show: Show) -> None:
        """Number, kind and rule, as long as the pointer is there."""
        show(samples.report("summit-article"))
        page.locator("[data-m='0.0']").first.hover()
        assert "C1 pledge" in page.locator("#card").inner_text()
        page.locator("h1").hover()
        assert page.locator("#card").is_hidden()

    def test_an_address_leads_to_a_record(self, page: Page, show: Show) -> None:
        """Even to one that a filter hides."""
        show(samples.report("summit-article"))
        page.get_by_role("checkbox", name="request").uncheck()
        page.goto(page.url + "#C8")
        page.wait_for_selector("#C8[open]")
        assert page.get_by_role("checkbox", name="request").is_checked()


class TestKeyboard:
    """Everything can be done without a pointer."""

    def test_skip_links_come_first(self, page: Page, show: Show) -> None:
        """To the text, and past it."""
        show(samples.report("readout"))
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the records"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('form').id") == "filters"

    def test_references_lead_to_records_and_back(self, page: Page, show: Show) -> None:
        """The link in the text is focused, told of, followed, and the record leads back."""
        show(samples.report("readout"))
        page.locator(".ref[data-n='C1']").focus()
        assert page.locator("#card").is_visible()
        page.keyboard.press("Enter")
        page.wait_for_selector("#C1[open]")
        assert page.evaluate("document.activeElement.parentElement.id") == "C1"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("#C1-text$"))

    def test_escape_takes_the_choice_back(self, page: Page, show: Show) -> None:
        """Nothing is shaded afterwards."""
        show(samples.report("readout"))
        page.locator("#C1 summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".s.on")).not_to_have_count(0)
        page.keyboard.press("Escape")
        expect(page.locator(".s.on")).to_have_count(0)
        assert page.locator("details[open]").count() == 0


def test_without_scripts(page: Page, show: Show) -> None:
    """The records are complete, and no filter is offered that would not work."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    report = show(samples.report("summit-article"))
    page.locator("#C1 summary").click()
    assert page.locator("#C1 .facts").is_visible()
    assert page.locator("form").is_hidden()
    assert page.locator("#lists ol > li").count() > len(report.commitments)


def test_print(page: Page, show: Show) -> None:
    """Text and records in one column, without what only a screen needs."""
    show(samples.report("summit-article"))
    page.emulate_media(media="print")
    assert page.locator("form").is_hidden()
    assert page.locator("#C1 summary").is_visible()
    text, panel = (page.locator(x).bounding_box() for x in ("main", "aside"))
    assert text is not None
    assert panel is not None
    assert panel["y"] >= text["y"] + text["height"]


def test_narrow_windows_do_not_scroll_sideways(page: Page, show: Show) -> None:
    """A telephone shows one column, however long a word is."""
    page.set_viewport_size({"width": 320, "height": 640})
    show(read("Japan agreed to train " + "very" * 200 + " good engineers."))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["summit-article", "joint-statement"])
def test_axe_finds_no_barrier(
    page: Page, show: Show, name: str, scheme: Literal["light", "dark"]
) -> None:
    """The rules of WCAG 2.2 A and AA that a program can check."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    page.emulate_media(color_scheme=scheme)
    show(samples.report(name))
    page.locator("#C1 summary").click()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options = {"runOnly": {"type": "tag", "values": tags}}
    found = axe.Axe().run(page, options=options).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []


def test_an_empty_report(page: Page, show: Show) -> None:
    """Nothing was read, and the page says so."""
    show(Report(Source("")))
    assert status(page) == "0 records"
