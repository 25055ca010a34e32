"""The way on after an alarm: what is answered when it is said that nothing of the kind is happening now.

"It's not happening now, I just want to know in general", "no emergency, I'm a nurse asking", "this was two years ago":
the question that was stopped is answered then, or what is asked besides, with the notice of the emergency above the
answer. A message that tells of danger itself, or asks what to do now, gets the alarm again. Where self-harm was heard,
nothing that is said takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.glossary import shipped_glossary
from corpus.settings import Settings
from corpus.text import terms
from service.analysis.question import analyse
from service.answer import Audience, Notice, Status
from service.consultation import Turn
from service.conversation import Act, is_doubt
from service.conversation.acts import act_of
from service.safety import check_message
from service.safety.distress import (
    Distress,
    asks,
    distress,
    is_done,
    names_nobody_own,
    plain,
    tells_of_somebody_at_home,
)
from service.safety.distress.taken_back import Reason, TakenBack, asks_what_now, says_it_goes_on, taken_back
from service.safety.hints import wishes_in
from service.safety.resemblance import Resemblance
from service.safety.signals import dangers_in

SUGGESTED = "Nobody is in danger now. I am asking in general."
TOLD = "Nobody is in danger now, so the question before is answered: “{asked}”"
TOLD_BESIDE = "Nobody is in danger now, so what is asked besides is answered."
_ASKS = re.compile(
    r"^\W*(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must|if|whether)\b|\?",
    re.I,
)
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|myself)\b")
_STEM = 4  # letters that the forms of a word have in common: take, taken
_SAYS_NOTHING_NEW = frozenset(terms("happen happened come cause know it tell answer question one thing"))


@dataclass(frozen=True, slots=True)
class WayOn:
    """What is answered after an alarm was taken back: which message, after which turns, and what is said beside it."""

    message: str
    history: Sequence[Turn]
    notices: list[Notice]
    told: str


def way_on(
    message: str, history: Sequence[Turn], audience: Audience, settings: Settings, resemblance: Resemblance
) -> WayOn | None:
    """What is answered after an alarm; None where the last turn was none, or is not taken back.

    The notice stays above the answer for a patient, and for whoever told of somebody at home and does not say that a
    professional asks.
    """
    alarms = _alarms(history)
    said = taken_back(message) if alarms else None
    if said is None or _heard_in(message, said, alarms, settings, resemblance):
        return None
    stopped = alarms[0]
    by_trade = Reason.PROFESSIONAL in said.reasons
    kept = audience is Audience.PATIENT or (not by_trade and _told_at_home(alarms))
    notices = _notices_of(alarms[-1]) if kept else []
    before = settled(history[: -len(alarms)])
    if asks_besides(said.rest, stopped.question):
        return WayOn(said.rest, [*before, replace(stopped, answer=None)], notices, TOLD_BESIDE)
    return WayOn(stopped.question, before, notices, TOLD.format(asked=stopped.standalone_question))


def suggested(notices: Sequence[Notice], history: Sequence[Turn]) -> list[str]:
    """What may be said next to an alarm: nothing where self-harm was heard, which nothing takes back."""
    heard = _heard_self_harm(history) or any(notice.kind == "self_harm" for notice in notices)
    return [] if heard else [SUGGESTED]


def alarm_stands(message: str, history: Sequence[Turn]) -> list[Notice]:
    """The notices of an alarm that is said again, because the message after it says that it goes on, asks what to do
    now, or is understood by it only; or because it takes back self-harm. None otherwise.
    """
    said, alarms = taken_back(message), _alarms(history)
    if not alarms:
        again = _heard_self_harm(history) and said is not None and not asks_besides(said.rest, history[-1].question)
        return _notices_of(history[-1]) if again else []
    text = said.rest if said is not None else message
    at_home = _told_at_home(alarms)
    unheard = said is not None and not said.rest and _only_well_after_poison(said, alarms)
    hangs = said is None and at_home and distress(alarms[0].question) is not None and _hangs_on(message)
    again = says_it_goes_on(text) or (at_home and asks_what_now(text)) or unheard or hangs
    return _notices_of(alarms[-1]) if again else []


def _hangs_on(message: str) -> bool:
    """Whether a message is understood by what was said before it only, and is neither a doubt nor mere politeness."""
    glossary = shipped_glossary()
    whole = _ASKS.search(message) is not None and bool(glossary.find(message))
    return not whole and not is_doubt(message) and act_of(message, "", glossary) is not Act.CHAT


def settled(history: Sequence[Turn]) -> list[Turn]:
    """The turns before, as they are understood: an alarm that was taken back is the question that was answered then."""
    turns: list[Turn] = []
    for place, turn in enumerate(history):
        alarms = _alarms(history[:place])
        said = _takes_back(turn, alarms)
        if said is None:
            turns.append(turn)
            continue
        stopped = alarms[0]
        del turns[-len(alarms) :]
        if asks_besides(said.rest, stopped.question):
            turns += [replace(stopped, answer=None), replace(turn, question=said.rest)]
        else:
            turns.append(replace(turn, question=stopped.question))
    return turns


def without_taken_back(history: Sequence[Turn]) -> list[Turn]:
    """The turns before, without the alarms that a professional took back: these make nobody's later words graver."""
    kept: list[Turn] = []
    for place, turn in enumerate(history):
        alarms = _alarms(history[:place])
        said = _takes_back(turn, alarms)
        if said is not None and Reason.PROFESSIONAL in said.reasons:
            del kept[-len(alarms) :]
        kept.append(turn)
    return kept


