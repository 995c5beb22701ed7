"""The command line, ``bilateral`` or ``python -m bilateral``.

Click parses and rich draws; both come with the extra ``cli``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from bilateral.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXTRA = frozenset({"click", "rich"})


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    Args:
        arguments: what stands behind the program's name; taken from the system where not given.
    """
    try:
        from bilateral.cli.program import program
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        missing = MissingExtraError(extra="cli", purpose="the command line")
        print(f"bilateral: {missing}", file=sys.stderr)
        sys.exit(2)
    program.main(arguments, prog_name="bilateral")
    sys.exit(0)
