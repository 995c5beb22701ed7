"""Records ↔ what other programs read: JSON, JSON Lines, tables.

>>> from bilateral import interchange, samples
>>> report = samples.report("wire-report")
>>> interchange.loads(interchange.dumps(report)) == report
True
"""

from bilateral.interchange.json import dump, dumps, loads
from bilateral.interchange.json_schema import schema
from bilateral.interchange.lines import dump_lines, load_lines

__all__ = ["dump", "dump_lines", "dumps", "load_lines", "loads", "schema"]
