"""A drug in liver failure, cirrhosis or hepatic impairment: its dose there, and whether it is given."""

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
from service.sentences.bare.reading.said import Said

_ILL = (
    r"\b(?:chronic |decompensated |advanced )?(?:hepatic|liver) (?:impairment|failure|insufficiency|diseases?|dysfunction|problems|trouble|cirrhosis)\b|"
    r"\b(?:impaired|reduced|poor|bad) liver(?: function)?\b|\b(?:decompensated )?cirrho(?:sis|tics?)\b|\bESLD\b"
)
_ASKED_DOSE = rf"{_ILL}|\b(?:hepatic|liver) (?:dos\w+|adjust\w*)|\b(?:hepatic|liver) patients?\b"
_CIRRHOSIS = r"\b(?:liver )?cirrho(?:sis|tics?)\b(?: patients)?"
_FAILS = r"\b(?:decompensated |end[- ]stage )(?:cirrhosis|liver disease)\b|\b(?:hepatic|liver) failure\b|\bESLD\b"
# How a sentence tells that the liver fails.
_TOLD = re.compile(
    rf"{_ILL}|\bChild(?:[- ]Pugh)? (?:class(?:es)? |grades? )?[ABC]\b|\bChild-Pugh score of\b|"
    r"\b(?:hepatic|liver)(?: (?:or|and|and/or) (?:renal|kidney))? (?:impairment|failure|insufficiency|dysfunction|problems|diseases?)\b|"
    r"\b(?:renal|kidney) (?:or|and|and/or) (?:hepatic|liver) (?:impairment|failure|insufficiency|dysfunction|problems|diseases?)\b|"
    r"\bliver function\b(?=[^.;,]{0,20}\b(?:impaired|reduced|poor))",
    re.I,
)
_TOLD_FAILURE = re.compile(rf"{_TOLD.pattern}|\bhepatic encephalopathy\b|\bHRS-AKI\b|\bhepatorenal\b", re.I)
# What cirrhosis brings: what is given for it is given in cirrhosis.
_TOLD_CIRRHOSIS = re.compile(
    rf"{_TOLD_FAILURE.pattern}|\bascites\b|\bvarices\b|\bvariceal\b|\bspontaneous bacterial peritonitis\b|\bportal hypertension\b",
    re.I,
)
_MILD = re.compile(r"\b(?:mild|compensated|Child(?:[- ]Pugh)? (?:class )?A)\b", re.I)
_GRAVE = re.compile(
    r"\b(?:severe|moderate|decompensated|failure|Child(?:[- ]Pugh)? (?:class(?:es)? )?[BC]|[BC] or C)\b", re.I
)


def _dosed(said: Said) -> bool:
    return is_for_all(said) and is_dosed(said, _TOLD)


def _used(said: Said) -> bool:
    return is_for_all(said) and (is_dosed(said, _TOLD) or is_used(said, _TOLD))


def _dosed_in_failure(said: Said) -> bool:
    return _dosed(said) and not _is_mild(said)


def _used_in_failure(said: Said) -> bool:
    if _is_mild(said):
        return False
    return _used(said) or (is_for_all(said) and is_used(said, _TOLD_FAILURE, exactly=True))


def _used_in_cirrhosis(said: Said) -> bool:
    return _used(said) or (is_for_all(said) and is_used(said, _TOLD_CIRRHOSIS, exactly=True))


def _is_mild(said: Said) -> bool:
    """Whether a sentence speaks of a liver that does not fail, and of no other."""
    return _MILD.search(said.text) is not None and _GRAVE.search(said.text) is None


HEPATIC = (
    use_or_dose("use in liver failure", _FAILS, _used_in_failure, "{} in liver failure", FRAME_USE),
    use_or_dose("dose in liver failure", _FAILS, _dosed_in_failure, "dose of {} in liver failure", FRAME_DOSE),
    use_or_dose("use in cirrhosis", _CIRRHOSIS, _used_in_cirrhosis, "{} in cirrhosis", FRAME_USE),
    use_or_dose("use in liver disease", _ILL, _used, "{} in liver disease", FRAME_USE),
    use_or_dose("dose in liver disease", _ASKED_DOSE, _dosed, "dose of {} in liver disease", FRAME_DOSE),
)
