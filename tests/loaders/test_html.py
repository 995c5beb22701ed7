"""HTML: the article of a page, and nothing of the page around it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral
from bilateral import LoadError, MissingExtraError, PartialDate, Report
from bilateral.loaders.documents import Document
from bilateral.loaders.html import parse

TITLE = "Norway and Kenya Meet in Nairobi"
PLAIN = f"""{TITLE}

Norway and Kenya agreed to build a wind farm near Lake Turkana. Prime Minister Kari Holm of Norway met President Daniel Otieno of Kenya.

I. Energy

Norway will provide $30 million for the grid by 2028.

The two countries agreed to:

- train 200 technicians;
- open a joint laboratory.

II. Fisheries

Kenya intends to publish its register of vessels. Both sides raised concerns about illegal fishing."""
ARTICLE = f"""
<h1>{TITLE}</h1>
<p>Norway and Kenya agreed to build a <b>wind farm</b>
   near Lake Turkana. Prime Minister Kari Holm of Norway met President Daniel Otieno of Kenya.</p>
<h2>I. Energy</h2>
<p>Norway will provide $30&nbsp;million for the <a href="/grid">grid</a> by 2028.</p>
<p>The two countries agreed to:</p>
<ul><li>train 200 technicians;</li><li><p>open a joint laboratory.</p></li></ul>
<h2>II. Fisheries</h2>
<p>Kenya intends to publish its register of vessels. Both sides raised concerns about illegal
fishing.</p>
"""
HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Norway and Kenya Meet in Nairobi | Ministry Gazette</title>
<meta property="og:site_name" content="Ministry Gazette">
<meta property="article:published_time" content="2026-03-04T08:00:00+03:00">
<link rel="canonical" href="https://gazette.example/nairobi">
<style>p { color: red }</style><script>var promise = "Norway will build a bridge.";</script></head>"""
MENU = """<ul><li><a href="/">Home</a></li><li><a href="/a">Norway will fund a railway in Ghana.</a></li>
<li><a href="/b">Kenya agreed to lower tariffs on tea.</a></li></ul>"""
COOKIES = (
    "<p>Norway and Kenya will use cookies on this site. You agree to share data with Peru.</p>"
)
FOOT = "<p>Norway will never sell your data to Brazil. All rights reserved.</p>"
FORM = "<form><label>Sign up: Norway will send you a newsletter</label><input><button>Go</button></form>"
PAGES = {
    "main": f"""{HEAD}<body><header><h1>Ministry Gazette</h1><nav>{MENU}</nav></header>
        <div class="cookie-banner">{COOKIES}</div><main>{ARTICLE}</main>
        <aside>{COOKIES}</aside>{FORM}<footer>{FOOT}</footer></body></html>""",
    "article": f"""{HEAD}<body><div class="topNav">{MENU}</div><article>{ARTICLE}
        <section class="related-stories"><h2>Related</h2>{MENU}</section></article>
        <article><h3>Norway will fund a school in Chad.</h3></article>
        <div id="footer">{FOOT}</div></body></html>""",
    "role": f"""{HEAD}<body><div role="navigation">{MENU}</div><div role="main"><div
        class="breadcrumbs"><a>Home</a> / <a>News</a></div>{ARTICLE}<p><a>Read more</a></p></div>
        <div role="contentinfo">{FOOT}</div></body></html>""",
    "density": f"""{HEAD}<body><div><div>{MENU}</div><div><div><div>{ARTICLE}</div></div></div>
        <div class="sidebar">{COOKIES}</div></div><div class="site-footer">{FOOT}</div></body></html>""",
    "bare": f"""{HEAD}<body>{MENU}{ARTICLE}<h2>Most read</h2>{MENU}<p>© 2026 Ministry</p></body>""",
    "form": f"""{HEAD}<body><form id="aspnetForm"><div class="nav">{MENU}</div>
        <div id="content">{ARTICLE}</div><select><option>Norway will help.</option></select></form>""",
    "tables": f"""{HEAD}<body><table><tr><td width=150>{MENU}</td><td>{ARTICLE}</td></tr></table>""",
    "hidden": f"""{HEAD}<body><main>{ARTICLE}<div style="display: none">{COOKIES}</div>
        <div hidden>{FOOT}</div><div aria-hidden=true>{FOOT}</div><noscript>{FOOT}</noscript></main>""",
    "modal": f"""{HEAD}<body><div aria-hidden="true"><main>{ARTICLE}</main></div>
        <div role="dialog">{COOKIES}</div></body></html>""",
    "header": f"""{HEAD}<body><article><header><p>Diplomacy</p>{ARTICLE.split("<p>")[0]}<p>By A. B.</p>
        </header><p>{ARTICLE.split("<p>", 1)[1]}<footer>{FOOT}</footer></article></body></html>""",
    "xhtml": '<?xml version="1.0" encoding="utf-8"?>'
    f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE}</title>
        <meta name="dcterms.issued" content="2026-03-04" /><script src="a.js" />
        <meta name="dc.publisher" content="Ministry Gazette" />
        <meta property="og:url" content="https://gazette.example/nairobi" /></head>
        <body><div class="nav" />{ARTICLE}</body></html>""",
}


def words_of(report: Report) -> list[tuple[str, list[str], str]]:
    """Return what the commitments of a report say, without their places."""
    return [
        (" ".join(c.text.split()), [actor.code for actor in c.actors], str(c.force))
        for c in report.commitments
    ]


def of(body: str, **options: str) -> Document:
    """Return what is read of a page with this body."""
    return parse(f"<html><body>{body}</body></html>".encode(), "page.html", **options)


@pytest.mark.parametrize("page", PAGES)
def test_article_alone_is_read(tmp_path: Path, page: str) -> None:
    """Whatever stands around it, the text is the article's and so are the commitments."""
    path = tmp_path / "page.html"
    path.write_text(PAGES[page], encoding="utf-8")
    report = bilateral.load(path)
    assert report.source.text.replace("\xa0", " ") == PLAIN
    assert words_of(report) == words_of(bilateral.read(PLAIN))
    assert len(report.commitments) >= 4


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_says_of_itself(tmp_path: Path, page: str) -> None:
    """Title, date, publisher and address become the source's."""
    path = tmp_path / "page.htm"
    path.write_text(PAGES[page], encoding="utf-8")
    source = bilateral.load(path).source
    assert source.title == TITLE
    assert source.date == PartialDate(2026, 3, 4)
    assert source.publisher == "Ministry Gazette"
    assert source.url == "https://gazette.example/nairobi"


