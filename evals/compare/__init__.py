"""Comparing runs, and the gates that a run has to keep."""

from evals.compare.compare import Changed, Comparison, Difference, answer_text, compare
from evals.compare.gates import SHIPPED, Gate, Gates, read_gates
from evals.compare.text import comparison_markdown

__all__ = [
    "SHIPPED",
    "Changed",
    "Comparison",
    "Difference",
    "Gate",
    "Gates",
    "answer_text",
    "compare",
    "comparison_markdown",
    "read_gates",
]
