"""Which numbers a living person's values can have: what a number without a name may stand for.

Wide on purpose, and no statement on health: a number outside is a value of something else. Of a measure that is written
on several scales each scale has a range of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.measured.writing import canonical_unit, parse_number


@dataclass(frozen=True, slots=True)
class _Scale:
    """Numbers that a measure has on one scale; ``whole``: it is written without decimals there."""

    low: float
    high: float
    whole: bool = False
    units: tuple[str, ...] = ()  # none: it has no unit, or is written without

    def has(self, number: str) -> bool:
        if self.whole and ("." in number or ("," in number and not number.split(",")[-1].isdigit())):
            return False
        return self.low <= parse_number(number) <= self.high


_MMOL, _MEQ, _PERCENT, _RATE = "mmol/L", "mEq/L", "%", "/min"
_SCALES: dict[str, tuple[_Scale, ...]] = {
    "potassium": (_Scale(1.2, 9.9, units=(_MMOL, _MEQ)),),
    "sodium": (_Scale(95, 190, True, (_MMOL, _MEQ)),),
    "magnesium": (_Scale(0.1, 5, units=(_MMOL,)),),
    "inr": (_Scale(0.8, 20),),
    "haemoglobin": (_Scale(26, 250, True, ("g/L",)), _Scale(2, 25, units=("g/dL",))),
    "creatinine": (_Scale(30, 2000, True, ("µmol/L",)), _Scale(0.2, 14.9, units=("mg/dL",))),
    "gfr": (_Scale(3, 150, True, ("mL/min", "mL/min/1.73 m²")),),
    "creatinine_clearance": (_Scale(3, 180, True, ("mL/min", "mL/min/1.73 m²")),),
    "platelets": (_Scale(1, 2000, True, ("× 10⁹/L",)), _Scale(2001, 2_000_000, True, ("/µL",))),
    "hba1c": (_Scale(21, 200, True, ("mmol/mol",)), _Scale(3, 20, units=(_PERCENT,))),
    "urea": (_Scale(0.5, 100, units=(_MMOL,)),),
    "urea_nitrogen": (_Scale(1, 250, units=("mg/dL",)),),
    "bilirubin": (_Scale(1, 1000, True, ("µmol/L",)), _Scale(0.1, 60, units=("mg/dL",))),
    "albumin": (_Scale(8, 60, True, ("g/L",)), _Scale(0.8, 6, units=("g/dL",))),
    "ejection_fraction": (_Scale(5, 80, True, (_PERCENT,)),),
    "ldl": (_Scale(0.2, 15, units=(_MMOL,)), _Scale(16, 500, True, ("mg/dL",))),
    "glucose": (_Scale(0.5, 60, units=(_MMOL,)), _Scale(61, 1500, True, ("mg/dL",))),
    "fasting_glucose": (_Scale(0.5, 40, units=(_MMOL,)), _Scale(41, 800, True, ("mg/dL",))),
    "lactate": (_Scale(0.3, 30, units=(_MMOL,)),),
    "pco2": (_Scale(1, 25, units=("kPa",)), _Scale(26, 200, units=("mmHg",))),
    "ph": (_Scale(6.6, 7.8),),
    "bicarbonate": (_Scale(2, 60, units=(_MMOL, _MEQ)),),
    "oxygen_saturation": (_Scale(40, 100, True, (_PERCENT,)),),
    "respiratory_rate": (_Scale(4, 70, True, (_RATE,)),),
    "heart_rate": (_Scale(20, 250, True, (_RATE,)),),
    "systolic": (_Scale(40, 280, True, ("mmHg",)),),
    "diastolic": (_Scale(20, 180, True, ("mmHg",)),),
    "blood_pressure": (_Scale(40, 280, True, ("mmHg",)),),
    "weight": (_Scale(1, 300, units=("kg",)), _Scale(2, 700, units=("lb",))),
    "height": (_Scale(40, 230, units=("cm",)),),
    "temperature": (_Scale(28, 43, units=("°C",)), _Scale(90, 110, units=("°F",))),
    "bmi": (_Scale(10, 80, units=("kg/m²",)),),
    "coma_scale": (_Scale(3, 15, True),),
    "ascitic_neutrophils": (_Scale(10, 50_000, True, ("/µL",)), _Scale(0, 9.9, units=("× 10⁹/L",))),
    "eosinophils": (_Scale(1, 30_000, True, ("/µL",)), _Scale(0, 19.9, units=("× 10⁹/L",))),
    "acr": (_Scale(0.1, 3000, units=("mg/mmol", "mg/g")),),
    "nt_probnp": (_Scale(5, 70_000, True, ("ng/L",)),),
    "tsh": (_Scale(0.001, 200, units=("mIU/L",)),),
    "ferritin": (_Scale(1, 50_000, True, ("µg/L",)),),
    "urate": (_Scale(50, 1500, True, ("µmol/L",)), _Scale(1, 20, units=("mg/dL",))),
    "afp": (_Scale(0, 1_000_000, units=("µg/L",)),),
    "liver_stiffness": (_Scale(1.5, 75, units=("kPa",)),),
    "hvpg": (_Scale(1, 50, units=("mmHg",)),),
    "fib4": (_Scale(0.1, 20),),
    "meld": (_Scale(6, 50, True),),
    "child_pugh": (_Scale(5, 15, True),),
    "curb65": (_Scale(0, 5, True),),
    "four_at": (_Scale(0, 12, True),),
    "phq9": (_Scale(0, 27, True),),
    "abcd2": (_Scale(0, 7, True),),
    "cha2ds2_va": (_Scale(0, 9, True),),
    "has_bled": (_Scale(0, 9, True),),
}

_SCORES = ("child_pugh", "curb65", "four_at", "phq9", "abcd2", "cha2ds2_va", "has_bled")


def is_impossible_score(measure: str, number: str) -> bool:
    """Whether ``measure`` is a score of some points, and ``number`` is more than it can have."""
    return measure in _SCORES and parse_number(number) > max(scale.high for scale in _SCALES[measure])


def could_be(measure: str, number: str, unit: str, earlier: str = "", earlier_unit: str = "") -> bool:
    """Whether ``number`` in ``unit`` (as written; empty: none) can be somebody's value of ``measure``, a key of NAMES.

    ``earlier``: the number that the same person had, which tells the scale where the unit does not.
    """
    if ("/" in number) != (measure == "blood_pressure" and "/" in (earlier or number)):
        return False  # a pressure is told as the one before it was: by both of its numbers or by one
    number, earlier = number.split("/")[0].strip(), earlier.split("/")[0].strip()
    scales = _SCALES.get(measure, ())
    own = canonical_unit(unit)
    if own:
        return any(scale.has(number) for scale in scales if own in scale.units)
    before = canonical_unit(earlier_unit)
    same = [scale for scale in scales if before and before in scale.units]
    same = same or [scale for scale in scales if earlier and scale.has(earlier)]
    return any(scale.has(number) for scale in same or scales)
