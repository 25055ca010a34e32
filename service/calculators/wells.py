"""Two-level Wells scores: deep vein thrombosis (−2 to 9) and pulmonary embolism (0 to 12.5).

DVT: Wells PS, et al. N Engl J Med 2003;349:1227-1235, PMID 14507948. PE: doi:10.1186/1471-2296-11-64, table 1.
"""

from __future__ import annotations

from service.calculators.calculator import Band, Calculator, Consequence, Given, Passage, points
from service.calculators.inputs import Criterion, Unsaid
from service.calculators.values import HEART_RATE

_DOCUMENT = "wells-scores"
_DVT_LEVELS = Passage(_DOCUMENT, "Deep vein thrombosis is likely")
_PE_LEVELS = Passage(_DOCUMENT, "Pulmonary embolism is likely")
_DVT = (
    Criterion("active_cancer", "active cancer"),
    Criterion("leg_paralysis_or_plaster", "paralysis, paresis or recent plaster of a leg"),
    Criterion("bedridden_or_surgery", "3 or more days in bed, or major surgery within 12 weeks"),
    Criterion("deep_vein_tenderness", "tenderness along the deep veins"),
    Criterion("entire_leg_swollen", "entire leg swollen"),
    Criterion("calf_swelling", "calf at least 3 cm larger than the other"),
    Criterion("pitting_oedema", "pitting oedema of the symptomatic leg"),
    Criterion("collateral_veins", "collateral superficial veins"),
    Criterion("previous_dvt", "previous DVT"),
)
_AS_LIKELY = Criterion("alternative_as_likely", "another diagnosis at least as likely as DVT", Unsaid.ASK)
_PE = {
    Criterion("alternative_less_likely", "alternative diagnosis less likely than PE", Unsaid.ASK): 3.0,
    Criterion("signs_of_dvt", "clinical signs of DVT"): 3.0,
    Criterion("immobilisation_or_surgery", "immobilisation for more than 3 days, or surgery within 4 weeks"): 1.5,
    Criterion("previous_vte", "previous DVT or PE"): 1.5,
    Criterion("haemoptysis", "haemoptysis"): 1.0,
    Criterion("cancer", "cancer (treated within 6 months or palliative)"): 1.0,
}


def _dvt(given: Given) -> float:
    return points(given, {**dict.fromkeys(_DVT, 1), _AS_LIKELY: -2})


def _pe(given: Given) -> float:
    return points(given, _PE) + (1.5 if given.amount("heart_rate", "/min") > 100 else 0)


WELLS_DVT = Calculator(
    name="wells_dvt",
    title="Wells score for deep vein thrombosis",
    inputs=(*_DVT, _AS_LIKELY),
    score=_dvt,
    formula="1 point each: active cancer; paralysis or recent plaster of a leg; 3 or more days in bed or major surgery "
    "within 12 weeks; tenderness along the deep veins; entire leg swollen; calf at least 3 cm larger; pitting oedema; "
    "collateral superficial veins; previous DVT. Minus 2: another diagnosis at least as likely.",
    source="Wells PS, et al. N Engl J Med 2003;349:1227-1235, PMID 14507948",
    stated=(
        Passage(_DOCUMENT, "The two-level Wells score for deep vein thrombosis (DVT) gives"),
        Passage(_DOCUMENT, "The two-level Wells score for deep vein thrombosis subtracts"),
    ),
    bands=(Band(-2, 1, "unlikely", _DVT_LEVELS), Band(2, 9, "likely", _DVT_LEVELS)),
    consequences=(
        Consequence(Passage("venous-thromboembolism", "With a likely DVT Wells score"), low=2),
        Consequence(Passage("venous-thromboembolism", "With an unlikely DVT Wells score"), high=1),
    ),
)

WELLS_PE = Calculator(
    name="wells_pe",
    title="Wells score for pulmonary embolism",
    inputs=(HEART_RATE, *_PE),
    score=_pe,
    formula="3 points each: clinical signs of DVT; alternative diagnosis less likely than PE. 1.5 points each: heart rate "
    ">100/min; immobilisation for more than 3 days or surgery within 4 weeks; previous DVT or PE. 1 point each: "
    "haemoptysis; cancer.",
    source="Wells clinical decision rule, doi:10.1186/1471-2296-11-64, table 1",
    stated=(Passage(_DOCUMENT, "The Wells score for pulmonary embolism (PE) gives"),),
    bands=(Band(0, 4, "unlikely", _PE_LEVELS), Band(4.5, 12.5, "likely", _PE_LEVELS)),
    consequences=(
        Consequence(Passage(_DOCUMENT, "With an unlikely two-level Wells score for pulmonary"), high=4),
        Consequence(Passage(_DOCUMENT, "With a Wells score for pulmonary embolism above"), low=4.5),
    ),
)
