"""``bilateral show``: a text → the annotated page."""

from __future__ import annotations

import sys
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilateral.cli import completion, inputs, outputs
from bilateral.cli.messages import tell
from bilateral.cli.names import dates, sample_names
from bilateral.gazetteer.lexicon import Lexicon

if TYPE_CHECKING:
    from bilateral import PartialDate


@click.command(
    epilog="""
    \b
    Examples:
      bilateral show summit.txt -o summit.html
      bilateral show --sample summit-article --open
    """
)
@click.argument("file", required=False, type=click.Path())
@click.option(
    "--sample",
    metavar="NAME",
    callback=lambda ctx, parameter, name: (
        None if name is None else sample_names(ctx, parameter, (name,))[0]
    ),
    shell_complete=completion.sample_names,
    help="Show a text that comes with the package; `bilateral samples` lists them.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    metavar="PAGE",
    help="Write the page here.  The file is there whole or not at all.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--date",
    metavar="DATE",
    callback=dates,
    help="The day of publication, where the text does not tell.  YYYY-MM-DD.",
)
@click.option("--encoding", metavar="NAME", help="The encoding, where it cannot be found out.")
@click.option(
    "--lexicon",
    metavar="FILE",
    help="A file of your own words, in the form that the page on the tables describes.",
)
@click.pass_context
def show(
    ctx: click.Context,
    file: str | None,
    sample: str | None,
    output: str | None,
    opens: bool,  # noqa: FBT001 - click passes a flag by name
    date: PartialDate | None,
    encoding: str | None,
    lexicon: str | None,
) -> None:
    """Make a page of FILE: the text with its promises marked, and why each was read so.

    The page is one file that needs no network.  FILE may be - for standard input.  Without --output
    the page is printed, or with --open written to a folder for temporary files.
    """
    if (file is None) == (sample is None):
        reason = "give a file or --sample, one of them"
        raise click.UsageError(reason)
    if output is None and not opens and sys.stdout is not None and sys.stdout.isatty():
        reason = "say where the page goes: --output PAGE, or --open"
        raise click.UsageError(reason)
    words = None if lexicon is None else Lexicon.load(lexicon)
    batch = inputs.Batch(
        files=() if file is None else (file,),
        samples=() if sample is None else (sample,),
        date=date,
        encoding=encoding,
        lexicon=words,
    )
    found = [report for _, report in batch.reports()]
    if not found:  # it was told of why
        ctx.exit(1)
    if output is None and opens:
        output = str(Path(tempfile.mkdtemp(prefix="bilateral-")) / "report.html")
    if output is not None and file is not None:
        outputs.refuse_input(output, (file,))
    with outputs.opened(output, encoding="utf-8") as out:
        out.write(found[0].to_html())
    if output is not None:
        tell(f"wrote {output}")
        if opens and not webbrowser.open(Path(output).resolve().as_uri()):
            tell("no browser was found to open it")
            ctx.exit(1)
