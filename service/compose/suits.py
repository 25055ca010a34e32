"""How far sentences suit the patient who is told of: by age, weight and values, by a drug that is running and by what
the patient is allergic to.

A sentence that is for others is no answer where a sibling of it is for the patient; one that gives what a patient
cannot have is none at all, however near it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.glossary import Entry, Glossary
from service.analysis.question import Question
from service.compose.allergy import Allergy
from service.compose.values_first import SCORES
from service.measured import AGE, Bound, Measured, bounds_in, measures_named, mentions_in, parse_number
from service.sentences.candidates import Candidate, names
from service.sentences.harmed import gives_more, signs_told, tells_what_to_do
from service.sentences.roles import Role

_ANOTHER_FITS = -2.5  # log-odds of coming first: for another age, weight or value than told, where a sibling is for it
_ON_ANOTHER_SCORE = -1.5  # on another score than the one whose value is told
_MORE_OF_IT, _ABOUT_THE_SIGNS = -8.0, 5.0  # more of a drug with signs of too much of it, and what is done about these
_GIVES_WHAT_IS_NOT_HAD = -6.0  # what the patient is allergic to
_GIVES_IT_ELSEWHERE = -4.0  # what is given to such a patient in another illness
_OF_WHOM = frozenset((AGE, "weight"))  # who is told of, whatever else of them a sentence holds for
_SAYS_WHAT_TO_DO = (Role.RECOMMENDATION, Role.STEPS, Role.DOSING, Role.APPLIES, Role.HARMS)


class Suits:
    """How far sentences suit the patient of a question."""

    def __init__(
        self, question: Question, chosen: Sequence[Candidate], interventions: Sequence[Entry], glossary: Glossary
    ) -> None:
        """``chosen``: what the answer holds; ``interventions``: what is asked about of what is done."""
        self._question, self._glossary = question, glossary
        self._done = tuple(glossary.family_of(*interventions))
        self._signs = bool(signs_told(question, glossary))
        self._allergy = Allergy(question, glossary)
        self._ill = tuple(tuple(glossary.family_of(entry)) for entry in question.conditions)
        self._fitting = frozenset(
            m for c in chosen if c.role in _SAYS_WHAT_TO_DO and self._is_on_illness(c) for m in self._measures(c)[0]
        )

    def gain(self, candidate: Candidate) -> float:
        """The log-odds of coming first that a sentence gains or loses by it."""
        question, glossary = self._question, self._glossary
        held, others = self._measures(candidate)
        better = others & self._fitting
        gained = _ANOTHER_FITS * bool(better & _OF_WHOM or (better and not held))
        gained += _ON_ANOTHER_SCORE * on_another_score(candidate.text, question.values)
        gained += _GIVES_WHAT_IS_NOT_HAD * self._allergy.disregarded_by(candidate.text)
        gained += _GIVES_IT_ELSEWHERE * self._allergy.chosen_elsewhere(candidate)
        if self._signs:
            gained += _ABOUT_THE_SIGNS * tells_what_to_do(candidate, question, glossary)
            gained += _MORE_OF_IT * gives_more(candidate, question, glossary)
        return gained

    def _is_on_illness(self, candidate: Candidate) -> bool:
        """Whether a sentence names one of the illnesses asked about, itself or in what stands above it, or none is."""
        return not self._ill or any(names(entry, candidate, context=True) for kind in self._ill for entry in kind)

    def _measures(self, candidate: Candidate) -> tuple[frozenset[str], frozenset[str]]:
        """The measures of the patient that a sentence on what is done holds for, and those that it is for others of."""
        on_it = not self._done or any(names(entry, candidate) for entry in self._done)
        return measures(candidate.text, self._question.values) if on_it else (frozenset(), frozenset())


def on_another_score(text: str, values: Sequence[Measured]) -> bool:
    """Whether a sentence names scores, and none of those whose value is told."""
    told = {value.measure for value in values} & SCORES
    named = measures_named(text) & SCORES if told else frozenset()
    return bool(named) and told.isdisjoint(named)


def measures(text: str, values: Sequence[Measured]) -> tuple[frozenset[str], frozenset[str]]:
    """Of which of the patient's values a sentence has a bound that they lie within, and of which it only has others."""
    if not values:
        return frozenset(), frozenset()
    bounds = [*bounds_in(text), *_exact_scores(text)]
    held: set[str] = set()
    compared: set[str] = set()
    for value in values:
        found = [within for bound in bounds if (within := bound.holds(value)) is not None]
        compared |= {value.measure} if found else set()
        held |= {value.measure} if any(found) else set()
    return frozenset(held), frozenset(compared - held)


def _exact_scores(text: str) -> list[Bound]:
    """The scores for which a sentence is that gives one number of points: "a score of 1"."""
    found = [mention for mention in mentions_in(text) if mention.measure in SCORES and mention.is_exact]
    points = ((mention.measure, parse_number(mention.number)) for mention in found)
    return [Bound(measure, number, number, True, "") for measure, number in points]
