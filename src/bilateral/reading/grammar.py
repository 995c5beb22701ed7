"""Units → hits: where a sentence makes a commitment, by whom, and how firmly.

The sentence is read once from left to right.  An agent that a verb follows becomes the subject; a cue
makes a hit when its subject is an agent and its complement is one that the table allows.  Each class of
cue has one function here; which words belong to a class stands in ``cues.csv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import define, frozen

from bilateral.gazetteer import tables
from bilateral.gazetteer.lookup import by_code
from bilateral.model.commitments import Force
from bilateral.reading.agents import Sort

if TYPE_CHECKING:
    from bilateral.reading.coreference import Resolver, Subject
    from bilateral.reading.units import Cue, Unit


@frozen
class Hit:
    """One place where a sentence makes a commitment."""

    rule: str
    actors: Subject
    force: Force
    reaffirmed: bool
    cue: tuple[int, int]
    #: what is promised: from behind the cue to the end of its clause
    content: tuple[int, int]
    addressees: tuple[str, ...] = ()


_ADVERBS = frozenset(
    "also further furthermore both each all jointly together again firmly strongly fully deeply mutually "
    "therefore thus then now today both respectively still once always even too instead likewise "
    "similarly equally once more as well collectively individually both actively currently already "
    "closely more most very clearly explicitly publicly recently both separately finally soon either "
    "additionally moreover nevertheless however not only subsequently immediately swiftly here there "
    "have has had having 've be been".split()
)
_BE = frozenset(["is", "are", "am", "'re", "was", "were", "be", "been", "being"])
_PRESENT_BE = frozenset(["is", "are", "am", "'re", "be"])
_LINKING = frozenset("remain remains remained stay stays stand stands stood feel feels".split())
_HAVE = frozenset(["have", "has", "'ve", "having"])
_JOIN = frozenset(["and", "or", "but", ",", "then", ";", "while", "&"])
_PARTICIPLE_BEFORE = frozenset([",", "while", "in", "by", "and", "with", "thereby", "or", "before", "after"])
_POSSESSIVE = frozenset(["their", "its", "our", "his", "her", "my"])
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "such", "any", "no", "every"])
_PREPOSITIONS = frozenset(
    "of for with in on by as from through under at into towards toward against between per via upon "
    "based about over within without beyond".split()
)
_VIEW_HEADS = frozenset(
    "importance need urgency value significance necessity imperative priority centrality essential "
    "fact principle principles desirability strength benefits potential role primacy criticality".split()
)
_VIEW_OF = re.compile(
    r" *(?:(?:on|upon) +)?(?:the +|an? +|their +)?(?:[a-z-]+ +){0,2}?(?:importance|need|urgency|value"
    r"|significance|necessity|imperative|priority|centrality|seriousness|gravity|desirability|benefits?"
    r"|primacy|essential role|key role|crucial role|vital role|critical role)\b"
)
_AMOUNT = re.compile(
    r"[^.;]{0,60}?(?:[$€£¥₹]|\b(?:us|a|c|nz|s|hk)\$|\brm ?\d|\b(?:usd|eur|gbp|jpy|cad|aud|inr|cny|chf) ?\d"
    r"|\b\d[\d.,]* +(?:million|billion|trillion|crore|lakh)\b)"
)
_TRAVEL = re.compile(r" *(?:be +)?(?:travel|visit|depart|arriv|fly|tour|attend|leave for|pay +an? +)\w*")
_NO_PLEDGE_BE = re.compile(r" *(?:not +)?be +(?:able|unable|in a position|happy|pleased|proud|honou?red|the)\b")
_CONDITION = frozenset(["if", "unless", "whether", "once", "should"])
_AS_LONG = re.compile(r"\bas long as (?:it takes|necessary|needed)\b")
_SOVEREIGN = re.compile(
    r"(?:'s?)? +(?:[a-z-]+,? +(?:and +)?){0,2}?(?:sovereignty|territorial|independence|unity|statehood)\b"
)
_PAST_YEAR = re.compile(
    r"\b(?:in|last|back in|at the) +(?:(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december) +)?((?:19|20)\d\d)\b|\blast +(?:year|month|week|spring|summer|autumn|fall|winter)\b"
)
_COLLECTIVE = frozenset([Sort.TOGETHER, Sort.THEY, Sort.WE, Sort.PERSON, Sort.THING])
#: prepositions that hang a noun phrase on the one before
_HANGING = frozenset(
    "between of with from in to for among by against over on at toward towards into across within "
    "through under than about regarding concerning via upon around".split()
)
#: what stands before a noun phrase that opens a clause
_OPENINGS = frozenset([",", "and", "but", "that", '"', ")", "while", "as", "because", "since", "when"])
#: these mark conduct under way only right behind the cue: "agreed to maintain contact"
_CONDUCT = frozenset(["maintain", "maintaining", "uphold", "upholding", "sustain", "sustaining"])
_OTHERS = frozenset(
    "all parties countries states nations sides governments international community everyone others partners "
    "actors authorities members leaders allies congress parliament ministers companies businesses".split()
)
_CLAUSE_END = re.compile(
    r", (?:which|who|where|whose|underpinned|as well as noting|noting|recognizing|recognising|recalling"
    r"|acknowledging|welcoming|given|although|though|despite)\b|; |\s—\s|\s–\s|[”\"] (?:he|she|said)"
)


@define
class _State:
    """What the reading of one sentence remembers."""

    subject: Subject | None = None
    #: index of the unit behind the subject's last agent
    subject_at: int = -1
    main: Subject | None = None
    #: the last agents named, subject or not
    last: Subject | None = None
    last_at: int = -1
    #: index of the last verb, and its class
    verb: int = -1
    verb_class: str = ""
    #: a verb of saying or agreeing came before, so that "would" reports a promise
    spoken: bool = False
    #: index of a "that" behind a voice that continues, or -1
    again_at: int = -1
    requested_to: int = -1
    #: the parties that a hope or a request asks; their "would" is what is asked
    asked: tuple[str, ...] = ()
    #: the subject stands behind "as" or "because": the clause tells circumstances
    circumstance: bool = False
    conditional: bool = False
    #: who speaks inside quotation marks
    quoted: bool = False


class Grammar:
    """Reads the hits of one sentence."""

    def __init__(
        self, low: str, units: list[Unit], end: int, resolver: Resolver, year: int | None
    ) -> None:
        self.low = low
        self.units = units
        self.end = end
        self.resolver = resolver
        self.year = year
        self.hits: list[Hit] = []
        self.state = _State()
        #: words in quotation marks that somebody speaks who stands for no party
        self.muted: list[tuple[int, int]] = []

    def read(self) -> list[Hit]:
        """Return the hits in the order of the sentence."""
        units = self.units
        self._quotation()
        at = 0
        while at < len(units):
            unit = units[at]
            if unit.agent is not None:
                at = self._agents(at)
                continue
            if unit.word in _CONDITION and not (unit.word == "should" and at > 0):
                self.state.conditional = True
            elif unit.word == "," or unit.word == "then":
                self.state.conditional = False
            if unit.cues:
                self._cues(at)
            if unit.verb or any(c.kind in ("voice", "request") for c in unit.cues):
                self._verb(at)
            elif unit.word.endswith("ed") and len(unit.word) > 4 and self._follows_subject(at):
                self.state.verb = at
                self.state.verb_class = "act"
            at += 1
        return self.hits

    def _quotation(self) -> None:
        """Find who speaks the words in quotation marks; an outsider's promise nothing."""
        marks = [i for i, unit in enumerate(self.units) if unit.word == '"']
        if not marks:
            return
        pairs = list(zip(marks[::2], [*marks[1::2], len(self.units)], strict=False))
        inside = {i for start, end in pairs for i in range(start, end + 1)}
        for index, unit in enumerate(self.units):
            if unit.verb != "report" or index in inside:
                continue
            for beside in (index - 1, index + 1):
                if 0 <= beside < len(self.units) and beside not in inside:
                    agent = self.units[beside].agent
                    if agent is not None:
                        self.resolver.speaker = self.resolver.subject([agent])
                        return
            if index + 1 < len(self.units) and (index - 1 in inside or index + 1 not in inside):
                self.muted = [(self.units[a].start, self.units[b - 1].end) for a, b in pairs]
                return

    # -- subjects --------------------------------------------------------------------------------

    def _agents(self, at: int) -> int:
        """Read a run of agents; it becomes the subject if a verb follows."""
        units = self.units
        group, end = self._run(at)
        agents = [unit.agent for unit in group if unit.agent is not None]
        if self._inside_phrase(at):
            # "Trade between Japan and Malaysia will grow": the noun before is the subject
            state = self.state
            state.last, state.last_at = self.resolver.subject(agents), end
            return end
        owner = agents[-1].sort is Sort.OWNER
        subject = self.resolver.subject(agents)
        state = self.state
        state.last, state.last_at = subject, end
        if owner and not self._verb_at(end):
            return end
        following = self._skip(end)
        if self._verb_at(following):
            if not owner or units[following].verb == "auxiliary":
                self._set_subject(subject, end, at)
        elif state.subject is None and state.verb < 0 and self._opens(at):
            # No verb yet: "Japan, which chairs ASEAN, will …" finds its verb after an insertion.
            self._set_subject(subject, end, at)
        return end

    def _run(self, at: int) -> tuple[list[Unit], int]:
        """Return the agents of "A", "A and B", "A, B and C" from `at`, and the index behind them.

        A comma alone joins nothing: "In Japan, the President …".
        """
        units = self.units
        group = [units[at]]
        end = self._over_parentheses(at + 1)
        best = (1, end)
        while end < len(units):
            step = end
            unit = units[step]
            if unit.agent is not None:
                if unit.agent.sort is Sort.WE:  # "the United States and Colombia we committed"
                    best = (len(group), step + 1)
                break
            if unit.word == ",":
                if self._parted(at, end + 1):
                    break  # "between the Presidents, the United States and France will …"
                step += 1
            joined = step < len(units) and units[step].word in ("and", "&")
            if joined:
                step += 1
                if step < len(units) and units[step].word in ("his", "her", "its", "the", "both"):
                    step += 1
            if step == end or step >= len(units) or units[step].agent is None:
                break
            group.append(units[step])
            end = self._over_parentheses(step + 1)
            if joined:
                best = (len(group), end)
                break
        size, behind = best
        if size == 1 and not self._verb_at(behind):
            behind = at + 1
        return group[:size], behind

    def _inside_phrase(self, at: int) -> bool:
        """Say whether a preposition hangs the agents at `at` on a noun that cannot act itself."""
        units = self.units
        if at == 0 or units[at - 1].word not in _HANGING:
            return False
        if at == 1 or units[at - 2].agent is not None:
            return at == 1
        return units[at - 2].word.rpartition(" ")[2] not in _acting_nouns()

    def _opens(self, at: int) -> bool:
        """Say whether a noun phrase at `at` opens a clause."""
        return at == 0 or self.units[at - 1].word in _OPENINGS

    def _parted(self, at: int, behind: int) -> bool:
        """Say whether a comma ends the phrase at `at` and does not go on with a list."""
        units = self.units
        agent = units[at].agent
        following = units[behind].agent if behind < len(units) else None
        if agent is None or agent.sort in _COLLECTIVE:
            return True
        if at > 0 and units[at - 1].word in ("in", "at", "on", "to", "for"):
            return True  # "In Japan, Malaysia and Thailand agreed"
        return following is not None and following.personal and not agent.personal

    def _over_parentheses(self, at: int) -> int:
        """Step over "(the Participants)"; give `at` itself where there is none."""
        units = self.units
        if at < len(units) and units[at].agent is None and units[at].word == "(":
            for close in range(at + 1, min(at + 13, len(units))):
                if units[close].word == ")":
                    return close + 1
        return at

    def _set_subject(self, subject: Subject, at: int, begin: int) -> None:
        state = self.state
        before = self.units[begin - 1].word if begin > 0 else ""
        state.circumstance = before in ("as", "because", "since", "where", "how", "what", "why", "when")
        state.subject, state.subject_at = subject, at
        if state.main is None:
            state.main = subject
        self.resolver.remember(subject)

    def _skip(self, at: int) -> int:
        """Step over adverbs to the right."""
        units = self.units
        while at < len(units) and units[at].agent is None:
            word = units[at].word
            if (word in _ADVERBS and word not in _BE and word not in _HAVE) or (
                word.endswith("ly") and len(word) > 4
            ):
                at += 1
            elif units[at].verb == "adverb":
                at += 1
            else:
                break
        return at

    def _back(self, at: int) -> int:
        """Step over adverbs and auxiliaries of the perfect to the left; give the unit found."""
        units = self.units
        at -= 1
        while at >= 0 and units[at].agent is None:
            word = units[at].word
            if word in _ADVERBS or (word.endswith("ly") and len(word) > 4):
                at -= 1
            elif units[at].verb == "adverb":
                at -= 1
            else:
                break
        return at

    def _verb_at(self, at: int) -> bool:
        if at >= len(self.units):
            return False
        unit = self.units[at]
        if unit.agent is not None:
            return False
        word = unit.word
        if unit.verb == "adverb":
            return False
        if unit.verb or any(c.kind not in ("noun", "state") for c in unit.cues):
            return not word.endswith("ing")
        if any(c.kind in ("noun",) for c in unit.cues):
            return any(c.kind == "commit" for c in unit.cues)
        if word in _BE or word in _HAVE or word in ("'ll", "'re", "'ve", "'d", "n't", "not"):
            return True
        return word.endswith("ed") and len(word) > 4

    def _follows_subject(self, at: int) -> bool:
        state = self.state
        return state.subject is not None and self._back(at) < state.subject_at

    def _verb(self, at: int) -> None:
        unit = self.units[at]
        state = self.state
        if unit.word == "have" or unit.verb in ("be", "have", "auxiliary", "adverb"):
            return
        if self._is_adjective(at):
            return
        if any(c.kind == "voice" for c in unit.cues):
            state.verb, state.verb_class = at, "voice"
            if unit.verb in ("praise",):
                state.verb_class = unit.verb
            again = any(c.kind == "voice" and c.continues for c in unit.cues)
            state.again_at = at if again else -1
            state.spoken = not self._negated(at)
        elif any(c.kind == "request" for c in unit.cues):
            state.verb, state.verb_class = at, "request"
        else:
            state.verb, state.verb_class = at, unit.verb
            state.spoken = (state.spoken or unit.verb == "report") and not self._negated(at)
            state.again_at = -1

    def _is_adjective(self, at: int) -> bool:
        """Say whether a participle stands before a noun: "shared goals", "renewed fighting"."""
        word = self.units[at].word
        if not word.endswith(("ed", "ing")) or at == 0:
            return False
        previous = self.units[at - 1]
        if previous.agent is not None:
            return previous.agent.sort is Sort.OWNER
        return previous.word in _POSSESSIVE or previous.word in _ARTICLES or previous.word in (
            "of", "for", "'s", "'", "with", "on"
        )

    # -- cues ------------------------------------------------------------------------------------

    def _cues(self, at: int) -> None:
        for cue in self.units[at].cues:
            handler = getattr(self, f"_on_{cue.kind}", None)
            if handler is not None and handler(at, cue):
                break

    def _after(self, at: int) -> str:
        """Return the word behind a unit, or the empty string before an agent."""
        units = self.units
        return units[at + 1].word if at + 1 < len(units) and units[at + 1].agent is None else ""

    def _complement(self, at: int, cue: Cue) -> bool:
        """Say whether what follows the cue is among what the table allows."""
        if not cue.follows:
            return True
        following = self._skip(at + 1)
        units = self.units
        if following >= len(units):
            return False
        unit = units[following]
        follows = cue.follows
        start = units[at].end
        if unit.agent is not None:
            if "agent" in follows or "noun" in follows:
                return True
            # "promised Malaysia to …", "pledged the United States would …"
            after = units[following + 1].word if following + 1 < len(units) else ""
            return after in follows and after in ("to", "that") or (
                "that" in follows and after in ("will", "would", "shall")
            )
        word = unit.word
        if word in follows:
            if word in ("on", "upon", "that", "in") and _VIEW_OF.match(self.low, start, self.end):
                return False
            return True
        if "amount" in follows and _AMOUNT.match(self.low, start, min(self.end, start + 80)):
            return True
        if "agent" in follows:
            window = units[following : following + 6]
            return any(u.agent is not None or u.word in _OTHERS for u in window)
        if "noun" in follows:
            return word not in _PREPOSITIONS and word not in (".", ",", "to", "and", "that", ";", ":")
        return False

    def _actor(self, at: int) -> Subject | None:
        """Return who is the subject of the finite verb at `at`, or None if no agent is."""
        state = self.state
        units = self.units
        back = self._back(at)
        word = units[at].word
        if back < 0:
            return None
        if state.subject is not None and back < state.subject_at:
            return state.subject
        previous = units[back]
        if previous.agent is not None:
            return state.subject if state.subject_at == back + 1 else None
        mark = previous.word
        if word.endswith("ing"):
            if mark in _PRESENT_BE or mark in ("was", "were"):
                return self._actor(back) if mark not in ("was", "were") else None
            return state.subject if mark in _PARTICIPLE_BEFORE else None
        if mark == "to":
            if state.requested_to >= 0 and back - state.requested_to < 14:
                return None
            return state.subject
        if mark in ("which", "who", "that", "as", "whom", "where", "when"):
            return None
        if mark in _BE:
            # "it was agreed that": everybody who meets
            before = self._back(back)
            if before >= 0 and units[before].agent is not None:
                agent = units[before].agent
                if agent is not None and agent.sort is Sort.THING and word.endswith("ed"):
                    return self._everyone(agent.start, agent.end)
            return None
        if mark in _JOIN or mark in (")", '"', "-", "–", "—"):
            return self._through_insertion(back)
        return None

    def _through_insertion(self, back: int) -> Subject | None:
        """The subject of a verb behind "and" or behind the comma that closes an insertion."""
        state = self.state
        if state.subject is None:
            return None
        # A noun phrase of others between the subject and the verb would be the nearer subject; a list
        # of verbs has a verb of the subject before the conjunction.
        if self.units[back].word == ",":
            opened = self.units[state.subject_at].word if state.subject_at < len(self.units) else ""
            if opened in (",", "(", "-", "–", "—"):
                return state.subject
        return state.subject

    def _everyone(self, start: int, end: int) -> Subject | None:
        from bilateral.reading.coreference import Subject

        codes = self.resolver.participants
        if not codes:
            return None
        return Subject(codes, start, end, "all who meet", plural=True, named=False, sort=Sort.TOGETHER)

    def _negated(self, at: int) -> bool:
        units = self.units
        for index in range(max(0, at - 3), at):
            if units[index].word in ("not", "n't", "never", "no", "nor", "without", "cannot", "refused"):
                return True
        return False

    def _past(self, at: int) -> bool:
        """Say whether the words date a promise before the report: "had agreed", "agreed in 2019"."""
        units = self.units
        back = at - 1
        while back >= 0 and back >= at - 3 and units[back].agent is None:
            if units[back].word == "had" and self.state.spoken:
                return False  # reported speech: "said that it had committed"
            if units[back].word in ("had", "previously", "earlier", "originally", "once"):
                return True
            back -= 1
        if at > 0 and units[at - 1].word in ("have", "has", "'ve", "will", "to"):
            return False
        word = units[at].word
        if not word.endswith(("ed", "ook", "ore")):
            return False
        span = self.low[units[at].end : units[at].end + 24]
        near = _PAST_YEAR.match(span.strip())
        clause = self.low[max(units[0].start, units[at].start - 70) : units[at].start]
        before = None
        for before in _PAST_YEAR.finditer(clause):
            pass
        for match in (near, before):
            if match is None:
                continue
            year = match.group(1)
            if year is None or self.year is None or int(year) < self.year:
                return year is not None or match is near
        return False

    def _content(self, at: int) -> tuple[int, int]:
        """Return what is promised: from behind the cue to the end of the clause."""
        start = self.units[at].end
        end = self.end
        match = _CLAUSE_END.search(self.low, start, end)
        if match is not None and match.start() > start + 12:
            end = match.start()
        for index in range(at + 3, len(self.units)):
            unit = self.units[index]
            if unit.start >= end:
                break
            if unit.verb in ("praise", "discuss", "condemn", "meet") and not unit.word.endswith("ing"):
                if self.units[index - 1].word in ("and", ",") or (
                    self.units[index - 1].agent is not None
                    and self.units[index - 1].agent.sort is not Sort.OWNER
                ):
                    end = unit.start
                    break
        return (start, end) if end > start else (self.units[at].start, self.end)

    def _reaffirmed(self, at: int, cue: Cue) -> bool:
        if cue.continues:
            return True
        after, before = _continuing()
        units = self.units
        following = at + 1
        seen = 0
        while following < len(units) and seen < 3:
            unit = units[following]
            if unit.agent is None:
                if unit.word in after and (unit.word not in _CONDUCT or seen == 0):
                    # "pledged to further their work", but "agreed to further talks"
                    if unit.word != "further" or self._after(following) in _POSSESSIVE:
                        return True
                if unit.word not in ("to", "not", "also", "on", "that", "would", "will", "both"):
                    seen += 1
            following += 1
        if any(units[i].word in before for i in range(max(0, at - 3), at) if units[i].agent is None):
            return True
        again = self.state.again_at
        if again >= 0:
            window = units[again + 1 : again + 4]
            if any(unit.word == "that" for unit in window) or (
                len(window) > 0 and window[0].agent is not None
            ):
                return not any(
                    u.word == "and" and units[i + again + 2].word in ("committed", "agreed", "pledged")
                    for i, u in enumerate(units[again + 1 : at])
                    if i + again + 2 < len(units)
                )
        return False

    def _hit(
        self,
        rule: str,
        at: int,
        cue: Cue,
        actors: Subject | None,
        force: Force | None = None,
        *,
        again: bool = False,
        addressees: tuple[str, ...] = (),
    ) -> bool:
        if actors is None or not actors.codes or self.state.conditional:
            return False
        if self.state.circumstance and actors is self.state.subject:
            return False
        unit = self.units[at]
        if any(start <= unit.start < end for start, end in self.muted):
            return False
        force = force or cue.force
        assert force is not None
        reaffirmed = again or self._reaffirmed(at, cue)
        content = self._content(at)
        spot = (unit.start, unit.end)
        self.hits.append(Hit(rule, actors, force, reaffirmed, spot, content, addressees))
        return True

    # -- one function a class --------------------------------------------------------------------

    def _on_commit(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or (self._linked(at) and not self._impersonal(at)):
            return False
        if not self._complement(at, cue) or self._negated(at) or self._past(at):
            return False
        word = self._after(at)
        if word == "that" and not self._that_acts(at + 1):
            return False
        self.state.spoken = True
        return self._hit("commitment.verb", at, cue, self._actor(at))

    def _impersonal(self, at: int) -> bool:
        """Say whether "it was agreed" stands at `at`."""
        agent = self.units[at - 2].agent if at > 1 else None
        return agent is not None and agent.sort is Sort.THING

    def _that_acts(self, at: int) -> bool:
        """Say whether a "that" clause promises conduct: it has a "will", "would" or a bare verb."""
        for unit in self.units[at + 1 : at + 30]:
            if unit.word in ("will", "would", "shall", "'ll", "to work", "intend", "plan"):
                return True
            if unit.word in ("is", "are", "must", "should", "remains", "has", "was", "were", "can"):
                return False
        return False

    def _on_instruct(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or self._linked(at):
            return False
        window = self.units[at + 1 : at + 9]
        own = any(u.word in ("their", "his", "her", "our", "its", "teams", "ministers", "officials") for u in window)
        acts = any(u.word in ("to", "with") for u in window)
        spoken = " teams" in self.units[at].word
        if not (own or spoken or any(u.agent is not None for u in window)) or not acts:
            return False
        return self._hit("commitment.instruction", at, cue, self._actor(at))

    def _linked(self, at: int) -> bool:
        """Say whether a participle is an adjective of state: "are committed", "remain determined"."""
        units = self.units
        back = at - 1
        while back >= 0 and units[back].agent is None:
            word = units[back].word
            if word in _BE or word in _LINKING:
                return True
            if word in _HAVE or word == "had":
                return False
            if word in _ADVERBS or word.endswith("ly"):
                back -= 1
                continue
            return False
        return False

    def _on_modal(self, at: int, cue: Cue) -> bool:
        actors = self._actor(at)
        if actors is None:
            return False
        unit = self.units[at]
        if self._after(at) in ("", "have") and at + 1 >= len(self.units):
            return False
        if " unless " in self.low[unit.end : self.end]:
            return False
        single = len(actors.codes) == 1 and not actors.plural
        if single and _TRAVEL.match(self.low, unit.end, min(self.end, unit.end + 40)):
            return False
        if _NO_PLEDGE_BE.match(self.low, unit.end, min(self.end, unit.end + 40)):
            return False
        if not self._may_act(actors):
            return False
        return self._hit("commitment.modal", at, cue, actors)

    def _may_act(self, actors: Subject) -> bool:
        """Say whether the actors are among those who meet, or speak for themselves here."""
        present = self.resolver.participants
        if not present or any(code in present for code in actors.codes):
            return True
        speaker = self.resolver.speaker
        return speaker is not None and set(actors.codes) <= set(speaker.codes) and self.state.spoken

    def _on_reported(self, at: int, cue: Cue) -> bool:
        if not self.state.spoken or self._after(at) in ("like", "have", "be"):
            return False
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        if self.state.asked and set(actors.codes) <= set(self.state.asked):
            return False
        unit = self.units[at]
        if _TRAVEL.match(self.low, unit.end, min(self.end, unit.end + 40)) and not actors.plural:
            return False
        return self._hit("commitment.reported", at, cue, actors)

    def _on_plan(self, at: int, cue: Cue) -> bool:
        word = self.units[at].word.partition(" ")[0]
        if self._is_adjective(at) or not self._complement(at, cue) or self._negated(at):
            return False
        if word in ("intended", "planned", "aimed") and not self.state.spoken:
            return False
        if self._linked(at) and not word.endswith("ing"):
            return False
        back = self._back(at)
        if back >= 0 and self.units[back].word == "to":
            return False  # "to seek …" tells the purpose of another act
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.plan", at, cue, actors)

    def _on_carry(self, at: int, cue: Cue) -> bool:
        if self.units[at].word == "continued" or not self._complement(at, cue):
            return False
        if self.low[self.units[at].end : self.units[at].end + 7] == " to be ":
            return False
        back = self._back(at)
        if back < 0 or self.units[back].word in ("to", "will", "would", "should", "must", "can"):
            return False
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.continuing", at, cue, actors)

    def _on_progress(self, at: int, cue: Cue) -> bool:
        units = self.units
        word = units[at].word
        back = at - 1
        while back >= 0 and units[back].agent is None and (
            units[back].word in ("also", "now", "both", "currently", "already", "actively", "jointly", "together")
            or units[back].word.endswith("ly")
        ):
            back -= 1
        if back < 0:
            return False
        if not self._complement(at, cue):
            return False
        mark = units[back]
        if word in ("work", "cooperate"):
            if mark.agent is None and mark.word not in ("and",):
                return False
            actors = self._actor(at)
            if actors is None or not actors.plural:
                return False
        else:
            if mark.agent is not None or mark.word not in _PRESENT_BE:
                return False
            actors = self._actor(back)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.progress", at, cue, actors)

    def _on_give(self, at: int, cue: Cue) -> bool:
        back = at - 1
        units = self.units
        while back >= 0 and units[back].agent is None and (
            units[back].word.endswith("ly") or units[back].word in ("also", "now")
        ):
            back -= 1
        if back < 0 or units[back].word not in _PRESENT_BE or not self._complement(at, cue):
            return False
        actors = self._actor(back)
        if actors is None or not self._may_act(actors):
            return False
        return self._hit("commitment.gift", at, cue, actors)

    def _on_announce(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or self._linked(at):
            return False
        start = self.units[at].end
        if not _AMOUNT.match(self.low, start, min(self.end, start + 80)):
            return False
        return self._hit("commitment.announcement", at, cue, self._actor(at))

    def _on_wish(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or not self._complement(at, cue) or self._negated(at):
            return False
        actors = self._actor(at)
        if actors is None or not self._may_act(actors):
            return False
        asked = self._asks_other(at, actors)
        if asked is not None:
            self.state.asked = asked
            if not asked:
                return False
            return self._hit("request.hope", at, cue, actors, Force.REQUEST, addressees=asked)
        if "wanted" in self.units[at].word and not self.state.spoken:
            return False
        return self._hit("commitment.wish", at, cue, actors)

    def _asks_other(self, at: int, actors: Subject) -> tuple[str, ...] | None:
        """Return whom a hope "that Japan would …" addresses; None if it is the speaker's own."""
        units = self.units
        for index in range(at + 1, min(at + 9, len(units))):
            agent = units[index].agent
            if agent is None:
                if units[index].word in ("to", "will", "would", "."):
                    break
                continue
            following = self._skip(index + 1)
            if following < len(units) and units[following].word in ("will", "would", "can", "could", "to"):
                codes = self.resolver.subject([agent]).codes
                if codes and not set(codes) & set(actors.codes):
                    return codes
                return None
        if self._after(at) == "that":
            # "hope that the talks will succeed": a wish about the world
            for index in range(at + 2, min(at + 5, len(units))):
                if units[index].agent is not None:
                    return None
            return ()
        return None

    def _on_state(self, at: int, cue: Cue) -> bool:
        if not self._linked(at) or not self._complement(at, cue) or self._negated(at):
            return False
        units = self.units
        back = at - 1
        while back > 0 and units[back].word not in _BE and units[back].word not in _LINKING:
            back -= 1
        link = units[back].word
        actors = self._actor(back)
        if actors is None or not self._may_act(actors):
            return False
        if link in ("was", "were") and not self.state.spoken:
            return False
        again = link in ("remain", "remains", "remained", "stay", "stays")
        return self._hit("commitment.state", at, cue, actors, again=again)

    def _on_appear(self, at: int, cue: Cue) -> bool:
        if not self._complement(at, cue):
            return False
        return self._hit("commitment.appearance", at, cue, self._actor(at))

    # -- nouns -----------------------------------------------------------------------------------

    def _owner(self, at: int) -> tuple[Subject | str, int]:
        """Return who owns a noun, or the word that determines it, and the index where it stands."""
        units = self.units
        index = at - 1
        steps = 0
        while index >= 0 and steps < 8:
            unit = units[index]
            if unit.agent is not None:
                group = [unit.agent]
                while index >= 2 and units[index - 1].word in ("and", ",") and units[index - 2].agent:
                    index -= 2
                    agent = units[index].agent
                    assert agent is not None
                    group.insert(0, agent)
                return self.resolver.subject(group), index
            word = unit.word
            if word in _POSSESSIVE or word in _ARTICLES:
                return word, index
            if word in _PREPOSITIONS or word in ("to", ";", ":", "."):
                return "", index + 1
            if any(c.kind in ("voice", "commit", "announce") for c in unit.cues) or unit.verb:
                if not self._adjectival(index):
                    return "", index + 1
            index -= 1
            steps += 1
        return "", index + 1

    def _adjectival(self, at: int) -> bool:
        """Say whether a word like "shared" or "renewed" qualifies the noun to its right."""
        if self._is_adjective(at):
            return True
        unit = self.units[at]
        if not unit.word.endswith("ed") or at == 0:
            return False
        previous = self.units[at - 1]
        return previous.agent is None and (
            any(c.kind == "voice" for c in previous.cues) or previous.word in ("and", "strong", "deep")
        ) and at - 1 == self.state.verb

    def _governor(self, at: int) -> int:
        """Return the index of the nearest verb to the left of a noun phrase, or -1."""
        units = self.units
        for index in range(at - 1, max(-1, at - 34), -1):
            unit = units[index]
            if unit.agent is not None:
                continue
            if unit.word in (";", ":") or unit.word in ("who", "which"):
                return -1
            if unit.word in ("have", "has") and units[index + 1].word.endswith("ed"):
                continue
            if any(c.kind in ("voice", "commit", "request", "announce", "plan") for c in unit.cues):
                if not self._is_adjective(index):
                    return index
            elif unit.verb and unit.verb not in ("auxiliary", "adverb") and not self._is_adjective(index):
                return index
            elif unit.word.endswith("ed") and len(unit.word) > 5 and not self._is_adjective(index):
                if units[index + 1].word in ("by", "on", "in", "to", "the", "with", "upon", "of"):
                    return index
        return -1

    def _on_noun(self, at: int, cue: Cue) -> bool:
        if not self._complement(at, cue) and not self._owned_after(at, cue):
            return False
        # "pledge to" after an agent is the verb
        if any(c.kind in ("commit", "plan", "wish") for c in self.units[at].cues):
            back = self._back(at)
            if back >= 0 and (self.units[back].agent is not None or self.units[back].word in ("to", "and", "will")):
                if not (self.units[back].agent and self.units[back].agent.sort is Sort.OWNER):
                    return False
        owner, left = self._owner(at)
        actors, foreign = self._owners(owner, at, left)
        if actors is None:
            return False
        governor = self._governor(left)
        units = self.units
        if governor < 0:
            return self._as_subject(at, cue, owner, actors)
        before = units[left - 1].word if left > 0 and units[left - 1].agent is None else ""
        if before in _PREPOSITIONS and not (before == "on" and units[governor].word.startswith("agree")):
            return False
        verb = units[governor]
        voices = [c for c in verb.cues if c.kind in ("voice", "announce")]
        if verb.verb == "praise" and (cue.lemma == "intention" and not foreign):
            return self._hit("commitment.welcomed_plan", at, cue, actors)
        if not voices and not (verb.verb in ("report", "discuss") and not foreign):
            return False
        if verb.verb == "report" and not voices and owner == "":
            return False
        if not foreign and isinstance(owner, str) and owner not in ("our", "my"):
            opening = self.state.subject is None and verb.word.endswith("ing")
            if not opening and self._actor(governor) is None:
                return False  # somebody else expresses it
        if verb.verb == "discuss" and (foreign or owner in _ARTICLES or owner == ""):
            return False  # "discussed plans for" names a matter
        if foreign and not self._speaks_for(actors):
            return False
        if self._negated(governor):
            return False
        if verb.word in ("have", "has", "had") and cue.force is not Force.PLEDGE:
            if cue.force is Force.ASPIRATION or verb.word == "had":
                return False
        if verb.word == "had":
            return False
        if _view_between(self.low, verb.end, units[left].start):
            return False
        asked = None
        if cue.force is Force.ASPIRATION and cue.lemma == "hope":
            asked = self._asks_other(at, actors)
            self.state.asked = asked or ()
            if asked == ():
                return False
        again = any(c.continues for c in voices)
        if asked:
            return self._hit("request.hope", at, cue, actors, Force.REQUEST, again=again, addressees=asked)
        return self._hit("commitment.noun", at, cue, actors, again=again)

    def _owned_after(self, at: int, cue: Cue) -> bool:
        """Say whether "of the United States to" stands between the noun and its complement."""
        units = self.units
        return (
            at + 3 < len(units)
            and units[at + 1].word == "of"
            and units[at + 2].agent is not None
            and units[at + 3].word in cue.follows
        ) or (at + 1 < len(units) and units[at + 1].word == "and" and self._next_noun(at))

    def _next_noun(self, at: int) -> bool:
        return any(any(c.kind == "noun" for c in u.cues) for u in self.units[at + 2 : at + 4])

    def _owners(
        self, owner: Subject | str, at: int, left: int
    ) -> tuple[Subject | None, bool]:
        """Return whose the commitment is, and whether it is another's than the subject's."""
        state = self.state
        units = self.units
        if not isinstance(owner, str):
            own = state.subject is not None and set(owner.codes) <= set(state.subject.codes)
            return owner, not own
        if at + 2 < len(units) and units[at + 1].word == "of":
            agent = units[at + 2].agent
            if agent is not None:
                subject = self.resolver.subject([agent])
                own = state.subject is not None and set(subject.codes) <= set(state.subject.codes)
                return subject, not own
        if owner == "our" or owner == "my":
            if self.resolver.speaker is not None and not (state.subject and state.subject.plural):
                return self.resolver.speaker, False
            everyone = self._everyone(units[left].start, units[left].end)
            return everyone or state.subject, False
        if owner == "their" and (state.subject is None or len(state.subject.codes) < 2):
            return self._everyone(units[left].start, units[left].end) or state.subject, False
        shared = any(u.word in ("shared", "mutual", "joint", "common") for u in units[left:at])
        if shared and state.subject is not None and len(state.subject.codes) < 2:
            return self._everyone(units[left].start, units[left].end) or state.subject, False
        return state.subject or state.last, False

    def _speaks_for(self, actors: Subject) -> bool:
        """Say whether the subject may reaffirm this party's promise: all together, or nobody else."""
        subject = self.state.subject
        if subject is None:
            return True
        return set(actors.codes) <= set(subject.codes) or len(subject.codes) > 1

    def _as_subject(self, at: int, cue: Cue, owner: Subject | str, actors: Subject) -> bool:
        """ "Our commitment to Ukraine remains ironclad": the noun itself is the subject."""
        if cue.force is not Force.PLEDGE or owner == "":
            return False
        tail = self.low[self.units[at].end : self.end]
        match = re.search(
            r"\b(?:is|are|remains?|stands?)\b +(?:as +)?(?:\w+ +)?(?:ironclad|unwavering|steadfast|strong"
            r"|unshakeable|firm|absolute|enduring|clear|undiminished|rock[- ]solid|unconditional)",
            tail,
        )
        if match is None or len(tail[: match.start()].split()) > 16:
            return False
        if owner in _ARTICLES and not actors.codes:
            return False
        return self._hit("commitment.standing", at, cue, actors, again="remain" in match.group())

    def _on_support(self, at: int, cue: Cue) -> bool:
        """Support counts where the words mark continuity and a country or its effort receives it."""
        if not self._complement(at, cue):
            return False
        owner, left = self._owner(at)
        actors, foreign = self._owners(owner, at, left)
        governor = self._governor(left)
        units = self.units
        if actors is None or governor < 0 or (foreign and not self._speaks_for(actors)):
            return False
        verb = units[governor]
        voices = [c for c in verb.cues if c.kind in ("voice", "commit", "plan")]
        if not voices or self._negated(governor) or _view_between(self.low, verb.end, units[left].start):
            return False
        before_words = _continuing()[1]
        again = any(c.continues for c in voices) or any(
            units[i].word in before_words for i in range(governor + 1, at) if units[i].agent is None
        )
        again = again or _AS_LONG.search(self.low, units[at].end, self.end) is not None
        offered = any(c.lemma in ("offer", "pledge", "promise") for c in verb.cues)
        if not again and not offered:
            return False
        if any(c.kind == "plan" for c in voices):
            return False
        receiver = next((u for u in units[at + 2 : at + 8] if u.agent is not None), None)
        if receiver is None or receiver.agent is None:
            return False
        if receiver.agent.sort is Sort.OWNER or self.low[receiver.end] == "'":
            if _SOVEREIGN.match(self.low, receiver.end, min(self.end, receiver.end + 60)):
                return False
        if self.low[receiver.end] in "-–":
            return False  # "the NATO-EU partnership" is nobody who receives
        gap = [u.word for u in units[at + 2 : units.index(receiver)]]
        if any(word in _VIEW_HEADS for word in gap):
            return False
        codes = self.resolver.subject([receiver.agent]).codes
        if set(codes) & set(actors.codes) or not all(code in by_code() for code in codes):
            return False
        return self._hit(
            "commitment.support", at, cue, actors, Force.PLEDGE, again=True, addressees=codes
        )

    def _on_request(self, at: int, cue: Cue) -> bool:
        if self._is_adjective(at) or self._linked(at) or self._negated(at):
            return False
        if not self._complement(at, cue):
            return False
        actors = self._actor(at)
        if actors is None:
            return False
        self.state.requested_to = at
        window = self.units[at + 1 : at + 7]
        receiver = next((u.agent for u in window if u.agent is not None), None)
        codes: tuple[str, ...] = ()
        if receiver is not None:
            found = self.resolver.subject([receiver]).codes
            codes = tuple([code for code in found if code not in actors.codes])
        return self._hit("request.verb", at, cue, actors, Force.REQUEST, addressees=codes)


def _view_between(low: str, start: int, end: int) -> bool:
    """Say whether a verb governs "the importance of" and only thereby the noun."""
    return start < end and _VIEW_OF.search(low, start, end) is not None


@cache
def _acting_nouns() -> frozenset[str]:
    """Return the nouns that act for the party named behind them: "officials from Japan"."""
    rows = tables.collectives()
    return frozenset(
        [row["word"].rpartition(" ")[2] for row in rows if row["class"] in ("together", "state")]
    )


@cache
def _continuing() -> tuple[frozenset[str], frozenset[str]]:
    rows = tables.continuing()
    return (
        frozenset([row["word"] for row in rows if row["where"] == "after"]),
        frozenset([row["word"] for row in rows if row["where"] == "before"]),
    )
