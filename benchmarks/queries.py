"""How fast a chain of questions to a large collection is, beside a comprehension and, where it is installed, stix2.

    python benchmarks/queries.py [--count 100000] [--rounds 7]

All find the same.  The indexes are made by the first question, which is told by itself.  The store of stix2 gets
objects of a type of their own, and filters on their type and two of their properties.
"""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Callable, Iterator

from timing import Figure, best, left_out, run, seconds

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


def stored(records: Commitments, code: str) -> Callable[[], list[object]]:
    """Return the same question to a store of stix2."""
    import stix2
    from stix2.properties import ListProperty, StringProperty

    @stix2.CustomObject(
        "x-commitment",
        [
            ("description", StringProperty()),
            ("actors", ListProperty(StringProperty)),
            ("fields", ListProperty(StringProperty)),
            ("force", StringProperty()),
        ],
    )
    class Stored:
        pass

    store = stix2.MemoryStore()
    for number, record in enumerate(records):
        made = Stored(
            id=f"x-commitment--{uuid.UUID(int=number, version=4)}",
            description=record.text,
            actors=[actor.code for actor in record.actors],
            fields=[domain.top for domain in record.domains],
            force=record.force.value,
        )
        store.add(made)
    filters = [
        stix2.Filter("type", "=", "x-commitment"),
        stix2.Filter("fields", "=", "security"),
        stix2.Filter("actors", "=", code),
    ]
    return lambda: store.query(filters)


def measure(chosen: argparse.Namespace) -> Iterator[Figure]:
    records = generated(chosen.count)
    code = Country.all()[3].code
    ways: dict[str, Callable[[], list[Commitment]]] = {
        "chain": lambda: list(records.by_domain("security").by_country(code)),
        "a comprehension": lambda: [
            record
            for record in records
            if any(domain.is_within("security") for domain in record.domains)
            and any(actor.code == code for actor in record.actors)
        ],
    }
    first = seconds(ways["chain"])
    found = ways["chain"]()
    assert found == ways["a comprehension"]()
    took = best(ways, chosen.rounds)
    own = took["chain"]
    topic = f"two questions to {len(records):,} commitments"
    print(f"{len(found)} found")
    yield Figure(topic, "`by_domain`, `by_country`, once indexed", own * 1000, "ms")
    yield Figure(topic, "the first, which makes the indexes", first * 1000, "ms")
    yield Figure(topic, "a comprehension / the chain", took["a comprehension"] / own)
    try:
        asked = stored(records, code)
    except ImportError as error:
        left_out("stix2", error)
        return
    assert len(asked()) == len(found)
    took = best({"chain": ways["chain"], "stix2": asked}, max(2, chosen.rounds // 2))
    ratio = took["stix2"] / took["chain"]
    yield Figure(topic, "`stix2.MemoryStore.query` / the chain", ratio, "times", ">= 500")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)


if __name__ == "__main__":
    run(__doc__, measure, arguments)
