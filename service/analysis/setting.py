"""What a question means without the setting of its patient: "ventilated, meningitis, K 2.9. How do I replace it?" asks
how a potassium of 2.9 is replaced.

A text that speaks of the one seldom speaks of the other. Where nothing answers the whole, what is asked is looked up
for the value, or for the drug in each illness and beside each drug that is told, and what is left open is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Glossary
from service.analysis.question import Question, QuestionKind
from service.analysis.taken import drugs_asked, taken_already
from service.measured import measured_in, states_of
from service.patient_details import pieces_told_and_asking

_MOST = 4
_WHETHER = re.compile(
    r"^\W*(?:and |so )?(?:can|could|may|should|is|are|does|do|would|will)\b|"
    r"\b(?:allowed|safe|ok(?:ay)?|possible|contra-?indicated|wants?|needs?|asks for)\b",
    re.I,
)
_ASKS_OF_MORE = re.compile(r"\b(?:when|how|which|what|why|dose|who|where)\b", re.I)
_DENIED = re.compile(r"^\W*(?:no|not|without|nil|denies)\b", re.I)


@dataclass(frozen=True, slots=True)
class WithoutSetting:
    """A question in other words, and what these leave open of it."""

    text: str
    left_open: tuple[str, ...]
    on: frozenset[str]  # terms of what a sentence must name to answer it
    only_against: bool  # only that it is not given answers it: that it is, says nothing of the rest


def without_setting(question: Question, glossary: Glossary) -> list[WithoutSetting]:
    """Readings of a question on a patient without their setting, the likeliest first; none where none is told."""
    told, asking = pieces_told_and_asking(question.text)
    if not told or not asking:
        return []
    return [*_of_the_value(question, told, asking, glossary), *_of_the_drug(question, asking, glossary)][:_MOST]


def _of_the_value(question: Question, told: list[str], asking: str, glossary: Glossary) -> list[WithoutSetting]:
    """What is done at a value, without the illnesses that are told beside it."""
    if any(mention.entry.kind in ("drug", "condition", "procedure") for mention in glossary.find(asking)):
        return []
    kept = [piece for piece in told if measured_in(piece) or _DENIED.match(piece) or not _is_setting(piece, glossary)]
    states = states_of(measured_in(", ".join(kept)))
    left_out = [e.term for e in question.conditions if e.term not in states and not _named_in(e.term, kept, glossary)]
    if not states or not left_out:
        return []
    left_open = tuple(f"{' and '.join(states)} in {name}" for name in left_out)
    return [WithoutSetting(f"{', '.join(kept)}. {asking}", left_open, frozenset(states), only_against=False)]


def _of_the_drug(question: Question, asking: str, glossary: Glossary) -> list[WithoutSetting]:
    """Whether a drug is given in each illness that is told, and beside each drug."""
    drugs = drugs_asked(question)
    if len(drugs) != 1 or question.kind is QuestionKind.DOSE:
        return []
    if (not _WHETHER.search(asking) and not _WHETHER.search(question.text)) or _ASKS_OF_MORE.search(asking):
        return []
    drug = drugs[0].term
    illnesses = [entry.term for entry in question.conditions]
    had = [*sorted(taken_already(question)), *illnesses]
    if len(had) < 2:
        return []
    joined = {name: f"{'in' if name in illnesses else 'together with'} {name}" for name in had}
    return [
        WithoutSetting(
            f"Can {drug} be {'used' if name in illnesses else 'given'} {joined[name]}?",
            tuple(f"{drug} {joined[other]}" for other in had if other != name),
            frozenset((drug, name)),
            only_against=True,
        )
        for name in had
    ]


def _is_setting(piece: str, glossary: Glossary) -> bool:
    return any(mention.entry.kind in ("condition", "procedure") for mention in glossary.find(piece))


def _named_in(term: str, pieces: list[str], glossary: Glossary) -> bool:
    return any(mention.entry.term == term for piece in pieces for mention in glossary.find(piece))
