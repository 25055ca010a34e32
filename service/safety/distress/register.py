"""Does a message speak as clinicians write, of nobody in particular? What it shows of that, for what is learnt.

"Bleeding risk of lumbar puncture in cirrhosis" has the words of an emergency in it, but names things as texts name them,
tells of nobody, and of nothing that happens. "Black stools, dizzy, on apixaban" tells of nobody either: so people type
who have no time. What each of these marks weighs is learnt from examples (:mod:`service.safety.resemblance`); none of them
silences what is surely an emergency.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Mention, shipped_glossary
from corpus.text import words
from service.analysis.drug_names import looks_like_a_drug
from service.safety.distress.wording import plain

_SOMEBODY = re.compile(
    r"\b(?:i|i'm|i've|i'd|me|my|mine|myself|we|our|us|he|she|him|her|his|they|them|their|he's|she's|it's|mum|mom|dad|wife|husband|son|daughter|baby|nan|gran|friend|partner|"
    r"brother|sister|kids?|toddler|somebody|someone|everyone|you)\b"
)
_HAPPENS = re.compile(
    r"\b(?:now|just|today|tonight|yesterday|suddenly|help|please|since|minutes? ago|hours? ago|won't|can't|doesn't|isn't|hasn't|keeps?|still|took|taken|swallow\w*|ate|eaten|"
    r"drank|drunk|threw|throwing|vomited|collapsed|fell|burnt|whole (?:box|packet|bottle)|double|twice|everywhere|pouring|soaked|not breathing|lots of)\b"
)
# How what is done is asked for: an infinitive, a choice, a measure, a period, a figure of a population.
_PRACTICE = re.compile(
    r"\b(?:(?:when|how|whether|what|which) to \w+|how (?:fast|quickly|slow(?:ly)?)|vs|versus|or|trough|target|threshold|cut-?off|criteria|indications?|contra-?indicat\w+|duration|interval|timing|dos(?:e|es|ing)|loading|maintenance|"
    r"prophyla\w+|bridging|reversal|re-?start\w*|resum\w+|switch\w*|wean\w*|taper\w*|titrat\w+|withh[eo]ld\w*|hold|monitor\w*|interact\w*|max(?:imum)?|clearance|first|second|third|next step|"
    r"line|options?|choice|approach|management|protocol|regimen|guidelines?|evidence|risk|score|class|grade|stage|scheme|category|classification|mortality|incidence|prevalence|survival|rate|"
    r"before|during|around|peri-?op\w*|post-?op\w*|refractory|empirical|secondary|primary|instead|alternative)\b|\d ?(?:mg|ml|g|mcg|u|iu|units?)/(?:kg|h|l|dl|day)\b"
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,5}\d?|[A-Z]-[A-Z]{2,4})\b")


@dataclass(frozen=True, slots=True)
class Register:
    """How a message speaks. ``named``: how many things are named as texts name them; ``drugs``: how many of these are
    drugs; ``share``: of its words, 0 to 1, those that belong to them; ``practice``: what is done is asked for;
    ``nobody``: no person is named; ``happens``: something is told as going on.
    """

    named: int
    drugs: int
    share: float
    practice: bool
    nobody: bool
    happens: bool


def register_of(message: str) -> Register:
    """How a message speaks."""
    text = plain(message)
    clinical = [mention for mention in shipped_glossary().find(message) if _as_in_texts(mention, message)]
    rest = list(words(_without(message, clinical)))
    unlisted = [word for word in rest if looks_like_a_drug(word)]
    shouted = not any(character.islower() for character in message)
    short = [] if shouted else [word for word in rest if _ABBREVIATION.fullmatch(word)]
    there = len(list(words(message)))
    return Register(
        named=len(clinical) + len(unlisted) + len(short),
        drugs=sum(mention.entry.kind == "drug" for mention in clinical) + len(unlisted),
        share=1 - (len(rest) - len(unlisted) - len(short)) / there if there else 0.0,
        practice=asks_of_practice(text),
        nobody=_SOMEBODY.search(text) is None,
        happens=_HAPPENS.search(text) is not None,
    )


def asks_of_practice(text: str) -> bool:
    """Whether words of a plain text ask what is done: a dose, a choice, a measure, a figure."""
    return _PRACTICE.search(text) is not None


def in_shorthand(message: str) -> bool:
    """Whether a message is worded as clinicians type a question: two things named as texts name them, or one and what is
    done about it; nobody is told of, and nothing that happens.
    """
    register = register_of(message)
    needed = 1 if register.practice else 2
    return register.nobody and not register.happens and register.named >= needed


def _as_in_texts(mention: Mention, message: str) -> bool:
    """Whether a concept is named as texts name it, and not in a lay word or by a brand."""
    form = message[mention.start : mention.end].casefold().removesuffix("s")
    names = (mention.entry.term, *mention.entry.synonyms, *mention.entry.abbreviations)
    return form in {name.casefold().removesuffix("s") for name in names}


def _without(message: str, mentions: list[Mention]) -> str:
    for mention in reversed(mentions):
        message = f"{message[: mention.start]} {message[mention.end :]}"
    return message
