"""Mentions → persons: who is named, in which office, for which party, and where each is meant.

A person is found by an office or an honorific beside a capitalised name ("Prime Minister Anwar
Ibrahim", "Sergio Mattarella, the Italian president"), or by a name of the table of office holders.
The forms of one name are one person; a part of the name alone is a further mention.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, field

from bilateral.gazetteer import tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.names import NameKind
from bilateral.reading.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
#: Words before an office that belong to it.
_RANKS = (
    "Principal|Deputy|Acting|Assistant|Senior|Special|First|Second|Third|Former|Then|Under|Vice|Interim"
    "|Permanent|Chief|Associate|Executive|Federal|Outgoing|Incoming|Caretaker|Designate|Joint|Co"
    "|former|then|outgoing|incoming|acting|interim|deputy|senior|special|assistant|late|visiting"
)
_RANK_BEFORE = re.compile(rf"(?:\b(?:{_RANKS})[ -]+){{1,3}}$")
_PORTFOLIO = re.compile(
    rf" +(?:of|for|to|on|in +charge +of) +(?:the +)?(?:{_UPPER}[\w'-]*"
    rf"(?:(?:,| +and| +&| +of| +for| +the| +with| +to| +on){{0,3}} +{_UPPER}[\w'-]*){{0,8}})"
)
_OF = re.compile(r",? +(?:of|for|from) +(?:the +)?")
_COUNTERPART = re.compile(r"\b[Cc]ounterparts?(?:,? +)")
#: a body behind a demonym: "a spokesperson for the Moroccan government, …"
_BODY = re.compile(
    r"(?:'s?)? +(?:[A-Za-z]+ +){0,2}(?:[Gg]overnment|[Mm]inistry|[Pp]residency|[Cc]abinet|[Aa]dministration|[Dd]elegation)\b"
)
_GENITIVE = re.compile(r"(?:'s|')? +$|-$")
_APPOSED = re.compile(r" *(?:,|-|–|—|\() *(?:(?:the|a|an|who +is|as|currently) +)?(?:current +)?")
_SUFFIX = re.compile(r",? +(?:Jr|Sr)\b\.?|,? +(?:III|II|IV|VI|V)\b")
#: Capitalised words that end a name: what stands in headlines, and names of days and months.
_NO_NAME = frozenset(
    [
        "Call",
        "Calls",
        "Meeting",
        "Meetings",
        "Visit",
        "Visits",
        "Readout",
        "Readouts",
        "Bilateral",
        "Joint",
        "Statement",
        "Statements",
        "Remarks",
        "Phone",
        "Trip",
        "Before",
        "During",
        "After",
        "On",
        "In",
        "At",
        "With",
        "And",
        "Or",
        "The",
        "A",
        "An",
        "To",
        "For",
        "From",
        "By",
        "Of",
        "Following",
        "Ahead",
        "Speaks",
        "Spoke",
        "Meets",
        "Met",
        "Holds",
        "Held",
        "Says",
        "Said",
        "Talks",
        "Talk",
        "Will",
        "Discuss",
        "Discusses",
        "Call’s",
        "Virtual",
        "Video",
        "Summit",
        "Press",
        "Conference",
        "Briefing",
        "News",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Today",
        "Tomorrow",
        "Yesterday",
        "He",
        "She",
        "They",
        "It",
        "We",
        "I",
        "His",
        "Her",
        "Their",
        "Its",
        "Our",
        "This",
        "That",
        "These",
        "Those",
        "Both",
        "Each",
        "All",
        "As",
        "When",
        "While",
        "Where",
        "If",
        "But",
        "Also",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Sir",
        "Dame",
        "Lord",
        "Lady",
        "Administration",
        "Government",
        "Office",
        "Cabinet",
        "Party",
        "Republic",
        "Kingdom",
        "Union",
        "Agreement",
        "Declaration",
        "Treaty",
        "Plan",
        "Doctrine",
        "Initiative",
        "Dialogue",
        "Foundation",
        "Center",
        "Centre",
        "Institute",
        "University",
        "Airport",
        "Palace",
        "Hall",
        "Street",
        "Building",
        "Square",
        "Family",
        "Team",
        "Delegation",
        "Regarding",
        "Concerning",
        "Over",
        "About",
        "Amid",
        "Under",
        "Between",
        "Against",
        "Trade",
        "Joins",
        "Hosts",
        "Host",
        "Welcomes",
        "Visits",
        "Arrives",
        "Attends",
        "Addresses",
        "Reaffirms",
        "Discusses",
        "Signs",
        "Announces",
        "Advance",
        "Travel",
        "Congratulates",
        "Thanks",
        "Urges",
        "Calls",
        "Tells",
        "Pledges",
        "Vows",
        "Warns",
        "Minister",
        "President",
        "Prime",
        "Secretary",
        "General",
        "Representative",
        "Ambassador",
        "Envoy",
        "Chairman",
        "Chair",
        "Commissioner",
    ]
)


@define(eq=False)
class Person:
    """A person of the text: the fullest name, and where the text means them."""

    name: str
    start: int
    end: int
    office: str | None = None
    code: str = ""
    #: (start, end) of each naming with what belongs to it: office, country, honorific
    extents: list[tuple[int, int]] = field(factory=list)
    #: (start, end) of the name alone, each time
    places: list[tuple[int, int]] = field(factory=list)
    #: what decided the party, for the trace
    why: str = ""


@define
class _Found:
    """One naming of a person, before the namings are put together."""

    start: int
    end: int
    name_start: int
    name_end: int
    office: str | None
    code: str
    level: str
    why: str


@cache
def _name_pattern() -> re.Pattern[str]:
    particles = {row["particle"] for row in tables.name_particles()}
    joined = "|".join(sorted(map(re.escape, particles), key=len, reverse=True))
    word = rf"(?:(?:al|el|Al|El|an|ar|as|at|ad|ud|ul|d|l|t)[-'])?{_UPPER}[\w'-]*\.?"
    return re.compile(rf"{word}(?:,? +(?:Jr|Sr)\.|(?: +(?:{joined})){{0,3}} +{word}){{0,6}}")


@cache
def _honorific_pattern() -> re.Pattern[str]:
    before = [row["honorific"] for row in tables.honorifics() if row["position"] == "before"]
    return re.compile(rf"(?<!\w)(?:(?:{trie_pattern(before)})(?!\w)[.,]? *){{1,4}}(?= |(?<= ))")


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(
        [row["honorific"].rstrip(".") for row in tables.honorifics() if row["position"] == "before"]
    )


@cache
def _holders() -> dict[str, set[str]]:
    """Return folded part of a name → codes of the parties that holders of that name serve."""
    holders: dict[str, set[str]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            for key in (fold(form), fold(form.split()[-1])):
                holders.setdefault(key, set()).add(row["party"])
    return holders


@cache
def _holders_by_office() -> dict[tuple[str, str], set[str]]:
    """Return (folded part of a name, office) → codes of the parties."""
    holders: dict[tuple[str, str], set[str]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            for part in (form, *form.split()):
                holders.setdefault((fold(part), row["office"]), set()).add(row["party"])
    return holders


def fold(name: str) -> str:
    """Return a name in lower case without accents and marks, as names are compared."""
    decomposed = unicodedata.normalize("NFKD", name)
    kept = [c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c)]
    return " ".join("".join(kept).lower().split())


class _Finder:
    """Looks for persons around offices, honorifics and known names."""

    def __init__(self, plain: str, mentions: list[Mention], title_end: int) -> None:
        self.plain = plain
        self.mentions = mentions
        self.title_end = title_end
        self.starts = {mention.start: mention for mention in mentions}
        self.ends = {mention.end: mention for mention in mentions}
        self.found: list[_Found] = []
        self.taken_to = 0

    def run(self) -> list[_Found]:
        for mention in self.mentions:
            if mention.start < self.taken_to:
                continue
            if mention.kind is NameKind.OFFICE:
                self._office(mention)
            elif mention.kind is NameKind.PERSON:
                self._known(mention)
        self._honorifics()
        self.found.sort(key=lambda one: one.start)
        self._counterparts()
        self.found.sort(key=lambda one: one.start)
        return self.found

    # -- names -----------------------------------------------------------------------------------

    def name_at(self, at: int, limit: int = 80) -> tuple[int, int] | None:
        """Return the extent of a person's name that begins at `at`, honorifics skipped."""
        plain = self.plain
        match = _name_pattern().match(plain, at, min(len(plain), at + limit))
        if match is None:
            return None
        start = at
        end = at
        for word in re.finditer(r"\S+", plain[match.start() : match.end()]):
            begin = at + word.start()
            bare = word.group().rstrip(".,")
            core = bare.removesuffix("'s").removesuffix("'")
            if start == end and (core in _honorifics() or bare in _honorifics()):
                start = end = begin + len(word.group())
                continue
            inner = self.starts.get(begin)
            if core in _NO_NAME or (
                inner is not None
                and inner.kind in (NameKind.COUNTRY, NameKind.ORGANIZATION, NameKind.OFFICE)
                and (inner.name.rule == "" or begin > start + 1)
            ):
                break
            if start == end:
                start = begin
            end = begin + len(word.group())
            if core != bare:
                end = begin + len(core)
                break
            if word.group().endswith(".") and len(bare) > 2 and bare not in ("Jr", "Sr"):
                end = begin + len(bare)
                break
        while end > start and plain[end - 1] in " ,":
            end -= 1
        suffix = _SUFFIX.match(plain, end)
        if suffix and end > start:
            end = suffix.end()
            if plain[end - 1] == "." and not plain[end - 3 : end - 1].istitle():
                end -= 1
        name = plain[start:end]
        if (
            end - start < 2
            or not any(map(str.isalpha, name))
            or (name.isupper() and end - start < 4)
        ):
            return None
        # A particle at the end belongs to what follows.
        return start, end

    # -- parties ---------------------------------------------------------------------------------

    def party_before(self, at: int) -> tuple[Mention, int] | None:
        """Return the party named right before `at` ("Japan's |", "Malaysian |", "U.S. |")."""
        gap = _GENITIVE.search(self.plain, max(0, at - 4), at)
        if gap is None:
            return None
        # The widest gap that leaves a mention directly before it.
        for cut in range(gap.start(), at):
            mention = self.ends.get(cut)
            if mention is not None and mention.code and mention.kind is not NameKind.PERSON:
                return mention, mention.start
        return None

    def party_after(self, at: int) -> tuple[Mention, int] | None:
        """Return the party named right after `at` (" of Japan", ", of the Republic of Iraq")."""
        match = _OF.match(self.plain, at)
        if match is None:
            return None
        mention = self.starts.get(match.end())
        if mention is None or not mention.code or mention.kind is NameKind.OFFICE:
            return None
        body = _BODY.match(self.plain, mention.end, min(len(self.plain), mention.end + 50))
        return mention, body.end() if body else mention.end

    # -- offices ---------------------------------------------------------------------------------

    def _office(self, mention: Mention) -> None:
        plain = self.plain
        start, end = mention.start, mention.end
        words = mention.name.label.removesuffix(" of the republic")
        rank = _RANK_BEFORE.search(plain, max(0, start - 40), start)
        if rank is not None:
            words = f"{' '.join(rank.group().lower().split())} {words}"
            start = rank.start()
        code, why = mention.code, "implied by the office"
        before = self.party_before(start)
        if before is not None:
            code, why = before[0].code, "named before the office"
            start = before[1]
        after = self.party_after(end)
        if after is not None:
            code, why = after[0].code, "named after the office"
            end = after[1]
        elif mention.name.level in (
            "minister",
            "deputy minister",
            "official",
            "diplomat",
            "adviser",
        ):
            portfolio = _PORTFOLIO.match(plain, end, min(len(plain), end + 120))
            if portfolio is not None and mention.name.label.split()[-1] in (
                [
                    "minister",
                    "secretary",
                    "representative",
                    "envoy",
                    "director",
                    "adviser",
                    "advisor",
                    "coordinator",
                    "assistant",
                    "under-secretary",
                    "commissioner",
                ]
            ):
                cut = self._portfolio_end(portfolio)
                if cut > end:
                    words = f"{words} {' '.join(plain[end:cut].lower().split())}"
                    end = cut
                    after = self.party_after(end)
                    if after is not None:
                        code, why = after[0].code, "named after the office"
                        end = after[1]
        self._with_name(mention, start, end, " ".join(words.split()), code, why if code else "")

    def _portfolio_end(self, portfolio: re.Match[str]) -> int:
        """Cut a portfolio before a party or before the name that follows it."""
        end = portfolio.end()
        for at in range(portfolio.start(), portfolio.end()):
            inner = self.starts.get(at)
            if inner is not None and inner.kind is not NameKind.PLACE:
                if inner.kind in (NameKind.COUNTRY, NameKind.ORGANIZATION, NameKind.PERSON):
                    return portfolio.start() if at < portfolio.start() + 9 else at
        return end

    def _with_name(
        self, mention: Mention, start: int, end: int, office: str, code: str, why: str
    ) -> None:
        plain = self.plain
        gap = re.compile(r",? +|, *").match(plain, end)
        at = gap.end() if gap else end
        name = self.name_at(at) if gap else None
        comma = gap is not None and "," in gap.group()
        if name is not None and comma and not self._closes(name[1]) and at > mention.end + 2:
            # "the President of France, Emmanuel Macron" has a comma only after "of …" or before one.
            name = name if self._known_name(name) else None
        if name is not None and comma and end == mention.end and not self._closes(name[1]):
            name = None
        if name is not None:
            extent_end = name[1]
            after = self.party_after(extent_end)
            if after is not None and (not code or why == "implied by the office"):
                code, why = after[0].code, "named after the name"
                extent_end = after[1]
            self._add(start, extent_end, name, office, code, mention.name.level, why)
            return
        # "Anwar Ibrahim, the Malaysian prime minister"
        back = self._name_before(start)
        if back is not None:
            self._add(back[0], end, back, office, code, mention.name.level, why)

    def _closes(self, at: int) -> bool:
        """Say whether an apposition closes at `at`: a comma, a full stop, or the end."""
        return self.plain[at : at + 1] in (",", ".", ";", ":", ")", "")

    def _known_name(self, name: tuple[int, int]) -> bool:
        return self.plain[name[0] : name[1]].count(" ") > 0

    def _name_before(self, at: int) -> tuple[int, int] | None:
        """Return a name that stands before an apposed office: "NAME, the | prime minister"."""
        window = self.plain[max(0, at - 90) : at]
        match = re.search(r"(?:,|\() *(?:(?:the|a|an|who is|then) +)?$", window)
        if match is None:
            return None
        stop = max(0, at - 90) + match.start()
        words = list(re.finditer(r"\S+", self.plain[max(0, stop - 60) : stop]))
        begin = None
        for word in reversed(words):
            offset = max(0, stop - 60) + word.start()
            text = word.group()
            if (text[0].isupper() and text not in _NO_NAME and text[-1] not in ",;:") or (
                begin is not None and text in ("bin", "al", "el", "van", "von", "de", "da", "der")
            ):
                begin = offset
            else:
                break
        if begin is None:
            return None
        name = self.name_at(begin)
        if name is None or name[1] != stop or self.plain[name[0] : name[1]].count(" ") < 1:
            return None
        return name

    # -- other ways ------------------------------------------------------------------------------

    def _known(self, mention: Mention) -> None:
        beside = (
            self.plain[mention.start - 1 : mention.start],
            self.plain[mention.end : mention.end + 1],
        )
        if "-" in beside or "–" in beside:
            return  # "the Biden-Harris Administration"
        office = _office_prefix(mention.name.label, self.plain[mention.start : mention.end])
        if office:
            at = mention.start + len(office) + 1
            royal = (at, mention.end)
            why = "known by name"
            self._add(mention.start, mention.end, royal, office.lower(), mention.code, "", why)
            return
        name = (mention.start, mention.end)
        longer = self.name_at(mention.start)
        if longer is not None and _SUFFIX.fullmatch(self.plain, mention.end, longer[1]):
            name = (mention.start, longer[1])
        self._add(*name, name, None, mention.code, "", "known by name")

    def _honorifics(self) -> None:
        taken = sorted((one.start, one.end) for one in self.found)
        for match in _honorific_pattern().finditer(self.plain):
            at = match.end()
            while self.plain[at : at + 1] == " ":
                at += 1
            if any(start <= at < end for start, end in taken):
                continue
            name = self.name_at(at)
            if name is not None:
                after = self.party_after(name[1])
                code = after[0].code if after else ""
                end = after[1] if after else name[1]
                self._add(match.start(), end, name, None, code, "honorific", "named after the name")

    def _counterparts(self) -> None:
        """Read a counterpart: "his Malaysian counterpart, Anwar Ibrahim" holds the office that was named before."""
        for match in _COUNTERPART.finditer(self.plain):
            name = self.name_at(match.end())
            if name is None or any(
                one.start <= name[0] < one.end for one in self.found if one.office
            ):
                continue
            office = next(
                (
                    one.office
                    for one in reversed(self.found)
                    if one.start < match.start() and one.office
                ),
                None,
            )
            before = self.party_before(match.start())
            after = self.party_after(name[1])
            party = before or after
            start = min(match.start(), before[1] if before else match.start())
            end = after[1] if after and not before else name[1]
            code = party[0].code if party else ""
            self._add(start, end, name, office, code, "counterpart", "named beside the name")

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
        self.found.append(_Found(begin, stop, *name, office, code, level, why))
        self.taken_to = max(self.taken_to, stop)


