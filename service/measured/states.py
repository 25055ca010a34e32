"""States that a measured value is called by ("potassium 6.8" is hyperkalaemia), and states that are opposites.

Only what words mean is held here, at the bounds that are common to laboratories: sodium 135 to 145 and potassium 3.5 to
5.5 mmol/L, platelets 150 to 450 × 10⁹/L. A value near them is called by no name that another laboratory would not use.
From 38 °C on a temperature is fever; what no body has in degrees Celsius (98.6) is called nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from service.measured.bounds import Bound, Measured

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
    (Bound("temperature", 38, 45, True, "°C"), "fever"),
    (Bound("platelets", None, 150, False, "× 10⁹/L"), "thrombocytopenia"),
    (Bound("platelets", 450, None, False, "× 10⁹/L"), "thrombocytosis"),
)
_PER_MICROLITRE = 2000  # a platelet count without a unit from here on is one per microlitre


def states_of(values: Iterable[Measured]) -> tuple[str, ...]:
    """What the values are called, each name once; a value in a unit that cannot be compared is called nothing."""
    found: dict[str, None] = {}
    for value in values:
        if value.measure == "platelets" and not value.unit and value.value >= _PER_MICROLITRE:
            continue
        found.update({name: None for bound, name in _STATES if bound.holds(value)})
    return tuple(found)
