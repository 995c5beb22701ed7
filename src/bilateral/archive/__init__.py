"""Reports in a database, behind the same queries: SQLite, or PostgreSQL by URL.

>>> import pathlib, tempfile, bilateral
>>> archive = bilateral.Archive(pathlib.Path(tempfile.mkdtemp(), "follow-up.db"))
>>> archive.add(bilateral.read("Japan agreed to train engineers."))
True
>>> archive.commitments.by_country("Japanese").by_force("pledge").all()
Commitments(1 record)
>>> archive.close()
"""

from bilateral.archive.archive import Archive

__all__ = ["Archive"]
