"""What all tests share: which folders are collected, and how long Hypothesis searches."""

from __future__ import annotations

from hypothesis import settings

#: A project of its own, which is tested against the wheel.
collect_ignore = ["downstream"]

# The checks of the whole project read far more texts, the same at every run: `--hypothesis-profile
# thorough`.  (`ci` is a profile of Hypothesis's own, which every test would get where CI is set.)  A test
# that says itself how many examples it wants is not changed by a profile.
settings.register_profile("thorough", max_examples=2000, deadline=None, derandomize=True)
