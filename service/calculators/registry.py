"""All calculators by name."""

from __future__ import annotations

from service.calculators.acute_infection import CRB_65, CURB_65, QSOFA
from service.calculators.body_mass import BMI
from service.calculators.calculator import Calculator
from service.calculators.child_pugh import CHILD_PUGH
from service.calculators.has_bled import HAS_BLED
from service.calculators.kidney import EGFR
from service.calculators.meld import MELD_3, MELD_NA
from service.calculators.stroke_risk import CHA2DS2_VA, CHA2DS2_VASC
from service.calculators.thrombosis_risk import IMPROVE_BLEEDING, IMPROVE_VTE, PADUA
from service.calculators.wells import WELLS_DVT, WELLS_PE

CALCULATORS: dict[str, Calculator] = {
    calculator.name: calculator
    for calculator in (
        CHILD_PUGH, MELD_NA, MELD_3, CHA2DS2_VA, CHA2DS2_VASC, HAS_BLED, PADUA, IMPROVE_VTE, IMPROVE_BLEEDING, WELLS_DVT,
        WELLS_PE, CURB_65, CRB_65, QSOFA, EGFR, BMI,
    )
}  # fmt: skip
