"""Retrieval: dense and lexical candidates, convex fusion, a linear score of six signals, and rank as evidence.

Fusion is the convex combination of min-max scaled scores (Bruch et al. 2023, doi:10.1145/3596512), which was ahead of
reciprocal rank fusion here; it chooses which passages are looked at closely. These are scored by the signals of
:mod:`service.retrieval.signals`. How the numbers were found: docs/decisions/0005-retrieval.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import heappop, heappush

import numpy as np
import numpy.typing as npt

from corpus.catalogue_rows import PassageRow
from corpus.embedding import Embedder, Vectors
from corpus.embedding.remembering import embed_ahead
from corpus.glossary import Entry, Glossary
from corpus.vectors import Rows
from service.retrieval.ahead import NearestAhead
from service.retrieval.asked import Cosines
from service.retrieval.hit import Hit
from service.retrieval.left_open import together
from service.retrieval.opened import OpenedEdition
from service.retrieval.query import SearchQuery, make_query
from service.retrieval.signals import Scores, best_sentences, presence, rare_names, scaled
from service.retrieval.weights import Weights

_LOOKED_UP = 48  # passages at once: as many as a search of 24 mostly needs


class Retriever:
    """Searches one edition."""

    def __init__(
        self, opened: OpenedEdition, embedder: Embedder, glossary: Glossary, weights: Weights | None = None
    ) -> None:
        """Raises EmbedderError when ``embedder`` did not make the edition's vectors."""
        opened.edition.require(embedder)
        self._opened = opened
        self._edition = opened.edition
        self._embedder = embedder
        self._glossary = glossary
        self._weights = weights or Weights()
        self._frequency = lru_cache(maxsize=20_000)(opened.edition.fulltext.document_frequency)
        self._by_words = lru_cache(maxsize=32)(self._found_by_words)
        self._likeness = lru_cache(maxsize=32)(self._alike)
        self._to_left_open = lru_cache(maxsize=32)(self._alike_to_left_open)
        self._nearest = NearestAhead(self._nearest_to)

    def search(self, text: str, k: int, carried: frozenset[str] = frozenset(), only: Rows | None = None) -> list[Hit]:
        """The best ``k`` passages for ``text``, best first; equal scores stand in order of their rows.

        ``carried``: terms of the concepts in it that come from earlier questions; they count half. ``only``: these rows
        (sorted) and no others.
        """
        query = make_query(text, self._glossary, carried)
        by_words = self._by_words(text, carried)  # before the vector is waited for
        vector = self._embedder.embed([query.dense_text])[0]
        rows, cosine, lexical, score = self._score(query, vector, by_words, only, k)
        if not len(rows):
            return []
        hits = []
        for position, value, passage in self._best(rows, score, k):
            document = self._opened.document(passage.document_id)
            hits.append(
                Hit(
                    passage, max(0.0, min(1.0, value)), float(cosine[position]), float(lexical[position]),
                    document.text[passage.start : passage.end], " › ".join(document.sections[passage.section].headings),
                    document.title,
                )
            )  # fmt: skip
        return hits

    def asked(self, dense_text: str) -> Cosines:
        """How alike a question and those that the edition's sentences answer are: see :class:`AskedQuestions`."""
        return self._likeness(dense_text)

    def _alike(self, dense_text: str) -> Cosines:
        return self._opened.asked.likeness(self._embedder.embed([dense_text])[0])

    def left_open(self, text: str, carried: frozenset[str] = frozenset()) -> tuple[float, float]:
        """How alike a question and the nearest of those are that no text of the edition answers, as its editors noted,
        and how far those that sentences answer are nearer, a dozen of each together (0 where there are none);
        (0, 0) where they noted none.
        """
        if not len(self._opened.left_open):
            return 0.0, 0.0
        return self._to_left_open(make_query(text, self._glossary, carried).dense_text)

    def _alike_to_left_open(self, dense_text: str) -> tuple[float, float]:
        alike = self._opened.left_open.likeness(self._embedder.embed([dense_text])[0])
        asked = self.asked(dense_text)
        return float(alike.max()), together(asked) - together(alike) if len(asked) else 0.0

    def has_left_open(self, document_id: str) -> bool:
        """Whether the editors of a document noted what it leaves open."""
        return document_id in self._opened.left_open.documents

    def rarity(self, term: str) -> float:
        """Inverse document frequency of a term among the passages: 0 where it is in all, about 10 where in one of
        20,000.
        """
        count = self._frequency(term)
        return math.log(1 + (len(self._edition.vector_file) - count + 0.5) / (count + 0.5))

    @property
    def greatest_rarity(self) -> float:
        """The rarity of a term that no passage has."""
        return math.log(2 * len(self._edition.vector_file) + 2)

    def occurs(self, term: str) -> bool:
        """Whether any passage has the term."""
        return self._frequency(term) > 0

    def rows_with(self, weights: Mapping[str, float], k: int) -> list[int]:
        """Rows of the ``k`` passages that have most of these terms, best first; nothing is embedded."""
        return [row for row, _ in self._edition.fulltext.search(weights, k, {"body": 1.0})]

    def texts_with_all(self, wanted: Sequence[str], k: int) -> list[str]:
        """Texts of up to ``k`` passages that have all these terms, best first, each with its title before it."""
        found = self._edition.fulltext.search_all(wanted, k)
        read = self._edition.catalogue.passages(found)
        documents = [(self._opened.document(p.document_id), p) for row in found if (p := read.get(row)) is not None]
        return [f"{d.title}. {d.text[p.start : p.end]}" for d, p in documents]

    def vocabulary(self, letter: str) -> list[tuple[str, int]]:
        """The terms of the passages that begin with ``letter``, each with the number of passages that have it."""
        return self._edition.fulltext.vocabulary(letter)

    def examples(self, term: str) -> list[str]:
        """Texts of up to three passages that have ``term``."""
        hits = self._edition.fulltext.search({term: 1.0}, 3, {"body": 1.0})
        passages = self._edition.catalogue.passages([row for row, _ in hits]).values()
        return [self._opened.document(p.document_id).text[p.start : p.end] for p in passages]

    def expect(self, questions: Iterable[str], carried: frozenset[str] = frozenset()) -> None:
        """Begin with what will be searched for soon, its vector and what is nearest to it, where the embedder can."""
        texts = [make_query(text, self._glossary, carried).dense_text for text in questions]
        if embed_ahead(self._embedder, texts):
            for text in texts:
                self._nearest.begin(text)

    def close(self) -> None:
        """Wait for what is looked for in the background: the edition may be closed then."""
        self._nearest.close()

    def look_ahead(self, text: str) -> None:
        """Begin with a question that will be searched for soon, and search by its words, while it is embedded."""
        self.expect([text])
        self._by_words(text, frozenset())

    def likely(self, text: str, k: int) -> list[PassageRow]:
        """The ``k`` passages that have most of the words of ``text``, best first: without its vector, those that a
        search will most likely find.
        """
        passages, _ = self._by_words(text, frozenset())
        rows = sorted(passages, key=lambda row: (-passages[row], row))[:k]
        read = self._edition.catalogue.passages(rows)
        return [read[row] for row in rows if row in read]

    def _nearest_to(self, text: str) -> list[int]:
        depth = min(self._weights.depth, len(self._edition.vector_file))
        return self._edition.vectors.nearest(self._embedder.embed([text])[0], depth)

    def _found_by_words(self, text: str, carried: frozenset[str]) -> tuple[dict[int, float], dict[int, float]]:
        """BM25 of passages, by their rows, and of whole documents, by their numbers."""
        w = self._weights
        query = make_query(text, self._glossary, carried)
        boosts = {"title": w.title, "heading": w.heading, "body": 1.0}
        return dict(self._edition.fulltext.search(query.weights, w.depth, boosts)), self._document_scores(query)

    def _best(self, rows: Rows, score: Scores, k: int) -> list[tuple[int, float, PassageRow]]:
        """Positions and scores of the best ``k``, rank as evidence added, what rests on no standing source left out."""
        found: list[tuple[int, float, PassageRow]] = []
        passages: dict[int, PassageRow] = {}
        best: list[float] = []  # a heap of the k best values
        # The prior moves a passage by a few hundredths: it is looked up for those that can come up only.
        bound = 0.12
        order = np.lexsort((rows, -score)).tolist()
        for number, position in enumerate(order):
            if len(best) >= k and (not best or score[position] + bound < best[0]):
                break
            if number % _LOOKED_UP == 0:
                passages |= self._edition.catalogue.passages(rows[order[number : number + _LOOKED_UP]].tolist())
            passage = passages[int(rows[position])]
            prior = self._opened.prior(passage)
            if prior is not None:
                value = float(score[position]) + prior
                found.append((position, value, passage))
                heappush(best, value)
                if len(best) > k:
                    heappop(best)
        found.sort(key=lambda item: (-item[1], int(rows[item[0]])))
        return found[:k]

    def _score(
        self, query: SearchQuery, vector: Vectors, by_words: tuple[dict[int, float], dict[int, float]],
        only: Rows | None, k: int,
    ) -> tuple[Rows, npt.NDArray[np.float32], Scores, Scores]:  # fmt: skip
        w = self._weights
        passages, documents = by_words
        rows = self._candidates(query, passages, documents) if only is None else only
        if not len(rows):
            return rows, np.zeros(0, np.float32), np.zeros(0), np.zeros(0)
        vectors = self._edition.vector_file.rows(rows)
        cosine = np.asarray(vectors @ vector, dtype=np.float32)
        numbers = self._opened.document_numbers(rows)
        whole = _share(numbers, documents)
        lexical = w.document * whole + (1 - w.document) * _share(rows, passages)
        fused = w.dense * scaled(cosine) + (1 - w.dense) * lexical
        best = _best_of_documents(fused, numbers, w.feedback_passages)
        drawn = vector + w.feedback * vectors[best].mean(axis=0)
        drawn /= np.linalg.norm(drawn)
        pool = np.lexsort((rows, -fused))[: max(w.pool, k)]
        rows, cosine, lexical = rows[pool], cosine[pool], lexical[pool]
        score = w.passage_drawn * scaled(vectors[pool] @ drawn) + w.words * whole[pool]
        rarest, every = self._names(query, rows)
        score += w.names * rarest + w.all_names * every
        if len(self._opened.asked):
            spans = self._opened.sentence_spans(rows)
            score += w.asked * self._opened.asked.of_passages(spans, self.asked(query.dense_text))
        for weight, values in zip(
            (w.sentence, w.sentence_drawn), self._sentences(rows, vectors[pool], (vector, drawn)), strict=True
        ):
            score += weight * scaled(values)
        return rows, cosine, lexical, score

    def _names(self, query: SearchQuery, rows: Rows) -> tuple[Scores, Scores]:
        """Which share of the names asked about each row has: the rarest nearly alone, and all by their rarity."""
        terms = {term for group in (query.weights, *map(_terms_of, query.entries)) for term in group}
        rarity = {term: self.rarity(term) for term in terms if self.occurs(term)}
        fulltext, listed = self._edition.fulltext, rows.tolist()
        rarest, every = (
            presence(fulltext, rare_names(query, rarity, power), listed) for power in (self._weights.rarity_power, 1.0)
        )
        return rarest, every

    def _sentences(self, rows: Rows, vectors: Vectors, seen_from: Sequence[Vectors]) -> list[Scores]:
        """Cosines of each row's nearest sentence; of the passage itself in an edition without vectors of sentences."""
        file = self._edition.sentence_file
        if file is None:
            return [np.asarray(vectors @ vector, dtype=np.float64) for vector in seen_from]
        spans = self._opened.sentence_spans(rows)
        return best_sentences(file, spans, seen_from)

    def _document_scores(self, query: SearchQuery) -> dict[int, float]:
        """BM25 of whole documents, by the documents' numbers."""
        w = self._weights
        hits = self._edition.document_fulltext.search(query.weights, w.depth, {"body": 1.0})
        if not hits:
            return {}
        numbers = self._opened.document_numbers(np.array([row for row, _ in hits], dtype=np.int64))
        return {int(number): score for number, (_, score) in zip(numbers, hits, strict=True)}

    def _candidates(self, query: SearchQuery, passages: Mapping[int, float], documents: Mapping[int, float]) -> Rows:
        w = self._weights
        asked = self._opened.asked
        alike = self.asked(query.dense_text) if len(asked) else None  # before what is looked for in the background
        found = [np.array([*self._nearest.of(query.dense_text), *passages], dtype=np.int64)]
        for number in sorted(documents, key=lambda number: (-documents[number], number))[: w.document_depth]:
            found.append(self._opened.rows_of_number(number)[: w.passages_per_document])
        if alike is not None:
            found.append(self._opened.rows_of_lines(asked.nearest(alike, w.asked_depth)))
        return np.unique(np.concatenate(found))


def _terms_of(entry: Entry) -> set[str]:
    return {term for wording in entry.term_sets for term in wording}


def _share(keys: npt.NDArray[np.int64] | npt.NDArray[np.int32], scores: Mapping[int, float]) -> Scores:
    """Each key's score as a share of the best."""
    highest = max(scores.values(), default=0.0)
    if highest <= 0:
        return np.zeros(len(keys))
    known = np.array(sorted(scores))
    values = np.array([scores[key] for key in known.tolist()]) / highest
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, values[at], 0.0)


def _best_of_documents(score: Scores, numbers: npt.NDArray[np.int32], count: int) -> list[int]:
    """Positions of the best passages of the ``count`` best documents, one each."""
    found: dict[int, int] = {}
    for position in np.argsort(-score, kind="stable"):
        found.setdefault(int(numbers[position]), int(position))
        if len(found) == count:
            break
    return list(found.values())
