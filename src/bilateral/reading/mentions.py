"""Text → mentions: every known name in it, with the one thing that it means there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define

from bilateral.gazetteer import names
from bilateral.gazetteer.kinds import NAME
from bilateral.gazetteer.names import Name, NameKind
from bilateral.gazetteer.words import Words

if TYPE_CHECKING:
    from bilateral.gazetteer.matcher import Matcher

_CURRENCY = re.compile(r"[A-Z]{1,3}(?:\.?S\.?)?[$€£¥₹]? ?\d")
_OF_THE_REPUBLIC = " of the republic"
#: no name of a state is longer
_LONGEST = 80


@define(eq=False)
class Mention:
    """A known name at a place: `code` is the party it means, or the empty string."""

    start: int
    end: int
    kind: NameKind
    code: str
    name: Name


def mentions(plain: str, words: Words | None = None) -> list[Mention]:
    """Find every known name in a folded text, from left to right, and settle the ambiguous ones."""
    found: list[Mention] = []
    doubtful: list[Mention] = []
    matcher = names.matcher()
    words = words or Words.of(plain)
    behind = 0
    for start, end, name in matcher.find(plain, words, _opening(matcher.small, words)):
        if start < behind:
            continue
        mention = Mention(start, end, name.kind, name.code, name)
        if name.kind is NameKind.OFFICE and name.label.endswith(_OF_THE_REPUBLIC):
            if plain.startswith(" of ", end) and (parts := _parted(plain, mention, matcher)):
                found += parts
                behind = parts[1].end
                if parts[1].name.rule == "context":
                    doubtful.append(parts[1])
                continue
        if name.rule:
            if name.rule == "context":
                doubtful.append(mention)
            elif name.rule == "followed" and _inside_name(plain, end):
                mention.kind = NameKind.OTHER
                mention.code = ""
        found.append(mention)
    if doubtful:
        _settle(found, doubtful)
    return found


def _parted(plain: str, office: Mention, matcher: Matcher[Name]) -> list[Mention]:
    """Return office and state of "the President of the Republic of the Congo", if there is one."""
    at = office.end - len("Republic")
    state = matcher.find(plain[at : at + _LONGEST])[:1]
    rank = matcher.find(plain[office.start : at - len(" of the ")])[-1:]
    if not state or not rank or state[0][0] or state[0][2].kind is not NameKind.COUNTRY:
        return []
    _, end, held = rank[0]
    _, stop, name = state[0]
    return [
        Mention(office.start, office.start + end, held.kind, held.code, held),
        Mention(at, at + stop, name.kind, name.code, name),
    ]


def _opening(small: frozenset[str], words: Words) -> list[int]:
    """Return which words in lower case begin a name: some of those of the kind have a capital."""
    row = words.words
    return [index for index in words.which(NAME, small) if row[index] in small]


def _inside_name(plain: str, end: int) -> bool:
    """Say whether a capitalised word follows directly, as in a person's name ("Jordan Peterson").

    A currency before its figures is none: "to lend Jordan USD 5 million".
    """
    after = plain[end : end + 2]
    if len(after) != 2 or after[0] != " " or not after[1].isupper():
        return False
    return _CURRENCY.match(plain, end + 1) is None


def _settle(found: list[Mention], doubtful: list[Mention]) -> None:
    """Give each doubtful name the reading whose country the text names without doubt elsewhere."""
    certain = {
        mention.code
        for mention in found
        if mention.code and mention.kind in (NameKind.COUNTRY, NameKind.DEMONYM)
    }
    for mention in doubtful:
        named = [code for code in mention.name.codes if code in certain]
        mention.code = named[0] if len(named) == 1 else mention.name.default
        if not mention.code and mention.kind is not NameKind.PLACE:
            mention.kind = NameKind.OTHER
