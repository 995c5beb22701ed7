"""A user's own words: rows that are read besides the package's tables, from one file.

The file holds one or more of the tables of ``docs/tables.md``, each under its name in brackets and in
its own form::

    [cues]
    forms,class,force,continues,follows,example,counterexample
    moot|moots|mooted,plan,intent,,noun,,

    [vocabulary]
    domain,term,weight
    economy.agriculture,seed bank,3

Rows are added to the package's.  ``[domains only]`` puts a domain tree in the place of the package's; its
vocabulary then is the file's alone.  Lines that begin with ``#`` are comments.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

from bilateral.errors import LoadError, TableError
from bilateral.files import check, read_bytes
from bilateral.gazetteer import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilateral.gazetteer.tables import Row

_HEADING = re.compile(r"\[ *([a-z_]+)( +only)? *\]")

# No word or name is longer; the patterns that are made of them grow with their length.
_LONGEST = 200
#: The package's own tables have less than a hundredth of it.
_MOST_BYTES = 16 * 2**20

#: table → its columns, for the tables that a lexicon may extend
COLUMNS: dict[str, tuple[str, ...]] = {
    "countries": (
        *("alpha_3", "alpha_2", "numeric", "name", "official", "aliases", "demonyms"),
        *("capital", "metonyms"),
    ),
    "organizations": ("code", "name", "aliases", "members", "suspended", "kind", "seat"),
    "places": ("name", "countries", "kind"),
    "offices": ("office", "variants", "level", "party"),
    "honorifics": ("honorific", "position", "region", "note"),
    "people": ("name", "variants", "party", "office", "from", "to"),
    "domains": ("name", "label", "covers", "cap", "plover", "g20rg"),
    "vocabulary": ("domain", "term", "weight"),
    "idioms": ("idiom", "means"),
    "levels": ("label", "rank", "variants", "note"),
    "cues": ("forms", "class", "force", "continues", "follows", "example", "counterexample"),
    "verbs": ("forms", "class"),
    "collectives": ("word", "class"),
    "continuing": ("word", "where"),
    "asides": ("words", "tells"),
    "giving": ("words", "link"),
    "issue_words": ("word", "class", "group"),
    "meetings": ("kind", "words"),
    "not_names": ("word", "sort"),
}


class LexiconError(TableError):
    """A lexicon file is faulty; `faults` lists everything that is wrong with it.

    Attributes:
        faults: one `TableError` for each faulty row, with its line and reason.
    """

    def __init__(self, name: str, faults: tuple[TableError, ...]) -> None:
        super().__init__(name, faults[0].line, faults[0].reason)
        self.args = (name, faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join([str(fault) for fault in self.faults])


class Lexicon:
    """Words of one's own, read besides the package's tables.

    Give it to `bilateral.read` or `bilateral.load`.  Build it once and use it for many texts: the indexes
    over its words are kept with it.

    Raises:
        LexiconError: a table or a row is faulty; every fault is listed with its line and reason.

    >>> import bilateral
    >>> lexicon = Lexicon.parse('''
    ... [vocabulary]
    ... domain,term,weight
    ... economy.agriculture,seed bank,3
    ... ''')
    >>> text = "Norway and Kenya agreed to open a seed bank."
    >>> report = bilateral.read(text, lexicon=lexicon)
    >>> [str(domain) for domain in report.commitments.one().domains]
    ['economy.agriculture']
    """

    __slots__ = ("_made", "_only", "_rows", "name")

    def __init__(self, name: str, rows: dict[str, tuple[Row, ...]], only: frozenset[str]) -> None:
        self.name = name
        self._rows = rows
        self._only = only
        self._made: dict[object, Callable[..., object]] = {}

    @classmethod
    def parse(cls, text: str, name: str = "<lexicon>") -> Lexicon:
        """Read a lexicon that is in memory; `name` stands for it in errors."""
        found, only, faults = _sections(text, name)
        for table, numbered in found.items():
            faults += _faults(name, table, numbered, found, only)
        if faults:
            raise LexiconError(name, tuple(sorted(faults, key=lambda fault: fault.line)))
        rows = {table: tuple([row for _, row in numbered]) for table, numbered in found.items()}
        return cls(name, rows, only)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Lexicon:
        """Read a lexicon file in UTF-8.

        Raises:
            LoadError: the file cannot be read.
            LexiconError: it is faulty.
        """
        name = os.fspath(path)
        try:
            check(name)
            text = read_bytes(name, _MOST_BYTES).decode("utf-8-sig")
        except LoadError as error:
            raise LoadError(name, f"no lexicon can be read: {error.reason}") from None
        except UnicodeError as error:
            raise LoadError(
                name, f"no lexicon can be read: {error}; give a file in UTF-8"
            ) from None
        return cls.parse(text, name)

    def extend(self, name: str, own: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows of a table file with this lexicon's before them: the first that fits counts."""
        table = name.removesuffix(".csv")
        added = self._rows.get(table, ())
        return added if table in self._only else added + own

    def remembered(self, function: Callable[..., object]) -> Callable[..., object]:
        """Return `function` with its results kept for this lexicon."""
        if function not in self._made:
            self._made[function] = cache(function)
        return self._made[function]

    def __reduce__(self) -> tuple[object, ...]:
        return Lexicon, (self.name, self._rows, self._only)  # indexes are made anew, not carried

    def __repr__(self) -> str:
        counts = ", ".join([f"{len(rows)} {table}" for table, rows in self._rows.items()])
        return f"Lexicon({self.name!r}, {counts or 'empty'})"


