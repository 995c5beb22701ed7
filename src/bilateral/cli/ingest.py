"""``bilateral ingest``: files → an archive, going on where it was cut off."""

from __future__ import annotations

import hashlib
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import define, field

from bilateral.archive import Archive
from bilateral.archive.rows import Incoming, Rows
from bilateral.cli.messages import tell
from bilateral.cli.names import dates
from bilateral.errors import LoadError
from bilateral.files import read_bytes
from bilateral.gazetteer.lexicon import Lexicon
from bilateral.loaders.many import outcomes
from bilateral.loaders.paths import find_files
from bilateral.loaders.progress import progress_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bilateral import PartialDate
    from bilateral.loaders.outcomes import Outcome

#: How many reports wait at most to be put into an archive, and for how many seconds.
_MOST, _LONGEST = 64, 1.0
#: The exit code of a program that Ctrl-C has ended, as shells give it.
_INTERRUPTED = 130


@define
class Ingestion:
    """What is put into an archive, and what has become of it so far.

    Reports are put there some at a time, which is quicker: what is cut off in between is read again
    by the same command.

    Fields:
        archive: where it is put.
        replace: whether files are read that were read before.
        step: called when a file is done with.
        added: how many reports were added.
        known: how many files, or their texts, were there already.
        failed: how many files could not be read.
    """

    archive: Archive
    replace: bool
    step: Callable[[], None]
    added: int = 0
    known: int = 0
    failed: int = 0
    #: of the files that are being read
    _digests: dict[str, str] = field(factory=dict)
    _waiting: list[Incoming] = field(factory=list)
    _since: float = 0.0

    def unread(self, files: Iterable[str | LoadError]) -> Iterator[str | LoadError]:
        """Yield the files that are not in the archive."""
        for item in files:
            if isinstance(item, str) and (digest := digest_of(item)) is not None:
                if not self.replace and self.archive._store.has_file(digest):  # noqa: SLF001
                    self.known += 1
                    self.step()
                    continue
                self._digests[item] = digest
            yield item

    def take(self, outcome: Outcome[Rows]) -> None:
        """Put a report into the archive before long, or tell why there is none."""
        digest = self._digests.pop(outcome.path, None)
        if outcome.made is None:
            self.failed += 1
            tell(outcome.told)
        else:
            files = () if digest is None else ((digest, outcome.path),)
            if not self._waiting:
                self._since = time.monotonic()
            self._waiting.append(Incoming(outcome.made, files))
            if len(self._waiting) >= _MOST or time.monotonic() - self._since > _LONGEST:
                self.put()
        self.step()

    def put(self) -> None:
        """Put into the archive what waits for it."""
        reports, self._waiting = self._waiting, []
        if reports:
            added = sum(self.archive._store.add(reports, replace=self.replace))  # noqa: SLF001
            self.added += added
            self.known += len(reports) - added

    def __str__(self) -> str:
        told = f"{self.added} added, {self.known} there already, {self.failed} not read"
        return f"{told}; {len(self.archive)} reports in all"


def digest_of(path: str) -> str | None:
    """Return a hash of a file and its suffix, which decides how it is read; None if it has none."""
    try:
        # a pipe can be read only once
        content = read_bytes(path) if Path(path).is_file() else None
    except (LoadError, OSError, ValueError):  # `load` will say what is wrong
        return None
    if content is None:
        return None
    return hashlib.sha256(Path(path).suffix.lower().encode() + b"\0" + content).hexdigest()


@click.command(
    epilog="""
    \b
    Examples:
      bilateral ingest reports/ --into follow-up.db
      bilateral ingest "reports/2024-*.html" --into follow-up.db --replace

    \b
    Exit codes:
      0  every file is in the archive
      1  a file could not be read, or the archive not be opened or written
      2  the command line is wrong
      130  stopped by Ctrl-C
    """
)
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "--into",
    required=True,
    metavar="ARCHIVE",
    help="The file of the archive, made if there is none, or the URL of a database of PostgreSQL.",
)
@click.option(
    "--replace", is_flag=True, help="Read again what was read, in place of what is there."
)
@click.option(
    "--processes",
    type=click.IntRange(0, 1024),
    metavar="N",
    help="How many processes read; one for each processor where not given.",
)
@click.option("--quiet", is_flag=True, help="Neither a bar nor a summary; errors are told.")
@click.option(
    "--date",
    metavar="DATE",
    callback=dates,
    help="The day of publication, where the texts do not tell.  YYYY-MM-DD.",
)
@click.option("--encoding", metavar="NAME", help="The encoding, where it cannot be found out.")
@click.option("--lexicon", metavar="FILE", help="A file of your own words, as for `read`.")
@click.pass_context
def ingest(
    ctx: click.Context,
    paths: tuple[str, ...],
    into: str,
    replace: bool,  # noqa: FBT001 - click passes a flag by name
    processes: int | None,
    quiet: bool,  # noqa: FBT001
    date: PartialDate | None,
    encoding: str | None,
    lexicon: str | None,
) -> None:
    """Read files into an archive; PATHS are files, folders or patterns.

    What is in the archive is not read again, so that the same command goes on where it was cut off
    and takes up what is new.  Files that could not be read are tried again.
    """
    words = None if lexicon is None else Lexicon.load(lexicon)
    keywords = {"date": date, "encoding": encoding, "lexicon": words}
    with ExitStack() as stack:
        archive = stack.enter_context(Archive(into))
        files = list(find_files(paths))
        drawn = not quiet and sys.stderr is not None and sys.stderr.isatty()
        step = stack.enter_context(progress_bar(len(files))) if drawn else _nothing
        made = Ingestion(archive, replace, step)
        read = outcomes(
            made.unread(files), keywords, Rows.of, ordered=True, processes=processes, progress=False
        )
        stack.callback(read.close)
        try:
            try:
                for outcome in read:
                    made.take(outcome)
            finally:
                made.put()
        except KeyboardInterrupt:
            tell("stopped; the same command goes on from here")
            ctx.exit(_INTERRUPTED)
        summary = str(made)
    if not quiet:
        click.echo(summary)
    if made.failed:
        ctx.exit(1)


def _nothing() -> None:
    """Do nothing."""
