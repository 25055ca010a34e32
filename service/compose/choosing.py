"""Which of the sentences found an answer holds: the likeliest, what is asked of a drug, what the values call for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.answer import Audience
from service.compose.conflicts import Differing, conflicts_in
from service.compose.lay_asks import AskedInLayWords
from service.premises import Checked
from service.sentences.astray import astray, opposite
from service.sentences.candidates import Candidate
from service.sentences.harmed import tells_what_to_do
from service.sentences.held import calls_to_hold
from service.sentences.material import Material
from service.sentences.populations import kept_from_them
from service.sentences.roles import Role
from service.sentences.rows import not_for_other_numbers
from service.sentences.selection import select
from service.sentences.told_of_drugs import Acts, acts_asked

_LIMIT = 12  # statements in an answer, the first one included
_FEW = 8  # for a patient, when to seek help not counted
_IN_ALL = 16  # statements in an answer with its conflicts,
_ADDED = 2  # and with what must not be missing
_LOOKED_AT = 40  # of the likeliest sentences so many are looked at
_ELSEWHERE = 0.05  # less likely one that the answer should hold, a sentence on another illness is left out
_USEFUL = 0.005  # how likely a sentence must be one that the answer should hold,
_NEAR_BEST = 0.01  # also as a share of the likeliest;
_WITHOUT_QUESTIONS = 2.0  # so many times both where no sentence has questions: that model tells less sharply
_TELLING = 2  # sentences that say what is asked of a drug, where the likeliest do not,
_TELLS_FLOOR = 0.3  # and how relevant they are
_BESIDE = 3  # sentences of the text that a conversation has in hand,
_WITH_THESE = 15  # and statements with them


@dataclass(frozen=True, slots=True)
class Choice:
    """What an answer is made of, before its first statement is known."""

    sentences: list[Candidate]  # chosen, likeliest first
    conflicts: list[Differing]
    acts: Acts | None  # what is asked of the drugs that the question names
    held: list[Candidate]  # all that the patient's values call for, chosen or not
    likeliest: list[Candidate]  # what it was chosen from, likeliest first


def may_be_said(material: Material) -> list[Candidate]:
    """What was found, best first, without what the patient's values show not to be so, rows for other numbers than are
    told where another one of their table holds, and what is kept from them.
    """
    question = material.question
    # What a value shows is so, and no assumption: its opposite is no correction.
    possible = [c for c in material.found if not opposite(c, question.states, material.glossary)]
    return kept_from_them(not_for_other_numbers(possible, question), question.text, material.glossary)


def fitting(material: Material, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that an answer may hold, those first that it most likely should: of the whole question and of its
    parts, without those on another illness, and without what is kept from the patient. ``ranked``: all that was found.
    """
    question, glossary = material.question, material.glossary
    likeliest = kept_from_them(not_for_other_numbers(material.useful(ranked), question), question.text, glossary)

    def elsewhere(candidate: Candidate) -> bool:
        # How likely it is knows the illnesses asked about, too, by all names and signs: where that is high, an illness
        # that is named besides ("angina", an abbreviation, the reason for a drug) does not make it one on another.
        unlikely = candidate.useful < _ELSEWHERE or opposite(candidate, question.states, glossary)
        return unlikely and astray(candidate, question, glossary, material.audience)

    return [c for c in likeliest[:_LOOKED_AT] if not elsewhere(c)] or likeliest


def choose(material: Material, ranked: list[Candidate], checked: Checked) -> Choice:
    """What an answer holds of ``ranked``, all that was found, beside the correction in ``checked``."""
    question, glossary, for_patient = material.question, material.glossary, material.audience is Audience.PATIENT
    likeliest = fitting(material, ranked)
    told = [checked.candidate] if checked.candidate else []
    chosen = _most_useful(likeliest, told, _FEW if for_patient else _LIMIT, material.with_questions)
    conflicts = conflicts_in(question, ranked, glossary)
    chosen = chosen[: max(1, _IN_ALL - 2 * len(conflicts) - _ADDED)]
    chosen = AskedInLayWords(question, material.audience, glossary).with_one_said(chosen, likeliest)
    acts = None if for_patient else acts_asked(question, glossary)
    if acts is not None:
        chosen = _with_what_is_asked(chosen, [*likeliest, *ranked], acts)
    held = [c for c in likeliest if calls_to_hold(c, question, glossary) or tells_what_to_do(c, question, glossary)]
    return Choice(_with_one_of(held, chosen), conflicts, acts, held, likeliest)


def _most_useful(ordered: list[Candidate], told: list[Candidate], limit: int, with_questions: bool) -> list[Candidate]:
    """What the answer holds: the sentences that it most likely should, each adding something to the others."""
    floor = max(_USEFUL, _NEAR_BEST * ordered[0].useful) * (1 if with_questions else _WITHOUT_QUESTIONS)
    return select(ordered, limit, floor, dict.fromkeys(Role, limit), told, worth=lambda c: c.useful)


def _with_what_is_asked(chosen: list[Candidate], pool: list[Candidate], acts: Acts) -> list[Candidate]:
    """The chosen sentences; where none says what is asked of the drug, the last replaced by ones of ``pool``."""
    if any(map(acts.told_by, chosen)):
        return chosen
    saying = [c for c in {c.position: c for c in pool}.values() if c.relevance >= _TELLS_FLOOR and acts.told_by(c)]
    added = select(saying, _TELLING, 0.0, dict.fromkeys(Role, _TELLING), chosen, worth=lambda c: c.useful)
    return [*chosen[: max(1, len(chosen) - len(added))], *added]


def _with_one_of(held: Sequence[Candidate], chosen: list[Candidate]) -> list[Candidate]:
    """The chosen sentences; where none is of ``held``, the last replaced by the likeliest of these."""
    places = {candidate.position for candidate in held}
    if not held or any(c.position in places for c in chosen):
        return chosen
    return [*chosen[: max(1, len(chosen) - 1)], held[0]]


def with_text_in_hand(chosen: list[Candidate], material: Material) -> list[Candidate]:
    """The chosen sentences, the last of them replaced by those of the text in hand that they do not hold yet.

    What is kept from an answer is kept from these, too.
    """
    question = material.question
    may_be_told = {c.position for c in kept_from_them([*chosen, *material.beside], question.text, material.glossary)}
    beside = [
        c for c in material.beside if c.position in may_be_told and not opposite(c, question.states, material.glossary)
    ]
    first = {c.position: 1 / (1 + place) for place, c in enumerate(beside)}  # in the order in which they came
    added = select(beside, _BESIDE, 0.0, dict.fromkeys(Role, _BESIDE), chosen, worth=lambda c: first[c.position])
    return [*chosen[: _WITH_THESE - len(added)], *added]
