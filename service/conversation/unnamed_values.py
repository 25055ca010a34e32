"""A number that a message gives without a name: which of the patient's values it is ("and if it's 6.4?", "now 3.1").

The value that was asked about last whose measure can have the number, in the unit given. Where two can, neither is taken:
the reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Glossary
from service.conversation.beginnings import BEGINS_ANEW
from service.conversation.in_its_place import with_class_named
from service.conversation.values import OF_SOMEBODY, Value, given, replaced
from service.measured import Mention, ages_in, could_be, measures_named, mentions_in, parse_number
from service.patient_details import is_of_another, without_supposing

_SPELT = {"sodium": "sodium", "potassium": "potassium"}  # K and Na are words of other kinds, too
_BY_THEIR_UNIT = ("weight", "height")  # a number without a unit is hardly one of these,
_NEAR = 1.6  # unless it is at most so many times as large or small as the one before
# What is no value beside the one that is told: the one before it, and the time between.
_TIME = r"\d+ ?(?:h|hrs?|hours?|min(?:ute)?s?|days?|d|weeks?|wks?|months?)"
_WAS = re.compile(
    rf"\b{_TIME} (?:later|after|on|post)\b|\b(?:after|over|within) {_TIME}\b|"
    r"[\s,]*(?:\(\s*)?\b(?:from|was|previously|before(?: it was)?|compared (?:with|to))\s+\d+(?:[.,]\d+)?(?:\s*\))?",
    re.I,
)
_OF_OTHERS = re.compile(
    r"^(?:m?g|mcg|[µu]g|years?.*|yo|y/o|months?|weeks?|days?|hours?|points?|mg/\w+)$", re.I
)  # ages, times, doses
_ARROWS = re.compile(r"\s*[→↑↓]\s*|\s*-+>\s*")
# What may follow the value in the same message: "now 6.4 with tall T waves", "it's 24, still ok?".
_MORE = re.compile(
    r"\s*(?:[,;]|\.(?=\s)|\b(?:with|and|so|but|despite|after|on|without|still|can|is|do|should|what|which)\b)", re.I
)
_FEW = 4  # words in which a reader says which value was meant
_TURNS_BACK = 6
_QUESTIONS_BACK = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A message with its value named: ``message`` "and if it is potassium 6.4?"; ``told``: how it was read, for the
    reader.
    """

    message: str
    told: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """A number that two values could have: ``ask`` says which, for the reader."""

    ask: str


@dataclass(frozen=True, slots=True)
class _Held:
    """A value that stands in the conversation; ``number`` empty where its measure was only asked about."""

    measure: str
    name: str
    number: str = ""
    unit: str = ""

    def in_words(self) -> str:
        unit = f" {self.unit}" if self.unit not in ("", "%") else self.unit
        return f"{self.name} ({self.number}{unit} before)" if self.number else self.name


def with_values_named(messages: Sequence[str], questions: Sequence[str], glossary: Glossary) -> list[str]:
    """The messages of a conversation, oldest first, each with the value named that it gives without a name; one that is
    supposed ("and if it is 6.4?") holds from then on like a told one if such a value was told before, else it stays
    supposed. ``questions``: what each was understood as.
    """
    found: list[str] = []
    for place, message in enumerate(messages):
        message = with_class_named(message, questions[place - 1]) if place else message
        read = name_value(message, found, questions[:place], glossary)
        if isinstance(read, Named):
            named = read.message
        else:
            named = with_age_named(message, questions[place - 1], questions[place]) if place else message
        if given(named, glossary) is not None and (measures := _measures(named)):
            plainly = without_supposing(named)
            told = any(measures <= _measures(text) for text in found if without_supposing(text) == text)
            named = plainly if told else f"if {plainly}" if plainly != named or named != message else named
        found.append(named)
    return found


def with_age_named(message: str, before: str, now: str) -> str:
    """A message that put the age in the question ``before`` right without saying that it is one ("I meant 14"), with it
    named; ``now``: what it was understood as.
    """
    if ages_in(message):
        return message
    known = ages_in(before)
    new = [age for age in ages_in(now) if age not in known]
    said = re.findall(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)", message)
    if not (known and len(new) == 1 and str(new[0].number) in said):
        return message
    return f"{message.rstrip('. ')}. {new[0].number} {new[0].unit}s old."


def _measures(text: str) -> set[str]:
    return {mention.measure for mention in mentions_in(text)} | ({"age"} if ages_in(text) else set())


