"""Mentions and persons → agents: the noun phrases of a text that can act for a party.

An agent is a country, an organization, a person, an office, a body of a state, or a word for those who
meet ("the two leaders", "both sides", "we").  Whom a collective or a pronoun means is settled later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import define

from bilateral.gazetteer import issue_words, tables
from bilateral.gazetteer.kinds import COLLECTIVE, OWN_STATE, STATE
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Anchored, Words, first_words, following
from bilateral.reading.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
    BLOC = "bloc"  # the bloc
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
_KINDS += ["north american"]
#: who is told one by one: "each side"
_EACH = ["side", "country", "party", "nation", "government"]
#: bodies of several states: "their countries"
_THEIRS = ["teams", "governments", "ministers", "administrations", "officials", "countries"]
_THEIRS += ["nations", "peoples", "delegations"]


@derived
def collective() -> Anchored:
    """Return the search for those who meet, and for pronouns."""
    singles = _words("we", "they", "person", "thing", "bloc")
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
def state_words() -> frozenset[str] | None:
    """Return the words with which the nouns for a body of a state begin."""
    return first_words(_words("state"))


@derived
def own_state() -> Anchored:
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
#: what stands in parentheses behind a name has at most so many characters
_PARENTHESIS = 60
#: who acts for an organization: "Quad countries", "EU leaders"
_MEMBERS = re.compile(
    r" +(?:member +)?(?:countries|states|economies|members|leaders|partners|nations|(?:[a-z]+ +)?ministers|side)\b"
)
# A member of an enumeration takes longer to get than a name of the module.
_OFFICE, _ORGANIZATION = NameKind.OFFICE, NameKind.ORGANIZATION
_DEMONYM, _CAPITAL = NameKind.DEMONYM, NameKind.CAPITAL
_COUNTRY = NameKind.COUNTRY
_NAMED, _OWNER = Sort.NAMED, Sort.OWNER
_NO_AGENTS = (NameKind.PLACE, NameKind.OTHER, NameKind.PERSON)
_JOINING = ("-", "–", "/")
#: a body follows within so many words: "'s", three adjectives, each with "and", and its own first
_BETWEEN = 8
_NOT_BEFORE = re.compile(
    r"(?:\b(?:in|at|from|near|to|of|around|outside|via|through|for|into) +(?:the +)?)$"
)
_NEXT_WORD = re.compile(r" +([A-Z]\w+)")
_DATE_BEHIND = re.compile(r",? +(?:[a-z]+ +)?\d|,? *(?:\n|$)")
_THE = re.compile(r"\b(?:the|both|an?) +$")
#: how what it matches ends
_ARTICLE_ENDS = ("the ", "both ", "a ", "an ", "  ")
_BEFORE_OFFICE = re.compile(r"(?:the|both|two|three|our|and|,|^|[.!?:;]|'s|[a-z]) +$|\n$")
_OWNER_BEFORE = re.compile(r"\b(?:the|both|'s|s') +$|'s? +$")
_OF_THE = re.compile(r" +of *(?:the *)?")
_BOTH_DO = re.compile(
    r" +(?:\w+ly +)?(?:also|agreed|also +\w+|will|would|have|are|then|\w+ed|intend|plan|re\w+|express|share)\b"
    r"|,"
)
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
    found = []
    covered = []
    for person in persons:
        codes = (person.code,) if person.code else ()
        for start, end in person.extents:
            found.append(Agent(_with_article(low, start), end, _NAMED, codes, personal=True))
            covered.append((start, end))
    covered.sort()
    covered.append((len(low) + 1, len(low) + 1))  # so that there is always a next
    words = words or Words.of(plain)
    bodies = _Bodies(low, words)
    at = 0
    first, behind = covered[0]
    owner = -1
    agent: Agent | None = None
    for mention in mentions:
        start = mention.start
        while behind <= start:
            at += 1
            first, behind = covered[at]
        if first < mention.end:
            continue
        if mention.kind is _OFFICE:
            if agent is not None and start < agent.end <= mention.end:
                # "the Chilean minister" stands for a state as a government does, and goes on here
                agent.end = mention.end
                agent.personal = not _is_plural(low, mention)
                continue
            agent = _office(plain, low, mention, owned=start == owner + 1)
        elif not mention.code or mention.kind in _NO_AGENTS:
            continue
        else:
            agent = _from_mention(plain, low, mention, bodies)
            if mention.kind is _DEMONYM or mention.kind is _COUNTRY:
                owner = mention.end
        if agent is not None:
            found.append(agent)
    found.sort(key=_by_place)
    found = _merge_offices(low, found)
    found += _pronouns(plain, low, found, words)
    found.sort(key=_by_place)
    kept: list[Agent] = []
    behind = 0
    for one in found:
        if one.start >= behind:
            kept.append(one)
            behind = one.end
    _of_lists(low, kept)
    return kept


def _by_place(agent: Agent) -> tuple[int, int]:
    return agent.start, -agent.end


def _with_article(low: str, start: int) -> int:
    if not low.endswith(_ARTICLE_ENDS, max(0, start - 6), start):
        return start
    if low[start - 5 : start] == " the ":
        return start - 4
    match = _THE.search(low, max(0, start - 6), start)
    return match.start() if match else start


class _Bodies:
    """Finds the bodies of a state behind its name: "the Malaysian government"."""

    __slots__ = ("at", "low", "nouns", "pattern", "words")

    def __init__(self, low: str, words: Words) -> None:
        self.low = low
        self.words = words
        self.pattern = _state()
        firsts = state_words()
        #: which words can be such a noun; None if that cannot be told
        self.nouns: list[int] | None = None
        if firsts is not None:
            self.nouns = [*words.which(STATE, firsts), len(words.low) + _BETWEEN]
        #: those before it stand before all that is still asked for
        self.at = 0

    def behind(self, end: int) -> int:
        """Return where the body ends whose state's name ends at `end`, or -1.

        The ends must be asked for from left to right.
        """
        low, nouns = self.low, self.nouns
        if low[end : end + 1] not in (" ", "'"):
            return -1
        if nouns is not None:
            starts = self.words.starts
            first = bisect_left(starts, end)
            at = self.at
            while nouns[at] < first:
                at += 1
            self.at = at
            near = first + _BETWEEN
            if nouns[at] >= near:
                # Only parts of words with hyphens can keep the noun further off.
                if near > len(starts) or low.find("-", end, starts[near - 1]) < 0:
                    return -1
        body = self.pattern.match(low, end)
        return body.end() if body is not None else -1


def _from_mention(plain: str, low: str, mention: Mention, bodies: _Bodies) -> Agent | None:
    """Make an agent of a party that is named, where its name acts."""
    start, end, kind = mention.start, mention.end, mention.kind
    codes = (mention.code,)
    after = low[end : end + 1]
    joined = after in _JOINING or (start > 0 and low[start - 1] in "-–")
    start = _with_article(low, start)
    if joined:
        return Agent(start, end, _OWNER, codes)
    if kind is _ORGANIZATION:
        behind = end
        if low.startswith(" (", end):  # "African Union (AU) leaders"
            behind = low.find(")", end, end + _PARENTHESIS) + 1
        members = _MEMBERS.match(low, behind) if behind and after == " " else None
        return Agent(start, members.end() if members else end, _NAMED, codes)
    body = bodies.behind(end)
    if body >= 0:
        return Agent(start, body, _NAMED, codes)
    if after == "'" or kind is _DEMONYM:
        return Agent(start, end, _OWNER, codes)
    if kind is _CAPITAL:
        if _NOT_BEFORE.search(low, max(0, start - 14), start):
            return None
        next_word = _NEXT_WORD.match(plain, end)
        if next_word is not None and next_word.group(1).lower() in issue_words.words("formal"):
            return None  # the Hanoi Declaration
        if low.endswith(", ", 0, start) and _DATE_BEHIND.match(low, end, end + 24):
            return None  # "Third Summit, Oslo, 19 May 2026"
    return Agent(start, end, _NAMED, codes)


def _office(plain: str, low: str, mention: Mention, *, owned: bool) -> Agent | None:
    """An office without a name beside it: "the President", "Malaysia's prime minister".

    Args:
        plain: the text.
        low: the same in lower case.
        mention: the office.
        owned: a state stands right before it: "the Malaysian envoy", "the New Zealand envoy".
    """
    start, end = mention.start, mention.end
    small = plain[start].islower()
    if small and not (owned or _OWNER_BEFORE.search(low[max(0, start - 8) : start])):
        return None
    article = _with_article(low, start)
    if article == start and start > 0 and not _BEFORE_OFFICE.search(low[max(0, start - 8) : start]):
        return None
    codes = (mention.code,) if mention.code else ()
    office = mention.name.label
    plural = _is_plural(low, mention)
    return Agent(article, end, Sort.OFFICE, codes, plural, personal=True, office=office)


def _is_plural(low: str, office: Mention) -> bool:
    """Say whether several hold an office: "ministers of finance", not "minister of foreign affairs"."""
    head = low[office.start : office.end].partition(" of ")[0]
    alone = office.name.label.partition(" of ")[0]
    return head.endswith("s") and not head.endswith("ss") and not alone.endswith("s")


def _merge_offices(low: str, found: list[Agent]) -> list[Agent]:
    """Join "Japanese" or "Japan's" with the office after it, and an office with "of Japan"."""
    merged: list[Agent] = []
    last = None
    office = Sort.OFFICE
    for agent in found:
        sort = agent.sort
        if last is not None and last.end <= agent.start:
            if sort is office:
                if not last.personal and (last.sort is _OWNER or last.sort is _NAMED):
                    between = low[last.end : agent.start]
                    if between and between.strip() in ("", "'s", "'"):
                        agent.start = last.start
                        agent.codes = last.codes
                        merged[-1] = last = agent
                        continue
            elif sort is _NAMED and last.sort is office and not (agent.personal or last.plural):
                if _OF_THE.fullmatch(low[last.end : agent.start] + " "):
                    last.codes = agent.codes
                    last.end = agent.end
                    continue
        merged.append(agent)
        last = agent
    return merged


def _pronouns(plain: str, low: str, found: list[Agent], words: Words) -> list[Agent]:
    """Make agents of the words for those who meet, pronouns and bodies of one's own state."""
    spans = [(m.start(), m.end(), m) for m in _matches(collective(), COLLECTIVE, low, words)]
    spans += [(m.start(), m.end(), m) for m in _matches(own_state(), OWN_STATE, low, words)]
    if not spans:
        return []
    spans.sort(key=itemgetter(0))
    office = Sort.OFFICE
    taken = [(agent.start, agent.end) for agent in found if agent.sort is not office or agent.codes]
    taken.append((len(low) + 1, len(low) + 1))
    made = []
    at = 0
    for start, end, match in spans:
        while taken[at][1] <= start:
            at += 1
        if taken[at][0] < end:
            continue
        if end - start == 2 and plain[start:end] == "IT" and not _CAPITALS.match(plain, end):
            continue  # "the IT sector"
        agent = _pronoun(low, start, end, match)
        if agent is not None:
            made.append(agent)
    return made


