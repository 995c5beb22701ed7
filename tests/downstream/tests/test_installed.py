"""What is installed is the package alone, and Hypothesis knows all of its classes."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral

CLASSES = [name for name in bilateral.__all__ if isinstance(getattr(bilateral, name), type)]
CLASSES.remove("Archive")  # which needs a database


def test_the_package_is_installed_and_not_a_source_tree() -> None:
    """The tests would else show nothing about what is released."""
    home = Path(bilateral.__file__).resolve()
    assert "site-packages" in home.parts
    assert distribution("bilateral").version == bilateral.__version__
    assert files("bilateral").joinpath("py.typed").is_file()


@pytest.mark.parametrize("name", CLASSES)
def test_from_type_draws_every_class(name: str) -> None:
    """With nothing configured."""
    wanted: type[object] = getattr(bilateral, name)

    @settings(max_examples=20, deadline=None)
    @given(st.from_type(wanted))
    def draw(value: object) -> None:
        assert type(value) is wanted

    draw()


def test_archives_say_what_they_need() -> None:
    """The error names the extra."""

    @settings(max_examples=1)
    @given(st.from_type(bilateral.Archive))
    def draw(value: object) -> None:
        pass

    with pytest.raises(bilateral.MissingExtraError, match=r"bilateral\[archive\]"):
        draw()


def test_importing_hypothesis_is_silent_and_brings_nothing_along() -> None:
    """Even where every warning is an error."""
    program = (
        "import hypothesis, sys; "
        "print([m for m in sys.modules if m.startswith(('cattr', 'bilateral.strategies'))])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
