"""Sentences on others than those asked about: on who does without the treatment ("without thrombolysis …") or has not
what the patient has ("in people without diabetes"), or on the first time where a later one is asked about, and the
other way round.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.sentences.candidates import Candidate

_WITHOUT = re.compile(
    r"\b(?:(?<!\bor )(?<!\band )without|ineligible for|"
    r"not (?:receiving|given|treated with|eligible for|candidates? for|taking|on))\s+"
    r"(?P<what>[^,.;:(]{3,25})",
    re.I,
)
_FIRST_TIME = re.compile(
    r"\bnever (?:\w+ )?(?:bled|bleed|had|been)\b|\bprimary (?:\w+ ){0,2}?(?:prophylaxis|prevention)\b|"
    r"\b(?:prevent\w*|against|of) (?:an? |the )?(?:\w+ )?first\b|\bno (?:previous|prior|past|history of)\b|"
    r"\bnot (?:yet )?bled\b|\bfirst (?:variceal |overt )?(?:bleed\w*|episode|attack|event)\b",
    re.I,
)
_LATER = re.compile(
    r"\bsecondary (?:\w+ ){0,2}?(?:prophylaxis|prevention)\b|\bre-?bleed\w*|\brecurr\w+|\brelaps\w+|\bhave bled\b|"
    r"\bbled again\b|\bnext bleed\b|\bbleed again\b|"
    r"\bafter (?:an? |the |recovery from )?(?:\w+ )?(?:episode|bleed\w*|haemorrhage|attack)\b|"
    r"\b(?:previous|past|prior|second|third|another|further) (?:\w+ ){0,2}?"
    r"(?:episodes?|bleed\w*|attacks?|admission|event)\b",
    re.I,
)


def excludes(candidate: Candidate, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence is on those without the drug, procedure or condition that is asked about, where the question
    is not, or on a first episode where a later one is asked about, or the contrary.
    """
    return _on_another_time(candidate.text, question.text) or _on_those_without(candidate, question, glossary)


def _on_another_time(text: str, question: str) -> bool:
    asked, told = _times(question), _times(text)
    return len(asked) == 1 and len(told) == 1 and asked != told


@lru_cache(maxsize=8_000)
def _times(text: str) -> frozenset[str]:
    found = (("first", _FIRST_TIME), ("later", _LATER))
    return frozenset(name for name, pattern in found if pattern.search(text))


def _on_those_without(candidate: Candidate, question: Question, glossary: Glossary) -> bool:
    match = _WITHOUT.search(candidate.text)
    if match is None or _WITHOUT.search(question.text) is not None:
        return False
    left_out = {mention.entry.term for mention in glossary.find(match["what"])}
    rest = {m.entry.term for m in glossary.find(candidate.text[: match.start()] + candidate.text[match.end() :])}
    conditions = [entry for entry in question.entries if entry.kind == "condition"]
    kinds = [kind for entry in conditions for kind in (entry, *glossary.classes_of(entry))]  # no diabetes, no type 2
    return any(entry.term in left_out - rest for entry in (*question.interventions, *kinds))
