"""A chart → a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import bilateral
from bilateral.errors import MissingExtraError, UnknownNameError
from bilateral.interchange.files import whole
from bilateral.rendering.assets import asset, chart_frame
from bilateral.rendering.escaping import escape, island

if TYPE_CHECKING:
    import os

    from bilateral.rendering.charts.drawing import Chart

#: The suffixes that `save` knows.
SUFFIXES = (".svg", ".png", ".html", ".json")


def save(chart: Chart, path: str | os.PathLike[str]) -> None:
    """Write a chart in the form that the suffix names.

    Args:
        chart: a chart of this module, changed or not.
        path: the file: ``.svg``, ``.png`` (twice the size, for print), ``.html`` (one page that
            needs no network, with what lies under the pointer told) or ``.json`` (Vega-Lite).

    Raises:
        MissingExtraError: the extra ``charts`` is not installed.
        UnknownNameError: the suffix is another.
        OSError: the file cannot be written.
    """
    target = Path(path)
    form = target.suffix.lower()
    if form not in SUFFIXES:
        raise UnknownNameError(kind="form of picture", name=form or target.name, nearest=SUFFIXES)
    if form == ".json":
        _write(target, chart.to_json())
        return
    try:
        import vl_convert
    except ModuleNotFoundError as error:
        raise MissingExtraError(extra="charts", purpose="drawing charts") from error
    specification = chart.to_dict()
    if form == ".svg":
        _write(target, vl_convert.vegalite_to_svg(specification))
    elif form == ".png":
        _write(target, vl_convert.vegalite_to_png(specification, scale=2))
    else:
        _write(target, _page(chart, specification))


def _write(target: Path, content: str | bytes) -> None:
    with whole(target) as out:
        out.write(content.encode("utf-8") if isinstance(content, str) else content)


@cache
def _script() -> str:
    """Return the library that draws, and what starts it; putting it together takes seconds."""
    import vl_convert

    script: str = vl_convert.javascript_bundle(asset("chart.js"))
    return script.replace("</script", "<\\/script")


def _page(chart: Chart, specification: object) -> str:
    # Altair's own page writes the data into a script as it is, where words could end it.
    title = escape(getattr(chart.title, "text", "Chart"))
    return chart_frame().substitute(
        version=bilateral.__version__,
        title=title,
        data=island(specification),
        script=_script(),
    )
