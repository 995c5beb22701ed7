"""Files → what became of them, over several processes, with bounded memory and nothing left behind.

A worker gets paths over a pipe and sends what became of each, one by one.  So it is known which file
a worker was at that died; the file is told of, and a new worker goes on behind it.  A worker whose
pipe is closed ends by itself, even when this process was killed.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from attrs import define, field, frozen

from bilateral.collecting import uncollected
from bilateral.errors import BilateralError, Fault, LoadError, ValidationError
from bilateral.loaders import registry
from bilateral.loaders.documents import Parse
from bilateral.loaders.outcomes import Outcome, outcome_of, portable

if TYPE_CHECKING:
    from bilateral.query.reports import Report

T = TypeVar("T")

#: How many paths a worker has at most: one that it reads, and one to go on with at once.
_QUEUE = 2
#: How far the first file that is not read may lie behind the last, for each worker.
_AHEAD = 8
#: Seconds that a worker has to end, before it is killed.
_GRACE = 5
# A process that was started anew has nothing of this one's; the other ways to start one copy locks
# that threads hold.
_CONTEXT = multiprocessing.get_context("spawn")


@frozen
class Job:
    """What a worker must know.

    Fields:
        keywords: what `load` is told besides the path.
        loaders: the loaders that the user has registered.
        wanted: makes of a report what is wanted.
    """

    keywords: Mapping[str, Any]
    loaders: Mapping[str, Parse]
    wanted: Callable[[Report], object]

    def packed(self) -> bytes:
        """Return the job in a form that can be sent.

        Raises:
            ValidationError: something in it cannot be sent.
        """
        try:
            return pickle.dumps(self)
        except Exception as error:
            reason = (
                "cannot be handed to other processes; give processes=1, or define registered"
                f" loaders at the top of a module ({error})"
            )
            raise ValidationError("load_all", (Fault("processes", None, reason),)) from error


def job(keywords: Mapping[str, Any], wanted: Callable[[Report], object]) -> Job:
    """Return the job with what is registered now."""
    own = {suffix: x for suffix, x in registry._LOADERS.items() if not isinstance(x, str)}  # noqa: SLF001
    return Job(keywords, own, wanted)


def _work(pipe: Connection, packed: bytes) -> None:
    """Be a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    # A worker that is told to end must take the process that reads a PDF for it along.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    # Reading makes many objects and no cycles: looking for these more seldom saves a tenth of the time.
    gc.set_threshold(50_000)
    try:
        made: Job = pickle.loads(packed)
        for suffix, parse in made.loaders.items():
            registry.register(suffix, parse, replace=True)
        pipe.send_bytes(pickle.dumps(None))  # ready
        while True:
            outcome = portable(outcome_of(pipe.recv(), made.keywords, made.wanted))
            pipe.send_bytes(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass


@define(eq=False)
class Worker:
    """A process and what it has to do.

    Fields:
        process: the process.
        pipe: this end of its pipe.
        queue: the numbers and paths that it has not answered yet, in order.
        ready: whether it has started.
    """

    process: multiprocessing.process.BaseProcess
    pipe: Connection
    queue: deque[tuple[int, str]] = field(factory=deque)
    ready: bool = False

    @classmethod
    def start(cls, packed: bytes) -> Worker:
        """Start a process."""
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_work, args=(theirs, packed), daemon=True)
        with _uninterrupted():
            process.start()
        theirs.close()
        return cls(process, ours)

    def give(self, number: int, path: str) -> None:
        """Let the worker read a file when it comes to it."""
        self.queue.append((number, path))
        with suppress(OSError):  # it is dead, which is seen when its answer is waited for
            self.pipe.send(path)

    def stop(self, *, at_once: bool) -> None:
        """End the process; one that has nothing to do ends when its pipe is closed."""
        self.pipe.close()
        if at_once:
            self.process.terminate()
        self.process.join(_GRACE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


@define(eq=False)
class Pool(Generic[T]):
    """Workers that read files.

    Fields:
        count: how many workers.
        packed: their job.
        ordered: whether outcomes come in the order of the files, or as they are there.
    """

    count: int
    packed: bytes
    ordered: bool
    _workers: list[Worker] = field(factory=list)
    _done: dict[int, Outcome[T]] = field(factory=dict)
    _given: int = 0
    _told: int = 0

    def outcomes(self, files: Iterator[str | LoadError]) -> Iterator[Outcome[T]]:
        """Yield what became of each file.

        Raises:
            BilateralError: processes cannot be started.
        """
        finished = False
        try:
            more = True
            while more or self._given > self._told:
                more = more and self._hand_out(files)
                yield from self._ready()
                if any(worker.queue for worker in self._workers):
                    self._gather()
            finished = True
        finally:
            for worker in self._workers:
                if not finished:
                    worker.process.terminate()  # all first: they end side by side
            for worker in self._workers:
                worker.stop(at_once=not finished)

    def _ready(self) -> Iterator[Outcome[T]]:
        """Yield what may be told by now."""
        while self._done:
            number = self._told if self.ordered else next(iter(self._done))
            if number not in self._done:
                return
            self._told += 1
            yield self._done.pop(number)

    def _hand_out(self, files: Iterator[str | LoadError]) -> bool:
        """Give the workers as much as they may have; say whether there may be more."""
        while self._given - self._told < _AHEAD * self.count:
            worker = self._idlest()
            if worker is None:
                return True
            item = next(files, None)
            if item is None:
                return False
            if isinstance(item, LoadError):
                self._done[self._given] = Outcome(item.path, error=item)
            else:
                worker.give(self._given, item)
            self._given += 1
        return True

    def _idlest(self) -> Worker | None:
        """Return the worker that has least to do, a new one where there may be more, or None."""
        idlest = min(self._workers, key=lambda worker: len(worker.queue), default=None)
        if (idlest is None or idlest.queue) and len(self._workers) < self.count:
            idlest = Worker.start(self.packed)
            self._workers.append(idlest)
        return idlest if idlest is not None and len(idlest.queue) < _QUEUE else None

    def _gather(self) -> None:
        """Wait for an answer, and take all that are there."""
        by_pipe = {worker.pipe: worker for worker in self._workers if worker.queue}
        for pipe in cast("list[Connection]", wait(list(by_pipe))):
            worker = by_pipe[pipe]
            try:
                packed = pipe.recv_bytes()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            with uncollected():
                outcome: Outcome[T] | None = pickle.loads(packed)
            if outcome is None:
                worker.ready = True
            else:
                number, _ = worker.queue.popleft()
                self._done[number] = outcome

    def _bury(self, worker: Worker) -> None:
        """Tell of the file that a dead worker was at, and let another read the rest."""
        self._workers.remove(worker)
        worker.process.join(_GRACE)
        code = worker.process.exitcode
        worker.stop(at_once=True)
        if not worker.ready:
            raise BilateralError(
                f"a process that reads files could not start, it ended with {code}; in a program"
                " of your own, call load_all under `if __name__ == '__main__':`, or give"
                " processes=1"
            )
        number, path = worker.queue.popleft()
        reason = f"the process that read it ended with {code}; it may have been out of memory"
        self._done[number] = Outcome(path, error=LoadError(path, reason))
        if worker.queue:
            heir = Worker.start(self.packed)
            self._workers.append(heir)
            for rest in worker.queue:
                heir.give(*rest)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep Ctrl-C from a process that starts here, until it has said that it wants none."""
    mask: Callable[..., Any] | None = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # Windows
        yield
        return
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)
