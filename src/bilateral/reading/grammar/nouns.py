"""The rules for nouns of commitment: whose it is, and which verb expresses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilateral.gazetteer.lookup import by_code
from bilateral.model.commitments import Force
from bilateral.reading.agents import Sort
from bilateral.reading.grammar import words
from bilateral.reading.grammar.impersonal import Impersonal

if TYPE_CHECKING:
    from bilateral.reading.coreference import Subject
    from bilateral.reading.tags import Cue

#: Python 3.11 takes as long for each `Sort.OWNER` as for a call.
_OWNER = Sort.OWNER
_WE = Sort.WE


_BEFORE_VERB = frozenset(["to", "and", "will", "should", "must"])
#: classes whose words are verbs as well as nouns: a pledge, to pledge
_AS_VERBS = frozenset(["commit", "plan", "wish"])
_VERBS = frozenset(["voice", "commit", "announce"])
#: the noun and what hangs on it, before "was reaffirmed"
_LONG_SUBJECT = 30
_SUPPOSED = frozenset(["would", "could", "may", "might", "should", "can", "must"])
_OTHER_CLAUSE = frozenset([";", ":", ".", "which", "who", "that", "while", "if"])
#: verbs that tell somebody "of" what one will do
_INFORMS = ("inform", "assur", "notif", "appris", "convinc")
_SHARED = frozenset(["shared", "mutual", "joint", "common"])


class Nouns(Impersonal):
    """Rules whose cue is a noun: a commitment, a hope, support.

    Each returns whether it made a hit.
    """

    def _on_noun(self, at: int, cue: Cue) -> bool:
        aim = self._is_aim(at, cue)
        if not (aim or self._complement(at, cue) or self._owned_after(at, cue)):
            return False
        # "pledge to" after an agent is the verb
        if not _AS_VERBS.isdisjoint(self.units[at].kinds):
            back = self._back(at)
            previous = self.units[back] if back >= 0 else None
            if previous is not None and (previous.agent or previous.word in _BEFORE_VERB):
                if previous.agent is None or previous.agent.sort is not _OWNER:
                    return False
        if cue.force is Force.ASPIRATION and self._after(at) == "to" and at + 2 < len(self.units):
            if self.units[at + 2].agent is not None or self.words[at + 2] in words.ARTICLES:
                return False  # "expressed his wishes to Oman"
        if at > 0 and self.words[at] == "wishes" and self.words[at - 1] in words.KIND:
            return False  # "conveyed his best wishes for the new year"
        owner, left = self._owner(at)
        if owner == "'s":
            return False
        actors, foreign = self._owners(owner, at, left)
        if self._governor(left) < 0 and self._voiced(at, cue, owner):
            return True
        if actors is None:
            return False
        if aim:
            return self._hit("commitment.aim", at, cue, actors)
        governor = self._governor(left)
        units = self.units
        if governor < 0:
            return self._as_subject(at, cue, owner, actors)
        if self._only_included(governor, left, owner):
            return False
        before = units[left - 1].word if left > 0 and units[left - 1].agent is None else ""
        verb = units[governor]
        if before in words.PREPOSITIONS and not (
            (before == "on" and verb.word.startswith("agree"))
            or (before == "of" and verb.word.startswith(_INFORMS))
        ):
            return False
        if verb.verb == "be" and cue.force is Force.PLEDGE and self._is_shared(left, at):
            # "At the core of our work is a shared commitment to"
            return self._hit("commitment.standing", at, cue, actors)
        voices = [c for c in verb.cues if c.kind in ("voice", "announce")]
        if verb.verb == "praise" and verb.word.startswith("welcom"):
            # plans of one's own; "Italy's part in it and its intention" would be another's
            own = not foreign and owner not in ("its", "his", "her")
            if not own or not units[at].word.startswith(("plan", "inten")):
                return False
            return self._hit("commitment.welcomed_plan", at, cue, actors)
        if not voices and not (verb.verb in ("report", "discuss") and not foreign):
            return False
        if verb.verb == "report" and not voices and owner == "":
            return False
        if not foreign and isinstance(owner, str) and owner not in ("our", "my"):
            opening = self.subject is None and verb.word.endswith("ing")
            if not opening and self._actor(governor) is None:
                return False  # somebody else expresses it
        if verb.verb == "discuss" and (foreign or owner in words.ARTICLES or owner == ""):
            return False  # "discussed plans for" names a matter
        if foreign and not self._speaks_for(actors):
            return False
        if self._negated(governor):
            return False
        if verb.word in ("have", "has", "had") and cue.force is not Force.PLEDGE:
            if cue.force in (Force.ASPIRATION, Force.REQUEST) or verb.word == "had":
                return False
        if verb.word == "had":
            return False
        if words.view_between(self.low, self._end(governor), self.starts[left]):
            return False
        asked = None
        if cue.force is Force.ASPIRATION and cue.lemma == "hope":
            asked = self._asks_other(at, actors)
            self.asked = asked or ()
            if not asked and self._after(at) == "that":
                # "the hope that both would trade more": the "would" is what is hoped
                self.asked = (*actors.codes, *self.resolver.participants)
            if asked == ():
                return False
        again = any(c.continues for c in voices)
        if asked:
            return self._hit(
                "request.hope", at, cue, actors, Force.REQUEST, again=again, addressees=asked
            )
        if cue.force is Force.REQUEST:
            asked = self._invited(at, actors)
            return self._hit("request.invitation", at, cue, actors, again=again, addressees=asked)
        return self._hit("commitment.noun", at, cue, actors, again=again)

    def _invited(self, at: int, actors: Subject) -> tuple[str, ...]:
        """Return who is named behind "an invitation to", or nobody."""
        for unit in self.units[at + 1 : at + 7]:
            if unit.agent is not None:
                codes = self.resolver.subject([unit.agent]).codes
                return tuple([code for code in codes if code not in actors.codes])
        return ()

    def _owner(self, at: int) -> tuple[Subject | str, int]:
        """Return who owns a noun, or the word that determines it, and the index where it stands."""
        units = self.units
        index = at - 1
        steps = 0
        while index >= 0 and steps < 8:
            unit = units[index]
            if unit.agent is not None:
                group = [unit.agent]
                while (
                    index >= 2 and units[index - 1].word in ("and", ",") and units[index - 2].agent
                ):
                    index -= 2
                    agent = units[index].agent
                    assert agent is not None
                    group.insert(0, agent)
                return self.resolver.subject(group), index
            word = unit.word
            genitive = word.endswith("'s") or (word == "'" and units[index - 1].agent is None)
            if genitive and word.removesuffix("'s") not in ("", *words.acting_nouns()):
                return "'s", index  # "Google's intent": of somebody who is no party
            if word in words.POSSESSIVE or word in words.ARTICLES:
                return word, index
            if word in words.PREPOSITIONS or word in ("to", ";", ":", "."):
                return "", index + 1
            if unit.verb or not _VERBS.isdisjoint(unit.kinds):
                if not self._adjectival(index):
                    return "", index + 1
            index -= 1
            steps += 1
        return "", index + 1

    def _owners(self, owner: Subject | str, at: int, left: int) -> tuple[Subject | None, bool]:
        """Return whose the commitment is, and whether it is another's than the subject's."""
        subject = self.subject
        units = self.units
        if not isinstance(owner, str):
            own = subject is not None and set(owner.codes) <= set(subject.codes)
            return owner, not own
        if at + 2 < len(units) and units[at + 1].word == "of":
            agent = units[at + 2].agent
            if agent is not None:
                other = self.resolver.subject(self._run(at + 2, agent)[0])
                own = subject is not None and set(other.codes) <= set(subject.codes)
                return other, not own
        if owner in ("his", "her") and subject and (subject.plural or not subject.personal):
            # "EU leaders discussed President Paz after her decision to …"
            for unit in reversed(units[:left]):
                if unit.agent is not None and unit.agent.personal and unit.agent.codes:
                    other = self.resolver.subject([unit.agent])
                    return other, not set(other.codes) <= set(subject.codes)
        if owner == "our" or owner == "my":
            if subject is not None and subject.sort is _WE:
                return subject, False
            if self.resolver.speaker is not None and not (subject and subject.plural):
                return self.resolver.speaker, False
            return self._everyone(self.starts[left], self._end(left)) or subject, False
        if owner == "their" and (subject is None or len(subject.codes) < 2):
            return self._everyone(self.starts[left], self._end(left)) or subject, False
        # without a subject, "the common ambition of mankind" is no promise of theirs
        whole = subject is None and self.words[at].startswith(("commitment", "pledge"))
        if self._is_shared(left, at) and (whole or (subject and len(subject.codes) < 2)):
            return self._everyone(self.starts[left], self._end(left)) or subject, False
        if subject is not None or not self.last:
            return subject, False
        return self.resolver.subject(self.last), False

    def _only_included(self, governor: int, left: int, owner: Subject | str) -> bool:
        """Say whether a noun stands deeper in what is included: "discussed trade, including through support for"."""
        said = self.words
        if "including" not in said[governor:left] or owner in words.POSSESSIVE:
            return False
        return said[left - 1] not in ("including", "and", ",")

    def _is_shared(self, left: int, at: int) -> bool:
        """Say whether a noun is told to be of all: "our shared commitment"."""
        return not _SHARED.isdisjoint(self.words[left:at])

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
        return any("noun" in u.kinds for u in self.units[at + 2 : at + 4])

    def _adjectival(self, at: int) -> bool:
        """Say whether a word like "shared" or "renewed" qualifies the noun to its right."""
        if self._is_adjective(at):
            return True
        unit = self.units[at]
        if not unit.word.endswith("ed") or at == 0:
            return False
        previous = self.units[at - 1]
        return (
            previous.agent is None
            and ("voice" in previous.kinds or previous.word in ("and", "strong", "deep"))
            and at - 1 == self.verb
        )

    def _speaks_for(self, actors: Subject) -> bool:
        """Say whether the subject may reaffirm this party's promise: all together, or nobody else."""
        subject = self.subject
        if subject is None or not subject.codes:
            return True
        if set(subject.codes) < set(actors.codes):
            return True  # "Peru reaffirmed the commitment of Peru and Chile to"
        return set(actors.codes) <= set(subject.codes) or len(subject.codes) > 1

    def _as_subject(self, at: int, cue: Cue, owner: Subject | str, actors: Subject) -> bool:
        """Read "our commitment to Ukraine remains ironclad": the noun itself is the subject."""
        if cue.force is not Force.PLEDGE or owner == "":
            return False
        tail = self.low[self._end(at) : self.end]
        match = re.search(
            r"\b(?:is|are|remains?|stands?)\b +(?:as +)?(?:\w+ +)?(?:ironclad|unwavering|steadfast|strong"
            r"|unshakeable|firm|absolute|enduring|clear|undiminished|rock[- ]solid|unconditional)",
            tail,
        )
        if match is None or len(tail[: match.start()].split()) > 16:
            return False
        if owner in words.ARTICLES and not actors.codes:
            return False
        return self._hit("commitment.standing", at, cue, actors, again="remain" in match.group())

    def _voiced(self, at: int, cue: Cue, owner: Subject | str) -> bool:
        """Read "commitment to peace was reaffirmed by both sides"."""
        if not isinstance(owner, str) or owner in ("his", "her", "its", "my"):
            return False
        if cue.lemma == "hope" and self._after(at) == "that":
            return False  # a wish about the world
        units, said = self.units, self.words
        for index in range(at + 2, min(at + _LONG_SUBJECT, len(units) - 1)):
            if said[index] in _OTHER_CLAUSE:
                return False
            if said[index] not in words.BE:
                continue
            if said[index - 1] in _SUPPOSED:
                return False  # "a decision would be made"
            verb = self._skip(index + 1)
            voices = [c for c in units[verb].cues if c.kind == "voice"] if verb < len(units) else []
            if not voices or self._negated(verb):
                return False
            actors = self._everyone(self.starts[at], self._end(at))
            if said[verb + 1 : verb + 2] == ["by"]:
                for unit in units[verb + 2 : verb + 3]:
                    if unit.agent is not None:
                        actors = self.resolver.subject([unit.agent])
            return self._hit(
                "commitment.noun", at, cue, actors, again=any(c.continues for c in voices)
            )
        return False

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
        if self._only_included(governor, left, owner):
            return False
        verb = units[governor]
        voices = [c for c in verb.cues if c.kind in ("voice", "commit", "plan")]
        # "remain steadfast in their support for Ukraine"
        remains = self.words[governor - 1].startswith("remain")
        if (
            not voices
            or self._negated(governor)
            or words.view_between(self.low, self._end(governor), self.starts[left])
        ):
            return False
        again = (
            remains
            or any(c.continues for c in voices)
            or any(unit.renewing for unit in units[governor + 1 : at])
        )
        again = again or words.unending(self.low, self._end(at), self.end)
        offered = any(c.lemma in ("offer", "pledge", "promise") for c in verb.cues)
        if not again and not offered:
            return False
        if "plan" in verb.kinds:
            return False
        receiver = next((u.agent for u in units[at + 2 : at + 8] if u.agent is not None), None)
        if receiver is None:
            return False
        if receiver.sort is _OWNER or self.low.startswith("'", receiver.end):
            if words.SOVEREIGN.match(self.low, receiver.end, min(self.end, receiver.end + 60)):
                return False
        if self.low.startswith(("-", "–"), receiver.end):
            return False  # "the NATO-EU partnership" is nobody who receives
        # the first unit without a word is the receiver
        if not words.VIEW_HEADS.isdisjoint(self.words[at + 2 : self.words.index("", at + 2)]):
            return False
        codes = self.resolver.subject([receiver]).codes
        if set(codes) & set(actors.codes) or not all(code in by_code() for code in codes):
            return False
        return self._hit(
            "commitment.support", at, cue, actors, Force.PLEDGE, again=True, addressees=codes
        )
