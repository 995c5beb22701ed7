"""What all tests share: which folders are collected, and how long Hypothesis searches."""

from __future__ import annotations

from hypothesis import settings

#: A project of its own, which is tested against the wheel.
collect_ignore = ["downstream"]

# The checks of the whole project read far more texts, the same at every run: `--hypothesis-profile ci`.
# A test that says itself how many examples it wants is not changed by a profile.
settings.register_profile("ci", max_examples=2000, deadline=None, derandomize=True)
# How long an example takes says more of the machine and its other work than of the package.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
