"""Does composing add anything? Answers against two plain extracts of the same length, on BioASQ's questions.

``python -m evals.completeness FOLDER --data DIR``: for each question the answer, the **first sentences** of the
passages found (one of each, best passage first, then their second sentences, and so on) and **MMR** (maximal marginal
relevance, Carbonell and Goldstein 1998, doi:10.1145/290941.291025) over the sentences of the same passages, each cut
to as many words as the answer has. Compared by snippet coverage and by ROUGE-SU4 recall against the experts' ideal
answers, with a paired permutation test and Holm's correction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import click
import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from corpus.command_line import data_option
from corpus.embedding import Vectors
from corpus.errors import BadInputError
from corpus.settings import settings_of_library
from corpus.text import terms
from evals.datasets.beir import half, judged
from evals.metrics.rouge import rouge
from evals.statistics import holm, mean_interval, paired_permutation
from evals.targets.converting import response_of
from service.consultation import Consultation
from service.library import Library

SYSTEMS = ("Footnote", "first sentences", "MMR")
MEASURES = ("snippet coverage", "ROUGE-SU4 recall")
_PASSAGES = 24
_UNANSWERED_WORDS = 100  # length of the extracts where Footnote gives no answer (and counts 0)
_LAMBDA = 0.7  # share of relevance against novelty in MMR
_SHARED = 0.8  # of the shorter one's words, from which on a sentence holds a snippet


@dataclass(frozen=True, slots=True)
class Compared:
    """One question: for each of :data:`SYSTEMS` the values of :data:`MEASURES`."""

    answered: bool
    words: int
    values: dict[str, tuple[float, float]]


def compare_extracts(library: Library, question: str, snippets: Sequence[str], ideal: Sequence[str]) -> Compared:
    """Answer one question in the three ways. Raises as :meth:`Library.consult`."""
    answer = library.consult(Consultation(question, "con_completeness"))
    own = [said.text for said in response_of(answer).statements]
    length = sum(len(text.split()) for text in own) or _UNANSWERED_WORDS
    with library.using(None) as reading:
        hits = reading.retriever.search(question, _PASSAGES)
        rows = [[sentence for sentence in reading.opened.sentences(hit.passage) if sentence.line >= 0] for hit in hits]
        file = reading.edition.sentence_file
        lines = {" ".join(sentence.text.split()): sentence.line for row in rows for sentence in row}
        vectors = file.rows(list(lines.values())) if file is not None and lines else np.zeros((0, 1), dtype=np.float32)
    texts = [[" ".join(sentence.text.split()) for sentence in row] for row in rows]
    asked = library.sentence_vectors.question(question)
    extracts = {
        "Footnote": own,
        "first sentences": cut(first_sentences(texts), length),
        "MMR": cut(maximal_marginal_relevance(list(lines), vectors, asked), length),
    }
    values = {
        name: (snippet_coverage(said, snippets), max(rouge(" ".join(said), text, "su4").recall for text in ideal))
        for name, said in extracts.items()
    }
    return Compared(bool(own), length, values)


def first_sentences(passages: Sequence[Sequence[str]]) -> list[str]:
    """The first sentence of each passage, best first, then the second of each …"""
    return list(dict.fromkeys(text for row in zip_longest(*passages) for text in row if text))


def maximal_marginal_relevance(texts: Sequence[str], vectors: Vectors, asked: Vectors) -> list[str]:
    """All texts in the order of MMR, by the cosine of their vectors (unit length) to the question's and to those of
    what is taken.
    """
    if not texts:
        return []
    relevance = vectors @ asked
    nearest = np.zeros(len(texts))
    left, order = list(range(len(texts))), []
    while left:
        best = max(left, key=lambda at: (_LAMBDA * relevance[at] - (1 - _LAMBDA) * nearest[at], -at))
        left.remove(best)
        order.append(texts[best])
        nearest = np.maximum(nearest, vectors @ vectors[best])
    return order


def cut(texts: Sequence[str], words: int) -> list[str]:
    """The first so many words of the texts, the last one cut where it has to be."""
    kept = []
    for text in texts:
        own = text.split()[:words]
        if not own:
            break
        kept.append(" ".join(own))
        words -= len(own)
    return kept


def snippet_coverage(texts: Sequence[str], snippets: Sequence[str]) -> float:
    """Share, 0 to 1, of the gold snippets that one of the texts holds: four fifths of the words of the shorter of the
    two stand in the other.
    """
    stated = [set(terms(text)) for text in texts]
    gold = [found for snippet in snippets if (found := set(terms(snippet)))]
    held = [any(own and len(own & wanted) >= _SHARED * min(len(own), len(wanted)) for own in stated) for wanted in gold]
    return sum(held) / len(held) if held else 0.0


def _asked(folder: Path, split: str | None) -> Iterator[tuple[str, str, list[str], list[str]]]:
    for query, _ in judged(folder, None):
        if split is not None and half(query["_id"]) != split:
            continue
        metadata: dict[str, Any] = query["metadata"]
        ideal = metadata.get("ideal_answer") or []
        snippets = [str(snippet["text"]) for snippet in metadata.get("snippets") or []]
        if ideal and snippets:
            yield query["_id"], query["text"], snippets, [ideal] if isinstance(ideal, str) else [str(t) for t in ideal]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@data_option
@click.option("--half", "part", default=None, help="Only this half of the questions, as the harness parts them.")
@click.option("--limit", type=click.IntRange(min=1), help="Only the first questions.")
@click.option("--seed", type=int, default=0, help="Of intervals and tests.")
def main(folder: Path, data: Path | None, part: str | None, limit: int | None, seed: int) -> None:
    """Compare answers with plain extracts of the same length."""
    asked = list(_asked(folder, part))[:limit]
    if not asked:
        raise BadInputError(f"{folder} has no questions with ideal answers and snippets in this part.")
    library = Library(settings_of_library(data=data))
    console = Console()
    try:
        with library.reading() as edition:
            console.print(f"Edition {edition.id}, {len(asked)} questions")
        found = [
            compare_extracts(library, question, snippets, ideal)
            for _, question, snippets, ideal in track(asked, "Asking", console=console, disable=not console.is_terminal)
        ]
    finally:
        library.close()
    console.print(
        f"{sum(c.answered for c in found)} answered; {np.mean([c.words for c in found]):.0f} words an answer on average"
    )
    console.print(table_of(found, seed, "All questions"))
    answered = [compared for compared in found if compared.answered]
    if answered:
        console.print(table_of(answered, seed, "Those that were answered"))


def table_of(found: Sequence[Compared], seed: int, title: str | None = None) -> Table:
    """Means with 95 % intervals, and what Footnote is ahead by."""
    clusters = [str(number) for number in range(len(found))]
    table = Table("System", *MEASURES, "ahead by (coverage)", "ahead by (ROUGE)", title=title)
    tests = {
        f"{name} {measure}": paired_permutation(_ahead(found, name, at), clusters, seed)
        for name in SYSTEMS[1:]
        for at, measure in enumerate(MEASURES)
    }
    adjusted = holm(tests)
    for name in SYSTEMS:
        means = []
        for at in range(len(MEASURES)):
            interval = mean_interval([c.values[name][at] for c in found], clusters, seed)
            means.append(f"{interval.value:.3f} [{interval.low:.3f}, {interval.high:.3f}]")
        ahead = [
            f"{np.mean(_ahead(found, name, at)):+.3f} (p = {adjusted[f'{name} {measure}']:.4f})"
            if name in SYSTEMS[1:]
            else ""
            for at, measure in enumerate(MEASURES)
        ]
        table.add_row(name, *means, *ahead)
    return table


def _ahead(found: Sequence[Compared], other: str, at: int) -> list[float]:
    return [c.values["Footnote"][at] - c.values[other][at] for c in found]


if __name__ == "__main__":
    main()
