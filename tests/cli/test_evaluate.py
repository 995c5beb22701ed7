"""``bilateral evaluate`` and ``bilateral export-codes``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import bilateral
from bilateral import samples
from bilateral.cli.program import program
from bilateral.evaluation import codes_of, read_codes, read_sentences, sentences, write_codes


def run(*arguments: str | Path, **environment: str) -> Result:
    """Run the program in this process."""
    env = {"COLUMNS": "100", "NO_COLOR": None, "FORCE_COLOR": None, **environment}
    given = [str(argument) for argument in arguments]
    return CliRunner().invoke(program, given, env=env, prog_name="bilateral")


def lines(result: Result, code: int = 1) -> list[str]:
    """Return what is told on standard error by a program that ended with this code."""
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.stderr.splitlines()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with the texts of the samples."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in samples.names():
        (folder / f"{name}.txt").write_text(samples.text(name), encoding="utf-8", newline="")
    return folder


@pytest.fixture
def gold(texts: Path, tmp_path: Path) -> Path:
    """Return a folder of codings that were exported, and one corrected."""
    folder = tmp_path / "gold"
    result = run("export-codes", *sorted(texts.iterdir()), "-o", folder, "--sentences")
    assert (result.exit_code, result.output) == (0, "")
    path = folder / "readout.json"
    coding = json.loads(path.read_text(encoding="utf-8"))
    coding["commitments"][0]["force"] = "aspiration"
    coding["leaders"].append({"name": "[bold]\x1b[31mNobody", "office": "", "country": None})
    path.write_text(json.dumps(coding), encoding="utf-8")
    return folder


def test_export(gold: Path) -> None:
    """One coding and one list of sentences for each text, as the package's functions give them."""
    listed = sorted(path.name for path in gold.iterdir())
    kinds = (".json", ".sents.json")
    assert listed == sorted(f"{name}{kind}" for name in samples.names() for kind in kinds)
    name = "joint-statement"
    report = samples.report(name)
    texts = tuple([x.text for x in sentences(report)])
    assert read_sentences(gold / f"{name}.sents.json") == texts
    assert read_codes(gold / f"{name}.json") == codes_of(report, texts, id=name)


def test_export_uses_the_numbers_of_a_list(texts: Path, tmp_path: Path) -> None:
    """Who numbered the sentences first decides."""
    report = samples.report("readout")
    listed = [{"n": 1, "text": "Not there."}]
    listed += [{"n": x.number + 1, "text": x.text} for x in sentences(report)]
    (texts / "readout.sents.json").write_text(json.dumps({"sentences": listed}), encoding="utf-8")
    assert run("export-codes", texts / "readout.txt", "-o", tmp_path / "out").exit_code == 0
    made = read_codes(tmp_path / "out" / "readout.json")
    assert [x.s - 1 for x in made.commitments] == [x.s for x in codes_of(report).commitments]


def test_export_does_not_write_over_corrected_codings(gold: Path, texts: Path) -> None:
    """A coder's work is not lost by a second run."""
    before = (gold / "readout.json").read_bytes()
    text = texts / "readout.txt"
    assert "--overwrite" in lines(run("export-codes", text, "-o", gold))[0]
    assert (gold / "readout.json").read_bytes() == before
    assert run("export-codes", text, "-o", gold, "--overwrite").exit_code == 0
    assert (gold / "readout.json").read_bytes() != before


def test_export_goes_on_after_a_failure(texts: Path, tmp_path: Path) -> None:
    """What can be read is written."""
    out = tmp_path / "out"
    result = run("export-codes", "none.txt", texts / "readout.txt", "-o", out)
    assert lines(result) == [
        "bilateral: none.txt: there is no such file; check the name and the folder"
    ]
    assert [path.name for path in out.iterdir()] == ["readout.json"]


