"""What all tests share: which folders are collected, and how long Hypothesis searches."""

from __future__ import annotations

from hypothesis import Phase, settings

#: A project of its own, which is tested against the wheel.
collect_ignore = ["downstream"]

# Each profile states all that it changes against Hypothesis's own default: where Hypothesis sees that it runs
# in continuous integration it begins from another, and a profile without a parent would follow it.
_plain = settings.get_profile("default")

# The same examples at every run, so that a failure is a change of the code; and no deadline, because how long
# an example takes says more of the machine and its other work than of the package.
settings.register_profile(
    "steady",
    _plain,
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
)
# Other examples at every run, to look for faults: `--hypothesis-profile random`.
settings.register_profile("random", _plain, max_examples=200, deadline=None, derandomize=False)
# Far more examples: `--hypothesis-profile thorough`.  A test that says itself how many examples it wants is
# not changed by a profile.
settings.register_profile(
    "thorough", _plain, max_examples=2000, deadline=None, derandomize=True, database=None
)
# Few examples, and none made smaller, for what asks only whether a test fails: `mutation/run.py`.
settings.register_profile(
    "quick",
    _plain,
    max_examples=10,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    report_multiple_bugs=False,
)
settings.load_profile("steady")
