"""How what is lacking is named where nothing answers: by names, not by whichever word stands in no sentence."""

from __future__ import annotations

import re

from corpus.text import words
from service.analysis.question import Question
from service.analysis.wording import listed
from service.patient_details import pieces_told_and_asking
from service.sentences.coverage import lacking
from service.sufficiency.grounds import Grounds
from service.sufficiency.only_told import only_told

_MAY_NAME = re.compile(r"(?!.*(?:est|ing|ed|ly)$).{5,}", re.I)  # no form of an everyday verb or adjective
_NAMED = 3  # words that are named as not found
# Words that tell nothing by themselves when they are missing.
_LITTLE = frozenset(
    """before after during between within without while until again already just only also even still every each any
    all both other another same take takes taking taken give gives given giving start starting stop stopping get gets
    getting make makes do does done go goes keep keeps put let try use uses using used lasts last long cause
    causes""".split()
)
# What names something by its shape: longer than everyday words, or with the ending of an illness, a test, a drug.
_A_NAME = re.compile(
    r"\w{3,}(?:itis|osis|aemia|emia|oma|pathy|algia|uria|ectomy|otomy|ostomy|oscopy|graphy|plasty|mab|nib|vir|pril|sartan|azole|cillin|mycin|statin)s?",
    re.I,
)


def lacking_words(grounds: Grounds, question: Question) -> list[str]:
    """The words of a question that the likeliest sentence lacks, but for those that it only tells; where all are that,
    what it asks of what it names.
    """
    first = grounds.likeliest[:1]
    lacks = [word for candidate in first for word in lacking(grounds.asked, candidate) if word not in _LITTLE]
    lacks = lacks[:_NAMED] or grounds.uncovered or _rarest_of(grounds.weights)
    told = only_told(question, lacks)
    asked = [word for word in lacks if word not in told]
    if asked or not question.focus:
        return asked or lacks
    return [_asked_about(question)]


def as_named(lacks: list[str], grounds: Grounds, question: Question) -> list[str]:
    """These words as a reader is told of them: names that no text has, else what is asked of what the question names.
    Without such a name the words themselves.
    """
    if not question.focus:
        return lacks
    known = {word.word for word in grounds.asked if word.known}
    asking = frozenset(words(pieces_told_and_asking(question.text)[1]))
    strange = [
        word for word in lacks if word not in known and word[0].isalpha() and "'" not in word and "’" not in word
    ]
    names = [word for word in strange if _A_NAME.fullmatch(word) or (word in asking and _MAY_NAME.fullmatch(word))]
    return names or [_asked_about(question)]


def _asked_about(question: Question) -> str:
    """That of the concepts in the part that asks, or of all where it names none."""
    _, asking = pieces_told_and_asking(question.text)
    there = {m.entry.term for m in question.mentions if question.text[m.start : m.end] in asking}
    names = [entry.term for entry in question.focus]
    return f"what is asked about {listed([name for name in names if name in there] or names)}"


def _rarest_of(weights: dict[str, float]) -> list[str]:
    return [max(weights, key=lambda word: (weights[word], word))] if weights else []
