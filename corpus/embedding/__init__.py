"""Embedding: texts to vectors, behind one protocol."""

from __future__ import annotations

from corpus.embedding.protocol import Embedder, Vectors
from corpus.settings import Settings

__all__ = ["Embedder", "Vectors", "load_embedder"]


def load_embedder(settings: Settings) -> Embedder:
    """The embedder that the settings name. Raises EmbedderError when it cannot be loaded.

    The implementations are imported here, because each brings a large library.
    """
    if settings.embedder == "default":
        from corpus.embedding.onnx import OnnxEmbedder
        from corpus.embedding.prepare import exported_model

        return OnnxEmbedder(exported_model(settings.models_directory), settings.embed_threads)
    from corpus.embedding.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(settings.embedder)
