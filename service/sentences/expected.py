"""What the answer to a question must have in it: how often wants a frequency, how long a duration, which drug a drug."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from corpus.text import words
from service.analysis.drug_names import looks_like_a_drug
from service.sentences.asked_of_drugs import test_of_what_is_asked

_PERIOD = r"(?:minute|hour|day|week|month|year)s?"
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|ten|twelve)"


def _has(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.I)

    @lru_cache(maxsize=2_000)  # asked twice of each sentence
    def has(text: str) -> bool:
        return compiled.search(text) is not None

    return has


@lru_cache(maxsize=2_000)
def _names_a_drug(text: str) -> bool:
    return any(looks_like_a_drug(word) for word in words(text)) or _CLASS.search(text) is not None


_CLASS = re.compile(
    r"\b(?:\w+-?blockers?|\w+ (?:inhibitors?|antagonists?|agonists?|analogues?)|statins?|diuretics?|corticosteroids?|steroids?|bisphosphonates?|"
    r"triptans?|opioids?|sartans?|insulins?|antibiotics?|cephalosporins?|penicillins?|quinolones?|macrolides?|NSAIDs?|SSRIs?|DOACs?|ARBs?|benzodiazepines?)\b", re.I
)  # fmt: skip
# Whether something brings something about, and which way: "does it cause", "does it raise".
_OF_EFFECT = re.compile(
    r"^\W*(?:can|could|does|do|did|may|might|will|is|are)\b[^?]*\b(?:caus\w+|leads? to|result in|rais(?:e|es|ing)|"
    r"lowers?|increases?|decreases?|reduces?|worsens?|improves?|masks?|prolongs?|provokes?|triggers?|induces?|"
    r"get (?:worse|better)|side[- ]effects?)\b",
    re.I,
)
_EXPECTED: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (
        re.compile(r"\bwhen should a doctor be called\b|\bshould (?:i|we|he|she) (?:call|ring|see|phone)\b", re.I),
        _has(r"\b(?:call|see|speak to|tell|ask|get|go to)\b[^.;]{0,40}\b(?:doctors?|nurses?|team|help|ambulance|hospital|advice|emergency)\b"),
    ),
    (
        re.compile(r"\b(?:what|which)\b[^?]*\b(?:eat|eating|foods?|diet)\b", re.I),
        _has(r"\b(?:eat\w*|foods?|diets?|meat|fish|fruits?|vegetables?|proteins?|meals?|sugary?|snacks?|fat|milk|yogh?urts?)\b"),
    ),
    (
        re.compile(r"\bhow (?:often|frequently)\b|\bwhat interval|\bfrequency of\b", re.I),
        _has(
            rf"\bevery (?:{_NUMBER} )?(?:to {_NUMBER} )?{_PERIOD}|\b(?:half-)?(?:hourly|daily|weekly|monthly|yearly|annual)\w*|"
            rf"\b(?:once|twice|{_NUMBER} times) (?:a|per|every|in)\b|\beach (?:year|month|visit)"
        ),
    ),
    (
        re.compile(
            rf"\bhow long\b|\bhow (?:many|soon) (?:{_PERIOD}|after|before|must|should|do)\b|\bduration\b|\bhow soon\b|\blength of (?:\w+ ){{0,2}}(?:treatment|therapy|course|stay)|\b(?:course|treatment) length\b", re.I
        ),
        _has(rf"\b{_NUMBER}(?:[\s-]*(?:to|–|-|or)[\s-]*{_NUMBER})?[\s-]*{_PERIOD}\b|\blifelong|\bindefinite|\bat once\b|\bimmediately"),
    ),
    (
        re.compile(r"\bdos(?:e|es|ing|age)\b|\bhow (?:much|many (?:mg|g|units|grams|puffs|tablets))\b|\btitrat", re.I),
        _has(r"\d\s?(?:mg|g|mcg|µg|μg|micrograms?|grams?|mL|L|units?|IU|mmol|puffs?|tablets?)\b|\d\s?%"),
    ),
    (
        re.compile(
            r"\b(?:at|above|below|under|over|from) (?:what|which)\b|\b(?:threshold|cut-?off|targets?|goals?|how (?:high|low))\b|"
            r"\b(?:what|which) (?:\w+ ){0,4}(?:count|level|value|score|trough|inr|egfr|range|limit)\b|"
            r"\bwhat(?:['’]?s| is| are| should)\b[^?]*\b(?:good|normal|healthy|ideal|safe)\s+(?:\w+\s+){0,2}?"
            r"(?:hba1c|a1c|inr|egfr|sugars?|cholesterol|ldl|bmi|weight|platelets?|potassium|"
            r"sodium|uric acid|count|levels?|readings?|range|number|peak flow|heart rate|pulse)\b",
            re.I,
        ),
        _has(r"[<>≥≤]\s?\d|\b(?:above|below|at least|less than|more than|under|over|between|up to) \d|\d\s?(?:%|×|mm|ng|mg|mmol|g/|µmol)|\b\d+\s?(?:to|–)\s?\d+\b"),
    ),
    (
        re.compile(
            r"\b(?:what|which) (?:\w+ ){0,3}(?:drugs?|agents?|antibiotics?|antivirals?|antifungals?|medicines?|anticoagulants?|diuretics?|"
            r"statins?|antidepressants?|antiemetics?|opioids?|steroids?|regimens?|beta-?blockers?|vasopressors?)\b|\bfirst[- ]line\b|\bdrug of choice\b",
            re.I,
        ),
        _names_a_drug,
    ),
    (
        re.compile(
            r"\b(?:fail(?:ed|s|ing|ure of)?|not (?:responding|working|controlled|settling|tolerat\w+)|no response|unresponsive to|refractory to)\b[^?]*"
            r"\b(?:next|now|what|which|then|add|switch|escalate)\b|\b(?:what|which|next)\b[^?]*\b(?:after|when|if) [^?]*\bfail\w*",
            re.I,
        ),
        _has(
            r"\bfail|\bnot (?:\w+ )?(?:respon|tolerat|control|improv|stop|reach|met\b)|\bno (?:response|improvement)|\brefractory|\bdespite\b|\bin spite of|\bpersist|"
            r"\bsecond[- ]line|\bthird[- ]line|\bstep\b|\brescue|\binstead\b|\bswitch|\badded\b|\badding\b|\balternative|\bunless controlled"
        ),
    ),
    (
        re.compile(r"\b(?:refer|refers|referral|admit|admission|admitted|hospitali[sz]e)\b|\bwhere to treat\b|\b(?:home or hospital|hospital or home|in- ?or out-?patient)\b", re.I),
        _has(
            r"\brefer|\badmi(?:t|ssion)|\bspecialist|\bhospital|\bin-?patient|\bout-?patient|\bcentre\b|\bsame[- ]day\b|\bconsult|\bdiscuss|\bprimary care\b|\bat home\b"
        ),
    ),
    (
        re.compile(r"\bcriteria\b|\bhow (?:is|are|do (?:i|we|you)|to|can (?:i|we)) [^?]*\bdiagnos|\bwhat (?:confirms|defines)\b", re.I),
        _has(
            r"\bcriteri|\bdiagnos|\bdefin|\bconfirm|\brequire|\bmeans\b|\brul(?:e|ed|es) (?:out|in)\b|[<>≥≤]\s?\d|\b(?:at least|more than|above|below) \d"
        ),
    ),
    (
        re.compile(r"\bcontra-?indicat|\b(?:what|which|who) (?:\w+ ){0,2}(?:rules? out|excludes?|precludes?|can(?:'t|not) (?:have|take|get|be given))\b|\bwho should(?:n't| not)\b|\bin whom\b[^?]*\b(?:avoid|not|dangerous)|\bshould [^?]* be avoided\b", re.I),
        _has(r"\bcontra-?indicat|\bavoid|\bnot (?:be )?(?:used|given|recommended|advised|suitable)|\bshould not\b|\bmust not\b|\brule[sd]? out\b|\bexclu|\bcannot\b"),
    ),
    (
        _OF_EFFECT,
        _has(
            r"\bcaus\w+|\bcan (?!be (?:given|used|considered|taken))\w+|\bmay (?!be (?:given|used|considered|taken|started))\w+|\brais\w+|\blowers?\b|"
            r"\b(?:in|de)creas\w+|\breduc(?:es?|ing)\b|\bworsen|\bimprov|\bmask|\benhanc|\bweaken|\beffects?\b|\brisk\b(?! factors?)|\bassociated\b|"
            r"\bcommon\b|\binduc|\bprolong|\bprovok|\btrigger|\bthreaten|\boccur|\bkeeps\b"
        ),
    ),
    (
        re.compile(r"^\W*why\b|\bmechanism\b|\bhow (?:does|do) [^?]* (?:work|cause|act|lead)\b", re.I),
        _has(r"\bbecause\b|\bdue to\b|\bthrough\b|\binhibit|\bblock|\bcaus|\bby \w+ing\b|\bactivat|\bresult|\bleads? to\b|\bmechanism"),
    ),
)  # fmt: skip


def asks_of_effect(question: str) -> bool:
    """Whether a question asks what something does ("does it cause …?"), not whether it is given."""
    return _OF_EFFECT.match(question) is not None


def expects(question: str) -> Callable[[str], bool] | None:
    """A test of whether a sentence has what the question must be answered with; None where anything may answer it."""
    found = next((found for asked, found in _EXPECTED if asked.search(question)), None)
    return found or test_of_what_is_asked(question)