_Numbered = list[tuple[int, "Row"]]


def _sections(
    text: str, name: str
) -> tuple[dict[str, _Numbered], frozenset[str], list[TableError]]:
    """Divide a file at its headings and read each part as the table that the heading names."""
    found: dict[str, _Numbered] = {}
    only: set[str] = set()
    faults: list[TableError] = []
    lines = text.splitlines()
    starts = [(n, m) for n, line in enumerate(lines) if (m := _HEADING.fullmatch(line.strip()))]
    first = starts[0][0] if starts else len(lines)
    for number, line in enumerate(lines[:first], 1):
        if line.strip() and not line.startswith("#"):
            faults.append(TableError(name, number, "stands before the first [table]"))
            break
    ends = [*(number for number, _ in starts[1:]), len(lines)]
    for (begin, match), end in zip(starts, ends, strict=False):
        table = match.group(1)
        if table not in COLUMNS:
            reason = f"no table is called {table!r}; write one of {', '.join(sorted(COLUMNS))}"
            faults.append(TableError(name, begin + 1, reason))
            continue
        if match.group(2):
            only |= {"domains", "vocabulary"} if table == "domains" else {table}
        # Blank lines before the part keep the numbers of its lines.
        part = "\n" * (begin + 1) + "\n".join(lines[begin + 1 : end])
        try:
            found.setdefault(table, []).extend(tables.parse(name, part, COLUMNS[table]))
        except TableError as error:
            faults.append(error)
    return found, frozenset(only), faults


def _faults(
    name: str,
    table: str,
    numbered: _Numbered,
    found: dict[str, _Numbered],
    only: frozenset[str],
) -> list[TableError]:
    """Return what is wrong with the rows of one table."""
    known = _known_domains(found, only)
    return [
        TableError(name, line, reason)
        for line, row in numbered
        for reason in _reasons(table, row, known)
    ]


def _known_domains(found: dict[str, _Numbered], only: frozenset[str]) -> frozenset[str]:
    names = {row["name"] for _, row in found.get("domains", ())}
    if "domains" not in only:
        names |= {row["name"] for row in tables.domains()}
    return frozenset(names)


def _reasons(table: str, row: Row, domains: frozenset[str]) -> list[str]:
    """Say what is wrong with a row, and what would be right."""
    wrong: list[str] = []
    first = next(iter(COLUMNS[table]))
    if not row[first].strip():
        wrong.append(f"{first} must not be empty")
    for column, cell in row.items():
        if cell and not all(item.strip() == item != "" for item in tables.items(cell)):
            wrong.append(f"{column} has an empty item, or white space around one")
        if any(len(item) > _LONGEST for item in tables.items(cell)):
            wrong.append(f"{column} has an item of more than {_LONGEST} characters")
    if table == "vocabulary":
        if row["domain"] not in domains:
            wrong.append(f"no domain is called {row['domain']!r}")
        if row["weight"] not in ("1", "2", "3"):
            wrong.append(f"weight must be 1, 2 or 3, not {row['weight']!r}")
        if row["term"] != row["term"].lower() or not row["term"].strip("* "):
            wrong.append(f"term must be in lower case and not empty, not {row['term']!r}")
    if table == "idioms" and row["idiom"] != row["idiom"].lower():
        wrong.append(f"idiom must be in lower case, not {row['idiom']!r}")
    if table == "cues":
        wrong += _closed(row, "class", frozenset([r["class"] for r in tables.cues()]))
        wrong += _closed(row, "force", frozenset([r["force"] for r in tables.cues()]))
        if row["class"] != "voice" and not row["force"]:
            wrong.append("force must be given, except for the class voice")
    if table == "verbs":
        wrong += _closed(row, "class", frozenset([r["class"] for r in tables.verbs()]))
    if table == "collectives":
        wrong += _closed(row, "class", frozenset([r["class"] for r in tables.collectives()]))
    if table == "offices":
        wrong += _closed(row, "level", frozenset([r["level"] for r in tables.offices()]))
    if table == "levels" and not _is_number(row["rank"]):
        wrong.append(f"rank must be a whole number, not {row['rank']!r}")
    if table == "domains":
        parent = row["name"].partition(".")[0]
        if parent not in domains:
            wrong.append(f"its parent {parent!r} is in no row; add it")
        if not row["label"].strip():
            wrong.append("label must not be empty")
        if not re.fullmatch(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?", row["name"]):
            wrong.append("name must be lower-case words joined by at most one dot")
        if not all(_is_number(number) for number in tables.items(row["cap"])):
            wrong.append(f"cap must be numbers with | between them, not {row['cap']!r}")
    if table == "countries":
        from bilateral.model.iso3166 import CODES

        entry = CODES.get(row["alpha_3"])
        if entry is None or entry != (row["alpha_2"], row["numeric"] or None):
            wrong.append("alpha_3, alpha_2 and numeric must be one entry of ISO 3166-1")
    return wrong


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 5


def _closed(row: Row, column: str, values: frozenset[str]) -> list[str]:
    if row[column] in values:
        return []
    return [f"{column} must be one of {', '.join(sorted(values))}, not {row[column]!r}"]
