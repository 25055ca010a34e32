"""The extractive composer: an answer in the sources' own sentences, ordered by what they are about.

It invents nothing: every statement is a sentence of a stored text, or a fixed frame around one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.text import terms
from service.analysis.question import Question, QuestionKind, title_of
from service.answer import Audience
from service.compose.arrangement import arranged, set_apart
from service.compose.barred import barred
from service.compose.conflicts import asks_for_difference, conflicts_in
from service.compose.first_statement import first_statement
from service.compose.gap import about_the_gap, unsupported_intervention
from service.compose.omissions import complete
from service.compose.parting import parted
from service.compose.verdicts import verdict_of
from service.grounding.draft import DraftAnswer, DraftSection
from service.premises import ABOUT_THE_ASSUMPTION, check_premises, read_first
from service.sentences.applicable import forbids, holds_for
from service.sentences.astray import astray, opposite
from service.sentences.candidates import Candidate
from service.sentences.doses import gives_dose
from service.sentences.framing import as_draft
from service.sentences.held import calls_to_hold
from service.sentences.material import FLOOR, Material, names
from service.sentences.pertinence import pertinent
from service.sentences.populations import kept_from_them
from service.sentences.roles import Role
from service.sentences.selection import select
from service.sentences.told_of_drugs import Acts, acts_asked

_LIMIT = 12  # statements in an answer, the bottom line included
_FEW = 8  # for a patient, when to seek help not counted
_MOST_CONFLICTS = 2
_IN_ALL = 16  # statements in an answer with its conflicts,
_ADDED = 2  # and with what must not be missing
_LOOKED_AT = 40  # of the likeliest sentences so many are looked at
_USEFUL = 0.005  # how likely a sentence must be one that the answer should hold,
_NEAR_BEST = 0.01  # also as a share of the likeliest;
_WITHOUT_QUESTIONS = 2.0  # so many times both where no sentence has questions: that model tells less sharply
_TELLING = 2  # sentences that say what is asked of a drug, where the likeliest do not,
_TELLS_FLOOR = 0.3  # and how relevant they are
_TELLS_NEAR_BEST = 0.05  # share of the likeliest's usefulness with which they come first
_BESIDE = 3  # sentences of the text that a conversation has in hand,
_WITH_THESE = 15  # and statements with them
_HOW_MUCH = re.compile(r"\bhow much (?!(?:do|does|should|can|is|more|less|time|longer)\b)(\w+)", re.I)
_DOSE_NEAR_BEST = 0.05  # as likely as that, beside the likeliest sentence, must one with a dose be
_NEAR_RELEVANT = 0.66  # share of the best relevance that a dose must reach to be the answer in short


def compose(material: Material) -> DraftAnswer | None:
    """The draft answer, or None when no sentence is relevant enough."""
    question = material.question
    # What a value shows is so, and no assumption: its opposite is no correction.
    ranked = [c for c in material.found if not opposite(c, question.states, material.glossary)]
    ranked = kept_from_them(ranked, question.text, material.glossary)
    if not ranked or ranked[0].relevance < FLOOR:
        return None
    checked = check_premises(material, ranked)
    bar = barred(material) if checked.correction is None else None
    gap = unsupported_intervention(question, ranked, material.glossary)
    if gap is not None and bar is None:
        return about_the_gap(material, ranked, gap, checked)
    limit = _FEW if material.audience is Audience.PATIENT else _LIMIT
    told_already = [checked.candidate] if checked.candidate else []
    likeliest = fitting(material, ranked)
    chosen = _most_useful(likeliest, told_already, limit, material.with_questions)
    # One conflict beside an answer; the others stand in what the sources say. Nothing is said twice.
    conflicts = conflicts_in(question, ranked, material.glossary)[: None if asks_for_difference(question) else 1]
    conflicts = conflicts[:_MOST_CONFLICTS]
    if len(conflicts) > 1 and {side.text for side in conflicts[0].sides} & {side.text for side in conflicts[1].sides}:
        conflicts = conflicts[:1]
    chosen = chosen[: max(1, _IN_ALL - 2 * len(conflicts) - _ADDED)]
    acts = acts_asked(question, material.glossary) if material.audience is not Audience.PATIENT else None
    if acts is not None and not any(map(acts.told_by, chosen)):
        chosen = _with_what_is_asked(chosen, [*likeliest, *ranked], acts)
    held = [c for c in likeliest if calls_to_hold(c, question, material.glossary)]
    if held and not any(c.position in {h.position for h in held} for c in chosen):
        chosen = [*chosen[: max(1, len(chosen) - 1)], held[0]]
    told = [c for c in chosen if c.position not in checked.supporting]  # nothing that repeats what was put right
    if acts is not None:
        told = _likely_ones(told, acts.told_by) or told
    verdict = verdict_of(question, chosen, material.glossary) if checked.correction is None else None
    bottom = first_statement(
        question,
        (_with_dose(material, told, ranked) if acts is None or not acts.of_next_dose else [])
        or told
        or chosen
        or ranked[:1],
        material.audience,
        material.glossary,
    )
    if conflicts and asks_for_difference(question):
        bottom = conflicts[0].candidates[0]
    elif verdict is not None:
        bottom = verdict.candidate
    if bar is not None:  # before anything that would give the drug
        verdict = verdict_of(question, [bar], material.glossary)
        bottom = bar if verdict is None else verdict.candidate
    answering = bottom
    bottom, beside, heading = read_first(checked, bottom, verdict is not None and bottom is verdict.candidate)
    second = [beside] if beside is not None else []
    shown = {c.position for c in (bottom, *second, *([checked.candidate] if checked.candidate else []))}
    chosen = _with_text_in_hand(chosen, material)
    rest = [c for c in {c.position: c for c in (answering, *chosen)}.values() if c.position not in shown]
    rest = _belonging(material, rest, answering)
    completed = complete(material, ranked, [bottom, *second, *rest])
    answers, related = parted(rest, answering, question, material.glossary, material.audience)
    answers, related = _held_before_started(answers, related, held, question)
    silent = completed.silent and bottom is answering and verdict is None  # nothing is said to it: no short answer
    not_found = completed.not_found
    said = [answering, *chosen, *completed.added]
    if acts is not None and verdict is None and bottom is answering and not any(map(acts.touched_by, said)):
        not_found, silent = acts.missing(), not acts.with_dose
    if silent:
        answers, related, second = [], [bottom, *second, *answers, *related, *completed.added], []
    return DraftAnswer(
        title_of(question),
        None
        if silent
        else verdict.draft()
        if verdict is not None and bottom is verdict.candidate
        else as_draft(bottom),
        [
            *(DraftSection(heading, [as_draft(c)]) for c in second),
            *arranged(question, answers if silent else [*answers, *completed.added], material.audience, held),
            *set_apart(related, material.audience, acts if silent else None),
        ],
        not_found=not_found,
        premise=checked.premise,
        unconfirmed=checked.unconfirmed,
        conflicts=[(found.about, list(found.sides)) for found in conflicts],
        not_covered=completed.not_covered,
    )


def assumption_alone(material: Material) -> DraftAnswer | None:
    """What the question takes for granted put right, for a question that is not answered otherwise, or what bears
    closely on it; None where nothing does.
    """
    checked = check_premises(material, material.found)
    if checked.correction is None:
        if not checked.close:
            return None
        first, *others = [as_draft(candidate) for candidate in checked.close]
        sections = [DraftSection(ABOUT_THE_ASSUMPTION, others)] if others else []
        return DraftAnswer(title_of(material.question), first, sections)
    beside = as_draft(checked.also) if checked.also is not None else None
    return DraftAnswer(title_of(material.question), beside, [], premise=checked.premise)


def candidates_for_model(material: Material) -> list[Candidate]:
    """The sentences that a language model may write from, best first: the relevant ones, near-repetitions left out."""
    ranked = material.found
    return select(ranked, 30, FLOOR * 0.8, dict.fromkeys(Role, 12))


def fitting(material: Material, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that an answer may hold, those first that it most likely should: of the whole question and of its
    parts, without those on another illness, and without what is kept from the patient. ``ranked``: all that was found.
    """
    question, glossary = material.question, material.glossary
    likeliest = kept_from_them(material.useful(ranked), question.text, glossary)
    return [c for c in likeliest[:_LOOKED_AT] if not astray(c, question, glossary, material.audience)] or likeliest


