"""What the tests of the records share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bilateral import ValidationError

#: A value that a test passes against the annotations, on purpose.
Untyped = Any


def refused(make: Callable[..., object], *args: Untyped, **more: Untyped) -> dict[str, str]:
    """Return the path and reason of every fault for which a record is refused, in their order."""
    with pytest.raises(ValidationError) as caught:
        make(*args, **more)
    found = {fault.path: fault.reason for fault in caught.value.faults}
    assert len(found) == len(caught.value.faults)
    return found
