"""``bilateral evaluate``: a hand coding and a prediction → figures, differences, agreement."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click
from attrs import asdict, define, field, frozen
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

import bilateral
from bilateral.cli import markdown, outputs
from bilateral.cli.messages import tell
from bilateral.cli.rows import harmless
from bilateral.cli.words import plain
from bilateral.errors import BilateralError, LoadError, ValidationError
from bilateral.evaluation import (
    Codes,
    Comparison,
    Difference,
    FieldAgreement,
    Interval,
    Rate,
    Share,
    codes_of,
    compare,
    list_differences,
    measure_agreement,
    read_codes,
    read_sentences,
)
from bilateral.evaluation.files import SENTENCES, find_sentences
from bilateral.loaders import load, suffixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Counts up when a key of the JSON goes or changes its meaning.
FORM = 1
#: The title of the list of differences.
DIFFERENCES = "Differences"
#: How figures that are undefined are shown.
_UNDEFINED = "–"


@frozen(kw_only=True)
class Result:
    """What one run found; a part that was not asked for is None."""

    comparison: Comparison
    intervals: dict[str, Interval]
    differences: tuple[Difference, ...] | None
    agreement: tuple[FieldAgreement, ...] | None


@frozen
class Sheet:
    """A table under its title; `numbers` are the columns of figures."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[str] = frozenset()
    note: str = ""


@define
class Collected:
    """Two codings of each document, with sentences where they are known, and what went wrong."""

    gold: list[Codes] = field(factory=list)
    predicted: list[Codes] = field(factory=list)
    sentences: dict[str, tuple[str, ...]] = field(factory=dict)
    #: whether one file is compared with one file: they belong together whatever their ids
    alone: bool = False
    failed: int = 0

    def read(self, path: Path) -> Codes | None:
        """Read a coding; one that is faulty is told of on standard error."""
        try:
            return read_codes(path)
        except BilateralError as error:
            self.failed += 1
            tell(error)
            return None

    def collect(self, gold: str, predicted: str | None, texts: str | None) -> None:
        """Read everything that is to be compared."""
        files = codings(gold)
        others = [] if predicted is None else codings(predicted)
        self.alone = len(files) == len(others) == 1 and not Path(gold).is_dir()
        alone = self.alone
        made = {file.stem: self.read(file) for file in others}
        faulty = {name for name, codes in made.items() if codes is None}
        by_id = {codes.id: codes for codes in made.values() if codes is not None}
        for file in files:
            codes = self.read(file)
            # What cannot be read is not nothing: such a document is left out on both sides.
            if codes is None or (file.stem in faulty or (alone and faulty)):
                continue
            try:
                sentences = self._sentences(file, codes.id)
                if texts is not None:
                    self.predicted.append(predict(texts, file.stem, codes.id, sentences))
                elif not alone and codes.id not in by_id:
                    tell(f"{codes.id}: is not in {predicted}; counts as coded with nothing in it")
            except BilateralError as error:
                self.failed += 1
                tell(error)
                continue
            self.gold.append(codes)
        self.predicted += [codes for codes in made.values() if codes is not None]
        known = {codes.id for codes in self.gold}
        for name in [] if alone else sorted(by_id.keys() - known):
            tell(f"{name}: has no hand coding to compare with, and is left out")

    def _sentences(self, file: Path, name: str) -> tuple[str, ...] | None:
        found = find_sentences(file)
        if found is None:
            return None
        self.sentences[name] = read_sentences(found)
        return self.sentences[name]

    def result(self, *, differences: bool, agreement: bool, bootstrap: int, seed: int) -> Result:
        """Compare."""
        gold: Codes | list[Codes] = self.gold[0] if self.alone else self.gold
        predicted: Codes | list[Codes] = self.predicted[0] if self.alone else self.predicted
        comparison = compare(gold, predicted)
        texts = self.sentences
        return Result(
            comparison=comparison,
            intervals=comparison.intervals(samples=bootstrap, seed=seed) if bootstrap else {},
            differences=list_differences(gold, predicted, sentences=texts) if differences else None,
            agreement=measure_agreement(gold, predicted, sentences=texts) if agreement else None,
        )


