"""Collections of records, for the questions that one asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from bilateral.query.assessments import Assessments
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.strategies.records import (
    assessments,
    commitments,
    issues,
    leaders,
    partnerships,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from bilateral.model.assessments import Assessment
    from bilateral.model.commitments import Commitment
    from bilateral.model.issues import Issue
    from bilateral.model.partnerships import Partnership
    from bilateral.model.people import Leader


def commitment_collections(
    records: SearchStrategy[Commitment] | None = None, *, min_size: int = 0, max_size: int = 8
) -> SearchStrategy[Commitments]:
    """Draw collections of commitments, equal ones among them; the plainest is empty.

    Args:
        records: what they hold; None for any commitments.
        min_size: how many records at least.
        max_size: how many at most.

    >>> from hypothesis import given
    >>> @given(commitment_collections())
    ... def test_requests_are_no_promises(drawn):
    ...     asked, promised = drawn.by_force("request"), drawn.by_force("aspiration")
    ...     assert len(asked) + len(promised) == len(drawn)
    >>> test_requests_are_no_promises()
    """
    records = commitments() if records is None else records
    return st.lists(records, min_size=min_size, max_size=max_size).map(Commitments)


def assessment_collections(
    records: SearchStrategy[Assessment] | None = None, *, min_size: int = 0, max_size: int = 8
) -> SearchStrategy[Assessments]:
    """Draw collections of assessments; see `commitment_collections`.

    >>> from hypothesis import find
    >>> find(assessment_collections(), lambda drawn: True)
    Assessments(0 records)
    """
    records = assessments() if records is None else records
    return st.lists(records, min_size=min_size, max_size=max_size).map(Assessments)


def issue_collections(
    records: SearchStrategy[Issue] | None = None, *, min_size: int = 0, max_size: int = 8
) -> SearchStrategy[Issues]:
    """Draw collections of issues; see `commitment_collections`.

    >>> from hypothesis import find
    >>> find(issue_collections(), lambda drawn: True)
    Issues(0 records)
    """
    records = issues() if records is None else records
    return st.lists(records, min_size=min_size, max_size=max_size).map(Issues)


def leader_collections(
    records: SearchStrategy[Leader] | None = None, *, min_size: int = 0, max_size: int = 8
) -> SearchStrategy[Leaders]:
    """Draw collections of leaders; see `commitment_collections`.

    >>> from hypothesis import find
    >>> find(leader_collections(), lambda drawn: True)
    Leaders(0 records)
    """
    records = leaders() if records is None else records
    return st.lists(records, min_size=min_size, max_size=max_size).map(Leaders)


def partnership_collections(
    records: SearchStrategy[Partnership] | None = None, *, min_size: int = 0, max_size: int = 8
) -> SearchStrategy[Partnerships]:
    """Draw collections of partnerships; see `commitment_collections`.

    >>> from hypothesis import find
    >>> find(partnership_collections(), lambda drawn: True)
    Partnerships(0 records)
    """
    records = partnerships() if records is None else records
    return st.lists(records, min_size=min_size, max_size=max_size).map(Partnerships)