def test_outline_survives(tmp_path: Path) -> None:
    """Headings open sections with their numbers, and the stem of a list acts in its items."""
    path = tmp_path / "page.xhtml"
    path.write_text(PAGES["main"], encoding="utf-8")
    report = bilateral.load(path)
    assert [(s.number, s.title) for s in report.source.sections] == [
        ("I.", "Energy"),
        ("II.", "Fisheries"),
    ]
    trained = [c for c in report.commitments if "technicians" in c.text]
    assert [sorted(actor.code for actor in c.actors) for c in trained] == [["KEN", "NOR"]]


@pytest.mark.parametrize("page", PAGES)
def test_spans_are_the_texts_own_words(tmp_path: Path, page: str) -> None:
    """Every record stands where it says in the text."""
    path = tmp_path / "page.html"
    path.write_text(PAGES[page], encoding="utf-8")
    report = bilateral.load(path)
    for record in (*report.commitments, *report.leaders):
        assert record.span is not None
        assert record.span.of(report.source.text)
    for commitment in report.commitments:
        assert commitment.span is not None
        assert commitment.span.of(report.source.text) == commitment.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Tea &amp; coffee: 3&thinsp;% &mdash; caf&#233;</p>", "Tea & coffee: 3\u2009% — café"),
        ("<p>one\n  two\t<i>three</i>four</p>", "one two threefour"),
        ("<p>One.<br>Two.<br/>Three.</p>", "One.\nTwo.\nThree."),
        ("<p>One.<br><br><br>Two.</p>", "One.\n\nTwo."),
        ("<div>One.<p>Two.</p>Three.</div>", "One.\n\nTwo.\n\nThree."),
        ("<ol><li>One<li>Two</ol>", "1. One\n2. Two"),
        ("<ol start=4 type=a><li>One<li value=9>Two<li>Three</ol>", "d. One\ni. Two\nj. Three"),
        ("<ol reversed start=2 type=I><li>One<li>Two</ol>", "II. One\nI. Two"),
        ("<ul><li>One<ul><li>Two</ul><li>Three</ul>", "- One\n  • Two\n- Three"),
        ("<ul><li>One<ol><li>Two</ol></ul>", "- One\n  1) Two"),
        ("<ul><li><p>One.</p><p>Two.</p></ul>", "- One. Two."),
        ("<ul><li>One</ul><ul><li>Two</ul>", "- One\n\n- Two"),
        ("<ol><li><h3>Tea</h3><p>One.</p></ol>", "Tea\n\nOne."),
        ("<table><tr><th>A<th>B<tr><td>C<td><p>D</p></table>", "A | B\nC | D"),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", "One.\n\nTwo."),
        ("<pre>One\n  two</pre>", "One\n  two"),
        ("<p>Trade<sup><a href=#n>1</a></sup> on the 2<sup>nd</sup></p>", "Trade on the 2nd"),
        ("<p>co\u00adope\u200bration</p>", "cooperation"),
        (
            "<p>A <a>link that is a sentence of prose.</a></p>",
            "A link that is a sentence of prose.",
        ),
        ("<p>One<!-- two --> three</p><!-- four -->", "One three"),
        ("<dl><dt>Tea<dd>Both sides sell it.</dl>", "Tea\n\nBoth sides sell it."),
        ("<blockquote><p>We will help.</p></blockquote>", "We will help."),
        ("", ""),
        ("<nav>Home</nav>", ""),
    ],
)
def test_form_of_the_text(body: str, text: str) -> None:
    """Blocks become lines, and characters are those that a browser shows."""
    assert of(body).text == text


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Share this article</p>",
        "<p><a>Facebook</a> <a>Email</a></p>",
        "<h2>Related stories</h2><ul><li><a>Norway will fund a dam.</a></li></ul>",
        "<div class='share-bar'>Norway will share.</div>",
        "<figure><img alt='x'><figcaption>Norway will smile.</figcaption></figure>",
        "<div class='ArticleTags'><span>Norway</span></div>",
        "<div><p><a>Kenya will build a new port in Lamu.</a></p><p><a>Kenya agreed to sell tea to Norway.</a></p></div>",
        "<div class='newsletterSignup'><p>Norway will write to you every week.</p></div>",
    ],
)
def test_furniture_within_the_article(furniture: str) -> None:
    """What articles carry along yields no text."""
    assert of(f"<main>{ARTICLE}{furniture}</main>").text.replace("\xa0", " ") == PLAIN


