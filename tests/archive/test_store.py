"""Several reports in one transaction: the same archive as one by one."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archive import holdings
from tests.archive.test_archive import is_whole

from bilateral import Archive, Dossier, LoadError
from bilateral.archive.rows import Incoming, Rows
from bilateral.archive.store import Store

ROWS = [Rows.of(report) for report in holdings.reports()]


def batch(chosen: list[int]) -> list[Incoming]:
    """Return reports as they come from files, no two of which are one."""
    return [
        Incoming(ROWS[each], ((f"digest {each}-{at}", f"{at}.txt"),))
        for at, each in enumerate(chosen)
    ]


picks = st.lists(st.integers(0, len(ROWS) - 1), max_size=12)


@given(st.lists(st.tuples(picks, st.booleans()), max_size=3))
def test_together_is_as_one_by_one(batches: list[tuple[list[int], bool]]) -> None:
    """With reports that come again, in one batch or a later one, added or replaced."""
    with (
        tempfile.TemporaryDirectory() as name,
        Archive(Path(name, "a.db")) as one,
        Archive(Path(name, "b.db")) as other,
    ):
        for chosen, replace in batches:
            reports = batch(chosen)
            together = one._store.add(reports, replace=replace)
            assert together == [other._store.add([x], replace=replace)[0] for x in reports]
        assert one.dossier() == other.dossier()
        assert is_whole(one)
        files = [x.files[0][0] for chosen, _ in batches for x in batch(chosen)]
        held = {digest for digest in files if one._store.has_file(digest)}
        assert held >= {digest for digest in files if other._store.has_file(digest)}


def test_two_writers_of_batches(place: str) -> None:
    """Neither waits for the other for ever, in whatever order they have the reports."""
    chosen = list(range(len(ROWS)))
    Archive(place).close()
    counts: list[int] = []

    def write(reports: list[Incoming]) -> None:
        with Archive(place) as archive:
            counts.extend(
                sum(archive._store.add(reports[at : at + 5], replace=False))
                for at in range(0, len(reports), 5)
            )

    writers = [
        threading.Thread(target=write, args=(batch(order),))
        for order in (chosen, chosen[::-1], chosen[3:] + chosen[:3])
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Archive(place) as archive:
        assert sum(counts) == len(archive) == len(ROWS)
        assert archive.dossier() == Dossier(holdings.reports())
        assert is_whole(archive)


def test_a_batch_is_there_as_a_whole_or_not_at_all(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails at the last report leaves none of them."""
    with Archive(place) as archive:
        assert archive._store.add(batch([0]), replace=False) == [True]
        with monkeypatch.context() as patch:
            patch.setattr(Store, "_insertion", lambda *_: None)
            with pytest.raises(Exception, match="execut"):
                archive._store.add(batch([1, 0, 2]), replace=False)
        assert len(archive) == 1
        assert not archive._store.has_file("digest 2-2")
        broken = [*batch([1]), Incoming(Rows({**ROWS[2].report, "document": None}, {}))]
        with pytest.raises(LoadError):
            archive._store.add(broken, replace=False)
        assert len(archive) == 1
        assert archive._store.add(batch([1, 0, 2]), replace=False) == [True, False, True]
        assert archive._store.has_file("digest 2-2")
        assert is_whole(archive)
        assert archive._store.add([], replace=True) == []
