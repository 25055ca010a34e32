"""On which side a figure lies: before or after something, above or below a limit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import STOPWORDS, terms
from service.premises.bearing import Bearing
from service.sentences.figures import Figure

_BEFORE = re.compile(r"^[^,;.]{0,12}?\b(?:before|ahead|prior|pre-?)", re.I)
_AFTER = re.compile(r"^[^,;.]{0,12}?\b(?:after|following|post-?)", re.I)
_SIDES = {
    _BEFORE: re.compile(r"\b(?:before|ahead of|prior to)\b", re.I),
    _AFTER: re.compile(r"\b(?:after|following)\b", re.I),
}
_BESIDE_IT = 30  # characters in which it stands before or after what
_THE_SAME = 0.85  # share of the clause's concepts and words in a sentence that says the very same of something
_OPPOSITE = re.compile(
    r"\b(?:not|never|no|without|cannot|\w+n't|rul(?:es?|ed|ing) out|exclu\w+|unlikely|except|unless|only)\b", re.I
)


def other_side(figure: Figure, clause: str, meeting: Sequence[Figure], bearing: Bearing) -> bool:
    """Whether the sentence says the very same of what lies on the other side of the same limit."""
    text = bearing.candidate.text
    if bearing.coverage < _THE_SAME or _OPPOSITE.search(clause) or _OPPOSITE.search(text):
        return False
    if {term for term in terms(clause) if term.startswith("non")} != {t for t in terms(text) if t.startswith("non")}:
        return False
    return bool(meeting) and all({figure.bound, found.bound} == {"<", ">"} for found in meeting)


def turned(mine: str, text: str, end: int) -> bool:
    """Whether the figure that ``mine`` follows is a time before something, and that of ``text`` which ends at ``end`` a
    time after it, or the other way round; not where ``text`` tells both ("after a change, 7 days before the next").
    """
    theirs = text[end:]
    for one, other in ((_BEFORE, _AFTER), (_AFTER, _BEFORE)):
        side = one.match(mine)
        if side is not None and other.match(theirs):
            event = frozenset(terms(mine[side.end() :].split(",")[0])) - STOPWORDS
            said = _SIDES[one].split(text)[1:]
            return not any(event & frozenset(terms(part[:_BESIDE_IT])) for part in said)
    return False
