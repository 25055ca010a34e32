"""When a procedure or a test is done, and for whom."""

from __future__ import annotations

import re

from service.sentences.bare.ask import PROCEDURES, TESTS, Ask
from service.sentences.bare.reading.procedure import NAMES_NEAR, signed
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT
from service.sentences.plainly_told import is_item_of_score, tells_a_finding

_ASKED = re.compile(
    r"\b(?:when|who|whom|which patients|why)\b|\b(?:indicat(?:ions?|ed)|criteria|candidates?|candidacy|eligib(?:le|ility))\b(?: (?:for|of|to have))?|"
    r"\b(?:needs?|needed|requires?|required|necessary|done|perform(?:ed)?|used?|offer(?:ed)?|order(?:ed)?|request(?:ed)?|measured?|"
    r"check(?:ed)?|tested|consider(?:ed)?|appropriate|gets?|have|receives?|undergo|qualif(?:y|ies)|benefits? from|being)\b",
    re.I,
)
_UNLESS = re.compile(
    r"^(?!.*\b(?:when|who|whom|which patients|why|indicat\w+|candida\w+|criteria|eligib\w+)\b)|\bhow\b|\bwhere\b", re.I
)
_DONE = (
    r"(?:recommended|indicated|considered|offered|suggested|done|needed|used|performed|preferred|advised|required|reserved|measured|taken|"
    r"given|tested|checked|repeated|an option|options|chosen|appropriate|the first(?: [\w-]+){1,3}|due|sought|obtained|added|started)"
)
_CASE = r"\b(?:for|in|if|when|whenever|where|to|after|unless|once|with|at|as|above|below|before|only|up to|every|within|on|rather than|during)\b|[<>≥≤]"
_GIVES = r"(?:recommends?|suggests?|offers?|considers?|advises|gives|prefers|uses|asks? for|takes|puts|measures|repeats|adds|requires|orders)"
# That it is done, and in which case: in this order or the other.
_SAYS = re.compile(
    rf"{SUBJECT}(?: \([^)]*\))?(?:(?!\b(?:which|that|because|so)\b)[^.;:]){{0,70}}?\b(?:is|are|be|may be|can be|should be) (?:\w+ ){{0,3}}?{_DONE}\b[^.]*?(?:{_CASE})|"
    rf"(?:{_CASE})[^.;]*{SUBJECT}[^.;,]{{0,50}}\b(?:is|are|be) (?:\w+ ){{0,3}}?{_DONE}\b|"
    rf"\b{_GIVES} (?:[^.;,]{{0,60}} )?{NAMES_NEAR}[^.;]*?(?:{_CASE})|(?:{_CASE})[^.;]*\b{_GIVES}\b[^.;,]{{0,60}}{SUBJECT}|"
    rf"\b(?:is|are) (?:\w+ )?(?:tested|screened|assessed|checked|evaluated) for {NAMES_NEAR}|\btests (?:cover|include) {NAMES_NEAR}|"
    rf"{SUBJECT}(?: [\w-]+){{0,12}}? may (?:replace|be used)\b|{SUBJECT} (?:comes|goes) first\b|"
    rf"\b(?:needs?|requires?|should (?:have|receive|get|undergo)|calls? for|leads? to|warrants?|prompts?|undergo|treated (?:by|with)|indications? (?:of|for)|candidates? for|qualif\w+ for|"
    rf"(?:diagnosed|confirmed|found|followed|monitored|guided) (?:by|with)|rests on|is by) {NAMES_NEAR}|"
    rf"{SUBJECT}(?: \([^)]*\))? (?:is|are) (?:\w+ )?for (?!\d)|{SUBJECT}[^.;,]{{0,40}}\b(?:serves?|helps?|can serve|is used) (?:to|patients)\b|"
    rf"\b(?:are|is) offered (?:an? |the )?(?:[\w-]+ ){{0,6}}{SUBJECT}",
    re.I,
)
# A value, or something that is known already.
_VALUE = re.compile(
    rf"\b(?:abnormal|raised|normal|elevated|low|high|positive|negative|treated|lowered|falling|rising) (?:[\w-]+ ){{0,2}}{SUBJECT}|"
    rf"{SUBJECT}(?: \([^)]*\))?(?: \w+)? (?:of (?:at least )?\d|[<>≥≤]|above|below|exceed|was|were|between|is (?:above|below|[<>≥≤]))|{SUBJECT} \d|"
    rf"{SUBJECT} (?:\w+ )?(?:stays?|remains?|is|are) (?:\w+ )?(?:raised|high|low|normal|abnormal|elevated)\b|{SUBJECT} and [^.;]{{0,30}}\bdisagree|"
    rf"{SUBJECT} cut-?offs?\b|\b(?:whatever (?:the )?|of any |disagree\w* |dis?agree\w*.{{0,20}}){SUBJECT}",
    re.I,
)
# That it is not done, or something in its place.
_NOT = re.compile(
    rf"\b(?:recommends?|suggests?|advises|advised) (?:against|no|not)\b[^.;]*{SUBJECT}|\bdoes not (?:\w+ )?(?:recommend|offer)\b|\bnot (?:prescribing|candidates)\b|"
    rf"{SUBJECT}[^.;,]{{0,60}}\b(?:(?:is|are|be|was|should|does|do) not|(?:is|are|be|was) (?:avoided|delayed|no longer))\b|"
    rf"^[^,;]{{0,80}}\b(?:is|are) not (?:recommended|an alternative)\b|(?<!if ){SUBJECT} (?:is|are) contra-?indicated\b|"
    rf"{SUBJECT}[^.;,]{{0,40}}\bavoided\b|\brather than {NAMES_NEAR}|\binstead of {NAMES_NEAR}|\bno (?:routine )?{SUBJECT}|{SUBJECT} did not\b|\bpoints?\b|\bjudicious\b",
    re.I,
)
_FIRST = re.compile(rf"^(?:[\w-]+ ){{0,2}}{SUBJECT}")
_INDICATED = re.compile(r"\bindicat\w+|\brecommend\w*|\bfor whom\b|\bcandidates?\b|\boffer\w*|\bis for\b", re.I)
_ON_INDICATIONS = re.compile(r"\bindication|\bwho it applies\b|\brecommendation", re.I)


def _told(said: Said) -> bool:
    if not said.names or is_item_of_score(said.text):
        return False
    text = signed(said)
    if SUBJECT not in text or _NOT.search(text) or _VALUE.search(text) or tells_a_finding(said.text):
        return False
    return _SAYS.search(text) is not None


def _before(said: Said) -> int:
    """What is of the procedure from its first word on, and where indications are told."""
    on_it = said.on_it and _ON_INDICATIONS.search(said.heading) is not None
    text = signed(said)
    return 2 * on_it + (_FIRST.search(text) is not None) + (_INDICATED.search(text) is not None)


INDICATIONS = Ask("indications", PROCEDURES | TESTS, _ASKED, _told, "when {} is indicated", _before, unless=_UNLESS)
