"""A follow-up that only resembles what must not be answered, seen with the turns before it.

A message is checked by its own words (:mod:`service.safety.screening`). A few that go on with a conversation ("You
sure? The rep told me it works within the hour", "then levetiracetam, how much for 80 kg", "is it ok to just stop them")
resemble much. A sign of danger, a wish to die or harm that is named stays what it is, whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.glossary import shipped_glossary
from service.answer import Status
from service.consultation import Turn
from service.conversation import has_reason_of_doubt, is_doubt
from service.safety import Finding
from service.safety.distress import distress, from_professional, plain, stands_by
from service.safety.distress.case import continues_a_case
from service.safety.distress.person import tells_of_own
from service.safety.harmful import harm_asked_for, names_harm
from service.safety.hints import THOUGHTS, deeds_in, wishes_in
from service.safety.signals import dangers_in

# Where nobody but who treats works or types.
_AT_WORK = re.compile(
    r"\b(?:no (?:iv |venous |io |intravenous )?(?:access|cannula)|on scene|en route|pre-?alert"
    r"|(?:in|on) (?:the|an|our) (?:ambulance|ward|resus))\b"
)
# What those say whom nobody but who treats works with, and what they go by.
_SAID_AT_WORK = re.compile(
    r"^\W*(?:(?:no|but|well|hm+|and|so|actually)[,.\s]+)*(?:my|our|the|a|all (?:my|our|the)) (?:[\w-]+ )?"
    r"(?:colleague|consultant|registrar|pharmacist|senior|attending|ward|unit|protocol|guideline|label|textbook)s? "
    r"(?:says?|said|tells? (?:me|us)|told (?:me|us)|thinks?|insists?|recommends?|advises?|gives?|gave|uses?|starts?|"
    r"stops?|never|always)\b"
)
_HOW_MUCH = re.compile(r"\b(?:how much|dose|how many (?:mg|units|ml))\b")
_WEIGHT = re.compile(r"\b\d+ ?kg\b")
# May a medicine that was spoken of be stopped: nothing else is asked.
_MAY_STOP = re.compile(
    r"^\W*(?:and |so |but )?(?:is it (?:ok|okay|safe|fine|alright|dangerous|bad) (?:to|if i)"
    r"|(?:can|could|may|should|do) (?:i|we|he|she)|what if i) (?:just |simply |suddenly |also )*"
    r"(?:stop|skip|pause|leave out|come off|quit)(?: (?:taking|using))? "
    r"(?:it|them|this|that|these|those|the (?:tablets?|pills?|medicines?|drugs?|capsules?))"
    r"(?: (?:myself|by myself|on my own|now|suddenly|for a (?:day|week|while)|again|then))?\W*$"
)
# Must it be taken for good: nothing else is asked.
_FOR_GOOD = re.compile(
    r"^\W*(?:and |so |but )?(?:do|will|would|must|should) (?:i|we|he|she) "
    r"(?:really |always )*(?:have to |need to |got to )?"
    r"(?:take|be on|stay on|keep (?:taking|on(?: with)?)|go on with|carry on with|use) "
    r"(?:it|them|this|that|these|those|the (?:tablets?|pills?|medicines?|drugs?|inhalers?|injections?))"
    r"(?: (?:for ?ever|for (?:the rest of )?(?:my )?life|all my life|always|for good|every ?day|long[- ]term))?\W*$"
)
_POINTS = re.compile(r"\b(?:it|them|these|those|that|this|ones?)\b(?: (?:tablets?|pills?|medicines?|drugs?))?")
_SUPPOSES = re.compile(r"^\W*(?:and |but |so |or )?(?:what )?(?:about )?if (?:i|we)\b")
_MUCH_OR_ALL = re.compile(
    r"\b(?:how (?:much|many)|more|all|too (?:much|many)|extra|double|twice|two|three|several|lots?|rest|whole|"
    r"everything|overdos\w*)\b"
)
_MOST_WORDS = 9
_WHO_IT_IS = frozenset(
    """he she they patient pt man woman male female lady m f is s was are a an the and but now only just about aged age
    old year years yr yrs yo y o weighs weight kg egfr gfr crcl ccl clcr creatinine clearance ml min of""".split()
)


def with_what_it_points_at(message: str, history: Sequence[Turn]) -> str:
    """A follow-up of a few words with the drug or illness of the question before in the place of what points at it ("I
    want to stop it"), or before what it supposes ("what if I fall?"): by these words it is judged whether it resembles
    anything. "" where it points at nothing, asks for amounts, hints at a wish to die or is a sign of danger, or where
    the turn before was not answered, or danger was heard before.
    """
    answers = [turn.answer for turn in history]
    if not answers or any(answer is not None and answer.status is Status.EMERGENCY for answer in answers):
        return ""
    last = answers[-1]
    if last is not None and last.status not in (Status.ANSWERED, Status.PARTIAL):
        return ""
    text = plain(message)
    if len(text.split()) > _MOST_WORDS or distress(message) is not None or any(wishes_in(text)):
        return ""
    if _MUCH_OR_ALL.search(text) or names_harm(message) or stands_by(message):
        return ""
    mentions = shipped_glossary().find(history[-1].standalone_question)
    names = [m.entry.term for kind in ("drug", "condition") for m in mentions if m.entry.kind == kind]
    if not names:
        return ""
    text = re.sub(r"^(\W*(?:and |but |so )?)(?:it'?s|it is) (?=not |still |no )", r"\1it is ", text)
    if _POINTS.search(text):
        return _POINTS.sub(names[0], text)
    supposed = re.sub(r"^\W*(?:and |but |so |or )+", "", text)
    return f"{names[0]}: {supposed}" if _SUPPOSES.match(text) else ""


def eased(finding: Finding | None, message: str, history: Sequence[Turn]) -> Finding | None:
    """What is said instead of an answer, or beside it, once the turns before are seen; None where nothing is.

    A doubt, what a colleague is said to do, a medicine to be stopped and a dose for a weight are questions where the
    message names nothing that is wrong; where a clinician's patient is in danger, the notice stands beside the answer.
    """
    if finding is None or not history or distress(message) is not None:
        return finding
    if finding.status is Status.EMERGENCY:
        if _doubts(message) or _tells_only_who(message) or _may_a_drug_be_stopped(message, history):
            return None
        only_alarms = all(notice.kind == "emergency" for notice in finding.notices)
        return replace(finding, aside=True) if only_alarms and _of_a_patient(message, history) else finding
    if finding.status is Status.DECLINED and not names_harm(message) and harm_asked_for(message) is None:
        text = plain(message)
        asks_a_dose = _HOW_MUCH.search(text) is not None and _WEIGHT.search(text) is not None and _names_a_drug(message)
        if asks_a_dose and not any(deeds_in(text)) and _of_a_patient(message, history):
            return None
    return finding


def _doubts(message: str) -> bool:
    """Whether a message doubts, or tells what colleagues or guidelines say to it, and names nothing that is wrong."""
    text = plain(message)
    if not (is_doubt(message) or has_reason_of_doubt(message) or _SAID_AT_WORK.match(text)):
        return False
    # "I thought", "she always gives it" are no thoughts that come.
    wishes = [hint for place, hint in enumerate(wishes_in(text)) if place != THOUGHTS]
    return dangers_in(text) == 0 and not any(wishes) and not names_harm(message)


def _tells_only_who(message: str) -> bool:
    """Whether a message tells nothing but a patient's age, sex, weight or kidneys in figures ("she's 88")."""
    said = re.findall(r"[a-z]+", plain(message))
    return re.search(r"\d", message) is not None and all(word in _WHO_IT_IS for word in said)


def _may_a_drug_be_stopped(message: str, history: Sequence[Turn]) -> bool:
    """Whether a message asks if a drug that was spoken of may be stopped, or has to be taken for good."""
    text = plain(message)
    asks = _MAY_STOP.match(text) is not None or _FOR_GOOD.match(text) is not None
    return asks and any(_names_a_drug(turn.standalone_question) for turn in history)


def _of_a_patient(message: str, history: Sequence[Turn]) -> bool:
    """Whether a message goes on with a clinician's patient: it tells of nobody at home, nor does any message before."""
    earlier = [turn.question for turn in history]
    if any(tells_of_own(text) or stands_by(text) for text in (message, *earlier)):
        return False
    at_work = any(_AT_WORK.search(plain(text)) or from_professional(text) for text in earlier)
    return at_work or continues_a_case(message, earlier)


def _names_a_drug(text: str) -> bool:
    return any(mention.entry.kind == "drug" for mention in shipped_glossary().find(text))
