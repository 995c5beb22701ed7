"""Keeps the list of what was promised and is due."""

from treaty_desk.ledger import Entry, agenda, entries, kept
from treaty_desk.rows import from_row, to_row

__all__ = ["Entry", "agenda", "entries", "from_row", "kept", "to_row"]
