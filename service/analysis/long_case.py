"""A long case in short: the illnesses, treatments and values that it tells, and what it asks.

A case of a hundred words on one patient has dozens of words that no text has beside what it asks ("her daughter is
reluctant", "the night team was unsure"). What is asked is found by its own words with what the patient has, and with
the values that call for something; what is denied, past or normal is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.glossary import Glossary
from service.analysis.wording import capital
from service.measured import age_spans, values_and_places
from service.patient_details import is_ordinary

_LONG = 45  # words from which on a message may be a case
_FEWEST_SENTENCES = 3
_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")
_PIECE = re.compile(r"[,;:]\s+|\s[-–]\s|\.(?:\s+|$)|\b(?:but|and) (?=no\b|not\b)")
# Who asks, before what is asked: "the registrar asks whether", "question:".
_ASKED_BY = re.compile(
    r"^.*?\b(?:asks?|asking|wants? to know|wonders?|question|query)\b(?: (?:us|you|me))?:?\s+"
    r"(?=(?:what|which|who|whom|when|where|why|how|whether|if|is|are|do|does|can|could|should|would|must|may)\b)",
    re.I,
)
_ASKS = re.compile(r"\b(?:asks?|asking|wants? to know|wants? advice|question|advise)\b", re.I)
# A piece with it tells what is not, was, or runs in the family.
_NOT_NOW = re.compile(
    r"\b(?:no|not|never|nil|none|without|denies|denied|nobody|negative|normal|previous(?:ly)?|past|family|yet|"
    r"had(?! an?\b)|unremarkable|tolerant|pending|excluded|ruled out|clear)\b",
    re.I,
)
_OF_DOSE = re.compile(r"\bdos(?:e|es|ing|age)\b|\bhow (?:much|many)\b", re.I)
# By which somebody is looked at: no treatment.
_LOOKS = re.compile(r"scop|ultrasound|tomograph|imaging|x-?ray|cardiogr|biops|centesis|puncture|oxygen", re.I)
_SIZES = ("weight", "height", "bmi")
_OF_KIDNEYS = ("gfr", "creatinine_clearance", "creatinine")


@dataclass(frozen=True, slots=True)
class InShort:
    """A case in short."""

    text: str
    asked: frozenset[str]  # terms of what it asks about by name


def asking_of_case(text: str) -> str:
    """The sentences of a long case that ask; empty for what is no long case."""
    return " ".join(_parts(text)[1])


def _parts(text: str) -> tuple[list[str], list[str]]:
    """The sentences of a long case that tell, and those that ask; nothing for what is none."""
    if len(text.split()) < _LONG:
        return [], []
    sentences = [sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip()]
    asking = [s for s in sentences if s.endswith("?")] or [s for s in sentences if _ASKS.search(s)][-1:]
    told = [s for s in sentences if s not in asking]
    return (told, asking) if len(told) >= _FEWEST_SENTENCES - 1 and asking else ([], [])


@lru_cache(maxsize=64)
def in_short(text: str, glossary: Glossary) -> tuple[InShort, ...]:
    """A long case with its values, and without them; empty for what is short or asks nothing by name."""
    told, asking = _parts(text)
    if not asking:
        return ()
    asked = capital(" ".join(_ASKED_BY.sub("", sentence) for sentence in asking))
    about = frozenset(m.entry.term for m in glossary.find(asked) if m.entry.kind in ("drug", "condition", "procedure"))
    of_dose = _OF_DOSE.search(asked) is not None
    names: list[str] = []
    values: list[str] = []
    for sentence in told:
        for piece in _PIECE.split(sentence):
            values += _age(piece)
            if piece and not _NOT_NOW.search(piece):
                names += _names(piece, glossary)
                values += _values(piece, of_dose)
    names, values = list(dict.fromkeys(names)), list(dict.fromkeys(values))
    full = [f"{', '.join(kept)}. {asked}" for kept in ([*names, *values], names) if kept]
    return tuple(InShort(short, about) for short in dict.fromkeys(full))


def _names(piece: str, glossary: Glossary) -> list[str]:
    found = [m.entry for m in glossary.find(piece) if m.entry.kind in ("condition", "procedure")]
    return [entry.term for entry in found if entry.kind == "condition" or not _LOOKS.search(entry.term)]


def _values(piece: str, of_dose: bool) -> list[str]:
    """The values of a piece that call for something; where a dose is asked for, those of the kidneys and the weight,
    too.
    """
    return [
        piece[start:end]
        for value, start, end in values_and_places(piece)
        if (of_dose and value.measure in (*_SIZES, *_OF_KIDNEYS)) or not (value.measure in _SIZES or is_ordinary(value))
    ]


def _age(piece: str) -> list[str]:
    return [f"{piece[start:end]}" for start, end in age_spans(piece)][:1]
