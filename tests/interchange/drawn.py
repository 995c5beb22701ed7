"""Records of every class, drawn with everything in them, and what is wrong put into documents."""

from __future__ import annotations

import copy
import json
import re
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bilateral import (
    Amount,
    Assessment,
    Assessments,
    Commitment,
    Commitments,
    Country,
    Domain,
    Dossier,
    Evidence,
    Force,
    Issue,
    Issues,
    Leader,
    Leaders,
    Meeting,
    Milestone,
    Organization,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Partnerships,
    Report,
    Section,
    Source,
    Span,
    Trace,
    dumps,
    loads,
)
from bilateral.query.records import Records

#: Records with everything in them take their time on a busy machine; no profile asks for more of them.
PATIENT = settings(
    max_examples=min(50, settings().max_examples),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

#: A value that a test passes against the annotations, on purpose or for being drawn.
Untyped = Any

#: All that a text can hold: control characters, what JSON escapes, halves of characters.
CHARACTERS = st.characters(exclude_categories=()) | st.sampled_from('"\\/\n\r\t\0\x7f\u2028é😀')


def texts(least: int = 0, most: int = 40) -> st.SearchStrategy[str]:
    """Draw texts that JSON can say: without the two halves of a character behind each other."""
    return st.text(CHARACTERS, min_size=least, max_size=most).filter(
        lambda text: re.search("[\ud800-\udbff][\udc00-\udfff]", text) is None
    )


def labels() -> st.SearchStrategy[str]:
    """Draw texts of one line with something in them."""
    return texts(1, 12).map(lambda text: " ".join(text.split())).filter(bool)


def words() -> st.SearchStrategy[str]:
    """Draw texts with something in them."""
    return texts(1).filter(lambda text: not text.isspace())


def countries() -> st.SearchStrategy[Country]:
    """Draw countries, some under another name than the package's."""
    usual = st.sampled_from(Country.all())
    return usual | st.builds(attrs.evolve, usual, name=labels())


def organizations() -> st.SearchStrategy[Organization]:
    """Draw organizations, some of a user's own."""
    members = st.lists(countries(), max_size=3, unique_by=lambda x: x.code).map(tuple)
    code = st.sampled_from(["JPN", "ASEAN", "JPN/2", "A B"])
    own = st.builds(Organization, code, labels(), members=members)
    return own | st.sampled_from([Organization.of("ASEAN"), Organization.of("G7")])


def parties(least: int = 0) -> st.SearchStrategy[tuple[Country | Organization, ...]]:
    """Draw distinct parties."""
    one = countries() | organizations()
    return st.lists(one, min_size=least, max_size=3, unique_by=lambda x: x.code).map(tuple)


def domains() -> st.SearchStrategy[Domain]:
    """Draw domains, some of a user's own tree."""
    own = st.builds(
        Domain,
        st.sampled_from(["security", "fish", "fish.tuna"]),
        label=labels(),
        covers=texts(),
        cap=st.lists(st.integers(1, 99), max_size=2).map(tuple),
    )
    return own | st.sampled_from(Domain.all())


def some_domains() -> st.SearchStrategy[tuple[Domain, ...]]:
    """Draw distinct domains."""
    return st.lists(domains(), max_size=2, unique_by=lambda x: x.name).map(tuple)


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """Draw dates of any precision."""
    day = draw(st.dates())
    return PartialDate(*(day.year, day.month, day.day)[: draw(st.integers(1, 3))])


@st.composite
def spans(draw: st.DrawFn, text: str | None = None) -> Span:
    """Draw places, within a text if one is given."""
    end = None if text is None else len(text)
    start = draw(st.integers(0, None if end is None else end - 1))
    return Span(start, draw(st.integers(start + 1, end)))


def some_spans(text: str | None = None) -> st.SearchStrategy[list[Span]]:
    """Draw places, none in an empty text."""
    return st.just([]) if text == "" else st.lists(spans(text), max_size=2)


def maybe_span(text: str | None = None) -> st.SearchStrategy[Span | None]:
    """Draw a place or none."""
    return st.none() if text == "" else st.none() | spans(text)


def decimals() -> st.SearchStrategy[Decimal]:
    """Draw numbers that an amount can have, written in any way."""
    exponents = st.integers(-200, 200).map(lambda n: Decimal(7).scaleb(n))
    return exponents | st.decimals(allow_nan=False, allow_infinity=False)


@st.composite
def amounts(draw: st.DrawFn, text: str | None = None) -> Amount:
    """Draw amounts."""
    unit = draw(st.none() | labels())
    currency = "USD" if unit is None else None
    return Amount(draw(decimals()), currency=currency, unit=unit, span=draw(maybe_span(text)))


@st.composite
def sections(draw: st.DrawFn, text: str | None = None) -> Section:
    """Draw sections, some with a title that looks like the path of another."""
    parents = tuple(draw(st.lists(st.sampled_from(["Trade", "A > B"]), max_size=2)))
    return Section(
        title=draw(labels() | st.sampled_from(["Trade", "B", "Trade/2"])),
        number=draw(st.none() | labels()),
        level=len(parents) + 1,
        parents=parents,
        span=draw(maybe_span(text)),
    )


@st.composite
def traces(draw: st.DrawFn, text: str | None = None) -> Trace:
    """Draw how a record was found."""
    evidence = st.builds(Evidence, labels(), words(), maybe_span(text))
    found = tuple(draw(st.lists(evidence, max_size=2)))
    return Trace(draw(labels()), draw(maybe_span(text)), found)


def place(draw: st.DrawFn, text: str | None) -> tuple[Span | None, str]:
    """Draw the place of a record with its words; or no place, and any words."""
    span = None if text is None else draw(maybe_span(text))
    if span is None or text is None or not span.of(text).split():
        return None, draw(labels())
    return span, span.of(text)


@st.composite
def commitments(draw: st.DrawFn, text: str | None = None) -> Commitment:
    """Draw commitments, of a text or made by hand."""
    span, said = place(draw, text)
    return Commitment(
        said,
        actors=draw(parties(1)),
        force=draw(st.sampled_from(Force)),
        reaffirmed=draw(st.booleans()),
        domains=draw(some_domains()),
        addressees=draw(parties()),
        deadline=draw(st.none() | dates()),
        amounts=tuple(draw(st.lists(amounts(text), max_size=2))),
        section=draw(st.none() | sections()),
        span=span,
        id=draw(st.just("") | labels()),
        trace=draw(st.none() | traces(text)),
    )


@st.composite
def issues(draw: st.DrawFn, text: str | None = None) -> Issue:
    """Draw issues, of a text or made by hand."""
    span, said = place(draw, text)
    return Issue(
        " ".join(said.split()),
        parties=draw(parties()),
        domains=draw(some_domains()),
        section=draw(st.none() | sections()),
        span=span,
        id=draw(st.just("") | labels()),
        trace=draw(st.none() | traces(text)),
    )


@st.composite
def leaders(draw: st.DrawFn, text: str | None = None) -> Leader:
    """Draw leaders, of a text or made by hand."""
    span, said = place(draw, text)
    return Leader(
        " ".join(said.split()),
        office=draw(st.sampled_from([None, "prime minister", "président"])),
        party=draw(st.none() | countries() | organizations()),
        span=span,
        mentions=tuple(draw(some_spans(text))),
        trace=draw(st.none() | traces(text)),
    )


def levels() -> st.SearchStrategy[PartnershipLevel]:
    """Draw levels."""
    known = st.sampled_from(["strategic partnership", "alliance", "golden friendship"])
    return known.map(PartnershipLevel)


@st.composite
def partnerships(draw: st.DrawFn, text: str | None = None) -> Partnership:
    """Draw partnerships, of a text or made by hand."""
    steps = st.lists(st.builds(Milestone, levels(), st.none() | dates()), max_size=2)
    return Partnership(
        draw(parties(2)),
        draw(levels()),
        since=draw(st.none() | dates()),
        history=tuple(draw(steps)),
        span=draw(maybe_span(text)),
        trace=draw(st.none() | traces(text)),
    )


@st.composite
def meetings(draw: st.DrawFn, text: str | None = None) -> Meeting:
    """Draw meetings, of a text or made by hand."""
    return Meeting(
        kind=draw(st.sampled_from([None, "summit", "call"])),
        date=draw(st.none() | dates()),
        place=draw(st.none() | labels()),
        parties=draw(parties()),
        leaders=tuple(draw(st.lists(leaders(), max_size=1))),
        span=draw(maybe_span(text)),
        trace=draw(st.none() | traces(text)),
    )


@st.composite
def assessments(draw: st.DrawFn, ids: st.SearchStrategy[str] | None = None) -> Assessment:
    """Draw assessments."""
    return Assessment(
        draw(labels() if ids is None else ids),
        draw(st.sampled_from([-1, 0, 1])),
        date=draw(st.none() | dates()),
        evidence=draw(st.none() | words()),
        assessor=draw(st.none() | labels()),
        party=draw(st.none() | countries() | organizations()),
    )


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Draw sources."""
    text = draw(texts())
    return Source(
        text,
        title=draw(st.none() | labels()),
        date=draw(st.none() | dates()),
        publisher=draw(st.none() | labels()),
        url=draw(st.none() | labels()),
        sections=tuple(draw(st.lists(sections(text), max_size=2))),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw reports whose records stand in their text."""
    source = draw(sources())
    text = source.text
    held: dict[str, Commitment | Issue] = {}
    for made in draw(st.lists(commitments(text) | issues(text), max_size=4)):
        held.setdefault(made.id, made)
    return Report(
        source,
        meeting=draw(st.none() | meetings(text)),
        leaders=Leaders(draw(st.lists(leaders(text), max_size=2))),
        partnerships=Partnerships(draw(st.lists(partnerships(text), max_size=1))),
        commitments=Commitments([x for x in held.values() if isinstance(x, Commitment)]),
        issues=Issues([x for x in held.values() if isinstance(x, Issue)]),
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw dossiers with assessments of what they hold."""
    held = draw(st.lists(reports(), max_size=2))
    ids = [made.id for report in held for made in report.commitments]
    judged = st.lists(assessments(st.sampled_from(ids)), max_size=2) if ids else st.just([])
    return Dossier(held, assessments=draw(judged))


def collections() -> st.SearchStrategy[Records[Any, Any]]:
    """Draw collections of records made by hand."""
    return st.one_of(
        st.lists(commitments(), max_size=3).map(Commitments),
        st.lists(issues(), max_size=3).map(Issues),
        st.lists(leaders(), max_size=3).map(Leaders),
        st.lists(partnerships(), max_size=3).map(Partnerships),
        st.lists(assessments(), max_size=3).map(Assessments),
    )


def records() -> st.SearchStrategy[object]:
    """Draw whatever can be a document of its own."""
    return st.one_of(
        reports(),
        dossiers(),
        collections(),
        *(commitments(), issues(), leaders(), partnerships(), meetings(), assessments()),
        *(sources(), sections(), amounts(), levels(), countries(), organizations(), domains()),
        *(dates(), spans(), traces()),
        st.builds(Evidence, labels(), words()),
        st.builds(Milestone, levels(), st.none() | dates()),
    )


def everything(value: object) -> object:
    """Return all that is in a record, also what does not count when two are compared."""
    if attrs.has(type(value)):
        held = [everything(getattr(value, x.name)) for x in attrs.fields(type(value))]  # type: ignore[arg-type]
        return type(value).__name__, *held
    if isinstance(value, (tuple, list, Records)):
        return type(value).__name__, *[everything(item) for item in value]
    return type(value).__name__, str(value)


#: What may stand where something else should.
WRONG: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([2**63, 10**400, 1.5, -0.0, 1e300]),
    st.sampled_from(["", " ", "x", "JPN", "2026", "2026-02-30", "pledge", "NaN", "1E+9", "\ud800"]),
    st.just([]),
    st.just({}),
    st.lists(st.integers(0, 9), max_size=3),
    st.dictionaries(st.sampled_from(["text", "name", "x"]), st.integers(), max_size=2),
)


@st.composite
def damaged(draw: st.DrawFn, document: Any) -> Any:  # noqa: ANN401 - any JSON
    """Draw a document with a few places changed, some back to what is right."""
    document = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        holder: Any = document
        while True:
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inner = holder[key]
            if isinstance(inner, (dict, list)) and inner and draw(st.integers(0, 4)):
                holder = inner
                continue
            change = draw(st.sampled_from(["replace", "remove", "double", "unknown"]))
            if change == "remove":
                del holder[key]
            elif change == "double" and isinstance(holder, list):
                holder.append(copy.deepcopy(inner))
            elif change == "unknown" and isinstance(holder, dict):
                holder[draw(st.sampled_from(["x", "trace", "label", "format", "sha256"]))] = 1
            else:
                holder[key] = draw(WRONG)
            break
    return document


_HALF = re.compile("[\ud800-\udfff]")
_KNOWN = {x.code for x in Country.all()} | {x.code for x in Organization.all()}
_FIELDS = {domain.name for domain in Domain.all()}


def tame(record: object, *, usual: bool = False) -> Any:  # noqa: ANN401 - of the same class
    """Return a record without what tables cannot hold.

    Args:
        record: any record or collection.
        usual: whether parties and domains must be the package's own as well.
    """
    document = json.loads(dumps(record))
    if usual:
        document["parties"], document["domains"] = {}, {}
    return loads(json.dumps(_tamed(document, usual=usual)))


def _tamed(value: Any, *, usual: bool, key: str = "") -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        made: dict[str, Any] = {}
        for name, part in value.items():
            made.setdefault(_HALF.sub("?", name), _tamed(part, usual=usual, key=name))
        return made
    if isinstance(value, list):
        if len(value) == 2 and [type(x) for x in value] == [int, int] and key != "cap":
            start, end = value
            return [start % 2**40, start % 2**40 + min(end - start, 2**40)]
        items = [_tamed(item, usual=usual, key=key) for item in value]
        if usual and key in {"actors", "addressees", "domains", "parties"}:
            items = list(dict.fromkeys(items))
            if key == "parties" and len(items) == 1:
                items = ["FRA", "DEU"]
        return items
    if isinstance(value, str):
        if usual and key in {"actors", "addressees", "parties", "party"}:
            return value if value in _KNOWN else "ASEAN"
        if usual and key == "domains":
            return value if value in _FIELDS else "energy"
        return _HALF.sub("?", value)
    return value
