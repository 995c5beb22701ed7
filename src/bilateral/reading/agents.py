"""Mentions and persons → agents: the noun phrases of a text that can act for a party.

An agent is a country, an organization, a person, an office, a body of a state, or a word for those who
meet ("the two leaders", "both sides", "we").  Whom a collective or a pronoun means is settled later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum
from typing import TYPE_CHECKING

from attrs import define

from bilateral.gazetteer import issue_words, tables
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Anchored, Words, first_words, following
from bilateral.reading.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bilateral.reading.people import Person


class Sort(Enum):
    """How an agent refers."""

    NAMED = "named"  # its codes are known
    TOGETHER = "together"  # the leaders, both sides
    WE = "we"
    THEY = "they"
    PERSON = "person"  # he, she
    THING = "thing"  # it
    SPEAKER = "speaker"  # I
    STATE = "state"  # the government, his administration
    OFFICE = "office"  # the President, not yet resolved
    OWNER = "owner"  # a genitive or an adjective: Japan's, Malaysian


@define(eq=False)
class Agent:
    """A noun phrase that can act: its place, how it refers, and the codes of whom it means."""

    start: int
    end: int
    sort: Sort
    codes: tuple[str, ...] = ()
    plural: bool = False
    #: the words are a person or an office, who can be "he" or "she"
    personal: bool = False
    office: str = ""


def _words(*classes: str) -> list[str]:
    return [row["word"] for row in tables.collectives() if row["class"] in classes]


def _any(words: list[str]) -> str:
    joined = "|".join(
        [re.escape(w).replace(r"\ ", " +") for w in sorted(words, key=len, reverse=True)]
    )
    return f"(?:{joined})"


_NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
_KINDS = ["respective", "g7", "g20", "quad", "asean", "eu", "participating", "meeting"]
#: who is told one by one: "each side"
_EACH = ["side", "country", "party", "nation", "government"]
#: bodies of several states: "their countries"
_THEIRS = ["teams", "governments", "ministers", "administrations", "officials", "countries"]
_THEIRS += ["nations", "peoples", "delegations"]


@derived
def _collective() -> Anchored:
    singles = [*_words("we"), *_words("they"), *_words("person"), *_words("thing")]
    together, alone, single = _any(_words("together")), _any(_words("alone")), _any(singles)
    number = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,2}}) +"
    kind = rf"(?:{'|'.join(_KINDS)}) +"
    pattern = re.compile(
        rf"(?:(?P<set>(?:(?:the|both|all|each|our|their) +){{1,3}}(?:of +(?:the|our) +)?(?:{number})?"
        rf"(?:{kind})?{together})|(?P<every>each +(?:{'|'.join(_EACH)})(?! +of))"
        rf"|(?P<bare>(?:{number}){together})|(?P<alone>both(?: +of +them)?|{alone}"
        rf"(?= +[a-z]+(?:ed|d)\b|,? +(?:also|agreed|spoke|met|held|then|further)\b)|both|the +(?:two|three)"
        rf"(?= +(?:exchanged|agreed|spoke|met|held|also|will|shall|have|had|said|[a-z]+ed)\b))"
        rf"|(?P<body>{_any(_words('body'))}(?= +(?:(?:also|further|then) +)?{_any(_words('body verb'))}\b))"
        rf"|(?P<title>{_any(_words('opening'))})|(?P<single>{single}|i))"
        rf"(?!\w|-)"
    )
    others = [*_words("alone"), *_words("body"), *_words("opening"), *singles, "both", "i"]
    numbers = [*_NUMBERS, *map(str, range(100))]
    who = first_words(_words("together"))
    firsts = first_words([*numbers, "the", "all", "each", "our", "their", *others])
    if who is None or firsts is None:
        return Anchored(pattern, None)
    # "The" begins much else, which the word behind it tells without trying the expression.
    behind = {"the", "both", "all", "each", "our", "their", "of", *numbers, *_KINDS, *_EACH, *who}
    follow: dict[str, AbstractSet[str]] = dict.fromkeys(numbers, who)
    follow |= dict.fromkeys(["the", "all", "each", "our", "their"], frozenset(behind))
    longer = following(others)  # "the two" is another
    for first in first_words(others) or ():
        if first in follow and first in longer:
            follow[first] |= longer[first]
        else:
            follow.pop(first, None)
    return Anchored(pattern, firsts, follow=follow)


@derived
def _state() -> re.Pattern[str]:
    """A noun for a body of a state, up to four words after the adjective or genitive."""
    nouns = _any(_words("state"))
    return re.compile(rf"(?:'s?)? +(?:(?!{_NO_ADJECTIVE})[a-z-]+ +(?:and +)?){{0,3}}{nouns}(?!\w)")


@derived
def _state_words() -> frozenset[str] | None:
    return first_words(_words("state"))


@derived
def _own_state() -> Anchored:
    """A body of one's own state: "his government", "the administration"."""
    own = _words("own state")
    pattern = re.compile(
        rf"(?:(?:the|his|her|its|my|our) +{_any(own)}(?! +of)"
        rf"|(?P<theirs>their +(?:respective +)?(?:{'|'.join(_THEIRS)})))(?!\w)"
    )
    follow = dict.fromkeys(["the", "his", "her", "its", "my", "our"], frozenset(own))
    follow["their"] = frozenset(["respective", *_THEIRS])
    return Anchored(pattern, frozenset(follow), follow=follow)


