"""The inputs that scores share: one definition each, so that a value means the same in all of them.

Factors between units: creatinine 1 mg/dL = 88.4 µmol/L, bilirubin 1 mg/dL = 17.1 µmol/L, albumin 1 g/dL = 10 g/L
(http://w3.csmu.edu.tw/~chr/Int_unit_conversion.htm), urea nitrogen 1 mg/dL = 0.357 mmol/L of urea
(https://unitslab.com/node/98); pound and inch by definition (0.45359237 kg, 2.54 cm).
"""

from __future__ import annotations

from service.calculators.inputs import Choice, Measure

AGE = Measure("age", "age", {"years": 1.0}, 0, 120, bare="years")
ADULT_AGE = Measure("age", "age", {"years": 1.0}, 18, 120, bare="years")
SEX = Choice("sex", "sex", ("female", "male"))
BILIRUBIN = Measure("bilirubin", "total bilirubin", {"mg/dL": 1.0, "µmol/L": 1 / 17.1}, 0.05, 80)
ALBUMIN = Measure("albumin", "serum albumin", {"g/L": 1.0, "g/dL": 10.0}, 8, 65)
CREATININE = Measure("creatinine", "serum creatinine", {"mg/dL": 1.0, "µmol/L": 1 / 88.4}, 0.1, 30)
SODIUM = Measure("sodium", "serum sodium", {"mmol/L": 1.0, "mEq/L": 1.0}, 95, 190, bare="mmol/L")
INR = Measure("inr", "INR", {"": 1.0}, 0.5, 20, bare="")
UREA = Measure("urea", "blood urea", {"mmol/L": 1.0, "mg/dL of urea nitrogen": 0.357}, 0.3, 100)
GFR = Measure("gfr", "glomerular filtration rate", {"mL/min": 1.0, "mL/min/1.73 m²": 1.0}, 1, 200)
PLATELETS = Measure("platelets", "platelet count", {"× 10⁹/L": 1.0, "/µL": 0.001}, 1, 3000)
RESPIRATORY_RATE = Measure("respiratory_rate", "respiratory rate", {"/min": 1.0}, 3, 80, bare="/min")
HEART_RATE = Measure("heart_rate", "heart rate", {"/min": 1.0}, 15, 300, bare="/min")
SYSTOLIC = Measure("systolic", "systolic blood pressure", {"mmHg": 1.0}, 30, 300, bare="mmHg")
DIASTOLIC = Measure("diastolic", "diastolic blood pressure", {"mmHg": 1.0}, 10, 200, bare="mmHg")
WEIGHT = Measure("weight", "body weight", {"kg": 1.0, "lb": 0.45359237}, 20, 400)
HEIGHT = Measure("height", "height", {"cm": 1.0, "m": 100.0, "in": 2.54, "ft": 30.48}, 90, 250)
