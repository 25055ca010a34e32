"""What the text that a conversation has in hand says to a follow-up in its own words.

However a follow-up is completed ("his chest hurts on it", "and if that fails?"), some of what it means is lost. Most
follow-ups stay with the text that answered last, and of its few dozen sentences the words of the message alone find the
right ones: no rule on wordings has a part in that. They are told beside the answer to what was understood.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from corpus.document import Document
from corpus.glossary import Glossary
from corpus.text import term_set
from service.analysis.question import Question, analyse
from service.answer import Audience
from service.conversation import Standalone, content_of
from service.conversation.fragments import named
from service.sentences.candidates import Candidate
from service.sentences.material import Material
from service.sentences.readers import depth_for, hits_for

if TYPE_CHECKING:
    from service.library import Library, Reading

_PASSAGES = 16
_UNDERSTOOD = 0.5
_LEAST = 1e-4
_LOOKED_AT = 30  # sentences, most of which an answer holds already


def in_hand(
    said: Standalone, understood: Question, audience: Audience, reading: Reading, library: Library
) -> list[Candidate]:
    """The sentences of the text in hand (``said.text_in_hand``) that most likely answer the message, best first; more
    than are told, since an answer holds some already; none where the text speaks of nothing that the message names.

    How likely a sentence is for the question that was ``understood`` counts half beside the message's own words.
    """
    rows = np.sort(np.array(reading.edition.catalogue.rows_of_documents([said.text_in_hand]), dtype=np.int64))
    if not len(rows):
        return []
    question = analyse(said.typed, library.glossary)
    news = said.goes_on and _tells_more_than_names(question)
    if not _speaks_of(reading.opened.document(said.text_in_hand), question, library.glossary, news):
        return []
    depth = depth_for(audience, _PASSAGES)
    hits = reading.retriever.search(question.text, depth, only=rows)
    hits = hits_for(audience, hits, reading.opened, _PASSAGES)
    material = Material(
        understood, reading.opened, reading.retriever, library.sentence_vectors, library.glossary, hits, audience
    )
    for_it = {candidate.position: candidate.useful for candidate in material.ranked(understood, hits)}
    found = material.ranked(question, hits)

    def likely(candidate: Candidate) -> float:
        return _log_odds(candidate.useful) + _UNDERSTOOD * _log_odds(for_it.get(candidate.position, 0.0))

    return sorted(found, key=lambda candidate: (-likely(candidate), candidate.order))[:_LOOKED_AT]


def _log_odds(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))


def _tells_more_than_names(question: Question) -> bool:
    """Whether a message has words of its own beside the concepts that it names ("dyspnoea, interstitial changes")."""
    return bool(set(content_of(question)) - named(question))


def _speaks_of(text: Document, question: Question, glossary: Glossary, news: bool) -> bool:
    """Whether a text speaks of something that a question names, or of a class of it; also where it names nothing, or
    with ``news`` of the patient nothing but an illness.
    """
    apart = ("other", "organisation", "condition") if news else ("other", "organisation")
    named_there = [entry for entry in question.entries if entry.kind not in apart]
    there = term_set(f"{text.title} {text.text}")
    return not named_there or any(concept.named_in(there) for concept in glossary.with_classes(*named_there))
