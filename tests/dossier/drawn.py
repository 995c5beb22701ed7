"""Reports drawn from few values, so that they often tell of the same."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from bilateral import (
    Assessment,
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
    Meeting,
    Organization,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Partnerships,
    Report,
    Source,
    Span,
    Trace,
)

#: A value that a test passes against the annotations, on purpose or for being drawn.
Untyped = Any

PATIENT = settings(deadline=None)

JAPAN, MALAYSIA, USA = Country.of("JPN"), Country.of("MYS"), Country.of("USA")
ASEAN = Organization.of("ASEAN")
PARTIES = (JAPAN, MALAYSIA, USA, ASEAN)
CODES = ("JPN", "MYS", "USA", "ASEAN")
NAMES = (
    *("Anwar Ibrahim", "Anwar", "Dato' Seri Anwar Ibrahim", "Ibrahim Anwar"),
    *("Joseph R. Biden, Jr.", "Joe Biden", "J. Biden", "Biden", "Jill Biden"),
    *("George Bush", "George W. Bush", "George H. W. Bush"),
)
OFFICES = (None, "prime minister", "president", "vice president")
SENTENCES = (
    "Both sides agreed to expand joint naval patrols in the South China Sea.",
    "Both sides reaffirmed their commitment to expand joint naval patrols in the South China Sea.",
    "They will train forty coast guard officers at the academy in Yokohama.",
    "They hope to meet again.",
)
LEVELS = ("strategic partnership", "comprehensive strategic partnership", "alliance")
DATES = (
    None,
    PartialDate(2015),
    PartialDate(2023),
    PartialDate(2023, 12),
    PartialDate(2025, 1, 10),
)
DOMAINS = ("security.maritime", "security", "society.education")


def codes_of(*codes: str) -> tuple[Country | Organization, ...]:
    """Return parties by their codes."""
    known = {party.code: party for party in PARTIES}
    return tuple([known[code] for code in codes])


def parties(least: int) -> st.SearchStrategy[tuple[Country | Organization, ...]]:
    """Draw distinct parties."""
    codes = st.lists(st.sampled_from(CODES), unique=True, min_size=least, max_size=3)
    return codes.map(lambda drawn: codes_of(*drawn))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report, whose text is made of the words of its records."""
    text = draw(st.sampled_from(["", "Again. "]))
    commitments, leaders = [], []
    for words in draw(st.lists(st.sampled_from(SENTENCES), max_size=2, unique=True)):
        text, span = f"{text}{words} ", Span(len(text), len(text) + len(words))
        commitments.append(
            Commitment(
                words,
                actors=draw(parties(1)),
                addressees=draw(parties(0)),
                force=draw(st.sampled_from(Force)),
                reaffirmed="reaffirmed" in words,
                domains=tuple(
                    [
                        Domain.of(draw(st.sampled_from(DOMAINS)))
                        for _ in range(draw(st.integers(0, 1)))
                    ]
                ),
                deadline=draw(st.sampled_from(DATES)),
                span=span,
                id="" if draw(st.booleans()) else f"c-{len(text)}",
                trace=draw(st.sampled_from([None, Trace("a.rule"), Trace("b.rule")])),
            )
        )
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)):
        text, span = f"{text}{name} ", Span(len(text), len(text) + len(name))
        leaders.append(
            Leader(
                name,
                office=draw(st.sampled_from(OFFICES)),
                party=draw(st.sampled_from([None, *PARTIES])),
                span=span,
                mentions=(span,),
            )
        )
    issues = [Issue("unrest", parties=draw(parties(0)))] if draw(st.booleans()) else []
    partnerships = [
        Partnership(
            draw(parties(2)),
            PartnershipLevel(draw(st.sampled_from(LEVELS))),
            since=draw(st.sampled_from(DATES)),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    meeting = Meeting(kind="summit", parties=draw(parties(2)), date=draw(st.sampled_from(DATES)))
    return Report(
        Source(
            text,
            title=draw(st.sampled_from([None, "Readout", "Joint Statement"])),
            date=draw(st.sampled_from(DATES)),
        ),
        meeting=draw(st.sampled_from([None, meeting])),
        commitments=Commitments(commitments),
        leaders=Leaders(leaders),
        issues=Issues(issues),
        partnerships=Partnerships(partnerships),
    )


def several() -> st.SearchStrategy[list[Report]]:
    """Draw a few reports."""
    return st.lists(reports(), max_size=4)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw a dossier with assessments of some of its commitments."""
    held = draw(several())
    made = [commitment for report in held for commitment in report.commitments]
    judged = []
    for _ in range(draw(st.integers(0, 4)) if made else 0):
        one = draw(st.sampled_from(made))
        judged.append(
            Assessment(
                one.id,
                draw(st.sampled_from([-1, 0, 1])),
                date=draw(st.sampled_from(DATES)),
                assessor=draw(st.sampled_from([None, "A. N."])),
                party=draw(st.sampled_from([None, *one.actors])),
            )
        )
    return Dossier(held, assessments=judged)


def report(text: str, **more: Untyped) -> Report:
    """Make a report by hand: records are given as lists."""
    about = {key: more.pop(key) for key in ("title", "date", "url") if key in more}
    if isinstance(about.get("date"), str):
        about["date"] = PartialDate.parse(about["date"])
    kinds: dict[str, Untyped] = {
        "commitments": Commitments,
        "leaders": Leaders,
        "issues": Issues,
        "partnerships": Partnerships,
    }
    given = {key: kinds[key](value) if key in kinds else value for key, value in more.items()}
    return Report(Source(text, **about), **given)


def commitment(words: str = "Both will act.", *actors: str, **more: Untyped) -> Commitment:
    """Make a commitment by hand, of Japan's unless others act."""
    held: dict[str, Untyped] = {
        "actors": codes_of(*(actors or ("JPN",))),
        "force": Force.PLEDGE,
        **more,
    }
    return Commitment(words, **held)
