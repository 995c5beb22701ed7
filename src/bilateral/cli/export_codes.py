"""``bilateral export-codes``: texts → codings that a person can correct and compare with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilateral.cli.messages import Failure, tell
from bilateral.cli.names import dates
from bilateral.cli.progress import followed
from bilateral.errors import BilateralError, LoadError
from bilateral.evaluation import codes_of, read_sentences, sentences, write_codes, write_sentences
from bilateral.evaluation.files import SENTENCES, find_sentences
from bilateral.loaders import load

if TYPE_CHECKING:
    from bilateral.model.dates import PartialDate


@click.command(
    name="export-codes",
    epilog="""
    \b
    Examples:
      bilateral export-codes summit.txt -o codings
      bilateral export-codes *.txt -o codings --sentences --overwrite

    \b
    Exit codes:
      0  all went well
      1  a text could not be read, or a coding not be written; the others were
      2  the command line is wrong
    """,
)
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(),
    help="The folder to write to; it is made where there is none.",
)
@click.option(
    "--sentences",
    "listed",
    is_flag=True,
    help="Write the numbered sentences as well, as NAME.sents.json.",
)
@click.option(
    "--overwrite", is_flag=True, help="Write over files that are there; they may be corrected ones."
)
@click.option(
    "--date",
    metavar="DATE",
    callback=dates,
    help="The day of publication, where the texts do not tell.  YYYY-MM-DD.",
)
@click.option("--encoding", metavar="NAME", help="The encoding, where it cannot be found out.")
@click.pass_context
def export_codes(
    ctx: click.Context,
    files: tuple[str, ...],
    folder: str,
    listed: bool,  # noqa: FBT001 - click passes a flag by name
    overwrite: bool,  # noqa: FBT001
    date: PartialDate | None,
    encoding: str | None,
) -> None:
    """Read FILES and write what is found in coded form, one NAME.json for each.

    Sentences are numbered as the reader splits them, or by the list of sentences that stands beside
    a text (NAME.sents.json, or ../sents/NAME.json).
    """
    target = Path(folder)
    _refuse_twins(files)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = f"{folder}: no folder can be made here: {error}"
        raise Failure(reason) from error
    failed = 0
    for file in followed(files, len(files)):
        try:
            _export(file, target, listed=listed, overwrite=overwrite, date=date, encoding=encoding)
        except BilateralError as error:
            failed += 1
            tell(error)
    if failed:
        ctx.exit(1)


def _export(
    file: str,
    target: Path,
    *,
    listed: bool,
    overwrite: bool,
    date: PartialDate | None,
    encoding: str | None,
) -> None:
    """Write the coding of one text."""
    name = Path(file).stem
    coding, list_of_sentences = target / f"{name}.json", target / f"{name}{SENTENCES}"
    for path in (coding, *([list_of_sentences] if listed else [])):
        if path.exists() and not overwrite:
            reason = "is there already; take another folder, or say --overwrite"
            raise LoadError(str(path), reason)
    report = load(file, date=date, encoding=encoding)
    beside = find_sentences(file)
    texts = (
        tuple([sentence.text for sentence in sentences(report)])
        if beside is None
        else read_sentences(beside)
    )
    write_codes(codes_of(report, texts, id=name), coding)
    if listed:
        source = report.source
        write_sentences(texts, list_of_sentences, id=name, title=source.title, date=source.date)


def _refuse_twins(files: tuple[str, ...]) -> None:
    """Refuse texts of one name, whose codings would be one file.

    Raises:
        BadParameter: there are such.
    """
    seen: dict[str, str] = {}
    for file in files:
        other = seen.setdefault(Path(file).stem, file)
        if other != file:
            reason = f"{other} and {file} would give one coding; export them to two folders"
            raise click.BadParameter(reason, param_hint="FILES")
