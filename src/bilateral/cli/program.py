"""The program: its subcommands, and what becomes of errors."""

from __future__ import annotations

import click

import bilateral
from bilateral.cli.chart import chart
from bilateral.cli.completion import completion
from bilateral.cli.evaluate import evaluate
from bilateral.cli.export_codes import export_codes
from bilateral.cli.ingest import ingest
from bilateral.cli.messages import tell
from bilateral.cli.read import read
from bilateral.cli.samples import samples
from bilateral.cli.schema import schema
from bilateral.cli.show import show
from bilateral.errors import BilateralError


class Program(click.Group):
    """A group of subcommands whose errors are one line and an exit code, never a stack trace."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand."""
        try:
            return super().invoke(ctx)
        except BilateralError as error:
            tell(error)
            ctx.exit(1)


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: bilateral show --sample summit-article --open",
)
@click.version_option(bilateral.__version__, prog_name="bilateral")
def program() -> None:
    """Who promised what, to whom, about what, how firmly and by when.

    Reads what governments publish about their meetings: news articles, readouts, joint statements.
    """


program.add_command(read)
program.add_command(ingest)
program.add_command(show)
program.add_command(chart)
program.add_command(samples)
program.add_command(schema)
program.add_command(evaluate)
program.add_command(export_codes)
program.add_command(completion)
