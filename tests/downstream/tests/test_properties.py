"""The desk on records that nobody thought of; Hypothesis makes them from the annotations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from treaty_desk import agenda, entries, from_row, kept, to_row
from treaty_desk.ledger import owners

from bilateral import Assessment, Commitment, Commitments, Country, Force, Report, strategies


@given(st.from_type(Commitment))
def test_rows_come_back(promise: Commitment) -> None:
    """What a row holds is the same after writing and reading it."""
    back = from_row(to_row(promise))
    assert to_row(back) == to_row(promise)
    assert (back.text, back.actors, back.force) == (promise.text, promise.actors, promise.force)
    assert (back.domains, back.deadline) == (promise.domains, promise.deadline)


@given(st.from_type(Report))
def test_entries_are_promises_of_the_report(report: Report) -> None:
    """Every entry leads back to a promise, its owner acts in it, and the order is that of the dates."""
    found = entries(report)
    by_id = {promise.id: promise for promise in report.commitments}
    for entry in found:
        promise = by_id[entry.commitment_id]
        assert promise.force is not Force.REQUEST
        assert promise.deadline == entry.due
        assert Country.of(entry.owner) in owners(promise)
    assert [entry.due for entry in found] == sorted(entry.due for entry in found)


@given(strategies.commitment_collections(), st.integers(1, 9999))
def test_agendas_hold_what_is_due(commitments: Commitments, year: int) -> None:
    """Nothing that could fall outside the year."""
    for held in agenda(commitments, year).values():
        for promise in held:
            assert promise.deadline is not None
            assert promise.deadline.year == year


@given(
    strategies.commitment_collections(
        strategies.commitments(parties=strategies.countries(among=["Peru", "Chile"])), min_size=1
    ),
    st.data(),
)
def test_scores_stay_on_the_scale(commitments: Commitments, data: st.DataObject) -> None:
    """The mean lies between the least and the greatest score, and others' scores do not count."""
    ids = st.sampled_from([promise.id for promise in commitments])
    judged = data.draw(st.lists(strategies.assessments(commitment_ids=ids), min_size=1))
    mean = kept(commitments, [*judged, Assessment("elsewhere", -1)])
    assert mean is not None
    assert min(one.score for one in judged) <= mean <= max(one.score for one in judged)