def _belonging(material: Material, rest: list[Candidate], first: Candidate) -> list[Candidate]:
    """Those of the other statements that belong into an answer which begins with ``first``. Steps stay together, and
    what the answer holds of a text that a conversation has in hand stays. A patient is told all; so is everybody by
    an edition without questions: the model is fitted on answers from one that has them.
    """
    if material.audience is Audience.PATIENT or not material.with_questions:
        return rest
    kept = {c.position for c in pertinent(material, rest, first)}
    kept |= {c.position for c in material.beside}
    if any(c.position in kept and c.role is Role.STEPS for c in (first, *rest)):
        kept |= {c.position for c in rest if c.role is Role.STEPS}
    return [c for c in rest if c.position in kept]


def _held_before_started(
    answers: list[Candidate], related: list[Candidate], held: Sequence[Candidate], question: Question
) -> tuple[list[Candidate], list[Candidate]]:
    """Both with what the patient's values call for (``held``) told as the answer, and how a drug is started in people
    with other values as related; as they are where nothing is to be held.
    """
    if not held:
        return answers, related
    places = {candidate.position for candidate in held}
    other = [c for c in answers if c.role is Role.DOSING and holds_for(c.text, question.values) < 0]
    called_for = [c for c in related if c.position in places]
    kept = [c for c in answers if c not in other]
    return [*kept, *called_for], [*(c for c in related if c not in called_for), *other]


