"""The strategies of the parts of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from bilateral.model.commitments import Force
from bilateral.model.parties import Country
from bilateral.strategies.prose import grammar
from bilateral.strategies.prose.cast import Role
from bilateral.strategies.prose.promises import Both, Due, Gift, Listed, Promise, Request, Sum
from bilateral.strategies.prose.subjects import Chosen
from bilateral.strategies.prose.tellings import Aside, Presented, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from hypothesis.strategies import SearchStrategy

    from bilateral.strategies.prose.sentences import Sentence

    _Manner = tuple[grammar.Office, grammar.Naming, grammar.Naming]

T = TypeVar("T")


def one_among(values: Iterable[T]) -> SearchStrategy[T]:
    """Draw one of the rows of a table, the first of which is the plainest."""
    kept = tuple(values)
    # By number: Hypothesis writes what it samples from into its messages, here whole tables.
    return st.sampled_from(range(len(kept))).map(lambda number: kept[number])


def hosts() -> SearchStrategy[Country]:
    """Draw a state of the grammar's table."""
    codes = [row.code for row in grammar.rows("states.csv", grammar.State)]
    return st.sampled_from(codes).map(lambda code: Country.of(code))


def others() -> SearchStrategy[list[Country]]:
    """Draw parties that may be outside: so many that two are left when those who meet are taken out."""
    return st.lists(hosts(), min_size=4, max_size=4, unique=True)


def roles() -> SearchStrategy[list[Role]]:
    """Draw the leaders of two parties, who have different names."""
    rows = grammar.rows("namings.csv", grammar.Naming)
    persons = one_among(grammar.rows("persons.csv", grammar.Name))
    manner = st.tuples(
        one_among(grammar.rows("offices.csv", grammar.Office)),
        one_among(row for row in rows if row.time == "first"),
        one_among(row for row in rows if row.time == "again"),
    )
    names = st.lists(persons, min_size=2, max_size=2, unique=True)
    return st.builds(_roles, names, manner, manner)


def _roles(names: list[grammar.Name], *manners: _Manner) -> list[Role]:
    return [Role(name, *manner) for name, manner in zip(names, manners, strict=True)]


def subjects(of: str = "") -> SearchStrategy[Chosen]:
    """Draw who acts: all, one, or either."""
    rows = [x for x in grammar.rows("subjects.csv", grammar.Subject) if of in ("", x.of)]
    # Persons and pronouns as often as all other words: few sentences stand where a pronoun is clear.
    plain = _chosen(row for row in rows if not row.needs and not row.person)
    persons = _chosen(row for row in rows if not row.needs and row.person)
    pronouns = _chosen(row for row in rows if row.needs)
    return one_among([*plain, *persons * 3, *pronouns * 4])


def _chosen(rows: Iterable[grammar.Subject]) -> list[Chosen]:
    return [Chosen(row, who) for row in rows for who in range(2 if row.of == "one" else 1)]


def lines(table: str) -> SearchStrategy[grammar.Line]:
    """Draw a row of a table of lines."""
    return one_among(grammar.rows(table, grammar.Line))


def deeds() -> SearchStrategy[grammar.Deed]:
    """Draw conduct."""
    return one_among(grammar.rows("deeds.csv", grammar.Deed))


def sentences(forces: Collection[Force]) -> SearchStrategy[Sentence]:
    """Draw a sentence of any sort; of the promises and requests, those of the given forces."""
    sorts: list[SearchStrategy[Sentence]] = []
    cues = [row for row in grammar.rows("promises.csv", grammar.Cue) if row.force in forces]
    # Most subjects cannot say what a person says, so that few of these would be left.
    cues += [row for row in cues if row.by == "person"] * 4
    limits = one_among(grammar.rows("deadlines.csv", grammar.Limit))
    sums = st.builds(Sum, one_among(grammar.rows("sums.csv", grammar.Money)), st.integers(1, 999))
    gifts = one_among(grammar.rows("gifts.csv", grammar.Deed))
    if cues:
        more = st.one_of(
            st.none(),
            st.builds(Due, limits, st.integers(30, 2000)),
            st.builds(Gift, gifts, sums),
        )
        # Thrice, being the most manifold; one and the same strategy would count once.
        sorts += [
            st.builds(Promise, subject=subjects(), cue=one_among(cues), deed=deeds(), more=more)
            for _ in range(3)
        ]
    pairs = [x for x in grammar.rows("pairs.csv", grammar.Pair) if set(x.force) <= set(forces)]
    if pairs:
        two = st.lists(deeds(), min_size=2, max_size=2, unique=True)
        sorts.append(st.builds(Both, one_among(pairs), two, st.integers(0, 1)))
    stems = [row for row in grammar.rows("stems.csv", grammar.Stem) if row.force in forces]
    if stems:
        several = st.lists(deeds(), min_size=1, max_size=3, unique=True)
        sorts.append(st.builds(Listed, subjects("all"), one_among(stems), several))
    if Force.REQUEST in forces:
        sorts.append(
            st.builds(Request, subjects(), lines("requests.csv"), deeds(), st.integers(0, 2))
        )
    matters = grammar.rows("matters.csv", grammar.Matter)
    agendas = grammar.rows("agendas.csv", grammar.Agenda)
    problems = [matter for matter in matters if matter.sort == "problem"]
    for sort, held in (("agenda", matters), ("problem", problems)):
        pair = st.lists(one_among(held), min_size=2, max_size=2, unique=True)
        rows = [row for row in agendas if row.sort == sort]
        sorts.append(st.builds(Presented, subjects(), one_among(rows), pair, st.integers(0, 1)))
    sorts.append(
        st.builds(
            Status,
            subjects("all"),
            one_among(grammar.rows("bonds.csv", grammar.Bond)),
        )
    )
    asides = lines("asides.csv") | lines("denials.csv")
    sorts.append(st.builds(Aside, subjects(), asides, st.integers(0, 1), deeds()))
    return st.one_of(sorts)
