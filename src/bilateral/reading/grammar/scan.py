"""A sentence is read once from left to right; its cues ask the rules."""

from __future__ import annotations

from bilateral.reading.grammar import words
from bilateral.reading.grammar.hits import Hit
from bilateral.reading.grammar.nouns import Nouns
from bilateral.reading.grammar.verbs import Verbs


class Grammar(Verbs, Nouns):
    """Reads the hits of one sentence."""

    def read(self) -> list[Hit]:
        """Return the hits in the order of the sentence."""
        units = self.units
        self._quotation()
        at = 0
        while at < len(units):
            unit = units[at]
            if unit.agent is not None:
                at = self._agents(at)
                continue
            if unit.word in words.CONDITION and not (unit.word == "should" and at > 0):
                self.state.conditional = True
            elif unit.word == "," or unit.word == "then":
                self.state.conditional = False
            if unit.word in words.OUTSIDERS:
                self._outsider(at)
            if unit.cues:
                self._cues(at)
            if unit.verb or "voice" in unit.kinds or "request" in unit.kinds:
                self._verb(at)
            elif unit.word.endswith("ed") and len(unit.word) > 4 and self._follows_subject(at):
                self.state.verb = at
            at += 1
        return self.hits

    def _outsider(self, at: int) -> None:
        """Note that an outsider reports: "experts believe …", "according to analysts, …"."""
        following = self._skip(at + 1)
        says = following < len(self.units) and self.units[following].verb == "report"
        before = [unit.word for unit in self.units[max(0, at - 4) : at]]
        if says or "according" in before:
            self.state.outsider = True

    def _quotation(self) -> None:
        """Find who speaks the words in quotation marks; an outsider's promise nothing."""
        marks = [i for i, unit in enumerate(self.units) if unit.word == '"']
        if not marks:
            return
        pairs = list(zip(marks[::2], [*marks[1::2], len(self.units)], strict=False))
        inside = {i for start, end in pairs for i in range(start, end + 1)}
        for index, unit in enumerate(self.units):
            if unit.verb != "report" or index in inside:
                continue
            for beside in (index - 1, index + 1):
                if 0 <= beside < len(self.units) and beside not in inside:
                    agent = self.units[beside].agent
                    if agent is not None:
                        self.resolver.speaker = self.resolver.subject([agent])
                        return
            if index + 1 < len(self.units) and (index - 1 in inside or index + 1 not in inside):
                self.muted = [(self.units[a].start, self.units[b - 1].end) for a, b in pairs]
                return

    def _verb(self, at: int) -> None:
        unit = self.units[at]
        state = self.state
        if unit.word == "have" or unit.verb in ("be", "have", "auxiliary", "adverb"):
            return
        if self._is_adjective(at):
            return
        state.verb = at
        if "voice" in unit.kinds:
            again = any(c.kind == "voice" and c.continues for c in unit.cues)
            state.again_at = at if again else -1
            state.spoken = not self._negated(at)
        elif "request" not in unit.kinds:
            state.spoken = (state.spoken or unit.verb == "report") and not self._negated(at)
            state.again_at = -1

    def _cues(self, at: int) -> None:
        for cue in self.units[at].cues:
            handler = getattr(self, f"_on_{cue.kind}", None)
            if handler is not None and handler(at, cue):
                break
