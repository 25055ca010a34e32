"""Under which conditions what is said of a drug may hold: one table, of what tells each in a sentence and what asks for
it in a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """One kind of condition: what tells it in a sentence, and what asks for it. ``of_patient``: it is whom or what the
    drug is for, so that where it is asked for a sentence should tell it. ``anywhere``: wherever a sentence tells it.
    """

    name: str
    told: re.Pattern[str]
    asked: re.Pattern[str]
    of_patient: bool = False
    anywhere: bool = False


def _condition(name: str, told: str, asked: str, of_patient: bool = False, anywhere: bool = False) -> Condition:
    return Condition(name, re.compile(told, re.I), re.compile(asked, re.I), of_patient, anywhere)


_NORMAL = r"[^,;]{0,14}?(?:at least|above|over|more than|≥|>|normal)|[^,;]{0,30}?\bor (?:more|above|higher)"
_FEW = r"(?:[\w-]+ ){0,3}?"
CONDITIONS = (
    _condition(
        "later",
        r"\bafter (?:at least |about |the first )?(?:\d[\d–-]*|one|two|three|six|twelve)(?: to \d+)? (?:days?|weeks?|"
        r"months?|years?)\b(?! of age)|\bextended (?:treatment|prevention|therapy|anticoagulation)\b|"
        r"\bmaintenance\b|\bonce (?:controlled|stable|in remission)\b",
        r"\bafter\b|\bextend\w*|\blong[- ]?term\b|\bmaintenance\b|\bmonths?\b|\bthen\b|\bonce\b(?! daily)|\bcontinu\w*|"
        r"\bstop\w*|\bhow long\b|\bduration\b",
    ),
    _condition(
        "another line",
        r"\b(?:if|when|where|after|who|whom|once)\b[^,;.]{0,60}\b(?:recurs?|returns?|persists?|fail(?:s|ed)?|contra-?indicated|"
        r"unavailable|ineffective|not tolerated|inadequate|(?:do|does|did|is|are|was) not|cannot)\b|\brefractory\b|"
        r"\bresistant\b|\bsecond[- ]line\b|\bthird[- ]line\b|\bwithout (?:a )?response\b|\bunresponsive\b|\bbreakthrough\b|"
        r"\bintoleran\w+|\ballerg\w+",
        r"\brecur\w*|\bagain\b|\brefract\w*|\bresist\w*|\bsecond|\bthird|(?<!heart )(?<!liver )(?<!kidney )(?<!renal )\bfail\w*|\brespon\w*|\btolera\w*|\bunavail\w*|"
        r"\bcontra\w*|\bcannot\b|n't\b|\bnot\b|\ballerg\w*|\bintoler\w*|\binstead\b|\balternativ\w*|\bbreakthrough\b|"
        r"\brepeat\w*|\brelaps\w*|\bpersist\w*",
    ),
    _condition(
        "kidney",
        r"\b(?:renal|kidney) (?:impairment|failure|insufficiency|disease|dysfunction)\b|\b(?:ha?emo)?dialysis\b|\bCKD\b|"
        rf"\b(?:creatinine clearance|e?GFR|CrCl)\b(?!{_NORMAL})",
        r"\brenal\w*|\bkidneys?\b|\bnephr\w*|dialys\w*|\be?gfr\b|\bcreat\w*|\bcrcl\b|\bckd\b|\baki\b|\bhepatorenal\b|\bHRS",
        True,
    ),
    _condition(
        "liver",
        r"\b(?:hepatic|liver) (?:impairment|failure|insufficiency|disease|dysfunction)\b|\bcirrho\w+|\bChild(?:-| )",
        r"\bhepat\w*|\bliver\b|\bcirrho\w*|\bchild[- ]pugh\b|\bascit\w*|\bvaric\w*|\bperitonitis\b|\bSBP\b|\bMASH\b|"
        r"\bMASLD\b|\bbiliary\b|\bcholang\w*|\bportal\b|\bencephalopath\w*|\bTIPS\b|\bHRS",
        True,
    ),
    _condition(
        "old or light",
        r"\b(?:from|over|above|aged?|≥|at) ?(?:[6-9]\d) years\b|\bolder (?:people|adults|patients)\b|\belderly\b|\bfrail\w*|"
        r"(?:\b(?:below|under|of)|<|≤) ?[1-5]?\d ?kg\b(?! or (?:more|above))",
        r"\belderly\b|\bolder?\b|\bfrail\w*|\bkg\b|\b[6-9]\d\b|\bweigh\w*|\bsmall\b|\bgeriatric\b",
        True,
    ),
    _condition(
        "prevention",
        r"\bprophyla\w+|\bprevent\w*|\bagainst (?:recurrence|an? first|the next)\b|\bsuppressi\w+",
        r"\bprophyla\w*|\bprevent\w*|\brecurr\w*|\bprotect\w*|\bsuppress\w*|\bbefore\b|\bafter\b|\bvarices\b|"
        r"\bsurg\w*|\breplacement\b|\bmigraine prev",
        True,
    ),
    _condition(
        "transplant",
        r"\btransplant\w*|\brecipients?\b|\bgrafts?\b",
        r"\btransplant\w*|\brecipients?\b|\bgrafts?\b|\brejection\b",
        True,
    ),
    _condition(
        "grade",
        r"(?<!or )(?<!to )\bmild(?:ly)?\b(?!(?:,| or| to) )|(?<!or )(?<!to )\b(?:severe|massive|life-threatening|critically ill)\b",
        r"\bmild\w*|\bsevere\w*|\bmassive\b|\blife-threat\w*|\bcritical\w*|\bbad\b|\bemergenc\w*|\bshock\b|\bmoderate\w*",
    ),
    _condition(
        "an option",
        r"\b(?:may|can|could) (?:also )?be (?:treated|given|used|considered|tried|added)\b|\bis an (?:alternative|option)\b|"
        r"\balternativ\w+|\bto be considered\b|\bmay start\b",
        r"\balternativ\w*|\binstead\b|\boptions?\b|\bcan\b|\bmay\b|\bconsider\w*|\belse\b",
    ),
    _condition(
        "a study",
        rf"\bin (?:an?|one|the|this|two|\d+) {_FEW}(?:trials?|study|studies|cohort|series|meta-analysis|case reports?)\b|"
        r"\btrials?\b (?:of|in) \d[\d,]{2}|\bplacebo\b|\brandomi[sz]ed\b|\bthe [\w-]+ trial\b|\b(?:was|were) given\b",
        r"\btrials?\b|\bstud(?:y|ies)\b|\bevidence\b|\bshow\w*|\bRCTs?\b|\bcohort\b",
        anywhere=True,
    ),
    _condition(
        "a value",
        r"\b(?:while|when|if|once|until)\s(?!(?:[\w-]+\s){0,3}(?:clearance|e?GFR|CrCl)\b)(?:[\w-]+\s){1,5}?(?:below|under|above|over|<|>|≥|≤)\s?\d",
        r"\d|\b(?:when|threshold|level|value|low|high|hypo\w+|hyper\w+)\b",
    ),
    _condition(
        "a procedure",
        rf"\b(?:before|after|around|during|at) {_FEW}(?:surgery|operations?|replacement|arthroplasty|PCI|an?aesthesia|"
        r"catheter|biopsy|endoscopy|procedures?|ablation|cardioversion)\b",
        r"\bsurg\w*|\boperati\w*|\breplac\w*|\bprocedur\w*|\bPCI\b|\bepidural\b|\bcatheter\w*|\bperi-?op\w*|\ban?aesth\w*|"
        r"\bbiops\w*|\bendoscop\w*|\bablation\b|\bcardioversion\b|\bbanding\b",
        True,
    ),
    _condition(
        "with another drug",
        r"\bwith (?:an? )?(?:strong|moderate|potent)[\w\s-]{0,20}inhibitors?\b|^(?:together |combined )?with\b",
        r"\bwith\b|\binteract\w*|\binhibitor|\bplus\b|\band\b|\bcombin\w*|\btogether\b|\bon\b|\+",
    ),
)  # fmt: skip
