"""CURB-65 (0 to 5) and CRB-65 (0 to 4) in pneumonia; qSOFA (0 to 3) with suspected infection.

CURB-65: Lim WS, et al. Thorax 2003;58:377-382, doi:10.1136/thorax.58.5.377. CRB-65 and risks of death: NICE NG250 (2025) and
GPnotebook (2022). qSOFA: qsofa.org, after Sepsis-3 (doi:10.1001/jama.2016.0287).
"""

from __future__ import annotations

from service.calculators.calculator import Band, Calculator, Consequence, Given, Passage
from service.calculators.inputs import Criterion, Unsaid
from service.calculators.values import ADULT_AGE, DIASTOLIC, RESPIRATORY_RATE, SYSTOLIC, UREA

_DOCUMENT = "severity-scores-in-acute-infection"
_CURB_RISK = Passage("community-acquired-pneumonia", "In community-acquired pneumonia a CURB-65 score")
_CRB_RISK = Passage(_DOCUMENT, "A CRB-65 score of 0")
_CRB_PLACE = Passage(_DOCUMENT, "By CRB-65, NICE (2025)")
_CURB_PLACE = Passage(_DOCUMENT, "By CURB-65, NICE (2025)")
_CONFUSION = Criterion("confusion", "new confusion", Unsaid.ASK)
_ALTERED = Criterion("altered_mentation", "altered mentation (Glasgow Coma Scale below 15)", Unsaid.ASK)


def _crb(given: Given) -> float:
    low = given.amount("systolic", "mmHg") < 90 or given.amount("diastolic", "mmHg") <= 60
    return (
        given.has("confusion")
        + (given.amount("respiratory_rate", "/min") >= 30)
        + low
        + (given.amount("age", "years") >= 65)
    )


def _curb(given: Given) -> float:
    nitrogen = "mg/dL of urea nitrogen"  # keeps its own published cut-off, 20 mg/dL
    high = given.amount("urea", nitrogen) > 20 if given.unit("urea") == nitrogen else given.amount("urea", "mmol/L") > 7
    return _crb(given) + high


def _qsofa(given: Given) -> float:
    return (
        given.has("altered_mentation")
        + (given.amount("respiratory_rate", "/min") >= 22)
        + (given.amount("systolic", "mmHg") <= 100)
    )


CRB_65 = Calculator(
    name="crb_65",
    title="CRB-65 score",
    inputs=(ADULT_AGE, _CONFUSION, RESPIRATORY_RATE, SYSTOLIC, DIASTOLIC),
    score=_crb,
    formula="1 point each: confusion; respiratory rate ≥30/min; systolic <90 or diastolic ≤60 mmHg; age ≥65 years.",
    source="National Institute for Health and Care Excellence, NG250 (2025)",
    stated=(Passage(_DOCUMENT, "The CRB-65 score of pneumonia"),),
    bands=(
        Band(0, 0, "a low risk of death", _CRB_RISK),
        Band(1, 2, "an intermediate risk", _CRB_RISK),
        Band(3, 4, "a high risk", _CRB_RISK),
    ),
    consequences=(Consequence(_CRB_PLACE),),
)

CURB_65 = Calculator(
    name="curb_65",
    title="CURB-65 score",
    inputs=(ADULT_AGE, _CONFUSION, UREA, RESPIRATORY_RATE, SYSTOLIC, DIASTOLIC),
    score=_curb,
    formula="1 point each: confusion; urea >7 mmol/L (urea nitrogen >20 mg/dL); respiratory rate ≥30/min; systolic <90 or "
    "diastolic ≤60 mmHg; age ≥65 years.",
    source="Lim WS, et al. Thorax 2003;58:377-382, doi:10.1136/thorax.58.5.377",
    stated=(Passage(_DOCUMENT, "The CURB-65 score of pneumonia"),),
    bands=(
        Band(0, 1, "a low risk of death", _CURB_RISK),
        Band(2, 2, "an intermediate risk", _CURB_RISK),
        Band(3, 5, "a high risk", _CURB_RISK),
    ),
    consequences=(Consequence(_CURB_PLACE),),
)

QSOFA = Calculator(
    name="qsofa",
    title="qSOFA score",
    inputs=(RESPIRATORY_RATE, SYSTOLIC, _ALTERED),
    score=_qsofa,
    formula="1 point each: systolic blood pressure ≤100 mmHg; respiratory rate ≥22/min; altered mentation (GCS <15).",
    source="Sepsis-3, as described at qsofa.org",
    stated=(Passage(_DOCUMENT, "The quick SOFA score"), Passage(_DOCUMENT, "The qSOFA score runs")),
    bands=(
        Band(2, 3, "a greater risk of death", Passage(_DOCUMENT, "With suspected infection outside intensive care")),
    ),
    consequences=(Consequence(Passage("sepsis-and-septic-shock", "For sepsis screening of acutely ill")),),
)
