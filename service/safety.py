"""What is checked before anything is searched: emergencies, self-harm, harmful requests. Patterns only; no model.

Someone who describes an emergency of their own, or of somebody with them, gets a fixed text and no generated advice. A
clinician's professional question about the same condition is not one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.settings import Settings
from service.answer import Notice, Status

# Who is spoken of: oneself, or somebody of one's own. A professional writes of "a patient" or "a 54-year-old man".
_PERSON = (
    r"(?:\b(?:i|i'm|im|i am|i've|ive|i have|i had|me|my|we|we're|our|myself)\b|"
    r"\bmy (?:own )?(?:mother|father|mum|mom|dad|wife|husband|partner|son|daughter|child|kid|baby|toddler|brother|sister|"
    r"grand\w+|friend|boyfriend|girlfriend|uncle|aunt|neighbou?r|colleague|roommate|flatmate)\b|"
    r"^\s*(?:help|please help|he|she|they)\b)"
)
_PROFESSIONAL = re.compile(
    r"\b(?:\d+[- ]?(?:year|yr|y|month|week|day)s?[- ]?olds?\b|\d+\s?[mf]\b|\d+yo\b|patients?\b|pt\b|admitted|presents? with|presenting|"
    r"clinic\b|ward\b|guidelines?|management of|manage(?:d|ment)?\b|first[- ]line|differential|work[- ]?up|"
    r"how (?:is|are|do (?:you|we)|should (?:one|we|i)) (?:\w+ ){0,3}?(?:treat|manage|investigat|assess|screen))",
    re.I,
)
# Signs that cannot wait, each with the misspellings that people in distress type.
_SIGNS = re.compile(
    r"(?:vom+it\w*|throw\w* up|threw up|cough\w*|puk\w*|spit\w*|bring\w* up)\s+(?:up\s+)?(?:\w+\s+){0,3}?(?:blood|bl[ou]+d)|"
    r"(?:blood|black|tarry)\s+(?:\w+\s+){0,2}?(?:vomit|stools?|poo\b|poop)|"
    r"(?:crush\w*|severe|bad|terrible|tight\w*|heavy|squeez\w*|awful|sudden)\s+(?:\w+\s+){0,2}?(?:chest)\b|"
    r"(?:chest)\s+(?:\w+\s+){0,3}?(?:pain|pressure|tight\w*|hurts?|crush\w*)|"
    r"(?:can'?t|cannot|can not|cant|unable to|struggl\w* to|trouble|difficulty|hard to|gasping)\s+(?:\w+\s+)?(?:breath\w*|breth\w*)|"
    r"(?:stopped|not|isn'?t|isnt)\s+breath\w*|"
    r"\b(?:unconscious|unresponsive|passed out|won'?t wake|wont wake|can'?t wake|cant wake|not waking|collapsed|choking)\b|"
    r"(?:face|mouth)\s+(?:is\s+|has\s+)?(?:droop\w*|dropp\w*|numb)|slurr\w*\s+(?:speech|words)|"
    r"(?:can'?t|cannot|cant)\s+(?:move|feel|lift)\s+(?:my|his|her|one|the|their)\s+(?:\w+\s+)?(?:arm|leg|side|face)|"
    r"(?:throat|tongue|lips?|face)\s+(?:is\s+|are\s+|has\s+)?(?:swelling|closing|swollen|swelled)|"
    r"(?:worst|thunderclap|sudden\w*)\s+(?:\w+\s+){0,2}?(?:headache)|headache\s+of\s+my\s+life|"
    r"(?:having|had|is having|has had)\s+a?\s*(?:seizure|fit|stroke|heart attack|heart atack)|won'?t stop (?:bleeding|seizing|shaking)|"
    r"(?:bleed\w*)\s+(?:\w+\s+){0,2}?(?:heavily|a lot|badly|won'?t stop|wont stop|everywhere)|"
    r"(?:overdos\w*|took too many|taken too many|swallowed (?:a whole|too many|bleach|poison))|"
    r"(?:turn(?:ing|ed)|gone|going)\s+blue|anaphyla\w+",
    re.I,
)
_SELF_HARM = re.compile(
    r"\b(?:kill(?:ing)? my ?self|end(?:ing)? my (?:own )?life|take my (?:own )?life|want(?:ing)? to die|wanna die|"
    r"don'?t want to (?:live|be alive|wake up|be here)|dont want to (?:live|be alive|be here)|suicid\w+ (?:thoughts?|plan)|"
    r"i(?:'m| am| feel|m)? (?:feeling )?suicidal|better off dead|hurt(?:ing)? my ?self|cut(?:ting)? my ?self|harm(?:ing)? my ?self|"
    r"no reason to (?:live|go on)|can'?t go on (?:any ?more|living))\b",
    re.I,
)
_HARMFUL = re.compile(
    r"\b(?:how (?:to|can i|do i|could (?:i|one)|would one)|help me|tell me how|ways? to|best way to|teach me|instructions? (?:for|to)|write)\b"
    r"[^?.]{0,80}\b(?:poison|kill|murder|drug) (?:\w+ ){0,3}?(?:without|someone|somebody|him|her|my|a person|people|an? \w+)"
    r"|\b(?:fake|forge|falsify|fabricate|counterfeit)\w* (?:\w+ ){0,4}?(?:prescription|medical record|sick note|test result|trial data|"
    r"patient record|vaccin\w+ (?:card|record|certificate))"
    r"|\b(?:without (?:their|his|her|the patient'?s?) (?:knowledge|consent|knowing))\b"
    r"|\b(?:undetectabl\w+|untraceabl\w+) (?:\w+ ){0,3}?(?:poison|dose|drug|overdose|way)"
    r"|\b(?:synthesi[sz]e|cook|make|manufacture|extract) (?:\w+ ){0,3}?(?:meth\b|methamphetamine|heroin|fentanyl|ricin|sarin|nerve agent|explosive)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is answered instead of the question."""

    status: Status
    notice: Notice


def check_message(message: str, settings: Settings) -> Finding | None:
    """A finding when the message must not be answered from the library; None otherwise."""
    if _SELF_HARM.search(message) and not _PROFESSIONAL.search(message):
        return Finding(Status.EMERGENCY, Notice(kind="self_harm", text=_self_harm_text(settings)))
    personal = re.search(_PERSON, message, re.I) is not None
    if personal and _SIGNS.search(message) and not _PROFESSIONAL.search(message):
        return Finding(Status.EMERGENCY, Notice(kind="emergency", text=_emergency_text(settings)))
    if _HARMFUL.search(message):
        return Finding(Status.DECLINED, Notice(kind="declined", text=_DECLINED))
    return None


def _call(settings: Settings) -> str:
    if settings.emergency_number:
        return f"call {settings.emergency_number}"
    return "call your local emergency number"


def _emergency_text(settings: Settings) -> str:
    return (
        f"This may be an emergency. Please {_call(settings)} now, or have somebody take you to the nearest emergency "
        "department. Do not wait for an answer from this service: it cannot examine anybody and gives no advice in an emergency."
    )


def _self_harm_text(settings: Settings) -> str:
    return (
        "What you write sounds very hard, and you do not have to be alone with it. If you might act on these thoughts, or have "
        f"already taken something or hurt yourself, please {_call(settings)} now or go to the nearest emergency department. "
        "Please also tell somebody near you, and call a crisis line: findahelpline.com lists those of your country. "
        "This service cannot help in a crisis; people can."
    )


_DECLINED = (
    "This request is declined, because what it asks for could be used to harm somebody. Footnote answers questions about medical "
    "care from the texts of its library."
)
