"""The typed, immutable sequence under every collection.

A collection is a view: an *origin*, which holds the records and the indexes over them, and the
positions of the records that the view has of it.  A query looks one bucket up and keeps the
positions that are in both, going over the shorter of the two; nothing is indexed twice however long
the chain of queries.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, TypeVar, cast, overload

from attrs.exceptions import FrozenInstanceError

from bilateral.errors import CountError, Fault, UnknownNameError, ValidationError
from bilateral.model import checks
from bilateral.query.origins import Marks, Origin, Positions, T_co

if TYPE_CHECKING:
    from typing import Self, SupportsIndex

#: The names that `group_by` takes, as a `Literal`.
NameT = TypeVar("NameT", bound=str)
KeyT = TypeVar("KeyT", bound=Hashable)


class Records(Sequence[T_co], Generic[T_co, NameT]):
    """An immutable sequence of records of one kind; iterate, index and slice it like a tuple.

    Two collections are equal when they are of one class and hold equal records in the same order.
    Queries return the same class, so they chain.  This is the base of `Commitments`, `Issues`,
    `Leaders` and `Partnerships`; make one of those.

    Raises:
        ValidationError: an item is no such record; the error lists every wrong one by its index.
    """

    __slots__ = ("__weakref__", "_held", "_in_order", "_origin", "_positions")

    _KIND: ClassVar[type]
    #: The documented names of `group_by`: what a record is grouped under.
    _GROUPS: ClassVar[Mapping[str, Marks]]
    #: What the queries look up.
    _INDEXES: ClassVar[Mapping[str, Marks]]

    _origin: Origin[T_co]
    #: Which of the origin's records are here, in the order of this collection; None for all.
    _positions: Positions | None
    #: Whether the positions ascend.
    _in_order: bool
    #: The records themselves; a view gathers them when they are first asked for.
    _held: tuple[T_co, ...] | None

    def __init__(self, records: Iterable[T_co] = ()) -> None:
        if type(records) is list or type(records) is tuple:
            items = tuple(records)
            if set(map(type, items)) <= {self._KIND}:
                self._fill(Origin(items), None, in_order=True)
                return
        self._take(records)

    def _take(self, records: Iterable[T_co]) -> None:
        """Check what is given item by item."""
        name, wanted = type(self).__name__, self._KIND.__name__
        if isinstance(records, (str, bytes)) or not isinstance(records, Iterable):
            fault = Fault("records", records, f"must be an iterable of {wanted}")
            raise ValidationError(name, (fault,))
        items = tuple(records)
        faults: list[Fault] = []
        for index, item in enumerate(items):
            if not isinstance(item, self._KIND):
                checks.kind(faults, f"[{index}]", item, self._KIND, checks.article(wanted))
        if faults:
            raise ValidationError(name, tuple(faults))
        self._fill(Origin(items), None, in_order=True)

    def _fill(self, origin: Origin[T_co], at: Positions | None, *, in_order: bool) -> Self:
        put = object.__setattr__
        put(self, "_origin", origin)
        put(self, "_positions", at)
        put(self, "_in_order", in_order)
        put(self, "_held", origin.items if at is None else None)
        return self

    @classmethod
    def _of(
        cls, origin: Origin[T_co], at: Positions | None = None, *, in_order: bool = True
    ) -> Self:
        """Make a view of records that are known to be right."""
        self = cls.__new__(cls)
        return self._fill(origin, at, in_order=in_order)

    def _view(self, at: Positions, *, in_order: bool | None = None) -> Self:
        """Make a view of other records of this one's origin."""
        return self._of(self._origin, at, in_order=self._in_order if in_order is None else in_order)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError

    def __reduce__(self) -> tuple[object, ...]:
        return self._of, (Origin(self._all, self._origin.sections),)

    # ---- the sequence

    @property
    def _at(self) -> Iterable[int]:
        """The position in the origin of each record here."""
        return range(len(self._origin.items)) if self._positions is None else self._positions

    @property
    def _all(self) -> tuple[T_co, ...]:
        """The records as a tuple."""
        held = self._held
        if held is None:
            items = self._origin.items
            held = tuple([items[position] for position in self._at])
            object.__setattr__(self, "_held", held)
        return held

    def __len__(self) -> int:
        return len(self._origin.items if self._positions is None else self._positions)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._all)

    def __reversed__(self) -> Iterator[T_co]:
        return reversed(self._all)

    def __contains__(self, record: object) -> bool:
        return record in self._all

    @overload
    def __getitem__(self, index: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: SupportsIndex | slice) -> T_co | Self:
        if not isinstance(index, slice):
            return self._all[index]
        ascending = self._in_order and (index.step is None or index.step > 0)
        return self._view(dict.fromkeys(list(self._at)[index]), in_order=ascending)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._all == tuple(other)

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._all))

    def __repr__(self) -> str:
        count = len(self)
        return f"{type(self).__name__}({count} record{'s' if count != 1 else ''})"

    def _repr_html_(self) -> str:
        from bilateral.rendering import notebook

        return notebook.table(self._KIND, self._all)

    # ---- indexes

    def _index(self, name: str) -> dict[Hashable, Positions]:
        """Return the origin's buckets of one index."""
        return self._origin.index(name, self._INDEXES[name])

    def _under(self, name: str, *marks: Hashable) -> Self:
        """Return the records that the index lists under any of `marks`."""
        buckets = self._index(name)
        found = [buckets[mark] for mark in dict.fromkeys(marks) if mark in buckets]
        if len(found) == 1:
            return self._kept(found[0])
        return self._kept(dict.fromkeys(sorted({x for bucket in found for x in bucket})))

    def _kept(self, bucket: Positions) -> Self:
        """Return the records whose positions are in `bucket`, in this collection's order."""
        here = self._positions
        if here is None:
            return self._view(bucket)
        if self._in_order and len(bucket) < len(here):
            return self._view(dict.fromkeys([x for x in bucket if x in here]))
        return self._view(dict.fromkeys([x for x in here if x in bucket]))

    # ---- queries that every collection has

    def where(self, predicate: Callable[[T_co], object]) -> Self:
        """Return the records for which `predicate` is true.

        >>> from bilateral import Commitments
        >>> Commitments().where(lambda commitment: commitment.reaffirmed)
        Commitments(0 records)
        """
        pairs = zip(self._at, self._all, strict=True)
        return self._view(dict.fromkeys([at for at, record in pairs if predicate(record)]))

    def sorted_by(self, key: Callable[[T_co], Any], *, reverse: bool = False) -> Self:
        """Return the records ordered by `key`; those with equal keys keep their order."""
        keys = {at: key(record) for at, record in zip(self._at, self._all, strict=True)}
        return self._view(
            dict.fromkeys(sorted(keys, key=keys.__getitem__, reverse=reverse)), in_order=False
        )

    def first(self) -> T_co | None:
        """Return the first record, or None where there is none."""
        return self._all[0] if self._all else None

    def one(self) -> T_co:
        """Return the only record.

        Raises:
            CountError: there is none, or more than one.
        """
        if len(self) != 1:
            raise CountError(type(self).__name__, len(self))
        return self._all[0]

    @overload
    def group_by(self, key: NameT) -> dict[str, Self]: ...
    @overload
    def group_by(self, key: Callable[[T_co], KeyT]) -> dict[KeyT, Self]: ...
    def group_by(self, key: NameT | Callable[[T_co], KeyT]) -> dict[str, Self] | dict[KeyT, Self]:
        """Sort the records into groups.

        Args:
            key: a function from a record to its one group, or one of the names that the class
                lists. By name, a record with several values stands in several groups, and one with
                none under the empty string: nothing is left out.

        Returns:
            Each group's key, in the order of first appearance, and its records.

        Raises:
            UnknownNameError: the class has no such name.
        """
        groups: dict[Hashable, Positions] = {}
        marks = self._marks(key)
        for position, record in zip(self._at, self._all, strict=True):
            for mark in marks(record):
                groups.setdefault(mark, {})[position] = None
        made = {mark: self._view(at) for mark, at in groups.items()}
        return cast("dict[str, Self] | dict[KeyT, Self]", made)

    @overload
    def count_by(self, key: NameT) -> dict[str, int]: ...
    @overload
    def count_by(self, key: Callable[[T_co], KeyT]) -> dict[KeyT, int]: ...
    def count_by(self, key: NameT | Callable[[T_co], KeyT]) -> dict[str, int] | dict[KeyT, int]:
        """Count the records of each group of `group_by`: most first, equal counts by key."""
        counts: dict[Any, int] = {}
        marks = self._marks(key)
        for record in self._all:
            for mark in marks(record):
                counts[mark] = counts.get(mark, 0) + 1
        try:
            keys = sorted(counts)
        except TypeError:  # a user's keys may have no order of their own
            keys = sorted(counts, key=str)
        return {mark: counts[mark] for mark in sorted(keys, key=lambda mark: -counts[mark])}

    def _marks(self, key: object) -> Marks:
        """Return the groups of a record by a function or by a documented name."""
        if callable(key):
            return lambda record: (key(record),)
        marks = self._GROUPS.get(key) if isinstance(key, str) else None
        if marks is None:
            name = key if isinstance(key, str) else repr(key)
            raise UnknownNameError(kind="key", name=name, nearest=tuple(self._GROUPS))
        return lambda record: dict.fromkeys(marks(record)) or ("",)

    # ---- sets

    def __or__(self, other: Self) -> Self:
        """Return the records of either, each once, in the order of first appearance."""
        if type(other) is not type(self):
            return NotImplemented
        mine, theirs = self._origin, other._origin
        if mine is theirs:
            at = dict.fromkeys([*self._at, *other._at])
            return self._view(mine.distinct(at), in_order=False)
        items = dict.fromkeys((*self._all, *other))
        sections = dict.fromkeys((*mine.sections, *theirs.sections))
        return self._of(Origin(tuple(items), tuple(sections)))

    def __and__(self, other: Self) -> Self:
        """Return the records that are in both, each once."""
        if type(other) is not type(self):
            return NotImplemented
        theirs = set(other)
        pairs = zip(self._at, self._all, strict=True)
        return self._view(self._origin.distinct([at for at, record in pairs if record in theirs]))

    def __sub__(self, other: Self) -> Self:
        """Return the records that `other` does not hold, each once."""
        if type(other) is not type(self):
            return NotImplemented
        theirs = set(other)
        pairs = zip(self._at, self._all, strict=True)
        return self._view(
            self._origin.distinct([at for at, record in pairs if record not in theirs])
        )
