"""How far two coders agree beyond chance.

Kappa takes each value for wholly equal or wholly different, and expects by chance what each coder's
own habits would give (Cohen, "A Coefficient of Agreement for Nominal Scales", *Educational and
Psychological Measurement* 20, 1960).  Alpha can weigh how far two values lie apart, and expects what
all values together would give (Krippendorff, *Computing Krippendorff's Alpha-Reliability*, University
of Pennsylvania, 2011).  Sets are weighed with MASI (Passonneau, "Measuring Agreement on Set-valued
Items (MASI) for Semantic and Pragmatic Annotation", LREC 2006), or by Jaccard's coefficient.

A coefficient that is undefined is None: there is nothing to compare, or no value but one occurs and
so chance alone would give full agreement.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from bilateral.errors import Fault, UnknownNameError, ValidationError
from bilateral.evaluation.alignment import Said, match, said
from bilateral.evaluation.codes import Codes, tops
from bilateral.model.commitments import Force

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

    Distance = Callable[[Hashable, Hashable], Fraction]

Metric = Literal["nominal", "ordinal", "masi", "jaccard"]
METRICS: tuple[Metric, ...] = ("nominal", "ordinal", "masi", "jaccard")

#: Weakest first.
_FORCES = (Force.ASPIRATION, Force.INTENT, Force.PLEDGE)


@frozen
class FieldAgreement:
    """How far two coders agree on one field.

    Fields:
        field: what was coded.
        units: how many sentences were compared.
        equal: on how many the two values are the same.
        kappa: Cohen's kappa of the values as they are, or None where it is undefined.
        alpha: Krippendorff's alpha with `metric`, or None where it is undefined.
        metric: how alpha weighs the distance of two values.
    """

    field: str
    units: int
    equal: int
    kappa: float | None
    alpha: float | None
    metric: Metric

    @property
    def share(self) -> float | None:
        """The share of equal values, or None without any."""
        return self.equal / self.units if self.units else None


def kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Return Cohen's kappa, ``(observed - expected) / (1 - expected)`` agreement.

    Args:
        pairs: for each unit, the value of the first coder and that of the second.

    Returns:
        At most 1; 0 at the level of chance; None without pairs, or where both coders give one and
        the same value throughout.

    >>> votes = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10
    >>> round(kappa(votes + [("no", "no")] * 15), 3)
    0.4
    """
    listed = list(pairs)
    if not listed:
        return None
    size = len(listed)
    first = Counter([one for one, _ in listed])
    second = Counter([other for _, other in listed])
    observed = Fraction(sum([one == other for one, other in listed]), size)
    expected = Fraction(sum([count * second[value] for value, count in first.items()]), size**2)
    if expected == 1:
        return None
    return float((observed - expected) / (1 - expected))


def alpha(
    units: Iterable[Sequence[Hashable]],
    metric: Metric = "nominal",
    *,
    order: Sequence[Hashable] | None = None,
) -> float | None:
    """Return Krippendorff's alpha, 1 less the ratio of observed to expected disagreement.

    Args:
        units: for each unit, the values that it was given, of any number of coders; a coder who
            gave none is left out, and a unit with fewer than two values does not count.
        metric: how far two values lie apart: ``nominal`` (equal or not), ``ordinal`` (how many of
            all values lie between), ``masi`` or ``jaccard`` (for sets).
        order: for ``ordinal``, the values from one end to the other; sorted where it is not given.

    Returns:
        At most 1; 0 at the level of chance; None without a unit that counts, or where only one value
        occurs.

    Raises:
        UnknownNameError: there is no such metric.
        ValidationError: a value is not in `order`, or, for ``masi`` and ``jaccard``, is no set.

    >>> first, second = "aabbdcccedda", "babbbccceddd"
    >>> round(alpha(zip(first, second)), 3)
    0.692
    """
    if metric not in METRICS:
        raise UnknownNameError("metric", metric, METRICS)
    kept = [tuple(values) for values in units]
    kept = [values for values in kept if len(values) > 1]
    counts = Counter([value for values in kept for value in values])
    size = counts.total()
    if not size:
        return None
    distance = _distance(metric, counts, order)
    observed = Fraction(0)
    for values, times in Counter(kept).items():
        # every ordered pair of values of one unit, each unit weighing as many as it has values
        apart = sum([distance(a, b) for a in values for b in values], Fraction(0))
        observed += times * apart / (len(values) - 1)
    listed = list(counts.items())
    expected = sum([m * n * distance(a, b) for a, m in listed for b, n in listed], Fraction(0))
    if not expected:
        return None
    return float(1 - (size - 1) * observed / expected)


