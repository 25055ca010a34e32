"""What a sentence of a source is about, as far as an answer is ordered by it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from corpus.document import Source


class Role(StrEnum):
    """Parts of an answer, in the order in which they are read."""

    RECOMMENDATION = "recommendation"
    STEPS = "steps"
    DOSING = "dosing"
    APPLIES = "applies"
    DIAGNOSIS = "diagnosis"
    HARMS = "harms"
    EVIDENCE = "evidence"
    ALTERNATIVES = "alternatives"
    DIFFERENCES = "differences"
    BACKGROUND = "background"


HEADINGS = {
    Role.RECOMMENDATION: "Recommendations",
    Role.STEPS: "In order",
    Role.DOSING: "Dosing",
    Role.APPLIES: "Who it applies to",
    Role.DIAGNOSIS: "Diagnosis and assessment",
    Role.HARMS: "Harms, cautions and monitoring",
    Role.EVIDENCE: "Mechanism and evidence",
    Role.ALTERNATIVES: "Alternatives",
    Role.DIFFERENCES: "Where sources differ, and what is uncertain",
    Role.BACKGROUND: "Background",
}

_BY_HEADING: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.DIFFERENCES, re.compile(r"difference|uncertain|controvers|unresolved|gaps?\b", re.I)),
    (Role.DOSING, re.compile(r"\bdos(e|es|ing|age)\b|administration|posology", re.I)),
    (Role.HARMS, re.compile(r"harm|adverse|side.?effect|monitor|contra-?indicat|interaction|warning|caution|complication|safety|watch for|seek help", re.I)),
    (Role.DIAGNOSIS, re.compile(r"diagnos|assessment|exams?\b|tests?\b|investigat|presentation|symptom|signs|screening", re.I)),
    (Role.APPLIES, re.compile(r"who it applies|indication|eligib|special (situation|population)|pregnan", re.I)),
    (Role.ALTERNATIVES, re.compile(r"alternative|other options", re.I)),
    (Role.EVIDENCE, re.compile(r"mechanism|evidence|pathophysiolog|pharmacolog|results?\b|trial|experiment|research", re.I)),
    (Role.RECOMMENDATION, re.compile(r"procedure|steps?\b|algorithm|protocol|recommend|treatment|management|therap|prevention|prophyla|what helps|conclusion", re.I)),
    (Role.BACKGROUND, re.compile(r"definition|cause|background|overview|epidemiolog|what it is|prognosis|outlook|genetic|inherit|frequency", re.I)),
)  # fmt: skip
_RECOMMENDS = re.compile(
    r"\b(recommend\w*|suggests?|advis\w+|should|is indicated|are indicated|first[- ]line|preferred|is reasonable|may be considered|must)\b",
    re.I,
)
# One of these is in whatever that finds: to look for a word is far quicker than to try a pattern.
_RECOMMENDING = (
    "should", "recommend", "indicated", "first", "must", "suggest", "preferred", "advis", "is reasonable",
    "may be considered",
)  # fmt: skip
_HARM = re.compile(r"\b(contra-?indicat\w+|adverse|avoid\w*|boxed warning|toxicit\w+|monitor\w*|caution)\b", re.I)
_URGENT = re.compile(
    r"\b(?:urgent(?:ly)?|at once|immediate(?:ly)?|emergency|without delay|admitted|admission|same[- ]day|as soon as possible|within (?:\d+|an|one|\d+[–-]\d+) (?:minutes?|hours?)|"
    r"first \d+ minutes|red feature|(?:is|are) treated first)\b", re.I
)  # fmt: skip
_NOTHING = re.compile(r"\b(?:no|not|nothing|neither|without)\b[^,;.]{0,40}$", re.I)
_NEGATIVE = re.compile(r"\b(not|no|never|against|without|neither|nor)\b", re.I)


def role_of(heading: str, text: str, source: Source, ordered: bool) -> Role:
    """The role of a sentence, by the heading above it, its words and the kind of its source."""
    if source.kind.preclinical:
        return Role.EVIDENCE
    if ordered and not re.search(r"reference|cause|type", heading, re.I):
        return Role.STEPS
    by_heading = _role_of_heading(heading)
    if by_heading is not None:
        return by_heading
    if _HARM.search(text):
        return Role.HARMS
    if recommends(text):
        return Role.RECOMMENDATION
    return Role.EVIDENCE if source.kind in ("trial", "cohort", "case_control", "systematic_review") else Role.BACKGROUND


@lru_cache(maxsize=2_000)
def _role_of_heading(heading: str) -> Role | None:
    return next((role for role, pattern in _BY_HEADING if pattern.search(heading)), None)


@lru_cache(maxsize=8_000)
def recommends(text: str) -> bool:
    """Whether a sentence says what to do, for or against."""
    if text.isascii():  # other letters may count as these
        lower = text.lower()
        if not [word for word in _RECOMMENDING if word in lower]:
            return False
    return _RECOMMENDS.search(text) is not None


@lru_cache(maxsize=8_000)
def is_urgent(text: str) -> bool:
    """Whether a sentence says that something cannot wait ("when nothing requires urgent treatment" does not)."""
    return any(not _NOTHING.search(text[: match.start()]) for match in _URGENT.finditer(text))


@lru_cache(maxsize=8_000)
def negative(text: str) -> bool:
    """Whether a sentence has a negation."""
    return _NEGATIVE.search(text) is not None
