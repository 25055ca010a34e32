"""How an illness shows itself: not what is done when its signs are seen, nor what follows from it."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
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
from service.sentences.bare.reading.signs import SUBJECT

_ASKED = re.compile(
    r"\b(?:(?:clinical|presenting|warning|early|first|main|typical|classic|physical|key|cardinal|tell-?tale) )*"
    r"(?:symptoms?|symptomatology|signs?(?! (?:of )?life)|features?|manifestations?|presentations?|findings|picture|red flags?|s/s|sx)\b"
    r"(?: (?:and|or|&|/) (?:symptoms?|signs?|features?|presentations?))*|"
    r"\bpresent(?:s|ing)?\b|\bmanifests?\b|\b(?:look|feel|show|shows|looks|feels) (?:like|up)\b|\bwhat does it feel like\b|"
    r"\bwhen (?:to|should (?:i|we|you)) suspect\b|\bsuspect(?:ed)?\b|\bhow (?:do|does|can|could) (?:i|you|we|one|someone)(?= (?:know|tell|recogni[sz]e|spot)\b)|"
    r"\b(?:recogni[sz]e|recogni[sz]ed|spot)\b|\b(?:know|tell) (?:if|that|when|whether) (?:someone|somebody|i|he|she|they|a patient|it) (?:has|have|is|am)\b",
    re.I,
)
SYMPTOM_WORDS = (
    r"(?:pains?|painful|ach(?:e|es|ing)|cramps?|discomfort|tender\w*|fever\w*|feverish|temperature|chills|rigors?|rash(?:es)?|itch\w*|redness|red (?:skin|eyes|spots)|warm\w*|swell\w*|swollen|"
    r"sores?|ulcers?|blisters?|lumps?|weak\w*|numb\w*|tingl\w*|tired\w*|fatigue|letharg\w*|sleep\w*|drows\w*|unwell|nausea|sick|vomit\w*|diarrhoea|diarrhea|"
    r"constipation|bloat\w*|appetite|thirst\w*|urinat\w*|pee|cough\w*|sputum|wheez\w*|breath\w*|short of breath|chest|palpitations?|heartbeat|faint\w*|collapse\w*|"
    r"dizz\w*|vertigo|headaches?|stiff\w*|confus\w*|conscious\w*|coma|delusions?|hallucinat\w*|mood|anxi\w*|worr\w*|restless\w*|agitat\w*|tremors?|shak\w*|rigidity|slow\w*|"
    r"speech|slurred|vision|blurred|photophobia|droop\w*|balance|memory|jaundice|yellow\w*|pale|pallor|bruis\w*|bleed\w*|sweat\w*|weight|skin|hives|mucosal|discharge|"
    r"hepatomegaly|ascites|oedema|edema|hypotension|low blood pressure|tachycardia|seizures?|fits?|loss of (?:interest|pleasure|feeling|smell|consciousness)|fullness|full|interest)"
)
_SIGNS = (
    r"(?:symptoms?|signs?|(?:clinical |characteristic |typical |main |cardinal |other )?(?:features?|manifestations?|findings)|presentations?|picture)"
    r"(?: (?:and|or|or even) (?:symptoms?|signs?|features?))?"
)
# What its symptoms or signs are, by that word.
_NAMED = pattern(
    rf"\b{_SIGNS} (?:of|in|with) {THE}(?: \([^)]*\))?(?:,[^,;.]{{3,60}},)?(?: (?:can|may|might|often|usually|typically|commonly|also|mostly|\w+ly))* "
    rf"(?:include|includes|are(?! (?:treated|managed|relieved|improved|controlled|reduced))|is(?! (?:treated|managed))|be (?!treated|managed|relieved)|start|begin|come|appear|develop|vary|varies|range|depend|consist)",
    rf"\b(?:people|patients|those|adults) with {THE}(?:, [^,;.]{{3,40}},)? (?:have|get|notice) (?:no|few) (?:symptoms|signs)\b",
    rf"\b(?:is|are|be) (?:(?:also|often|an?|the|among|possible|early|first|main|typical|common|warning|frequent|usually|\w+est|one|of) )*(?:laboratory |clinical )?(?:symptoms?|signs?|features?|manifestations?) (?:of|in) {THE}",
)
# How the illness that a sentence speaks of shows itself, or that it does not.
_OF_TOPIC = pattern(
    rf"{TOPIC}{MODALLY} (?:presents?|manifests?|shows? (?:itself|up)|appears?|begins?|starts?) (?:\w+ ){{0,2}}?(?:with|as|by|in|like|when)\b(?! (?:an? )?(?:drug|statin|inhibitor|dose|\d))",
    rf"{TOPIC}{MODALLY} (?:is|are) (?:\w+ )?(?:marked|characteri[sz]ed|recogni[sz]ed|accompanied|signalled) by\b",
    rf"{TOPIC}{MODALLY} (?:causes?|brings?|produces?|gives?) (?:\w+ )?(?:no|few|little|mild|not many) (?:\w+ )?(?:symptoms|signs)",
    rf"{TOPIC}{MODALLY} (?:be|is|are|has|have|runs?|stays?|remains?) (?:\w+ ){{0,2}}?(?:free of|without|no|with no|asymptomatic|silent|symptom-?free)(?= (?:any )?(?:symptoms|signs)|(?<=asymptomatic)|(?<=silent)|(?<=symptom-free))",
    rf"{TOPIC}{MODALLY} (?:does|do) not (?:usually |often |always |generally )?(?:cause|have|give) (?:any )?(?:symptoms|signs)",
    rf"{TOPIC}[^.;]{{0,60}}\bcauses? symptoms\b",
)
# So, with what is felt or seen behind it.
_WITH_SYMPTOMS = pattern(
    rf"{TOPIC}(?:(?:, and|,)? when [\w ]{{3,20}})?{MODALLY} (?:causes?|brings?|produces?|gives?|makes? you|involves?|includes?) (?=[^.;]*\b{SYMPTOM_WORDS}\b)",
    rf"{TOPIC} (?:is|are|means?) (?!(?:\w+ )?(?:severe|life-threatening|moderate|mild|stage|graded?)\b)(?:[^.;]{{0,80}}?\b(?:with|causes?|causing) )?(?=[^.;]*\b{SYMPTOM_WORDS}\b[^.;]*\b{SYMPTOM_WORDS}\b)",
    rf"{TOPIC}[^.;,]{{0,40}}\b(?:is|be|are) (?:\w+ )?suspected (?:in|when|if|with)\b(?=[^.]*\b{SYMPTOM_WORDS}\b)",
    rf"{TOPIC}[^.;,]{{0,40}}\b(?:is|are) (?:\w+ )?(?:likely|possible) (?:when|with|in|if)\b(?=[^.]*\b{SYMPTOM_WORDS}\b)",
)
# What makes one suspect it, and what those who have it may notice.
_BEFORE = pattern(
    rf"\b(?:suspect|suspecting|suspects) {THE}(?=[^.]*\b{SYMPTOM_WORDS}\b)",
    rf"\b{SYMPTOM_WORDS}\b[^.;]*\b(?:points?|pointing) to {THE}",
    rf"\b{SYMPTOM_WORDS}\b[^.;]*\b(?:suggests?|raises? the (?:thought|question|suspicion|possibility) of|should (?:raise|prompt) [^.;]{{0,30}}) {THE}",
    rf"\bhelps? (?:you )?(?:to )?(?:spot|recogni[sz]e) {THE}:",
    rf"^in (?:an? )?{SUBJECT}, (?:the |your )?(?:face|speech|eyes?|skin|arms?|legs?|urine|poo|stools?|belly) (?:may|can) (?:be (?:\w+ )?{SYMPTOM_WORDS}\b|(?!be\b|need\b|have to\b)\w)",
    rf"(?:^|[.;] )(?:in|with) {THE}[^.;]{{0,60}}\b(?:you|people|patients|there|someone) (?:may|can|might|often|will) (?:feel|have|notice|be|get)\b(?=[^.]*\b{SYMPTOM_WORDS}\b)",
)
_CASE = re.compile(r"\b(?:if|unless|until|once|when)\b[^.;,]*$", re.I)
_ORDERS = re.compile(r"^(?:call|do not|don't|get|see|go|tell|ask|note|sit|stop)\b", re.I)
_DONE = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:treated|given|offered|recommended|referred|reported|recorded|stopped|started)\b|\b(?:drug|treatment|dose|mg)\b",
    re.I,
)
_HEADS = re.compile(
    r"(?:what are the )?(?:signs and )?symptoms\b.*|(?:clinical )?features|signs(?: and symptoms)?\b.*", re.I
)
_MAIN = pattern(
    rf"\b(?:main|cardinal|typical|commonest|most common|classic) (?:symptoms?|signs?|features?)[^.;,]{{0,20}} (?:of|in) {THE}"
)
_OF_A_KIND = 4  # by so much what is said of a kind of it alone comes later


def _told(said: Said) -> bool:
    if is_headed(said, _HEADS):
        return True
    text = marked(said)
    if _ORDERS.match(text):
        return False
    if any(not _CASE.search(text[: m.start()]) for m in spoken_of(text, _OF_TOPIC)):
        return True
    if _NAMED.search(text) or _BEFORE.search(text):
        return True
    return any(not _DONE.search(text) for m in spoken_of(text, _WITH_SYMPTOMS))


def _before(said: Said) -> int:
    """What names the main one comes before others, and those of the whole before those of a kind of it."""
    return (_MAIN.search(marked(said)) is not None) + on_the_whole(said) - _OF_A_KIND * said.by_kind


SYMPTOMS = Ask("symptoms", ILLNESSES, _ASKED, _told, "the symptoms of {}", _before)
