"""``bilateral read``: what it prints, what it refuses, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import bilateral
from bilateral import samples
from bilateral.cli.program import program

TEXT = """Readout of the Meeting between Japan and Malaysia

2025-01-10

Prime Minister Shigeru Ishiba of Japan met Prime Minister Anwar Ibrahim of Malaysia in Tokyo.
Japan and Malaysia agreed to expand joint patrols in the South China Sea by the end of 2026.
Japan intends to train 40 Malaysian engineers. Malaysia urged Japan to buy more natural gas.
"""


def run(*arguments: str, stdin: str | bytes = "", **environment: str) -> Result:
    """Run the program in this process."""
    env = {"COLUMNS": "100", "NO_COLOR": None, "FORCE_COLOR": None, **environment}
    return CliRunner().invoke(program, arguments, input=stdin, env=env, prog_name="bilateral")


def reports(result: Result) -> list[dict[str, Any]]:
    """Return the reports of JSON output."""
    assert result.exit_code == 0, result.stderr
    document = json.loads(result.stdout)
    assert document["bilateral"] == bilateral.__version__
    assert document["form"] == 1
    found: list[dict[str, Any]] = document["reports"]
    return found


def words(output: str) -> str:
    """Return output without table lines and line breaks."""
    return " ".join(output.replace("│", " ").split())


def listed(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def readout(tmp_path: Path) -> str:
    """Return the path of a short readout."""
    path = tmp_path / "readout.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return str(path)


class TestTable:
    """What a person reads."""

    def test_shows_every_kind_of_record(self) -> None:
        """Title, meeting, and a table for each kind."""
        result = run("read", "--sample", "summit-article")
        assert result.exit_code == 0
        assert "Japan and Malaysia Deepen Their Strategic Partnership" in result.stdout
        for title in ("Leaders (", "Partnerships (", "Commitments ("):
            assert title in result.stdout
        assert "Issues" in result.stdout
        assert "Shigeru Ishiba" in result.stdout

    @pytest.mark.parametrize("width", ["50", "64", "80", "200"])
    def test_keeps_the_words_whole(self, readout: str, width: str) -> None:
        """Lines fit the terminal, and no word of the source is lost."""
        result = run("read", readout, COLUMNS=width)
        assert all(len(line) <= int(width) for line in result.stdout.splitlines())
        assert "…" not in result.stdout
        cells = [line[-40:] if width == "80" else line for line in result.stdout.splitlines()]
        if width in {"50", "200"}:  # in between, cells stand side by side
            assert "Japan intends to train 40 Malaysian engineers." in words("\n".join(cells))

    @pytest.mark.parametrize("width", ["1", "9", "20"])
    def test_narrow_terminals_do_no_harm(self, readout: str, width: str) -> None:
        """However narrow, it ends well."""
        assert run("read", readout, COLUMNS=width).exit_code == 0

    def test_has_no_colour_where_there_is_no_terminal(self, readout: str) -> None:
        """Output that is piped has no escape sequence."""
        assert "\x1b" not in run("read", readout).stdout

    def test_has_colour_only_if_wanted(self, readout: str) -> None:
        """`NO_COLOR` wins over a terminal."""
        assert "\x1b[32m" in run("read", readout, FORCE_COLOR="1", TERM="xterm").stdout
        plain = run("read", readout, FORCE_COLOR="1", TERM="xterm", NO_COLOR="1").stdout
        assert "\x1b[32m" not in plain

    def test_escape_sequences_of_a_text_do_not_reach_the_terminal(self, tmp_path: Path) -> None:
        """A text can neither colour nor command the terminal, nor be taken for markup."""
        path = tmp_path / "evil.txt"
        text = (
            f"Japan and Malaysia agreed to \x1b]0;title\x07 build [bold]ports[/]. {'Peace. ' * 200}"
        )
        path.write_text(text)
        result = run("read", str(path))
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
        assert "\x07" not in result.stdout
        assert "[bold]ports[/]" in words(result.stdout)

    def test_says_what_there_is_none_of(self) -> None:
        """A text that says nothing gives four short lines."""
        result = run("read", stdin="The weather was fine.")
        assert result.exit_code == 0
        for kind in ("Leaders", "Partnerships", "Commitments", "Issues"):
            assert f"{kind}: none" in result.stdout

    def test_several_files_stand_under_their_names(self, readout: str, tmp_path: Path) -> None:
        """Each report has a rule with its name above it."""
        other = tmp_path / "other.txt"
        other.write_text("Nothing.")
        result = run("read", readout, str(other), "--sample", "readout", COLUMNS="300")
        assert result.stdout.index("readout ─") < result.stdout.index(f"{readout} ─")
        assert result.stdout.index(f"{readout} ─") < result.stdout.index(f"{other} ─")

    def test_explains(self, readout: str) -> None:
        """Rule, cue and evidence stand below the words."""
        assert "cue: “agreed”" not in run("read", readout).stdout
        result = run("read", readout, "--explain", COLUMNS="160")
        assert "cue: “agreed”" in result.stdout
        assert "commitment.verb" in result.stdout


class TestFilters:
    """Which records are let through."""

    def texts(self, *arguments: str) -> list[str]:
        """Return the words of the commitments of one report."""
        (report,) = reports(run("read", "--format", "json", *arguments))
        return [commitment["text"] for commitment in report["commitments"]]

    def test_domain(self, readout: str) -> None:
        """A field includes those below it."""
        (text,) = self.texts(readout, "--domain", "Security")
        assert "joint patrols" in text
        assert self.texts(readout, "--domain", "security.maritime") == [text]

    def test_country_in_any_form(self, readout: str) -> None:
        """Code, name and demonym mean the same; those who act count."""
        found = self.texts(readout, "--country", "MY")
        assert len(found) == 2
        for name in ("Malaysia", "malaysian", "MYS"):
            assert self.texts(readout, "--country", name) == found

    def test_force_is_a_least(self, readout: str) -> None:
        """Pledges are intents as well; a request is only ever a request."""
        assert len(self.texts(readout, "--force", "pledge")) == 1
        assert len(self.texts(readout, "--force", "intent")) == 2
        assert len(self.texts(readout, "--force", "request")) == 1

    def test_values_of_one_option_add_up(self, readout: str) -> None:
        """Any of the values will do, in the order of the text and each once."""
        every = self.texts(readout)
        assert self.texts(readout, "--force", "request", "--force", "pledge") == [
            every[0],
            every[2],
        ]
        assert self.texts(readout, "--country", "JP", "--country", "MY") == every

    def test_options_must_agree(self, readout: str) -> None:
        """Different options are all asked for."""
        (text,) = self.texts(readout, "--country", "Malaysia", "--force", "pledge")
        assert "joint patrols" in text

    def test_what_cannot_be_asked_is_left_out(self, readout: str) -> None:
        """Leaders have no domain and issues no force."""
        result = run("read", readout, "--domain", "security")
        assert "Leaders" not in result.stdout
        assert "Issues" in result.stdout
        result = run("read", readout, "--force", "pledge")
        assert "Issues" not in result.stdout
        assert "Leaders" in run("read", readout, "--country", "MY").stdout

    def test_country_chooses_leaders(self, readout: str) -> None:
        """The other kinds follow the country too."""
        (report,) = reports(run("read", readout, "--format", "json", "--country", "Malaysia"))
        assert [leader["name"] for leader in report["leaders"]] == ["Anwar Ibrahim"]

    @pytest.mark.parametrize(
        ("option", "value", "hint"),
        [
            ("--country", "Malysia", "Malaysia"),
            ("--domain", "security.maritme", "security.maritime"),
            ("--domain", "xqzw", "security, diplomacy"),
            ("--force", "promise", "pledge, intent, aspiration, request"),
            ("--sample", "redout", "readout"),
            ("--country", "", "no country"),
            ("--date", "yesterday", "YYYY-MM-DD"),
            ("--format", "xml", "'table', 'json', 'jsonl', 'csv', 'markdown'"),
        ],
    )
    def test_wrong_name_is_a_usage_error(self, option: str, value: str, hint: str) -> None:
        """Nothing is read, and the nearest right names are told."""
        result = run("read", option, value, stdin=TEXT)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert option in result.stderr
        assert hint in words(result.stderr)

    def test_nothing_matches(self, readout: str) -> None:
        """Scripts can tell an empty answer."""
        result = run("read", readout, "--country", "Fiji")
        assert result.exit_code == 3
        assert result.stderr == "bilateral: nothing matches the filters\n"

    def test_nothing_found_without_filters_is_no_failure(self) -> None:
        """A text without commitments was read all the same."""
        assert run("read", stdin="The weather was fine.").exit_code == 0


class TestInputs:
    """Files, standard input and samples."""

    @pytest.mark.parametrize("arguments", [(), ("-",)])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_standard_input(self, arguments: tuple[str, ...], encoding: str) -> None:
        """What is piped in is read, in any of the usual encodings."""
        text = f"{TEXT}The “leaders” left.\r\n"
        result = run("read", "--format", "json", *arguments, stdin=text.encode(encoding))
        (report,) = reports(result)
        assert report["source"]["name"] == "standard input"
        assert report["source"]["characters"] == len(text)
        assert len(report["commitments"]) == 3

    def test_date_and_encoding(self) -> None:
        """What the text does not tell can be told."""
        text = "Japan will open a school in Москва by the end of the year."
        result = run(
            *("read", "-", "--format", "json", "--date", "2025-01-10", "--encoding", "koi8-r"),
            stdin=text.encode("koi8-r"),
        )
        (report,) = reports(result)
        assert report["source"]["date"] == "2025-01-10"
        assert [x["deadline"] for x in report["commitments"]] == ["2025"]

    def test_failing_file_does_not_keep_the_others(self, readout: str, tmp_path: Path) -> None:
        """Each failure is one line, and the rest is printed."""
        binary = tmp_path / "picture.txt"
        binary.write_bytes(b"\x89PNG\r\n\x1a\n\0")
        lost = tmp_path / "lost.txt"
        files = [str(lost), readout, str(binary), str(tmp_path), "https://example.org"]
        result = run("read", "--format", "json", *files)
        assert result.exit_code == 1
        (report,) = json.loads(result.stdout)["reports"]
        assert report["source"]["name"] == readout
        lines = result.stderr.splitlines()
        assert len(lines) == 4
        for line, name in zip(lines, [lost, binary, tmp_path, "https://example.org"], strict=True):
            assert line.startswith(f"bilateral: {name}: ")

    @pytest.mark.parametrize("data", [b"\0\1\2", b"\xff\xfea", b"\x81\x8d", b"\xed\xa0\x80"])
    def test_binary_standard_input(self, data: bytes) -> None:
        """Bytes that are no text are one line on standard error."""
        result = run("read", stdin=data)
        assert result.exit_code == 1
        assert result.stderr.startswith("bilateral: standard input: ")
        assert result.stderr.count("\n") == 1

    def test_empty_standard_input(self) -> None:
        """Nothing at all is a text without records."""
        assert run("read").exit_code == 0


class TestJson:
    """The documented form."""

    @pytest.mark.parametrize("name", samples.names())
    def test_says_what_the_report_says(self, name: str) -> None:
        """Every record is there, and spans are the source's own words."""
        (made,) = reports(run("read", "--sample", name, "--format", "json"))
        report, text = samples.report(name), samples.text(name)
        assert set(made) == {
            *("source", "meeting", "leaders", "partnerships", "commitments", "issues")
        }
        assert made["source"]["sha256"] == report.source.sha256
        assert made["source"]["date"] == str(report.source.date)
        assert [x["id"] for x in made["commitments"]] == [x.id for x in report.commitments]
        assert [x["name"] for x in made["leaders"]] == [x.name for x in report.leaders]
        assert [x["name"] for x in made["issues"]] == [x.name for x in report.issues]
        assert len(made["partnerships"]) == len(report.partnerships)
        for commitment in made["commitments"]:
            start, end = commitment["span"]
            assert commitment["text"] == text[start:end]
            assert commitment["rule"]
            assert "explanation" not in commitment

    def test_keys_are_those_of_the_documentation(self, readout: str) -> None:
        """The page on the command line lists every key."""
        page = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"
        documented = page.read_text(encoding="utf-8")
        (report,) = reports(run("read", readout, "--format", "json", "--explain"))
        for record in (report, report["source"], report["meeting"], report["commitments"][0]):
            for key in record:
                assert f"`{key}`" in documented
        explanation = report["commitments"][0]["explanation"]
        assert list(explanation) == ["rule", "explains", "cue", "cue_span", "evidence"]
        start, end = explanation["cue_span"]
        assert TEXT[start:end] == explanation["cue"] == "agreed"

    def test_many_have_the_form_of_one(self, readout: str) -> None:
        """A list, whatever the number."""
        both = reports(run("read", readout, readout, "--format", "json"))
        assert both[0] == both[1]
        assert reports(run("read", readout, "--format", "json")) == both[:1]

    def test_letters_are_not_escaped(self) -> None:
        """People read JSON, too."""
        assert "Łążyński" in run("read", "--sample", "wire-report", "--format", "json").stdout


