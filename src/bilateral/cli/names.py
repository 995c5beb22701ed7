"""The names that options take, checked before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from bilateral import samples
from bilateral.errors import BilateralError, UnknownNameError, ValidationError
from bilateral.model.commitments import Force
from bilateral.model.dates import PartialDate
from bilateral.model.domains import Domain
from bilateral.model.parties import Party, party

if TYPE_CHECKING:
    from collections.abc import Callable

    Context = click.Context
    Option = click.Parameter

T = TypeVar("T")


def _each(find: Callable[[str], T], values: tuple[str, ...]) -> tuple[T, ...]:
    """Look every value up; a wrong one is a usage error with the nearest right ones."""
    try:
        return tuple(dict.fromkeys([find(value) for value in values]))
    except BilateralError as error:
        raise click.BadParameter(str(error)) from error


def _domain(name: str) -> Domain:
    try:
        return Domain.of(name)
    except UnknownNameError as error:
        if error.nearest:
            raise
        tops = tuple([domain.name for domain in Domain.all() if domain.parent is None])
        raise UnknownNameError(kind="domain", name=name, nearest=tops) from error


def _sample(name: str) -> str:
    samples.text(name)
    return name


def domains(_ctx: Context, _option: Option, values: tuple[str, ...]) -> tuple[Domain, ...]:
    """Return the domains of these names."""
    return _each(_domain, values)


def parties(_ctx: Context, _option: Option, values: tuple[str, ...]) -> tuple[Party, ...]:
    """Return the countries and organizations of these names."""
    return _each(party, values)


def forces(_ctx: Context, _option: Option, values: tuple[str, ...]) -> tuple[Force, ...]:
    """Return the forces of these names."""
    return _each(Force.of, values)


def sample_names(_ctx: Context, _option: Option, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of samples as they are."""
    return _each(_sample, values)


def dates(_ctx: Context, _option: Option, value: str | None) -> PartialDate | None:
    """Return a date that is given, as far as it is."""
    if value is None:
        return None
    try:
        return PartialDate.parse(value)
    except ValidationError as error:
        raise click.BadParameter("; ".join([str(fault) for fault in error.faults])) from error
