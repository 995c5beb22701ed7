"""The public names and signatures, in words that one can compare; run it to write them down.

    python tests/stability/public.py

`public.txt` is what was written down last.  A change of the interface is said in CHANGELOG.md first: as
long as nothing new stands there, nothing is written.
"""

from __future__ import annotations

import enum
import hashlib
import inspect
import re
import sys
import types
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import is_typeddict

from attrs import NOTHING

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOT = Path(__file__).with_name("public.txt")
CHANGELOG = ROOT / "CHANGELOG.md"

#: The modules whose `__all__` is public; every other module may change at any time.
MODULES = (
    "bilateral",
    "bilateral.arrow",
    "bilateral.evaluation",
    "bilateral.interchange",
    "bilateral.loaders",
    "bilateral.rendering.charts",
    "bilateral.samples",
    "bilateral.strategies",
)

_PLAIN = (type(None), bool, int, float, str, bytes, tuple, enum.Enum)


def describe() -> str:
    """Return a line for each public name, and for each public attribute of a class."""
    lines: list[str] = []
    for name in MODULES:
        module = import_module(name)
        for public in sorted(module.__all__):
            lines += _lines(f"{name}.{public}", getattr(module, public))
    return "\n".join(lines) + "\n"


def _lines(path: str, value: object) -> Iterator[str]:
    if isinstance(value, types.ModuleType):
        yield f"module {path}"
    elif isinstance(value, type):
        yield from _class(path, value)
    elif callable(value) and not hasattr(value, "__args__"):
        yield f"def {path}{_signature(value)}"
    else:
        told = re.sub(r"bilateral\.[\w.]*\.", "", str(value))
        yield f"{path}" if path.endswith("__version__") else f"{path} = {told}"


def _class(path: str, kind: type) -> Iterator[str]:
    bases = [base.__name__ for base in kind.__mro__[1:] if _tells(base)]
    made = "" if issubclass(kind, enum.Enum) or not _is_ours(kind, "__init__") else _signature(kind)
    if is_typeddict(kind):
        made = f"({', '.join(sorted(vars(kind)['__required_keys__']))})"
    yield f"class {path}{made}" + (f" < {', '.join(bases)}" if bases else "")
    if issubclass(kind, enum.Enum):
        yield from [f"{path}.{member.name} = {member.value!r}" for member in kind]
    for name in sorted(dir(kind)):
        if name.startswith("_") or not _is_ours(kind, name):
            continue
        found = inspect.getattr_static(kind, name)
        if isinstance(found, property):
            assert found.fget is not None
            returned = inspect.signature(found.fget).return_annotation
            yield f"property {path}.{name}: {returned}"
        elif isinstance(found, (classmethod, staticmethod)):
            yield f"classmethod {path}.{name}{_signature(getattr(kind, name))}"
        elif isinstance(found, types.FunctionType):
            yield f"def {path}.{name}{_signature(found)}"


def _tells(base: type) -> bool:
    """Say whether users may rely on a class being a kind of `base`; the rest is Python's own affair."""
    if base.__module__.partition(".")[0] == "bilateral":
        return True
    return base is Sequence or (base.__module__ == "builtins" and base not in (object, dict))


def _is_ours(kind: type, name: str) -> bool:
    """Say whether the attribute comes from a class of the package."""
    home = next((base for base in kind.__mro__ if name in vars(base)), object)
    if getattr(home, "_is_protocol", False):  # gets an `__init__` from `typing`
        return name != "__init__"
    return home.__module__.partition(".")[0] == "bilateral"


def _signature(function: object) -> str:
    """Write a signature with the annotations as they stand in the source, the same in every Python."""
    assert callable(function)
    signature = inspect.signature(function)
    told: list[str] = []
    star = False
    for parameter in signature.parameters.values():
        if parameter.name == "self":
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not star:
            star = True
            told.append("*")
        if parameter.kind is parameter.VAR_POSITIONAL:
            star = True
        stars = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(parameter.kind.name, "")
        text = stars + parameter.name
        if parameter.annotation is not parameter.empty:
            text += f": {parameter.annotation}"
        if parameter.default is not parameter.empty:
            plain = isinstance(parameter.default, _PLAIN) and parameter.default is not NOTHING
            text += f" = {parameter.default!r}" if plain else " = ..."
        told.append(text)
    returned = signature.return_annotation
    arrow = "" if returned in (signature.empty, "None", None) else f" -> {returned}"
    return f"({', '.join(told)}){arrow}"


def newest_entries(changelog: str) -> str:
    """Return what the changelog says of its newest version."""
    return re.split(r"^## ", changelog, flags=re.MULTILINE)[1]


def mark(changelog: str) -> str:
    """Return a mark of the newest entries, which differs when they do."""
    return hashlib.sha256(newest_entries(changelog).encode("utf-8")).hexdigest()[:16]


def renewed(snapshot: str, described: str, changelog: str) -> str:
    """Return the snapshot with what is described now.

    Raises:
        SystemExit: the interface changed, and the changelog has nothing new to say about it.
    """
    head, _, body = snapshot.partition("\n")
    if body == described:
        return snapshot
    if head == _head(changelog):
        raise SystemExit("say in CHANGELOG.md what changed for users, then run this again")
    return f"{_head(changelog)}\n{described}"


def _head(changelog: str) -> str:
    return f"# changelog {mark(changelog)}"


if __name__ == "__main__":
    before = SNAPSHOT.read_text(encoding="utf-8") if SNAPSHOT.exists() else ""
    after = renewed(before, describe(), CHANGELOG.read_text(encoding="utf-8"))
    SNAPSHOT.write_text(after, encoding="utf-8")
    sys.stdout.write("as before\n" if after == before else f"wrote {SNAPSHOT.name}\n")
