"""Parties and policy fields, as the gazetteer lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from bilateral.model.domains import Domain, DomainName
from bilateral.model.parties import Country, Organization, Party, party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")

# Parties are drawn by their codes, because Hypothesis writes what it samples from into its messages, and
# by a lambda, because it writes the words of one: `Country.of("PER")`.


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
    if among is not None:
        return st.sampled_from(_some(map(Country.of, among)))
    codes = [country.code for country in Country.all()]
    return st.sampled_from(codes).map(lambda code: Country.of(code))


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
    if among is not None:
        return st.sampled_from(_some(map(Organization.of, among)))
    codes = [organization.code for organization in Organization.all()]
    codes.sort(key=lambda code: not code.isalpha())  # "3+1" is less plain
    return st.sampled_from(codes).map(lambda code: Organization.of(code))


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
    if among is not None:
        return st.sampled_from(_some(map(party, among)))
    # One choice among all, rather than of a sort first, lets Hypothesis draw several that differ
    # without drawing any in vain.
    codes = [one.code for one in Country.all()] + [one.code for one in Organization.all()]
    return st.sampled_from(codes).map(lambda code: party(code))


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
    return st.sampled_from(every)


def _some(found: Iterable[T]) -> tuple[T, ...]:
    some = tuple(found)
    if not some:
        msg = "among must name at least one"
        raise InvalidArgument(msg)
    return some
