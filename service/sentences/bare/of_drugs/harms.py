"""Words of harm: which sentences say that what stands in front of a verb does harm, or that harm came with something."""

from __future__ import annotations

import re

EFFECTS = (
    r"(?:side[- ]?effects?|adverse (?:\w+ )?(?:effects?|reactions?|events?)|unwanted effects?|undesirable effects?|"
    r"boxed warnings?|toxicit(?:y|ies)|harms?)"
)
ILL = (
    r"(?:risks?|h?a?emorrhag\w*|bleed\w*|brady\w+|tachy\w+|arrhythmia\w*|adverse|harm\w*|injur\w+|failure|deaths?|mortality|toxic\w*|\w+itis|\w+penia|"
    r"\w+a?emia|\w+osis|\w+pathy|\w+lysis|\w+algia|infections?|reactions?|disorders?|syndromes?|nausea|vomit\w+|diarrh\w+|headaches?|"
    r"dizz\w+|rash\w*|hypotension|hypertension|o?edema|seizures?|cancers?|malignanc\w+|lymphoma|weight gain|cough|sedation|drows\w+|"
    r"deficiency|complications|fractures?|falls?|pain|stroke|infarction|ulcers?|haematoma|suicid\w*|depression|diabetes|malformations?|"
    r"hallucinations|dyskinesia|damage|ketoacidosis|loss|tinnitus|"
    r"abnormalit\w+|imbalance|disturbance|symptoms|QT|\w+stones|impairment|elevations?)"
)
_HARM = re.compile(rf"\b{ILL}\b", re.I)
# Between a drug and its verb there may stand for whom, and in what form it is.
_FORM = (
    r"(?: as well)?(?: (?:and|or) (?:other )?[\w-]+(?: drugs)?)?(?: (?:tablets?|treatment|therapy|use|alone|itself|injections?|infusions?|pills?|label))?"
    r"(?:,? (?:used|for|in|at|after|during|by|over|above|without)\b(?:(?! (?:is|are|was|were|be|should|must|that|which|who)\b)[^,;]){2,70}?,?){0,2}"
    r"(?: rarely| sometimes| also| often)?"
)
_CAN = r"(?:can|may|might|could) (?:\w+ly |also |badly |even |sometimes |have )*"
# What the drug in front of it does.
_CAUSES = re.compile(
    rf"^,?{_FORM} (?:{_CAN}(?:caused?|lead to|result in|bring on|induce|provoke|trigger|harm|damage|worsen|make (?:you|people)|give you)\b|"
    r"(?:causes?|caused|leads? to|led to|provokes?|induces?|harms?|worsens?|brings? a risk|(?:carr(?:y|ies)|ha(?:s|ve)) (?:an? |the )?[^,;·]{0,40}?(?:warning|risk))\b|"
    r"(?:is|are|was|were) (?:also )?(?:nephro|hepato|cardio|neuro|oto)?toxic\b)",
    re.I,
)
_RAISES = re.compile(
    rf"^,?{_FORM} (?:{_CAN}(?:raised?|increased?|lower|prolong|impair|affect|reduce|bring|be followed by)|raises?|raised|increases?|increased|brings?|impairs?|prolongs?|"
    r"(?:is|are|was|were) (?:\w+ly )?(?:associated with|linked (?:to|with)|known for)|(?:went|goes?) with)\b(?P<what>[^;]*)",
    re.I,
)
# Not by the drug itself, but when it is stopped.
_ON_STOPPING = re.compile(r"\b(?:withdrawal|stopped|stopping|overdose|if left out)\b", re.I)
# No harm: a level, a benefit, less of it.
_NOT_HARM = re.compile(
    r"\b(?:levels?|exposure|concentrations?|plasma|clearance|metabolism|effects? of|survival|response|remission|benefits?)\b|"
    r"^ (?:with )?(?:an? )?(?:less|fewer|no|lower|reduced|not|better)\b|\b(?:less|fewer|no (?:more|raised|increased|higher|excess)|lower|not|without)\b[^,;]{0,25}$",
    re.I,
)
_SEEN = re.compile(
    rf"\b{ILL}\b[^;]*\b(?:reported|seen|occurr(?:ed|s)|ha(?:s|ve) followed)\b|\b(?:had|developed|rates|reported)\b[^;]*\b{ILL}\b",
    re.I,
)
_BY = re.compile(
    rf"\b{ILL}(?: (?!may|can|could|should|benefit)[\w-]+){{0,2}} (?:caused by|induced by|due to|from|as an? (?:\w+ )?effect of)(?: (?:an?|the|long-term|high-dose|oral))* $",
    re.I,
)
_ON = re.compile(
    rf"\b{ILL}\b[^;·]{{0,60}}? (?<!treated )(?<!treats )(?<!given )(?<!managed )(?<!combined )(?<!together )(?<!used )(?<!started )(?<!prevented )"
    r"(?:with|on)(?: (?:an?|the|long-term|high-dose|oral|intravenous|any)| [\w-]+(?: [\w-]+)? such as)* $",
    re.I,
)


def does_harm(behind: str) -> bool:
    """Whether what stands in front of this does harm."""
    found = _CAUSES.match(behind)
    if found is not None:
        return _ON_STOPPING.search(behind[found.end() : found.end() + 40]) is None
    found = _RAISES.match(behind)
    if found is None or _NOT_HARM.search(found["what"]) or _ON_STOPPING.search(behind):
        return False
    return names_harm(found["what"]) and "·" not in found["what"]


def names_harm(text: str) -> bool:
    """Whether a text names any harm."""
    return _HARM.search(text) is not None


def was_seen(text: str) -> bool:
    """Whether it says that some harm was seen or reported."""
    return _SEEN.search(text) is not None


def came_of(before: str) -> bool:
    """Whether some harm is caused by what stands behind this."""
    return _BY.search(before) is not None


def came_on(before: str) -> bool:
    """Whether some harm, and no benefit, is told of those who take what stands behind this."""
    return _ON.search(before) is not None and _NOT_HARM.search(before) is None
