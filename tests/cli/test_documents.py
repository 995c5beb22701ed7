"""Whole reports out of ``bilateral read`` and into it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bilateral import Report, dump, samples
from bilateral.cli.program import program
from bilateral.interchange import load_lines

REPORT = samples.report("joint-statement")


def run(*arguments: str) -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(program, arguments, prog_name="bilateral")


def test_reports_come_out_whole(tmp_path: Path) -> None:
    """A line each, with all that was read, how it was found as well."""
    path = tmp_path / "reports.jsonl"
    result = run(
        *("read", "--sample", "joint-statement", "--sample", "readout"),
        *("--format", "jsonl", "--output", str(path)),
    )
    assert result.exit_code == 0, result.stderr
    first, second = load_lines(path, Report)
    assert (first, second) == (REPORT, samples.report("readout"))
    assert first.commitments[0].trace == REPORT.commitments[0].trace


@pytest.mark.parametrize("option", ["--domain=security", "--force=pledge", "--country=US"])
def test_filters_leave_records_out(tmp_path: Path, option: str) -> None:
    """What a filter cannot be asked of is left out; what remains is a report."""
    path = tmp_path / "reports.jsonl"
    run("read", "--sample", "joint-statement", option, "--format", "jsonl", "--output", str(path))
    for report in load_lines(path, Report):
        assert set(report.commitments) < set(REPORT.commitments)
        assert report.source == REPORT.source


def test_a_file_of_records_is_shown_as_it_is(tmp_path: Path) -> None:
    """Nothing is read anew, and the tables are those of the text."""
    path = tmp_path / "statement.json"
    dump(REPORT, path)
    shown, read = run("read", str(path)), run("read", "--sample", "joint-statement")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.splitlines()[-20:] == read.stdout.splitlines()[-20:]


def test_a_file_of_other_records_is_refused(tmp_path: Path) -> None:
    """One line on standard error says what it holds."""
    path = tmp_path / "commitments.json"
    dump(REPORT.commitments, path)
    result = run("read", str(path))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "Commitments" in result.stderr
