"""Takes identifiers out of a text. What is put in their place says their kind, so that the sentence still reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.privacy.dates import dates
from service.privacy.kinds import Identifier, Kind
from service.privacy.names import names
from service.privacy.numbers import numbers
from service.privacy.spelt import spelt
from service.privacy.strangers import strangers
from service.privacy.unannounced import unannounced

__all__ = ["Identifier", "Kind", "Redacted", "find", "redact", "without_marks"]

_MARK = re.compile(r"\[(?:" + "|".join(re.escape(kind.value) for kind in Kind) + r")\]")
# Words that say nothing without what they announced.
_BED = re.compile(r"\b(?:room|bed|bay|cubicle|ward)\s+(?:no\.?\s*)?[a-z]?\d{1,3}[a-z]?\b", re.I)
_LEFT_OVER = re.compile(r"^\W*(?:regarding|re|concerning|about)\s*[,;:](?:\s*[,;:])*\s*", re.I)
_ANNOUNCED = re.compile(
    r"(?:\b(?:mr|mrs|ms|miss|mister|dr|prof|professor|doctor|my|name|is|was|named|called|dob|d\.o\.b|date of birth|born|born on|on|mrn|ssn|nhs|iban|vin|"
    r"medical record|hospital|policy|account|serial|sn|s/n|udi|imei|lot|batch|device|licen[cs]e|passport|phone|telephone|tel|mobile|fax|e-?mail|call|contact|lives? at|address|at|"
    r"number|no|id|zip|post ?code|gmc|nmc|dea|npi|chi|bleep|pager|extn?|skype|twitter|facebook|insta(?:gram)?|sort|asking for|on behalf of|discussed with|case of|(?:thanks for )?seeing|patient is)\b[.:#]*\s*){0,5}(?:"
    + _MARK.pattern
    + ")",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without identifiers, and the kinds that were in it, each once, in order of appearance."""

    text: str
    kinds: tuple[Kind, ...]


def find(text: str) -> list[Identifier]:
    """The identifiers in ``text`` from left to right, none overlapping another."""
    marks = [match.span() for match in _MARK.finditer(text)]
    found = [
        item
        for item in {*numbers(text), *dates(text), *spelt(text), *names(text), *unannounced(text), *strangers(text)}
        if not any(item.start < end and start < item.end for start, end in marks)
    ]
    kept: list[Identifier] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end, item.kind is Kind.RECORD, item.kind)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
        elif item.end > kept[-1].end:  # half of an identifier may not be left standing
            kept[-1] = Identifier(kept[-1].start, item.end, kept[-1].kind)
    return kept


def redact(text: str) -> Redacted:
    """``text`` with each identifier replaced by its kind in brackets: "[name]", "[date]"."""
    kinds: list[Kind] = []
    while found := find(text):  # what stood beside an identifier may be recognised only now
        for item in reversed(found):
            text = f"{text[: item.start]}[{item.kind.value}]{text[item.end :]}"
        kinds += [item.kind for item in found]
    return Redacted(text, tuple(dict.fromkeys(kinds)))


def without_marks(text: str) -> str:
    """A redacted text as it is searched for: the marks are no words of the question, nor is the bed that stands beside
    them, but that somebody is old is.
    """
    text = text.replace(f"[{Kind.AGE.value}]", "90")
    bare = _ANNOUNCED.sub(" ", text)
    if bare != text:
        bare = _BED.sub(" ", bare)
    bare = re.sub(r"\(\s*[,;:\s]*\)", " ", bare)
    bare = re.sub(r"\s+([,.;:?!])", r"\1", " ".join(bare.split()))
    bare = re.sub(r"([,;])(?:\s*[,;])+", r"\1", bare)
    return _LEFT_OVER.sub("", bare).strip(" ,;:")
