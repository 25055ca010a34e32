"""Which figures of a sentence are told of what a clause is about, and not of what the sentence sets beside it.

"A is done, and B may be done below 70": 70 says nothing of A. "7 days for X and 14 for Y" gives Y 14; "starts with 300
and continues at 75" keeps nobody on 300; what lies after an operation is not what lies before it. Facts of wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.glossary import Entry, Glossary
from corpus.text import STOPWORDS, terms
from service.premises.naming import all_names
from service.sentences.figures import Figure, comparable, figures

_PART = re.compile(r";\s|,\s(?:and|but|while|whereas|although)\s|\s(?:while|whereas)\s", re.I)
_ACTING = ("drug", "procedure")
_SUBJECT = re.compile(r"^(?P<what>(?:[\w'’-]+\s){1,4}?)(?:may|can|should|must|will|is|are|was|were)\s", re.I)
_OF_ANY = frozenset(  # said of whatever was spoken of
    terms(
        "it this that these those they which each both treatment therapy drug dose course duration interval level "
        "target result symptoms patients people adults children anticoagulation"
    )
)
# Of a time for how long something has been so: "if it has lasted longer than 24 hours".
_LASTED = re.compile(r"\b(?:if|when|where|once|unless)\s[^,;]*\b(?:lasted|been|persist\w*|present)\b[^,;]*$", re.I)
_FOR = re.compile(r"^\s(?:for|in|with)\s(?P<what>[^,;()]+)", re.I)  # behind a figure: for what it is
_STARTING = re.compile(r"\b(?:start\w*|begin\w*|load\w*|initial(?:ly)?|bolus)\b", re.I)
_LATER = re.compile(
    r"\b(?:continu\w*|maint(?:ain|enance)\w*|kept|keeps?|stay(?:s|ed)?|carried on|afterwards|thereafter|then)\b", re.I
)
_NEXT_ONE = re.compile(r"\b(?P<nth>second|third|fourth|fifth|further|additional)\s(?P<what>[a-z-]+)", re.I)
_LEADING = re.compile(r"^\W*(?P<side>before|after|during)\s(?P<event>[^,;]+),", re.I)
_EVENT = re.compile(r"\b(?P<side>before|after|during)\s(?P<event>[^,;?]+)", re.I)


def told_of(clause: str, listed: Sequence[Figure], text: str, glossary: Glossary) -> list[Figure]:
    """Those of the figures ``listed`` of ``text`` that may be told of what ``clause`` is about."""
    if not listed or _at_another_time(clause, text):
        return []
    kept = [
        f
        for f in listed
        if not _of_a_next_one(clause, text, f) and not (f.kind == "time" and _LASTED.search(text[: f.start]))
    ]
    kept = _of_its_part(clause, kept, text, glossary)
    return _of_its_phase(clause, _of_its_item(clause, kept, text), text)


def _content(text: str) -> frozenset[str]:
    """The words of ``text`` that say something, without its figures and their units."""
    for figure in reversed(figures(text)):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return frozenset(term for term in terms(text) if not term[0].isdigit()) - STOPWORDS


def _at_another_time(clause: str, text: str) -> bool:
    """Whether a sentence begins by saying that it is on the time after something, and the clause is on that before it,
    or the other way round.
    """
    led = _LEADING.match(text)
    if led is None:
        return False
    event = _content(led["event"])
    sides = {m["side"].casefold() for m in _EVENT.finditer(clause) if event & _content(m["event"])}
    return bool(sides) and led["side"].casefold() not in sides


def _of_a_next_one(clause: str, text: str, figure: Figure) -> bool:
    """Whether a figure is that of a further one ("a third X after 3 hours") of what the clause has no such one of."""
    own = frozenset(terms(clause))
    return any(
        not own.isdisjoint(terms(match["what"])) and own.isdisjoint(terms(match["nth"]))
        for match in _NEXT_ONE.finditer(text[: figure.start])
    )


def _of_its_part(clause: str, listed: Sequence[Figure], text: str, glossary: Glossary) -> list[Figure]:
    """Those that do not stand in a part of the sentence on something else than the clause, where another part is on
    what the clause names.
    """
    bounds = [0, *(match.end() for match in _PART.finditer(text)), len(text)]
    acting = _acting(clause, glossary)
    own = _content(clause).union(*all_names(clause, glossary))
    kin = {entry.term for entry in glossary.family_of(*acting)}
    parts = [(a, b, [entry.term for entry in _acting(text[a:b], glossary)]) for a, b in pairwise(bounds)]
    mine = [
        any(term in kin for term in there) or (not acting and not own.isdisjoint(_content(text[a:b])))
        for a, b, there in parts
    ]
    if len(parts) < 2 or not any(mine):
        return list(listed)
    others = [
        (a, b)
        for (a, b, there), it in zip(parts, mine, strict=True)
        if not it and ((acting and there) or (a and _has_own_subject(text[a:b], own)))
    ]
    return [f for f in listed if not any(a <= f.start < b for a, b in others)]


def _has_own_subject(part: str, own: frozenset[str]) -> bool:
    """Whether a part of a sentence speaks of something that the clause does not name: "stenting may be …"."""
    subject = _SUBJECT.match(part)
    said = _content(subject["what"]) if subject is not None else frozenset()
    return bool(said) and not said & (own | _OF_ANY)


def _acting(text: str, glossary: Glossary) -> list[Entry]:
    return [mention.entry for mention in glossary.find(text) if mention.entry.kind in _ACTING]


def _of_its_item(clause: str, listed: Sequence[Figure], text: str) -> list[Figure]:
    """Of figures that are each for something ("7 days for X and 14 for Y"), those for what the clause names."""
    own = _content(clause)
    ends = {f.start: n.start for f, n in pairwise(sorted(figures(text), key=lambda f: f.start))}
    told = {}
    for figure in listed:
        match = _FOR.match(text[figure.end : ends.get(figure.start, len(text))])
        if match is not None:
            told[figure.start] = _content(match["what"])
    if len(told) < 2:
        return list(listed)
    shared = frozenset.intersection(*told.values())
    named = {start for start, what in told.items() if (what - shared) & own}
    if not named:
        return list(listed)
    mine = [f for f in listed if f.start in named]
    return [
        f for f in listed if f.start not in told or f.start in named or not any(comparable(f, other) for other in mine)
    ]


def _of_its_phase(clause: str, listed: Sequence[Figure], text: str) -> list[Figure]:
    """Of figures of the beginning and of later on, those of the time that the clause is on."""
    assumed = {_phase(clause, f) for f in figures(clause)} - {""}
    if len(assumed) != 1:
        return list(listed)
    phases = [_phase(text, f) for f in listed]
    mine = [f for f, phase in zip(listed, phases, strict=True) if phase in assumed]
    return [
        f
        for f, phase in zip(listed, phases, strict=True)
        if not phase or phase in assumed or not any(comparable(f, other) for other in mine)
    ]


def _phase(text: str, figure: Figure) -> str:
    """Whether a figure is that with which something begins, or that of later on; "" where neither is said."""
    before = text[: figure.start].rsplit(";", 1)[-1]
    last = max(
        (
            (match.start(), name)
            for name, words in (("first", _STARTING), ("later", _LATER))
            for match in words.finditer(before)
        ),
        default=(0, ""),
    )
    return last[1]
