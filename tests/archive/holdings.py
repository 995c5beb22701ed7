"""Reports to put into archives, and questions to ask of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from bilateral import (
    Commitment,
    Commitments,
    Country,
    Domain,
    Dossier,
    Force,
    Issue,
    Issues,
    Leader,
    Leaders,
    Organization,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Partnerships,
    Report,
    Section,
    Source,
    Span,
    samples,
)

#: A collection in memory or the one of an archive.
Asked = Any
Question = Callable[[Asked], Asked]

JAPAN, MALAYSIA = Country.of("JP"), Country.of("MY")
SMALL_ASEAN = Organization("ASEAN", "A small ASEAN", members=(MALAYSIA,))
OWN = Domain("fisheries.deep_sea", label="Deep-sea fisheries")


def by_hand(number: int, title: str | None, date: str | None) -> Report:
    """Return a report with what is rare: own domains and members, odd characters, no places."""
    text = f"IV. Fish\x00 {number}\ud800\n"
    section = Section(title="Fish", number="IV.", level=1, span=Span(0, 5))
    below = Section(title="Tuna > Bluefin", level=2, parents=("Fish",))
    promise = Commitment(
        "They\x00 will fish.",
        actors=(SMALL_ASEAN, JAPAN),
        addressees=(MALAYSIA,),
        force=list(Force)[number % 4],
        reaffirmed=bool(number % 2),
        domains=(OWN,),
        deadline=PartialDate(2026, 1 + number % 12),
        section=below if number % 2 else section,
    )
    return Report(
        Source(
            text,
            title=title,
            date=None if date is None else PartialDate.parse(date),
            sections=(section,),
        ),
        commitments=Commitments([promise]),
        issues=Issues(
            [Issue("100% \\ of_it", parties=(SMALL_ASEAN,), domains=(OWN,), section=below)]
        ),
        leaders=Leaders([Leader("José-María 50% Ó'Neill", office="prime_minister", party=JAPAN)]),
        partnerships=Partnerships(
            [Partnership((JAPAN, MALAYSIA), PartnershipLevel("golden friendship"))]
        ),
    )


@cache
def reports() -> tuple[Report, ...]:
    """Return the samples, and reports by hand whose order is hard to get right."""
    odd = [
        ("Ärger", "2025"),
        ("apple", "2025"),
        ("Zebra", "2025"),
        (None, "2025"),
        ("apple", "2025-01"),
        ("apple", None),
        ("É\ud800\x00", "0001-01-01"),
        ("ﬁsh", "9999-12"),
    ]
    made = [by_hand(number, *about) for number, about in enumerate(odd)]
    return (*made, *[samples.report(name) for name in samples.names()])


def collections(held: Iterable[Report]) -> dict[str, Any]:
    """Return what the archive of some reports must answer like, by the name of the property."""
    ordered = Dossier(held).reports
    sections = [section for report in ordered for section in report.sections]
    return {
        "commitments": Commitments(
            [x for report in ordered for x in report.commitments]
        ).with_sections(sections),
        "issues": Issues([x for report in ordered for x in report.issues]).with_sections(sections),
        "leaders": Leaders([x for report in ordered for x in report.leaders]),
        "partnerships": Partnerships([x for report in ordered for x in report.partnerships]),
    }


def _sections(name: str) -> list[Question]:
    return [
        lambda x: x.by_section("iv"),
        lambda x: x.by_section("Fish"),
        lambda x: x.by_section("IV. fish"),
        lambda x: x.by_section("TUNA > bluefin"),
        lambda x: x.by_section("Fish > Tuna > Bluefin"),
        lambda x: x.by_section(reports()[0].sections[0]),
        lambda x: x.by_section(samples.report("summit-article").sections[0]),
        lambda x: x.by_section(samples.report("summit-article").sections[1].title),
        lambda x: x.by_section("nowhere"),
        lambda x: x.by_section(""),
    ]


QUESTIONS: dict[str, list[Question]] = {
    "commitments": [
        lambda x: x,
        lambda x: x.by_country("MY"),
        lambda x: x.by_country("Malaysian", members=True),
        lambda x: x.by_country("MY", role="addressee"),
        lambda x: x.by_country("MY", role="any", members=True),
        lambda x: x.by_country("FR", members=True),
        lambda x: x.by_country("Malysia"),
        lambda x: x.by_country("MY", role="friend"),
        lambda x: x.by_party("ASEAN"),
        lambda x: x.by_addressee("Japan"),
        lambda x: x.by_domain("security"),
        lambda x: x.by_domain("security", children=False),
        lambda x: x.by_domain("Security.Maritime"),
        lambda x: x.by_domain("fisheries"),
        lambda x: x.by_domain(OWN),
        lambda x: x.by_domain("fisheries.deep_sea", children=False),
        lambda x: x.by_domain("fisheris"),
        *[lambda x, force=force: x.by_force(force) for force in Force],
        lambda x: x.by_force("promise"),
        lambda x: x.reaffirmed(),
        lambda x: x.reaffirmed(flag=False),
        lambda x: x.with_deadline(),
        lambda x: x.due(),
        lambda x: x.due(before="2026"),
        lambda x: x.due(before="2026-06-15", undated=True),
        lambda x: x.due(after="2026-02", before="2026-11"),
        lambda x: x.due(after="2027", before="2026"),
        *_sections("commitments"),
        lambda x: x.by_country("MY").by_domain("security").by_force("intent"),
        lambda x: x.by_country("JP").by_country("MY").reaffirmed().due(after="2026"),
    ],
    "issues": [
        lambda x: x,
        lambda x: x.by_country("MY"),
        lambda x: x.by_country("MY", members=True),
        lambda x: x.by_party("ASEAN"),
        lambda x: x.by_domain("diplomacy"),
        lambda x: x.by_domain("diplomacy.peace", children=False),
        *_sections("issues"),
    ],
    "leaders": [
        lambda x: x,
        lambda x: x.by_country("Japan"),
        lambda x: x.by_party("UN"),
        lambda x: x.by_name("anwar"),
        lambda x: x.by_name("Anwar  IBRAHIM"),
        lambda x: x.by_name("jose maria"),
        lambda x: x.by_name("50%"),
        lambda x: x.by_name("5_%"),
        lambda x: x.by_name("nwar"),
        lambda x: x.by_name(""),
        lambda x: x.by_office("minister"),
        lambda x: x.by_office("prime minister"),
        lambda x: x.by_office("prime_minister"),
        lambda x: x.by_office("queen"),
        lambda x: x.by_office("astronaut"),
        lambda x: x.by_country("MY").by_office("prime minister"),
    ],
    "partnerships": [
        lambda x: x,
        lambda x: x.by_country("JP"),
        lambda x: x.by_party("ASEAN"),
        lambda x: x.between_parties("MY", "Japan"),
        lambda x: x.by_level("comprehensive strategic partnership"),
        lambda x: x.by_level("strategic partnership", at_least=True),
        lambda x: x.by_level("golden friendship"),
        lambda x: x.by_level("golden friendship", at_least=True),
        lambda x: x.by_level("silver friendship"),
        lambda x: x.since("2015"),
        lambda x: x.between("2015", "2023"),
        lambda x: x.between("2023", "2015"),
    ],
}

KEYS = {
    "commitments": ("domain", "top", "country", "party", "addressee", "force", "section", "year"),
    "issues": ("domain", "top", "country", "party", "section"),
    "leaders": ("country", "party", "office"),
    "partnerships": ("country", "party", "level", "year"),
}
