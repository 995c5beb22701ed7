"""What changed between two reports, or two dossiers, field by field."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Literal, cast

from attrs import Attribute, AttrsInstance, fields, frozen, has

from bilateral.dossier.dossier import Dossier
from bilateral.dossier.names import form
from bilateral.errors import Fault, ValidationError, shorten
from bilateral.gazetteer.lookup import fold
from bilateral.model.assessments import Assessment
from bilateral.model.commitments import Commitment
from bilateral.model.issues import Issue
from bilateral.model.parties import codes
from bilateral.model.partnerships import Partnership
from bilateral.model.people import Leader
from bilateral.model.sources import Section, Source
from bilateral.query.records import Records
from bilateral.query.relations import usual_label
from bilateral.query.reports import Report


@frozen
class Change:
    """One thing that differs.

    Fields:
        verdict: ``"added"``, ``"removed"``, ``"changed"``, or ``"moved"`` where records stand in
            another order.
        path: what it is, dotted: ``"commitments[c-15f4e034e917d6c0].force"``.
        old: the value before, None where it was added.
        new: the value now, None where it was removed.

    >>> print(Change("changed", "source.title", "Readout", "Joint Statement"))
    source.title: 'Readout' → 'Joint Statement'
    """

    verdict: Literal["added", "removed", "changed", "moved"]
    path: str
    old: object
    new: object

    def __str__(self) -> str:
        if self.verdict == "changed":
            return f"{self.path}: {shorten(self.old)} → {shorten(self.new)}"
        told = f": {shorten(str(self.new if self.old is None else self.old))}"
        return f"{self.path} {self.verdict}{'' if self.verdict == 'moved' else told}"


def diff(old: object, new: object) -> tuple[Change, ...]:
    """Return what changed from one record to another of its class; nothing where they are equal.

    Commitments and issues belong together by their id, else by their words; leaders by name,
    partnerships by their parties, reports by their text, else by their address or title.  Of two
    dossiers, the merged leaders and partnerships are compared besides the reports.

    Args:
        old: a `Report`, a `Dossier`, a collection or another record.
        new: one of the same class.

    Raises:
        ValidationError: the two are not of one class, or of one that cannot be compared.

    >>> import bilateral
    >>> old = bilateral.read("Japan intends to train engineers.")
    >>> new = bilateral.read("Japan agreed to train engineers.")
    >>> for change in diff(old, new):
    ...     print(change.verdict, change.path.partition("[")[0])
    changed source.text
    removed commitments
    added commitments
    """
    if type(old) is not type(new) or not (has(type(old)) or isinstance(old, Records)):
        reason = f"must be a record or a collection of the class of old, {type(old).__name__}"
        raise ValidationError("diff", (Fault("new", new, reason),))
    return tuple(_compared("", old, new))


def _compared(path: str, old: object, new: object) -> Iterator[Change]:
    if isinstance(old, Records) and isinstance(new, Records):
        yield from _sequence(path, tuple(old), tuple(new))
        return
    for each in fields(cast("type[AttrsInstance]", type(old))):
        if each.eq:
            before, after = getattr(old, each.name), getattr(new, each.name)
            yield from _field(f"{path}.{each.name}" if path else each.name, each, before, after)
    if isinstance(old, Dossier):
        for name in ("leaders", "partnerships"):
            yield from _sequence(name, tuple(getattr(old, name)), tuple(getattr(new, name)))


#: Fields that are compared by what is in them.
_OPENED = (Report, Source)
_LISTED = (Report, Section)


def _field(path: str, field: Attribute[Any], old: object, new: object) -> Iterator[Change]:
    if isinstance(old, Records) and isinstance(new, Records):
        yield from _sequence(path, tuple(old), tuple(new))
    elif _is_listed(old) or _is_listed(new):
        yield from _sequence(path, cast("tuple[object, ...]", old), cast("tuple[object, ...]", new))
    elif _key(field, old) == _key(field, new):
        return
    elif path == "meeting" or path.endswith("].meeting"):
        yield from _optional(path, old, new)
    elif isinstance(old, _OPENED):
        yield from _compared(path, old, new)
    else:
        yield Change("changed", path, old, new)


def _optional(path: str, old: object, new: object) -> Iterator[Change]:
    if old is None or new is None:
        yield Change("added" if old is None else "removed", path, old, new)
    else:
        yield from _compared(path, old, new)


def _is_listed(value: object) -> bool:
    """Say whether a value is a tuple of what is compared one by one."""
    return isinstance(value, tuple) and any(isinstance(item, _LISTED) for item in value)


def _key(field: Attribute[Any], value: object) -> object:
    """Return by what two values of a field are equal."""
    key: Callable[[object], object] | None = getattr(field, "eq_key", None)
    return value if key is None else key(value)


def _sequence(path: str, old: Sequence[object], new: Sequence[object]) -> Iterator[Change]:
    pairs = _paired(old, new)
    left = set(range(len(old))) - {before for before, _ in pairs}
    for before in sorted(left):
        yield Change("removed", f"{path}[{_label(old[before])}]", old[before], None)
    last = -1
    moved = False
    by_new = {after: before for before, after in pairs}
    for after, record in enumerate(new):
        if after not in by_new:
            yield Change("added", f"{path}[{_label(record)}]", None, record)
            continue
        before = by_new[after]
        if old[before] != record:
            yield from _compared(f"{path}[{_label(old[before])}]", old[before], record)
        moved = moved or before < last
        last = before
    if moved:
        yield Change("moved", path, old, new)


def _paired(old: Sequence[object], new: Sequence[object]) -> list[tuple[int, int]]:
    """Return which record of `old` belongs to which of `new`: equal ones first, then by key."""
    pairs: list[tuple[int, int]] = []
    here, there = dict.fromkeys(range(len(old))), dict.fromkeys(range(len(new)))
    for step in range(_STEPS):
        waiting: dict[Hashable, list[int]] = {}
        for before in reversed(here):
            waiting.setdefault(_keys(old[before])[step], []).append(before)
        for after in list(there):
            key = _keys(new[after])[step]
            if key is not None and waiting.get(key):
                before = waiting[key].pop()
                pairs.append((before, after))
                del here[before], there[after]
    return pairs


#: How many keys each kind of record has; one that is None pairs nothing.
_STEPS = 4


def _keys(record: object) -> tuple[Hashable, ...]:
    keys = next(make(record) for kind, make in _KEYS.items() if isinstance(record, kind))
    return record, *keys, *[None] * (_STEPS - 1 - len(keys))


_KEYS: dict[type, Callable[[Any], tuple[Hashable, ...]]] = {
    Commitment: lambda x: (x.id, (fold(x.text), codes(x.actors)), fold(x.text)),
    Issue: lambda x: (x.id, fold(x.name)),
    Leader: lambda x: (
        (form(x.name), x.party and x.party.code, x.office),
        (form(x.name), x.party and x.party.code),
        form(x.name),
    ),
    Partnership: lambda x: (
        (codes(x.parties), usual_label(x.level.label)),
        codes(x.parties),
    ),
    Assessment: lambda x: (
        (x.commitment_id, x.party and x.party.code, x.assessor, x.date),
        (x.commitment_id, x.party and x.party.code, x.assessor),
    ),
    Report: lambda x: (
        x.source.sha256,
        x.source.url,
        x.source.title and (x.source.title, x.source.date),
    ),
    Section: lambda x: ((x.path, x.number), x.path),
}


def _label(record: object) -> str:
    """Return what a record is called in a path."""
    if isinstance(record, (Commitment, Issue)):
        return record.id
    if isinstance(record, Partnership):
        return "–".join(sorted(codes(record.parties)))
    if isinstance(record, Assessment):
        return record.commitment_id
    if isinstance(record, Report):
        return record.source.title or record.source.sha256[:12]
    return str(record.name if isinstance(record, Leader) else record)
