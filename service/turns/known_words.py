"""Whether the library speaks of what a message names: what it knows nothing of is no question on the topic in hand."""

from __future__ import annotations

from collections.abc import Callable

from corpus.text import terms, words
from service.analysis.question import Question
from service.conversation import content_of

_KNOWN = 0.75  # share of the words that name something


def is_known(question: Question, occurs: Callable[[str], bool]) -> bool:
    """Whether the library speaks of nearly all that a question names ("Who wrote Hamlet?": of nothing). ``occurs``:
    whether it has a term. What is named by an abbreviation is spoken of by another name; of figures those that no text
    has name nothing.
    """
    concepts = {
        word
        for mention in question.mentions
        if any(map(occurs, terms(mention.entry.term)))
        for word in words(question.text[mention.start : mention.end])
    }
    known = [
        word in concepts or any(map(occurs, terms(word)))
        for word in content_of(question)
        if terms(word) and (not word.isdigit() or occurs(word))
    ]
    return sum(known) >= _KNOWN * len(known)
