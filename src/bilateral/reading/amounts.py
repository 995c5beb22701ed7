"""Sums of money, shares and quantities in running English text.

A number becomes an `Amount` when a currency, "per cent" or a unit of the tables stands with it; a
number alone is none.  What the text leaves open stays out: "300 million kroner" (whose?), a number
that may be written with either decimal mark ("1.250 euros"), and ranges with one scale for two
numbers ("$10-15 million").

The words are in ``currencies.csv`` and ``units.csv``; how they make an amount is written here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from itertools import compress
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.gazetteer.quantities import any_case, currencies, date_words, exact_case, key, units
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Words
from bilateral.model.commitments import Amount
from bilateral.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

# White space inside an expression; a line may end there and the next be indented.
_GAP = " {1,40}"
# Figures: 20 · 1.5 · 10,000 · 1,00,000 · 10 000.  Bounded, so that no run of digits costs more.
_FIGURES = (
    r"(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,5},[0-9]{3}|[0-9]{1,3}(?: [0-9]{3}){1,4}(?![0-9])|[0-9]{1,15})"
    r"(?:\.[0-9]{1,6})?(?![0-9]|[.,][0-9])"
)
_FIGURE = re.compile("[0-9]")
_RUN = re.compile("[0-9]+")
_POUNDS_OF = re.compile(f"{_GAP}of ")


@frozen
class _Grammar:
    """The expressions, made from the tables when an amount is first looked for."""

    scales: frozenset[str]
    numbers: frozenset[str]
    counted: frozenset[str]
    #: a word of every form with which a number is an amount, some of them in this letter case only, and
    #: the marks of the forms that have one
    exact: frozenset[str]
    telling: frozenset[str]
    marks: re.Pattern[str]
    #: what multiplies, and what may not follow it
    factors: dict[str, Decimal]
    no_factor: frozenset[str]
    #: the words and the signs with which an amount can begin; it can begin with any figure, too
    opening: frozenset[str]
    #: those of the words with which it can begin where there is no scale
    unscaled: frozenset[str]
    signs: re.Pattern[str]
    amount: re.Pattern[str]
    yuan: re.Pattern[str]
    yen: re.Pattern[str]
    currency_of: dict[str, str]
    exact_code_of: dict[str, str]
    scale_of: dict[str, int]
    number_of: dict[str, Decimal]
    unit_of: dict[str, str]
    symbol_of: dict[str, tuple[str, int]]
    needs_scale: frozenset[str]
    year_before: frozenset[str]
    number_before: frozenset[str]


@derived
def _grammar() -> _Grammar:
    signs, codes, rare = currencies("symbol"), currencies("code"), currencies("code-scaled")
    names, scaled = currencies("word"), currencies("word-scaled")
    numbers, fractions = date_words("number"), date_words("fraction")
    single = date_words("single")
    scales, short = units("scale"), units("scale-short")
    percent, counts, symbols = units("percent"), units("count"), units("symbol")
    measured = [(form, *value.partition("*")[::2]) for form, value in symbols.items()]

    # "$", "US$", "USD", "USD $"; a code and a sign may stand together.
    code = exact_case([*codes, *rare])
    sign = rf"(?:(?P<code>{code})(?: ?(?P<beside>[$€£¥]))?|(?P<sign>{exact_case(signs)})) {{0,40}}"
    # "a" counts only before a scale, and so does a number with a capital ("the Group of Seven").
    scaled_number = rf"{any_case([*fractions, *numbers, *single])}(?:-{any_case(numbers)})?"
    number = (
        rf"(?P<number>{_FIGURES}|{scaled_number}(?=(?:-|{_GAP}){any_case(scales)})"
        rf"|{exact_case(numbers)}(?:-{exact_case(numbers)})?(?!\w))"
    )
    long_scale = rf"(?:(?:-| {{0,40}}){any_case(scales)}(?!\w)){{1,2}}"
    scale = rf"(?P<scale>{long_scale}| {{0,40}}{exact_case(short)}(?!\w))?"
    # "C$4 billion (USD 3 billion)": a code with a number behind it is another sum's.
    code_after = rf"{exact_case([*codes, *rare])}(?! {{0,40}}[$€£¥]?[0-9])"
    after = rf"(?P<after>{code_after}|[€£₹]|{any_case([*names, *scaled])})(?!\w)"
    modifier = rf"(?:(?:{any_case(units('modifier'))}|[A-Z][\w-]{{1,20}}){_GAP}){{0,2}}?"
    unit = rf"(?P<symbol>{exact_case(symbols)})(?!\w)|{modifier}(?P<unit>{any_case(counts)})(?!\w)"
    share = (
        rf" {{0,40}}(?P<percent>{any_case(percent)})(?!\w)|-(?P<percent2>{any_case(percent)})(?!\w)"
    )
    tail = rf"(?:{share}|(?:-| {{0,40}}\(?){after}|(?:-| {{0,40}})(?:{unit}))?"
    # Two numbers that share what follows them are read as a whole, and not taken.
    year = r"(?!(?:19|20)[0-9]{2}(?![0-9.,]))"
    ends = rf"(?:{_FIGURES}|{any_case(numbers)}(?![\w-]))"
    join = rf"(?: {{0,40}}[-–—] {{0,40}}|{_GAP}(?:to|or){_GAP})"
    plain_sign = rf"(?:{exact_case([*signs, *codes])} {{0,40}})?"
    pair = (
        rf"(?P<pair>{plain_sign}{year}{ends}{join}{plain_sign}{ends}"
        rf"|(?ai:between){_GAP}{plain_sign}{year}{ends}{_GAP}and{_GAP}{plain_sign}{ends})"
    )
    # a sign that begins with a letter ("US$") is found by its word
    beginning = {sign[0] for sign in (*signs, *"$€£¥") if not sign[0].isalnum()}
    exact, exact_marks = _telling([*signs, *codes, *rare, *symbols])
    telling, marks = _telling([form.lower() for form in (*names, *scaled, *percent, *counts)])
    # No amount begins inside a word or a longer number.
    before = r"(?<![\w$€£¥₹])(?<!\w-)(?<!\d[.,/:–—])"
    return _Grammar(
        scales=_parts(scales),
        numbers=_parts(numbers),
        counted=_parts([*counts, *percent]),
        exact=exact,
        telling=telling,
        marks=re.compile(f"[{re.escape(''.join(sorted(marks | exact_marks)))}]"),
        factors={word: Decimal(value) for word, value in units("factor").items()},
        no_factor=frozenset(units("factor-not")),
        opening=_firsts([*signs, *codes, *rare, *numbers, *fractions, *single, "between"]),
        unscaled=_firsts([*signs, *codes, *rare, *numbers, "between"]),
        signs=re.compile(f"[{re.escape(''.join(sorted(beginning)))}]"),
        amount=re.compile(rf"{before}(?:{pair}|(?:{sign})?{number}{scale}{tail})"),
        yuan=_says("CNY"),
        yen=_says("JPY"),
        currency_of={form.lower(): code for form, code in (*names.items(), *scaled.items())},
        exact_code_of={**rare, **codes, **signs},
        scale_of={form.lower(): int(power) for form, power in (*short.items(), *scales.items())},
        number_of={
            word: Decimal(value) for word, value in {**single, **numbers, **fractions}.items()
        },
        unit_of={form.lower(): name for form, name in (*percent.items(), *counts.items())},
        symbol_of={form: (name, int(power or 0)) for form, name, power in measured},
        needs_scale=frozenset([*rare, *scaled]),
        year_before=frozenset(
            [word for word, use in date_words("preposition").items() if use == "year"]
        ),
        number_before=frozenset(date_words("number-before")),
    )


def _telling(forms: Iterable[str]) -> tuple[frozenset[str], set[str]]:
    """Return a word of each form that must stand in the text where the form does, or a mark of it."""
    words, marks = set(), set("$€£¥₹")
    for form in forms:
        found = re.findall(r"\w+", form)
        odd = re.findall(r"[^\w\s.'-]", form)
        if odd or not found:
            marks.add(odd[0] if odd else form[0])
        else:
            words.add(found[-1])
    return frozenset(words), marks


def _parts(forms: Iterable[str]) -> frozenset[str]:
    """Return the words of which forms are made, in lower case."""
    return frozenset([word.lower() for form in forms for word in re.findall(r"\w+", form)])


def _firsts(forms: Iterable[str]) -> frozenset[str]:
    """Return the words with which forms begin, in lower case; a sign has none."""
    return frozenset(
        [match.group().lower() for form in forms if (match := re.match(r"\w+", form)) is not None]
    )


def _says(code: str) -> re.Pattern[str]:
    """Return an expression for any word or code of one currency."""
    forms = [*currencies("word").items(), *currencies("code").items()]
    return re.compile(rf"\b{any_case([form for form, of in forms if of == code])}\b")


def find_amounts(plain: str, start: int, end: int, words: Words | None = None) -> list[Amount]:
    """Find the amounts of a passage, from left to right, with their spans in the text.

    A bare dollar is the US dollar; a bare ¥ is the yen unless the passage speaks of yuan.  Words
    such as "more than" and "up to" leave the number as it is written and are not part of the span.

    Args:
        plain: the text after `folding.plain`.
        start: where the passage begins.
        end: where it ends.
        words: the text's words, if they are known already.

    What multiplies is an amount in times: "double trade" gives 2 times.

    >>> text = "Canada will give CAD 60 million and train 200 engineers."
    >>> [str(amount) for amount in find_amounts(text, 0, len(text))]
    ['CAD 60,000,000', '200 engineers']
    """
    grammar = _grammar()
    words = words or Words.of(plain)
    part = words.range(start, end)
    low = words.low[part]
    factors = [] if grammar.factors.keys().isdisjoint(low) else _factors(words, part)
    if not _may_hold(grammar, plain, start, end, low, words.words[part]):
        return factors
    found = []
    behind = start
    for at in _places(grammar, plain, start, end, words, part):
        match = grammar.amount.match(plain, at, end) if at >= behind else None
        if match is None:
            continue
        behind = match.end()
        if match["pair"] is None:
            amount = _read(plain, match, start, end)
            if amount is not None:
                found.append(amount)
    return sorted([*found, *factors], key=_place) if factors else found


def _places(
    grammar: _Grammar, plain: str, start: int, end: int, words: Words, part: slice
) -> list[int]:
    """Return where an amount can begin: at some words, at those with a figure, and at signs."""
    low, starts = words.low[part], words.starts[part]
    opening = grammar.unscaled if grammar.scales.isdisjoint(low) else grammar.opening
    places = set(compress(starts, map(opening.__contains__, low)))
    places.update([sign.start() for sign in grammar.signs.finditer(plain, start, end)])
    for run in _RUN.finditer(plain, start, end):
        index = bisect_right(starts, run.start())
        if index:
            places.add(starts[index - 1])
    return sorted(places)


def hints() -> frozenset[str]:
    """Return the words without one of which a passage has an amount only in figures."""
    grammar = _grammar()
    return grammar.scales.union(grammar.numbers, grammar.factors)


def _place(amount: Amount) -> int:
    assert amount.span is not None
    return amount.span.start


def _factors(words: Words, part: slice) -> list[Amount]:
    """Read what is to be multiplied: "double trade" is twice of it, "double taxation" the name of a thing."""
    grammar = _grammar()
    found = []
    for at in range(*part.indices(len(words.low))):
        value = grammar.factors.get(words.low[at])
        following = words.low[at + 1] if at + 1 < len(words.low) else ""
        if value is not None and following not in grammar.no_factor:
            place = Span(words.starts[at], words.starts[at] + len(words.words[at]))
            found.append(Amount(value, unit="times", span=place))
    return found


def _may_hold(
    grammar: _Grammar, plain: str, start: int, end: int, low: list[str], said: list[str]
) -> bool:
    """Say whether there is a number, in figures or in words, and something that makes it an amount.

    Most sentences hold none; looking words up is several times faster than the expression.
    """
    figure = _FIGURE.search(plain, start, end) is not None
    if not figure and grammar.scales.isdisjoint(low):
        if grammar.numbers.isdisjoint(low) or grammar.counted.isdisjoint(low):
            return False
    # most numbers are years and days or "the two leaders": nothing makes them amounts
    return (
        not grammar.telling.isdisjoint(low)
        or not grammar.exact.isdisjoint(said)
        or grammar.marks.search(plain, start, end) is not None
        or (figure and _touches(plain, start, end))
    )


def _touches(plain: str, start: int, end: int) -> bool:
    """Say whether a letter touches a figure: "5km", "RM20"."""
    for run in _RUN.finditer(plain, start, end):
        first, last = run.span()
        if plain[last : last + 1].isalpha() or (first > 0 and plain[first - 1].isalpha()):
            return True
    return False


def _read(plain: str, match: re.Match[str], start: int, end: int) -> Amount | None:
    """Turn a match into an amount, or None if the number stands for nothing that is listed."""
    grammar = _grammar()
    number, scale, symbol, unit, after, percent, percent2, sign, code = match.group(
        *("number", "scale", "symbol", "unit", "after", "percent", "percent2", "sign", "code")
    )
    share = percent or percent2
    money = sign or code
    if share is None and money is None and after is None and symbol is None and unit is None:
        return None  # most numbers: nothing stands with them
    value = _value(number, scale, grammar.symbol_of[symbol][1] if symbol else 0)
    if value is None:
        return None
    first = match.start()
    if share is not None and not money:
        unit = grammar.unit_of[key(share)]
        return None if scale else Amount(value, unit=unit, span=Span(first, match.end()))
    if money:
        return _money_before(plain, match, value, start, end)
    if after is None:
        return _quantity(plain, match, value)
    code, certain = _currency(after)
    if certain or (scale and _POUNDS_OF.match(plain, match.end()) is None):
        return Amount(value, currency=code, span=Span(first, match.end()))
    return None


def _currency(form: str) -> tuple[str, bool]:
    """Return the code that a form stands for, and whether it can mean nothing else."""
    grammar = _grammar()
    name = key(form)
    code = grammar.exact_code_of.get(form) or grammar.currency_of[name]
    return code, form not in grammar.needs_scale and name not in grammar.needs_scale


def _money_before(
    plain: str, match: re.Match[str], value: Decimal, start: int, end: int
) -> Amount | None:
    """Read a sum with its currency before the number, and perhaps another word for it behind."""
    grammar = _grammar()
    code, certain = _currency(match["code"] or match["sign"])
    if not certain and not match["scale"]:
        return None
    last = match.end("scale") if match["scale"] else match.end("number")
    if match["after"] is not None:
        code_after = _currency(match["after"])[0]
        if match["sign"] == "$":
            code = code_after
        if code == code_after:
            last = match.end("after")
    if plain[last : last + 1].isalnum():
        return None  # a scale that is not listed touches the number
    if match["sign"] in ("¥", "￥"):
        yuan = grammar.yuan.search(plain, start, end)
        code = "CNY" if yuan and not grammar.yen.search(plain, start, end) else code
    return Amount(value, currency=code, span=Span(match.start(), last))


def _quantity(plain: str, match: re.Match[str], value: Decimal) -> Amount | None:
    """Read a number of things; what may be a year, or the number of an article, is none."""
    grammar = _grammar()
    symbol, unit = match["symbol"], match["unit"]
    if symbol is None and unit is None:
        return None
    scale = match["scale"]
    if scale and scale[0] == " " and scale.strip() in units("scale-short"):
        return None  # "5 m" may be metres
    words = plain[max(0, match.start() - 20) : match.start()].split()
    before = words[-1].lower().strip("(.") if words else ""
    if before in grammar.number_before:
        return None
    number = match["number"]
    if not scale and len(number) == 4 and number.isdigit() and 1900 <= int(number) < 2100:
        # "in 2025 Japanese students" is a year; "2000 students" a number.
        if before in grammar.year_before or _between_words(match):
            return None
    name = grammar.symbol_of[symbol][0] if symbol else grammar.unit_of[key(unit)]
    return Amount(value, unit=name, span=Span(match.start(), match.end()))


def _between_words(match: re.Match[str]) -> bool:
    """Say whether a word stands between the number and the unit."""
    return match["unit"] is not None and match.start("unit") - match.end("number") > 1


def _value(number: str, scale: str | None, more: int = 0) -> Decimal | None:
    """Return the exact value, or None where the figures can be read in two ways."""
    grammar = _grammar()
    power = more + sum(
        [grammar.scale_of[word.lower()] for word in re.split("[- ]+", scale or "") if word]
    )
    if not number[0].isdigit():
        name = key(number)
        words = [name] if name in grammar.number_of else name.split("-")
        value = sum([grammar.number_of[word] for word in words], Decimal(0))
        whole, _, part = str(value).partition(".")
    else:
        whole, _, part = number.replace(" ", "").partition(".")
        if len(part) == 3 and not power and "," not in whole and whole != "0":
            return None
        whole = whole.replace(",", "")
    # Put together digit by digit: arithmetic would round to the precision of whoever calls.
    digits, part = whole + part[:power].ljust(power, "0"), part[power:].rstrip("0")
    return Decimal(f"{digits.lstrip('0') or '0'}.{part}" if part else digits.lstrip("0") or "0")
