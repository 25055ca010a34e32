"""Whether a sentence says the very same as what a question takes for granted: word for word, in the same order.

Whatever else the sentence says, and whatever another one does, such an assumption is in the library and is not wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from service.sentences.candidates import Candidate

_WORD = re.compile(r"[<>≤≥]?[\w'’/%.·-]*[\w%]")
_NEGATION = re.compile(
    r"(?:not|no|never|nor|neither|none|cannot|without|only|rather|instead|except|unless|but|\w+n't)", re.I
)
_FILLING = frozenset("the a an is are was were be been of in for with that and to at by on it its as so".split())
_FEWEST = 4  # words of a clause that can be told again


def said_by(clause: str, candidates: Iterable[Candidate]) -> bool:
    """Whether one of ``candidates`` says all that ``clause`` does, in its words and order, and denies nothing more."""
    wanted = _words(clause)
    return len(wanted) >= _FEWEST and any(_repeats(wanted, _words(candidate.text)) for candidate in candidates)


def _words(text: str) -> list[str]:
    return [word for match in _WORD.finditer(text) if (word := match.group().casefold()) not in _FILLING]


def _repeats(wanted: list[str], there: list[str]) -> bool:
    first = at = 0
    for number, word in enumerate(wanted):
        try:
            at = there.index(word, at) + 1
        except ValueError:
            return False
        if number == 0:
            first = at - 1
    return _denials(there[first:at]) == _denials(wanted)


def _denials(words: list[str]) -> int:
    return sum(_NEGATION.fullmatch(word) is not None for word in words)
