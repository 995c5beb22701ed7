"""``bilateral read``: texts → tables, JSON, JSON Lines, CSV or Markdown."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bilateral.cli import (
    completion,
    dictionaries,
    documents,
    inputs,
    markdown,
    outputs,
    rows,
    tables,
)
from bilateral.cli.filters import Filter
from bilateral.cli.messages import tell
from bilateral.cli.names import dates, domains, forces, parties, sample_names
from bilateral.cli.samples import offer
from bilateral.gazetteer.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral import Domain, Force, PartialDate, Party
    from bilateral.cli.filters import Selection

#: What each format is written by.
FORMATS = {
    "table": tables.write,
    "json": dictionaries.write,
    "jsonl": documents.write,
    "csv": rows.write,
    "markdown": markdown.write,
}


@click.command(
    epilog="""
    \b
    Examples:
      bilateral read --sample summit-article --explain
      bilateral read summit.txt --country Malaysia --force intent
      bilateral read *.txt --domain security --format csv --output security.csv

    \b
    Exit codes:
      0  all went well
      1  an input could not be read, or the output not be written
      2  the command line is wrong
      3  all was read, and nothing matches the filters
    """
)
@click.argument("files", nargs=-1, type=click.Path())
@click.option(
    "--sample",
    "samples",
    multiple=True,
    metavar="NAME",
    callback=sample_names,
    shell_complete=completion.sample_names,
    help="Read a text that comes with the package; `bilateral samples` lists them.  Repeatable.",
)
@click.option(
    "--domain",
    multiple=True,
    metavar="DOMAIN",
    callback=domains,
    shell_complete=completion.domains,
    help="Only commitments and issues of this policy field or below it: security,"
    " security.maritime.  Repeatable: any of them.",
)
@click.option(
    "--country",
    multiple=True,
    metavar="COUNTRY",
    callback=parties,
    shell_complete=completion.countries,
    help="Only what this country or organization promises or asks, its leaders, partnerships and"
    " issues; a code, name or demonym.  Repeatable: any of them.",
)
@click.option(
    "--force",
    multiple=True,
    metavar="FORCE",
    callback=forces,
    shell_complete=completion.forces,
    help="Only commitments at least as firm: pledge, intent, aspiration; or request."
    "  Repeatable: any of them.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="table",
    show_default=True,
    help="How to print.  CSV has one row a commitment; jsonl has whole reports, one a line, for"
    " programs that go on with them.",
)
@click.option("--explain", is_flag=True, help="Say of each commitment why it was read so.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write here instead of printing.  The file is there whole or not at all.",
)
@click.option(
    "--date",
    metavar="DATE",
    callback=dates,
    help="The day of publication, where the texts do not tell: relative dates count from it."
    "  YYYY-MM-DD.",
)
@click.option("--encoding", metavar="NAME", help="The encoding, where it cannot be found out.")
@click.option(
    "--lexicon",
    metavar="FILE",
    help="A file of your own words, in the form that the page on the tables describes.",
)
@click.pass_context
def read(
    ctx: click.Context,
    files: tuple[str, ...],
    samples: tuple[str, ...],
    domain: tuple[Domain, ...],
    country: tuple[Party, ...],
    force: tuple[Force, ...],
    form: str,
    explain: bool,  # noqa: FBT001 - click passes a flag by name
    output: str | None,
    date: PartialDate | None,
    encoding: str | None,
    lexicon: str | None,
) -> None:
    """Read reports of meetings and show who promised what.

    Each of FILES is a text or a Markdown file, - is standard input.  Without any, standard input is
    read, unless it is a terminal: then the samples are listed.
    """
    if not files and not samples:
        if sys.stdin is None or sys.stdin.isatty():
            offer()
            return
        files = (inputs.STANDARD_INPUT,)
    wanted = Filter(domains=domain, parties=country, forces=force)
    words = None if lexicon is None else Lexicon.load(lexicon)
    batch = inputs.Batch(files=files, samples=samples, date=date, encoding=encoding, lexicon=words)
    matches = 0

    def selections() -> Iterator[Selection]:
        nonlocal matches
        for name, report in batch.reports():
            selection = wanted.select(name, report)
            matches += len(selection)
            yield selection

    if output is not None:
        outputs.refuse_input(output, files)
    with outputs.opened(output, encoding=None if form == "table" else "utf-8") as out:
        FORMATS[form](selections(), out, explain=explain, among=batch.count)
        if batch.failed == batch.count:
            raise outputs.NothingToWrite
    if batch.failed:
        ctx.exit(1)
    if wanted and not matches:
        tell("nothing matches the filters")
        ctx.exit(3)
