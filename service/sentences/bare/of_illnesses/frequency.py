"""How common an illness is in people, or in a group that the sentence names: not how common something else is in it."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.marks import THE, TOPIC, is_headed, marked, on_the_whole, pattern, spoken_of
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SUBJECT

_ASKED = re.compile(
    r"\bhow (?:common|rare|frequent|frequently|prevalent|widespread|uncommon)(?:ly)?\b|\b(?:prevalence|incidence|epidemiology|frequency|burden)\b(?: (?:and|/|&) (?:prevalence|incidence))?(?: rates?)?|"
    r"\bhow often\b(?=[^?]*\b(?:occurs?|happens?|seen|affects?)\b)|\b(?:is|are)(?= [^?]*\b(?:rare|common|uncommon)\W*$)|\b(?:rare|common|uncommon)\W*$",
    re.I,
)
_NUMBER_ASKED = re.compile(
    r"\bhow many\b(?=[^?]*\b(?:people|patients|adults|cases)\b)|\b(?:what|which) (?:percentage|proportion|percent|fraction|share|number)\b|\blifetime risk\b",
    re.I,
)
_AMOUNT = r"(?:\d+(?:\.\d+)? ?%|\d+(?:\.\d+)?% ?|\d[\d,]* (?:in|out of|of|per) (?:every )?\d|one in \w+|1 in \d|half|a third|two thirds|a quarter|millions?|per 100,?000|per 1,?000|\d[\d,]* (?:people|adults|patients))"
# How many have it, or its prevalence.
_NAMED = pattern(
    rf"\b(?:prevalence|incidence|frequency|rates?) of {THE}(?! (?:recurrence|relapse))[^.;]*(?:\d|\b(?:is|was|rises|falls|low|high|rare|doubled|varies|has)\b)",
    rf"{_AMOUNT}[^.;]*?\b(?<!who )(?<!that )(?<!they )(?:have|has|had|get|gets|develop\w*|suffer\w*|experience[sd]?|live with|living with|are affected by|were affected by) {THE}",
    rf"\b(?:affect(?:s|ed)? by|diagnosed with) {THE}[^.;]{{0,40}}{_AMOUNT}",
)
# How common the illness that a sentence speaks of is; not as a cause or type of another.
_OF_TOPIC = pattern(
    rf"{TOPIC}(?: \([^)]*\))? affects? (?:\w+ ){{0,3}}?(?:{_AMOUNT}|\d)",
    rf"{TOPIC}[^.;,]{{0,40}}? has (?:an? )?(?:[\w-]+ )?(?:incidence|prevalence|frequency)\b",
    rf"{TOPIC}[^.;,]{{0,40}}? (?:is|are|was) (?:(?:an?|the|very|quite|relatively|particularly|so|fairly|also|still|extremely|increasingly|less|more) )*(?:common|rare|uncommon|frequent|infrequent|widespread|prevalent)\b(?! (?:cause|type|form|bacteri|sign|symptom|kind|subtype|after|with|reason))",
    rf"{TOPIC}(?: that| which)?(?:[^.;,]{{0,30}})? (?:occurs?|occurred|develops?|developed|is (?:found|seen|present|reported)|was (?:found|seen|reported|present)|has been (?:reported|found)|were (?:found|seen)|complicates?) (?:\w+ )?(?:in|at) [^.;]{{0,40}}?(?:{_AMOUNT}|\d)",
    rf"{TOPIC} is one of the most (?:common|frequent)\b",
    rf"{TOPIC} is the most (?:common|frequent) (?!(?:cause|type|form|sign|symptom|reason|trigger|kind|risk)\b)(?:[\w-]+ ){{1,4}}(?:in|of|among)\b",
)
_STUDIED = re.compile(
    r"\b(?:placebo|hazard ratio|odds ratio|risk ratio|versus|against \d|randomi[sz]ed|treated with|on treatment)\b",
    re.I,
)
# Of so few that it tells nothing of how common it is.
_SERIES = re.compile(
    r"\b(?<!one )(?<!\d )(?:of|in|among) (?:the )?\d{1,3} (?:[\w-]+ ){0,2}(?:patients|people|adults|children|women|men|inpatients)\b",
    re.I,
)
_OF_SOME = re.compile(
    rf"{OTHER}|\b(?:patients|recipients|inpatients|users|after|points|scores?|admitted|hospitali[sz]ed)\b", re.I
)
_IN_STUDY = re.compile(r"\b(?:meta-analysis|cohort|series|study|studies|trial|registry)\b", re.I)
_BEGINS = re.compile(
    rf"\W*(?:(?:the|an?|true|about|overall) |(?:incidence|prevalence|frequency) of |[\w-]+ (?!of |with |in )){{0,3}}{SUBJECT}",
    re.I,
)
_HEADS = re.compile(
    r"frequency\b.*|epidemiology\b.*|prevalence\b.*|incidence\b.*|how common\b.*|how many people\b.*|statistics", re.I
)


def _told(said: Said) -> bool:
    """Whether it says so of people; of those who have or take something else, it must be what the sentence begins with
    or its text is on: "among those who had a biopsy, ¤ was found in 35%" tells nothing of how common that is.
    """
    if is_headed(said, _HEADS):
        return True
    text = marked(said)
    if _STUDIED.search(text) or _SERIES.search(text):
        return False
    named = (m for m in _NAMED.finditer(text) if SUBJECT not in text[: m.start()])  # not of those who have it
    told = [*named, *spoken_of(text, _OF_TOPIC)]
    return bool(told) and (
        _of_people(said) or _BEGINS.match(text) is not None or (_is_of_its_text(said) and not _IN_STUDY.search(text))
    )


def _is_of_its_text(said: Said) -> bool:
    title = said.title.casefold()
    return any(title.startswith(said.text[start:end].casefold()) for start, end in said.names)


def _of_people(said: Said) -> bool:
    return _OF_SOME.search(marked(said)) is None and not said.drugs


def _in_all(said: Said) -> bool:
    """The same of people in all, not of those who have something else."""
    return is_headed(said, _HEADS) or (_told(said) and _of_people(said))


NUMBER = Ask("number", ILLNESSES, _NUMBER_ASKED, _in_all, "how many people have {}", on_the_whole)
FREQUENCY = Ask("frequency", ILLNESSES, _ASKED, _told, "how common {} is", on_the_whole)
