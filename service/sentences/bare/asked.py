"""Whether a question is bare, and which sentences say what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.glossary import Entry, Glossary, terms_of
from service.analysis.own_name import GlossaryWithName, OwnName
from service.analysis.question import Question
from service.answer import Audience
from service.sentences.bare.ask import Ask
from service.sentences.bare.asks import ASKS
from service.sentences.bare.frame import asks_no_more
from service.sentences.bare.reading.named import closest
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import without
from service.sentences.bare.reading.subject import subject_of
from service.sentences.bare.told_of_names import is_section_on, says_what_it_is
from service.sentences.candidates import Candidate
from service.sentences.readers import is_for

_ONLY_HEADED = 20  # by so much what only stands in the section comes later than what says it
_OTHER_READER = 4  # by so much what was written for others comes later


@dataclass(frozen=True, slots=True)
class Bare:
    """What a bare question asks of which subject."""

    ask: Ask
    subject: Entry
    glossary: Glossary
    own: OwnName | None = None  # the subject, where only the question and maybe the texts know it

    @property
    def terms(self) -> frozenset[str]:
        """The index terms of all names of the subject, and of its closest classes."""
        return terms_of((*self.glossary.with_members(self.subject), *closest(self.subject, self.glossary)))

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the subject and says it."""
        said = self._said(candidate)
        if said is not None and (_tells(said, self.ask) or self._says_what_it_is(said)):
            return True
        return self._is_headed(candidate)

    def _says_what_it_is(self, said: Said) -> bool:
        return self.own is not None and says_what_it_is(self.ask.name, said)

    def _is_headed(self, candidate: Candidate) -> bool:
        """Whether it stands in a document on a name that no glossary has, in a section on what is asked."""
        return self._is_in_its_own(candidate) and is_section_on(self.ask.name, candidate.heading.rsplit(" › ")[-1])

    def _is_in_its_own(self, candidate: Candidate) -> bool:
        return self.own is not None and candidate.document.id in self.own.documents

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the subject at all."""
        return self._said(candidate) is not None or self._is_in_its_own(candidate)

    def fits_beside(self, candidate: Candidate) -> bool:
        """Whether a sentence may stand beside the answer: on the subject, or neither it nor its text on another."""
        if self.spoken_of_by(candidate):
            return True
        there = f"{candidate.document.title}. {candidate.text}"
        return not any(mention.entry.kind == self.subject.kind for mention in self.glossary.find(there))

    def first(
        self,
        direct: Candidate,
        chosen: Sequence[Candidate],
        found: Sequence[Candidate],
        audience: Audience = Audience.CLINICIAN,
    ) -> Candidate:
        """What stands first: ``direct`` if it says it, else the likeliest that does, of ``chosen`` or of ``found``;
        where some come before others, of those that do, and with these a text for this reader before others.
        """
        groups = [[c for c in group if self.told_by(c)] for group in ((direct,), chosen, found)]
        best = max((self._before(c, audience) for group in groups for c in group), default=0)
        for group in groups:
            telling = [candidate for candidate in group if self._before(candidate, audience) == best]
            if telling:
                return max(telling, key=lambda c: (c.useful, -c.order))
        return direct

    def missing(self) -> str:
        """How a clinician names what is not found."""
        return self.ask.missing.format(self.subject.term)

    def telling(self, found: Sequence[Candidate], audience: Audience) -> list[Candidate]:
        """Those of ``found`` that say it, in the order in which they come first."""
        said = [candidate for candidate in found if self.told_by(candidate)]
        return sorted(said, key=lambda c: (-self._before(c, audience), -c.useful, c.order))

    def _before(self, candidate: Candidate, audience: Audience) -> int:
        """How far a sentence that says it comes before others that do."""
        said = self._said(candidate)
        if self.own is not None and (said is None or not self.ask.told(said)):
            return -_ONLY_HEADED
        if self.ask.before is None or said is None:
            return 0
        return self.ask.before(said) - _OTHER_READER * (not is_for(candidate.document, audience))

    def _said(self, candidate: Candidate) -> Said | None:
        return subject_of(self.subject, self.glossary).said(candidate)


@lru_cache(maxsize=64)  # asked for wherever an answer is judged, begun and filled, and each ask is tried by its pattern
def bare_asked(question: Question, glossary: Glossary) -> Bare | None:
    """What a bare question asks; None for all others: those that give values, tell of a patient, name a second subject
    or have any word besides.
    """
    if question.own is not None:
        return _of_own_name(question.own, glossary)
    if not question.mentions or question.values or question.asked or question.beside:
        return None
    kinds = {mention.entry.kind for mention in question.mentions}
    asks = (ask for ask in ASKS if not ask.kinds.isdisjoint(kinds))
    return next((found for ask in asks if (found := _bare(ask, question, glossary)) is not None), None)


@lru_cache(maxsize=1024)  # a sentence is held against it when it is judged, and again when it is chosen
def _tells(said: Said, ask: Ask) -> bool:
    return ask.told(said)


def _of_own_name(own: OwnName, glossary: Glossary) -> Bare:
    ask = next(ask for ask in ASKS if ask.name == own.asks and own.entry.kind in ask.kinds)
    return Bare(ask, own.entry, GlossaryWithName(glossary, own), own)


def _bare(ask: Ask, question: Question, glossary: Glossary) -> Bare | None:
    text = question.text
    asking = [(match.start(), match.end()) for match in ask.asked.finditer(text)]
    if not asking:
        return None
    subjects = [m for m in question.mentions if not any(m.start < end and start < m.end for start, end in asking)]
    entries = {mention.entry.term: mention.entry for mention in subjects}
    if len(entries) != 1:
        return None
    (subject,) = entries.values()
    if subject.kind not in ask.kinds:
        return None
    named = [(mention.start, mention.end) for mention in subjects]
    if ask.unless is not None and ask.unless.search(without(text, named)):
        return None
    frames = asks_no_more(without(text, [*asking, *named]), ask.frame)
    return Bare(ask, subject, glossary) if frames else None
