"""Every query answers in the database, of either kind, as it does in memory."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.archive import holdings
from tests.archive.holdings import KEYS, QUESTIONS, Asked, Question
from tests.dossier import drawn

import bilateral
from bilateral import Archive, BilateralError, CountError, Report, UnknownNameError


def answer(asked: Asked, question: Question) -> object:
    """Return the records, or the class of the error and what it says is right."""
    try:
        found = question(asked)
        return tuple(found)
    except BilateralError as error:
        return type(error)


def differences(archive: Archive, held: list[Report]) -> list[str]:
    """Return every question that is answered otherwise than in memory."""
    found = []
    for name, collection in holdings.collections(held).items():
        stored = getattr(archive, name)
        for number, question in enumerate(QUESTIONS[name]):
            expected = answer(collection, question)
            if answer(stored, question) != expected:
                found.append(f"{name}[{number}]")
            elif isinstance(expected, tuple):
                asked = question(stored)
                assert len(asked) == len(expected)
                assert bool(asked) == bool(expected)
                assert asked.first() == next(iter(expected), None)
                assert asked.all() == question(collection)
                assert type(asked.all()) is type(collection)
        for key in KEYS[name]:
            for question in QUESTIONS[name][:3]:
                counts = question(stored).count_by(key)
                if list(counts.items()) != list(question(collection).count_by(key).items()):
                    found.append(f"{name}.count_by({key!r})")
    return found


def test_every_query_answers_as_in_memory(place: str) -> None:
    """On SQLite and on PostgreSQL, which therefore agree."""
    held = list(holdings.reports())
    with Archive(place) as archive:
        archive.add_all(held)
        assert differences(archive, held) == []
        assert archive.dossier() == bilateral.Dossier(held)


def test_an_empty_archive_answers_as_empty_collections_do(place: str) -> None:
    """With the same errors for names that nobody knows."""
    with Archive(place) as archive:
        assert differences(archive, []) == []


def test_questions_have_answers() -> None:
    """Else the comparison would say little."""
    for name, collection in holdings.collections(holdings.reports()).items():
        answers = [answer(collection, question) for question in QUESTIONS[name]]
        assert sum(isinstance(x, tuple) and x != () for x in answers) > len(answers) / 2, name
        assert any(x is UnknownNameError for x in answers), name


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty archive to copy."""
    path = tmp_path_factory.mktemp("archive") / "empty.db"
    Archive(path).close()
    return path


@given(st.lists(drawn.reports(), max_size=5))
@settings(
    deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_in_it(empty: Path, tmp_path: Path, held: list[Report]) -> None:
    """Of reports of one text, the first counts."""
    first = {report.source.sha256: report for report in reversed(held)}
    path = tmp_path / "drawn.db"
    for old in tmp_path.glob("drawn.db*"):
        old.unlink()
    shutil.copy(empty, path)
    with Archive(path) as archive:
        assert archive.add_all(held) == len(first)
        assert differences(archive, list(first.values())) == []
        assert archive.dossier() == bilateral.Dossier(first.values())


def test_one_record(tmp_path: Path) -> None:
    """`one` and `by_id`, as on collections."""
    report = bilateral.samples.report("summit-article")
    with Archive(tmp_path / "a.db") as archive:
        archive.add(report)
        assert archive.commitments.by_id(report.commitments[3].id).one() == report.commitments[3]
        assert archive.issues.by_id(report.issues[0].id).one() == report.issues[0]
        assert repr(archive.leaders.by_name("Anwar")) == "StoredLeaders(1 record)"
        with pytest.raises(CountError, match="Commitments hold 10 records"):
            archive.commitments.one()
        with pytest.raises(
            UnknownNameError, match="no key is called 'colour'; the nearest: domain"
        ):
            archive.commitments.count_by("colour")


def test_documents_of_another_version_are_read_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps from version to version know documents, not parts of them."""
    from bilateral.archive import stored

    report = bilateral.samples.report("summit-article")
    with Archive(tmp_path / "a.db") as archive:
        archive.add(report)
        monkeypatch.setattr(stored, "VERSION", 99)
        assert archive.commitments.all() == report.commitments
