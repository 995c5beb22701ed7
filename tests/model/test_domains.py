"""Policy fields."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.refusals import Untyped, refused

from bilateral import Domain, UnknownNameError, ValidationError

FORM = "must be lower-case words joined by at most one dot, as in 'security.maritime'"
domains = st.sampled_from([domain.name for domain in Domain.all()]).map(Domain.of)


@pytest.mark.parametrize(
    "name", ["Security", "a.b.c", "a.", ".a", "a b", "1a", "a-b", "a\n", "sécurité"]
)
def test_a_name_has_one_form(name: str) -> None:
    """Lower-case words, two at most."""
    assert refused(Domain, name, label="x") == {"name": FORM}


@pytest.mark.parametrize("name", ["a", "a.b", "supply_chains.rare_earths", "g20"])
def test_own_domains_can_be_made(name: str) -> None:
    """A domain need not be of the codebook."""
    assert str(Domain(name, label="Own")) == name
    assert repr(Domain(name, label="Own")) == f"Domain('{name}')"


@pytest.mark.parametrize(
    ("name", "more", "faults"),
    [
        (
            "",
            {"label": "", "covers": None, "cap": [1]},
            {
                "name": "must not be empty or blank",
                "label": "must not be empty or blank",
                "covers": "must be a str",
                "cap": "must be a tuple of int; write tuple(...) around it",
            },
        ),
        (None, {"label": None}, {"name": "must be a str", "label": "must be a str"}),
        (
            "a",
            {"label": "A", "cap": (True, 0, 100, 5)},
            {
                "cap[0]": "must be an int",
                "cap[1]": "must be between 1 and 99",
                "cap[2]": "must be between 1 and 99",
            },
        ),
        ("a", {"label": "A", "cap": ("1",)}, {"cap[0]": "must be an int"}),
    ],
)
def test_a_faulty_domain_is_refused(name: Untyped, more: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once."""
    assert refused(Domain, name, **more) == faults


@given(domains)
def test_the_tree_has_two_levels(domain: Domain) -> None:
    """A child lies within its parent, which has it among its children; a top has no parent."""
    assert domain.is_within(domain)
    assert domain.is_within(domain.top)
    if "." not in domain.name:
        assert domain.parent is None
        assert domain.top == domain.name
        assert all(child.parent == domain for child in domain.children)
        assert all(child.is_within(domain) for child in domain.children)
    else:
        assert domain.children == ()
        assert not Domain(domain.top, label="x").is_within(domain)


def test_a_child_of_an_own_tree_has_a_parent() -> None:
    """What the codebook does not know is labelled by its name."""
    parent = Domain("rare_earths.magnets", label="Magnets").parent
    assert parent is not None
    assert (parent.name, parent.label) == ("rare_earths", "Rare earths")


def test_within_goes_by_words() -> None:
    """A name that only begins alike is no child."""
    assert not Domain("securityguards", label="x").is_within("security")


@given(domains)
def test_a_domain_is_found_by_name(domain: Domain) -> None:
    """The name finds it in any letters, and a record is its own name."""
    assert Domain.of(domain.name.upper()) == Domain.of(domain) == domain
    assert Domain.of(domain) is domain


@pytest.mark.parametrize("name", ["securty", "", "security.maritme"])
def test_an_unknown_domain_is_an_error(name: str) -> None:
    """A misspelt domain is refused."""
    with pytest.raises(UnknownNameError):
        Domain.of(name)


@pytest.mark.parametrize("name", [None, 3])
def test_a_domain_of_another_type_is_refused(name: Untyped) -> None:
    """What is no text is no name."""
    with pytest.raises(ValidationError):
        Domain.of(name)


@given(domains)
def test_the_name_alone_tells_domains_apart(domain: Domain) -> None:
    """Label, scope and crosswalk only describe."""
    other = Domain(domain.name, label="Other", covers="other", cap=(1,))
    assert other == domain
    assert hash(other) == hash(domain)
    assert pickle.loads(pickle.dumps(other)).label == "Other"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        other.name = "x"  # type: ignore[misc]
