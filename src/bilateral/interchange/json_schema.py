"""The JSON Schema of documents, made from the shapes of the model's fields.

What a field means is taken from the ``Fields:`` of the class's docstring.  The schema says what has
which type; that a day exists, or that a span lies in the text, only `bilateral.loads` finds out.
The file ``schema.json`` beside this module holds it for those who have no Python; after a change of
the model, write it anew::

    python -c "from bilateral.interchange import json_schema; json_schema.write()"
"""

from __future__ import annotations

import inspect
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from bilateral.interchange.compiled import DECIMAL, FORCES
from bilateral.interchange.documents import FORMAT
from bilateral.interchange.migrations import VERSION
from bilateral.interchange.shapes import (
    Cited,
    Maybe,
    Object,
    Scalar,
    Several,
    Shape,
    Table,
    record_shape,
    shape_of,
    storable,
)
from bilateral.model.commitments import Commitment
from bilateral.model.issues import Issue
from bilateral.model.sources import Section, Source

Schema = dict[str, Any]

NAME = "schema.json"

_SCALARS: dict[Scalar, Schema] = {
    Scalar.TEXT: {"type": "string"},
    Scalar.NUMBER: {"type": "integer"},
    Scalar.FLAG: {"type": "boolean"},
    Scalar.DATE: {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    Scalar.DECIMAL: {"type": "string", "pattern": f"^{DECIMAL.pattern}$"},
    Scalar.FORCE: {"type": "string", "enum": list(FORCES)},
    Scalar.LEVEL: {"type": "string", "minLength": 1},
    Scalar.SPAN: {
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
        "items": False,
        "minItems": 2,
        "description": "start and end, offsets into the text in code points from 0",
    },
}
_FIELD = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def schema() -> str:
    """Return the JSON Schema of what `bilateral.dump` writes, as the package ships it.

    >>> '"$schema": "https://json-schema.org/draft/2020-12/schema"' in schema()
    True
    """
    return (files(__package__) / NAME).read_text(encoding="utf-8")


def build() -> str:
    """Return the schema as the model makes it now."""
    definitions: dict[str, Schema] = {}
    kinds = storable()
    values = {name: _schema(shape_of(kind), definitions) for name, kind in kinds.items()}
    _schema(record_shape(Section), definitions)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:bilateral:document:{VERSION}",
        "title": "A document of records of the Python package bilateral",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "version", "type", "value"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "type": {"enum": list(kinds), "description": "the class of the value"},
            "parties": _PARTIES,
            "domains": _DOMAINS,
            "sections": {
                "type": "object",
                "description": "the sections that are cited, under their titles from the top",
                "additionalProperties": {"$ref": "#/$defs/Section"},
            },
            "value": {},
        },
        "oneOf": [
            {"properties": {"type": {"const": name}, "value": value}}
            for name, value in values.items()
        ],
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


_PARTIES: Schema = {
    "type": "object",
    "description": "the parties that are cited; a code that is not here means the package's own",
    "additionalProperties": {
        "oneOf": [
            {"type": "string", "description": "the name of the country of this alpha-3 code"},
            {
                "type": "object",
                "description": "an organization; its members are keys of countries",
                "additionalProperties": False,
                "required": ["code", "name", "members"],
                "properties": {
                    "code": {"type": "string"},
                    "name": {"type": "string"},
                    "members": {"type": "array", "items": {"type": "string"}},
                },
            },
        ]
    },
}
_DOMAINS: Schema = {
    "type": "object",
    "description": "the policy fields that are cited; a name that is not here means the package's own",
    "additionalProperties": {
        "type": "object",
        "additionalProperties": False,
        "required": ["label"],
        "properties": {
            "label": {"type": "string"},
            "covers": {"type": "string"},
            "cap": {"type": "array", "items": {"type": "integer"}},
        },
    },
}
_CITED = {
    Table.PARTIES: "a key of parties",
    Table.DOMAINS: "a key of domains",
    Table.SECTIONS: "a key of sections",
}


def _schema(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a shape; those of records go into the definitions."""
    match shape:
        case Scalar():
            return dict(_SCALARS[shape])
        case Cited(table):
            return {"type": "string", "description": _CITED[table]}
        case Maybe(inner):
            return _or_null(_schema(inner, definitions))
        case Several(inner):
            return {"type": "array", "items": _schema(inner, definitions)}
        case Object(kind):
            if kind.__name__ not in definitions:
                definitions[kind.__name__] = {}  # a record may hold one of its own kind
                definitions[kind.__name__].update(_definition(shape, definitions))
            return {"$ref": f"#/$defs/{kind.__name__}"}


def _definition(shape: Object, definitions: dict[str, Schema]) -> Schema:
    told = dict(_FIELD.findall(inspect.getdoc(shape.kind) or ""))
    properties: dict[str, Schema] = {}
    for field in shape.fields:
        made = _schema(field.shape, definitions)
        if field.name in told:
            made = {**made, "description": " ".join(told[field.name].split())}
        properties[field.name] = made
    definition: Schema = {
        "type": "object",
        "description": (inspect.getdoc(shape.kind) or "").partition("\n")[0],
        "additionalProperties": False,
        "required": [field.name for field in shape.fields if field.required],
        "properties": properties,
    }
    _allow_left_out(shape.kind, definition)
    return definition


#: What may be null in a document from which the words were left out.
_LEFT_OUT: dict[type, str] = {Commitment: "text", Issue: "name", Source: "text"}


def _allow_left_out(kind: type, definition: Schema) -> None:
    properties = definition["properties"]
    if (name := _LEFT_OUT.get(kind)) is not None:
        properties[name] = _or_null(properties[name])
    if kind is Source:
        properties["sha256"] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
        properties["length"] = {"type": "integer", "minimum": 0}
        gone: Schema = {"required": ["sha256", "length"]}
        definition["if"] = {"properties": {"text": {"type": "null"}}}
        definition["then"] = gone
        definition["else"] = {"properties": {"sha256": False, "length": False}}


def _or_null(made: Schema) -> Schema:
    if isinstance(made.get("type"), str):
        made = {**made, "type": [made["type"], "null"]}
        if "enum" in made:
            made["enum"] = [*cast("list[object]", made["enum"]), None]
        return made
    return {"anyOf": [made, {"type": "null"}]}


def write() -> None:
    """Write the schema into the package."""
    Path(__file__).with_name(NAME).write_text(build(), encoding="utf-8")
