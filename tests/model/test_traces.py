"""Why a record was read."""

from __future__ import annotations

import pickle

import attrs
import pytest
from tests.model.refusals import refused

from bilateral import Evidence, Span, Trace


def test_faulty_evidence_is_refused() -> None:
    """Everything wrong is told at once."""
    assert refused(Evidence, "", " ", 3) == {
        "field": "must not be empty or blank",
        "note": "must not be empty or blank",
        "span": "must be a Span or None",
    }
    assert refused(Evidence, None, None) == {"field": "must be a str", "note": "must be a str"}


def test_a_faulty_trace_is_refused() -> None:
    """Everything wrong is told at once."""
    assert refused(Trace, "", (0, 1), ["x"]) == {
        "rule": "must not be empty or blank",
        "cue": "must be a Span or None",
        "evidence": "must be a tuple of Evidence; write tuple(...) around it",
    }
    assert refused(Trace, "rule", None, ("x",)) == {"evidence[0]": "must be an Evidence"}


def test_traces_are_values() -> None:
    """Traces are equal by value, hashable, immutable, and come back from pickle."""
    one, two = (Trace("rule", Span(0, 1), (Evidence("force", "binds"),)) for _ in range(2))
    assert len({one, two, pickle.loads(pickle.dumps(one))}) == 1
    assert Trace("rule") != one
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.rule = "x"  # type: ignore[misc]
