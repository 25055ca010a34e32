"""Is what is told past, feared, or accounted for by something harmless?"""

from __future__ import annotations

import re

from service.safety.distress.wording import plain

_UNSTOPPED = re.compile(
    r"\bbleed\w*\b.{0,30}\b(?:can't|won't|doesn't) stop\b|\b(?:can't|won't|doesn't) stop (?:the )?bleeding\b"
)
CHRONIC = re.compile(
    r"\b(?:comes? and goes?|always|often|sometimes|usually|whenever|every (?:day|morning|night|evening|week|month)|(?:once|twice|\w+ times) (?:a|per|each|every) (?:week|month|year)|chronic\w*|when (?:i|she|he) (?:walk|climb|run|exercis)\w*)\b"
)
_REMOTE = re.compile(
    r"\b(?:years?|months?|decades?) (?:ago|back|earlier|later)\b|\blast (?:year|month|winter|summer|spring|autumn|fall)\b|\bin (?:19|20)\d\d\b|"
    r"\bas a (?:child|kid|teenager)\b|\bwhen i was\b|\bhistory of\b|\bduring (?:my|the|his|her) (?:operation|surgery|procedure|birth)\b|"
    r"\bfor (?:many |several |\d+ )?(?:years|months)\b|\bafter the (?:surgery|operation) weeks\b"
)
_HARMLESS = re.compile(
    r"\b(?:goes away|gone|better|relieved) (?:with|at|after|when) (?:\w+ )?rest\w*|\bbrush\w*|\bgums?\b|\bshaving\b|\bthrough (?:my|his|her) nose\b"
    r"|\ba little\b(?=.{0,20}\bbleed)|\bbleed\w* a little\b|\bwhen i press (?:on )?(?:it|my (?:chest|ribs))\b|\bruns? in the family\b"
    r"|\b(?:toe|heel|foot|feet|back|knee|tooth|shoulder|elbow)\b.{0,12}\bis killing me\b|\bforgot(?:ten)? (?:whether|if) i (?:took|had|have)\b"
    r"|\b(?:can't|cannot|unable to) swallow (?:\w+ ){0,4}(?:tablets?|capsules?|pills?)\b(?=.{0,60}\b(?:alternatives?|liquid|crush\w*|open\w*|suspension|form|instead)\b)"
    r"|\b(?:blocked|stuffy|runny|stuffed) nose\b|\bnose (?:is|has been) (?:blocked|stuff\w*|runny)\b|\b(?:is|am|works as) an? (?:lifeguard|nurse|paramedic|teacher|student)\b.{0,20}\b(?:and |who )(?:wants? to|teach\w*|learns?|asks?)\b"
)
_FEARED = re.compile(
    r"\b(?:risk|chances?|likelihood|odds|danger|signs?|symptoms?|prevent\w*|avoid\w*|reduc\w+|lower\w*|fear of|afraid of|scared of|"
    r"(?:terrified|petrified|frightened|in dread) of|(?:worried|worry|worrying|anxious) about|(?:worried|worry|afraid|scared|fear\w*|frightened) (?:that )?(?:i|he|she|we|my \w+) (?:might|may|could|will|would)|protect\w*|after|from|could cause|can cause|died of)\W+(?:[\w']+\W+){0,3}$"
)
# "No chest pain", "isn't short of breath": what stands right after is not there.
_DENIED = re.compile(
    r"\b(?:no|without|never(?: had)?|denies|free of|nor|neither|(?:isn't|wasn't|aren't|am not|i'm not|not)(?! (?:sure|only|just))|(?:don't|doesn't|didn't|haven't|hasn't) (?:have|had|feel|get|got))\s+"
    r"(?:(?:any|real|other|more|further|bad|such|much|a|the|new|thoughts? of|plans? to)\s+){0,2}$"
)
_BRUISED = re.compile(
    r"\b(?:bruis\w+|bumped|knocked|hit) (?:my|his|her|into|on)\b|\bbruise\b|\b(?:blue|bil|black)berr\w+|\b(?:lolly|lollipop|beetroot|food colou?ring)\b"
)
_DYED = re.compile(r"\b(?:iron|bismuth|liquorice|charcoal)\b")


# What is said so, and not meant so.
_FIGURE = re.compile(
    r"\b(?:doing|does) (?:my|our) (?:head|nut) in\b|\bdriv\w+ (?:me|us|him|her|them) (?:mad|crazy|nuts|insane|up the wall|round the bend)\b|"
    r"\bdying (?:to (?:know|ask|hear|see|try|learn)|for an?)\b|\b(?:bored|scared|worried|stress\w*|frightened|tickled)(?: me| us)? to death\b|"
    r"\b(?:could|would) (?:murder|kill for|die for) an?\b|\bheart (?:sank|skipped a beat when)\b|\bticking time bomb\b|\bmeaning of life\b|\bis to die for\b|\bdeath warmed up\b"
)


def is_figurative(message: str) -> bool:
    """Whether a figure of speech stands in a message that is no sign of danger by itself."""
    return _FIGURE.search(plain(message)) is not None


def is_past_or_harmless(message: str) -> bool:
    """Whether what the message tells is long past, or accounted for by something harmless."""
    text = plain(message)
    if _UNSTOPPED.search(text):
        return False
    return any(pattern.search(text) for pattern in (_REMOTE, _HARMLESS, _DYED))


def exempt(text: str, sign: re.Match[str]) -> bool:
    """Whether a sign is past, feared or accounted for."""
    start = max(text.rfind(mark, 0, sign.start()) for mark in ".!?") + 1
    ends = [position for position in (text.find(mark, sign.end()) for mark in ".!?") if position >= 0]
    sentence = text[start : min(ends, default=len(text))]
    if _REMOTE.search(sentence) or _HARMLESS.search(sentence):
        return True
    if ("stool" in sign.group() or "poo" in sign.group() or "tarry" in sign.group()) and _DYED.search(text):
        return True
    if "blue" in sign.group() and _BRUISED.search(text):
        return True
    return _FEARED.search(text[: sign.start()]) is not None or is_denied(text, sign)


def is_denied(text: str, sign: re.Match[str]) -> bool:
    """Whether a sign is said not to be there."""
    return _DENIED.search(text[: sign.start()]) is not None


_DENIED_LIST = re.compile(
    r"\b(?:no|without|never had|denies|nor|isn't|wasn't|not|don't have|doesn't have|haven't had|hasn't had|don't feel|doesn't feel|i'm not|am not)\s+(?:any |a |an |real |more |other |knocked |thoughts of )*"
    r"(?:chest|pains?|breathless\w*|short of breath|wheez\w*|fevers?|temperature|rash|spots|bleed\w*|blood|vomit\w*|sick\w*|stiff\w*|numb\w*|tingl\w*|weight loss|weak\w*|swell\w*|swollen|injur\w*|headaches?|faint\w*|dizz\w*|cough\w*|suicid\w*|harm\w*|hurt\w*|"
    r"knockout|out|confus\w*|drows\w*|lumps?|red flags?|palpitations?|seizures?|fits?|trouble|symptoms?|thinners?|blood thinners?|burn\w*|fall|falls|jaundice|ascites|black stools?)\b(?: (?:pain|neck|tightness|loss|with \w+ \w+|in \w+ \w+|myself))?"
)


def without_denied(text: str) -> str:
    """A plain text without what it says is not there ("no rash, no stiff neck")."""
    return _DENIED_LIST.sub(" ", text)


def denials_in(text: str) -> int:
    """How many things a plain text says are not there."""
    return len(_DENIED_LIST.findall(text))