def test_classes_of_the_whole_page_do_not_empty_it() -> None:
    """What holds most of the prose is no furniture, whatever it is called."""
    page = f'<div class="no-sidebar related footer-sticky"><div class="menu-open">{ARTICLE}</div></div>'
    assert of(page).text.replace("\xa0", " ") == PLAIN


def test_anchors_of_headings_are_no_classes() -> None:
    """A section on related agreements is prose."""
    page = f"<main>{ARTICLE}<section id='related-agreements'><p>Kenya will sign it.</p></section></main>"
    assert of(page).text.endswith("Kenya will sign it.")


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2026-03-04T23:00:00Z">', "2026-03-04"),
        ('<meta name="DC.date" content="2026-03">', "2026-03"),
        ('<meta name="dcterms.modified" content="2026-03-04">', None),
        ('<meta name="date" content="4 March 2026">', None),
        ('<meta name="date" content="2026-02-30">', None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-04"}</script>', "2026-03-04"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, {"@type": ["NewsArticle"], "datePublished": "2026-03-04"}]}</script>', "2026-03-04"),
        ('<script type="application/ld+json">{faulty</script>', None),
        (f'<script type="application/ld+json">{"[" * 100_000}</script>', None),
        ('</head><body><time datetime="2026-03-04">4 March</time>', "2026-03-04"),
        ('</head><body><span itemprop="datePublished" content="2026-03-04">4 March</span>', "2026-03-04"),
        (f'</head><body><p>{"They met. " * 40}<time datetime="2026-03-04">then</time></p>', None),
    ],
)  # fmt: skip
def test_date(head: str, date: str | None) -> None:
    """The day of publication is found in the usual places, and no other day is taken for it."""
    page = f"<html><head>{head}<p>Kenya will help.</p>"
    found = parse(page.encode(), "page.html").date
    assert (None if found is None else str(found)) == date


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ('<title>A | The Site</title><meta property="og:site_name" content="The Site">', "A"),
        ('<title>Page</title><meta property="og:title" content=" A &amp;\n B ">', "A & B"),
        ("<title>Page</title><header><h1>A</h1></header>", "A"),
        ("<title>\n</title>", None),
        ("", None),
    ],
)
def test_title_outside_the_article(page: str, title: str | None) -> None:
    """The page's own title is taken where none stands above the text, without the site's name."""
    found = parse(f"{page}<main><p>Kenya will help.</p></main>".encode(), "page.html")
    assert (found.title, found.text) == (title, "Kenya will help.")


