"""Many reports, merged."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import cast

from attrs import evolve, field, frozen

from bilateral.dossier.careers import Career, find_careers
from bilateral.dossier.compliance import Compliance, ComplianceKey, comply, comply_by
from bilateral.dossier.followup import FollowUp, follow_up
from bilateral.dossier.links import Link, find_links
from bilateral.dossier.order import assessments_in_order, in_order
from bilateral.dossier.pairs import Relations, find_relations, partners
from bilateral.dossier.relationships import merged_partnerships
from bilateral.dossier.scores import DateLike, Scores, last_day, scores_at
from bilateral.dossier.timeline import Event, find_events
from bilateral.errors import Fault, UnknownNameError, ValidationError
from bilateral.gazetteer.lookup import nearest
from bilateral.model import checks
from bilateral.model.assessments import Assessment
from bilateral.model.commitments import Commitment
from bilateral.model.issues import Issue
from bilateral.model.meetings import Meeting
from bilateral.model.parties import Party, codes
from bilateral.model.parties import party as find_party
from bilateral.model.partnerships import Partnership
from bilateral.model.people import Leader
from bilateral.model.sources import Section, Source
from bilateral.query.assessments import Assessments
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.explanations import Explanation, Record
from bilateral.query.reports import Report


def _gathered(given: Iterable[Report]) -> tuple[Report, ...]:
    """Return what is given as a tuple; what is no iterable is left for the check."""
    value: object = given
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return tuple(value)
    return cast("tuple[Report, ...]", value)


def _assessed(given: Iterable[Assessment]) -> Assessments:
    return given if isinstance(given, Assessments) else Assessments(given)


@frozen(repr=False)
class Dossier:
    """Many reports as one: who promised what over the years, and what became of it.

    A dossier is a set of reports, and of assessments of what is promised in them.  Everything else
    follows from the set: there is one entry for each person and for each set of partners, and the
    collections answer the same queries as those of a report.  So it does not matter in which order
    reports come, how often, or how dossiers are merged.

    Fields:
        reports: any iterable of reports; kept as a tuple, each once, by date, undated ones last.
        assessments: any iterable of assessments of their commitments; kept as `Assessments`, each
            once, by commitment and date.

    Raises:
        ValidationError: an item is of another class, or an assessment is of no commitment that is in
            the reports.

    >>> import bilateral
    >>> dossier = Dossier([
    ...     bilateral.read("Japan and Malaysia agreed to expand joint patrols.", date="2023-12"),
    ...     bilateral.read("Japan and Malaysia reaffirmed their commitment to expand joint patrols.",
    ...                    date="2025-01-10"),
    ... ])
    >>> dossier
    Dossier(2 reports, 2 commitments, 0 assessments)
    >>> [link.kind for link in dossier.links]
    ['reaffirms']
    """

    reports: tuple[Report, ...] = field(default=(), converter=_gathered)
    assessments: Assessments = field(factory=Assessments, kw_only=True, converter=_assessed)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if checks.each(faults, "reports", self.reports, Report, "Report"):
            held = {made.id for report in self.reports for made in report.commitments}
            for index, assessment in enumerate(self.assessments):
                if assessment.commitment_id not in held:
                    reason = "must be the id of a commitment in the reports"
                    path = f"assessments[{index}].commitment_id"
                    checks.add(faults, path, assessment.commitment_id, reason)
        if faults:
            checks.refuse(self, faults)
        put = object.__setattr__
        put(self, "reports", in_order(self.reports))
        put(self, "assessments", Assessments(assessments_in_order(self.assessments)))

    # ---- merging

    def __or__(self, other: Dossier) -> Dossier:
        """Return the dossier of the reports and assessments of both.

        >>> import bilateral
        >>> one, two = [Dossier([bilateral.read(f"Japan agreed to {do}.")]) for do in ("go", "stay")]
        >>> one | two == two | one == one | two | one
        True
        """
        if not isinstance(other, Dossier):
            return NotImplemented
        return Dossier(
            (*self.reports, *other.reports), assessments=(*self.assessments, *other.assessments)
        )

    def add(self, *reports: Report) -> Dossier:
        """Return the dossier with further reports; one that is there already changes nothing.

        Raises:
            ValidationError: an item is no report.
        """
        return evolve(self, reports=(*self.reports, *reports))

    def assess(self, *assessments: Assessment) -> Dossier:
        """Return the dossier with further assessments.

        Raises:
            ValidationError: one is of no commitment that is in the reports.

        >>> import bilateral
        >>> dossier = Dossier([bilateral.read("Japan agreed to train engineers.")])
        >>> kept = bilateral.Assessment(dossier.commitments[0].id, 1, date=bilateral.PartialDate(2026))
        >>> dossier.assess(kept).compliance().mean
        1.0
        """
        return evolve(self, assessments=(*self.assessments, *assessments))

    # ---- everything in the reports

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the reports, each once."""
        return tuple(dict.fromkeys([report.source for report in self.reports]))

    @cached_property
    def commitments(self) -> Commitments:
        """What was promised, by date of report; one commitment for each id."""
        held: dict[str, Commitment] = {}
        for report in self.reports:
            for commitment in report.commitments:
                held.setdefault(commitment.id, commitment)
        return Commitments(held.values()).with_sections(self._sections)

    @cached_property
    def issues(self) -> Issues:
        """What was at issue, by date of report; one issue for each id."""
        held: dict[str, Issue] = {}
        for report in self.reports:
            for issue in report.issues:
                held.setdefault(issue.id, issue)
        return Issues(held.values()).with_sections(self._sections)

    @cached_property
    def careers(self) -> tuple[Career, ...]:
        """Every person named, with all names and offices, by the first report that names them."""
        return find_careers(self.reports)

    @cached_property
    def leaders(self) -> Leaders:
        """Every person named, once: under the fullest name, with the latest office."""
        return Leaders([career.leader for career in self.careers])

    @cached_property
    def partnerships(self) -> Partnerships:
        """The partnership of each set of parties, with the history of its levels."""
        return Partnerships(merged_partnerships(self.reports))

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings reported, each once, by date of report."""
        held = [report.meeting for report in self.reports if report.meeting is not None]
        return tuple(dict.fromkeys(held))

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Who met, promised or was promised something in any report; each once."""
        found: dict[str, Party] = {}
        for report in self.reports:
            for party in report.parties:
                found.setdefault(party.code, party)
        return tuple(found.values())

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Which commitment reaffirms or repeats which earlier one; see `Link`."""
        return find_links(self.reports)

    @cached_property
    def _sections(self) -> tuple[Section, ...]:
        return tuple(dict.fromkeys([x for report in self.reports for x in report.sections]))

    # ---- where something comes from

    def reports_on(self, record: Record | str) -> tuple[Report, ...]:
        """Return every report that tells of a record, by date.

        Args:
            record: a record of the dossier or of one of its reports, or the id of a commitment or an
                issue.

        Raises:
            UnknownNameError: no report holds such a record.
        """
        found = [self.reports[number] for number in self._places.get(self._place(record), ())]
        if found:
            return tuple(found)
        if isinstance(record, str):
            known = [str(name) for kind, name in self._places if kind is str]
            raise UnknownNameError("record of this dossier", record, nearest(record, known))
        kind = f"{type(record).__name__.lower()} of this dossier"
        raise UnknownNameError(kind, str(record))

    def explain(self, record: Record | str) -> Explanation:
        """Say which rule found a record of a report and what decided its fields.

        Args:
            record: a commitment or an issue, the id of one, or a record of one of the reports.

        Raises:
            UnknownNameError: no report holds the record.  The leaders and partnerships of a dossier
                are merged from several; ask of those that `reports_on` has.
        """
        return self.reports_on(record)[0].explain(record)

    @cached_property
    def _places(self) -> dict[tuple[type, object], list[int]]:
        """Return what a record goes by → the reports that hold it."""
        found: dict[tuple[type, object], dict[int, None]] = {}
        for number, report in enumerate(self.reports):
            held: list[Record] = [*report.commitments, *report.issues, *report.partnerships]
            held += report.leaders
            held += [] if report.meeting is None else [report.meeting]
            for record in held:
                found.setdefault(self._place(record), {})[number] = None
        by_text: dict[str, list[int]] = {}
        for number, report in enumerate(self.reports):
            by_text.setdefault(report.source.sha256, []).append(number)
        for career in self.careers:
            for digest in career.sources:
                for number in by_text[digest]:
                    found.setdefault(self._place(career.leader), {})[number] = None
        return {place: sorted(numbers) for place, numbers in found.items()}

    @staticmethod
    def _place(record: object) -> tuple[type, object]:
        if isinstance(record, (Commitment, Issue)):
            return str, record.id
        if isinstance(record, Partnership):
            return Partnership, codes(record.parties)
        return type(record), record

    # ---- persons, and what leads from one commitment to another

    def career(self, leader: Leader | str) -> Career:
        """Return the career of a person.

        Args:
            leader: a `Leader` of the dossier or of one of its reports, or a name as in
                `Leaders.by_name`.

        Raises:
            UnknownNameError: nobody is called so, or there is no such leader.
            CountError: several persons are called so.

        >>> import bilateral
        >>> report = bilateral.read("Prime Minister Anwar Ibrahim of Malaysia agreed to help.")
        >>> Dossier([report]).career("Anwar").names
        ('Anwar Ibrahim',)
        """
        if isinstance(leader, str):
            leader = self.leaders.by_name(leader).one()
        for career in self.careers:
            if leader == career.leader or leader in career.members:
                return career
        raise UnknownNameError("leader of this dossier", str(leader))

    def by_leader(self, leader: Leader | str) -> Commitments:
        """Return the commitments whose words name a person, in any report; see `career`.

        Raises:
            UnknownNameError: nobody is called so, or there is no such leader.
            CountError: several persons are called so.
        """
        career = self.career(leader)
        members, ids = set(career.members), set()
        for report in self.reports:
            if report.source.sha256 in career.sources:
                for one in report.leaders:
                    if one in members:
                        ids |= {made.id for made in report.commitments.by_leader(one)}
        return self.commitments.where(lambda made: made.id in ids)

    def thread(self, commitment: Commitment | str) -> Commitments:
        """Return a commitment with all that it reaffirms or repeats and that reaffirm or repeat it.

        Args:
            commitment: a commitment of the dossier, or the id of one.

        Raises:
            UnknownNameError: the dossier has no such commitment.
        """
        name = commitment if isinstance(commitment, str) else commitment.id
        self.reports_on(name)
        first = self._firsts.get(name, name)
        return self.commitments.where(lambda made: self._firsts.get(made.id, made.id) == first)

    @cached_property
    def _firsts(self) -> dict[str, str]:
        """Return id of a commitment that takes others up → the first of them."""
        found: dict[str, str] = {}
        for link in self.links:  # in the order of time, so the earlier one is known
            found[link.later] = found.get(link.earlier, link.earlier)
        return found

    # ---- over time and between parties

    def timeline(self) -> tuple[Event, ...]:
        """Return what happened when: meetings, levels, commitments, deadlines and assessments."""
        return find_events(
            self.reports, self.meetings, self.partnerships, self.commitments, self.assessments
        )

    def between(self, party: Party | str, *more: Party | str, others: bool = False) -> Relations:
        """Return what is between two parties, or more.

        A commitment belongs if those who promise and those to whom it is promised are exactly these
        parties; or some of them, where it stands in the report of a meeting of exactly these.

        Args:
            party: a country or an organization, or a name of one.
            more: the others; there must be at least one.
            others: whether what they share with further parties belongs as well: summits of many,
                partnerships of three, joint commitments of a group.

        Raises:
            UnknownNameError: no country or organization is called so.
            ValidationError: there are fewer than two different parties.

        >>> import bilateral
        >>> report = bilateral.read("Japan and Malaysia agreed to expand joint patrols.")
        >>> len(Dossier([report]).between("JP", "MY").commitments)
        1
        """
        named = {each.code: each for each in [find_party(name) for name in (party, *more)]}
        if len(named) < 2:
            reason = "must name at least two different parties"
            raise ValidationError("between", (Fault("parties", (party, *more), reason),))
        return find_relations(self, tuple(named.values()), others=others)

    # ---- what became of it

    def follow_up(self, date: DateLike) -> FollowUp:
        """Return how the commitments stand on a day that were made until then.

        Args:
            date: the day; of a month or a year, the last day.

        Raises:
            ValidationError: the date has the wrong form.

        >>> import bilateral
        >>> report = bilateral.read("Japan agreed to train engineers by 2026.", date="2025-01-10")
        >>> len(Dossier([report]).follow_up("2027-01-01").overdue)
        1
        """
        return follow_up(self.reports, self.commitments, self.assessments, date)

    def compliance(self, *, at: DateLike | None = None) -> Compliance:
        """Return how far all commitments were kept.

        Args:
            at: only assessments up to this day count; all of them where it is not given.

        Raises:
            ValidationError: the date has the wrong form.
        """
        return comply(self.commitments, self._scores(at))

    def compliance_by(
        self, key: ComplianceKey, *, at: DateLike | None = None
    ) -> dict[str, Compliance]:
        """Return how far commitments were kept, by a key.

        Args:
            key: ``"country"`` or ``"party"`` (the code of each actor, with the scores of that
                actor), ``"domain"``, ``"top"`` (the domain at the top), ``"force"``, or
                ``"partnership"`` (the codes of the parties, ``"JPN–MYS"``, with the commitments of
                `between`).
            at: only assessments up to this day count.

        Raises:
            UnknownNameError: there is no such key.
            ValidationError: the date has the wrong form.
        """
        by_id = partners(self) if key == "partnership" else {}
        scores = self._scores(at)
        return comply_by(self.commitments, scores, key, lambda made: by_id.get(made.id, ()))

    def _scores(self, at: DateLike | None) -> dict[str, Scores]:
        return scores_at(self.assessments, None if at is None else last_day(at))

    def __repr__(self) -> str:
        names = ("reports", "commitments", "assessments")  # which are quickly counted
        counts = [(len(getattr(self, name)), name) for name in names]
        told = [f"{count} {name if count != 1 else name[:-1]}" for count, name in counts]
        return f"Dossier({', '.join(told)})"
