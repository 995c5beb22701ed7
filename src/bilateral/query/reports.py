"""Everything read from one source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from bilateral.errors import Fault, UnknownNameError, shorten
from bilateral.model import checks
from bilateral.model.commitments import Commitment
from bilateral.model.issues import Issue
from bilateral.model.meetings import Meeting
from bilateral.model.parties import Party
from bilateral.model.people import Leader
from bilateral.model.sources import Section, Source
from bilateral.model.spans import Span
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.explanations import Explanation, Ground, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.model.traces import Trace

__all__ = ["Explanation", "Ground", "Record", "Report"]


@frozen(repr=False)
class Report:
    """A source and all that was read from it.

    Every place that a record gives is checked against the source's text, so that what is quoted is
    what stands there.  Records made by hand may leave their place out.

    Fields:
        source: the text and where it came from.
        meeting: the encounter reported, or None.
        leaders: the persons named.
        partnerships: the standing relationships named.
        commitments: what was promised, in the order of the text.
        issues: what was at issue, in the order of the text.

    Raises:
        ValidationError: a part has the wrong type, a place lies outside the text, the words there
            are not the record's, or two records have one id.

    >>> from bilateral import Country, Force
    >>> text = "Japan agreed to train engineers."
    >>> promise = Commitment(
    ...     text, actors=(Country.of("Japan"),), force=Force.PLEDGE, span=Span(0, len(text))
    ... )
    >>> Report(Source(text, title="Readout"), commitments=Commitments([promise]))
    Report('Readout', 1 commitment, 0 issues, 0 leaders, 0 partnerships)
    """

    source: Source
    meeting: Meeting | None = field(default=None, kw_only=True)
    leaders: Leaders = field(factory=Leaders, kw_only=True)
    partnerships: Partnerships = field(factory=Partnerships, kw_only=True)
    commitments: Commitments = field(factory=Commitments, kw_only=True)
    issues: Issues = field(factory=Issues, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self._is_sound():
            self._check()
        if self.source.sections:
            # The outline lets `by_section` tell a misspelt heading from one without a record.
            put = object.__setattr__
            put(self, "commitments", self.commitments.with_sections(self.source.sections))
            put(self, "issues", self.issues.with_sections(self.source.sections))

    def _is_sound(self) -> bool:
        """Say quickly whether all is well, as it is in what is read; if not, `_check` says what not."""
        if type(self.source) is not Source:
            return False
        for name, wanted in _COLLECTIONS.items():
            if type(getattr(self, name)) is not wanted:
                return False
        text = self.source.text
        size = len(text)
        if self.meeting is not None and (
            type(self.meeting) is not Meeting or not _are_inside(size, self.meeting)
        ):
            return False
        for partnership in self.partnerships:
            if not _are_inside(size, partnership):
                return False
        for leader in self.leaders:
            if not _are_inside(size, leader) or not _are_words(text, leader):
                return False
            for span in leader.mentions:
                if span.end > size:
                    return False
        for issue in self.issues:
            if not _are_inside(size, issue) or not _are_words(text, issue):
                return False
        for commitment in self.commitments:
            if not _are_inside(size, commitment):
                return False
            place = commitment.span
            if place is not None and not _says(text, place, commitment.text, exactly=True):
                return False
            for amount in commitment.amounts:
                if amount.span is not None and amount.span.end > size:
                    return False
        ids = {issue.id for issue in self.issues}
        ids.update([commitment.id for commitment in self.commitments])
        return len(ids) == len(self.issues) + len(self.commitments)

    def _check(self) -> None:
        faults: list[Fault] = []
        sound = checks.kind(faults, "source", self.source, Source, "a Source")
        checks.optional(faults, "meeting", self.meeting, Meeting, "a Meeting")
        for name, wanted in _COLLECTIONS.items():
            called = f"{checks.article(wanted.__name__)} collection"
            checks.kind(faults, name, getattr(self, name), wanted, called)
        if sound:
            self._check_places(faults)
        self._check_ids(faults)
        if faults:
            checks.refuse(self, faults)

    def _records(self) -> Iterator[tuple[str, Record]]:
        """Yield every record of the right type with its path."""
        if isinstance(self.meeting, Meeting):
            yield "meeting", self.meeting
        for name, wanted in _COLLECTIONS.items():
            records = getattr(self, name)
            if isinstance(records, wanted):
                held: Iterable[Record] = records
                for index, record in enumerate(held):
                    yield f"{name}[{index}]", record

    def _check_places(self, faults: list[Fault]) -> None:
        """Check that every place lies in the text and that the words there are the record's."""
        text = self.source.text
        for path, record in self._records():
            inside = True
            for name, span in _places(record):
                if span.end > len(text):
                    reason = f"must end within the text, which has {len(text)} characters"
                    checks.add(faults, f"{path}.{name}", span, reason)
                    inside = inside and name != "span"
            if record.span is None or not inside:
                continue
            name = "text" if isinstance(record, Commitment) else "name"
            words = getattr(record, name, None)
            if words is not None and not _says(text, record.span, words, exactly=name == "text"):
                start = record.span.start
                there = text[start : min(record.span.end, start + 100)]
                reason = f"must be the words of the source at its span, {shorten(there)}"
                checks.add(faults, f"{path}.{name}", words, reason)

    def _check_ids(self, faults: list[Fault]) -> None:
        """Check that no two commitments or issues have one id."""
        seen: dict[str, str] = {}
        for path, record in self._records():
            if isinstance(record, (Commitment, Issue)):
                if (other := seen.setdefault(record.id, path)) != path:
                    checks.add(faults, f"{path}.id", record.id, f"must differ from that of {other}")

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who met, then whoever else promises or is promised something; each once."""
        met = () if self.meeting is None else self.meeting.parties
        found = {party.code: party for party in met}
        for commitment in self.commitments:
            for party in commitment.parties:
                found.setdefault(party.code, party)
        return tuple(found.values())

    @property
    def sections(self) -> tuple[Section, ...]:
        """The headings of the source, in the order of the text."""
        return self.source.sections

    def explain(self, record: Record | str) -> Explanation:
        """Say which rule found a record and what decided its fields.

        Args:
            record: a record of this report, or the id of a commitment or an issue.

        Raises:
            UnknownNameError: the report holds no such record.

        >>> report = Report(Source("Anwar spoke."), leaders=Leaders([Leader("Anwar")]))
        >>> print(report.explain(report.leaders[0]))
        made by hand: no rule
        """
        found = self._held(record)
        trace = found.trace
        if trace is None:
            return Explanation(record=found, rule=None)
        text = self.source.text
        return Explanation(
            record=found,
            rule=trace.rule,
            explains=_meaning(trace.rule),
            cue=None if trace.cue is None else trace.cue.of(text),
            cue_span=trace.cue,
            evidence=tuple(
                [
                    Ground(x.field, x.note, None if x.span is None else x.span.of(text), x.span)
                    for x in trace.evidence
                ]
            ),
        )

    def _held(self, record: object) -> Record:
        """Return the report's own record: the very same, else an equal one, or one by id."""
        held = [mine for _, mine in self._records()]
        if isinstance(record, str):
            named = {x.id: x for x in held if isinstance(x, (Commitment, Issue))}
            if record in named:
                return named[record]
            from bilateral.gazetteer.lookup import nearest

            close = nearest(record, named)
            raise UnknownNameError(kind="record of this report", name=record, nearest=close)
        same = [mine for mine in held if mine is record] or [
            mine for mine in held if mine == record
        ]
        if same:
            return same[0]
        kind = f"{type(record).__name__.lower()} of this report"
        raise UnknownNameError(kind, str(record))

    def to_html(self) -> str:
        """Return the annotated page: the text with every record marked, and the records beside it.

        It is one whole HTML document that needs no network and no other file; write it in UTF-8.
        What the source says is shown as text, whatever markup or script it holds.

        >>> page = Report(Source("<b>Japan</b> agreed to help.", title="Readout")).to_html()
        >>> "<title>Readout</title>" in page, "&lt;b&gt;Japan&lt;/b&gt;" in page
        (True, True)
        """
        from bilateral.rendering.page import page

        return page(self)

    def _repr_html_(self) -> str:
        from bilateral.rendering import notebook

        return notebook.report(self)

    def __repr__(self) -> str:
        title = "untitled" if self.source.title is None else repr(self.source.title)
        names = ("commitments", "issues", "leaders", "partnerships")
        counts = [(len(getattr(self, name)), name) for name in names]
        told = [f"{count} {name if count != 1 else name[:-1]}" for count, name in counts]
        return f"Report({', '.join([title, *told])})"


