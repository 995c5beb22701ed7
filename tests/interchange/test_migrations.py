"""Documents of older versions become the newest before they are read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bilateral import Span, ValidationError, dumps, loads
from bilateral.interchange import migrations


def doubled(document: dict[str, Any]) -> dict[str, Any]:
    """From version 1, in which spans were half as long."""
    start, end = document["value"]
    return {**document, "value": [start, 2 * end]}


def renamed(document: dict[str, Any]) -> dict[str, Any]:
    """From version 2, in which spans were called places."""
    return {**document, "type": {"Place": "Span"}[document["type"]]}


OLD = {"format": "bilateral", "version": 1, "type": "Place", "value": [0, 3]}


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that the form has changed twice."""
    monkeypatch.setattr(migrations, "VERSION", 3)
    monkeypatch.setattr(migrations, "STEPS", {1: doubled, 2: renamed})


def test_each_step_is_taken_from_the_version_on() -> None:
    """A document of the first version takes both, one of the second takes one."""
    assert loads(json.dumps(OLD)) == Span(0, 6)
    assert loads(json.dumps({**OLD, "version": 2})) == Span(0, 3)
    assert loads(dumps(Span(0, 3))) == Span(0, 3)
    assert json.loads(dumps(Span(0, 3)))["version"] == 3


def test_a_step_that_fails_is_a_fault() -> None:
    """A faulty old document is told as such, with its version."""
    for broken in ({**OLD, "value": 3}, {**OLD, "version": 2, "type": "Leader"}):
        with pytest.raises(ValidationError, match=rf"document of version {broken['version']}"):
            loads(json.dumps(broken))


def test_what_is_wrong_with_an_old_document_is_told() -> None:
    """Faults are found in what the steps have made."""
    with pytest.raises(ValidationError, match=r"value\[1\]: must be greater than start"):
        loads(json.dumps({**OLD, "value": [7, 3]}))


def test_there_is_a_step_for_every_older_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """No version is without a way to the newest."""
    monkeypatch.undo()
    assert sorted(migrations.STEPS) == list(range(1, migrations.VERSION))
