"""Runs the example notebook and writes down what it shows; no Jupyter is needed for that.

    python tests/docs/notebooks.py

The cells are what they are in `docs/tour.ipynb`; only their outputs are written anew.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "tour.ipynb"


def executed(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook with the outputs of its cells, run in their order."""
    names: dict[str, object] = {}
    cells: list[dict[str, Any]] = []
    count = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            cells.append(cell)
            continue
        count += 1
        outputs = run("".join(cell["source"]), names, count)
        cells.append({**cell, "execution_count": count, "outputs": outputs})
    return {**notebook, "cells": cells}


def run(code: str, names: dict[str, object], count: int) -> list[dict[str, Any]]:
    """Run a cell as IPython does: what it prints, then the value of its last expression."""
    parts = ast.parse(code).body
    last = parts.pop() if parts and isinstance(parts[-1], ast.Expr) else None
    told = io.StringIO()
    value: object = None
    with contextlib.redirect_stdout(told):
        exec(compile(ast.Module(parts, []), "<cell>", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
    outputs: list[dict[str, Any]] = []
    if told.getvalue():
        lines = told.getvalue().splitlines(keepends=True)
        outputs.append({"name": "stdout", "output_type": "stream", "text": lines})
    if value is not None:
        data = {"text/plain": [repr(value)]}
        if (html := getattr(value, "_repr_html_", None)) is not None:
            data = {"text/html": html().splitlines(keepends=True), **data}
        outputs.append(
            {
                "data": data,
                "execution_count": count,
                "metadata": {},
                "output_type": "execute_result",
            }
        )
    return outputs


def written(notebook: dict[str, Any]) -> str:
    """Return the content of the file, in the form that Jupyter gives it."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    before = NOTEBOOK.read_text(encoding="utf-8")
    after = written(executed(json.loads(before)))
    NOTEBOOK.write_text(after, encoding="utf-8", newline="\n")
    sys.stdout.write("as before\n" if after == before else f"wrote {NOTEBOOK.name}\n")