def _matches(search: Anchored, kind: int, low: str, words: Words) -> Iterable[re.Match[str]]:
    if search.firsts is None:
        return search.find(low, words)
    telling = words.which(kind, search.telling)
    return search.at(low, search.followed(words.starts, words.low, telling), 0, len(low))


#: a word in capitals, as all are where a whole sentence is
_CAPITALS = re.compile(r" [A-Z]{2,}\b")
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
        if words.startswith("the "):
            return Agent(start, end, Sort.BLOC)
        return Agent(start, end, Sort.THING if words == "it" else Sort.PERSON)
    if group == "body" and _NOT_BEFORE.search(low, max(0, start - 14), start):
        return None  # "Kenya at the summit agreed"
    if group == "title" and not _SENTENCE_START.search(low[max(0, start - 3) : start]):
        return None
    if group == "alone" and words == "both" and not _BOTH_DO.match(low[end : end + 24]):
        return None
    return Agent(start, end, Sort.TOGETHER, plural=True)


def _of_lists(low: str, found: list[Agent]) -> None:
    """Give "the leaders of Japan, the Philippines and the United States" the codes listed."""
    together, office = Sort.TOGETHER, Sort.OFFICE
    longer = False
    for index, agent in enumerate(found):
        if agent.sort is not together and not (agent.sort is office and agent.plural):
            continue
        match = _OF.match(low, agent.end)
        if match is None:
            continue
        codes: list[str] = []
        end = match.end()
        last = agent.end
        for at in range(index + 1, len(found)):  # a slice of all that follow would be a copy
            follower = found[at]
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
            longer = True
    if longer:
        found[:] = _outermost(found)


def _outermost(found: list[Agent]) -> Iterator[Agent]:
    """Yield the agents that do not lie in one before them."""
    behind = 0
    for agent in found:
        if agent.start >= behind:
            behind = max(behind, agent.end)
            yield agent
