"""What becomes of a file: a report or an error."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import frozen

from bilateral.errors import BilateralError, LoadError
from bilateral.loaders import load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bilateral.query.reports import Report

T = TypeVar("T")


@frozen
class Outcome(Generic[T]):
    """What became of a file: one of `made` and `error` is there.

    Fields:
        path: the path as it was found.
        made: the report that was read, or what was wanted of it, or None.
        error: why nothing was read, or None.
    """

    path: str
    made: T | None = None
    error: Exception | None = None

    @property
    def told(self) -> LoadError:
        """The error as one of the file, whatever it was."""
        error = self.error
        if isinstance(error, LoadError):
            return error
        reason = "; ".join([line.strip() for line in str(error).splitlines()])
        if not isinstance(error, BilateralError):
            reason = f"reading failed with {type(error).__name__}: {reason}; please report this"
        made = LoadError(self.path, reason)
        made.__cause__ = error
        return made


def itself(report: Report) -> Report:
    """Return a report as it is."""
    return report


def outcome_of(path: str, keywords: Mapping[str, Any], wanted: Callable[[Report], T]) -> Outcome[T]:
    """Read a file.

    Args:
        path: the file.
        keywords: what `load` is told besides.
        wanted: makes of the report what is wanted.
    """
    try:
        return Outcome(path, made=wanted(load(path, **keywords)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the other files are read all the same
        return Outcome(path, error=error)


def portable(outcome: Outcome[T]) -> Outcome[T]:
    """Return an outcome that can be sent to another process: some errors hold values that cannot."""
    if outcome.error is not None:
        try:
            pickle.loads(pickle.dumps(outcome.error))
        except Exception:  # noqa: BLE001 - foreign classes may raise anything
            return Outcome(outcome.path, error=LoadError(outcome.path, outcome.told.reason))
    return outcome
