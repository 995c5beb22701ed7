"""Long work shows how far it is, to a person and to nobody else."""

from __future__ import annotations

import io
import sys

import pytest

from bilateral.cli.messages import tell
from bilateral.cli.progress import followed


class Terminal(io.StringIO):
    """A stream behind which a person sits."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def work(monkeypatch: pytest.MonkeyPatch, *, out: io.StringIO, err: io.StringIO, count: int) -> str:
    """Go through some work and return what standard error got."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    for item in followed(range(count), count):
        if item == 1:
            tell("something is wrong")
    monkeypatch.undo()
    return err.getvalue()


def test_a_person_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the results go to a file; what is told of meanwhile is there too."""
    told = work(monkeypatch, out=io.StringIO(), err=Terminal(), count=3)
    assert "3/3" in told
    assert "bilateral: something is wrong" in told


@pytest.mark.parametrize(
    ("out", "err"), [(io.StringIO, io.StringIO), (Terminal, Terminal), (Terminal, io.StringIO)]
)
def test_nobody_else_does(
    monkeypatch: pytest.MonkeyPatch, out: type[io.StringIO], err: type[io.StringIO]
) -> None:
    """A log has no bar in it, and results that are printed show the progress themselves."""
    told = work(monkeypatch, out=out(), err=err(), count=3)
    assert told == "bilateral: something is wrong\n"


def test_one_text_has_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to count."""
    assert work(monkeypatch, out=io.StringIO(), err=Terminal(), count=1) == ""


def test_what_is_given_is_what_comes() -> None:
    """In its order."""
    assert list(followed("abc", 3)) == ["a", "b", "c"]
