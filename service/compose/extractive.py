"""The extractive composer: an answer in the sources' own sentences, ordered by what they are about.

It invents nothing: every statement is a sentence of a stored text, or a fixed frame around one.
"""

from __future__ import annotations

import math

from service.compose.candidates import Candidate
from service.compose.conflicts import asks_for_difference, conflicts_in
from service.compose.draft import DraftAnswer, DraftSection
from service.compose.expected import expects
from service.compose.framing import as_draft
from service.compose.gap import about_the_gap, unsupported_intervention
from service.compose.material import FLOOR, WANTED, Material, names
from service.compose.premises import check_premises
from service.compose.roles import HEADINGS, Role, recommends
from service.compose.selection import select
from service.compose.verdicts import verdict_of
from service.evidence import rank
from service.question import Question, QuestionKind, title_of

_LIMIT = 12  # statements in an answer, the bottom line included
_USEFUL = 0.025  # how likely a sentence must be one that the answer should hold,
_NEAR_BEST = 0.06  # also as a share of the likeliest


def compose(material: Material) -> DraftAnswer | None:
    """The draft answer, or None when no sentence is relevant enough."""
    question = material.question
    ranked = material.found
    if not ranked or ranked[0].relevance < FLOOR:
        return None
    checked = check_premises(material, ranked)
    gap = unsupported_intervention(question, ranked)
    if gap is not None:
        return about_the_gap(material, ranked, gap, checked)
    chosen = _most_useful(material.useful(ranked), [checked.candidate] if checked.candidate else [])
    told = [c for c in chosen if c.position not in checked.supporting]  # nothing that repeats what was put right
    conflicts = conflicts_in(question, ranked, material.glossary)
    verdict = verdict_of(question, chosen, material.glossary) if checked.correction is None else None
    bottom = _bottom_line(question, told or chosen or ranked[:1])
    if conflicts and asks_for_difference(question):
        bottom = conflicts[0].candidates[0]
    elif verdict is not None:
        bottom = verdict.candidate
    rest = [candidate for candidate in chosen if candidate is not bottom]
    return DraftAnswer(
        title_of(question),
        verdict.draft() if verdict is not None and bottom is verdict.candidate else as_draft(bottom),
        _by_role(question, rest),
        premise=checked.premise,
        unconfirmed=checked.unconfirmed,
        conflicts=[(found.about, list(found.sides)) for found in conflicts],
    )


def candidates_for_model(material: Material) -> list[Candidate]:
    """The sentences that a language model may write from, best first: the relevant ones, near-repetitions left out."""
    ranked = material.found
    return select(ranked, 30, FLOOR * 0.8, dict.fromkeys(Role, 12))


def _most_useful(ordered: list[Candidate], told: list[Candidate]) -> list[Candidate]:
    """What the answer holds: the sentences that it most likely should, each adding something to the others."""
    floor = max(_USEFUL, _NEAR_BEST * ordered[0].useful)
    return select(ordered, _LIMIT, floor, dict.fromkeys(Role, _LIMIT), told, worth=lambda c: c.useful)


def _bottom_line(question: Question, chosen: list[Candidate]) -> Candidate:
    """The statement that answers most directly: relevant, of the wanted role, a recommendation where one is asked
    for.
    """
    wanted = WANTED.get(question.kind, (Role.RECOMMENDATION,))
    expected = expects(question.text)
    drugs = [entry for entry in question.entries if entry.kind == "drug"]

    def directness(candidate: Candidate) -> float:
        likely = min(max(candidate.useful, 1e-6), 1 - 1e-6)
        gain = math.log(likely / (1 - likely)) + 2 * candidate.relevance
        gain += 0.5 * (candidate.role in wanted[:1]) + 0.2 * recommends(candidate.text)
        gain += float(expected is not None and expected(candidate.text))
        if len(drugs) > 1 and all(names(entry, candidate) for entry in drugs):
            gain += 2.0  # of one drug beside another: what is said of both
        if candidate.role is Role.DIFFERENCES:
            gain -= 0.5
        if candidate.spans[0].source.kind.preclinical:
            gain -= 5.0  # never before what is known from people
        return gain

    steps = [candidate for candidate in chosen if candidate.role is Role.STEPS]
    if len(steps) > 2 and question.kind is QuestionKind.PROCESS:
        return min(steps, key=lambda c: c.position)  # of a process, the first step
    return max(chosen, key=lambda c: (directness(c), -c.order))


def _by_role(question: Question, chosen: list[Candidate]) -> list[DraftSection]:
    """Sections in the order of roles, the wanted ones first; within one, guidance before studies, then by place."""
    wanted = WANTED.get(question.kind, ())
    order = [*wanted, *(role for role in Role if role not in wanted)]
    sections = []
    for role in order:
        own = [candidate for candidate in chosen if candidate.role is role]
        if role is Role.STEPS:
            own.sort(key=lambda c: c.position)
        else:
            own.sort(key=lambda c: (rank(c.spans[0].source), -c.relevance, c.order))
        if own:
            ordered = role is Role.STEPS and len({c.document.id for c in own}) == 1
            sections.append(DraftSection(HEADINGS[role], [as_draft(c) for c in own], ordered))
    return sections
