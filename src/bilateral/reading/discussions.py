"""The agenda of a sentence: what its verbs and nouns of discussion and concern present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from bilateral.gazetteer.issue_words import words
from bilateral.reading.agenda import Agenda, enumerated

if TYPE_CHECKING:
    from bilateral.reading.findings import Findings
    from bilateral.reading.phrases import Chunker

_ABOUT = frozenset(["on", "about", "upon", "over", "regarding", "concerning"])
_FEARED = frozenset(["over", "about", "at", "regarding", "by", "on", "to", "for", "concerning"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_MODALS = frozenset(["will", "shall", "would", "should", "can", "could", "may", "might", "must"])
_PROMISING = frozenset(
    [
        "commit",
        "plan",
        "wish",
        "request",
        "noun",
        "modal",
        "state",
        "carry",
        "instruct",
        "progress",
        "reported",
        "announce",
    ]
)
#: Containers that may list problems, and those that list the matters of an agenda.
LISTS = frozenset(["challenges", "threats", "crises", "problems", "hotspots", "conflicts", "risks"])
TOPICS = frozenset(["issues", "matters", "topics", "concerns", "subjects", "questions"])
_ASIDE = frozenset(["things", "topics", "issues", "matters", "subjects", "points"])
_REDUCED = frozenset(["in", "at", "by", "under", "during", "above", "between", "here"])
_POSSESSIVE = frozenset(["their", "its", "his", "her", "our"])


@define(eq=False)
class Discussions:
    """Follows the words that present matters to what they present."""

    findings: Findings

    @property
    def chunker(self) -> Chunker:
        """The units of the sentence."""
        return self.findings.chunker

    def cue(self, what: str, at: int, after: int) -> None:
        """Follow one form that can present a matter."""
        if at in self.findings.covered:
            return
        if what == "condemn":
            if self.chunker.word(at - 1) not in _BE:
                after += self.chunker.word(after) == "to"
                after = self._terms(after)
                self._take("issue.condemned", at, after, after)
        elif what == "concern":
            self._concern(at, after)
        elif what == "meeting verb":
            if self._of_meeting(at) and not self._promised(at):
                self._take("issue.meeting", at, after, self._aside(after))
        elif not self._is_noun(at, what) and not self._promised(at):
            if what == "discuss":
                self._discussed(at, after)
            else:
                self._discussed_on(at, after)

    def _terms(self, at: int) -> int:
        """Skip "in the strongest possible terms"."""
        if self.chunker.word(at) == "in":
            for index in range(at + 1, min(at + 6, len(self.chunker.units))):
                if self.chunker.word(index) in ("terms", "manner"):
                    return index + 1
        return at

    def _take(self, rule: str, at: int, after: int, start: int) -> bool:
        """Keep the matters that are enumerated from a unit on."""
        agenda = Agenda(self.chunker)
        phrases, _ = agenda.matters(start)
        units = self.chunker.units
        cue = self.findings.extent(at, after)
        if rule in ("issue.condemned", "issue.concern"):
            # "concerns over X and their interest in Y": Y is none
            phrases = [p for p in phrases if self._is_close(start, p.first)]
            phrases = [p for p in phrases if not self.findings.is_party(p)]
        elif units[at].word.startswith("rais") and phrases:
            # "raised the minimum wage", but "raised the U.S. tariffs with Mr Trump"
            first = phrases[0]
            risen = self.chunker.word(first.head) in words("raised")
            if risen and not self.chunker.is_named(first.first, first.last):
                return False
        for phrase in phrases:
            if (
                self.chunker.word(phrase.first - 1) in words("undone")
                and phrase.last == phrase.core
            ):
                continue  # "these attacks" have been named before
            context = agenda.owners.get(phrase.first, phrase.first)
            self.findings.keep(rule, phrase, cue, min(context, phrase.first))
        return bool(phrases)

    def _is_close(self, start: int, at: int) -> bool:
        """Say whether no possessive opens another object between two units."""
        inner = self.chunker.units[start + 1 : at]
        return not any(
            unit.word in _POSSESSIVE and self.chunker.word(index - 1) in ("and", ",")
            for index, unit in enumerate(inner, start + 1)
        )

    def _is_noun(self, at: int, what: str) -> bool:
        """Say whether a form like "review" or "raise" is no verb here."""
        word = self.chunker.word(at)
        if word.endswith(("ed", "ing", "s")) or word in ("spoke", "exchanged views", "took"):
            if word.endswith("ed"):
                return self.chunker.kind(at - 1) == "d"  # "the discussed matters"
            return False
        if what == "discuss on" and word in words("talk"):
            return False
        before = at - 1
        while self.chunker.kind(before) == "y" or self.chunker.word(before) in ("also", "further"):
            before -= 1
        return not (
            self.chunker.word(before) == "to"
            or self.chunker.word(before) in _MODALS
            or self.chunker.kind(before) in "Ax"
            or self.chunker.word(before) in ("and", ",")
        )

    def _promised(self, at: int) -> bool:
        """Say whether the discussion is only planned: "agreed to discuss", "will focus on"."""
        chunker = self.chunker
        before = at - 1
        while before >= 0 and (
            chunker.kind(before) == "y"
            or chunker.word(before) in ("also", "further", "be", "jointly")
        ):
            before -= 1
        word = chunker.word(before)
        if word in _MODALS:
            return True
        if chunker.word(at).endswith("ed") and word != "be":
            return False
        for index in range(before, max(-1, before - 20), -1):
            unit = chunker.units[index]
            if unit.word in (";", ":", "."):
                break
            if unit.word in ("after", "during", "following") or unit.verb == "report":
                return False
            if unit.verb == "meet" and chunker.word(index - 1) != "to":
                return chunker.word(index - 1) in _MODALS
            if unit.agent is None and any(cue.kind in _PROMISING for cue in unit.cues):
                kinds = {cue.kind for cue in unit.cues}
                if "noun" not in kinds and chunker.kind(index - 1) in "dg" and index != before:
                    continue
                return True
        return False

    def _aside(self, at: int) -> int:
        """Skip what stands between a verb and its object: adverbs, "with his colleague", asides."""
        chunker = self.chunker
        for _ in range(6):
            word = chunker.word(at)
            if chunker.kind(at) == "y" or word in ("also", '"', "today", "further"):
                at += 1
            elif word == "," and chunker.word(at + 1) in ("among", "inter", "in", "with"):
                at = self._to_comma(at + 1)
            elif word in ("in", "at") and chunker.word(at + 1) in ("detail", "depth", "length"):
                at += 2
            elif word == "among" and chunker.word(at + 2) in _ASIDE:
                at += 3
            elif word == "with":
                core = chunker.core(at + 1)
                if core is None:
                    break
                at = core.core
            elif word == "," and at > 1 and chunker.kind(at + 1) in "daA":
                at += 1
            else:
                break
        return at

    def _to_comma(self, at: int) -> int:
        for index in range(at, min(at + 10, len(self.chunker.units))):
            if self.chunker.word(index) == ",":
                return index + 1
        return at

    def _discussed(self, at: int, after: int) -> None:
        chunker = self.chunker
        before = at - 1
        while chunker.kind(before) == "y" or chunker.word(before) == "also":
            before -= 1
        going_on = chunker.word(at).endswith("ing")  # "are discussing"
        if not going_on and (chunker.word(before) in _BE or chunker.word(after) in _BE):
            self._passive(at, before if chunker.word(before) in _BE else after, after)
            return
        if chunker.word(after) in _REDUCED:
            return  # "the matters discussed in the committee"
        self._take("issue.discussed", at, after, self._aside(after))

    def _passive(self, at: int, be: int, after: int) -> None:
        """Read "Trade and Gaza were also discussed", "Also discussed were …"."""
        chunker = self.chunker
        if be >= after:
            self._take("issue.discussed", at, after, be + 1)
            return
        while be > 0 and (chunker.word(be - 1) in _BE or chunker.word(be - 1) in ("has", "have")):
            be -= 1
        agenda = Agenda(chunker, subject=True)
        start = 0
        for index in range(be - 1, max(-1, be - 40), -1):
            if chunker.word(index) in (";", "that", "while", "where"):
                start = index + 1
                break
        phrases, end = agenda.matters(start)
        if end != be:
            return
        cue = self.findings.extent(at, after)
        for phrase in phrases:
            # "Japan was discussed" is rare, and "Japan also raised" is misread so
            if chunker.units[phrase.first].agent is None or phrase.last > phrase.first + 1:
                self.findings.keep("issue.discussed", phrase, cue, phrase.first)

    def _discussed_on(self, at: int, after: int) -> None:
        """Find "on" or "about" behind a verb or noun of talking, and what follows it."""
        chunker = self.chunker
        for index in range(after, min(after + 12, len(chunker.units))):
            word = chunker.word(index)
            if word in _ABOUT:
                following = chunker.word(index + 1)
                if following in ("phone", "telephone") or chunker.word(index + 2) in (
                    *("phone", "telephone", "sidelines", "margins", "occasion"),
                ):
                    continue
                if following[:1].isdigit() or following.endswith("day"):
                    continue
                if following in words("adverbial") or following in words("time"):
                    continue  # "on behalf of"
                self._take("issue.discussed", at, after, index + 1)
                return
            if word in (";", ".", ":", "that") or (index > after and chunker.units[index].verb):
                return
            if word == "," and chunker.units[index - 1].agent is None:
                if chunker.units[index + 1 : index + 2] and chunker.word(index + 1) not in _ABOUT:
                    return

    def _of_meeting(self, at: int) -> bool:
        """Say whether the subject of a verb is a meeting, or the topics of one."""
        chunker = self.chunker
        talk = words("talk")
        for index in range(at - 1, max(-1, at - 10), -1):
            unit = chunker.units[index]
            if unit.word in talk and unit.agent is None:
                return True
            if unit.word in (";", "which", "that", "who") or unit.verb in (
                "report",
                "act",
                "praise",
            ):
                return False
        return False

    def opener(self, after: int) -> None:
        """Read the topic that opens a sentence: "On the situation in Gaza, the leaders …"."""
        chunker = self.chunker
        word = chunker.word(after)
        if word[:1].isdigit() or word in words("adverbial") or chunker.kind(after) == "i":
            return
        agenda = Agenda(chunker)
        phrases, end = agenda.matters(after)
        if chunker.word(end) != "," and chunker.word(end - 1) != ",":
            return
        cue = self.findings.extent(0, after)
        for phrase in phrases:
            if chunker.word(phrase.head) in (
                "margins",
                "sidelines",
                "occasion",
                "side",
                "part",
                "eve",
            ):
                continue
            if (
                chunker.word(phrase.first).endswith("day")
                or chunker.word(phrase.head)[:1].isdigit()
            ):
                continue
            self.findings.keep("issue.topic", phrase, cue, phrase.first)

    def _concern(self, at: int, after: int) -> None:
        chunker = self.chunker
        noted = "with" in (chunker.word(at - 1), chunker.word(at - 2))
        if noted and chunker.word(after) not in _FEARED:
            # "noted with grave concern the increasing use of drones"
            if chunker.kind(after) in "dawiA":
                self._take("issue.concern", at, after, after)
            return
        for index in range(after, min(after + 4, len(chunker.units))):
            if chunker.word(index) in _FEARED:
                self._take("issue.concern", at, after, index + 1)
                return
            if chunker.word(index) in (".", ",", "that", "of", ";"):
                return

    def listed(self, at: int) -> None:
        """Read the members of a container: "challenges of mutual concern, including piracy"."""
        chunker = self.chunker
        if at in self.findings.covered:
            return
        after = at + 1
        if chunker.word(after) == "of":
            core = chunker.core(after + 1)
            after = core.core if core else after
        start = enumerated(chunker, after)
        if not start or chunker.word(start - 1) in (":", "–", "—", "on"):
            return
        if chunker.word(at) in TOPICS:
            if not self._promised_before(at):
                self._take("issue.listed", at, after, start)
            return
        kept = len(self.findings.found)
        if self._take("issue.listed", at, after, start):
            # what is listed as a challenge must be one
            listed = [one for one in self.findings.found[kept:] if one.group]
            self.findings.found[kept:] = listed

    def _promised_before(self, at: int) -> bool:
        chunker = self.chunker
        for index in range(at - 1, max(-1, at - 16), -1):
            unit = chunker.units[index]
            if unit.verb == "meet":
                return False
            if unit.verb == "praise":
                return True
            if unit.agent is None and any(cue.kind in _PROMISING for cue in unit.cues):
                return True
        return False
