"""``bilateral samples``: the texts that come with the package."""

from __future__ import annotations

import json

import click

from bilateral import samples as bundled
from bilateral.cli.completion import sample_names as complete_samples
from bilateral.cli.names import sample_names


@click.command(
    epilog="""
    \b
    Examples:
      bilateral samples
      bilateral samples readout > readout.txt
    """
)
@click.argument("names", nargs=-1, callback=sample_names, shell_complete=complete_samples)
@click.option("--expected", is_flag=True, help="Print what should be read from it, in JSON.")
def samples(names: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001 - click passes by name
    """List the bundled texts, or print those named."""
    if not names:
        offer()
    for name in names:
        if expected:
            click.echo(json.dumps(bundled.expected(name), ensure_ascii=False, indent=2))
        else:
            click.echo(bundled.text(name), nl=False)


def offer() -> None:
    """List the samples and say how to read one."""
    titles = {name: bundled.text(name).partition("\n")[0] for name in bundled.names()}
    width = max(len(name) for name in titles)
    click.echo("These reports come with bilateral:\n")
    for name, title in titles.items():
        click.echo(f"  {name:<{width}}  {title}")
    click.echo("\nRead one, or a file of your own:\n")
    click.echo("  bilateral read --sample summit-article")
    click.echo("  bilateral read FILE")
