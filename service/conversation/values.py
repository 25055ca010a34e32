"""Another value in the place of the one before: "and if the eosinophils were 80?", "25?", "sorry, 8", "and in a child of 4?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.glossary import Glossary
from corpus.text import terms
from service.conversation.before import Before
from service.conversation.beginnings import BEGINS_ANEW
from service.measured import UNIT, WHO, Mention, measures_named, mentions_in
from service.patient_details import is_of_another, told_in

_NUMBER = r"[<>≤≥~]?\d+(?:[.,/:]\d+)*"
_UNIT = (
    rf"(?:\s?(?:{UNIT}|kPa|mmHg|(?:years?|yrs?)(?:[ -]olds?)?\b|yo\b|y/o\b|months?|weeks?|days?|hours?|kg\b|mg(?:/\w+)?|g/d?l\b|ng/ml\b|m?mol/l\b|"
    r"[µμu]?mol/l\b|ml/min(?:/1[.,]73 ?m(?:2|²))?|cm\b|mm\b|points?))?"
)
# What may stand around a value that is asked for instead: none of it is a topic.
_AROUND = frozenset(
    """and or but so then what how about if with at for in on of when sorry no oh oops actually i meant mean make that it its s is was
    were are be would now only just he she his her they the this patient age aged a an came back has had goes went up down to drop
    drops dropped rise rises rose fall falls fell say instead score scores count level value again man woman male female
    repeat repeated rpt recheck rechecked today tonight overnight morning evening later new newest latest one result results test tests lab labs bloods blood gas
    gone went come climbed crept jumped improved worsened worse better even still already currently about around roughly approx measured shows showed reads read more less""".split()
)
_WORD = re.compile(r"[^\W_][\w+-]*")
_ELSE = re.compile(r"[^\w\s,.:;!?'’=+-]")  # no value that is said in passing has it beside it
_LONGEST_NAME = 3  # words
_VALUES_BACK = 2  # turns back to one whose value may be meant
_STANDS = re.compile(rf"(?<![\w./:])(?P<number>{_NUMBER})(?P<unit>{_UNIT})", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")  # "ESC 2024"
_OF_A_KIND = re.compile(r"\b(?:type|stage|grade|class|phase|step|factor|group|line|track|trimester)s?\s+$", re.I)
_BEFORE_ANOTHER = re.compile(r",|(?<!\w)\d[\d.,/:]*")  # what stands before it belongs to another value
_SEX = re.compile(r"-?[MF]\b")
_AGE = re.compile(r"y(?:ea)?r|yo\b|y/o", re.I)
_BEFORE_AN_AGE = re.compile(rf"\b(?:aged?(?: of)?|(?:{WHO})(?: of| aged),?|s?he(?:'s| is| was)?)\s+$", re.I)
OF_SOMEBODY = re.compile(r"\b(?:s?he|patient|man|woman)(?:'s|’s| is| was| were)? (?:only |now )?\d{1,3}\b", re.I)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in a question: where it stands, its unit, and the words right before it."""

    start: int
    end: int
    number: str
    unit: str
    before: str


def value_instead(plain: str, before: Before, glossary: Glossary) -> str | None:
    """The last question, or an earlier one of the topic, with the value that a message gives instead of its own."""
    for place in reversed(range(len(before.questions))):
        if is_of_another(plain) and mentions_in(before.questions[place]):
            return None  # somebody else's weight and creatinine do not hold
        if (text := with_value(plain, before.questions[place], glossary)) is not None:
            return text
        if BEGINS_ANEW.search(before.typed[place]) or place < len(before.questions) - _VALUES_BACK:
            break
    return None


def with_new_values(before: Before, message: str, glossary: Glossary) -> Before:
    """The conversation with the values of ``message`` in the place of those that its last question has of the same
    measures: whatever is taken over from it, they hold no longer.
    """
    asked = before.questions[-1]
    if BEGINS_ANEW.search(message) or is_of_another(message):
        return before
    for mention in mentions_in(message):
        if mention.what and mention.is_exact:
            unit = f" {mention.unit}" if mention.unit else ""
            asked = with_value(f"{_name(mention)} {mention.number}{unit}", asked, glossary) or asked
    if asked == before.questions[-1]:
        return before
    own = before.typed[-1] == before.questions[-1]
    typed = [*before.typed[:-1], asked] if own else before.messages
    return replace(before, questions=[*before.questions[:-1], asked], messages=typed)


def _name(mention: Mention) -> str:
    """How a value is called where no number stands beside it: "K" alone is no potassium."""
    return mention.measure if mention.measure in ("potassium", "sodium") else mention.what


