"""A sentence is read once from left to right; its cues ask the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.reading.grammar import words
from bilateral.reading.grammar.nouns import Nouns
from bilateral.reading.grammar.verbs import Verbs

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilateral.reading.grammar.hits import Hit
    from bilateral.reading.tags import Cue, Unit


#: who said it stands among so many units at the end of the sentence
_TAIL = 7


class Grammar(Verbs, Nouns):
    """Reads the hits of one sentence."""

    def read(self) -> list[Hit]:
        """Return the hits in the order of the sentence."""
        if '"' in self.words:
            self._quotation()
        self.spoken = self._attributed()
        units = self.units
        self.acting = acting = [at for at, unit in enumerate(units) if unit.acts]
        behind = 0
        for at in acting:
            if at < behind:
                continue
            unit = units[at]
            if unit.agent is not None:
                behind = self._agents(at, unit.agent)
                continue
            mark = unit.mark
            if mark == ",":
                self.conditional = False
            elif mark:
                self._mark(at, mark)
            for cue in unit.cues:
                rule = _RULES.get(cue.kind)
                if rule is not None and rule(self, at, cue):
                    break
            if unit.tells:
                self._verb(at, unit)
            elif unit.past and self._follows_subject(at):
                self.verb = at
        return self.hits

    def _mark(self, at: int, word: str) -> None:
        """Note a condition, where it ends, and outsiders."""
        if word == "then":
            self.conditional = False
        elif word in words.CONDITION:
            if word != "once" or self._after(at) != "again":
                self.conditional = self.conditional or word != "should" or at == 0
        else:
            self._outsider(at)

    def _outsider(self, at: int) -> None:
        """Note that an outsider reports: "experts believe …", "according to analysts, …"."""
        following = self._skip(at + 1)
        says = following < len(self.units) and self.units[following].verb == "report"
        if says or "according" in self.words[max(0, at - 4) : at]:
            self.outsider = True

    def _quotation(self) -> None:
        """Find who speaks the words in quotation marks; an outsider's promise nothing."""
        marks = [at for at, word in enumerate(self.words) if word == '"']
        pairs = list(zip(marks[::2], [*marks[1::2], len(self.units)], strict=False))
        inside = {i for start, end in pairs for i in range(start, end + 1)}
        for index, unit in enumerate(self.units):
            if unit.verb != "report" or index in inside:
                continue
            if self._is_document(index - 1) or self._is_document(self._skip(index + 1) + 1):
                return  # what their statement says, those who meet say
            for beside in (index - 1, index + 1):
                if 0 <= beside < len(self.units) and beside not in inside:
                    agent = self.units[beside].agent
                    if agent is not None:
                        self.quoted = [(self.starts[a], self._end(b - 1)) for a, b in pairs]
                        self.resolver.speaker = self.resolver.subject([agent])
                        return
            if index + 1 < len(self.units) and index + 1 not in inside:
                self.muted = [(self.starts[a], self._end(b - 1)) for a, b in pairs]
                return

    def _is_document(self, at: int) -> bool:
        """Say whether a unit is a statement of those who meet."""
        return 0 < at < len(self.units) and self.words[at] in words.DOCUMENTS

    def _attributed(self) -> bool:
        """Say whether the sentence ends in who said it: "Peru would open its market, Rey said"."""
        units, said = self.units, self.words
        last = len(units) - 1
        for at in range(last, max(1, last - _TAIL), -1):
            if units[at].verb != "report":
                continue
            if any(
                unit.mark and unit.agent is None and unit.mark != "," for unit in units[at - 2 :]
            ):
                return False  # an outsider
            for back in range(max(0, at - _TAIL), at):
                if said[back] in (",", '"'):
                    self.attributed_at = self.starts[back]
                    return True
            return False
        return False

    def _verb(self, at: int, unit: Unit) -> None:
        """Note what a verb tells; see `Unit.tells`."""
        if unit.participle and self._is_adjective(at):
            return
        self.verb = at
        if "voice" in unit.kinds:
            self.again_at = at if unit.repeats else -1
            self.spoken = not self._negated(at)
        elif "request" not in unit.kinds:
            self.spoken = (self.spoken or unit.verb == "report") and not self._negated(at)
            self.again_at = -1


#: class of cue → the rule that it asks; a voice makes no commitment by itself
_RULES: dict[str, Callable[[Grammar, int, Cue], bool]] = {
    name.removeprefix("_on_"): getattr(Grammar, name)
    for name in dir(Grammar)
    if name.startswith("_on_")
}
