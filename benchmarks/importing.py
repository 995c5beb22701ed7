"""How long importing the package takes, beside `import attrs`; the start of Python itself is taken off both.

python benchmarks/importing.py [--rounds 25]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator

from timing import Figure, best, run

PROGRAMS = {
    "nothing": "pass",
    "import attrs": "import attrs",
    "import bilateral": "import bilateral",
    "from bilateral import Commitment": "from bilateral import Commitment",
    "from bilateral import read": "from bilateral import read",
}


def measure(chosen: argparse.Namespace) -> Iterator[Figure]:
    def job(program: str) -> None:
        subprocess.run([sys.executable, "-c", program], check=True)

    jobs = {name: lambda program=program: job(program) for name, program in PROGRAMS.items()}
    took = best(jobs, chosen.rounds)
    start = took.pop("nothing")
    print(f"Python itself: {start * 1000:.0f} ms")
    other = took.pop("import attrs") - start
    print(f"import attrs: {other * 1000:.1f} ms more")
    for name, whole in took.items():
        print(f"{name}: {(whole - start) * 1000:.1f} ms more")
        target = "<= 1.5" if name == "import bilateral" else ""
        yield Figure(
            "importing", f"`{name}` / `import attrs`", (whole - start) / other, "times", target
        )


if __name__ == "__main__":
    run(__doc__, measure, lambda parser: parser.add_argument("--rounds", type=int, default=25))
