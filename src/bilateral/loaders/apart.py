"""The bytes of a PDF → runs of words, in a process of its own that is ended when its time is over.

PDFium cannot be asked to stop: it offers to pause while it paints a page, and not while it takes
one in.  Nor is there a cheap way to tell such a file: forms that draw each other, pages that share
their content, and the programs within fonts all cost time without being large, and the file need
not be laid out as anybody but PDFium would read it.  So every file is read apart.  The process is a
bare Python that imports the bindings of PDFium and little else, some 50 ms a file; the import that
this process is spared takes as long, once.

It is no child in the sense of `multiprocessing`, so that daemons may start it, and nothing of the
caller's program is run again.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from bilateral.errors import LoadError, shorten
from bilateral.loaders import glyphs

if TYPE_CHECKING:
    from bilateral.loaders.glyphs import Content

_PROGRAM = Path(glyphs.__file__)
#: A process whose caller is gone ends itself so much later than the caller would have ended it.
_GRACE = 5
#: Where it stands there is a module called `html`: nothing is to be imported from its folder.  What
#: `site` would find is in the path that is handed over.
_OPTIONS = ("-P", "-S", "-W", "ignore")
_WITHOUT = "; if you trust the file, give seconds=None to bilateral.loaders.pdf.parse to do without"


def read(data: bytes, path: str, *, most_pages: int, most_glyphs: int, seconds: float) -> Content:
    """Return the runs of every page, and what the file says of itself.

    Args:
        data: the whole file.
        path: its name, for errors.
        most_pages: the most pages that are read.
        most_glyphs: the most glyphs that are read.
        seconds: the time that it may take.

    Raises:
        LoadError: the file cannot be read, or not in this time, or no process can be started.
    """
    job = {
        "pages": most_pages,
        "glyphs": most_glyphs,
        "seconds": seconds + _GRACE,
        # Whatever else programs put there, Python passes over.
        "path": [entry for entry in cast("list[object]", sys.path) if isinstance(entry, str)],
    }
    given = json.dumps(job).encode() + b"\n" + data
    try:
        done = subprocess.run(
            [_interpreter(path), *_OPTIONS, _PROGRAM],
            input=given,
            capture_output=True,
            timeout=seconds,
            check=False,
            creationflags=_no_window(),
        )
    except subprocess.TimeoutExpired as error:
        reason = (
            f"is not read after {seconds:g} seconds, as if it drew itself without end; print it to"
            " a new PDF, or give bilateral.loaders.pdf.parse more seconds"
        )
        raise LoadError(path, reason) from error
    except (OSError, ValueError, RuntimeError, subprocess.SubprocessError) as error:
        raise _no_process(path, shorten(error)) from error
    ready, _, answer = done.stdout.partition(b"\n")
    if ready.strip() != glyphs.READY:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise _no_process(path, shorten(last) if last else f"it ended with {done.returncode}")
    try:
        found: object = json.loads(answer)
    except ValueError:  # cut off, or none
        found = None
    if isinstance(found, list):
        return cast("Content", found)
    down = "brings the PDF library down; open it in a viewer and print it to a new PDF"
    raise LoadError(path, found if isinstance(found, str) else down)


def _interpreter(path: str) -> str:
    """Return the Python to start; a program that was frozen into one file would start itself."""
    if getattr(sys, "frozen", False) or not sys.executable:
        raise _no_process(path, "this program brings no Python interpreter")
    if not _PROGRAM.is_file():
        raise _no_process(path, "the package is not installed as files")
    return sys.executable


def _no_window() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _no_process(path: str, why: str) -> LoadError:
    return LoadError(path, f"is read in a process of its own, which cannot start: {why}{_WITHOUT}")
