"""Another value in the place of the one before: "and if the eosinophils were 80?", "25?", "sorry, 8", "and in a child of 4?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Glossary
from corpus.text import terms

_NUMBER = r"[<>≤≥~]?\d+(?:[.,/:]\d+)*"
_UNIT = (
    r"(?:\s?(?:%|kPa|mmHg|years?(?:[ -]old)?|yo\b|y/o\b|months?|weeks?|days?|hours?|kg\b|mg(?:/\w+)?|g/d?l\b|ng/ml\b|m?mol/l\b|"
    r"[µμu]?mol/l\b|ml/min(?:/1[.,]73 ?m(?:2|²))?|cm\b|mm\b|points?))?"
)
# What may stand around a value that is asked for instead: none of it is a topic.
_AROUND = (
    r"(?:(?:and|or|but|so|then|what|how|about|if|with|at|for|in|on|of|when|sorry|no|oh|oops|actually|i|meant|mean|make|that|it|its|s|is|was|were|are|be|would|now|only|just|"
    r"he|she|his|her|they|the|this|patient|aged?|an?|came|back|has|had|goes|went|up|down|to|drops?|dropped|rises?|rose|falls?|fell|say|instead|score|scores|count|level|value|again|"
    r"man|woman|male|female)\b|[\s,.:;!?'’=-])*"
)
_VALUE = re.compile(
    rf"^{_AROUND}(?P<name>(?!\d)[\w+-]+(?: [\w+-]+){{0,2}}?)??{_AROUND}(?P<number>{_NUMBER})(?P<unit>{_UNIT}){_AROUND}$",
    re.I,
)
_STANDS = re.compile(rf"(?<![\w./:])(?P<number>{_NUMBER})(?P<unit>{_UNIT})", re.I)
_SAME = {
    "crcl": "gfr",
    "egfr": "gfr",
    "gfr": "gfr",
    "hb": "haemoglobin",
    "potassium": "k",
    "sodium": "na",
    "bp": "pressure",
}
_OF_A_KIND = re.compile(r"\b(?:type|stage|grade|class|phase|step|factor|group|line|track|trimester)s?\s+$", re.I)
_BEFORE_ANOTHER = re.compile(r",|(?<!\w)\d[\d.,/:]*")  # what stands before it belongs to another value
_AGE = re.compile(r"year|yo\b|y/o", re.I)
_OF_SOMEBODY = re.compile(r"\b(?:s?he|patient|man|woman)(?:'s|’s| is| was| were)? (?:only |now )?\d{1,3}\b", re.I)


@dataclass(frozen=True, slots=True)
class _Value:
    """A figure in a question: where it stands, its unit, and the words right before it."""

    start: int
    end: int
    number: str
    unit: str
    before: str


def with_value(message: str, asked: str, glossary: Glossary) -> str | None:
    """The question ``asked`` with the value that a message gives in the place of its own; None where the message is no
    value, or the question has none that it can stand for.

    A value that is named ("eosinophils 80") takes the place of one of the same name; one without a name that of the only
    one, or of the last with the same unit.
    """
    found = _VALUE.match(message.strip())
    if found is None:
        return None
    stands = _values(asked, glossary)
    name = (found["name"] or "").strip()
    unit = found["unit"].strip()
    if name:
        target = next((value for value in reversed(stands) if _same_measure(name, value, glossary)), None)
    else:
        kind = "age" if _OF_SOMEBODY.search(message) else _kind(unit)
        alike = [value for value in stands if not kind or _kind(value.unit) == kind]
        target = alike[-1] if alike else None
    if target is None:
        return None
    new = found["number"].strip()
    if unit:
        return asked[: target.start] + found["number"].strip() + found["unit"] + asked[target.end :]
    return asked[: target.start] + new + asked[target.start :].removeprefix(target.number)


def _values(text: str, glossary: Glossary) -> list[_Value]:
    """The figures of a text that are values: neither part of a name ("type 2 diabetes", "CURB-65") nor the number of a
    kind or stage.
    """
    names = [(mention.start, mention.end) for mention in glossary.find(text)]
    return [
        _Value(
            found.start("number"),
            found.end(),
            found["number"],
            found["unit"].strip(),
            text[max(0, found.start() - 40) : found.start()],
        )
        for found in _STANDS.finditer(text)
        if not re.search(r"[A-Za-z]-?$", text[: found.start()])
        and not _OF_A_KIND.search(text[: found.start()])
        and not any(start <= found.start() < end for start, end in names)
    ]


def _same_measure(name: str, value: _Value, glossary: Glossary) -> bool:
    """Whether the words before a value name the measure ``name``."""
    near = _BEFORE_ANOTHER.split(value.before)[-1]
    named = {mention.entry.term for mention in glossary.find(name)}
    if named and named & {mention.entry.term for mention in glossary.find(near)}:
        return True
    there = {_SAME.get(term, term) for term in terms(near)}
    own = [_SAME.get(term, term) for term in terms(name)]
    return bool(own) and own[-1] in there


def _kind(unit: str) -> str:
    return "age" if _AGE.search(unit) else unit.lower()
