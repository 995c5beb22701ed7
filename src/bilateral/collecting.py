"""No look for garbage while many objects are made of which none is garbage yet."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collector of cyclic garbage, unless somebody has; afterwards it is as it was.

    Python looks through what is new each time that some hundreds of objects more were made than
    freed.  With a large document this takes longer than the work itself and finds nothing: plain
    values and records make no cycles.  The collector is one for all threads.  One that begins while
    another has paused it leaves it alone, so that it is never off longer than one of them needs it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
