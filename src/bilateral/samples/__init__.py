"""Reports that come with the package, each with the records that a reader should find.

The texts are the package's own: a news article, which retells a real meeting, and a readout, a
joint statement and a wire report about invented ones.  The expected records were written by hand
from the codebook before any program had read the texts, so that they can measure one.

>>> from bilateral import samples
>>> samples.names()
('joint-statement', 'readout', 'summit-article', 'wire-report')
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from bilateral.errors import UnknownNameError
from bilateral.samples.expectations import (
    ExpectedAmount,
    ExpectedCommitment,
    ExpectedIssue,
    ExpectedLeader,
    ExpectedMeeting,
    ExpectedPartnership,
    ExpectedReport,
)

if TYPE_CHECKING:
    from bilateral.query.reports import Report

__all__ = [
    "ExpectedAmount",
    "ExpectedCommitment",
    "ExpectedIssue",
    "ExpectedLeader",
    "ExpectedMeeting",
    "ExpectedPartnership",
    "ExpectedReport",
    "expected",
    "names",
    "report",
    "text",
]

_DATA = files(__name__) / "data"


@cache
def names() -> tuple[str, ...]:
    """Return the names of the samples, in the order of the alphabet."""
    held = [entry.name for entry in _DATA.iterdir()]
    return tuple(sorted(name.removesuffix(".txt") for name in held if name.endswith(".txt")))


def text(name: str) -> str:
    """Return the text of a sample.

    Raises:
        UnknownNameError: no sample is called so; the error lists the nearest names.

    >>> text("wire-report").partition(" - ")[0].splitlines()[-1]
    'RABAT, March 4 (Example News)'
    """
    return _content(name, ".txt")


def report(name: str) -> Report:
    """Read a sample with the reader.

    Raises:
        UnknownNameError: no sample is called so; the error lists the nearest names.

    >>> report("wire-report").source.title
    'Poland and Morocco Plan Fertiliser Plant on the Baltic'
    """
    from bilateral.reading import read

    return read(text(name))


def expected(name: str) -> ExpectedReport:
    """Return what a careful analyst finds in a sample, as plain dictionaries.

    Raises:
        UnknownNameError: no sample is called so; the error lists the nearest names.

    >>> commitment = expected("wire-report")["commitments"][0]
    >>> commitment["actors"], commitment["force"], commitment["domains"]
    (['MAR', 'POL'], 'pledge', ['economy.investment', 'economy.agriculture'])
    """
    return cast("ExpectedReport", json.loads(_content(name, ".json")))


def _content(name: str, suffix: str) -> str:
    if name not in names():
        from bilateral.gazetteer.lookup import nearest

        close = nearest(str(name), names()) or names()
        raise UnknownNameError(kind="sample", name=name, nearest=close)
    # As bytes, so that line ends stay what they are.
    return (_DATA / f"{name}{suffix}").read_bytes().decode("utf-8")
