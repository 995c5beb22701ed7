"""Parties and policy fields, as the gazetteer lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis.errors import InvalidArgument

from bilateral.model.domains import Domain, DomainName
from bilateral.model.parties import Country, Organization, Party, party
from bilateral.strategies.words import one_among

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def countries(*, among: Iterable[Country | str] | None = None) -> SearchStrategy[Country]:
    """Draw countries and territories.

    Args:
        among: those to draw from, as `Country` or by name, the plainest first; None for all of ISO
            3166-1 and Kosovo, by alpha-3 code.

    Raises:
        UnknownNameError: no country is called so.
        InvalidArgument: `among` is empty.

    >>> from hypothesis import find
    >>> find(countries(among=["Malaysian", "JP"]), lambda country: True)
    Country('MYS', 'Malaysia')
    """
    return one_among(_some(Country.all() if among is None else map(Country.of, among)))


def organizations(
    *, among: Iterable[Organization | str] | None = None
) -> SearchStrategy[Organization]:
    """Draw international organizations.

    Args:
        among: those to draw from, as `Organization` or by name, the plainest first; None for all of
            the gazetteer.

    Raises:
        UnknownNameError: no organization is called so.
        InvalidArgument: `among` is empty.

    >>> from hypothesis import find
    >>> find(organizations(among=["EU", "NATO"]), lambda body: len(body.members) > 30).code
    'NATO'
    """
    # A code of letters is plainer than "3+1".
    every = sorted(Organization.all(), key=lambda organization: not organization.code.isalpha())
    return one_among(_some(every if among is None else map(Organization.of, among)))


def parties(*, among: Iterable[Party | str] | None = None) -> SearchStrategy[Party]:
    """Draw countries, which are plainer, and organizations.

    Args:
        among: those to draw from, as `Country` or `Organization` or by name, the plainest first;
            None for all.

    Raises:
        UnknownNameError: no country or organization is called so.
        InvalidArgument: `among` is empty.

    >>> from hypothesis import find
    >>> find(parties(among=["Peru", "ASEAN"]), lambda party: party.code != "PER").name
    'Association of Southeast Asian Nations'
    """
    # One choice among all, rather than of a sort first, lets Hypothesis draw several that differ
    # without drawing any in vain.
    every: list[Party] = [*Country.all(), *Organization.all()]
    return one_among(_some(every if among is None else [party(name) for name in among]))


def domains(*, within: Domain | DomainName | str | None = None) -> SearchStrategy[Domain]:
    """Draw policy fields of the codebook, those at the top first.

    Args:
        within: a domain whose children to draw besides itself; None for the whole tree.

    Raises:
        UnknownNameError: no domain of the codebook is called so.

    >>> from hypothesis import find
    >>> find(domains(within="technology"), lambda domain: "." in domain.name)
    Domain('technology.digital')
    """
    every = sorted(Domain.all(), key=lambda domain: "." in domain.name)
    if within is not None:
        top = Domain.of(within)
        every = [domain for domain in every if domain.is_within(top)]
    return one_among(every)


def _some(found: Iterable[T]) -> tuple[T, ...]:
    some = tuple(found)
    if not some:
        msg = "among must name at least one"
        raise InvalidArgument(msg)
    return some
