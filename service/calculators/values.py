"""The inputs that scores share: one definition each, so that a value means the same in all of them."""

from __future__ import annotations

from service.calculators.inputs import Choice, Measure
from service.measured import UNITS

AGE = Measure("age", "age", {"years": 1.0}, 0, 120, bare="years")
ADULT_AGE = Measure("age", "age", {"years": 1.0}, 18, 120, bare="years")
SEX = Choice("sex", "sex", ("female", "male"))
BILIRUBIN = Measure("bilirubin", "total bilirubin", UNITS["bilirubin"], 0.05, 80)
ALBUMIN = Measure("albumin", "serum albumin", UNITS["albumin"], 8, 65)
CREATININE = Measure("creatinine", "serum creatinine", UNITS["creatinine"], 0.1, 30)
SODIUM = Measure("sodium", "serum sodium", UNITS["sodium"], 95, 190, bare="mmol/L")
INR = Measure("inr", "INR", {"": 1.0}, 0.5, 20, bare="")
UREA = Measure("urea", "blood urea", UNITS["urea"], 0.3, 100)
GFR = Measure("gfr", "glomerular filtration rate", UNITS["gfr"], 1, 200, bare="mL/min")
PLATELETS = Measure("platelets", "platelet count", UNITS["platelets"], 1, 3000)
RESPIRATORY_RATE = Measure("respiratory_rate", "respiratory rate", {"/min": 1.0}, 3, 80, bare="/min")
HEART_RATE = Measure("heart_rate", "heart rate", {"/min": 1.0}, 15, 300, bare="/min")
SYSTOLIC = Measure("systolic", "systolic blood pressure", {"mmHg": 1.0}, 30, 300, bare="mmHg")
DIASTOLIC = Measure("diastolic", "diastolic blood pressure", {"mmHg": 1.0}, 10, 200, bare="mmHg")
WEIGHT = Measure("weight", "body weight", UNITS["weight"], 20, 400)
HEIGHT = Measure("height", "height", UNITS["height"], 90, 250)
