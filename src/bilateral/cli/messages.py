"""What is said on standard error."""

from __future__ import annotations

from typing import IO, Any

import click


class Failure(click.ClickException):
    """Ends the program with exit code 1 and a line that says why."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        del file
        tell(self.message)


def tell(message: object) -> None:
    """Print an error or a message on one line, behind the program's name."""
    lines = [line.strip() for line in str(message).splitlines()]
    click.echo(f"bilateral: {'; '.join(lines)}", err=True)
