"""Findings in a question: each is present, denied, or not said. Patterns name the finding, :mod:`wording` says the rest."""

from __future__ import annotations

import re

from service.calculators.child_pugh import ASCITES, ENCEPHALOPATHY
from service.calculators.reading.wording import Said, part_of, said

_CANCER = r"cancers?|malignan\w+|metasta\w+|carcinoma|lymphoma|leukaemia|leukemia|myeloma|chemotherapy"
_VTE = r"(?:dvt|pe|vte|deep vein thrombos[ie]s|pulmonary embol(?:ism|us)|venous thromboembolism)"
_PAST = r"(?:previous|prior|past|history of(?: a| an)?|h/o|hx of|known|earlier|old|recurrent)"
_ANTIPLATELETS = r"aspirin|clopidogrel|ticagrelor|prasugrel|dipyridamole|anti-?platelets?(?: (?:agents?|drugs?))?"
_NSAIDS = r"nsaids?|ibuprofen|naproxen|diclofenac|indometacin|indomethacin|ketorolac|meloxicam|piroxicam"
_SURGERY = r"surgery|operation|arthroplasty|(?:hip|knee) replacement|laparotomy"
_WITHIN_WEEKS = r"(?:(?:1|one|2|two|3|three|4|four) weeks? ago|(?:last|past) (?:week|month|4 weeks|four weeks)|yesterday|\d+ days ago)"
_OTHER_DIAGNOSIS = r"(?:alternative(?: (?:diagnos[ie]s|dx|ddx))?|(?:another|other) (?:diagnos[ie]s|dx|ddx))"
_PATTERNS = {
    "heart_failure": r"(?:congestive |chronic |left |right )*(?:heart|cardiac) failure|chf|hfref|hfpef|hfmref|left ventricular dysfunction|lvsd|cardiomyopathy",
    "hypertension": r"hypertension|hypertensive|htn|high blood pressure|anti-?hypertensives?",
    "uncontrolled_hypertension": r"(?:uncontrolled|poorly controlled|severe) hypertension",
    "controlled_hypertension": r"(?<!un)(?<!poorly )(?:well[- ])?controlled (?:hypertension|blood pressure|bp)|normotensive|(?:hypertension|blood pressure|bp)(?: is| was|,)? (?:well )?controlled",
    "diabetes": r"diabet(?:es|ics?)|t[12]dm|dm[12]?|type [12] diabetes",
    "stroke": rf"(?:{_PAST} )?(?:ischa?emic |embolic |minor |major |cerebral )*(?:strokes?|cva|cerebrovascular accident)|\btia\b|transient ischa?emic attack|(?:systemic|arterial|cerebral) (?:embol\w+|thromboembolism)",
    "vascular_disease": r"(?:previous |prior |old )?(?:myocardial infarction|heart attack|\bmi\b|nstemi|stemi)|peripheral (?:arterial|artery|vascular) disease|\bpad\b|\bpvd\b|aortic plaque|coronary (?:artery |heart )?disease|\bcad\b|\bihd\b|ischa?emic heart disease|\bcabg\b|coronary (?:stents?|bypass)|\bpci\b|vascular disease",
    "abnormal_renal_function": r"(?:ha?emo)?dialysis|(?:kidney|renal) transplant(?:ation)?|abnormal (?:renal|kidney) function",
    "abnormal_liver_function": r"cirrho(?:sis|tic)|chronic liver disease|abnormal liver function",
    "bleeding": rf"(?:{_PAST}|major|gi|gastrointestinal|upper gi|intracranial|variceal) (?:major |gi |gastrointestinal |variceal )*(?:bleed(?:s|ing)?|ha?emorrhages?)|bleeding (?:diathesis|tendency|predisposition)|an(?:a)?emi[ac]",
    "labile_inr": r"labile inrs?|unstable inrs?|inrs? (?:is |are |was |were )?(?:labile|unstable|erratic)|poor inr control",
    "stable_inr": r"(?<!un)stable inrs?|inrs? (?:is |are |was |were )?(?:well controlled|stable)",
    "warfarin": r"warfarin|vitamin k antagonists?|\bvkas?\b|acenocoumarol|phenprocoumon",
    "antiplatelet_or_nsaid": rf"{_ANTIPLATELETS}|{_NSAIDS}",
    "alcohol": r"(?:alcohol|drinks?) (?:excess|misuse|abuse|dependence|heavily|to excess)|excess(?:ive)? alcohol|heavy (?:drinking|drinker|alcohol)|alcoholism|alcoholic(?! (?:hepatitis|liver|cirrhosis))",
    "active_cancer": _CANCER,
    "cancer": _CANCER,
    "previous_vte": rf"{_PAST} (?:unprovoked |provoked )?{_VTE}|{_VTE} (?:\w+ )?(?:\d+ (?:years?|months?) ago|in (?:19|20)\d\d|previously)",
    "previous_dvt": rf"{_PAST} (?:unprovoked |provoked )?(?:dvt|deep vein thrombos[ie]s)|(?:dvt|deep vein thrombos[ie]s) (?:\w+ )?(?:\d+ (?:years?|months?) ago|in (?:19|20)\d\d|previously)",
    "reduced_mobility": r"reduced mobility|bed ?bound|bed ?rest|bedridden|immobil(?:e|ised|ized|isation|ization)|confined to bed",
    "thrombophilia": r"thrombophili\w+|factor v leiden|protein [cs] deficiency|antithrombin deficiency|antiphospholipid syndrome|prothrombin (?:gene )?mutation",
    "recent_trauma_or_surgery": rf"recent (?:\w+ )?(?:trauma|{_SURGERY})|(?:trauma|{_SURGERY}|fracture) {_WITHIN_WEEKS}|(?:trauma|{_SURGERY}) within (?:a|the (?:last|past)) month",
    "heart_or_respiratory_failure": r"(?:congestive |chronic |acute )*(?:heart|cardiac|respiratory) failure|chf",
    "acute_mi_or_stroke": r"acute (?:myocardial infarction|mi|(?:ischa?emic )?stroke)|nstemi|stemi",
    "acute_infection_or_rheumatic": r"(?:acute )?infection|pneumonia|sepsis|cellulitis|pyelonephritis|urinary tract infection|\buti\b|rheumat(?:oid|ic|ological) (?:arthritis|disease|disorder)|lupus|vasculitis",
    "obesity": r"obes(?:e|ity)",
    "hormonal_treatment": r"hormon(?:e|al) (?:replacement|treatment|therapy)|\bhrt\b|oral contracepti(?:ves?|on)|(?:contraceptive|birth control) (?:pills?|patch|ring)|(?:combined|co?c) pills?|\bco?cps?\b|\bocs?\b|\bon the pill\b(?! for (?!contraception|acne|periods))|tamoxifen|o?estrogens?",
    "lower_limb_paralysis": r"(?:lower[- ]limb|leg) (?:paralysis|paresis|weakness)|para(?:plegia|paresis)|hemipleg\w+|hemipare\w+",
    "immobilisation": r"immobil(?:e|ised|ized|isation|ization)|bed ?bound|bedridden|confined to (?:bed|a chair)",
    "intensive_care": r"\b(?:icu|itu|ccu)\b|(?:intensive|critical|coronary) care(?: unit)?",
    "active_ulcer": r"active (?:gastric|duodenal|gastroduodenal|peptic) ulcers?",
    "recent_bleeding": rf"(?:bleed(?:ing|s)?|ha?emorrhage) (?:\w+ )?(?:{_WITHIN_WEEKS}|(?:1|one|2|two|3|three) months? ago|in the (?:last|past) (?:3|three) months)|recent (?:\w+ )?(?:bleed(?:ing)?|ha?emorrhage)",
    "hepatic_failure": r"(?:hepatic|liver) failure",
    "central_venous_catheter": r"central (?:venous )?(?:catheter|line)|\bcvc\b|\bpicc\b",
    "rheumatic_disease": r"rheumat(?:oid|ic|ological) (?:arthritis|disease|disorder)|lupus|vasculitis",
    "leg_paralysis_or_plaster": r"(?:leg|lower[- ]limb) (?:paralysis|paresis|weakness|in plaster)|plaster(?:ed)? (?:cast|leg|immobilisation)|(?:leg|ankle) cast|hemipleg\w+",
    "bedridden_or_surgery": rf"bedridden|bed ?bound|bed ?rest|(?:recent |major )+{_SURGERY}|{_SURGERY} (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:days?|weeks?) ago",
    "deep_vein_tenderness": r"tender(?:ness)?(?: along| over| of)?(?: the)? (?:deep )?(?:deep vein\w*|deep venous system|calf|femoral vein)|(?:calf|deep vein) tenderness|tender calf",
    "entire_leg_swollen": r"(?:entire|whole) leg (?:is )?(?:swollen|swelling)|swelling of the (?:entire|whole) leg|swollen (?:entire|whole) leg",
    "calf_swelling": r"calf (?:is )?(?:swelling|swollen|circumference)?(?: of| by| more than| at least| is| >|>|≥| ≥)* ?(?:[3-9]|\d\d)(?:\.\d+)? ?cm(?: larger| bigger| more)?",
    "pitting_oedema": r"pitting (?:o?edema)",
    "collateral_veins": r"collateral (?:superficial )?(?:non-?varicose )?veins|(?:superficial )?collaterals",
    "alternative_as_likely": rf"{_OTHER_DIAGNOSIS} (?:is |at least )*(?:as|equally|more|just as) likely",
    "alternative_less_likely": rf"{_OTHER_DIAGNOSIS} (?:is |are )?less likely|pe (?:is )?(?:the )?(?:most likely|likeliest|number one|#1|more likely)(?: diagnosis)?|no alternative diagnosis",
    "alternative_likely": rf"{_OTHER_DIAGNOSIS} (?:is |are |at least )*(?:more likely|as likely|likelier|equally likely)|pe (?:is )?less likely",
    "alternative_not_likely": rf"{_OTHER_DIAGNOSIS} (?:is )?(?:less likely|unlikely)|dvt (?:is )?(?:the )?(?:most likely|likeliest)(?: diagnosis)?|no (?:alternative|other) diagnosis",
    "signs_of_dvt": r"(?:clinical )?signs (?:and symptoms )?of (?:a )?(?:dvt|deep vein thrombosis)|swollen (?:and )?(?:tender|painful) (?:leg|calf)|(?:unilateral )?leg swelling (?:and|with) pain",
    "immobilisation_or_surgery": rf"immobil(?:ised|ized|isation|ization|e)|bedridden|bed ?bound|recent (?:\w+ )?{_SURGERY}|{_SURGERY} {_WITHIN_WEEKS}",
    "haemoptysis": r"ha?emoptysis|coughing (?:up )?blood",
    "confusion": r"(?:new |acute )*confus(?:ion|ed)|disorientat\w+|disoriented",
    "oriented": r"orient(?:at)?ed|(?:alert|lucid) and orient(?:at)?ed|not confused",
    "altered_mentation": r"altered ment(?:ation|al (?:state|status))|confus(?:ion|ed)|drows(?:y|iness)|disorientat\w+|obtunded|delirious",
    "alert": r"\balert\b|normal ment(?:ation|al (?:state|status))|gcs (?:of )?15",
    "dialysis": r"(?:ha?emo)?dialysis|\bcvvhd?\b|\bcrrt\b",
}  # fmt: skip
_COMPILED = {
    name: re.compile(rf"(?<![\w-])(?:non-?)?(?:{pattern})(?![\w])", re.I) for name, pattern in _PATTERNS.items()
}
# A finding that says another one is absent, or present.
_OPPOSITES = {
    "controlled_hypertension": "uncontrolled_hypertension", "stable_inr": "labile_inr", "oriented": "confusion", "alert": "altered_mentation",
    "alternative_likely": "alternative_less_likely", "alternative_not_likely": "alternative_as_likely",
}  # fmt: skip
_PAST_CANCER = re.compile(r"\b(?:previous|prior|past|history of|h/o|remission|cured|treated in (?:19|20)\d\d)\b", re.I)
_DRINKS = re.compile(r"(\d+)\s*(?:units|drinks|standard drinks)(?: of alcohol)?\s*(?:per|a|each|/)\s*(?:week|wk)", re.I)
_NONE = "none"
_MILD = re.compile(
    r"\b(?:mild|slight|small|minimal|trace|(?:easily|well)[- ]controlled|diuretic[- ]responsive)\b", re.I
)
_MORE = re.compile(
    r"\b(?:moderate|severe|large|gross|tense|massive|marked|refractory|poorly[- ]controlled|uncontrolled)\b", re.I
)
_LOW_GRADE = re.compile(r"\b(?:grade|stage|west haven)\s*(?:[12]|ii?)\b|\b(?:mild|minimal)\b", re.I)
_HIGH_GRADE = re.compile(r"\b(?:grade|stage|west haven)\s*(?:[34]|iii|iv)\b|\b(?:severe|advanced)\b|\bcoma\b", re.I)
_ASCITES = re.compile(r"\bascit(?:es|ic)\b(?!\s+fluid)", re.I)
_ENCEPHALOPATHY = re.compile(r"\b(?:hepatic |portosystemic )?encephalopathy\b|\b(?-i:HE)\b|\b(?-i:PSE)\b", re.I)


