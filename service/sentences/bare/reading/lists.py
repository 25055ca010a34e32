"""Names that stand in one list: "X, Y or Z", a class with its examples, a name with another in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.sentences.bare.reading.signs import Place

# Behind a name: a bracket, how much of it.
_ASIDE = r"\s*(?:\([^()]*\)?\s*|\)\s*)?(?:\d[\d.,–-]*\s?(?:mg|g|micrograms?|units?)\b[^,;()]{0,25})?"
_CLOSING = r"/|\+|\(|,?\s*(?:and|or|and/or|plus|such as|like|including)\b"
_ARTICLE = r"\s*(?:(?:an?|the|either|oral|intravenous|other|sodium|(?:extended|modified|immediate)-release)\s+)*"
_JOINS = re.compile(rf"{_ASIDE}(?:{_CLOSING}|,){_ARTICLE}", re.I)
_GOES_ON = re.compile(r",?\s+(?:and|or)\s", re.I)  # with something that is no name known
_CLOSES = re.compile(rf"{_ASIDE}(?:{_CLOSING}){_ARTICLE}", re.I)


def joins(between: str) -> bool:
    """Whether what stands between two names makes them parts of one list."""
    return _JOINS.fullmatch(between) is not None


def run_from(text: str, places: Sequence[Place]) -> list[Place]:
    """The first of ``places`` (in order) and those behind it that are listed with it."""
    run = list(places[:1])
    for place in places[1:]:
        if not _JOINS.fullmatch(text[run[-1][1] : place[0]]):
            break
        run.append(place)
    return run


def run_to(text: str, places: Sequence[Place]) -> list[Place]:
    """The last of ``places`` and those before it that are listed with it, in order. What stands before a comma alone
    ("With X, Y …") is in no list with the last, unless that goes on: "X, Y and …".
    """
    run = list(places[-1:])
    for place in reversed(places[:-1]):
        is_last = len(run) == 1 and not _GOES_ON.match(text, run[0][1])
        joins = _CLOSES if is_last else _JOINS
        if not joins.fullmatch(text[place[1] : run[0][0]]):
            break
        run.insert(0, place)
    return run
