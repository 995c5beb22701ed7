"""Which module reads which suffix; a module is imported when its first file comes."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from bilateral.errors import LoadError

if TYPE_CHECKING:
    from bilateral.loaders.documents import Parse

#: Suffix in lower case → the module with its `parse`.  A name without a suffix is plain text.
_MODULES = {
    "": "bilateral.loaders.text",
    ".txt": "bilateral.loaders.text",
    ".text": "bilateral.loaders.text",
    ".md": "bilateral.loaders.markdown",
    ".markdown": "bilateral.loaders.markdown",
}


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that can be loaded, in lower case.

    >>> ".txt" in suffixes()
    True
    """
    return tuple(sorted(suffix for suffix in _MODULES if suffix))


def find(path: str) -> Parse:
    """Return the function that parses files of this name.

    Raises:
        LoadError: nobody knows the suffix; the error lists those that are known.
    """
    suffix = PurePath(path).suffix.lower().rstrip(".")  # "summit." has none
    module = _MODULES.get(suffix)
    if module is None:
        known = ", ".join(suffixes())
        reason = f"files that end in {suffix} cannot be read, only {known}; save it as one of these"
        raise LoadError(path, reason)
    return cast("Parse", import_module(module).parse)
