"""Namings → persons: the forms of one name are one person, and a part of it alone names them again."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import define, field

from bilateral.gazetteer import holders
from bilateral.gazetteer.holders import fold
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.words import Words
from bilateral.reading.grammar.words import SHORT_WORDS
from bilateral.reading.naming import STYLES, Finder, Found
from bilateral.reading.shapes import SHORT_NAME, UPPER, honorifics, not_names, particles

if TYPE_CHECKING:
    from bilateral.reading.mentions import Mention


_PART = re.compile(r"[\w'-]{2,}")
_NAME_BEFORE = re.compile(rf"({UPPER}[\w.'-]*) +$")
_NAME_AFTER = re.compile(rf" +({UPPER}[\w'-]*)")
_CAPITALISED = re.compile(rf"(?<![\w'-])(?:[a-z]{{1,2}}[-'])?{UPPER}[\w'-]+")
#: names that can hold a person's
_NOT_NAMED = (NameKind.PERSON, NameKind.PLACE)
#: more persons than this who share a part of a name are not told apart any further
_CANDIDATES = 50
#: parts of names that tell nobody from another
_LINKS = frozenset(["jr", "sr", "al", "el"])


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
    #: the telling parts of the name, folded
    parts: frozenset[str] = frozenset()
    #: what decided the party, for the trace
    why: str = ""


def people(
    plain: str, mentions: list[Mention], title_end: int, words: Words | None = None
) -> list[Person]:
    """Find the persons of a folded text, in the order in which they are first named."""
    words = words or Words.of(plain)
    finder = Finder(plain, mentions, words)
    found = finder.run()
    persons: list[Person] = []
    # Full names first, so that a surname alone finds the person that it belongs to; the body before
    # the title, whose capitals may run on into other words.
    weighed = []
    for one in found:
        name = plain[one.name_start : one.name_end]
        parts = tokens(name)
        weighed.append((one.start < title_end, -len(parts), one.start, name, parts, one))
    weighed.sort(key=itemgetter(0, 1, 2))
    index: dict[str, list[Person]] = {}
    for _, _, _, name, parts, one in weighed:
        if parts:
            _merge(persons, one, name, parts, index)
    _share_parties(plain, persons)
    _later_mentions(plain, persons, mentions)
    kept = [person for person in persons if person.office is not None or person.code]
    for person in kept:
        person.places.sort()
        person.extents.sort()
        if not person.code and (code := _known_party(person)):
            person.code, person.why = code, "known office holder"
        if person.office is None:
            # "the President of France" above, "Emmanuel Macron" below: he is known to be it
            known = holders.offices_of(person.name)
            person.office = next((o for o, c in sorted(finder.unnamed) if (o, c) in known), None)
    _of_title(plain, kept, finder.unnamed)
    return sorted(kept, key=lambda person: person.places[0])


def _of_title(plain: str, persons: list[Person], unnamed: dict[tuple[str, str], int]) -> None:
    """Give the party of the office that opens the text to its only holder: "Peruvian FM visits Kenya"."""
    opening = [post for post, start in unnamed.items() if not plain[:start].strip()]
    for office, code in opening:
        held = [person for person in persons if person.office == office]
        lost = [person for person in held if not person.code]
        if len(lost) == 1 and not any(person.code == code for person in held):
            lost[0].code, lost[0].why = code, "the office that the title names"


def tokens(name: str) -> frozenset[str]:
    """Return the telling parts of a name, folded."""
    return frozenset([part for part in fold(name).split() if len(part) > 1 and part not in _LINKS])


def _merge(
    persons: list[Person],
    one: Found,
    name: str,
    parts: frozenset[str],
    index: dict[str, list[Person]],
) -> None:
    """Add a naming to the person whose name it is a form of, or begin another person.

    `index` lists the persons under each part of their names: only those who share a part are asked.
    """
    candidates = {id(p): p for part in sorted(parts) for p in index.get(part, ())[:_CANDIDATES]}
    for person in candidates.values():
        known = person.parts
        if parts <= known or known <= parts or _same_holder(person, name, one):
            tentative = "known by name" in (person.why, one.why)
            if tentative or not (person.code and one.code and person.code != one.code):
                break
    else:
        if one.level == "honorific" and not one.code:
            return
        person = Person(name, one.name_start, one.name_end, parts=parts)
        persons.append(person)
        for part in parts:
            index.setdefault(part, []).append(person)
    if person.office is None or (person.office in STYLES and one.office is not None):
        person.office = one.office
    if one.code and (not person.code or person.why == "known by name"):
        person.code = one.code
        person.why = one.why
    person.extents.append((one.start, one.end))
    person.places.append((one.name_start, one.name_end))


def _same_holder(person: Person, name: str, one: Found) -> bool:
    """Say whether two forms with one surname are one person: "Joe Biden", "Joseph R. Biden, Jr."."""
    if _surname(person.name) != _surname(name):
        return False
    if person.office and one.office:
        return person.office == one.office
    return bool(
        holders.forms().get(fold(person.name), set()) & holders.forms().get(fold(name), set())
    )


def _surname(name: str) -> str:
    parts = [part for part in fold(name).split() if part not in ("jr", "sr", "ii", "iii", "iv")]
    return parts[-1] if parts else ""


def _share_parties(plain: str, persons: list[Person]) -> None:
    """Let "Chancellor Merkel and Vice Chancellor Scholz of Germany" serve one country."""
    ordered = sorted([(e, p) for p in persons for e in p.extents], key=lambda pair: pair[0])
    for (extent, person), (following, other) in pairwise(ordered):
        if person.code or not other.code or other.why != "named after the name":
            continue
        if code := _known_party(person):
            person.code, person.why = code, "known office holder"
        elif plain[extent[1] : following[0]].strip() in ("and", ",", ", and"):
            person.code = other.code
            person.why = "shared with the next name"


def _known_party(person: Person) -> str:
    """Return the party by the table of office holders, where one reading alone fits; else empty."""
    codes = holders.by_office(person.name, person.office) if person.office else set()
    if not codes and person.office and len(tokens(person.name)) < 2:
        return ""  # a "Minister Lee" is not the president of that name
    if len(codes) != 1:
        codes = holders.by_name().get(fold(person.name), set())
    return next(iter(codes)) if len(codes) == 1 else ""


def _later_mentions(plain: str, persons: list[Person], mentions: list[Mention]) -> None:
    """Add every place where a part of a person's name stands alone."""
    owners: dict[str, Person | None] = {}
    for person in persons:
        for part in _PART.findall(person.name):
            if (
                _CAPITALISED.match(part)
                and part != "III"
                and (len(part) > 2 or _is_short_name(part))
            ):
                # "Al-Sisi" where a sentence begins
                for form in dict.fromkeys((part, part[0].upper() + part[1:])):
                    owners[form] = None if form in owners and owners[form] is not person else person
    places = []
    for part, owner in owners.items():
        at = plain.find(part) if owner is not None else -1
        while at >= 0:
            places.append((at, at + len(part), owner))
            at = plain.find(part, at + 1)
    if not places:
        return
    taken = sorted([extent for person in persons for extent in person.extents])
    starts = [start for start, _ in taken]
    named = {m.start for m in mentions if m.kind not in _NOT_NAMED}
    seen: set[tuple[int, int]] = set()
    for start, end, owner in places:
        before = bisect_right(starts, start) - 1
        if start in named or (before >= 0 and start < taken[before][1]):
            continue
        match = _CAPITALISED.match(plain, start)
        if match is None or match.group().removesuffix("'s").removesuffix("'") != plain[start:end]:
            continue
        if owner is None:
            continue
        start, end = _with_others(plain, start, end, owner.name)
        if (start, end) not in seen and _stands_alone(plain, start, end):
            seen.add((start, end))
            owner.places.append((start, end))
            owner.extents.append((start, end))


