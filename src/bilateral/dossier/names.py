"""When two names can be names of one person: order, initials, accents, honorifics, parts left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.gazetteer import holders, tables
from bilateral.gazetteer.tables import derived

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A name as names are compared: its words in lower case without accents, in the order of letters.
Form = tuple[str, ...]

#: Ways to write one word.
_SAME = {"junior": "jr", "senior": "sr"}


def form(name: str) -> Form:
    """Return a name as names are compared; the order of its words does not count.

    >>> form("Dr. Erdoğan, Recep Tayyip")
    ('erdogan', 'recep', 'tayyip')
    """
    given = name.split()
    while len(given) > 1 and given[-1] in _decorations():
        given.pop()
    words = holders.fold(" ".join(given)).split()
    while (length := _honorific(words)) and length < len(words):
        words = words[length:]
    return tuple(sorted([_SAME.get(word, word) for word in words]))


def usual(name: str, codes: Iterable[str]) -> str:
    """Return the name under which the table of office holders has a person, or the name itself.

    Args:
        name: any form of the name.
        codes: the codes of the parties served, as far as known; a holder of the name who serves
            another is somebody else.

    >>> usual("Joseph R. Biden, Jr.", ["USA"])
    'Joe Biden'
    """
    known = holders.forms().get(holders.fold(name), set())
    served, given = parties_of(), set(codes)
    fitting = sorted([full for full in known if not given or given & served[full]])
    return fitting[0] if len(fitting) == 1 else name


@derived
def parties_of() -> dict[str, set[str]]:
    """Return full name in the table of office holders → codes of all parties served."""
    found: dict[str, set[str]] = {}
    for row in tables.people():
        found.setdefault(row["name"], set()).add(row["party"])
    return found


def telling(name: Form) -> list[str]:
    """Return the words of a name that can show whose it is: no initials and no particles.

    >>> telling(form("J. van der Bellen"))
    ['bellen']
    """
    return [word for word in name if len(word) > 1 and word not in _particles()]


def is_part(short: Form, long: Form) -> bool:
    """Say whether a name is another with words left out or cut to initials.

    >>> is_part(form("J. Biden"), form("Joseph R. Biden, Jr."))
    True
    >>> is_part(form("George Bush"), form("George W. Bush"))
    True
    >>> is_part(form("George W. Bush"), form("George H. W. Bush"))
    False
    """
    if short == long or len(short) > len(long) or not telling(short):
        return False
    left = list(long)
    # Whole words first, or an initial could take a word that another needs.
    initials = 0
    for word in sorted(short, key=len, reverse=True):
        fits = [other for other in left if other == word] or [
            other for other in left if len(word) == 1 and other.startswith(word)
        ]
        if not fits:
            return False
        left.remove(min(fits, key=len))
        initials += min(fits, key=len) == word and len(word) == 1
    # Who gives one initial of several gives them all: George W. Bush is not George H. W. Bush.
    return not (initials and min(map(len, left), default=2) == 1)


def _honorific(words: list[str]) -> int:
    """Return how many words at the start are an honorific."""
    known = _honorifics().get(words[0], ()) if words else ()
    fitting = [len(each) for each in known if tuple(words[: len(each)]) == each]
    return max(fitting, default=0)


@derived
def _honorifics() -> dict[str, set[Form]]:
    """Return the honorifics before a name, by their first word."""
    found: dict[str, set[Form]] = {}
    for row in tables.honorifics():
        words = tuple(holders.fold(row["honorific"]).split())
        if words and row["position"] == "before":
            found.setdefault(words[0], set()).add(words)
    return found


@derived
def _decorations() -> frozenset[str]:
    """Return what stands behind a name in capitals: KCMG, PhD; not what ends names as well."""
    return frozenset(
        [
            row["honorific"]
            for row in tables.honorifics()
            if row["position"] == "after"
            and row["note"] != "part of the name"
            and sum(letter.isupper() for letter in row["honorific"]) > 1
        ]
    )


@derived
def _particles() -> frozenset[str]:
    return frozenset([holders.fold(row["particle"]) for row in tables.name_particles()])
