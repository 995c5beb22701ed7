"""Plain values → records, with every fault that stands in the way, each at its path.

Slower than `bilateral.interchange.compiled`, and asked only about what that refuses: documents that
somebody has written or changed by hand, and broken ones.  Both give the same record for whatever is
right.

A faulty part does not hide the faults beside it: what can still be made is made, with a stand-in
for the part, and what the record then says of the stand-in is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from attrs import define, field

from bilateral.errors import Fault, ValidationError, shorten
from bilateral.gazetteer import lookup
from bilateral.interchange import sharing
from bilateral.interchange.compiled import DECIMAL, FORCES, decimal
from bilateral.interchange.shapes import (
    Cited,
    Maybe,
    Object,
    Scalar,
    Several,
    Shape,
    Table,
    record_shape,
)
from bilateral.interchange.sharing import Shared
from bilateral.model import checks
from bilateral.model.assessments import Assessment
from bilateral.model.commitments import Commitment, Force
from bilateral.model.dates import PartialDate
from bilateral.model.domains import Domain
from bilateral.model.issues import Issue
from bilateral.model.parties import Country, Organization
from bilateral.model.partnerships import Partnership, PartnershipLevel
from bilateral.model.people import Leader
from bilateral.model.sources import Section
from bilateral.model.spans import Span

T = TypeVar("T")

_COUNTRY_KEY = re.compile(r"[A-Z]{3}(?:/[0-9]+)?", re.ASCII)


class Doubled(dict[str, object]):
    """An object of a document in which keys stand twice, which a plain dict could not tell.

    Fields:
        doubled: those keys.
    """

    doubled: tuple[str, ...] = ()


class Faulty:
    """Stands for a value that could not be made; every check of a record refuses it."""


FAULTY = Faulty()


@define
class Reader:
    """One document that is being read.

    Fields:
        faults: what was found wrong so far.
        shared: the document's tables; a faulty entry is `FAULTY`.
    """

    faults: list[Fault] = field(factory=list)
    shared: Shared = field(factory=Shared)
    _count: int = 0
    _domains: Mapping[str, Domain] | None = None

    def add(self, path: str, value: object, reason: str) -> Faulty:
        """Add a fault."""
        self.faults.append(Fault(path, value, reason))
        return FAULTY

    # ---- values

    def read(self, shape: Shape, value: object, path: str) -> object:
        """Return what a value stands for, or `FAULTY`."""
        match shape:
            case Scalar():
                return self._scalar(shape, value, path)
            case Cited(table, kind):
                return self._cited(table, kind, value, path)
            case Maybe(inner):
                return None if value is None else self.read(inner, value, path)
            case Several():
                return self._several(shape, value, path)
            case Object():
                return self._object(shape, value, path)

    def _scalar(self, shape: Scalar, value: object, path: str) -> object:
        match shape:
            case Scalar.DATE:
                return self._made(path, value, PartialDate.parse, value)
            case Scalar.DECIMAL:
                if isinstance(value, str) and DECIMAL.fullmatch(value):
                    try:
                        return decimal(value)
                    except ArithmeticError:
                        return self.add(path, value, "must be a number of fewer digits")
                return self.add(path, value, "must be a decimal number as a string, as in '20.5'")
            case Scalar.FORCE:
                if isinstance(value, str) and value in FORCES:
                    return FORCES[value]
                return self.add(path, value, f"must be one of {', '.join(FORCES)}")
            case Scalar.LEVEL:
                return self._made(path, value, PartnershipLevel, value)
            case Scalar.SPAN:
                if type(value) is list and len(value) == 2:
                    places = {"start": f"{path}[0]", "end": f"{path}[1]"}
                    return self._made(places, value, Span, *value)
                return self.add(path, value, "must be [start, end], two offsets into the text")
            case Scalar.TEXT:
                return value if isinstance(value, str) else self._type(path, value, "a string")
            case Scalar.NUMBER:
                return value if type(value) is int else self._type(path, value, "a whole number")
            case Scalar.FLAG:
                return (
                    value if isinstance(value, bool) else self._type(path, value, "true or false")
                )

    def _type(self, path: str, value: object, wanted: str) -> Faulty:
        return self.add(path, value, f"must be {wanted}, not {_told(value)}")

    def _made(
        self, path: str | Mapping[str, str], value: object, make: Callable[..., T], *given: object
    ) -> T | Faulty:
        """Make a value that is written without keys; its fields have no paths of their own."""
        try:
            return make(*given)
        except ValidationError as error:
            for fault in error.faults:
                if isinstance(path, str):
                    self.add(path, value, fault.reason)
                else:
                    self.add(path[fault.path], fault.value, fault.reason)
            return FAULTY

    def _several(self, shape: Several, value: object, path: str) -> object:
        if type(value) is not list:
            return self._type(path, value, "a list")
        made = [self.read(shape.inner, item, f"{path}[{at}]") for at, item in enumerate(value)]
        if shape.collection is None:
            return FAULTY if FAULTY in made else tuple(made)
        kind = shape.collection._KIND  # noqa: SLF001 - the collections' own table
        # In a report, what is wrong with the others must be found out at the right index.
        return shape.collection([self._stand_in(kind) if x is FAULTY else x for x in made])

    def _object(self, shape: Object, value: object, path: str) -> object:
        if not isinstance(value, dict):
            names = ", ".join([field.name for field in shape.fields])
            return self._type(path, value, f"an object with the keys {names}")
        before = len(self.faults)
        self.keys(value, [field.name for field in shape.fields], path)
        given: dict[str, object] = {}
        for each in shape.fields:
            if each.name in value:
                given[each.name] = self.read(each.shape, value[each.name], at(path, each.name))
            elif each.required:
                given[each.name] = self.add(at(path, each.name), None, "is missing")
        made = self.make(shape.kind, given, path)
        return FAULTY if len(self.faults) > before else made

    def make(self, kind: Callable[..., T], given: Mapping[str, object], path: str) -> T | Faulty:
        """Make a record; what it says of a part that is faulty already is left out."""
        try:
            return kind(**given)
        except ValidationError as error:
            for fault in error.faults:
                if given.get(re.split(r"[.\[]", fault.path, maxsplit=1)[0]) is not FAULTY:
                    self.add(at(path, fault.path), fault.value, fault.reason)
            return FAULTY

    def keys(self, value: Mapping[str, object], known: Sequence[str], path: str) -> None:
        """Add a fault for each key that is unknown or stands twice."""
        for key in value:
            if key not in known:
                reason = f"is no key here; the keys are {', '.join(known)}"
                self.add(at(path, key), value[key], reason)
        self.twice(value, path)

    def twice(self, value: Mapping[str, object], path: str) -> None:
        """Add a fault for each key that stands twice."""
        if isinstance(value, Doubled):
            for key in value.doubled:
                reason = "stands twice in one object; keep one of them"
                self.add(at(path, key), value[key], reason)

    # ---- the document's tables

    def tables(self, document: Mapping[str, object]) -> None:
        """Read the tables; a document may leave out what the package's own tables have."""
        parties = self._table(document, Table.PARTIES)
        known: dict[str, object] = {}
        self.shared = Shared(known, {}, {})
        # Countries first: organizations have them as members.
        for key, entry in parties.items():
            if not isinstance(entry, dict):
                known[key] = self._country(key, entry)
        for key, entry in parties.items():
            if isinstance(entry, dict):
                known[key] = self._organization(key, entry)
        domains = self._table(document, Table.DOMAINS)
        sections = self._table(document, Table.SECTIONS)
        shape = record_shape(Section)
        self.shared = Shared(
            known,
            {key: self._domain(key, entry) for key, entry in domains.items()},
            {
                key: self._object(shape, entry, at("sections", key))
                for key, entry in sections.items()
            },
        )

    def _table(self, document: Mapping[str, object], table: Table) -> Mapping[str, object]:
        entries = document.get(table.value, {})
        if not isinstance(entries, dict):
            self._type(table.value, entries, "an object")
            return {}
        self.twice(entries, table.value)
        return entries

    def _country(self, key: str, name: object) -> object:
        path = at("parties", key)
        if not isinstance(name, str):
            wanted = "the name of a country, or an object with the keys code, name, members"
            return self._type(path, name, wanted)
        if _COUNTRY_KEY.fullmatch(key) is None:
            reason = "must stand under an alpha-3 code of ISO 3166-1, or XKX"
            return self.add(path, name, reason)
        return self._made(path, name, sharing.country, key, name)

    def _organization(self, key: str, entry: Mapping[str, object]) -> object:
        path, before = at("parties", key), len(self.faults)
        self.keys(entry, _ORGANIZATION, path)
        given = {name: entry[name] for name in _ORGANIZATION if name in entry}
        for name in _ORGANIZATION:
            if name not in entry:
                given[name] = self.add(at(path, name), None, "is missing")
        if "members" in entry:
            cited = Several(Cited(Table.PARTIES, Country))
            given["members"] = self.read(cited, entry["members"], at(path, "members"))
        made = self.make(Organization, given, path)
        return FAULTY if len(self.faults) > before else made

    def _domain(self, key: str, entry: object) -> object:
        path, before = at("domains", key), len(self.faults)
        if not isinstance(entry, dict):
            return self._type(path, entry, f"an object with the keys {', '.join(_DOMAIN)}")
        self.keys(entry, _DOMAIN, path)
        given: dict[str, object] = {name: entry[name] for name in _DOMAIN if name in entry}
        if "label" not in entry:
            given["label"] = self.add(at(path, "label"), None, "is missing")
        if "cap" in entry:
            given["cap"] = self.read(Several(Scalar.NUMBER), entry["cap"], at(path, "cap"))
        made = self.make(Domain, {"name": key.partition("/")[0], **given}, path)
        return FAULTY if len(self.faults) > before else made

    def _cited(self, table: Table, kind: type | tuple[type, ...], key: object, path: str) -> object:
        if not isinstance(key, str):
            return self._type(path, key, f"a string, a key of the table {table.value}")
        entries = getattr(self.shared, table.value)
        found = entries[key] if key in entries else self._usual(table).get(key, FAULTY)
        if found is FAULTY:
            if key not in entries:
                reason = f"is no key of the document's table {table.value}"
                if table is not Table.SECTIONS:
                    reason += ", nor one of the package's own"
                self.add(path, key, reason)
        elif not isinstance(found, kind):
            assert isinstance(kind, type)
            return self.add(path, key, f"must be the key of {checks.article(kind.__name__)}")
        return found

    def _usual(self, table: Table) -> Mapping[str, object]:
        """Return what keys mean in a document that does not say."""
        if table is Table.PARTIES:
            return lookup.by_party_code()
        if table is Table.DOMAINS:
            if self._domains is None:
                self._domains = {domain.name: domain for domain in Domain.all()}
            return self._domains
        return {}

    def _stand_in(self, kind: type) -> object:
        """Return a record that takes the place of a faulty one, so that the others keep theirs."""
        self._count += 1
        name = f"\x00{self._count}"
        return _STAND_INS[kind](name)


