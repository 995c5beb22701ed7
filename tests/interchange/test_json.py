"""Records → JSON → the same records; and everything else is refused, with all its faults."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.interchange import drawn
from tests.interchange.drawn import PATIENT, Untyped

import bilateral
from bilateral import (
    Amount,
    BilateralError,
    Commitment,
    Commitments,
    Country,
    Dossier,
    Force,
    LoadError,
    PartialDate,
    Report,
    Source,
    Span,
    ValidationError,
    dump,
    dumps,
    loads,
    samples,
)
from bilateral.interchange import json as form
from bilateral.interchange.careful import Reader
from bilateral.interchange.compiled import WRONG, Dates, reader_of
from bilateral.interchange.documents import from_document, to_document
from bilateral.interchange.shapes import shape_of, storable

JAPAN = Country.of("JPN")


def faults(data: object, **more: Untyped) -> dict[str, str]:
    """Return path and reason of each fault for which a document is refused."""
    text = data if isinstance(data, str) else json.dumps(data)
    with pytest.raises(ValidationError) as caught:
        loads(text, **more)
    return {fault.path: fault.reason for fault in caught.value.faults}


def document(type_: str, value: object, **more: object) -> dict[str, object]:
    """Return a document written by hand."""
    return {"format": "bilateral", "version": 1, "type": type_, "value": value, **more}


PROMISE = {"text": "Japan will act.", "actors": ["JPN"], "force": "pledge"}


@pytest.fixture(params=["orjson", "standard library"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with orjson and without."""
    if request.param == "orjson":
        pytest.importorskip("orjson")
    else:
        monkeypatch.setattr(form, "orjson", None)
    return str(request.param)


@PATIENT
@given(drawn.records())
def test_what_is_written_is_read_again(record: object) -> None:
    """An equal record comes back, and in it all that does not count for equality."""
    again = loads(dumps(record))
    assert again == record
    assert drawn.everything(again) == drawn.everything(record)
    assert type(again) is type(record)


@PATIENT
@given(drawn.records())
def test_writing_again_gives_the_same_text(record: object) -> None:
    """What is written depends on what is in a record alone, not on where it came from."""
    assert dumps(loads(dumps(record))) == dumps(record)