@cache
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


def _office_prefix(label: str, words: str) -> str:
    """Return the office that a known name carries in front: "King" of "King Abdullah II"."""
    del label
    match = _royal().match(words)
    return match.group() if match else ""


def people(plain: str, mentions: list[Mention], title_end: int) -> list[Person]:
    """Find the persons of a folded text, in the order in which they are first named."""
    found = _Finder(plain, mentions, title_end).run()
    persons: list[Person] = []
    # Full names first, so that a surname alone finds the person that it belongs to; the body before
    # the title, whose capitals may run on into other words.
    order = sorted(found, key=lambda one: (one.start < title_end, -_weight(plain, one), one.start))
    for one in order:
        _merge(plain, persons, one)
    _share_parties(plain, persons)
    _later_mentions(plain, persons, mentions)
    kept = [person for person in persons if person.office is not None or person.code]
    for person in kept:
        person.places.sort()
        person.extents.sort()
        if not person.code:
            _known_party(person)
    return sorted(kept, key=lambda person: person.places[0])


def _weight(plain: str, one: _Found) -> int:
    return len(tokens(plain[one.name_start : one.name_end]))


def tokens(name: str) -> frozenset[str]:
    """Return the telling parts of a name, folded."""
    return frozenset(
        [
            part
            for part in fold(name).split()
            if len(part) > 1 and part not in ("jr", "sr", "al", "el")
        ]
    )


