"""Spark gets the same records as this process.

Where there is a corpus of texts, ``BILATERAL_TEST_TEXTS`` names its folder, and all of it is read.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import bilateral
from bilateral import samples
from bilateral.arrow import read_batches
from bilateral.loaders.paths import find_files

if shutil.which("java") is None:
    pytest.skip("no Java: install one, and pyspark", allow_module_level=True)
sql = pytest.importorskip("pyspark.sql", reason="no pyspark: install it")

#: What comes from Spark, which tells no types.
Untyped = Any

SCHEMA = "id bigint, sha256 string, report string, error string"


def texts() -> list[str]:
    """Return the texts to read."""
    folder = os.environ.get("BILATERAL_TEST_TEXTS")
    if folder is None:
        return [samples.text(name) for name in samples.names()]
    return [Path(str(path)).read_text(encoding="utf-8") for path in find_files(folder)]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return a session of Spark with two workers, which listen on loopback alone."""
    place = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            sql.SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.local.dir", str(place))
            .config("spark.sql.warehouse.dir", str(place / "warehouse"))
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50")
            .getOrCreate()
        )
        yield session
        session.stop()


@pytest.mark.filterwarnings("ignore")  # whatever Spark says of itself
def test_spark_reads_what_one_process_reads(spark: Untyped) -> None:
    """Over several partitions and batches."""
    held = texts()

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return read_batches(batches, keep=["id"])

    frame = spark.createDataFrame(list(enumerate(held)), "id bigint, text string").repartition(4)
    rows = sorted(frame.mapInArrow(read, SCHEMA).collect(), key=lambda row: row["id"])
    assert [row["error"] for row in rows] == [None] * len(held)
    assert [bilateral.loads(row["report"]) for row in rows] == [bilateral.read(x) for x in held]
