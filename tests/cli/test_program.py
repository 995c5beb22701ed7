"""The program as a whole, most of it in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import bilateral
from bilateral import samples
from bilateral.cli import main
from bilateral.cli.program import program

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")

#: Runs the program where an extra is not installed.
WITHOUT = """
import sys
sys.modules[{name!r}] = None
from bilateral.cli import main
main(["--version"])
"""


def start(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m bilateral`` and wait for its end."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "bilateral", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which ``$B`` is the program."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "B": f"{sys.executable} -W error -m bilateral"},
    )


def test_version() -> None:
    """The version is the package's."""
    done = start("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"bilateral, version {bilateral.__version__}\n"


def test_console_script_is_the_same_program() -> None:
    """What is installed as ``bilateral`` ends like ``python -m bilateral``."""
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0


@pytest.mark.parametrize("arguments", [("--help",), ("read", "--help"), ("samples", "-h")])
def test_help(arguments: tuple[str, ...]) -> None:
    """Each command tells what it does."""
    done = start(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage: bilateral" in done.stdout


def test_help_lists_the_exit_codes() -> None:
    """Whoever writes a script finds them."""
    told = start("read", "--help").stdout
    for code in ("0  all went well", "1  an input", "2  the command line", "3  all was read"):
        assert code in told


def test_unknown_command() -> None:
    """A wrong command is a usage error."""
    assert start("reed").returncode == 2


def test_main_job() -> None:
    """The first line of the README, but for the setting up."""
    done = start("read", "--sample", "summit-article")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Shigeru Ishiba" in done.stdout


@pytest.mark.parametrize("name", ["click", "rich"])
def test_missing_extra(name: str) -> None:
    """Without the extra there is one line that says what to install."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(name=name)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "bilateral: the command line needs an extra: pip install 'bilateral[cli]'\n"
    )


def test_other_missing_modules_are_not_blamed_on_the_extra() -> None:
    """A broken installation shows itself."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(name="bilateral.reading")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "ModuleNotFoundError" in done.stderr


@pytest.mark.parametrize(
    "data", [b"\0", b"\xff\xfe\0", os.urandom(4096) + b"\0", b"\xed\xa0\x80", b"a" * 100_000, b""]
)
def test_no_input_gives_a_stack_trace(data: bytes) -> None:
    """Whatever is piped in, there are records or one clear line."""
    done = start("read", stdin=data)
    assert done.returncode in {0, 1}
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == done.returncode


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_output_that_cannot_show_every_letter(encoding: str) -> None:
    """A terminal of another encoding gets escapes, not an error."""
    done = subprocess.run(
        [sys.executable, "-m", "bilateral", "read", "--sample", "wire-report"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_what_programs_read_is_utf_8(form: str) -> None:
    """Formats for programs do not depend on the terminal."""
    done = start("read", "--sample", "wire-report", "--format", form, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Łążyński" in done.stdout


@POSIX
@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_reader_that_stops_early(form: str) -> None:
    """A broken pipe is no error to tell of."""
    many = " ".join(["--sample summit-article"] * 20)
    done = shell(f"$B read {many} --format {form} | head -n 1")
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_full_disk(form: str) -> None:
    """What cannot be written is told of."""
    done = shell(f"$B read --sample readout --format {form} > /dev/full")
    assert done.returncode == 1
    assert done.stderr == "bilateral: standard output: cannot be written: No space left on device\n"


@POSIX
def test_without_file_on_a_terminal_it_offers_the_samples() -> None:
    """Whoever types only ``bilateral read`` learns what to type next."""
    pty = pytest.importorskip("pty")
    near, far = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bilateral", "read"],
            stdin=far,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    finally:
        os.close(near)
        os.close(far)
    assert done.returncode == 0
    assert "bilateral read --sample summit-article" in done.stdout
    for name in samples.names():
        assert name in done.stdout


def test_samples_are_listed() -> None:
    """Names and titles, and how to read one."""
    result = CliRunner().invoke(program, ["samples"])
    assert result.exit_code == 0
    for name in samples.names():
        assert f"  {name} " in result.stdout
        assert samples.expected(name)["title"] in result.stdout


def test_samples_are_printed() -> None:
    """The text as it is."""
    result = CliRunner().invoke(program, ["samples", "readout", "wire-report"])
    assert result.stdout == samples.text("readout") + samples.text("wire-report")


def test_expected_records_are_printed() -> None:
    """What should be read, as it is in the package."""
    result = CliRunner().invoke(program, ["samples", "readout", "--expected"])
    assert '"name": "Héloïse Beauséjour"' in result.stdout


def test_unknown_sample() -> None:
    """A wrong name is a usage error with the nearest."""
    result = CliRunner().invoke(program, ["samples", "redout"])
    assert result.exit_code == 2
    assert "readout" in result.stderr


def test_errors_of_the_package_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error from deep within is no stack trace either."""

    def fail(name: str) -> None:
        raise bilateral.TableError(table="cues.csv", line=3, reason="is\n  wrong")

    monkeypatch.setattr("bilateral.samples.report", fail)
    result = CliRunner().invoke(program, ["read", "--sample", "readout"])
    assert result.exit_code == 1
    assert result.stderr == "bilateral: cues.csv:3: is; wrong\n"
