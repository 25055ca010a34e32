"""Going back: "back to the first question", "returning to apixaban", "back to the pregnant lady"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from corpus.text import terms
from service.patient_details import PatientDetails, details_of

BACK = re.compile(
    r"^\W*(?:(?:ok|okay|so|now|and|thanks|let'?s|can we|could we|i(?:'d| would) like to|please)[\s,.]+)*(?:go(?:ing)? back|back|coming back|come back|return(?:ing)?|get(?:ting)? back|again,? (?:about|on))\s*(?:to|on|about)?\s+(?P<where>[^,:.?!;]+?)"
    r"(?:\s*[,:.;?!]+\s*(?P<rest>.*)|\s*)$|"
    r"^\W*(?P<rest2>.+?)[,\s]+(?:for|in|with|on|about|regarding) (?P<where2>(?:my|the|your) (?:very )?(?:first|second|third|earlier|previous|original|initial|last) (?:question|topic|patient|answer))\W*$",
    re.I,
)
_NAMELESS = frozenset(terms("the that this my patient lady man woman guy chap case one topic question pt person"))
_POSITIONS = {"first": 0, "original": 0, "initial": 0, "second": 1, "third": 2, "fourth": 3}


def returned_to(
    message: str, questions: Sequence[str], typed: Sequence[str], glossary: Glossary
) -> tuple[int, str] | None:
    """Which earlier question (its place in ``questions``) a message goes back to, and what it asks there ("" : the same
    again); None where it goes back to nothing that was asked. ``typed``: the messages of these questions.
    """
    found = BACK.match(message)
    if found is None:
        return None
    where = (found["where"] or found["where2"] or "").strip()
    rest = (found["rest"] or found["rest2"] or "").strip()
    place = _place(where, questions, glossary)
    place = _place_of_words(where, typed, glossary) if place is None else place
    return None if place is None else (place, rest)


def _place_of_words(where: str, typed: Sequence[str], glossary: Glossary) -> int | None:
    """The last message that tells of the person who is meant ("the pregnant lady"), or has the words."""
    person = details_of([f"My patient is {where}"], glossary)
    wanted = _traits(person)
    own = set(terms(where)) - _NAMELESS
    for place in range(len(typed) - 1, -1, -1):
        if wanted and wanted <= _traits(details_of([typed[place]], glossary)):
            return place
        if own and own <= set(terms(typed[place])):
            return place
    return None


def _traits(person: PatientDetails) -> set[str]:
    found = {person.age, person.sex} - {""}
    return found | ({"pregnant"} if "pregnant" in person.pregnancy else set())


def _place(where: str, questions: Sequence[str], glossary: Glossary) -> int | None:
    ordinal = re.search(r"\b(first|original|initial|second|third|fourth|previous|earlier|last)\b", where, re.I)
    if ordinal is not None and re.search(r"\b(?:question|topic|one|point|patient|answer)\b", where, re.I):
        word = ordinal.group().lower()
        if word in _POSITIONS:
            return _POSITIONS[word] if _POSITIONS[word] < len(questions) else None
        return len(questions) - 2 if len(questions) > 1 and word != "last" else len(questions) - 1
    terms = {mention.entry.term for mention in glossary.find(where)}
    for place in range(len(questions) - 1, -1, -1):
        if terms & {mention.entry.term for mention in glossary.find(questions[place])}:
            return place
    return None
