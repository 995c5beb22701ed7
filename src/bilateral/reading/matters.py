"""The units of a sentence → the matters that it presents, by the words that present them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from bilateral.gazetteer.issue_words import Head, heads, rows, words
from bilateral.reading.agenda import Agenda, enumerated
from bilateral.reading.phrases import Chunker, Phrase

if TYPE_CHECKING:
    from bilateral.reading.units import Unit

_CUES = ("discuss", "discuss on", "meeting verb", "concern", "condemn")
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
#: Containers that may list problems, and those that list matters of an agenda.
_LISTS = frozenset(
    ["challenges", "threats", "crises", "problems", "hotspots", "conflicts", "risks"]
)
_TOPICS = frozenset(["issues", "matters", "topics", "concerns", "subjects", "questions"])
_ASIDE = frozenset(["things", "topics", "issues", "matters", "subjects", "points"])
_POINTERS = frozenset(["particularly", "especially", "notably", "including", "specifically"])
_REDUCED = frozenset(["in", "at", "by", "under", "during", "above", "between", "here"])
_POSSESSIVE = frozenset(["their", "its", "his", "her", "our"])
_NOUN_CUES = frozenset(["noun", "support", "state"])
_SMALL = frozenset(["of", "on", "against", "and", "to", "the", "for", "in"])


#: Groups of problems that a phrase with "of" or "to" tells apart as well: "violations of the truce".
_OF_SOMETHING = frozenset(["pressure", "abuse", "dispute", "crisis", "disease"])


@frozen
class Found:
    """A matter as its units, before it is a record."""

    rule: str
    phrase: Phrase
    #: the extent of the words that present it
    cue: tuple[int, int]
    #: the unit where the words begin that tell whose it is
    context: int
    group: str = ""


@frozen
class _Entry:
    """What a word can be: forms that begin with it and their classes, and problems that end in it."""

    cues: tuple[tuple[str, str], ...] = ()
    heads: tuple[Head, ...] = ()
    lists: bool = False


@cache
def _entries() -> dict[str, _Entry]:
    """Return word → what it can be, for every word that can present a matter."""
    cues: dict[str, list[tuple[str, str]]] = {}
    for row in rows():
        if row["class"] in _CUES:
            form = row["word"]
            for key in {form, form.split()[0]}:
                cues.setdefault(key, []).append((form, row["class"]))
    lists = _LISTS | _TOPICS
    return {
        word: _Entry(
            tuple(sorted(cues.get(word, ()), key=lambda item: (-len(item[0]), item))),
            heads().get(word, ()),
            word in lists,
        )
        for word in {*cues, *heads(), *lists}
    }


@cache
def _openers() -> dict[str, tuple[str, ...]]:
    """Return first word → the forms with which a sentence can open its topic, longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(words("opener"), key=lambda form: (-len(form), form)):
        found.setdefault(form.split()[0], []).append(form)
    return {word: tuple(some) for word, some in found.items()}


def find(chunker: Chunker) -> list[Found]:
    """Return the matters of a sentence in their order."""
    get = _entries().get
    marks = [(at, e) for at, u in enumerate(chunker.units) if (e := get(u.word)) is not None]
    opened = _openers().get(chunker.word(0))
    if not marks and opened is None:
        return []
    finder = _Finder(chunker)
    for form in opened or ():
        after = finder.match(form, 0)
        if after:
            finder.opener(after)
            break
    for at, entry in marks:
        for form, what in entry.cues:
            after = finder.match(form, at)
            if after:
                finder.cue(what, at, after)
                break
    for at, entry in marks:
        if entry.lists:
            finder.listed(at)
    for at, entry in marks:
        if entry.heads:
            finder.problem(at, entry.heads)
    # "On Haiti, they discussed hunger": a party by itself is an issue only if there is no other
    if len(finder.found) > 1:
        finder.found = [
            one
            for one in finder.found
            if one.rule != "issue.topic" or not finder.is_party(one.phrase)
        ]
    finder.found.sort(key=lambda one: one.phrase.first)
    return finder.found


