"""Documents without the words of their texts, and the words put back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from tests.interchange import drawn
from tests.interchange.drawn import PATIENT

from bilateral import (
    Commitments,
    Dossier,
    Report,
    ValidationError,
    dump,
    dumps,
    load,
    loads,
    samples,
)

REPORT = samples.report("joint-statement")


def told(text: str, texts: list[str] | tuple[str, ...] = ()) -> dict[str, str]:
    """Return path and reason of each fault for which a document is refused."""
    with pytest.raises(ValidationError) as caught:
        loads(text, texts=texts)
    return {fault.path: fault.reason for fault in caught.value.faults}


def opened() -> Any:  # noqa: ANN401 - any JSON
    """Return the sample without its words, as plain values."""
    return json.loads(dumps(REPORT, text=False))


@PATIENT
@given(drawn.reports() | drawn.dossiers())
def test_with_its_text_a_document_is_whole_again(record: Report | Dossier) -> None:
    """Whoever has the texts gets all that was left out, among whatever other texts."""
    reports = record.reports if isinstance(record, Dossier) else (record,)
    texts = ["another text", *[report.source.text for report in reports]]
    again = loads(dumps(record, text=False), type(record), texts=iter(texts))
    assert drawn.everything(again) == drawn.everything(record)


def test_no_words_are_left() -> None:
    """Neither the text nor a commitment nor the name of an issue is in the document."""
    text = dumps(REPORT, text=False)
    assert len(REPORT.commitments) > 3
    assert len(REPORT.issues) > 0
    for words in [
        REPORT.source.text,
        *[made.text for made in REPORT.commitments],
        *[issue.name for issue in REPORT.issues],
    ]:
        assert json.dumps(words, ensure_ascii=False)[1:-1] not in text
    value = opened()["value"]
    assert value["source"]["sha256"] == REPORT.source.sha256
    assert value["source"]["length"] == len(REPORT.source.text)
    assert {made["text"] for made in value["commitments"]} == {None}
    assert {issue["name"] for issue in value["issues"]} == {None}
    assert [made["span"] for made in value["commitments"]] == [
        [made.span.start, made.span.end] for made in REPORT.commitments if made.span is not None
    ]


def test_without_its_text_a_document_is_refused() -> None:
    """The error says which text is wanted, and that others were no use."""
    text = dumps(REPORT, text=False)
    (reason,) = told(text).values()
    assert REPORT.source.sha256 in reason
    assert list(told(text)) == ["value.source.text"]
    (reason,) = told(text, [REPORT.source.text + " ", "x"]).values()
    assert reason.endswith("none of the 2 given is the same to the character")


def test_one_text_may_be_given_as_it_is() -> None:
    """A str is one text, not many of a character each."""
    assert loads(dumps(REPORT, text=False), texts=REPORT.source.text) == REPORT


def test_each_text_of_a_dossier_is_asked_for() -> None:
    """All that are missing are told at once."""
    other = samples.report("readout")
    text = dumps(Dossier([REPORT, other]), text=False)
    assert sorted(told(text)) == ["value.reports[0].source.text", "value.reports[1].source.text"]
    assert len(told(text, [REPORT.source.text])) == 1


def test_a_dossier_may_hold_some_of_its_words() -> None:
    """What was not left out is read as it is, and does not hide what was."""
    dossier = Dossier([REPORT, samples.report("readout")])
    mixed = json.loads(dumps(dossier, text=False))
    mixed["value"]["reports"][0] = json.loads(dumps(dossier))["value"]["reports"][0]
    assert loads(json.dumps(mixed), texts=[dossier.reports[1].source.text]) == dossier


def test_a_changed_hash_is_no_hash() -> None:
    """Form and length are checked, and whether the text is there besides."""
    texts = [REPORT.source.text]
    for key, value, path in [
        ("sha256", "abc", "value.source.sha256"),
        ("sha256", None, "value.source.sha256"),
        ("length", 3, "value.source.length"),
        ("length", True, "value.source.length"),
        ("text", "words", "value.source.text"),
    ]:
        changed = opened()
        changed["value"]["source"][key] = value
        assert list(told(json.dumps(changed), texts)) == [path]


def test_places_must_lie_in_the_text() -> None:
    """A place beyond the text has no words."""
    changed = opened()
    changed["value"]["commitments"][0]["span"] = [0, 10**9]
    assert list(told(json.dumps(changed), [REPORT.source.text])) == ["value.commitments[0].span"]


def test_every_place_beyond_the_text_is_told() -> None:
    """Not the first alone."""
    changed = opened()
    for made in changed["value"]["commitments"][:2]:
        made["span"] = [0, 10**9]
    assert list(told(json.dumps(changed), [REPORT.source.text])) == [
        "value.commitments[0].span",
        "value.commitments[1].span",
    ]


def test_a_few_bytes_cannot_claim_the_text_a_thousand_times() -> None:
    """Records that together are much longer than the text would fill the memory."""
    changed = opened()
    whole = {**changed["value"]["commitments"][0], "span": [0, len(REPORT.source.text)]}
    changed["value"]["commitments"] = [{**whole, "id": f"c-{n}"} for n in range(1000)]
    assert list(told(json.dumps(changed), [REPORT.source.text])) == ["value.commitments"]


def test_faulty_parts_are_told_by_the_reader() -> None:
    """What is no place, no record and no list is left for the others to tell."""
    changed = opened()
    first = changed["value"]["commitments"][0]
    changed["value"]["issues"] = None
    for wrong in ("x", [1], [], [0, "5"], [0, 1, 2], None):
        changed["value"]["commitments"] = [{**first, "span": wrong}, 3]
        found = list(told(json.dumps(changed), [REPORT.source.text]))
        assert found[0] == "value.commitments[0].text"
        assert found[-2:] == ["value.commitments[1]", "value.issues"]
        assert {x.partition("[0].")[2].partition("[")[0] for x in found[1:-2]} == (
            set() if wrong is None else {"span"}
        )


def test_only_what_has_a_text_can_leave_it_out() -> None:
    """Commitments alone do not know their text."""
    with pytest.raises(ValidationError, match="only a Report or a Dossier has a text"):
        dumps(Commitments(), text=False)


def test_a_file_without_words(tmp_path: Any) -> None:  # noqa: ANN401
    """`dump` can leave them out; `load` tells how to get them back."""
    path = tmp_path / "statement.json"
    dump(REPORT, path, text=False)
    with pytest.raises(ValidationError, match=r"give loads the text whose SHA-256 is"):
        load(path)
