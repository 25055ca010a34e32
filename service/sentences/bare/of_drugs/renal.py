"""A drug in renal impairment or chronic kidney disease: its dose there, and whether it is given. Dialysis and an eGFR are
values, and questions with values are not bare.
"""

from __future__ import annotations

import re

from service.sentences.bare.of_drugs.organs import (
    FRAME_DOSE,
    FRAME_USE,
    is_dosed,
    is_for_all,
    is_used,
    use_or_dose,
)
from service.sentences.bare.reading.of_subject import is_of_subject
from service.sentences.bare.reading.said import Said

_DIALYSIS = (
    r"\b(?:ha?emo|peritoneal )?dialysis\b|\bha?emodialysis\b|\bESR[DF]\b|\bESKD\b|\bend[- ]stage (?:renal|kidney) \w+"
)
_ILL = (
    r"\b(?:chronic )?(?:renal|kidney)s? (?:impairment|failure|insufficiency|diseases?|dysfunction|problems|trouble)\b|"
    r"\b(?:impaired|reduced|poor|bad|declining|low|falling|weak) (?:renal|kidney)s?(?: function)?\b|\bCKD\b"
)
_ASKED_MEASURED = r"\be?GFR\b|\b(?:renal|kidney) function\b"
_ASKED_USE = rf"{_ILL}|{_ASKED_MEASURED}|\bkidneys (?:are|do|have|don['’]t)\b[\w\s]{{0,12}}\b(?:bad|failing|failed|work|well|weak)\b"
_ASKED_DOSE = rf"{_ILL}|{_ASKED_MEASURED}|\brenal(?:ly)? (?:dose(?=\W*$| (?:of|for|adjust))|dos(?:ing|ed|age)|adjust\w*)|\b(?:renal|kidney) patients?\b"
# In a sentence what is measured counts where it says what it is; to check it is no case.
_MEASURED = (
    r"\b(?:e?GFR|CrCl|creatinine clearance|(?:renal|kidney)(?: (?:or|and) (?:hepatic|liver))? function)\b"
    r"(?=\s*(?:\([^)]*\)\s*)?(?:(?:is|was|are|falls?|that|of|at|to|persistently)\s+)*"
    r"(?:\d|[<>≥≤]|below|under|above|less|more|between|impaired|reduced|poor|low|falls|declin\w+|or (?:a )?high))"
)
_TOLD = re.compile(
    rf"{_ILL}|{_MEASURED}|{_DIALYSIS}|\b(?:renal|kidney)(?: (?:or|and|and/or) (?:hepatic|liver))? (?:impairment|failure|insufficiency|dysfunction|problems|diseases?)\b|"
    r"\bkidneys (?:do|don['’]t|are|that)\b",
    re.I,
)
# "CKD with potassium above 5": what holds then is no dose for all.
_WITH_MORE = re.compile(
    rf"(?:{_ILL}) with (?!(?:an? )?(?:e?GFR|CrCl|creatinine))[\w ]{{2,30}}(?:above|below|over|under|[<>≥≤])", re.I
)
_LEAVES = re.compile(
    r"\b(?:eliminated|excreted|cleared)\b[^.;]{0,40}\b(?:kidneys?|renal\w*|urine)|\brenal (?:elimination|excretion|clearance)\b|"
    r"\baccumulates?\b[^.;]{0,60}\b(?:kidneys?|renal)\b",
    re.I,
)


def _dosed(said: Said) -> bool:
    return is_for_all(said) and is_dosed(said, _TOLD) and not _WITH_MORE.search(said.text)


def _used(said: Said) -> bool:
    return is_for_all(said) and (is_dosed(said, _TOLD) or is_used(said, _TOLD) or _leaves(said))


def _leaves(said: Said) -> bool:
    return any(is_of_subject(said, *match.span()) for match in _LEAVES.finditer(said.masked))


RENAL = (
    use_or_dose("use in renal impairment", _ASKED_USE, _used, "{} in renal impairment", FRAME_USE),
    use_or_dose("dose in renal impairment", _ASKED_DOSE, _dosed, "dose of {} in kidney disease", FRAME_DOSE),
)
