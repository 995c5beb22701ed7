"""What the views of one collection share: the records, and the indexes over them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from bilateral.model.sources import Section

T_co = TypeVar("T_co", covariant=True)

#: From a record to everything under which it is listed.
Marks = Callable[[Any], Iterable[Hashable]]
#: Positions of records in an origin; a dict for its order and its quick `in`.
Positions = dict[int, None]


class Origin(Generic[T_co]):
    """The records from which collections are views.

    Fields:
        items: the records; never changed.
        sections: the outline of the text they stand in, as far as given.
        buckets: for each index that was asked for, the positions under each mark, ascending.
    """

    __slots__ = ("buckets", "items", "sections")

    def __init__(self, items: tuple[T_co, ...], sections: tuple[Section, ...] = ()) -> None:
        self.items = items
        self.sections = sections
        self.buckets: dict[str, dict[Hashable, Positions]] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return Origin, (self.items, self.sections)  # an index is quicker to build than to carry

    def index(self, name: str, marks: Marks) -> dict[Hashable, Positions]:
        """Return the buckets of one index, built when it is first asked for.

        Two threads may both build it; they build the same, and one of the two is kept.
        """
        buckets = self.buckets.get(name)
        if buckets is None:
            buckets = {}
            for position, record in enumerate(self.items):
                for mark in marks(record):
                    buckets.setdefault(mark, {})[position] = None
            self.buckets[name] = buckets
        return buckets

    def distinct(self, positions: Iterable[int]) -> Positions:
        """Return those of `positions` whose records equal none before them."""
        items = self.items
        first: dict[object, int] = {}
        for position in positions:
            first.setdefault(items[position], position)
        return dict.fromkeys(first.values())
