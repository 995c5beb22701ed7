"""The words of a text with what each can be, for all the steps of reading together."""

from __future__ import annotations

from bilateral.gazetteer import kinds as kind
from bilateral.gazetteer import names
from bilateral.gazetteer.kinds import Kinds
from bilateral.gazetteer.tables import derived
from bilateral.reading import agents, dates, meetings, partnerships, shapes

_NONE: frozenset[str] = frozenset()


@derived
def kinds() -> Kinds:
    """Return the kinds of words, from all the tables.

    Where a table has a form that begins with a mark, its words are of no kind, and its step looks at
    every place.
    """
    return Kinds(
        exact=[
            (kind.NAME, names.matcher().firsts),
            (kind.TITLE, shapes.title_words()[0] or _NONE),
        ],
        low=[
            (kind.COLLECTIVE, agents.collective().telling),
            (kind.OWN_STATE, agents.own_state().telling),
            (kind.STATE, agents.state_words() or _NONE),
            (kind.LABEL, partnerships.labels().firsts or _NONE),
            (kind.MEETING, meetings.kinds()[0].firsts or _NONE),
            (kind.DATE, dates.hints()),
        ],
    )
