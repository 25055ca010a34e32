"""What the texts say of a drug that is asked about for a patient who is known to have an illness or another drug.

"Is ibuprofen safe for him?" after a question on apixaban is answered by what is said of anti-inflammatory drugs beside
anticoagulants, and that stands under warfarin, or in a text on pain: a search for the question finds what is said of
apixaban.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from corpus.glossary import Entry, Glossary
from corpus.text import terms
from service.analysis.question import Question, QuestionKind
from service.analysis.ruled_out import asks_for_another
from service.analysis.taken import drugs_asked, taken_already
from service.analysis.wording import listed
from service.premises.barring import is_no_purpose
from service.sentences.asked_of_drugs import test_of_what_is_asked
from service.sentences.candidates import Candidate, names
from service.sentences.coverage import asks_number
from service.sentences.material import Material
from service.sentences.neighbours import is_on
from service.sentences.readers import is_for

_PASSAGES = 40
_REFUSES = re.compile(
    r"\bcontra-?indicat\w+|\bavoid(?:ed)?\b|\b(?:must|should) not\b|\bnot (?:\w+ )?(?:given|used|recommended)\b", re.I
)
# What one thing does beside another, or that it is given so or not.
_TELLS = re.compile(
    r"\b(?:not|never|avoid\w*|caution|contra-?indicat\w+|safer?|together|beside|alongside|risks?|threat\w+|bleed\w*|toxic\w*|"
    r"rais(?:e[sd]?|ing)|increas\w+|lower\w*|reduc\w+|worsen\w*|levels?|effects?|interact\w*|inhibit\w*|monitor\w*|stopp?\w*)\b",
    re.I,
)
_ASKS_ELSE = re.compile(r"\b(?:when|how|which(?! one\b)|where|why)\b", re.I)
_ITSELF, _CLASS = 2.0, 1.0  # weights of the names of a drug and of its classes


def told_of_the_patient(material: Material, direct: Candidate) -> Candidate | None:
    """The likeliest sentence on the drug asked about and on what the patient has already (another drug, an illness),
    each by its name or the class next above; None where ``direct`` is one, nothing says so, or it is not asked whether
    the drug is given.
    """
    question = material.question
    beside = beside_of(question, material.glossary)
    if beside is None or beside.bears(direct) or (_REFUSES.search(direct.text) and beside.is_on_it(direct)):
        return None
    rows = material.retriever.rows_with(beside.weights(), _PASSAGES)
    hits = material.retriever.search(question.text, _PASSAGES, question.carried, np.array(sorted(rows))) if rows else []
    found = [c for c in material.ranked(question, hits) if _TELLS.search(c.text) and beside.bears(c)]
    return max(found, key=lambda c: (is_for(c.document, material.audience), c.useful, -c.order), default=None)


def beside_of(question: Question, glossary: Glossary) -> Beside | None:
    """The drug that a question asks of, and what the patient has beside it; None where it asks of none or several,
    where nothing else is had, or where it is not asked whether the drug is given.
    """
    taken = [entry for name in sorted(taken_already(question)) if (entry := glossary.get(name)) is not None]
    asked = drugs_asked(question)
    if not taken or len(asked) != 1 or not _asks_whether_given(question):
        return None
    told = [entry for name in question.patient.conditions if (entry := glossary.get(name)) is not None]
    ill = [entry for entry in question.conditions if is_no_purpose(entry, question)]
    return Beside(asked[0], taken, list(dict.fromkeys([*ill, *told])), glossary)


class Beside:
    """A drug that is asked about, and the drugs and illnesses that the patient has."""

    def __init__(self, asked: Entry, taken: Sequence[Entry], ill: Sequence[Entry], glossary: Glossary) -> None:
        self.asked, self.taken = asked, taken
        self._ill = glossary.family_of(*ill)
        self._glossary = glossary

    def bears(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the drug asked about, and on one that the patient has or an illness of theirs."""
        if not is_on(candidate, self.asked, self._glossary):
            return False
        had = self._glossary.with_classes(*self.taken)
        return any(names(entry, candidate) for entry in (*had, *self._ill))

    def is_on_it(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the drug asked about."""
        return is_on(candidate, self.asked, self._glossary)

    def missing(self) -> str:
        """How a clinician names what is not found."""
        return f"{self.asked.term} together with {listed([entry.term for entry in self.taken])}"

    def weights(self) -> dict[str, float]:
        """How much each term counts for finding passages that bear on it."""
        weights: dict[str, float] = {}
        for drug in (self.asked, *self.taken):
            for entry in (drug, *self._glossary.classes_of(drug)):
                for name in (entry.term, *entry.abbreviations, *entry.synonyms, *entry.lay):
                    for term in terms(name):
                        weights[term] = max(weights.get(term, 0.0), _ITSELF if entry is drug else _CLASS)
        return weights


def _asks_whether_given(question: Question) -> bool:
    """Whether a question asks if a drug is given, or only names it, and not how much of it, or when or how."""
    if (
        question.kind is QuestionKind.DOSE
        or _ASKS_ELSE.search(question.asking)
        or asks_number(question.text)
        or asks_for_another(question.text)
    ):
        return False
    return test_of_what_is_asked(question.text) is None
