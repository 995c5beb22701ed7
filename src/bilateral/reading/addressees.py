"""What is promised → to whom, as far as the words name a country that receives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilateral.gazetteer import tables
from bilateral.gazetteer.lookup import by_code
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived

if TYPE_CHECKING:
    from bilateral.reading.agents import Agent

# Between a word of giving and its link stand a few words: "share intelligence on drugs with".
_REACH = 60


@derived
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return a pattern for the words of each link, with the link."""
    links: dict[str, list[str]] = {}
    for row in tables.giving():
        links.setdefault(row["link"], []).extend(tables.items(row["words"]))
    return tuple(
        [
            (re.compile(rf"(?<!\w){trie_pattern(words)}(?!\w)"), link)
            for link, words in links.items()
        ]
    )


def addressees(low: str, start: int, end: int, agents: list[Agent]) -> tuple[str, ...]:
    """Return the codes of the countries to which ``low[start:end]`` gives something.

    Args:
        low: the folded text in lower case.
        start: where the promise begins.
        end: where it ends.
        agents: the agents of the text that lie in the sentence.
    """
    inside = [a for a in agents if start <= a.start < end and a.codes and a.codes[0] in by_code()]
    if not inside:
        return ()
    for pattern, link in _patterns():
        for match in pattern.finditer(low, start, end):
            for agent in inside:
                gap = agent.start - match.end()
                if gap < 0 or gap > _REACH:
                    continue
                between = low[match.end() : agent.start].strip()
                if (link == "direct" and not between) or (
                    link != "direct"
                    and (between == link or between.endswith(f" {link}"))
                    and not re.search(r"[,;.]", between)
                ):
                    return agent.codes
    return ()
