"""Which sentences give what a patient is allergic to and say nothing of the allergy."""

from __future__ import annotations

import re

from corpus.glossary import Entry, Glossary
from service.analysis.question import Question

_ALLERGY = " allergy"  # the end of the name of an allergy to a drug
_BEFORE = re.compile(
    r"\b(?:(?:allerg(?:ic|y)|hypersensitiv\w+|anaphyla\w+|rash) (?:to|with|from|after)|reacts? to)\s+"
    r"(?:(?:any|all|both|an?|the)\s+)*$",
    re.I,
)
_BEHIND = re.compile(r"^s?[\s-]*(?:is |was )?(?:allerg(?:y|ic|ies)\b|anaphyla\w+|hypersensitiv\w+)", re.I)
# Nobody is allergic who is said not to be.
_DENIED = re.compile(r"\b(?:no|not|nil|denies|without|never)\b[^,.;:]{0,30}$", re.I)
_DENIED_BEHIND = re.compile(r"^[\s:-]*(?:no|nil|none|ruled out|excluded|de-?labelled|disproved)\b", re.I)
_SPOKEN_OF = re.compile(
    r"\b(?:allerg\w+|hypersensitiv\w+|anaphyla\w+|intoleran\w+|contra-?indicat\w+|not tolerated)", re.I
)
# The ends by which the drugs of a class are told (international nonproprietary names).
_STEMS = re.compile(r"(?:cillin|floxacin|cycline|profen|pril|caine)s?$", re.I)


class Allergy:
    """What a question says that the patient is allergic to."""

    def __init__(self, question: Question, glossary: Glossary) -> None:
        self._glossary = glossary
        told = _told(question, glossary)
        family = glossary.with_members(*told)
        self._terms = frozenset(entry.term for entry in family)
        self._stems = frozenset(stem for entry in told if (stem := _stem(entry)) is not None)

    def disregarded_by(self, text: str) -> bool:
        """Whether ``text`` names a drug of these, or one of their class, and says nothing of an allergy."""
        if not self._terms or _SPOKEN_OF.search(text):
            return False
        named = (m.entry for m in self._glossary.find(text) if m.entry.kind == "drug")
        return any(entry.term in self._terms or self._is_alike(entry) for entry in named)

    def _is_alike(self, entry: Entry) -> bool:
        return any(stem in word for stem in self._stems for form in entry.forms() for word in form.casefold().split())


def _told(question: Question, glossary: Glossary) -> list[Entry]:
    """The drugs, or classes of them, that the patient is allergic to."""
    text = question.text
    found = [m.entry for name in question.patient.allergies for m in glossary.find(name) if m.entry.kind == "drug"]
    for mention in question.mentions:
        before, behind, entry = text[: mention.start], text[mention.end :], mention.entry
        if _DENIED.search(before) or _DENIED_BEHIND.match(behind):
            continue
        if entry.kind == "condition" and entry.term.endswith(_ALLERGY):
            drug = glossary.get(entry.term.removesuffix(_ALLERGY))
            found += [drug] if drug is not None else []
        elif entry.kind == "drug" and (_BEFORE.search(before) or _BEHIND.match(behind)):
            found.append(entry)
    return found


def _stem(entry: Entry) -> str | None:
    """The end by which the drugs of a class are told, of the name of it or of one of them."""
    match = _STEMS.search(entry.term)
    return match.group().casefold().rstrip("s") if match is not None else None
