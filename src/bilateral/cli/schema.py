"""``bilateral schema``: the JSON Schema of what `bilateral.dump` writes."""

from __future__ import annotations

import click

from bilateral.interchange import schema as shipped


@click.command(
    epilog="""
    \b
    Examples:
      bilateral schema > bilateral.schema.json
    """
)
def schema() -> None:
    """Print the JSON Schema of the documents that bilateral.dump writes and bilateral.load reads."""
    click.echo(shipped(), nl=False)