def _distance(
    metric: Metric, counts: Counter[Hashable], order: Sequence[Hashable] | None
) -> Distance:
    """Return the squared distance of two values."""
    if metric == "nominal":
        return lambda one, other: Fraction(one != other)
    if metric == "ordinal":
        return _ordinal(counts, order)
    faults = [
        Fault("units", value, f"must be a frozenset for the metric {metric}")
        for value in counts
        if not isinstance(value, frozenset)
    ]
    if faults:
        raise ValidationError("alpha", tuple(faults))
    measured = masi if metric == "masi" else jaccard
    return lambda one, other: measured(one, other)  # type: ignore[arg-type]


def _ordinal(counts: Counter[Hashable], order: Sequence[Hashable] | None) -> Distance:
    """Return Krippendorff's ordinal distance: the values between, and half of either end, squared."""
    scale = sorted(counts) if order is None else list(order)  # type: ignore[type-var]
    faults = [
        Fault("units", value, f"must be one of the order {', '.join(map(str, scale))}")
        for value in counts
        if value not in scale
    ]
    if faults:
        raise ValidationError("alpha", tuple(faults))
    middle = {}
    below = Fraction(0)
    for value in scale:
        middle[value] = below + Fraction(counts[value], 2)
        below += counts[value]
    return lambda one, other: (middle[one] - middle[other]) ** 2


def jaccard(one: Collection[str], other: Collection[str]) -> Fraction:
    """Return how far two sets lie apart: the share of their members that only one of them has.

    >>> jaccard({"JPN", "MYS"}, {"JPN"})
    Fraction(1, 2)
    """
    first, second = frozenset(one), frozenset(other)
    union = len(first | second)
    return 1 - Fraction(len(first & second), union) if union else Fraction(0)


def masi(one: Collection[str], other: Collection[str]) -> Fraction:
    """Return how far two sets lie apart, less where one contains the other.

    One less the product of Jaccard's coefficient and of 1 for equal sets, 2/3 for one within the
    other, 1/3 for others that overlap, 0 for disjoint ones (Passonneau 2006).  Two empty sets are
    equal.

    >>> masi({1, 2}, {1, 2, 3, 4}), masi({1, 2}, {2, 3})
    (Fraction(2, 3), Fraction(8, 9))
    """
    first, second = frozenset(one), frozenset(other)
    if first == second:
        return Fraction(0)
    if not first & second:
        return Fraction(1)
    within = first < second or second < first
    return 1 - (1 - jaccard(first, second)) * Fraction(2 if within else 1, 3)


