"""MELD-Na and MELD 3.0, 6 to 40 points.

MELD-Na: policy 9.1.D (2016) of the US transplantation network, as quoted in MIT-LCP/mimic-code, ``meld.sql``. MELD 3.0:
Kim WR, et al. Gastroenterology 2021;161:1887 (doi:10.1053/j.gastro.2021.08.050, PMID 34481845).
"""

from __future__ import annotations

from math import log

from service.calculators.calculator import Band, Calculator, Given, Passage
from service.calculators.inputs import Criterion
from service.calculators.values import ALBUMIN, BILIRUBIN, CREATININE, INR, SEX, SODIUM

_DOCUMENT = "liver-disease-scores"
_RANGE = Passage(_DOCUMENT, "MELD scores run from 6 to 40")
_DIALYSIS = Criterion("dialysis", "dialysis twice or more in the past week")
_LOWEST, _HIGHEST = 6, 40


def _clamp(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))


def _whole(value: float) -> int:
    """Rounded half up, as people round; within the range of the score."""
    return int(_clamp(int(value + 0.5), _LOWEST, _HIGHEST))


def _laboratory(given: Given, highest_creatinine: float) -> tuple[float, float, float, float]:
    """ln(creatinine), ln(bilirubin), ln(INR) and 137 − sodium, all within the limits of the scores."""
    creatinine = (
        highest_creatinine
        if given.has("dialysis")
        else _clamp(given.amount("creatinine", "mg/dL"), 1.0, highest_creatinine)
    )
    bilirubin = max(1.0, given.amount("bilirubin", "mg/dL"))
    inr = max(1.0, given.amount("inr", ""))
    return log(creatinine), log(bilirubin), log(inr), 137 - _clamp(given.amount("sodium", "mmol/L"), 125, 137)


def _meld_na(given: Given) -> float:
    creatinine, bilirubin, inr, lack = _laboratory(given, 4.0)
    initial = int((0.957 * creatinine + 0.378 * bilirubin + 1.120 * inr + 0.643) * 10 + 0.5)  # one decimal, times 10
    initial = min(initial, _HIGHEST)
    return _whole(initial + 1.32 * lack - 0.033 * initial * lack if initial > 11 else initial)


def _meld_3(given: Given) -> float:
    creatinine, bilirubin, inr, lack = _laboratory(given, 3.0)
    low_albumin = 3.5 - _clamp(given.amount("albumin", "g/dL"), 1.5, 3.5)
    return _whole(
        (1.33 if given.choice("sex") == "female" else 0.0)
        + 4.56 * bilirubin
        + 0.82 * lack
        - 0.24 * lack * bilirubin
        + 9.09 * inr
        + 11.14 * creatinine
        + 1.85 * low_albumin
        - 1.83 * low_albumin * creatinine
        + 6
    )


_BANDS = (Band(_LOWEST, _HIGHEST, "from 6 to 40, and a higher value means more severe liver disease", _RANGE),)

MELD_NA = Calculator(
    name="meld_na",
    title="MELD-Na",
    inputs=(BILIRUBIN, CREATININE, INR, SODIUM, _DIALYSIS),
    score=_meld_na,
    formula="MELD = 10 × (0.957 × ln(creatinine) + 0.378 × ln(bilirubin) + 1.120 × ln(INR) + 0.643), rounded; above 11: "
    "+ 1.32 × (137 − Na) − 0.033 × MELD × (137 − Na). mg/dL; values below 1 count 1, creatinine at most 4.0 (4.0 on "
    "dialysis), sodium 125 to 137 mmol/L; at most 40.",
    source="Organ Procurement and Transplantation Network, policy 9.1.D (2016)",
    stated=(
        Passage(_DOCUMENT, "MELD-Na is computed from"),
        Passage(_DOCUMENT, "Under the 2016 policy of the US transplantation network"),
        Passage(_DOCUMENT, "For MELD-Na, laboratory values"),
    ),
    bands=_BANDS,
)

MELD_3 = Calculator(
    name="meld_3",
    title="MELD 3.0",
    inputs=(SEX, BILIRUBIN, CREATININE, INR, SODIUM, ALBUMIN, _DIALYSIS),
    score=_meld_3,
    formula="1.33 (if female) + 4.56 × ln(bilirubin) + 0.82 × (137 − Na) − 0.24 × (137 − Na) × ln(bilirubin) + "
    "9.09 × ln(INR) + 11.14 × ln(creatinine) + 1.85 × (3.5 − albumin) − 1.83 × (3.5 − albumin) × ln(creatinine) + 6. "
    "mg/dL and g/dL; values below 1 count 1, creatinine at most 3.0 (3.0 on dialysis), sodium 125 to 137 mmol/L, albumin "
    "1.5 to 3.5 g/dL; at most 40.",
    source="Kim WR, et al. Gastroenterology 2021;161:1887-1895, doi:10.1053/j.gastro.2021.08.050",
    stated=(Passage(_DOCUMENT, "MELD 3.0 is 1.33"), Passage(_DOCUMENT, "For MELD 3.0, bilirubin")),
    bands=_BANDS,
)
