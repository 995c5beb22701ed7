"""Every name that the reader knows, with what it stands for: one matcher over all the tables."""

from __future__ import annotations

import unicodedata
from enum import Enum

from attrs import field, frozen

from bilateral.gazetteer import tables
from bilateral.gazetteer.matcher import Matcher
from bilateral.gazetteer.tables import derived


class NameKind(Enum):
    """What sort of thing a name names."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    ORGANIZATION = "organization"
    METONYM = "metonym"
    CAPITAL = "capital"
    PLACE = "place"
    OFFICE = "office"
    PERSON = "person"
    OTHER = "other"


@frozen
class Name:
    """What a name stands for.

    `codes` are the parties that it can mean; for a place, the countries where it lies; for an office,
    the party that the office implies.  `rule` is the ambiguity rule of ``ambiguous.csv``, or empty.
    `code` is the party that it means wherever it stands, or empty.
    """

    kind: NameKind
    codes: tuple[str, ...] = ()
    default: str = ""
    rule: str = ""
    label: str = ""
    level: str = ""
    code: str = field(init=False, default="", eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if len(self.codes) == 1 and self.kind is not NameKind.PLACE and self.rule != "context":
            object.__setattr__(self, "code", self.codes[0])


# Later kinds do not overwrite earlier ones: "Singapore" is the country, not its capital.
def _entries() -> dict[str, Name]:
    names: dict[str, Name] = {}

    def put(surface: str, name: Name) -> None:
        if surface and surface not in names:
            names[surface] = name

    # "South China Sea" and "Organization of American States" must not be read as a country, but are
    # still a place and an organization.
    never = {row["name"] for row in tables.ambiguous() if row["rule"] == "never"}
    for row in tables.organizations():
        for surface in (row["name"], *tables.items(row["aliases"])):
            if surface in never:
                put(surface, Name(NameKind.ORGANIZATION, (row["code"],), label=row["name"]))
    for row in tables.places():
        if row["name"] in never:
            codes = tuple(tables.items(row["countries"]))
            put(row["name"], Name(NameKind.PLACE, codes, label=row["kind"]))
    for surface in never:
        put(surface, Name(NameKind.OTHER, label=surface))
    for row in tables.countries():
        code = (row["alpha_3"],)
        label = row["name"]
        for surface in (label, row["official"], *tables.items(row["aliases"])):
            put(surface, Name(NameKind.COUNTRY, code, label=label))
    for row in tables.organizations():
        code = (row["code"],)
        for surface in (row["code"], row["name"], *tables.items(row["aliases"])):
            put(surface, Name(NameKind.ORGANIZATION, code, label=row["name"]))
    for row in tables.countries():
        code = (row["alpha_3"],)
        for surface in tables.items(row["demonyms"]):
            put(surface, Name(NameKind.DEMONYM, code, label=row["name"]))
            if surface[-1] not in "shz":
                put(f"{surface}s", Name(NameKind.DEMONYM, code, label=row["name"]))
        for surface in tables.items(row["metonyms"]):
            put(surface, Name(NameKind.METONYM, code, label=row["name"]))
        for surface in tables.items(row["capital"]):
            put(surface, Name(NameKind.CAPITAL, code, label=row["name"]))
    for row in tables.places():
        codes = tuple(tables.items(row["countries"]))
        put(row["name"], Name(NameKind.PLACE, codes, label=row["kind"]))
    for row in tables.people():
        for surface in (row["name"], *tables.items(row["variants"])):
            put(surface, Name(NameKind.PERSON, (row["party"],), label=row["name"]))
    for row in tables.offices():
        codes = (row["party"],) if row["party"] else ()
        for surface in tables.items(row["variants"]):
            put(surface, Name(NameKind.OFFICE, codes, label=row["office"], level=row["level"]))
    _mark_ambiguous(names)
    _add_spellings(names)
    return names


def _mark_ambiguous(names: dict[str, Name]) -> None:
    for row in tables.ambiguous():
        name = names.get(row["name"])
        if name is None or row["rule"] == "never":
            continue
        readings = tuple([code for code in tables.items(row["readings"]) if code != "-"])
        if row["rule"] != "context" and row["default"]:
            readings = (row["default"],)
        names[row["name"]] = Name(
            name.kind, readings, row["default"], row["rule"], name.label, name.level
        )


def _add_spellings(names: dict[str, Name]) -> None:
    """Add each name without its accents, with "&" for "and", and offices with one capital."""
    for surface, name in list(names.items()):
        plain = unicodedata.normalize("NFKD", surface)
        bare = "".join([c for c in plain if not unicodedata.combining(c)])
        names.setdefault(bare, name)
        if " and " in surface:
            names.setdefault(surface.replace(" and ", " & "), name)
        if name.kind is NameKind.OFFICE and surface.istitle() and 0 < surface.count(" ") < 3:
            names.setdefault(surface.capitalize(), name)  # "Foreign minister Tove Lund"


@derived
def matcher() -> Matcher[Name]:
    """Return the matcher over every name; built once, when a text is first read."""
    return Matcher(_entries())
