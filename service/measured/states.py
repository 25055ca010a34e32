"""States that a measured value is called by ("potassium 6.8" is hyperkalaemia), and states that are opposites.

Only what words mean is held here, at the bounds that are common to laboratories: sodium 135 to 145 and potassium 3.5 to
5.5 mmol/L, platelets 150 to 450 × 10⁹/L. A value near them is called by no name that another laboratory would not use.
From 38 °C on a temperature is fever, from 140/90 mmHg on a blood pressure hypertension, below 90 systolic hypotension;
an ejection fraction of 40% or less is reduced, and more than 250 neutrophils per µL of ascitic fluid are peritonitis. A creatinine of 1.5 times its baseline is
acute kidney injury (KDIGO 2012), fewer than 10 breaths a minute respiratory depression, a PHQ-9 of 10 or more depression until looked at closer.
"""

from __future__ import annotations

from collections.abc import Iterable

from service.measured.bound import Bound, Measured

PAIRS = (
    ("thrombocytosis", "thrombocytopenia"), ("leucocytosis", "leucopenia"), ("neutrophilia", "neutropenia"),
    ("hyperkalaemia", "hypokalaemia"), ("hypernatraemia", "hyponatraemia"), ("hypercalcaemia", "hypocalcaemia"),
    ("hypermagnesaemia", "hypomagnesaemia"), ("hyperphosphataemia", "hypophosphataemia"),
    ("hyperglycaemia", "hypoglycaemia"), ("hypertension", "hypotension"), ("tachycardia", "bradycardia"),
    ("hyperthyroidism", "hypothyroidism"), ("hyperthermia", "hypothermia"), ("polyuria", "oliguria"),
    ("weight gain", "weight loss"), ("constipation", "diarrhoea"), ("alkalosis", "acidosis"),
)  # fmt: skip
OPPOSITE = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
_STATES = (
    (Bound("sodium", None, 135, False, "mmol/L"), "hyponatraemia"),
    (Bound("sodium", 145, None, False, "mmol/L"), "hypernatraemia"),
    (Bound("potassium", None, 3.5, False, "mmol/L"), "hypokalaemia"),
    (Bound("potassium", 5.5, None, True, "mmol/L"), "hyperkalaemia"),
    (Bound("magnesium", None, 0.7, False, "mmol/L"), "hypomagnesaemia"),
    (Bound("respiratory_rate", None, 10, False, "/min"), "respiratory depression"),
    (Bound("temperature", 38, 45, True, "°C"), "fever"),
    (Bound("blood_pressure", 140, None, True, "mmHg", (90, None)), "hypertension"),
    (Bound("blood_pressure", None, 90, False, "mmHg"), "hypotension"),
    (Bound("ejection_fraction", None, 40, True, "%"), "heart failure with reduced ejection fraction"),
    (Bound("ascitic_neutrophils", 0.25, None, False, "× 10⁹/L"), "spontaneous bacterial peritonitis"),
    (Bound("phq9", 10, None, True, ""), "depression"),
    (Bound("creatinine_rise", 1.5, None, True, ""), "acute kidney injury"),
    (Bound("platelets", None, 150, False, "× 10⁹/L"), "thrombocytopenia"),
    (Bound("platelets", 450, None, False, "× 10⁹/L"), "thrombocytosis"),
)


def states_of(values: Iterable[Measured]) -> tuple[str, ...]:
    """What the values are called, each name once; a value in a unit that cannot be compared is called nothing."""
    found: dict[str, None] = {}
    for value in values:
        found.update({name: None for bound, name in _STATES if bound.holds(value)})
    return tuple(found)
