"""Promises whose subject is no party: what the parties do together, and what they arrange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.reading.agents import Sort
from bilateral.reading.grammar import words
from bilateral.reading.grammar.clauses import Clauses

if TYPE_CHECKING:
    from bilateral.reading.coreference import Subject
    from bilateral.reading.tags import Cue

#: Python 3.11 takes as long for each `Sort.OWNER` as for a call.
_OWNER = Sort.OWNER

#: the subject of a clause has at most this many units
_LONGEST = 18
_OWN = frozenset(["our", "their"])
_ENDS = frozenset([";", ":", '"', "that", "and", "but", "while"])

_GOVERNORS = frozenset(["voice", "commit", "request", "announce", "plan"])


class Impersonal(Clauses):
    """Rules for "our cooperation will intensify", "the next meeting will be held in Rome", "our aim is to"."""

    def _joint(self, at: int) -> Subject | None:
        """Return all who meet, if the subject of the modal at `at` is what they do or arrange."""
        units = self.units
        said = self.words[max(0, at - _LONGEST) : at]
        if "that" in said[1:] and said[said.index("that", 1) - 1] in words.SUPPOSED:
            return None  # "It is expected that accords will be signed"
        begin = at
        while begin > 0 and at - begin < _LONGEST:
            unit = units[begin - 1]
            if unit.agent is None and (unit.word in _ENDS or unit.verb == "report"):
                break
            begin -= 1
        if begin < at and units[begin].agent is not None:
            agent = units[begin].agent
            if agent is None or agent.sort is not _OWNER:
                return None
        while begin < at and units[begin].word == ",":
            begin += 1
        head = begin
        while head < at and units[head].word not in words.HANGING and units[head].word != ",":
            head += 1
        if head == begin or units[head - 1].agent is not None:
            return None
        noun = units[head - 1].word
        if noun in words.COUNTS and head + 1 < at and units[head].word == "of":
            # "A number of agreements will be signed"
            begin, head = head + 1, head + 2
            while head < at and units[head].word not in words.HANGING and units[head].word != ",":
                head += 1
            noun = units[head - 1].word
        said = self.words[begin : head - 1]
        following = self._skip(at + 1)
        if units[at].word in words.BE and following < len(units):
            # "the next round is scheduled for June"
            return self._arranged(begin, head, said, noun)
        if following < len(units) and units[following].word == "be":
            following = self._skip(following + 1)
        after = units[following].word if following < len(units) else ""
        if self._negated(min(at + 2, len(units))):
            return None
        owned = any(word in _OWN for word in said)
        if after not in words.ARRANGED:
            return None
        if noun in words.JOINT_ACTIVITY and owned:
            return self._everyone(self.starts[begin], self._end(head - 1))
        coming = owned or after in words.SEALED or any(word in words.COMING for word in said)
        if noun in words.EVENT and coming:
            return self._everyone(self.starts[begin], self._end(head - 1))
        return None

    def _arranged(self, begin: int, head: int, said: list[str], noun: str) -> Subject | None:
        if noun in words.EVENT and any(word in words.COMING or word in _OWN for word in said):
            return self._everyone(self.starts[begin], self._end(head - 1))
        return None

    def _on_reached(self, at: int, cue: Cue) -> bool:
        """Read "agreement was reached to open a rail link": all who meet reached it."""
        if self._negated(at) or not self._complement(at, cue):
            return False
        everyone = self._everyone(self.starts[at], self._end(at))
        return self._hit("commitment.verb", at, cue, everyone)

    def _is_aim(self, at: int, cue: Cue) -> bool:
        """Read "our joint aim is to reach a lasting peace": the noun is the subject."""
        units = self.units
        if cue.lemma != "intention" or at + 2 >= len(units):
            return False
        if units[at + 1].word != "is to" and not (
            units[at + 1].word in ("is", "remains") and units[at + 2].word == "to"
        ):
            return False
        window = units[max(0, at - 4) : at]
        return any(unit.word in words.POSSESSIVE or unit.agent is not None for unit in window)

    def _is_attribute(self, at: int) -> bool:
        """Say whether "reaffirmed the U.S. extended deterrence" stands here: no verb of the U.S."""
        units = self.units
        return (
            at > 1
            and units[at - 1].agent is not None
            and not _GOVERNORS.isdisjoint(units[at - 2].kinds)
            and not (units[at + 1].determines or units[at + 1].agent is not None)
        )

    def _governor(self, at: int) -> int:
        """Return the index of the nearest verb to the left of a noun phrase, or -1."""
        units = self.units
        for index in range(at - 1, max(-1, at - 34), -1):
            unit = units[index]
            if unit.agent is not None:
                continue
            if unit.word in (";", ":") or unit.word in ("who", "which"):
                return -1
            if unit.word == "including":
                continue  # "discussed trade, including their commitment to"
            if unit.word in ("have", "has") and units[index + 1].word.endswith("ed"):
                continue
            if not _GOVERNORS.isdisjoint(unit.kinds):
                if not (self._is_adjective(index) or self._is_attribute(index)):
                    return index
            elif (
                unit.verb
                and unit.verb not in ("auxiliary", "adverb")
                and not self._is_adjective(index)
            ):
                return index
            elif unit.word.endswith("ed") and len(unit.word) > 5 and not self._is_adjective(index):
                if units[index + 1].word in ("by", "on", "in", "to", "the", "with", "upon", "of"):
                    return index
        return -1
