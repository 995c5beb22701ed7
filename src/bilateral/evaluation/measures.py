"""The codebook's measures: how much of a hand coding is found, and how much of what is found is right.

Counts are added over all documents first and divided then (micro averages), so that a long document
weighs more than a short one.  Conventions where there is nothing to divide:

- precision is 1 where nothing was predicted, recall is 1 where nothing was coded: no mistake was made;
- so F1 is 1 where there is neither, and 0 where there is only the one or only the other;
- a share of nothing is 1.

The counts stand beside every figure, so that such a 1 can be told from an earned one.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.errors import Fault, UnknownNameError, ValidationError
from bilateral.evaluation.alignment import Alignment, Pairing, RecordT, align, alike, match
from bilateral.evaluation.codes import tops

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.evaluation.alignment import Sentences
    from bilateral.evaluation.codes import Codes

#: What precision, recall and F1 are measured of.
RATES = (
    "leaders",
    "partnerships",
    "commitments",
    "commitment actors",
    "commitment domains (top)",
    "commitment domains (leaf)",
    "requests",
    "issues",
    "issue domains (top)",
)
#: What shares of equal values are measured of, among the records that both codings have.
SHARES = ("leader office", "partnership since", "commitment force", "commitment reaffirmed")
#: The measures whose mean F1 is the overall figure.
HEADLINE = (
    "leaders",
    "partnerships",
    "commitments",
    "issues",
    "commitment actors",
    "commitment domains (top)",
)


@frozen
class Rate:
    """Precision, recall and F1 with the counts behind them.

    Fields:
        found: how many are in both codings.
        spurious: how many only the prediction has.
        missed: how many only the hand coding has.

    >>> rate = Rate(found=6, spurious=2, missed=4)
    >>> rate.precision, rate.recall, round(rate.f1, 3)
    (0.75, 0.6, 0.667)
    """

    found: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; 1 where nothing was predicted."""
        predicted = self.found + self.spurious
        return self.found / predicted if predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of the coded that is found; 1 where nothing was coded."""
        coded = self.found + self.missed
        return self.found / coded if coded else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 0 where both are 0."""
        precision, recall = self.precision, self.recall
        both = precision + recall
        return 2 * precision * recall / both if both else 0.0

    @property
    def value(self) -> float:
        """The figure by which the measure is known: F1."""
        return self.f1

    def __add__(self, other: Rate) -> Rate:
        return Rate(
            self.found + other.found, self.spurious + other.spurious, self.missed + other.missed
        )


@frozen
class Share:
    """The share of equal values with the counts behind it.

    Fields:
        equal: how many values are the same in both codings.
        among: how many were compared.

    >>> Share(equal=3, among=4).accuracy
    0.75
    """

    equal: int = 0
    among: int = 0

    @property
    def accuracy(self) -> float:
        """The share; 1 where nothing was compared."""
        return self.equal / self.among if self.among else 1.0

    @property
    def value(self) -> float:
        """The figure by which the measure is known: the share."""
        return self.accuracy

    def __add__(self, other: Share) -> Share:
        return Share(self.equal + other.equal, self.among + other.among)


@frozen
class Counts:
    """What was counted in one document, or in several together.

    Fields:
        rates: one for each of `RATES`.
        shares: one for each of `SHARES`.
    """

    rates: tuple[Rate, ...] = tuple([Rate() for _ in RATES])
    shares: tuple[Share, ...] = tuple([Share() for _ in SHARES])

    def value(self, measure: str) -> float:
        """Return one figure; ``"overall"`` is the mean F1 of `HEADLINE`."""
        if measure == "overall":
            # in this order: a sum of floats depends on it in the last digit
            return sum([self.value(name) for name in HEADLINE]) / len(HEADLINE)
        if measure in RATES:
            return self.rates[RATES.index(measure)].f1
        return self.shares[SHARES.index(measure)].accuracy


def total(counts: Iterable[Counts]) -> Counts:
    """Add counts up."""
    listed = list(counts)
    rates = [Rate()] * len(RATES)
    shares = [Share()] * len(SHARES)
    for one in listed:
        rates = [mine + more for mine, more in zip(rates, one.rates, strict=True)]
        shares = [mine + more for mine, more in zip(shares, one.shares, strict=True)]
    return Counts(tuple(rates), tuple(shares))


@frozen
class Interval:
    """A confidence interval.

    Fields:
        low: its lower end.
        high: its upper end.
        level: how much of the resampled figures lies within, ``0.95``.
    """

    low: float
    high: float
    level: float


