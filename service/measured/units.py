"""The units in which a value is given, one table for all who read values: factors to the first unit of each measure.

Creatinine 1 mg/dL = 88.4 µmol/L, bilirubin 1 mg/dL = 17.1 µmol/L, albumin 1 g/dL = 10 g/L
(http://w3.csmu.edu.tw/~chr/Int_unit_conversion.htm), urea nitrogen 1 mg/dL = 0.357 mmol/L of urea
(https://unitslab.com/node/98), LDL cholesterol 1 mmol/L = 38.67 mg/dL, glucose 1 mmol/L = 18.02
mg/dL, albumin to creatinine 1 mg/mmol = 8.84 mg/g; pound, stone and inch by definition (0.45359237 kg,
14 lb, 2.54 cm; 1 mmHg = 0.133322 kPa). Sodium and potassium carry one charge: 1 mEq/L = 1 mmol/L.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNITS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "bilirubin": {"mg/dL": 1.0, "µmol/L": 1 / 17.1},
        "albumin": {"g/L": 1.0, "g/dL": 10.0},
        "creatinine": {"mg/dL": 1.0, "µmol/L": 1 / 88.4},
        "sodium": {"mmol/L": 1.0, "mEq/L": 1.0},
        "potassium": {"mmol/L": 1.0, "mEq/L": 1.0},
        "urea": {"mmol/L": 1.0, "mg/dL of urea nitrogen": 0.357},
        "gfr": {"mL/min": 1.0, "mL/min/1.73 m²": 1.0},
        "platelets": {"× 10⁹/L": 1.0, "/µL": 0.001},
        "haemoglobin": {"g/L": 1.0, "g/dL": 10.0},
        "ldl": {"mmol/L": 1.0, "mg/dL": 1 / 38.67},
        "acr": {"mg/mmol": 1.0, "mg/g": 1 / 8.84},
        "glucose": {"mmol/L": 1.0, "mg/dL": 1 / 18.02},
        "fasting_glucose": {"mmol/L": 1.0, "mg/dL": 1 / 18.02},
        "saag": {"g/L": 1.0, "g/dL": 10.0},
        "eosinophils": {"× 10⁹/L": 1.0, "/µL": 0.001},
        "ascitic_neutrophils": {"× 10⁹/L": 1.0, "/µL": 0.001},
        "pco2": {"kPa": 1.0, "mmHg": 0.133322},
        "weight": {"kg": 1.0, "lb": 0.45359237, "stone": 6.35029318},
        "height": {"cm": 1.0, "m": 100.0, "in": 2.54, "ft": 30.48},
    }
)
_FREEZING, _DEGREE = 32.0, 1.8  # of Fahrenheit


def converted(measure: str, value: float, unit: str, other: str) -> float | None:
    """``value`` of ``measure`` from ``unit`` in another unit; None where the two cannot be compared. Units are spelt as
    by :func:`service.measured.writing.canonical_unit`.
    """
    if unit == other:
        return value
    if measure == "temperature":
        if (unit, other) == ("°F", "°C"):
            return (value - _FREEZING) / _DEGREE
        return value * _DEGREE + _FREEZING if (unit, other) == ("°C", "°F") else None
    factors = UNITS.get(measure, {})
    return value * factors[unit] / factors[other] if unit in factors and other in factors else None


def meant(measure: str, value: float) -> str:
    """The unit that a number without one must be in, where no person's value has that number in another; else empty."""
    if measure == "temperature":
        return "°F" if 90 <= value <= 110 else "°C" if 25 <= value <= 45 else ""
    if measure == "haemoglobin":
        return "g/dL" if value < 25 else "g/L"
    if measure == "creatinine":
        return "mg/dL" if value < 15 else "µmol/L" if value >= 30 else ""
    if measure == "pco2":
        return "kPa" if value < 15 else "mmHg" if value > 25 else ""
    if measure == "saag":
        return "g/dL" if value < 4 else "g/L" if value >= 6 else ""
    if measure in ("eosinophils", "ascitic_neutrophils"):
        return "× 10⁹/L" if value < 20 else "/µL"
    if measure == "platelets":
        return "/µL" if value >= 5000 else "× 10⁹/L" if value < 2000 else ""
    return ""
