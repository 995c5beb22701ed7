"""Codings drawn from few values, so that two of them often have something in common."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bilateral import Force, PartialDate
from bilateral.evaluation import (
    CodedCommitment,
    CodedIssue,
    CodedLeader,
    CodedPartnership,
    Codes,
)

#: A value that a test passes against the annotations, on purpose or for being drawn.
Untyped = Any

PARTIES = ("JPN", "MYS", "USA", "ASEAN")
DOMAINS = ("security", "security.maritime", "security.cyber", "energy", "economy.trade")
NAMES = ("Anwar Ibrahim", "Anwar", "Shigeru Ishiba", "Joe Biden, Jr.", "Erdoğan", "李强")
OFFICES = ("prime minister", "minister", "minister of the economies", "the of", "president")
LEVELS = ("strategic partnership", "comprehensive strategic partnership", "alliance", "QUAD")
ISSUES = (
    "overlapping claims",
    "claims in the South China Sea",
    "China’s claims",
    "tensions",
    "the situation",
    "rising tensions in the region",
)
#: Sentences are numbered up to this.
LAST = 5


def _several(values: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, min_size=least, max_size=3).map(tuple)


def leaders() -> st.SearchStrategy[CodedLeader]:
    """Draw leaders."""
    return st.builds(
        CodedLeader,
        name=st.sampled_from(NAMES),
        office=st.none() | st.sampled_from(OFFICES),
        country=st.none() | st.sampled_from(PARTIES),
    )


def partnerships() -> st.SearchStrategy[CodedPartnership]:
    """Draw partnerships."""
    return st.builds(
        CodedPartnership,
        parties=_several(PARTIES, 2),
        level=st.sampled_from(LEVELS),
        since=st.sampled_from([None, PartialDate(2023), PartialDate(2023, 5), PartialDate(2021)]),
    )


def commitments() -> st.SearchStrategy[CodedCommitment]:
    """Draw commitments and requests."""
    return st.builds(
        CodedCommitment,
        s=st.integers(1, LAST),
        actors=_several(PARTIES, 1),
        force=st.sampled_from(Force),
        reaffirmed=st.booleans(),
        domains=_several(DOMAINS),
    )


def issues() -> st.SearchStrategy[CodedIssue]:
    """Draw issues."""
    return st.builds(
        CodedIssue,
        s=st.none() | st.integers(1, LAST),
        name=st.sampled_from(ISSUES),
        countries=_several(PARTIES),
        domains=_several(DOMAINS),
    )


def codes(id: str = "readout") -> st.SearchStrategy[Codes]:
    """Draw codings of one document."""
    return st.builds(
        Codes,
        id=st.just(id),
        leaders=st.lists(leaders(), max_size=4).map(tuple),
        partnerships=st.lists(partnerships(), max_size=3).map(tuple),
        commitments=st.lists(commitments(), max_size=6).map(tuple),
        issues=st.lists(issues(), max_size=4).map(tuple),
    )


def many() -> st.SearchStrategy[list[Codes]]:
    """Draw codings of some of three documents."""
    ids = st.lists(st.sampled_from(["a", "b", "c"]), unique=True, min_size=1)
    return ids.flatmap(lambda names: st.tuples(*[codes(name) for name in names])).map(list)
