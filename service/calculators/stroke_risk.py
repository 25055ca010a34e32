"""CHA2DS2-VA (0 to 8) and CHA2DS2-VASc (0 to 9) in atrial fibrillation.

CHA2DS2-VASc: Lip GY, et al. Chest 2010;137:263-272, doi:10.1378/chest.09-1584. CHA2DS2-VA: ESC 2024,
doi:10.1093/eurheartj/ehae176.
"""

from __future__ import annotations

from service.calculators.calculator import Band, Calculator, Consequence, Given, Passage, points
from service.calculators.inputs import Criterion
from service.calculators.values import ADULT_AGE, SEX

_DOCUMENT = "stroke-and-bleeding-scores-in-atrial-fibrillation"
_BORDERLINE = Passage("atrial-fibrillation", "A CHA2DS2-VA score of 1")
_ELEVATED = Passage("atrial-fibrillation", "In atrial fibrillation with a CHA2DS2-VA")
_LEVELS = Passage(_DOCUMENT, "A CHA2DS2-VASc score of 0 counts")
_FACTORS = {
    Criterion("heart_failure", "heart failure"): 1,
    Criterion("hypertension", "hypertension"): 1,
    Criterion("diabetes", "diabetes"): 1,
    Criterion("stroke", "previous stroke, TIA or thromboembolism"): 2,
    Criterion(
        "vascular_disease", "vascular disease (myocardial infarction, peripheral artery disease, aortic plaque)"
    ): 1,
}


def _without_sex(given: Given) -> float:
    age = given.amount("age", "years")
    return points(given, _FACTORS) + (2 if age >= 75 else 1 if age >= 65 else 0)


def _with_sex(given: Given) -> float:
    return _without_sex(given) + (given.choice("sex") == "female")


CHA2DS2_VA = Calculator(
    name="cha2ds2_va",
    title="CHA2DS2-VA score",
    inputs=(ADULT_AGE, *_FACTORS),
    score=_without_sex,
    formula="2 points each: age ≥75 years; previous stroke, TIA or arterial thromboembolism. 1 point each: heart failure, "
    "hypertension, diabetes, vascular disease, age 65 to 74 years.",
    source="European Society of Cardiology, 2024 guideline on atrial fibrillation, doi:10.1093/eurheartj/ehae176",
    stated=(Passage(_DOCUMENT, "The CHA2DS2-VA score counts"), Passage(_DOCUMENT, "The CHA2DS2-VA score runs")),
    bands=(
        Band(1, 1, "a sign of elevated thromboembolic risk", _BORDERLINE),
        Band(2, 8, "the thromboembolic risk counts as elevated", _ELEVATED),
    ),
    consequences=(
        Consequence(_ELEVATED, low=2),
        Consequence(_BORDERLINE, low=1, high=1),
    ),
)

CHA2DS2_VASC = Calculator(
    name="cha2ds2_vasc",
    title="CHA2DS2-VASc score",
    inputs=(ADULT_AGE, SEX, *_FACTORS),
    score=_with_sex,
    formula="2 points each: age ≥75 years; previous stroke, TIA or thromboembolism. 1 point each: heart failure, "
    "hypertension, diabetes, vascular disease, age 65 to 74 years, female sex.",
    source="Lip GY, et al. Chest 2010;137:263-272, doi:10.1378/chest.09-1584",
    stated=(Passage(_DOCUMENT, "The CHA2DS2-VASc score in"), Passage(_DOCUMENT, "The CHA2DS2-VASc score runs")),
    bands=(
        Band(0, 0, "low risk of thromboembolic stroke", _LEVELS),
        Band(1, 1, "moderate risk of thromboembolic stroke", _LEVELS),
        Band(2, 9, "high risk of thromboembolic stroke", _LEVELS),
    ),
    consequences=(Consequence(Passage(_DOCUMENT, "Queensland Health recommends oral")),),
)