def read_findings(text: str) -> dict[str, bool]:
    """Findings of one message (made plain) that are present (True) or denied (False). What is said both ways is left out."""
    heard: dict[str, set[Said]] = {}
    for name, pattern in _COMPILED.items():
        for match in pattern.finditer(text):
            heard.setdefault(name, set()).add(_heard(name, text, match))
    found = {name: Said.PRESENT in ways for name, ways in heard.items() if len(ways & {Said.PRESENT, Said.DENIED}) == 1}
    for name, opposite in _OPPOSITES.items():
        if found.pop(name, False):
            found[opposite] = False
    drinks = _DRINKS.search(text)
    if drinks:
        found["alcohol"] = int(drinks[1]) >= 8
    if found.get("hypertension") is False:
        found.setdefault("uncontrolled_hypertension", False)
    return found


def _heard(name: str, text: str, match: re.Match[str]) -> Said:
    if match.group().lower().startswith("non-"):
        return Said.DENIED
    if name == "active_cancer" and _PAST_CANCER.search(part_of(text, match.start(), match.end())):
        return Said.OPEN
    return said(text, match.start(), match.end())


def read_choices(text: str) -> tuple[dict[str, str], list[str]]:
    """Ascites and encephalopathy of one message, and the names of those whose degree is not said."""
    found: dict[str, str] = {}
    vague: list[str] = []
    for choice, pattern, low, high in (
        (ASCITES, _ASCITES, _MILD, _MORE),
        (ENCEPHALOPATHY, _ENCEPHALOPATHY, _LOW_GRADE, _HIGH_GRADE),
    ):
        for match in pattern.finditer(text):
            way = said(text, match.start(), match.end())
            part = part_of(text, match.start(), match.end())
            degrees = [
                option for option, mark in zip(choice.options[1:], (low, high), strict=True) if mark.search(part)
            ]
            if way is Said.DENIED:
                found[choice.name] = _NONE
            elif len(degrees) == 1:
                found[choice.name] = degrees[0]
            elif way is Said.PRESENT:
                vague.append(choice.name)
    return found, [name for name in vague if name not in found]


# What is told of a wife or a father beside the patient has been left out by then: see :mod:`persons`.
_WOMAN = re.compile(
    r"\b(?:woman|female|lady|girl|wife|mother|mum|mom|daughter|sister|aunt|niece|grandmother)\b|\b\d{2}\s?(?-i:F)\b|\byof\b",
    re.I,
)
_MAN = re.compile(
    r"\b(?:man|male|gentleman|boy|husband|father|dad|son|brother|uncle|nephew|grandfather)\b|\b\d{2}\s?(?-i:M)\b|\byom\b",
    re.I,
)
_SHE, _HE = re.compile(r"\b(?:she|her|mrs|ms)\b", re.I), re.compile(r"\b(?:he|his|him|mr)\b", re.I)


def read_sex(text: str) -> str | None:
    """The patient's sex, where one message says it without contradiction."""
    for woman, man in ((_WOMAN, _MAN), (_SHE, _HE)):
        found = [sex for sex, pattern in (("female", woman), ("male", man)) if pattern.search(text)]
        if found:
            return found[0] if len(found) == 1 else None
    return None
