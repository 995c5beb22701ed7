"""What a word can begin or belong to, told for all the tables at once.

Each step of the reading looks only where one of its words stands.  Asking every table about every word
of a text would take longer than the steps themselves; so a word is asked about once, when it is first
met, and a text's words are gone through once for all the steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

#: it is not in lower case: a word with a capital letter, or a figure
CAPITAL = 1
#: a known name begins with it
NAME = 2
#: a title before a person's name begins with it
TITLE = 4
#: it is or begins a word for those who meet, or stands second where only that tells it
COLLECTIVE = 8
#: it stands in the words for a body of one's own state
OWN_STATE = 16
#: a noun for a body of a state begins with it
STATE = 32
#: the label of a partnership begins with it
LABEL = 64
#: a word for a kind of meeting begins with it
MEETING = 128
#: no date is without such a word or a figure
DATE = 256


class Kinds(dict[str, int]):
    """A word → what it can be, as a sum of the kinds above; kept when it is first asked for.

    >>> kinds = Kinds([(NAME, frozenset(["Japan"]))], [(STATE, frozenset(["government"]))])
    >>> kinds["Japan"] == CAPITAL | NAME, kinds["Government"] == CAPITAL | STATE, kinds["aim"]
    (True, True, 0)
    """

    __slots__ = ("_exact", "_low")

    _MOST = 50_000
    #: hardly two texts have the same word of such a length
    _LONGEST = 40

    def __init__(
        self,
        exact: Iterable[tuple[int, AbstractSet[str]]] = (),
        low: Iterable[tuple[int, AbstractSet[str]]] = (),
    ) -> None:
        """Make the table.

        Args:
            exact: kinds, each with its words as they are written.
            low: kinds whose words are in lower case here and of any case in a text.
        """
        super().__init__()
        self._exact = tuple(exact)
        self._low = tuple(low)

    def __missing__(self, word: str) -> int:
        told = 0 if word.islower() else CAPITAL
        for kind, words in self._exact:
            if word in words:
                told |= kind
        lowered = word.lower()
        for kind, words in self._low:
            if lowered in words:
                told |= kind
        if len(self) < self._MOST and len(word) <= self._LONGEST:
            self[word] = told
        return told
