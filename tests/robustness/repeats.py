"""Faults of parsed patterns that make their time grow faster than the text; see `faults`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

#: What is repeated so often or more may as well have no end.
MANY = 400
#: So many of the ways through a pattern are looked at.
_WAYS = 60
#: The characters that sets are compared on.
LETTERS = frozenset(map(chr, range(1, 128))) | frozenset("éÉ–—“”’…\u00a0\u2028Жاः")

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)  # a possessive one gives nothing back
_NOTHING = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
Item = tuple[Any, Any]


def faults(pattern: str | bytes, flags: int, *, searched: bool) -> list[str]:
    """Return what is wrong with a pattern, in words.

    Three forms of repeats without an end make a pattern slow: one within another, where the outer can go on with what
    the inner leaves; two behind each other that take the same characters; and one at the beginning of a pattern that
    is looked for everywhere, which is tried again from each character that it has passed.

    Args:
        pattern: the pattern.
        flags: its flags.
        searched: whether it is looked for everywhere.
    """
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    _KEPT.clear()
    flags = tree.state.flags
    found = list(_within(list(tree), flags))
    if searched:
        found += _leading(list(tree), flags)
    return found


def _endless(op: object, value: Any) -> bool:  # noqa: ANN401
    return op in _REPEATS and int(value[1]) >= MANY


def _parts(op: object, value: Any) -> list[Sequence[Item]]:  # noqa: ANN401
    """Return the sequences within an item."""
    if op is codes.BRANCH:
        return list(value[1])
    if op is codes.SUBPATTERN:
        return [value[3]]
    if op in (*_REPEATS, codes.POSSESSIVE_REPEAT):
        return [value[2]]
    if op is codes.ATOMIC_GROUP:
        return [value]
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    if op is codes.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return []


def _width(items: Sequence[Item]) -> int:
    """Return the least number of characters that a sequence takes."""
    return sum(_item_width(op, value) for op, value in items)


def _item_width(op: object, value: Any) -> int:  # noqa: ANN401
    if op in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
        return 1
    key = ("width", id(value))
    if key not in _KEPT:
        _KEPT[key] = 0
        if op in (*_REPEATS, codes.POSSESSIVE_REPEAT):
            _KEPT[key] = int(value[0]) * _width(value[2])
        elif op is codes.BRANCH:
            _KEPT[key] = min(_width(part) for part in value[1])
        elif op in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
            _KEPT[key] = _width(_parts(op, value)[0])
    return int(_KEPT[key])


def _first(items: Sequence[Item], flags: int) -> frozenset[str]:
    """Return the characters with which a sequence may begin."""
    found: frozenset[str] = frozenset()
    for op, value in items:
        if op in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            return found | _set((op, value), flags)
        if op in _NOTHING:
            continue
        for part in _parts(op, value):
            found |= _first(part, flags)
        if _width([(op, value)]):
            return found
    return found


def _all(items: Sequence[Item], flags: int) -> frozenset[str]:
    """Return the characters that may stand in a sequence."""
    found: frozenset[str] = frozenset()
    for op, value in items:
        if op in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            found |= _set((op, value), flags)
        elif op not in _NOTHING:
            key = ("all", id(value))
            if key not in _KEPT:
                parts = [_all(part, flags) for part in _parts(op, value)]
                _KEPT[key] = frozenset[str]().union(*parts)
            found |= _KEPT[key]
    return found


#: What is known of the items of the pattern at hand.
_KEPT: dict[tuple[str, int], Any] = {}
_SETS: dict[tuple[str, int], frozenset[str]] = {}


def _set(item: Item, flags: int) -> frozenset[str]:
    key = (repr(item), flags)
    if key not in _SETS:
        state = parser.State()
        state.flags = flags & ~re.VERBOSE
        compiled = compiler.compile(parser.SubPattern(state, [item]), state.flags & 0xFFFF)
        _SETS[key] = frozenset(char for char in LETTERS if compiled.fullmatch(char))
    return _SETS[key]


def _flat(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield the ways through a sequence with its groups opened, of a branch each alternative."""
    ways: list[list[Item]] = [[]]
    for op, value in items:
        if op in (codes.SUBPATTERN, codes.BRANCH) and _holds_endless(op, value):
            inner = [way for part in _parts(op, value) for way in _flat(part)]
            ways = [way + more for way in ways for more in inner][:_WAYS]
        elif op in _REPEATS and not _endless(op, value) and _holds_endless(op, value):
            inner = list(_flat(value[2]))
            once = [way + more for way in ways for more in inner]
            ways = (once + (ways if int(value[0]) == 0 else []))[:_WAYS]
            if int(value[1]) > 1:
                ways = [*ways, *[way + a + b for way in ways for a in inner for b in inner]][:_WAYS]
        else:
            for way in ways:
                way.append((op, value))
    yield from ways


