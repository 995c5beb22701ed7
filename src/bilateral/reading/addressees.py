"""What is promised → to whom, as far as the words name a country that receives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bilateral.gazetteer import tables
from bilateral.gazetteer.lookup import by_code
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Anchored, first_words

if TYPE_CHECKING:
    from bilateral.gazetteer.words import Words
    from bilateral.reading.agents import Agent

# Between a word of giving and its link stand a few words: "share intelligence on drugs with".
_REACH = 60
_STOP = re.compile("[,;.]")


class _Giving(NamedTuple):
    """The words of giving, by the link that stands before the one who receives."""

    #: the words with which they begin, or None if that cannot be told
    firsts: frozenset[str] | None
    links: tuple[tuple[Anchored, str], ...]


@derived
def _giving() -> _Giving:
    links: dict[str, list[str]] = {}
    for row in tables.giving():
        links.setdefault(row["link"], []).extend(tables.items(row["words"]))
    anchored = [
        (Anchored(re.compile(rf"{trie_pattern(words)}(?!\w)"), first_words(words)), link)
        for link, words in links.items()
    ]
    firsts = first_words([word for words in links.values() for word in words])
    return _Giving(firsts, tuple(anchored))


def hints() -> frozenset[str] | None:
    """Return the words without one of which nothing is given, or None if that cannot be told."""
    return _giving().firsts


def addressees(
    low: str, words: Words, start: int, end: int, agents: list[Agent]
) -> tuple[str, ...]:
    """Return the codes of the countries to which ``low[start:end]`` gives something.

    Args:
        low: the folded text in lower case.
        words: its words.
        start: where the promise begins.
        end: where it ends.
        agents: the agents of the text that lie in the sentence.
    """
    giving = _giving()
    if giving.firsts is not None and giving.firsts.isdisjoint(words.low[words.range(start, end)]):
        return ()
    countries = by_code()
    inside = [
        agent
        for agent in agents
        if start <= agent.start < end and agent.codes and agent.codes[0] in countries
    ]
    if not inside:
        return ()
    for pattern, link in giving.links:
        for match in pattern.find(low, words, start, end):
            behind = match.end()
            for agent in inside:
                gap = agent.start - behind
                if gap < 0 or gap > _REACH:
                    continue
                between = low[behind : agent.start].strip()
                if (link == "direct" and not between) or (
                    link != "direct"
                    and (between == link or between.endswith(f" {link}"))
                    and _STOP.search(between) is None
                ):
                    return agent.codes
    return ()
