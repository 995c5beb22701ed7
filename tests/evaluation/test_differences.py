"""The list of differences."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from tests.evaluation import drawn

from bilateral import Force, PartialDate
from bilateral.evaluation import (
    CodedCommitment,
    CodedIssue,
    CodedLeader,
    CodedPartnership,
    Codes,
    compare,
    list_differences,
)
from bilateral.evaluation.differences import Kind

KINDS: dict[Kind, str] = {
    "leader": "leaders",
    "partnership": "partnerships",
    "commitment": "commitments",
    "request": "requests",
    "issue": "issues",
}


@given(gold=drawn.many(), predicted=drawn.many())
def test_there_are_as_many_as_counted(gold: list[Codes], predicted: list[Codes]) -> None:
    """The list and the figures tell of the same mistakes."""
    rates, shares = compare(gold, predicted).rates, compare(gold, predicted).shares
    listed = list_differences(gold, predicted)
    whole = Counter([(x.kind, x.verdict) for x in listed if x.field is None])
    for kind, measure in KINDS.items():
        assert whole[kind, "missed"] == rates[measure].missed
        assert whole[kind, "spurious"] == rates[measure].spurious
    fields = Counter(
        [(str(x.kind), x.field) for x in listed if x.counted and x.verdict == "differs"]
    )
    for kind, field, measure in (
        ("leader", "office", "leader office"),
        ("partnership", "since", "partnership since"),
        ("commitment", "force", "commitment force"),
        ("commitment", "reaffirmed", "commitment reaffirmed"),
    ):
        share = shares[measure]
        assert fields[kind, field] == share.among - share.equal
    for field, measure in (("actors", "actors"), ("domains", "domains (leaf)")):
        rate = rates[f"commitment {measure}"]
        assert bool(fields["commitment", field]) is bool(rate.spurious + rate.missed)


@given(codes=drawn.codes())
def test_no_difference_from_itself(codes: Codes) -> None:
    """Only entries without a telling word are unlike themselves."""
    for x in list_differences(codes, codes):
        assert x.text in {"李强", "the situation"} or (x.field == "office" and x.counted)


def test_words() -> None:
    """Each line says where, what, and both values."""
    gold = Codes(
        id="readout",
        leaders=(CodedLeader("Anwar Ibrahim", office="prime minister", country="MYS"),),
        partnerships=(CodedPartnership(("JPN", "MYS"), "alliance", since=PartialDate(2023)),),
        commitments=(
            CodedCommitment(1, actors=("JPN",), force=Force.PLEDGE, domains=("energy",)),
            CodedCommitment(2, actors=("MYS",), force=Force.REQUEST),
        ),
        issues=(CodedIssue(1, "unrest in Myanmar", countries=("MMR",), domains=("security",)),),
    )
    predicted = Codes(
        id="readout",
        leaders=(CodedLeader("Anwar", office="king", country="MYS"),),
        partnerships=(CodedPartnership(("MYS", "JPN"), "alliance", since=PartialDate(2021)),),
        commitments=(
            CodedCommitment(1, actors=("JPN", "MYS"), force=Force.INTENT, reaffirmed=True),
            CodedCommitment(3, actors=("MYS",), force=Force.INTENT),
        ),
        issues=(CodedIssue(2, "unrest", domains=("security.crime",)),),
    )
    texts = {"readout": ["One \n sentence.", "Two."]}
    listed = list_differences(gold, predicted, sentences=texts)
    told = [(x.kind, x.verdict, x.sentence, x.text, x.field, x.gold, x.predicted) for x in listed]
    assert told == [
        ("leader", "differs", None, "Anwar Ibrahim", "name", "Anwar Ibrahim", "Anwar"),
        ("leader", "differs", None, "Anwar Ibrahim", "office", "prime minister", "king"),
        ("partnership", "differs", None, "alliance", "since", "2023", "2021"),
        ("commitment", "differs", 1, "One sentence.", "actors", "JPN", "JPN; MYS"),
        ("commitment", "differs", 1, "One sentence.", "force", "pledge", "intent"),
        ("commitment", "differs", 1, "One sentence.", "reaffirmed", "false", "true"),
        ("commitment", "differs", 1, "One sentence.", "domains", "energy", ""),
        ("commitment", "spurious", 3, None, None, None, "MYS: intent: "),
        ("request", "missed", 2, "Two.", None, "MYS: request: ", None),
        ("issue", "differs", 1, "One sentence.", "name", "unrest in Myanmar", "unrest"),
        ("issue", "differs", 1, "One sentence.", "sentence", "1", "2"),
        ("issue", "differs", 1, "One sentence.", "countries", "MMR", ""),
        ("issue", "differs", 1, "One sentence.", "domains", "security", "security.crime"),
    ]
    assert [x.field for x in listed if not x.counted] == [
        "name",
        "name",
        "sentence",
        "countries",
        "domains",
    ]
