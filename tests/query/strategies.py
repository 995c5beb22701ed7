"""Records drawn from few values, so that drawn queries often find something."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bilateral import (
    Commitment,
    Commitments,
    Country,
    Domain,
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
    Section,
)

#: Of a value that a test passes against the annotations, on purpose or for being drawn.
Untyped = Any

COUNTRIES = ("JPN", "MYS", "SGP", "USA")
ORGANIZATIONS = ("ASEAN", "G7")
PARTIES = (*COUNTRIES, *ORGANIZATIONS)
DOMAINS = ("security", "security.maritime", "security.cyber", "energy", "technology.space")
TOPS = ("security", "energy", "technology")
SECTIONS = (
    Section(title="Economic Ties", number="II."),
    Section(title="Trade", number="1.", level=2, parents=("Economic Ties",)),
    Section(title="Tariffs", number="1.1.", level=3, parents=("Economic Ties", "Trade")),
    Section(title="Security", number="III."),
    Section(title="Trade", number="2.", level=2, parents=("Security",)),
)
LABELS = ("strategic partnership", "comprehensive strategic partnership", "golden friendship")
NAMES = ("Anwar Ibrahim", "Shigeru Ishiba", "Jean-Noël Barrot", "Ibrahim Ali")
OFFICES = ("prime minister", "foreign minister", "minister of trade", "president")


def party(code: str) -> Country | Organization:
    """Return a party by its code."""
    return Country.of(code) if code in COUNTRIES else Organization.of(code)


def parties(least: int = 0) -> st.SearchStrategy[tuple[Country | Organization, ...]]:
    """Draw distinct parties."""
    codes = st.lists(st.sampled_from(PARTIES), unique=True, min_size=least, max_size=3)
    return codes.map(lambda drawn: tuple([party(code) for code in drawn]))


def domains() -> st.SearchStrategy[tuple[Domain, ...]]:
    """Draw distinct domains."""
    names = st.lists(st.sampled_from(DOMAINS), unique=True, max_size=2)
    return names.map(lambda drawn: tuple([Domain.of(name) for name in drawn]))


def sections() -> st.SearchStrategy[Section | None]:
    """Draw a section or none."""
    return st.none() | st.sampled_from(SECTIONS)


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """Draw a date of any precision from a few years."""
    day = draw(
        st.dates(
            min_value=PartialDate(2023).earliest,
            max_value=PartialDate(2027).latest,
        )
    )
    parts = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:parts])


def commitment_records() -> st.SearchStrategy[Commitment]:
    """Draw commitments."""
    return st.builds(
        Commitment,
        text=st.sampled_from(["Both will act.", "Japan will act.", "It hopes to act."]),
        actors=parties(1),
        force=st.sampled_from(Force),
        reaffirmed=st.booleans(),
        domains=domains(),
        addressees=parties(),
        deadline=st.none() | dates(),
        section=sections(),
    )


def issue_records() -> st.SearchStrategy[Issue]:
    """Draw issues."""
    return st.builds(
        Issue,
        name=st.sampled_from(["unrest", "tariffs", "overlapping claims"]),
        parties=parties(),
        domains=domains(),
        section=sections(),
    )


def leader_records() -> st.SearchStrategy[Leader]:
    """Draw leaders."""
    return st.builds(
        Leader,
        name=st.sampled_from(NAMES),
        office=st.none() | st.sampled_from(OFFICES),
        party=st.none() | st.sampled_from(PARTIES).map(party),
    )


def partnership_records() -> st.SearchStrategy[Partnership]:
    """Draw partnerships."""
    return st.builds(
        Partnership,
        parties=parties(2),
        level=st.sampled_from(LABELS).map(PartnershipLevel),
        since=st.none() | dates(),
    )


def commitments() -> st.SearchStrategy[Commitments]:
    """Draw collections of commitments."""
    return st.lists(commitment_records(), max_size=8).map(Commitments)


def issues() -> st.SearchStrategy[Issues]:
    """Draw collections of issues."""
    return st.lists(issue_records(), max_size=8).map(Issues)


def leaders(least: int = 0) -> st.SearchStrategy[Leaders]:
    """Draw collections of leaders."""
    return st.lists(leader_records(), min_size=least, max_size=8).map(Leaders)


def partnerships() -> st.SearchStrategy[Partnerships]:
    """Draw collections of partnerships."""
    return st.lists(partnership_records(), max_size=8).map(Partnerships)


def collections() -> st.SearchStrategy[Commitments | Issues | Leaders | Partnerships]:
    """Draw collections of any class."""
    return st.one_of(commitments(), issues(), leaders(), partnerships())


@st.composite
def views(draw: st.DrawFn) -> Commitments:
    """Draw commitments in every inner form: whole, filtered, sliced, sorted, merged."""
    made = draw(commitments())
    for step in draw(
        st.lists(st.sampled_from(["where", "slice", "sort", "turn", "or"]), max_size=3)
    ):
        if step == "where":
            made = made.where(lambda record: record.deadline is None or record.reaffirmed)
        elif step == "slice":
            made = made[draw(st.integers(0, 3)) :]
        elif step == "sort":
            made = made.sorted_by(lambda record: record.force.value)
        elif step == "turn":
            made = made[::-1]
        else:
            made = made.by_force("intent") | made
    return made