def asks_besides(rest: str, stopped: str) -> bool:
    """Whether the rest of a message that takes an alarm back asks or tells something that the stopped one did not."""
    if not rest:
        return False
    glossary = shipped_glossary()
    asked = _ASKS.search(rest) is not None and bool(analyse(rest, glossary).key_words)
    return bool(_new_in(rest, stopped)) and (asked or bool(glossary.find(rest)))


def _new_in(rest: str, stopped: str) -> list[str]:
    """The words of the rest of a message that the stopped message did not have in some form."""
    said = {word[:_STEM] for word in terms(stopped)}
    return [word for word in terms(rest) if word[:_STEM] not in said and word not in _SAYS_NOTHING_NEW]


def _takes_back(turn: Turn, alarms: Sequence[Turn]) -> TakenBack | None:
    """How a turn took back the alarms right before it; None where there were none, or one was raised again."""
    if not alarms or (turn.answer is not None and turn.answer.status is Status.EMERGENCY):
        return None
    return taken_back(turn.question)


def _alarms(history: Sequence[Turn]) -> list[Turn]:
    """The last turns, where they were stopped as an emergency: from the question on that was stopped, with those after
    it that got the alarm again. None where in the whole conversation self-harm was heard.
    """
    if _heard_self_harm(history):
        return []
    stopped: list[Turn] = []
    for turn in history:
        if turn.answer is None or turn.answer.status is not Status.EMERGENCY:
            stopped = []
        elif stopped and (
            taken_back(turn.question) is not None or is_doubt(turn.question) or alarm_stands(turn.question, stopped)
        ):
            stopped.append(turn)
        else:
            stopped = [turn]
    return stopped


def _heard_self_harm(history: Sequence[Turn]) -> bool:
    answers = [turn.answer for turn in history if turn.answer is not None]
    return any(notice.kind == "self_harm" for answer in answers for notice in answer.notices)


def _told_at_home(alarms: Sequence[Turn]) -> bool:
    return any(tells_of_somebody_at_home(turn.question) for turn in alarms)


def _heard_in(
    message: str, said: TakenBack, alarms: Sequence[Turn], settings: Settings, resemblance: Resemblance
) -> bool:
    """Whether a message that takes an alarm back tells of danger or of self-harm itself."""
    if distress(message) is Distress.SELF_HARM or _only_well_after_poison(said, alarms):
        return True
    if not said.rest:
        return False
    text = plain(said.rest)
    if says_it_goes_on(said.rest) or asks_what_now(said.rest):
        return True
    if distress(said.rest) is None:
        asks_only = _ASKS.search(said.rest) is not None or _SELF.search(text) is None
        if asks_only and not any(wishes_in(text)) and dangers_in(text) == 0:
            return False  # a few words that ask resemble much
        if not _new_in(said.rest, alarms[0].question):
            return False  # it was heard in the message that was stopped
    told = f"{said.rest.rstrip('.')}, years ago." if said.reasons == {Reason.PAST} else said.rest
    finding = check_message(told, settings, resemblance)
    return finding is not None and finding.status is Status.EMERGENCY


def _only_well_after_poison(said: TakenBack, alarms: Sequence[Turn]) -> bool:
    """Whether somebody who took something only feels well: that says nothing of what it will do."""
    told = (turn.question for turn in alarms if not (asks(turn.question) and names_nobody_own(turn.question)))
    return said.reasons <= {Reason.WELL} and any(map(is_done, told))


def _notices_of(turn: Turn) -> list[Notice]:
    """The notices of an alarm; none of a turn that was none."""
    alarm = turn.answer is not None and turn.answer.status is Status.EMERGENCY
    return list(turn.answer.notices) if turn.answer is not None and alarm else []
