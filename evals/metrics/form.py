"""Form: how hard the answer is to read, and how long it is. Neither is good or bad by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.text import sentence_spans
from evals.metrics.base import Case, Metric, examined

_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class ReadingGrade(Metric):
    """Flesch-Kincaid grade of the statements (Kincaid et al. 1975): years of school that a text asks for. Counts
    syllables by rule; medical names make every text look hard, so compare answers for one audience with each other.
    """

    family = "form"
    better = "neither"
    bounds = (-3.4, 100.0)
    formula = "0.39 words / sentences + 11.8 syllables / words − 15.59"
    name = "reading_grade"

    def measure(self, case: Case) -> float | None:
        """None without statements."""
        return grade_of(examined(case)[0].stated)


@dataclass(frozen=True)
class AnswerWords(Metric):
    """Words of the statements."""

    family = "form"
    better = "neither"
    bounds = (0.0, 1e6)
    formula = "number of words"
    name = "answer_words"

    def measure(self, case: Case) -> float | None:
        """None without statements."""
        return float(len(examined(case)[0].stated.split())) or None


def grade_of(text: str) -> float | None:
    """Flesch-Kincaid grade of a text; None where it has no words."""
    words = re.findall(r"[A-Za-z]+(?:['’][A-Za-z]+)?", text)
    sentences = sum(len(sentence_spans(line)) for line in text.split("\n") if line.strip())
    if not words or not sentences:
        return None
    syllables = sum(_syllables(word.casefold()) for word in words)
    return round(min(100.0, 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59), 4)


def _syllables(word: str) -> int:
    count = len(_VOWELS.findall(word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(1, count)
