"""Loaders for further suffixes."""

from __future__ import annotations

from pathlib import Path

import pytest

import bilateral
from bilateral import LoadError, ValidationError
from bilateral.loaders import Document, decode, register, registry, suffixes


def transcript(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    """Parse a format of the test's own: a line for the title, then the text."""
    title, _, text = decode(data, path, encoding=encoding).partition("\n")
    if not text:
        raise LoadError(path, "has no text below its title")
    return Document(text=text, title=title)


@pytest.fixture(autouse=True)
def own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the registry as it was."""
    monkeypatch.setattr(registry, "_LOADERS", dict(registry._LOADERS))


def test_registered_suffix_loads(tmp_path: Path) -> None:
    """A file of the suffix, in any case, is read by the user's loader."""
    register(".Talk", transcript)
    assert ".talk" in suffixes()
    path = tmp_path / "readout.TALK"
    path.write_text("A Meeting\nChile agreed to help Norway.")
    report = bilateral.load(path)
    assert report.source.title == "A Meeting"
    assert report.commitments.one().text == "Chile agreed to help Norway."


def test_error_of_a_registered_loader(tmp_path: Path) -> None:
    """What the user's loader refuses is refused."""
    register(".talk", transcript)
    path = tmp_path / "readout.talk"
    path.write_text("A Meeting")
    with pytest.raises(LoadError, match="below its title"):
        bilateral.load(path)


def test_loader_that_returns_no_document(tmp_path: Path) -> None:
    """A loader that returns something else is told of by what it returned."""
    register(".talk", decode)  # type: ignore[arg-type]
    path = tmp_path / "readout.talk"
    path.write_text("A Meeting")
    with pytest.raises(ValidationError, match="must return a Document"):
        bilateral.load(path)


@pytest.mark.parametrize(
    "suffix", ["", ".", "talk", "*.talk", ".tar.gz", ".a b", "./talk", ".a/b", ".a\\b", None, 3]
)
def test_bad_suffix(suffix: object) -> None:
    """What is no suffix is refused by name."""
    with pytest.raises(ValidationError, match="suffix: must be a suffix"):
        register(suffix, transcript)  # type: ignore[arg-type]


def test_bad_loader() -> None:
    """What cannot be called cannot load."""
    with pytest.raises(ValidationError, match="parse: must be a function"):
        register(".talk", "transcript")  # type: ignore[arg-type]


@pytest.mark.parametrize("suffix", [".txt", ".TXT", ".pdf"])
def test_known_suffix_is_replaced_on_purpose_only(tmp_path: Path, suffix: str) -> None:
    """A loader in place is kept unless its replacement is asked for."""
    with pytest.raises(ValidationError, match="replace=True"):
        register(suffix, transcript)
    register(suffix, transcript, replace=True)
    path = tmp_path / f"readout{suffix}"
    path.write_text("A Meeting\nChile agreed to help Norway.")
    assert bilateral.load(path).source.title == "A Meeting"
