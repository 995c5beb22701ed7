"""``bilateral schema``."""

from __future__ import annotations

from click.testing import CliRunner

from bilateral.cli.program import program
from bilateral.interchange import schema


def test_it_prints_the_schema_to_the_byte() -> None:
    """Nothing stands around it, so that it can be written to a file."""
    result = CliRunner().invoke(program, ["schema"])
    assert result.exit_code == 0
    assert result.output == schema()
