"""When a procedure or a test is not done: its contraindications."""

from __future__ import annotations

import re

from service.sentences.bare.ask import PROCEDURES, TESTS, Ask
from service.sentences.bare.reading.marks import THE, TOPIC, is_headed, marked, on_the_whole, pattern, spoken_of
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT

_ASKED = re.compile(
    r"\b(?:absolute |relative |main )*contra-?indicat\w+\b(?: (?:to|for|of))?|\bCIs?\b|\bwhen (?:not to|should(?:n't| not)|is it not|can(?:'t|not)|must(?:n't| not))\b|\bnot be done\b|"
    r"\bwho (?:should not|shouldn't|cannot|can't|must not|mustn't)\b(?: (?:have|get|undergo))?|\b(?:avoid|avoided|unsafe|unsuitable)\b|\bnot (?:safe|done|recommended|advised|suitable|to do)\b",
    re.I,
)
_NAMED = pattern(
    rf"\bcontra-?indications? (?:to|for|of|against) {THE}",
    rf"\bcontra-?indicat(?:es?|ing) {THE}",
    rf"\b(?:no|not|rules? out|prohibits?|exclud\w+|against) (?:for |have |get |undergo |receive )?{THE} (?:in|with|if|when)\b",
    rf"\badvises? against {THE} (?:in|with|if|when)\b",
)
# That the procedure that a sentence speaks of is not done, in some case.
_OF_TOPIC = pattern(
    rf"{TOPIC}[^.;]{{0,80}}?\b(?:is|are|should be|(?<!not )be) (?:(?!not )\w+ ){{0,2}}?(?:contra-?indicated|avoided|unsafe|not (?:done|performed|offered|recommended|suitable|attempted|given(?! routinely))|delayed|postponed|deferred|withheld)\b(?: or avoided)?(?=[^.;]*\b(?:in|with|if|when|by|for|during|until|on|after)\b)",
    rf"{TOPIC}[^.;]{{0,40}}?\b(?:should|must) not be (?!used|withheld|delayed|avoided)(?=[^.;]*\b(?:in|with|if|when|by|for|during|until|on|after)\b)",
)
_NO_BAR = re.compile(
    r"\b(?:no longer|not) (?:an? )?(?:absolute |relative )?contra-?indication|\bunless contra-?indicat|\bno (?:absolute )?contra-?indication|\bif (?:not )?contra-?indicated|\bor contra-?indicated\b",
    re.I,
)
_SAYS = re.compile(r"\bcontra-?indicat", re.I)
_HEADS = re.compile(r"(?:absolute |relative )?contra-?indications?\b.*|when not to\b.*", re.I)


def _told(said: Said) -> bool:
    text = marked(said)
    if _NO_BAR.search(text):
        return False
    if is_headed(said, _HEADS) and (SUBJECT in text or (not said.drugs and _SAYS.search(text))):
        return True
    if any(spoken_of(text, _OF_TOPIC)):
        return True
    return _NAMED.search(text) is not None


NOT_DONE = Ask(
    "contraindications of a procedure",
    PROCEDURES | TESTS,
    _ASKED,
    _told,
    "contraindications to {}",
    on_the_whole,
)
