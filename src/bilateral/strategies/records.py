"""The records of a report, without a place in a text: whoever draws them alone has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hypothesis import strategies as st

from bilateral.gazetteer import tables
from bilateral.model.assessments import Assessment
from bilateral.model.commitments import Amount, Commitment, Force
from bilateral.model.issues import Issue
from bilateral.model.meetings import Meeting
from bilateral.model.parties import code_of
from bilateral.model.partnerships import Partnership, PartnershipLevel
from bilateral.model.people import Leader
from bilateral.strategies.dates import partial_dates
from bilateral.strategies.gazetted import domains as every_domain
from bilateral.strategies.gazetted import parties as every_party
from bilateral.strategies.parts import amounts as every_amount
from bilateral.strategies.parts import milestones, partnership_levels
from bilateral.strategies.places import sections as every_section
from bilateral.strategies.words import lines, lower_lines, maybe, prose, several

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from bilateral.model.dates import PartialDate
    from bilateral.model.domains import Domain
    from bilateral.model.parties import Party
    from bilateral.model.sources import Section


def leaders(
    *,
    names: SearchStrategy[str] | None = None,
    offices: SearchStrategy[str | None] | None = None,
    parties: SearchStrategy[Party | None] | None = None,
) -> SearchStrategy[Leader]:
    """Draw persons who speak for a party; the plainest has only a name.

    Args:
        names: names without titles, one line each; None for any words.
        offices: offices in lower case; None for those of the gazetteer's heads, other words, and none.
        parties: whom they serve; None for any party and none.

    >>> from hypothesis import find
    >>> from bilateral.strategies import parties
    >>> japan = parties(among=["Japan"])
    >>> find(leaders(names=st.just("Luz Paz"), parties=japan), lambda leader: True)
    Leader(name='Luz Paz', office=None, party=Country('JPN', 'Japan'), span=None)
    """
    return st.builds(
        Leader,
        name=lines() if names is None else names,
        office=_offices() if offices is None else offices,
        party=maybe(every_party()) if parties is None else parties,
    )


def _any_leader() -> SearchStrategy[Leader]:
    return leaders()


def _offices() -> SearchStrategy[str | None]:
    heads = ("head of state", "head of government")
    usual = [row["office"].lower() for row in tables.offices() if row["level"] in heads]
    return st.none() | st.sampled_from(usual) | lower_lines()


def partnerships(
    *,
    parties: SearchStrategy[Party] | None = None,
    levels: SearchStrategy[PartnershipLevel] | None = None,
    since: SearchStrategy[PartialDate | None] | None = None,
) -> SearchStrategy[Partnership]:
    """Draw standing relationships of two to four parties; the plainest has two and no history.

    Args:
        parties: whose they are; must hold two that differ. None for any.
        levels: their levels; None for those of the ladder and other labels.
        since: when they were established; None for any date and none.

    >>> from hypothesis import find
    >>> from bilateral.strategies import parties
    >>> pair = parties(among=["Peru", "Chile"])
    >>> str(find(partnerships(parties=pair), lambda partnership: True))
    'Peru–Chile: cooperative partnership'
    """
    return st.builds(
        Partnership,
        parties=several(every_party() if parties is None else parties, least=2, most=4, by=code_of),
        level=partnership_levels() if levels is None else levels,
        since=maybe(partial_dates()) if since is None else since,
        history=several(milestones(), most=2),
    )


def commitments(
    *,
    texts: SearchStrategy[str] | None = None,
    parties: SearchStrategy[Party] | None = None,
    force: SearchStrategy[Force] | None = None,
    domains: SearchStrategy[Domain] | None = None,
    deadlines: SearchStrategy[PartialDate | None] | None = None,
    amounts: SearchStrategy[Amount] | None = None,
    sections: SearchStrategy[Section | None] | None = None,
) -> SearchStrategy[Commitment]:
    """Draw promises and requests; the plainest is a pledge of one party in one domain.

    Args:
        texts: their words; None for any that are not blank.
        parties: who acts and to whom it is promised; None for any.
        force: how firmly; None for any.
        domains: their policy fields, up to three of which a commitment has, or none.
        deadlines: by when; None for any date and none.
        amounts: what is promised, up to two of which a commitment has.
        sections: where they stand; None for any section and none.

    >>> from hypothesis import given
    >>> from bilateral import Country
    >>> from bilateral.strategies import countries
    >>> @given(commitments(parties=countries(among=["Peru", "Chile"])))
    ... def test_somebody_promises(promise):
    ...     assert set(promise.actors) <= {Country.of("Peru"), Country.of("Chile")}
    >>> test_somebody_promises()
    """
    party = every_party() if parties is None else parties
    return st.builds(
        Commitment,
        text=prose() if texts is None else texts,
        actors=several(party, least=1, by=code_of),
        force=st.sampled_from(Force) if force is None else force,
        reaffirmed=st.booleans(),
        domains=_fields(every_domain() if domains is None else domains),
        addressees=several(party, by=code_of),
        deadline=maybe(partial_dates()) if deadlines is None else deadlines,
        amounts=several(every_amount() if amounts is None else amounts, most=2),
        section=maybe(every_section()) if sections is None else sections,
    )


def _fields(domains: SearchStrategy[Domain]) -> SearchStrategy[tuple[Domain, ...]]:
    """Draw one to three domains, or now and then none.

    The reader always finds one, so that one is plainer than none.  Hypothesis takes what needs fewer
    choices for plainer: the domains are drawn even where they are dropped.
    """
    some, none = several(domains, least=1, by=str), st.integers(0, 7)
    return st.builds(lambda drawn, chance: () if chance == 7 else drawn, some, none)


def issues(
    *,
    names: SearchStrategy[str] | None = None,
    parties: SearchStrategy[Party] | None = None,
    domains: SearchStrategy[Domain] | None = None,
    sections: SearchStrategy[Section | None] | None = None,
) -> SearchStrategy[Issue]:
    """Draw problems and items of the agenda; the plainest concerns nobody in one domain.

    Args:
        names: what they are called, one line each; None for any words.
        parties: whom they concern; None for any.
        domains: their policy fields, up to three of which an issue has, or none.
        sections: where they stand; None for any section and none.

    >>> from hypothesis import find
    >>> str(find(issues(names=st.just("unrest")), lambda issue: not issue.parties))
    'unrest'
    """
    return st.builds(
        Issue,
        name=lines() if names is None else names,
        parties=several(every_party() if parties is None else parties, by=code_of),
        domains=_fields(every_domain() if domains is None else domains),
        section=maybe(every_section()) if sections is None else sections,
    )


def every_kind() -> SearchStrategy[str | None]:
    """Draw the kinds of meeting that the gazetteer lists, and none."""
    return maybe(st.sampled_from([row["kind"] for row in tables.meetings()]))


def meetings(
    *,
    kinds: SearchStrategy[str | None] | None = None,
    dates: SearchStrategy[PartialDate | None] | None = None,
    places: SearchStrategy[str | None] | None = None,
    parties: SearchStrategy[Party] | None = None,
    leaders: SearchStrategy[Leader] | None = None,
) -> SearchStrategy[Meeting]:
    """Draw meetings; of the plainest nothing is known.

    Args:
        kinds: what they were, in lower case; None for the kinds of the gazetteer and none.
        dates: when; None for any date and none.
        places: where, one line each; None for any words and none.
        parties: who met; None for any.
        leaders: the persons who met; None for any.

    >>> from hypothesis import find
    >>> find(meetings(), lambda meeting: meeting.kind is not None).kind
    'summit'
    """
    return st.builds(
        Meeting,
        kind=every_kind() if kinds is None else kinds,
        date=maybe(partial_dates()) if dates is None else dates,
        place=maybe(lines()) if places is None else places,
        parties=several(every_party() if parties is None else parties, by=code_of),
        leaders=several(_any_leader() if leaders is None else leaders, most=2),
    )


def assessments(
    *,
    commitment_ids: SearchStrategy[str] | None = None,
    scores: SearchStrategy[Literal[-1, 0, 1]] | None = None,
    dates: SearchStrategy[PartialDate | None] | None = None,
) -> SearchStrategy[Assessment]:
    """Draw judgements of what became of a commitment; the plainest says: in part.

    Args:
        commitment_ids: the ids of the commitments judged; None for any.
        scores: how far they were kept; None for all three.
        dates: when they were judged; None for any date and none.

    >>> from hypothesis import find
    >>> find(assessments(), lambda assessment: assessment.score < 0).commitment_id
    'c-0000000000000000'
    """
    every: tuple[Literal[-1, 0, 1], ...] = (0, 1, -1)
    ids = st.integers(0, 2**64 - 1).map(lambda number: f"c-{number:016x}")
    return st.builds(
        Assessment,
        commitment_id=ids if commitment_ids is None else commitment_ids,
        score=st.sampled_from(every) if scores is None else scores,
        date=maybe(partial_dates()) if dates is None else dates,
        evidence=maybe(prose()),
        assessor=maybe(lines()),
    )
