"""Which sentences give what a patient is allergic to and say nothing of the allergy, or what is given elsewhere."""

from __future__ import annotations

import re

from corpus.glossary import Entry, Glossary
from service.analysis.question import Question
from service.sentences.candidates import Candidate, names

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
_ANOTHER_FOR_IT = re.compile(r"\b(?:alternatives? to|instead of|in (?:the )?place of)\s+(?:an?\s+|the\s+)?$", re.I)
# The ends by which the drugs of a class are told (international nonproprietary names).
_STEMS = re.compile(r"(?:cillin|floxacin|cycline|profen|pril|caine)s?$", re.I)


class Allergy:
    """What a question says that the patient is allergic to."""

    def __init__(self, question: Question, glossary: Glossary) -> None:
        self._glossary = glossary
        self._ill = glossary.family_of(*(entry for entry in question.conditions if not self._is_allergy(entry)))
        told = _told(question, glossary)
        family = glossary.with_members(*told)
        self._terms = frozenset(entry.term for entry in family)
        self._stems = frozenset(stem for entry in told if (stem := _stem(entry)) is not None)

    def disregarded_by(self, text: str) -> bool:
        """Whether ``text`` names a drug of these, or one of their class, and says nothing of an allergy."""
        if not self._terms or _SPOKEN_OF.search(text):
            return False
        found = (m for m in self._glossary.find(text) if m.entry.kind == "drug")
        named = (m.entry for m in found if not _ANOTHER_FOR_IT.search(text[: m.start]))
        return any(entry.term in self._terms or self._is_alike(entry) for entry in named)

    def chosen_elsewhere(self, candidate: Candidate) -> bool:
        """Whether a sentence gives a drug in another illness than the one in which such a patient is to have one."""
        if not self._terms or not self._ill or any(names(entry, candidate, context=True) for entry in self._ill):
            return False
        told = [mention.entry for mention in self._glossary.find(candidate.text)]
        ill = any(entry.kind == "condition" and not self._is_allergy(entry) for entry in told)
        return ill and any(entry.kind == "drug" for entry in told)

    def _is_allergy(self, entry: Entry) -> bool:
        """Whether an illness is an allergy or what one brings: it tells of the patient, in whatever illness."""
        return any(one.term.endswith(_ALLERGY.strip()) for one in (entry, *self._glossary.classes_of(entry)))

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
