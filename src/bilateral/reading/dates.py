"""Dates in running English text, with what they state and nothing more.

A date that names a day without a year, or "Friday", or "next month", means something only from the
day of the text: that day is the `reference`, and without it such a date is found but stays
unresolved (`DateMention.date` is None).  Half years, quarters, seasons and fiscal years are no part
of a `PartialDate`; they give the year that is written beside them.

The words are in ``date_words.csv``; the order in which they make a date is here.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.errors import ValidationError
from bilateral.gazetteer.kinds import DATE
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.quantities import any_case, currencies, date_words, key, units
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Anchored, Words, first_words, following
from bilateral.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# White space inside an expression; a line may end there and the next be indented.
_GAP = " {1,40}"
_DASH = " {0,40}[-–—] {0,40}"
_FIGURE = re.compile("[0-9]")
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
# How far back from "at the latest" its date may begin.
_LOOK_BACK = 60
# How many words an event may take that dates a limit ("before the next summit in Tokyo in June").
_EVENT_WORDS = 14


@frozen
class DateMention:
    """A date in a text.

    Fields:
        start: offset of its first character.
        end: offset behind its last character.
        date: what it states, or None where that takes a reference that is missing or too vague.
        relative: whether it is told from the day of the text and not by itself.
    """

    start: int
    end: int
    date: PartialDate | None
    relative: bool


@frozen
class _Hit:
    """A mention, and for a date without a year the rest of it, for a year that comes later."""

    mention: DateMention
    month: int | None = None
    day: int | None = None


def find_dates(
    plain: str,
    start: int,
    end: int,
    reference: PartialDate | None,
    words: Words | None = None,
) -> list[DateMention]:
    """Find the dates of a passage, from left to right.

    A range gives its two ends ("9-10 January 2025"), and "30 December to 2 January 2025" lends its
    year to both.  A day or a month without a year is taken as the nearest to the reference; a bare
    weekday as the last one up to the reference, as reports use it.

    Args:
        plain: the text after `folding.plain`.
        start: where the passage begins.
        end: where it ends.
        reference: the date of the text, or None.
        words: the text's words, if they are known already.

    >>> text = "They met on 10 January 2025 and will meet again next year."
    >>> [str(m.date) for m in find_dates(text, 0, len(text), PartialDate(2025, 1, 10))]
    ['2025-01-10', '2026']
    """
    if words is None:
        if _grammar().hint.search(plain, start, end) is None:
            return []
        words = Words.of(plain)
    elif not words.kinds and not _may_hold(_grammar(), plain, start, end, words):
        return []
    return [hit.mention for hit in _scan(plain, start, end, reference, words, ahead=False)]


def find_deadline(
    plain: str,
    start: int,
    end: int,
    reference: PartialDate | None,
    words: Words | None = None,
) -> DateMention | None:
    """Find by when something is promised in a passage; the span takes in the limiting words.

    Only true limits count: by, before, no later than, until, through, at the latest, within, over
    the next.  A plain time ("in 2030"), a start ("from 2026", "as early as 2027") and a limit that
    lies before the reference are none.  Durations are as precise as their unit: "within 90 days"
    gives a day, "over the next five years" a year.  The first limit with a date is returned, or the
    first one if none can be dated.

    >>> text = "Japan will train 200 engineers by the end of 2027."
    >>> find_deadline(text, 0, len(text), None)
    DateMention(start=31, end=49, date=PartialDate('2027'), relative=False)
    """
    grammar = _grammar()
    words = words or Words.of(plain)
    if not _may_hold(grammar, plain, start, end, words):
        return None
    undated = None
    for match in grammar.limits.find(plain, words, start, end):
        allowed = grammar.limit_of.get(key(match.group()), "")
        found = _limit(plain, start, end, match, allowed, reference, words)
        if found is None:
            continue
        if found.date is None:
            undated = undated or found
        elif reference is None or found.date.latest >= reference.earliest:
            return found
    return undated


def telling() -> frozenset[str]:
    """Return the words, in lower case, with which a date begins or without which there is none.

    "The" is not among them: it opens a date only before one of them or before a figure.
    """
    return _grammar().telling


def hints() -> frozenset[str]:
    """Return the words without one of which a passage has a date or a duration only in figures."""
    return _grammar().hints


def _may_hold(grammar: _Grammar, plain: str, start: int, end: int, words: Words) -> bool:
    """Say whether there is a figure or a word without which there is no date and no duration.

    Most sentences hold none; looking words up is several times faster than the expressions.
    """
    if _FIGURE.search(plain, start, end) is not None:
        return True
    return not grammar.hints.isdisjoint(words.low[words.range(start, end)])


# --- the grammar ----------------------------------------------------------------------------------


@frozen
class _Grammar:
    """The expressions, made from the tables when a date is first looked for."""

    hint: re.Pattern[str]
    #: the same as whole words in lower case
    hints: frozenset[str]
    #: those, and all with which a date begins
    telling: frozenset[str]
    date: re.Pattern[str]
    dates: Anchored
    limits: Anchored
    number_of_units: re.Pattern[str]
    single_unit: re.Pattern[str]
    one_unit: re.Pattern[str]
    filler: re.Pattern[str]
    between: re.Pattern[str]
    inexact: re.Pattern[str]
    counted_from: re.Pattern[str]
    from_now: re.Pattern[str]
    elapsed: re.Pattern[str]
    limit_of: dict[str, str]
    month_of: dict[str, int]
    weekday_of: dict[str, int]
    number_of: dict[str, int]
    unit_of: dict[str, str]
    turn_of: dict[str, int]
    distance_of: dict[str, str]
    prepositions: frozenset[str]
    events: frozenset[str]
    articles: frozenset[str]
    number_before: frozenset[str]
    name_before: frozenset[str]


def _titled(words: Iterable[str]) -> str:
    """Return an expression for names as the table spells them or in capitals ("JANUARY")."""
    listed = list(words)
    return f"(?:{trie_pattern([*listed, *map(str.upper, listed)])})"


def _lowered(words: Mapping[str, str]) -> dict[str, str]:
    return {word.lower(): value for word, value in words.items()}


def _lowest(forms: Iterable[str]) -> frozenset[str] | None:
    """Return the words with which forms begin, in lower case."""
    return first_words([form.lower() for form in forms])


def _integers(words: Mapping[str, str]) -> dict[str, int]:
    return {word.lower(): int(value) for word, value in words.items()}


def _counted() -> str:
    """Return an expression for what shows a number before it to be none of a date ("2000 jobs")."""
    words = [*units("scale"), *units("count"), *currencies("word"), *currencies("word-scaled")]
    names = [*units("symbol"), *currencies("code"), *date_words("number-after")]
    return f"(?:{any_case(words)}|{trie_pattern(names)})"


def _date_pattern() -> re.Pattern[str]:
    """Write the forms of a date, the most specific first; the letter behind `_` tells the form."""
    counted = _counted()
    # What may not follow a number: more of it, a clock time, a share, something that is counted.
    no_count = rf"(?![\w%]|[.,:/][0-9]| ?%|{_GAP}{counted}(?!\w)"
    year = rf"(?:1[6-9]|20|21)[0-9]{{2}}{no_count}|-(?![12][0-9]{{3}}(?![0-9]))\w)"
    day_end = rf"{no_count}|-[0-9])"
    full, short = _titled(date_words("month")), _titled(date_words("month-short"))
    month = rf"(?:{full}(?!\w)|{short}(?!\w)\.?)"
    weekday = rf"{_titled(date_words('weekday'))}(?!\w)"
    deictic = date_words("deictic")
    years = any_case([w for w in deictic if deictic[w].startswith("year") and w.endswith(" year")])
    weeks = any_case([word for word in deictic if deictic[word].startswith("week")])
    prefix = rf"(?:{trie_pattern(date_words('prefix'))}(?:-|{_GAP}(?:of{_GAP})?)?){{0,2}}"
    part = rf"(?:(?ai:the){_GAP})?{any_case(date_words('part'))}(?:-|{_GAP})"

    def turn(form: str) -> str:
        return rf"(?P<turn_{form}>{any_case(date_words('turn'))}){_GAP}"

    def tail(form: str) -> str:
        return (
            rf"(?:(?:,{_GAP}|{_GAP}(?:of{_GAP})?)(?P<year_{form}>{year})"
            rf"|,?{_GAP}(?:of{_GAP})?(?P<rel_{form}>{years})(?!\w))"
        )

    named = rf"(?:{weekday},?{_GAP})?"
    words = any_case(date_words("range"))
    # "and" joins a month-first range only where the year shows that it is one.
    joined = rf"{_GAP}(?:to|through|and(?={_GAP}{_DAY},?{_GAP}{year})){_GAP}"
    to_day = rf"(?:{_DASH}|{_GAP}{words}{_GAP}(?:the{_GAP})?)"
    range_b, range_c = rf"(?P<first_b>{_DAY}){to_day}", rf"(?P<first_c>{_DAY})(?:{_DASH}|{joined})"
    day_b = rf"(?:(?ai:the){_GAP})?(?:{range_b})?(?P<day_b>{_DAY})(?:{_GAP}of)?"
    day_c = rf"(?:the{_GAP})?(?:{range_c})?(?P<day_c>{_DAY}){day_end}"
    turned = rf"(?:{turn('e')})?(?P<weekday_e>{weekday})"
    forms = [
        r"(?P<iso_a>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9]|-[0-9])",
        rf"{named}{day_b}{_GAP}(?P<month_b>{month}){tail('b')}?",
        rf"{named}(?P<month_c>{month}){_GAP}{day_c}{tail('c')}?",
        rf"(?:{part}){{0,2}}(?P<month_d>{month}){tail('d')}",
        rf"{turned}(?:,?{_GAP}(?:of{_GAP})?(?P<week_e>{weeks})(?!\w))?",
        rf"(?:{part}){{0,2}}{prefix}(?P<year_f>{year})",
        rf"(?:{part}){{0,2}}(?P<told_g>{any_case(deictic)})(?!\w)",
        rf"(?:{part}){{1,2}}(?P<told_h>{any_case(date_words('held'))})(?!\w)",
        rf"(?:(?P<part_i>(?:{part}){{1,2}})|{turn('i')})?(?P<month_i>{month})(?![\w']|-\w)",
    ]
    # No date begins inside a word, a sum or a longer number.
    before = r"(?<![\w$€£¥₹#@])(?<![^\W\d]-)(?<!\d[.,/:])(?<!\w')"
    return re.compile(before + "(?:" + "|".join(forms) + ")")


@derived
def _grammar() -> _Grammar:
    deictic, held = date_words("deictic"), date_words("held")
    unit, one = date_words("unit"), date_words("unit-one")
    numbers = _integers(date_words("number"))
    months = {**date_words("month"), **date_words("month-short")}
    any_number = f"(?:[0-9]{{1,3}}|{any_case(numbers)}(?:-{any_case(numbers)})?)"
    a = any_case(date_words("single"))
    near = [word for word, use in date_words("filler").items() if use != "date"]
    told = {word.lower() for word in (*deictic, *held)}
    names = [*months, *date_words("weekday")]
    # Most of them hold the name of a unit ("today", "next year"): that is looked for, and the rest.
    hints = {*one, *[word.split()[-1] for word in told if not any(map(word.count, one))]}
    hints |= {*map(str.capitalize, hints), *map(str.upper, hints)}
    limits = [*date_words("limit"), *date_words("start")]
    opening = [*names, *deictic, *held, "the"]
    for kind in ("part", "prefix", "turn"):
        opening += date_words(kind)
    whole = {*names, *unit, *one, *[re.findall(r"\w+", word)[-1] for word in told]}
    begun = [re.findall(r"\w+", form.lower()) for form in opening]
    behind_the = [words[1] for words in begun if words[0] == "the" and len(words) > 1]
    low = frozenset(map(str.lower, whole))
    date = _date_pattern()
    return _Grammar(
        hint=re.compile(f"[0-9]|{trie_pattern({*names, *map(str.upper, names), *hints})}"),
        hints=low,
        telling=low.union([words[0] for words in begun], behind_the) - {"the"},
        date=date,
        dates=Anchored(date, _lowest(opening), figures=True),
        limits=Anchored(
            re.compile(rf"(?<![\w-]){any_case(limits)}(?![\w-])"),
            _lowest(limits),
            follow=following([form.lower() for form in limits]),
        ),
        number_of_units=re.compile(
            rf"{_GAP}(?:{any_case(near)}{_GAP})?"
            rf"(?:(?:{a}|(?ai:the)){_GAP})?(?:(?ai:period{_GAP}of){_GAP})?"
            rf"(?:(?>{any_number})(?:{_DASH}|{_GAP}(?:to|or){_GAP}))?(?P<number>{any_number})"
            rf"(?:-|{_GAP})(?:{any_case(date_words('unit-before'))}{_GAP})?"
            rf"(?P<unit>{any_case([*unit, *one])})(?!\w)"
        ),
        single_unit=re.compile(rf"{_GAP}{a}{_GAP}(?P<unit>{any_case(one)})(?![\w-])"),
        one_unit=re.compile(rf"{_GAP}(?P<unit>{any_case(one)})(?![\w-])"),
        filler=re.compile(rf"{_GAP}(?:{any_case(date_words('filler'))}{_GAP})?"),
        between=re.compile(rf"{_DASH}|{_GAP}{any_case(date_words('range'))}{_GAP}"),
        inexact=re.compile(rf"{_GAP}{any_case(date_words('inexact'))}(?!\w)"),
        counted_from=re.compile(rf"{_GAP}{any_case(date_words('counted-from'))}(?!\w)"),
        from_now=re.compile(rf"{_GAP}{any_case(date_words('from-now'))}(?!\w)"),
        elapsed=re.compile(rf"{_GAP}{any_case(date_words('elapsed'))}(?!\w)"),
        limit_of=_lowered(date_words("limit")),
        month_of=_integers(months),
        weekday_of=_integers(date_words("weekday")),
        number_of=numbers,
        unit_of=_lowered({**unit, **one}),
        turn_of=_integers(date_words("turn")),
        distance_of=_lowered({**deictic, **held}),
        prepositions=frozenset(date_words("preposition")),
        events=frozenset(date_words("event")),
        articles=frozenset(date_words("article")),
        name_before=frozenset(date_words("name-before")),
        number_before=frozenset([*date_words("number-before"), *_lowered(currencies("code"))]),
    )


# --- dates ----------------------------------------------------------------------------------------


def _scan(
    plain: str,
    start: int,
    end: int,
    reference: PartialDate | None,
    words: Words,
    *,
    ahead: bool,
) -> list[_Hit]:
    """Find all dates of a passage; `ahead` takes what has no year as the next one, for limits."""
    hits: list[_Hit] = []
    dates = _grammar().dates
    if words.kinds and dates.firsts is not None:
        matches = dates.at(plain, _places(words, start, end), start, end)
    else:
        matches = dates.find(plain, words, start, end)
    for match in matches:
        hits += _read(plain, match, reference, ahead=ahead)
    return _lend_years(plain, hits)


def _places(words: Words, start: int, end: int) -> list[int]:
    """Return where a date can begin: at a figure or a word that can open one, and at "the" before it."""
    part = words.range(start, end)
    low = words.low[part]
    found = []
    the = False
    before = start
    for at, word, can in zip(words.starts[part], low, words.kinds[part], strict=True):
        if (can and can & DATE) or not word.isalpha():
            if the:
                found.append(before)
            found.append(at)
        the = word == "the"
        before = at
    return found


def _at(plain: str, at: int, end: int, reference: PartialDate | None) -> _Hit | None:
    """Read the date that begins at an offset, for a limit; of a range, its last day."""
    match = _grammar().date.match(plain, at, end)
    hits = [] if match is None else _read(plain, match, reference, ahead=True, bare=True)
    return hits[-1] if hits else None


def _read(
    plain: str,
    match: re.Match[str],
    reference: PartialDate | None,
    *,
    ahead: bool,
    bare: bool = False,
) -> list[_Hit]:
    """Turn a match into mentions; none if it is no date after all; two for a range.

    A month by itself is believed only behind a preposition or the like, unless `bare` says that one
    was read already.
    """
    grammar = _grammar()
    found = {name[:-2]: words for name, words in match.groupdict().items() if words is not None}
    form = (match.lastgroup or "_?")[-1]
    start, end = match.span()
    if "iso" in found:
        date = _parse(found["iso"])
        return [] if date is None else [_Hit(DateMention(start, end, date, relative=False))]
    if "weekday" in found:
        if _word_before(plain, start) in grammar.name_before:
            return []
        weekday = grammar.weekday_of[found["weekday"].lower()]
        date = _weekday(weekday, found, reference, ahead=ahead)
        return [_Hit(DateMention(start, end, date, relative=True))]
    if "told" in found:
        date = _told(grammar.distance_of[key(found["told"])], reference)
        return [_Hit(DateMention(start, end, date, relative=True))]
    year = int(found["year"]) if "year" in found else _year(found.get("rel"), reference)
    if "month" not in found:
        if year is None or not _is_year(plain, match, year):
            return []
        return [_Hit(DateMention(start, end, PartialDate(year), relative=False))]
    month = grammar.month_of[found["month"].lower().rstrip(".")]
    relative = "year" not in found
    if "day" not in found:
        if form == "i" and not (
            bare or len(found) > 1 or _word_before(plain, start) in grammar.prepositions
        ):
            return []
        if "turn" in found:
            date = _turned_month(month, grammar.turn_of[key(found["turn"])], reference)
        elif relative and "rel" not in found:
            date = _nearest(month, None, reference, ahead=ahead)
            return [_Hit(DateMention(start, end, date, relative=True), month)]
        else:
            date = None if year is None else PartialDate(year, month)
        return [_Hit(DateMention(start, end, date, relative))]
    return _days(match, form, found, month, year, reference, ahead=ahead)


def _days(
    match: re.Match[str],
    form: str,
    found: dict[str, str],
    month: int,
    year: int | None,
    reference: PartialDate | None,
    *,
    ahead: bool,
) -> list[_Hit]:
    """Read a day of a month, or two; a day that the month does not have is no date."""
    start, end = match.span()
    places = [(found["day"], start, end)]
    if "first" in found:
        # "9-10 January" and "January 9-10" divide behind the 9; the month stands with one of them.
        places = [
            (found["first"], start, match.end(f"first_{form}")),
            (found["day"], match.start(f"day_{form}"), end),
        ]
    hits = []
    yearless = "year" not in found and "rel" not in found
    for written, first, last in places:
        day = int(written.rstrip("sthndr"))
        if not 1 <= day <= calendar.monthrange(2000, month)[1]:
            continue
        if yearless:
            date = _nearest(month, day, reference, ahead=ahead)
            hits.append(_Hit(DateMention(first, last, date, relative=True), month, day))
            continue
        date = None if year is None else _make(year, month, day)
        if date is not None or year is None:
            hits.append(_Hit(DateMention(first, last, date, relative="rel" in found)))
    return hits


def _lend_years(plain: str, hits: list[_Hit]) -> list[_Hit]:
    """Give a year to what has none and is the beginning of a range that ends in a full date."""
    lent = list(hits)
    for index in range(len(lent) - 2, -1, -1):
        hit, after = lent[index], lent[index + 1].mention
        if hit.month is None or after.relative or after.date is None or after.date.month is None:
            continue
        here = hit.mention
        # A connection is short: looking at more of the text would cost time and change nothing.
        if after.start - here.end > _LOOK_BACK:
            continue
        if _grammar().between.fullmatch(plain, here.end, after.start) is None:
            continue
        later = (hit.month, hit.day or 0) > (after.date.month, after.date.day or 0)
        date = _make(after.date.year - later, hit.month, hit.day)
        if date is not None:
            lent[index] = _Hit(DateMention(here.start, here.end, date, relative=False))
    return lent


def _is_year(plain: str, match: re.Match[str], year: int) -> bool:
    """Say whether a number of four digits by itself is a year, by the word before it."""
    if match.end() - match.start() > 4:
        return True  # something that only a year follows stands before it
    before = _word_before(plain, match.start())
    if before in _grammar().number_before:
        return False
    return 1900 <= year < 2100 or before in _grammar().prepositions


def _word_before(plain: str, at: int) -> str:
    """Return the word before an offset, in lower case and without marks around it."""
    words = plain[max(0, at - 20) : at].replace("/", " ").split()
    return words[-1].lower().strip("\"'.,*_([") if words else ""


# --- from the day of the text ---------------------------------------------------------------------


def _make(year: int, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValidationError:
        return None


def _parse(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValidationError:
        return None


def _day(reference: PartialDate | None, days: int) -> dt.date | None:
    """Return the day so many days from the reference, which must itself be a day."""
    if reference is None or reference.day is None:
        return None
    try:
        return reference.earliest + dt.timedelta(days)
    except OverflowError:
        return None


def _year(words: str | None, reference: PartialDate | None) -> int | None:
    """Return the year of "next year", counted from the reference."""
    if words is None:
        return None
    date = _told(_grammar().distance_of[key(words)], reference)
    return None if date is None else date.year


def _told(distance: str, reference: PartialDate | None) -> PartialDate | None:
    """Return the date at a distance such as ``month+1`` from the reference."""
    if distance == "unknown" or reference is None:
        return None
    unit, sign, size = distance.partition("+" if "+" in distance else "-")
    count = int(sign + size)
    if unit == "year":
        return _make(reference.year + count, None, None)
    if unit == "month":
        if reference.month is None:
            return None
        years, month = divmod(reference.month - 1 + count, 12)
        return _make(reference.year + years, month + 1, None)
    day = _day(reference, count * 7 if unit == "week" else count)
    if day is None:
        return None
    return _week(day) if unit == "week" else PartialDate.of(day)


def _week(day: dt.date) -> PartialDate | None:
    """Return the smallest partial date that holds the whole week, which has no form of its own."""
    monday = _day(PartialDate.of(day), -day.weekday())
    sunday = _day(PartialDate.of(day), 6 - day.weekday())
    if monday is None or sunday is None or monday.year != sunday.year:
        return None
    return PartialDate(monday.year, monday.month if monday.month == sunday.month else None)


def _weekday(
    weekday: int, found: dict[str, str], reference: PartialDate | None, *, ahead: bool
) -> PartialDate | None:
    """Return the day that a weekday means: the last one, unless words or a limit say otherwise."""
    today = _day(reference, 0)
    if today is None:
        return None
    back = (today.weekday() - weekday) % 7
    if "week" in found:
        distance = _grammar().distance_of[key(found["week"])]
        days = int(distance.removeprefix("week")) * 7 + weekday - today.weekday()
    elif "turn" in found:
        turn = _grammar().turn_of[key(found["turn"])]
        this_week = weekday - today.weekday()
        days = (-(back or 7), this_week, 7 - back)[turn + 1]
    else:
        days = (7 - back) % 7 if ahead else -back
    day = _day(reference, days)
    return None if day is None else PartialDate.of(day)


def _turned_month(month: int, turn: int, reference: PartialDate | None) -> PartialDate | None:
    """Return the month that "last", "this" or "next" before its name means."""
    if reference is None or (turn and reference.month is None):
        return None
    year = reference.year
    if turn and reference.month is not None:
        past = month < reference.month
        year += (0 if past else -1) if turn < 0 else (0 if month > reference.month else 1)
    return _make(year, month, None)


def _nearest(
    month: int, day: int | None, reference: PartialDate | None, *, ahead: bool
) -> PartialDate | None:
    """Return the month, or the day of it, in the year that brings it nearest to the reference.

    `ahead` takes the next one from the reference on.  Where two years are equally near, or the
    reference is only a year, the text does not tell and nothing is returned.
    """
    if reference is None or reference.month is None:
        return None
    by_day = day is not None and reference.day is not None
    candidates: list[tuple[int, PartialDate]] = []
    # Eight years hold at least one 29 February.
    for year in range(reference.year - 8, reference.year + 9):
        date = _make(year, month, day)
        if date is None:
            continue
        if by_day:
            distance = (date.earliest - reference.earliest).days
        else:
            distance = (year - reference.year) * 12 + month - reference.month
        if not ahead or distance >= 0:
            candidates.append((abs(distance), date))
    candidates.sort(key=lambda candidate: candidate[0])
    if not candidates or (len(candidates) > 1 and candidates[0][0] == candidates[1][0]):
        return None
    return candidates[0][1]


# --- limits ---------------------------------------------------------------------------------------


def _limit(
    plain: str,
    start: int,
    end: int,
    match: re.Match[str],
    allowed: str,
    reference: PartialDate | None,
    words: Words,
) -> DateMention | None:
    """Read what follows the opening of a limit, in the order of what the table allows."""
    for kind in allowed.split("|"):
        found: DateMention | None = None
        if kind == "date":
            found = _dated(plain, match.end(), end, reference)
        elif kind == "event":
            found = _event(plain, match.end(), end, reference)
        elif kind == "after":
            return _before_it(plain, start, match, reference, words)
        elif kind:
            found = _duration(
                plain, match.end(), end, reference, kind, counted="one" not in allowed
            )
        if found is not None:
            return DateMention(match.start(), found.end, found.date, found.relative)
    return None


def _dated(plain: str, at: int, end: int, reference: PartialDate | None) -> DateMention | None:
    gap = _grammar().filler.match(plain, at, end)
    hit = None if gap is None else _at(plain, gap.end(), end, reference)
    # "by 2026's summit" is left to the event.
    if hit is None or plain.startswith("'", hit.mention.end):
        return None
    return hit.mention


_WORD = re.compile(r"\w[\w'&/-]*|[^\w\s]")


def _event(plain: str, at: int, end: int, reference: PartialDate | None) -> DateMention | None:
    """Read an event with its date as a limit: "the June 2026 summit", "our summit in June 2026"."""
    grammar = _grammar()
    dated: DateMention | None = None
    seen, before = False, ""
    for count, word in enumerate(_WORD.finditer(plain, at, end)):
        text = word.group()
        if count == _EVENT_WORDS or not (text[0].isalnum() or text in "'&"):
            return None
        if not count and text[0].islower() and text.lower() not in grammar.articles:
            return None  # "by hosting the summit on May 30"
        if dated is not None and word.start() < dated.end:
            continue
        if dated is None:
            hit = _at(plain, word.start(), end, reference)
            # Without a word between limit and date, the date would have been read as the limit.
            if hit is not None and (not seen or before in ("in", "on", "of")):
                dated = hit.mention
                if seen:
                    return dated
                continue
        name = text.lower().removesuffix("'s").rstrip("'")
        before = name
        if name.rstrip("0123456789") in grammar.events:
            if dated is not None:
                return DateMention(word.start(), word.end(), dated.date, dated.relative)
            seen = True
        elif seen:
            # Behind the event only its place and its people follow, until the date.
            if text[0].islower() and name not in ("in", "on", "of", "at", "the", "leaders"):
                return None
        elif name in grammar.prepositions:
            return None
    return None


def _before_it(
    plain: str,
    start: int,
    match: re.Match[str],
    reference: PartialDate | None,
    words: Words,
) -> DateMention | None:
    """Read "in March 2026 at the latest": the date stands before."""
    hits = _scan(
        plain, max(start, match.start() - _LOOK_BACK), match.start(), reference, words, ahead=True
    )
    if not hits or plain[hits[-1].mention.end : match.start()].strip(" ,"):
        return None
    last = hits[-1].mention
    return DateMention(last.start, match.end(), last.date, last.relative)


def _duration(
    plain: str, at: int, end: int, reference: PartialDate | None, kind: str, *, counted: bool
) -> DateMention | None:
    """Read a duration as a limit; `counted` where it may run from another day than the text's."""
    grammar = _grammar()
    number = 1
    if kind == "one":
        match = grammar.one_unit.match(plain, at, end)
    else:
        match = grammar.number_of_units.match(plain, at, end)
        if match is not None:
            number = sum(map(_number, match["number"].split("-")))
        elif kind == "number":
            match = grammar.single_unit.match(plain, at, end)
    if match is None:
        return None
    last = match.end()
    if kind == "spread" and grammar.elapsed.match(plain, last, end):
        return None
    date = _later(reference, grammar.unit_of[match["unit"].lower()], number)
    from_another_day = counted and grammar.counted_from.match(plain, last, end)
    if from_another_day and not grammar.from_now.match(plain, last, end):
        date = None
    if grammar.inexact.match(plain, last, end):
        date = None
    return DateMention(at, last, date, relative=True)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _grammar().number_of[word.lower()]


def _later(reference: PartialDate | None, unit: str, number: int) -> PartialDate | None:
    """Return the reference and so many units, as precise as the unit and never more."""
    from dateutil.relativedelta import relativedelta

    part, _, size = unit.partition("*")
    count = number * int(size)
    if reference is None:
        return None
    known = {"years": True, "months": reference.month, "days": reference.day}
    if not known[part]:
        return None
    distance = relativedelta(
        years=count if part == "years" else 0,
        months=count if part == "months" else 0,
        days=count if part == "days" else 0,
    )
    try:
        day = reference.earliest + distance
    except (OverflowError, ValueError):
        return None
    month = day.month if part != "years" else None
    return PartialDate(day.year, month, day.day if part == "days" else None)