#: what cannot stand between a country and its "government" or "forces"
_NO_ADJECTIVE = (
    r"(?:and|to|of|for|in|on|at|by|with|from|as|that|who|which|the|a|an|their|its|his|her|our|will|would"
    r"|has|have|had|is|are|was|were|said|told|met|between|but|or|if|while|[a-z]+ed)\b"
)
#: who acts for an organization: "Quad countries", "EU leaders"
_MEMBERS = re.compile(
    r" +(?:member +)?(?:countries|states|economies|members|leaders|partners|nations|(?:[a-z]+ +)?ministers|side)\b"
)
_NO_AGENTS = (NameKind.PLACE, NameKind.OTHER, NameKind.PERSON)
_JOINING = ("-", "–", "/")
#: a body follows within so many words: "'s", three adjectives, each with "and", and its own first
_BETWEEN = 8
_NOT_BEFORE = re.compile(
    r"(?:\b(?:in|at|from|near|to|of|around|outside|via|through|for|into) +(?:the +)?)$"
)
_NEXT_WORD = re.compile(r" +([A-Z]\w+)")
_DATE_BEHIND = re.compile(r",? +(?:[a-z]+ +)?\d|,? *(?:\n|$)")
_THE = re.compile(r"\b(?:the|both|an?) +$", re.IGNORECASE)
_OF = re.compile(r" +of +(?:the +)?")
_LINK = re.compile(
    r"(?:,? +and +|, +|,? +as +well +as +|,? +together +with +)(?:the +|of +)?(?:the +)?"
)
_PAREN = re.compile(r" *\([^()]{1,60}\)")


def agents(
    plain: str,
    low: str,
    mentions: list[Mention],
    persons: list[Person],
    words: Words | None = None,
) -> list[Agent]:
    """Find every agent of a folded text, from left to right, without overlaps.

    Args:
        plain: the text with one kind of quotation mark and space.
        low: the same in lower case.
        mentions: the known names in it.
        persons: the persons in it.
        words: its words, if they are known already.
    """
    found: list[Agent] = []
    covered: list[tuple[int, int]] = []
    for person in persons:
        for start, end in person.extents:
            start = _with_article(low, start)
            found.append(
                Agent(start, end, Sort.NAMED, (person.code,) if person.code else (), personal=True)
            )
            covered.append((start, end))
    covered.sort()
    covered.append((len(low) + 1, len(low) + 1))  # so that there is always a next
    words = words or Words.of(plain)
    bodies = _Bodies(low, words)
    at = 0
    for mention in mentions:
        start = mention.start
        while covered[at][1] <= start:
            at += 1
        if covered[at][0] < mention.end:
            continue
        agent = _from_mention(plain, low, mention, bodies)
        if agent is not None:
            found.append(agent)
    found.sort(key=lambda agent: (agent.start, -agent.end))
    found = _merge_offices(low, found)
    found += _pronouns(low, found, words)
    found.sort(key=lambda agent: (agent.start, -agent.end))
    kept: list[Agent] = []
    behind = 0
    for agent in found:
        if agent.start >= behind:
            kept.append(agent)
            behind = agent.end
    _of_lists(low, kept)
    return kept


