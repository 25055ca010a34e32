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
_BETWEEN = 2  # words before a figure: the 60 of "below 30, and with contrast at 30–60" is no "below 60"
_FEWEST = 4  # words of a clause that can be told again


def said_by(clause: str, candidates: Iterable[Candidate]) -> bool:
    """Whether one of ``candidates`` says all that ``clause`` does, in its words and order, and denies nothing more."""
    wanted = _words(clause)
    return len(wanted) >= _FEWEST and any(_repeats(wanted, _words(candidate.text)) for candidate in candidates)


def _words(text: str) -> list[str]:
    return [word for match in _WORD.finditer(text) if (word := match.group().casefold()) not in _FILLING]


def _repeats(wanted: list[str], there: list[str]) -> bool:
    """Whether ``there`` has the words ``wanted`` in their order, a figure near the word before it."""
    ways = {(n, n) for n, word in enumerate(there) if word == wanted[0]}  # where it begins, and how far it has come
    for word in wanted[1:]:
        ways = {
            (first, n)
            for first, at in ways
            for n in range(at + 1, len(there))
            if there[n] == word and (not _is_figure(word) or _is_near(there[at + 1 : n]))
        }
    return any(_denials(there[first : at + 1]) == _denials(wanted) for first, at in ways)


def _is_figure(word: str) -> bool:
    return word.lstrip("<>≤≥")[:1].isdigit()


def _is_near(between: list[str]) -> bool:
    return len(between) <= _BETWEEN and not any(map(_is_figure, between))


def _denials(words: list[str]) -> int:
    return sum(_NEGATION.fullmatch(word) is not None for word in words)
