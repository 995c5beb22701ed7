"""``bilateral read --lexicon``."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from bilateral.cli.program import program

TEXT = "Kenya and Norway agreed to open a seed bank."
WORDS = "[vocabulary]\ndomain,term,weight\neconomy.agriculture,seed bank,3\n"


def run(tmp_path: Path, words: str) -> tuple[int, str, str]:
    """Read a text with a lexicon of these words."""
    (tmp_path / "ours.txt").write_text(words, encoding="utf-8")
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    arguments = ["read", "--format", "json", "--lexicon", str(tmp_path / "ours.txt")]
    result = CliRunner().invoke(program, [*arguments, str(tmp_path / "report.txt")])
    return result.exit_code, result.stdout, result.stderr


def test_words_are_read(tmp_path: Path) -> None:
    """The domain is that of the user's term."""
    code, out, _ = run(tmp_path, WORDS)
    assert code == 0
    commitment = json.loads(out)["reports"][0]["commitments"][0]
    assert commitment["domains"] == ["economy.agriculture"]


def test_a_faulty_file_is_told(tmp_path: Path) -> None:
    """The line and the reason stand on standard error, without a stack trace."""
    code, out, err = run(tmp_path, WORDS.replace(",3", ",9"))
    assert code != 0
    assert out == ""
    assert "ours.txt:3: weight must be 1, 2 or 3" in err
    assert "Traceback" not in err
