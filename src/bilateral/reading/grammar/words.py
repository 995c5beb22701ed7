"""Function words, and the few phrases that are grammar rather than vocabulary."""

from __future__ import annotations

import re

from bilateral.gazetteer import tables
from bilateral.gazetteer.tables import derived
from bilateral.reading.agents import Sort


def _words(kind: str, *marks: str) -> frozenset[str]:
    """Return the words of a class of ``function_words.csv``, with punctuation that acts like them."""
    rows = tables.function_words()
    return frozenset([*[row["word"] for row in rows if row["class"] == kind], *marks])


ADVERBS = _words("adverb")
BE = _words("be")
PRESENT_BE = frozenset(["is", "are", "am", "'re", "be"])
LINKING = _words("linking")
HAVE = _words("have")
JOIN = _words("join", "&", ",", ";")
#: between "and" and the second agent: "and his visiting counterpart"
JOINED = _words("joined")
PARTICIPLE_BEFORE = _words("before participle", ",")
POSSESSIVE = _words("possessive")
ARTICLES = _words("article")
PREPOSITIONS = _words("preposition")
UTTERANCES = _words("utterance")
DOCUMENTS = _words("document")
#: texts that bind those who sign them
ACCORDS = _words("accord")
VIEW_HEADS = _words("view")
_VIEWED = (
    r"(?:importance|need|urgency|value|significance|necessity|imperative|priority|centrality|seriousness"
    r"|gravity|desirability|benefits?|primacy|essential role|key role|crucial role|vital role"
    r"|critical role)\b"
)
VIEW_OF = re.compile(rf" *(?:(?:on|upon) +)?(?:the +|an? +|their +)?(?:[a-z-]+ +){{0,2}}?{_VIEWED}")
_VIEW = re.compile(_VIEWED)
AMOUNT = re.compile(
    r"[^.;]{0,60}?(?:[$€£¥₹]|\b(?:us|a|c|nz|s|hk)\$|\brm ?\d|\b(?:usd|eur|gbp|jpy|cad|aud|inr|cny|chf) ?\d"
    r"|\b\d[\d.,]* +(?:million|billion|trillion|crore|lakh)\b)"
)
#: without one of these there is no amount
FIGURE = re.compile(r"[$€£¥₹\d]")
TRAVEL = re.compile(
    r" *(?:be +)?(?:travel|visit|depart|arriv|return(?= +(?:to|home|from|on|in|next)\b)|fly|tour|attend|(?:take +part|participate) +in +(?:an?|the) +(?:[\w-]+ +){0,4}?(?:session|summit|meeting|forum|conference|ceremony)|go to|head to|come to|meeting with|leave (?:for|on)|pay +(?:an?|his|her|floral|tribute|homage) +|lay +(?:an? +)?(?:floral +)?wreath"
    r"|deliver +(?:an? +|the +|his +|her +)?(?:[a-z]+ +){0,2}?(?:speech|address|lecture|remarks)"
    r"|(?:begin|start|commence|embark +on|undertake|make|conduct|conclude|end) +(?:an?|his|her|the) +(?:[\w-]+ +){0,3}?(?:visit|tour|trip|journey))\w*"
)
#: verbs of what befalls an actor, which are no conduct: "Kenya will benefit from the port"
BEFALLS = re.compile(
    r" *(?:also +|then +|soon +)?(?:benefit|face|need|become|suffer|have +(?!to\b)|gain +from|experience|lose|remain +(?:a|an|the)\b|reap|enjoy|receive|see\b|take +(?:time|years|months|place)\b)"
)
NO_PLEDGE_BE = re.compile(
    r" *(?:not +)?be +(?:able|unable|in a position|happy|pleased|proud|honou?red|the|his|her)\b"
)
CONDITION = _words("condition")
_UNLESS = re.compile(r"\bunless\b")
_AS_LONG = re.compile(r"\bas long as (?:it takes|necessary|needed)\b")
SOVEREIGN = re.compile(
    r"(?:'s?)? +(?:[a-z-]+,? +(?:and +)?){0,2}?(?:sovereignty|territorial|independence|unity|statehood)\b"
)
PAST_YEAR = re.compile(
    r"\b(?:in|last|back in|at the) +(?:(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december) +)?((?:19|20)\d\d)\b|\blast +(?:year|month|spring|summer|autumn|fall|winter)\b"
)
COLLECTIVE = frozenset([Sort.TOGETHER, Sort.THEY, Sort.WE, Sort.PERSON, Sort.THING])
#: prepositions that hang a noun phrase on the one before
HANGING = _words("hanging preposition")
#: what stands before a noun phrase that opens a clause
OPENINGS = _words("opening", '"', ")", ",")
#: these mark conduct under way only right behind the cue: "agreed to maintain contact"
SCHEDULED = frozenset(["scheduled", "slated", "expected", "set", "planned"])
CONDUCT = _words("conduct")
OTHERS = _words("others")
NEGATIONS = _words("negation", "n't")
DENIALS = _words("denial")
#: "will not stop", "will never abandon": conduct that goes on
NOT_STOP = re.compile(
    r" +(?:not|never) +(?:stop|cease|abandon|waver|relent|give up|walk away|let up)\b"
)
#: wishes of these are greetings
KIND = _words("kind")
#: who offers these promises nothing
COURTESIES = _words("courtesy")
#: words of two letters that can open a sentence
SHORT_WORDS = _words("short")
#: before "of" these count what the subject is: "a number of agreements"
COUNTS = _words("count")
#: what follows "that" behind these is only supposed
SUPPOSED = _words("supposed")
#: who has these expects of others what they say
BELIEFS = _words("belief")
#: who reports without standing for a party: "analysts say that Japan will …"
OUTSIDERS = _words("outsider")
_CLAUSE_END = re.compile(
    r"[,;\"”](?: (?:(?<=, )(?:which|who|where|whose|underpinned|as well as noting|noting|recognizing"
    r"|recognising|recalling|acknowledging|welcoming|given|although|though|despite)\b|(?<=; )"
    r"|(?<=[”\"] )(?:he|she|said)))"
)
_DASH = re.compile(r"(?<=\s)[—–]\s")


