"""Names of office holders → the parties that they serve."""

from __future__ import annotations

import unicodedata
from functools import cache

from bilateral.gazetteer import tables


@cache
def by_name() -> dict[str, set[str]]:
    """Return folded part of a name → codes of the parties that holders of that name serve."""
    holders: dict[str, set[str]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            for key in (fold(form), fold(form.split()[-1])):
                holders.setdefault(key, set()).add(row["party"])
    return holders


@cache
def by_name_and_office() -> dict[tuple[str, str], set[str]]:
    """Return (folded part of a name, office) → codes of the parties."""
    holders: dict[tuple[str, str], set[str]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            for part in (form, *form.split()):
                holders.setdefault((fold(part), row["office"]), set()).add(row["party"])
    return holders


def fold(name: str) -> str:
    """Return a name in lower case without accents and marks, as names are compared."""
    decomposed = unicodedata.normalize("NFKD", name)
    kept = [c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c)]
    return " ".join("".join(kept).lower().split())


@cache
def forms() -> dict[str, set[str]]:
    """Return folded form of a name → the full names that it is a form of."""
    found: dict[str, set[str]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            found.setdefault(fold(form), set()).add(row["name"])
    return found
