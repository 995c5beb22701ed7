"""Tests of the tables of dates, units and currencies: known classes, sound values, no clashes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

import pycountry
import pytest

from bilateral.gazetteer import quantities, tables

TABLES = {
    "date_words.csv": (("word", "class", "value"), quantities.DateClass),
    "currencies.csv": (("form", "class", "code"), quantities.CurrencyClass),
    "units.csv": (("form", "class", "value"), quantities.UnitClass),
}
#: Codes of ISO 4217 that are no money: metals, bond units, tests.
NO_MONEY = frozenset(["XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XPD", "XPT", "XTS", "XXX"])
VALUES = {
    "factor": r"[0-9]+(\.[0-9]+)?",
    "month": r"[1-9]|1[0-2]",
    "month-short": r"[1-9]|1[0-2]",
    "weekday": r"[0-6]",
    "number": r"[1-9]\d?",
    "single": r"1",
    "fraction": r"0\.\d+",
    "unit": r"(?:days|months|years)\*\d+",
    "unit-one": r"(?:days|months|years)\*\d+",
    "deictic": r"unknown|(?:day|week|month|year)[+-]\d",
    "held": r"unknown|(?:day|week|month|year)[+-]\d",
    "turn": r"-1|0|1",
    "limit": r"(?:date|event|number|one|spread|after)(?:\|(?:event|number|one))*",
    "filler": r"(?:date)?",
    "preposition": r"(?:year)?",
    "scale": r"\d{1,2}",
    "scale-short": r"\d{1,2}",
    "percent": r"per cent|percentage points",
    "count": r"[\w -]+",
}


def rows_of(table: str) -> list[tuple[str, str, str]]:
    """Return the rows of a table as form, class and value."""
    columns = TABLES[table][0]
    return [(r[columns[0]], r[columns[1]], r[columns[2]]) for r in tables.rows(table, *columns)]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_known_class_and_stands_once(table: str) -> None:
    """A class that nobody reads would be silence, and a form twice in a class a contradiction."""
    rows = rows_of(table)
    assert {kind for _, kind, _ in rows} == set(get_args(TABLES[table][1]))
    pairs = [(form.lower() if kind != "scale-short" else form, kind) for form, kind, _ in rows]
    pairs = [pair for pair in pairs if pair[1] not in ("symbol", "scale-short")]
    assert len(pairs) == len(set(pairs))
    assert all(form and form == form.strip() for form, _, _ in rows)


@pytest.mark.parametrize("table", ["date_words.csv", "units.csv"])
def test_every_value_has_the_form_of_its_class(table: str) -> None:
    """A misspelt value is found here and not in a reader's hands."""
    for form, kind, value in rows_of(table):
        if kind != "symbol":
            assert re.fullmatch(VALUES.get(kind, ""), value), (form, kind, value)


def test_all_months_weekdays_and_numbers_are_there() -> None:
    """The calendar and the numbers up to ninety-nine are complete."""
    assert sorted(map(int, quantities.date_words("month").values())) == list(range(1, 13))
    assert sorted(map(int, quantities.date_words("weekday").values())) == list(range(7))
    numbers = set(map(int, quantities.date_words("number").values()))
    assert numbers == {*range(1, 21), *range(30, 100, 10)}
    assert all(0 < Decimal(v) < 1 for v in quantities.date_words("fraction").values())


def test_every_active_currency_is_there() -> None:
    """Every code of ISO 4217 that is money is listed under itself."""
    listed = {**quantities.currencies("code"), **quantities.currencies("code-scaled")}
    active = {entry.alpha_3 for entry in pycountry.currencies} - NO_MONEY
    assert not {code for code in active if listed.get(code) != code}


def test_every_form_of_a_currency_stands_for_a_code() -> None:
    """Symbols and words lead to codes of the list, and no word to two."""
    codes = {code for code, kind, _ in rows_of("currencies.csv") if kind.startswith("code")}
    meaning: dict[str, str] = {}
    for form, kind, code in rows_of("currencies.csv"):
        assert re.fullmatch("[A-Z]{3}", code), form
        assert code in codes, form
        assert meaning.setdefault(form if kind == "symbol" else form.lower(), code) == code


def test_the_accessors_give_one_class_and_cannot_be_written() -> None:
    """An accessor's mapping is shared, so nobody may change it."""
    assert quantities.units("symbol")["GW"] == "gigawatts"
    assert "GW" not in quantities.units("count")
    with pytest.raises(TypeError):
        quantities.units("symbol")["GW"] = "cats"  # type: ignore[index]
