"""Mentions → namings: every place where a text names a person, with office and party.

A person is named by an office or an honorific beside a capitalised name ("Prime Minister Anwar
Ibrahim", "Sergio Mattarella, the Italian president"), or by a name of the table of office holders.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import define

from bilateral.gazetteer import holders, tables
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived
from bilateral.reading.offices import SHORT, Offices, Post
from bilateral.reading.shapes import (
    SUFFIX,
    find_titles,
    marked,
    memorials,
    not_names,
    particles,
)

if TYPE_CHECKING:
    from bilateral.gazetteer.words import Words
    from bilateral.reading.mentions import Mention

_GAP = re.compile(r",? +|, *")
_BEFORE_OFFICE = re.compile(r"(?:,|\() *(?:(?:the|a|an|who is|then) +)?(?:[a-z]+'s +)?$")
_RUN = re.compile(r"\S+")
_WORD = re.compile(r"\w+")
#: between the holders of one office in the plural
_AND_NAME = re.compile(r"(?:,? +and +|, +)")
#: between the parties of one
_AND_PARTY = re.compile(r"(?:,? +and +|, +)(?:the +)?")
_LINK_BEFORE = re.compile(r"(?<! )(?:,? and|,) (?:the )?$")
_NO_PARTIES = frozenset([NameKind.OFFICE, NameKind.PERSON])
_COUNTERPART = re.compile(r"\b(?:[Cc]ounterparts?|[Oo]pposite +[Nn]umbers?)(?:,? +)")
#: what a person is called who may hold an office besides
STYLES = frozenset(["prince", "princess", "sheikh", "sheikha", "senator"])
_SENTENCE_END = re.compile(r"[.!?:]['\")]* +|\n")


@define
class Found:
    """One naming of a person, before the namings are put together."""

    start: int
    end: int
    name_start: int
    name_end: int
    office: str | None
    code: str
    level: str
    why: str


@derived
def _royal() -> re.Pattern[str]:
    forms = [
        form
        for row in tables.offices()
        if row["level"] in ("royal", "head of state")
        for form in tables.items(row["variants"])
        if form.istitle()
    ]
    joined = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    return re.compile(rf"(?:{joined})(?= )")


def _is_style(mention: Mention) -> bool:
    """Say whether an office is a title as well, which stands between an office and its holder's name."""
    return mention.name.level == "royal" or mention.name.label == "senator"


def _office_prefix(words: str) -> str:
    """Return the office that a known name carries in front: "King" of "King Abdullah II"."""
    match = _royal().match(words)
    return match.group() if match else ""


class _Extents:
    """Namings in the order of the text, to ask which lie where without a look at all of them."""

    def __init__(self, found: list[Found]) -> None:
        self.found = sorted(found, key=_start)
        self.starts = [one.start for one in self.found]
        #: where the namings up to each end at the latest
        self.ends = list(accumulate([one.end for one in self.found], max))

    def before(self, at: int) -> int:
        """Return how many begin before `at`."""
        return bisect_left(self.starts, at)

    def holds(self, at: int) -> bool:
        """Say whether `at` lies in one."""
        last = bisect_right(self.starts, at) - 1
        return last >= 0 and at < self.ends[last]

    def add(self, one: Found) -> None:
        """Add a naming, which begins behind most others or near them."""
        at = bisect_right(self.starts, one.start)
        self.found.insert(at, one)
        self.starts.insert(at, one.start)
        self.ends.insert(at, max(one.end, self.ends[at - 1] if at else 0))
        for later in range(at + 1, len(self.ends)):
            if self.ends[later] >= one.end:
                break
            self.ends[later] = one.end


def _start(one: Found) -> int:
    return one.start