def test_title_that_is_a_sentence_is_no_text() -> None:
    """A headline that reads like a promise yields no commitment of its own."""
    found = of("<main><h1>Kenya will help.</h1><p>Kenya agreed to help Norway.</p></main>")
    assert (found.title, found.text) == ("Kenya will help.", "Kenya agreed to help Norway.")


def test_address_must_be_whole() -> None:
    """A canonical link without a host says nothing."""
    page = '<link rel=canonical href="/a"><meta property="og:url" content="https://a.example/b"><p>Tea.'
    assert parse(page.encode(), "page.html").url == "https://a.example/b"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<?xml version="1.0" encoding="shift_jis"?>', "cp932"),
        ('<meta charset="utf-8">', "utf-16"),
        ('<meta charset="iso-8859-7">', "utf-8-sig"),
        ('<meta charset="no-such">', "utf-8"),
        ('<meta charset="ascii">', "utf-8"),
        ("", "utf-8"),
        ("", "cp1252"),
    ],
)
def test_encoding(declared: str, encoding: str) -> None:
    """A byte order mark goes before the declaration, and that before what the bytes look like."""
    word = {"cp1251": "Осло", "cp932": "東京", "cp1252": "“Oslo”"}.get(encoding, "“Åse”")
    page = f"{declared}<p>They met in {word} on Monday.</p>".encode(encoding)
    assert parse(page, "page.html").text == f"They met in {word} on Monday."


def test_encoding_that_is_given_holds() -> None:
    """The caller knows better than the page."""
    page = '<meta charset="utf-8"><p>Осло</p>'.encode("koi8-r")
    assert parse(page, "page.html", encoding="koi8-r").text == "Осло"


def test_false_declaration_gives_way() -> None:
    """Bytes that are not in the encoding declared are decoded as any text."""
    page = '<meta charset="utf-8"><p>Both sides met in Malmö.</p>'.encode("cp1252")
    assert parse(page, "page.html").text == "Both sides met in Malmö."


def test_page_that_scripts_fill() -> None:
    """A page without text says how to save one that has."""
    with pytest.raises(LoadError, match="save the page from there"):
        parse(b"<html><body><div id=app></div><script>run()</script></body></html>", "page.html")


@pytest.mark.parametrize("data", [b"", b" \n", b"<!doctype html>", b"<html></html>", b"<!-- -->"])
def test_empty_page(tmp_path: Path, data: bytes) -> None:
    """A page without words gives a report without records."""
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert not bilateral.load(path).commitments


def test_without_lxml(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing library is told of with the extra that brings it."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtraError, match=r"bilateral\[html\]"):
        parse(b"<p>Tea.", "page.html")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 900 + "Kenya will help.",
        "<p>" * 5_000 + "Kenya will help.",
        "<p>Kenya will help.</p>" * 20_000,
        "<a href=x>Kenya</a> " * 20_000,
        "<ul>" + "<li>Kenya" * 20_000,
        "<" * 100_000,
        "&" * 100_000,
    ],
    ids=lambda page: page[:12],
)
def test_pages_that_are_traps(page: str) -> None:
    """Depth and length bring nothing down, and what is read of them can be read on."""
    bilateral.read(parse(page.encode(), "page.html").text[:10_000])


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote", "span"])
def test_depth_beyond_any_page_is_told(tag: str) -> None:
    """What stands so deep is not in the tree; the page is refused, and not read without it."""
    with pytest.raises(LoadError, match=r"page\.html: is nested too deeply"):
        parse((f"<{tag}>" * 20_000 + "Kenya will help.").encode(), "page.html")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_pages(data: st.DataObject) -> None:
    """A page with bytes changed, cut or put in gives a text or a LoadError."""
    page = bytearray(PAGES[data.draw(st.sampled_from(sorted(PAGES)))].encode())
    for _ in range(data.draw(st.integers(0, 12))):
        at = data.draw(st.integers(0, max(len(page) - 1, 0)))
        until = at + data.draw(st.integers(0, 40))
        page[at:until] = data.draw(st.binary(max_size=6) | st.sampled_from([b"<", b">", b"</p>"]))
    try:
        document = parse(bytes(page), "page.html")
    except LoadError:
        return
    bilateral.read(document.text, title=document.title, date=document.date, url=document.url)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text("<>/=&; abp'\"!-\n").map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """No bytes raise anything but a LoadError."""
    try:
        document = parse(data, "page.html")
    except LoadError:
        return
    bilateral.read(document.text, title=document.title)
