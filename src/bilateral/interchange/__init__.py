"""Records ↔ what other programs read: JSON, JSON Lines, CSV, Parquet, Arrow, pandas, polars.

>>> from bilateral import interchange, samples
>>> report = samples.report("wire-report")
>>> interchange.loads(interchange.dumps(report)) == report
True
"""

from bilateral.interchange.arrow import (
    arrow_schema,
    from_arrow,
    read_parquet,
    to_arrow,
    write_parquet,
)
from bilateral.interchange.csv import read_csv, write_csv
from bilateral.interchange.json import dump, dumps, loads
from bilateral.interchange.json_schema import schema
from bilateral.interchange.lines import dump_lines, load_lines
from bilateral.interchange.pandas import from_pandas, to_pandas
from bilateral.interchange.polars import from_polars, to_polars

__all__ = [
    "arrow_schema",
    "dump",
    "dump_lines",
    "dumps",
    "from_arrow",
    "from_pandas",
    "from_polars",
    "load_lines",
    "loads",
    "read_csv",
    "read_parquet",
    "schema",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "write_csv",
    "write_parquet",
]
