"""A name → a record: countries, organizations, domains, partnership levels."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING, TypeVar

from bilateral.errors import AmbiguousNameError, Fault, UnknownNameError, ValidationError
from bilateral.gazetteer import tables
from bilateral.gazetteer.tables import derived
from bilateral.model.domains import Domain
from bilateral.model.parties import Country, Organization, Party

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")

_MARKS = str.maketrans({"’": "'", "‘": "'", "–": "-", "\u2011": "-", "\u00ad": None})


def fold(name: str) -> str:
    """Return `name` as lookups compare it: no accents, case, dots, or leading "the".

    >>> fold("The  Côte d’Ivoire")
    "cote d'ivoire"
    >>> fold("U.S.A.")
    'usa'
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_MARKS))
    plain = "".join([c for c in decomposed if not unicodedata.combining(c)]).casefold()
    words = plain.replace(".", "").split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def nearest(name: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Return up to `count` of the `known` names that are spelt most like `name`, best first."""
    by_fold: dict[str, str] = {}
    for candidate in known:
        by_fold.setdefault(fold(candidate), candidate)
    # Longer input than any name cannot be a misspelling of one, and would only cost time.
    close = difflib.get_close_matches(fold(name[:80]), by_fold, n=count, cutoff=0.6)
    return tuple([by_fold[key] for key in close])


def _text(name: object) -> str:
    if not isinstance(name, str):
        raise ValidationError("name", (Fault("name", name, "must be a str"),))
    return name


@derived
def countries() -> tuple[Country, ...]:
    """Return every country, by alpha-3 code."""
    made = [
        Country(row["alpha_2"], row["alpha_3"], row["numeric"] or None, row["name"])
        for row in tables.countries()
    ]
    # a lexicon may name a country again, to give it more names
    unique = {country.alpha_3: country for country in made}
    return tuple([unique[code] for code in sorted(unique)])


@derived
def by_code() -> Mapping[str, Country]:
    """Return the countries under their alpha-3 codes."""
    return {country.alpha_3: country for country in countries()}


@derived
def _country_names() -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return folded name → alpha-3 codes, and folded ambiguous name → default code or empty."""
    names: dict[str, list[str]] = {}
    for row in tables.countries():
        known = [row["alpha_3"], row["alpha_2"], row["name"], row["official"]]
        known += tables.items(row["aliases"]) + tables.items(row["demonyms"])
        for name in known:
            codes = names.setdefault(fold(name), [])
            if row["alpha_3"] not in codes:
                codes.append(row["alpha_3"])
    defaults = {}
    for row in tables.ambiguous():
        readings = [code for code in tables.items(row["readings"]) if code != "-"]
        if len(readings) > 1:
            key = fold(row["name"])
            defaults[key] = row["default"]
            if key in names:
                names[key] = readings
    return names, defaults


def country(name: str) -> Country:
    """Find a country; see `Country.of`."""
    key = fold(_text(name))
    names, defaults = _country_names()
    # A code beats every other reading: "MO" is Macao, whatever else is called so.
    code = name.strip().upper()
    if code in by_code():
        return by_code()[code]
    found = names.get(key)
    if found is None:
        known = [row["name"] for row in tables.countries()]
        more = [x for row in tables.countries() for x in tables.items(row["aliases"])]
        raise UnknownNameError("country", name, nearest(name, [*known, *more]))
    if len(found) == 1:
        return by_code()[found[0]]
    if default := defaults.get(key):
        return by_code()[default]
    raise AmbiguousNameError("country", name, tuple([by_code()[code].name for code in found]))


@derived
def organizations() -> tuple[Organization, ...]:
    """Return every organization, by code."""
    made = [
        Organization(
            row["code"],
            row["name"],
            members=tuple([by_code()[code] for code in tables.items(row["members"])]),
        )
        for row in tables.organizations()
    ]
    unique = {organization.code: organization for organization in made}
    return tuple([unique[code] for code in sorted(unique)])


@derived
def organizations_by_code() -> Mapping[str, Organization]:
    """Return the organizations under their codes."""
    return {organization.code: organization for organization in organizations()}


@derived
def _organization_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in tables.organizations():
        for name in (row["code"], row["name"], *tables.items(row["aliases"])):
            names.setdefault(fold(name), row["code"])
    return names


def organization(name: str) -> Organization:
    """Find an organization; see `Organization.of`."""
    code = _organization_names().get(fold(_text(name)))
    if code is None:
        known = [x for row in tables.organizations() for x in (row["code"], row["name"])]
        raise UnknownNameError("organization", name, nearest(name, known))
    return organizations_by_code()[code]


def party(name: str) -> Party:
    """Find a country or an organization; countries are tried first."""
    try:
        return country(name)
    except AmbiguousNameError:
        raise
    except UnknownNameError as missing:
        try:
            return organization(name)
        except UnknownNameError as error:
            close = (*missing.nearest, *error.nearest)[:4]
            raise UnknownNameError("country or organization", name, close) from None


@derived
def by_party_code() -> Mapping[str, Party]:
    """Return every party under its code."""
    return {**by_code(), **organizations_by_code()}


@derived
def domains() -> tuple[Domain, ...]:
    """Return every domain in the codebook's order."""
    return tuple(
        [
            Domain(
                row["name"],
                label=row["label"],
                covers=row["covers"],
                cap=tuple([int(number) for number in tables.items(row["cap"])]),
            )
            for row in tables.domains()
        ]
    )


@derived
def _domains_by_name() -> Mapping[str, Domain]:
    return {domain.name: domain for domain in domains()}


def domain(name: str) -> Domain:
    """Find a domain; see `Domain.of`."""
    found = _domains_by_name().get(_text(name).strip().lower())
    if found is None:
        known = [d.name for d in domains()]
        leaves = {d.name.rpartition(".")[2]: d.name for d in domains()}
        close = nearest(name, known)
        tail = fold(name).rpartition(".")[2]
        hits = nearest(tail, leaves)
        merged = dict.fromkeys([*(leaves[hit] for hit in hits), *close])
        raise UnknownNameError("domain", name, tuple(merged)[:3])
    return found


@derived
def _ranks() -> Mapping[str, int]:
    ranks = {}
    for row in tables.levels():
        for label in (row["label"], *tables.items(row["variants"])):
            ranks[fold(label)] = int(row["rank"])
    return ranks


def level_rank(label: str) -> int | None:
    """Return the place of a partnership label on the ladder, or None."""
    return _ranks().get(fold(label))
