"""Under which conditions a sentence on a drug says what it says: in dialysis, in children, after six months, to
prevent, where another drug failed, in a study. A plain question has the default case in mind: what it does not ask for
makes a sentence one for fewer, and what it asks for is missing from one on all.

But for a study, only what stands before the first amount and in its clause counts: "40 mg once daily, or 20 mg in renal
impairment" gives the default dose first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from service.analysis.question import Question
from service.sentences.conditions_of_drugs import CONDITIONS
from service.sentences.doses import AMOUNT
from service.sentences.people import (
    BREASTFEEDING,
    CHILDREN_AND_CHILDHOOD,
    PREGNANCY_AND_FETUS,
    People,
    asks_of_a_child,
    terms_naming_people,
)
from service.sentences.populations import asked_about

_CHILDREN = "children"
_GROUPS: tuple[tuple[str, People], ...] = (
    (_CHILDREN, CHILDREN_AND_CHILDHOOD),
    ("pregnancy", PREGNANCY_AND_FETUS | BREASTFEEDING),
)
# What leaves people out, and in what cases something else holds, makes nobody fewer.
_LEFT_OUT = re.compile(
    r"\((?:[^()]*\b(?:not|unless|except|children|from|below)\b|\d{4}|[A-Z][\w\s/,]*\d{4})[^()]*\)|"
    r"\b(?:unless|except|but not|other than|outside|without|excluding)\b[^,;.]*|"
    r"\bbirth of (?:the|her) (?:baby|child)\b",
    re.I,
)
_NEXT_CLAUSE = re.compile(
    r"[,;(]|\b(?:then|or(?! (?:more|above|higher|less|below))|but|"
    r"unless|while|whereas|except|and(?= (?:\d|on|then|at|may|is|then)))\b",
    re.I,
)
_TIME = re.compile(
    r"\b\d[\d–-]*(?: to \d+)? (?:days?|weeks?|months?|years?|hours?|minutes?)\b|\blifelong\b|\bfor life\b", re.I
)
_HOW_LONG = re.compile(r"\bhow (?:long|many (?:days|weeks|months))\b|\bduration\b|\bcourse length\b", re.I)
_VERB = re.compile(
    r"\b(?:is|are|was|were|should|must|may|can|needs?|has|have|starts?|raises?|lowers?|causes?|interacts?|includes?)\b",
    re.I,
)
_ADULTS = re.compile(r"\badults?\b", re.I)
_OPENS = re.compile(r"(?:in|for|with|after|before|during|at|on|when|if|once|around|under)\s", re.I)


def _head(text: str, of_time: bool) -> str:
    """What a sentence says before its first amount (``of_time``: or time), and in the clause of it; of one without an
    amount, what stands before its verb.
    """
    text = _LEFT_OUT.sub(" ", text)
    amount = _TIME.search(text) if of_time else AMOUNT.search(text)
    if amount is not None:
        behind = _NEXT_CLAUSE.search(text, amount.end())
        return text[: behind.start() if behind is not None else len(text)]
    start = text.find(",") + 1 if _OPENS.match(text) else 0
    verb = _VERB.search(text, start)
    return text[: verb.start() if verb is not None else len(text)]


@lru_cache(maxsize=20_000)
def told(text: str, of_time: bool = False) -> frozenset[str]:
    """The conditions under which a sentence says what it says first."""
    head = _head(text, of_time)
    there = terms_naming_people(head)
    everybody = _ADULTS.search(head) is not None
    groups = (name for name, group in _GROUPS if group.named_in(there) and not (everybody and name == _CHILDREN))
    return frozenset([*groups, *(c.name for c in CONDITIONS if c.told.search(text if c.anywhere else head))])


def gives_time(text: str) -> bool:
    """Whether a sentence says for how long."""
    return _TIME.search(text) is not None


class DefaultCase:
    """How far sentences are on the case that a question has in mind."""

    def __init__(self, question: Question) -> None:
        text = question.text
        groups = asked_about(text)
        asked = {name for name, group in _GROUPS if any(own.single & group.single for own in groups)}
        if asks_of_a_child(text):
            asked.add(_CHILDREN)
        patients = set(asked)
        for condition in CONDITIONS:
            if condition.asked.search(text):
                asked.add(condition.name)
                if condition.of_patient and condition.told.search(text):
                    patients.add(condition.name)
        self._asked = frozenset(asked)
        self._patients = frozenset(patients)
        self.of_time = _HOW_LONG.search(text) is not None

    @property
    def patients(self) -> frozenset[str]:
        """The conditions that the question asks for and that are of the patient or what the drug is for."""
        return self._patients

    def misses(self, text: str) -> int:
        """How many conditions a sentence has that nobody asked for, and how many that are asked for it has not."""
        there = told(text, self.of_time)
        return len(there - self._asked) + len(self._patients - there)

    def met_by(self, text: str) -> frozenset[str]:
        """The conditions that are asked for and that a sentence has."""
        return told(text, self.of_time) & self._asked
