"""What the records are made of.  `st.from_type` draws these; they need no arguments of their own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import fields
from hypothesis import strategies as st

from bilateral.errors import Fault, TableError
from bilateral.gazetteer import tables
from bilateral.gazetteer.lexicon import Lexicon, LexiconError
from bilateral.model.commitments import Amount, Commitment
from bilateral.model.domains import Domain
from bilateral.model.partnerships import Milestone, PartnershipLevel
from bilateral.model.traces import Evidence, Trace
from bilateral.strategies.dates import partial_dates
from bilateral.strategies.places import spans
from bilateral.strategies.words import lines, lower_lines, maybe, prose, several, words

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def amounts() -> SearchStrategy[Amount]:
    """Draw sums of money, which are plainer, and counted things, without a place."""
    values = st.integers(0, 10**12).map(Decimal) | st.decimals(0, 10**9, places=2)
    rows = tables.rows("currencies.csv", "form", "class", "code")
    money = st.sampled_from(list(dict.fromkeys(row["code"] for row in rows)))
    return st.builds(Amount, values, currency=money) | st.builds(Amount, values, unit=lines())


def partnership_levels() -> SearchStrategy[PartnershipLevel]:
    """Draw levels of the ladder, which are plainer, and labels that it lacks."""
    rungs = sorted(tables.levels(), key=lambda row: int(row["rank"]))
    return (st.sampled_from([row["label"] for row in rungs]) | lower_lines()).map(PartnershipLevel)


def milestones() -> SearchStrategy[Milestone]:
    """Draw levels that were reached before."""
    return st.builds(Milestone, partnership_levels(), maybe(partial_dates()))


def evidence() -> SearchStrategy[Evidence]:
    """Draw what decided a field."""
    names = [field.name for field in fields(Commitment)]
    return st.builds(Evidence, st.sampled_from(names), prose(), maybe(spans()))


def rules() -> SearchStrategy[str]:
    """Draw names of rules: the package's, and others."""
    return st.sampled_from([row["rule"] for row in tables.rules()]) | lines()


def traces() -> SearchStrategy[Trace]:
    """Draw how a record was found."""
    return st.builds(Trace, rules(), maybe(spans()), several(evidence()))


def faults() -> SearchStrategy[Fault]:
    """Draw what is wrong with a value."""
    return st.builds(Fault, words(), st.none() | st.integers() | st.text(max_size=99), lines())


def lexicons() -> SearchStrategy[Lexicon]:
    """Draw lexicons that add terms to the vocabulary."""
    row = st.tuples(st.sampled_from(Domain.all()), st.sampled_from("123"), _terms())
    return st.lists(row, max_size=3).map(_lexicon)


def _terms() -> SearchStrategy[str]:
    plain = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
    return st.lists(plain, min_size=1, max_size=3).map(" ".join)


def _lexicon(rows: list[tuple[Domain, str, str]]) -> Lexicon:
    told = [f"{domain},{term},{weight}" for domain, weight, term in rows]
    return Lexicon.parse("\n".join(["[vocabulary]", "domain,term,weight", *told]))


def lexicon_errors() -> SearchStrategy[LexiconError]:
    """Draw what is wrong with a lexicon: one fault or more."""
    rows = st.builds(TableError, words(), st.integers(0, 999), lines())
    return st.builds(LexiconError, words(), several(rows, least=1))
