"""Which commitments reaffirm or repeat an earlier one."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier.drawn import PATIENT, Untyped, commitment, report

from bilateral import Domain, Dossier, Force
from bilateral.dossier import links
from bilateral.dossier.links import REAFFIRMS, REPEATS, words

PATROLS = "Both sides agreed to expand joint naval patrols in the South China Sea."
AGAIN = "The leaders reaffirmed their commitment to expanding joint naval patrols in that sea."
SEA = (Domain.of("security.maritime"),)
FRESH = count()


def said(date: str | None, text: str, *actors: str, **more: Untyped) -> Untyped:
    """Return a report of a date with one commitment."""
    number = next(FRESH)
    made = commitment(
        text, *(actors or ("JPN", "MYS")), id=f"c-{number}", **{"domains": SEA, **more}
    )
    dated = {} if date is None else {"date": date}
    return report(f"report {number}", commitments=[made], **dated)


def found(*reports: Untyped) -> list[tuple[int, int, str]]:
    """Return which report takes up which, and how; reports are counted as they are given."""
    numbers = {one.commitments[0].id: number for number, one in enumerate(reports)}
    return [(numbers[x.later], numbers[x.earlier], x.kind) for x in Dossier(reports).links]


def test_the_same_in_other_words_is_linked() -> None:
    """Marked as promised before, it reaffirms; else it repeats."""
    assert found(said("2023", PATROLS), said("2025", AGAIN, reaffirmed=True)) == [
        (1, 0, "reaffirms")
    ]
    assert found(said("2023", PATROLS), said("2025", PATROLS)) == [(1, 0, "repeats")]


def test_it_is_dates_that_make_earlier() -> None:
    """In whatever order reports are given; without a date nobody knows."""
    assert found(said("2025", PATROLS), said("2023", PATROLS)) == [(0, 1, "repeats")]
    assert found(said(None, PATROLS), said("2023", PATROLS)) == []


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"actors": ("JPN", "USA")}, PATROLS),
        ({"actors": ("JPN",)}, PATROLS),
        ({"domains": (Domain.of("energy"),)}, PATROLS),
        ({"domains": ()}, PATROLS),
        ({"force": Force.REQUEST}, PATROLS),
        ({}, "Both sides agreed to build a liquefied natural gas terminal in Sabah."),
        ({}, "Both sides agreed."),
    ],
)
def test_others_are_not(change: dict[str, Untyped], text: str) -> None:
    """The same parties must promise, not ask, on the same field and in like words."""
    actors = change.pop("actors", ())
    assert found(said("2023", PATROLS), said("2025", text, *actors, **change)) == []


def test_a_field_below_the_same_top_is_the_same() -> None:
    """Whoever names the field more closely may mean the same."""
    wider = (Domain.of("energy"), Domain.of("security"))
    assert found(said("2023", PATROLS), said("2025", PATROLS, domains=wider)) == [(1, 0, "repeats")]


def test_without_a_field_words_alone_count() -> None:
    """Where the reader found none on either side."""
    reports = [said("2023", PATROLS, domains=()), said("2025", PATROLS, domains=())]
    assert found(*reports) == [(1, 0, "repeats")]


def test_the_most_alike_is_chosen_and_of_equals_the_latest() -> None:
    """One link for each commitment; the chain leads on."""
    half = "Both sides agreed to expand joint naval patrols."
    reports = [
        said("2020", PATROLS),
        said("2021", PATROLS),
        said("2022", half),
        said("2023", PATROLS),
    ]
    assert (3, 1, "repeats") in found(*reports)
    assert found(*reports)[0] == (1, 0, "repeats")
    dossier = Dossier(reports)
    everything = [one.commitments[0] for one in reports]
    assert list(dossier.thread(everything[1])) == everything
    assert list(dossier.thread(everything[3].id)) == everything


def test_a_commitment_alone_is_its_own_thread() -> None:
    """What nobody takes up stands by itself."""
    one, two = said("2020", PATROLS), said("2021", "Both will build a gas terminal.")
    dossier = Dossier([one, two])
    assert list(dossier.thread(one.commitments[0])) == [one.commitments[0]]


def test_one_report_repeats_nothing_of_its_own() -> None:
    """Nor does a second copy of its text."""
    twice = [commitment(PATROLS, id=f"c-{n}", domains=SEA) for n in "ab"]
    one = report("x", date="2023", commitments=twice)
    two = report("x", date="2024", url="elsewhere", commitments=twice)
    assert Dossier([one]).links == Dossier([one, two]).links == ()


def plainly(reports: list[Untyped]) -> set[tuple[str, str]]:
    """Return the links, by comparing every two commitments."""
    made = [(one, x) for one in Dossier(reports).reports for x in one.commitments]
    linked = set()
    for number, (one, later) in enumerate(made):
        best: tuple[float, int] | None = None
        for before, (other, earlier) in enumerate(made[:number]):
            if one is other or earlier.actors != later.actors or earlier.force != later.force:
                continue
            x, y = set(words(later.text)), set(words(earlier.text))
            alike = len(x & y) / len(x | y) if x | y else 0.0
            if alike >= (REAFFIRMS if later.reaffirmed else REPEATS):
                best = max(best or (0.0, -1), (alike, before))
        if best is not None:
            linked.add((later.id, made[best[1]][1].id))
    return linked


VOCABULARY = ("patrols", "sea", "train", "officers", "gas", "terminal", "visas")


@PATIENT
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=5).map(" ".join),
            st.booleans(),
            st.sampled_from([("JPN",), ("JPN", "MYS")]),
        ),
        max_size=8,
    )
)
def test_the_index_finds_what_comparing_all_finds(
    drawn: list[tuple[str, bool, tuple[str, ...]]],
) -> None:
    """Nothing is missed for not being looked at."""
    reports = [
        said(f"20{n:02}", text, *actors, reaffirmed=again)
        for n, (text, again, actors) in enumerate(drawn)
    ]
    made = {(link.later, link.earlier) for link in Dossier(reports).links}
    assert made == plainly(reports)


@PATIENT
@given(st.lists(st.sampled_from([PATROLS, AGAIN]), max_size=6))
def test_links_lead_back_in_time(texts: list[str]) -> None:
    """Each commitment has one link at most, to an earlier one, with a likeness that suffices."""
    reports = [said(f"20{n:02}", text, reaffirmed=text is AGAIN) for n, text in enumerate(texts)]
    dossier = Dossier(reports)
    order = [made.id for made in dossier.commitments]
    assert len({link.later for link in dossier.links}) == len(dossier.links)
    for link in dossier.links:
        assert order.index(link.earlier) < order.index(link.later)
        assert (REAFFIRMS if link.kind == "reaffirms" else REPEATS) <= link.likeness <= 1


def looked_at(monkeypatch: pytest.MonkeyPatch, reports: list[Untyped]) -> list[int]:
    """Return with how many others each commitment is compared."""
    looked: list[int] = []
    real = links._candidates

    def noted(places: Untyped, index: Untyped) -> set[int]:
        found = real(places, index)
        looked.append(len(found))
        return found

    monkeypatch.setattr(links, "_candidates", noted)
    assert len(Dossier(reports).links) < len(reports)
    return looked


def test_what_shares_no_rare_word_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Common phrases do not bring commitments together that are else different."""
    texts = [
        "Both sides will expand cooperation " + " ".join([f"{word}{n}" for word in VOCABULARY])
        for n in range(300)
    ]
    looked = looked_at(monkeypatch, [said("2023", text) for text in texts])
    assert looked == [0] * 300


def test_even_common_words_compare_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """With hardly any other words, each is compared with some others and not with all."""
    monkeypatch.setattr(links, "_MOST_FOR_A_WORD", 5)
    monkeypatch.setattr(links, "_MOST_IN_ALL", 10)
    texts = [f"Both sides will expand cooperation subject{n}." for n in range(300)]
    looked = looked_at(monkeypatch, [said("2023", text) for text in texts])
    assert max(looked) <= 15


def test_thousands_of_the_same_sentence_are_linked_in_a_chain() -> None:
    """A phrase that every report has is no reason to compare all with all."""
    reports = [said("2023", PATROLS) for _ in range(2000)]
    made = Dossier(reports).links
    assert len(made) == 1999
    assert {link.likeness for link in made} == {1.0}


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("They agreed to cooperate.", ["cooperate"]),
        ("Both sides will continue patrols.", ["patrol"]),
        ("We commit to reduce emissions by 30 per cent.", ["reduce", "emission", "30", "cent"]),
        ("", []),
    ],
)
def test_words(text: str, stems: list[str]) -> None:
    """Grammar and promising do not count; numbers do."""
    assert words(text) == stems
