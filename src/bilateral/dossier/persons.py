"""Which of the leaders of many reports are one person.

Leaders go together in two steps, neither of which depends on any order:

1. Equal names, in any order of words and under any honorific, are one person if they serve one
   country, or a country and organizations.  Of one name in two countries, the table of office
   holders decides; where it does not, they are two.
2. A name that is another with words left out, or cut to initials, joins that person if there is
   only one whom it fits, no report names both, and the parties agree.  A single word must have the
   office in common as well: King Salman is not Mohammed bin Salman.

In doubt two entries stay two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from bilateral.dossier.names import Form, form, is_part, parties_of, telling, usual
from bilateral.model.parties import Country
from bilateral.model.people import Leader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.query.reports import Report


@frozen
class Mention:
    """A leader of one report.

    Fields:
        report: which report, by its number.
        place: counts the leaders of all reports.
        leader: the record.
    """

    report: int
    place: int
    leader: Leader


@define(eq=False)
class Person:
    """Leaders who are one person."""

    forms: set[Form] = field(factory=set)
    codes: set[str] = field(factory=set)
    mentions: list[Mention] = field(factory=list)

    def add(self, other: Person) -> None:
        """Take in another, who is the same."""
        self.forms |= other.forms
        self.codes |= other.codes
        self.mentions += other.mentions

    @property
    def reports(self) -> set[int]:
        """The reports that name the person."""
        return {mention.report for mention in self.mentions}

    @property
    def offices(self) -> set[str]:
        """The offices that reports give."""
        return {x.leader.office for x in self.mentions if x.leader.office is not None}


def persons(reports: Sequence[Report]) -> list[Person]:
    """Return everybody whom the reports name, by the first report that does."""
    named: dict[Form, dict[str, Person]] = {}
    full_names: dict[Form, str] = {}
    place = 0
    for number, report in enumerate(reports):
        for leader in report.leaders:
            place += 1
            code = "" if leader.party is None else leader.party.code
            full = usual(leader.name, [code] if code else [])
            key = form(full)
            full_names[key] = min(full, full_names.get(key, full))
            person = named.setdefault(key, {}).setdefault(code, Person())
            person.forms |= {key, form(leader.name)}
            person.codes |= {code} - {""}
            person.mentions.append(Mention(number, place, leader))
    made: list[Person] = []
    for key, by_code in named.items():
        made += _one_name(key, full_names[key], by_code)
    whole = _joined(made)
    for person in whole:
        person.mentions.sort(key=lambda mention: mention.place)
    return sorted(whole, key=lambda person: person.mentions[0].place)


def _one_name(key: Form, full: str, by_code: dict[str, Person]) -> list[Person]:
    """Return the persons of one name, of whom there is one for each code so far."""
    countries = [code for code, person in by_code.items() if _is_country(person)]
    known = parties_of().get(full, set())
    if len(telling(key)) > 1 and (len(countries) < 2 or known >= set(countries)):
        return [_union(by_code.values())]
    unknown = by_code.get("")
    others = [person for code, person in by_code.items() if code]
    if unknown is not None and len(others) == 1:
        return [_union([*others, unknown])]
    return [*others, *([] if unknown is None else [unknown])]


def _is_country(person: Person) -> bool:
    party = person.mentions[0].leader.party
    return isinstance(party, Country)


def _union(persons: Iterable[Person]) -> Person:
    whole = Person()
    for person in persons:
        whole.add(person)
    return whole


def _joined(persons: list[Person]) -> list[Person]:
    """Join names that are parts of others to the one person whom they fit."""
    by_word: dict[str, list[int]] = {}
    for number, person in enumerate(persons):
        for word in {word for each in person.forms for word in telling(each)}:
            by_word.setdefault(word, []).append(number)
    above = [_above(number, persons, by_word) for number in range(len(persons))]
    joined: dict[int, list[int]] = {}
    for number, higher in enumerate(above):
        tops = [top for top in higher if not above[top]]
        joined.setdefault(tops[0] if len(tops) == 1 else number, []).append(number)
    return [_union([persons[part] for part in parts]) for parts in joined.values()]


def _above(number: int, persons: list[Person], by_word: dict[str, list[int]]) -> list[int]:
    """Return the persons of whose names every name of this one can be a part."""
    person = persons[number]
    shortest = min(person.forms, key=lambda each: (len(each), each))
    words = telling(shortest)
    if not words:
        return []
    rarest = min(words, key=lambda word: (len(by_word[word]), word))
    return [other for other in by_word[rarest] if other != number and _fits(person, persons[other])]


def _fits(part: Person, whole: Person) -> bool:
    if part.codes and whole.codes and not part.codes & whole.codes:
        return False
    if part.reports & whole.reports:
        return False
    if not all(any(is_part(short, long) for long in whole.forms) for short in part.forms):
        return False
    if max(len(telling(each)) for each in part.forms) > 1:
        return True
    return not (part.offices and whole.offices) or bool(part.offices & whole.offices)