@define(eq=False)
class _Finder:
    chunker: Chunker
    found: list[Found] = field(factory=list)
    #: the extents, in units, of what has been read
    covered: list[tuple[int, int]] = field(factory=list)

    def match(self, form: str, at: int) -> int:
        """Return the index behind a form that begins at a unit, or 0 if it does not stand there."""
        units = self.chunker.units
        if units[at].word == form:
            return at + 1
        said = form.split()
        for step, word in enumerate(said):
            if self.chunker.word(at + step) != word:
                return 0
        return at + len(said)

    def is_covered(self, at: int) -> bool:
        """Say whether a unit lies in something that has been read."""
        return any(first <= at < last for first, last in self.covered)

    # -- the agenda --------------------------------------------------------------------------------

    def cue(self, what: str, at: int, after: int) -> None:
        """Follow one form that can present a matter."""
        if self.is_covered(at):
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
        phrases, end = agenda.matters(start)
        units = self.chunker.units
        cue = (units[at].start, units[after - 1].end)
        if rule in ("issue.condemned", "issue.concern"):
            # "concerns over X and their interest in Y": Y is none
            phrases = [p for p in phrases if self._is_close(start, p.first)]
            phrases = [p for p in phrases if not self.is_party(p)]
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
            self._keep(rule, phrase, cue, min(context, phrase.first))
        return bool(phrases)

    def _keep(
        self, rule: str, phrase: Phrase, cue: tuple[int, int], context: int, group: str = ""
    ) -> None:
        if not group:
            group = self._group(phrase)
        self.found.append(Found(rule, phrase, cue, context, group))
        self.covered.append((phrase.first, phrase.last))

    def _group(self, phrase: Phrase) -> str:
        for at in range(phrase.core - 1, phrase.first - 1, -1):
            head = self._head(at, heads().get(self.chunker.word(at), ()))
            if head is not None:
                return head.group
        return ""

    def _is_close(self, start: int, at: int) -> bool:
        """Say whether no possessive opens another object between two units."""
        inner = self.chunker.units[start + 1 : at]
        return not any(
            unit.word in _POSSESSIVE and self.chunker.word(index - 1) in ("and", ",")
            for index, unit in enumerate(inner, start + 1)
        )

    def is_party(self, phrase: Phrase) -> bool:
        """Say whether a phrase is only the name of a party."""
        unit = self.chunker.units[phrase.first]
        if unit.agent is not None:
            return phrase.last == phrase.first + 1
        place = self.chunker.places.get(unit.start)
        return place is not None and place.end >= self.chunker.units[phrase.last - 1].end

    def _is_noun(self, at: int, what: str) -> bool:
        """Say whether a form like "review" or "raise" is no verb here."""
        word = self.chunker.word(at)
        if word.endswith(("ed", "ing", "s")) or word in ("spoke", "exchanged views", "took"):
            if word.endswith("ed"):
                return self.chunker.kind(at - 1) == "d"  # "the discussed matters"
            return False
        if what == "discuss on" and word in (
            "conversation",
            "debate",
            "exchange",
            "exchange of views",
        ):
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
            if unit.verb in ("meet", "report") or unit.word in ("after", "during", "following"):
                return False
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
        if chunker.word(before) in _BE or chunker.word(after) in _BE:
            self._passive(at, before if chunker.word(before) in _BE else after, after)
            return
        if chunker.word(after) in _REDUCED:
            return  # "the matters discussed in the committee"
        self._take("issue.discussed", at, after, self._aside(after))

    def _passive(self, at: int, be: int, after: int) -> None:
        """ "Trade and Gaza were also discussed", "Also discussed were …", "is being discussed"."""
        chunker = self.chunker
        if be >= after:
            self._take("issue.discussed", at, after, be + 1)
            return
        while be > 0 and (chunker.word(be - 1) in _BE or chunker.word(be - 1) in ("has", "have")):
            be -= 1
        agenda = Agenda(chunker)
        start = 0
        for index in range(be - 1, max(-1, be - 40), -1):
            if chunker.word(index) in (";", "that", "while", "where"):
                start = index + 1
                break
        phrases, end = agenda.matters(start)
        if end != be:
            return
        cue = (chunker.units[at].start, chunker.units[after - 1].end)
        for phrase in phrases:
            if not self.is_party(phrase):
                self._keep("issue.discussed", phrase, cue, phrase.first)

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
                if following in words("adverbial"):
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
        """ "On the situation in Gaza, the leaders …": the topic that opens a sentence."""
        chunker = self.chunker
        word = chunker.word(after)
        if word[:1].isdigit() or word in words("adverbial") or chunker.kind(after) == "i":
            return
        agenda = Agenda(chunker)
        phrases, end = agenda.matters(after)
        if chunker.word(end) != "," and chunker.word(end - 1) != ",":
            return
        cue = (chunker.units[0].start, chunker.units[after - 1].end)
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
            self._keep("issue.topic", phrase, cue, phrase.first)

    def _concern(self, at: int, after: int) -> None:
        chunker = self.chunker
        for index in range(after, min(after + 4, len(chunker.units))):
            if chunker.word(index) in _FEARED:
                self._take("issue.concern", at, after, index + 1)
                return
            if chunker.word(index) in (".", ",", "that", "of", ";"):
                return

    def listed(self, at: int) -> None:
        """ "challenges of mutual concern, including piracy": the members of a container."""
        chunker = self.chunker
        if self.is_covered(at):
            return
        after = at + 1
        if chunker.word(after) == "of":
            core = chunker.core(after + 1)
            after = core.core if core else after
        start = enumerated(chunker, after)
        if not start or chunker.word(start - 1) in (":", "–", "—", "on"):
            return
        if chunker.word(at) in _TOPICS:
            if not self._promised_before(at):
                self._take("issue.listed", at, after, start)
            return
        kept = len(self.found)
        if self._take("issue.listed", at, after, start):
            # what is listed as a challenge must be one
            listed = [one for one in self.found[kept:] if one.group]
            self.found[kept:] = listed

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

    # -- problems ----------------------------------------------------------------------------------

    def _head(self, at: int, candidates: tuple[Head, ...]) -> Head | None:
        for head in candidates:
            size = len(head.before)
            if size == 0 or (
                at >= size
                and tuple([u.word for u in self.chunker.units[at - size : at]]) == head.before
            ):
                return head
        return None

    def problem(self, at: int, candidates: tuple[Head, ...]) -> None:
        """Keep the problem whose last word stands at a unit, if it is told which one it is."""
        chunker = self.chunker
        head = self._head(at, candidates)
        if head is None or self.is_covered(at):
            return
        last = at + 1
        if chunker.word(last) in words("extends"):
            last += 1
        if chunker.kind(last) in "aw" and not self._is_verb(last):
            return  # "crisis management" is none
        start = at - len(head.before)
        first = chunker.backwards(start, words("tackle"))
        if self._undone(first, last) or self._in_title(start, last):
            return
        if first == at and chunker.kind(at - 1) == "A" and chunker.kind(last) in "dA":
            return  # "Japan claims the islands"
        phrase = self._pointed(chunker.extend(Phrase(first, last, last, last - 1)))
        if not self._is_told(head, phrase, start):
            return
        cue = (chunker.units[start].start, chunker.units[last - 1].end)
        before = self.found[-1] if self.found else None
        if before is not None and self._is_pair(before, phrase):
            joined = Phrase(before.phrase.first, phrase.core, phrase.last, phrase.head)
            self.found[-1] = Found(before.rule, joined, before.cue, before.context, before.group)
            self.covered.append((phrase.first, phrase.last))
            return
        self._keep("issue.problem", phrase, cue, first, head.group)

    def _is_pair(self, before: Found, phrase: Phrase) -> bool:
        """Say whether two problems are named as one: "corruption and money-laundering"."""
        word = self.chunker.word
        return (
            before.rule == "issue.problem"
            and before.phrase.last == phrase.first - 1
            and word(phrase.first - 1) == "and"
            and before.phrase.last - before.phrase.first == 1
            and phrase.core - phrase.first <= 2
            and word(before.phrase.first - 1) not in (",", "and")
        )

    def _pointed(self, phrase: Phrase) -> Phrase:
        """Add what points to the place: "conflict zones, particularly in Gaza"."""
        word = self.chunker.word
        at = phrase.last
        if word(at) == "," and word(at + 1) in _POINTERS and word(at + 2) in ("in", "around"):
            inner = self.chunker.core(at + 3)
            if inner is not None and self.chunker.is_named(inner.first, inner.core):
                return Phrase(phrase.first, phrase.core, inner.core, phrase.head)
        return phrase

    def _is_verb(self, at: int) -> bool:
        unit: Unit = self.chunker.units[at]
        return bool(unit.verb) or any(cue.kind not in _NOUN_CUES for cue in unit.cues)

    def _undone(self, first: int, last: int) -> bool:
        """Say whether the words deny the problem, or only point back to it: "these crises"."""
        undone = words("undone")
        return self.chunker.word(first - 1) in undone or any(
            unit.word in undone for unit in self.chunker.units[first:last]
        )

    def _in_title(self, start: int, last: int) -> bool:
        """Say whether the words belong to the name of a body or text: "Convention against Corruption"."""
        units = self.chunker.units
        if not self.chunker.is_capital(start):
            return False
        if units[last - 1].word in ("war", "wars") and self.chunker.is_capital(last - 1):
            return start > 0  # the Cold War, World War II
        formal = words("formal")
        if last < len(units) and self.chunker.is_capital(last) and units[last].word in formal:
            return True
        for index in range(start - 1, max(-1, start - 7), -1):
            unit = units[index]
            if unit.agent is None and unit.word in formal and self.chunker.is_capital(index):
                return True
            if unit.word not in _SMALL and not self.chunker.is_capital(index):
                break
        for index in range(last, min(last + 5, len(units))):
            unit = units[index]
            if unit.agent is None and unit.word in formal and self.chunker.is_capital(index):
                return True
            if unit.word not in _SMALL and not self.chunker.is_capital(index):
                break
        return False

    def _is_told(self, head: Head, phrase: Phrase, start: int) -> bool:
        """Say whether a general noun is told apart: by a place, an owner, or a telling word."""
        if head.kind == "problem":
            return True
        chunker = self.chunker
        if chunker.is_named(phrase.first, phrase.last):
            return True
        if head.group in ("situation", "question", "truce"):
            return False
        if head.group in _OF_SOMETHING and phrase.last > phrase.core:
            if Agenda(chunker).has_content(phrase.core, phrase.last):
                return True
        if head.group == "threat" and phrase.last > phrase.core:
            if chunker.word(phrase.core) in ("posed", "from", "by", "caused"):
                return Agenda(chunker).has_content(phrase.core + 1, phrase.last)
        generic, container = words("generic"), words("container")
        for at in range(phrase.first, start):
            unit = chunker.units[at]
            if chunker.kind(at) in "aweiA" and unit.agent is None:
                if unit.word not in generic and unit.word not in container:
                    return True
        return False
