"""Adds reports to an archive, in a process of its own: python adding.py PLACE PICKLE [when to die]."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from pathlib import Path

from bilateral.archive import Archive
from bilateral.archive.store import Store

place, reports = sys.argv[1], pickle.loads(Path(sys.argv[2]).read_bytes())
left = int(sys.argv[3]) if len(sys.argv) > 3 else -1
add_parts = Store._add_parts


def add_or_die(*arguments: object) -> None:
    """Die in the middle of a report: its row is written, and so are those of its records."""
    global left
    add_parts(*arguments)  # type: ignore[arg-type]
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)


Store._add_parts = add_or_die  # type: ignore[method-assign, assignment]
with Archive(place) as archive:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    sys.stdout.write(f"{archive.add_all(reports)}\n")
