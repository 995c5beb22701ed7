"""Stable ids: the same for the same content at the same place, on every machine."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.model.spans import Span


def derive(prefix: str, source: str, span: Span | None, words: str, parties: Iterable[str]) -> str:
    """Return `prefix` and 16 hexadecimal digits of a SHA-256 over what identifies a record.

    Who reads the record, when, and with which version do not enter; a corrected force or domain
    keeps the id, so that an assessment stays attached.

    Args:
        prefix: the kind of record, one letter.
        source: the SHA-256 of the source's text, or empty.
        span: the record's place in it, or None.
        words: the record's words.
        parties: the codes of the parties that act or are concerned, in any order.
    """
    place = "" if span is None else f"{span.start}:{span.end}"
    content = f"{source}\x1f{place}\x1f{words}\x1f{' '.join(sorted(parties))}"
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:16]}"
