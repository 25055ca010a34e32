"""Prepare the default model for serving: export it once to ONNX and prove the export equal to the original.

``python -m corpus.embedding.prepare`` does it at install time. It is the only place that imports torch: it runs in a
process of its own, so that a server never carries torch in its memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np

from corpus.embedding.weights import MODEL_NAME, WEIGHTS_SHA256, check_file, file_sha256, model_directory
from corpus.errors import EmbedderError, FootnoteError
from corpus.settings import load_settings

EXPORT_VERSION = 3
MIN_COSINE = 0.9999
_FILE = f"all-MiniLM-L6-v2-{WEIGHTS_SHA256[:12]}-{EXPORT_VERSION}.onnx"

# Real text of several lengths, the last one past the model's limit, to compare export and original on.
_PROBES = (
    "rapamycin",
    "What about before a liver biopsy?",
    "Carvedilol 12.5 mg daily lowers the hepatic venous pressure gradient more than propranolol in cirrhosis.",
    "In people with cirrhosis a platelet count below 50 × 10⁹/L is common, because the enlarged spleen holds platelets "
    "back and the liver makes less thrombopoietin; it predicts bleeding at procedures poorly, so that routine "
    "transfusion before low-risk procedures is not advised, whereas a thrombopoietin receptor agonist may be "
    "considered when time allows.",
    "Venous thromboembolism, portal vein thrombosis and haemorrhage may occur in one and the same patient. " * 30,
)


def exported_model(directory: Path) -> Path:
    """Path of the prepared model in ``directory``, exporting it first (in a child process) when it is missing or
    damaged.

    Raises EmbedderError when the model cannot be prepared.
    """
    path = directory / _FILE
    if _intact(path):
        return path
    command = [sys.executable, "-m", "corpus.embedding.prepare", str(directory)]
    done = subprocess.run(command, capture_output=True, text=True, env=_child_environment())
    if done.returncode != 0 or not _intact(path):
        reason = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise EmbedderError(f"The embedding model could not be prepared in {directory}: {reason}")
    return path


def _child_environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


def _intact(path: Path) -> bool:
    try:
        record = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return bool(record["sha256"] == file_sha256(path))
    except (OSError, ValueError, KeyError):
        return False


def export(directory: Path) -> Path:
    """Export the default model to ``directory`` and check it; nothing is left there unless it passes.

    Raises EmbedderError when the weights are not genuine or the export's vectors differ from the original's.
    """
    source = model_directory()
    check_file(source / "model.safetensors", WEIGHTS_SHA256)
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=directory) as temporary:
        draft = Path(temporary) / _FILE
        _export_graph(source, draft)
        cosine = _worst_cosine(source, draft)
        if cosine < MIN_COSINE:
            raise EmbedderError(f"The exported model differs from the original (cosine {cosine:.6f} < {MIN_COSINE}).")
        record = {"model": MODEL_NAME, "weights_sha256": WEIGHTS_SHA256, "sha256": file_sha256(draft), "cosine": cosine}
        draft.with_suffix(".json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        target = directory / _FILE
        draft.replace(target)
        draft.with_suffix(".json").replace(target.with_suffix(".json"))
    return target


def _export_graph(source: Path, target: Path) -> None:
    import torch
    from transformers import AutoModel

    class PooledEncoder(torch.nn.Module):
        """The encoder with sentence-transformers' mean pooling and normalisation inside the graph.

        It takes one text without padding, so that there is nothing to mask (measured: 6 % faster than with a mask).
        """

        def __init__(self) -> None:
            super().__init__()
            self.encoder = AutoModel.from_pretrained(str(source), attn_implementation="eager").eval()

        def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
            hidden = self.encoder(input_ids=input_ids).last_hidden_state
            return torch.nn.functional.normalize(hidden.mean(1), p=2.0, dim=1)

    with warnings.catch_warnings():
        # The TorchScript exporter is deprecated, but needs no further packages and gives the faster graph (measured: 53
        # against 49 texts a second); torch is pinned.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            PooledEncoder().eval(),
            (torch.ones(1, 16, dtype=torch.long),),
            str(target),
            input_names=["input_ids"],
            output_names=["vector"],
            dynamic_axes={"input_ids": {1: "tokens"}},
            opset_version=18,
            dynamo=False,
        )


def _worst_cosine(source: Path, exported: Path) -> float:
    from sentence_transformers import SentenceTransformer

    from corpus.embedding.onnx import OnnxEmbedder

    original = SentenceTransformer(str(source), device="cpu").encode(list(_PROBES), normalize_embeddings=True)
    ours = OnnxEmbedder(exported).embed(_PROBES)
    return float((np.asarray(original) * ours).sum(axis=1).min())


def main() -> None:
    """Prepare the model in the directory given as argument, or in the configured one."""
    try:
        directory = Path(sys.argv[1]) if len(sys.argv) > 1 else load_settings().models_directory
        if not _intact(directory / _FILE):
            export(directory)
        print(f"Embedding model ready: {directory / _FILE}")
    except FootnoteError as error:
        sys.exit(error.message)


if __name__ == "__main__":
    main()
