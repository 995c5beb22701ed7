"""Persons whose own words name no party → the party that they serve, where the text around tells it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from bilateral.gazetteer import tables
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived

if TYPE_CHECKING:
    from bilateral.reading.mentions import Mention
    from bilateral.reading.people import Person

_LEADS = re.compile(
    r",? +(?:who +)?(?:(?:will|would|is|was|are|were) +)?(?:leads?|led|leading|heads?|headed|heading|represent\w*)"
    r" +(?:the +)?"
)
_REPRESENTS = re.compile(r" +(?:will +)?represent(?:s|ed|ing)? +(?:the +)?")
#: "on a visit to Peru, where he met with |"
_WHERE = re.compile(
    r"\bwhere +(?:\w+ +){0,3}?(?:met|meets?|meeting|spoke|talked|talks|conferred|received +by|welcomed +by)"
    r"(?: +(?:with|to))? +(?:the +)?$"
)
_WITH = re.compile(
    r"\b(?:accompan(?:ied +by|ying)|delegation +(?:comprising|including|composed +of|comprised +of|made +up +of))\b"
)
_LIST = re.compile(
    r"(?:[^.!?\n]|(?:(?<=[A-Z])|(?<=Mr)|(?<=Ms)|(?<=Dr)|(?<=rs)|(?<=of)|(?<=on))\.(?= )){0,90}"
)
_LED_BY = re.compile(
    r" +(?:side|delegation|team|party|group)(?: +(?:was|is|were))?"
    r" +(?:led|headed|represented|chaired) +by +(?:the +|its +)?$"
)
_TEAM = re.compile(r"(?:'s?)? +(?:[a-z-]+ +){0,2}(?:delegation|side|team|party|group)\b")
_BODY = re.compile(
    r"(?:'s?)? +(?:[A-Za-z]+ +){0,2}(?:[Mm]inistry|[Dd]epartment|[Gg]overnment|[Pp]residency|[Aa]rmy"
    r"|[Mm]ilitary|[Ee]mbassy|[Cc]abinet|[Pp]olice)\b"
)
_OF_BODY = re.compile(
    r"(?i:the +)?(?i:ministry|department|government|presidential|palace|army|military|embassy|cabinet|police)"
    r"(?:'s)? +(?:chief +|deputy +)?$"
)
_ITS = re.compile(r"\bthe +(?:ministry|department|government|presidency|palace|embassy)'s +")
_NAMED_BODY = re.compile(r"(?:Department|Ministry|Office|Palace|House)$")
#: a dateline is at most so long, and its place ends with one of these
_DATELINE = 80
_PLACE = re.compile(r"[,/(:–—-]")
#: the text tells most of the party whose leader needs no introduction; so often at least
_OFTEN = 2
_STATES = (NameKind.COUNTRY, NameKind.DEMONYM, NameKind.METONYM, NameKind.CAPITAL)


@derived
def _offices(*levels: str) -> frozenset[str]:
    """Return the offices of some levels."""
    return frozenset([row["office"] for row in tables.offices() if row["level"] in levels])


def delegations(plain: str, persons: list[Person], mentions: list[Mention]) -> None:
    """Give a party to "Luz Paz led the Peruvian delegation" and "the Peruvian side was led by Luz Paz"."""
    lost = [person for person in persons if not person.code]
    if not lost:
        return
    starts = {m.start: m for m in mentions if m.code and m.kind in _STATES}
    ends = {m.end: m for m in mentions if m.code and m.kind in _STATES}
    for person in lost:
        start, end = person.extents[0]
        ahead = _LEADS.match(plain, end, end + 60)
        team = starts.get(ahead.end()) if ahead is not None else None
        if team is not None and _TEAM.match(plain, team.end, team.end + 50):
            person.code, person.why = team.code, "leads the delegation"
            continue
        ahead = _REPRESENTS.match(plain, end, end + 60)
        team = starts.get(ahead.end()) if ahead is not None else None
        if team is not None and not plain.startswith(("'", " and "), team.end):
            person.code, person.why = team.code, "represents it"
            continue
        near = max(0, start - 80)
        there = _WHERE.search(plain, near, start)
        team = None
        if there is not None:  # "a visit to Peru, where …"
            team = ends.get(near + len(plain[near : there.start()].rstrip(" ,")))
        if team is not None and person.office is not None:
            person.code, person.why = team.code, "met on a visit there"
            continue
        behind = _LED_BY.search(plain, max(0, start - 60), start)
        team = ends.get(behind.start()) if behind is not None else None
        if team is not None:
            person.code, person.why = team.code, "leads the delegation"
        elif _OF_BODY.search(plain, max(0, start - 30), start) or _ITS.search(plain, start, end):
            bodies = [m for m in mentions if m.start < start and m.code and m.kind in _STATES]
            for mention in reversed(bodies):
                named = _NAMED_BODY.search(plain, mention.start, mention.end)
                if named or _BODY.match(plain, mention.end, mention.end + 50):
                    person.code, person.why = mention.code, "speaks for the body named before"
                    break


def companions(plain: str, persons: list[Person]) -> None:
    """Give the party of "President Luz Paz, accompanied by Minister Ana Rey and …" to all of them."""
    if "accompan" not in plain and "delegation" not in plain:
        return
    ordered = sorted(
        [(*extent, person) for person in persons for extent in person.extents], key=_first
    )
    leads = ""  # the party of the one whose company is being listed
    for (_, end, person), (start, _, other) in pairwise(ordered):
        gap = _LIST.fullmatch(plain, end, start)
        if gap is None:
            leads = ""
            continue
        if (with_whom := _WITH.search(plain, end, start)) is not None:
            leads = "" if with_whom.group().endswith("accompanying") else person.code
        if leads and not other.code and other.office is not None:
            other.code, other.why = leads, "accompanies one who serves it"


def _first(extent: tuple[int, int, Person]) -> tuple[int, int]:
    return extent[:2]


@derived
def _capitals() -> dict[str, str]:
    """Return capital in lower case → the code of its country, where there is only one."""
    found: dict[str, str] = {}
    for row in tables.countries():
        for name in tables.items(row["capital"]):
            found[name.lower()] = "" if name.lower() in found else row["alpha_3"]
    return found


def _seat(text: str, start: int) -> str:
    """Return the country in whose capital a text is dated, "LIMA, 3 May (Agency) - |", or nothing."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - _DATELINE) : start]
    return _capitals().get(_PLACE.split(line, maxsplit=1)[0].strip().lower(), "")


