"""Of which class, stage, grade or type of something a text speaks: Child-Pugh A or B, NYHA II, stage 1, type 2.

What holds for one class often is the opposite of what holds for the next, and a sentence on it is near in every other
sign. A degree of hepatic impairment is a Child-Pugh class, as drug labels have it (FDA, Pharmacokinetics in patients
with impaired hepatic function, 2003). Stages of kidney disease are limits of a filtration rate: see
:mod:`service.measured.kidneys`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_VALUE = r"(?:IV|III|II|I|V|[A-E]|\d{1,2})(?![\w%])(?![.,/]\d)"
_JOINED = r"\s?(?:,|/|-|–|\bto\b|\band\b|\bor\b|\bthrough\b|, or\b)\s?(?:class |stage |grade |type )?"
_VALUES = rf"(?P<values>{_VALUE}(?:{_JOINED}{_VALUE})*)(?:\s(?:points )?(?P<more>or (?:worse|above|higher|more))\b)?"
_SCALES = {
    "child-pugh": r"Child(?:s|['’]s)?(?:[- ](?:Turcotte[- ])?Pugh)?",
    "nyha": r"NYHA",
    "killip": r"Killip",
    "bclc": r"BCLC",
    "asa": r"ASA",
    "gold": r"GOLD",
}
_NAMED = re.compile(
    "|".join(rf"(?P<{name.replace('-', '_')}>(?<![\w-]){words})" for name, words in _SCALES.items()), re.I
)
_NOUN = r"(?:[Cc]lass(?:es)?|[Ss]tages?|[Gg]rades?|[Tt]ypes?|[Gg]roups?)"
_OF_SCALE = re.compile(rf"(?:[ -](?:functional|score|{_NOUN}))*\s(?:of )?(?:(?P<over>above|over|>|≥)\s?)?{_VALUES}")
_GRADED = re.compile(
    rf"(?:(?<![\w-])(?P<before>[A-Za-z][\w-]+) )?\b(?P<noun>{_NOUN}) {_VALUES}(?: (?P<after>[a-z][a-z-]+))?"
)
_ORDINAL = r"(?:first|second|third|1st|2nd|3rd|last)"
_TRIMESTERS = re.compile(rf"\b(?P<values>{_ORDINAL}(?:(?:,| or| and| to)+ {_ORDINAL})*)[- ]trimesters?\b", re.I)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "last": 3}
_IMPAIRED = re.compile(
    r"\b(?P<degrees>(?:mild|moderate|severe)(?:(?:,|/| or| to| and|-to-)+ ?(?:mild|moderate|severe))*)(?:ly impaired)? "
    r"(?:hepatic|liver) (?:impairment|insufficiency|dysfunction|function)\b",
    re.I,
)
_DEGREES = {"mild": 1, "moderate": 2, "severe": 3}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_PART = re.compile(r"IV|III|II|I|V|[A-E]|\d{1,2}|\bto\b|\bthrough\b|-|–")
_RANGES = ("to", "through", "-", "–")
_HIGHEST = 5
# What is named beside "of" and its like is no scale of its own.
_LITTLE = frozenset(
    """a an the of in with at is to by for and or per from on as has his her any this that each means is
are than""".split()
)


@lru_cache(maxsize=20_000)  # sentences come up again and again
def classes_in(text: str) -> dict[str, frozenset[int]]:
    """The classes that ``text`` names, by the scale they are of: A, I and first are 1."""
    found: dict[str, set[int]] = {}
    for scale, values in (*_of_named_scales(text), *_of_others(text)):
        found.setdefault(scale, set()).update(values)
    further = [_values(match["values"], match["more"]) for match in _GRADED.finditer(text) if not _neighbours(match)]
    for values in found.values():  # "class A means 5 or 6 points, class B 7 to 9"
        values.update(*further)
    return {scale: frozenset(values) for scale, values in found.items() if values}


def of_another_class(asked: str, told: str) -> bool:
    """Whether ``told`` is on other classes of a scale than ``asked``: on Child-Pugh A or B where C is asked about."""
    wanted = classes_in(asked)
    there = classes_in(told) if wanted else {}
    return any(scale in there and not values & there[scale] for scale, values in wanted.items())


def _of_named_scales(text: str) -> Iterator[tuple[str, set[int]]]:
    for name in _NAMED.finditer(text):
        scale = str(name.lastgroup).replace("_", "-")
        match = _OF_SCALE.match(text, name.end())
        if match is None:
            continue
        values = _values(match["values"], match["more"] or match["over"])
        if scale != "child-pugh":
            yield scale, values
        elif not match["values"].startswith(("I", "V")):  # "a child I saw"
            yield scale, {_by_points(value) for value in values}
    for match in _IMPAIRED.finditer(text):
        degrees = [_DEGREES[word] for word in re.findall(r"mild|moderate|severe", match["degrees"].lower())]
        through = set(range(min(degrees), max(degrees) + 1)) if "to" in match["degrees"] else set(degrees)
        yield "child-pugh", through


def _of_others(text: str) -> Iterator[tuple[str, set[int]]]:
    """Classes of what stands beside: "AKI stage 3", "stage 1 hypertension", "type 2 diabetes"."""
    for match in _GRADED.finditer(text):
        noun = match["noun"].lower()[:4]
        for word in _neighbours(match):
            yield f"{noun} {word.rstrip('s')}", _values(match["values"], match["more"])
    for match in _TRIMESTERS.finditer(text):
        yield (
            "trimester",
            {_ORDINALS[word] for word in re.findall(r"\w+", match["values"].lower()) if word in _ORDINALS},
        )


def _neighbours(match: re.Match[str]) -> set[str]:
    return {word.lower() for word in (match["before"], match["after"]) if word} - _LITTLE


def _values(text: str, more: str | None) -> set[int]:
    found: set[int] = set()
    last = 0
    through = False
    for part in _PART.findall(text):
        if part in _RANGES:
            through = True
            continue
        value = int(part) if part.isdigit() else _ROMAN.get(part) or "ABCDE".index(part) + 1
        found |= set(range(last, value + 1)) if through and last else {value}
        last, through = value, False
    return found | set(range(max(found), max(found) + _HIGHEST)) if more and found else found


def _by_points(value: int) -> int:
    """A Child-Pugh class by its points: 5 and 6 are A, 7 to 9 B, 10 and more C. A class stays what it is."""
    return value if value < 5 else 1 if value < 7 else 2 if value < 10 else 3