#: The fields that hold collections, in their order.
_COLLECTIONS: dict[str, type[Leaders | Partnerships | Commitments | Issues]] = {
    "leaders": Leaders,
    "partnerships": Partnerships,
    "commitments": Commitments,
    "issues": Issues,
}


def _are_inside(size: int, record: Record) -> bool:
    """Say whether the record's place, and those that its trace cites, end within a text."""
    if record.span is not None and record.span.end > size:
        return False
    trace = record.trace
    if trace is None:
        return True
    if trace.cue is not None and trace.cue.end > size:
        return False
    for evidence in trace.evidence:
        if evidence.span is not None and evidence.span.end > size:
            return False
    return True


def _are_words(text: str, record: Issue | Leader) -> bool:
    """Say whether the record's name is what stands at its place."""
    span = record.span
    if span is None:
        return True
    return _says(text, span, record.name, exactly=False)


def _says(text: str, span: Span, words: str, *, exactly: bool) -> bool:
    """Say whether words stand at a place; a name may have more white space there."""
    # Far longer places are not looked at: a file in which thousands of records claim the whole text
    # must not take hours.
    if len(span) != len(words) if exactly else len(span) > 1000 + 10 * len(words):
        return False
    there = span.of(text)
    return words == (there if exactly else " ".join(there.split()))


def _places(record: Record) -> Iterable[tuple[str, Span]]:
    """Yield every place that a record gives, with the name of the field."""
    if record.span is not None:
        yield "span", record.span
    if isinstance(record, Leader):
        for index, span in enumerate(record.mentions):
            yield f"mentions[{index}]", span
    if isinstance(record, Commitment):
        for index, amount in enumerate(record.amounts):
            if amount.span is not None:
                yield f"amounts[{index}].span", amount.span
    if record.trace is not None:
        yield from _cited(record.trace)


def _cited(trace: Trace) -> Iterator[tuple[str, Span]]:
    """Yield every place that a trace gives."""
    if trace.cue is not None:
        yield "trace.cue", trace.cue
    for index, evidence in enumerate(trace.evidence):
        if evidence.span is not None:
            yield f"trace.evidence[{index}].span", evidence.span


def _meaning(rule: str) -> str:
    """Return what a rule says; a rule of the user's own has no line in the table."""
    from bilateral.gazetteer import tables

    return next((row["explains"] for row in tables.rules() if row["rule"] == rule), "")
