"""What is imported only by those who ask for it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from bilateral.errors import MissingExtraError


def require(module: str, extra: str, purpose: str) -> Any:  # noqa: ANN401 - any module
    """Return a module of an optional dependency.

    Args:
        module: its name.
        extra: the extra that installs it.
        purpose: what it is needed for.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != module.partition(".")[0]:
            raise  # it is installed, and lacks something itself
        raise MissingExtraError(extra=extra, purpose=purpose) from error
