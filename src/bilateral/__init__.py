"""Who promised what, about what, how firmly, by when: typed records from diplomatic reports.

>>> import bilateral
>>> report = bilateral.read("Japan and Malaysia agreed to deepen maritime security cooperation.")
>>> [str(actor) for actor in report.commitments[0].actors]
['Japan', 'Malaysia']

Every public name is in `__all__` and is imported when it is first used, so that ``import bilateral``
costs little and opens no file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilateral import arrow as arrow
    from bilateral import evaluation as evaluation
    from bilateral import samples as samples
    from bilateral import strategies as strategies
    from bilateral.archive.archive import Archive as Archive
    from bilateral.dossier.careers import Career as Career
    from bilateral.dossier.careers import Tenure as Tenure
    from bilateral.dossier.compliance import Compliance as Compliance
    from bilateral.dossier.differences import Change as Change
    from bilateral.dossier.differences import diff as diff
    from bilateral.dossier.dossier import Dossier as Dossier
    from bilateral.dossier.followup import FollowUp as FollowUp
    from bilateral.dossier.links import Link as Link
    from bilateral.dossier.pairs import Relations as Relations
    from bilateral.dossier.timeline import Event as Event
    from bilateral.errors import AmbiguousNameError as AmbiguousNameError
    from bilateral.errors import BilateralError as BilateralError
    from bilateral.errors import CountError as CountError
    from bilateral.errors import Fault as Fault
    from bilateral.errors import LoadError as LoadError
    from bilateral.errors import MissingExtraError as MissingExtraError
    from bilateral.errors import TableError as TableError
    from bilateral.errors import UnknownNameError as UnknownNameError
    from bilateral.errors import ValidationError as ValidationError
    from bilateral.gazetteer.lexicon import Lexicon as Lexicon
    from bilateral.gazetteer.lexicon import LexiconError as LexiconError
    from bilateral.interchange.json import dump as dump
    from bilateral.interchange.json import dumps as dumps
    from bilateral.interchange.json import loads as loads
    from bilateral.loaders import load as load
    from bilateral.loaders.many import load_all as load_all
    from bilateral.model.assessments import Assessment as Assessment
    from bilateral.model.commitments import Amount as Amount
    from bilateral.model.commitments import Commitment as Commitment
    from bilateral.model.commitments import Force as Force
    from bilateral.model.dates import PartialDate as PartialDate
    from bilateral.model.domains import Domain as Domain
    from bilateral.model.issues import Issue as Issue
    from bilateral.model.meetings import Meeting as Meeting
    from bilateral.model.parties import Country as Country
    from bilateral.model.parties import Organization as Organization
    from bilateral.model.parties import Party as Party
    from bilateral.model.partnerships import Milestone as Milestone
    from bilateral.model.partnerships import Partnership as Partnership
    from bilateral.model.partnerships import PartnershipLevel as PartnershipLevel
    from bilateral.model.people import Leader as Leader
    from bilateral.model.sources import Section as Section
    from bilateral.model.sources import Source as Source
    from bilateral.model.spans import Span as Span
    from bilateral.model.traces import Evidence as Evidence
    from bilateral.model.traces import Trace as Trace
    from bilateral.query.assessments import Assessments as Assessments
    from bilateral.query.collections import Commitments as Commitments
    from bilateral.query.collections import Issues as Issues
    from bilateral.query.collections import Leaders as Leaders
    from bilateral.query.collections import Partnerships as Partnerships
    from bilateral.query.reports import Explanation as Explanation
    from bilateral.query.reports import Report as Report
    from bilateral.reading import read as read

__version__ = "0.1.0"

_HOMES = {
    "bilateral.archive.archive": ("Archive",),
    "bilateral.dossier.careers": ("Career", "Tenure"),
    "bilateral.dossier.compliance": ("Compliance",),
    "bilateral.dossier.differences": ("Change", "diff"),
    "bilateral.dossier.dossier": ("Dossier",),
    "bilateral.dossier.followup": ("FollowUp",),
    "bilateral.dossier.links": ("Link",),
    "bilateral.dossier.pairs": ("Relations",),
    "bilateral.dossier.timeline": ("Event",),
    "bilateral.errors": (
        "AmbiguousNameError",
        "BilateralError",
        "CountError",
        "Fault",
        "LoadError",
        "MissingExtraError",
        "TableError",
        "UnknownNameError",
        "ValidationError",
    ),
    "bilateral.gazetteer.lexicon": ("Lexicon", "LexiconError"),
    "bilateral.interchange.json": ("dump", "dumps", "loads"),
    "bilateral.loaders": ("load",),
    "bilateral.loaders.many": ("load_all",),
    "bilateral.model.assessments": ("Assessment",),
    "bilateral.model.commitments": ("Amount", "Commitment", "Force"),
    "bilateral.model.dates": ("PartialDate",),
    "bilateral.model.domains": ("Domain",),
    "bilateral.model.issues": ("Issue",),
    "bilateral.model.meetings": ("Meeting",),
    "bilateral.model.parties": ("Country", "Organization", "Party"),
    "bilateral.model.partnerships": ("Milestone", "Partnership", "PartnershipLevel"),
    "bilateral.model.people": ("Leader",),
    "bilateral.model.sources": ("Section", "Source"),
    "bilateral.model.spans": ("Span",),
    "bilateral.model.traces": ("Evidence", "Trace"),
    "bilateral.query.assessments": ("Assessments",),
    "bilateral.query.collections": ("Commitments", "Issues", "Leaders", "Partnerships"),
    "bilateral.query.reports": ("Explanation", "Report"),
    "bilateral.reading": ("read",),
}

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_SUBMODULES = frozenset({"arrow", "evaluation", "interchange", "samples", "strategies"})

__all__ = [
    "AmbiguousNameError",
    "Amount",
    "Archive",
    "Assessment",
    "Assessments",
    "BilateralError",
    "Career",
    "Change",
    "Commitment",
    "Commitments",
    "Compliance",
    "CountError",
    "Country",
    "Domain",
    "Dossier",
    "Event",
    "Evidence",
    "Explanation",
    "Fault",
    "FollowUp",
    "Force",
    "Issue",
    "Issues",
    "Leader",
    "Leaders",
    "Lexicon",
    "LexiconError",
    "Link",
    "LoadError",
    "Meeting",
    "Milestone",
    "MissingExtraError",
    "Organization",
    "PartialDate",
    "Partnership",
    "PartnershipLevel",
    "Partnerships",
    "Party",
    "Relations",
    "Report",
    "Section",
    "Source",
    "Span",
    "TableError",
    "Tenure",
    "Trace",
    "UnknownNameError",
    "ValidationError",
    "__version__",
    "diff",
    "dump",
    "dumps",
    "evaluation",
    "interchange",
    "load",
    "load_all",
    "loads",
    "read",
    "samples",
]


# Type checkers know the names from the imports above; this function would make them take any other
# name, a misspelt one too, for one that the package has.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for."""
        if name in _SUBMODULES:
            return import_module(f"bilateral.{name}")
        home = _HOME_OF.get(name)
        if home is None:
            msg = f"module 'bilateral' has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(home), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
