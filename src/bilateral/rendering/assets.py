"""The files of the page: its frame, its style and its script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from string import Template

_DATA = files(__package__) / "data"


@cache
def asset(name: str) -> str:
    """Return the content of a file of the page."""
    return (_DATA / name).read_text(encoding="utf-8")


@cache
def frame() -> Template:
    """Return the page without its content."""
    return Template(asset("page.html"))


@cache
def chart_frame() -> Template:
    """Return the page of a chart without its content."""
    return Template(asset("chart.html"))


def digest(content: str) -> str:
    """Return the hash by which a page's policy lets one script or style through and no other.

    >>> digest("")
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
