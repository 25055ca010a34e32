"""The parts of a cross-validation: questions on one topic stand or fall together."""

from __future__ import annotations

from corpus.document import stable_hash

FOLDS = 5


def fold_of(topic: str) -> int:
    """Which fold, 0 to 4, the questions of a topic are in; the same on every machine."""
    return int(stable_hash(topic)[:8], 16) % FOLDS
