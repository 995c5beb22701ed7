"""A table of records as plain values in columns, which each format of tables only has to map."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from bilateral.interchange.migrations import VERSION

if TYPE_CHECKING:
    from bilateral.interchange.columns import Collection


@frozen
class Rows:
    """A table: columns of values, and what codes mean in it.

    Fields:
        collection: the collection whose records the rows are.
        cells: name of a column → its values, one for each row.
        tables: the tables of parties and domains that a document has, for formats that can carry
            them; empty for those that cannot.
    """

    collection: type[Collection]
    cells: dict[str, list[Any]]
    tables: dict[str, Any] = field(factory=dict)

    def carried(self) -> str:
        """Return the tables as JSON, for formats that can carry a text beside the rows."""
        return json.dumps({"version": VERSION, **self.tables})


def carried(text: object) -> dict[str, Any]:
    """Return tables that were carried beside rows; none where there are none, or no such ones."""
    try:
        tables = json.loads(text) if isinstance(text, (str, bytes)) else {}
    except ValueError:
        return {}
    if not isinstance(tables, dict) or tables.get("version") != VERSION:
        return {}
    return {name: tables[name] for name in ("parties", "domains") if name in tables}
