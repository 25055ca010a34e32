"""What a bare question asks of which subject, and which sentences say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.glossary import Entry, Glossary, terms_of
from service.answer import Audience
from service.sentences.bare.ask import Ask
from service.sentences.bare.reading.named import closest
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.subject import subject_of
from service.sentences.candidates import Candidate
from service.sentences.readers import is_for

_OTHER_READER = 4  # by so much what was written for others comes later


@dataclass(frozen=True)
class Bare:
    """What a bare question asks of which subject."""

    ask: Ask
    subject: Entry
    glossary: Glossary

    @property
    def terms(self) -> frozenset[str]:
        """The index terms of all names of the subject, and of its closest classes."""
        return terms_of((*self.glossary.with_members(self.subject), *closest(self.subject, self.glossary)))

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the subject and says it."""
        said = self._said(candidate)
        return said is not None and tells(said, self.ask)

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the subject at all."""
        return self._said(candidate) is not None

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
        said = self._said(candidate) if self.ask.before is not None else None
        if self.ask.before is None or said is None:
            return 0
        return self.ask.before(said) - _OTHER_READER * (not is_for(candidate.document, audience))

    def _said(self, candidate: Candidate) -> Said | None:
        return subject_of(self.subject, self.glossary).said(candidate)


@lru_cache(maxsize=1024)  # a sentence is held against it when it is judged, and again when it is chosen
def tells(said: Said, ask: Ask) -> bool:
    """Whether a sentence on its subject says what is asked."""
    return ask.told(said)