def dated(low: str) -> bool:
    """Say whether `PAST_YEAR` can match: it is slow to try, and most clauses have no year."""
    return "19" in low or "20" in low or "last" in low


def threatens(low: str, start: int, end: int) -> bool:
    """Say whether an "unless" stands in ``low[start:end]``."""
    return low.find("unless", start, end) >= 0 and _UNLESS.search(low, start, end) is not None


def unending(low: str, start: int, end: int) -> bool:
    """Say whether "for as long as it takes" stands in ``low[start:end]``."""
    return low.find("as long", start, end) >= 0 and _AS_LONG.search(low, start, end) is not None


def clause_end(low: str, start: int, end: int) -> int:
    """Return where a clause ends in ``low[start:end]``, or -1 if it does not."""
    match = _CLAUSE_END.search(low, start, end)
    close = end if match is None else match.start()
    if low.find("—", start, close) >= 0 or low.find("–", start, close) >= 0:
        dash = _DASH.search(low, start + 1, close)
        if dash is not None:
            return dash.start() - 1
    return -1 if match is None else close


JOINT_ACTIVITY = _words("joint activity")
EVENT = _words("event")
COMING = _words("coming")
#: what is said of an event that is agreed: "will be held", "will take place"
ARRANGED = _words("arranged")
#: what is said of a text that is agreed: "will be signed"
SEALED = _words("sealed")
#: what is expected of an agreement is no promise: "would bring benefits", "will be essential"
EFFECT = _words("effect")


def view_between(low: str, start: int, end: int) -> bool:
    """Say whether a verb governs "the importance of" and only thereby the noun."""
    return start < end and _VIEW.search(low, start, end) is not None


@derived
def acting_nouns() -> frozenset[str]:
    """Return the nouns that act for the party named behind them: "officials from Japan"."""
    rows = tables.collectives()
    return frozenset(
        [row["word"].rpartition(" ")[2] for row in rows if row["class"] in ("together", "state")]
    )


@derived
def continuing() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that mark conduct as under way behind a cue, and those before one."""
    rows = tables.continuing()
    return (
        frozenset([row["word"] for row in rows if row["where"] == "after"]),
        frozenset([row["word"] for row in rows if row["where"] == "before"]),
    )
