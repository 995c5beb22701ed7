"""The coded form of a report: what a coder writes down, and what the reader's records become.

A code says which sentence a commitment stands in and not which characters: that is what two coders
can agree on.  Parties are codes (``"JPN"``, ``"ASEAN"``), domains names, whatever tree they are of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.commitments import Force
from bilateral.model.dates import PartialDate

if TYPE_CHECKING:
    from bilateral.errors import Fault

_DOMAIN = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?")


@frozen
class CodedLeader:
    """A person who speaks for a party.

    Fields:
        name: the fullest form in the text, without titles.
        office: the office in the text's words, or None where the text gives none.
        country: the code of the party served, or None where that is not known.

    Raises:
        ValidationError: a field has the wrong type or form.
    """

    name: str
    office: str | None = field(default=None, kw_only=True)
    country: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        checks.label(faults, "name", self.name)
        checks.optional_label(faults, "office", self.office)
        if self.country is not None:
            _party(faults, "country", self.country)
        if faults:
            checks.refuse(self, faults)


@frozen
class CodedPartnership:
    """A standing relationship whose status is named.

    Fields:
        parties: two or more codes.
        level: the label of the status.
        since: when it was reached, as far as the text says, or None.

    Raises:
        ValidationError: a field has the wrong type or form, or there are fewer than two parties.
    """

    parties: tuple[str, ...]
    level: str
    since: PartialDate | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        _parties(faults, "parties", self.parties, least=2)
        checks.label(faults, "level", self.level)
        checks.optional(faults, "since", self.since, PartialDate, "a PartialDate")
        if faults:
            checks.refuse(self, faults)


@frozen
class CodedCommitment:
    """What parties promise or ask in a sentence.

    Fields:
        s: the number of the sentence, from 1.
        actors: the codes of those who promise or ask, at least one.
        force: how firmly.
        reaffirmed: whether the words mark something promised before or under way.
        domains: names of policy fields.

    Raises:
        ValidationError: a field has the wrong type or form.
    """

    s: int
    actors: tuple[str, ...] = field(kw_only=True)
    force: Force = field(kw_only=True)
    reaffirmed: bool = field(default=False, kw_only=True)
    domains: tuple[str, ...] = field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        checks.integer(faults, "s", self.s, 1, None)
        _parties(faults, "actors", self.actors, least=1)
        checks.kind(faults, "force", self.force, Force, "a Force")
        checks.boolean(faults, "reaffirmed", self.reaffirmed)
        _domains(faults, "domains", self.domains)
        if faults:
            checks.refuse(self, faults)


@frozen
class CodedIssue:
    """A problem or an item of the agenda.

    Fields:
        s: the number of the sentence that presents it first, or None where it stands in none.
        name: the shortest noun phrase that identifies it.
        countries: the codes of the parties that it is about.
        domains: names of policy fields.

    Raises:
        ValidationError: a field has the wrong type or form.
    """

    s: int | None
    name: str
    countries: tuple[str, ...] = field(default=(), kw_only=True)
    domains: tuple[str, ...] = field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if self.s is not None:
            checks.integer(faults, "s", self.s, 1, None)
        checks.label(faults, "name", self.name)
        _parties(faults, "countries", self.countries, least=0)
        _domains(faults, "domains", self.domains)
        if faults:
            checks.refuse(self, faults)


@frozen(kw_only=True)
class Codes:
    """The coding of one report.

    Fields:
        id: what the document is called; two codings of it are matched by this.
        leaders: the persons named.
        partnerships: the relationships whose status is named.
        commitments: promises and requests.
        issues: problems and items of the agenda.

    Raises:
        ValidationError: a field has the wrong type.

    >>> promise = CodedCommitment(3, actors=("JPN", "MYS"), force=Force.PLEDGE)
    >>> Codes(id="readout", commitments=(promise,)).commitments[0].s
    3
    >>> CodedCommitment(0, actors=("Japan",), force=Force.PLEDGE)
    Traceback (most recent call last):
    ...
    bilateral.errors.ValidationError: CodedCommitment is not valid, 2 faults:
      s: must be 1 or more (got 0)
      actors[0]: must be the code of a party, in capitals, as in 'JPN' or 'ASEAN' (got 'Japan')
    """

    id: str
    leaders: tuple[CodedLeader, ...] = ()
    partnerships: tuple[CodedPartnership, ...] = ()
    commitments: tuple[CodedCommitment, ...] = ()
    issues: tuple[CodedIssue, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        checks.label(faults, "id", self.id)
        for name, wanted in RECORDS.items():
            checks.each(faults, name, getattr(self, name), wanted, wanted.__name__)
        if faults:
            checks.refuse(self, faults)


#: The lists of a coding, in their order, with what each holds.
RECORDS: dict[str, type[CodedLeader | CodedPartnership | CodedCommitment | CodedIssue]] = {
    "leaders": CodedLeader,
    "partnerships": CodedPartnership,
    "commitments": CodedCommitment,
    "issues": CodedIssue,
}


def tops(domains: frozenset[str]) -> frozenset[str]:
    """Return the domains at the top level.

    >>> sorted(tops(frozenset({"security.cyber", "security.maritime", "energy"})))
    ['energy', 'security']
    """
    return frozenset([name.partition(".")[0] for name in domains])


def _party(faults: list[Fault], path: str, value: object) -> None:
    """Check for a code; only its form: a group may code organizations that no table lists."""
    if checks.label(faults, path, value):
        assert isinstance(value, str)
        if value != value.upper():
            reason = "must be the code of a party, in capitals, as in 'JPN' or 'ASEAN'"
            checks.add(faults, path, value, reason)


def _parties(faults: list[Fault], path: str, value: tuple[str, ...], *, least: int) -> None:
    if checks.each(faults, path, value, str, "str", least=least, key=_same):
        for index, code in enumerate(value):
            _party(faults, f"{path}[{index}]", code)


def _domains(faults: list[Fault], path: str, value: tuple[str, ...]) -> None:
    if checks.each(faults, path, value, str, "str", key=_same):
        for index, name in enumerate(value):
            if not _DOMAIN.fullmatch(name):
                reason = "must be lower-case words joined by at most one dot, as in 'economy.trade'"
                checks.add(faults, f"{path}[{index}]", name, reason)


def _same(value: object) -> object:
    return value
