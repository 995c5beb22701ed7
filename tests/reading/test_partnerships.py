"""Relationships whose status a text names."""

from __future__ import annotations

import pytest
from tests.reading.reports import LEAD

import bilateral


def bonds(words: str) -> list[str]:
    """Return parties, level and year of each partnership of `words` behind the lead."""
    return [
        f"{'+'.join(sorted(p.code for p in x.parties))} {x.level}{f' {x.since}' if x.since else ''}"
        for x in bilateral.read(f"{LEAD}\n\n{words}").partnerships
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya and Norway have a strategic partnership.", ["KEN+NOR strategic partnership"]),
        (
            "The strategic partnership between Kenya and Norway is old.",
            ["KEN+NOR strategic partnership"],
        ),
        ("The two sides praised their strategic partnership.", ["KEN+NOR strategic partnership"]),
        (
            "They spoke of the Kenya–Norway strategic partnership.",
            ["KEN+NOR strategic partnership"],
        ),
        (
            "They spoke of the Kenya-Norway Strategic Partnership.",
            ["KEN+NOR strategic partnership"],
        ),
        ("Norway has a strategic partnership with Ghana.", ["GHA+NOR strategic partnership"]),
        ("Norway's strategic partnership with Ghana is old.", ["GHA+NOR strategic partnership"]),
        pytest.param(
            "Norway has a strategic partnership with Ghana, Togo and Benin.",
            ["BEN+GHA+NOR+TGO strategic partnership"],
        ),
        (
            "Peru and Chile have a comprehensive strategic partnership.",
            ["CHL+PER comprehensive strategic partnership"],
        ),
        (
            "They praised their “comprehensive strategic partnership.”",
            ["KEN+NOR comprehensive strategic partnership"],
        ),
        (
            "They praised their comprehensive strategic\npartnership there.",
            ["KEN+NOR comprehensive strategic partnership"],
        ),
        (
            "They praised their strategic partnership and their security partnership.",
            ["KEN+NOR security partnership", "KEN+NOR strategic partnership"],
        ),
    ],
)
def test_parties_and_level(words: str, found: list[str]) -> None:
    """Between whom it is: named before the label, behind it, around it, or all who meet."""
    assert sorted(bonds(words)) == sorted(found)


@pytest.mark.parametrize(
    "words",
    [
        "Kenya and Norway have warm bilateral relations.",
        "Kenya and Norway praised their enduring partnership.",
        "Kenya and Norway praised their cooperation.",
        "The Strategic Partnership Forum met.",
        "They signed the strategic partnership agreement.",
        "A public-private partnership built the port.",
        "Norway has a strategic partner in the north.",
        "Kenya and Norway discussed Kenya's candidacy for a strategic partnership.",
        "Norway backed Kenya's bid for a dialogue partnership with ASEAN.",
    ],
)
def test_what_is_no_status(words: str) -> None:
    """Ties, cooperation and titles of bodies are no named level."""
    assert bonds(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya and Norway formed a strategic partnership in 2019.", "2019"),
        ("In 2019, Kenya and Norway elevated ties to a strategic partnership.", "2019"),
        ("Their strategic partnership was established in May 2019.", "2019"),
        ("They have had a strategic partnership since 2019.", "2019"),
        ("They praised their strategic partnership.", None),
        ("They will build a port under their strategic partnership by the end of 2031.", None),
    ],
)
def test_since(words: str, found: str | None) -> None:
    """The year in which the text says that it was established or raised."""
    report = bilateral.read(f"{LEAD}\n\n{words}")
    since = report.partnerships.one().since
    assert (None if since is None else str(since)) == found


def test_a_level_that_was_left_is_history() -> None:
    """“from a … to a …” gives the level reached, and the earlier one."""
    words = "Kenya and Norway raised their ties from a comprehensive partnership to a strategic partnership in 2019."
    found = bilateral.read(f"{LEAD}\n\n{words}").partnerships.one()
    assert str(found.level) == "strategic partnership"
    assert [str(stone.level) for stone in found.history] == ["comprehensive partnership"]
    assert str(found.since) == "2019"


def test_each_set_of_parties_and_level_comes_once() -> None:
    """The first place that names it, with the year from wherever it is told."""
    text = f"{LEAD}\n\nThey praised their strategic partnership. It grew. Kenya and Norway formed the strategic partnership in 2019."
    found = bilateral.read(text).partnerships.one()
    assert str(found.since) == "2019"
    assert found.span is not None
    assert found.span.start == text.index("strategic partnership")


def test_a_short_form_is_no_second_partnership() -> None:
    """“the strategic partnership” of those whose comprehensive one is named is the same."""
    words = (
        "They praised their comprehensive strategic partnership. The strategic partnership grew."
    )
    assert bonds(words) == ["KEN+NOR comprehensive strategic partnership"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("They praised the Norway-Ghana alliance.", ["GHA+NOR alliance"]),
        ("They praised the alliance between Norway and Ghana.", ["GHA+NOR alliance"]),
        ("“Our alliance is strong,” they said.", ["KEN+NOR alliance"]),
        ("Ghana, a key Norwegian ally, sent help.", ["GHA+NOR alliance"]),
        pytest.param(
            "Ghana is an ally of Norway.",
            ["GHA+NOR alliance"],
        ),
        ("The Alliance for Clean Seas met.", []),
        ("The alliance of farmers met.", []),
        ("Norway thanked its allies.", []),
    ],
)
def test_alliances(words: str, found: list[str]) -> None:
    """An alliance counts where its parties are named or "our"; an ally makes one."""
    assert [" ".join(bond.split(" ")) for bond in bonds(words)] == found


def test_the_title_counts() -> None:
    """A partnership that only the title names is found there."""
    text = "Joint Statement on the Strategic Partnership between Peru and Chile\n\n2031-04-05\n\nThey met."
    found = bilateral.read(text).partnerships.one()
    assert sorted(p.code for p in found.parties) == ["CHL", "PER"]


def test_the_trace() -> None:
    """The label is the cue; the evidence tells why these parties."""
    report = bilateral.read(f"{LEAD}\n\nThe two sides praised their strategic partnership.")
    told = report.explain(report.partnerships.one())
    assert told.rule == "partnership.status"
    assert told.cue == "strategic partnership"
    assert {ground.field for ground in told.evidence} == {"parties", "level"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "As strategic partners, the two sides will build a port.",
            ["KEN+NOR strategic partnership"],
        ),
        ("Ghana is Norway's strategic partner.", ["GHA+NOR strategic partnership"]),
        (
            "Ghana is a comprehensive strategic partner of Norway.",
            ["GHA+NOR comprehensive strategic partnership"],
        ),
        ("Ghana is a major non-NATO ally of Norway.", ["GHA+NOR alliance"]),
        ("Norway works with strategic partners.", []),
        ("They praised the transatlantic alliance.", []),
    ],
)
def test_partners(words: str, found: list[str]) -> None:
    """A strategic partner is one half of a strategic partnership, where the other is told."""
    assert bonds(words) == found


def test_a_treaty_by_name_is_no_relationship() -> None:
    """The name of an organization or treaty may end in "Partnership"."""
    text = (
        "Peru and Chile will join the Regional Comprehensive Economic Partnership (RCEP) in 2019."
    )
    assert not bilateral.read(text).partnerships
