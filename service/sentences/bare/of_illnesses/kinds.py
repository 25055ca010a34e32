"""How an illness is staged or graded, and which types of it there are."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.marks import THE, TOPIC, on_the_whole, pattern, says
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT

_STAGES_ASKED = re.compile(
    r"\b(?:stag(?:e|es|ing|ed)|grad(?:e|es|ing|ed)|severity|severities)\b(?: (?:criteria|system|systems|classification|grading|scale|score))?(?: of\b)?|\bhow (?:is|are)(?= [^?]*\b(?:staged|graded|classified)\b)|"
    r"\bclassif(?:y|ied)\b",
    re.I,
)
_TYPES_ASKED = re.compile(
    r"\b(?:different |main |various )?(?:types?|forms(?= of\b)|kinds?|subtypes?|variants?|categories|classifications?)\b(?: of\b)?",
    re.I,
)
_STAGED = pattern(
    rf"{TOPIC}[^.;]{{0,40}}?\b(?:is|are|has been|can be) (?:\w+ )?(?:staged|graded|classified|categori[sz]ed|scored)\b",
    rf"{TOPIC} is (?:mild|moderate|severe|life-threatening|stage)\b[^.]*(?:\d|\b(?:with|when|at|if|moderate|severe)\b)",
    rf"{TOPIC} (?:stage|grade|class) (?:\d|I+|[A-E]) (?:is|means|has)\b",
)
# What grades it, or what a grade of it means.
_STAGE_NAMED = pattern(
    rf"\b(?:stages|grades|classes?|classifies|divides) {THE}\b[^.;]{{0,20}} (?:by|as|into|from|according)\b",
    rf"\b(?:stage|grade|class) (?:\d|I+|[A-E]) {SUBJECT} (?:is|means|has)\b|\b(?:defines|calls) [^.;]{{0,60}}\b(?:stage|grade) \d {SUBJECT}",
    rf"\b(?:higher |each |early |late )?(?:stages?|grades?) of {THE} (?:is|are|means?|range|include|by)\b",
    rf"\b(?:mild|moderate|severe|life-threatening) {SUBJECT}[^.;]{{0,40}}\b(?:means?|is (?:an?|any|one|defined|when)|by the)\b|\bcriteria of severe {SUBJECT} are\b",
    rf"\b(?:for|of|defines?|grades?) (?:the )?severity of {THE}",
)
# Which types the illness that a sentence speaks of has.
_TYPED = pattern(
    rf"{TOPIC}[^.;]{{0,30}}? (?:has|have|comes? in|includes?|takes?) (?:[\w-]+ ){{0,4}}?(?:forms?|types?|kinds?|subtypes?)\b",
    rf"{TOPIC} is (?:type|either|primary|chronic|acute)\b[^.;]*\b(?:type|or|and|when|if)\b",
    rf"{TOPIC}[^.;]{{0,30}}? (?:is|are|can be) (?:\w+ )?(?:divided|subdivided|classified|grouped|separated) (?:\w+ )?(?:into|as|by)\b",
)
_TYPE_NAMED = pattern(
    rf"\b(?:types?|forms?|kinds?|subtypes?) of {THE}(?: \([^)]*\))? (?:are|include|is)\b",
    rf"\b(?:divides|classifies|separates) {THE} [^.;]{{0,60}}\b(?:into|as|by)\b",
    rf"\b(?:is|are) (?:an?|the|one) (?:[\w-]+ ){{0,4}}(?:types?|forms?|kinds?|subtypes?) of {THE}",
)
_STAGE_HEADS = re.compile(r"(?:stages?|staging|grades?|grading|severity)\b.*", re.I)
_TYPE_HEADS = re.compile(r"(?:types|forms|kinds|classification)\b.*", re.I)
_DONE = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:treated|given|offered|recommended|referred|managed)\b|\d ?mg\b(?!/)", re.I
)


def _staged(said: Said) -> bool:
    """Whether it says what its stages or grades are, or by what it is graded."""
    return says(said, _STAGED, _STAGE_NAMED, _STAGE_HEADS, _DONE)


def _typed(said: Said) -> bool:
    """Whether it says which types of it there are."""
    return says(said, _TYPED, _TYPE_NAMED, _TYPE_HEADS, _DONE)


STAGES = Ask("stages", ILLNESSES, _STAGES_ASKED, _staged, "the stages or grades of {}", on_the_whole)
TYPES = Ask("types", ILLNESSES, _TYPES_ASKED, _typed, "the types of {}", on_the_whole)
