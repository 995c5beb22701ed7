"""``bilateral show``: the annotated page on the command line."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from bilateral import load, samples
from bilateral.cli.program import program
from bilateral.cli.show import show


def run(*arguments: str, stdin: str = "") -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(program, ["show", *arguments], input=stdin, prog_name="bilateral")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return the path of a short text."""
    path = tmp_path / "summit.txt"
    path.write_text("Japan agreed to train engineers.\n", encoding="utf-8")
    return path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that a browser was asked to open."""
    asked: list[str] = []

    def note(url: str) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", note)
    return asked


def test_writes_the_page(text: Path, tmp_path: Path) -> None:
    """The file is what the library makes, and the program says where it is."""
    page = tmp_path / "report.html"
    result = run(str(text), "-o", str(page))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"bilateral: wrote {page}\n"
    assert page.read_bytes().decode("utf-8") == load(text).to_html()


def test_prints_the_page_where_no_file_is_named(text: Path) -> None:
    """A pipe gets it."""
    assert run(str(text)).stdout == load(text).to_html()


def test_samples_and_standard_input() -> None:
    """Both are shown like a file."""
    assert run("--sample", "readout").stdout == samples.report("readout").to_html()
    assert "agreed to train" in run("-", stdin="Japan agreed to train engineers.").stdout


def test_open_opens_what_was_written(text: Path, tmp_path: Path, opened: list[str]) -> None:
    """In the named file, or in one that is made."""
    page = tmp_path / "a page #1.html"
    assert run(str(text), "-o", str(page), "--open").exit_code == 0
    assert opened == [page.as_uri()]
    assert run(str(text), "--open").exit_code == 0
    made = opened[1].removeprefix("file://")
    assert Path(made).read_text(encoding="utf-8") == load(text).to_html()


def test_no_browser_to_open_it(text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is there all the same."""
    monkeypatch.setattr(webbrowser, "open", lambda _url: False)
    result = run(str(text), "-o", str(tmp_path / "x.html"), "--open")
    assert result.exit_code == 1
    assert "no browser" in result.stderr
    assert (tmp_path / "x.html").exists()


def test_a_terminal_is_not_flooded(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a place for the page, a person is asked for one."""

    class Terminal:
        @staticmethod
        def isatty() -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(click.UsageError, match="--output"):
        show.main([str(text)], standalone_mode=False)


@pytest.mark.parametrize("arguments", [(), ("a.txt", "--sample", "readout")])
def test_one_text_is_shown(arguments: tuple[str, ...]) -> None:
    """Neither none nor two."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "one of them" in result.stderr


def test_the_text_is_not_written_over(text: Path) -> None:
    """A slip of the fingers loses nothing."""
    before = text.read_bytes()
    assert run(str(text), "-o", str(text)).exit_code == 2
    assert text.read_bytes() == before


def test_what_cannot_be_read_writes_nothing(tmp_path: Path) -> None:
    """One line, and no page."""
    page = tmp_path / "x.html"
    result = run(str(tmp_path / "none.txt"), "-o", str(page))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert not page.exists()


def test_misspelt_sample() -> None:
    """The nearest is told."""
    result = run("--sample", "reedout")
    assert result.exit_code == 2
    assert "readout" in result.stderr
