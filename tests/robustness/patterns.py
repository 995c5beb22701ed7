"""Every regular expression that the package compiles, in a fresh process; run by its tests and benchmarks.

    python tests/robustness/patterns.py

prints a line of JSON for each: the module, the pattern, its flags, and whether it is looked for anywhere in a text
(`search` and its like) or only at one place (`match`), as far as the source tells.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

#: What looks at one place of a text.
_FIXED = ("match", "fullmatch", "pattern", "flags")
SOURCE = Path(__file__).resolve().parents[2] / "src"


class Found(TypedDict):
    """A pattern, and where it was compiled."""

    module: str
    line: int
    pattern: str
    flags: int
    is_bytes: bool
    searched: bool


def collected() -> list[Found]:
    """Return what a process of its own finds."""
    done = subprocess.run([sys.executable, __file__], capture_output=True, check=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> None:
    """Note every pattern that the package hands to `re`, then import and use all of the package."""
    found: dict[tuple[str | bytes, int], tuple[str, int, str]] = {}
    real = re._compile  # type: ignore[attr-defined]  # what `compile`, `search` and all others call

    def noted(pattern: object, flags: int) -> object:
        made = real(pattern, flags)
        frame = sys._getframe(1)
        asked = frame.f_code.co_name  # `compile`, or what is asked of a pattern at once
        while frame.f_globals.get("__name__") in ("re", "functools") and frame.f_back is not None:
            frame = frame.f_back
        module = str(frame.f_globals.get("__name__"))
        if module.partition(".")[0] == "bilateral":
            found.setdefault((made.pattern, made.flags), (module, frame.f_lineno, asked))
        return made

    re._compile = noted  # type: ignore[attr-defined]
    import bilateral

    for module in pkgutil.walk_packages(bilateral.__path__, "bilateral."):
        if ".migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in bilateral.samples.names():
        report = bilateral.read(bilateral.samples.text(name))
        bilateral.loads(bilateral.dumps(report))
        report.to_html()
        bilateral.evaluation.codes_of(report, [])
    bilateral.Dossier([bilateral.samples.report(name) for name in bilateral.samples.names()]).links  # noqa: B018
    texts = {
        str(path): path.read_text(encoding="utf-8") for path in (SOURCE / "bilateral").rglob("*.py")
    }
    for (pattern, flags), (name, line, asked) in found.items():
        plain = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        told: Found = {
            "module": name,
            "line": line,
            "pattern": plain,
            "flags": flags & ~re.UNICODE if isinstance(pattern, bytes) else flags,
            "is_bytes": isinstance(pattern, bytes),
            "searched": asked not in _FIXED and _searched(name, pattern, texts),
        }
        print(json.dumps(told))


def _searched(module: str, pattern: str | bytes, texts: Mapping[str, str]) -> bool:
    """Say whether a pattern may be looked for from every place; unless its name is only matched, it may."""
    names = [
        name
        for name, value in vars(sys.modules[module]).items()
        if isinstance(value, re.Pattern) and value.pattern == pattern
    ]
    if not names:
        return True
    name = names[0]
    own = texts[sys.modules[module].__file__ or ""]
    if not name.startswith("_"):  # others may use it
        own = "\n".join(texts.values())
    uses = re.findall(rf"\b{re.escape(name)}\b(?:\.(\w+))?", own)
    return any(use not in _FIXED for use in uses if use)


if __name__ == "__main__":
    main()
