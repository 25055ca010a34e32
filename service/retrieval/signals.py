"""What a found passage is ranked by: six signals between 0 and 1 for each, and a linear score of them.

The signals are of different eyes on purpose: the passage's vector, its best sentence's vector, each seen from the
question and from the question as the best passages draw it (Rocchio 1971), the words of the whole document (BM25), and
whether the passage has what the question is rarest in, and how much of all its words by their rarity: somebody who asks
whether a drug helps in a disease wants texts that name the drug, however many there are on the disease.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from corpus.embedding import Vectors
from corpus.fulltext import FullText
from corpus.vectors import Rows, VectorFile
from service.retrieval.query import SearchQuery

Scores = npt.NDArray[np.float64]
Group = tuple[float, list[list[str]]]


def scaled(values: npt.NDArray[np.floating]) -> Scores:
    """Min-max scaled to 0 to 1; the 200th best counts as the lowest, so that the tail does not stretch the scale."""
    if not len(values):
        return np.zeros(0)
    ordered = np.sort(values)[::-1]
    low, high = float(ordered[min(len(ordered), 200) - 1]), float(ordered[0])
    return np.clip((values.astype(np.float64) - low) / (high - low + 1e-9), 0.0, 1.0)


def best_sentences(file: VectorFile, spans: Rows, vectors: Sequence[Vectors]) -> list[Scores]:
    """For each of ``vectors`` the cosine of every passage's nearest sentence.

    ``spans``: first line and number of the sentences of each passage, shape (passages, 2); a passage without any has
    -1.
    """
    result = [np.full(len(spans), -1.0) for _ in vectors]
    filled = np.flatnonzero(spans[:, 1])
    if not len(filled):
        return result
    firsts, counts = spans[filled, 0], spans[filled, 1]
    starts = np.cumsum(counts) - counts
    rows = file.rows(np.repeat(firsts - starts, counts) + np.arange(counts.sum()))
    for best, vector in zip(result, vectors, strict=True):
        best[filled] = np.maximum.reduceat(rows @ vector, starts)
    return result


def rare_names(query: SearchQuery, rarity: dict[str, float], power: float) -> list[Group]:
    """The words of a question, each worth its rarity to the ``power``, with the other names of the concept that it
    belongs to; words that the library has under no name are left out.

    ``rarity``: inverse document frequency of every term of the query that occurs.
    """
    forms: dict[str, list[list[str]]] = {}
    for entry in query.entries:
        wordings = [list(wording) for wording in entry.wordings]
        for term in {term for wording in wordings for term in wording}:
            forms.setdefault(term, []).extend(wordings)
    groups: list[Group] = []
    for term, weight in query.weights.items():
        if weight < 1.0:  # another name, or from an earlier question
            continue
        wordings = [[term], *(wording for wording in forms.get(term, []) if wording != [term])]
        known = [max(rarity[t] for t in wording) for wording in wordings if all(t in rarity for t in wording)]
        if known:
            groups.append((min(known) ** power, [w for w in wordings if all(t in rarity for t in w)]))
    return groups


def presence(fulltext: FullText, groups: Iterable[Group], rows: Sequence[int]) -> Scores:
    """Share (0 to 1, of the best) of the groups' values that each of ``rows`` has."""
    listed = list(groups)
    total = sum(value for value, _ in listed)
    if total <= 0:
        return np.zeros(len(rows))
    found = fulltext.presence([(value / total, wordings) for value, wordings in listed], rows)
    values = np.array([found.get(int(row), 0.0) for row in rows])
    return np.asarray(values / max(float(values.max(initial=0.0)), 1e-9))
