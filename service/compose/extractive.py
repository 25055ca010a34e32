"""The extractive composer: an answer in the sources' own sentences, ordered by what they are about.

It invents nothing: every statement is a sentence of a stored text, or a fixed frame around one.
"""

from __future__ import annotations

from service.analysis.question import title_of
from service.compose.barred import barred
from service.compose.body import Body, body_behind
from service.compose.choosing import Choice, choose, may_be_said
from service.compose.gap import about_the_gap, unsupported_intervention
from service.compose.opening import Opening, open_with
from service.compose.overview import overview
from service.grounding.draft import DraftAnswer, DraftSection
from service.premises import ABOUT_THE_ASSUMPTION, Checked, check_premises
from service.sentences.candidates import Candidate
from service.sentences.framing import as_draft
from service.sentences.material import FLOOR, Material
from service.sentences.roles import Role
from service.sentences.selection import select


def compose(material: Material) -> DraftAnswer | None:
    """The draft answer, or None when no sentence is relevant enough."""
    ranked = may_be_said(material)
    if not ranked or ranked[0].relevance < FLOOR:
        return None
    of_topic = overview(material, ranked)
    if of_topic is not None:
        return of_topic
    checked = check_premises(material, ranked)
    bar = barred(material) if checked.correction is None else None
    gap = unsupported_intervention(material.question, ranked, material.glossary)
    if gap is not None and bar is None:
        return about_the_gap(material, ranked, gap, checked)
    choice = choose(material, ranked, checked)
    opening = open_with(material, ranked, checked, choice, bar)
    body = body_behind(opening, material, ranked, checked, choice)
    return _framed(material, checked, choice, opening, body)


def _framed(material: Material, checked: Checked, choice: Choice, opening: Opening, body: Body) -> DraftAnswer:
    """All of it as the draft of one answer."""
    return DraftAnswer(
        title_of(material.question),
        None if body.silent else opening.draft(),
        body.sections,
        not_found=body.not_found,
        premise=checked.premise,
        unconfirmed=checked.unconfirmed,
        conflicts=[(found.about, list(found.sides)) for found in choice.conflicts],
        not_covered=body.not_covered,
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
