"""The rules for verbs and adjectives of commitment, one method a class of ``cues.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from bilateral.model.commitments import Force
from bilateral.reading.agents import Sort
from bilateral.reading.grammar import words
from bilateral.reading.grammar.impersonal import Impersonal

if TYPE_CHECKING:
    from bilateral.reading.coreference import Subject
    from bilateral.reading.tags import Cue

#: Python 3.11 takes as long for each `Sort.TOGETHER` as for a call.
_TOGETHER, _WE = Sort.TOGETHER, Sort.WE
_OWN = frozenset(["their", "his", "her", "our", "its", "teams", "ministers", "officials"])
_MEANWHILE = frozenset(
    ["also", "now", "both", "currently", "already", "actively", "jointly", "together"]
)


#: what stands between those who act and the verb that tells of them
_BETWEEN = frozenset(["and", ",", "also", "both", "successfully", "soon", "further", "certainly"])
#: the goal of what is signed stands among so many units
_REACH = 28
#: the party with whom one agrees stands among so many
_NEAR = 8
_ENDS = frozenset([";", ":", "that", "which", "who", "while", "whereby"])
_NO_GOAL = _OWN | words.ARTICLES | words.POSSESSIVE | {"date", "which", "whom", "be"}
_NO_PLAN = frozenset(["to", "should", "must"])
_DETERMINERS = words.POSSESSIVE | words.ARTICLES


def _is_call(word: str) -> bool:
    """Say whether a form of a verb of asking is a noun, too: "call", "appeals to"."""
    return word.startswith(("call", "appeal", "request", "demand"))


class Verbs(Impersonal):
    """Rules whose cue is a verb, or an adjective behind a linking verb.

    Each returns whether it made a hit.
    """

    def _on_commit(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or (self._linked(at) and not self._impersonal(at)):
            return False
        partner = self._partner(at)
        if partner > 0:
            word = self._after(partner)
            if word not in cue.follows or not self._binds(partner, word):
                return False
        elif not self._complement(at, cue):
            return False
        if self._negated(at) or self._past(at) or self._is_infinitive(at, cue):
            return False
        behind = max(at, partner)
        if self._after(behind) == "that" and not self._that_acts(behind + 1):
            return False
        self.spoken = True
        actors = self._actor(at)
        if partner > 0 and actors is not None:
            actors = self._together(actors, partner)
        return self._hit("commitment.verb", at, cue, actors)

    def _partner(self, at: int) -> int:
        """Return where the party stands with whom one "agreed with Malaysia to", or -1."""
        if self._after(at) != "with":
            return -1
        for index in range(at + 2, min(at + _NEAR, len(self.units))):
            if self.units[index].agent is not None:
                return index
            if self.words[index] in words.PREPOSITIONS:
                break
        return -1

    def _together(self, actors: Subject, partner: int) -> Subject:
        """Return the actors and the party with whom they act."""
        agent = self.units[partner].agent
        assert agent is not None  # `_partner` has found it
        codes = self.resolver.subject([agent]).codes
        return evolve(actors, codes=tuple(dict.fromkeys([*actors.codes, *codes])), plural=True)

    def _on_seal(self, at: int, cue: Cue) -> bool:
        """Read "signed a memorandum of understanding (MoU) to open a port": what it is signed for."""
        if self._is_adjective(at) or self._linked(at) or self._negated(at) or self._past(at):
            return False
        back = self._back(at)
        if back >= 0 and self.words[back] == "to":
            return False  # "plans to sign …": the plan is read
        goal = self._goal(at)
        if goal < 0:
            return False
        between = self.low[self._end(at) : self.starts[goal]]
        if words.dated(between) and words.PAST_YEAR.search(between):
            return False
        return self._hit("commitment.verb", at, cue, self._actor(at))

    def _goal(self, at: int) -> int:
        """Return where the "to" of a signed accord stands, before a bare verb; -1 if it names no goal."""
        said, units = self.words, self.units
        accord = False
        for index in range(at + 1, min(at + _REACH, len(said) - 1)):
            word = said[index]
            if word in words.ACCORDS:
                accord = True
            elif word in _ENDS:
                break
            elif word == "to" and accord and not said[index - 1].endswith(("ing", "ed")):
                following = units[index + 1]  # not "agreement relating to tariffs"
                bare = following.agent is None and following.word not in _NO_GOAL
                return index if bare else -1
        return -1

    def _on_instruct(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or self._linked(at):
            return False
        window = self.words[at + 1 : at + 9]
        if "to" not in window and "with" not in window:
            return False
        # an agent has no word
        if "" not in window and _OWN.isdisjoint(window) and " teams" not in self.words[at]:
            return False
        return self._hit("commitment.instruction", at, cue, self._actor(at))

    def _on_modal(self, at: int, cue: Cue) -> bool:
        actors = self._actor(at) or self._joint(at)
        if actors is None:
            return False
        if at + 1 >= len(self.units):
            return False
        if self.words[at].endswith(" to") and self._after(at) == "be" and not actors.plural:
            return False  # "Japan is to be commended"
        if not self._may_act(actors) or self._is_asked(actors) or self._is_believed(at, actors):
            return False
        said = self.words
        if at > 4 and said[at - 1] == "," and self.units[at - 2].verb == "report":
            if said[at - 4] == "," and said[at - 5] in ("which", "that"):
                return False  # "the sector, which, he said, will grow"
        low = self.low
        if words.threatens(low, self.starts[0], self.end):
            return False
        if not words.DENIALS.isdisjoint(self.words[max(0, at - 3) : at]):
            return False
        behind = self._end(at)
        ahead = min(self.end, behind + 40)
        if len(actors.codes) == 1 and not actors.plural and words.TRAVEL.match(low, behind, ahead):
            return False
        if words.NO_PLEDGE_BE.match(low, behind, ahead) or words.BEFALLS.match(low, behind, ahead):
            return False
        return self._hit("commitment.modal", at, cue, actors)

    def _is_believed(self, at: int, actors: Subject) -> bool:
        """Say whether somebody only believes that others will act: "voiced his belief that Peru will"."""
        if actors.sort is _WE or self.low.startswith("our ", actors.start):
            return False
        said = self.words
        back = at - 1
        while back > 0 and at - back < _REACH and (not said[back] or said[back] in _BETWEEN):
            back -= 1
        if back > 0 and said[back] == "that":
            back -= 1
        return said[back] in words.BELIEFS

    def _on_reported(self, at: int, cue: Cue) -> bool:
        if not self.spoken or self._after(at) in ("like", "have", "be"):
            return False
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        if self._is_asked(actors):
            return False
        behind = self._end(at)
        ahead = min(self.end, behind + 40)
        if not actors.plural and words.TRAVEL.match(self.low, behind, ahead):
            return False
        return self._hit("commitment.reported", at, cue, actors)

    def _on_plan(self, at: int, cue: Cue) -> bool:
        word = self.words[at].partition(" ")[0]
        if self._is_adjective(at) or not self._complement(at, cue) or self._negated(at):
            return False
        if self._is_infinitive(at, cue):
            return False
        if not words.COURTESIES.isdisjoint(self.words[at + 1 : at + 6]) and self._after(at) != "to":
            return False  # "offered their condolences"
        if word in ("intended", "planned", "aimed") and not self.spoken:
            return False
        if self._linked(at) and not word.endswith("ing"):
            return False
        if (
            self._after(at) == "to"
            and self.words[at + 2 : at + 3]
            and self.words[at + 2] in words.ARTICLES
        ):
            return False  # "the dinner offered to the guests"
        back = self._back(at)
        if back >= 0 and self.words[back] in _NO_PLAN:
            return (
                False  # "to seek …" tells the purpose of another act, "should aim" what others want
            )
        actors = self._actor(at)
        if actors is None or not self._may_act(actors) or self._travels(at, actors):
            return False
        return self._hit("commitment.plan", at, cue, actors)

    def _travels(self, at: int, actors: Subject) -> bool:
        """Say whether one side only tells where it goes: "plans to visit Peru in May"."""
        if actors.plural or len(actors.codes) > 1:
            return False
        behind = self._end(at)
        if self._after(at) == "to":
            behind = self._end(at + 1)
        return words.TRAVEL.match(self.low, behind, min(self.end, behind + 40)) is not None

    def _on_carry(self, at: int, cue: Cue) -> bool:
        if self.words[at] == "continued" or not self._complement(at, cue):
            return False
        if self.low.startswith(" to be ", self._end(at)):
            return False
        back = self._back(at)
        if back < 0 or self.words[back] in ("to", "will", "would", "should", "must", "can"):
            return False
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.continuing", at, cue, actors)

    def _on_progress(self, at: int, cue: Cue) -> bool:
        said = self.words
        back = at - 1
        while back >= 0 and (said[back] in _MEANWHILE or said[back].endswith("ly")):
            back -= 1
        if back < 0:
            return False
        if said[at] in ("work", "cooperate"):
            if said[back] and said[back] != "and":
                return False
            if not self._complement(at, cue):
                return False
            actors = self._actor(at)
            if actors is None or not actors.plural:
                return False
        else:
            if said[back] not in words.PRESENT_BE or not self._complement(at, cue):
                return False
            actors = self._actor(back)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.progress", at, cue, actors)

    def _on_give(self, at: int, cue: Cue) -> bool:
        said = self.words
        back = at - 1
        while back >= 0 and (said[back].endswith("ly") or said[back] in ("also", "now")):
            back -= 1
        if back < 0 or said[back] not in words.PRESENT_BE or not self._complement(at, cue):
            return False
        if self._after(at) == "to":
            return False  # "the assistance that Japan is providing to Malaysia"
        actors = self._actor(back)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.gift", at, cue, actors)

    def _on_announce(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or self._linked(at):
            return False
        if not self._amount(at) and not self._founds(at, cue):
            return False
        return self._hit("commitment.announcement", at, cue, self._actor(at))

    def _founds(self, at: int, cue: Cue) -> bool:
        """Say whether what is announced is a beginning: "announced the establishment of a fund"."""
        window = self.units[at + 1 : at + 5]
        return any(unit.word in cue.follows and unit.agent is None for unit in window)

    def _on_state(self, at: int, cue: Cue) -> bool:
        if not self._linked(at) or not self._complement(at, cue) or self._negated(at):
            return False
        units = self.units
        back = at - 1
        while back > 0 and not units[back].links:
            back -= 1
        link = self.words[back]
        actors = self._actor(back)
        if actors is None and units[at].word in words.SCHEDULED:
            actors = self._joint(back)
        if actors is None or not self._may_act(actors):
            return False
        if link in ("was", "were") and not self.spoken:
            return False
        if units[at].word in words.SCHEDULED and self._travels(at, actors):
            return False
        again = link in ("remain", "remains", "remained", "stay", "stays")
        return self._hit("commitment.state", at, cue, actors, again=again)

    def _on_appear(self, at: int, cue: Cue) -> bool:
        if not self._complement(at, cue):
            return False
        return self._hit("commitment.appearance", at, cue, self._actor(at))

    def _on_wish(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or not self._complement(at, cue) or self._negated(at):
            return False
        # "cannot break the law and expect to gain": a bare verb shares the auxiliary that is denied
        if at > 0 and self.words[at - 1] == "and" and self.words[at] == cue.lemma:
            if any(unit.negates for unit in self.units[max(0, at - 8) : at - 1]):
                return False
        if self._after(at) == "to":
            verb = self._skip(at + 2)
            if verb < len(self.units) and self.words[verb] in words.UTTERANCES:
                return False  # "I want to stress that …": no wish but a way to say it
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        asked = self._asks_other(at, actors)
        if asked is not None:
            self.asked = asked or (*actors.codes, *self.resolver.participants)
            if not asked:
                return False
            return self._hit("request.hope", at, cue, actors, Force.REQUEST, addressees=asked)
        if "wanted" in self.words[at] and not self.spoken:
            return False
        if self._after(at) == "that":
            # "hopes that it will": the "will" is what is hoped
            self.asked = (*actors.codes, *self.resolver.participants)
        return self._hit("commitment.wish", at, cue, actors)

    def _on_request(self, at: int, cue: Cue) -> bool:
        going_on = self.words[at].partition(" ")[0].endswith("ing")  # "are calling on Peru to"
        if self._is_adjective(at) or (self._linked(at) and not going_on) or self._negated(at):
            return False
        if not self._complement(at, cue):
            return False
        actors = self._actor(at)
        self.requested_to = at
        if (
            actors is None
            and at > 0
            and self.words[at - 1] in _DETERMINERS
            and _is_call(self.words[at])
        ):
            # "renewed their calls on Sudan to end the war": the noun, behind a verb that voices it
            governor = self._governor(at - 1)
            if governor >= 0 and any(c.kind == "voice" for c in self.units[governor].cues):
                actors = self._actor(governor)
        if actors is None:
            return False
        if cue.lemma == "call on" and "to" not in self.words[at + 2 : at + 16]:
            return False  # "called on the Prime Minister": a visit
        if not self._asks_somebody(at, cue, actors):
            return False
        codes: tuple[str, ...] = ()
        for unit in self.units[at + 1 : at + 7]:
            if unit.agent is not None:
                found = self.resolver.subject([unit.agent]).codes
                if unit.agent.sort is _TOGETHER:
                    others = set(self.resolver.participants).difference(actors.codes)
                    if len(others) > 1:  # a mediator "urged both sides"
                        found = self.resolver.participants
                codes = tuple([code for code in found if code not in actors.codes])
                break
        return self._hit("request.verb", at, cue, actors, Force.REQUEST, addressees=codes)

    def _asks_somebody(self, at: int, cue: Cue, actors: Subject) -> bool:
        """Say whether a verb of asking asks: with somebody who is asked, or as the verb of its clause.

        "We call for an end to the violence" asks everyone; "plans to encourage investment" asks nobody.
        """
        units = self.units
        following = self._skip(at + 1)
        unit = units[following] if following < len(units) else None
        asked = unit is not None and (
            unit.agent is not None or unit.word in ("that", *words.OTHERS)
        )
        if cue.lemma == "suggest":
            return asked
        if any(
            u.agent is not None or u.word in words.OTHERS for u in units[following : following + 6]
        ):
            if any(u.word == "to" for u in units[following : following + 14]):
                return True
        back = self._back(at)
        if back < 0 or units[back].agent is not None:
            return True
        if units[back].word == "by":
            return False
        if units[back].word == "to":
            return back > 0 and units[back - 1].word.startswith("continu")
        if units[at].word == cue.lemma and actors.named and len(actors.codes) == 1:
            return False  # "Kenya intends to widen trade and encourage investment": an infinitive
        if self.verb >= 0 and units[at].word in (cue.lemma, f"{cue.lemma}ing"):
            # "intend to widen trade and encourage investment" goes on with the infinitive
            governor = self._back(self.verb)
            return governor < 0 or units[governor].word not in ("to", "will", "would", "shall")
        return True
