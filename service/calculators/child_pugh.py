"""Child-Pugh score of cirrhosis, 5 to 15 points.

Points and classes: Cleveland Clinic Journal of Medicine, table "Child-Pugh classification"; cut-offs of bilirubin in
µmol/L: Harrison's Principles of Internal Medicine, 20th edition. Each unit keeps its published cut-offs (2 and 3 mg/dL;
34 and 51 µmol/L): converted, they would differ by a fraction.
"""

from __future__ import annotations

from service.calculators.calculator import Band, Calculator, Given, Passage
from service.calculators.inputs import Choice
from service.calculators.values import ALBUMIN, BILIRUBIN, INR

_DOCUMENT = "liver-disease-scores"
_CLASSES = Passage(_DOCUMENT, "Child-Pugh class A means")
_BILIRUBIN = {"mg/dL": (2.0, 3.0), "µmol/L": (34.0, 51.0)}
ASCITES = Choice("ascites", "ascites", ("none", "mild", "moderate or more"))
ENCEPHALOPATHY = Choice("encephalopathy", "hepatic encephalopathy", ("none", "grade 1 or 2", "grade 3 or 4"))


def _rising(value: float, low: float, high: float) -> int:
    return 1 if value < low else 2 if value <= high else 3


def _score(given: Given) -> float:
    unit = given.unit("bilirubin")
    albumin = given.amount("albumin", "g/L")
    return (
        _rising(given.amount("bilirubin", unit), *_BILIRUBIN[unit])
        + (1 if albumin > 35 else 2 if albumin >= 28 else 3)
        + _rising(given.amount("inr", ""), 1.7, 2.3)
        + ASCITES.options.index(given.choice("ascites"))
        + ENCEPHALOPATHY.options.index(given.choice("encephalopathy"))
        + 2
    )


def _remarks(given: Given) -> list[str]:
    found = []
    if 28 <= given.amount("albumin", "g/L") < 30:
        found.append("Albumin of 28 to 30 g/L counts 2 points here; some published tables give 3 below 30 g/L.")
    if given.choice("ascites") == "moderate or more":
        found.append("Ascites that is moderate or more counts 3 points.")
    return found


CHILD_PUGH = Calculator(
    name="child_pugh",
    title="Child-Pugh score",
    inputs=(BILIRUBIN, ALBUMIN, INR, ASCITES, ENCEPHALOPATHY),
    score=_score,
    formula="1, 2 or 3 points each: bilirubin <2, 2 to 3, >3 mg/dL (<34, 34 to 51, >51 µmol/L); albumin >35, 28 to 35, "
    "<28 g/L; INR <1.7, 1.7 to 2.3, >2.3; ascites none, mild, moderate or more; encephalopathy none, grade 1 or 2, "
    "grade 3 or 4. Class A 5 or 6, class B 7 to 9, class C 10 to 15 points.",
    source="Cleveland Clinic Journal of Medicine, Child-Pugh classification (table)",
    stated=(
        Passage(_DOCUMENT, "The laboratory part of the Child-Pugh score"),
        Passage(_DOCUMENT, "The clinical part of the Child-Pugh score"),
        Passage(_DOCUMENT, "In SI units the Child-Pugh score"),
    ),
    bands=(
        Band(5, 6, "class A", _CLASSES),
        Band(7, 9, "class B", _CLASSES),
        Band(10, 15, "class C", _CLASSES),
    ),
    remarks=_remarks,
)
