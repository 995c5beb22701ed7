"""Codings and lists of sentences as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.evaluation import drawn

from bilateral import Force, LoadError, PartialDate, ValidationError
from bilateral.evaluation import (
    CodedCommitment,
    CodedIssue,
    CodedLeader,
    CodedPartnership,
    Codes,
    read_codes,
    read_sentences,
    write_codes,
    write_sentences,
)
from bilateral.evaluation.files import codes_from, codes_to, find_sentences

GOOD: dict[str, Any] = {
    "id": "readout",
    "leaders": [{"name": "Anwar Ibrahim", "office": "", "country": None}],
    "partnerships": [{"parties": ["JPN", "MYS"], "level": "alliance", "since": "2023"}],
    "commitments": [
        {"s": 1, "actors": ["JPN"], "force": "pledge", "reaffirmed": False, "domains": ["energy"]}
    ],
    "issues": [{"s": None, "name": "unrest", "countries": [], "domains": []}],
}


def faults(value: object) -> dict[str, str]:
    """Return the paths and reasons of a refusal."""
    with pytest.raises(ValidationError) as caught:
        codes_from(value)
    found = {fault.path: fault.reason for fault in caught.value.faults}
    assert len(found) == len(caught.value.faults)
    return found


@given(codes=drawn.codes())
def test_what_is_written_is_read(codes: Codes) -> None:
    """JSON keeps everything."""
    assert codes_from(json.loads(json.dumps(codes_to(codes)))) == codes


def test_files(tmp_path: Path) -> None:
    """A file keeps everything, with or without a byte order mark."""
    path = tmp_path / "readout.json"
    write_codes(codes_from(GOOD), path)
    assert json.loads(path.read_text(encoding="utf-8")) == GOOD
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_codes(str(path)) == codes_from(GOOD)


def test_every_fault_is_told_at_once() -> None:
    """Path and reason of each, and none twice."""
    wrong = {
        "id": " ",
        "leaders": [{"name": "Anwar  Ibrahim", "office": 3, "country": "Malaysia"}, "Ishiba"],
        "partnerships": [{"parties": ["JPN"], "level": "alliance", "since": "May 2023"}],
        "commitments": [
            {"s": "1", "actors": "JPN", "force": "vow", "reaffirmed": 0, "domains": ["Energy"]},
            {"s": True, "actors": ["JPN", "JPN"], "force": None, "reaffirmed": True, "domain": []},
        ],
        "issues": None,
        "notes": "",
    }
    found = faults(wrong)
    assert set(found) == {
        "id",
        "notes",
        "leaders[0].name",
        "leaders[0].office",
        "leaders[0].country",
        "leaders[1]",
        "partnerships[0].parties",
        "partnerships[0].since",
        "commitments[0].s",
        "commitments[0].actors",
        "commitments[0].force",
        "commitments[0].reaffirmed",
        "commitments[0].domains[0]",
        "commitments[1].s",
        "commitments[1].actors[1]",
        "commitments[1].force",
        "commitments[1].domain",
        "commitments[1].domains",
        "issues",
    }
    assert found["commitments[0].force"] == "must be one of pledge, intent, aspiration, request"
    assert found["partnerships[0].since"] == "must be YYYY, YYYY-MM or YYYY-MM-DD"
    assert found["commitments[0].actors"] == "must be a list"
    assert found["commitments[1].domains"] == "is missing"


@pytest.mark.parametrize("value", [None, [], "x", 3, [GOOD]])
def test_what_is_no_object(value: object) -> None:
    """A list of codings is not a coding."""
    assert "must be an object" in faults(value)["the file"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is no JSON"),
        (b"{", "line 1, column 2"),
        (b"\xff\xfe{}", "is not in UTF-8"),
        (b'{"id": "a", "id": "b"}', "'id' stands twice"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"id": ' + b"9" * 10_000 + b"}", "cannot be understood"),
    ],
)
def test_what_is_no_json(data: bytes, reason: str, tmp_path: Path) -> None:
    """The error names the file and says what is wrong."""
    path = tmp_path / "wrong.json"
    path.write_bytes(data)
    with pytest.raises(LoadError, match=reason) as caught:
        read_codes(path)
    assert caught.value.path == str(path)


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    """No file, a folder, a name that no file can have."""
    with pytest.raises(LoadError, match="no such file"):
        read_codes(tmp_path / "none.json")
    for path in (tmp_path, "nul\0.json"):
        with pytest.raises(LoadError, match=r"is a directory|no file can be called so"):
            read_codes(path)
        with pytest.raises(LoadError, match="cannot be written"):
            write_codes(codes_from(GOOD), path)


def test_faults_of_a_file_name_it(tmp_path: Path) -> None:
    """Of many files one must know which."""
    path = tmp_path / "readout.json"
    path.write_text(json.dumps({**GOOD, "id": 3}))
    with pytest.raises(
        ValidationError, match=r"the coding in .*readout\.json is not valid, 1 fault"
    ):
        read_codes(path)


def test_sentences(tmp_path: Path) -> None:
    """A list of sentences comes back in its order."""
    path = tmp_path / "readout.sents.json"
    write_sentences(["One.", "Zwölf."], path, id="readout", date=PartialDate(2025, 1))
    assert read_sentences(path) == ("One.", "Zwölf.")
    assert json.loads(path.read_text(encoding="utf-8"))["date"] == "2025-01"


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        {"sentences": "One."},
        {"sentences": ["One."]},
        {"sentences": [{"n": 2, "text": "One."}]},
        {"sentences": [{"n": True, "text": "One."}]},
        {"sentences": [{"n": 1}]},
    ],
)
def test_faulty_sentences(value: object, tmp_path: Path) -> None:
    """A list with a gap would shift every number behind it."""
    path = tmp_path / "readout.sents.json"
    path.write_text(json.dumps(value))
    with pytest.raises(ValidationError, match="the list of sentences in"):
        read_sentences(path)


def test_finding_sentences(tmp_path: Path) -> None:
    """Beside the file first, then in the folder of that name."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "sents").mkdir()
    text = tmp_path / "texts" / "readout.txt"
    assert find_sentences(text) is None
    apart, beside = tmp_path / "sents" / "readout.json", text.with_name("readout.sents.json")
    apart.touch()
    assert find_sentences(text) == apart
    beside.touch()
    assert find_sentences(str(text)) == beside


@pytest.mark.parametrize(
    "make",
    [
        lambda: CodedLeader(""),
        lambda: CodedLeader("Anwar", country="mys"),
        lambda: CodedLeader("Anwar", office=" "),
        lambda: CodedPartnership(("JPN",), "alliance"),
        lambda: CodedPartnership(("JPN", "MYS"), ""),
        lambda: CodedCommitment(0, actors=("JPN",), force=Force.PLEDGE),
        lambda: CodedCommitment(1, actors=(), force=Force.PLEDGE),
        lambda: CodedIssue(1, "unrest", domains=("a.b.c",)),
        lambda: CodedIssue(0, "unrest"),
        lambda: Codes(id=""),
    ],
)
def test_records_refuse_what_is_wrong(make: Any) -> None:  # noqa: ANN401
    """No coded record exists in an invalid state."""
    with pytest.raises(ValidationError):
        make()
