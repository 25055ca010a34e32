"""HAS-BLED score of bleeding risk in atrial fibrillation, 0 to 9 points.

Pisters R, et al. Chest 2010;138:1093-1100, doi:10.1378/chest.10-0134, PMID 20299623; definitions: PMC3418985, table 3.
"""

from __future__ import annotations

from service.calculators.calculator import Band, Calculator, Consequence, Given, Passage, points
from service.calculators.inputs import Criterion, Unsaid
from service.calculators.values import ADULT_AGE

_DOCUMENT = "stroke-and-bleeding-scores-in-atrial-fibrillation"
_CRITERIA = (
    Criterion("uncontrolled_hypertension", "systolic blood pressure >160 mmHg", Unsaid.ASK),
    Criterion("abnormal_renal_function", "abnormal renal function (dialysis, transplant or creatinine >200 µmol/L)"),
    Criterion("abnormal_liver_function", "abnormal liver function (cirrhosis, or bilirubin >2 × with enzymes >3 × normal)"),
    Criterion("stroke", "previous stroke"),
    Criterion("bleeding", "previous major bleeding or predisposition to it"),
    Criterion("labile_inr", "labile INR (less than 60% of the time in range)"),
    Criterion("antiplatelet_or_nsaid", "antiplatelet agent or NSAID"),
    Criterion("alcohol", "alcohol (8 or more drinks a week)"),
)  # fmt: skip


def _score(given: Given) -> float:
    return points(given, dict.fromkeys(_CRITERIA, 1)) + (given.amount("age", "years") > 65)


HAS_BLED = Calculator(
    name="has_bled",
    title="HAS-BLED score",
    inputs=(ADULT_AGE, *_CRITERIA),
    score=_score,
    formula="1 point each: systolic blood pressure >160 mmHg; abnormal renal function; abnormal liver function; stroke; "
    "bleeding; labile INR; age >65 years; antiplatelet agents or NSAIDs; alcohol (≥8 drinks a week).",
    source="Pisters R, et al. Chest 2010;138:1093-1100, doi:10.1378/chest.10-0134",
    stated=(Passage(_DOCUMENT, "The HAS-BLED score counts"), Passage(_DOCUMENT, "The HAS-BLED score runs")),
    bands=(Band(3, 9, "a high risk of major bleeding", Passage(_DOCUMENT, "A HAS-BLED score of 3")),),
    consequences=(Consequence(Passage("atrial-fibrillation", "Modifiable bleeding risk factors should")),),
)
