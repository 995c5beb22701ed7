"""Checks the contents and the metadata of a wheel and an sdist against the source tree.

python .ci/check_distribution.py ROOT DIST
"""

from __future__ import annotations

import re
import sys
import tarfile
import zipfile
from email import message_from_string
from pathlib import Path

ROOT, DIST = Path(sys.argv[1]), Path(sys.argv[2])
SOURCE = ROOT / "src" / "bilateral"
#: What a file of the package may be: code, the marker of its types, and data.
SUFFIXES = {".py", ".typed", ".csv", ".json", ".txt", ".html", ".css", ".js"}

faults: list[str] = []


def check(holds: object, fault: str) -> None:
    """Note a fault unless something holds."""
    if not holds:
        faults.append(fault)


def only(pattern: str) -> Path:
    """Return the one file of the folder that matches."""
    found = sorted(DIST.glob(pattern))
    if len(found) != 1:
        sys.exit(f"{len(found)} files match {pattern}")
    return found[0]


wheel, sdist = only("*.whl"), only("*.tar.gz")
version = re.search(r'^__version__ = "(.+)"$', (SOURCE / "__init__.py").read_text(), re.MULTILINE)
assert version is not None
base = f"bilateral-{version[1]}"
check(wheel.name == f"{base}-py3-none-any.whl", f"the wheel is called {wheel.name}")
check(sdist.name == f"{base}.tar.gz", f"the sdist is called {sdist.name}")

# --- contents: the files of the source tree, byte for byte, and nothing else

expected = {
    f"bilateral/{path.relative_to(SOURCE).as_posix()}": path.read_bytes()
    for path in SOURCE.rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}
with zipfile.ZipFile(wheel) as archive:
    held = {name: archive.read(name) for name in archive.namelist()}
info = {name for name in held if name.startswith(f"{base}.dist-info/")}
package = {name: content for name, content in held.items() if name not in info}
for name in sorted(package.keys() ^ expected.keys()):
    check(False, f"{name} is {'not in the source tree' if name in package else 'missing'}")
for name in sorted(package.keys() & expected.keys()):
    check(package[name] == expected[name], f"{name} differs from the source tree")
for name in package:
    check(Path(name).suffix in SUFFIXES, f"{name} is no code and no data")
    check(not re.search(r"(^|/)(tests?|conftest|test_\w+)(/|\.|$)", name), f"{name} is a test")
check("bilateral/py.typed" in package, "py.typed is missing")
check(any(name.endswith(".csv") for name in package), "no table is in the wheel")
names = {name.rpartition("dist-info/")[2] for name in info}
wanted = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
check(names == wanted, f"the metadata holds {sorted(names)}")

with tarfile.open(sdist) as archive:
    files = {name.partition("/")[2] for name in archive.getnames()}
for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "PKG-INFO"):
    check(name in files, f"the sdist lacks {name}")
for folder in ("src/bilateral", "docs", "tests"):
    for path in (ROOT / folder).rglob("*"):
        inside = path.relative_to(ROOT)
        hidden = any(part.startswith(".") or part == "__pycache__" for part in inside.parts)
        if path.is_file() and not hidden:
            check(inside.as_posix() in files, f"the sdist lacks {inside}")
check(
    not [name for name in files if name.startswith((".venv", ".git/", ".ci"))], "the sdist has more"
)

# --- metadata

told = message_from_string(held[f"{base}.dist-info/METADATA"].decode())
check(told["Name"] == "bilateral", "the name is wrong")
check(told["Version"] == version[1], "the version is not the package's")
check(told["Requires-Python"] == ">=3.11", "the versions of Python are wrong")
check(told["License-Expression"] == "MIT", "the licence is not named")
check(told["Description-Content-Type"] == "text/markdown", "the description is no Markdown")
check(told["Summary"], "there is no summary")
readme = (ROOT / "README.md").read_text(encoding="utf-8").strip()
body = told.get_payload()
check(isinstance(body, str) and body.strip() == readme, "the description is not the README")
check("Typing :: Typed" in told.get_all("Classifier", []), "it does not say that it is typed")
extras = set(told.get_all("Provides-Extra", []))
wanted = {"cli", "html", "pdf", "docx", "markdown", "hypothesis", "charts", "all"}
check(wanted == extras, f"extras: {extras}")
needs = told.get_all("Requires-Dist", [])
core = {re.split(r"[^\w-]", need)[0] for need in needs if "extra ==" not in need}
check(core == {"attrs", "cattrs", "python-dateutil"}, f"it needs {sorted(core)}")
points = held[f"{base}.dist-info/entry_points.txt"].decode()
for line in ("[console_scripts]", "bilateral = bilateral.cli:main", "[hypothesis]"):
    check(line in points, f"entry_points.txt lacks {line}")
check("bilateral = bilateral.registration:register" in points, "the hook is missing")

for fault in faults:
    print(fault, file=sys.stderr)
print(
    f"{wheel.name}: {len(package)} files; {sdist.name}: {len(files)} entries; {len(faults)} faults"
)
sys.exit(bool(faults))
