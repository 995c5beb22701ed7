"""What ``import bilateral`` costs, and what it offers."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module

import pytest

import bilateral

#: What no `import bilateral` may load: it is needed later, by few, or not at all.
HEAVY = (
    "altair",
    "vl_convert",
    "cattrs",
    "dateutil",
    "click",
    "rich",
    "hypothesis",
    "pycountry",
    "difflib",
    "csv",
)
#: What only an extra brings, and only those who ask for it may load.
EXTRAS = ("orjson", "pyarrow", "pandas", "polars", "numpy", "sqlalchemy", "alembic", "psycopg")

PROBE = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import bilateral
{use}
print(json.dumps({{"modules": sorted(sys.modules), "opened": opened}}))
"""


def probe(use: str = "") -> tuple[set[str], list[str]]:
    """Import the package in a fresh process; return the modules loaded and the files opened."""
    command = [sys.executable, "-c", PROBE.format(use=use)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return set(told["modules"]), told["opened"]


def test_import_loads_nothing_that_it_does_not_need() -> None:
    """Neither optional dependencies nor the parts of the package come with the bare import."""
    modules, _ = probe()
    assert not modules & {*HEAVY, *EXTRAS}
    assert {name for name in modules if name.startswith("bilateral")} == {"bilateral"}


def test_import_opens_no_data() -> None:
    """The tables are opened when a name is first looked up."""
    _, opened = probe()
    assert [name for name in opened if name.endswith((".csv", ".json", ".txt"))] == []


def test_model_opens_no_data() -> None:
    """Records can be made without the tables and without what parses dates or draws terminals."""
    modules, opened = probe("bilateral.Span(0, 1); bilateral.Country; bilateral.Commitment")
    assert not modules & {"cattrs", "dateutil", "click", "rich", "hypothesis"}
    assert [name for name in opened if name.endswith(".csv")] == []


def test_reading_needs_no_extra() -> None:
    """The core works without what the command line is made of."""
    modules, _ = probe("bilateral.read('Japan agreed to help.')")
    assert not modules & {"click", "rich", "hypothesis"}


def test_carrying_records_elsewhere_loads_what_it_needs() -> None:
    """JSON takes orjson where there is one; tables wait until somebody asks for them."""
    modules, _ = probe("import bilateral.interchange; bilateral.dumps(bilateral.Span(0, 1))")
    assert not modules & {"click", "rich", "hypothesis", "pyarrow", "pandas", "polars", "numpy"}


def test_json_needs_no_extra() -> None:
    """Without orjson, the standard library does the same."""
    use = "sys.modules['orjson'] = None; x = bilateral.Span(0, 1)"
    probe(f"{use}; assert bilateral.loads(bilateral.dumps(x)) == x")


def test_a_page_needs_no_extra() -> None:
    """Nor does what notebooks show; only drawing asks for its library."""
    use = "report = bilateral.read('Japan agreed to help.'); report.to_html(); report._repr_html_()"
    modules, _ = probe(f"{use}; import bilateral.rendering.charts")
    assert not modules & {"altair", "vl_convert", "click", "rich", "hypothesis"}


@pytest.mark.parametrize("name", bilateral.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    """Each is an attribute, the same one each time."""
    assert getattr(bilateral, name) is getattr(bilateral, name)


def test_public_names_are_sorted_and_once() -> None:
    """`__all__` is in order, and `dir` shows it."""
    assert len(set(bilateral.__all__)) == len(bilateral.__all__)
    assert set(bilateral.__all__) <= set(dir(bilateral))


def test_star_import() -> None:
    """``from bilateral import *`` gives what `__all__` says."""
    names: dict[str, object] = {}
    exec("from bilateral import *", names)
    assert set(bilateral.__all__) <= set(names)


def test_unknown_attribute() -> None:
    """What the package does not have is an AttributeError that names it."""
    with pytest.raises(AttributeError, match="has no attribute 'Comitment'"):
        bilateral.Comitment  # type: ignore[attr-defined]  # noqa: B018


def test_homes_are_where_the_names_are_defined() -> None:
    """Each name is taken from the module that the table of homes gives, and is public there."""
    for home, names in bilateral._HOMES.items():
        module = import_module(home)
        for name in names:
            assert getattr(bilateral, name) is getattr(module, name)


def test_public_classes_say_that_they_are_public() -> None:
    """Every public name is documented."""
    for name in bilateral.__all__:
        if name != "__version__":
            assert getattr(bilateral, name).__doc__, name