class Finder(Offices):
    """Looks for persons around offices, honorifics and known names."""

    def __init__(self, plain: str, mentions: list[Mention], words: Words) -> None:
        super().__init__(plain, mentions)
        self.mentions = mentions
        self.words = words
        self.found: list[Found] = []
        self.taken_to = 0
        #: the last office without a name beside it
        self.lone: Post | None = None
        #: (office, party) that the text names without a person → where first
        self.unnamed: dict[tuple[str, str], int] = {}

    def run(self) -> list[Found]:
        """Return every naming, from left to right."""
        for mention in self.mentions:
            if mention.start < self.taken_to:
                continue
            if mention.kind is NameKind.OFFICE:
                post = self.post(mention)
                if post is not None and not self._respectively(mention):
                    self._with_name(mention, *self._joined(post))
            elif mention.kind is NameKind.PERSON:
                self._known(mention)
        self._honorifics()
        self.found = [one for one in self.found if not self._is_memorial(one)]
        self.found.sort(key=_start)
        self._counterparts()
        self.found.sort(key=_start)
        return self.found

    # -- offices ---------------------------------------------------------------------------------

    def _with_name(
        self, mention: Mention, start: int, end: int, office: str, code: str, why: str
    ) -> None:
        plain = self.plain
        if plain.startswith(" (", end) and (short := SHORT.match(plain, end)) is not None:
            end = short.end()  # "External Affairs Minister (EAM) Ana Rey"
        gap = _GAP.match(plain, end) if plain[end : end + 1] in (" ", ",") else None
        name = None
        at = end
        comma = False
        if gap is not None:
            at = gap.end()
            comma = plain[end] == ","
            style = self.starts.get(at)
            if style is not None and style.kind is NameKind.OFFICE and _is_style(style):
                # "Minister of Foreign Affairs Prince Faisal bin Farhan": the title is no other office
                at = style.end + 1 if plain[style.end : style.end + 1] == " " else at
            name = self.name_at(at)
        back = self._name_before(start)
        if back is not None and any(
            one.name_start == back[0] and one.office and one.office not in STYLES
            for one in self.found[-2:]
        ):
            back = None  # "the Minister of Peru, Luz Paz, the Minister of Chile, …": her office came before
        if comma and back is not None:
            # "Akira Amari, Minister of Trade, Fumio Kyuma, …": the name stands before its office
            self._add(back[0], end, back, office, code, mention.name.level, why)
            return
        if name is not None and comma and not self._closes(name[1]) and at > mention.end + 2:
            # "the President of France, Emmanuel Macron" has a comma only after "of …" or before one.
            name = name if self._known_name(name) else None
        if name is not None and comma and end == mention.end and not self._closes(name[1]):
            name = None
        if name is not None and self._several(mention) and not self._known_name(name):
            name = None  # "Foreign Ministers' Strategic Dialogue"
        if name is not None:
            extent_end = name[1]
            after = self.party_after(extent_end)
            if after is not None and (not code or why == "implied by the office"):
                code, why = after[0].code, "named after the name"
                extent_end = after[1]
            elif not code and plain.startswith(", ", extent_end):
                # "Sultan Tariq bin Saif, Sultan of Oman": the office again, with its party
                again = self.starts.get(extent_end + 2)
                if again is not None and again.kind is NameKind.OFFICE:
                    after = self.party_after(again.end)
                    if after is not None and self._closes(after[1]):
                        code, why = after[0].code, "named after the office"
                        if again.name.label == mention.name.label:
                            extent_end = after[1]
            self._add(start, extent_end, name, office, code, mention.name.level, why)
            if self._several(mention):
                self._others_of(extent_end, office, mention.name.level)
            return
        # "Anwar Ibrahim, the Malaysian prime minister"
        if back is not None:
            self._add(back[0], end, back, office, code, mention.name.level, why)
        else:
            self.lone = Post(start, end, office, code, why)
            if code:
                self.unnamed.setdefault((office, code), start)

    def _joined(self, post: Post) -> Post:
        """Join an office to the one before it, if one person holds both: "Deputy Prime Minister and Minister of Trade"."""
        before = self.lone
        if before is None or self.plain[before.end : post.start] != " and " or post.code:
            return post
        if not self.plain[before.start].isupper() or not self.plain[post.start].isupper():
            return post
        if self.plain.endswith(("the ", "The "), max(0, before.start - 4), before.start):
            return post  # "the Prime Minister and Foreign Minister Paz": two persons, or one
        words = f"{before.words} and {post.words}"
        return Post(before.start, post.end, words, before.code, before.why)

    def _others_of(self, at: int, office: str, level: str) -> None:
        """Add the further names of "Presidents Luz Paz of Peru and Ana Rey of Chile"."""
        while link := _AND_NAME.match(self.plain, at):
            name = self.name_at(link.end())
            if name is None or not self._known_name(name):
                return
            after = self.party_after(name[1])
            code = after[0].code if after else ""
            at = after[1] if after else name[1]
            why = "named after the name" if code else ""
            self._add(name[0], at, name, office, code, level, why)

    def _respectively(self, mention: Mention) -> bool:
        """Read "the Presidents of Peru and Chile, Luz Paz and Ana Rey": each holds the office of one."""
        if not self._several(mention):
            return False
        codes, at = self._parties_of(mention)
        gap = _GAP.match(self.plain, at) if len(codes) > 1 else None
        names: list[tuple[int, int]] = []
        while gap is not None:
            name = self.name_at(gap.end())
            if name is None or not self._known_name(name):
                break
            names.append(name)
            gap = _AND_NAME.match(self.plain, name[1])
        if not codes or len(names) != len(codes):
            return False
        office, level = mention.name.label, mention.name.level
        for number, (name, code) in enumerate(zip(names, codes, strict=True)):
            start = name[0] if number else mention.start
            self._add(start, name[1], name, office, code, level, "named with the office")
        return True

    def _parties_of(self, mention: Mention) -> tuple[list[str], int]:
        """Return the parties of an office in the plural, named behind it or before it, and where they end."""
        after = self.party_after(mention.end)
        if after is not None:
            codes, at = [after[0].code], after[1]
            while link := _AND_PARTY.match(self.plain, at):
                party = self.starts.get(link.end())
                if party is None or not party.code or party.kind in _NO_PARTIES:
                    break
                codes.append(party.code)
                at = party.end
            return codes, at
        codes, at = [], mention.start
        while before := self.party_before(at):
            codes.insert(0, before[0].code)
            link = _LINK_BEFORE.search(self.plain, max(0, before[1] - 12), before[1])
            if link is None:
                break
            at = link.start() + 1
        return codes, mention.end

    def _several(self, mention: Mention) -> bool:
        """Say whether an office stands in the plural."""
        words = self.plain[mention.start : mention.end].lower()
        return words.endswith("s") and words != mention.name.label

    def _closes(self, at: int) -> bool:
        """Say whether an apposition closes at `at`: a comma, a full stop, or the end."""
        return self.plain[at : at + 1] in (",", ".", ";", ":", ")", "\n", "")

    def _name_before(self, at: int) -> tuple[int, int] | None:
        """Return a name that stands before an apposed office: "NAME, the | prime minister"."""
        window = self.plain[max(0, at - 90) : at]
        comma = max(window.rfind(","), window.rfind("("))
        if comma < 0 or window[-1] == "\n" or _BEFORE_OFFICE.match(window, comma) is None:
            return None
        stop = max(0, at - 90) + comma
        words = list(_RUN.finditer(self.plain[max(0, stop - 60) : stop]))
        begin = None
        for word in reversed(words):
            offset = max(0, stop - 60) + word.start()
            text = word.group()
            if (
                (text[0].isupper() or marked(text))
                and text not in not_names()
                and text[-1] not in ",;:"
            ) or (begin is not None and text in particles()):
                begin = offset
            else:
                break
        if begin is None:
            return None
        known = self.starts.get(begin)
        if known is not None and known.end == stop and known.kind is not NameKind.PERSON:
            return None  # "In Abu Dhabi, the President of Peru …"
        if known is not None and known.kind is NameKind.OFFICE and _is_style(known):
            begin = known.end + 1  # "Prince Omar bin Saif, Minister of Trade"
        name = self.name_at(begin)
        if name is None or name[1] != stop or self.plain[name[0] : name[1]].count(" ") < 1:
            return None
        if name[0] == begin and self.plain.endswith(("the ", "The "), 0, begin):
            return None  # "On the Middle East, the Prime Minister …"
        return name

    # -- other ways ------------------------------------------------------------------------------

    def _known(self, mention: Mention) -> None:
        beside = (
            self.plain[mention.start - 1 : mention.start],
            self.plain[mention.end : mention.end + 1],
        )
        if "-" in beside or "–" in beside:
            return  # "the Biden-Harris Administration"
        office = _office_prefix(self.plain[mention.start : mention.end])
        if office:
            at = mention.start + len(office) + 1
            longer = self.name_at(at)
            royal = (at, mention.end if longer is None else max(mention.end, longer[1]))
            why = "known by name"
            self._add(mention.start, royal[1], royal, office.lower(), mention.code, "", why)
            return
        name = (mention.start, mention.end)
        longer = self.name_at(mention.start)
        if longer is not None and SUFFIX.fullmatch(self.plain, mention.end, longer[1]):
            name = (mention.start, longer[1])
        after = self.party_after(name[1])
        if after is not None:
            self._add(name[0], after[1], name, None, after[0].code, "", "named after the name")
        else:
            parties = holders.by_name().get(holders.fold(mention.name.label), {mention.code})
            code = mention.code if len(parties) == 1 else ""
            self._add(*name, name, None, code, "", "known by name")

    def _honorifics(self) -> None:
        matches = find_titles(self.plain, self.words)
        taken = _Extents(self.found if matches else [])
        for match in matches:
            at = match.end()
            while self.plain[at : at + 1] == " ":
                at += 1
            if taken.holds(at):
                continue
            name = self.name_at(at)
            if name is not None:
                after = self.party_after(name[1])
                code = after[0].code if after else ""
                end = after[1] if after else name[1]
                self._add(match.start(), end, name, None, code, "honorific", "named after the name")

    def _is_memorial(self, one: Found) -> bool:
        """Say whether a name is that of a place or a thing: "the President Ho Chi Minh Mausoleum"."""
        if not self.plain.startswith(" ", one.end):
            return False
        word = _WORD.match(self.plain, one.end + 1)
        return word is not None and word.group() in memorials()

    def _counterparts(self) -> None:
        """Read a counterpart: "his Malaysian counterpart, Anwar Ibrahim" holds the office that was named before."""
        if "ounterpart" not in self.plain and "pposite" not in self.plain:
            return
        held = _Extents([one for one in self.found if one.office])
        for match in _COUNTERPART.finditer(self.plain):
            name = self.name_at(match.end())
            if name is None or held.holds(name[0]):
                continue
            if "," in match.group() and not self._closes(name[1]):
                continue  # "After talks with his counterpart, Rey said …": another person
            office = self._office_of_subject(match.start(), held)
            before = self.party_before(match.start())
            after = self.party_after(name[1])
            party = before or after
            start = min(match.start(), before[1] if before else match.start())
            end = after[1] if after and not before else name[1]
            code = party[0].code if party else ""
            self._add(start, end, name, office, code, "counterpart", "named beside the name")
            if office:
                held.add(self.found[-1])

    def _office_of_subject(self, at: int, held: _Extents) -> str | None:
        """Return the office of whom "his" means: who is named first in the nearest sentence that names one."""
        behind = held.before(at)
        if not behind:
            return None
        office, start = None, at
        for index in range(behind - 1, -1, -1):
            one = held.found[index]
            if office and _SENTENCE_END.search(self.plain, one.end, max(one.end, start)):
                break
            office, start = one.office, one.start
        return office

    def _add(
        self,
        start: int,
        end: int,
        name: tuple[int, int],
        office: str | None,
        code: str,
        level: str,
        why: str,
    ) -> None:
        begin, stop = min(start, name[0]), max(end, name[1])
        self.found.append(Found(begin, stop, *name, office, code, level, why))
        self.taken_to = max(self.taken_to, stop)
