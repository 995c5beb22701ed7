"""Files, samples and standard input → reports, one after the other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from attrs import define

from bilateral import samples
from bilateral.cli.messages import tell
from bilateral.cli.progress import followed
from bilateral.errors import BilateralError, LoadError
from bilateral.files import MOST_BYTES
from bilateral.gazetteer.lexicon import Lexicon
from bilateral.loaders import decode, load
from bilateral.model.dates import PartialDate
from bilateral.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.query.reports import Report

#: The name by which standard input is asked for.
STANDARD_INPUT = "-"


@define(kw_only=True)
class Batch:
    """Everything that one command is to read.

    Fields:
        files: paths, ``-`` for standard input.
        samples: names of samples.
        date: the day of publication, where the texts do not tell, or None.
        encoding: the encoding of the files, or None.
        lexicon: the user's own words, or None.
        failed: how many could not be read so far.
    """

    files: tuple[str, ...]
    samples: tuple[str, ...] = ()
    date: PartialDate | None = None
    encoding: str | None = None
    lexicon: Lexicon | None = None
    failed: int = 0

    @property
    def count(self) -> int:
        """How many texts there are to read."""
        return len(self.files) + len(self.samples)

    def reports(self) -> Iterator[tuple[str, Report]]:
        """Yield each report under its name; one that fails is told of on standard error."""
        names = [*[(name, True) for name in self.samples], *[(path, False) for path in self.files]]
        for name, is_sample in followed(names, self.count):
            if is_sample and self.lexicon is None:
                yield name, samples.report(name)
            elif is_sample:
                yield name, read(samples.text(name), lexicon=self.lexicon)
            else:
                try:
                    report = self._report(name)
                except BilateralError as error:
                    self.failed += 1
                    tell(error)
                else:
                    yield "standard input" if name == STANDARD_INPUT else name, report

    def _report(self, path: str) -> Report:
        if path != STANDARD_INPUT:
            return load(path, date=self.date, encoding=self.encoding, lexicon=self.lexicon)
        data = b"" if sys.stdin is None else sys.stdin.buffer.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise LoadError("standard input", f"has more than {MOST_BYTES // 2**20} MB; split it")
        text = decode(data, "standard input", encoding=self.encoding)
        return read(text, date=self.date, lexicon=self.lexicon)
