"""The versions of the form in which documents are written, and how older ones become the newest.

A document says its version.  When the form changes, `VERSION` counts up and a step is added to
`STEPS`; nothing else in the package knows of older forms.

=======  ==============
version  what changed
=======  ==============
1        the first
=======  ==============
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: The version that is written.
VERSION = 1

#: From a document of a version, as plain values, to one of the next.  A step may change what it is
#: given; it leaves `version` alone, and may raise what comes of a document that is not as it should
#: be.
STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def migrate(document: dict[str, Any], version: int) -> dict[str, Any]:
    """Return a document in the newest form.

    Args:
        document: as plain values.
        version: its version, from 1 to `VERSION`.

    Raises:
        ValueError: a step could not understand the document.
    """
    for old in range(version, VERSION):
        try:
            document = STEPS[old](document)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            told = f"is not a document of version {old} as it should be ({error})"
            raise ValueError(told) from error
    return {**document, "version": VERSION}
