"""The example notebook shows what its cells give."""

from __future__ import annotations

import json

from tests.docs.notebooks import NOTEBOOK, executed, run, written


def test_outputs_are_those_of_the_cells() -> None:
    """Every one of them; `python tests/docs/notebooks.py` writes them anew."""
    before = NOTEBOOK.read_text(encoding="utf-8")
    assert written(executed(json.loads(before))) == before


def test_it_shows_tables_and_marked_text() -> None:
    """The check is not idle."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    shown = [output for cell in cells for output in cell.get("outputs", ())]
    assert len([o for o in shown if "text/html" in o.get("data", {})]) >= 3


def test_cells_run_as_in_a_notebook() -> None:
    """What is printed comes first, then the last value; a statement has none."""
    names: dict[str, object] = {}
    stream, result = run("x = 2\nprint('said')\nx + 1", names, 1)
    assert stream["text"] == ["said\n"]
    assert result["data"] == {"text/plain": ["3"]}
    assert run("y = x", names, 2) == []
