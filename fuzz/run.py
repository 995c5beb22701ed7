"""Fuzzes the package under the guidance of coverage, with atheris (dependency group `fuzz`).

    python fuzz/run.py --seconds 60 [TARGET…]

Each target runs for that long in a process of its own, beginning with the seeds in `targets.py` and with what an earlier
run has kept in --corpus, if that is given.  An input that breaks a target is written to --crashes and told, with the
error, and the exit code is 1.  `python fuzz/run.py --input FILE TARGET` runs a target on one input.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: An input that takes longer than this is a fault.
SLOW = 25
#: Longer inputs are no more likely to find anything, and take longer.
LONGEST = 20_000
MEMORY_MB = 4000


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0, help="of chance; 0 for another at each run")
    parser.add_argument("--corpus", type=Path, help="a folder to begin with and to add to")
    parser.add_argument("--crashes", type=Path, default=HERE / "crashes")
    parser.add_argument("--input", type=Path, help="run the target on this alone")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    sys.path.insert(0, str(HERE))
    if given.one:
        return fuzz(given.targets[0], given.targets[1:])
    from targets import SEEDS, TARGETS

    if unknown := set(given.targets) - set(TARGETS):
        parser.error(f"no target is called {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    if given.input is not None:
        for name in given.targets:
            TARGETS[name](given.input.read_bytes())
        return 0
    if importlib.util.find_spec("atheris") is None:
        print("note: atheris is not installed (pip install --group fuzz); nothing is fuzzed")
        return 0
    given.crashes.mkdir(parents=True, exist_ok=True)
    failed = []
    for name in given.targets or TARGETS:
        with tempfile.TemporaryDirectory() as place:
            seeds, log = Path(place, "seeds"), Path(place, "log")
            seeds.mkdir()
            for number, seed in enumerate(SEEDS[name]()):
                (seeds / str(number)).write_bytes(seed[:LONGEST])
            corpus = Path(place, "corpus") if given.corpus is None else given.corpus / name
            corpus.mkdir(parents=True, exist_ok=True)
            options = [
                *(f"-max_total_time={given.seconds}", f"-max_len={LONGEST}", f"-timeout={SLOW}"),
                *(f"-rss_limit_mb={MEMORY_MB}", f"-seed={given.seed}", "-print_final_stats=1"),
                *(f"-artifact_prefix={given.crashes}/{name}-", str(corpus), str(seeds)),
            ]
            with log.open("wb") as out:
                done = subprocess.run(
                    [sys.executable, __file__, "--one", name, "--", *options],
                    stdout=out,
                    stderr=out,
                    check=False,
                )
            told = log.read_text(encoding="utf-8", errors="replace").splitlines()
        runs = next(
            (line.rpartition(" ")[2] for line in told if "number_of_executed_units" in line), "?"
        )
        print(f"{name}: {runs} inputs{'' if done.returncode == 0 else ', FAILED'}", flush=True)
        if done.returncode:
            failed.append(name)
            print(
                "\n".join(
                    [line for line in told if not line.startswith(("#", "INFO", "stat::"))][-40:]
                ),
                flush=True,
            )
    return 1 if failed else 0


def fuzz(name: str, options: list[str]) -> int:
    """Be the process of one target."""
    import atheris

    with atheris.instrument_imports(include=["bilateral"]):
        from targets import SEEDS, TARGETS

        for seed in SEEDS[name]():  # so that whatever is imported late is instrumented, too
            TARGETS[name](seed[:LONGEST])
            break
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