def _holds_endless(op: object, value: Any) -> bool:  # noqa: ANN401
    key = ("holds", id(value))
    if key not in _KEPT:
        _KEPT[key] = any(
            _endless(inner, given) or _holds_endless(inner, given)
            for part in _parts(op, value)
            for inner, given in part
        )
    return bool(_KEPT[key])


def _within(items: Sequence[Item], flags: int) -> Iterator[str]:
    for way in _flat(items):
        yield from _adjacent(way, flags)
    for op, value in _every(items):
        if _endless(op, value) and _holds_endless(op, value):
            for way in _flat(value[2]):
                yield from _nested(way, flags)
        if op in (codes.ASSERT, codes.ASSERT_NOT, codes.ATOMIC_GROUP) or _endless(op, value):
            for part in _parts(op, value):
                for way in _flat(part):
                    yield from _adjacent(way, flags)


def _every(items: Sequence[Item]) -> Iterator[Item]:
    for op, value in items:
        yield op, value
        for part in _parts(op, value):
            yield from _every(part)


def _adjacent(way: Sequence[Item], flags: int) -> Iterator[str]:
    """Tell of two repeats behind each other of which each can take what the other does."""
    for at, (op, value) in enumerate(way):
        if not _endless(op, value):
            continue
        own = _all(value[2], flags)
        for other, (next_op, given) in enumerate(way[at + 1 :], at + 1):
            if _endless(next_op, given):
                # The one can give to the other whatever stands between as well.
                between = [item for item in way[at + 1 : other] if item[0] not in _NOTHING]
                if _width(between) == 0 or all(
                    _all([item], flags) & own for item in between if _width([item])
                ):
                    if own & _first(given[2], flags) and _fits(between, own, flags):
                        yield f"two repeats behind each other both take {_told(own & _first(given[2], flags))}"
                break
            if _width([(next_op, given)]) and not _all([(next_op, given)], flags) & own:
                break


def _fits(between: Sequence[Item], own: frozenset[str], flags: int) -> bool:
    return all(_first([item], flags) & own for item in between if _width([item]))


def _nested(way: Sequence[Item], flags: int) -> Iterator[str]:
    """Tell of a repeat that is all of what another repeats."""
    for at, (op, value) in enumerate(way):
        if _endless(op, value):
            rest = [*way[:at], *way[at + 1 :]]
            if _width(rest) == 0:
                yield f"a repeat within a repeat takes {_told(_all(value[2], flags))}"


def _leading(items: Sequence[Item], flags: int) -> Iterator[str]:
    """Tell of a repeat at the beginning, unless what stands before it cannot be one of its own."""
    for way in _flat(items):
        before: frozenset[str] | None = None
        for at, (op, value) in enumerate(way):
            if op is codes.AT and value in (codes.AT_BEGINNING_STRING, codes.AT_BEGINNING):
                break
            if op is codes.AT and value is codes.AT_BOUNDARY:
                before = frozenset(char for char in LETTERS if re.match(r"\w", char))
            elif op in (codes.ASSERT, codes.ASSERT_NOT) and value[0] < 0:
                taken = _all(value[1], flags)
                before = (before or frozenset()) | (
                    taken if op is codes.ASSERT_NOT else LETTERS - taken
                )
            elif _endless(op, value):
                own = _first(value[2], flags)
                if _all(value[2], flags) - (before or frozenset()) and not _is_tail(way, op, value):
                    yield f"begins with a repeat of {_told(own)}, and is looked for everywhere"
                break
            elif _width([(op, value)]):
                # What stands before a repeat and is one of its own characters does not stop it.
                follows = next((x for x in way[at + 1 :] if x[0] not in _NOTHING), None)
                if (
                    before is None
                    and op in (codes.IN, codes.LITERAL, codes.NOT_LITERAL, codes.ANY)
                    and follows is not None
                    and _endless(*follows)
                    and _first([(op, value)], flags) <= _all(follows[1][2], flags)
                    and not _is_tail(way, *follows)
                ):
                    yield f"begins with repeats of {_told(_first([(op, value)], flags))}, looked for everywhere"
                break


def _is_tail(way: Sequence[Item], op: object, value: Any) -> bool:  # noqa: ANN401
    """Say whether a repeat is all there is: it always fits, and is never tried twice."""
    at = next(n for n, item in enumerate(way) if item[1] is value)
    return all(_width([item]) == 0 and item[0] not in _NOTHING for item in way[at + 1 :])


def _told(chars: frozenset[str]) -> str:
    return repr("".join(sorted(chars))[:12])
