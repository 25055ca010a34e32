"""What an answer depends on besides question and edition, in one hash: program, models, weights and settings."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from corpus.document import stable_hash
from corpus.settings import Settings
from service.retrieval import Weights

# All fitted models that choose what is said: one that is forgotten here would change answers without telling.
_MODELS = tuple(
    sorted(model for room in ("sentences", "sufficiency") for model in Path(__file__).with_name(room).glob("*.json"))
)
ENGINE = 33  # raise it when the same library and settings would be answered otherwise


@cache
def _models() -> list[str]:
    """Hashes of the models that ship: they are read once, as where they are used."""
    return [stable_hash(path.read_text(encoding="utf-8")) for path in _MODELS]


def settings_hash(settings: Settings, glossary: str, threshold: float | None = None) -> str:
    """Hash of everything besides edition and question that an answer depends on."""
    parts = {
        "engine": ENGINE,
        "weights": asdict(Weights()),
        "glossary": glossary,
        "models": _models(),
        "threshold": threshold,
        "llm": settings.llm,
        "embedder": settings.embedder,
    }
    return stable_hash(json.dumps(parts, sort_keys=True))
