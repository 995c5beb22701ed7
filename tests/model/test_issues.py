"""Problems and agenda items."""

from __future__ import annotations

import pickle

import attrs
import pytest
from tests.model.refusals import Untyped, refused

from bilateral import Country, Domain, Issue, Organization, Section, Span, Trace

JAPAN = Country("JP", "JPN", "392", "Japan")
EXAMPLE = Organization("X", "Example")
PEACE = Domain("diplomacy.peace", label="Peace")


@pytest.mark.parametrize(
    ("name", "more", "faults"),
    [
        (
            "two\nlines",
            {
                "parties": "JPN",
                "domains": ["x"],
                "section": "IV",
                "span": 3,
                "id": 4,
                "trace": "rule",
            },
            {
                "name": "must be one line, single spaces, none at the ends",
                "parties": "must be a tuple of Party",
                "domains": "must be a tuple of Domain; write tuple(...) around it",
                "section": "must be a Section or None",
                "span": "must be a Span or None",
                "id": "must be a str",
                "trace": "must be a Trace or None",
            },
        ),
        (None, {}, {"name": "must be a str"}),
        ("x", {"parties": (JAPAN, JAPAN)}, {"parties[1]": "stands there twice; name it once"}),
        ("x", {"domains": (PEACE, PEACE)}, {"domains[1]": "stands there twice; name it once"}),
        ("x", {"id": " i"}, {"id": "must be one line, single spaces, none at the ends"}),
    ],
)
def test_a_faulty_issue_is_refused(name: Untyped, more: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once."""
    assert refused(Issue, name, **more) == faults


def test_issues_are_values() -> None:
    """The order of parties and the trace do not matter to equality; everything else does."""
    one = Issue("unrest", parties=(JAPAN, EXAMPLE), trace=Trace("rule"))
    two = Issue("unrest", parties=(EXAMPLE, JAPAN))
    assert one == two
    assert hash(one) == hash(two)
    assert pickle.loads(pickle.dumps(one)).trace == one.trace
    for other in (
        attrs.evolve(two, domains=(PEACE,)),
        attrs.evolve(two, section=Section(title="Trade")),
        attrs.evolve(two, span=Span(0, 6)),
        attrs.evolve(two, id="mine"),
    ):
        assert other != two
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.name = "x"  # type: ignore[misc]


def test_an_id_is_derived_unless_given() -> None:
    """The id comes from name, place and parties."""
    made = Issue("unrest")
    assert made.id == Issue("unrest", domains=(PEACE,)).id
    assert made.id.startswith("i-")
    assert made.id != Issue("unrest", parties=(JAPAN,)).id
    assert Issue("unrest", id="mine").id == "mine"
    assert str(made) == "unrest"
