"""How the time of every regular expression of the package grows with its text, on strings made against it.

    python benchmarks/patterns.py [--length 4000]

For every repeat within a pattern, strings are made that fit up to it, go on with what it repeats, and then break off; and
the pattern's own pieces, and common characters, over and over.  Each is searched at a length and at four times of it.  A
pattern that takes more than eight times as long for some is printed, with the string: it is not linear.  Time is that of
the processor, the least of three.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as codes
from re import _parser as parser

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.robustness.patterns import Found, collected

#: What is repeated so often or more may as well have no end.
MANY = 12
COMMON = [
    *"aA1 .,-'\"(“’\n\t\u00a0$|#*_<",
    "A ",
    "a ",
    "1 ",
    "Aa ",
    ". ",
    ", ",
    "a-",
    "a.",
    "1,",
    "and ",
    "the ",
    "of the ",
]
COMMON += [
    "Aaa Bbb ",
    "A. ",
    "\n\n",
    " \n",
    "Japan ",
    "Japan and ",
    "Japan, ",
    "2031 ",
    "$1 ",
    "- ",
    "> ",
    "a, ",
    "Aaa, ",
]
ENDS = ["", "\0", "!", " \0", "x"]
PER_PATTERN = 150


class TooLongError(Exception):
    """A string takes longer than one is willing to wait."""


def sample(tree: object, pick: int) -> str:
    """Return a string that fits a parsed pattern; `pick` chooses among what may stand there."""
    out = []
    for op, value in tree:
        if op is codes.LITERAL:
            out.append(chr(value))
        elif op is codes.NOT_LITERAL:
            out.append("a" if value != ord("a") else "b")
        elif op is codes.ANY:
            out.append("a A1"[pick % 4])
        elif op is codes.IN:
            out.append(member(value, pick))
        elif op is codes.BRANCH:
            out.append(sample(value[1][pick % len(value[1])], pick // 2))
        elif op is codes.SUBPATTERN:
            out.append(sample(value[3], pick))
        elif op is codes.ATOMIC_GROUP:
            out.append(sample(value, pick))
        elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            low, high, inner = value
            out.append(sample(inner, pick) * (low or min(int(high), pick % 2)))
    return "".join(out)


def member(items: list, pick: int) -> str:
    """Return a character of a class."""
    chars = []
    negated = items[0][0] is codes.NEGATE
    for op, value in items:
        if op is codes.LITERAL:
            chars.append(chr(value))
        elif op is codes.RANGE:
            chars += [chr(value[0]), chr(value[1])]
        elif op is codes.CATEGORY:
            chars += {
                codes.CATEGORY_SPACE: [" ", "\n"],
                codes.CATEGORY_DIGIT: ["1"],
                codes.CATEGORY_WORD: ["a", "A", "1"],
                codes.CATEGORY_NOT_SPACE: ["a", "."],
                codes.CATEGORY_NOT_DIGIT: ["a", " "],
                codes.CATEGORY_NOT_WORD: [" ", ".", "-"],
            }[value]
    if negated:
        chars = [char for char in "aA1 .,-'\"\n(" if re.fullmatch(_class(items), char)] or [
            "\u2603"
        ]
    return chars[pick % len(chars)]


def _class(items: list) -> str:
    made = []
    for op, value in items[1:]:
        if op is codes.LITERAL:
            made.append(re.escape(chr(value)))
        elif op is codes.RANGE:
            made.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        else:
            letter = str(value).rpartition("_")[2][0].lower()
            made.append("\\" + (letter.upper() if "NOT" in str(value) else letter))
    return f"[^{''.join(made)}]"


def repeats(tree: object, before: str, pick: int) -> Iterator[tuple[str, object]]:
    """Yield every repeat of many, and a string that leads up to it."""
    for index, (op, value) in enumerate(tree):
        lead = before + sample(tree[:index], pick)
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            if int(value[1]) >= MANY:
                yield lead, value[2]
            yield from repeats(value[2], lead, pick)
        elif op is codes.BRANCH:
            for branch in value[1]:
                yield from repeats(branch, lead, pick)
        elif op is codes.SUBPATTERN:
            yield from repeats(value[3], lead, pick)
        elif op is codes.ATOMIC_GROUP:
            yield from repeats(value, lead, pick)
        elif op in (codes.ASSERT, codes.ASSERT_NOT):
            yield from repeats(value[1], lead, pick)


def against(found: Found) -> list[tuple[str, str, str]]:
    """Return what a string begins with, what it repeats, and what it ends with."""
    tree = parser.parse(found["pattern"], found["flags"] & ~re.DEBUG)
    made: dict[tuple[str, str, str], None] = {}
    for piece in COMMON:
        made["", piece, "\0"] = None
    for pick in (0, 1, 2, 3, 5, 8):
        whole = sample(tree, pick)
        made["", whole, "\0"] = None
        made["", whole[:-1], "\0"] = None
        for lead, inner in repeats(tree, "", pick):
            pump = sample(inner, pick)
            for end in ENDS:
                made[lead, pump, end] = None
            made["", lead + pump, "\0"] = None
            made["", lead + pump * 3, "\0"] = None
    return [item for item in made if item[1]][:PER_PATTERN]


def took(compiled: re.Pattern, text: str | bytes, *, searched: bool) -> float:
    """Return the least time of three, of a search through a whole text."""
    best = float("inf")
    for _ in range(3):
        start = time.thread_time()
        if searched:
            for _ in compiled.finditer(text):
                pass
        else:
            compiled.match(text)
            compiled.fullmatch(text)
        best = min(best, time.thread_time() - start)
        if best < 0.002:
            break
    return best


def worst(found: Found, length: int) -> tuple[float, float, tuple[str, str, str]] | None:
    """Return the growth and the time of the string that grows most, or None where all is linear."""
    kind = found["pattern"].encode("latin-1") if found["is_bytes"] else found["pattern"]
    compiled = re.compile(kind, found["flags"] & ~re.DEBUG)
    result = None
    for lead, pump, end in against(found):

        def text(size: int, lead: str = lead, pump: str = pump, end: str = end) -> str | bytes:
            made = lead + (pump * (size // len(pump) + 1))[:size] + end
            return made.encode("latin-1", "replace") if found["is_bytes"] else made

        signal.setitimer(signal.ITIMER_PROF, 5)
        try:
            short = took(compiled, text(length), searched=found["searched"])
            if short < 0.004:
                continue
            if short > 1:
                raise TooLongError
            long = took(compiled, text(4 * length), searched=found["searched"])
        except TooLongError:
            short, long = 1.0, float("inf")
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        if long / short > 8 and (result is None or long > result[1]):
            result = (long / short, long, (lead, pump, end))
    return result


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--length", type=int, default=4000)
    arguments.add_argument(
        "modules", nargs="*", help="only those of these modules, as in reading.agents"
    )
    given = arguments.parse_args()

    def stop(*_: object) -> None:
        raise TooLongError

    signal.signal(signal.SIGPROF, stop)
    patterns = collected()
    slow = seen = 0
    for found in patterns:
        if given.modules and found["module"].removeprefix("bilateral.") not in given.modules:
            continue
        seen += 1
        told = worst(found, given.length)
        if told is not None:
            slow += 1
            growth, seconds, (lead, pump, end) = told
            print(
                f"{found['module']}:{found['line']}: {growth:.0f} times as long, {seconds:.2f} s for"
                f" {lead!r} + {pump!r} × n + {end!r}\n    {found['pattern'][:150]!r}",
                flush=True,
            )
    print(f"{seen} patterns, {slow} that are not linear")


if __name__ == "__main__":
    main()
