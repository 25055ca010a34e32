"""What an illness leads to, and what can go wrong with a procedure: not what goes wrong with something else in people
who have it.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, PROCEDURES, TESTS, Ask
from service.sentences.bare.reading.marks import (
    MODALLY,
    THE,
    TOPIC,
    is_headed,
    marked,
    on_the_whole,
    pattern,
    spoken_of,
)
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SUBJECT

_GO_WRONG = (
    r"\b(?:(?:long-term|late|early|possible|potential|serious|major|acute|chronic) )*(?:complications?|sequelae|consequences?|harms?|hazards?|dangers?|adverse (?:events?|effects?|outcomes?)|side[- ]effects?)\b(?: rates?)?|"
    r"\b(?:what )?(?:can|could|may|might) go wrong\b|\bgo wrong\b|\bwhat (?:does|do|can|could|will|may|might)(?=[^?]* (?:cause|lead to)\b)|\b(?:cause|lead to)\b|"
    r"\bwhat happens (?:if|when)(?=[^?]*\b(?:untreated|not treated)\b)|\b(?:left )?untreated\b|\bproblems\b(?=[^?]*\b(?:cause|lead|from|after)\b)|\bdangerous\b"
)
_ASKED_OF_ILLNESS = re.compile(rf"{_GO_WRONG}|\brisks\b(?! factor)", re.I)
_ASKED_OF_PROCEDURE = re.compile(rf"{_GO_WRONG}|\brisks?\b|\b(?:risky|safe|safety)\b", re.I)
HARM = (
    r"(?:(?<!thoughts of )death|die|dies|kill\w*|fatal|damag\w*|failure|ruptur\w*|perforat\w*|gangrene|amputat\w*|blind\w*|loss of (?:sight|vision|hearing|the leg)|hearing loss|stroke|bleed\w*|haemorrhag\w*|hemorrhag\w*|fractures?|cancer|(?:severe |serious )?infections?|"
    r"abscess\w*|shock|coma|scar\w*|cirrhosis|clots?|thrombos\w*|embol\w*|infertil\w*|paralysis|disab\w*|heart attack|complications?|leak\w*|injur\w*|ischaem\w*|"
    r"ischem\w*|pneumothorax|haematoma|hematoma|encephalopathy|decompensat\w*|dementia|miscarriage|stillbirth|dialysis|hypotension)"
)
_HARMED = rf"(?=[^.;]*(?:{OTHER}|\b{HARM}\b))"
# What is called its complication, or said to complicate it.
_NAMED = pattern(
    rf"\b(?:complications?|risks|harms|dangers|sequelae|consequences) of {THE}(?! (?:treatment|therapy|surgery))(?: \([^)]*\))?[^.;,]{{0,30}}? (?:are|is|include|includes)\b(?! (?:low|high|small|raised|treated|reduced|lower|higher|not|considered))",
    rf"\b(?:is|are) (?:(?:among|an?|the|also|one of|main|major|common|commonest|frequent|serious|rare|\w+est|most|possible|potential|feared|dreaded|typical|well-known|known) )*(?:\w+ )?complications? (?:of|from) {THE}",
    rf"\bcomplicates? {THE}",
    rf"^(?:the |an? )?(?:[\w-]+ of )?{SUBJECT}{MODALLY} (?:gets?|becomes?) infected\b",
    rf"\bafter {THE}[^.;]{{0,30}}\brisks? of [^.;]*\b(?:raised|increased|higher|greater|high)\b",
)
# What the illness that a sentence speaks of leads to, does, or raises the risk of.
_OF_TOPIC = pattern(
    rf"{TOPIC}[^.;]{{0,25}}?{MODALLY} (?:leads?|progress(?:es)?|develops?|turns?|evolves?) (?:to|into) {_HARMED}",
    rf"{TOPIC}{MODALLY} (?:causes?|results? in|damages?|harms?|triggers?|brings? about|precipitates?) {_HARMED}",
    rf"{TOPIC}{MODALLY} (?:damages?|harms?) (?:your |the )?(?:heart|kidneys?|nerves|eyes|liver|brain|lungs|organs|joints|blood vessels)\b",
    rf"{SUBJECT}[^.;]{{0,80}}\b(?:all|each|both) (?:raise|increase|double)s? (?:the |your )?risks? of {_HARMED}",
    rf"{TOPIC}{MODALLY} be complicated by\b|{TOPIC} is (?:\w+ )?complicated by\b",
    rf"{TOPIC}{MODALLY} (?:raises?|increases?|doubles?|carries|carry|brings?|has|have|puts?|means?|predisposes?) [^.;]{{0,40}}\b(?:risks?|chances?|rates?)\b {_HARMED}",
    rf"{TOPIC}[^.;]{{0,40}} (?:is|are) (?:\w+ )?(?:linked|associated|tied) (?:to|with) (?:an? |the )?(?:\w+ ){{0,2}}(?:risks?|rates?) of\b",
    rf"{TOPIC}[^.;]{{0,40}}\b(?:kills|is (?:often |sometimes |usually )?fatal)\b",
    rf"{TOPIC}{MODALLY} (?:is an? [\w -]{{3,40}}? that )?puts? (?:\w+ )?life at risk\b",
)
_OTHER_IN_IT = pattern(
    rf"{OTHER}[^.;]{{0,20}} (?:occurs?|develops?) (?!on\b)[^.;,]{{0,60}}\b(?:in|of|with) {THE}",
    rf"{OTHER}[^.;]{{0,20}} (?:occurs?|occurred|develops?|followed|follows) (?!on\b)[^.;,]{{0,60}}\b(?:after|following) {THE}",
)
_RATE = r"(?:\d+(?:\.\d+)? ?%|\d+ of \d|\d+ in \d)"
_SOON_AFTER = pattern(
    rf"\b{HARM}\b[^.;]{{0,20}} (?:occurs?|develops?) [^.;]{{0,80}}\b(?:within [\w ]{{2,20}} of|after|following) {THE}"
)
# What goes wrong with a procedure, by the word or by how often.
_AT_PROCEDURE = pattern(
    rf"\b(?:complications?|risks?|harms|dangers) (?:rates? )?(?:of|after|from|with|in) {THE}(?: \([^)]*\))?[^.;]{{0,30}}? (?:are|is|include|includes|were|did|was|occur\w*|range[ds]?)\b",
    rf"\b(?:is|are|was|were) (?:(?:among|an?|the|also|one of) )*(?:[\w-]+ ){{0,4}}complications? (?:of|after|from) {THE}",
    rf"(?:\b(?:after|following|from)|\b(?:in|of) [\d,]{{3,}}) (?:[\w-]+ ){{0,3}}{SUBJECT}[^.;]*(?:\b(?:complications?|mortality|deaths?|bleeding|perforation|infection|encephalopathy)\b|{OTHER})[^.;]{{0,60}}(?:\b(?:occurr\w*|was|were|is|in|of|affects?|followed) (?:\w+ ){{0,4}}{_RATE}|\brare\b|\bcommon\b|\boccurr?\w*)",
    rf"\b(?:incidence|rates?|risk|frequency) of [^.;,]{{3,50}} (?:after|following|from) {THE}",
    rf"\b(?:followed|follows) {_RATE} of (?:[\d,]+ )?(?:[\w-]+ ){{0,2}}{SUBJECT}",
    rf"\b(?:is|are) (?:an? )?(?:\w+ )?(?:risks?|dangers?) of {THE}",
    rf"\b(?:bleeding|dysfunction|death|deaths|pain|infection|perforation|encephalopathy|mortality|thrombosis|{OTHER})[^.;,]{{0,60}} (?:after|following|from) {THE}[^.;]*(?:{_RATE}|\bis\b|\bare\b|\bcan\b|\bmay\b|\boccurs?\b)",
)
_TREATED = re.compile(
    r"\b(?:treats?|treated|treating|controls?|prevents?|reduces?|lowers?|prevention|prophylaxis|screen\w*|surveillance|if complications|against)\b",
    re.I,
)
_STUDIED = re.compile(
    r"\b(?:placebo|(?:hazard|odds|risk) ratio|versus|compared with|against placebo|did not (?:\w+ )?(?:raise|increase))\b",
    re.I,
)
_LISTED = pattern(rf"\b(?:complications?|risks|harms) of {THE}(?: \([^)]*\))? (?:are|include)\b")
_IF = re.compile(r"^(?:if|when|unless)\b(?![^,]*\b(?:untreated|not treated)\b)", re.I)
_HEADS = re.compile(r"(?:what are the )?(?:possible )?(?:complications?|risks)(?: (?:of|from) .*)?", re.I)


def _of_illness(said: Said) -> bool:
    """Whether it says what follows from the illness."""
    if is_headed(said, _HEADS):
        return True
    text = marked(said)
    if _STUDIED.search(text) or _IF.match(text):
        return False
    if any(spoken_of(text, _OF_TOPIC)):
        return True
    found = [
        *_NAMED.finditer(text),
        *_SOON_AFTER.finditer(text),
        *spoken_of(text, _OTHER_IN_IT),
    ]
    return any(not _TREATED.search(text[: m.end()]) for m in found)


def _of_procedure(said: Said) -> bool:
    """Whether it says what can go wrong with a procedure."""
    text = marked(said)
    at_it = spoken_of(text, _OF_TOPIC)
    return _of_test(said) or (_STUDIED.search(text) is None and any(at_it))


def _of_test(said: Said) -> bool:
    """The same of a test, which brings no risk by what it shows."""
    text = marked(said)
    if is_headed(said, _HEADS):
        return True
    return not _STUDIED.search(text) and (_AT_PROCEDURE.search(text) or _NAMED.search(text)) is not None


def _before(said: Said) -> int:
    """What names them as its complications comes before what tells of one."""
    text = marked(said)
    return 2 * (_NAMED.search(text) is not None) + (_LISTED.search(text) is not None) + on_the_whole(said)


COMPLICATIONS = Ask("complications", ILLNESSES, _ASKED_OF_ILLNESS, _of_illness, "the complications of {}", _before)
RISKS = Ask(
    "risks of a procedure",
    PROCEDURES,
    _ASKED_OF_PROCEDURE,
    _of_procedure,
    "the complications of {}",
    _before,
)
RISKS_OF_TEST = Ask("risks of a test", TESTS, _ASKED_OF_PROCEDURE, _of_test, "the complications of {}", _before)
