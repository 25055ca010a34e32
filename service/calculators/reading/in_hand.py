"""The score that a message goes on with, without its name: "and if the creatinine was 250?", "he also has diabetes"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.calculators.inputs import Amount
from service.calculators.reading.names import named_in
from service.calculators.reading.patient import read_patient
from service.calculators.reading.text import as_read
from service.patient_details import (
    NEW_PATIENT,
    is_of_a_relative,
    is_of_another,
    speaks_of_the_patient,
    without_supposing,
)

_OPENER = r"^\W*(?:(?:and|but|so|now|ok|okay|sorry|actually|oh|no|then|also|i meant|what|how about)\b\W*)*"
_SUPPOSES = re.compile(rf"{_OPENER}(?:if|with|without|assuming|suppose|say)\b", re.I)
_OF_THE_PATIENT = re.compile(
    rf"{_OPENER}(?:s?he|(?:the|my|our|this) (?:patient|pt|man|woman|lady|gentleman))"
    r"(?:['’]s| is| was| were| has| had| also| now| takes| took| drinks| weighs)\b",
    re.I,
)
SEX_ALONE = re.compile(
    rf"{_OPENER}(?:it['’]?s |(?:s?he|the patient)(?:['’]s| is| was| were) )?(?:an? )?(?:man|woman|(?:fe)?male)\W*$",
    re.I,
)
_ASKS = re.compile(
    rf"{_OPENER}(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must)\b(?! if\b)",
    re.I,
)
_IN_GENERAL = re.compile(r"\b(?:patients|people|those|adults|children|men|women|guidelines?|studies)\b", re.I)
_LONGEST = 16  # words
_TURNS_BACK = 4


@dataclass(frozen=True, slots=True)
class InHand:
    """Scores that an earlier message, ``asked``, names after those ``before`` it. ``messages``: the conversation, oldest
    first, what is supposed now ("if he were 66") as if it was told. ``is_next``: nothing else was asked since.
    """

    names: tuple[str, ...]
    asked: str
    before: list[str]
    messages: list[str]
    is_next: bool


def goes_on(text: str) -> bool:
    """Whether a message (as scores read it) gives another value or finding of the patient in hand, and asks nothing new."""
    if len(text.split()) > _LONGEST or _IN_GENERAL.search(text) or NEW_PATIENT.search(text) or is_of_another(text):
        return False
    if _SUPPOSES.match(text) or _OF_THE_PATIENT.match(text) or SEX_ALONE.match(text):
        return True
    own = read_patient([text])
    measured = bool(own.troubles) or any(isinstance(value, Amount) for value in own.values.values())
    return measured and _ASKS.match(text) is None


def score_in_hand(question: str, history: Sequence[str]) -> InHand | None:
    """What a message goes on with; None where it asks something else, or no score of a patient was asked for before."""
    if not goes_on(as_read(question)) or is_of_a_relative(question, history):
        return None
    since: list[str] = []
    is_next = True
    for place in range(len(history) - 1, max(-1, len(history) - 1 - _TURNS_BACK), -1):
        message = history[place]
        text = as_read(message)
        names = named_in(text)
        if names:
            told = [*history[: place + 1], *map(without_supposing, reversed(since)), without_supposing(question)]
            return InHand(tuple(names), message, list(history[:place]), told, is_next)
        if not goes_on(text):
            if not speaks_of_the_patient(message) or NEW_PATIENT.search(message):
                return None
            is_next = False
        since.append(message)
    return None
