"""What the documentation shows in other programs: R, and the schedulers and databases that read on a cluster.

Each needs its program; where it is missing, the test says so and is skipped.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import bilateral
from bilateral import samples
from bilateral.cli.program import program

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXTS = [
    {"key": 1, "text": "Japan agreed to teach engineers by 2027."},
    {
        "key": 2,
        "text": "Kenya will open a school by May 2026. Kenya called on Japan to close another.",
    },
    {"key": 3, "text": "Nobody promised anything."},
]


def snippet(page: str, heading: str) -> str:
    """Return the first block of code below a heading."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.search(
        rf"^## {re.escape(heading)}\n.*?^```\w+\n(.*?)^```$", text, re.DOTALL | re.MULTILINE
    )
    assert found, f"{page} has no code below {heading}"
    return found[1]


def run(page: str, heading: str, **names: object) -> dict[str, Any]:
    """Run a block of code and return its names."""
    known: dict[str, Any] = {"bilateral": bilateral, **names}
    exec(compile(snippet(page, heading), heading, "exec"), known)
    return known


def check(rows: list[dict[str, Any]]) -> None:
    """Check that the reports are those of this process."""
    made = {row["key"]: bilateral.loads(row["report"]) for row in rows}
    assert made == {row["key"]: bilateral.read(str(row["text"])) for row in TEXTS}


def test_r(tmp_path: Path) -> None:
    """R reads the table that the command line writes."""
    if (rscript := shutil.which("Rscript")) is None:
        pytest.skip("needs R")
    (tmp_path / "texts").mkdir()
    for name in samples.names():
        (tmp_path / "texts" / f"{name}.txt").write_text(samples.text(name), encoding="utf-8")
    texts = sorted(map(str, (tmp_path / "texts").iterdir()))
    output = ["--format", "csv", "--output", str(tmp_path / "commitments.csv")]
    program(["read", *texts, *output], standalone_mode=False)
    text = (DOCS / "how-to.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```r\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    code = f"{block}\ncat(nrow(commitments), sum(commitments$force == 'pledge'))"
    done = subprocess.run(
        [rscript, "-e", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    promises = [p for name in samples.names() for p in samples.report(name).commitments]
    pledges = sum(p.force is bilateral.Force.PLEDGE for p in promises)
    assert done.stdout.splitlines()[-1] == f"{len(promises)} {pledges}"


@pytest.mark.filterwarnings("ignore")  # its own
def test_ray() -> None:
    """Ray Data maps the function over batches."""
    pytest.importorskip("pyarrow")
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False)
    try:
        made = run("clusters.md", "Ray Data", texts=ray.data.from_items(TEXTS))
        check(made["reports"].take_all())
    finally:
        ray.shutdown()


def test_dask() -> None:
    """Dask maps the function over parts of a frame."""
    pytest.importorskip("pyarrow")
    pandas = pytest.importorskip("pandas")
    frames = pytest.importorskip("dask.dataframe")
    texts = frames.from_pandas(pandas.DataFrame(TEXTS), npartitions=2)
    made = run("clusters.md", "Dask", texts=texts)
    check(made["reports"].compute(scheduler="synchronous").to_dict("records"))


def test_duckdb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB hands over batches and asks what comes back."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    pytest.importorskip("duckdb")
    parquet.write_table(pa.Table.from_pylist(TEXTS), tmp_path / "texts.parquet")
    monkeypatch.chdir(tmp_path)
    made = run("clusters.md", "DuckDB")
    assert sorted(made["counted"].fetchall()) == [("pledge", 2), ("request", 1)]


def test_every_block_of_code_is_run() -> None:
    """The headings of the page that have one, and the ones with a test."""
    text = (DOCS / "clusters.md").read_text(encoding="utf-8")
    shown = re.findall(r"^## (.*)\n(?:(?!^## )[\s\S])*?^```python$", text, re.MULTILINE)
    tests: dict[str, Callable[..., object]] = {
        "Ray Data": test_ray,
        "Dask": test_dask,
        "DuckDB": test_duckdb,
    }
    assert set(shown) - {"Spark"} == set(tests)  # with Spark: tests/arrow/test_spark.py
