"""Estimated GFR by the 2021 CKD-EPI creatinine equation, in mL/min/1.73 m².

Inker LA, et al. N Engl J Med 2021;385:1737-1749, PMID 34554658. Categories: KDIGO, as the digest on CKD states them.
"""

from __future__ import annotations

from service.calculators.calculator import Band, Calculator, Consequence, Given, Passage
from service.calculators.values import ADULT_AGE, CREATININE, SEX

_DOCUMENT = "egfr-and-body-mass-index"
_STAGES = Passage("chronic-kidney-disease", "Chronic kidney disease (CKD) is staged by")


def _score(given: Given) -> float:
    female = given.choice("sex") == "female"
    kappa, alpha = (0.7, -0.241) if female else (0.9, -0.302)
    ratio = given.amount("creatinine", "mg/dL") / kappa
    value = 142 * min(ratio, 1) ** alpha * max(ratio, 1) ** -1.200 * 0.9938 ** given.amount("age", "years")
    return float(int(value * (1.012 if female else 1) + 0.5))


EGFR = Calculator(
    name="egfr_ckd_epi_2021",
    title="eGFR (CKD-EPI 2021, creatinine)",
    unit="mL/min/1.73 m²",
    inputs=(ADULT_AGE, SEX, CREATININE),
    score=_score,
    formula="142 × min(Scr/κ, 1)^α × max(Scr/κ, 1)^−1.200 × 0.9938^age × 1.012 (if female); Scr in mg/dL, κ 0.7 (female) or "
    "0.9 (male), α −0.241 (female) or −0.302 (male).",
    source="Inker LA, et al. N Engl J Med 2021;385:1737-1749, PMID 34554658",
    stated=(Passage(_DOCUMENT, "The 2021 CKD-EPI creatinine equation estimates"), Passage(_DOCUMENT, "In the 2021 CKD-EPI")),
    bands=(
        Band(90, 1000, "G1", _STAGES),
        Band(60, 89, "G2", _STAGES),
        Band(45, 59, "G3a", _STAGES),
        Band(30, 44, "G3b", _STAGES),
        Band(15, 29, "G4", _STAGES),
        Band(0, 14, "G5", _STAGES),
    ),
    consequences=(Consequence(Passage("chronic-kidney-disease", "Chronic kidney disease (CKD) is staged by estimated")),),
)  # fmt: skip