def _merge(plain: str, persons: list[Person], one: _Found) -> None:
    name = plain[one.name_start : one.name_end]
    parts = tokens(name)
    if not parts:
        return
    for person in persons:
        known = tokens(person.name)
        if parts <= known or known <= parts or _same_holder(person, name, one):
            if person.code and one.code and person.code != one.code:
                continue
            break
    else:
        if one.level == "honorific" and not one.code:
            return
        person = Person(name, one.name_start, one.name_end)
        persons.append(person)
    if person.office is None and one.office is not None and one.office != "counterpart":
        person.office = one.office
    if not person.code and one.code:
        person.code = one.code
        person.why = one.why
    person.extents.append((one.start, one.end))
    person.places.append((one.name_start, one.name_end))


def _same_holder(person: Person, name: str, one: _Found) -> bool:
    """Say whether two forms with one surname are one person: "Joe Biden", "Joseph R. Biden, Jr."."""
    if _surname(person.name) != _surname(name):
        return False
    if person.office and one.office:
        return person.office == one.office
    return bool(_forms().get(fold(person.name), set()) & _forms().get(fold(name), set()))


def _surname(name: str) -> str:
    parts = [part for part in fold(name).split() if part not in ("jr", "sr", "ii", "iii", "iv")]
    return parts[-1] if parts else ""


