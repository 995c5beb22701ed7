"""Units → who acts: the subject that each verb of a sentence has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.reading.agents import Sort
from bilateral.reading.coreference import Subject
from bilateral.reading.grammar import words
from bilateral.reading.grammar.hits import State

if TYPE_CHECKING:
    from bilateral.reading.coreference import Resolver
    from bilateral.reading.grammar.hits import Hit
    from bilateral.reading.units import Unit


_NOMINAL = frozenset(["noun", "state"])


class Subjects:
    """Keeps the subject while a sentence is read, and tells whose verb stands at a place."""

    def __init__(
        self,
        low: str,
        units: list[Unit],
        end: int,
        resolver: Resolver,
        year: int | None,
        inherited: Subject | None = None,
    ) -> None:
        self.low = low
        self.units = units
        self.end = end
        self.resolver = resolver
        self.year = year
        #: who acts where a list item begins with its verb: "hereby: 1. Agree to …"
        self.inherited = inherited
        self.hits: list[Hit] = []
        self.state = State()
        #: words in quotation marks that somebody speaks who stands for no party
        self.muted: list[tuple[int, int]] = []

    def _agents(self, at: int) -> int:
        """Read a run of agents; it becomes the subject if a verb follows."""
        units = self.units
        group, end = self._run(at)
        agents = [unit.agent for unit in group if unit.agent is not None]
        if self._inside_phrase(at):
            # "Trade between Japan and Malaysia will grow": the noun before is the subject
            state = self.state
            state.last = self.resolver.subject(agents)
            return end
        owner = agents[-1].sort is Sort.OWNER
        subject = self.resolver.subject(agents)
        state = self.state
        state.last = subject
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
        if best[0] == 2 and group[0].agent is not None and group[0].agent.sort is Sort.STATE:
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

    def _inside_phrase(self, at: int) -> bool:
        """Say whether a preposition hangs the agents at `at` on a noun that cannot act itself."""
        units = self.units
        if at == 0 or units[at - 1].word not in words.HANGING:
            return False
        if at == 1 or units[at - 2].agent is not None:
            return at == 1
        return units[at - 2].word.rpartition(" ")[2] not in words.acting_nouns()

    def _opens(self, at: int) -> bool:
        """Say whether a noun phrase at `at` opens a clause."""
        return at == 0 or self.units[at - 1].word in words.OPENINGS

    def _set_subject(self, subject: Subject, at: int, begin: int) -> None:
        state = self.state
        before = self.units[begin - 1].word if begin > 0 else ""
        # "The fund that Kenya set up": no verb yet, so the clause hangs on the subject
        relative = before in ("that", "which", "whom") and state.verb < 0 and begin > 1
        state.circumstance = relative or before in (
            "as",
            "because",
            "since",
            "where",
            "how",
            "what",
            "why",
            "when",
        )
        state.subject, state.subject_at = subject, at
        self.resolver.remember(subject)

    def _skip(self, at: int) -> int:
        """Step over adverbs to the right."""
        units = self.units
        while at < len(units) and units[at].agent is None:
            word = units[at].word
            if (
                (word in words.ADVERBS and word not in words.BE and word not in words.HAVE)
                or (word.endswith("ly") and len(word) > 4)
                or units[at].verb == "adverb"
            ):
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
            if (
                word in words.ADVERBS
                or (word.endswith("ly") and len(word) > 4)
                or units[at].verb == "adverb"
            ):
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
        if unit.verb or unit.kinds - _NOMINAL:
            return not word.endswith("ing")
        if "noun" in unit.kinds:
            return "commit" in unit.kinds
        if (
            word in words.BE
            or word in words.HAVE
            or word in ("'ll", "'re", "'ve", "'d", "n't", "not")
        ):
            return True
        return word.endswith("ed") and len(word) > 4

    def _follows_subject(self, at: int) -> bool:
        state = self.state
        return state.subject is not None and self._back(at) < state.subject_at

    def _is_adjective(self, at: int) -> bool:
        """Say whether a participle stands before a noun: "shared goals", "renewed fighting"."""
        word = self.units[at].word
        if not word.endswith(("ed", "ing")) or at == 0:
            return False
        previous = self.units[at - 1]
        if previous.agent is not None:
            return previous.agent.sort is Sort.OWNER
        return (
            previous.word in words.POSSESSIVE
            or previous.word in words.ARTICLES
            or previous.word in ("of", "for", "'s", "'", "with", "on")
        )

    def _actor(self, at: int) -> Subject | None:
        """Return who is the subject of the finite verb at `at`, or None if no agent is."""
        state = self.state
        units = self.units
        back = self._back(at)
        word = units[at].word
        if back < 0:
            return self.inherited
        if state.subject is not None and back < state.subject_at:
            return state.subject
        previous = units[back]
        if previous.agent is not None:
            return state.subject if state.subject_at == back + 1 else None
        mark = previous.word
        if word.endswith("ing"):
            if state.requested_to >= 0 and back - state.requested_to < 14:
                return None  # "called for Russia to reciprocate by agreeing"
            if mark in words.PRESENT_BE or mark in ("was", "were"):
                return self._actor(back) if mark not in ("was", "were") else None
            return state.subject if mark in words.PARTICIPLE_BEFORE else None
        if mark == "to":
            if state.requested_to >= 0 and back - state.requested_to < 14:
                return None
            return state.subject
        if mark in ("which", "who", "that", "as", "whom", "where", "when"):
            return None
        if mark in words.BE and " " in units[at].word:
            return self._actor(back)  # "are united in their commitment"
        if mark in words.BE:
            # "it was agreed that": everybody who meets
            before = self._back(back)
            if before >= 0 and units[before].agent is not None:
                agent = units[before].agent
                if agent is not None and agent.sort is Sort.THING and word.endswith("ed"):
                    return self._everyone(agent.start, agent.end)
            return None
        if mark in words.JOIN or mark in (")", '"', "-", "–", "—"):
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
        codes = self.resolver.participants
        if not codes:
            return None
        return Subject(
            codes, start, end, "all who meet", plural=True, named=False, sort=Sort.TOGETHER
        )
