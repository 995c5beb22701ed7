"""Whom persons serve whose own words name no party."""

from __future__ import annotations

import pytest

import bilateral


def served(text: str) -> dict[str, str | None]:
    """Return the codes of the parties that the persons of a text serve."""
    return {x.name: x.party.code if x.party else None for x in bilateral.read(text).leaders}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Foreign Secretary Luz Paz led the Peruvian delegation.", {"Luz Paz": "PER"}),
        ("The Peruvian side was led by Deputy Minister Luz Paz.", {"Luz Paz": "PER"}),
        ("The Peruvian delegation was headed by Minister Luz Paz.", {"Luz Paz": "PER"}),
        ("Minister Luz Paz, who led Peru's team, spoke.", {"Luz Paz": "PER"}),
        (
            "Peru's Foreign Ministry protested. Ministry spokesman Juan Paz spoke.",
            {"Juan Paz": "PER"},
        ),
        (
            "Peru's defence ministry protested, Luz Paz, the ministry's spokeswoman, said.",
            {"Luz Paz": "PER"},
        ),
        (
            "Peruvian President Juan Paz heads a delegation comprised of Minister Luz Rey and Minister Eva Sol.",
            {"Juan Paz": "PER", "Luz Rey": "PER", "Eva Sol": "PER"},
        ),
        # those who led a team of their own are left as they are
        ("Foreign Secretary Luz Paz led the talks.", {"Luz Paz": None}),
    ],
)
def test_delegations_and_bodies(text: str, parties: dict[str, str | None]) -> None:
    """Who leads a delegation or speaks for a ministry serves its country."""
    assert served(text) == parties


def test_the_party_that_nobody_else_serves() -> None:
    """A text tells of its own prime minister without saying of which country."""
    text = (
        "The Prime Minister, Ola Moe, will host President Luz Paz of Peru. Norway and Peru will sign a"
        " treaty, and Norway hopes for more."
    )
    assert served(text) == {"Ola Moe": "NOR", "Luz Paz": "PER"}


def test_nobody_is_guessed_further_on() -> None:
    """Only the lead introduces its own; a name that comes up later stays open."""
    text = (
        "Peru and Chile met in Lima. They spoke of ports. They spoke of tin. Chile spoke most.\n\n"
        "A book tells of President Ola Moe."
    )
    assert served(text) == {"Ola Moe": None}


def test_the_office_may_come_first() -> None:
    """Two offices with their names behind them are two persons, and titles of the Commonwealth belong to none."""
    text = (
        "At the invitation of the Prime Minister of New Zealand, the Right Hon. R. D. Moe, the Prime"
        " Minister of Australia, the Right Hon. Ann Lee, came to Wellington."
    )
    assert served(text) == {"R. D. Moe": "NZL", "Ann Lee": "AUS"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "LIMA, 3 May (Example News) - Foreign Minister Luz Paz met her Kenyan counterpart.",
            "PER",
        ),
        ("LIMA – Foreign Minister Luz Paz called her Kenyan and Omani counterparts.", "PER"),
        # the capital is that of the counterpart, or no capital
        (
            "NAIROBI, 3 May (Example News) - Foreign Minister Luz Paz met her Kenyan counterpart.",
            None,
        ),
        (
            "CUSCO, 3 May (Example News) - Foreign Minister Luz Paz met her Kenyan counterpart.",
            None,
        ),
    ],
)
def test_a_minister_at_home(text: str, party: str | None) -> None:
    """The dateline tells whose minister it is; that of a counterpart's country she is not."""
    assert served(text) == {"Luz Paz": party}