def _with_article(low: str, start: int) -> int:
    # It ends in one of these letters and a space, or in two spaces.
    if low[start - 1 : start] != " " or low[start - 2 : start - 1] not in "ehan ":
        return start
    if low[start - 5 : start] == " the ":
        return start - 4
    match = _THE.search(low, max(0, start - 6), start)
    return match.start() if match else start


class _Bodies:
    """Finds the bodies of a state behind its name: "the Malaysian government"."""

    def __init__(self, low: str, words: Words) -> None:
        self.low = low
        self.words = words
        self.pattern = _state()
        self.firsts = _state_words()

    def behind(self, end: int) -> int:
        """Return where the body ends whose state's name ends at `end`, or -1."""
        low, words = self.low, self.words
        if low[end : end + 1] not in (" ", "'"):
            return -1
        if self.firsts is not None:
            first = bisect_left(words.starts, end)
            near = words.low[first : first + _BETWEEN]
            if self.firsts.isdisjoint(near):
                # Only parts of words with hyphens can keep the noun further off.
                if len(near) < _BETWEEN or "-" not in low[end : words.starts[first + _BETWEEN - 1]]:
                    return -1
        body = self.pattern.match(low, end)
        return body.end() if body is not None else -1


def _from_mention(plain: str, low: str, mention: Mention, bodies: _Bodies) -> Agent | None:
    start, end, kind = mention.start, mention.end, mention.kind
    if kind is NameKind.OFFICE:
        return _office(plain, low, mention)
    if not mention.code or kind in _NO_AGENTS:
        return None
    codes = (mention.code,)
    joined = (start > 0 and plain[start - 1] in "-–") or plain[end : end + 1] in _JOINING
    start = _with_article(low, start)
    if kind is NameKind.ORGANIZATION:
        if not joined:
            members = _MEMBERS.match(low, end)
            return Agent(start, members.end() if members else end, Sort.NAMED, codes)
    elif not joined and (body := bodies.behind(end)) >= 0:
        return Agent(start, body, Sort.NAMED, codes)
    if joined or kind is NameKind.DEMONYM or low[end : end + 1] == "'":
        return Agent(start, end, Sort.OWNER, codes)
    if kind is NameKind.CAPITAL:
        if _NOT_BEFORE.search(low, max(0, start - 14), start):
            return None
        after = _NEXT_WORD.match(plain, end)
        if after is not None and after.group(1).lower() in issue_words.words("formal"):
            return None  # the Hanoi Declaration
        if low.endswith(", ", 0, start) and _DATE_BEHIND.match(low, end, end + 24):
            return None  # "Third Summit, Oslo, 19 May 2026"
    return Agent(start, end, Sort.NAMED, codes)


def _office(plain: str, low: str, mention: Mention) -> Agent | None:
    """An office without a name beside it: "the President", "Malaysia's prime minister"."""
    start, end = mention.start, mention.end
    codes = (mention.code,) if mention.code else ()
    before = re.search(
        r"(?:the|both|two|three|our|and|,|^|[.!?:;]|'s|[a-z]) +$|\n$",
        low[max(0, start - 8) : start],
    )
    if plain[start].islower() and not re.search(
        r"\b(?:the|both|'s|s') +$|'s? +$", low[max(0, start - 8) : start]
    ):
        return None
    plural = low[end - 1] == "s" and low[end - 2] != "s"
    article = _with_article(low, start)
    if before is None and article == start and start > 0:
        return None
    return Agent(
        article, end, Sort.OFFICE, codes, plural=plural, personal=True, office=mention.name.label
    )


