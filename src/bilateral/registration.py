"""Tells Hypothesis how to draw the package's classes, when Hypothesis itself is imported.

Hypothesis runs `register` at the end of its own import, in every environment where both packages are
installed.  That must cost little and can do no harm: the strategies are imported when something is
first drawn, and the classes alone are asked for here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

#: For each public class that Hypothesis cannot draw well by its annotations: module and function.
_STRATEGIES = {
    "Amount": "parts:amounts",
    "Archive": "dossiers:archives",
    "Assessment": "records:assessments",
    "Assessments": "collections:assessment_collections",
    "Commitment": "records:commitments",
    "Commitments": "collections:commitment_collections",
    "Country": "gazetted:countries",
    "Domain": "gazetted:domains",
    "Dossier": "dossiers:dossiers",
    "Evidence": "parts:evidence",
    "Explanation": "whole_reports:explanations",
    "Fault": "parts:faults",
    "Issue": "records:issues",
    "Issues": "collections:issue_collections",
    "Leader": "records:leaders",
    "Leaders": "collections:leader_collections",
    "Lexicon": "parts:lexicons",
    "LexiconError": "parts:lexicon_errors",
    "Meeting": "records:meetings",
    "Milestone": "parts:milestones",
    "Organization": "gazetted:organizations",
    "PartialDate": "dates:partial_dates",
    "Partnership": "records:partnerships",
    "PartnershipLevel": "parts:partnership_levels",
    "Partnerships": "collections:partnership_collections",
    "Relations": "dossiers:relations",
    "Report": "whole_reports:reports",
    "Section": "places:sections",
    "Source": "places:sources",
    "Span": "places:spans",
    "Trace": "parts:traces",
}


def register() -> None:
    """Register a strategy for every public class; the entry point that Hypothesis calls."""
    try:
        from hypothesis.strategies import register_type_strategy

        import bilateral

        for name, home in _STRATEGIES.items():
            wanted = getattr(bilateral, name)
            register_type_strategy(wanted, _strategy_for(wanted, home))
    except ImportError:
        # A broken installation is told of by `import bilateral`, where it belongs.  Raised from here,
        # it would take Hypothesis away from every test of the environment.
        return


def _strategy_for(wanted: type, home: str) -> Callable[[type], SearchStrategy[object]]:
    """Return the function from which Hypothesis asks the strategy for a class when it draws one."""
    module, _, function = home.partition(":")

    def strategy(asked: type) -> SearchStrategy[object]:
        if asked is not wanted:
            # Hypothesis offers every registered class for what it is a kind of: without this,
            # `from_type(Hashable)` would draw countries in tests that know nothing of them.
            return cast("SearchStrategy[object]", NotImplemented)
        draw: Callable[[], SearchStrategy[object]]
        draw = getattr(import_module(f"bilateral.strategies.{module}"), function)
        return draw()

    return strategy
