"""The unit that a question wants its answer in ("how many litres per hour?"), where no likely sentence has it."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.question import Question
from service.analysis.wording import listed
from service.patient_details import pieces_told_and_asking
from service.sentences.candidates import Candidate
from service.sentences.units_asked import units_asked

_LOOKED_AT = 20  # sentences, the likeliest first


def unit_lacking(question: Question, candidates: Sequence[Candidate]) -> list[str]:
    """What ``question`` wants in a unit that none of the likeliest of ``candidates`` has a value in; mostly nothing."""
    asking = pieces_told_and_asking(question.text)[1] or question.text
    looked_at = candidates[:_LOOKED_AT]
    lacking = [unit for unit in units_asked(asking) if not any(unit.given_in(c.text) for c in looked_at)]
    about = f": {listed([entry.term for entry in question.focus])}" if question.focus else ""
    return [f"{unit.name}{about}" for unit in lacking[:1]]
