"""Which candidates an answer is made of: relevant ones, each adding something, each role within its quota."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from corpus.text import term_set, words
from service.analysis.drug_names import looks_like_a_drug
from service.evidence import rank
from service.sentences.candidates import Candidate
from service.sentences.roles import Role, negative

_SAME = 0.90  # cosine above which two sentences say the same, numbers and negation being equal
_NEAR = 0.92  # cosine above which two sentences of one source are told apart by their numbers and drugs only
_REPEATS = 0.95  # share of one sentence's terms in another, above which it adds nothing
_ANSWERS = 0.4  # as likely one that the answer should hold, a sentence for patients is told beside one that is near
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

# How many statements of a role an answer may hold; the kind of question may raise one (see extractive).
QUOTA = {
    Role.RECOMMENDATION: 4,
    Role.STEPS: 8,
    Role.DOSING: 2,
    Role.APPLIES: 2,
    Role.DIAGNOSIS: 2,
    Role.HARMS: 3,
    Role.EVIDENCE: 4,
    Role.ALTERNATIVES: 2,
    Role.DIFFERENCES: 2,
    Role.BACKGROUND: 2,
}


@lru_cache(maxsize=8_000)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text))


@lru_cache(maxsize=8_000)
def _drugs(text: str) -> frozenset[str]:
    """The words that end as names of drugs do: of another drug something else is said."""
    return frozenset(word for word in words(text) if looks_like_a_drug(word))


def beside(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates are items of one list, or rows of one table: they have the words that lead into it, or the
    names of its columns, in common, and say different things below them. So are sentences of two parts of a text that
    are built alike: what one says of its operation the other says of another.
    """
    if a.document.id == b.document.id and a.part != b.part:
        return True
    if a.document.id != b.document.id or ": " not in a.text or ": " not in b.text:
        return False
    alike = next((n for n, (x, y) in enumerate(zip(a.text, b.text, strict=False)) if x != y), len(a.text))
    led = a.text.rfind(": ", 0, alike) + 2
    return led > 1 and term_set(a.text[led:]) != term_set(b.text[led:])


def same(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates say the same: near in meaning, with the same numbers and the same negation, both from
    people or both not, and not each on a drug that the other does not name.
    Of one text for patients, whose sentences all name their topic, the words have to be the same.
    """
    if a.spans[0].source.kind.preclinical != b.spans[0].source.kind.preclinical or beside(a, b):
        return False
    if _numbers(a.text) != _numbers(b.text) or negative(a.text) != negative(b.text):
        return False
    if _drugs(a.text) - _drugs(b.text) and _drugs(b.text) - _drugs(a.text):
        return False
    one_leaflet = a.document.id == b.document.id and a.document.audience == "patient"
    if not one_leaflet and a.vector is not None and b.vector is not None and float(np.dot(a.vector, b.vector)) >= _SAME:
        return True
    return len(a.own_terms & b.own_terms) / max(1, len(a.own_terms | b.own_terms)) >= 0.8


def repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether a candidate adds nothing to one that is chosen already from the same source: nearly all its words stand
    there, or it is near in meaning; it has no number and no drug of its own, and both deny or neither. A sentence for
    patients that most likely answers, too, is not left out for being near.
    """
    answers = candidate.document.audience == "patient" and candidate.useful >= _ANSWERS
    for other in chosen:
        if candidate.spans[0].source.source_id not in {span.source.source_id for span in other.spans}:
            continue
        if beside(candidate, other):
            continue
        if not _numbers(candidate.text) <= _numbers(other.text) or not _drugs(candidate.text) <= _drugs(other.text):
            continue
        if negative(candidate.text) != negative(other.text):
            continue
        close = (
            not answers
            and candidate.vector is not None
            and other.vector is not None
            and float(np.dot(candidate.vector, other.vector)) >= _NEAR
        )
        if close or len(candidate.own_terms & other.own_terms) / max(1, len(candidate.own_terms)) >= _REPEATS:
            return True
    return False


def select(
    ranked: Sequence[Candidate], limit: int, floor: float, quota: dict[Role, int],
    chosen: list[Candidate] | None = None, worth: Callable[[Candidate], float] = lambda candidate: candidate.relevance,
) -> list[Candidate]:  # fmt: skip
    """Up to ``limit`` candidates of at least ``floor`` ``worth`` (by default relevance), best first.

    One that says what a chosen one says gives it its citations; one that only repeats is left out; each further
    sentence of one document counts a little less, so that several sources are heard. ``chosen``: what the answer
    holds already.
    """
    taken = list(chosen or [])
    result: list[Candidate] = []
    counts: dict[Role, int] = {}
    documents: dict[str, int] = {}
    waiting = [candidate for candidate in ranked if worth(candidate) >= floor]
    while waiting and len(result) < limit:
        best = max(waiting, key=lambda c: (worth(c) * (1 - 0.012 * documents.get(c.document.id, 0)), -c.order))
        waiting.remove(best)
        twin = next((other for other in taken if other.position == best.position or same(best, other)), None)
        if twin is not None:
            _add_citations(twin, best)
        elif any(other.text == best.text and not beside(other, best) for other in taken):
            continue
        elif counts.get(best.role, 0) < quota.get(best.role, 2) and not repeats(best, taken):
            result.append(best)
            taken.append(best)
            counts[best.role] = counts.get(best.role, 0) + 1
            documents[best.document.id] = documents.get(best.document.id, 0) + 1
    return result


def _add_citations(candidate: Candidate, twin: Candidate) -> None:
    """Of the same words, the better evidence is quoted first."""
    if twin.text == candidate.text and rank(twin.spans[0].source) < rank(candidate.spans[0].source):
        own = {span.source.source_id for span in twin.spans}
        candidate.spans[:] = [*twin.spans, *(span for span in candidate.spans if span.source.source_id not in own)]
        return
    known = {span.source.source_id for span in candidate.spans}
    candidate.spans.extend(span for span in twin.spans if span.source.source_id not in known)
