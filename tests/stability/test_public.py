"""The interface is what was written down, and a change of it is told to users."""

from __future__ import annotations

import pytest
from tests.stability import public

CHANGELOG = """# Changelog

## [0.2.0] - Unreleased

### Added

- A thing.

## [0.1.0] - 2026-12-01

- The first.
"""


def test_interface_is_as_written_down() -> None:
    """Every public name with its signature; nothing was added, taken away or changed unsaid."""
    head, _, body = public.SNAPSHOT.read_text(encoding="utf-8").partition("\n")
    advice = "say in CHANGELOG.md what changed, then run: python tests/stability/public.py"
    assert public.describe().splitlines() == body.splitlines(), advice
    assert head.startswith("# changelog ")


def test_every_public_class_is_described() -> None:
    """The snapshot sees methods, properties, members and arguments."""
    told = public.describe()
    for line in (
        "def bilateral.Commitments.by_force(force: Force | ForceName) -> Self",
        "property bilateral.Country.code: str",
        "bilateral.Force.PLEDGE = 'pledge'",
        "classmethod bilateral.PartialDate.parse(text: str) -> Self",
        "bilateral.Party = Country | Organization",
        "class bilateral.Span(start: int, end: int)",
    ):
        assert f"\n{line}\n" in told


def test_a_change_is_written_down_once_the_changelog_tells_of_it() -> None:
    """Not before: the tool refuses."""
    first = public.renewed("", "def a()\n", CHANGELOG)
    with pytest.raises(SystemExit, match="say in CHANGELOG"):
        public.renewed(first, "def b()\n", CHANGELOG)
    said = CHANGELOG.replace("A thing.", "A thing.\n- `b` in the place of `a`.")
    second = public.renewed(first, "def b()\n", said)
    assert second.splitlines()[1:] == ["def b()"]
    assert public.renewed(second, "def b()\n", said) == second


def test_entries_of_older_versions_do_not_count() -> None:
    """A correction of what was said of an earlier version says nothing of this change."""
    first = public.renewed("", "def a()\n", CHANGELOG)
    with pytest.raises(SystemExit):
        public.renewed(first, "def b()\n", CHANGELOG.replace("The first.", "The very first."))


def test_nothing_changed_is_nothing_written() -> None:
    """Whatever the changelog says."""
    first = public.renewed("", "def a()\n", CHANGELOG)
    assert public.renewed(first, "def a()\n", CHANGELOG.replace("A thing", "Something")) == first
