"""Whole reports as JSON Lines, which `bilateral.interchange.load_lines` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from attrs import evolve

from bilateral.interchange import dumps
from bilateral.query.collections import Issues, Leaders, Partnerships

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.cli.filters import Selection


def write(selections: Iterable[Selection], out: TextIO, *, explain: bool, among: int) -> None:
    """Write each report on a line, with the records that the filters let through."""
    del explain, among  # how records were found is always there
    for selection in selections:
        report = evolve(
            selection.report,
            leaders=selection.leaders or Leaders(),
            partnerships=selection.partnerships or Partnerships(),
            commitments=selection.commitments,
            issues=selection.issues or Issues(),
        )
        out.write(f"{dumps(report)}\n")
