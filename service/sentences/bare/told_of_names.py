"""What more tells something of a name that no glossary has: a section that is on what is asked by its heading, in a
document that is on the name by its title; of what it is, also what a sentence that begins with it says that it is for.
"""

from __future__ import annotations

import re

from service.sentences.bare.reading.said import Said

_WHAT_IT_IS = r"overview|definition|what (?:is|are)\b.*|about\b.*|introduction|summary|information"
_HOW_MANY = r"frequency\b.*|epidemiology\b.*|prevalence\b.*|incidence\b.*|how common\b.*|statistics\b.*"
_HEADS = {
    "definition": _WHAT_IT_IS,
    "what a drug is": _WHAT_IT_IS,
    "symptoms": r"(?:what are the )?(?:signs and )?symptoms\b.*|(?:clinical )?features|signs\b.*|presentation",
    "causes": r"(?:what )?causes?\b.*|a?etiology|genetic changes",
    "risk factors": r"(?:who is at )?risk\b.*|risk factors?\b.*|who gets\b.*",
    "diagnosis": r"(?:exams and )?tests\b.*|diagnos\w+\b.*|how (?:is|do doctors) .*diagnos\w+.*",
    "treatment": r"treatments?\b.*|management\b.*|therapy|how (?:is|are) .*treated.*|considerations",
    "prevention": r"prevention\b.*|how (?:to|can).*prevent.*",
    "complications": r"complications?\b.*",
    "outlook": r"outlook|prognosis\b.*",
    "inheritance": r"inheritance\b.*|genetics?\b.*|genetic changes",
    "frequency": _HOW_MANY,
    "number": _HOW_MANY,
    "stages": r"stages?\b.*|staging|grades?|grading|severity",
    "dose": r"dos(?:e|es|ing|age)\b.*|administration\b.*|posology",
    "side effects": r"(?:side|adverse|undesirable) effects?\b.*|harms\b.*|safety",
    "monitoring": r"monitoring\b.*",
    "contraindications": r"contra-?indications?\b.*|do not (?:use|give)\b.*",
    "interactions": r"(?:drug )?interactions?\b.*",
    "mechanism": r"mechanism\b.*|how it works|pharmacology",
    "referral": r"referrals?\b.*|how to refer\b.*|contact\b.*|access\b.*",
    "exclusions": r"exclusions?\b.*|exclusion criteria|who (?:is|does|should) not\b.*",
    "eligibility": r"inclusion\b.*|eligibility\b.*|criteria\b.*|who it is for|who (?:is|can|should)\b.*",
    "uses": r"indications?\b.*|uses?\b.*|what it is (?:used )?for",
}
_PATTERNS = {name: re.compile(heads, re.I) for name, heads in _HEADS.items()}


def is_section_on(ask: str, heading: str) -> bool:
    """Whether a section with this last heading is on what is asked."""
    heads = _PATTERNS.get(ask)
    return heads is not None and heads.fullmatch(heading.rsplit(" › ")[-1].strip(" ?:")) is not None


_BEGINS = re.compile(r"\W*(?:the|an?|our)?\s*", re.I)
_IS = re.compile(
    r"(?:\s*\([^)]*\))?\s*(?:(?:is|are) (?:our|their|your|this|for|used|given|licen[cs]ed|indicated|available|\w+['’]s)|covers|describes|refers|provides|"
    r"offers|helps|stands for)\b",
    re.I,
)


def says_what_it_is(ask: str, said: Said) -> bool:
    """Whether a sentence begins with the name and says what it is or is for, where that is asked."""
    if ask != "definition" or not said.names:
        return False
    start, end = said.names[0]
    return _BEGINS.fullmatch(said.text[:start]) is not None and _IS.match(said.text[end:]) is not None
