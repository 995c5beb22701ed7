"""The collector of garbage, paused while records are made in bulk."""

from __future__ import annotations

import gc
import pathlib
import threading
from collections.abc import Callable, Iterator

import pytest

import bilateral
from bilateral import Commitments, LoadError, Span, ValidationError, interchange, samples
from bilateral.collecting import uncollected
from bilateral.interchange import documents, json


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """Give the tests that come after the collector that they expect."""
    yield
    gc.enable()


def test_paused_within_and_back_afterwards() -> None:
    """Also when one stands within another."""
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_back_after_an_error() -> None:
    """Whatever goes wrong, what comes after is collected."""
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()


def test_left_off_where_it_was_off() -> None:
    """Who has turned it off does not want it on, after an error neither."""
    gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()
    with pytest.raises(ValidationError):
        bilateral.loads("{}")
    assert not gc.isenabled()
    assert bilateral.loads(bilateral.dumps(Span(4, 9))) == Span(4, 9)
    assert not gc.isenabled()


@pytest.mark.parametrize("data", ["", "{", "{}", b"\xff", '{"format": "bilateral"}', 5])
def test_back_after_what_cannot_be_read(data: str) -> None:
    """As after a document without a fault."""
    with pytest.raises((LoadError, ValidationError)):
        bilateral.loads(data)
    assert gc.isenabled()


def test_back_after_what_cannot_be_written(tmp_path: pathlib.Path) -> None:
    """As after a record that can."""
    with pytest.raises(ValidationError):
        bilateral.dumps(object())
    with pytest.raises(LoadError):
        bilateral.dump(Span(4, 9), tmp_path / "none" / "span.json")
    assert gc.isenabled()


def test_paused_while_documents_are_read_and_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole of the work is within, not only its parts."""
    seen: list[bool] = []

    def watched(name: str) -> None:
        before: Callable[..., object] = getattr(json, name)

        def watch(*args: object, **more: object) -> object:
            seen.append(gc.isenabled())
            return before(*args, **more)

        monkeypatch.setattr(json, name, watch)

    for name in ("to_document", "render", "parse", "from_document"):
        watched(name)
    assert bilateral.loads(bilateral.dumps(Span(4, 9))) == Span(4, 9)
    assert seen == [False] * 4


def test_on_between_the_lines_of_a_file(tmp_path: pathlib.Path) -> None:
    """A generator pauses nothing while its user works, or where it is given up."""
    path = tmp_path / "spans.jsonl"
    interchange.dump_lines([Span(1, 2), Span(3, 4)], path)
    lines = interchange.load_lines(path, Span)
    assert next(lines) == Span(1, 2)
    assert gc.isenabled()
    del lines
    assert gc.isenabled()


def test_on_after_tables(tmp_path: pathlib.Path) -> None:
    """Tables are made and read in the same way."""
    records = samples.report("wire-report").commitments
    path = tmp_path / "commitments.csv"
    interchange.write_csv(records, path)
    assert gc.isenabled()
    assert [x.id for x in interchange.read_csv(path, Commitments)] == [x.id for x in records]
    assert gc.isenabled()


def test_threads_do_not_leave_it_off() -> None:
    """Threads that read at the same time each get their records, and the collector is on again."""
    text = bilateral.dumps(samples.report("readout"))
    wanted = bilateral.loads(text)
    right: list[bool] = []

    def read() -> None:
        right.extend([bilateral.loads(text) == wanted for _ in range(20)])

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert right == [True] * 80
    assert gc.isenabled()


def test_one_that_begins_within_another_thread_and_outlasts_it() -> None:
    """The collector comes back with the one that has paused it, and stays."""
    inside, go_on = threading.Event(), threading.Event()

    def long() -> None:
        with uncollected():
            inside.set()
            assert go_on.wait(10)

    with uncollected():
        thread = threading.Thread(target=long)
        thread.start()
        assert inside.wait(10)
    assert gc.isenabled()
    go_on.set()
    thread.join()
    assert gc.isenabled()


def test_documentation_is_kept() -> None:
    """What pauses the collector is still called and told of as before."""
    assert documents.to_document.__name__ == "to_document"
    assert "JSON" in (bilateral.loads.__doc__ or "")
