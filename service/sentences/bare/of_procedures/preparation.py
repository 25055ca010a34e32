"""What is done before a procedure or a test."""

from __future__ import annotations

import re

from service.sentences.bare.ask import PROCEDURES, TESTS, Ask
from service.sentences.bare.reading.procedure import named
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SUBJECT
from service.sentences.plainly_told import tells_a_finding

_ASKED = re.compile(
    r"\b(?:prep(?:aration|arations|are|ared|aring)?|pre-?(?:op(?:erative)?|procedur(?:e|al))|work-?up|precautions?)\b(?: (?:for|before|of|to|work-?up|assessment|checks|care))*|"
    r"\b(?:what )?(?:is |are )?(?:needs? )?(?:to be )?(?:done|needed|required|checked|necessary|happens|check|do|tests?|bloods?)\b(?=.*\b(?:before|prior to|ahead of)\b)|"
    r"\b(?:before|prior to|ahead of)\b(?: (?:having|going for|undergoing|doing|a planned|an? elective))?|\bget ready for\b",
    re.I,
)
_LIST = rf"(?:(?:such as )?(?:[\w’'-]+ ){{0,3}}(?:{OTHER}|[\w’'-]+)(?:, and|, or|,| and| or) ){{0,7}}?"
# What stands before it in time, in a list with other procedures too.
_BEFORE = re.compile(
    rf"\b(?:before|prior to|ahead of|preparation (?:for|of)) (?:(?!(?:and|while|when|if|it|they|is|are|was)\b)[\w’'-]+ ){{0,6}}?{_LIST}"
    rf"(?:(?!to\b)[\w’'-]+ ){{0,3}}?{SUBJECT}|\bfor (?:an? )?(?:elective|planned|scheduled) (?:[\w-]+ ){{0,2}}{SUBJECT}|"
    rf"{SUBJECT}[^.;]{{0,80}}\b(?:beforehand|in advance|is preceded by|is taken fasting|after (?:an overnight|fasting))\b",
    re.I,
)
# What is done then.
_DONE = re.compile(
    r"\b(?:should|must|needs?|needed|required?|recommend\w*|given|gives?|check\w*|stop\w*|withh[eo]ld|lowered|consider\w*|counsell\w*|asks?|asked|"
    r"accept\w*|pass|recorded|completed|vaccin\w*|fast\w*|consent|avoid\w*|suggests?|advis\w+|held|continued|raised|corrected|start\w*|taken|measured|"
    r"used|done|excluded?)\b",
    re.I,
)
_BEFOREHAND = re.compile(
    r"\b(?:beforehand|before (?:the |an? |any )?(?:procedures?|biopsy|operation|surgery|scan|test|examination|insertion)|pre-?procedur\w+)\b",
    re.I,
)
_NOT = re.compile(
    rf"{SUBJECT} (?:of )?[<>≥≤\d]|\b(?:months?|weeks?|years?) before {SUBJECT}|\bbefore and after\b|\bwas (?:asked|done) before\b",
    re.I,
)
_DIRECTLY = re.compile(
    rf"\b(?:before|prior to|ahead of)(?: (?:an?|planned|elective|scheduled|routine|any|non-urgent))* {SUBJECT}", re.I
)


def _told(said: Said) -> bool:
    text = named(said)
    if tells_a_finding(said.text) or _NOT.search(text):
        return False
    if said.names and _BEFORE.search(text) and _DONE.search(text):
        return True
    return said.on_it and _BEFOREHAND.search(text) is not None


def _before(said: Said) -> int:
    """What is done before this very procedure, ahead of what is done before several."""
    return 2 * (_DIRECTLY.search(named(said)) is not None) + said.on_it


PREPARATION = Ask("preparation", PROCEDURES | TESTS, _ASKED, _told, "preparation for {}", _before)
