"""Function words, and the few phrases that are grammar rather than vocabulary."""

from __future__ import annotations

import re
from functools import cache

from bilateral.gazetteer import tables
from bilateral.reading.agents import Sort

ADVERBS = frozenset(
    [
        "also",
        "further",
        "furthermore",
        "both",
        "each",
        "all",
        "jointly",
        "together",
        "again",
        "firmly",
        "strongly",
        "fully",
        "deeply",
        "mutually",
        "therefore",
        "thus",
        "then",
        "now",
        "today",
        "both",
        "respectively",
        "still",
        "once",
        "always",
        "even",
        "too",
        "instead",
        "likewise",
        "similarly",
        "equally",
        "once",
        "more",
        "as",
        "well",
        "collectively",
        "individually",
        "both",
        "actively",
        "currently",
        "already",
        "closely",
        "more",
        "most",
        "very",
        "clearly",
        "explicitly",
        "publicly",
        "recently",
        "both",
        "separately",
        "finally",
        "soon",
        "either",
        "additionally",
        "moreover",
        "nevertheless",
        "however",
        "not",
        "only",
        "subsequently",
        "immediately",
        "swiftly",
        "here",
        "there",
        "have",
        "has",
        "had",
        "having",
        "'ve",
        "be",
        "been",
    ]
)
BE = frozenset(["is", "are", "am", "'re", "was", "were", "be", "been", "being"])
PRESENT_BE = frozenset(["is", "are", "am", "'re", "be"])
LINKING = frozenset(
    ["remain", "remains", "remained", "stay", "stays", "stand", "stands", "stood", "feel", "feels"]
)
HAVE = frozenset(["have", "has", "'ve", "having"])
JOIN = frozenset(["and", "or", "but", ",", "then", ";", "while", "&"])
PARTICIPLE_BEFORE = frozenset(
    [",", "while", "in", "by", "and", "with", "thereby", "or", "before", "after"]
)
POSSESSIVE = frozenset(["their", "its", "our", "his", "her", "my"])
ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "such", "any", "no", "every"])
PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "with",
        "in",
        "on",
        "by",
        "as",
        "from",
        "through",
        "under",
        "at",
        "into",
        "towards",
        "toward",
        "against",
        "between",
        "per",
        "via",
        "upon",
        "based",
        "about",
        "over",
        "within",
        "without",
        "beyond",
    ]
)
VIEW_HEADS = frozenset(
    [
        "importance",
        "need",
        "urgency",
        "value",
        "significance",
        "necessity",
        "imperative",
        "priority",
        "centrality",
        "essential",
        "fact",
        "principle",
        "principles",
        "desirability",
        "strength",
        "benefits",
        "potential",
        "role",
        "primacy",
        "criticality",
    ]
)
VIEW_OF = re.compile(
    r" *(?:(?:on|upon) +)?(?:the +|an? +|their +)?(?:[a-z-]+ +){0,2}?(?:importance|need|urgency|value"
    r"|significance|necessity|imperative|priority|centrality|seriousness|gravity|desirability|benefits?"
    r"|primacy|essential role|key role|crucial role|vital role|critical role)\b"
)
AMOUNT = re.compile(
    r"[^.;]{0,60}?(?:[$€£¥₹]|\b(?:us|a|c|nz|s|hk)\$|\brm ?\d|\b(?:usd|eur|gbp|jpy|cad|aud|inr|cny|chf) ?\d"
    r"|\b\d[\d.,]* +(?:million|billion|trillion|crore|lakh)\b)"
)
TRAVEL = re.compile(
    r" *(?:be +)?(?:travel|visit|depart|arriv|fly|tour|attend|leave for|pay +an? +)\w*"
)
NO_PLEDGE_BE = re.compile(
    r" *(?:not +)?be +(?:able|unable|in a position|happy|pleased|proud|honou?red|the)\b"
)
CONDITION = frozenset(["if", "unless", "whether", "once", "should"])
AS_LONG = re.compile(r"\bas long as (?:it takes|necessary|needed)\b")
SOVEREIGN = re.compile(
    r"(?:'s?)? +(?:[a-z-]+,? +(?:and +)?){0,2}?(?:sovereignty|territorial|independence|unity|statehood)\b"
)
PAST_YEAR = re.compile(
    r"\b(?:in|last|back in|at the) +(?:(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december) +)?((?:19|20)\d\d)\b|\blast +(?:year|month|week|spring|summer|autumn|fall|winter)\b"
)
COLLECTIVE = frozenset([Sort.TOGETHER, Sort.THEY, Sort.WE, Sort.PERSON, Sort.THING])
#: prepositions that hang a noun phrase on the one before
HANGING = frozenset(
    [
        "between",
        "of",
        "with",
        "from",
        "in",
        "to",
        "for",
        "among",
        "by",
        "against",
        "over",
        "on",
        "at",
        "toward",
        "towards",
        "into",
        "across",
        "within",
        "through",
        "under",
        "than",
        "about",
        "regarding",
        "concerning",
        "via",
        "upon",
        "around",
    ]
)
#: what stands before a noun phrase that opens a clause
OPENINGS = frozenset(
    [",", "and", "but", "that", '"', ")", "while", "as", "because", "since", "when"]
)
#: these mark conduct under way only right behind the cue: "agreed to maintain contact"
CONDUCT = frozenset(["maintain", "maintaining", "uphold", "upholding", "sustain", "sustaining"])
OTHERS = frozenset(
    [
        "all",
        "parties",
        "countries",
        "states",
        "nations",
        "sides",
        "governments",
        "international",
        "community",
        "everyone",
        "others",
        "partners",
        "actors",
        "authorities",
        "members",
        "leaders",
        "allies",
        "congress",
        "parliament",
        "ministers",
        "companies",
        "businesses",
    ]
)
CLAUSE_END = re.compile(
    r", (?:which|who|where|whose|underpinned|as well as noting|noting|recognizing|recognising|recalling"
    r"|acknowledging|welcoming|given|although|though|despite)\b|; |\s—\s|\s–\s|[”\"] (?:he|she|said)"
)


def view_between(low: str, start: int, end: int) -> bool:
    """Say whether a verb governs "the importance of" and only thereby the noun."""
    return start < end and VIEW_OF.search(low, start, end) is not None


@cache
def acting_nouns() -> frozenset[str]:
    """Return the nouns that act for the party named behind them: "officials from Japan"."""
    rows = tables.collectives()
    return frozenset(
        [row["word"].rpartition(" ")[2] for row in rows if row["class"] in ("together", "state")]
    )


@cache
def continuing() -> tuple[frozenset[str], frozenset[str]]:
    rows = tables.continuing()
    return (
        frozenset([row["word"] for row in rows if row["where"] == "after"]),
        frozenset([row["word"] for row in rows if row["where"] == "before"]),
    )