def measure_agreement(
    first: Codes | Iterable[Codes],
    second: Codes | Iterable[Codes],
    *,
    sentences: Mapping[str, Sequence[str]] | None = None,
) -> tuple[FieldAgreement, ...]:
    """Measure how far two coders agree, field by field over sentences.

    Whether a sentence holds a commitment, a request or an issue is compared over all sentences of
    the documents whose sentences are given: how many both coders passed over cannot be known
    otherwise.  The fields of a commitment are compared over the sentences in which both find one.

    Leaders, partnerships and the identity of issues have no such units; for them use the F1 of
    `compare`, which is what kappa comes to where what nobody coded is without number (Hripcsak and
    Rothschild, *JAMIA* 12, 2005).

    Args:
        first: one coder's codings.
        second: the other's; documents are matched as in `compare`, and one that only one of them
            coded is left out.
        sentences: document id → the texts of its numbered sentences.

    Raises:
        ValidationError: two codings of one coder have the same id, or a number lies behind the last
            sentence.

    >>> from bilateral.evaluation import CodedCommitment, Codes
    >>> promise = CodedCommitment(2, actors=("JPN",), force=Force.PLEDGE)
    >>> coding = Codes(id="readout", commitments=(promise,))
    >>> found = measure_agreement(coding, coding, sentences={"readout": ["One.", "Two."]})
    >>> found[0].field, found[0].units, found[0].kappa, found[0].alpha
    ('commitment', 2, 1.0, 1.0)
    """
    texts = sentences or {}
    pairs = _coded_by_both(first, second)
    _check_numbers(pairs, texts)
    marked: dict[str, list[tuple[bool, bool]]] = {"commitment": [], "request": [], "issue": []}
    both: list[tuple[Said, Said]] = []
    for one, other in pairs:
        promised = [said(codes, requests=False) for codes in (one, other)]
        asked = [said(codes, requests=True) for codes in (one, other)]
        at_issue = [{x.s for x in codes.issues} for codes in (one, other)]
        for s in range(1, len(texts.get(one.id, ())) + 1):
            marked["commitment"].append((s in promised[0], s in promised[1]))
            marked["request"].append((s in asked[0], s in asked[1]))
            marked["issue"].append((s in at_issue[0], s in at_issue[1]))
        both += [(promised[0][s], promised[1][s]) for s in promised[0] if s in promised[1]]
    return (
        *[_field(name, values, "nominal") for name, values in marked.items()],
        _field("commitment force", [(a.force, b.force) for a, b in both], "ordinal", _FORCES),
        _field("commitment reaffirmed", [(a.reaffirmed, b.reaffirmed) for a, b in both], "nominal"),
        _field("commitment actors", [(a.actors, b.actors) for a, b in both], "masi"),
        _field(
            "commitment domains (top)",
            [(tops(a.domains), tops(b.domains)) for a, b in both],
            "masi",
        ),
        _field("commitment domains (leaf)", [(a.domains, b.domains) for a, b in both], "masi"),
    )


def _coded_by_both(
    first: Codes | Iterable[Codes], second: Codes | Iterable[Codes]
) -> list[tuple[Codes, Codes]]:
    if isinstance(first, Codes) and isinstance(second, Codes):
        return [(first, second)]
    one = [first] if isinstance(first, Codes) else list(first)
    other = [second] if isinstance(second, Codes) else list(second)
    ids = {codes.id for codes in other}
    return match([codes for codes in one if codes.id in ids], other)


def _check_numbers(pairs: list[tuple[Codes, Codes]], texts: Mapping[str, Sequence[str]]) -> None:
    faults = []
    for one, other in pairs:
        if one.id not in texts:
            continue
        last = len(texts[one.id])
        for codes in (one, other):
            numbers = {
                **{f"commitments[{at}].s": made.s for at, made in enumerate(codes.commitments)},
                **{f"issues[{at}].s": issue.s for at, issue in enumerate(codes.issues)},
            }
            for path, s in numbers.items():
                if s is not None and s > last:
                    reason = f"must be at most {last}, the number of the last sentence"
                    faults.append(Fault(f"{codes.id}: {path}", s, reason))
    if faults:
        raise ValidationError("agreement", tuple(faults))


def _field(
    name: str,
    pairs: Sequence[tuple[Hashable, Hashable]],
    metric: Metric,
    order: Sequence[Hashable] | None = None,
) -> FieldAgreement:
    return FieldAgreement(
        field=name,
        units=len(pairs),
        equal=sum([one == other for one, other in pairs]),
        kappa=kappa(pairs),
        alpha=alpha(pairs, metric, order=order),
        metric=metric,
    )