@PATIENT
@given(drawn.records(), st.booleans())
def test_both_engines_write_and_read_the_same(record: object, indent: bool) -> None:  # noqa: FBT001
    """With orjson and without, the text and the record are the same."""
    pytest.importorskip("orjson")
    text = dumps(record, indent=indent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(form, "orjson", None)
        assert dumps(record, indent=indent) == text
        assert drawn.everything(loads(text)) == drawn.everything(record)
    assert drawn.everything(loads(text)) == drawn.everything(record)
    assert drawn.everything(loads(text.encode())) == drawn.everything(record)


@PATIENT
@given(st.data())
def test_the_quick_reader_takes_nothing_that_the_careful_one_refuses(data: st.DataObject) -> None:
    """Whatever is done to a document, both read the same or the quick one gives up."""
    record = data.draw(drawn.records())
    plain = json.loads(dumps(record))
    changed = data.draw(drawn.damaged(plain) | st.just(plain))
    try:
        name, value = changed["type"], changed["value"]
        shape = shape_of(storable()[name])
        reader = Reader()
        reader.tables(changed)
    except (KeyError, TypeError):
        return
    if reader.faults:
        return
    try:
        quick = reader_of(shape)(value, reader.shared, Dates())
    except WRONG:
        return
    careful = reader.read(shape, value, "value")
    assert not reader.faults
    assert drawn.everything(quick) == drawn.everything(careful)


@PATIENT
@given(st.data())
def test_a_damaged_document_is_a_record_or_an_error(data: st.DataObject) -> None:
    """Nothing but a record or one of the package's errors comes of it, with either engine."""
    plain = json.loads(dumps(data.draw(drawn.records())))
    text = json.dumps(data.draw(drawn.damaged(plain)))
    told = []
    for engine in (pytest.importorskip("orjson"), None):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(form, "orjson", engine)
            try:
                told.append(drawn.everything(loads(text)))
            except ValidationError as error:
                told.append([str(fault) for fault in error.faults])
            except LoadError as error:
                told.append(str(error))
    assert told[0] == told[1]


@PATIENT
@given(
    st.binary()
    | st.text()
    | st.recursive(
        st.none() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(json.dumps)
)
@example("[" * 200_000)
@example("[" * 300 + "]" * 300)
@example("[" * 900 + "]" * 900)
@example('{"format":' * 700 + "1" + "}" * 700)
@example('{"a":' * 200_000)
@example("1" * 1_000_000)
@example("NaN")
@example('{"format": NaN}')
@example("")
@example("\ufeff{}")
@example(b"\xef\xbb\xbf{}")
@example(b"\xff\xfe{\x00}\x00")
def test_any_text_or_bytes_are_refused(data: str | bytes) -> None:
    """Whatever is no document is one of the package's errors."""
    with pytest.raises(BilateralError):
        loads(data)


@pytest.mark.parametrize("data", [None, 3, {}, Path("x")])
def test_what_is_no_text_is_refused(data: Untyped) -> None:
    """Only str and bytes can be JSON."""
    with pytest.raises(ValidationError, match="must be a str or bytes"):
        loads(data)


@pytest.mark.parametrize("record", [None, "text", {}, [Span(0, 1)], Force.PLEDGE, object()])
def test_what_is_no_record_is_not_written(record: object) -> None:
    """The error lists what can be written."""
    with pytest.raises(ValidationError, match="record: must be one of Report, Dossier"):
        dumps(record)


def test_every_fault_is_told_at_once() -> None:
    """Faults of several kinds in several records come in one error, each with its path."""
    found = faults(
        document(
            "Commitments",
            [
                {**PROMISE, "text": "", "force": "vow", "deadline": "2026-02-30"},
                {"actors": ["JPN", "JPN", "XXX"], "force": "pledge", "span": [3, "4"]},
                {**PROMISE, "reafirmed": True, "amounts": [{"value": 20, "unit": "km"}]},
                "no commitment",
                {**PROMISE, "actors": [], "trace": {"rule": "x", "evidence": [{"note": " "}]}},
            ],
            parties={"JPN": 3, "AA": "Nowhere", "EU": {"code": "eu", "name": "Union"}},
            extra=None,
        )
    )
    assert found == {
        "extra": "is no key here; the keys are format, version, type, parties, domains,"
        " sections, value",
        "parties.JPN": "must be the name of a country, or an object with the keys code, name,"
        " members, not a number",
        "parties.AA": "must stand under an alpha-3 code of ISO 3166-1, or XKX",
        "parties.EU.members": "is missing",
        "parties.EU.code": "must be in capitals",
        "value[0].force": "must be one of pledge, intent, aspiration, request",
        "value[0].deadline": "2026-02 has only 28 days",
        "value[0].text": "must not be empty or blank",
        "value[1].text": "is missing",
        "value[1].actors[2]": "is no key of the document's table parties, nor one of the"
        " package's own",
        "value[1].span[1]": "must be an int",
        "value[2].reafirmed": "is no key here; the keys are text, actors, force, reaffirmed,"
        " domains, addressees, deadline, amounts, section, span, id, trace",
        "value[2].amounts[0].value": "must be a decimal number as a string, as in '20.5'",
        "value[3]": "must be an object with the keys text, actors, force, reaffirmed, domains,"
        " addressees, deadline, amounts, section, span, id, trace, not a string",
        "value[4].actors": "must hold at least 1 Party",
        "value[4].trace.evidence[0].field": "is missing",
        "value[4].trace.evidence[0].note": "must not be empty or blank",
    }


def test_a_faulty_record_does_not_hide_what_is_wrong_with_the_report() -> None:
    """Places are checked, at their right index, though another record cannot be made."""
    text = "Japan will act."
    there = {**PROMISE, "text": "Japan", "span": [0, 5]}
    found = faults(
        document(
            "Report",
            {
                "source": {"text": text},
                "commitments": [{**there, "force": 1}, {**there, "text": "Tokyo"}, there],
                "issues": [{"name": 3}, {"name": "act", "span": [11, 99]}],
            },
        )
    )
    assert found == {
        "value.commitments[0].force": "must be one of pledge, intent, aspiration, request",
        "value.issues[0].name": "must be a string, not a number",
        "value.commitments[1].text": "must be the words of the source at its span, 'Japan'",
        "value.issues[1].span": "must end within the text, which has 15 characters",
    }


def test_faults_hold_the_values() -> None:
    """Each fault has the value itself, not only its text."""
    with pytest.raises(ValidationError) as caught:
        loads(json.dumps(document("Span", [-1, None])))
    assert [(x.path, x.value) for x in caught.value.faults] == [
        ("value[0]", -1),
        ("value[1]", None),
    ]


def test_keys_that_stand_twice_are_told(engine: str) -> None:
    """JSON would drop one of the two without a word; here it is a fault, at any depth."""
    del engine
    text = (
        '{"format": "bilateral", "version": 1, "version": 1, "type": "Leader",'
        ' "parties": {"JPN": "Japan", "JPN": "Nippon"},'
        ' "value": {"name": "Anwar", "name": "Ibrahim", "name": "x", "party": "JPN"}}'
    )
    reason = "stands twice in one object; keep one of them"
    assert faults(text) == {"version": reason, "parties.JPN": reason, "value.name": reason}


def test_the_same_document_without_spaces_is_refused_alike(engine: str) -> None:
    """A key that stands twice is noticed in the written form as well."""
    del engine
    text = '{"format":"bilateral","version":1,"type":"Span","value":[0,1],"value":[0,2]}'
    assert faults(text) == {"value": "stands twice in one object; keep one of them"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no JSON: Expecting value at line 1, column 1; correct it there"),
        ('{"format":\n "bilateral",}', "is no JSON: .* at line 2, column 1[3-5]"),
        ("[NaN]", "is no JSON: NaN is no number of JSON"),
        ("[-Infinity]", "is no JSON: -Infinity is no number of JSON"),
        (b'"\xe9"', r"is not in UTF-8 \(at byte 1\); save it so"),
        ("[" * 100_000, "is nested too deeply"),
        ('"\t"', "is no JSON: Invalid control character"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(engine: str, text: str | bytes, told: str) -> None:
    """The error says what is wrong and where."""
    del engine
    with pytest.raises(LoadError, match=f"<text>: {told}"):
        loads(text)


@pytest.mark.parametrize(
    ("changes", "path", "reason"),
    [
        ({"format": "other"}, "format", "this is no document that bilateral.dump wrote"),
        ({"version": 2}, "version", "is newer than 1, the newest that is known; update bilateral"),
        ({"version": 0}, "version", "must be a whole number from 1 to 1"),
        ({"version": True}, "version", "must be a whole number from 1 to 1"),
        ({"version": "1"}, "version", "must be a whole number from 1 to 1"),
        ({"type": "Nothing"}, "type", "must be one of Report, Dossier"),
        ({"type": ["Span"]}, "type", "must be one of Report, Dossier"),
        ({"parties": []}, "parties", "must be an object, not a list"),
        ({"domains": {"energy": {}}}, "domains.energy.label", "is missing"),
        ({"domains": {"energy": []}}, "domains.energy", "must be an object with the keys label"),
        ({"domains": {"Energy": {"label": "x"}}}, "domains.Energy.name", "must be lower-case"),
        ({"sections": {"X": None}}, "sections.X", "must be an object with the keys title"),
    ],
)
def test_the_frame_is_checked(changes: dict[str, object], path: str, reason: str) -> None:
    """Form, version, class and tables are."""
    found = faults({**document("Span", [0, 1]), **changes})
    assert list(found) == [path]
    assert reason in found[path]


def test_extracts_of_the_command_line_are_recognised() -> None:
    """Who tries to load what `bilateral read` prints is told what to do."""
    found = faults({"bilateral": "0.1.0", "form": 1, "reports": []})
    assert "prints extracts, which cannot be loaded" in found["format"]


def test_the_class_can_be_asked_for() -> None:
    """`kind` says what must be there, and the error says what is."""
    span = loads(dumps(Span(0, 1)), Span)
    assert span == Span(0, 1)
    found = faults(dumps(Span(0, 1)), kind=Report)
    assert found == {"type": "must be 'Report'; say kind=Span to load what is there"}


def test_a_party_of_another_kind_is_refused() -> None:
    """A document of a country cannot hold an organization, nor an organization one as a member."""
    eu = {"code": "EU", "name": "European Union", "members": []}
    assert faults(document("Country", "EU", parties={"EU": eu})) == {
        "value": "must be the key of a Country"
    }
    nested = {"UN": {**eu, "code": "UN", "members": ["EU"]}, "EU": eu}
    assert faults(document("Organization", "UN", parties=nested)) == {
        "parties.UN.members[0]": "must be the key of a Country"
    }


def test_a_document_by_hand_need_not_say_what_is_usual() -> None:
    """Codes and domains of the package need no tables, and what has a default may be left out."""
    made = loads(json.dumps(document("Commitment", {**PROMISE, "domains": ["energy"]})), Commitment)
    assert made == Commitment(
        "Japan will act.",
        actors=(JAPAN,),
        force=Force.PLEDGE,
        domains=(bilateral.Domain.of("energy"),),
    )


def test_a_document_says_itself_what_its_codes_mean() -> None:
    """Names in a document go before the package's own; two names of one code both stay."""
    named = Country("JP", "JPN", "392", "Japon")
    meeting = bilateral.Meeting(parties=(named,), leaders=(bilateral.Leader("X", party=JAPAN),))
    assert drawn.everything(loads(dumps(meeting))) == drawn.everything(meeting)
    assert to_document(meeting)["parties"] == {"JPN": "Japon", "JPN/2": "Japan"}


def test_numbers_lose_no_digit(engine: str) -> None:
    """Amounts and offsets are as exact as they were, whatever their size."""
    del engine
    amount = Amount(Decimal("0.10"), unit="per cent", span=Span(2**53, 2**70))
    again = loads(dumps(amount), Amount)
    assert str(again.value) == "0.10"
    assert again.span == amount.span


@pytest.mark.parametrize("value", ["1E+1000000000", "1E-1000000000", "1E+9999999999999999999999"])
def test_an_amount_beyond_any_is_refused(value: str) -> None:
    """Nobody can print it; it is a fault and not a full memory."""
    found = faults(document("Amount", {"value": value, "currency": "USD"}))
    assert list(found) == ["value.value"]


@pytest.mark.parametrize(
    "value", [" 1", "1_0", "١", "1e5", "+1", ".5", "5.", "NaN", "Infinity", "0x1", ""]
)
def test_a_number_has_one_way_to_be_written(value: str) -> None:
    """What `Decimal` would take besides is refused."""
    assert list(faults(document("Amount", {"value": value, "unit": "km"}))) == ["value.value"]


def test_a_lone_half_of_a_character_survives(engine: str) -> None:
    """UTF-8 cannot write it, an escape can."""
    del engine
    source = Source("a\ud800b", title="\udfff")
    text = dumps(source)
    assert loads(text) == loads(text.encode("utf-8")) == source
    assert "\\ud800" in text


def test_two_halves_apart_are_not_written(engine: str) -> None:
    """They would be read as one character, and every place behind it would be wrong."""
    del engine
    with pytest.raises(ValidationError, match="two halves"):
        dumps(Source("\ud83d\ude00"))


def test_a_number_of_thousands_of_digits_is_refused(engine: str) -> None:
    """Neither is it read nor written: both would take time without end."""
    del engine
    with pytest.raises(ValidationError, match="too many digits"):
        dumps(Span(0, 10**5000))
    found = faults(f'{{"format":"bilateral","version":1,"type":"Span","value":[0,{"1" * 5000}]}}')
    assert list(found) == ["value[1]"]


@pytest.mark.skipif(not hasattr(sys, "set_int_max_str_digits"), reason="of Python 3.11")
def test_a_lower_limit_of_digits_is_respected() -> None:
    """A user may have set one; then a longer number is a fault and nothing else."""
    usual = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        found = faults(
            f'{{"format":"bilateral","version":1,"type":"Span","value":[0,{"1" * 999}]}}'
        )
    finally:
        sys.set_int_max_str_digits(usual)
    assert list(found) == ["value[1]"]


@PATIENT
@given(drawn.collections())
def test_collections_keep_their_outline(records: Untyped) -> None:
    """Questions by section are answered as before, for headings without a record as well."""
    if not isinstance(records, (bilateral.Commitments, bilateral.Issues)):
        return
    heading = bilateral.Section(title="Nothing Said")
    outlined = records.with_sections([heading])
    assert len(loads(dumps(outlined)).by_section("Nothing Said")) == 0


def test_an_indented_document_is_read_as_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `dump` writes for people is no document by hand."""
    pytest.importorskip("orjson")
    made = Commitments([Commitment("Act.", actors=(JAPAN,), force=Force.PLEDGE)])
    monkeypatch.setattr(form, "_parse_strictly", None)
    monkeypatch.setattr(Reader, "read", None)
    for indent in (True, False):
        text = dumps(made, indent=indent)
        assert loads(text) == loads(f"{text}\n") == loads(text.encode()) == made


def test_dates_of_a_document_are_made_once() -> None:
    """Equal dates, parties and domains of a document are one object: large ones take less room."""
    made = Commitment("Act.", actors=(JAPAN,), force=Force.PLEDGE, deadline=PartialDate(2026))
    one, two = loads(dumps(Commitments([made, made])))
    assert one.deadline is two.deadline
    assert one.actors[0] is two.actors[0]


def test_from_document_names_what_it_was_given() -> None:
    """The error says which document it is."""
    with pytest.raises(ValidationError, match=r"readout\.json is not valid, 1 fault"):
        from_document([], called="readout.json")


def test_dump_and_load(tmp_path: Path) -> None:
    """A file comes back as what was written, with or without many lines."""
    report = samples.report("readout")
    path = tmp_path / "readout.json"
    for indent in (False, True):
        dump(report, path, indent=indent)
        assert bilateral.load(path) == bilateral.load(str(path)) == report
    dossier = Dossier([report])
    dump(dossier, path)
    assert bilateral.load(path, kind=Dossier) == dossier
    with pytest.raises(
        ValidationError, match=r"kind: must be Dossier, which .*readout\.json holds"
    ):
        bilateral.load(path)


def test_load_tells_which_file_is_faulty(tmp_path: Path) -> None:
    """Both kinds of error begin with the path."""
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(LoadError, match=r"broken\.json: is no JSON"):
        bilateral.load(path)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ValidationError, match=r"broken\.json is not valid, 1 fault"):
        bilateral.load(path)


def test_load_gives_a_report_what_is_known_better(tmp_path: Path) -> None:
    """Title and date go before what the document says; other records have none."""
    path = tmp_path / "readout.json"
    report = samples.report("readout")
    dump(report, path)
    given = bilateral.load(path, title="Ours", date="2020-01")
    assert (given.source.title, given.source.date) == ("Ours", PartialDate(2020, 1))
    assert given.commitments == report.commitments
    dump(report.commitments, path)
    with pytest.raises(ValidationError, match="title: is known of a Report alone"):
        bilateral.load(path, title="Ours")


def test_load_takes_an_encoding(tmp_path: Path) -> None:
    """JSON is in UTF-8 unless it is said otherwise."""
    path = tmp_path / "readout.json"
    source = Source("Türkiye", title="Türkiye")
    path.write_text(dumps(source), encoding="utf-16")
    with pytest.raises(LoadError, match="UTF-8"):
        bilateral.load(path, kind=Source)
    assert bilateral.load(path, kind=Source, encoding="utf-16") == source


def test_what_the_command_line_prints_is_no_document() -> None:
    """The error says so, whatever else stands in it."""
    printed = {"bilateral": "0.1", "form": 1, "reports": []}
    for extract in (printed, {**printed, "more": 1}):
        assert "prints extracts, which cannot be loaded" in faults(extract)["format"]
    assert "extracts" not in faults({"bilateral": "0.1", "reports": []})["format"]
