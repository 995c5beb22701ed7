"""Words for dates, limits, numbers, units and currencies, by what they do.

The tables give each word a class; what follows from the class is the grammar of
`bilateral.reading.dates` and `bilateral.reading.amounts`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from bilateral.gazetteer import tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DateClass = Literal[
    "month",
    "month-short",
    "weekday",
    "number",
    "single",
    "fraction",
    "unit",
    "unit-one",
    "deictic",
    "held",
    "part",
    "prefix",
    "turn",
    "name-before",
    "limit",
    "start",
    "filler",
    "article",
    "event",
    "unit-before",
    "inexact",
    "counted-from",
    "from-now",
    "elapsed",
    "preposition",
    "number-before",
    "number-after",
    "range",
]
CurrencyClass = Literal["symbol", "word", "word-scaled", "code", "code-scaled"]
UnitClass = Literal[
    "scale", "scale-short", "percent", "symbol", "count", "modifier", "factor", "factor-not"
]


@derived
def date_words(kind: DateClass) -> Mapping[str, str]:
    """Return the words of one class of ``date_words.csv`` with their values.

    >>> date_words("month-short")["Sept"]
    '9'
    """
    rows = tables.rows("date_words.csv", "word", "class", "value")
    return MappingProxyType({row["word"]: row["value"] for row in rows if row["class"] == kind})


@derived
def currencies(kind: CurrencyClass) -> Mapping[str, str]:
    """Return the forms of one class of ``currencies.csv`` with their codes of ISO 4217.

    >>> currencies("symbol")["€"]
    'EUR'
    """
    rows = tables.rows("currencies.csv", "form", "class", "code")
    return MappingProxyType({row["form"]: row["code"] for row in rows if row["class"] == kind})


@derived
def units(kind: UnitClass) -> Mapping[str, str]:
    """Return the forms of one class of ``units.csv`` with the unit or the power of ten.

    >>> units("symbol")["GW"]
    'gigawatts'
    """
    rows = tables.rows("units.csv", "form", "class", "value")
    return MappingProxyType({row["form"]: row["value"] for row in rows if row["class"] == kind})


def any_case(words: Iterable[str]) -> str:
    """Return an expression for the longest of some words in any letter case.

    Letters outside ASCII keep theirs, so that a match in lower case is a word of the table again
    (Unicode's ``ſ`` would match an ``s`` and yet be none).

    >>> any_case(["Day", "days"])
    '(?ai:day(?:s)?)'
    """
    return f"(?ai:{trie_pattern([word.lower() for word in words])})"


def exact_case(words: Iterable[str]) -> str:
    """Return an expression for the longest of some words in the letter case of the table."""
    return f"(?:{trie_pattern(words)})"


def key(words: str) -> str:
    """Return matched words as `any_case` was given them: in lower case, with single spaces.

    >>> key("Per   Cent")
    'per cent'
    """
    return " ".join(words.lower().split())
