"""Title and lead → those who meet."""

from __future__ import annotations

import pytest

import bilateral


def present(text: str, title: str | None = None) -> list[str]:
    """Return the codes of those whom "both sides" means in a text."""
    report = bilateral.read(f"{text}\n\nAll sides agreed to open a port.", title=title)
    promises = [c for c in report.commitments if c.text == "All sides agreed to open a port."]
    return [party.code for party in promises[0].actors] if promises else []


@pytest.mark.parametrize(
    ("lead", "codes"),
    [
        ("President Luz Paz of Peru met President Ana Rey of Chile.", ["PER", "CHL"]),
        ("Peru and Chile met in Oslo.", ["PER", "CHL"]),
        ("Peru, Chile and Ghana met in Oslo.", ["PER", "CHL", "GHA"]),
        ("The presidents of Peru and Chile met.", ["PER", "CHL"]),
        ("The leaders of Peru, Chile, and Ghana met in Doha.", ["PER", "CHL", "GHA"]),
        ("Peruvian President Luz Paz spoke with her Chilean counterpart, Ana Rey.", ["PER", "CHL"]),
        ("The European Union and Ghana held a summit.", ["EU", "GHA"]),
        ("The first Peru–Chile summit was held on Friday.", ["PER", "CHL"]),
        pytest.param(
            "In Belgium, Peru and Chile signed a treaty.",
            ["PER", "CHL"],
        ),
        ("At talks in Leuven, Belgium, Peru and Chile signed a treaty.", ["PER", "CHL"]),
        ("Lima and Santiago held talks.", ["PER", "CHL"]),
        (
            "President Luz Paz of Peru is on a visit at the invitation of President Ana Rey of Chile.",
            ["PER", "CHL"],
        ),
        (
            "At talks in Oslo, the President of Peru, Luz Paz, and Chilean President Ana Rey spoke of trade.",
            ["PER", "CHL"],
        ),
        ("The leaders lowered tariffs on goods from Canada, Mexico and China.", []),
        ("Officials from Canada, Mexico and China held talks.", ["CAN", "MEX", "CHN"]),
        (
            "President Luz Paz of Peru called President Ana Rey of Chile to discuss Sudan.",
            ["PER", "CHL"],
        ),
        (
            "President Luz Paz of Peru hosted President Ana Rey of Chile to discuss Sudan.",
            ["PER", "CHL"],
        ),
    ],
)
def test_the_lead_names_them(lead: str, codes: list[str]) -> None:
    """Leaders who meet, or parties that are joined; places where they meet are none."""
    assert present(lead) == codes


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Joint Statement of Peru and Chile", ["PER", "CHL"]),
        ("Peru-Chile Joint Statement", ["PER", "CHL"]),
        ("President Luz Paz of Peru Meets President Ana Rey of Chile", ["PER", "CHL"]),
        ("Joint Statement by Peru and Chile on Sudan", ["PER", "CHL"]),
        ("Joint Statement by Peru and Chile ahead of the Summit in Ghana", ["PER", "CHL"]),
        ("Readout of the Call between Peru and Chile Regarding Ukraine", ["PER", "CHL"]),
    ],
)
@pytest.mark.parametrize("inside", [True, False])
def test_the_title_names_them(title: str, codes: list[str], *, inside: bool) -> None:
    """A title in the text or beside it goes before the lead; what it is about does not count."""
    body = "The talks were friendly."
    found = present(f"{title}\n\n2031-04-05\n\n{body}") if inside else present(body, title)
    assert found == codes


def test_a_title_with_one_party_is_completed_by_the_lead() -> None:
    """Visitor in the title, host in the lead."""
    text = (
        "Visit to Chile\n\n2031-04-05\n\nPresident Luz Paz of Peru met President Ana Rey of Chile."
    )
    assert sorted(present(text)) == ["CHL", "PER"]


def test_an_organization_in_the_title_stands_for_members_in_the_lead() -> None:
    """A grouping whose members are listed is not one more party."""
    text = "Meeting of the G7\n\n2031-04-05\n\nJapan, Canada and Italy met in Oslo."
    assert "G7" not in present(text) or present(text) == ["G7"]


def test_nobody_named() -> None:
    """Without a party there is nobody to promise."""
    assert present("The talks were friendly.") == []


def test_a_body_speaks_for_itself() -> None:
    """Those whom a statement of a grouping tells of later do not make it."""
    text = "We, the ministers of the NB8, met in Tallinn.\n\nKenya seeks membership in the EU and NATO."
    assert present(text, "Joint Statement by the Foreign Ministers of the NB8") == ["NB8"]


def test_the_lead_has_the_whole_list() -> None:
    """A title that says "and others" leaves the list to the lead."""
    title = "Statement of the leaders of Peru, Chile and others"
    lead = "The leaders of Peru, Chile, Ghana, and Kenya met on fisheries."
    assert present(f"{title}\n\n2026-05-19\n\n{lead}") == ["PER", "CHL", "GHA", "KEN"]


@pytest.mark.parametrize(
    "title", ["Third India–Kenya Summit, Oslo, 19 May 2026", "Third India–Kenya Summit, Oslo"]
)
def test_a_title_may_end_in_the_place(title: str) -> None:
    """The capital where they meet is nobody who meets; nor is one that a declaration is called after."""
    assert present("They met.", title) == ["IND", "KEN"]
    assert present("ASEAN met.", "Hanoi Declaration of the ASEAN Leaders") == ["ASEAN"]


def test_the_leaders_of_a_summit_are_its_organizations() -> None:
    """One member's leader alone is told of; "the leaders" are all of them."""
    text = (
        "Prime Minister Luz Paz of Vietnam and leaders of other countries attended the ASEAN Summit. "
        "The leaders agreed to expand trade."
    )
    (made,) = bilateral.read(text).commitments
    assert [party.code for party in made.actors] == ["ASEAN"]


@pytest.mark.parametrize(
    ("lead", "codes"),
    [
        ("The ASEAN leaders adopted a charter, Prime Minister Luz Paz of Vietnam said.", ["ASEAN"]),
        ("ASEAN foreign ministers met in Oslo.", ["ASEAN"]),
        ("In the harbour of Oslo, Peru and Chile met the ASEAN leaders.", ["PER", "CHL"]),
    ],
)
def test_the_leaders_of_an_organization(lead: str, codes: list[str]) -> None:
    """They are one, also where a member's leader is who tells of it."""
    assert present(lead) == codes


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("States pledge support for Ghana", ["PER", "CHL"]),
        ("States send weapons to Ghana", ["PER", "CHL"]),
        ("Peru and Chile pledge more aid to Ghana", ["PER", "CHL"]),
        ("Peru pledges support for Ghana", ["PER", "CHL"]),
        ("Talks on trade with Ghana", ["GHA", "PER", "CHL"]),
    ],
)
def test_who_is_given_something_need_not_be_there(title: str, codes: list[str]) -> None:
    """A title that tells for whom help is names nobody who meets."""
    assert present("The leaders of Peru and Chile met in Oslo.", title) == codes


def test_whom_leaders_discuss_need_not_be_there() -> None:
    """What a meeting is for names others."""
    text = "EU leaders gather\n\nEuropean Union leaders met to discuss President Luz Paz of Peru."
    assert present(text) == ["EU"]
    text = (
        "EU leaders gather\n\nEuropean Union leaders met President Luz Paz of Peru to discuss tea."
    )
    assert present(text) == ["EU", "PER"]
