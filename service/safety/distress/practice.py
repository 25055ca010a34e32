"""Drugs as clinicians ask about them, in shorthand: "warfarin and metronidazole", "restart apixaban after GI bleed, when".

Words like bleeding, transplant and warfarin are signs of danger in what people tell of themselves. Here nobody is told
of: no person, nothing taken, nothing now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.glossary import Mention, shipped_glossary
from corpus.text import words
from service.analysis.drug_names import looks_like_a_drug
from service.safety.distress.wording import plain

_SOMEBODY = re.compile(
    r"\b(?:i|i'm|i've|i'd|me|my|we|our|us|he|she|him|her|his|they|them|he's|she's|mum|mom|dad|wife|husband|son|daughter|baby|nan|gran|friend|partner|brother|"
    r"sister|somebody|someone|you)\b"
)
_HAPPENS = re.compile(
    r"\b(?:now|just|today|tonight|yesterday|suddenly|help|please|minutes? ago|hours? ago|won't|can't|doesn't|isn't|hasn't|keeps?|still|took|taken|taking|swallow\w*|ate|eaten|"
    r"drank|drunk|overdos\w*|accident\w*|mistake\w*|too (?:many|much)|whole (?:box|packet|bottle)|double|twice|inject\w+ (?:too|wrong)|collaps\w+|unconscious|"
    r"unrespons\w+|fitting|blue|not breathing|bleeding (?:out|a lot|won't)|die|dies|dying|dead|kill\w*|suicid\w*|lethal|fatal\w*|end it)\b"
)
_PRACTICE = re.compile(
    r"\b(?:trough|target|bridging|bridge|reversal|reverse|reversing|re-?start\w*|resum\w+|(?:start\w*|loading|maintenance|max\w*|treatment|prophyla\w+) dos\w+|dos(?:e|es|ing)|"
    r"switch\w*|wean\w*|taper\w*|withh[eo]ld\w*|hold|monitor\w*|interact\w*|contra-?indicat\w+|max(?:imum)?|titrat\w+|egfr|crcl|clearance|"
    r"mechanical (?:\w+ )?valve|(?:before|around|after) (?:surgery|(?:\w*scopy)|procedures?|biopsy)|peri-?op\w*|post-?op\w*|\d+ ?kg|mg/kg|"
    r"life-threatening|first[- ]line|second[- ]line|instead|alternative|when to|(?:hours|how far) apart|infiltrat\w+|opacities)\b"
)
_SMALL_WORDS = frozenset(
    """and with plus or vs versus together interaction interactions safe ok combination tablet tablets in on for during after of at to a an
    the patient patients flare flares acute chronic new fresh recent severe mild moderate stage why not use given give treatment therapy while how
    women men adult adults child children""".split()
)
# Where a drug stands beside one of these, somebody may be in it.
_ACUTE = re.compile(
    r"stroke|infarct|heart attack|anaphyla|ha?emorrhag|bleed|seizure|epilepticus|arrest|shock|poison|toxic|syncope|coma|suicid|sepsis|"
    r"allerg|fever|chest|breath|neutropen|hypoglyc|ketoacid|vomit|alcohol"
)


def of_practice(message: str) -> bool:
    """Whether a message names a drug as texts call it, tells of nobody and of nothing that happens, and either asks in
    words of practice or has nothing else in it than drugs, or drugs and what is no acute danger, in clinical words.
    """
    text = plain(message)
    if _SOMEBODY.search(text) or _HAPPENS.search(text):
        return False
    clinical = [mention for mention in shipped_glossary().find(message) if _is_clinical(mention, message)]
    drugs = [mention for mention in clinical if mention.entry.kind == "drug"]
    unlisted = [word for word in words(_without(message, clinical)) if looks_like_a_drug(word)]
    if not drugs and not unlisted:
        return False
    if _PRACTICE.search(text) is not None:
        return True
    rest = set(words(_without(message, clinical).lower())) - {*unlisted, *_SMALL_WORDS}
    others = len(clinical) > len(drugs)
    return not rest and not _ACUTE.search(text) and (len(drugs) + len(unlisted) > 1 or others)


def _is_clinical(mention: Mention, message: str) -> bool:
    """Whether a concept is named as texts name it, and not in a lay word or by a brand."""
    form = message[mention.start : mention.end].casefold().removesuffix("s")
    names = (mention.entry.term, *mention.entry.synonyms, *mention.entry.abbreviations)
    return form in {name.casefold().removesuffix("s") for name in names}


def _without(message: str, mentions: Iterable[Mention]) -> str:
    for mention in sorted(mentions, key=lambda m: -m.start):
        message = f"{message[: mention.start]} {message[mention.end :]}"
    return message
