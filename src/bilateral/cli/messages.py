"""What is said on standard error."""

from __future__ import annotations

import click


def tell(message: object) -> None:
    """Print an error or a message on one line, behind the program's name."""
    lines = [line.strip() for line in str(message).splitlines()]
    click.echo(f"bilateral: {'; '.join(lines)}", err=True)
