"""Named standing relationships between parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.checks import EMPTY
from bilateral.model.dates import PartialDate
from bilateral.model.filling import quickly
from bilateral.model.parties import PARTY, Party, are_parties, code_of, codes
from bilateral.model.spans import Span
from bilateral.model.traces import Trace

if TYPE_CHECKING:
    from bilateral.errors import Fault


@frozen
class PartnershipLevel:
    """The status of a relationship, by the label that the parties give it.

    The gazetteer's ladder ranks the usual labels; one that it does not list is kept as it is and
    has no rank.

    Fields:
        label: lower case, the label alone: ``"comprehensive strategic partnership"``.

    Raises:
        ValidationError: the label is blank or not in lower case.

    >>> PartnershipLevel("strategic partnership").rank < PartnershipLevel(
    ...     "comprehensive strategic partnership"
    ... ).rank
    True
    >>> PartnershipLevel("golden friendship").rank is None
    True
    """

    label: str

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if checks.label(faults, "label", self.label) and self.label != self.label.lower():
            checks.add(faults, "label", self.label, "must be in lower case")
        if faults:
            checks.refuse(self, faults)

    @property
    def rank(self) -> int | None:
        """The place on the ladder, higher is closer; None for a label that the ladder lacks."""
        from bilateral.gazetteer import lookup

        return lookup.level_rank(self.label)

    def __str__(self) -> str:
        return self.label


@frozen
class Milestone:
    """A level that a relationship reached, and when.

    Fields:
        level: the level reached.
        date: when, as far as known, or None.

    Raises:
        ValidationError: a part has the wrong type.

    >>> str(Milestone(PartnershipLevel("strategic partnership"), PartialDate(2015)).date)
    '2015'
    """

    level: PartnershipLevel
    date: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        checks.kind(faults, "level", self.level, PartnershipLevel, "a PartnershipLevel")
        checks.optional(faults, "date", self.date, PartialDate, "a PartialDate")
        if faults:
            checks.refuse(self, faults)


@quickly
@frozen
class Partnership:
    """A standing relationship between two or more parties whose status is named.

    Two partnerships are equal whatever the order in which the parties are named.

    Fields:
        parties: two or more countries or organizations, each once.
        level: the status, a `PartnershipLevel`.
        since: when it was established or raised to that level, as far as the text says, or None.
        history: earlier levels that the text tells of, oldest first.
        span: the words in the text that name it.
        trace: how it was found; not part of what makes two partnerships equal.

    Raises:
        ValidationError: fewer than two parties, one of them twice, or a part has the wrong type.

    >>> from bilateral import Country
    >>> pair = (Country.of("JPN"), Country.of("MYS"))
    >>> level = PartnershipLevel("comprehensive strategic partnership")
    >>> str(Partnership(pair, level, since=PartialDate(2023)))
    'Japan–Malaysia: comprehensive strategic partnership (since 2023)'
    """

    parties: tuple[Party, ...] = field(eq=codes)
    level: PartnershipLevel
    since: PartialDate | None = field(default=None, kw_only=True)
    history: tuple[Milestone, ...] = field(default=(), kw_only=True)
    span: Span | None = field(default=None, kw_only=True)
    trace: Trace | None = field(default=None, kw_only=True, eq=False, repr=False)

    @staticmethod
    def _is_sound(
        parties: object, level: object, since: object, history: object, span: object, trace: object
    ) -> bool:
        return (
            are_parties(parties)
            and len(parties) > 1  # type: ignore[arg-type]  # a tuple
            and type(level) is PartnershipLevel
            and (since is None or type(since) is PartialDate)
            and (span is None or type(span) is Span)
            and (trace is None or type(trace) is Trace)
            and (history is EMPTY or checks.are(history, Milestone))
        )

    def _check(self) -> None:
        faults: list[Fault] = []
        checks.each(faults, "parties", self.parties, PARTY, "Party", least=2, key=code_of)
        checks.kind(faults, "level", self.level, PartnershipLevel, "a PartnershipLevel")
        checks.optional(faults, "since", self.since, PartialDate, "a PartialDate")
        checks.each(faults, "history", self.history, Milestone, "Milestone")
        checks.optional(faults, "span", self.span, Span, "a Span")
        checks.optional(faults, "trace", self.trace, Trace, "a Trace")
        if faults:
            checks.refuse(self, faults)

    def __str__(self) -> str:
        since = "" if self.since is None else f" (since {self.since})"
        return f"{'–'.join([p.name for p in self.parties])}: {self.level}{since}"

    def _repr_html_(self) -> str:
        from bilateral.rendering import notebook

        return notebook.record(self)
