"""What the reader of an answer changes in it: which texts come first, which roles, and what is not shown.

Nothing here changes a fact or its source: every reader's sentences come from the same texts through the same gate. A
clinician's answer is the standard; the others differ from it by the numbers and orders below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Document, EvidenceKind
from corpus.glossary import Glossary
from corpus.reading_grade import reading_grade
from service.analysis.question import Question, QuestionKind
from service.answer import Audience
from service.retrieval import Hit, OpenedEdition
from service.sentences.candidates import Candidate
from service.sentences.doses import gives_dose
from service.sentences.roles import Role, recommends

PLAIN_GRADE = 9.0  # of an answer from texts for patients, at most
HARDEST_GRADE = 12.0  # of a sentence from a text for professionals that a patient is shown, at most
_PREFERRED = 0.12  # added to the score (0 to 1) of a passage that was written for patients, where a patient asks
_HARD = 0.25  # log-odds that a sentence loses with a patient for each school year too hard
_CLOSER = 1.2  # log-odds that a sentence gains by being what this reader is there for
EXPLAINS = 2.5  # log-odds that a sentence on how something works gains, where a student asks for it
_STUDIES = (
    EvidenceKind.SYSTEMATIC_REVIEW, EvidenceKind.TRIAL, EvidenceKind.COHORT, EvidenceKind.CASE_CONTROL,
    EvidenceKind.CASE_SERIES, EvidenceKind.CASE_REPORT,
)  # fmt: skip
_MECHANISM = re.compile(r"mechanism|pathophysiolog|pathogenesis|how (?:it|they) works?|pharmacolog", re.I)
_REASON = re.compile(
    r"\b(?:because|due to|inhibit\w*|block(?:s|ing)?|activat\w+|bind(?:s|ing)?|by \w+ing\b|leads? to|"
    r"result(?:s|ing)? (?:in|from)|resulting|makes? the|so (?:that|lowers?|raises?))\b",
    re.I,
)
# What the formula of a reading grade does not see: signs, units and measures that only professionals read.
_SIGNS = re.compile(
    r"[<>≥≤±×]|\b(?:mm ?Hg|mmol|µmol|micromol|mg/dL|ng/mL|mL/min|SpO2|PaO2|HVPG|eGFR|CI|HR|OR|RR|n ?= ?\d+|P ?[=<])\b|"
    r"\b(?:hazard|odds|risk) ratios?\b|\bconfidence interval",
)
# Who says it, in brackets at the end: the reference says so again, and nobody stumbles over it.
_ATTRIBUTION = re.compile(r"\s*\([^()]*\)(?=[.;,]?$)")
_EASY = "it"  # stands for a name that the reader has written

# Roles that a reader meets before those that the kind of question asks for.
FIRST: dict[Audience, tuple[Role, ...]] = {
    Audience.STUDENT: (Role.BACKGROUND, Role.EVIDENCE),
    Audience.RESEARCHER: (Role.EVIDENCE,),
}
PLAIN_HEADINGS = {
    Role.RECOMMENDATION: "What is advised",
    Role.STEPS: "Step by step",
    Role.DOSING: "How it is used",
    Role.APPLIES: "Who it is for",
    Role.DIAGNOSIS: "Signs and tests",
    Role.HARMS: "What to watch for",
    Role.EVIDENCE: "What studies found",
    Role.ALTERNATIVES: "Other choices",
    Role.DIFFERENCES: "Where experts differ",
    Role.BACKGROUND: "What it is",
}


def is_for(document: Document, audience: Audience) -> bool:
    """Whether a document was written for patients, where a patient reads, or for professionals, where one does."""
    return (document.audience == "patient") == (audience is Audience.PATIENT)


def is_study(candidate: Candidate) -> bool:
    """Whether a sentence rests on a study of people or a review of such."""
    return candidate.spans[0].source.kind in _STUDIES


def explains(candidate: Candidate) -> bool:
    """Whether a sentence says how something comes about or works: it stands under such a heading, or gives a reason and
    recommends nothing.
    """
    heading = candidate.document.sections[candidate.spans[0].section].heading
    if _MECHANISM.search(heading):
        return _REASON.search(candidate.text) is not None or not any(c.isdigit() for c in candidate.text)
    return _REASON.search(candidate.text) is not None and not recommends(candidate.text)


def depth_for(audience: Audience, passages: int) -> int:
    """How many passages are searched to have ``passages`` for this reader."""
    return 2 * passages if audience is Audience.PATIENT else passages


def hits_for(audience: Audience, hits: Sequence[Hit], opened: OpenedEdition, passages: int) -> list[Hit]:
    """The first ``passages`` of ``hits`` for this reader: a patient is given texts for patients a little earlier."""
    if audience is not Audience.PATIENT:
        return list(hits[:passages])

    def score(hit: Hit) -> float:
        return hit.score + _PREFERRED * is_for(opened.document(hit.document_id), audience)

    return sorted(hits, key=lambda hit: -score(hit))[:passages]  # sorting is stable: equal ones keep their order


def shown_to(
    audience: Audience, candidates: Sequence[Candidate], question: Question, glossary: Glossary
) -> list[Candidate]:
    """What this reader may be shown: to patients no doses, and of professionals' texts only what reads easily."""
    if audience is not Audience.PATIENT:
        return list(candidates)
    return [
        candidate
        for candidate in candidates
        if not gives_dose(candidate.text)
        and (is_for(candidate.document, audience) or reads_easily(candidate.text, question, glossary))
    ]


def reads_easily(text: str, question: Question, glossary: Glossary) -> bool:
    """Whether a patient may be shown a sentence from a text for professionals: not above grade 12 as it is read, and
    without signs, units and measures that only these read.
    """
    if _SIGNS.search(text) is not None:
        return False
    if reading_grade([text]) <= HARDEST_GRADE:
        return True
    return reading_grade([as_read(text, question, glossary)]) <= HARDEST_GRADE


def as_read(text: str, question: Question, glossary: Glossary) -> str:
    """A sentence from a text for professionals as its reading grade is taken: a name that the question has itself is no
    hard word for who asks it, and who says it does not count.
    """
    easier = _ATTRIBUTION.sub("", text)
    written = {entry.term for entry in question.entries}
    for mention in reversed(glossary.find(easier)):
        if mention.entry.term in written:
            easier = f"{easier[: mention.start]}{_EASY}{easier[mention.end :]}"
    return easier


def over_grade(candidate: Candidate) -> float:
    """By how many school years a sentence is harder to read than a patient's answer may be as a whole; 0 or more."""
    return max(0.0, reading_grade([candidate.text]) - PLAIN_GRADE)


def gain(audience: Audience, candidate: Candidate, kind: QuestionKind) -> float:
    """Log-odds that a sentence gains for this reader, on top of what the model of usefulness gives.

    ``kind``: of the question; a student who asks how something works is given what explains it.
    """
    if audience is Audience.STUDENT:
        explained = kind is QuestionKind.MECHANISM and explains(candidate)
        return _CLOSER * (candidate.role in FIRST[audience]) + EXPLAINS * explained
    if audience is Audience.PATIENT:
        return -_HARD * over_grade(candidate)
    if audience is Audience.RESEARCHER:
        return _CLOSER * is_study(candidate)
    return 0.0
