"""Changes the package in small ways, one at a time, and tells which changes the tests do not notice.

    python mutation/run.py [AREA…]           # model, query, interchange, reading; all of them if none is named
    python mutation/run.py --again [AREA…]   # only what is not known to be noticed, after tests were added

cosmic-ray (dependency group `mutation`) makes the changes, of all kinds that it knows.  There are thousands, and
each takes a run of tests; so a sample is drawn: at most one change of a kind at a place, the same for the same
seed, and hardly another after an edit elsewhere.  The tests of the area alone are run, with few drawn examples:
what would be noticed by others counts as not noticed.

What is changed is a copy in build/mutation.  What a run found stays there for `--again`, and as a session of
cosmic-ray: `cr-report --show-diff build/mutation/model.sqlite`.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import hashlib
import importlib
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from cosmic_ray.commands.init import init
from cosmic_ray.config import load_config
from cosmic_ray.mutating import use_mutation
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cosmic_ray.work_item import MutationSpec

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "mutation"
AREAS = ("model", "query", "interchange", "reading")
#: The address space that a run of tests may take, in bytes.
MEMORY = 8 * 2**30
#: What the tests import of others, told by a run of them: `BEFORE` runs a command and writes it down.
BEFORE = """
import sys, pytest
code = pytest.main(sys.argv[2:])
open(sys.argv[1], "w").write("\\n".join(sys.modules))
sys.exit(code)
"""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("areas", nargs="*", metavar="AREA", help=", ".join(AREAS))
    parser.add_argument("--changes", type=int, default=150, help="how many to draw in an area")
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    parser.add_argument(
        "--again", action="store_true", help="take over what an earlier run knows to be noticed"
    )
    given = parser.parse_args()
    if unknown := set(given.areas) - set(AREAS):
        parser.error(f"no area is called {', '.join(unknown)}; there are {', '.join(AREAS)}")
    BUILD.mkdir(parents=True, exist_ok=True)
    # The package is imported by each run of the tests, changed, and never here.
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"
    sys.dont_write_bytecode = True
    for area in given.areas or AREAS:
        session = BUILD / f"{area}.sqlite"
        known = noticed(session) if given.again and session.exists() else {}
        with use_db(session) as work:
            drawn = try_all(area, work, given.changes, given.seed, known)
            report(area, work, drawn)
    return 0


def noticed(session: Path) -> dict[str, WorkResult]:
    """Return what an earlier run found to be noticed, by the names of the changes."""
    with use_db(session, WorkDB.Mode.open) as work:
        names = named([item.mutations[0] for item in work.work_items], BUILD / session.stem)
        return {
            names[place(item.mutations[0])]: result
            for item, result in work.completed_work_items
            if result.test_outcome is TestOutcome.KILLED
        }


def try_all(
    area: str, work: WorkDB, changes: int, seed: int, known: dict[str, WorkResult]
) -> set[str]:
    """Draw changes of an area and run its tests on each; return the jobs that were drawn."""
    copy = BUILD / area
    shutil.rmtree(copy, ignore_errors=True)
    for folder in ("src", "tests"):
        shutil.copytree(
            ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "downstream")
        )
    shutil.copy(ROOT / "pyproject.toml", copy)
    config = load_config(str(HERE / f"{area}.toml"))
    tests = shlex.split(config.test_command)
    tests = tests[tests.index("pytest") + 1 :]
    os.chdir(copy)
    prepare(tests)
    init([Path(path) for path in config["module-path"]], work, config.operators_config)
    items = {item.job_id: item.mutations[0] for item in work.work_items}
    names = named(list(items.values()), copy)
    unwanted = config.sub("filters", "operators-filter").get("exclude-operators", [])
    wanted = {
        job: one
        for job, one in items.items()
        if not any(re.match(pattern, one.operator_name) for pattern in unwanted)
    }
    pick = draw({job: names[place(one)] for job, one in wanted.items()}, wanted, changes, seed)
    work.set_multiple_results(
        items.keys() - pick, WorkResult(worker_outcome=WorkerOutcome.SKIPPED, output="not drawn")
    )
    if run(tests, config.timeout) != "passed":
        sys.exit(f"{area}: the tests do not pass without a change")
    for number, job in enumerate(sorted(pick), 1):
        one = items[job]
        result = known.get(names[place(one)]) or attempt(one, tests, config.timeout)
        work.set_result(job, result)
        if number % 25 == 0:
            print(f"{area}: {number} of {len(pick)}", flush=True)
    return pick


def prepare(tests: list[str]) -> None:
    """Run the tests on the package as it is: they must pass.  Then import what they need of others."""
    surroundings = dict(os.environ, PYTHONPATH=str(Path("src").resolve()))
    del surroundings["HYPOTHESIS_NO_PLUGINS"]
    told = Path("modules")
    subprocess.run([sys.executable, "-c", BEFORE, str(told), *tests], env=surroundings, check=True)
    for name in told.read_text(encoding="utf-8").split():
        if name.partition(".")[0] not in ("bilateral", "tests", "conftest", "__main__"):
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def attempt(change: MutationSpec, tests: list[str], seconds: float) -> WorkResult:
    """Make a change, run the tests in a process of their own, and take it back."""
    operator = get_operator(change.operator_name)(**change.operator_args)
    with use_mutation(change.module_path, operator, change.occurrence) as (before, after):
        ended = run(tests, seconds)
    old, new = before.splitlines(), after.splitlines()
    told = [f"-{line}" for line in old if line not in new] + [
        f"+{line}" for line in new if line not in old
    ]
    return WorkResult(
        worker_outcome=WorkerOutcome.NORMAL,
        test_outcome=TestOutcome.SURVIVED if ended == "passed" else TestOutcome.KILLED,
        output=ended,
        diff="\n".join(told),
    )


def run(tests: list[str], seconds: float) -> str:
    """Run the tests in a process of their own; return whether they passed, failed or did not end."""
    child = os.fork()
    if not child:
        code = 1
        try:
            os.setsid()
            # a loop that never ends may fill the memory before its time is up
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nothing, stream)
            code = fresh(tests)
        finally:
            os._exit(code)
    end = time.monotonic() + seconds
    while True:
        process, status = os.waitpid(child, os.WNOHANG)
        if process:
            return "failed" if status else "passed"
        if time.monotonic() > end:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return "did not end"
        time.sleep(0.02)


def fresh(tests: list[str]) -> int:
    """Run the tests as a new process would."""
    import pytest
    from hypothesis import entry_points

    del os.environ["HYPOTHESIS_NO_PLUGINS"]
    os.environ["PYTHONPATH"] = str(Path("src").resolve())
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # two changes within a second would look alike
    sys.path.insert(0, str(Path("src").resolve()))
    importlib.invalidate_caches()
    entry_points.run()
    return int(pytest.main(["--assert=plain", *tests]))


def place(change: MutationSpec) -> tuple[str, str, int]:
    return str(change.module_path), change.operator_name, change.occurrence


def kind(change: MutationSpec) -> str:
    """Return what kind of change it is: the many replacements of one operator are of a kind."""
    return change.operator_name.partition("/")[2].partition("_")[0]


def named(changes: list[MutationSpec], copy: Path) -> dict[tuple[str, str, int], str]:
    """Give each change a name that an edit elsewhere does not alter."""
    lines = {
        path: (copy / path).read_text(encoding="utf-8").splitlines()
        for path in {change.module_path for change in changes}
    }
    names: dict[tuple[str, str, int], str] = {}
    times: dict[str, int] = defaultdict(int)
    for change in sorted(changes, key=place):
        line = lines[change.module_path][change.start_pos[0] - 1].strip()
        name = f"{change.module_path} {change.definition_name} {change.operator_name} {line}"
        names[place(change)] = f"{name} {times[name]}"
        times[name] += 1
    return names


def draw(
    names: dict[str, str], items: dict[str, MutationSpec], changes: int, seed: int
) -> set[str]:
    """Draw changes: those whose names have the smallest digests."""

    def lot(job: str) -> bytes:
        return hashlib.sha256(f"{seed} {names[job]}".encode()).digest()

    never = {path: set(unread(path)) for path in {one.module_path for one in items.values()}}
    places: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for job, one in items.items():
        if one.start_pos not in never[one.module_path]:
            places[one.module_path, one.start_pos, one.end_pos, kind(one)].append(job)
    print(f"{len(items)} changes, at {len(places)} places", flush=True)
    return set(sorted((min(jobs, key=lot) for jobs in places.values()), key=lot)[:changes])


def unread(path: Path) -> Iterator[tuple[int, int]]:
    """Yield the positions that Python never looks at: annotations, and what is for type checkers."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        begin: ast.AST | None = None
        end: ast.AST | None = None
        match node:
            case ast.arg(annotation=begin) | ast.AnnAssign(annotation=begin):
                end = begin
            case ast.FunctionDef(decorator_list=[ast.Name(id="overload") as begin, *_]):
                end = node
            case ast.FunctionDef(returns=begin):
                end = begin
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                begin = end = node
        if begin is None or end is None:
            continue
        for row in range(begin.lineno, end.end_lineno + 1):
            first = begin.col_offset if row == begin.lineno else 0
            last = end.end_col_offset if row == end.end_lineno else len(lines[row - 1])
            if end is node:  # a decorator begins before what is called its place
                first = 0
            yield from ((row, column) for column in range(first, last + 1))


def report(area: str, work: WorkDB, drawn: set[str]) -> None:
    """Tell how many changes were noticed, and show those that were not."""
    missed = []
    for item, result in work.completed_work_items:
        if item.job_id in drawn and result.test_outcome is not TestOutcome.KILLED:
            missed.append((item.mutations[0], result.diff))
    for one, diff in sorted(missed, key=lambda pair: place(pair[0])):
        print(f"\n{one.module_path}:{one.start_pos[0]} {one.definition_name} {one.operator_name}")
        print(diff)
    killed = len(drawn) - len(missed)
    share = killed / len(drawn) if drawn else 0
    endless = sum(result.output == "did not end" for _, result in work.completed_work_items)
    print(
        f"\n{area}: {len(drawn)} tried, {killed} noticed ({endless} by time), {len(missed)} not: {share:.1%}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
