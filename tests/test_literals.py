"""The names that type checkers know are the names that there are."""

from __future__ import annotations

from typing import get_args

import pytest

from bilateral import Commitments, Domain, Force, Issues, Leaders, Partnerships
from bilateral.model.commitments import ForceName
from bilateral.model.domains import DomainName
from bilateral.query.commitments import CommitmentKey
from bilateral.query.matters import IssueKey
from bilateral.query.relations import LeaderKey, PartnershipKey


def test_domains() -> None:
    """Every domain of the codebook, in its order."""
    assert get_args(DomainName) == tuple([domain.name for domain in Domain.all()])


def test_forces() -> None:
    """Every force."""
    assert get_args(ForceName) == tuple([force.value for force in Force])


@pytest.mark.parametrize(
    ("collection", "names"),
    [
        (Commitments, CommitmentKey),
        (Issues, IssueKey),
        (Leaders, LeaderKey),
        (Partnerships, PartnershipKey),
    ],
)
def test_groups(
    collection: type[Commitments | Issues | Leaders | Partnerships], names: object
) -> None:
    """Every group by name."""
    assert set(get_args(names)) == set(collection._GROUPS)
