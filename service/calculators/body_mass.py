"""Body mass index in kg/m², with the categories of the World Health Organization for adults."""

from __future__ import annotations

from service.calculators.calculator import Band, Calculator, Given, Passage
from service.calculators.values import HEIGHT, WEIGHT

_DOCUMENT = "egfr-and-body-mass-index"
_CATEGORIES = Passage(_DOCUMENT, "Adults are underweight")


def _score(given: Given) -> float:
    return round(given.amount("weight", "kg") / given.amount("height", "m") ** 2, 2)


BMI = Calculator(
    name="bmi",
    title="Body mass index",
    unit="kg/m²",
    inputs=(WEIGHT, HEIGHT),
    score=_score,
    formula="Weight in kilograms divided by the square of height in metres.",
    source="World Health Organization, international classification of adult body mass index",
    stated=(Passage(_DOCUMENT, "The body mass index (BMI) is"),),
    bands=(
        Band(0, 18.49, "underweight", _CATEGORIES),
        Band(18.5, 24.99, "normal range", _CATEGORIES),
        Band(25, 29.99, "pre-obese", _CATEGORIES),
        Band(30, 34.99, "obese class I", _CATEGORIES),
        Band(35, 39.99, "obese class II", _CATEGORIES),
        Band(40, 1000, "obese class III", _CATEGORIES),
    ),
)
