"""The agenda of a sentence: what its verbs and nouns of discussion and concern present."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
_AT_LENGTH = frozenset(["detail", "depth", "length"])
_POSSESSIVE = frozenset(["their", "its", "his", "her", "our"])


class Discussions:
    """Follows the words that present matters to what they present."""

    __slots__ = ("chunker", "findings")

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.chunker: Chunker = findings.chunker

    def cue(self, what: str, at: int, after: int) -> None:
        """Follow one form that can present a matter."""
        if at in self.findings.covered:
            return
        if what == "concern" and self.chunker.words[at] == "concerned" and self._of_meeting(at):
            what = "meeting verb"  # "The talks concerned …"
        if what == "condemn":
            if self.chunker.words[at - 1] not in _BE:
                after += self.chunker.words[after] == "to"
                after = self._terms(after)
                self._take("issue.condemned", at, after, after)
        elif what == "concern":
            self._concern(at, after)
        elif what == "presented":
            self._passive(at, at, after)
        elif what == "discussed":
            if self.chunker.words[at - 1] in _BE and self.chunker.kinds[after] in "cpxy":
                self._passive(at, at - 1, after)
        elif what == "meeting verb":
            if self._of_meeting(at) and not self._promised(at):
                self._take("issue.meeting", at, after, self._aside(after))
        elif (after - at > 2 or not self._is_noun(at, what)) and not self._promised(at):
            if what == "discuss":
                self._discussed(at, after)
            else:
                self._discussed_on(at, after)

    def _terms(self, at: int) -> int:
        """Skip "in the strongest possible terms"."""
        if self.chunker.words[at] == "in":
            for index in range(at + 1, min(at + 6, len(self.chunker.units))):
                if self.chunker.words[index] in ("terms", "manner"):
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
            risen = self.chunker.words[first.head] in self.chunker.classes.raised
            if risen and not self.chunker.is_named(first.first, first.last):
                return False
        for phrase in phrases:
            if (
                self.chunker.words[phrase.first - 1] in self.chunker.classes.undone
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
            unit.word in _POSSESSIVE and self.chunker.words[index - 1] in ("and", ",")
            for index, unit in enumerate(inner, start + 1)
        )

    def _is_noun(self, at: int, what: str) -> bool:
        """Say whether a form like "review" or "raise" is no verb here."""
        word = self.chunker.words[at]
        if word.endswith(("ed", "ing", "s")) or word in ("spoke", "exchanged views", "took"):
            if word.endswith("ed"):
                return self.chunker.kinds[at - 1] == "d"  # "the discussed matters"
            return False
        if what == "discuss on" and word in self.chunker.classes.talk:
            return False
        before = at - 1
        while self.chunker.kinds[before] == "y" or self.chunker.words[before] in (
            "also",
            "further",
        ):
            before -= 1
        return not (
            self.chunker.words[before] == "to"
            or self.chunker.words[before] in _MODALS
            or self.chunker.kinds[before] in "Ax"
            or self.chunker.words[before] in ("and", ",")
        )

    def _promised(self, at: int) -> bool:
        """Say whether the discussion is only planned: "agreed to discuss", "will focus on"."""
        chunker = self.chunker
        before = at - 1
        while before >= 0 and (
            chunker.kinds[before] == "y"
            or chunker.words[before] in ("also", "further", "be", "jointly")
        ):
            before -= 1
        word = chunker.words[before]
        if word in _MODALS:
            return True
        if chunker.words[at].endswith("ed") and word != "be":
            return False
        for index in range(before, max(-1, before - 20), -1):
            unit = chunker.units[index]
            if unit.word in (";", ":", "."):
                break
            if unit.word in ("after", "during", "following") or unit.verb == "report":
                return False
            if unit.verb == "meet" and chunker.words[index - 1] != "to":
                return chunker.words[index - 1] in _MODALS
            if unit.agent is None and any(cue.kind in _PROMISING for cue in unit.cues):
                kinds = {cue.kind for cue in unit.cues}
                if "noun" not in kinds and chunker.kinds[index - 1] in "dg" and index != before:
                    continue
                return True
        return False

    def _aside(self, at: int) -> int:
        """Skip what stands between a verb and its object: adverbs, "with his colleague", asides."""
        chunker = self.chunker
        for _ in range(6):
            word = chunker.words[at]
            if chunker.kinds[at] == "y" or word in ("also", '"', "today", "further"):
                at += 1
            elif word == "," and chunker.words[at + 1] in ("among", "inter", "in", "with"):
                at = self._to_comma(at + 1)
            elif word in ("in", "at") and chunker.words[at + 1] in _AT_LENGTH:
                at += 2
            elif word == "among" and chunker.words[at + 2] in _ASIDE:
                at += 3
            elif word == "with":
                core = chunker.core(at + 1)
                if core is None:
                    break
                at = core.core
            elif word == "," and at > 1 and chunker.kinds[at + 1] in "daA":
                at += 1
            else:
                break
        return at

    def _to_comma(self, at: int) -> int:
        for index in range(at, min(at + 10, len(self.chunker.units))):
            if self.chunker.words[index] == ",":
                return index + 1
        return at

    def _discussed(self, at: int, after: int) -> None:
        chunker = self.chunker
        before = at - 1
        while chunker.kinds[before] == "y" or chunker.words[before] == "also":
            before -= 1
        going_on = chunker.words[at].endswith("ing")  # "are discussing"
        if not going_on and (chunker.words[before] in _BE or chunker.words[after] in _BE):
            self._passive(at, before if chunker.words[before] in _BE else after, after)
            return
        if chunker.words[at - 1] in TOPICS and not going_on:
            among = self._among(at - 1)
            if among > 0:
                self._passive(at, among, after)  # "Tariffs were among the issues discussed"
                return
        if chunker.words[after] in _REDUCED and chunker.words[after + 1] not in _AT_LENGTH:
            return  # "the matters discussed in the committee"
        self._take("issue.discussed", at, after, self._aside(after))

    def _among(self, at: int) -> int:
        """Return where the verb stands in "was also among the main topics |", or 0."""
        words, kinds = self.chunker.words, self.chunker.kinds
        for index in range(at - 1, max(0, at - 5), -1):
            if words[index] == "among":
                index -= 1
                while kinds[index] == "y" or words[index] == "also":
                    index -= 1
                return index if words[index] in _BE else 0
        return 0

    def _passive(self, at: int, be: int, after: int) -> None:
        """Read "Trade and Gaza were also discussed", "Also discussed were …"."""
        chunker = self.chunker
        if be >= after:
            self._take("issue.discussed", at, after, be + 1)
            return
        while be > 0 and (chunker.words[be - 1] in _BE or chunker.words[be - 1] in ("has", "have")):
            be -= 1
        start = 0
        for index in range(be - 1, max(-1, be - 40), -1):
            if chunker.words[index] in (";", "that", "while", "where"):
                start = index + 1
                break
        agenda = Agenda(chunker, subject=True)
        phrases, end = agenda.matters(start)
        if end < be and chunker.kinds[start] == "p" and "," in chunker.words[start:be]:
            # "During the meeting, trade and visas were discussed"
            agenda = Agenda(chunker, subject=True)
            phrases, end = agenda.matters(chunker.words.index(",", start) + 1)
        if end != be and not (end == be - 1 and chunker.words[end] == ","):
            return
        if not phrases and (listed := enumerated(chunker, after)):
            # "A range of issues was discussed, including trade"
            self._take("issue.discussed", at, after, listed)
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
            word = chunker.words[index]
            if word in _ABOUT:
                following = chunker.words[index + 1]
                if following in ("phone", "telephone") or chunker.words[index + 2] in (
                    *("phone", "telephone", "sidelines", "margins", "occasion"),
                ):
                    continue
                if following[:1].isdigit() or following.endswith("day"):
                    continue
                if following in chunker.classes.adverbial or following in chunker.classes.time:
                    continue  # "on behalf of"
                self._take("issue.discussed", at, after, index + 1)
                return
            if word in (";", ".", ":", "that") or (index > after and chunker.units[index].verb):
                return
            if word == "," and chunker.units[index - 1].agent is None:
                if chunker.units[index + 1 : index + 2] and chunker.words[index + 1] not in _ABOUT:
                    return

    def _of_meeting(self, at: int) -> bool:
        """Say whether the subject of a verb is a meeting, or the topics of one."""
        chunker = self.chunker
        talk = chunker.classes.talk
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
        word = chunker.words[after]
        if word[:1].isdigit() or word in chunker.classes.adverbial or chunker.kinds[after] == "i":
            return
        agenda = Agenda(chunker)
        phrases, end = agenda.matters(after)
        if chunker.words[end] != "," and chunker.words[end - 1] != ",":
            return
        cue = self.findings.extent(0, after)
        for phrase in phrases:
            if chunker.words[phrase.head] in (
                "margins",
                "sidelines",
                "occasion",
                "side",
                "part",
                "eve",
            ):
                continue
            if (
                chunker.words[phrase.first].endswith("day")
                or chunker.words[phrase.head][:1].isdigit()
            ):
                continue
            self.findings.keep("issue.topic", phrase, cue, phrase.first)

    def _concern(self, at: int, after: int) -> None:
        chunker = self.chunker
        noted = "with" in (chunker.words[at - 1], chunker.words[at - 2])
        if noted and chunker.words[after] not in _FEARED:
            # "noted with grave concern the increasing use of drones"
            if chunker.kinds[after] in "dawiA":
                self._take("issue.concern", at, after, after)
            return
        for index in range(after, min(after + 4, len(chunker.units))):
            if chunker.words[index] in _FEARED:
                self._take("issue.concern", at, after, index + 1)
                return
            if chunker.words[index] in (".", ",", "that", "of", ";"):
                return

    def listed(self, at: int) -> None:
        """Read the members of a container: "challenges of mutual concern, including piracy"."""
        chunker = self.chunker
        if at in self.findings.covered:
            return
        after = at + 1
        if chunker.words[after] == "of":
            core = chunker.core(after + 1)
            after = core.core if core else after
        start = enumerated(chunker, after)
        if not start or chunker.words[start - 1] in (":", "–", "—", "on"):
            return
        if chunker.words[at] in TOPICS:
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