@cache
def _forms() -> dict[str, set[str]]:
    """Return folded form of a name → the full names that it is a form of."""
    found: dict[str, set[str]] = {}
    for row in tables.people():
        for form in (row["name"], *tables.items(row["variants"])):
            found.setdefault(fold(form), set()).add(row["name"])
    return found


def _share_parties(plain: str, persons: list[Person]) -> None:
    """Let "Chancellor Merkel and Vice Chancellor Scholz of Germany" serve one country."""
    ordered = sorted([(e, p) for p in persons for e in p.extents], key=lambda pair: pair[0])
    for (extent, person), (following, other) in pairwise(ordered):
        if person.code or not other.code or other.why != "named after the name":
            continue
        _known_party(person)
        if not person.code and plain[extent[1] : following[0]].strip() in ("and", ",", ", and"):
            person.code = other.code
            person.why = "shared with the next name"


def _known_party(person: Person) -> None:
    """Fill in the party from the table of office holders, where one reading alone fits."""
    codes: set[str] = set()
    if person.office is not None:
        parts = (fold(person.name), *reversed(fold(person.name).split()))
        for part in parts:
            codes = _holders_by_office().get((part, person.office), set())
            if len(codes) == 1:
                break
    if len(codes) != 1:
        codes = _holders().get(fold(person.name), set())
    if len(codes) == 1:
        person.code = next(iter(codes))
        person.why = "known office holder"