class TestCsv:
    """One row a commitment."""

    def rows(self, *arguments: str, stdin: str = "") -> list[dict[str, str]]:
        """Return the rows of CSV output."""
        result = run("read", "--format", "csv", *arguments, stdin=stdin)
        assert result.exit_code == 0, result.stderr
        return list(csv.DictReader(io.StringIO(result.stdout, newline="")))

    @pytest.mark.parametrize("name", samples.names())
    def test_says_what_the_report_says(self, name: str) -> None:
        """Codes, values and places are the report's."""
        report = samples.report(name)
        rows = self.rows("--sample", name)
        assert [row["id"] for row in rows] == [made.id for made in report.commitments]
        for row, made in zip(rows, report.commitments, strict=True):
            assert row["source"] == name
            assert row["actors"].split("; ") == [party.code for party in made.actors]
            assert row["reaffirmed"] == str(made.reaffirmed).lower()
            assert report.source.text[int(row["start"]) : int(row["end"])] == made.text

    def test_columns_are_those_of_the_documentation(self, readout: str) -> None:
        """The page lists them in their order."""
        page = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"
        documented = " ".join(page.read_text(encoding="utf-8").split())
        columns = list(self.rows(readout, "--explain")[0])
        assert columns[-3:] == ["explains", "cue", "evidence"]
        assert ", ".join([f"`{c}`" for c in columns[:7]]) in documented
        assert ", ".join([f"`{c}`" for c in columns[8:16]]) in documented
        assert list(self.rows(readout)[0]) == columns[:-3]

    def test_several_files_share_one_heading(self, readout: str) -> None:
        """One table, whatever the number of files."""
        assert len(self.rows(readout, readout)) == 6

    def test_no_cell_is_a_formula(self) -> None:
        """A spreadsheet must not run what a stranger wrote."""
        text = '=HYPERLINK("x")\n\n2025-01-10\n\nJapan and Malaysia agreed to train engineers.\n'
        (row,) = self.rows(stdin=text)
        assert row["title"] == '\'=HYPERLINK("x")'


