"""Is it asked how somebody is kept off drink or drugs, how others test for an illness, or whom one turns to, is a sample given for
an illness, or is something ordered that informs patients?

Such messages resemble those of people who drug, trick and mislead others. They are care unless something in them is named
as harm, is to stay hidden, or is slipped to somebody.
"""

from __future__ import annotations

import re

from service.safety.distress import plain
from service.safety.harmful import names_harm
from service.safety.hints import WHOM, deeds_in

_SUBSTANCE = (
    r"(?:(?:the|his|her|their|my|all|hard) )?(?:drink(?:ing)?|booz(?:e|ing)|alcohol|beer|wine|spirits|vodka|whisky|bottle|cigarettes?|cigs|fags|smokes|smoking|tobacco|vap(?:e|es|ing)|nicotine|heroin|cocaine|coke|crack|meth|speed|"
    r"weed|cannabis|skunk|spice|drugs|gear|opiates|opioids|gambling)"
)
_KEPT_OFF = re.compile(
    rf"\b(?:keep|get|stay|wean|come|help|bring)(?:s|ing|t)?\b(?: (?:him|her|them|me|us|people|patients?|somebody|someone|(?:my|our|a|the) [\w-]+))?(?: (?:to )?(?:stay|keep|get|come))? (?:off|away from|clean of|clear of) {_SUBSTANCE}\b|"
    rf"\b(?:help|stop|get)(?:s|ping|ting)?\b (?:him|her|them|me|us|people|patients?|(?:my|our|a|the) [\w-]+) (?:to )?(?:stop |quit |give up )?{_SUBSTANCE}\b"
)
_TESTED = re.compile(
    r"\bhow (?:do|does|can|will|would) (?:they|doctors?|you|one|(?:the|a) [\w-]+) (?:test|check)\b|\bhow (?:is|are) (?:it|that|this|they|he|she|an? \w+ \w+) (?:tested|checked)\b"
)
# For these a test is to be passed.
_TO_BE_PASSED = re.compile(rf"\b(?:pass|beat|fail|clean|negative|steroids?|doping|{_SUBSTANCE})\b")
_INFORMS = re.compile(
    r"\b(?:leaflet|handout|hand-out|fact ?sheet|information sheet|poster|booklet)\b[^.?!]{0,60}\b(?:explain\w*|describ\w*|about|on|how|for (?:[\w-]+ ){0,2}(?:patients?|carers?|parents|families|students|staff|relatives))\b"
)
_SLANTED = re.compile(
    r"\b(?:says?|saying|claim\w*|argu\w+|persuad\w+|convinc\w+|(?:explain\w*|describ\w*|about) that|should (?:stop|not|never|refuse|avoid)|shouldn't|against|instead of|warn\w* (?:people|them|patients|parents) (?:off|away)|proves?|truth|so (?:that )?(?:they|people|nobody|patients|it))\b"
)
# Whom a clinician turns to, and when.
_CALLED = re.compile(
    r"\bhow (?:do|can|should|would) (?:i|we) (?:reach|contact|get hold of|get (?:in touch with|through to)|bleep|page|ring|call|phone|speak to|talk to)\b"
    r"(?: (?:the|an?|our|your))?(?: (?:on[- ]call|duty|out[- ]of[- ]hours|[\w-]+)){1,4}(?: on (?:call|duty))?"
)
# A sample that is given for one's own illness.
_OWN_SAMPLE = re.compile(
    r"\b(?:give|gave|giving|have|had|having|do|did|take|took|want|bring|hand in)\b(?: \w+){0,3} (?:urine|blood|stool|poo|wee|sputum|swab)(?: (?:test|sample)s?)? "
    r"(?:for|because of) (?:my|his|her|their|an?|the|our)\b"
)
# A noun, and nothing that is done to somebody.
_A_DRUG = re.compile(r"\b(?:(?:a|any|the|which|what|best|some) )?drugs? (?=to\b|for\b|that\b|which\b|\W*$)")


def is_care(message: str) -> bool:
    """Whether a message asks for care, or orders what informs patients, in words that resemble those of harm."""
    text = plain(message)
    if _INFORMS.search(text) is not None and _SLANTED.search(text) is not None:
        return False
    if any(pattern.search(text) for pattern in (_TESTED, _OWN_SAMPLE)) and _TO_BE_PASSED.search(text) is not None:
        return False
    rest = text
    for pattern in (_KEPT_OFF, _TESTED, _INFORMS, _CALLED, _OWN_SAMPLE):
        rest = pattern.sub(" ", rest)
    if rest == text:
        return False
    rest = _A_DRUG.sub(" ", rest)
    # to whom it is done is told in what is meant well, too
    hints = any(hint for place, hint in enumerate(deeds_in(rest)) if place != WHOM)
    return not hints and not names_harm(rest)
