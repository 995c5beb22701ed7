"""What a person's name looks like: capitalised words with particles, between titles and suffixes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilateral.gazetteer import tables
from bilateral.gazetteer.kinds import TITLE
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import first_words, following

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.gazetteer.words import Words
    from bilateral.reading.mentions import Mention

#: a capital letter, in any alphabet that has them
UPPER = r"[^\W\d_a-zß-öø-ÿ]"
SUFFIX = re.compile(r",? +(?:Jr|Sr)\b\.?|,? +(?:III|II|IV|VI|V)\b")
# No name is longer; looking further would only cost time.
_LONGEST = 80
_INITIAL = re.compile(rf" {UPPER}\b")
_FIRST = re.compile(r"\w+")
_PARTICLE_MARKS = frozenset("-'")
#: what ends a person's name
_ENDING = (NameKind.COUNTRY, NameKind.ORGANIZATION, NameKind.OFFICE)


_MARKED = rf"(?:al|el|Al|El|an|ar|as|at|ad|ud|ul|d|l|t)[-']{UPPER}"


#: a name of two letters that is no abbreviation: "Li", "Vũ"
SHORT_NAME = re.compile(rf"{UPPER}[aeiouyà-öø-ýāăēěĩīōŏőũūŭůűưạ-ỹ]").fullmatch
_MARKED_AT = re.compile(_MARKED).match


@derived
def particles() -> frozenset[str]:
    """Return the words that join the parts of a name: "bin", "van der"."""
    return frozenset([row["particle"] for row in tables.name_particles()])


def marked(word: str) -> bool:
    """Say whether a word is a part of a name with an article: "al-Sisi"."""
    return _MARKED_AT(word) is not None


@derived
def _name_pattern() -> re.Pattern[str]:
    joined = "|".join(sorted(map(re.escape, particles()), key=len, reverse=True))
    word = rf"(?:{_MARKED[: -len(UPPER)]})?{UPPER}[\w'-]*(?:\.{UPPER}[\w'-]*)*\.?"
    return re.compile(rf"{word}(?:,? +(?:Jr|Sr)\.|(?: +(?:{joined})){{0,3}} +{word}){{0,6}}")


@derived
def honorific_pattern() -> re.Pattern[str]:
    """Match one or more titles that stand before a name."""
    before = [row["honorific"] for row in tables.honorifics() if row["position"] == "before"]
    return re.compile(rf"(?<!\w)(?:(?:{trie_pattern(before)})(?!\w)[.,]? *){{1,4}}(?= |(?<= ))")


@derived
def title_words() -> tuple[frozenset[str] | None, Mapping[str, frozenset[str]]]:
    """Return the words with which titles begin, and what follows those that are no title alone."""
    before = [row["honorific"] for row in tables.honorifics() if row["position"] == "before"]
    firsts = first_words(before)
    return firsts, following(before) if firsts is not None else {}


def find_titles(plain: str, words: Words) -> list[re.Match[str]]:
    """Return the titles that can stand before a name, from left to right."""
    firsts, follow = title_words()
    if firsts is None:
        return list(honorific_pattern().finditer(plain))
    row = words.words
    found: list[re.Match[str]] = []
    pattern = honorific_pattern()
    behind = 0
    for index in words.which(TITLE, firsts) if words.kinds else range(len(row)):
        word = row[index]
        if word not in firsts:
            continue
        # "The" opens a title in "The Honourable" and seldom else.
        if word in follow and (index + 1 == len(row) or row[index + 1] not in follow[word]):
            continue
        at = words.starts[index]
        if at >= behind:
            match = pattern.match(plain, at)
            if match is not None:
                behind = match.end()
                found.append(match)
    return found


@derived
def honorifics() -> frozenset[str]:
    """Return the titles that stand before a name, without their full stops."""
    return frozenset(
        [row["honorific"].rstrip(".") for row in tables.honorifics() if row["position"] == "before"]
    )


@derived
def post_nominals() -> frozenset[str]:
    """Return what stands behind a name and is no part of it: "MP", "CBE"."""
    return frozenset(
        [
            row["honorific"]
            for row in tables.honorifics()
            if row["position"] == "after"
            and row["honorific"].isupper()
            and row["note"] != "part of the name"
        ]
    )


@derived
def not_names() -> frozenset[str]:
    """Return the capitalised words that are no part of a name."""
    return frozenset([row["word"] for row in tables.not_names()])


@derived
def memorials() -> frozenset[str]:
    """Return the words for what is named after persons: "Airport", "Mausoleum"."""
    return frozenset([row["word"] for row in tables.not_names() if row["sort"] == "memorial"])


def name_at(plain: str, at: int, starts: Mapping[int, Mention]) -> tuple[int, int] | None:
    """Return the extent of a person's name that begins at `at`, or behind the titles there.

    Args:
        plain: the folded text.
        at: where the name or its titles begin.
        starts: the known names of the text by where they begin; a country, an organization or an
            office ends the name.
    """
    char = plain[at : at + 1]
    first = _FIRST.match(plain, at)
    firsts, _ = title_words()
    if first is None and firsts is not None:
        return _known_at(plain, at, starts)
    titles = None
    if firsts is None or (first is not None and first.group() in firsts):
        titles = honorific_pattern().match(plain, at, min(len(plain), at + _LONGEST))
        if titles is None and plain.startswith("the ", at):
            # "the Prime Minister of Peru, the Right Hon. Luz Paz"
            titles = honorific_pattern().match(plain, at + 4, min(len(plain), at + _LONGEST))
    if titles is not None:
        whole = _known_at(plain, at, starts)
        if whole is not None:
            return whole  # "Sheikh Hasina", whose name it is
        behind = titles.end()
        while plain[behind : behind + 1] == " ":
            behind += 1
        named = _name_at(plain, behind, starts)
        if named is not None:
            return named
    # A name begins with a capital letter, or with a particle and its mark: "al-Sisi".
    if "a" <= char <= "z" and _PARTICLE_MARKS.isdisjoint(plain[at + 1 : at + 3]):
        return _known_at(plain, at, starts)
    return _name_at(plain, at, starts) or _known_at(plain, at, starts)


def _known_at(plain: str, at: int, starts: Mapping[int, Mention]) -> tuple[int, int] | None:
    """Return a known name of several words: "He Lifeng", "To Lam", which could be no names."""
    known = starts.get(at)
    if known is not None and known.kind is NameKind.PERSON and " " in plain[at : known.end]:
        return at, known.end
    return None


def _is_given(plain: str, inner: Mention, at: int) -> bool:
    """Say whether a word that can be a title is a part of the name that begins at `at`: "Sheikh Sultan bin Zayed"."""
    if inner.name.level not in ("royal", "head of state") or " " in inner.name.label:
        return False
    if inner.code:
        return True  # "Foreign Minister Shah Mehmood Qureshi": the title of one country only
    if inner.name.level != "royal":
        return False
    return inner.start > at or plain.startswith((" bin ", " bint ", " ibn "), inner.end)


def _name_at(plain: str, at: int, starts: Mapping[int, Mention]) -> tuple[int, int] | None:
    match = _name_pattern().match(plain, at, min(len(plain), at + _LONGEST))
    if match is None:
        return None
    end = begin = at
    closed = not_names()
    joins = particles()
    behind = post_nominals()
    previous = ""
    for whole in match.group().split(" "):
        if not whole:
            begin += 1
            continue
        bare = core = whole
        if not whole.isalpha():
            bare = whole.rstrip(".,")
            core = bare.removesuffix("'s").removesuffix("'")
        if core in closed and previous not in joins:  # "Haitham bin Tariq Al Said"
            if core != "A" or not _INITIAL.match(plain, begin + 1):
                break  # but "A K Abdul Momen"
        if begin > at and core in behind:
            break
        if "-" in core and core.endswith("-led") and core.partition("-")[0] in closed:
            break  # "the Leaders-led forum"
        previous = whole
        inner = starts.get(begin)
        if (
            inner is not None
            and inner.kind in _ENDING
            and (inner.name.rule == "" or begin > at + 1)
            and not _is_given(plain, inner, at)
        ):
            break
        end = begin + len(whole)
        if core != bare:
            end = begin + len(core)
            break
        # "Wm." and "Md." are short for names, "Vu." ends a sentence
        stop = whole[-1] == "." and (
            len(bare) > 2 or bare == "II" or (begin > at and SHORT_NAME(bare) is not None)
        )
        if stop and "." not in bare and bare not in ("Jr", "Sr"):
            end = begin + len(bare)
            break
        begin += len(whole) + 1
    while end > at and plain[end - 1] in " ,":
        end -= 1
    if end == at:
        return None
    suffix = SUFFIX.match(plain, end) if plain[end : end + 1] in (" ", ",") else None
    if suffix:
        end = suffix.end()
        if plain[end - 1] == "." and not plain[end - 3 : end - 1].istitle():
            end -= 1
    name = plain[at:end]
    if (end - at < 4 and name.isupper()) or sum(map(str.isalpha, name)) < 2:
        return None
    return at, end
