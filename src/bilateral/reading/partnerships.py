"""A text → partnerships: relationships whose status it names, between whom, and since when."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import define, field

from bilateral.gazetteer import tables
from bilateral.gazetteer.kinds import LABEL
from bilateral.gazetteer.lookup import by_party_code, organizations_by_code
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Anchored, first_words
from bilateral.model.dates import PartialDate
from bilateral.model.partnerships import Milestone, Partnership, PartnershipLevel
from bilateral.model.spans import Span
from bilateral.model.traces import Evidence, Trace
from bilateral.reading.agents import Agent, Sort

if TYPE_CHECKING:
    from bilateral.reading.mentions import Mention
    from bilateral.reading.reader import Document


_ESTABLISHED = re.compile(
    r"\b(?:establish|elevat|upgrad|launch|announc|rais|declar|forg|found|creat|form|sign|conclud|lift|promot"
    r"|becam|becom|enter|agreed|since|date|effective|mark)\w*"
)
_YEAR = re.compile(
    r"\b(?:in|since|of|from|on|effective|back in|dating to)\s+(?:[a-z]+ +)?(?:\d{1,2},? +)?(?:[a-z]+,? +)?((?:19|20)\d\d)\b"
)
#: what every year holds
_FIGURES = re.compile(r"[12][09]\d\d")
_FROM = re.compile(r"\bfrom +(?:an? +|the +)?(?:[a-z]+ +)?$")
_TO = re.compile(
    r"\b(?:to|into|as|of) +(?:(?:an?|the|that|level|status|of|their) +){0,3}[\"']?(?:[a-z]+ +)?$"
)
_BETWEEN = re.compile(r"(?:[a-z-]+,? +(?:and +)?){0,3}?(?:between|of|with|among) +(?:the +)?")
_ALLY = re.compile(
    r"\b(?:(?:key|close|closest|major|important|stalwart|staunch|treaty|trusted|strong|long-?time|indispensable|longstanding|long-standing|steadfast|ironclad|non-nato|valued|crucial) +){0,3}$"
)
_AS_PARTNERS = re.compile(r"\b(?:as|are|became|become|being|remain) +(?:[a-z-]+ +){0,2}$")
_POSSESSIVE = re.compile(r"\b(?:our|their|its)\b(?: +[a-z-]+){0,4} +$")
#: what one only hopes for: "India's candidacy for a |"
_SOUGHT = re.compile(
    r"\b(?:candidacy|candidature|bid|application|applie[ds]|applying|quest|request)"
    r" +(?:for|to +become) +(?:(?:an?|the|full|formal) +){0,2}$"
)
_HYPHENS = "-–—/"


@define
class _Found:
    """A named status at a place."""

    label: str
    start: int
    end: int
    codes: tuple[str, ...]
    note: str
    since: PartialDate | None = None
    history: list[Milestone] = field(factory=list)


@derived
def labels() -> Anchored:
    """Return the search for the status labels of the ladder.

    Labels are singular or plural, with spaces for hyphens.
    """
    words = {"ally", "allies"}
    for row in tables.levels():
        for label in (row["label"], *tables.items(row["variants"])):
            spaced = label.replace("-", " ")
            words.add(spaced)
            words.add(f"{spaced}s")
            if spaced.endswith("partnership") and "strategic" in spaced:
                # "as strategic partners", "Japan's strategic partner"
                words.update([spaced.removesuffix("ship"), f"{spaced.removesuffix('ship')}s"])
    return Anchored(re.compile(rf"(?:{trie_pattern(words)})(?!\w)"), first_words(words))


def partnerships(document: Document) -> list[Partnership]:
    """Make one record of every set of parties and level that the text names."""
    found: dict[tuple[frozenset[str], str], _Found] = {}
    search = labels()
    words = document.words
    # Most sentences have no word with which a label begins.
    hits = words.starts
    if search.firsts is not None:
        hits = [hits[index] for index in words.which(LABEL, search.firsts)]
    begins = [agent.start for agent in document.agents] if hits else []
    treaties = [m for m in document.mentions if m.kind is NameKind.ORGANIZATION] if hits else []
    for sentence in _stretches(document) if hits else ():
        start, end = sentence
        hit = bisect_left(hits, start)
        if hit == len(hits) or hits[hit] >= end:
            continue
        if search.firsts is None:
            matches = list(search.find(document.spaced, words, start, end))
        else:
            matches = list(
                search.at(document.spaced, hits[hit : bisect_left(hits, end, hit)], start, end)
            )
        # "the Regional Comprehensive Economic Partnership" is a treaty by name
        matches = [one for one in matches if not _is_named(one, treaties)]
        if not matches:
            continue
        first = bisect_left(begins, start)
        inside = document.agents[first : bisect_left(begins, end, first)]
        for one in _in_sentence(document, sentence, matches, inside):
            key = (frozenset(one.codes), one.label)
            known = found.setdefault(key, one)
            if known.since is None:
                known.since = one.since
            if not known.history:
                known.history = one.history
    order = {code: at for at, code in enumerate(document.participants)}
    for one in found.values():
        # named "Malaysia's partnership with Japan" or the other way round, the pair reads the same
        one.codes = tuple(sorted(one.codes, key=lambda code: (order.get(code, len(order)), code)))
    kept = [one for one in found.values() if not _is_short_for_another(one, list(found.values()))]
    return [_record(one) for one in kept]


def _is_named(match: re.Match[str], treaties: list[Mention]) -> bool:
    """Say whether a label is part of the name of an organization or treaty."""
    start, end = match.span()
    at = bisect_right(treaties, start, key=attrgetter("start")) - 1
    return at >= 0 and treaties[at].end >= end


def _is_short_for_another(one: _Found, others: list[_Found]) -> bool:
    """Say whether the same parties have a level whose label ends in this one's, which shortens it."""
    return any(
        other.label.endswith(f" {one.label}") and set(other.codes) == set(one.codes)
        for other in others
    )


