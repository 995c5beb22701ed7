"""What all queries of an archive have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from attrs import evolve, frozen
from sqlalchemy import ColumnElement, Select, Table, and_, func, or_, select, tuple_

from bilateral.archive import tables
from bilateral.archive.rows import words
from bilateral.errors import CountError, UnknownNameError
from bilateral.interchange.documents import from_document
from bilateral.interchange.json import loads, parse
from bilateral.interchange.migrations import VERSION
from bilateral.query.records import Records
from bilateral.query.reports import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Self

    from sqlalchemy import Connection

    from bilateral.archive.engine import Database

T_co = TypeVar("T_co", covariant=True)
AllT = TypeVar("AllT", bound=Records[Any, Any])

#: How many reports are in memory at a time.
_BATCH = 64

_R = tables.REPORT.c
#: As in a dossier: by date, the less precise first, undated ones last.
ORDER = (_R.date_first.is_(None), _R.date_first, _R.date, func.coalesce(_R.title, ""), _R.sha256)

#: Where the groups of `count_by` stand: a table, a column of it, and which of its rows count.
Mark = tuple[Table, ColumnElement[Any], ColumnElement[bool]]


@frozen(repr=False, eq=False)
class Stored(Generic[T_co, AllT]):
    """Records in an archive, as a question that is asked when the answer is wanted.

    Every query returns the same class, so that queries chain.  Iterate to get the records one by
    one, in the order of a dossier's; `all` returns them as the collection that a report has.
    """

    _database: Database
    _conditions: tuple[ColumnElement[bool], ...] = ()

    _TABLE: ClassVar[Table]
    _COLLECTION: ClassVar[type[Any]]
    _GROUPS: ClassVar[Mapping[str, Mark]]

    # ---- answers

    def __iter__(self) -> Iterator[T_co]:
        with self._database.reading() as connection:
            yield from self._records(connection, self._chosen().order_by(*ORDER, self._position))

    def __len__(self) -> int:
        with self._database.reading() as connection:
            count = select(func.count()).select_from(self._chosen().subquery())
            return connection.execute(count).scalar_one()

    def __bool__(self) -> bool:
        with self._database.reading() as connection:
            return connection.execute(self._chosen().limit(1)).first() is not None

    def all(self) -> AllT:
        """Return the records in memory, as the collection that answers the same queries."""
        return cast("AllT", self._COLLECTION(list(iter(self))))  # a list would ask for the length

    def first(self) -> T_co | None:
        """Return the first record, or None where there is none."""
        with self._database.reading() as connection:
            chosen = self._chosen().order_by(*ORDER, self._position).limit(1)
            return next(self._records(connection, chosen), None)

    def one(self) -> T_co:
        """Return the only record.

        Raises:
            CountError: there is none, or more than one.
        """
        if (count := len(self)) != 1:
            raise CountError(self._COLLECTION.__name__, count)
        return next(iter(self))

    def count_by(self, key: str) -> dict[str, int]:
        """Count the records of each group, as `count_by` of the collection does.

        Args:
            key: one of the names that the collection lists.

        Raises:
            UnknownNameError: it has no such name.
        """
        if key not in self._GROUPS:
            raise UnknownNameError("key", key, tuple(self._GROUPS))
        table, column, counts = self._GROUPS[key]
        chosen = self._chosen().subquery()
        keys = chosen.c.report_id, chosen.c.position
        place = chosen.c.section if table is tables.SECTION else chosen.c.position
        on = and_(table.c.report_id == chosen.c.report_id, table.c.position == place, counts)
        mark = func.coalesce(column, "")
        marked = select(*keys, mark.label("mark")).distinct().outerjoin_from(chosen, table, on)
        each = marked.subquery()
        counted = select(each.c.mark, func.count()).group_by(each.c.mark)
        with self._database.reading() as connection:
            rows = connection.execute(counted).all()
        return dict(sorted([(mark, n) for mark, n in rows], key=lambda x: (-x[1], x[0])))

    def __repr__(self) -> str:
        count = len(self)
        return f"{type(self).__name__}({count} record{'s' if count != 1 else ''})"

    # ---- how they are asked

    @property
    def _position(self) -> ColumnElement[int]:
        return cast("ColumnElement[int]", self._TABLE.c.position)

    def _where(self, condition: ColumnElement[bool]) -> Self:
        return evolve(self, conditions=(*self._conditions, condition))

    def _among(self, chosen: Select[Any]) -> Self:
        """Return the records whose report and position are among those chosen."""
        return self._where(tuple_(self._TABLE.c.report_id, self._position).in_(chosen))

    def _chosen(self) -> Select[Any]:
        more = [self._TABLE.c.section] if "section" in self._TABLE.c else []
        return (
            select(self._TABLE.c.report_id, self._TABLE.c.position, *more)
            .join_from(self._TABLE, tables.REPORT)
            .where(*self._conditions)
        )

    def _by_code(self, table: Table, code: str, *more: ColumnElement[bool], members: bool) -> Self:
        """Return the records that have a party, or, with `members`, an organization of it."""
        code = words(code)
        known: ColumnElement[bool] = table.c.code == code
        if members:
            of = tables.MEMBERSHIP.c
            within = select(of.organization).where(of.country == code)
            known = or_(known, table.c.organization.in_(within))
        return self._among(select(table.c.report_id, table.c.position).where(known, *more))

    def _values(self, column: ColumnElement[Any]) -> list[str]:
        """Return the values of a column anywhere in the archive, sorted."""
        with self._database.reading() as connection:
            found = select(column).where(column.is_not(None)).distinct().order_by(column)
            return list(connection.execute(found).scalars())

    def _records(self, connection: Connection, chosen: Select[Any]) -> Iterator[T_co]:
        """Yield the records at places that are sorted by report."""
        at: dict[int, list[int]] = {}
        for report_id, position, *_ in connection.execute(chosen):
            at.setdefault(report_id, []).append(position)
        ids = list(at)
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            wanted = select(_R.id, _R.document).where(_R.id.in_(batch))
            documents = {key: document for key, document in connection.execute(wanted)}
            for key in batch:
                yield from records_in(documents[key], self._COLLECTION, at[key])


def records_in(document: str, kind: type[Any], at: Sequence[int]) -> Sequence[Any]:
    """Return some records of a report, without making the others.

    Args:
        document: the report.
        kind: the collection in which they stand.
        at: their positions there.
    """
    plain: Any = parse(document)
    field = kind.__name__.lower()
    if plain["version"] != VERSION:  # only a whole document can be brought to the newest form
        held = getattr(loads(document, Report), field)
        return [held[position] for position in at]
    held = plain["value"][field]
    values = [held[position] for position in at]
    part = {**plain, **_cited(plain, values), "type": kind.__name__, "value": values}
    return cast("Sequence[Any]", from_document(part, kind))


def _cited(document: Mapping[str, Any], values: object) -> dict[str, dict[str, Any]]:
    """Return those entries of a document's tables that some values cite: to make all takes longer."""
    keys: set[str] = set()
    _gather(values, keys)
    for key in keys & document["parties"].keys():
        _gather(document["parties"][key], keys)  # an organization's members
    return {
        name: {key: entry for key, entry in document[name].items() if key in keys}
        for name in ("parties", "domains", "sections")
    }


def _gather(value: object, found: set[str]) -> None:
    """Add every text in plain values."""
    if isinstance(value, str):
        found.add(value)
    elif isinstance(value, dict):
        for each in value.values():
            _gather(each, found)
    elif isinstance(value, list):
        for each in value:
            _gather(each, found)