@frozen
class Comparison:
    """How a prediction compares with a hand coding, document by document and as a whole.

    Fields:
        documents: id → what was counted in the document.

    >>> from bilateral.evaluation import CodedLeader, Codes
    >>> gold = Codes(id="readout", leaders=(CodedLeader("Anwar Ibrahim", country="MYS"),))
    >>> comparison = compare(gold, Codes(id="readout"))
    >>> comparison["leaders"]
    Rate(found=0, spurious=0, missed=1)
    >>> round(comparison.overall, 3)
    0.833
    """

    documents: Mapping[str, Counts]

    def __getitem__(self, measure: str) -> Rate | Share:
        """Return a measure over all documents.

        Raises:
            UnknownNameError: there is no such measure; the error lists them all.
        """
        counts = self.total
        if measure in RATES:
            return counts.rates[RATES.index(measure)]
        if measure in SHARES:
            return counts.shares[SHARES.index(measure)]
        raise UnknownNameError("measure", measure, (*RATES, *SHARES))

    @property
    def total(self) -> Counts:
        """The counts of all documents together."""
        return total(self.documents.values())

    @property
    def rates(self) -> dict[str, Rate]:
        """What was found, missed and invented, by measure."""
        return dict(zip(RATES, self.total.rates, strict=True))

    @property
    def shares(self) -> dict[str, Share]:
        """How often a value is the same, by measure."""
        return dict(zip(SHARES, self.total.shares, strict=True))

    @property
    def overall(self) -> float:
        """The mean F1 of `HEADLINE`: the four kinds, and commitments' actors and top domains."""
        return self.total.value("overall")

    def intervals(
        self, *, level: float = 0.95, samples: int = 2000, seed: int = 0
    ) -> dict[str, Interval]:
        """Return bootstrap intervals, by measure and for ``"overall"``.

        Documents are drawn with replacement, as often as there are, and every measure computed anew;
        the interval leaves out the same share of the figures at either end (the percentile method,
        Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, ch. 13).  Documents and not
        sentences are drawn, because the sentences of one text are not independent.  The same
        arguments give the same intervals.  With fewer than two documents there are none: nothing can
        vary.

        Args:
            level: how much of the figures lies within, between 0 and 1.
            samples: how often is drawn.
            seed: another seed gives other draws.

        Raises:
            ValidationError: `level` does not lie between 0 and 1, or `samples` is less than 1.
        """
        faults = []
        if not 0 < level < 1:
            faults.append(Fault("level", level, "must lie between 0 and 1, as in 0.95"))
        if samples < 1:
            faults.append(Fault("samples", samples, "must be 1 or more"))
        if faults:
            raise ValidationError("intervals", tuple(faults))
        documents = list(self.documents.values())
        if len(documents) < 2:
            return {}
        draw = random.Random(seed)
        names = (*RATES, *SHARES, "overall")
        figures: dict[str, list[float]] = {name: [] for name in names}
        flat = [_flat(counts) for counts in documents]
        for _ in range(samples):
            drawn = draw.choices(flat, k=len(flat))
            counts = _unflat([sum(column) for column in zip(*drawn, strict=True)])
            for name in names:
                figures[name].append(counts.value(name))
        return {name: _percentiles(values, level) for name, values in figures.items()}


def compare(gold: Codes | Iterable[Codes], predicted: Codes | Iterable[Codes]) -> Comparison:
    """Compare a prediction with a hand coding, of one document or of many.

    Two single codings are compared whatever their ids; otherwise documents are matched by id.  A
    document that was not predicted counts as predicted with nothing in it, one that was not coded
    by hand is left out.

    Raises:
        ValidationError: two codings on one side have the same id.
    """
    return Comparison({one.id: count(align(one, other)) for one, other in match(gold, predicted)})


def count(alignment: Alignment) -> Counts:
    """Count in one document."""
    promises = alignment.promises
    both = promises.both.values()
    issues = alignment.issues.pairs
    rates = {
        "leaders": _rate(alignment.leaders),
        "partnerships": _rate(alignment.partnerships),
        "commitments": _marked(promises),
        "commitment actors": _sets([(a.actors, b.actors) for a, b in both]),
        "commitment domains (top)": _sets([(tops(a.domains), tops(b.domains)) for a, b in both]),
        "commitment domains (leaf)": _sets([(a.domains, b.domains) for a, b in both]),
        "requests": _marked(alignment.requests),
        "issues": _rate(alignment.issues),
        "issue domains (top)": _sets(
            [(tops(frozenset(a.domains)), tops(frozenset(b.domains))) for a, b in issues]
        ),
    }
    shares = {
        "leader office": [alike(a.office, b.office) for a, b in alignment.leaders.pairs],
        "partnership since": [
            year(a.since) == year(b.since) for a, b in alignment.partnerships.pairs
        ],
        "commitment force": [a.force is b.force for a, b in both],
        "commitment reaffirmed": [a.reaffirmed is b.reaffirmed for a, b in both],
    }
    return Counts(
        tuple([rates[name] for name in RATES]),
        tuple([Share(sum(shares[name]), len(shares[name])) for name in SHARES]),
    )


def year(date: object) -> int | None:
    """Return the year of a date, by which partnerships are compared."""
    found: int | None = getattr(date, "year", None)
    return found


def _rate(pairing: Pairing[RecordT]) -> Rate:
    return Rate(len(pairing.pairs), len(pairing.spurious), len(pairing.missed))


def _marked(sentences: Sentences) -> Rate:
    return Rate(len(sentences.both), len(sentences.spurious), len(sentences.missed))


def _sets(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> Rate:
    rates = [Rate(len(a & b), len(b - a), len(a - b)) for a, b in pairs]
    return sum(rates, Rate())


def _flat(counts: Counts) -> list[int]:
    flat = [n for rate in counts.rates for n in (rate.found, rate.spurious, rate.missed)]
    return flat + [n for share in counts.shares for n in (share.equal, share.among)]


def _unflat(flat: list[int]) -> Counts:
    end = 3 * len(RATES)
    return Counts(
        tuple([Rate(*flat[at : at + 3]) for at in range(0, end, 3)]),
        tuple([Share(*flat[at : at + 2]) for at in range(end, len(flat), 2)]),
    )


def _percentiles(values: list[float], level: float) -> Interval:
    """Return the interval that leaves out the same share of the values at either end."""
    ordered = sorted(values)
    outside = int((1 - level) / 2 * len(ordered))
    return Interval(ordered[outside], ordered[-1 - outside], level)
