"""Reads the tables of ``data/``; a faulty row is an error with its file and line."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from importlib.resources import files
from inspect import signature
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar, cast

from bilateral.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Row = dict[str, str]

P = ParamSpec("P")
T = TypeVar("T")


def parse(name: str, text: str, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Yield each row of a table with its line number; blank lines and ``#`` lines are skipped.

    Args:
        name: the table's file name, for errors.
        text: the table in CSV, with a heading.
        columns: the columns that the table must have, in any order; others are refused.

    Raises:
        TableError: a column is missing or unknown, or a row has too many or too few cells.
    """
    lines = text.splitlines(keepends=True)
    kept = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    reader = csv.reader([line for _, line in kept], strict=True)
    try:
        heading = next(reader, None)
        if heading is None:
            raise TableError(name, 0, f"is empty; its heading must be {','.join(columns)}")
        if wrong := set(heading) ^ set(columns):
            reason = f"heading differs in {', '.join(sorted(wrong))}; must be {','.join(columns)}"
            raise TableError(name, kept[0][0], reason)
        for cells in reader:
            line = kept[min(reader.line_num, len(kept)) - 1][0]
            if len(cells) != len(heading):
                reason = f"has {len(cells)} cells where the heading has {len(heading)}"
                raise TableError(name, line, reason)
            yield line, dict(zip(heading, cells, strict=True))
    except csv.Error as error:
        line = kept[min(reader.line_num, len(kept)) - 1][0] if kept else 0
        raise TableError(name, line, f"is no CSV: {error}") from error


class Extension(Protocol):
    """Rows that are read besides the package's own: a user's lexicon."""

    def extend(self, name: str, own: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows of a table with what is added to them."""

    def remembered(self, function: Callable[..., object]) -> Callable[..., object]:
        """Return `function` with its results kept for this extension."""


_extension: ContextVar[Extension | None] = ContextVar("extension", default=None)


@contextmanager
def extended(extension: Extension | None) -> Iterator[None]:
    """Read with the rows of an extension inside the ``with`` block, in this thread or task alone."""
    token = _extension.set(extension)
    try:
        yield
    finally:
        _extension.reset(token)


def derived(function: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function makes of the tables: once, and once for each extension in use."""
    if not signature(function).parameters:
        return cast("Callable[P, T]", _made_once(cast("Callable[[], T]", function)))
    own = cast("Callable[P, T]", cache(function))

    @wraps(function)
    def made(*args: P.args, **kwargs: P.kwargs) -> T:
        extension = _extension.get()
        if extension is None:
            return own(*args, **kwargs)
        return cast("T", extension.remembered(function)(*args, **kwargs))

    return made


def _made_once(function: Callable[[], T]) -> Callable[[], T]:
    """Keep the one thing that a function without arguments makes: nothing is looked up for it."""
    kept: list[T] = []
    get = _extension.get

    @wraps(function)
    def made() -> T:
        extension = get()
        if extension is None:
            if kept:
                return kept[0]
            kept.append(
                function()
            )  # a second thread makes an equal one, of which the first is used
            return kept[0]
        return cast("T", extension.remembered(function)())

    return made


@cache
def own_rows(name: str, *columns: str) -> tuple[Row, ...]:
    """Return the rows of one of the package's own tables."""
    text = (files("bilateral.gazetteer") / "data" / name).read_text(encoding="utf-8")
    return tuple([row for _, row in parse(name, text, columns)])


def rows(name: str, *columns: str) -> tuple[Row, ...]:
    """Return the rows of a table: the package's own, and those of the extension in use."""
    own = own_rows(name, *columns)
    extension = _extension.get()
    return own if extension is None else extension.extend(name, own)


def items(cell: str) -> list[str]:
    """Split a cell with several values.

    >>> items("UK|Britain")
    ['UK', 'Britain']
    >>> items("")
    []
    """
    return cell.split("|") if cell else []


def countries() -> tuple[Row, ...]:
    """Countries and territories with their names."""
    return rows(
        "countries.csv",
        *("alpha_3", "alpha_2", "numeric", "name", "official", "aliases", "demonyms"),
        *("capital", "metonyms"),
    )


def ambiguous() -> tuple[Row, ...]:
    """Names with more than one reading, and the rule for each."""
    return rows("ambiguous.csv", "name", "readings", "default", "rule", "note")


def organizations() -> tuple[Row, ...]:
    """International organizations and groupings."""
    columns = ("code", "name", "aliases", "members", "suspended", "kind", "seat")
    return rows("organizations.csv", *columns)


def places() -> tuple[Row, ...]:
    """Places other than countries and capitals."""
    return rows("places.csv", "name", "countries", "kind")


def offices() -> tuple[Row, ...]:
    """Public offices in the words of the texts."""
    return rows("offices.csv", "office", "variants", "level", "party")


def honorifics() -> tuple[Row, ...]:
    """Titles and styles of address around names."""
    return rows("honorifics.csv", "honorific", "position", "region", "note")


def name_particles() -> tuple[Row, ...]:
    """Lower-case particles inside names."""
    return rows("name_particles.csv", "particle", "region")


def people() -> tuple[Row, ...]:
    """Office holders, for bare names."""
    return rows("people.csv", "name", "variants", "party", "office", "from", "to")


def domains() -> tuple[Row, ...]:
    """The domain tree and its crosswalks."""
    return rows("domains.csv", "name", "label", "covers", "cap", "plover", "g20rg")


def vocabulary() -> tuple[Row, ...]:
    """Terms that show a domain."""
    return rows("vocabulary.csv", "domain", "term", "weight")


def idioms() -> tuple[Row, ...]:
    """Words that sound like a domain and show none."""
    return rows("idioms.csv", "idiom", "means")


def levels() -> tuple[Row, ...]:
    """The ladder of partnership levels."""
    return rows("levels.csv", "label", "rank", "variants", "note")


def cues() -> tuple[Row, ...]:
    """Words that make a commitment, by what they do in a sentence."""
    columns = ("forms", "class", "force", "continues", "follows", "example", "counterexample")
    return rows("cues.csv", *columns)


def verbs() -> tuple[Row, ...]:
    """Verbs of the genre that are no cues, by class."""
    return rows("verbs.csv", "forms", "class")


def collectives() -> tuple[Row, ...]:
    """Words for those who meet, and words that make them others."""
    return rows("collectives.csv", "word", "class")


def continuing() -> tuple[Row, ...]:
    """Words that mark conduct as under way, and on which side of the cue."""
    return rows("continuing.csv", "word", "where")


def asides() -> tuple[Row, ...]:
    """Words that open the purpose, basis or occasion of a promise, and no longer what is promised."""
    return rows("asides.csv", "words", "tells")


def not_names() -> tuple[Row, ...]:
    """Capitalised words that are no part of a person's name and end one."""
    return rows("not_names.csv", "word", "sort")


def function_words() -> tuple[Row, ...]:
    """Words of grammar that the rules of commitments ask for, by class."""
    return rows("function_words.csv", "word", "class")


def giving() -> tuple[Row, ...]:
    """Words of giving, and the link that stands before the one who receives."""
    return rows("giving.csv", "words", "link")


def meetings() -> tuple[Row, ...]:
    """Words for kinds of meeting, most telling first."""
    return rows("meetings.csv", "kind", "words")


def rules() -> tuple[Row, ...]:
    """The reader's rules and what each says."""
    return rows("rules.csv", "rule", "explains")