def _most_useful(ordered: list[Candidate], told: list[Candidate], limit: int, with_questions: bool) -> list[Candidate]:
    """What the answer holds: the sentences that it most likely should, each adding something to the others."""
    floor = max(_USEFUL, _NEAR_BEST * ordered[0].useful) * (1 if with_questions else _WITHOUT_QUESTIONS)
    return select(ordered, limit, floor, dict.fromkeys(Role, limit), told, worth=lambda c: c.useful)


def _with_what_is_asked(chosen: list[Candidate], pool: list[Candidate], acts: Acts) -> list[Candidate]:
    """The chosen sentences, the last of them replaced by those of ``pool`` that say what is asked of the drug."""
    saying = [c for c in {c.position: c for c in pool}.values() if c.relevance >= _TELLS_FLOOR and acts.told_by(c)]
    added = select(saying, _TELLING, 0.0, dict.fromkeys(Role, _TELLING), chosen, worth=lambda c: c.useful)
    return [*chosen[: max(1, len(chosen) - len(added))], *added]


def _likely_ones(candidates: list[Candidate], test: Callable[[Candidate], bool]) -> list[Candidate]:
    """Those that pass the test and are not much less likely to answer than the likeliest."""
    floor = _TELLS_NEAR_BEST * max((c.useful for c in candidates), default=0.0)
    return [c for c in candidates if c.useful >= floor and test(c)]


def _with_text_in_hand(chosen: list[Candidate], material: Material) -> list[Candidate]:
    """The chosen sentences, the last of them replaced by those of the text in hand that they do not hold yet.

    What is kept from an answer is kept from these, too.
    """
    question = material.question
    fitting = {c.position for c in kept_from_them([*chosen, *material.beside], question.text, material.glossary)}
    beside = [
        c for c in material.beside if c.position in fitting and not opposite(c, question.states, material.glossary)
    ]
    first = {c.position: 1 / (1 + place) for place, c in enumerate(beside)}  # in the order in which they came
    added = select(beside, _BESIDE, 0.0, dict.fromkeys(Role, _BESIDE), chosen, worth=lambda c: first[c.position])
    return [*chosen[: _WITH_THESE - len(added)], *added]


def _with_dose(material: Material, told: list[Candidate], ranked: list[Candidate]) -> list[Candidate]:
    """For a question on a dose: the sentences that give one of a drug that it asks about, chosen ones before others."""
    question = material.question
    if question.kind is not QuestionKind.DOSE or material.audience is Audience.PATIENT:
        return []
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    of_what = _HOW_MUCH.search(question.text)
    if not drugs and of_what is not None:  # "how much oxygen": a dose of something else is none
        asked = frozenset(terms(of_what[1]))
        told = [c for c in told if asked <= c.own_terms]
        ranked = [c for c in ranked if asked <= c.own_terms]
        if not ranked:
            return []
    floor = max(FLOOR, _NEAR_RELEVANT * ranked[0].relevance)
    likeliest = max((c.useful for c in told), default=0.0)
    for pool in (told, [c for c in ranked if c.relevance >= floor]):
        for context in (False, True):
            found = [
                c
                for c in pool
                if (
                    gives_dose(c.text)
                    or forbids(c.text, question.values)
                    or calls_to_hold(c, question, material.glossary)
                )
                and (not drugs or any(names(e, c, context) for e in drugs))
            ]
            if found and max(c.useful for c in found) >= _DOSE_NEAR_BEST * likeliest:
                return found
    return []
