"""What causes an illness, and what raises the risk of it: not what it causes, nor a drug that may bring it on, said in
passing.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.marks import (
    MODALLY,
    THE,
    TOPIC,
    is_headed,
    marked_with_drugs,
    on_the_whole,
    pattern,
    spoken_of,
)
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import DRUG, SUBJECT
from service.sentences.plainly_told import seeks_causes

_CAUSES_ASKED = re.compile(
    r"\b(?:what|which|that) (?:\w+ )?(?:can |could |might |may |would |usually |commonly |also )?causes?\b|\bcauses\b|"
    r"\bcauses?(?= (?:of|for|behind)\b)|\bcaused\b|\bcausation\b|\ba?etiolog(?:y|ies|ical)\b|\breasons? (?:for|behind)\b|"
    r"\bwhy\b(?=[^?]*\b(?:get|got|gets|have|has|happens?|occurs?|develops?|forms?|is there)\b)|"
    r"\bhow (?:do|does|did|can|could) (?:you|one|i|we|people|someone|somebody|patients)(?= (?:get|develop)\b)|"
    r"\b(?:triggers?|triggered|triggering|precipitants?|precipitat\w+|provok\w+)(?: factors?)?\b|"
    r"\b(?:brings?|brought|sets?) (?:\w+ )?(?:on|off)\b|\bwhat (?:can |may |could |usually )?leads? to\b|\bcausative (?:organisms?|agents?|pathogens?)\b|\b(?:organisms?|bacteria|pathogens?|germs?) (?:that )?caus(?:e|es|ing)\b",
    re.I,
)
_RISKS_ASKED = re.compile(
    r"\brisk factors?\b|\bpredispos\w+(?: factors?)?(?: to| for)?\b|\bwho (?:usually |typically )?gets?\b|"
    r"\bwho (?:is|are) (?:most |more )?(?:likely|prone)(?: to)?\b|\bat (?:a )?(?:high(?:er)?|increased|most|greatest|more)? ?risk\b|"
    r"\b(?:increas|rais|driv)\w* (?:the|your|my|one's|a person's) (?:risk|chances?)\b|\bputs? (?:you|people|someone|one|me|us) at (?:\w+ )?risk\b|\bwho(?: is|'s)? at risk\b",
    re.I,
)
_CAUSE_NOUN = r"(?:causes?|reasons?|triggers?|precipitants?|(?:precipitating|causal|causative|predisposing) factors?|aetiology|etiology)"
_ORGANISMS = r"(?:bacteri(?:a|um)|organisms?|pathogens?|germs?|virus(?:es)?|parasites?)"
_CAUSE_VERB = (
    r"(?:causes?|caus(?:ed|ing)|leads? to|results? in|brings? (?:it )?on|brings? about|sets? off|triggers?|precipitates?|provokes?|"
    r"produces?|induces?|gives? rise to|makes? up for)"
)
_PART = r"(?:(?:the |an? )?(?:pain|symptoms?|attacks?|episodes?|flares?|signs) of )?"
_NAMED = pattern(
    rf"\b{_CAUSE_NOUN} (?:of|for|behind) {THE}",
    rf"\b{_CAUSE_NOUN} in [^.;,]{{0,30}}% of {THE}",
    rf"\b{_ORGANISMS} (?:of|in|behind) {THE}",
    rf"\byou (?:can |may )?(?:catch|get) {THE} (?:from|by|through|when)\b",
    rf"\b(?:underl(?:y|ies)|accounts? for|(?:is|are) behind) [^.;,]{{0,40}}{SUBJECT}",
)
# What the illness that a sentence speaks of comes from, or who gets it.
_OF_TOPIC = pattern(
    rf"{TOPIC}[^.;,]{{0,60}}\b(?:is|are|was|were|be)\b[^.;]{{0,60}}\b(?:caused|triggered|precipitated|provoked|set off|brought on|produced) (?:\w+ )?(?:by|when)",
    rf"{TOPIC}[^.;,]{{0,40}}\b(?:is|are)\b[^.;,]{{0,40}}\bdue to\b",
    rf"{TOPIC}{MODALLY} (?:results?|comes?|arises?|stems?|follows?|develops?) (?:\w+ )?(?:from|when|because|out of)\b",
    rf"{TOPIC}[^.;]{{0,60}}\b(?:mostly|usually|often|typically|mainly) follows\b",
    rf"{TOPIC}{MODALLY} (?:occurs?|happens?|starts?|forms?) (?:\w+ )?(?:when|because)\b",
    rf"{TOPIC} has (?:many|several|various|different|multiple|a number of) causes\b",
    rf"{TOPIC}[^.;]{{0,70}}\b(?:spreads?|(?:is|are) (?:\w+ )?(?:spread|passed|transmitted|caught|acquired))\b(?: \w+){{0,3}} (?:by|through|from|via|when|in|during)\b",
    rf"{TOPIC}[^;.]*, and [^;.,]{{3,60}}\b(?:is|are) (?:the |an? )(?:[\w-]+ ){{0,2}}(?:risk factors?|causes?)\b(?! (?:of|for|in)\b)",
    rf"{TOPIC}[^;.]{{0,80}}\b(?:the|its|main|common) {_CAUSE_NOUN} (?:is|are|include|includes|lies?|can be|may be|remains?)\b",
    rf"{TOPIC} (?:of [^.;,]{{3,20}})? ?combines\b",
    rf"{TOPIC} (?:is|are)(?: also| much| far| \w+ly)? (?:more|most) (?:likely|common|frequent) (?:after|with|in|if|when|among|during|on|at)\b",
)
_BROUGHT_ABOUT = pattern(rf"\b{_CAUSE_VERB} {_PART}{THE}")
_FACTOR = pattern(
    rf"\brisk factors? (?:for|of|behind) {THE}",
    rf"(?:^|[;,] )in {THE}[^;.]*\brisk factors? (?:are|include|is)\b",
)
# What raises the risk of it.
_RISK = pattern(
    rf"\brisk of {THE} (?:\w+ )?(?:is|rises|increases|goes up|grows)\b[^.;]{{0,40}}\b(?:high|higher|highest|raised|greater|greatest|increased|with|in|after|if)\b",
    rf"\b(?:have|has|puts?|carry|carries|means?|bring|brings|raises?|increases?|doubles?|adds? to) (?:[\w-]+ ){{0,4}}?(?:risk|chances?) of (?:getting |developing )?{THE}",
    rf"\b(?:is|are) at (?:[\w-]+ )?risk of {THE}\W*$",
    rf"\bmakes? {THE} (?:much )?more likely\b|\b(?:greater|higher|more|most) (?:likely|prone) to (?:get|have|develop) {THE}",
    rf"\bpredispos\w+ (?:\w+ )?to {THE}",
)
_OF_NONE = re.compile(
    r"\b(?:without|no|not|other|exclud\w*|another|unless|whether|if|suspected|treatable|search\w* for|look\w* for|address\w*|assess\w*|review\w*)\b"
    r"[^.;,]{0,40}$|\b(?:reduc|lower|prevent|avoid|treat)\w*\b[^.;]{0,60}$|\b(?:with|has|have|had) (?:[\w-]+ ){0,4}$",
    re.I,
)
_NOT_SO = re.compile(r"\b(?:is|are|does|do|did|can|was|were) not\b|\bcannot\b|\bnever been shown\b", re.I)
_WHO_GETS_IT = re.compile(
    r"\b(?:more|most) (?:likely|common|frequent)\b|\bspreads?\b|\bcauses\b|\brisk factors?\b", re.I
)
_AMONG_OTHERS = re.compile(r"(?: \([^)]*\))?(?:,| and(?! death)| or)\s")
_HEADS = re.compile(r"(?:what (?:are the )?)?(?:common )?causes?\b.*|a?etiology", re.I)
_RISK_HEADS = re.compile(r"risk factors?\b.*|who is at (?:\w+ )?risk\b.*|who gets\b.*", re.I)


def _causes(said: Said) -> bool:
    """Whether it says what the illness comes from."""
    if is_headed(said, _HEADS):
        return True
    text = marked_with_drugs(said)
    return not seeks_causes(text) and (_names_causes(text) or _brings_about(text))


def comes_from(said: Said) -> bool:
    """Whether it says of the illness itself by what or how it comes about."""
    found = (m for m in _topics(marked_with_drugs(said)) if not _WHO_GETS_IT.search(m[0]))
    return any(_OF_NONE.search(m.string[: m.start()]) is None for m in found)


def _topics(text: str) -> list[re.Match[str]]:
    return [m for m in spoken_of(text, _OF_TOPIC) if not _NOT_SO.search(m[0])]


def _names_causes(text: str) -> bool:
    found = (*_NAMED.finditer(text), *_FACTOR.finditer(text), *_topics(text))
    return any(_OF_NONE.search(text[: m.start()]) is None for m in found)


def _brings_about(text: str) -> bool:
    """Whether it says of something that it causes the illness: of no drug, and not as one of several effects."""
    for found in _BROUGHT_ABOUT.finditer(text):
        before = text[: found.start()]
        in_passing = DRUG in before or SUBJECT in before or _AMONG_OTHERS.match(text, found.end())
        if not (in_passing or _OF_NONE.search(before) or _NOT_SO.search(before[-30:])):
            return True
    return False


def _risks(said: Said) -> bool:
    """Whether it says who gets the illness, or what it comes from."""
    return _raises_risk(said) or _causes(said)


def _raises_risk(said: Said) -> bool:
    if is_headed(said, _RISK_HEADS):
        return True
    text = marked_with_drugs(said)
    found = (*_RISK.finditer(text), *_FACTOR.finditer(text))
    return any(not _OF_NONE.search(text[: m.start()]) for m in found)


def _risks_first(said: Said) -> int:
    """What says who gets it comes before what only says what it comes from."""
    return 2 * _raises_risk(said) + on_the_whole(said)


def _causes_first(said: Said) -> int:
    """What names its causes comes before what is said to bring it about, of all that may."""
    return 2 * _names_causes(marked_with_drugs(said)) + on_the_whole(said)


CAUSES = Ask("causes", ILLNESSES, _CAUSES_ASKED, _causes, "what causes {}", _causes_first)
RISK_FACTORS = Ask("risk factors", ILLNESSES, _RISKS_ASKED, _risks, "risk factors for {}", _risks_first)
