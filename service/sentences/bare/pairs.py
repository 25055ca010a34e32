"""A question that names two things and asks of the one for, in or beside the other, with no other word: a sentence on
one of them alone is no answer to it, however near it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary, terms_of
from service.analysis.question import Question
from service.sentences.bare.frame import asks_no_more
from service.sentences.bare.reading.signs import without
from service.sentences.candidates import Candidate, names
from service.sentences.done import asks_what_to_do, says_what_is_done
from service.sentences.told_of_drugs import is_of

# What is asked of two things, in words that name nothing.
_ASKED = frozenset(
    """dose doses dosing dosage long duration course given give take taken taking used use useful using effective effect
    effects efficacy work works benefit benefits beneficial help helps safe safely safety evidence trials trial studies
    data role place ok okay allowed indicated indication treat treats treatment therapy prevent prevents prevention
    start started starting continue continued together combined combine combination combining interaction interactions
    interact interacts switch switching change changing versus vs compared comparison better worse difference
    differences cause causes risk risks""".split()
)
_LEAST = 0.06  # as likely at least a sentence on both answers: it names them by chance otherwise
_KINDS = ("drug", "procedure", "condition", "test")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things of which a question asks together."""

    one: Entry
    other: Entry
    glossary: Glossary
    of_deeds: bool = False  # it is asked what to do

    @property
    def terms(self) -> frozenset[str]:
        """The index terms of all their names."""
        return terms_of((self.one, self.other))

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on both, be it on one of them by what stands above it, and not quite unlikely to be
        part of an answer.
        """
        return candidate.useful >= _LEAST and self._is_on(self.one, candidate) and self._is_on(self.other, candidate)

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on one of them at least."""
        return self._is_on(self.one, candidate) or self._is_on(self.other, candidate)

    def first(self, direct: Candidate, chosen: Sequence[Candidate], found: Sequence[Candidate]) -> Candidate:
        """What stands first: ``direct`` if it is on both, else the likeliest that is, of ``chosen`` or of ``found``. Where
        it is asked what to do, it has to say that something is done.
        """
        for group in ((direct,), chosen, found):
            telling = [candidate for candidate in group if self.told_by(candidate) and self._says_deed(candidate)]
            if telling:
                return max(telling, key=lambda c: (c.useful, -c.order))
        return direct

    def missing(self) -> str:
        """How a clinician names what is not found."""
        return f"{self.one.term} and {self.other.term}"

    def _says_deed(self, candidate: Candidate) -> bool:
        return not self.of_deeds or says_what_is_done(candidate.text)

    def _is_on(self, entry: Entry, candidate: Candidate) -> bool:
        if entry.kind == "drug" and is_of(candidate, (entry,), self.glossary):
            return True
        above = entry.kind != "drug"  # a text on the illness need not repeat it
        return any(names(e, candidate, context=above) for e in self.glossary.family_of(entry))


def pair_alone(question: Question, glossary: Glossary) -> Pair | None:
    """The two things that a question asks about together; None for all others."""
    if question.values or question.asked or question.carried or question.beside:
        return None
    if len(question.entries) != 2 or any(entry.kind not in _KINDS for entry in question.entries):
        return None
    if all(entry.kind == "condition" for entry in question.entries):
        return None  # what is done for one of them in the other may be done for it anyway
    rest = without(question.text, ((mention.start, mention.end) for mention in question.mentions))
    if not asks_no_more(rest, _ASKED):
        return None
    one, other = question.entries
    return Pair(one, other, glossary, asks_what_to_do(question.text))
