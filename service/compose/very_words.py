"""Which sentences say in so many words what is asked: what is of choice, or whether something is given."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.text import terms

_OF_CHOICE = 1.5  # log-odds of coming first: of what is first line, or preferred, where it is asked what is of choice,
_THE_VERY_CHOICE = 5.5  # and of what is said to be of choice
_THE_VERY_ACT = 2.0
_ASKS_CHOICE = re.compile(
    r"\b(?:drugs?|agents?|antibiotics?|treatments?|medicines?|therapy) of (?:first )?choice\b", re.I
)
_SAYS_CHOICE = re.compile(r"\bof choice\b|\bfirst[- ](?:line|choice)\b|\bpreferred\b", re.I)
_VERY_CHOICE = re.compile(r"\bof (?:first )?choice\b", re.I)
_GIVEN = r"(?:given|used|started|offered|prescribed|added)"
# "Should bicarbonate be given in …?", "is albumin used for …?"
_ASKS_WHETHER = re.compile(
    rf"^\W*(?:and |so )?(?:should|is|are|can|may|must)\s+(?P<what>[\w-]+(?: (?!be\b)[\w-]+)?)\s+"
    rf"(?:be\s+|routinely\s+)*{_GIVEN}\b",
    re.I,
)
_SAYS_WHETHER = (
    rf"\b[^.,;:]{{0,40}}\s(?:is|are|be)\s(?:not\s)?(?:\w+ly\s)?"
    rf"(?:{_GIVEN}|recommended|considered|indicated|advised)\b"
)


def says_in_so_many_words(asked: str, text: str) -> float:
    """The log-odds of coming first that a sentence ``text`` gains by saying what is ``asked`` in so many words."""
    chosen = _SAYS_CHOICE.search(text) if _ASKS_CHOICE.search(asked) is not None else None
    gained = 0.0 if chosen is None else _THE_VERY_CHOICE if _VERY_CHOICE.search(text) else _OF_CHOICE
    says = _whether(asked)
    return gained + _THE_VERY_ACT * (says is not None and says.search(text) is not None)


@lru_cache(maxsize=64)
def _whether(asked: str) -> re.Pattern[str] | None:
    """What says that the very thing is given or not; None where that is not asked."""
    match = _ASKS_WHETHER.match(asked)
    if match is None or not terms(match["what"]):
        return None
    return re.compile(rf"\b{re.escape(match['what'])}{_SAYS_WHETHER}", re.I)
