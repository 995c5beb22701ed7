"""Title and lead → the parties that meet, whom "the leaders" and "both sides" stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilateral.gazetteer.lookup import organizations_by_code
from bilateral.gazetteer.names import NameKind
from bilateral.reading.agents import Agent, Sort

if TYPE_CHECKING:
    from bilateral.reading.mentions import Mention
    from bilateral.reading.people import Person
    from bilateral.reading.sentences import Sentence

#: After these a title names the matter or the place, not those who meet.
_ABOUT = re.compile(
    r"\b(?:regarding|about|concerning|ahead of|in|at|on(?! (?:the )?(?:phone|call|telephone|meeting|visit"
    r"|summit|trilateral|bilateral|sidelines|margins|occasion)))\b"
)
_WITH = re.compile(
    r"\b(?:met|meets|meet|meeting|spoke|speaks|speak|call|talks|talked|summit|consultations|dialogue"
    r"|conversation|visits?|tour|trip|welcomed|hosted|received|welcomes|hosts|receives|welcome|held|co-chaired|telephoned|phoned"
    r"|called(?! +(?:for|on|upon|to|it|this|that|out)\b))\b"
)
#: before whom stands what is given: "pledge more support for Ukraine"
_FOR = re.compile(r"\b(?:support|aid|assistance|backing|help|weapons|arms) (?:for|to) (?:the )?$")
#: "tariffs on goods from Canada and Mexico"
_OF_GOODS = re.compile(
    r"\b(?:goods|imports?|exports?|products|steel|tariffs?|duties|levies|sanctions|refugees|migrants)"
    r" (?:from|on|against) (?:the )?$"
)
#: what a meeting is for: "leaders gathered to discuss how to handle Peru"
_PURPOSE = re.compile(r" to (?:discuss|debate|consider|address|talk about|decide) ")
_SUMMIT = re.compile(r" +(?:[a-z]+ +)?summits?\b")
_OTHERS = re.compile(r"\b(?:and|among) +others\b|\bother +(?:countries|leaders|partners|states)\b")
#: "in Belgium", "in Leuven, Belgium": where they meet
_VENUE = re.compile(r"\b(?:in|at|near|outside)(?: +the)?(?: +[a-z][a-z'.-]*){0,3}?,? +$")
#: where the first agent of a sentence stands that is its subject, and how these are called
_OPENING = 30
_LEADERS = ("leaders", "ministers", "heads of state", "heads of government", "member states")
_JOINED = re.compile(
    r"(?:,? +and +|, +|,? +along +with +|,? +as +well +as +|[-–/]| - | – )(?:the +)?"
)


def participants(
    low: str,
    title: tuple[int, int] | None,
    body: list[Sentence],
    agents: list[Agent],
    titled: list[str] | None = None,
) -> tuple[str, ...]:
    """Return the codes of the parties that meet, in the order in which they are named.

    The title decides where it names two or more; else the lead does: the leaders named in its first
    sentences, or the parties named together or as meeting one another.

    Args:
        low: the folded text in lower case.
        title: where the title stands in the text, if it does.
        body: the sentences.
        agents: the agents of the text.
        titled: the codes that a title outside the text names.
    """
    codes = headed(low, title, agents) if title else titled or []
    if len(codes) > 1:
        if title and _OTHERS.search(low, *title):
            # "the leaders of Peru, Chile and others": the lead has the whole list
            lead = _lead(low, body, agents)
            return tuple(lead if set(codes) <= set(lead) else codes)
        return tuple(codes)
    bodies = organizations_by_code()
    if len(codes) < 2 and (own := _leaders_of(low, body[:1], agents)) and codes in ([], [own]):
        return (own,)
    lead = _lead(low, body, agents)
    if len(codes) == 1 and codes[0] in bodies and codes[0] not in lead:
        members = {member.code for member in bodies[codes[0]].members}
        if members and not members.issuperset(lead):
            # "Statement by the Ministers of the NB8": whomever the text tells of later, these speak
            lead = _lead(low, body[:1], agents)
    if codes and all(_spans(code, lead) for code in codes) and len(lead) > 1:
        return tuple(lead)
    present = tuple(dict.fromkeys([*codes, *lead]))
    if len(present) < 2 and (own := _summit(low, body[:2], agents)):
        members = {member.code for member in bodies[own].members}
        if members.issuperset(present):
            return (own,)  # "Peru's president attended the Rio Group summit": its leaders
    return present


def _leaders_of(low: str, body: list[Sentence], agents: list[Agent]) -> str:
    """Return the code of the organization whose leaders the first sentence is about, or nothing.

    "ASEAN leaders adopted a declaration, Malaysia's prime minister said": they are one, and meet.
    """
    if not body:
        return ""
    inside = [a for a in agents if a.codes and a.start >= body[0].start and a.end <= body[0].end]
    first = inside[0] if inside else None
    if first is None or first.start > body[0].start + _OPENING or len(first.codes) != 1:
        return ""
    organization = organizations_by_code().get(first.codes[0])
    if organization is None or not low.endswith(_LEADERS, first.start, first.end):
        return ""
    members = {member.code for member in organization.members}
    purpose = _PURPOSE.search(low, first.end, body[0].end)
    end = purpose.start() if purpose else body[0].end
    others = {code for agent in inside[1:] if agent.end <= end for code in agent.codes}
    others.discard(organization.code)
    return organization.code if members.issuperset(others) else ""


def _summit(low: str, body: list[Sentence], agents: list[Agent]) -> str:
    """Return the code of the organization whose summit the first sentences tell of, or nothing."""
    if not body:
        return ""
    for agent in agents:
        if agent.start >= body[-1].end:
            break
        if agent.start >= body[0].start and len(agent.codes) == 1:
            if agent.codes[0] in organizations_by_code() and _SUMMIT.match(low, agent.end):
                return agent.codes[0]
    return ""


def _spans(code: str, codes: list[str]) -> bool:
    """Say whether `code` is an organization whose members the other codes are."""
    organization = organizations_by_code().get(code)
    if organization is None:
        return False
    members = {member.code for member in organization.members}
    return not members or all(other in members or other == code for other in codes)


def headed(low: str, title: tuple[int, int], agents: list[Agent]) -> list[str]:
    """Return the codes of those whom a title names as meeting."""
    start, end = title
    about = _ABOUT.search(low, start, end)
    inside = [a for a in agents if a.start >= start and a.end <= end and a.codes]
    ahead = [a for a in inside if about is None or a.start < about.start()]
    giving = [a for a in ahead if not _FOR.search(low, start, a.start)]
    if ahead and not giving:
        return []  # "States pledge support for Ukraine": who gets it need not be there
    ahead = giving
    codes = list(dict.fromkeys([code for agent in ahead for code in agent.codes]))
    if len(codes) < 2 and about is not None and _WITH.search(low, about.start(), end):
        codes = list(dict.fromkeys([code for agent in inside for code in agent.codes]))
    if not codes:
        codes = list(dict.fromkeys([code for agent in inside for code in agent.codes]))
    return codes


def _lead(low: str, body: list[Sentence], agents: list[Agent]) -> list[str]:
    """Return the parties of the first sentences: persons of two parties, or parties joined."""
    codes: list[str] = []
    for sentence in body[:4]:
        inside = [
            agent
            for agent in agents
            if agent.start >= sentence.start
            and agent.end <= sentence.end
            and not _is_venue(low, sentence.start, agent)
        ]
        persons = [a for a in inside if a.personal and a.codes and a.sort is not Sort.OWNER]
        meeting = _WITH.search(low, sentence.start, sentence.end)
        people = list(dict.fromkeys([code for agent in persons for code in agent.codes]))
        joined = _together(low, inside)
        if joined and not people:
            codes += joined
        elif people and meeting is not None:
            # Those who are named before the reported matter: up to the first "to", "for", "on".
            codes += people
            if len(people) < 2 and joined:
                codes += joined
        elif joined:
            codes += joined
        codes = list(dict.fromkeys(codes))
        if len(codes) > 1:
            break
    return codes


def _is_venue(low: str, start: int, agent: Agent) -> bool:
    """Say whether an agent is only where they meet; "In Belgium, Peru and Chile …" names two who act."""
    if agent.personal:
        return False  # "at the invitation of President Rey", "In Lima, the President …"
    if low.startswith(" and ", agent.end) and low[agent.start - 2 : agent.start] == ", ":
        return False
    return _VENUE.search(low, max(start, agent.start - 40), agent.start) is not None


def _together(low: str, inside: list[Agent]) -> list[str]:
    """Return the codes of the first run of two or more agents joined by "and" or a hyphen."""
    run: list[str] = []
    last = -1
    goods = False
    for agent in inside:
        if not agent.codes:
            continue
        gap = low[last : agent.start] if last >= 0 else ""
        gap = re.sub(r" *\([^()]{1,60}\)", "", gap)
        if run and _JOINED.fullmatch(gap):
            run += agent.codes
        elif len(set(run)) > 1 and not goods:
            break
        else:
            run = list(agent.codes)
            goods = _OF_GOODS.search(low, max(0, agent.start - 30), agent.start) is not None
        last = agent.end
    if goods:
        return []
    found = list(dict.fromkeys(run))
    return found if len(found) > 1 else []


def home(
    present: tuple[str, ...], agents: list[Agent], persons: list[Person], mentions: list[Mention]
) -> str:
    """Return the party whose office a text names without a name: "the Prime Minister" at home.

    A government that reports its own leader's meeting seldom names its country beside the office.  If
    only one party is known to meet, an office that nobody in the text holds is the other's: that of the
    seat of government that the text names, or of the one other country in it; else nobody's.
    """
    if len(present) > 1:
        return ""
    held = {person.office for person in persons}
    if not any(
        agent.sort is Sort.OFFICE
        and not agent.codes
        and not agent.plural
        and agent.office not in held
        for agent in agents
    ):
        return ""
    seats = {m.code for m in mentions if m.kind is NameKind.METONYM and m.code} - set(present)
    if len(seats) == 1:
        return next(iter(seats))
    kinds = (NameKind.COUNTRY, NameKind.DEMONYM)
    others = {m.code for m in mentions if m.kind in kinds and m.code} - set(present)
    return next(iter(others)) if len(others) == 1 else ""
