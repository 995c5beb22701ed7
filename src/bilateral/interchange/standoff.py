"""Documents without the words of their texts, and how the words come back.

What may not be redistributed stays out: the text itself, the words of commitments and the names of
issues.  Their places stay, and the SHA-256 of the text, so that whoever has the text can put it
back, to the character, and whoever has another is told.  Names of persons, titles and headings
stay.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from bilateral.interchange.careful import at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilateral.interchange.careful import Reader

#: Where a record's words stand in its object, by the list that holds it.
WORDS = {"commitments": "text", "issues": "name"}
#: The kinds of documents that have a text.
KINDS = ("Report", "Dossier")

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
# Sentences overlap in part where each of two parties promises something in one.  A document in
# which a thousand records claim the whole text is no report, and would fill the memory.
_MOST_OVERLAP = 100


def leave_out(document: dict[str, Any]) -> None:
    """Take the words out of a document that has just been written."""
    for _, report in _reports(document):
        source = report["source"]
        text = source["text"]
        source.update(text=None, sha256=_digest(text), length=len(text))
        for name, key in WORDS.items():
            for record in report[name]:
                if record["span"] is not None:
                    record[key] = None


class Texts:
    """Texts that can be put back, by their hash, which is computed once."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._given = (texts,) if isinstance(texts, str) else texts
        self._held: dict[str, str] | None = None

    @property
    def by_hash(self) -> dict[str, str]:
        """SHA-256 → text; found out when it is first asked for."""
        if self._held is None:
            self._held = {_digest(text): text for text in self._given}
        return self._held


def put_back(reader: Reader, document: Mapping[str, Any], texts: Texts) -> None:
    """Put the words back into a document, as far as they were left out.

    Args:
        reader: takes the faults.
        document: as plain values, of any form; what is faulty in it is left for others to tell.
        texts: the texts, in any order, and others.
    """
    for path, report in _reports(document):
        source = report.get("source")
        if not isinstance(source, dict) or not {"sha256", "length"} & source.keys():
            continue
        held, place = texts.by_hash, at(path, "source")
        digest, length = source.pop("sha256", None), source.pop("length", None)
        if source.get("text", "") is not None:
            reason = "must be null in a document that gives the text's hash and length instead"
            reader.add(at(place, "text"), source.get("text"), reason)
        elif not isinstance(digest, str) or not _HASH.fullmatch(digest):
            reason = "must be the SHA-256 of the text, 64 hexadecimal digits"
            reader.add(at(place, "sha256"), digest, reason)
        elif digest not in held:
            reader.add(at(place, "text"), None, _missing(digest, len(held)))
        elif type(length) is not int or length != len(held[digest]):
            reason = f"must be {len(held[digest])}, the number of the text's characters"
            reader.add(at(place, "length"), length, reason)
        else:
            source["text"] = held[digest]
            _put_words_back(reader, report, held[digest], path)


def _missing(digest: str, count: int) -> str:
    reason = f"was left out; give loads the text whose SHA-256 is {digest}, in texts=[…]"
    if count:
        reason += f": none of the {count} given is the same to the character"
    return reason


def _put_words_back(reader: Reader, report: dict[str, Any], text: str, path: str) -> None:
    room = _MOST_OVERLAP * (len(text) + 1)
    for name, key in WORDS.items():
        records = report.get(name)
        for index, record in enumerate(records if isinstance(records, list) else ()):
            if not isinstance(record, dict) or record.get(key, "") is not None:
                continue
            span = record.get("span")
            if not (isinstance(span, list) and [type(x) for x in span] == [int, int]):
                continue
            start, end = span
            if not 0 <= start < end <= len(text):
                place = f"{at(path, name)}[{index}].span"
                reason = f"must lie within the text, which has {len(text)} characters"
                reader.add(place, span, reason)
                continue
            room -= end - start
            if room < 0:
                reason = (
                    f"holds records that together are {_MOST_OVERLAP} times as long as the text"
                )
                reader.add(at(path, name), span, reason)
                return
            words = text[start:end]
            record[key] = words if key == "text" else " ".join(words.split())


def _reports(document: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the report of a document, or each of a dossier, with its path."""
    value = document.get("value")
    if not isinstance(value, dict):
        return
    if document.get("type") == "Report":
        yield "value", value
    elif document.get("type") == "Dossier":
        reports = value.get("reports")
        for index, report in enumerate(reports if isinstance(reports, list) else ()):
            if isinstance(report, dict):
                yield f"value.reports[{index}]", report


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
