"""The JSON Schema: it is what the model makes, and it agrees with what is written and read."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interchange import drawn
from tests.interchange.drawn import PATIENT

from bilateral import BilateralError, Commitment, Dossier, Report, dumps, loads, samples
from bilateral.interchange import json_schema, schema
from bilateral.interchange.shapes import record_shape, shape_of


@cache
def validator() -> Callable[[Any], bool]:
    """Return a check of documents."""
    made = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(made)
    valid: Callable[[Any], bool] = jsonschema.Draft202012Validator(made).is_valid
    return valid


def test_the_file_is_what_the_model_makes() -> None:
    """After a change of the model, `json_schema.write` writes the file anew."""
    assert schema() == json_schema.build()


@PATIENT
@given(drawn.records())
def test_what_is_written_is_valid(record: object) -> None:
    """Every document that is written follows the schema."""
    assert validator()(json.loads(dumps(record)))


@PATIENT
@given(drawn.reports() | drawn.dossiers())
def test_what_is_written_without_words_is_valid(record: Report | Dossier) -> None:
    """A document without the words follows it as well."""
    assert validator()(json.loads(dumps(record, text=False)))


@PATIENT
@given(st.data())
def test_what_is_not_valid_is_refused(data: st.DataObject) -> None:
    """Nothing that the schema forbids can be loaded."""
    plain = json.loads(dumps(data.draw(drawn.records())))
    changed = data.draw(drawn.damaged(plain))
    if not validator()(changed):
        with pytest.raises(BilateralError):
            loads(json.dumps(changed))


def test_the_schema_is_not_idle() -> None:
    """It tells apart what the types of the fields tell apart."""
    plain = json.loads(dumps(samples.report("readout")))
    assert validator()(plain)
    commitments = plain["value"]["commitments"]
    for key, wrong in [
        ("text", 3),
        ("force", "vow"),
        ("deadline", "soon"),
        ("span", [1]),
        ("actors", ["JPN", 3]),
        ("reaffirmed", "no"),
        ("unknown", 1),
    ]:
        changed = {**commitments[0], key: wrong}
        broken = {**plain, "value": {**plain["value"], "commitments": [changed]}}
        assert not validator()(broken), key


def test_every_field_is_explained() -> None:
    """The schema says of each field what the class's docstring says."""
    definitions = json.loads(schema())["$defs"]
    for name, definition in definitions.items():
        for key, made in definition["properties"].items():
            if (name, key) not in {("Source", "sha256"), ("Source", "length")}:
                assert made.get("description"), f"{name}.{key}"
    assert definitions["Commitment"]["properties"]["force"]["description"] == (
        "how firmly, a `Force`."
    )


def test_required_is_what_has_no_default() -> None:
    """What the model can do without, a document may leave out."""
    definition = json.loads(schema())["$defs"]["Commitment"]
    assert definition["required"] == ["text", "actors", "force"]
    assert list(definition["properties"]) == [x.name for x in record_shape(Commitment).fields]


def test_a_type_without_a_shape_is_noticed() -> None:
    """A new kind of field cannot be forgotten."""
    with pytest.raises(TypeError, match="no shape is known for"):
        shape_of(complex)
