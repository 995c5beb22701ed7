"""What stands around a cue: its complement, negation, time, and what is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.reading.agents import Sort
from bilateral.reading.grammar import words
from bilateral.reading.grammar.hits import Hit
from bilateral.reading.grammar.subjects import Subjects

if TYPE_CHECKING:
    from bilateral.model.commitments import Force
    from bilateral.reading.coreference import Subject
    from bilateral.reading.tags import Cue

#: Python 3.11 takes as long for each `Sort.OWNER` as for a call.
_OWNER = Sort.OWNER
_THING = Sort.THING


#: verbs that begin to tell of something else: "and discussed …", "and thanked …"
_NEXT_ACTS = frozenset(["praise", "discuss", "condemn", "meet"])
_NO_NOUN = words.PREPOSITIONS | {".", ",", "to", "and", "that", ";", ":"}
_BEFORE = frozenset(["had", "previously", "earlier", "originally", "once"])
#: these leave the words behind a cue as near to it as before
_NEARER = frozenset(["to", "not", "also", "on", "that", "would", "will", "both"])
_ACTS = frozenset(["will", "would", "shall", "'ll", "to work", "intend", "plan", "is to", "are to"])
_ALL_OF_THEM = (Sort.TOGETHER, Sort.THEY, Sort.WE)
#: what may stand between an agent and its verb
_SHARES = _ACTS | {"", ",", "and", "or", "as", "with", "both", "all", "jointly", "should"}
_RESTS = frozenset(["is", "are", "must", "should", "remains", "has", "was", "were", "can"])
#: behind these an agent has no part in what is hoped
_AWAY = words.PREPOSITIONS - {"with", "between", "among"}
#: the verb of what is hoped stands among so many units
_WISHED = 20
#: whom one does it with takes so many at most
_COMPANY = 7
_OF_OTHERS = frozenset(["will", "would", "can", "could", "to"])


class Clauses(Subjects):
    """Questions that the rules ask about the clause of a cue."""

    #: indices of the verbs that begin to tell of something else, once they are asked for
    _turns: list[int] | None = None

    def _after(self, at: int) -> str:
        """Return the word behind a unit, or the empty string before an agent."""
        said = self.words
        return said[at + 1] if at + 1 < len(said) else ""

    def _complement(self, at: int, cue: Cue) -> bool:
        """Say whether what follows the cue is among what the table allows."""
        follows = cue.follows
        if not follows:
            return True
        said = self.words
        following = self._over_parentheses(self._skip(at + 1))  # "agreed (in May) to"
        if following < len(said) and said[following] == ",":
            # "are committed, where applicable, to"
            for close in range(following + 1, min(following + 16, len(said) - 1)):
                if said[close] == ",":
                    following = close + 1
                    break
        if said[following : following + 2] in (["along", "with"], ["together", "with"]):
            # "wishes along with Peru to"
            ahead = said[following : following + _COMPANY]
            following += ahead.index("to") if "to" in ahead else 0
        if following >= len(said):
            return False
        units = self.units
        if units[following].agent is not None:
            if "agent" in follows or "noun" in follows:
                return True
            # "promised Malaysia to …", "pledged the United States would …"
            after = self._after(following)
            return (after in follows and after in ("to", "that")) or (
                "that" in follows and after in ("will", "would", "shall")
            )
        word = said[following]
        if word in follows:
            return self._binds(at, word)
        if "amount" in follows and self._amount(at):
            return True
        if "verb" in follows and word.endswith("ing") and len(word) > 4:
            return True
        if "agent" in follows:
            window = range(following, min(following + 6, len(said)))
            if any(units[i].agent is not None or said[i] in words.OTHERS for i in window):
                return True
        return "noun" in follows and word not in _NO_NOUN

    def _binds(self, at: int, word: str) -> bool:
        """Say whether an allowed word behind a unit leads to conduct: not "on the importance of"."""
        return word not in ("on", "upon", "that", "in") or not words.VIEW_OF.match(
            self.low, self._end(at), self.end
        )

    def _amount(self, at: int) -> bool:
        """Say whether an amount follows a unit closely."""
        start = self._end(at)
        end = min(self.end, start + 80)
        # the mark of an amount is quickly found, or found missing
        if words.FIGURE.search(self.low, start, end) is None:
            return False
        return words.AMOUNT.match(self.low, start, end) is not None

    def _negated(self, at: int) -> bool:
        """Say whether a word right before the cue takes the promise away."""
        units = self.units
        return (
            (at > 0 and units[at - 1].negates)
            or (at > 1 and units[at - 2].negates)
            or (at > 2 and units[at - 3].negates)
        )

    def _past(self, at: int) -> bool:
        """Say whether the words date a promise before the report: "had agreed", "agreed in 2019"."""
        said, low = self.words, self.low
        for back in range(at - 1, max(-1, at - 4), -1):
            word = said[back]
            if not word:
                break  # an agent
            if word in _BEFORE and said[back : back + 2] != ["once", "again"]:
                # reported speech: "said that it had committed"
                return word != "had" or not self.spoken
        if at > 0 and said[at - 1] in ("have", "has", "'ve", "will", "to"):
            return False
        if not said[at].endswith(("ed", "ook", "ore")):
            return False
        start, end = self.starts[at], self._end(at)
        span = low[end : end + 24]
        origin = start
        if self.subject is not None and self._follows_subject(at):
            origin = min(start, self.subject.start)  # long names are no distance
        clause = low[max(self.starts[0], origin - 70) : start]
        near = words.PAST_YEAR.match(span.strip()) if words.dated(span) else None
        before = [*words.PAST_YEAR.finditer(clause)] if words.dated(clause) else []
        for match in (near, *reversed(before)):
            if match is None:
                continue
            year = match.group(1)
            if year is None or self.year is None or int(year) < self.year:
                return True
        return False

    def _content(self, at: int) -> tuple[int, int]:
        """Return what is promised: from behind the cue to the end of the clause."""
        units, said, starts = self.units, self.words, self.starts
        start = starts[at] + units[at].size
        end = self.end
        close = words.clause_end(self.low, start, end)
        if close > start + 12:
            end = close
        if start < self.attributed_at < end:
            end = self.attributed_at
        turns = self._turns
        if turns is None:
            turns = self._turns = [
                index
                for index in self.acting
                if units[index].verb in _NEXT_ACTS and not said[index].endswith("ing")
            ]
        for opened, closed in self.quoted:
            if opened <= start < closed < end:
                end = closed  # who speaks is no part of it
        for index in turns:
            if index < at + 3:
                continue
            if starts[index] >= end:
                break
            agent = units[index - 1].agent
            if said[index - 1] in ("and", ",") or (agent and agent.sort is not _OWNER):
                end = starts[index]
                break
        return (start, end) if end > start else (starts[at], self.end)

    def _reaffirmed(self, at: int, cue: Cue) -> bool:
        said, units = self.words, self.units
        if cue.continues or (
            self._after(at) in ("not", "never")
            and words.NOT_STOP.match(self.low, self._end(at), self.end)
        ):
            return True
        seen = 0
        for following in range(at + 1, len(said)):
            word = said[following]
            if not word:
                continue  # an agent
            if units[following].ongoing and (seen == 0 or word not in words.CONDUCT):
                # "pledged to further their work", but "agreed to further talks"
                if word != "further" or self._after(following) in words.POSSESSIVE:
                    return True
            if word not in _NEARER:
                seen += 1
                if seen == 3:
                    break
        if (
            (at > 0 and units[at - 1].renewing)
            or (at > 1 and units[at - 2].renewing)
            or (at > 2 and units[at - 3].renewing)
        ):
            return True
        again = self.again_at
        if again >= 0:
            window = said[again + 1 : again + 4]
            if "that" in window or (window and not window[0]):
                return not any(
                    said[index] == "and" and said[index + 1] in ("committed", "agreed", "pledged")
                    for index in range(again + 1, min(at, len(said) - 1))
                )
        return False

    def _linked(self, at: int) -> bool:
        """Say whether a participle is an adjective of state: "are committed", "remain determined"."""
        units = self.units
        back = at - 1
        while back >= 0:
            unit = units[back]
            if unit.links:
                return True
            if not unit.linked_over:
                return False
            back -= 1
        return False

    def _impersonal(self, at: int) -> bool:
        """Say whether "it was agreed" stands at `at`."""
        if self._is_state(at):
            return False
        back = self._back(at)
        agent = self.units[back - 1].agent if back > 0 else None
        return agent is not None and agent.sort is _THING

    def _is_infinitive(self, at: int, cue: Cue) -> bool:
        """Say whether a cue goes on with an infinitive: "stressed the need to consult and offer help"."""
        said = self.words
        if said[at] != cue.lemma or said[at - 1] not in ("and", ",", "or"):
            return False
        if cue.kind == "plan" and self._after(at) == "to":
            return False  # "discussed how to lower tariffs and plan to meet"
        infinitive = next((i for i in range(at - 2, self.subject_at, -1) if said[i] == "to"), 0)
        return any(
            self.subject_at < index < infinitive and said[index].endswith("ed")
            for index in self.acting
        )

    def _that_acts(self, at: int) -> bool:
        """Say whether a "that" clause promises conduct: it has a "will", "would" or a bare verb."""
        said = self.words
        acting = together = False
        for index in range(at + 1, min(at + 30, len(said))):
            word = said[index]
            if not word:  # an agent; with a noun behind it, it is no more than an adjective
                following = self._skip(index + 1)
                if following >= len(said) or said[following] in _SHARES:
                    acting = True
                agent = self.units[index].agent
                # "all countries should" asks the world
                together = agent is not None and agent.sort in _ALL_OF_THEM
                together = together and not self.low.startswith("all ", self.starts[index])
            if word in _ACTS:
                following = self._skip(index + 1)
                if following < len(said) and said[following] == "be":
                    following = self._skip(following + 1)
                # "agreed that an accord would bring benefits" tells what is expected
                return acting or following >= len(said) or said[following] not in words.EFFECT
            if word == "should" and together:
                return True  # "agreed that both sides should finish it"
            if word in _RESTS:
                return False
        return False

    def _may_act(self, actors: Subject) -> bool:
        """Say whether the actors are among those who meet, or speak for themselves here."""
        present = self.resolver.participants
        if len(present) < 2:
            return True
        for code in actors.codes:
            if code in present or code in self.resolver.met:
                return True
        speaker = self.resolver.speaker
        return speaker is not None and set(actors.codes) <= set(speaker.codes) and self.spoken

    def _is_asked(self, actors: Subject) -> bool:
        """Say whether these are asked to act here: the "would" behind a hope promises nothing."""
        return bool(self.asked) and set(actors.codes) <= set(self.asked)

    def _asks_other(self, at: int, actors: Subject) -> tuple[str, ...] | None:
        """Return whom a hope "that Japan would …" addresses; None if it is the speaker's own."""
        units, said = self.units, self.words
        for index in range(at + 1, min(at + 9, len(units))):
            agent = units[index].agent
            if agent is None:
                if said[index] in ("to", "will", "would", "."):
                    break
                continue
            if said[index - 1] in words.PREPOSITIONS:
                continue  # "hopes that talks with Peru will succeed" asks nothing of Peru
            following = self._skip(index + 1)
            if following < len(units) and said[following] in _OF_OTHERS:
                codes = self.resolver.subject([agent]).codes
                if codes and not set(codes) & set(actors.codes):
                    return codes
                return None
        if self._after(at) == "that":
            # "hope that the summit of ASEAN will succeed": a wish about the world
            for index in range(at + 2, min(at + _WISHED, len(units))):
                if units[index].agent is not None and not self._hangs(index):
                    return None
                if said[index] in _OF_OTHERS:
                    break
            return ()
        return None

    def _hangs(self, at: int) -> bool:
        """Say whether an agent hangs on a preposition: "at the summit of ASEAN"; "talks with Peru" are joint conduct."""
        before = at - 1
        while self.words[before] in words.ARTICLES:
            before -= 1
        return self.words[before] in _AWAY

    def _hit(
        self,
        rule: str,
        at: int,
        cue: Cue,
        actors: Subject | None,
        force: Force | None = None,
        *,
        again: bool = False,
        addressees: tuple[str, ...] = (),
    ) -> bool:
        if actors is None or not actors.codes or self.conditional or self.outsider:
            return False
        if self.circumstance and actors is self.subject:
            return False
        spot = self.starts[at]
        for start, end in self.muted:
            if start <= spot < end:
                return False
        force = force or cue.force
        assert force is not None
        self.hits.append(
            Hit(
                rule,
                actors,
                force,
                again or self._reaffirmed(at, cue),
                (spot, self._end(at)),
                self._content(at),
                addressees,
            )
        )
        return True