def _counterparts(plain: str, mentions: list[Mention]) -> set[str]:
    """Return the codes of those whose persons are told to be counterparts: "his Peruvian counterpart"."""
    if "ounterpart" not in plain:
        return set()
    found: set[str] = set()
    behind: list[str] = []
    last = -1
    for mention in mentions:
        if mention.kind not in _STATES or not mention.code:
            continue
        if last < 0 or plain[last : mention.start].strip() not in (",", "and", ", and"):
            behind = []
        behind.append(mention.code)
        last = mention.end
        if plain.startswith(" counterpart", last):
            found.update(behind)
    return found


def at_home(
    text: str,
    plain: str,
    present: tuple[str, ...],
    own: str,
    persons: list[Person],
    mentions: list[Mention],
    lead: tuple[int, int],
) -> bool:
    """Give a party to those in the lead whose high office the text need not name with its party.

    That is the party whose office the text never names, the one party that meets and that nobody
    else in the text serves, or the one of which the text tells most.

    Args:
        text: the text.
        plain: the same, folded.
        present: the parties that meet.
        own: the party whose office the text never names, or empty.
        persons: the persons of the text.
        mentions: the names in it.
        lead: where its lead begins and ends.

    Returns:
        Whether anybody was given one.
    """
    high = _offices("head of state", "head of government", "minister", "deputy head")
    lost = [
        person
        for person in persons
        if not person.code and person.office in high and person.places[0][0] < lead[1]
    ]
    highest = _offices("head of state", "head of government")
    if not lost:
        return False
    if own:
        lost = [person for person in lost if person.office in highest]
    served = {person.code for person in persons if person.code} | _counterparts(plain, mentions)
    left = [code for code in present if code not in served]
    why = "the party that meets and that nobody else serves"
    code = own or (left[0] if len(left) == 1 else "")
    if not code and not left and (seat := _seat(text, lead[0])) and seat not in served:
        code, why = seat, "the capital from which the text reports"
    first = [person for person in lost if person.office in highest]
    if not code and len(first) == 1:
        # a foreign minister of one country does not keep its president from being of it, too
        served = {person.code for person in persons if person.code and person.office in highest}
        told = Counter([m.code for m in mentions if m.code and m.kind in _STATES[:3]])
        most = [
            (c, n) for c, n in told.most_common() if c not in served and (not left or c in left)
        ]
        if most and most[0][1] >= _OFTEN and (len(most) == 1 or most[0][1] > most[1][1]):
            code, why = most[0][0], "the party of which the text tells most"
        lost = first
    for person in lost if code else ():
        person.code, person.why = code, why
    return bool(code)
