"""A drug in breastfeeding: whether it is given then, whether it passes into the milk."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.of_drugs.mothers import MOTHERS, State, told_in
from service.sentences.bare.reading.clauses import itself_first
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\b(?:breast[- ]?(?:feed(?:ing|s)?|fed|milk)|lactat(?:ion|ing)|nursing (?:mothers?|mums?|moms?|wom[ae]n)|while nursing|nursing)\b",
    re.I,
)
_NAMED = re.compile(
    r"\bbreast[- ]?(?:feed(?:ing|s)?|fed|milk)\b|\blactati(?:on|ng)\b|\bnursing (?:mothers?|infants?|women)\b|\b(?:into|in) (?:\w+ )?milk\b",
    re.I,
)
_NOT_MEANT = re.compile(r"\bnot breast-?fe\w+\b|\b(?:reduces?|suppress\w*|stops?) (?:\w+ )*lactation\b", re.I)
_HEADS = re.compile(r"\bbreast[- ]?feeding\b|\blactation\b", re.I)

_STATE = State(_NAMED, _NOT_MEANT, _HEADS)


def _told(said: Said) -> bool:
    return told_in(_STATE, said)


BREASTFEEDING = Ask("breastfeeding", DRUGS, _ASKED, _told, "{} in breastfeeding", itself_first, MOTHERS)
