"""``bilateral chart``: pictures on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bilateral.cli.chart import _BARS, _OTHERS
from bilateral.cli.program import program


def run(*arguments: str) -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(program, ["chart", *arguments], prog_name="bilateral")


@pytest.mark.parametrize("what", [*_BARS, *_OTHERS])
def test_draws(what: str, tmp_path: Path) -> None:
    """Every kind of picture, of more than one text."""
    path = tmp_path / "chart.svg"
    result = run(what, "--sample", "readout", "--sample", "joint-statement", "-o", str(path))
    assert (result.exit_code, result.stderr) == (0, f"bilateral: wrote {path}\n")
    assert path.read_text(encoding="utf-8").startswith("<svg")


def test_refuses_other_forms(tmp_path: Path) -> None:
    """And tells the right ones."""
    result = run("fields", "--sample", "readout", "-o", str(tmp_path / "x.gif"))
    assert result.exit_code == 2
    assert ".svg" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_needs_a_text(tmp_path: Path) -> None:
    """Nothing is nothing to draw; what cannot be read is told of."""
    assert run("fields", "-o", str(tmp_path / "x.svg")).exit_code == 2
    result = run("fields", str(tmp_path / "none.txt"), "-o", str(tmp_path / "x.svg"))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_no_place_for_the_picture(tmp_path: Path) -> None:
    """One line says so."""
    result = run("fields", "--sample", "readout", "-o", str(tmp_path / "no" / "x.svg"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