def _is_short_name(part: str) -> bool:
    """Say whether a part of two letters can name a person alone: "Vu said", but not "He said"."""
    if SHORT_NAME(part) is None or part in not_names():
        return False
    return part.lower() not in particles() and part.lower() not in SHORT_WORDS


def _with_others(plain: str, start: int, end: int, name: str) -> tuple[int, int]:
    """Return the extent of a part of a name with those beside it: "Mac Lochlainn", "de la Vega"."""
    parts = name.split(" ")
    part = plain[start:end]
    at = next((i for i, one in enumerate(parts) if one.lower() == part.lower()), -1)
    if at < 0:
        return start, end
    behind = at + 1
    while at and (begin := start - len(parts[at - 1]) - 1) >= 0:
        # "De la Vega" where a sentence begins
        if (
            plain[begin:start].lower() != f"{parts[at - 1].lower()} "
            or plain[begin - 1 : begin].isalnum()
        ):
            break
        at -= 1
        start = begin
    while behind < len(parts) and plain.startswith(f" {parts[behind]}", end):
        end += len(parts[behind]) + 1
        behind += 1
    return start, end


def _stands_alone(plain: str, start: int, end: int) -> bool:
    before = plain[start - 1 : start]
    after = plain[end : end + 1]
    if before.isalnum() or after.isalnum() or after == "-" or before == "-":
        return False
    previous = _NAME_BEFORE.search(plain[max(0, start - 24) : start])
    if (
        previous is not None
        and previous.group(1) not in not_names()
        and "." not in previous.group(1)
    ):
        # Another given name before it makes it another person, unless a sentence begins there.
        return previous.group(1) in honorifics()
    following = _NAME_AFTER.match(plain[end : end + 24])
    return following is None or following.group(1) in not_names()
