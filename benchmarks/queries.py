"""How fast a chain of questions to a large collection is, beside a comprehension that goes through all of it.

    python benchmarks/queries.py [--count 100000] [--rounds 7]

Both give the same records.  They are measured in one process and one run, because only their ratio carries over to another
machine; the rounds take turns, and the fastest of each counts.  The indexes are made by the first question, which is told.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from bilateral import Commitment, Commitments, Country, Domain, Force, Span


def generated(count: int) -> Commitments:
    """Make commitments of forty countries in all policy fields, a thousand of them distinct."""
    every = Country.all()[:40]
    topics = [domain for domain in Domain.all() if "." in domain.name]
    distinct = [
        Commitment(
            "agreed to train",
            actors=(every[n % 40], every[(n + 1 + n // 40) % 40]),
            force=Force.PLEDGE,
            domains=(topics[n * 7 % len(topics)],),
            span=Span(n, n + 15),
        )
        for n in range(1000)
    ]
    return Commitments(distinct * (count // len(distinct)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    records = generated(given.count)
    code = Country.all()[3].code
    ways: dict[str, Callable[[], list[Commitment]]] = {
        "by_domain, by_country": lambda: list(records.by_domain("security").by_country(code)),
        "a comprehension": lambda: [
            record
            for record in records
            if any(domain.is_within("security") for domain in record.domains)
            and any(actor.code == code for actor in record.actors)
        ],
    }
    start = time.perf_counter()
    found = ways["by_domain, by_country"]()
    first = time.perf_counter() - start
    assert found == ways["a comprehension"]()
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(given.rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            best[name] = min(best[name], time.perf_counter() - start)
    own = best["by_domain, by_country"]
    print(
        f"{len(records)} commitments, {len(found)} found; the first question takes {first * 1000:.0f} ms"
    )
    for name, took in best.items():
        print(f"{name:24}{took * 1000:10.2f} ms{took / own:10.1f} times as long as the chain")


if __name__ == "__main__":
    main()