def test_export_refusals(texts: Path, tmp_path: Path) -> None:
    """Two texts of one name, a folder that cannot be made, no text."""
    other = tmp_path / "readout.md"
    result = run("export-codes", texts / "readout.txt", other, "-o", tmp_path / "out")
    assert "would give one coding" in lines(result, 2)[-1]
    result = run("export-codes", texts / "readout.txt", "-o", texts / "readout.txt")
    assert "no folder can be made" in lines(result)[0]
    assert run("export-codes", "-o", tmp_path).exit_code == 2
    assert run("export-codes", texts / "readout.txt").exit_code == 2


def figures(result: Result) -> dict[str, Any]:
    """Return JSON output."""
    assert result.exit_code == 0, result.output
    made: dict[str, Any] = json.loads(result.stdout)
    assert made["bilateral"] == bilateral.__version__
    assert made["form"] == 1
    return made


def test_texts_and_codings_give_the_same(gold: Path, texts: Path, tmp_path: Path) -> None:
    """To read the texts now is to compare with what was exported."""
    run("export-codes", *sorted(texts.glob("*.txt")), "-o", tmp_path / "out")
    now = figures(run("evaluate", gold, "--texts", texts, "--format", "json"))
    then = figures(run("evaluate", gold, tmp_path / "out", "--format", "json"))
    assert now == then
    assert now["documents"] == list(samples.names())
    assert now["measures"]["commitment force"]["equal"] < now["measures"]["commitments"]["found"]
    assert now["measures"]["leaders"]["missed"] == 1
    assert now["differences"] is now["agreement"] is None


def test_json_has_everything(gold: Path, texts: Path) -> None:
    """Differences, agreement and intervals, where asked for."""
    options = ("--differences", "--agreement", "--bootstrap", "50", "--seed", "3")
    made = figures(run("evaluate", gold, "--texts", texts, "--format", "json", *options))
    assert {"low", "high", "f1"} == set(made["measures"]["overall"])
    found = [(x["kind"], x["field"], x["gold"]) for x in made["differences"]]
    assert ("commitment", "force", "aspiration") in found
    assert made["differences"][1]["text"].startswith("She reaffirmed Canada’s commitment")
    force = next(x for x in made["agreement"] if x["field"] == "commitment force")
    assert force["metric"] == "ordinal"
    assert force["units"] == force["equal"] + 1


@pytest.mark.parametrize("width", ["20", "80", "200"])
def test_table(gold: Path, texts: Path, width: str) -> None:
    """A person sees every part, and no escape sequence."""
    options = ("--differences", "--agreement", "--bootstrap", "20")
    result = run("evaluate", gold, "--texts", texts, *options, COLUMNS=width)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    for title in ("Measures", "Differences", "Agreement"):
        assert title in result.stdout
    assert all(len(line) <= int(width) for line in result.stdout.splitlines())
    if width == "80":
        assert "commitment domains (leaf)" in result.stdout
        assert "[bold]" in result.stdout


def test_markdown(gold: Path, texts: Path) -> None:
    """Tables that a paper can take over."""
    result = run("evaluate", gold, "--texts", texts, "--format", "markdown", "--agreement")
    assert result.stdout.startswith("## Measures over 4 documents\n\n| Measure | P | R |")
    assert "\n## Agreement\n" in result.stdout


@pytest.mark.parametrize(
    ("option", "first"),
    [(None, "measure"), ("--differences", "verdict"), ("--agreement", "field")],
)
def test_csv(gold: Path, texts: Path, option: str | None, first: str) -> None:
    """One table, every row as wide as the heading."""
    options = [option] if option else []
    result = run("evaluate", gold, "--texts", texts, "--format", "csv", *options)
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows[0][0] == first
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_one_file_with_one_file(gold: Path, tmp_path: Path) -> None:
    """They belong together whatever their ids; sentences beside the first are used."""
    coding = json.loads((gold / "readout.json").read_text(encoding="utf-8"))
    other = tmp_path / "other.json"
    other.write_text(json.dumps({**coding, "id": "other"}), encoding="utf-8")
    made = figures(run("evaluate", gold / "readout.json", other, "--format", "json", "--agreement"))
    assert made["measures"]["overall"]["f1"] == 1
    assert made["agreement"][0]["units"] > 0