def with_value(message: str, asked: str, glossary: Glossary) -> str | None:
    """The question ``asked`` with the value that a message gives in the place of its own; None where the message is no
    value, or the question has none that it can stand for.

    A value that is named ("eosinophils 80") takes the place of one of the same name; one without a name that of the only
    one, or of the last with the same unit.
    """
    told, target = given(message, glossary), replaced(message, asked, glossary)
    if told is None or target is None:
        return None
    value = told[1]
    if value.unit and not (_AGE.search(value.unit) and _AGE.search(target.unit)):
        replaced_by = message[value.start : value.end]
        text = asked[: target.start] + replaced_by + asked[target.end :]
    else:
        replaced_by = value.number
        text = asked[: target.start] + value.number + asked[target.start :].removeprefix(target.number)
    return _asked_about(text, target.start, target.start + len(replaced_by), glossary)


def _asked_about(text: str, start: int, end: int, glossary: Glossary) -> str:
    """The question with the value at a place in what it asks, where it stands in what is told of the patient: who asks on
    with another value asks about it.
    """
    spans = [span for span in told_in(text, glossary).values if span[0] <= start < span[1]]
    if not spans or not text.rstrip().endswith("?"):
        return text
    begin, finish = spans[0][0], max(end, spans[0][1])
    before, after = text[:begin].rstrip(" ,"), text[finish:]
    comma = "" if re.match(r"[.,;?]", after.lstrip()) else ","
    rest = f"{before}{comma}{after}" if before else after.lstrip(" ,")
    return f"{rest.rstrip().rstrip('?').rstrip()}, with {text[begin:finish]}?"


def replaced(message: str, asked: str, glossary: Glossary) -> Value | None:
    """The value of the question ``asked`` whose place the value of a message takes; None where it is not said which."""
    told = given(message, glossary)
    if told is None:
        return None
    name, value = told
    stands = values_in(asked, glossary)
    if name:
        alike = [other for other in stands if _same_measure(name, other, glossary)]
    else:
        kind = "age" if OF_SOMEBODY.search(message) else _kind(value)
        alike = [other for other in stands if _kind(other) == kind] if kind else stands
    if not alike or (len(alike) > 1 and not name and not kind):
        return None
    return alike[-1]


def given(message: str, glossary: Glossary) -> tuple[str, Value] | None:
    """The value that a message is, and what it calls it (empty where it has no name); None where it says more."""
    values = values_in(message, glossary)
    if len(values) != 1:
        return None
    value = values[0]
    before, after = message[: value.start], message[value.end :]
    if _ELSE.search(before) or _ELSE.search(after) or any(word.lower() not in _AROUND for word in _WORD.findall(after)):
        return None
    named = _WORD.findall(before)
    while named and named[0].lower() in _AROUND:
        named.pop(0)
    while named and named[-1].lower() in _AROUND:
        named.pop()
    return (" ".join(named), value) if len(named) <= _LONGEST_NAME else None


def values_in(text: str, glossary: Glossary) -> list[Value]:
    """The figures of a text that are values: neither part of a name ("type 2 diabetes", "CURB-65") nor the number of a
    kind or stage.
    """
    names = [(mention.start, mention.end) for mention in glossary.find(text)]
    return [
        Value(
            found.start("number"),
            found.end() + len(_sex_behind(text, found.end())),
            found["number"],
            found["unit"].strip() or ("yo" if _sex_behind(text, found.end()) else ""),
            text[max(0, found.start() - 40) : found.start()],
        )
        for found in _STANDS.finditer(text)
        if not re.search(r"[A-Za-z]-?$", text[: found.start()])
        and not (_YEAR.fullmatch(found["number"]) and not found["unit"].strip())
        and not _OF_A_KIND.search(text[: found.start()])
        and not any(start <= found.start() < end for start, end in names)
    ]


def _sex_behind(text: str, end: int) -> str:
    """The letter that makes a figure an age ("81F"); empty where there is none."""
    found = _SEX.match(text, end)
    return found.group() if found else ""


def _same_measure(name: str, value: Value, glossary: Glossary) -> bool:
    """Whether the words before a value name the measure ``name``."""
    near = _BEFORE_ANOTHER.split(value.before)[-1]
    if measures_named(name) & measures_named(near):
        return True
    named = {mention.entry.term for mention in glossary.find(name)}
    if named & {mention.entry.term for mention in glossary.find(near)}:
        return True
    own = terms(name)
    return bool(own) and own[-1] in terms(near)


def _kind(value: Value) -> str:
    of_age = _AGE.search(value.unit) or (not value.unit and _BEFORE_AN_AGE.search(value.before))
    return "age" if of_age else value.unit.lower()