def codings(path: str) -> list[Path]:
    """Return the file, or the codings in the folder.

    Raises:
        LoadError: the folder cannot be read or holds none.
    """
    place = Path(path)
    try:
        if not place.is_dir():
            return [place]
        found = [x for x in place.glob("*.json") if not x.name.endswith(SENTENCES)]
    except (OSError, ValueError) as error:
        raise LoadError(path, f"cannot be read: {error}") from error
    if not found:
        raise LoadError(path, "holds no coding; name a folder with files that end in .json")
    return sorted(found)


def predict(texts: str, stem: str, name: str, sentences: tuple[str, ...] | None) -> Codes:
    """Read the text of a coding now.

    Raises:
        LoadError: there is no such text, or it cannot be read.
    """
    place = Path(texts)
    try:
        known = [place / f"{stem}{suffix}" for suffix in _texts()] if place.is_dir() else [place]
        text = next((file for file in known if file.exists()), None)
    except (OSError, ValueError) as error:
        raise LoadError(texts, f"cannot be read: {error}") from error
    if text is None:
        reason = f"there is no text of this name to read ({', '.join(_texts())})"
        raise LoadError(str(place / stem), reason)
    beside = find_sentences(text)
    if beside is not None:
        sentences = read_sentences(beside)
    return codes_of(load(text), sentences, id=name)


def _texts() -> list[str]:
    """Return the suffixes of texts; a JSON of the same name is a coding."""
    return [suffix for suffix in suffixes() if suffix != ".json"]


def sheets(result: Result) -> list[Sheet]:
    """Return everything that was found as tables for a person."""
    made = [_measures(result)]
    if result.differences is not None:
        made.append(_differences(result.differences))
    if result.agreement is not None:
        made.append(_agreement(result.agreement))
    return made


def _measures(result: Result) -> Sheet:
    comparison = result.comparison
    columns = ["Measure", "P", "R", "F1/share", "Counts"]
    rows = []
    for name, rate in comparison.rates.items():
        counts = f"{rate.found}/{rate.spurious}/{rate.missed}"
        rows.append([name, *map(_figure, (rate.precision, rate.recall, rate.f1)), counts])
    for name, share in comparison.shares.items():
        rows.append([name, "", "", _figure(share.accuracy), f"{share.equal} of {share.among}"])
    rows.append(["overall", "", "", _figure(comparison.overall), ""])
    if result.intervals:
        columns.append("95 %")
        for row in rows:
            within = result.intervals[row[0]]
            row.append(f"{_figure(within.low)}–{_figure(within.high)}")
    count = len(comparison.documents)
    return Sheet(
        f"Measures over {count} document{'s' if count != 1 else ''}",
        tuple(columns),
        rows,
        frozenset(columns[1:]),
        "P is precision, R recall; counts are found/spurious/missed, or equal values of those"
        " compared; overall is the mean F1 of leaders, partnerships, commitments, issues, and of"
        " commitments' actors and top domains.",
    )


def _differences(differences: Iterable[Difference]) -> Sheet:
    columns = ("Document", "No.", "Kind", "Verdict", "Field", "By hand", "Predicted", "Text")
    rows = [
        [
            x.document,
            "" if x.sentence is None else str(x.sentence),
            x.kind,
            x.verdict if x.counted else f"{x.verdict} (not counted)",
            x.field or "",
            x.gold or "",
            x.predicted or "",
            x.text or "",
        ]
        for x in differences
    ]
    return Sheet(DIFFERENCES, columns, rows, frozenset({"No."}))


