"""What a bare question asks of a name that no glossary has, and which sentences say it: also all of a section that is on
what is asked, in a document that is on the name by its title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from service.analysis.own_name import OwnName
from service.answer import Audience
from service.retrieval import Hit
from service.sentences.bare.ask import Ask
from service.sentences.bare.bare import Bare
from service.sentences.bare.reading.said import Said
from service.sentences.bare.told_of_names import is_section_on, says_what_it_is
from service.sentences.candidates import Candidate

_ONLY_HEADED = 20  # by so much what only stands in the section comes later than what says it,
_UNNAMED = 12  # and by so much more what does not name it,
_HOLLOW = 16  # or only says that something follows
_FARTHEST, _APART = 9, 150  # of what it is: a sentence for so many characters from where the section begins
_FOLLOWS = re.compile(r"\bthe following (?:list|table)\b|\b(?:list|table) below\b", re.I)


@dataclass(frozen=True)
class BareOfOwnName(Bare):
    """What is asked of a name that only the question and maybe the texts know."""

    own: OwnName

    def told_by(self, candidate: Candidate) -> bool:
        """See :class:`Bare`; in a document on the name also what stands in a section on what is asked."""
        return super().told_by(candidate) or self._says_what_it_is(candidate) or self.is_headed(candidate)

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """See :class:`Bare`."""
        return super().spoken_of_by(candidate) or candidate.document.id in self.own.documents

    def is_headed(self, candidate: Candidate) -> bool:
        """Whether a sentence stands in a section on what is asked, of a document on the name."""
        return candidate.document.id in self.own.documents and is_section_on(self.ask.name, candidate.heading)

    def has(self, hit: Hit) -> bool:
        """Whether a passage stands in such a section."""
        return hit.document_id in self.own.documents and is_section_on(self.ask.name, hit.section)

    def _says_what_it_is(self, candidate: Candidate) -> bool:
        said = self._said(candidate)
        return said is not None and says_what_it_is(self.ask.name, said)

    def _before(self, candidate: Candidate, audience: Audience) -> int:
        said = self._said(candidate)
        hollow = _HOLLOW * (_FOLLOWS.search(candidate.text) is not None)
        if said is not None and _tells_plainly(said, self.ask):
            return super()._before(candidate, audience) - hollow
        unnamed = _UNNAMED * (said is None or not said.names)
        return -_ONLY_HEADED - unnamed - hollow - self._how_late(candidate)

    def _how_late(self, candidate: Candidate) -> int:
        """How far from the beginning of its section a sentence stands: what something is comes first."""
        if self.ask.name != "definition":
            return 0
        span = candidate.spans[0]
        return min(_FARTHEST, (span.start - span.document.sections[span.section].start) // _APART)


@lru_cache(maxsize=1024)
def _tells_plainly(said: Said, ask: Ask) -> bool:
    """Whether it says so whatever it stands under."""
    return ask.told(replace(said, heading=""))
