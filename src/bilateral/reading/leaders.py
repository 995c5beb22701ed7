"""Persons → leaders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.gazetteer.lookup import by_party_code
from bilateral.model.people import Leader
from bilateral.model.spans import Span
from bilateral.model.traces import Evidence, Trace

if TYPE_CHECKING:
    from bilateral.reading.people import Person
    from bilateral.reading.reader import Document


def leaders(document: Document) -> list[Leader]:
    """Make a record of every person who holds an office or is known to hold one."""
    return [_leader(document, person) for person in document.persons]


def _leader(document: Document, person: Person) -> Leader:
    span = Span(person.start, person.end)
    party = by_party_code().get(person.code)
    evidence = []
    if person.office is not None:
        start, end = person.extents[0]
        evidence.append(Evidence("office", person.office, Span(start, end)))
    if party is not None:
        evidence.append(Evidence("party", f"{party.name}: {person.why}"))
    rule = "leader.office" if person.office is not None else "leader.known"
    return Leader(
        " ".join(span.of(document.text).split()),
        office=person.office,
        party=party,
        span=span,
        mentions=tuple([Span(start, end) for start, end in sorted(set(person.places))]),
        trace=Trace(rule, span, tuple(evidence)),
    )
