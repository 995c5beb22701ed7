"""What can go wrong, as classes that carry the facts and not only a sentence."""

from __future__ import annotations

from attrs import field, frozen


@frozen
class Fault:
    """One thing that is wrong with a value: where it stands, what it is, why it is refused.

    Fields:
        path: where the value stands, in dotted form (``"parties[0]"``, ``"span.end"``).
        value: the offending value itself.
        reason: what is wrong and what would be right.

    >>> print(Fault("start", -1, "must be 0 or more"))
    start: must be 0 or more (got -1)
    """

    path: str
    value: object = field(eq=False)
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason} (got {shorten(self.value)})"


def shorten(value: object, limit: int = 80) -> str:
    """Return the `repr` of any value in at most `limit` characters."""
    if isinstance(value, str) and len(value) > limit:
        value = value[:limit]
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - a foreign object's repr must not hide the fault that is being reported
        text = f"<{type(value).__name__}>"
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


class BilateralError(Exception):
    """The root of every error that the package raises on purpose."""


class ValidationError(BilateralError, ValueError):
    """A record was refused; `faults` lists everything that is wrong with it, not only the first.

    Attributes:
        record: the name of the class that was to be built.
        faults: every `Fault` found, in the order of the fields.

    >>> import bilateral
    >>> try:
    ...     bilateral.Span(-1, "9")
    ... except bilateral.ValidationError as error:
    ...     print(error)
    Span is not valid, 2 faults:
      start: must be 0 or more (got -1)
      end: must be an int (got '9' of type str)
    """

    def __init__(self, record: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(record, faults)
        self.record = record
        self.faults = faults

    def __str__(self) -> str:
        count = len(self.faults)
        head = f"{self.record} is not valid, {count} fault{'s' if count != 1 else ''}:"
        return "\n".join([head, *(f"  {fault}" for fault in self.faults)])


class UnknownNameError(BilateralError, LookupError):
    """A country, organization, domain, section, or other name that nobody knows.

    Attributes:
        kind: what was looked for (``"country"``).
        name: the name that was given.
        nearest: the nearest names that would be right, best first; may be empty.

    >>> import bilateral
    >>> try:
    ...     bilateral.Country.of("Malysia")
    ... except bilateral.UnknownNameError as error:
    ...     print(error.nearest[0])
    Malaysia
    """

    def __init__(self, kind: str, name: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(kind, name, nearest)
        self.kind = kind
        self.name = name
        self.nearest = nearest

    def __str__(self) -> str:
        text = f"no {self.kind} is called {shorten(self.name)}"
        if self.nearest:
            text += f"; the nearest: {', '.join(self.nearest)}"
        return text


class AmbiguousNameError(UnknownNameError):
    """A name that means several things and of which none is the usual one (``"Korean"``)."""

    def __str__(self) -> str:
        readings = ", ".join(self.nearest)
        return f"{shorten(self.name)} can mean more than one {self.kind}: say which of {readings}"


class CountError(BilateralError, LookupError):
    """`one()` was asked of a collection that does not hold exactly one record.

    Attributes:
        kind: the collection's name.
        count: how many records it holds.
    """

    def __init__(self, kind: str, count: int) -> None:
        super().__init__(kind, count)
        self.kind = kind
        self.count = count

    def __str__(self) -> str:
        return f"{self.kind} hold {self.count} records where exactly one was asked for"


class LoadError(BilateralError):
    """A file or a text could not be read.

    Attributes:
        path: the path as it was given, or ``"<text>"``.
        reason: what is wrong and what to do about it.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class TableError(BilateralError):
    """A row of one of the package's own tables, or of a user's, is faulty.

    Attributes:
        table: the table's file name.
        line: the line in the file, from 1; 0 when it is the table as a whole.
        reason: what is wrong and what to do about it.
    """

    def __init__(self, table: str, line: int, reason: str) -> None:
        super().__init__(table, line, reason)
        self.table = table
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        place = f"{self.table}:{self.line}" if self.line else self.table
        return f"{place}: {self.reason}"


class MissingExtraError(BilateralError, ImportError):
    """A part of the package needs an optional dependency that is not installed.

    Attributes:
        extra: the extra to install, as in ``pip install 'bilateral[cli]'``.
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        return f"{self.purpose} needs an extra: pip install 'bilateral[{self.extra}]'"
