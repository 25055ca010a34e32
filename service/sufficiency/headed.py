"""Whether a section of a hospital's own text is headed by what is asked, so that it answers whatever its words are."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.question import Question
from service.sentences.candidates import Candidate
from service.sentences.coverage import AskedWord
from service.sentences.expected import expects
from service.sentences.headed import say_all


def is_headed(candidates: Sequence[Candidate], asked: Sequence[AskedWord], question: Question) -> bool:
    """Whether a sentence with what the question must be answered with stands under headings that say all it asks. Of a
    patient's values headings say nothing.
    """
    if question.values:
        return False
    expected = expects(question.text)
    return any(say_all(c, asked) and (expected is None or bool(expected(c.text))) for c in candidates)
