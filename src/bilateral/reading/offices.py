"""Mentions → offices: an office with its rank, its portfolio, and the party whose office it is."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bilateral.gazetteer import tables
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived
from bilateral.reading.shapes import UPPER, honorifics, name_at, not_names

if TYPE_CHECKING:
    from bilateral.reading.mentions import Mention

#: Words before an office that belong to it.
_RANKS = (
    "Principal|Deputy|Acting|Assistant|Senior|Special|First|Second|Third|Former|Then|Under|Vice|Interim"
    "|Permanent|Chief|Associate|Executive|Federal|Outgoing|Incoming|Caretaker|Designate|Joint|Co"
    "|former|then|outgoing|incoming|acting|interim|deputy|senior|special|assistant|late|visiting"
)
_RANK_WORDS = frozenset(_RANKS.split("|"))
_RANK_BEFORE = re.compile(rf"(?:\b(?:{_RANKS})[ -]+){{1,3}}$")
_PORTFOLIO = re.compile(
    rf" +(?:of|for|to|on|in +charge +of) +(?:the +)?(?:{UPPER}[\w'-]+"
    rf"(?:(?:,| +and| +&| +of| +for| +the| +with| +to| +on){{0,3}} +{UPPER}[\w'-]+){{0,8}})"
)
_MORE = re.compile(
    rf" +and +{UPPER}[\w'-]+(?:(?:,| +and| +of| +for| +the){{0,3}} +{UPPER}[\w'-]+){{0,8}}"
)
_AND_FIELD = re.compile(rf" +and +{UPPER}[\w'-]+(?: +{UPPER}[\w'-]+){{0,2}}(?=, )")
_OF = re.compile(r",? +(?:of|for|from) +(?:the +)?| +\(")
#: how what it matches begins; a second space hides the rest
_OF_BEGINS = (" of ", " for ", " from ", " (", ",", "  ")
#: the same for a portfolio
_PORTFOLIO_BEGINS = (" of ", " for ", " to ", " on ", " in ", "  ")
#: offices of these levels, and whose last word is one of these, have a portfolio
_PORTFOLIO_LEVELS = frozenset(
    [
        "minister",
        "deputy minister",
        "official",
        "diplomat",
        "adviser",
        "organization head",
    ]
)
_PORTFOLIO_HEADS = frozenset(
    [
        "minister",
        "secretary",
        "representative",
        "envoy",
        "director",
        "adviser",
        "advisor",
        "coordinator",
        "assistant",
        "under-secretary",
        "commissioner",
    ]
)
#: a body behind a demonym: "a spokesperson for the Moroccan government, …"
_BODY = re.compile(
    r"(?:'s?)? +(?:[A-Za-z]+ +){0,2}(?:[Gg]overnment|[Mm]inistry|[Pp]residency|[Cc]abinet|[Aa]dministration|[Dd]elegation)\b"
)
#: the short form behind the name of a body: "(GCC)"
SHORT = re.compile(r" \([A-Z][A-Za-z&-]{1,9}\)")
#: between a portfolio and the party: "Minister for Water | of | Peru"
_JOINT = re.compile(r"\b(?:of|for|from)(?: +the)? +$")
_TO = re.compile(r" to (?:the )?")
_GENITIVE = re.compile(r"(?:'s|')? +$|-$")
#: what an office goes on with
_GOES_ON = (" of ", " for ", " and ", ", ")
_NEXT = re.compile(r",? {1,3}[\w'-]+")


class Post(NamedTuple):
    """An office as the text has it: its extent with rank, portfolio and party, and its words."""

    start: int
    end: int
    words: str
    #: the party, or empty
    code: str
    #: what told it, or empty
    why: str


@derived
def _posts() -> frozenset[str]:
    """Return the forms of all offices in lower case."""
    return frozenset(
        [form.lower() for row in tables.offices() for form in tables.items(row["variants"])]
    )


class Offices:
    """Reads offices, and the parties beside them."""

    def __init__(self, plain: str, mentions: list[Mention]) -> None:
        self.plain = plain
        self.starts = {mention.start: mention for mention in mentions}
        self.ends = {mention.end: mention for mention in mentions}

    def name_at(self, at: int) -> tuple[int, int] | None:
        """Return the extent of a person's name that begins at `at`, honorifics skipped."""
        return name_at(self.plain, at, self.starts)

    def _known_name(self, name: tuple[int, int]) -> bool:
        return self.plain[name[0] : name[1]].count(" ") > 0

    def party_before(self, at: int) -> tuple[Mention, int] | None:
        """Return the party named right before `at` ("Japan's |", "Malaysian |", "U.S. |")."""
        plain, ends = self.plain, self.ends
        first = at - 1
        if plain[first:at] != " " or plain[first - 1 : first] in (" ", "'", "s"):
            gap = None
            if plain[first:at] in (" ", "-", "\n"):
                gap = _GENITIVE.search(plain, max(0, at - 4), at)
            if gap is None:
                return None
            first = gap.start()
        # The widest gap that leaves a mention directly before it.
        for cut in range(first, at):
            mention = ends.get(cut)
            if mention is not None and mention.code and mention.kind is not NameKind.PERSON:
                return mention, mention.start
        return None

    def party_after(self, at: int) -> tuple[Mention, int] | None:
        """Return the party named right after `at` (" of Japan", ", of the Republic of Iraq")."""
        if not self.plain.startswith(_OF_BEGINS, at):
            return None
        match = _OF.match(self.plain, at)
        if match is None:
            return None
        mention = self.starts.get(match.end())
        if mention is None or not mention.code or mention.kind is NameKind.OFFICE:
            return None
        if match.group().endswith("("):
            closed = self.plain[mention.end : mention.end + 1] == ")"
            return (mention, mention.end + 1) if closed else None
        body = _BODY.match(self.plain, mention.end, min(len(self.plain), mention.end + 50))
        end = body.end() if body else mention.end
        short = SHORT.match(self.plain, end) if self.plain.startswith(" (", end) else None
        return mention, short.end() if short else end

    def post(self, mention: Mention) -> Post | None:
        """Read the office at a mention; None where its word is part of a name."""
        plain = self.plain
        start, end = mention.start, mention.end
        if mention.name.level == "royal" and self._within_name(start, end):
            return None  # "Mohammed Sultan Saif Al Suwaidi"
        if mention.name.level == "head of state" and mention.code:
            other = self.ends.get(start - 1)
            if other is not None and other.kind is NameKind.OFFICE:
                return None  # "Foreign Minister Shah Mehmood Qureshi"
        words = mention.name.label.removesuffix(" of the republic")
        rank = None
        if plain[start - 1 : start] in (" ", "-"):
            before = plain[max(0, start - 40) : start].rstrip(" -").rpartition(" ")[2]
            if before in _RANK_WORDS or not before.isalpha():
                rank = _RANK_BEFORE.search(plain, max(0, start - 40), start)
        if rank is not None:
            words = f"{' '.join(rank.group().lower().split()).removesuffix('-')} {words}"
            start = rank.start()
        code, why = mention.code, "implied by the office"
        owner = self.party_before(start)
        if owner is not None:
            code, why = owner[0].code, "named before the office"
            start = owner[1]
        cut = self._of_deputy(mention, end)
        words, end = f"{words}{plain[end:cut].lower()}", cut
        after = self.party_after(end)
        if after is not None:
            code, why = after[0].code, "named after the office"
            body = self._body_after(mention, after[0])
            if body > after[0].end:
                words = f"{words} of the{plain[after[0].end + 2 : body].lower()}"
            end = max(body, after[1])
        if mention.name.level == "diplomat" and plain.startswith(" to ", end):
            # "the Norwegian Ambassador to Peru, Ana Rey": of one country, to the other
            posted = self.starts.get(_TO.match(plain, end).end())  # type: ignore[union-attr]
            if posted is not None and posted.code and code:
                end = posted.end
        elif after is not None:
            pass  # the party closes the office
        elif mention.name.level in _PORTFOLIO_LEVELS and plain.startswith(_PORTFOLIO_BEGINS, end):
            portfolio = _PORTFOLIO.match(plain, end, min(len(plain), end + 120))
            if portfolio is not None and mention.name.label.split()[-1] in _PORTFOLIO_HEADS:
                cut = self._portfolio_end(portfolio)
                if cut > end:
                    words = f"{words} {' '.join(plain[end:cut].lower().split())}"
                    end = cut
                    after = self.party_after(end)
                    if after is not None:
                        code, why = after[0].code, "named after the office"
                        end = after[1]
        if (
            after is None
            and mention.name.level in _PORTFOLIO_LEVELS
            and plain.startswith(" and ", end)
        ):
            # "Minister of Transport and Roads of Peru", where the table has the first field alone
            more = _MORE.match(plain, end, min(len(plain), end + 120))
            cut = self._portfolio_end(more) if more is not None else end
            after = self.party_after(cut) if cut > end else None
            field = _AND_FIELD.match(plain, end) if after is None and code else None
            if after is not None:
                words = f"{words} {' '.join(plain[end:cut].lower().split())}"
                code, why = after[0].code, "named after the office"
                end = after[1]
            elif field is not None and (name := self.name_at(field.end() + 2)) is not None:
                if self._known_name(name):
                    words = f"{words} {' '.join(field.group().lower().split())}"
                    end = field.end()
        return Post(start, end, " ".join(words.split()), code, why if code else "")

    def _of_deputy(self, mention: Mention, end: int) -> int:
        """Return where the office of a deputy ends that the table has without the rank.

        "Deputy Speaker of the National Assembly" is known by the Speaker of the National Assembly.
        """
        rank, _, base = mention.name.label.partition(" ")
        if not base or rank.title() not in _RANK_WORDS or not self.plain.startswith(_GOES_ON, end):
            return end
        return self._longest(base, end, end)

    def _body_after(self, mention: Mention, party: Mention) -> int:
        """Return where the body ends in "President of Ghana's National Assembly", if the table has such an office."""
        end = party.end
        if not self.plain.startswith("'s ", end):
            return end
        return self._longest(f"{mention.name.label} of the", end + 2, end)

    def _longest(self, begun: str, at: int, none: int) -> int:
        """Return where the longest office of the table ends that begins so and goes on at `at`, or `none`."""
        known = _posts()
        found = none
        for word in islice(_NEXT.finditer(self.plain, at, min(len(self.plain), at + 100)), 9):
            if f"{begun}{self.plain[at : word.end()].lower()}" in known:
                found = word.end()
        return found

    def _within_name(self, start: int, end: int) -> bool:
        """Say whether a word that can be a title is part of a person's name."""
        plain = self.plain
        if plain.startswith((" bin ", " bint ", " ibn "), end):
            return True  # "Sheikh Sultan bin Hamdan"
        if plain[start - 1 : start] != " " or not plain[start].isupper() or start - 1 in self.ends:
            return False
        before = plain[max(0, start - 30) : start - 1].rpartition(" ")[2].rpartition("\n")[2]
        if not (before.isalpha() and before[0].isupper()) or before in not_names():
            return False
        if before in honorifics() or before in _RANK_WORDS:
            return False
        lead = plain[max(0, start - len(before) - 3) : start - len(before) - 1]
        return (
            lead.strip() != ""
            and lead[-1:] == " "
            and lead[0] not in ".!?\n"
            and plain[end : end + 1] == " "
        )

    def _portfolio_end(self, portfolio: re.Match[str]) -> int:
        """Cut a portfolio before a party or before the name that follows it."""
        end = portfolio.end()
        for at in range(portfolio.start(), portfolio.end()):
            inner = self.starts.get(at)
            if inner is not None and inner.kind is not NameKind.PLACE:
                if inner.kind in (NameKind.COUNTRY, NameKind.ORGANIZATION, NameKind.PERSON):
                    if at < portfolio.start() + 9:
                        return portfolio.start()
                    begin = portfolio.start()
                    joint = _JOINT.search(self.plain, begin, at)
                    stop = at if joint is None else joint.start()
                    return begin + len(self.plain[begin:stop].rstrip(" "))
        return end
