"""What the support judge looks at: one number for each way in which a text can bear a statement out, or not."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from corpus.embedding import Embedder, Vectors
from corpus.glossary import Glossary
from corpus.text import sentence_spans, terms
from evals.judge.names import Concepts, codes_missing
from evals.judge.polarity import directions, has_negation, negation_conflict
from evals.judge.quantities import quantities, quantity_errors

NAMES = (
    "cosine", "cosine_best", "coverage", "coverage_rare", "coverage_best", "pairs", "numbers_agree", "numbers_missing",
    "negation_conflict", "negation_differs", "same_direction", "opposite_direction", "opposite_close", "negation_close",
    "drugs_missing", "concepts_missing", "codes_missing", "length", "hedged",
)  # fmt: skip
_HEDGES = ("may", "might", "could", "possibl", "perhap", "suggest", "potenti", "appear")
_KEPT_VECTORS = 50_000


@dataclass(frozen=True, slots=True)
class Reading:
    """The features of a statement and its evidence, and the details that do not agree."""

    values: npt.NDArray[np.float64]
    failed: tuple[str, ...]  # number, unit, comparator, negation, name
    nearest: str  # the sentence of the evidence that comes nearest


class Reader:
    """Reads pairs of statement and evidence. Vectors of sentences are kept, because the same are met again and
    again.
    """

    def __init__(self, embedder: Embedder, glossary: Glossary, rarity: Mapping[str, float]) -> None:
        """rarity: inverse document frequency of terms; one that is not in it counts as the rarest."""
        self._embedder = embedder
        self._concepts = Concepts(glossary)
        self._rarity = rarity
        self._rarest = max(rarity.values(), default=1.0)
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()

    def prepare(self, texts: Sequence[str]) -> None:
        """Compute the vectors that are missing, all at once."""
        wanted = dict.fromkeys(texts)
        missing = [text for text in wanted if text not in self._vectors]
        for text in wanted.keys() & self._vectors.keys():
            self._vectors.move_to_end(text)
        if missing:
            self._vectors.update(zip(missing, self._embedder.embed(missing), strict=True))
        while len(self._vectors) > max(_KEPT_VECTORS, len(wanted)):
            self._vectors.popitem(last=False)

    def similarity(self, a: str, b: str) -> float:
        """Cosine of two texts."""
        self.prepare([a, b])
        return float(np.dot(self._vectors[a], self._vectors[b]))

    def read(self, statement: str, evidence: str) -> Reading:
        """The features of a pair; ``evidence`` may be several sentences."""
        sentences = sentences_of(evidence) or (evidence,)
        self.prepare([statement, evidence, *sentences])
        own = self._vectors[statement]
        cosines = [float(np.dot(own, self._vectors[sentence])) for sentence in sentences]
        nearest = sentences[int(np.argmax(cosines))]
        mine, there = terms(statement), set(terms(evidence)) | self._concepts.shared_words(statement, evidence)
        errors = quantity_errors(statement, [evidence])
        drugs = self._concepts.drugs_missing(statement, evidence)
        codes = codes_missing(statement, evidence)
        coverage = self._coverage(mine, there)
        conflict = negation_conflict(statement, nearest)
        differs = float(has_negation(statement) != has_negation(nearest))
        same, opposite = directions(statement, nearest)
        best = max(self._coverage(mine, set(terms(sentence))) for sentence in sentences)
        stated = len(quantities(statement))
        values = (
            float(np.dot(own, self._vectors[evidence])),
            max(cosines),
            coverage,
            self._coverage(mine, there, rare_only=True),
            best,
            _share(set(pairwise(mine)), set(pairwise(terms(evidence)))),
            float(stated - len(errors)) / stated if stated else 0.0,
            min(2.0, float(len(errors))),
            conflict,
            differs,
            min(2.0, float(same)),
            min(2.0, float(opposite)),
            min(1.0, float(opposite)) * coverage,
            differs * coverage,
            min(2.0, float(len(drugs))),
            self._concepts.share_missing(statement, evidence),
            min(2.0, float(len(codes))),
            math.log((1 + len(mine)) / (1 + len(there))),
            float(_hedged(mine) != _hedged(terms(nearest))),
        )
        failed = list(dict.fromkeys(errors))
        if conflict >= _NEGATED and differs:
            failed.append("negation")
        if drugs:
            failed.append("name")
        return Reading(np.array(values, dtype=np.float64), tuple(failed), nearest)

    def _coverage(self, mine: Sequence[str], there: set[str], rare_only: bool = False) -> float:
        """Share of the statement's terms, weighted by rarity, that are there."""
        weigh: Callable[[str], float] = lambda term: self._rarity.get(term, self._rarest)  # noqa: E731
        wanted = {term for term in mine if not rare_only or weigh(term) > 0.6 * self._rarest}
        total = sum(weigh(term) for term in wanted)
        return sum(weigh(term) for term in sorted(wanted & there)) / total if total else 1.0


_NEGATED = 0.25  # share of shared terms under a negation on one side only that counts as a contradiction


@lru_cache(maxsize=20_000)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, line by line."""
    return tuple(line[start:end] for line in text.split("\n") if line.strip() for start, end in sentence_spans(line))


def _share(mine: set[tuple[str, str]], there: set[tuple[str, str]]) -> float:
    return len(mine & there) / len(mine) if mine else 0.0


def _hedged(found: Sequence[str]) -> bool:
    return any(term.startswith(_HEDGES) for term in found)
