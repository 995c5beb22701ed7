"""The rules for verbs and adjectives of commitment, one method a class of ``cues.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.model.commitments import Force
from bilateral.reading.grammar import words
from bilateral.reading.grammar.impersonal import Impersonal

if TYPE_CHECKING:
    from bilateral.reading.units import Cue


class Verbs(Impersonal):
    """Rules whose cue is a verb, or an adjective behind a linking verb.

    Each returns whether it made a hit.
    """

    def _on_commit(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or (self._linked(at) and not self._impersonal(at)):
            return False
        if not self._complement(at, cue) or self._negated(at) or self._past(at):
            return False
        word = self._after(at)
        if word == "that" and not self._that_acts(at + 1):
            return False
        self.state.spoken = True
        return self._hit("commitment.verb", at, cue, self._actor(at))

    def _on_instruct(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or self._linked(at):
            return False
        window = self.units[at + 1 : at + 9]
        own = any(
            u.word in ("their", "his", "her", "our", "its", "teams", "ministers", "officials")
            for u in window
        )
        acts = any(u.word in ("to", "with") for u in window)
        spoken = " teams" in self.units[at].word
        if not (own or spoken or any(u.agent is not None for u in window)) or not acts:
            return False
        return self._hit("commitment.instruction", at, cue, self._actor(at))

    def _on_modal(self, at: int, cue: Cue) -> bool:
        actors = self._actor(at) or self._joint(at)
        if actors is None:
            return False
        unit = self.units[at]
        if unit.word.endswith(" to") and self._after(at) == "be" and not actors.plural:
            return False  # "Japan is to be commended"
        if self._after(at) in ("", "have") and at + 1 >= len(self.units):
            return False
        if words.UNLESS.search(self.low, self.units[0].start, self.end):
            return False  # a threat
        single = len(actors.codes) == 1 and not actors.plural
        if single and words.TRAVEL.match(self.low, unit.end, min(self.end, unit.end + 40)):
            return False
        if any(before.word in words.DENIALS for before in self.units[max(0, at - 3) : at]):
            return False
        ahead = min(self.end, unit.end + 40)
        if words.NO_PLEDGE_BE.match(self.low, unit.end, ahead):
            return False
        if words.BEFALLS.match(self.low, unit.end, ahead):
            return False
        if not self._may_act(actors) or self._is_asked(actors):
            return False
        return self._hit("commitment.modal", at, cue, actors)

    def _on_reported(self, at: int, cue: Cue) -> bool:
        if not self.state.spoken or self._after(at) in ("like", "have", "be"):
            return False
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        if self._is_asked(actors):
            return False
        unit = self.units[at]
        if (
            words.TRAVEL.match(self.low, unit.end, min(self.end, unit.end + 40))
            and not actors.plural
        ):
            return False
        return self._hit("commitment.reported", at, cue, actors)

    def _on_plan(self, at: int, cue: Cue) -> bool:
        word = self.units[at].word.partition(" ")[0]
        if self._is_adjective(at) or not self._complement(at, cue) or self._negated(at):
            return False
        if word in ("intended", "planned", "aimed") and not self.state.spoken:
            return False
        if self._linked(at) and not word.endswith("ing"):
            return False
        back = self._back(at)
        if back >= 0 and self.units[back].word == "to":
            return False  # "to seek …" tells the purpose of another act
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.plan", at, cue, actors)

    def _on_carry(self, at: int, cue: Cue) -> bool:
        if self.units[at].word == "continued" or not self._complement(at, cue):
            return False
        if self.low[self.units[at].end : self.units[at].end + 7] == " to be ":
            return False
        back = self._back(at)
        if back < 0 or self.units[back].word in ("to", "will", "would", "should", "must", "can"):
            return False
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.continuing", at, cue, actors)

    def _on_progress(self, at: int, cue: Cue) -> bool:
        units = self.units
        word = units[at].word
        back = at - 1
        while (
            back >= 0
            and units[back].agent is None
            and (
                units[back].word
                in (
                    "also",
                    "now",
                    "both",
                    "currently",
                    "already",
                    "actively",
                    "jointly",
                    "together",
                )
                or units[back].word.endswith("ly")
            )
        ):
            back -= 1
        if back < 0:
            return False
        if not self._complement(at, cue):
            return False
        mark = units[back]
        if word in ("work", "cooperate"):
            if mark.agent is None and mark.word != "and":
                return False
            actors = self._actor(at)
            if actors is None or not actors.plural:
                return False
        else:
            if mark.agent is not None or mark.word not in words.PRESENT_BE:
                return False
            actors = self._actor(back)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.progress", at, cue, actors)

    def _on_give(self, at: int, cue: Cue) -> bool:
        back = at - 1
        units = self.units
        while (
            back >= 0
            and units[back].agent is None
            and (units[back].word.endswith("ly") or units[back].word in ("also", "now"))
        ):
            back -= 1
        if back < 0 or units[back].word not in words.PRESENT_BE or not self._complement(at, cue):
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
        start = self.units[at].end
        sum_ = words.AMOUNT.match(self.low, start, min(self.end, start + 80))
        if sum_ is None and not self._founds(at, cue):
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
        while (
            back > 0 and units[back].word not in words.BE and units[back].word not in words.LINKING
        ):
            back -= 1
        link = units[back].word
        actors = self._actor(back)
        if actors is None and units[at].word in words.SCHEDULED:
            actors = self._joint(back)
        if actors is None or not self._may_act(actors):
            return False
        if link in ("was", "were") and not self.state.spoken:
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
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        asked = self._asks_other(at, actors)
        if asked is not None:
            self.state.asked = asked
            if not asked:
                return False
            return self._hit("request.hope", at, cue, actors, Force.REQUEST, addressees=asked)
        if "wanted" in self.units[at].word and not self.state.spoken:
            return False
        if self._after(at) == "that":
            # "hopes that it will": the "will" is what is hoped
            self.state.asked = (*actors.codes, *self.resolver.participants)
        return self._hit("commitment.wish", at, cue, actors)

    def _on_request(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or self._linked(at) or self._negated(at):
            return False
        if not self._complement(at, cue):
            return False
        actors = self._actor(at)
        self.state.requested_to = at
        if actors is None:
            return False
        if cue.lemma == "call on" and all(u.word != "to" for u in self.units[at + 2 : at + 16]):
            return False  # "called on the Prime Minister": a visit
        window = self.units[at + 1 : at + 7]
        receiver = next((u.agent for u in window if u.agent is not None), None)
        if not self._asks_somebody(at, cue):
            return False
        codes: tuple[str, ...] = ()
        if receiver is not None:
            found = self.resolver.subject([receiver]).codes
            codes = tuple([code for code in found if code not in actors.codes])
        return self._hit("request.verb", at, cue, actors, Force.REQUEST, addressees=codes)

    def _asks_somebody(self, at: int, cue: Cue) -> bool:
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
        if self.state.verb >= 0 and units[at].word in (cue.lemma, f"{cue.lemma}ing"):
            # "intend to widen trade and encourage investment" goes on with the infinitive
            governor = self._back(self.state.verb)
            return governor < 0 or units[governor].word not in ("to", "will", "would", "shall")
        return True
