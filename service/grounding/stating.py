"""An answer is filled from a draft, statement by statement, through the gate."""

from __future__ import annotations

from datetime import date

from corpus.glossary import Glossary
from service.answer import Answer, Conflict, Notice, Premise
from service.grounding.draft import DraftAnswer
from service.grounding.gate import Grounding

_NOT_COVERED = "Not asked, but part of a full answer, and not in the library: {}."
_UNCONFIRMED = (  # in the question's own words, whatever their grammar
    "The question takes for granted: “{}”. The library neither confirms nor contradicts this, so check it first."
)


def state(answer: Answer, draft: DraftAnswer, glossary: Glossary) -> None:
    """Fill ``answer`` with what of ``draft`` passes the gate, numbered in the order in which it is shown."""
    premise = draft.premise[1] if draft.premise else None
    sides = [d for _, differing in draft.conflicts for d in differing]
    shown = [premise, draft.bottom_line, *(d for s in draft.sections for d in s.drafts), *sides]
    drafts = [d for d in shown if d is not None]
    years = [span.source.year for d in drafts for span in d.spans if span.source.year is not None]
    gate = Grounding(date.today(), max(years, default=None), glossary)
    answer.title = draft.title
    if draft.premise:
        correction = gate.statement(draft.premise[1])
        answer.premise = [Premise(assumed=draft.premise[0], correction=correction)] if correction else []
    answer.bottom_line = gate.statement(draft.bottom_line) if draft.bottom_line else None
    answer.sections = [section for section in map(gate.section, draft.sections) if section is not None]
    for about, differing in draft.conflicts:
        # Numbers are given as statements pass: a conflict of which one side would not pass is not begun.
        if all(Grounding(date.today(), None, glossary).statement(side) for side in differing):
            statements = [statement for side in differing if (statement := gate.statement(side)) is not None]
            answer.conflicts.append(Conflict(about=about, statements=statements))
    answer.references = gate.references
    answer.not_found += draft.not_found
    if draft.unconfirmed:
        answer.notices.append(Notice(kind="premise_not_confirmed", text=_UNCONFIRMED.format(draft.unconfirmed)))
    if draft.not_covered:
        answer.notices.append(Notice(kind="not_covered", text=_NOT_COVERED.format("; ".join(draft.not_covered))))
    if draft.no_recommendation and answer.references:
        answer.notices.append(Notice(kind="no_recommendation", text=draft.no_recommendation))
