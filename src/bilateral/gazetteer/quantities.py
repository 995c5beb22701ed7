"""Words for dates, limits, numbers, units and currencies, by what they do.

The tables give each word a class; what follows from the class is the grammar of
`bilateral.reading.dates` and `bilateral.reading.amounts`.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from bilateral.gazetteer import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

DateClass = Literal[
    "month",
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
UnitClass = Literal["scale", "scale-short", "percent", "symbol", "count", "modifier"]


@cache
def date_words(kind: DateClass) -> Mapping[str, str]:
    """Return the words of one class of ``date_words.csv`` with their values.

    >>> date_words("month")["Sept"]
    '9'
    """
    rows = tables.rows("date_words.csv", "word", "class", "value")
    return MappingProxyType({row["word"]: row["value"] for row in rows if row["class"] == kind})


@cache
def currencies(kind: CurrencyClass) -> Mapping[str, str]:
    """Return the forms of one class of ``currencies.csv`` with their codes of ISO 4217.

    >>> currencies("symbol")["€"]
    'EUR'
    """
    rows = tables.rows("currencies.csv", "form", "class", "code")
    return MappingProxyType({row["form"]: row["code"] for row in rows if row["class"] == kind})


@cache
def units(kind: UnitClass) -> Mapping[str, str]:
    """Return the forms of one class of ``units.csv`` with the unit or the power of ten.

    >>> units("symbol")["GW"]
    'gigawatts'
    """
    rows = tables.rows("units.csv", "form", "class", "value")
    return MappingProxyType({row["form"]: row["value"] for row in rows if row["class"] == kind})
