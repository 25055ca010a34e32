"""The numbers of the ranking; how they were found: docs/decisions/0005-retrieval.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of the ranking; part of the settings hash of every answer."""

    dense: float = 0.55  # against lexical, in the fusion
    document: float = 0.85  # share of whole-document BM25 in the lexical score
    feedback: float = 0.5  # how far the best passages draw the question's vector
    pool: int = 150  # passages that are looked at closely
    passage_drawn: float = 0.25  # of the six signals; they add up to 1
    sentence: float = 0.15
    sentence_drawn: float = 0.07
    words: float = 0.15
    names: float = 0.23
    all_names: float = 0.15
    asked: float = 0.25  # besides, where sentences have questions that they answer
    asked_depth: int = 40  # sentences whose questions are nearest become candidates
    rarity_power: float = 4.0  # how much more a rare name counts than a common one
    feedback_passages: int = 3
    depth: int = 100  # candidates of each kind
    document_depth: int = 50  # documents whose passages become candidates
    passages_per_document: int = 30
    title: float = 0.2  # weight of a match in the title, against the body
    heading: float = 0.2
