"""Where a text names something that a claim speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.text import terms
from service.premises.claims import Concept

_WORD = re.compile(r"[^\W_][\w'’/-]*")


def locate(concept: Concept, text: str) -> tuple[int, int] | None:
    """Where ``text`` first names ``concept`` (by any of its names), in characters; None where it does not."""
    found = occurrences((*concept.forms, *concept.related), text)
    if not found and concept.kind == "":  # of several plain words, one will do
        found = occurrences([frozenset((term,)) for term in sorted(concept.forms[0])], text)
    return found[0] if found else None


def occurrences(forms: Sequence[frozenset[str]], text: str) -> list[tuple[int, int]]:
    """Where ``text`` has the first of ``forms`` that it has at all, each occurrence once, in characters."""
    listed, there = _listed(text)
    for form in forms:
        if not form <= there:
            continue
        found: list[tuple[int, int]] = []
        for position, (start, _, own) in enumerate(listed):
            if own & form and not (found and start < found[-1][1]):
                near = listed[position : position + (1 if len(form) == 1 else len(form) + 4)]
                if form <= {term for _, _, others in near for term in others}:
                    found.append((start, max(end for _, end, others in near if others & form)))
        if found:
            return found
    return []


@lru_cache(maxsize=1_000)  # one sentence is looked through for all that a claim names
def _listed(text: str) -> tuple[tuple[tuple[int, int, frozenset[str]], ...], frozenset[str]]:
    """The words of ``text``, each with where it stands and its terms, and the terms of all."""
    words = tuple((match.start(), match.end(), _own(match.group())) for match in _WORD.finditer(text))
    return words, frozenset().union(*(own for _, _, own in words))


@lru_cache(maxsize=20_000)
def _own(word: str) -> frozenset[str]:
    return frozenset(terms(word))