def _stretches(document: Document) -> list[tuple[int, int]]:
    """Return the title and the sentences."""
    body = [(sentence.start, sentence.end) for sentence in document.sentences]
    return [document.title, *body] if document.title else body


def _in_sentence(
    document: Document,
    sentence: tuple[int, int],
    matches: list[re.Match[str]],
    inside: list[Agent],
) -> list[_Found]:
    low = document.low
    start, end = sentence
    found: list[_Found] = []
    earlier: list[tuple[str, int]] = []
    for match in matches:
        words = " ".join(match.group().split())
        if _SOUGHT.search(low, max(start, match.start() - 40), match.start()):
            continue
        if words in ("ally", "allies") or words.endswith("partner"):
            one = _ally(document, match, inside)
            if one is not None:
                found.append(one)
            continue
        if words.endswith("partners"):
            if not _AS_PARTNERS.search(low, max(start, match.start() - 40), match.start()):
                continue  # "with strategic partners" may be anybody
            words = f"{words.removesuffix('s')}ship"
        label = words.removesuffix("s") if words.endswith(("ships", "liances")) else words
        if label == "alliance":
            codes, note = _alliance(document, match, inside)
        elif _is_title(document, match):
            continue
        else:
            codes, note = _parties(document, match, inside)
        codes = _without_own_bodies(codes)
        if len(codes) < 2:
            continue
        if (
            low.find("from ", start, match.start()) >= 0
            and low.find(" to ", match.end(), end) > 0
            and _FROM.search(low, start, match.start())
        ):
            earlier.append((label, match.start()))
            continue
        one = _Found(label, match.start(), match.end(), codes, note)
        one.since = _since(document, sentence, match)
        one.history = [Milestone(PartnershipLevel(level)) for level, _ in earlier]
        found.append(one)
    return found


