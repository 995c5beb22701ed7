"""How long making a record takes, beside a bare frozen attrs class with the same fields.

    python benchmarks/construction.py [--rounds 15]

The bare classes check nothing; the package's check every field.  `Commitment` and `Issue` are made with an id, as from
a file, and without one, which they then derive with SHA-256.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

import attrs
from timing import Figure, best, run

from bilateral import (
    Commitment,
    Country,
    Domain,
    Evidence,
    Force,
    Issue,
    Leader,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Section,
    Span,
    Trace,
)

#: How many are made in a round.
MADE = 20_000


def cases() -> dict[str, tuple[type, dict[str, object]]]:
    japan, malaysia = Country.of("JPN"), Country.of("MYS")
    span = Span(5, 50)
    security = (Domain.of("security.maritime"),)
    shared = dict(
        section=Section(title="Security", number="1.", span=Span(0, 9)),
        span=span,
        trace=Trace("commitment.verb", Span(14, 20), (Evidence("actors", "who meet", Span(1, 9)),)),
    )
    promise = dict(
        text="The two sides agreed to expand joint patrols by 2027.",
        actors=(japan, malaysia),
        force=Force.PLEDGE,
        reaffirmed=False,
        domains=security,
        addressees=(),
        deadline=PartialDate(2027),
        amounts=(),
        **shared,
    )
    matter = dict(name="political unrest", parties=(malaysia,), domains=security, **shared)
    return {
        "Span": (Span, dict(start=5, end=50)),
        "Commitment": (Commitment, {**promise, "id": "c-15f4e034e917d6c0"}),
        "Partnership": (
            Partnership,
            dict(
                parties=(japan, malaysia),
                level=PartnershipLevel("strategic partnership"),
                since=PartialDate(2015),
                history=(),
                span=span,
                trace=shared["trace"],
            ),
        ),
        "Issue": (Issue, {**matter, "id": "i-15f4e034e917d6c0"}),
        "Leader": (
            Leader,
            dict(
                name="Anwar Ibrahim",
                office="prime minister",
                party=malaysia,
                span=span,
                mentions=(span, Span(60, 70)),
                trace=shared["trace"],
            ),
        ),
        "Commitment, deriving its id": (Commitment, promise),
        "Issue, deriving its id": (Issue, matter),
    }


def bare(kind: type) -> type:
    """Return a class with the fields of another, which checks nothing."""
    made = {f.name: attrs.field(default=f.default, kw_only=f.kw_only) for f in attrs.fields(kind)}
    return attrs.make_class(f"Bare{kind.__name__}", made, frozen=True, slots=True)


def loop(kind: type, values: dict[str, object]) -> Callable[[], object]:
    """Return what makes many, written out as in a program: calls by ``**`` are slower."""
    by_name = {f.name: f.kw_only for f in attrs.fields(kind)}
    call = ", ".join([f"{name}={name}" if by_name[name] else name for name in values])
    held = {**values, "kind": kind}
    source = (
        f"def go({', '.join([f'{n}={n}' for n in held])}):\n for _ in range({MADE}): kind({call})"
    )
    exec(source, held)
    made: Callable[[], object] = held["go"]
    return made


def measure(chosen: argparse.Namespace) -> Iterator[Figure]:
    made = cases()
    jobs = {}
    for name, (kind, values) in made.items():
        jobs[name] = loop(kind, values)
        jobs[f"{name}, bare"] = loop(bare(kind), values)
    took = best(jobs, chosen.rounds)
    for name in made:
        target = "" if "deriving" in name else "<= 1.5"
        bare_took = took[f"{name}, bare"]
        print(f"{name}: {took[name] / MADE * 1e9:.0f} ns, bare {bare_took / MADE * 1e9:.0f} ns")
        what = f"making `{name}`".replace(", deriving its id`", "`, deriving its id")
        yield Figure(
            "making records", f"{what} / a bare class", took[name] / bare_took, "times", target
        )


if __name__ == "__main__":
    run(__doc__, measure, lambda parser: parser.add_argument("--rounds", type=int, default=15))
