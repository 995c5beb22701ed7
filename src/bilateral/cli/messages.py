"""What is said on standard error."""

from __future__ import annotations

import re
from typing import IO, Any

import click

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Failure(click.ClickException):
    """Ends the program with exit code 1 and a line that says why."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        del file
        tell(self.message)


def tell(message: object) -> None:
    """Print an error or a message on one line, behind the program's name."""
    lines = [line.strip() for line in str(message).splitlines()]
    # The name of a file may hold what a terminal would obey, or bytes that are no characters.
    click.echo(_UNSEEN.sub("\ufffd", f"bilateral: {'; '.join(lines)}"), err=True)
