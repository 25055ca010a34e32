"""What a message tells of somebody beside a question of knowledge: "How is meningitis diagnosed? My daughter has a stiff neck …".

The question makes a message sound as texts do, and the regression takes it for leisure. What is told is then heard by itself.
Only what was told in sentences of its own counts; a clinician's patient, a plan and what comes often do not.
"""

from __future__ import annotations

import re

from service.safety.distress import (
    Distress,
    at_bedside,
    denials_in,
    distress,
    from_professional,
    is_figurative,
    is_past_or_harmless,
    plain,
    stands_by,
)
from service.safety.distress.person import tells_of_own
from service.safety.everyday import is_everyday, without_drugs
from service.safety.hints import wishes_in
from service.safety.no_danger import is_no_danger
from service.safety.resemblance import Likeness
from service.safety.scope import is_commission
from service.safety.signals import began_just_now, comes_often, dangers_in, plans_or_recovers

_QUESTION = r"(?:what(?:'s)?|which|when|where|why|how|who|whose|is|are|was|were|does|do|did|can|could|may|might|should|shall|will|would|must|any)"
_ASKED = re.compile(
    rf"^\W*(?:(?:and|so|but|or|please|just|hi|hello|also|wondering|tell me|i (?:just )?want(?:ed)? to (?:know|ask)|what i wanted to ask is)\W+)*{_QUESTION}\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.?!;])\s+|\s+[-–—]+\s+|\n+")
# Where a question ends and telling begins in one sentence, and where telling ends and a question begins.
_TURN = re.compile(
    rf",\s*(?=(?:i|i'm|i've|i'd|my|mine|mine's|he|he's|she|she's|they|we|we've|our|his|her|it's|took|been)\b)|,?\s+(?:because|cos|asking (?:since|because|as))\s+|"
    rf",\s*(?=(?:and |so |but )?{_QUESTION}\b)",
    re.I,
)
_TAG = 8  # words: "NIHSS?", "Ticagrelor or prasugrel?"
_FEWEST = 3  # words
_NOW = re.compile(
    r"\b(?:right now|today|tonight|this (?:morning|evening|afternoon)|last night|since (?:\d|this|last night|yesterday|noon|lunch|breakfast|dinner|midnight|an hour)|sudden(?:ly)?|(?:minutes?|mins?|hours?) ago|keep (?:nearly|on)|"
    r"can't (?:get|wake|breathe|speak|move|feel)|hasn't|haven't (?:passed|peed|stopped|woken))\b"
)
_SHIFTED = re.compile(r"\b(?:now|today|since|again|back|same)\b")  # old illness, and something new
_OVER = re.compile(
    r"\b(?:fine|well|ok|okay|normal|better) (?:now|again)\b|\b(?:it|that) (?:has )?(?:passed|stopped|settled|went away)\b|"
    r"\bjust (?:come|came|got|been sent) (?:back )?home\b|\bdischarged\b"
)
_LONG = re.compile(r"\b(?:weeks|months|years)\b|\blast (?:week|month|year)\b")
# Likelihoods of danger in what is told, by itself.
_WITH_A_SIGN = 0.5
_WITH_A_SIGN_NOW = 0.1
_NOW_AND_WRONG = 0.8
_SEVERAL = 0.9
_HARM_TO_ONESELF = 0.95
_EVEN = 0.5


# Those who suffer say so in whatever words, and those at home have words of their own.
_AT_HOME = re.compile(
    r"\b(?:myself|mine|awful|horrible|poo|wee|weed|towels?|loo|puking|throwing up|keep (?:nearly|almost))\b"
)
# Who tells of themselves or of somebody of theirs; in a clinician's case "mother" is the child's.
_OWN = re.compile(
    r"\b(?:i|i'm|i've|i'd|me|my|our|myself)\b|(?:^|[.] )(?:mum|mom|dad|gran\w*|nan|hubby|husband|wife|boyfriend|girlfriend|he|he's|she|she's)\b"
)
_IN_GENERAL = re.compile(
    r"\b(?:people|persons|men|women|children|babies|infants|adults|toddlers|someone|somebody|anyone)\b", re.I
)
# What was, up to where it goes on with what is.
_WAS = re.compile(
    r"[^.,;]*\b(?:years?|months?) ago\b[^.,;]*?(?:[.,;]\s*|\band\b|\bbut\b)|[^.,;]*\b(?:in (?:19|20)\d\d|last (?:year|month|winter|summer|spring|autumn))\b[^.,;]*?(?:[.,;]\s*|\band\b|\bbut\b)|"
    r"[^.,;]*\b(?:usually|for years|always)\b[^.,;]*?(?:[,;]\s*)?\bbut\b"
)


def told_beside(message: str) -> str:
    """What a message tells outside its questions; "" where it asks nothing, or only asks."""
    sentences = _SENTENCE.split(" ".join(message.replace("’", "'").split()))
    parts = [part.strip(" ,") for sentence in sentences for part in _TURN.split(sentence) if part.strip(" ,")]
    told = [part.rstrip(" .?!;") for part in parts if not _is_asked(part)]
    text = ". ".join(told)
    return text if len(told) < len(parts) and len(text.split()) >= _FEWEST else ""


def may_tell_gravely(message: str, told: str) -> bool:
    """Whether what is told may be of danger now: of the asker, of somebody of theirs or of one they stand by, of nothing
    that is only past or comes often.
    """
    if is_commission(message) or is_everyday(message) or is_no_danger(message) or is_figurative(told):
        return False
    text = _as_it_is(told)
    home = stands_by(message) or _AT_HOME.search(plain(told)) is not None
    if not home and (at_bedside(message) or at_bedside(told) or from_professional(told)):
        return False
    if not (home or _OWN.search(text) or _OWN.search(plain(told))):
        return False
    past = (is_past_or_harmless(text) or comes_often(text)) and _SHIFTED.search(text) is None
    return not past and (home or tells_of_own(told) or not from_professional(_IN_GENERAL.sub(" ", message)))


def danger_beside(message: str, told: str, alike: Likeness) -> Distress | None:
    """Which danger is told beside a question; more than a resemblance has to be there: a sign, what began just now, or
    several things that are wrong.

    ``alike``: what that which is told resembles by itself.
    """
    text = _as_it_is(told)
    sign = distress(told) or distress(text) or distress(message)
    now = _NOW.search(text) is not None or began_just_now(text)
    if sign is not None and max(alike.distress, alike.wish) >= (_WITH_A_SIGN_NOW if now else _WITH_A_SIGN):
        return sign
    if min(alike.distress, alike.wish) >= _HARM_TO_ONESELF and alike.self_harm >= _EVEN and any(wishes_in(text)):
        return Distress.SELF_HARM
    if _OVER.search(text) or plans_or_recovers(f"{without_drugs(told)}, is that normal?") or denials_in(text):
        return None
    wrong = dangers_in(plain(without_drugs(text)))
    if wrong and now and alike.distress >= _NOW_AND_WRONG:
        return Distress.EMERGENCY
    if wrong > 1 and alike.distress >= _SEVERAL and _LONG.search(text) is None:
        return Distress.EMERGENCY
    return None


def _as_it_is(told: str) -> str:
    """What is told, plain, without what was before, and with the asker named where "mine" or "myself" means them."""
    text = _WAS.sub(" ", plain(told))
    return re.sub(r"\bpatient myself\b", "myself", re.sub(r"\bmine\b", "my own", text))


def _is_asked(part: str) -> bool:
    return _ASKED.match(part) is not None or (part.endswith("?") and len(part.split()) <= _TAG)
