"""Padua (0 to 20) and IMPROVE VTE (0 to 12) scores of medical inpatients, and the IMPROVE bleeding score (0 to 30.5).

Padua: Barbar S, et al. J Thromb Haemost 2010;8:2450, doi:10.1111/j.1538-7836.2010.04044.x. IMPROVE VTE: Spyropoulos AC, et
al. Chest 2011;140:706-714. IMPROVE bleeding: Decousus H, et al. Chest 2011;139:69-79, doi:10.1378/chest.09-3081; points
checked against doi:10.1186/s12959-024-00603-w, table 1.
"""

from __future__ import annotations

from service.calculators.calculator import Band, Calculator, Consequence, Given, Passage, points
from service.calculators.inputs import Criterion
from service.calculators.values import ADULT_AGE, GFR, PLATELETS, SEX

_DOCUMENT = "venous-thromboembolism-risk-scores"
_PADUA_HIGH = Passage(_DOCUMENT, "A Padua Prediction Score")
_IMPROVE_LEVELS = Passage(_DOCUMENT, "An IMPROVE VTE score of")
_PROPHYLAXIS = Passage(_DOCUMENT, "In acutely ill medical patients, the 2018 American")
_PADUA = {
    Criterion("active_cancer", "active cancer"): 3,
    Criterion("previous_vte", "previous venous thromboembolism"): 3,
    Criterion("reduced_mobility", "reduced mobility (bed rest for at least 3 days)"): 3,
    Criterion("thrombophilia", "known thrombophilia"): 3,
    Criterion("recent_trauma_or_surgery", "trauma or surgery within the past month"): 2,
    Criterion("heart_or_respiratory_failure", "heart or respiratory failure"): 1,
    Criterion("acute_mi_or_stroke", "acute myocardial infarction or ischaemic stroke"): 1,
    Criterion("acute_infection_or_rheumatic", "acute infection or rheumatological disorder"): 1,
    Criterion("obesity", "body mass index ≥30 kg/m²"): 1,
    Criterion("hormonal_treatment", "ongoing hormonal treatment"): 1,
}
_IMPROVE_VTE = {
    Criterion("previous_vte", "previous venous thromboembolism"): 3,
    Criterion("thrombophilia", "known thrombophilia"): 2,
    Criterion("lower_limb_paralysis", "lower-limb paralysis"): 2,
    Criterion("cancer", "cancer (active, or within 5 years)"): 2,
    Criterion("immobilisation", "immobilisation (7 or more days)"): 1,
    Criterion("intensive_care", "stay in an intensive or coronary care unit"): 1,
}
_IMPROVE_BLEEDING = {
    Criterion("active_ulcer", "active gastroduodenal ulcer"): 4.5,
    Criterion("recent_bleeding", "bleeding in the 3 months before admission"): 4.0,
    Criterion("hepatic_failure", "hepatic failure (INR >1.5)"): 2.5,
    Criterion("intensive_care", "stay in an intensive or coronary care unit"): 2.5,
    Criterion("central_venous_catheter", "central venous catheter"): 2.0,
    Criterion("rheumatic_disease", "rheumatic disease"): 2.0,
    Criterion("cancer", "current cancer"): 2.0,
}


def _padua(given: Given) -> float:
    return points(given, _PADUA) + (given.amount("age", "years") >= 70)


def _improve_vte(given: Given) -> float:
    return points(given, _IMPROVE_VTE) + (given.amount("age", "years") > 60)


def _improve_bleeding(given: Given) -> float:
    age, gfr = given.amount("age", "years"), given.amount("gfr", "mL/min")
    return (
        points(given, _IMPROVE_BLEEDING)
        + (3.5 if age >= 85 else 1.5 if age >= 40 else 0)
        + (given.choice("sex") == "male")
        + (2.5 if gfr < 30 else 1 if gfr < 60 else 0)
        + (4 if given.amount("platelets", "× 10⁹/L") < 50 else 0)
    )


PADUA = Calculator(
    name="padua",
    title="Padua prediction score",
    inputs=(ADULT_AGE, *_PADUA),
    score=_padua,
    formula="3 points each: active cancer, previous VTE, reduced mobility, known thrombophilia. 2 points: trauma or surgery "
    "within a month. 1 point each: age ≥70 years, heart or respiratory failure, acute myocardial infarction or ischaemic "
    "stroke, acute infection or rheumatological disorder, BMI ≥30 kg/m², hormonal treatment.",
    source="Barbar S, et al. J Thromb Haemost 2010, doi:10.1111/j.1538-7836.2010.04044.x",
    stated=tuple(Passage(_DOCUMENT, f"The Padua Prediction Score gives {count}") for count in (3, 2, 1)),
    bands=(Band(4, 20, "a high risk of venous thromboembolism", _PADUA_HIGH),),
    consequences=(Consequence(_PROPHYLAXIS, low=4),),
)

IMPROVE_VTE = Calculator(
    name="improve_vte",
    title="IMPROVE VTE score",
    inputs=(ADULT_AGE, *_IMPROVE_VTE),
    score=_improve_vte,
    formula="3 points: previous VTE. 2 points each: thrombophilia, lower-limb paralysis, cancer. 1 point each: "
    "immobilisation, intensive or coronary care, age >60 years.",
    source="Spyropoulos AC, et al. Chest 2011;140:706-714",
    stated=(Passage(_DOCUMENT, "The IMPROVE VTE score gives"),),
    bands=(
        Band(0, 1, "low risk of venous thromboembolism", _IMPROVE_LEVELS),
        Band(2, 3, "moderate risk of venous thromboembolism", _IMPROVE_LEVELS),
        Band(4, 12, "high risk of venous thromboembolism", _IMPROVE_LEVELS),
    ),
    consequences=(Consequence(_PROPHYLAXIS, low=4),),
)

IMPROVE_BLEEDING = Calculator(
    name="improve_bleeding",
    title="IMPROVE bleeding score",
    inputs=(ADULT_AGE, SEX, GFR, PLATELETS, *_IMPROVE_BLEEDING),
    score=_improve_bleeding,
    formula="4.5: active gastroduodenal ulcer. 4 each: bleeding in the past 3 months, platelets <50 × 10⁹/L. Age ≥85 years "
    "3.5, 40 to 84 years 1.5. 2.5 each: hepatic failure, GFR <30 mL/min, intensive or coronary care. 2 each: central venous "
    "catheter, rheumatic disease, cancer. 1 each: male sex, GFR 30 to 59 mL/min.",
    source="Decousus H, et al. Chest 2011;139:69-79, doi:10.1378/chest.09-3081",
    stated=(
        Passage(_DOCUMENT, "The IMPROVE bleeding score gives 4.5"),
        Passage(_DOCUMENT, "The IMPROVE bleeding score gives 3.5"),
        Passage(_DOCUMENT, "The IMPROVE bleeding score gives 2.5"),
        Passage(_DOCUMENT, "The IMPROVE bleeding score gives 2 points"),
    ),
    bands=(Band(7, 30.5, "a high bleeding risk", Passage(_DOCUMENT, "An IMPROVE bleeding score ≥7")),),
    consequences=(Consequence(Passage(_DOCUMENT, "With an IMPROVE bleeding score ≥7, MDCalc"), low=7),),
)
