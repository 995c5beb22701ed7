"""What a word can begin or belong to, told for all the tables at once.

Each step of the reading looks only where one of its words stands.  Going through the words of a text
for every table would take longer than the steps themselves; so it is done once for all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

#: a known name begins with it, as it is written here: most begin with a capital letter, and are
#: looked up where one stands, so that this table stays small and near at hand
NAME = 1
#: a title before a person's name begins with it, in one case or another
TITLE = 2
#: it is or begins a word for those who meet, or stands second where only that tells it
COLLECTIVE = 4
#: it stands in the words for a body of one's own state
OWN_STATE = 8
#: a noun for a body of a state begins with it
STATE = 16
#: the label of a partnership begins with it
LABEL = 32
#: a word for a kind of meeting begins with it
MEETING = 64
#: a date begins with it, or is none without it
DATE = 128


def kinds_of(tables: Iterable[tuple[int, AbstractSet[str] | None]]) -> dict[str, int]:
    """Return word in lower case → what it can be, as a sum of the kinds above.

    Args:
        tables: each kind with its words, or None where they cannot be told.

    >>> kinds = kinds_of([(TITLE, {"State"}), (STATE, {"state"})])
    >>> kinds == {"state": TITLE | STATE}
    True
    """
    kinds: dict[str, int] = {}
    for kind, words in tables:
        for word in words or ():
            low = word.lower()
            kinds[low] = kinds.get(low, 0) | kind
    return kinds
