"""What all charts share: where their records come from, the library, the colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bilateral.errors import Fault, MissingExtraError, ValidationError
from bilateral.model.commitments import Commitment, Force
from bilateral.model.partnerships import Partnership
from bilateral.rendering.listing import shortened

if TYPE_CHECKING:
    from types import ModuleType
    from typing import TypeAlias

    import altair as alt

    #: What the functions return; all of it can be saved, shown and changed by Altair's own methods.
    Chart: TypeAlias = alt.Chart | alt.LayerChart

#: From the palette of Okabe and Ito (2008), which holds for every kind of colour blindness.  The
#: lightness differs as well, so that a copy in grey can be read.
COLOURS = {
    Force.PLEDGE.value: "#0072b2",
    Force.INTENT.value: "#56b4e9",
    Force.ASPIRATION.value: "#e69f00",
    Force.REQUEST.value: "#7b3f6b",
}
#: How wide a chart is, in pixels, and how high one of its rows.
WIDTH, ROW = 560, 18


def library() -> ModuleType:
    """Return Altair.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import altair as alt
    except ModuleNotFoundError as error:
        raise MissingExtraError(extra="charts", purpose="drawing charts") from error
    return alt


def commitments_in(given: object) -> tuple[Commitment, ...]:
    """Return the commitments of what a chart was asked to show.

    Args:
        given: something that has `commitments` (a report), an iterable of such, or an iterable of
            commitments.

    Raises:
        ValidationError: it is something else.
    """
    return tuple(_gathered(given, "commitments", Commitment))


def partnerships_in(given: object) -> tuple[Partnership, ...]:
    """Return the partnerships of what a chart was asked to show; see `commitments_in`.

    Raises:
        ValidationError: it is something else.
    """
    return tuple(_gathered(given, "partnerships", Partnership))


def both_in(given: object) -> tuple[tuple[Commitment, ...], tuple[Partnership, ...]]:
    """Return commitments and partnerships, where one of the two may be left out.

    Raises:
        ValidationError: there is neither.
    """
    items = [given] if hasattr(given, "commitments") else _items(given, "reports or records")
    promised: list[Commitment] = []
    standing: list[Partnership] = []
    for item in items:
        if isinstance(item, Partnership):
            standing.append(item)
        elif isinstance(item, Commitment):
            promised.append(item)
        else:
            promised += _gathered(item, "commitments", Commitment)
            standing += _gathered(item, "partnerships", Partnership)
    return tuple(promised), tuple(standing)


def _gathered(given: object, name: str, kind: type[Any]) -> list[Any]:
    held = getattr(given, name, None)
    if held is not None:
        return list(held)
    found: list[Any] = []
    for item in _items(given, name):
        if isinstance(item, kind):
            found.append(item)
        elif hasattr(item, name):
            found += getattr(item, name)
        else:
            _refuse(item, name)
    return found


def _items(given: object, name: str) -> list[object]:
    try:
        return list(given)  # type: ignore[call-overload, no-any-return]
    except TypeError:
        _refuse(given, name)
        raise


def _refuse(given: object, name: str) -> None:
    reason = f"must be a report, several, or a collection of {name}"
    raise ValidationError("chart", (Fault("given", given, reason),)) from None


def told(title: str, *notes: str) -> dict[str, object]:
    """Return a title with what else must be known to read the chart."""
    lines = [note for note in notes if note]
    return {"text": title, "subtitle": lines} if lines else {"text": title}


# What XML, and so SVG, has no place for.
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def label(words: object, limit: int = 60) -> str:
    """Return a label that fits and can be drawn."""
    return shortened(_ODD.sub("\ufffd", str(words)), limit)
