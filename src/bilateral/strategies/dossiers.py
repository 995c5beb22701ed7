"""Dossiers and archives of whole reports, with what became of their commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from bilateral.archive import Archive
from bilateral.dossier.dossier import Dossier
from bilateral.strategies.gazetted import countries
from bilateral.strategies.records import assessments
from bilateral.strategies.whole_reports import reports as every_report

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from bilateral.dossier.pairs import Relations
    from bilateral.query.reports import Report

#: A dossier that is drawn has at most so many assessments.
_MOST = 4


def dossiers(
    reports: SearchStrategy[Report] | None = None, *, min_size: int = 0, max_size: int = 3
) -> SearchStrategy[Dossier]:
    """Draw dossiers, each assessment of a commitment in their reports; the plainest is empty.

    Args:
        reports: what they are made of; None for any reports.
        min_size: how many reports are drawn at least; equal ones count once in the dossier.
        max_size: how many at most.

    >>> from hypothesis import find
    >>> find(dossiers(), lambda drawn: True)
    Dossier(0 reports, 0 commitments, 0 assessments)
    """
    drawn = every_report() if reports is None else reports
    return st.lists(drawn, min_size=min_size, max_size=max_size).flatmap(_assessed)


def _assessed(reports: list[Report]) -> SearchStrategy[Dossier]:
    """Draw what became of the commitments of reports."""
    ids = list(dict.fromkeys([made.id for report in reports for made in report.commitments]))
    if not ids:
        return st.just(Dossier(reports))
    judged = assessments(commitment_ids=st.sampled_from(ids))
    return st.lists(judged, max_size=_MOST).map(lambda some: Dossier(reports, assessments=some))


def archives(
    reports: SearchStrategy[Report] | None = None, *, min_size: int = 0, max_size: int = 3
) -> SearchStrategy[Archive]:
    """Draw archives in memory, for tests of what asks an archive; the plainest is empty.

    Each is a database of its own that is gone with it; to be used by one thread.  Needs the extra
    ``archive``.

    Args:
        reports: what they hold; None for any reports.
        min_size: how many reports are drawn at least; those with equal texts count once.
        max_size: how many at most.

    >>> from hypothesis import find
    >>> len(find(archives(), lambda drawn: True))
    0
    """
    drawn = every_report() if reports is None else reports
    return st.lists(drawn, min_size=min_size, max_size=max_size).map(_archived)


def _archived(reports: list[Report]) -> Archive:
    """Return an archive in memory."""
    archive = Archive(":memory:")
    archive.add_all(reports)
    return archive


def relations() -> SearchStrategy[Relations]:
    """Draw what dossiers tell of two countries; the plainest tells nothing.

    >>> from hypothesis import find
    >>> len(find(relations(), lambda drawn: True).parties)
    2
    """
    pairs = st.lists(countries(), min_size=2, max_size=2, unique_by=lambda country: country.code)
    return st.builds(lambda dossier, pair: dossier.between(*pair), dossiers(max_size=2), pairs)