def _merge_offices(low: str, found: list[Agent]) -> list[Agent]:
    """Join "Japanese" or "Japan's" with the office after it, and an office with "of Japan"."""
    merged: list[Agent] = []
    for agent in found:
        last = merged[-1] if merged else None
        if last is not None and last.end <= agent.start:
            sort = agent.sort
            if sort is Sort.OFFICE and not last.personal:
                between = low[last.end : agent.start]
                joined = between.strip() in ("", "'s", "'") and between
                if joined and (last.sort is Sort.OWNER or last.sort is Sort.NAMED):
                    agent.start = last.start
                    agent.codes = last.codes
                    merged[-1] = agent
                    continue
            if (
                sort is Sort.NAMED
                and last.sort is Sort.OFFICE
                and not (agent.personal or last.plural)
            ):
                if re.fullmatch(r" +of *(?:the)? *", low[last.end : agent.start] + " "):
                    last.codes = agent.codes
                    last.end = agent.end
                    continue
        merged.append(agent)
    return merged


def _pronouns(low: str, found: list[Agent], words: Words) -> list[Agent]:
    taken = [
        (agent.start, agent.end) for agent in found if agent.sort is not Sort.OFFICE or agent.codes
    ]
    made = []
    at = 0
    spans = sorted(
        [(m.start(), m.end(), m) for m in _collective().find(low, words)]
        + [(m.start(), m.end(), m) for m in _own_state().find(low, words)],
        key=lambda item: item[0],
    )
    for start, end, match in spans:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        agent = _pronoun(low, start, end, match)
        if agent is not None:
            made.append(agent)
    return made


_SENTENCE_START = re.compile(r"(?:^|[.!?:;\"(] *|\n *)$")


def _pronoun(low: str, start: int, end: int, match: re.Match[str]) -> Agent | None:
    group = match.lastgroup
    words = match.group()
    if group is None:
        return Agent(start, end, Sort.STATE)
    if group == "theirs":
        return Agent(start, end, Sort.THEY, plural=True)
    if group == "single":
        if words == "we":
            return Agent(start, end, Sort.WE, plural=True)
        if words == "they":
            return Agent(start, end, Sort.THEY, plural=True)
        if words == "i":
            return Agent(start, end, Sort.SPEAKER)
        return Agent(start, end, Sort.THING if words == "it" else Sort.PERSON)
    if group == "body" and _NOT_BEFORE.search(low, max(0, start - 14), start):
        return None  # "Kenya at the summit agreed"
    if group == "title" and not _SENTENCE_START.search(low[max(0, start - 3) : start]):
        return None
    if (
        group == "alone"
        and words == "both"
        and not re.match(
            r" +(?:\w+ly +)?(?:also|agreed|also +\w+|will|have|are|then|\w+ed|intend|plan|re\w+|express|share)\b"
            r"|,",
            low[end : end + 24],
        )
    ):
        return None
    return Agent(start, end, Sort.TOGETHER, plural=True)


def _of_lists(low: str, found: list[Agent]) -> None:
    """Give "the leaders of Japan, the Philippines and the United States" the codes listed."""
    for index, agent in enumerate(found):
        if agent.sort is not Sort.TOGETHER and not (agent.sort is Sort.OFFICE and agent.plural):
            continue
        match = _OF.match(low, agent.end)
        if match is None:
            continue
        codes: list[str] = []
        end = match.end()
        last = agent.end
        for follower in found[index + 1 :]:
            if follower.sort is not Sort.NAMED or follower.personal:
                break
            gap = low[last : follower.start] if codes else " of the "
            if codes and not _LINK.fullmatch(f"{gap}"):
                break
            if not codes and follower.start > end:
                break
            codes += follower.codes
            last = follower.end
            paren = _PAREN.match(low, last)
            last = paren.end() if paren else last
        if codes:
            agent.sort = Sort.NAMED
            agent.codes = tuple(dict.fromkeys(codes))
            agent.plural = len(agent.codes) > 1
            agent.end = last
    behind = 0
    for agent in list(found):
        if agent.start < behind:
            found.remove(agent)
        elif agent.end > behind:
            behind = agent.end
