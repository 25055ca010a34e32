"""Datasets: suites by name, and adapters by path (``beir:/folder``, ``jsonl:/file`` …)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.errors import BadInputError
from evals.datasets.beir import beir
from evals.datasets.collections import bioasq, claims, false_premises, medquad, pubmedqa, scifact
from evals.datasets.frozen import Frozen, freeze, frozen_state, note_test_run
from evals.datasets.safety import harmful, injections
from evals.datasets.shipped import bedside, library, newcomers, outside, practice, short, starter, strangers, twins
from evals.datasets.suite import LabelledPair, Suite, read_items, require_unique

__all__ = [
    "ADAPTERS",
    "SHIPPED",
    "Frozen",
    "LabelledPair",
    "Suite",
    "freeze",
    "frozen_state",
    "load_suite",
    "note_test_run",
]


def jsonl(path: Path, split: str | None = None) -> Suite:
    """A suite of one's own: one item a line, as docs/evaluation.md describes; ``split`` takes one part of it."""
    items = [item for item in read_items(path) if split is None or item.split == split]
    has_judgements = any(item.relevant for item in items)
    return Suite(
        f"jsonl:{path.stem}",
        "what its items say",
        "as good as its items",
        require_unique(items, path.name),
        tasks=("answer", "retrieve") if has_judgements else ("answer",),
    )


SHIPPED: Mapping[str, Callable[[], Suite]] = {
    "starter": starter,
    "practice": practice,
    "bedside": bedside,
    "twins": twins,
    "outside": outside,
    "strangers": strangers,
    "newcomers": newcomers,
    "short": short,
    "library": library,
}
ADAPTERS: Mapping[str, Callable[[Path, str | None], Suite]] = {
    "jsonl": jsonl,
    "beir": beir,
    "medquad": medquad,
    "scifact": scifact,
    "bioasq": bioasq,
    "pubmedqa": pubmedqa,
    "claims": claims,
    "false_premises": false_premises,
    "harmful": harmful,
    "injections": injections,
}


def load_suite(spec: str) -> Suite:
    """The suite of that name, or the one that ``adapter:/path`` or ``adapter:/path@split`` reads.

    Raises BadInputError for an unknown name, a path that is not there, or a file that cannot be used.
    """
    if spec in SHIPPED:
        return SHIPPED[spec]()
    adapter, colon, rest = spec.partition(":")
    if not colon or adapter not in ADAPTERS:
        known = [*SHIPPED, *(f"{name}:PATH" for name in ADAPTERS)]
        raise BadInputError(f"There is no suite {spec!r}; there are: {', '.join(known)}.")
    path, split = Path(rest), None
    if not path.exists() and "@" in path.name:
        head, _, split = rest.rpartition("@")
        path = Path(head)
    if not path.exists():
        raise BadInputError(f"{spec}: {path} does not exist.")
    return ADAPTERS[adapter](path, split)
