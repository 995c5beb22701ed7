"""A quicker `__init__`, and a quicker way through a pipe, for the classes of which a reader makes many.

A frozen class refuses to be set, so attrs fills it through `object.__setattr__`, which finds each slot
by its name.  Here the slots themselves are told their values.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import NOTHING, Factory, fields

if TYPE_CHECKING:
    from collections.abc import Callable

C = TypeVar("C", bound=type)


def quickly(record: C) -> C:
    """Give a frozen class an `__init__` of the signature that it has.

    The class says in a static method `_is_sound`, which gets the fields in their order, whether all
    is well, as it nearly always is, and in `_check` what is not.  If it has an `id`, `_derive` fills
    in an empty one.  Type checkers go by the signature that attrs gives.

    Raises:
        TypeError: a field has a converter, a validator or a factory, which only attrs knows to use.
    """
    names = [part.name for part in fields(record)]
    parameters, known = ["self"], dict[str, Any]()
    for part in fields(record):
        if part.converter or part.validator or isinstance(part.default, Factory):  # type: ignore[arg-type]
            msg = f"{record.__name__}.{part.name} is more than a plain field"
            raise TypeError(msg)
        if part.kw_only and "*" not in parameters:
            parameters.append("*")
        known[f"set_{part.name}"] = getattr(record, part.name).__set__
        if part.default is NOTHING:
            parameters.append(part.name)
        else:
            known[f"default_{part.name}"] = part.default
            parameters.append(f"{part.name}=default_{part.name}")
    known["is_sound"] = record._is_sound  # type: ignore[attr-defined]  # noqa: SLF001
    lines = [f"set_{name}(self, {name})" for name in names]
    lines += [f"if not is_sound({', '.join(names)}):", "    self._check()"]
    if "id" in names:
        lines += ["if not id:", "    self._derive()"]
    body = "\n        ".join([f"def made({', '.join(parameters)}):", *lines])
    source = f"def maker({', '.join(known)}):\n    {body}\n    return made"
    # With the names of the class's module, in which its annotations are to be understood.
    held: dict[str, Callable[..., Any]] = {}
    exec(source, vars(sys.modules[record.__module__]), held)
    made, before = held["maker"](**known), vars(record)["__init__"]
    for name in ("__annotations__", "__doc__", "__module__", "__name__", "__qualname__"):
        setattr(made, name, getattr(before, name))
    record.__init__ = made  # type: ignore[misc]  # its own, no subclass's
    record.__attrs_post_init__ = _check_all  # type: ignore[attr-defined]  # for subclasses of attrs
    return portably(record)


def _check_all(record: Any) -> None:  # noqa: ANN401 - of any class that is filled quickly
    """Check a record of a class below one that is filled quickly."""
    record._check()  # noqa: SLF001
    if getattr(record, "id", None) == "":
        record._derive()  # noqa: SLF001


def portably(record: C) -> C:
    """Let records of a frozen class be pickled as their values alone, without the fields' names.

    Pickling and its reverse take half the time of what attrs gives, which is what a second process
    costs.
    """
    names = [part.name for part in fields(record)]
    known = {f"set_{name}": getattr(record, name).__set__ for name in names}
    values = "".join([f"self.{name}, " for name in names])
    given = "".join([f"{name}, " for name in names])
    filled = "".join([f"        set_{name}(self, {name})\n" for name in names])
    source = f"""def maker({", ".join(known)}):
    def __getstate__(self):
        return ({values})
    def __setstate__(self, state):
        {given}= state
{filled}    return __getstate__, __setstate__"""
    held: dict[str, Callable[..., Any]] = {}
    exec(source, held)
    for made in held["maker"](**known):
        made.__module__, made.__qualname__ = record.__module__, f"{record.__name__}.{made.__name__}"
        setattr(record, made.__name__, made)
    return record
