"""Which names are one person, and the offices held over time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier import drawn
from tests.dossier.drawn import PATIENT, Untyped, report

from bilateral import Country, Dossier, Leader, Organization, PartialDate, Report
from bilateral.dossier.names import form, is_part, usual

NATO = Organization.of("NATO")


def people(*named: tuple[Untyped, ...]) -> list[set[str]]:
    """Return the names of each person where each leader stands in a report of its own.

    A leader is given as name, party and office; the last two may be left out.
    """
    reports = []
    for number, (name, *more) in enumerate(named):
        code, office = [*more, None, None][:2]
        party = None if code is None else (NATO if code == "NATO" else Country.of(code))
        leader = Leader(name, party=party, office=office)
        reports.append(report(f"report {number}", date=f"20{number:02}", leaders=[leader]))
    return [set(career.names) for career in Dossier(reports).careers]


@pytest.mark.parametrize(
    "names",
    [
        ("Shigeru Ishiba", "Ishiba Shigeru"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Jean-Noël Barrot", "Jean Noel Barrot"),
        ("Kamala Harris", "Kamala D. Harris"),
        ("Hun Sen", "Samdech Hun Sen"),
        ("Anwar Ibrahim", "Dr. Anwar Ibrahim", "H.E. Anwar Ibrahim"),
        ("Boris Johnson", "B. Johnson"),
        ("KISHIDA Fumio", "Fumio Kishida"),
        ("Andrés Manuel López Obrador", "Andres Manuel Lopez Obrador", "López Obrador"),
        ("Antony Blinken", "Blinken"),
        ("John Smith, KCMG", "John Smith"),
        ("John Smith Junior", "John Smith, Jr."),
    ],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_forms_of_one_name_are_one_person(names: tuple[str, ...], backwards: bool) -> None:  # noqa: FBT001
    """Order, accents, initials, honorifics and parts left out make no other person."""
    given = names[::-1] if backwards else names
    assert people(*[(name, "USA") for name in given]) == [set(names)]


@pytest.mark.parametrize(
    "named",
    [
        [("Lee Hsien Loong", "SGP"), ("Lee Hsien Yang", "SGP")],
        [("Kim Jong Un", "PRK"), ("Kim Jong Il", "PRK")],
        [("Joe Biden", "USA"), ("Jill Biden", "USA")],
        [("Ali Hassan", "EGY"), ("Ali Hassan", "PAK")],
        [("Salman", "SAU", "king"), ("Mohammed bin Salman", "SAU", "crown prince")],
        [("Anwar", "MYS"), ("Anwar", "EGY")],
        [("Anwar", "MYS"), ("Anwar Sadat", "EGY")],
    ],
)
def test_different_persons_stay_apart(named: list[tuple[str, ...]]) -> None:
    """Names that differ in a word, or persons of different countries, are two."""
    assert len(people(*named)) == 2
    assert len(people(*named[::-1])) == 2


def test_a_short_form_that_fits_two_persons_is_neither() -> None:
    """In doubt there are three."""
    names = [("George W. Bush", "USA"), ("George H. W. Bush", "USA"), ("George Bush", "USA")]
    assert sorted(map(sorted, people(*names))) == [
        ["George Bush"],
        ["George H. W. Bush"],
        ["George W. Bush"],
    ]


def test_what_one_report_tells_apart_stays_apart() -> None:
    """Who names Kalim beside Rashid Kalim means two persons."""
    both = [Leader("Kalim", party=drawn.MALAYSIA), Leader("Rashid Kalim")]
    assert len(Dossier([report("x", leaders=both)]).careers) == 2
    apart = [report(str(n), leaders=[leader]) for n, leader in enumerate(both)]
    assert len(Dossier(apart).careers) == 1


def test_a_person_may_go_from_a_country_to_an_organization() -> None:
    """Offices are held over time, by one person; two parties that are no country as well."""
    career = people(("Jens Stoltenberg", "NOR"), ("Jens Stoltenberg", "NATO"))
    assert career == [{"Jens Stoltenberg"}]


def test_the_table_of_office_holders_is_asked() -> None:
    """It knows nicknames, and who has served two countries under one name."""
    assert people(("Joseph R. Biden, Jr.", "USA"), ("Joe Biden", "USA")) == [
        {"Joseph R. Biden, Jr.", "Joe Biden"}
    ]
    assert usual("Joseph Biden", ["USA"]) == "Joe Biden"
    assert usual("Joseph Biden", ["MYS"]) == "Joseph Biden"


def test_someone_without_a_party_joins_the_only_one() -> None:
    """Where there are two of the name, it stays open."""
    assert len(people(("Ali Hassan", "EGY"), ("Ali Hassan",))) == 1
    assert len(people(("Ali Hassan", "EGY"), ("Ali Hassan", "PAK"), ("Ali Hassan",))) == 3
    assert len(people(("Anwar", "MYS"), ("Anwar",))) == 1


@PATIENT
@given(drawn.several())
def test_everybody_is_in_one_entry(reports: list[Report]) -> None:
    """No leader of any report is left out or counted twice."""
    dossier = Dossier(reports)
    everybody = sorted([str(x) for one in dossier.reports for x in one.leaders])
    entries = sorted([str(x) for career in dossier.careers for x in career.members])
    assert everybody == entries
    assert len(dossier.leaders) == len(dossier.careers)


@given(st.sampled_from(drawn.NAMES), st.sampled_from(drawn.NAMES), st.sampled_from(drawn.NAMES))
def test_being_a_part_is_an_order(a: str, b: str, c: str) -> None:
    """No name is a part of itself, nor two of each other; a part of a part is a part."""
    x, y, z = form(a), form(b), form(c)
    assert not is_part(x, x)
    assert not (is_part(x, y) and is_part(y, x))
    if is_part(x, y) and is_part(y, z):
        assert is_part(x, z)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("H.E. Dr. Anwar Ibrahim", ("anwar", "ibrahim")),
        ("Prime Minister", ("minister", "prime")),
        ("King", ("king",)),
        ("Aung San", ("aung", "san")),
        ("Wole Olanipekun, SAN", ("olanipekun", "wole")),
        ("Müller-Öz, John", ("john", "muller", "oz")),
    ],
)
def test_the_form_of_a_name(name: str, words: tuple[str, ...]) -> None:
    """Honorifics go, as long as a name is left; the order and the marks do not count."""
    assert form(name) == words


def held(career: Untyped) -> list[tuple[Untyped, ...]]:
    """Return what a career tells of each office."""
    return [
        (x.office, x.party and x.party.code, x.first and str(x.first), x.last and str(x.last))
        for x in career.offices
    ]


def anwar(office: str | None, date: str | None, **more: Untyped) -> Report:
    """Return a report that names a person with an office."""
    leader = Leader("Anwar Ibrahim", office=office, **{"party": drawn.MALAYSIA, **more})
    return report(f"{office} {date}", **({"date": date} if date else {}), leaders=[leader])


def test_offices_over_time() -> None:
    """Each office has the dates of the first and the last report; variants of one are one."""
    career = Dossier(
        [
            anwar("prime minister", "2025-01-10"),
            anwar("finance minister", "1995"),
            anwar("Prime Minister".lower(), "2023-12"),
            anwar(None, "2024"),
            anwar("deputy prime minister", "1998-03"),
        ]
    ).careers[0]
    assert held(career) == [
        ("finance minister", "MYS", "1995", "1995"),
        ("deputy prime minister", "MYS", "1998-03", "1998-03"),
        ("prime minister", "MYS", "2023-12", "2025-01-10"),
    ]
    assert str(career.leader) == "Anwar Ibrahim (prime minister, Malaysia)"
    assert len(career.sources) == 5
    assert len(career.offices[2].sources) == 2


def test_a_report_without_a_date_is_not_the_latest() -> None:
    """It stands last among reports, and yet its office is not the present one."""
    career = Dossier([anwar("president", None), anwar("prime minister", "2023")]).careers[0]
    assert career.leader.office == "prime minister"
    assert held(career) == [
        ("prime minister", "MYS", "2023", "2023"),
        ("president", "MYS", None, None),
    ]


def test_someone_without_any_office_serves_a_party() -> None:
    """Then the party alone is told; and of a person of whom nothing is known, nothing."""
    assert held(Dossier([anwar(None, "2023")]).careers[0]) == [(None, "MYS", "2023", "2023")]
    assert held(Dossier([anwar(None, "2023", party=None)]).careers[0]) == []


def test_offices_at_a_date() -> None:
    """What the last reports up to a date give holds then; before any, nothing is known."""
    career = Dossier(
        [anwar("minister", "2015"), anwar("minister", "2017"), anwar("prime minister", "2018-05")]
    ).careers[0]
    for date, office in [
        ("2014", []),
        ("2016", ["minister"]),
        ("2018-04", ["minister"]),
        ("2018-05", ["prime minister"]),
        ("2030", ["prime minister"]),
    ]:
        assert [x.office for x in career.at(PartialDate.parse(date))] == office
