"""A drug in pregnancy: whether it is given then, what it does to the child."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.of_drugs.mothers import MOTHERS, State, told_in
from service.sentences.bare.reading.clauses import itself_first
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\b(?:pregnan(?:cy|cies|t)|gestation|expecting|expectant|gravid\w*|antenatal\w*|fetal (?:risks?|harm)|teratogen\w*|"
    r"(?:trying|try|tries|planning|plans?|wants?|wanting|hoping) (?:to (?:conceive|get|become|be)|for an?)\b(?: (?:pregnant|pregnancy|baby))?|"
    r"conceiv\w+|conception|pre-?conception|TTC|in utero|unborn(?: (?:baby|child))?|"
    r"wom[ae]n of child-?bearing (?:age|potential))\b",
    re.I,
)
_MIGHT = r"(?:can|could|may|might) (?:become|get|be|fall) pregnant|child-?bearing(?: age| potential)?"
# Pregnancy, the unborn child, or what pregnant women may have.
_NAMED = re.compile(
    rf"\b(?:{_MIGHT})\b|"
    r"\bpregnan(?:cy|cies|t)\b|\btrimesters?\b|\bconcei?(?:ve\w*|ption)\b|\bconceiving\b|\bf(?:o?e)t(?:us|uses|al)\b|"
    r"\bteratogen\w*|\bharm (?:a|an|the|your) (?:unborn )?baby\b|\b(?:baby|child) in the womb\b|\bunborn\b|\bmalformations?\b|\bbirth defects?\b|"
    r"\bgestational (?:diabetes|hypertension)\b|\b(?:pre-?)?eclampsia\b|\bpre-?eclampsia\b",
    re.I,
)
# What only has these words: who is not pregnant, was, or is tested for it.
_NOT_MEANT = re.compile(
    r"\bnon-?pregnant\b|\bnot pregnant\b|\boutside (?:of )?pregnancy\b|\bapart from pregnancy\b|\bnot specific to pregnancy\b|"
    r"\b(?:unexpected|unplanned|unwanted|ectopic|earlier|previous|prior|past|last|first|after) pregnanc(?:y|ies)\b|"
    r"\bpregnancy (?:prevention|test\w*|status|and reproductive)\b|\bpregnancy is excluded\b",
    re.I,
)
_HEADS = re.compile(r"\bpregnan|\bfertility\b|\bwomen of child", re.I)
_STATE = State(_NAMED, _NOT_MEANT, _HEADS, re.compile(_MIGHT, re.I))


def _told(said: Said) -> bool:
    return told_in(_STATE, said)


def _before(said: Said) -> int:
    """Of sentences on the drug itself, those on pregnancy come before those on women who might become pregnant."""
    text = _STATE.not_meant.sub(" ", re.sub(_MIGHT, " ", said.text, flags=re.I))
    return 2 * itself_first(said) + int(_NAMED.search(text) is not None)


PREGNANCY = Ask("pregnancy", DRUGS, _ASKED, _told, "{} in pregnancy", _before, MOTHERS)
