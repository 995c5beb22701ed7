"""Units → the matters of an enumeration: "trade, ways to end the war in Sudan, and climate change".

Each member is a noun phrase.  What only introduces a matter ("the importance of", "efforts to prevent")
is peeled off; what names none ("a range of global issues") is left out, but opens the enumeration that
may follow it ("including …").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from bilateral.reading.agents import Sort
from bilateral.reading.phrases import RELATED, Phrase

if TYPE_CHECKING:
    from bilateral.reading.phrases import Chunker

#: Python 3.11 takes as long for each `Sort.OWNER` as for a call.
_NAMED = Sort.NAMED

#: An enumeration has at most this many members, and a matter this many layers around it.
MOST_MATTERS = 16
DEEPEST = 5
#: between an owner and what it owns stand at most so many units
_NEAR_OWNER = 6
#: the modifiers before a shared head are at most so many words and joints
_LONGEST_SHARED = 24

_JOINERS = frozenset(
    [
        ",",
        "and",
        "or",
        "&",
        ";",
        "as",
        "well",
        "along",
        "with",
        "also",
        "both",
        "then",
        "plus",
        "but",
        "not",
    ]
)
_OF = frozenset(
    [
        "of",
        "by",
        "for",
        "to",
        "in",
        "on",
        "towards",
        "toward",
        "regarding",
        "concerning",
        "about",
        "against",
        "around",
        "over",
        "at",
        "between",
        "behind",
    ]
)
_WHERE = frozenset(["in", "on", "around", "between", "across", "over", "regarding"])
#: no gerunds, though they are cues as well
_ADJECTIVES = frozenset(["pressing", "continuing"])
_FOCUS = frozenset(["focus", "emphasis", "attention", "regard", "reference"])
_TO_VERB_NOT = frozenset(["d", "A", "g", "x"])
_PARTICLES = frozenset(
    [
        "on",
        "to",
        "with",
        "in",
        "for",
        "against",
        "towards",
        "toward",
        "at",
        "out",
        "up",
        "together",
        "closely",
        "about",
        "forward",
    ]
)
_RELATIONAL_QUALIFIERS = frozenset(["bilateral", "trilateral", "multilateral", "mutual"])
_SKIPPED = frozenset(
    [
        "how",
        "on",
        "about",
        "over",
        "of",
        "in",
        "to",
        "for",
        "regarding",
        "concerning",
        "upon",
        "further",
    ]
)


@define(eq=False)
class Agenda:
    """Reads the members of an enumeration from a given unit on."""

    chunker: Chunker
    #: the enumeration is the subject of its sentence, so that a verb follows it
    subject: bool = False
    #: indices of owners that were peeled off with what they own, for the parties
    owners: dict[int, int] = field(factory=dict)
    #: how many members may still be read, whatever encloses them
    left: int = 3 * MOST_MATTERS
    #: an infinitive or a gerund has been read, so that further verbs may follow
    ended_verb: bool = False

    def matters(self, at: int, depth: int = 0) -> tuple[list[Phrase], int]:
        """Return the matters that begin at a unit, and the index of the first unit behind them."""
        chunker = self.chunker
        found: list[Phrase] = []
        count = len(chunker.units)
        infinitive = False
        for turn in range(MOST_MATTERS):
            start = self._skip_joiners(at) if turn else at
            if start >= count or (turn and (start == at or chunker.opens_clause(start))):
                break
            if (
                turn
                and chunker.words[start] == "in"
                and (chunker.words[start + 1] in chunker.classes.adverbial)
            ):
                break  # ", in light of the decision"
            opening = start
            while chunker.kinds[opening] == "y":
                opening += 1  # "and strongly opposed …"
            if turn and chunker.kinds[opening] in "xe" and chunker.words[opening] != "how":
                break
            if turn and not infinitive and self._is_finite(start):
                break
            if turn and infinitive and self._is_base_verb(start):
                phrases, after = self._infinitive(start, depth + 1)
            else:
                phrases, after = self._member(start, depth)
                phrases, after = self._paired(start, phrases, after)
            if turn and (infinitive or chunker.words[start - 1] == "with"):
                # "efforts to work with Peru and Chile", "ties with Peru and with Chile"
                phrases = [phrase for phrase in phrases if not self._is_party(phrase)]
            infinitive = infinitive or self.ended_verb
            if after <= start or (turn and not self.subject and self._opens_clause(after)):
                break
            found += phrases
            at = after
            if self._adds(at):
                continue
            if chunker.words[at] not in _JOINERS or self._ends(at):
                break
        return found, at

    def _adds(self, at: int) -> bool:
        """Say whether "in addition to" joins another member."""
        word = self.chunker.words
        return word[at] == "in" and word[at + 1] == "addition" and word[at + 2] == "to"

    def _paired(self, start: int, phrases: list[Phrase], after: int) -> tuple[list[Phrase], int]:
        """Take "trade and investment, tourism, and visas" for three members: commas part them."""
        chunker = self.chunker
        if (
            len(phrases) != 1
            or chunker.words[after] != "and"
            or chunker.words[start - 1] in ("and", "both")
        ):
            return phrases, after
        only = phrases[0]
        second = chunker.core(after + 1)
        if second is None or only.last != only.core or only.core - only.first > 2:
            return phrases, after
        if second.core - second.first > 2 or chunker.words[second.core] != ",":
            return phrases, after
        following = second.core + 1 + (chunker.words[second.core + 1] == "and")
        if chunker.kinds[following] not in "aw" or chunker.is_named(only.first, second.core):
            return phrases, after
        return [Phrase(only.first, second.core, second.core, second.head)], second.core

    def _is_finite(self, at: int) -> bool:
        """Say whether a word behind "and" is a verb with its object: "and demand an end"."""
        unit = self.chunker.units[at]
        return bool(unit.verb or unit.cues) and (
            self.chunker.kinds[at + 1] in "dA" or self.chunker.words[at + 1] in ("to", "that")
        )

    def _opens_clause(self, after: int) -> bool:
        """Say whether a verb makes what was read the subject of a clause: ", a spokesman said"."""
        unit = self.chunker.units[after] if after < len(self.chunker.units) else None
        return unit is not None and unit.verb in ("report", "be", "have", "auxiliary")

    def _ends(self, at: int) -> bool:
        """Say whether "with" or "but" behind a member opens no other member."""
        word = self.chunker.words[at]
        if word in ("but", "with", "both", "not", "then"):
            return True
        return word in ("as", "along") and self.chunker.words[at + 1] not in ("well", "with")

    def _skip_joiners(self, at: int) -> int:
        word = self.chunker.words
        for _ in range(5):
            if self._adds(at):
                at += 3
                continue
            if word[at] not in _JOINERS and word[at] != '"':
                break
            at = (word[at] == "with" and _focused(word, at)) or at + 1
        return at

    def _member(self, at: int, depth: int) -> tuple[list[Phrase], int]:
        """Read one member, or the enumeration that a container opens."""
        chunker = self.chunker
        self.left -= 1
        if depth > DEEPEST or self.left < 0:
            return [], at
        while chunker.kinds[at] == "d" or chunker.words[at] == '"' or chunker.kinds[at] == "y":
            at += 1
        if chunker.words[at] in _SKIPPED and chunker.words[at] != "to":
            at += 1
            while chunker.kinds[at] == "d":
                at += 1
        if chunker.words[at] == "to":
            return self._infinitive(at + 1, depth)
        if chunker.words[at] in RELATED and chunker.words[at + 1] in ("to", "with"):
            at += 2  # "those related to the war"
            while chunker.kinds[at] == "d":
                at += 1
        if self._is_gerund(at):
            return self._gerund(at, depth)
        phrase = self._shared(at) or chunker.core(at)
        if phrase is None:
            return [], at
        peeled = self._peeled(phrase, depth)
        if peeled is not None:
            return peeled
        return self._kept(phrase, depth)

    def _shared(self, at: int) -> Phrase | None:
        """Read "political, trade and economic, transport and transit, and cultural cooperation": one head for all."""
        chunker = self.chunker
        if chunker.kinds[at] != "a" or chunker.kinds[at + 1] != "c":
            return None  # "economic trade, and cultural cooperation" are two
        joints = 0
        for index in range(at, min(at + _LONGEST_SHARED, len(chunker.units))):
            word = chunker.words[index]
            if word in (",", "and", "&"):
                joints += 1
            elif word in chunker.classes.relational and joints > 1:
                if chunker.kinds[index - 1] == "c":
                    return None
                return Phrase(at, index + 1, index + 1, index)
            elif chunker.kinds[index] != "a" and word not in chunker.classes.modifier:
                return None
        return None

    def _is_base_verb(self, at: int) -> bool:
        """Say whether "increase" in "efforts to create jobs and increase trade" is a verb."""
        word = self.chunker.words[at]
        return (
            (word in self.chunker.classes.promote or word in self.chunker.classes.tackle)
            and self.chunker.kinds[at + 1] in "dawAyei"
            and not word.endswith(("ing", "ed"))
        )

    def _is_gerund(self, at: int) -> bool:
        chunker = self.chunker
        word = chunker.words[at]
        if chunker.kinds[at] != "i" and not (word.endswith("ing") and chunker.units[at].cues):
            return False
        if chunker.kinds[at] != "i" and (chunker.kinds[at - 1] == "d" or word in _ADJECTIVES):
            return False  # "the increasing use of drones", "pressing issues"
        return chunker.words[at + 1] not in ("of", "between") and word != "including"

    def _gerund(self, at: int, depth: int) -> tuple[list[Phrase], int]:
        """Read the object of "addressing"; "rebuilding Iraq" keeps the verb that makes it a matter."""
        chunker = self.chunker
        unit = chunker.units[at]
        if any(cue.kind in ("voice", "commit", "request", "announce", "wish") for cue in unit.cues):
            return [], at  # "reaffirming …" goes on with something else
        phrases, after = self._verb_object(at + 1, depth)
        if len(phrases) == 1 and self._is_party(phrases[0]):
            only = phrases[0]
            phrases = [Phrase(at, only.core, only.last, only.head)]
        return phrases, after

    def _infinitive(self, at: int, depth: int) -> tuple[list[Phrase], int]:
        """Read the object of "to prevent", "to cooperate on"."""
        chunker = self.chunker
        self.ended_verb = True
        while chunker.kinds[at] == "y" or chunker.words[at] in ("further", "also", "better"):
            at += 1
        if chunker.kinds[at] in "dA":
            return self._member(at, depth + 1)
        if chunker.words[at] in ("", ".", ","):
            return [], at
        phrases, after = self._verb_object(at + 1, depth)
        if len(phrases) == 1 and self._is_party(phrases[0]):
            phrases = []
        return phrases, after

    def _verb_object(self, at: int, depth: int) -> tuple[list[Phrase], int]:
        chunker = self.chunker
        # "develop and expand", "work together on"
        if chunker.words[at] in ("and", "or") and (
            chunker.kinds[at + 2] in "dAaw" or chunker.words[at + 1] in chunker.classes.promote
        ):
            at += 2
        for _ in range(3):
            if chunker.words[at] == "to" and self._opens_infinitive(at + 1):
                return self._infinitive(at + 1, depth)  # "working together to resolve"
            if chunker.kinds[at] == "y" or chunker.words[at] in _PARTICLES:
                at += 1
        return self._member(at, depth + 1)

    def _opens_infinitive(self, at: int) -> bool:
        """Say whether a verb with its object stands at `at`, as far as the tables tell."""
        chunker = self.chunker
        unit = chunker.units[at] if at < len(chunker.units) else None
        known = unit is not None and (unit.verb or unit.cues)
        word = chunker.words[at]
        telling = known or word in chunker.classes.tackle or word in chunker.classes.promote
        return bool(telling) and chunker.kinds[at + 1] in "dAaw"

    def _is_party(self, phrase: Phrase) -> bool:
        unit = self.chunker.units[phrase.first]
        return phrase.last == phrase.first + 1 and (
            unit.agent is not None or self.chunker.starts[phrase.first] in self.chunker.places
        )

    def _peeled(self, phrase: Phrase, depth: int) -> tuple[list[Phrase], int] | None:
        """Read the matter inside "the importance of …"; None where the phrase itself is the matter."""
        chunker = self.chunker
        head = chunker.words[phrase.head]
        after = phrase.core
        follows = chunker.words[after]
        if follows in RELATED and chunker.words[after + 1] in ("to", "with"):
            if (
                self.has_content(phrase.first, phrase.core)
                and head not in chunker.classes.container
            ):
                return None
            return self._member_kept(after + 2, phrase, depth)
        if follows not in _OF:
            return None
        if head in chunker.classes.peel:
            if head in chunker.classes.container and self._qualifies(phrase, follows):
                return None
        elif head in chunker.classes.soft_peel:
            infinitive = follows == "to" and chunker.kinds[after + 1] not in "dA"
            if not infinitive and self._qualifies(phrase, follows):
                return None
        else:
            return None
        if follows == "to" and chunker.kinds[after + 1] not in "dA":
            phrases, end = self._infinitive(after + 1, depth + 1)
            self._own(phrase, phrases)
            return (phrases, end) if end > after + 1 else None
        return self._member_kept(after + 1, phrase, depth)

    def _member_kept(self, at: int, phrase: Phrase, depth: int) -> tuple[list[Phrase], int] | None:
        phrases, end = self._member(at, depth + 1)
        if end <= at:
            return None
        if len(phrases) == 1 and self._is_party(phrases[0]._replace(last=phrases[0].core)):
            # "the role of Iraq", also "in the region"
            if self.chunker.words[end] == "to" and self.chunker.words[phrase.core] != "to":
                # "efforts by Peru to prevent …"
                inner, after = self._infinitive(end + 1, depth + 1)
                if inner:
                    self._own(phrase, inner)
                    return inner, after
            head = self.chunker.words[phrase.head]
            only = phrases[0]
            if self.chunker.words[phrase.core] in RELATED:
                # "issues related to North Korea"
                if not self.chunker.is_named(only.first, only.last, others=True):
                    phrases = []
                return phrases, end
            if (
                head in self.chunker.classes.soft_peel
                or head in self.chunker.classes.container
                or head == "status"
            ):
                return None  # "the status of the islands"
            phrases = []
        self._own(phrase, phrases)
        return phrases, end

    def _own(self, phrase: Phrase, inner: list[Phrase]) -> None:
        if inner and inner[0].first - phrase.core <= _NEAR_OWNER:
            # "efforts by Peru to end the war"; what an enumeration behind it names has other owners
            one = inner[0]
            self.owners[one.first] = min(phrase.first, self.owners.get(one.first, phrase.first))

    def _qualifies(self, phrase: Phrase, follows: str) -> bool:
        """Say whether the words before a head make it a matter: "peace process", "debt problem"."""
        if follows == "of" and self.chunker.words[phrase.head] in self.chunker.classes.peel:
            return False
        return self._content(phrase.first, phrase.head, owners=False)

    def _kept(self, phrase: Phrase, depth: int) -> tuple[list[Phrase], int]:
        """Judge a phrase as it stands; read what "including" lists behind one that names nothing."""
        chunker = self.chunker
        whole = chunker.extend(phrase)
        head = chunker.words[phrase.head]
        if head in chunker.classes.void and not self._content(
            phrase.first, phrase.head, owners=False
        ):
            return [], whole.last
        if self.names_matter(whole):
            whole = self._joined(whole)
            opens = head in chunker.classes.relational or head in chunker.classes.container
            at = enumerated(chunker, whole.last) if opens else 0
            if at and depth < DEEPEST and chunker.words[whole.last] != ":":
                # "bilateral relations, including trade, defence and culture"; "the political situation,
                # with a focus on Chad and Mali"
                found, end = self.matters(at, depth + 1)
                if len(found) > 1:
                    return [whole, *found], max(end, whole.last)
            return [whole], whole.last
        at = enumerated(chunker, whole.last)
        if at and depth < DEEPEST:
            found, end = self.matters(at, depth + 1)
            return found, max(end, whole.last)
        return [], whole.last

    def _joined(self, phrase: Phrase) -> Phrase:
        """Add a bare second noun: "regional security and stability"."""
        chunker = self.chunker
        at = phrase.last
        if phrase.core != at or chunker.words[at] != "and" or phrase.core - phrase.first < 2:
            return phrase
        before = phrase.first - 1
        while chunker.kinds[before] == "d":
            before -= 1
        if chunker.words[before] == ",":
            return phrase  # the last two members of an enumeration
        after = chunker.kinds[at + 2]
        if chunker.kinds[at + 1] != "w" or chunker.units[at + 1].verb or chunker.units[at + 1].cues:
            return phrase
        second = chunker.words[at + 1]
        if second == chunker.words[phrase.head]:
            return phrase  # "regional developments and developments in Gaza"
        if second in chunker.classes.peel and chunker.words[at + 2] == "to":
            return phrase  # "tea prices and ways to lower them"
        if second in chunker.classes.container and chunker.words[at + 2] in _WHERE:
            return phrase  # "the tea crisis and developments in Mali"
        if any(not h.before and h.kind == "problem" for h in chunker.classes.heads.get(second, ())):
            return phrase  # "climate change and piracy": a problem is a matter by itself
        if after in "pcx" and second not in chunker.classes.general:
            longer = Phrase(phrase.first, at + 2, at + 2, phrase.head)
            return chunker.extend(longer)
        return phrase

    def names_matter(self, phrase: Phrase) -> bool:
        """Say whether a phrase tells what it is about."""
        chunker = self.chunker
        head = chunker.words[phrase.head]
        if head in chunker.classes.relational:
            return phrase.last - phrase.first > 1
        if head in chunker.classes.bare:
            owned = any(chunker.kinds[at] == "g" for at in range(phrase.first, phrase.head))
            return self._content(phrase.first, phrase.head, owners=not owned) or (
                phrase.last > phrase.core and self.has_content(phrase.core, phrase.last)
            )
        if head in chunker.classes.container:
            # "issues of mutual interest between Japan and Peru" names none
            return self._content(phrase.first, phrase.last, owners=True, others=True)
        if phrase.core - phrase.first == 1:
            unit = chunker.units[phrase.first]
            if unit.agent is not None and (unit.agent.personal or unit.agent.sort is not _NAMED):
                return False
        return self.has_content(phrase.first, phrase.last)

    def has_content(self, first: int, last: int) -> bool:
        """Say whether a word among these units tells more than that there is a matter."""
        return self._content(first, last, owners=True)

    def _content(self, first: int, last: int, *, owners: bool, others: bool = False) -> bool:
        chunker = self.chunker
        generic, container = chunker.classes.generic, chunker.classes.container
        for at in range(first, last):
            unit = chunker.units[at]
            what = chunker.kinds[at]
            if what == "A":
                assert unit.agent is not None
                if owners and unit.agent.codes and not unit.agent.personal:
                    if not (others and chunker.present.issuperset(unit.agent.codes)):
                        return True
            elif chunker.starts[at] in chunker.places or (
                what in "awei" and unit.word not in generic and unit.word not in container
            ):
                return True
        return False


def _focused(word: list[str], at: int) -> int:
    """Return where the matters begin behind "with a particular focus on", or 0."""
    for step in range(at + 1, at + 5):
        if word[step] in _FOCUS and word[step + 1] in ("on", "to"):
            return step + 2
    return 0


def enumerated(chunker: Chunker, at: int) -> int:
    """Return where the members begin that "including" or a colon announces here, or 0."""
    word = chunker.words
    if word[at] in (":", "–", "—") and at + 1 < len(chunker.units):
        return at + 1
    if word[at] in (",", "(", "–", "—", "-"):
        at += 1
    if word[at] == "with" and (focus := _focused(word, at)):
        return focus
    for size in (2, 1):
        said = " ".join([word[at + step] for step in range(size)])
        if said == "such" and word[at + 1] == "as":
            return at + 2
        if said in chunker.classes.enumerates:
            return at + size
    return 0
