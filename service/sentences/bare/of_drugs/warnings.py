"""The warnings of a drug: its boxed warning, and what its label cautions against."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.of_drugs.contraindications import CONTRAINDICATIONS
from service.sentences.bare.reading.clauses import clauses_of, itself_first, notes_of
from service.sentences.bare.reading.said import Said

_BOXED_ASKED = re.compile(r"\b(?:boxed|black[- ]?box(?:ed)?|FDA) warnings?\b|\bblack[- ]?box\b", re.I)
_ASKED = re.compile(
    r"\b(?:(?:special )?warnings?|precautions?|cautions?|caveats?)(?: and (?:warnings?|precautions?|cautions?))?\b",
    re.I,
)
_FRAME = frozenset(
    "use used using take taking takes prescribe prescribing giving given drug label have has carry carries".split()
)
_BOXED = re.compile(r"\bboxed warnings?\b", re.I)
_WARNS = re.compile(r"\bwarn(?:s|ed|ings?)?\b|\bcautions?\b|\bcaution(?:s|ed)? (?:against|in|with)\b", re.I)


def _boxed(said: Said) -> bool:
    """Whether a sentence tells of the boxed warning of the subject: in itself, or in the brackets that name its source."""
    if not said.names or _BOXED.search(said.text) is None:
        return False
    clauses = clauses_of(said)
    if any(_BOXED.search(clause.text) and any(name.own for name in clause.named) for clause in clauses):
        return True
    first = next((name for clause in clauses for name in clause.named), None)
    return first is not None and first.own and any(_BOXED.search(note.text) for note in notes_of(said))


def _told(said: Said) -> bool:
    if CONTRAINDICATIONS.told(said) or _boxed(said):
        return True
    return any(
        name.own and not name.governed and _WARNS.search(clause.text[name.end - clause.start :]) is not None
        for clause in clauses_of(said)
        for name in clause.named
    )


BOXED_WARNING = Ask("boxed warning", DRUGS, _BOXED_ASKED, _boxed, "boxed warning of {}", itself_first, _FRAME)
WARNINGS = Ask("warnings", DRUGS, _ASKED, _told, "warnings for {}", itself_first, _FRAME)
