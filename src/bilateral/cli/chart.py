"""``bilateral chart``: texts → a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bilateral.cli import completion, inputs
from bilateral.cli.messages import Failure, tell
from bilateral.cli.names import dates, sample_names
from bilateral.errors import UnknownNameError

if TYPE_CHECKING:
    from bilateral import PartialDate
    from bilateral.rendering.charts.drawing import Chart

#: What can be drawn: bars by this group, or the chart of that name.
_BARS = {
    "fields": "top",
    "domains": "domain",
    "countries": "country",
    "parties": "party",
    "addressees": "addressee",
    "years": "year",
}
_OTHERS = ("deadlines", "partnerships", "network")


@click.command(
    epilog="""
    \b
    Examples:
      bilateral chart fields --sample joint-statement -o fields.svg
      bilateral chart network *.txt -o network.html

    \b
    Exit codes:
      0  all went well
      1  an input could not be read, or the picture not be written
      2  the command line is wrong
    """
)
@click.argument("what", type=click.Choice([*_BARS, *_OTHERS]))
@click.argument("files", nargs=-1, type=click.Path())
@click.option(
    "--sample",
    "samples",
    multiple=True,
    metavar="NAME",
    callback=sample_names,
    shell_complete=completion.sample_names,
    help="Draw a text that comes with the package.  Repeatable.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False),
    metavar="PICTURE",
    help="Where to draw: .svg, .png, .html (one page, no network) or .json (Vega-Lite).",
)
@click.option(
    "--date",
    metavar="DATE",
    callback=dates,
    help="The day of publication, where the texts do not tell.  YYYY-MM-DD.",
)
@click.option("--encoding", metavar="NAME", help="The encoding, where it cannot be found out.")
@click.pass_context
def chart(
    ctx: click.Context,
    what: str,
    files: tuple[str, ...],
    samples: tuple[str, ...],
    output: str,
    date: PartialDate | None,
    encoding: str | None,
) -> None:
    """Draw what FILES promise.

    Commitments by policy field (fields, domains), by who promises (countries, parties), to whom
    (addressees) or by when (years); the deadlines, the partnerships since their beginnings, or the
    network of the parties.  It needs the extra `charts`.
    """
    if not files and not samples:
        reason = "give a file or --sample"
        raise click.UsageError(reason)
    from bilateral.rendering import charts

    batch = inputs.Batch(files=files, samples=samples, date=date, encoding=encoding)
    reports = [report for _, report in batch.reports()]
    if not reports:  # it was told of why
        ctx.exit(1)
    drawn: Chart
    if what in _BARS:
        drawn = charts.bars(reports, by=_BARS[what])  # type: ignore[arg-type]
    else:
        drawn = {
            "deadlines": charts.deadlines,
            "partnerships": charts.partnerships,
            "network": charts.network,
        }[what](reports)
    try:
        charts.save(drawn, output)
    except UnknownNameError as error:
        raise click.BadParameter(str(error), param_hint="'--output'") from error
    except OSError as error:
        reason = f"{output}: cannot be written: {error.strerror or error}"
        raise Failure(reason) from error
    tell(f"wrote {output}")
    if batch.failed:
        ctx.exit(1)
