"""Every sort of sentence."""

from __future__ import annotations

from bilateral.strategies.prose.promises import Both, Listed, Promise, Request
from bilateral.strategies.prose.tellings import Aside, Presented, Status

#: What is drawn of a sentence.
Sentence = Promise | Both | Listed | Request | Presented | Status | Aside