def at(path: str, name: str) -> str:
    """Return the path of a part.

    >>> at("commitments[0]", "text"), at("", "source"), at("sections", "1. Trade")
    ('commitments[0].text', 'source', "sections['1. Trade']")
    """
    if not _PLAIN.fullmatch(name):
        return f"{path}[{shorten(name)}]"
    return f"{path}.{name}" if path else name


def _told(value: object) -> str:
    """Say in the words of JSON what a value is."""
    return "null" if value is None else _CALLED.get(type(value), type(value).__name__)


_PLAIN = re.compile(r"[A-Za-z_][\w.\[\]]*", re.ASCII)
_CALLED: dict[type, str] = {
    str: "a string",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    Doubled: "an object",
}
_ORGANIZATION = ("code", "name", "members")
_DOMAIN = ("label", "covers", "cap")
_SOMEBODY = Country("AF", "AFG", "004", "Afghanistan")
_ANOTHER = Country("AL", "ALB", "008", "Albania")
_STAND_INS: dict[type, Callable[[str], object]] = {
    Assessment: lambda name: Assessment(name, 0),
    Commitment: lambda name: Commitment(name, actors=(_SOMEBODY,), force=Force.PLEDGE, id=name),
    Issue: lambda name: Issue(name, id=name),
    Leader: Leader,
    Partnership: lambda name: Partnership((_SOMEBODY, _ANOTHER), PartnershipLevel(name)),
}
