"""Units → noun phrases, without a parser: runs of words that can stand in one, from a given place.

Words are told apart by short lists, by their endings, and by what stands before them; a phrase ends
where the next word cannot belong to it.  Every walk is bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bilateral.gazetteer.issue_words import words
from bilateral.gazetteer.tables import derived
from bilateral.reading.agents import Sort
from bilateral.reading.grammar.words import BELIEFS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.gazetteer.issue_words import Classes
    from bilateral.reading.mentions import Mention
    from bilateral.reading.tags import Unit

#: Python 3.11 takes as long for each `Sort.OWNER` as for a call.
_OWNER = Sort.OWNER
_STATE = Sort.STATE
_TOGETHER = Sort.TOGETHER
#: A phrase has at most this many units before its prepositions, and this many prepositions.
LONGEST = 14
MOST_PREPOSITIONS = 3

#: The prepositions that hold a phrase together; the others end it.
#: After a preposition these make an adverbial, not a place: "in order to", "at large".
_NOT_ADVERBS = frozenset(
    [
        "family",
        "supply",
        "assembly",
        "anomaly",
        "ally",
        "italy",
        "july",
        "monopoly",
        "reply",
        "daily",
        "early",
        "only",
    ]
)
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ary", "able", "ible", "ful", "less", "ese", "ian")
_GENITIVE = frozenset(["'s", "'"])
_JOINTS = frozenset([",", "and", "or", "&"])
_POSED = frozenset(["posed", "imposed", "caused", "created", "presented", "raised"])
#: behind a noun these say what it is about
RELATED = frozenset(["related", "relating", "pertaining", "relevant", "linked", "connected"])
_NAMED_ONLY = frozenset(["with", "from", "into", "by", "through"])
_ADVERBIAL_WITH = frozenset(["in", "on", "at", "with", "by", "for"])
#: A tuple, as the hash of an enumeration's member takes longer than five comparisons.
_NAMELESS = (Sort.WE, Sort.THEY, Sort.PERSON, Sort.THING, Sort.SPEAKER)
#: between "from" and the last of the matters before "to" stand at most so many units
_RANGE = 8
#: Nothing looks further beyond the end of a sentence than this; before it, a negative index finds the same.
PADDING = ("",) * 16
_MARKS_INSIDE = frozenset(["-", "–", "/"])


class _Kinds(dict[str, str]):
    """Word → what it can be, in one letter; each word of the texts is looked into once.

    a adjective, w other word of a noun phrase, e word in -ed, i word in -ing, y adverb, d determiner,
    p preposition, g genitive, c comma or conjunction, x word or mark that ends a phrase.
    """

    __slots__ = ()

    _MOST = 100_000

    def __missing__(self, word: str) -> str:
        kind = _by_form(word)
        if len(self) < self._MOST:
            self[word] = kind
        return kind


@derived
def word_kinds() -> Mapping[str, str]:
    """Return the kinds of words, first those that lists name; later lists go before earlier ones."""
    found = _Kinds.fromkeys(words("noun"), "w")
    found.update(dict.fromkeys(words("adjective"), "a"))
    found.update(dict.fromkeys(words("preposition"), "p"))
    found.update(dict.fromkeys(words("closer"), "x"))
    found.update(dict.fromkeys(words("determiner"), "d"))
    found.update(dict.fromkeys(["more", "most"], "y"))
    found.update(dict.fromkeys(_GENITIVE, "g"))
    found.update(dict.fromkeys(_JOINTS, "c"))
    return _Kinds(found)


def _by_form(word: str) -> str:
    """Tell what a word can be by its ending."""
    if not word[:1].isalnum():
        return "x"
    if " " in word:
        return "x"  # a verb of several words from the tables
    if word.endswith("ing") and len(word) > 4:
        return "i"
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
        return "e"
    if word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS:
        return "y"
    if word.endswith(_ADJECTIVE_ENDINGS) or word.endswith(("-led", "-backed", "-based", "-term")):
        return "a"
    return "w"


class Phrase(NamedTuple):
    """A noun phrase by the indices of its units: the whole, and the core before its prepositions."""

    first: int
    core: int
    last: int
    head: int


class Chunker:
    """Finds noun phrases among the units of one sentence.

    Fields:
        units: the units.
        starts: where each begins.
        words: the word of each, empty for an agent; beyond both ends, empty words.
        kinds: what each can be: as `_Kinds`, and A for an agent that has a name; beyond both ends, x.
        places: where a place that is no party begins → its mention.
        plain: the whole text with one kind of quotation mark, for capital letters.
        classes: the words of the tables.
        present: the codes of the parties that meet.
    """

    __slots__ = ("classes", "kinds", "places", "plain", "present", "starts", "units", "words")

    def __init__(
        self,
        units: list[Unit],
        starts: list[int],
        words: list[str],
        places: dict[int, Mention],
        plain: str,
        table: Classes,
        present: frozenset[str] = frozenset(),
        kinds_of: Mapping[str, str] | None = None,
    ) -> None:
        """Look at a sentence.

        Args:
            units: its units.
            starts: where each begins.
            words: the words of the units with `PADDING` behind them.
            places: where a place that is no party begins → its mention.
            plain: the whole text with one kind of quotation mark.
            table: the words of the tables.
            present: the codes of the parties that meet.
            kinds_of: `word_kinds`, if it has been asked for already.
        """
        self.present = present
        self.units = units
        self.starts = starts
        self.words = words
        kinds = list(
            map((kinds_of or word_kinds()).__getitem__, words)
        )  # the padding's kind is x, too
        count = len(units)
        at = words.index("")  # an agent, or the padding
        while at < count:
            agent = units[at].agent
            if agent is not None and agent.sort not in _NAMELESS:
                kinds[at] = "A"
            at = words.index("", at + 1)
        if "it" in words:
            for at, word in enumerate(words):
                if word == "it" and plain.startswith("IT", starts[at]):
                    kinds[at] = "w"  # information technology
        self.kinds = kinds
        self.places = places
        self.plain = plain
        self.classes = table

    def end(self, at: int) -> int:
        """Return where a unit ends in the text."""
        return self.starts[at] + self.units[at].size

    def is_capital(self, at: int) -> bool:
        """Say whether a unit begins with a capital letter."""
        return 0 <= at < len(self.units) and self.plain[self.starts[at]].isupper()

    def is_named(self, first: int, last: int, *, others: bool = False) -> bool:
        """Say whether a known place or party stands among these units; of `others` than those who meet."""
        if others:
            return any(
                not self.present.issuperset(unit.agent.codes)
                if unit.agent is not None
                else start in self.places
                for unit, start in zip(self.units[first:last], self.starts[first:last], strict=True)
            )
        return any(
            (unit.agent is not None and unit.agent.codes) or start in self.places
            for unit, start in zip(self.units[first:last], self.starts[first:last], strict=True)
        )

    def opens_clause(self, at: int) -> bool:
        """Say whether a unit is the subject of a new clause: "and the President noted"."""
        unit = self.units[at] if at < len(self.units) else None
        if unit is None or unit.agent is None:
            return False
        if self.kinds[at] == "x":
            return True
        after = at + 1
        while self.kinds[after] == "y" or self.words[after] in ("also", "jointly", "then"):
            after += 1
        if unit.agent.sort is _OWNER or after >= len(self.units):
            return False
        following = self.units[after]
        if following.agent is not None or self.kinds[after] in "gcpda":
            return False
        return following.word not in (".", ";") and (
            self.kinds[after] in "xey" or bool(following.verb or following.cues)
        )

    def core(self, at: int) -> Phrase | None:
        """Read a noun phrase from its first unit up to its first preposition."""
        units = self.units
        while self.kinds[at] == "d" or self.words[at] in ('"', "'", "also"):
            at += 1
        if self._is_date(at):
            return None
        first = at
        head = -1
        limit = min(len(units), at + LONGEST)
        while at < limit:
            step = self._step(at, first, head)
            if step == 0:
                break
            what = self.kinds[at]
            if what in "wiA" or self.words[at] == ")":
                head = at
            elif what == "g":
                head = -1  # the owner is no head: "China's dangerous and unlawful conduct"
            at += step
        while at > first and self.kinds[at - 1] in "gcy":
            at -= 1
        if at == first:
            return None
        if self.words[at - 1] == ")":
            head = max(head, first)
            while head > first and (self.words[head] in "()" or head >= at - 3):
                head -= 1
        elif head < 0 or self.kinds[at - 1] in "ae":
            head = at - 1
        return Phrase(first, at, at, min(head, at - 1))

    def _is_date(self, at: int) -> bool:
        """Say whether "Aug. 8" or "8 August" stands here, and not "October 7 attacks"."""
        if self.words[at] not in self.classes.when:
            return self.words[at].isdecimal() and self.words[at + 1] in self.classes.when
        day = self.words[at + 1]
        return day == "." or (day.isdecimal() and self.kinds[at + 2] not in "aweA")

    def _step(self, at: int, first: int, head: int) -> int:
        """Return how many units to take at this place; 0 ends the phrase."""
        units = self.units
        unit = units[at]
        what = self.kinds[at]
        before = self.kinds[at - 1] if at > first else "d"
        if what == "A":
            assert unit.agent is not None
            if at > first and (unit.agent.sort is _TOGETHER or before == "A"):
                return 0
            if at > first and unit.agent.personal and before not in "gae":
                return 0
            if at > first and before == "w" and self.opens_clause(at):
                return 0
            return 1
        if what in "aw":
            if at > first and unit.word in self.classes.when:
                return 0
            if at > first and unit.word in RELATED and self.words[at + 1] in ("to", "with"):
                return 0  # "matters related to trade"
            if before == "A" and self._acts(at) and not self._owns(at - 1):
                return 0  # "Sudan goes on", "help Ukraine defend its land"
            if at == first or before in "adegyA" or not (unit.verb or unit.cues):
                return 1
            after = self.kinds[at + 1]
            return 0 if after in "dA" or self.words[at + 1] == "to" or what == "x" else 1
        if what == "g":
            return 1 if at > first else 0
        if what == "y":
            return 1 if self.kinds[at + 1] in "ae" else 0
        if what == "e":
            fits = before in "adgy" or (before == "A" and self.kinds[at + 1] in "aw")
            return 1 if fits and self.kinds[at + 1] in "aweA" else 0
        if what == "i":
            return 1 if at > first and before in "ag" else 0
        if what == "c":
            return self._coordinated(at, first, head)
        return self._mark(at, first)

    def _acts(self, at: int) -> bool:
        """Say whether a word behind a name is its verb."""
        unit = self.units[at]
        return bool(unit.verb) or (
            (unit.word in self.classes.promote or unit.word in self.classes.tackle)
            and self.kinds[at + 1] in "dA"
        )

    def _owns(self, at: int) -> bool:
        agent = self.units[at].agent
        return agent is not None and agent.sort is _OWNER

    def _coordinated(self, at: int, first: int, head: int) -> int:
        """Take "and" between adjectives: "political, economic and security cooperation"."""
        if at == first or self.kinds[at - 1] not in "aew":
            return 0
        if self.words[at] == "and" and self._is_title(at):
            return 1
        if head >= first and not self._is_shared(at, first):
            return 0
        size = 2 if self.words[at] == "," and self.words[at + 1] in ("and", "or") else 1
        if self.kinds[at + size] == "y":
            return 0
        return size if self.kinds[at + size] in "awe" else 0

    def _is_title(self, at: int) -> bool:
        """Say whether "and" stands inside a name: "the Integration and Prosperity Agreement"."""
        return (
            self.is_capital(at - 1)
            and self.is_capital(at + 1)
            and self.kinds[at - 1] in "wa"
            and self.kinds[at + 1] in "wa"
        )

    def _is_shared(self, at: int, first: int) -> bool:
        """Say whether one head follows two nouns: "trade and economic ties", "food and energy security"."""
        if self.words[at] not in ("and", "&") or self.words[at - 1] not in self.classes.modifier:
            return False
        if at - first > 2 and not self._lists_modifiers(first, at - 1):
            return False
        if at - first == 2 and self.kinds[first] not in "ade":
            return False
        middle = self.kinds[at + 1] == "a" or self.words[at + 1] in self.classes.modifier
        head = self.words[at + 2]
        if head in self.classes.modifier and head not in self.classes.shared_head:
            head = self.words[at + 3]  # "energy and technology investment projects"
        return middle and (head in self.classes.relational or head in self.classes.shared_head)

    def _lists_modifiers(self, first: int, last: int) -> bool:
        """Say whether an adjective and modifiers stand parted by commas: "political, trade | and economic ties"."""
        return (
            self.kinds[first] == "a"
            and self.words[first + 1] == ","
            and all(
                self.words[at] == ","
                or self.kinds[at] == "a"
                or self.words[at] in self.classes.modifier
                for at in range(first, last)
            )
        )

    def _mark(self, at: int, first: int) -> int:
        """Take a bracketed short name, and marks inside a name: "Haram al-Sharif / Temple Mount"."""
        word = self.words[at]
        if at == first:
            return 0
        if word == "(" and self.words[at + 2] == ")":
            return 3
        tight = self.starts[at] == self.end(at - 1)
        if word == "/" or (word in _MARKS_INSIDE and tight):
            if self.kinds[at + 1] == "A":
                return 1
            return 2 if self.words[at + 1][:1].isalnum() else 0
        return 0

    def extend(self, phrase: Phrase) -> Phrase:
        """Add the prepositional phrases that tell where, whose or of what."""
        last = phrase.core
        for _ in range(MOST_PREPOSITIONS):
            preposition = self.words[last]
            at = last + 1
            if preposition in _POSED and self.words[at] == "by":
                at += 1  # "challenges posed by China"
            elif preposition not in self.classes.locating:
                break
            elif preposition == "to" and self._closes_range(phrase.first, at):
                break  # "from hunger to the defence of rights"
            elif preposition == "on" and last > phrase.core:
                if self.words[phrase.head] not in self.classes.affects:
                    break
            elif preposition == "to" and self.words[phrase.head] in self.classes.endangers:
                preposition = "against" if not self._is_verb_form(at) else "to"
            inner = self._object(preposition, at)
            if inner is None:
                break
            last = inner
        return Phrase(phrase.first, phrase.core, last, phrase.head)

    def _closes_range(self, first: int, at: int) -> bool:
        """Say whether a "from" stands before a phrase, so that "to" goes on to no place."""
        return self.kinds[at] != "A" and "from" in self.words[max(0, first - _RANGE) : first]

    def _is_verb_form(self, at: int) -> bool:
        """Say whether the word behind "to" is a verb, as far as the tables tell."""
        unit = self.units[at] if at < len(self.units) else None
        return unit is None or bool(unit.verb or unit.cues) or unit.word in self.classes.tackle

    def _object(self, preposition: str, at: int) -> int | None:
        """Return where the object of a preposition ends, or None where it is none."""
        word = self.words[at]
        if word in self.classes.adverbial or word in self.classes.time or word[:1].isdigit():
            return None
        inner = self.core(at)
        if inner is None:
            return None
        if self.words[inner.first] in self.classes.time or self.kinds[inner.first] == "i":
            return None
        unit = self.units[inner.first]
        if unit.agent is not None and unit.agent.sort is _TOGETHER and preposition != "between":
            return None if preposition in ("with", "on", "to", "for") else inner.core
        if unit.agent is not None and unit.agent.personal and preposition in _NAMED_ONLY:
            if inner.core == inner.first + 1:
                return None  # "raised piracy with the Prime Minister"
        named = self.is_named(inner.first, inner.core)
        if preposition in _ADVERBIAL_WITH and self.words[inner.head] in self.classes.adverbial:
            return None  # "in close cooperation"
        if preposition in _NAMED_ONLY and not named:
            return None
        if (
            preposition == "to"
            and self.kinds[at] not in "dA"
            and self.starts[inner.first] not in self.places
        ):
            return None
        last = inner.core
        # "in Syria, Lebanon, and Sudan"; "between the two armies and their allies"
        pair = preposition in ("between", "among", "against")
        if unit.agent is not None and unit.agent.sort is _TOGETHER:
            pair = False  # "between the two countries" has both
        for _ in range(LONGEST):
            after = last
            while self.words[after] in _JOINTS:
                after += 1
            if after == last or after - last > 2 or self.words[after] == "both":
                break
            if self.kinds[after] == "e" or (self.words[last] == "," and not self._is_list(last)):
                break
            if preposition == "against" and (not pair or self.words[last] == ","):
                break
            if self.opens_clause(after) and not pair:
                break
            inside = after + 1 if self.words[after] == "in" and self.words[last] == "and" else after
            other = self.core(inside)
            if (
                preposition == "against"
                and other
                and (
                    self.words[other.core] in self.classes.locating
                    or self.words[other.core - 1] in BELIEFS
                )
            ):
                break  # "sanctions against Russia and the use of its assets", "… and their belief that"
            if other is None or not (pair or (named and self._is_name(other))):
                break
            last = other.core
            pair = False
        if last > inner.core and self.words[inner.core] == ",":
            # "over Gaza, Egypt and Jordan agreed": a new subject
            if self.opens_clause(last - 1) or (
                self.words[last] in ("and", "&") and self.opens_clause(last + 1)
            ):
                return inner.core
        return last

    def _is_list(self, comma: int) -> bool:
        """Say whether a comma can stand in a list of places: not right before its only "and"."""
        return self.words[comma + 1] not in ("and", "or") or self.words[comma - 2] in _JOINTS

    def _is_name(self, phrase: Phrase) -> bool:
        """Say whether a phrase is nothing but a name: Sudan, the West Bank."""
        unit = self.units[phrase.first]
        place = self.places.get(self.starts[phrase.first])
        if place is not None:
            last = phrase.core - 1 - (self.words[phrase.core - 1] in ("region", "regions"))
            return place.end >= self.end(last)
        if self.words[phrase.core] in _GENITIVE or self.kinds[phrase.core] == "g":
            return False
        return unit.agent is not None and bool(unit.agent.codes) and phrase.core == phrase.first + 1

    def backwards(self, head: int, boundary: frozenset[str]) -> int:
        """Return where the phrase that ends in the unit `head` begins.

        Args:
            head: the index of the last word of the head.
            boundary: verbs that are no part of it though they look like nouns ("end", "face").
        """
        units = self.units
        at = head
        while at > 0 and head - at < 9:
            before = at - 1
            unit = units[before]
            what = self.kinds[before]
            if what == "A":
                assert unit.agent is not None
                if unit.agent.sort in (_TOGETHER, _STATE) and self.kinds[at] != "g":
                    break
                if unit.agent.personal and self.kinds[at] != "g":
                    break
            elif what in "aw":
                word = unit.word
                if word in boundary or (word[-1] == "s" and word[:-1] in boundary):
                    break
                if self._is_verb(before):
                    break
                if unit.word in self.classes.promote and self.kinds[before - 1] not in "dag":
                    break
            elif what == "e":
                if self.kinds[before - 1] not in "dagA":
                    break
            elif what == "y":
                if self.kinds[at] not in "ae":
                    break
            elif what == "c":
                if not self._joins(before):
                    break
                at = before - 1
                continue
            elif what != "g" and not (
                unit.word in _MARKS_INSIDE and self.end(before) == self.starts[at]
            ):
                break
            at = before
        while at < head and (self.kinds[at] in "gyc" or units[at].word in _MARKS_INSIDE):
            at += 1
        return at

    def _is_verb(self, at: int) -> bool:
        """Say whether a word that could be a noun is a verb here."""
        unit = self.units[at]
        before = self.words[at - 1]
        if before == "to" or before in ("will", "would", "can", "could", "must", "should", "may"):
            return True
        if unit.word in self.classes.wage and before in ("that", "which", "who"):
            return True  # "groups that use violence"
        return bool(unit.verb or unit.cues) and self.kinds[at - 1] not in "dag"

    def _joins(self, at: int) -> bool:
        """Say whether "and" stands between two adjectives of one noun."""
        if self.words[at] in ("and", "or") and self.words[at - 1] == ",":
            # "political, economic, and humanitarian crises"
            return self.kinds[at + 1] in "ae" and self.kinds[at - 2] == "a" == self.kinds[at - 4]
        if self.words[at] == ",":
            return self.kinds[at - 1] == self.kinds[at + 1] == "a"
        return (
            self.words[at] in ("and", "or")
            and (self.kinds[at - 1] == "a" or self.words[at - 1] in self.classes.modifier)
            and (self.kinds[at + 1] in "ae" or self.words[at + 1] in self.classes.modifier)
            and self.kinds[at - 2] in "dgapxcyAie"
        )