def test_documents_on_one_side(gold: Path, tmp_path: Path) -> None:
    """What was not predicted counts, what was not coded does not; both are told of."""
    other = tmp_path / "other"
    other.mkdir()
    for name in ("readout", "new"):
        write_codes(codes_of(samples.report("readout"), id=name), other / f"{name}.json")
    result = run("evaluate", gold, other, "--format", "json")
    told = lines(result, 0)
    assert len(told) == 4
    assert "wire-report: is not in" in told[2]
    assert told[3].startswith("bilateral: new: has no hand coding")
    assert json.loads(result.stdout)["measures"]["commitments"]["recall"] < 0.5


def test_faulty_files_are_left_out(gold: Path, texts: Path, tmp_path: Path) -> None:
    """Each is told of on one line; the others are compared; the exit code is 1."""
    (gold / "readout.json").write_text("{")
    (gold / "joint-statement.sents.json").write_text("{}")
    (texts / "wire-report.txt").unlink()
    result = run("evaluate", gold, "--texts", texts, "--format", "json")
    told = lines(result)
    assert len(told) == 3
    assert json.loads(result.stdout)["documents"] == ["summit-article"]
    # A faulty prediction is not an empty one.
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "summit-article.json").write_text('{"id": 3}')
    result = run("evaluate", gold / "summit-article.json", bad / "summit-article.json")
    assert len(lines(result)) == 1
    assert result.stdout == ""


def test_number_behind_the_last_sentence(gold: Path, texts: Path) -> None:
    """Agreement is refused where a coder's number cannot be."""
    path = gold / "readout.json"
    coding = json.loads(path.read_text(encoding="utf-8"))
    coding["commitments"][0]["s"] = 99
    path.write_text(json.dumps(coding), encoding="utf-8")
    result = run("evaluate", gold, "--texts", texts, "--agreement")
    assert "readout: commitments[0].s: must be at most" in lines(result)[0]


def test_two_codings_with_one_id(gold: Path, texts: Path) -> None:
    """Nobody knows which is meant."""
    (gold / "copy.json").write_bytes((gold / "readout.json").read_bytes())
    (texts / "copy.txt").write_bytes((texts / "readout.txt").read_bytes())
    assert "must differ from the others" in lines(run("evaluate", gold, "--texts", texts))[0]


def test_usage(gold: Path, texts: Path, tmp_path: Path) -> None:
    """Nothing or too much to compare with, two tables in CSV, an empty folder, no folder."""
    assert "give either PREDICTED or --texts" in lines(run("evaluate", gold), 2)[-1]
    assert "give either" in lines(run("evaluate", gold, gold, "--texts", texts), 2)[-1]
    both = run("evaluate", gold, gold, "--format", "csv", "--differences", "--agreement")
    assert "CSV holds one table" in lines(both, 2)[-1]
    (tmp_path / "empty").mkdir()
    assert "holds no coding" in lines(run("evaluate", tmp_path / "empty", gold))[0]
    assert "no such file" in lines(run("evaluate", tmp_path / "none", gold))[0]
    assert "there is no text of this name" in lines(run("evaluate", gold, "--texts", gold))[0]


@pytest.mark.parametrize("command", ["evaluate", "export-codes"])
def test_help_lists_the_exit_codes(command: str) -> None:
    """Whoever writes a script finds them."""
    told = run(command, "--help").stdout
    assert all(line in told for line in ("0  all went well", "1  a ", "2  the command line"))


def test_texts_and_codings_in_one_folder(gold: Path, texts: Path) -> None:
    """A coding is not taken for a text, though records can be loaded from JSON."""
    apart = run("evaluate", gold, "--texts", texts, "--format", "json")
    for path in gold.iterdir():
        (texts / path.name).write_bytes(path.read_bytes())
    together = run("evaluate", gold, "--texts", texts, "--format", "json")
    assert together.exit_code == 0, together.stderr
    assert together.output == apart.output