def _later_mentions(plain: str, persons: list[Person], mentions: list[Mention]) -> None:
    """Add every place where a part of a person's name stands alone."""
    owners: dict[str, Person | None] = {}
    for person in persons:
        for part in re.findall(r"[\w'-]{3,}", person.name):
            if part[0].isupper() and part not in ("Jr", "Sr", "III"):
                owners[part] = None if part in owners and owners[part] is not person else person
    taken = sorted(extent for person in persons for extent in person.extents)
    named = {m.start: m for m in mentions if m.kind not in (NameKind.PERSON, NameKind.PLACE)}
    for part, owner in owners.items():
        if owner is None:
            continue
        at = plain.find(part)
        while at >= 0:
            end = at + len(part)
            if _stands_alone(plain, at, end) and at not in named and not _within(taken, at):
                owner.places.append((at, end))
                owner.extents.append((at, end))
            at = plain.find(part, end)


def _stands_alone(plain: str, start: int, end: int) -> bool:
    before = plain[start - 1 : start]
    after = plain[end : end + 1]
    if before.isalnum() or after.isalnum() or after == "-" or before == "-":
        return False
    previous = re.search(rf"({_UPPER}[\w.'-]*) +$", plain[max(0, start - 24) : start])
    if previous is not None and previous.group(1) not in _NO_NAME and "." not in previous.group(1):
        # Another given name before it makes it another person, unless a sentence begins there.
        return previous.group(1) in _honorifics()
    following = re.match(rf" +({_UPPER}[\w'-]*)", plain[end : end + 24])
    return following is None or following.group(1) in _NO_NAME


def _within(extents: Iterable[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in extents)
