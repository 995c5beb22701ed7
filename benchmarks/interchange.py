"""How fast commitments become JSON and come back, beside cattrs with orjson on bare attrs classes.

    python benchmarks/interchange.py [--count 100000] [--rounds 3]

The bare classes have the fields of the package's and check nothing.  They are measured in two forms: whole, with
each country, domain and section written out wherever it is named, as cattrs does by itself; and lean, with codes in
their place, which somebody would have to resolve afterwards.  Everything is measured in one process and one run,
because only the ratios carry over to another machine; the rounds take turns, and the fastest of each counts.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from unittest import mock

from attrs import frozen
from cattrs.preconf.orjson import OrjsonConverter, make_converter
from timing import Figure, best, run

import bilateral
from bilateral import (
    Commitments,
    Country,
    Domain,
    Evidence,
    Force,
    PartialDate,
    Section,
    Span,
    Trace,
    collecting,
)


@frozen
class BareSpan:
    start: int
    end: int


@frozen
class BareCountry:
    alpha_2: str
    alpha_3: str
    numeric: str | None
    name: str


@frozen
class BareDomain:
    name: str
    label: str
    covers: str
    cap: tuple[int, ...]


@frozen
class BareDate:
    year: int
    month: int | None
    day: int | None


@frozen
class BareSection:
    title: str
    number: str | None
    level: int
    parents: tuple[str, ...]
    span: BareSpan | None


@frozen
class BareEvidence:
    field: str
    note: str
    span: BareSpan | None


@frozen
class BareTrace:
    rule: str
    cue: BareSpan | None
    evidence: tuple[BareEvidence, ...]


@frozen
class BareAmount:
    value: Decimal
    currency: str | None
    unit: str | None
    span: BareSpan | None


@frozen
class WholeCommitment:
    text: str
    actors: tuple[BareCountry, ...]
    force: Force
    reaffirmed: bool
    domains: tuple[BareDomain, ...]
    addressees: tuple[BareCountry, ...]
    deadline: BareDate | None
    amounts: tuple[BareAmount, ...]
    section: BareSection | None
    span: BareSpan | None
    id: str
    trace: BareTrace | None


@frozen
class LeanCommitment:
    text: str
    actors: tuple[str, ...]
    force: Force
    reaffirmed: bool
    domains: tuple[str, ...]
    addressees: tuple[str, ...]
    deadline: str | None
    amounts: tuple[BareAmount, ...]
    section: str | None
    span: BareSpan | None
    id: str
    trace: BareTrace | None


def generated(count: int) -> Commitments:
    """Make commitments like those that the reader finds; texts, places and ids all differ."""
    draw = random.Random(1)
    countries, domains = Country.all(), Domain.all()
    sections = [
        Section(
            title=f"Section {n}",
            number=f"{n}.",
            level=2,
            parents=("Joint Statement",),
            span=Span(n, n + 9),
        )
        for n in range(20)
    ]
    decided = [("actors", "all who meet"), ("force", "pledge"), ("domains", "security.maritime")]
    made = []
    for n in range(count):
        at = 200 * n
        evidence = [
            Evidence(field, note, Span(at + k, at + k + 8))
            for k, (field, note) in enumerate(decided)
        ]
        amount = bilateral.Amount(Decimal(n), currency="USD", span=Span(at, at + 9))
        made.append(
            bilateral.Commitment(
                f"The two sides agreed to expand joint patrols in area {n} and to train officers of both services.",
                actors=tuple(draw.sample(countries, draw.choice([1, 2, 2]))),
                force=draw.choice(list(Force)),
                reaffirmed=draw.random() < 0.3,
                domains=tuple(draw.sample(domains, draw.choice([1, 1, 2]))),
                addressees=tuple(draw.sample(countries, 1)) if draw.random() < 0.2 else (),
                deadline=PartialDate(draw.randint(2025, 2035)) if draw.random() < 0.2 else None,
                amounts=(amount,) if draw.random() < 0.1 else (),
                section=draw.choice(sections) if draw.random() < 0.7 else None,
                span=Span(at, at + 95),
                trace=Trace("commitment.verb", Span(at + 14, at + 20), tuple(evidence)),
            )
        )
    return Commitments(made)


def bare(value: object) -> object:
    """Return a part of a record as an instance of the bare class."""
    if isinstance(value, tuple):
        return tuple([bare(item) for item in value])
    kind = {
        Span: BareSpan,
        Country: BareCountry,
        Domain: BareDomain,
        PartialDate: BareDate,
        Section: BareSection,
        Evidence: BareEvidence,
        Trace: BareTrace,
        bilateral.Amount: BareAmount,
    }.get(type(value))
    if kind is None:
        return value
    return kind(*[bare(getattr(value, field.name)) for field in kind.__attrs_attrs__])


def whole(made: bilateral.Commitment) -> WholeCommitment:
    fields = WholeCommitment.__attrs_attrs__
    return WholeCommitment(*[bare(getattr(made, field.name)) for field in fields])


def lean(made: bilateral.Commitment) -> LeanCommitment:
    given = {
        field.name: bare(getattr(made, field.name)) for field in LeanCommitment.__attrs_attrs__
    }
    for name in ("deadline", "section"):
        value = getattr(made, name)
        given[name] = None if value is None else str(value)
    return LeanCommitment(
        **{
            **given,
            "actors": tuple([party.code for party in made.actors]),
            "addressees": tuple([party.code for party in made.addressees]),
            "domains": tuple([domain.name for domain in made.domains]),
        }
    )


def converter(*, detailed: bool) -> OrjsonConverter:
    made = make_converter(detailed_validation=detailed)
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    return made


def measure(chosen: argparse.Namespace) -> Iterator[Figure]:
    records = generated(chosen.count)
    text = bilateral.dumps(records)
    out: dict[str, Callable[[], object]] = {"bilateral": lambda: bilateral.dumps(records)}
    back: dict[str, Callable[[], object]] = {
        "bilateral": lambda: bilateral.loads(text, Commitments)
    }
    sizes = {"bilateral": len(text.encode())}
    assert bilateral.loads(text) == records

    def add(name: str, kind: type, items: list[object], cattrs: OrjsonConverter) -> None:
        data = cattrs.dumps(items, list[kind])
        assert cattrs.loads(data, list[kind]) == items
        sizes[name] = len(data)
        out[name] = lambda: cattrs.dumps(items, list[kind])
        back[name] = lambda: cattrs.loads(data, list[kind])

    wholes, leans = [whole(made) for made in records], [lean(made) for made in records]
    add("cattrs, whole", WholeCommitment, wholes, converter(detailed=True))
    add("cattrs, whole, quick", WholeCommitment, wholes, converter(detailed=False))
    add("cattrs, lean", LeanCommitment, leans, converter(detailed=True))
    add("cattrs, lean, quick", LeanCommitment, leans, converter(detailed=False))
    # the package pauses the collector; others can be helped so
    for by in (out, back):
        by["cattrs, lean, quick, paused"] = paused(by["cattrs, lean, quick"])
    sizes["cattrs, lean, quick, paused"] = sizes["cattrs, lean, quick"]
    jobs = {
        (name, way): job for way, by in (("out", out), ("in", back)) for name, job in by.items()
    }
    took = best(jobs, chosen.rounds)
    print(f"{chosen.count} commitments; quick: detailed_validation=False")
    print(f"{'':30}{'MB':>8}{'out, s':>10}{'in, s':>10}")
    for name in out:
        print(f"{name:30}{sizes[name] / 1e6:8.1f}{took[name, 'out']:10.2f}{took[name, 'in']:10.2f}")
    both = {name: took[name, "out"] + took[name, "in"] for name in out}
    topic = f"{chosen.count:,} commitments to JSON and back"
    yield Figure(topic, "`dumps` and `loads`", both["bilateral"], "s")
    for name, called in {
        "cattrs, whole": "cattrs with orjson on bare classes, all written out",
        "cattrs, lean": "the same with codes in place of countries and fields",
        "cattrs, lean, quick": "the same without detailed validation",
        "cattrs, lean, quick, paused": "the same with the collector of garbage paused, as here",
    }.items():
        yield Figure(topic, f"`dumps` and `loads` / {called}", both["bilateral"] / both[name])
    del wholes, leans, jobs
    yield from collected(records, text, topic, chosen.rounds)


def paused(job: Callable[[], object]) -> Callable[[], object]:
    def made() -> None:
        with collecting.uncollected():
            job()

    return made


def collected(records: Commitments, text: str, topic: str, rounds: int) -> Iterator[Figure]:
    """Measure the same with the collector of garbage left on, which the package pauses."""

    def left_on(job: Callable[[], object]) -> None:
        # it is told that somebody has turned it off already
        with mock.patch.object(collecting, "gc", SimpleNamespace(isenabled=lambda: False)):
            job()

    jobs: dict[str, Callable[[], object]] = {
        "dumps": lambda: bilateral.dumps(records),
        "loads": lambda: bilateral.loads(text, Commitments),
    }
    both = {**jobs, **{f"{name}, on": partial(left_on, job) for name, job in jobs.items()}}
    took = best(both, rounds)
    for name in jobs:
        ratio = took[f"{name}, on"] / took[name]
        yield Figure(topic, f"`{name}` with the collector of garbage on / paused", ratio)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)


if __name__ == "__main__":
    run(__doc__, measure, arguments)
