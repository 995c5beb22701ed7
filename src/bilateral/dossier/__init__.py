"""Many reports as one: merged, followed up, compared."""

from bilateral.dossier.careers import Career, Tenure
from bilateral.dossier.compliance import Compliance
from bilateral.dossier.differences import Change, diff
from bilateral.dossier.dossier import Dossier
from bilateral.dossier.followup import FollowUp
from bilateral.dossier.links import Link
from bilateral.dossier.pairs import Relations
from bilateral.dossier.timeline import Event

__all__ = [
    "Career",
    "Change",
    "Compliance",
    "Dossier",
    "Event",
    "FollowUp",
    "Link",
    "Relations",
    "Tenure",
    "diff",
]
