"""Names of office holders → the parties that they serve."""

from __future__ import annotations

import unicodedata

from bilateral.gazetteer import tables
from bilateral.gazetteer.tables import derived

#: the characters of ASCII that are neither letter nor digit → a space
_MARKS = {code: " " for code in range(128) if not chr(code).isalnum()}


@derived
def by_name() -> dict[str, set[str]]:
    """Return folded part of a name → codes of the parties that holders of that name serve."""
    holders: dict[str, set[str]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            for key in (fold(form), fold(form.split()[-1])):
                holders.setdefault(key, set()).add(row["party"])
    return holders


@derived
def _forms_by_part() -> dict[tuple[str, str], list[tuple[frozenset[str], str, bool]]]:
    """Return (part of a name, office) → the parts of each form that has it, the party, and if it is an end."""
    found: dict[tuple[str, str], list[tuple[frozenset[str], str, bool]]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            words = fold(form).split()
            parts = frozenset(words)
            if len(parts) < len(words):
                # A name with one word twice is fit by that word alone and by no longer name: nobody called
                # "Farhan bin Abdullah" is Abdullah Abdullah.
                parts |= {" ".join(words)}
            for part in dict.fromkeys(words):
                end = part in (words[0], words[-1])
                found.setdefault((part, row["office"]), []).append((parts, row["party"], end))
    return found


def by_office(name: str, office: str) -> set[str]:
    """Return the parties of holders of an office whose name has a form that fits.

    A form fits if it holds all parts of the name or the name holds all of its. A name of one word
    must be the first or the last of a form: "Minister Son" is no Choe Son Hui.

    >>> by_office("Biden", "president")
    {'USA'}
    """
    given = frozenset(fold(name).split())
    return {
        party
        for part in given
        for parts, party, end in _forms_by_part().get((part, office), ())
        if (given <= parts and (end or len(given) > 1)) or parts <= given
    }


def fold(name: str) -> str:
    """Return a name in lower case without accents and marks, as names are compared."""
    if name.isascii():  # nearly always, and then there is nothing to take apart
        return " ".join(name.translate(_MARKS).lower().split())
    decomposed = unicodedata.normalize("NFKD", name)
    kept = [c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c)]
    return " ".join("".join(kept).lower().split())


def offices_of(name: str) -> frozenset[tuple[str, str]]:
    """Return the offices that persons of a full name hold, each with its party.

    >>> ("president", "FRA") in offices_of("Emmanuel Macron")
    True
    """
    return _offices().get(fold(name), frozenset())


@derived
def _offices() -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            found.setdefault(fold(form), set()).add((row["office"], row["party"]))
    return {form: frozenset(offices) for form, offices in found.items()}


@derived
def forms() -> dict[str, set[str]]:
    """Return folded form of a name → the full names that it is a form of."""
    found: dict[str, set[str]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            found.setdefault(fold(form), set()).add(row["name"])
    return found
