"""Of which of the names in a sentence something is said: of what is named last before it, or of what is listed with
that; of what stands right behind it where it takes that as its object ("stopping X").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.sentences.bare.reading.lists import run_from, run_to
from service.sentences.bare.reading.named import is_part_of_another
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import Place

# A name in a clause that is set in: "when a DMARD is started,".
_SET_IN = re.compile(
    r"\b(?:when|whenever|if|while|once|unless|with|after|before|than|unlike|instead of|same time as)\b[^,;]*$", re.I
)
_COMPARED = re.compile(
    r"\b(?:than|unlike|versus|against) (?:an? |the |with )*$", re.I
)  # a name that only stands for comparison
_OBJECT = re.compile(
    r"\s+(?:(?:the next )?(?:\w+ (?:or|to) \w+ |an? |the )?doses? of\s+|of\s+|off\s+)?(?:(?:an?|the|your|any|all|oral|long-term|other|routine|regular)\s+)*",
    re.I,
)


def run_before(said: Said, at: int) -> list[Place]:
    """The names that end last before a place in a sentence: the nearest and those listed with it, in order; see
    :func:`last_spoken_of`.
    """
    return last_spoken_of(said.text, [place for place in _names(said) if place[1] <= at], at)


def last_spoken_of(text: str, places: Sequence[Place], at: int) -> list[Place]:
    """Of ``places``, which all end before ``at``, the last and those listed with it; not those that another is only
    compared with, nor those in a clause that is set in between another and what is said at ``at``.
    """
    run = run_to(text, places)
    while len(run) < len(places):
        before = places[: -len(run)]
        if not (_COMPARED.search(text[: run[0][0]]) or _is_set_in(text, before[-1], run, at)):
            break
        places, run = before, run_to(text, before)
    return run


def is_of(said: Said, at: int, own: Sequence[Place]) -> bool:
    """Whether what begins at ``at`` is said of one of ``own``, by what stands before it."""
    return any(place in own for place in run_before(said, at))


def takes(said: Said, end: int, own: Sequence[Place]) -> bool | None:
    """Whether what ends at ``end`` has one of ``own`` as its object; None where no name is its object."""
    behind = _OBJECT.match(said.text, end)
    at = behind.end() if behind is not None else end
    names = _names(said)
    first = next((place for place in names if place[0] == at), None)
    if first is None:
        return None
    run = run_from(said.text, names[names.index(first) :])
    return any(place in own for place in run)


def is_done_with_it(said: Said, start: int, end: int) -> bool:
    """Whether what stands from and to there is done with the subject, as a whole: it is its object ("stopping X"), or,
    where no name is that, what is named last before it ("X is stopped"). Where nobody is named it is.
    """
    if said.names_nobody:
        return True
    taken = takes(said, end, said.itself)
    return is_of(said, start, said.itself) if taken is None else taken


def speaks_for_all(said: Said) -> bool:
    """Whether a sentence is on the whole of the subject: it names that and no kind of it alone, or stands in a text on
    it and names nothing.
    """
    return bool(said.itself) or (said.on_it and said.names_nobody)


def on_all(said: Said) -> int:
    """What is on the subject as a whole comes before what is on its class, or on some people or one illness."""
    return -said.fewer


def _is_set_in(text: str, before: Place, last: Sequence[Place], at: int) -> bool:
    """Whether the last names stand in a clause that is set in between another name and what is said."""
    return "," in text[last[-1][1] : at] and _SET_IN.search(text[before[1] : last[0][0]]) is not None


def _names(said: Said) -> list[Place]:
    places = sorted({*said.names, *said.others})
    return [place for place in places if not is_part_of_another(said.text, place[1])]