def _without_own_bodies(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Drop an organization that stands beside its own members: "AUKUS, a security partnership"."""
    bodies = organizations_by_code()
    kept = []
    for code in codes:
        members = {member.code for member in bodies[code].members} if code in bodies else set()
        if not members & set(codes):
            kept.append(code)
    return tuple(kept)


def _is_title(document: Document, match: re.Match[str]) -> bool:
    """Say whether the label is part of a longer capitalised title: "Strategic Partnership Forum"."""
    after = document.plain[match.end() : match.end() + 3]
    if len(after) > 1 and after[0] == " " and after[1].isupper():
        return document.plain[match.start()].isupper()
    following = document.low[match.end() : match.end() + 24]
    return (
        re.match(
            r" +(?:agreement|framework|dialogue|declaration|council|fund|forum|program)", following
        )
        is not None
    )


def _parties(
    document: Document, match: re.Match[str], inside: list[Agent]
) -> tuple[tuple[str, ...], str]:
    """Return between whom a partnership is: named before it, behind it, or all who meet."""
    low = document.low
    before = [a for a in inside if a.end <= match.start()]
    pair = _hyphenated(low, before, match.start())
    if pair:
        return pair, "named before the label"
    after = _listed_after(low, inside, match.end())
    if len(after) > 1:
        if re.match(r"[\"',]* *with\b", low[match.end() : match.end() + 12]):
            # "Norway has a strategic partnership with Ghana and Togo"
            own = next((a.codes for a in before if a.codes), document.participants)
            after = tuple(dict.fromkeys([*own, *after]))
        return after, "named behind the label"
    owner = before[-1] if before and _touches(low, before[-1].end, match.start()) else None
    owns = owner is not None and owner.sort in (Sort.NAMED, Sort.OWNER)
    own = owner.codes if owner is not None and owns else ()
    if after:
        both = tuple(dict.fromkeys([*own, *after]))
        if len(both) > 1:
            return both, "named around the label"
        subject = next((a for a in before if a.codes), None)
        others = subject.codes if subject is not None else document.participants
        both = tuple(dict.fromkeys([*others, *after]))
        return both if len(both) == len(others) + len(after) or len(
            both
        ) > 1 else (), "subject and object"
    if len(own) > 1:
        return own, "named before the label"
    named = _joined(low, before)
    if len(named) > 1:
        return named, "the subject"
    present = document.participants
    return present, "all who meet"


def _touches(low: str, start: int, end: int) -> bool:
    gap = low[start:end]
    return re.fullmatch(r"(?:'s?)? *(?:[a-z-]+,? +){0,3}[\"']?", gap) is not None and len(gap) < 50


def _hyphenated(low: str, before: list[Agent], at: int) -> tuple[str, ...]:
    """Return the parties of "U.S.-Egypt strategic partnership" or "Japan–Malaysia …"."""
    if len(before) < 2 or not _touches(low, before[-1].end, at):
        return ()
    codes: list[str] = list(before[-1].codes)
    for left, right in zip(reversed(before[:-1]), reversed(before), strict=False):
        if (
            low[left.end : right.start].strip() not in _HYPHENS
            or not low[left.end : right.start].strip()
        ):
            break
        codes = [*left.codes, *codes]
    return tuple(dict.fromkeys(codes)) if len(set(codes)) > 1 else ()


def _listed_after(low: str, inside: list[Agent], at: int) -> tuple[str, ...]:
    """Return the parties of "partnership between A and B", "with B", "of A, B and C"."""
    match = _BETWEEN.match(low, at, min(len(low), at + 60))
    lead = re.compile(r"[\"',]* +").match(low, at)
    if lead is not None:
        match = _BETWEEN.match(low, lead.end(), min(len(low), lead.end() + 60))
    if match is None:
        return ()
    codes: list[str] = []
    last = -1
    for agent in inside:
        if agent.start < at:
            continue
        if last < 0:
            if agent.start > match.end() + 4:
                return ()
        elif not re.fullmatch(
            r"(?:,? +and +|, +)(?:with +)?(?:the +)?(?:his +|her +)?", low[last : agent.start]
        ):
            break
        if not agent.codes:
            break
        codes += agent.codes
        last = agent.end
    return tuple(dict.fromkeys(codes))


def _joined(low: str, before: list[Agent]) -> tuple[str, ...]:
    """Return the last run of two or more named parties joined by "and" before the label."""
    best: list[str] = []
    run: list[str] = []
    last = -1
    for agent in before:
        joined = last >= 0 and re.fullmatch(r"(?:,? +and +|, +)(?:the +)?", low[last : agent.start])
        run = [*run, *agent.codes] if joined else list(agent.codes)
        last = agent.end
        if len(set(run)) > 1:
            best = run
    return tuple(dict.fromkeys(best))


def _alliance(
    document: Document, match: re.Match[str], inside: list[Agent]
) -> tuple[tuple[str, ...], str]:
    """An alliance counts where its parties are named or "our", not as another word for NATO."""
    low = document.low
    if (
        document.plain[match.end() : match.end() + 4] in (" for", " of ")
        and document.plain[match.start()].isupper()
    ):
        return (), ""  # "Alliance for …" is the name of a body
    before = [a for a in inside if a.end <= match.start()]
    pair = _hyphenated(low, before, match.start())
    if pair:
        return pair, "named before the label"
    after = _listed_after(low, inside, match.end())
    if len(after) > 1:
        return after, "named behind the label"
    if _POSSESSIVE.search(low, max(0, match.start() - 60), match.start()) or re.search(
        r"\b(?:bilateral) +$",
        low[max(0, match.start() - 20) : match.start()],
    ):
        if len(document.participants) == 2:
            return document.participants, "all who meet"
    if len(after) == 1 and before:
        first = next((a.codes for a in reversed(before) if a.codes), ())
        codes = tuple(dict.fromkeys([*first, *after]))
        if len(codes) == 2:
            return codes, "named around the label"
    return (), ""


def _ally(document: Document, match: re.Match[str], inside: list[Agent]) -> _Found | None:
    """Read "Jordan, a key U.S. ally": an alliance between owner and subject."""
    low = document.low
    if match.group() == "allies":
        return None
    label = "alliance" if match.group() == "ally" else f"{' '.join(match.group().split())}ship"
    before = [
        agent
        for agent in inside
        if agent.end <= match.start() and agent.codes and not low.endswith("non-", 0, agent.start)
    ]
    if not before:
        return None
    owner = before[-1]
    gap = low[owner.end : match.start()]
    verb = re.search(r"\b(?:is|are|was|were|as|remains?|became|an?)\b", gap)
    if verb or not re.fullmatch(r"(?:'s?)? +(?:[a-z-]+ +){0,3}", gap):
        after = next((a for a in inside if a.start >= match.end() and a.codes), None)
        if after is None or not re.fullmatch(
            r" +(?:of|to|for) +(?:the +)?", low[match.end() : after.start]
        ):
            return None
        owner = after
    others = [a for a in before if set(a.codes) != set(owner.codes) and a is not owner]
    if not others or len(owner.codes) != 1 or len(others[-1].codes) != 1:
        return None
    codes = (others[-1].codes[0], owner.codes[0])
    return _Found(label, match.start(), match.end(), codes, "an ally or partner of the owner")


def _since(
    document: Document, sentence: tuple[int, int], match: re.Match[str]
) -> PartialDate | None:
    """Return the year that the sentence gives for the status, if a verb of founding goes with it."""
    low = document.low
    start, end = sentence
    if _FIGURES.search(low, start, end) is None:
        return None
    years = [m for m in _YEAR.finditer(low, start, end)]
    if not years or not _ESTABLISHED.search(low, start, end):
        return None
    nearest = min(years, key=lambda m: abs(m.start() - match.start()))
    if "by the end of" in low[max(start, nearest.start() - 14) : nearest.end()]:
        return None
    return PartialDate(int(nearest.group(1)))


def _record(one: _Found) -> Partnership:
    known = by_party_code()
    span = Span(one.start, one.end)
    who = ", ".join([known[code].name for code in one.codes])
    evidence = (Evidence("parties", f"{who}: {one.note}"), Evidence("level", one.label, span))
    return Partnership(
        tuple([known[code] for code in one.codes]),
        PartnershipLevel(one.label),
        since=one.since,
        history=tuple(one.history),
        span=span,
        trace=Trace("partnership.status", span, evidence),
    )
