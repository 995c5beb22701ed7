"""The words of a text with what each can be, for all the steps of reading together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.gazetteer import kinds as kind
from bilateral.gazetteer import names
from bilateral.gazetteer.tables import derived
from bilateral.reading import agents, dates, meetings, partnerships, shapes

if TYPE_CHECKING:
    from collections.abc import Mapping


@derived
def kinds() -> Mapping[str, int]:
    """Return the kinds of words, from all the tables.

    Where a table has a form that begins with a mark, its words are of no kind, and its step looks at
    every place.
    """
    return kind.kinds_of(
        [
            (kind.NAME, names.matcher().small),
            (kind.TITLE, shapes.title_words()[0]),
            (kind.COLLECTIVE, agents.collective().telling),
            (kind.OWN_STATE, agents.own_state().telling),
            (kind.STATE, agents.state_words()),
            (kind.LABEL, partnerships.labels().firsts),
            (kind.MEETING, meetings.kinds()[0].firsts),
            (kind.DATE, dates.telling()),
        ]
    )
