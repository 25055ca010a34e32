"""A drug that a question names must not be given in an illness that it names: said first, wherever it is written.

The text on the illness recommends the drug in general, its contraindication stands in the text on the drug: a search
for the question finds the first, and not the second.
"""

from __future__ import annotations

import re

import numpy as np

from corpus.text import terms
from service.premises.barring import barring_of, bars_something
from service.sentences.candidates import Candidate, names
from service.sentences.material import Material

_PASSAGES = 30
_RELATED = 0.5  # weight of the names of a drug's class and members beside 2 for its own and 3 for what bars it
_ASKS_MORE = re.compile(r"\b(?:why|what|which|how|when|who|whom|where|or)\b", re.I)
_WORDS = ("contraindicated", "contraindicates", "avoided")


def barred(material: Material) -> Candidate | None:
    """The sentence that bars a drug of the question (or its class, or of a class one of its drugs) in one of its
    illnesses, in no fewer people than the question is about; the likeliest of several. None where there is none, or
    where it is asked what the drug does.
    """
    question = material.question
    barring = barring_of(question, material.glossary)
    if barring is None:
        return None
    weights = {term: _RELATED for entry in barring.drugs for term in terms(entry.term)}
    weights |= {term: 2.0 for entry in (*barring.asked, *barring.illnesses) for term in terms(entry.term)}
    weights |= dict.fromkeys((term for word in _WORDS for term in terms(word)), 3.0)
    rows = material.retriever.rows_with(weights, _PASSAGES)
    if not rows:
        return None
    hits = material.retriever.search(question.text, _PASSAGES, question.carried, np.array(sorted(rows)))
    plain = _ASKS_MORE.search(question.text) is None
    said = [hit for hit in hits if bars_something(hit.text)]
    found = [c for c in material.ranked(question, said) if barring.by(c)]
    if not found and plain:
        found = [c for c in material.found if barring.plainly_by(c)]
    exact = [c for c in found if any(names(entry, c) for entry in barring.asked)]
    return max(exact or found, key=lambda c: (c.useful, -c.order), default=None)
