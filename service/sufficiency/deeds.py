"""What a patient asks to be allowed ("can I fly after a clot?") where no text speaks of it.

The topic is there in every sign, the deed is not: what the texts say of the illness is no answer to whether one may
fly. The deed is looked for in the likeliest sentences, their titles, headings and the questions that they answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.glossary import Glossary
from corpus.text import terms
from service.analysis.permission import deed_asked
from service.analysis.question import Question
from service.sentences.candidates import Candidate


def unnamed_deed(question: Question, likeliest: Sequence[Candidate], glossary: Glossary) -> list[str]:
    """The words of what a question asks to be allowed, where none of the likeliest sentences has one of them; what the
    glossary knows (a drug, an illness) is judged elsewhere.
    """
    deed = deed_asked(question)
    there = frozenset(term for candidate in likeliest for term in candidate.widely)
    return [] if any(there.issuperset(terms(word)) for word in deed) else deed
