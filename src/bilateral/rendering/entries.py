"""The records of a report as what the page lists: numbered, with their marks and their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from bilateral.model.commitments import Commitment
from bilateral.model.issues import Issue
from bilateral.model.partnerships import Partnership
from bilateral.model.people import Leader
from bilateral.rendering.segments import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.model.domains import Domain
    from bilateral.model.parties import Party
    from bilateral.model.spans import Span
    from bilateral.query.reports import Report

Shown = Commitment | Issue | Leader | Partnership


@frozen(kw_only=True)
class Entry:
    """A record as the page shows it.

    Fields:
        record: the record.
        number: ``"C3"``, the third commitment; the page refers to the record by it.
        kind: ``"commitment"``, ``"issue"``, ``"partnership"`` or ``"leader"``.
        style: how it is drawn: the force of a commitment, the kind of another record.
        head: the few words that tell it from others, without the words of the source.
        words: what stands in the source, on one line.
        facts: what is known of it, as name and value; nothing that is empty.
        domains: its policy fields.
        parties: everyone concerned.
        places: where the source has it.
    """

    record: Shown
    number: str
    kind: str
    style: str
    head: str
    words: str
    facts: tuple[tuple[str, str], ...]
    domains: tuple[Domain, ...] = ()
    parties: tuple[Party, ...] = ()
    places: tuple[Span, ...] = ()


def entries(report: Report) -> list[Entry]:
    """Return everything that a report holds, the commitments first.

    >>> from bilateral import read
    >>> for entry in entries(read("Japan agreed to train Malaysian engineers by 2027.")):
    ...     print(entry.number, entry.style, entry.head, entry.facts[-1])
    C1 pledge Japan → Malaysia ('By', '2027')
    """
    return [
        *_numbered("C", map(_commitment, report.commitments)),
        *_numbered("I", map(_issue, report.issues)),
        *_numbered("P", map(_partnership, report.partnerships)),
        *_numbered("L", map(_leader, report.leaders)),
    ]


def stretches(listed: Sequence[Entry]) -> list[Stretch]:
    """Return every place of every entry, under the entry's position in the list."""
    return [
        Stretch(place.start, place.end, position)
        for position, entry in enumerate(listed)
        for place in entry.places
    ]


def _numbered(letter: str, made: Iterable[Entry]) -> list[Entry]:
    return [evolve(entry, number=f"{letter}{count}") for count, entry in enumerate(made, 1)]


def _facts(**values: object) -> tuple[tuple[str, str], ...]:
    pairs = [(name.replace("_", " "), str(value or "")) for name, value in values.items()]
    return tuple([pair for pair in pairs if pair[1]])


def _names(values: Iterable[object]) -> str:
    return ", ".join([str(value) for value in values])


def _fields(domains: Iterable[Domain]) -> str:
    return ", ".join([domain.label for domain in domains])


def _place(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _commitment(record: Commitment) -> Entry:
    actors = _names(record.actors)
    asked = _names(record.addressees)
    renewed = ", reaffirmed" if record.reaffirmed else ""
    return Entry(
        record=record,
        number="",
        kind="commitment",
        style=record.force.value,
        head=f"{actors} → {asked}" if asked else actors,
        words=str(record),
        facts=_facts(
            Who=actors,
            To=asked,
            How_firmly=f"{record.force}{renewed}",
            About=_fields(record.domains),
            Amounts=_names(record.amounts),
            Section=record.section,
            By=record.deadline,
        ),
        domains=record.domains,
        parties=record.parties,
        places=_place(record.span),
    )


def _issue(record: Issue) -> Entry:
    return Entry(
        record=record,
        number="",
        kind="issue",
        style="issue",
        head=_names(record.parties),
        words=record.name,
        facts=_facts(
            Whom=_names(record.parties), About=_fields(record.domains), Section=record.section
        ),
        domains=record.domains,
        parties=record.parties,
        places=_place(record.span),
    )


def _partnership(record: Partnership) -> Entry:
    before = [
        f"{milestone.level}" + ("" if milestone.date is None else f" ({milestone.date})")
        for milestone in record.history
    ]
    return Entry(
        record=record,
        number="",
        kind="partnership",
        style="partnership",
        head=_names(record.parties),
        words=record.level.label,
        facts=_facts(
            Between=_names(record.parties),
            Level=record.level,
            Since=record.since,
            Before=", ".join(before),
        ),
        parties=record.parties,
        places=_place(record.span),
    )


def _leader(record: Leader) -> Entry:
    return Entry(
        record=record,
        number="",
        kind="leader",
        style="leader",
        head="" if record.party is None else str(record.party),
        words=record.name,
        facts=_facts(
            Name=record.name,
            Office=record.office,
            For=record.party,
            Named=f"{len(record.mentions)} times" if len(record.mentions) > 1 else "",
        ),
        parties=() if record.party is None else (record.party,),
        places=(*_place(record.span), *record.mentions),
    )
