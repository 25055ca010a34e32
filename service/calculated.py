"""Computed scores in an answer: through the gate, numbered after what is there, and what they make of its status."""

from __future__ import annotations

from datetime import date

from corpus.glossary import Glossary
from service.answer import Answer, AnswerSection, Calculation, Notice, Status, statements_of
from service.calculators import Calculated, Result, uncited
from service.grounding import Grounding
from service.grounding.draft import Draft

RECOMMENDED = "What is recommended at this score"
_NO_ANSWER = ("missing_evidence", "out_of_scope")
FORMULA = "How the score is made up"


def add_calculations(answer: Answer, calculated: Calculated, glossary: Glossary) -> None:
    """Put scores, what depends on them, assumptions and needs into ``answer``, whose own statements stand already."""
    drafts = [*calculated.recommended, *calculated.formulae, *_interpretations(calculated)]
    years = [span.source.year for draft in drafts for span in draft.spans if span.source.year is not None]
    years += [reference.year for reference in answer.references if reference.year is not None]
    gate = Grounding(date.today(), max(years, default=None), glossary, answer.references)
    _add_section(answer, gate, RECOMMENDED, calculated.recommended)
    _add_section(answer, gate, FORMULA, calculated.formulae)
    notices = list(calculated.notices)
    for result in calculated.results:
        calculation = _calculation(result, gate)
        answer.calculations.append(calculation)
        if result.interpretation is not None and calculation.interpretation is None:
            notices.append(("uncited_score", uncited(result.calculator)))
    answer.references = gate.references
    answer.assumptions += [text for text in calculated.assumptions if text not in answer.assumptions]
    answer.needs += [text for text in calculated.needs if text not in answer.needs]
    answer.notices += [Notice(kind=kind, text=text) for kind, text in notices]
    _settle(answer, calculated)


def _settle(answer: Answer, calculated: Calculated) -> None:
    """The status: a score that was all that was asked for, and is there, is an answer; without a value it is a part."""
    if not calculated.results or not answer.references:
        return
    unanswered = (Status.INSUFFICIENT_EVIDENCE, Status.OUT_OF_SCOPE)
    if calculated.only_scores and calculated.complete:
        answer.status, answer.not_found, answer.nearest = Status.ANSWERED, [], []
    elif answer.status in unanswered:
        answer.status = Status.PARTIAL if answer.not_found or not calculated.complete else Status.ANSWERED
    elif answer.status is Status.ANSWERED and not calculated.complete:
        answer.status = Status.PARTIAL
    answer.notices = [notice for notice in answer.notices if notice.kind not in _NO_ANSWER]  # there is one now


def _interpretations(calculated: Calculated) -> list[Draft]:
    return [result.interpretation for result in calculated.results if result.interpretation is not None]


def _add_section(answer: Answer, gate: Grounding, heading: str, drafts: list[Draft]) -> None:
    said = {statement.text for statement in statements_of(answer)}
    statements = [
        statement for statement in (gate.statement(draft) for draft in drafts if draft.text not in said) if statement
    ]
    if statements:
        answer.sections.append(AnswerSection(heading=heading, statements=statements))


def _calculation(result: Result, gate: Grounding) -> Calculation:
    return Calculation(
        name=result.calculator.title,
        inputs=result.inputs,
        score=result.score,
        interpretation=gate.statement(result.interpretation) if result.interpretation else None,
        missing=list(result.missing),
    )
