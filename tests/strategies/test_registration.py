"""Hypothesis knows the package's classes by itself, at no cost to whoever does not draw them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import entry_points
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bilateral
from bilateral import MissingExtraError, registration

#: A value that a test passes against the annotations, on purpose.
Untyped = Any

CLASSES = [name for name in bilateral.__all__ if isinstance(getattr(bilateral, name), type)]


def run(program: str, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh process."""
    return subprocess.run(
        [sys.executable, *options, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **variables},
    )


@pytest.mark.parametrize("name", CLASSES)
def test_from_type_draws_every_public_class(name: str) -> None:
    """Without an import of the strategies, and only what the class takes."""
    wanted = getattr(bilateral, name)
    seen = []

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.from_type(wanted))
    def draw(value: Untyped) -> None:
        seen.append(value)

    draw()
    assert seen
    assert {type(value) for value in seen} == {wanted}
    assert all(isinstance(str(value), str) for value in seen)


def test_annotations_are_followed() -> None:
    """A function is tested by its annotations alone, and a party is of either sort."""

    def told(promise: bilateral.Commitment, to: bilateral.Party) -> type:
        assert promise.actors
        return type(to)

    seen = set()

    @settings(deadline=None)
    @given(st.builds(told))
    def draw(sort: type) -> None:
        seen.add(sort)

    draw()
    assert seen == {bilateral.Country, bilateral.Organization}


def test_every_registered_name_is_a_public_class() -> None:
    """And none that needs a strategy of its own was forgotten: the test above draws all of them."""
    assert set(registration._STRATEGIES) <= set(CLASSES)


def test_the_entry_point_is_the_hook() -> None:
    """Hypothesis finds the function by the package's metadata."""
    (found,) = entry_points(group="hypothesis", name="bilateral")
    assert found.load() is registration.register


QUIET = """
import sys, hypothesis
loaded = [m for m in sys.modules if m.split(".")[0] == "cattrs" or m.startswith("bilateral.strategies")]
assert not loaded, loaded
assert "bilateral.registration" in sys.modules
"""


def test_importing_hypothesis_is_silent_and_cheap() -> None:
    """No warning even where warnings are errors; neither cattrs nor the strategies are imported."""
    done = run(QUIET, "-W", "error")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    "first",
    [
        "import bilateral.strategies",
        "import bilateral.registration",
        "from bilateral.query.reports import Report",
        "from bilateral.strategies.whole_reports import reports",
        "from bilateral import Report; import hypothesis",
        "import hypothesis; from bilateral import Report",
    ],
)
def test_any_order_of_imports_will_do(first: str) -> None:
    """No module is asked for something before it has it."""
    program = f"""
{first}
import bilateral
from hypothesis import find, strategies as st
assert find(st.from_type(bilateral.Report), lambda report: True).source.text == ""
"""
    done = run(program, "-W", "error")
    assert (done.returncode, done.stderr) == (0, "")


BROKEN = """
import sys
sys.modules["attrs"] = None  # as in an installation that lost a dependency
import hypothesis
from hypothesis import find, strategies as st
assert find(st.integers(), lambda x: x > 3) == 4
try:
    from bilateral import Commitment
except ImportError as error:
    print("attrs" in str(error))
"""


def test_a_broken_installation_leaves_hypothesis_alone() -> None:
    """Tests of other packages run on; `import bilateral` tells what is wrong."""
    done = run(BROKEN, "-W", "error")
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


#: Draws from types that the package's classes are kinds of, and lists whose values are the package's.
FOREIGN = """
import collections.abc, enum, json, typing
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

class Plain: ...

kinds = [
    typing.Sequence[int], typing.Sequence[str], typing.Iterable[object], typing.Collection[int],
    typing.Container[int], typing.Reversible[int], typing.Sequence, collections.abc.Sequence,
    collections.abc.Sized, typing.Hashable, collections.abc.Hashable, collections.abc.Iterable,
    Plain, Exception, ValueError, LookupError, ImportError, typing.Any,
]
found = {}
for kind in kinds:
    seen = found.setdefault(str(kind), [])

    @settings(max_examples=300, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def draw(value):
        seen.append(type(value).__module__)

    try:
        draw()
    except Exception as error:
        seen.append(type(error).__name__)
print(json.dumps({kind: sorted(set(seen)) for kind, seen in found.items()}))
"""


def test_other_peoples_types_are_drawn_as_before() -> None:
    """A test that asks for any sequence or anything hashable gets none of the package's records."""
    done = run(FOREIGN)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert all(found.values())
    assert [kind for kind, homes in found.items() if any("bilateral" in x for x in homes)] == []


def test_a_users_own_strategy_goes_before() -> None:
    """Registering a class again replaces the package's strategy for it."""
    program = """
import bilateral
from hypothesis import find, strategies as st
st.register_type_strategy(bilateral.Country, st.just(bilateral.Country.of("Peru")))
assert find(st.from_type(bilateral.Country), lambda country: True).code == "PER"
"""
    done = run(program)
    assert (done.returncode, done.stderr) == (0, "")


WITHOUT = """
import sys
sys.modules["hypothesis"] = None  # as where it is not installed
import bilateral
bilateral.read("Japan agreed to help.")
try:
    {use}
except ImportError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize(
    "use",
    ["import bilateral.strategies", "bilateral.strategies", "from bilateral import strategies"],
)
def test_without_hypothesis(use: str) -> None:
    """The package works, and its strategies say what to install."""
    done = run(WITHOUT.format(use=use), "-W", "error")
    told = str(MissingExtraError("hypothesis", "bilateral.strategies"))
    assert done.stdout == f"MissingExtraError {told}\n", done.stderr
    assert "pip install 'bilateral[hypothesis]'" in done.stdout


def test_a_fault_inside_hypothesis_is_not_taken_for_its_absence() -> None:
    """Only a missing Hypothesis is told as a missing extra."""
    program = """
import sys
sys.modules["sortedcontainers"] = sys.modules["hypothesis.core"] = None
import bilateral.strategies
"""
    done = run(program, HYPOTHESIS_NO_PLUGINS="1")
    assert done.returncode == 1
    assert "MissingExtraError" not in done.stderr
