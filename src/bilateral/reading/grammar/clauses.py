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
    from bilateral.reading.units import Cue


#: verbs that begin to tell of something else: "and discussed …", "and thanked …"
_NEXT_ACTS = frozenset(["praise", "discuss", "condemn", "meet"])


class Clauses(Subjects):
    """Questions that the rules ask about the clause of a cue."""

    def _after(self, at: int) -> str:
        """Return the word behind a unit, or the empty string before an agent."""
        units = self.units
        return units[at + 1].word if at + 1 < len(units) and units[at + 1].agent is None else ""

    def _complement(self, at: int, cue: Cue) -> bool:
        """Say whether what follows the cue is among what the table allows."""
        if not cue.follows:
            return True
        following = self._skip(at + 1)
        units = self.units
        if following < len(units) and units[following].word == ",":
            # "are committed, where applicable, to"
            for close in range(following + 1, min(following + 16, len(units) - 1)):
                if units[close].word == ",":
                    following = close + 1
                    break
        if following >= len(units):
            return False
        unit = units[following]
        follows = cue.follows
        start = units[at].end
        if unit.agent is not None:
            if "agent" in follows or "noun" in follows:
                return True
            # "promised Malaysia to …", "pledged the United States would …"
            after = units[following + 1].word if following + 1 < len(units) else ""
            return (after in follows and after in ("to", "that")) or (
                "that" in follows and after in ("will", "would", "shall")
            )
        word = unit.word
        if word in follows:
            view = words.VIEW_OF.match(self.low, start, self.end)
            return view is None or word not in ("on", "upon", "that", "in")
        if "amount" in follows and words.AMOUNT.match(self.low, start, min(self.end, start + 80)):
            return True
        if "verb" in follows and word.endswith("ing") and len(word) > 4:
            return True
        if "agent" in follows:
            window = units[following : following + 6]
            if any(u.agent is not None or u.word in words.OTHERS for u in window):
                return True
        if "noun" in follows:
            return word not in words.PREPOSITIONS and word not in (
                ".",
                ",",
                "to",
                "and",
                "that",
                ";",
                ":",
            )
        return False

    def _negated(self, at: int) -> bool:
        """Say whether a word right before the cue takes the promise away."""
        units = self.units
        return any(units[index].word in words.NEGATIONS for index in range(max(0, at - 3), at))

    def _past(self, at: int) -> bool:
        """Say whether the words date a promise before the report: "had agreed", "agreed in 2019"."""
        units = self.units
        back = at - 1
        while back >= 0 and back >= at - 3 and units[back].agent is None:
            if units[back].word == "had" and self.state.spoken:
                return False  # reported speech: "said that it had committed"
            if units[back].word in ("had", "previously", "earlier", "originally", "once"):
                return True
            back -= 1
        if at > 0 and units[at - 1].word in ("have", "has", "'ve", "will", "to"):
            return False
        word = units[at].word
        if not word.endswith(("ed", "ook", "ore")):
            return False
        span = self.low[units[at].end : units[at].end + 24]
        near = words.PAST_YEAR.match(span.strip())
        clause = self.low[max(units[0].start, units[at].start - 70) : units[at].start]
        for match in (near, *reversed(list(words.PAST_YEAR.finditer(clause)))):
            if match is None:
                continue
            year = match.group(1)
            if year is None or self.year is None or int(year) < self.year:
                return True
        return False

    def _content(self, at: int) -> tuple[int, int]:
        """Return what is promised: from behind the cue to the end of the clause."""
        start = self.units[at].end
        end = self.end
        match = words.CLAUSE_END.search(self.low, start, end)
        if match is not None and match.start() > start + 12:
            end = match.start()
        for index in range(at + 3, len(self.units)):
            unit = self.units[index]
            if unit.start >= end:
                break
            if unit.verb not in _NEXT_ACTS or unit.word.endswith("ing"):
                continue
            previous = self.units[index - 1]
            agent = previous.agent
            if previous.word in ("and", ",") or (agent and agent.sort is not Sort.OWNER):
                end = unit.start
                break
        return (start, end) if end > start else (self.units[at].start, self.end)

    def _reaffirmed(self, at: int, cue: Cue) -> bool:
        if cue.continues or words.NOT_STOP.match(self.low, self.units[at].end, self.end):
            return True
        after, before = words.continuing()
        units = self.units
        following = at + 1
        seen = 0
        while following < len(units) and seen < 3:
            unit = units[following]
            if unit.agent is None:
                if unit.word in after and (unit.word not in words.CONDUCT or seen == 0):
                    # "pledged to further their work", but "agreed to further talks"
                    if unit.word != "further" or self._after(following) in words.POSSESSIVE:
                        return True
                if unit.word not in ("to", "not", "also", "on", "that", "would", "will", "both"):
                    seen += 1
            following += 1
        if any(
            units[i].word in before for i in range(max(0, at - 3), at) if units[i].agent is None
        ):
            return True
        again = self.state.again_at
        if again >= 0:
            window = units[again + 1 : again + 4]
            if any(unit.word == "that" for unit in window) or (
                len(window) > 0 and window[0].agent is not None
            ):
                return not any(
                    u.word == "and"
                    and units[i + again + 2].word in ("committed", "agreed", "pledged")
                    for i, u in enumerate(units[again + 1 : at])
                    if i + again + 2 < len(units)
                )
        return False

    def _linked(self, at: int) -> bool:
        """Say whether a participle is an adjective of state: "are committed", "remain determined"."""
        units = self.units
        back = at - 1
        while back >= 0 and units[back].agent is None:
            word = units[back].word
            if word in words.BE or word in words.LINKING:
                return True
            if word in words.HAVE or word == "had":
                return False
            if word in words.ADVERBS or word == '"' or word.endswith("ly"):
                back -= 1
                continue
            return False
        return False

    def _impersonal(self, at: int) -> bool:
        """Say whether "it was agreed" stands at `at`."""
        back = self._back(at)
        agent = self.units[back - 1].agent if back > 0 else None
        return agent is not None and agent.sort is Sort.THING

    def _that_acts(self, at: int) -> bool:
        """Say whether a "that" clause promises conduct: it has a "will", "would" or a bare verb."""
        units = self.units
        acting = False
        for index in range(at + 1, min(at + 30, len(units))):
            unit = units[index]
            acting = acting or unit.agent is not None
            if unit.word in ("will", "would", "shall", "'ll", "to work", "intend", "plan"):
                following = self._skip(index + 1)
                if following < len(units) and units[following].word == "be":
                    following = self._skip(following + 1)
                # "agreed that an accord would bring benefits" tells what is expected
                return (
                    acting or following >= len(units) or units[following].word not in words.EFFECT
                )
            if unit.word in ("is", "are", "must", "should", "remains", "has", "was", "were", "can"):
                return False
        return False

    def _may_act(self, actors: Subject) -> bool:
        """Say whether the actors are among those who meet, or speak for themselves here."""
        present = self.resolver.participants
        if not present or any(code in present for code in actors.codes):
            return True
        speaker = self.resolver.speaker
        return speaker is not None and set(actors.codes) <= set(speaker.codes) and self.state.spoken

    def _is_asked(self, actors: Subject) -> bool:
        """Say whether these are asked to act here: the "would" behind a hope promises nothing."""
        return bool(self.state.asked) and set(actors.codes) <= set(self.state.asked)

    def _asks_other(self, at: int, actors: Subject) -> tuple[str, ...] | None:
        """Return whom a hope "that Japan would …" addresses; None if it is the speaker's own."""
        units = self.units
        for index in range(at + 1, min(at + 9, len(units))):
            agent = units[index].agent
            if agent is None:
                if units[index].word in ("to", "will", "would", "."):
                    break
                continue
            following = self._skip(index + 1)
            if following < len(units) and units[following].word in (
                "will",
                "would",
                "can",
                "could",
                "to",
            ):
                codes = self.resolver.subject([agent]).codes
                if codes and not set(codes) & set(actors.codes):
                    return codes
                return None
        if self._after(at) == "that":
            # "hope that the talks will succeed": a wish about the world
            for index in range(at + 2, min(at + 5, len(units))):
                if units[index].agent is not None:
                    return None
            return ()
        return None

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
        if actors is None or not actors.codes or self.state.conditional:
            return False
        if self.state.circumstance and actors is self.state.subject:
            return False
        if self.state.outsider:
            return False
        unit = self.units[at]
        if any(start <= unit.start < end for start, end in self.muted):
            return False
        force = force or cue.force
        assert force is not None
        reaffirmed = again or self._reaffirmed(at, cue)
        content = self._content(at)
        spot = (unit.start, unit.end)
        self.hits.append(Hit(rule, actors, force, reaffirmed, spot, content, addressees))
        return True
