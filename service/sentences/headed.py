"""Sections of a hospital's own text of which the headings say all that is asked: "Hydrofluoric acid" below "Burns".

Such a section answers as a whole, and its terse lines have few words of the question themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.text import term_set
from service.analysis.question import Question
from service.sentences.candidates import Candidate
from service.sentences.coverage import AskedWord

# What a protocol says below the name of an illness is its treatment; when something is given is for its lines to say.
_UNHEADED = frozenset("treat treated treating treatment before".split())
_FEWEST = 2  # words: a text on what is named alone may leave open what is asked of it


def say_all(candidate: Candidate, asked: Sequence[AskedWord]) -> bool:
    """Whether a sentence stands in a hospital's own text under title and headings that have every word asked with, the
    innermost heading one that the title has not.
    """
    asked = [word for word in asked if word.word not in _UNHEADED]
    if candidate.document.kind != "document" or len(asked) < _FEWEST:
        return False
    if not all(any(name <= candidate.context_terms for name in word.itself) for word in asked):
        return False
    own, title = term_set(candidate.heading), term_set(candidate.document.title)
    return any(name <= own and not name <= title for word in asked for name in word.itself)


def in_their_order(found: Sequence[Candidate], asked: Sequence[AskedWord]) -> None:
    """Make the sentences of each such section of a part that the question names as likely as the likeliest of them, so
    that they are told in the order in which they stand.
    """
    sections: dict[tuple[str, int], list[Candidate]] = {}
    for candidate in found:
        if candidate.part and say_all(candidate, asked):
            sections.setdefault(_section_of(candidate), []).append(candidate)
    for candidates in sections.values():
        most = max(candidate.useful for candidate in candidates)
        for candidate in candidates:
            candidate.useful, candidate.headed = most, True


def first_of_section(direct: Candidate, found: Sequence[Candidate], question: Question) -> Candidate:
    """``direct``, or where a section of the same part is headed by all that is asked, the sentence of it that has most
    of that itself, the first of these in the text.
    """
    headed = [c for c in found if c.headed and c.part[:-1] == direct.part[:-1] and c.document.id == direct.document.id]
    if not headed:
        return direct
    likeliest = max(headed, key=lambda c: (c.useful, -c.order))
    section = [c for c in headed if _section_of(c) == _section_of(likeliest)]
    asked = term_set(question.text)
    return max(section, key=lambda c: (len(asked & term_set(c.text)), -c.spans[0].start))


def _section_of(candidate: Candidate) -> tuple[str, int]:
    return candidate.document.id, candidate.spans[0].section
