"""How surely a sentence speaks of the same as a claim: of the same targets, of as many, as reliably."""

from __future__ import annotations

import re

from corpus.document import EvidenceKind
from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.premises.claims import Claim
from service.premises.cues import Axis, Cue
from service.sentences.candidates import Candidate
from service.sentences.figures import share_a_quantity

_CONDITION = re.compile(r"\b(?:if|when|unless|until|only|except|outside|beyond|during|below|above|within)\b", re.I)
_LIMITED = re.compile(  # holds on one side of a figure only
    r"\b(?:if|when|with|at|where)\b[^,;]{0,40}(?:\b(?:below|under|above|over|less than|more than|exceeds?)\b|[<>≤≥])"
    r"[^,;]{0,20}\d",
    re.I,
)
_ONLY = re.compile(
    r"\bonly (?:if|in|when|for|after|as|with)\b|\breserved for\b|\brestricted to\b|\bkept for\b|\bno longer\b", re.I
)
_MILD = frozenset(terms("mild nonsevere uncomplicated low-risk"))
_MANNER = re.compile(
    r"^\s+(?P<manner>\w+ly|alone|together)\b", re.I
)  # "never given parenterally": another way may be right
_ALONE = re.compile(r"\b(?:alone|only|sole|monotherapy|by itself|on its own)\b", re.I)
FIT_OF_KIND = {  # what is left of the fit by the kind of the source, 0 to 1
    EvidenceKind.GUIDELINE: 1.0,
    EvidenceKind.DRUG_LABEL: 1.0,
    EvidenceKind.SYSTEMATIC_REVIEW: 1.0,
    EvidenceKind.TRIAL: 0.96,
    EvidenceKind.COHORT: 0.92,
    EvidenceKind.REVIEW: 0.92,
    EvidenceKind.REFERENCE_TEXT: 0.92,
    EvidenceKind.CASE_CONTROL: 0.88,
    EvidenceKind.CASE_SERIES: 0.75,
    EvidenceKind.CASE_REPORT: 0.7,
    EvidenceKind.ANIMAL: 0.0,
    EvidenceKind.LABORATORY: 0.0,
}


def fit_of_targets(claim: Claim, candidate: Candidate) -> float:
    """How surely the sentence, or the headings above it, speak of what the claim is about; 0 to 1."""
    if not claim.targets:
        return 0.75
    gained = total = 0.0
    for position, target in enumerate(claim.targets):
        weight = 1.0 if target.kind else 0.7 if target.named(candidate.own_terms) else 0.35
        if claim.axis is Axis.CHANGE and position == 0:
            weight = 1.2
        own = target.named(candidate.own_terms)
        if not own and any(form <= candidate.own_terms for form, _ in target.states):
            own = 0.9
        context = 0.0 if own == 1.0 else 0.8 * target.named(candidate.around)
        if claim.axis is Axis.CHANGE and position == 0 and not own:
            return 0.0  # what is changed has to be named
        gained += weight * max(own, context)
        total += weight
    return gained / total


def narrowing(claim: Claim, candidate: Candidate, sign: int, glossary: Glossary) -> float:
    """What is left of the fit where the sentence speaks of fewer than the claim does: of another condition, or under
    conditions; above 0, at most 1. ``sign``: the sentence's towards the claim.
    """
    if claim.universal and sign < 0 and claim.sign > 0:
        return 1.0  # said of all: one exception is enough
    asked = {term for concept in claim.concepts for form in (*concept.forms, *concept.related) for term in form}
    asked |= set(terms(claim.text)) | {
        term for concept in claim.concepts for form, _ in concept.states for term in form
    }
    left = 1.0
    own_target = any(
        t.named(candidate.own_terms) or any(f <= candidate.own_terms for f, _ in t.states) for t in claim.targets
    )
    others = 0
    for mention in glossary.find(candidate.text):
        if mention.entry.kind in ("condition", "other") and not set(terms(mention.entry.term)) & asked:
            others += 1
    if others and not own_target:
        left *= 0.65
    elif others:
        left *= 0.9
    for match in _CONDITION.finditer(candidate.text):
        following = [w for w in terms(candidate.text[match.end() :])[:4] if w not in STOPWORDS]
        if following and not set(following) & asked:
            left *= 0.9
    if sign < 0 and claim.sign > 0 and _ONLY.search(claim.text):
        left *= 0.6  # claimed of some only
    if sign < 0 and _LIMITED.search(candidate.text) and not share_a_quantity(claim.text, candidate.text):
        left *= 0.55  # holds on one side of a figure that is not asked about
    here = set(terms(candidate.text))
    claimed = set(terms(claim.text))
    if (_MILD & here and "sever" in claimed and "sever" not in here) or ("sever" in here and _MILD & claimed):
        left *= 0.5
    if (sign > 0 or claim.sign < 0) and _ALONE.search(claim.text) and not _ALONE.search(candidate.text):
        left *= 0.6  # said of it alone
    if sign > 0 and _ONLY.search(candidate.text) and claim.sign > 0:
        left *= 0.8
    return left


def another_way(claim: Claim, part: str, cue: Cue) -> bool:
    """Whether ``part`` speaks, behind its cue, of a way of giving something that the claim does not name."""
    manner = _MANNER.match(part[cue.end :])
    return manner is not None and not set(terms(manner["manner"])) <= set(terms(claim.text))


def names_all(claim: Claim, candidate: Candidate) -> bool:
    """Whether the sentence itself names every target of the claim."""
    return all(target.named(candidate.own_terms) for target in claim.targets)