class TestMarkdown:
    """Tables for notes."""

    def test_tables_have_the_right_number_of_cells(self) -> None:
        """What the texts say cannot break a table."""
        text = "Japan and Malaysia agreed to build a port | a *new* one | on [the] coast.\n"
        result = run("read", "--format", "markdown", "--explain", stdin=text)
        assert result.exit_code == 0
        assert r"a port \| a \*new\* one \| on \[the\] coast" in result.stdout
        (row,) = [line for line in result.stdout.splitlines() if line.startswith("| 1 |")]
        assert row.replace(r"\|", "").count("|") == 9
        assert "   - cue: “agreed”" in result.stdout

    def test_shows_every_kind_of_record(self) -> None:
        """A heading for each kind, empty or not."""
        lines = run("read", "--sample", "readout", "--format", "markdown").stdout.splitlines()
        titles = [line for line in lines if line.startswith("#")]
        assert titles[0].startswith("# Prime Minister Héloïse Beauséjour")
        assert titles[1:] == ["## Leaders", "## Partnerships", "## Commitments", "## Issues"]


class TestOutput:
    """``--output``: whole or not at all."""

    @pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
    def test_file_has_what_would_be_printed(self, readout: str, tmp_path: Path, form: str) -> None:
        """The same text, in UTF-8, and nothing is printed."""
        target = tmp_path / "out"
        result = run("read", readout, "--format", form, "--output", str(target))
        assert (result.exit_code, result.stdout) == (0, "")
        printed = run("read", readout, "--format", form, COLUMNS="100").stdout
        assert target.read_bytes().decode() == printed
        assert listed(tmp_path) == ["out", "readout.txt"]

    def test_nothing_readable_leaves_the_file_that_was_there(self, tmp_path: Path) -> None:
        """Yesterday's result is better than none."""
        target = tmp_path / "out.json"
        target.write_text("yesterday")
        result = run("read", "lost.txt", "--format", "json", "--output", str(target))
        assert result.exit_code == 1
        assert target.read_text() == "yesterday"
        assert listed(tmp_path) == ["out.json"]

    def test_failure_half_way_leaves_the_file_that_was_there(
        self, readout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whatever goes wrong, no half of a file takes its place."""

        def fail(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        target = tmp_path / "out.csv"
        target.write_text("yesterday")
        monkeypatch.setattr("bilateral.cli.rows.harmless", fail)
        result = run("read", readout, "--format", "csv", "--output", str(target))
        assert result.exit_code != 0
        assert target.read_text() == "yesterday"
        assert listed(tmp_path) == ["out.csv", "readout.txt"]

    def test_input_is_not_written_over(self, readout: str) -> None:
        """The source is worth more than a listing of it."""
        result = run("read", readout, "--output", readout)
        assert result.exit_code == 2
        assert Path(readout).read_text(encoding="utf-8") == TEXT

    def test_folder_that_is_not_there(self, readout: str, tmp_path: Path) -> None:
        """One line says which file cannot be written."""
        target = tmp_path / "lost" / "out.json"
        result = run("read", readout, "--output", str(target))
        assert result.exit_code == 1
        assert result.stderr.startswith(f"bilateral: {target}: cannot be written")
        assert result.stderr.count("\n") == 1

    def test_no_match_is_written(self, readout: str, tmp_path: Path) -> None:
        """An empty answer is an answer."""
        target = tmp_path / "out.csv"
        command = ("read", readout, "--country", "Fiji", "--format", "csv", "--output", str(target))
        assert run(*command).exit_code == 3
        assert target.read_text().startswith("source,title")

    @pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
    def test_permissions_and_links_stay(self, readout: str, tmp_path: Path) -> None:
        """A file keeps its permissions, a link stays a link."""
        target, link = tmp_path / "real.csv", tmp_path / "link.csv"
        target.write_text("")
        target.chmod(0o640)
        link.symlink_to(target)
        assert run("read", readout, "--format", "csv", "--output", str(link)).exit_code == 0
        assert link.is_symlink()
        assert target.read_text().startswith("source,title")
        assert target.stat().st_mode & 0o777 == 0o640

    @pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs /dev/null")
    def test_device_is_written_as_it_is(self, readout: str) -> None:
        """A device is not replaced by a file."""
        assert run("read", readout, "--output", os.devnull).exit_code == 0
        assert not Path(os.devnull).is_file()