def _agreement(agreement: Iterable[FieldAgreement]) -> Sheet:
    columns = ("Field", "Sentences", "Equal", "Share", "Kappa", "Alpha", "Metric of alpha")
    rows = [
        [
            x.field,
            str(x.units),
            str(x.equal),
            _figure(x.share),
            _figure(x.kappa),
            _figure(x.alpha),
            x.metric,
        ]
        for x in agreement
    ]
    note = (
        f"{_UNDEFINED} is undefined: nothing to compare, or no value but one.  Commitment, request"
        " and issue need the lists of sentences."
    )
    return Sheet("Agreement", columns, rows, frozenset(columns[1:6]), note)


def _figure(value: float | None) -> str:
    return _UNDEFINED if value is None else f"{value:.3f}"


def write_table(result: Result, out: TextIO) -> None:
    """Print tables for a person to read."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    for sheet in sheets(result):
        console.print(Text(sheet.title, style="bold"))
        if not sheet.rows:
            console.print(Text("None."))
        elif sheet.title == DIFFERENCES:
            console.print(_drawn_differences(result.differences or ()))
        else:
            console.print(_drawn(sheet))
        if sheet.note:
            console.print(Text(sheet.note, style="dim"))
        console.print()


def _drawn_differences(differences: Iterable[Difference]) -> Table:
    """Return a table with the words in one wide column: ten narrow ones cannot be read."""
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim", leading=1
    )
    for column in ("Where", "What", "By hand (+ missed), predicted (- spurious), words"):
        table.add_column(column, overflow="fold")
    table.columns[0].max_width, table.columns[1].max_width = 16, 14
    for x in differences:
        what = Text(f"{x.kind} {x.field or ''}".strip())
        what.append(f"\n{x.verdict}{'' if x.counted else ', not counted'}", style="dim")
        words = Text()
        if x.gold is not None:
            words.append(f"+ {plain(x.gold)}\n", style="green")
        if x.predicted is not None:
            words.append(f"- {plain(x.predicted)}\n", style="magenta")
        words.append(plain(x.text or ""), style="dim")
        words.rstrip()
        where = plain(x.document) if x.sentence is None else f"{plain(x.document)} {x.sentence}"
        table.add_row(Text(where), what, words)
    return table


def _drawn(sheet: Sheet) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    for column in sheet.columns:
        justify = "right" if column in sheet.numbers else "left"
        table.add_column(column, overflow="fold", justify=justify)  # type: ignore[arg-type]
    for row in sheet.rows:
        table.add_row(*[Text(plain(cell)) for cell in row])
    return table


def write_markdown(result: Result, out: TextIO) -> None:
    """Write tables in Markdown."""
    lines: list[str] = []
    for sheet in sheets(result):
        lines += markdown.table(sheet.title, sheet.columns, sheet.rows)
        if sheet.note:
            lines += ["", markdown.cell(sheet.note)]
    out.write("\n".join(lines[1:]) + "\n")


def write_csv(result: Result, out: TextIO) -> None:
    """Write one table: the differences or the agreement where asked for, else the measures."""
    writer = csv.writer(out, lineterminator="\n")
    rows: list[dict[str, object]]
    if result.differences is not None:
        columns = [x.name for x in Difference.__attrs_attrs__]
        rows = [asdict(x) for x in result.differences]
    elif result.agreement is not None:
        columns = ["field", "units", "equal", "share", "kappa", "alpha", "metric"]
        rows = [{**asdict(x), "share": x.share} for x in result.agreement]
    else:
        columns = ["measure", "precision", "recall", "f1", "accuracy", "found", "spurious"]
        columns += ["missed", "equal", "among", "low", "high"]
        rows = [{"measure": name, **values} for name, values in figures(result).items()]
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(str(value)) if isinstance(value, str) else str(value)


def write_json(result: Result, out: TextIO) -> None:
    """Write one object; a part that was not asked for is null."""
    differences, agreement = result.differences, result.agreement
    made = {
        "bilateral": bilateral.__version__,
        "form": FORM,
        "documents": list(result.comparison.documents),
        "measures": figures(result),
        "differences": None if differences is None else [asdict(x) for x in differences],
        "agreement": None
        if agreement is None
        else [{**asdict(x), "share": x.share} for x in agreement],
    }
    json.dump(made, out, ensure_ascii=False, indent=2)
    out.write("\n")


def figures(result: Result) -> dict[str, dict[str, object]]:
    """Return every figure by measure, the overall one last."""
    comparison = result.comparison
    made = {name: _values(comparison[name]) for name in (*comparison.rates, *comparison.shares)}
    made["overall"] = {"f1": comparison.overall}
    for name, within in result.intervals.items():
        made[name] |= {"low": within.low, "high": within.high}
    return made


def _values(measure: Rate | Share) -> dict[str, object]:
    counts: dict[str, object] = asdict(measure)
    if isinstance(measure, Share):
        return {"accuracy": measure.accuracy, **counts}
    return {
        "precision": measure.precision,
        "recall": measure.recall,
        "f1": measure.f1,
        **counts,
    }


#: What each format is written by.
FORMATS = {"table": write_table, "json": write_json, "csv": write_csv, "markdown": write_markdown}


@click.command(
    epilog="""
    \b
    Examples:
      bilateral evaluate hand.json predicted.json --differences
      bilateral evaluate codings/ --texts texts/ --bootstrap 1000

    \b
    Exit codes:
      0  all went well, whatever the figures
      1  a coding or a text could not be read, or the output not be written
      2  the command line is wrong
    """
)
@click.argument("gold", type=click.Path())
@click.argument("predicted", required=False, type=click.Path())
@click.option(
    "--texts",
    type=click.Path(),
    metavar="DIR",
    help="Instead of PREDICTED: read the texts of this folder now.  A text has the name of its"
    " coding; NAME.sents.json beside it, or ../sents/NAME.json, gives the numbers of the sentences.",
)
@click.option("--differences", is_flag=True, help="List every difference with its words.")
@click.option("--agreement", is_flag=True, help="Cohen's kappa and Krippendorff's alpha, by field.")
@click.option(
    "--bootstrap",
    type=click.IntRange(0, 1_000_000),
    default=0,
    metavar="N",
    help="95 % intervals from N samples of the documents; 2000 will do.",
)
@click.option("--seed", type=int, default=0, metavar="N", help="Other draws for --bootstrap.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="table",
    show_default=True,
    help="How the result is written.  CSV holds one table.",
)
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: str,
    predicted: str | None,
    texts: str | None,
    differences: bool,  # noqa: FBT001 - click passes a flag by name
    agreement: bool,  # noqa: FBT001
    bootstrap: int,
    seed: int,
    form: str,
) -> None:
    """Compare codings of reports: GOLD, by hand, with PREDICTED, or with the texts read now.

    Each is a file in JSON, or a folder of such files, one for each document.  Files that end in
    .sents.json are lists of sentences.
    """
    if (predicted is None) is (texts is None):
        reason = (
            "give either PREDICTED or --texts DIR: what is the hand coding to be compared with?"
        )
        raise click.UsageError(reason)
    if form == "csv" and differences and agreement:
        reason = "CSV holds one table; choose --differences or --agreement, or another format"
        raise click.UsageError(reason)
    collected = Collected()
    collected.collect(gold, predicted, texts)
    if collected.gold:
        try:
            result = collected.result(
                differences=differences, agreement=agreement, bootstrap=bootstrap, seed=seed
            )
        except ValidationError as error:  # two codings with one id, a number too high
            tell(error)
            ctx.exit(1)
        with outputs.opened(None, encoding=None if form == "table" else "utf-8") as out:
            FORMATS[form](result, out)
    if collected.failed:
        ctx.exit(1)
