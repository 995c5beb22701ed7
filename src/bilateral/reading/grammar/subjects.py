"""Units → who acts: the subject that each verb of a sentence has."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bilateral.reading.agents import Sort
from bilateral.reading.coreference import Subject
from bilateral.reading.grammar import words

if TYPE_CHECKING:
    from bilateral.reading.agents import Agent
    from bilateral.reading.coreference import Resolver
    from bilateral.reading.grammar.hits import Hit
    from bilateral.reading.units import Units

#: Python 3.11 takes as long for each `Sort.OWNER` as for a call.
_OWNER = Sort.OWNER
_STATE = Sort.STATE
_THING = Sort.THING
_TOGETHER = Sort.TOGETHER
_WE = Sort.WE

#: behind an agent these can join another to it
_JOINING = frozenset([",", "and", "&", "("])
#: before the subject these make its clause tell circumstances
_NOTED = frozenset(["commit", "voice"])
_GOES_ON = frozenset(["including", "and", "such", "as", "with", "or", '"'])
_CIRCUMSTANCE = frozenset(["as", "because", "since", "where", "how", "what", "why", "when"])
_RELATIVE = frozenset(["that", "which", "whom"])
_CLAUSE = frozenset(["which", "who", "that", "as", "whom", "where", "when"])
#: what is asked of somebody goes on for so many units
_ASKED = 40
#: "with this agreement" has so many words at most
_ADVERBIAL = 4
_CLOSING = words.JOIN | {")", '"', "-", "–", "—"}


class Subjects:
    """Keeps the subject while a sentence is read, and tells whose verb stands at a place."""

    def __init__(
        self,
        low: str,
        sentence: Units,
        end: int,
        resolver: Resolver,
        year: int | None,
        inherited: Subject | None = None,
    ) -> None:
        self.low = low
        self.units = sentence.units
        self.words = sentence.words
        self.starts = sentence.starts
        self.end = end
        self.resolver = resolver
        self.year = year
        self.hits: list[Hit] = []
        # a list item may begin with its verb: "The two sides hereby: 1. Agree to …"
        heads = inherited is not None and bool(self.units) and self.units[0].agent is None
        self.subject: Subject | None = inherited if heads else None
        #: index of the unit behind the subject's last agent
        self.subject_at = 0 if heads else -1
        #: the last agents named, subject or not
        self.last: list[Agent] = []
        #: index of the last verb, or -1
        self.verb = -1
        #: a verb of saying or agreeing came before, so that "would" reports a promise
        self.spoken = False
        #: index of a "that" behind a voice that continues, or -1
        self.again_at = -1
        #: index of the last verb of asking, or -1
        self.requested_to = -1
        #: the parties that a hope or a request asks; their "would" is what is asked
        self.asked: tuple[str, ...] = ()
        #: the subject stands behind "as" or "because": the clause tells circumstances
        self.circumstance = False
        #: "if" opened the clause
        self.conditional = False
        #: an analyst or another outsider says or believes what follows
        self.outsider = False
        #: the indices of the units that do something
        self.acting: list[int] = []
        #: where words in quotation marks begin and end, if the sentence says who speaks them
        self.quoted: list[tuple[int, int]] = []
        #: where "…, the ministry said" begins at the end of the sentence, or -1
        self.attributed_at = -1
        #: words in quotation marks that somebody speaks who stands for no party
        self.muted: list[tuple[int, int]] = []

    def _end(self, at: int) -> int:
        """Return where a unit ends in the text."""
        return self.starts[at] + self.units[at].size

    def _agents(self, at: int, first: Agent) -> int:
        """Read a run of agents; it becomes the subject if a verb follows."""
        units, said = self.units, self.words
        agents, end = [first], at + 1
        if end < len(units) and (not said[end] or said[end] in _JOINING):
            agents, end = self._run(at, first)
        self.last = agents
        if at > 0 and said[at - 1] in words.HANGING and self._inside_phrase(at):
            # "Trade between Japan and Malaysia will grow": the noun before is the subject
            return end
        following = end
        while following < len(units) and units[following].behind_subject:
            following += 1
        if agents[-1].sort is _OWNER:
            if self._verb_at(end) and self._verb_at(following):
                if units[following].verb == "auxiliary":
                    self._set_subject(agents, end, at)
                return end
            if not self._verb_at(end):
                return end
        elif following < len(units) and units[following].finite:
            self._set_subject(agents, end, at)
            return end
        if self.subject is None and self.verb < 0 and (at == 0 or said[at - 1] in words.OPENINGS):
            # No verb yet: "Japan, which chairs ASEAN, will …" finds its verb after an insertion.
            self._set_subject(agents, end, at)
        return end

    def _run(self, at: int, first: Agent) -> tuple[list[Agent], int]:
        """Return the agents of "A", "A and B", "A, B and C" from `at`, and the index behind them.

        A comma alone joins nothing: "In Japan, the President …".
        """
        units, said = self.units, self.words
        group = [first]
        end = self._over_parentheses(at + 1)
        best = (1, end)
        while end < len(units):
            step = end
            agent = units[step].agent
            if agent is not None:
                if agent.sort is _WE:  # "the United States and Colombia we committed"
                    best = (len(group), step + 1)
                break
            if said[step] == ",":
                if self._parted(at, end + 1):
                    break  # "between the Presidents, the United States and France will …"
                step += 1
            joined = step < len(units) and said[step] in ("and", "&")
            if joined:
                step += 1
                while step < len(units) and said[step] in words.JOINED:
                    step += 1
            if step == end or step >= len(units):
                break
            agent = units[step].agent
            if agent is None:
                break
            group.append(agent)
            end = self._over_parentheses(step + 1)
            if joined:
                best = (len(group), end)
                break
        if best[0] == 2 and group[0].sort is _STATE:
            if self._is_singular(best[1]):
                # "a priority for the Government and Pakistan remains committed": a new clause
                best = (1, at + 1)
        size, behind = best
        if size == 1 and not self._verb_at(behind):
            behind = at + 1
        return group[:size], behind

    def _is_singular(self, at: int) -> bool:
        """Say whether the verb at a unit has one subject: remains, has."""
        if at >= len(self.units):
            return False
        unit = self.units[at]
        word = unit.word
        return bool(unit.verb or unit.kinds) and word.endswith("s") and not word.endswith("ss")

    def _parted(self, at: int, behind: int) -> bool:
        """Say whether a comma ends the phrase at `at` and does not go on with a list."""
        units = self.units
        agent = units[at].agent
        following = units[behind].agent if behind < len(units) else None
        if agent is None or agent.plural or agent.sort in words.COLLECTIVE:
            return True
        if at > 0 and self.words[at - 1] in ("in", "at", "on", "to", "for"):
            return True  # "In Japan, Malaysia and Thailand agreed"
        return following is not None and following.personal and not agent.personal

    def _over_parentheses(self, at: int) -> int:
        """Step over "(the Participants)"; give `at` itself where there is none."""
        said = self.words
        if at < len(said) and said[at] == "(" and ")" in said[at + 1 : at + 13]:
            return said.index(")", at + 1) + 1
        return at

    def _inside_phrase(self, at: int) -> bool:
        """Say whether the preposition before `at` hangs it on a noun that cannot act itself."""
        if at == 1:
            return True
        if self.units[at - 2].agent is not None:
            return False
        return self.words[at - 2].rpartition(" ")[2] not in words.acting_nouns()

    def _set_subject(self, agents: list[Agent], at: int, begin: int) -> None:
        before = self.words[begin - 1] if begin > 0 else ""
        # "The fund that Kenya set up": no verb yet, so the clause hangs on the subject
        relative = before in _RELATIVE and self.verb < 0 and begin > 1
        relative = relative and self.words[begin - 2] not in words.BELIEFS  # "be confident that"
        self.circumstance = relative or before in _CIRCUMSTANCE
        self.subject = self.resolver.subject(agents)
        self.subject_at = at
        self.resolver.remember(self.subject)

    def _skip(self, at: int) -> int:
        """Step over adverbs to the right."""
        units = self.units
        while at < len(units) and units[at].behind_subject:
            at += 1
        return at

    def _back(self, at: int) -> int:
        """Step over adverbs and auxiliaries of the perfect to the left; give the unit found."""
        units = self.units
        at -= 1
        while at >= 0 and units[at].before_verb:
            at -= 1
        return at

    def _verb_at(self, at: int) -> bool:
        return at < len(self.units) and self.units[at].finite

    def _follows_subject(self, at: int) -> bool:
        return self.subject is not None and self._back(at) < self.subject_at

    def _is_adjective(self, at: int) -> bool:
        """Say whether a participle stands before a noun: "shared goals", "renewed fighting"."""
        if at == 0 or not self.units[at].participle:
            return False
        previous = self.units[at - 1]
        if previous.agent is not None:
            return previous.agent.sort is _OWNER
        return previous.determines

    def _actor(self, at: int) -> Subject | None:
        """Return who is the subject of the finite verb at `at`, or None if no agent is."""
        units = self.units
        back = self._back(at)
        if self.subject is None and (back < 0 or (back == 0 and units[0].word == '"')):
            return self._elliptic(at)
        if back < 0:
            return self.subject if self.subject_at == 0 else None
        subject = self.subject
        if subject is not None and back < self.subject_at:
            return subject
        previous = units[back]
        if previous.agent is not None:
            return subject if self.subject_at == back + 1 else None
        mark = previous.word
        word = units[at].word
        if word.endswith("ing"):
            if self.requested_to >= 0 and back - self.requested_to < 14:
                return None  # "called for Russia to reciprocate by agreeing"
            if mark in words.PRESENT_BE or mark in ("was", "were"):
                return self._actor(back) if mark not in ("was", "were") else None
            return subject if mark in words.PARTICIPLE_BEFORE else None
        if mark == "to":
            if self.requested_to >= 0 and back - self.requested_to < 14:
                return None
            return subject
        if mark in _CLAUSE:
            return None
        if mark in words.BE and " " in word:
            return self._actor(back)  # "are united in their commitment"
        if mark in words.BE:
            # "it was agreed that": everybody who meets
            before = self._back(back)
            agent = units[before].agent if before >= 0 else None
            if agent is not None and agent.sort is _THING and word.endswith("ed"):
                return None if self._is_state(at) else self._everyone(agent.start, agent.end)
            return None
        # Behind "and", or behind the mark that closes an insertion, the subject goes on.  A noun
        # phrase of others between would be nearer, but a list of verbs has one of the subject's before.
        if mark not in _CLOSING and not (
            self.words[at - 1] in words.HAVE and self._behind_adverbial(back)
        ):
            return None
        return None if self._asked_too(at, back) else subject

    def _behind_adverbial(self, back: int) -> bool:
        """Say whether a noun ends what stands between "and" and its verb: "and with this agreement has committed"."""
        said = self.words
        for index in range(back - 1, max(0, back - _ADVERBIAL), -1):
            if said[index] in words.HANGING:
                return said[index - 1] in ("and", ",", "but")
            if not said[index] or said[index] in _CLAUSE:
                return False
        return False

    def _asked_too(self, at: int, back: int) -> bool:
        """Say whether a bare verb goes on with what is asked: "urged Peru to open its market, announce …".

        "We urge Peru to open its market, and announce …" may be what we do; "urged" and "urges" need
        "announced" and "announces" for that.
        """
        asked, said = self.requested_to, self.words
        if not 0 <= asked < back or back - asked > _ASKED or "to" not in said[asked + 1 : back]:
            return False
        told = said[asked].partition(" ")[0].endswith(("ed", "s", "ing"))
        return told and not said[at].partition(" ")[0].endswith(("ed", "s", "ing", "ook", "ore"))

    def _is_state(self, at: int) -> bool:
        """Say whether a participle tells how its subject stands: "it is committed to", "is expected to"."""
        link = self.words[self._back(at)]
        # "Kenya said it was committed to" tells of Kenya, but "it was resolved to" of all who meet
        if "state" not in self.units[at].kinds or not (
            link == "is" or (link == "was" and self.spoken)
        ):
            return False
        return at + 1 < len(self.words) and self.words[at + 1] != "that"

    def _elliptic(self, at: int) -> Subject | None:
        """Return who acts where a note leaves the subject out: "Agreed to open a port.", "Reaffirmed our …"."""
        units = self.units
        if not units[at].word.endswith("ed") or units[at].kinds.isdisjoint(_NOTED):
            return None
        for index in range(at + 1, len(units)):
            if units[index].agent is not None and units[index - 1].word == ",":
                return None  # "Agreed on peace, Peru and Chile …"
        if "state" in units[at].kinds and any(
            unit.word == "," and after.word not in _GOES_ON
            for unit, after in pairwise(units[at + 1 :])
        ):
            return None  # "Determined to go on, the agency …"
        start = self.starts[at]
        speaker = self.resolver.speaker
        if speaker is not None and not units[at].word.startswith(("agreed", "decided", "resolved")):
            return speaker
        return self._everyone(start, self._end(at))

    def _everyone(self, start: int, end: int) -> Subject | None:
        codes = self.resolver.participants
        if not codes:
            return None
        return Subject(codes, start, end, "all who meet", plural=True, named=False, sort=_TOGETHER)
