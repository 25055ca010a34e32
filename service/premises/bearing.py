"""How well sentences bear on what a question takes for granted: the sentence to read before believing it.

By meaning (cosine to the clause), by the share of its concepts and words that the sentence names, rare ones counting
more, and by having a figure where the clause has one. Figures themselves are not compared here: a wrong one is found in
no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.embedding import Vectors
from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.answer import Audience
from service.sentences.candidates import Candidate
from service.sentences.figures import Figure, comparable, figures

_COVERED = 0.4  # weight of the share of the clause's concepts named, against its meaning at 1,
_RELEVANT = 0.2  # of the sentence's relevance to the whole question,
_FIGURE = 0.06  # of a figure of the same kind where the clause has one; the same taken off where there is none
MOST = 24  # sentences that are held against it, and of which the figures are looked at
_FOR_PATIENTS = 0.1  # taken off a text for patients, where a professional reads
_ABOVE = 0.5  # what a concept counts that only the title or headings name,
_RELATED = 0.6  # and one that is named by its class or a member
_UNKNOWN = 5.0  # rarity of a word that the library does not have
_ORGANISATION = 2.0
NAMED = 0.66  # share of the clause's concepts that a sentence surely on it names,
_SURE_MEANING = 0.5  # its cosine to the clause,
MEANT = 0.55  # the same where single words decide,
NEAR_BEST = 0.9  # and its score as a share of the best
_WORD = re.compile(r"[^\W_][\w'’-]*")
_EMPTY = STOPWORDS | frozenset(
    """already still fine good well best really mean means every always usual usually standard today new old patient
    patients adult adults people
    starts start begins begin check checked recheck rechecked measured repeated
    need needs require requires get gets take takes taken last lasts go goes run runs give given""".split()
)


@dataclass(frozen=True, slots=True)
class Bearing:
    """A sentence with how well it bears on the clause; the share of the clause's concepts and words that it names, and
    that of its concepts alone; and its cosine to the clause. Shares are 0 to 1. ``corrects``: whether what it says may
    put the reader right.
    """

    candidate: Candidate
    score: float
    coverage: float
    named: float
    meaning: float
    corrects: bool = True


def puts_right(candidate: Candidate, reader: Audience) -> bool:
    """Whether a sentence may put ``reader`` right: what is said to patients in plain words puts patients right only."""
    return candidate.document.audience != "patient" or reader is Audience.PATIENT


def surely_on_it(bearing: Bearing, best: Bearing, meaning: float = _SURE_MEANING) -> bool:
    """Whether a sentence is so surely on the clause that what it says may put the clause right: it names most of the
    concepts, and is near it (see :func:`is_near`).
    """
    return bearing.named >= NAMED and is_near(bearing, best, meaning)


def is_near(bearing: Bearing, best: Bearing, meaning: float, share: float = NEAR_BEST) -> bool:
    """Whether a sentence has at least the cosine ``meaning`` to the clause and bears on it nearly as well as the
    ``best`` (``share``: of its score), and may put the reader right.
    """
    return bearing.meaning >= meaning and bearing.score >= share * best.score and bearing.corrects


@dataclass(frozen=True, slots=True)
class _Unit:
    """Something that the clause names: its weight and its names."""

    weight: float
    forms: tuple[frozenset[str], ...]
    related: tuple[frozenset[str], ...] = ()
    concept: bool = False

    def share(self, candidate: Candidate) -> float:
        own = candidate.own_terms
        if any(form <= own for form in self.forms):
            return 1.0
        if any(form <= own for form in self.related):
            return _RELATED
        there = candidate.around
        if any(form <= there for form in self.forms):
            return _ABOVE
        return _ABOVE * _RELATED if any(form <= there for form in self.related) else 0.0


def bearings(
    clause: str,
    vector: Vectors | None,
    candidates: Sequence[Candidate],
    glossary: Glossary,
    rarity: Callable[[str], float],
    most: int = MOST,
    reader: Audience = Audience.CLINICIAN,
) -> list[Bearing]:  # fmt: skip
    """The ``most`` candidates that bear on ``clause`` most, best first. ``rarity``: of a term. ``reader``: who asks.

    ``vector``: of the clause; None: the nearness to the whole question has to do.
    """
    units = _units(clause, glossary, rarity)
    total = sum(unit.weight for unit in units) or 1.0
    concepts = sum(unit.concept for unit in units)
    own = figures(clause)
    found = []
    for candidate in candidates:
        shares = [unit.share(candidate) for unit in units]
        coverage = sum(unit.weight * share for unit, share in zip(units, shares, strict=True)) / total
        named = sum(share for unit, share in zip(units, shares, strict=True) if unit.concept)
        named = named / concepts if concepts else coverage  # no concept of the glossary: its words have to do
        if vector is None:
            meaning = candidate.semantic
        else:
            meaning = float(np.dot(candidate.vector, vector)) if candidate.vector is not None else 0.5 * coverage
        score = meaning + _COVERED * coverage + _RELEVANT * candidate.relevance
        corrects = puts_right(candidate, reader)
        if not corrects:
            score -= _FOR_PATIENTS
        if not candidate.spans[0].source.kind.preclinical:
            found.append(Bearing(candidate, score, coverage, named, meaning, corrects))
    found.sort(key=_best_first)
    if own:
        found = [replace(b, score=b.score + _FIGURE * _figured(own, b.candidate.text)) for b in found[:most]]
    return sorted(found[:most], key=_best_first)


def of_both(one: Sequence[Bearing], other: Sequence[Bearing]) -> list[Bearing]:
    """How well sentences bear on two clauses at once, best first: the mean of each figure."""
    there = {bearing.candidate.position: bearing for bearing in other}
    found = []
    for mine in one:
        theirs = there.get(mine.candidate.position)
        if theirs is not None:
            found.append(
                replace(
                    mine,
                    score=(mine.score + theirs.score) / 2,
                    coverage=(mine.coverage + theirs.coverage) / 2,
                    named=max(mine.named, theirs.named),
                    meaning=(mine.meaning + theirs.meaning) / 2,
                )
            )
    return sorted(found, key=_best_first)[:MOST]


def _best_first(bearing: Bearing) -> tuple[float, int, tuple[str, int]]:
    return -bearing.score, bearing.candidate.order, bearing.candidate.position


def _figured(own: Sequence[Figure], text: str) -> float:
    there = figures(text)
    if not there:
        return -1.0
    return 1.0 if any(comparable(figure, other) for figure in own for other in there) else 0.0


def _units(clause: str, glossary: Glossary, rarity: Callable[[str], float]) -> list[_Unit]:
    found = []
    mentions = glossary.find(clause)
    for mention in mentions:
        entry = mention.entry
        forms = entry.term_sets
        if entry.kind == "organisation":
            found.append(_Unit(_ORGANISATION, forms))
            continue
        wider = (*glossary.classes_of(entry), *glossary.members_of(entry))
        related = tuple(form for other in wider for form in other.term_sets)
        weight = max((rarity(term) for term in terms(clause[mention.start : mention.end])), default=_UNKNOWN)
        found.append(_Unit(weight, forms, related, True))
    for word in _WORD.finditer(clause):
        inside = any(mention.start <= word.start() < mention.end for mention in mentions)
        if inside or len(word.group()) == 1:  # a unit's letter names nothing
            continue
        if word.group().casefold() not in _EMPTY and not word.group()[0].isdigit():
            found += [_Unit(rarity(term), (frozenset((term,)),)) for term in terms(word.group())]
    return found
