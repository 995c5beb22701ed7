"""Files are written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tests.interchange.drawn import Untyped

from bilateral import LoadError, Span, ValidationError, dump, load
from bilateral.interchange import files

posix = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX systems")


def test_what_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether writing, forcing or renaming fails, the old file stands and nothing else."""
    path = tmp_path / "span.json"
    dump(Span(0, 1), path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for broken in ("fsync", "fdopen"):
        with monkeypatch.context() as patch:
            patch.setattr(os, broken, fail)
            with pytest.raises(LoadError, match=r"span\.json: cannot be written: No space left"):
                dump(Span(1, 2), path)
        assert load(path, kind=Span) == Span(0, 1)
        assert [file.name for file in tmp_path.iterdir()] == ["span.json"]


def test_the_file_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is forced out before it is renamed, or a crash could leave a name for nothing."""
    path = tmp_path / "span.json"
    seen: list[bool] = []
    real = os.fsync

    def noted(handle: int) -> None:
        seen.append(path.exists())
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    dump(Span(0, 1), path)
    assert seen[0] is False
    assert path.exists()


@posix
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """A file keeps its mode, a new one has that of any, and a link is followed."""
    path, link = tmp_path / "span.json", tmp_path / "link.json"
    path.touch(mode=0o640)
    path.chmod(0o640)
    link.symlink_to(path)
    dump(Span(0, 1), link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    (tmp_path / "plain").touch()
    dump(Span(0, 1), tmp_path / "new.json")
    modes = {(tmp_path / name).stat().st_mode & 0o777 for name in ("plain", "new.json")}
    assert len(modes) == 1


def test_a_file_that_may_not_be_written_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new name would get around the permission."""
    path = tmp_path / "span.json"
    path.touch()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(LoadError, match="Permission denied"):
        dump(Span(0, 1), path)


@posix
def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    """What is no file is not replaced by one."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    dump(Span(0, 1), path)
    assert os.read(reader, 1000).endswith(b'"value":[0,1]}\n')
    os.close(reader)


@posix
def test_systems_that_cannot_force_a_folder_do_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder cannot be opened or forced out, the file is written all the same."""
    real = os.fsync

    def fail(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - of a handle
            raise OSError(22, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", fail)
    files._settle(tmp_path)
    files._settle(tmp_path / "lost")
    dump(Span(0, 1), tmp_path / "span.json")
    assert (tmp_path / "span.json").exists()


@pytest.mark.parametrize("path", [None, 3, b"x.json"])
def test_what_is_no_path_is_refused(path: Untyped) -> None:
    """The error names the argument."""
    with pytest.raises(ValidationError, match=r"path: must be a str or an os\.PathLike"):
        dump(Span(0, 1), path)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    """Nor is a folder a file; both are errors of the package's own."""
    for name in ("a\0b.json", "no/such/folder.json"):
        with pytest.raises(LoadError, match="cannot be written"):
            dump(Span(0, 1), tmp_path / name)
    with pytest.raises(LoadError, match="cannot be written"):
        dump(Span(0, 1), tmp_path)
