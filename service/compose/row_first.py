"""Of the rows of one table, or the items of one list, the one that holds for the patient's values stands first."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.sentences.applicable import fits
from service.sentences.candidates import Candidate, names
from service.sentences.selection import beside


def row_that_holds(question: Question, first: Candidate, found: Sequence[Candidate], glossary: Glossary) -> Candidate:
    """``first``, or where it is for other numbers than the question gives, the likeliest of ``found`` that stands
    beside it in a table or list, is on the same drug, and holds for them: a row for 65 to 80 years is no answer at 83.
    """
    if fits(first.text, question) >= 0:
        return first
    drugs = [m.entry for m in glossary.find(first.text) if m.entry.kind == "drug"]
    asked = [entry for entry in question.focus if entry in drugs]
    rows = [
        c for c in found if beside(first, c) and fits(c.text, question) > 0 and all(names(entry, c) for entry in asked)
    ]
    return max(rows, key=lambda c: (c.useful, -c.order), default=first)
