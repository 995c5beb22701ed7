"""To whom something is promised."""

from __future__ import annotations

import pytest
from tests.reading.reports import LEAD

import bilateral


def receivers(words: str) -> list[str]:
    """Return the codes of the addressees of the one commitment in `words`."""
    (commitment,) = bilateral.read(f"{LEAD}\n\n{words}").commitments
    return [party.code for party in commitment.addressees]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Norway will give Kenya 20 boats.", ["KEN"]),
        ("Norway will provide Kenya with 20 boats.", ["KEN"]),
        ("Norway will train Kenyan nurses.", ["KEN"]),
        ("Norway pledged to lend Kenya $20 million.", ["KEN"]),
        ("Norway will send 20 boats to Kenya.", ["KEN"]),
        ("Norway will donate 20 boats to Kenya.", ["KEN"]),
        ("Norway will increase its aid to Kenya.", ["KEN"]),
        ("Norway pledged $20 million in support for Ukraine.", ["UKR"]),
        ("Norway will share intelligence with Kenya.", ["KEN"]),
        ("Norway reaffirmed its support for Ukraine.", ["UKR"]),
        ("Norway promised Kenya to open a school.", ["KEN"]),
        ("Norway will open a school in Kenya.", []),
        ("Norway will trade with Kenya.", []),
        ("Norway will sail ships to Kenya.", []),
        ("Norway will provide 20 boats.", []),
        ("Norway and Kenya will share data with each other.", []),
        ("Norway will send experts, and praised Kenya.", []),
        ("Norway will give ASEAN 20 boats.", []),
    ],
)
def test_promises(words: str, codes: list[str]) -> None:
    """A country that receives is an addressee; a place or a partner is none."""
    assert receivers(words) == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Norway urged Kenya to act.", ["KEN"]),
        ("Norway called on the European Union to act.", ["EU"]),
        ("Norway and Kenya called on all parties to act.", []),
    ],
)
def test_requests(words: str, codes: list[str]) -> None:
    """Who is asked is the addressee, organizations too."""
    assert receivers(words) == codes


def test_an_actor_is_never_its_own_addressee() -> None:
    """Actors and addressees are apart."""
    (commitment,) = bilateral.read("Peru and Chile agreed to send aid to Peru.").commitments
    assert [party.code for party in commitment.addressees] == []