def name_value(
    message: str, messages: Sequence[str], questions: Sequence[str], glossary: Glossary
) -> Named | Unclear | None:
    """The message with the name of the value that it gives without one, or the values that it could be; None where it gives
    none, or none of the conversation's.
    """
    if is_of_another(message) or BEGINS_ANEW.search(message):
        return None
    number_said = _answers_which(message, messages, questions, glossary)
    if number_said is not None:
        return number_said
    now = _WAS.sub("", message)
    text = _ARROWS.sub(" ", now if re.search(r"\d", now) else message)  # "if it was 9.2" tells no value before another
    first = _first_part(text)
    said = given(first, glossary)
    if said is None or said[0] or _has_a_name(text) or OF_SOMEBODY.search(first):
        return None
    value = said[1]
    for group in _groups(messages, questions):
        fitting = [held for held in group if _fits(held, value)]
        measures = {held.measure for held in fitting}
        if len(measures) == 1:
            held = fitting[-1]
            named = f"{text[: value.start]}{held.name} {text[value.start :]}"
            before = f" (before: {held.number}{_spaced(held.unit)})" if held.number else ""
            return Named(named, f"“{text[value.start : value.end]}” was read as {held.name}{before}.")
        if fitting:
            values = " or ".join({held.measure: held.in_words() for held in fitting}.values())
            return Unclear(f"Which value is {value.number}: {values}?")
    return None if first != text else _of_none(text, value, messages, questions, glossary)


def _has_a_name(text: str) -> bool:
    """Whether a value of a message says what it is: by its name, or by a unit of size; a pressure alone may be the next."""
    return any(mention.what or mention.measure != "blood_pressure" for mention in mentions_in(text))


def _first_part(text: str) -> str:
    """A message up to what follows its first number and the words right behind it."""
    number = re.search(r"\d", text)
    more = _MORE.search(text, number.end()) if number is not None else None
    return text[: more.start()] if more is not None else text


def _of_none(
    text: str, value: Value, messages: Sequence[str], questions: Sequence[str], glossary: Glossary
) -> Unclear | None:
    """Where values were told and the number can be none of them: what it is must be known; None where it stands for
    another figure of the last questions, such as a dose, a score or an age.
    """
    told = {held.measure: held.in_words() for group in _groups(messages, questions) for held in group if held.number}
    if not told or _OF_OTHERS.search(value.unit):
        return None
    for question in reversed(questions[-_QUESTIONS_BACK:]):
        target = replaced(text, question, glossary)
        if target is not None and not any(target.start < m.end <= target.end for m in mentions_in(question)):
            return None
    number = f"{value.number}{_spaced(value.unit)}"
    return Unclear(f"What is {number}? It can hardly be a value that was told: {', '.join(told.values())}.")


def _answers_which(message: str, messages: Sequence[str], questions: Sequence[str], glossary: Glossary) -> Named | None:
    """ "The potassium", after it was asked which value was meant: the message before, with its name."""
    if not messages or len(message.split()) > _FEW or any(map(str.isdigit, message)):
        return None
    last = name_value(messages[-1], messages[:-1], questions[:-1], glossary)
    said = given(messages[-1], glossary)
    if not isinstance(last, Unclear) or said is None:
        return None
    number = said[1].number
    named = {mention.measure for mention in mentions_in(f"{message.rstrip('?.! ')} {number}")}
    held = [held for group in _groups(messages[:-1], questions[:-1]) for held in group if held.measure in named]
    return Named(f"{held[0].name} {number}", f"“{number}” was read as {held[0].name}.") if held else None


def _groups(messages: Sequence[str], questions: Sequence[str]) -> list[list[_Held]]:
    """The values of the topic that belong together, those that were told last first: of each turn what its message gives,
    then what its question has from before. A measure stands only where it was given last.
    """
    found: list[list[_Held]] = []
    known: set[str] = set()
    for message, question in list(zip(messages, questions, strict=True))[: -_TURNS_BACK - 1 : -1]:
        for text in (message, question):
            here = {held.measure: held for held in _held_in(text) if held.measure not in known}
            found.append(list(here.values()))
            known |= set(here)
        if BEGINS_ANEW.search(message) or is_of_another(message):
            break
    return found


def _held_in(text: str) -> list[_Held]:
    mentions = [m for m in mentions_in(text) if m.is_exact]
    measured = {mention.measure for mention in mentions}
    asked = [_Held(name, _NAMES_ASKED.get(name, name)) for name in sorted(measures_named(text) - measured)]
    asked = [held for held in asked if held.measure in _NAMES_ASKED]
    return [*asked, *map(_held, mentions)]


_NAMES_ASKED = {
    "potassium": "potassium", "sodium": "sodium", "inr": "INR", "gfr": "eGFR", "creatinine_clearance": "CrCl", "platelets": "platelets",
    "haemoglobin": "haemoglobin", "hba1c": "HbA1c", "ejection_fraction": "LVEF",
}  # fmt: skip


def _held(mention: Mention) -> _Held:
    name = _SPELT.get(mention.measure) or mention.what or mention.measure
    return _Held(mention.measure, name, mention.number, mention.unit)


def _fits(held: _Held, value: Value) -> bool:
    number = value.number.lstrip("<>≤≥~")
    if held.measure in _BY_THEIR_UNIT and not value.unit and not _is_near(number, held.number):
        return False
    return number == value.number and could_be(held.measure, number, value.unit, held.number, held.unit)


def _is_near(number: str, earlier: str) -> bool:
    if "/" in number or not earlier:
        return False
    return 1 / _NEAR <= parse_number(number) / max(parse_number(earlier), 1e-9) <= _NEAR


def _spaced(unit: str) -> str:
    return unit if unit in ("", "%") else f" {unit}"
