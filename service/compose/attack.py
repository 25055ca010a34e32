"""What comes first where the treatment of an attack is asked for ("acute gout", "a flare"): what is done in it, and not
what is taken in the long run or prevents the next one.
"""

from __future__ import annotations

import re

from corpus.text import term_set
from service.analysis.facets import assumes
from service.analysis.question import Question
from service.sentences.people import BREASTFEEDING, CHILDREN_AND_CHILDHOOD, PREGNANCY_AND_FETUS

_NOT_IN_IT = -3.0  # log-odds of coming first
_ATTACK = r"(?:acute(?:ly)?|attacks?|flares?|flare-?ups?|exacerbations?|cris[ei]s|relapses?)"
_ASKED = re.compile(rf"\b{_ATTACK}\b", re.I)
_TREATS = re.compile(
    r"\b(?:treat\w*|manag\w*|therap\w+|what (?:do|can|should) (?:i|we) give|give|first[- ]?line|relie\w+)\b", re.I
)
_GIVES = re.compile(r"\b(?:dos(?:e|es|ing|age)|ok|okay|safe|allowed)\b", re.I)  # asked of a drug in an attack
_PREVENTS = re.compile(r"\bprevent\w*|\bprophyla\w+|\blong[- ]term\b|\bmaintenance\b|\bafter\b|\bbetween\b", re.I)
# What names attacks to tell in whom or when something else is done.
_FEW = r"(?:[\w-]+ ){0,3}"
_IN_PASSING = re.compile(
    rf"\b(?:prevent\w*|prophyla\w+|lower\w*|reduc\w*|fewer|more|risk|frequency|number|history|free) "
    rf"(?:of |from )?{_FEW}{_ATTACK}\b|"
    rf"\b(?:after|between|following|since|had|until|when) (?:an? |the |any )?{_FEW}{_ATTACK}\b|"
    rf"{_ATTACK} (?:a|per|each|in the (?:past|last)) (?:past |last )?year\b|"
    rf"\b(?:\d|one|two|three) (?:or more )?(?:[\w-]+ ){{0,2}}{_ATTACK}\b",
    re.I,
)
# Of mothers and children what holds for them is told in other words.
_OF_OTHERS = (PREGNANCY_AND_FETUS | BREASTFEEDING, CHILDREN_AND_CHILDHOOD)


class Attack:
    """How far sentences are on the attack whose treatment a question asks for."""

    def __init__(self, question: Question) -> None:
        text = question.text
        named = [(mention.start, mention.end) for mention in question.mentions]
        found = list(_ASKED.finditer(text))
        # "acute" in the name of an illness tells nothing: that has no other form
        free = any(
            match[0].casefold() != "acute" or not any(start <= match.start() < end for start, end in named)
            for match in found
        )
        there = term_set(text)
        free = free and not any(people.named_in(there) for people in _OF_OTHERS)
        drug = any(entry.kind == "drug" for entry in question.focus)
        treats = _TREATS.search(text) is not None or (drug and _GIVES.search(text) is not None)
        self._asked = free and treats and not assumes(text) and _PREVENTS.search(text) is None

    def gain(self, text: str) -> float:
        """The log-odds of coming first that a sentence loses by not being on it; 0 where none is asked about."""
        if not self._asked or _ASKED.search(_IN_PASSING.sub(" ", text)):
            return 0.0
        return _NOT_IN_IT
