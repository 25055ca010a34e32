"""Embedders by their contract; the default one against the original model."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.embedding import Embedder, Vectors, load_embedder
from corpus.embedding.remembering import RememberingEmbedder
from corpus.embedding.weights import MODEL_NAME, check_file, model_directory
from corpus.errors import EmbedderError
from corpus.settings import Settings
from tests.fakes import HashingEmbedder

TEXTS = [
    "",
    "IL-6",
    "What about before a liver biopsy?",
    "Platelets <50 × 10⁹/L (≥20% lower) – \u00a0naïve 🐀 肝硬化",
    "The spleen holds platelets back in cirrhosis. " * 60,
]


@cache
def default() -> Embedder:
    """The embedder that serves."""
    return load_embedder(Settings())


@pytest.fixture(params=["default", "fake"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    """Every embedder that the contract holds for."""
    return default() if request.param == "default" else HashingEmbedder()


class TestContract:
    def test_vectors_are_of_unit_length_and_of_one_dimension(self, embedder: Embedder) -> None:
        vectors = embedder.embed(TEXTS)
        assert vectors.shape == (len(TEXTS), embedder.dimension)
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)

    def test_a_vector_depends_on_its_text_alone(self, embedder: Embedder) -> None:
        together = embedder.embed(TEXTS)
        alone = np.concatenate([embedder.embed([text]) for text in reversed(TEXTS)])[::-1]
        assert np.allclose(together, alone, atol=1e-6)

    def test_equal_texts_have_equal_vectors_in_any_batch(self, embedder: Embedder) -> None:
        one, _, two = embedder.embed(["Ascites.", "Varices.", "Ascites."])
        assert np.array_equal(one, two)

    def test_no_texts_give_no_vectors(self, embedder: Embedder) -> None:
        assert embedder.embed([]).shape == (0, embedder.dimension)
        assert embedder.count_tokens([]) == []

    def test_tokens_are_counted_past_the_limit(self, embedder: Embedder) -> None:
        assert embedder.count_tokens(["liver", "liver " * 1000]) == [1, 1000]
        assert embedder.max_tokens < 1000

    def test_what_is_past_the_limit_does_not_count_for_the_vector(self, embedder: Embedder) -> None:
        long = "liver " * embedder.max_tokens
        one, two = embedder.embed([long, long + "spleen platelet"])
        assert np.array_equal(one, two)

    def test_the_fingerprint_stays_the_same(self, embedder: Embedder) -> None:
        assert embedder.fingerprint == embedder.fingerprint != ""

    def test_texts_that_share_words_are_nearer(self, embedder: Embedder) -> None:
        question, near, far = embedder.embed(["bleeding varices", "varices that bleed", "knee pain in children"])
        assert question @ near > question @ far + 0.1


class TestDefault:
    def test_a_passage_may_have_the_models_tokens_but_two(self) -> None:
        words = "liver " * (default().max_tokens - 2)
        assert default().count_tokens([words]) == [default().max_tokens - 2]
        inside, past = default().embed([words, "liver " * (default().max_tokens - 3) + "spleen"])
        assert not np.array_equal(inside, past)

    @settings(max_examples=20)
    @given(st.text(max_size=200))
    def test_any_text_can_be_embedded(self, text: str) -> None:
        text = text.encode(errors="ignore").decode()
        assert np.isclose(np.linalg.norm(default().embed([text])), 1, atol=1e-5)

    def test_one_thread_gives_what_many_give(self) -> None:
        single = load_embedder(Settings(embed_threads=1))
        assert np.allclose(single.embed(TEXTS), default().embed(TEXTS), atol=1e-5)

    def test_serving_loads_no_torch(self) -> None:
        code = (
            "import sys; from corpus.embedding import load_embedder; from corpus.settings import Settings; "
            "load_embedder(Settings()).embed(['x']); sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
        )
        assert subprocess.run([sys.executable, "-c", code]).returncode == 0

    def test_weights_that_are_not_the_genuine_ones_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "model.safetensors").write_bytes(b"other weights")
        with pytest.raises(EmbedderError, match=r"not the genuine file .*reinstall"):
            check_file(tmp_path / "model.safetensors", "53aa")
        with pytest.raises(EmbedderError, match="is missing"):
            check_file(tmp_path / "gone", "53aa")

    @pytest.mark.slow
    def test_its_vectors_are_those_of_sentence_transformers(self) -> None:
        from sentence_transformers import SentenceTransformer

        library = Path(__file__).parents[2] / "corpus" / "library"
        texts = [*TEXTS[1:], *(path.read_text("utf-8")[-1500:] for path in sorted(library.rglob("*.md"))[::4])]
        original = SentenceTransformer(str(model_directory()), device="cpu")
        original.max_seq_length = default().max_tokens
        expected = original.encode(texts, normalize_embeddings=True)
        assert float((expected * default().embed(texts)).sum(axis=1).min()) >= 0.9999


class TestAhead:
    def test_what_went_wrong_ahead_is_told_to_who_asks(self) -> None:
        class Broken(HashingEmbedder):
            def embed(self, texts: Sequence[str]) -> Vectors:
                raise EmbedderError(f"no vector for {texts[0]}")

        embedder = RememberingEmbedder(Broken())
        embedder.embed_ahead(["spleen"])
        with pytest.raises(EmbedderError, match="no vector for spleen"):
            embedder.embed(["spleen"])

    def test_a_text_that_failed_once_may_succeed_the_next_time(self) -> None:
        inner = HashingEmbedder()
        embedder = RememberingEmbedder(inner)
        inner.dimension = 0  # nothing can be embedded so
        embedder.embed_ahead(["spleen"])
        with pytest.raises(IndexError):
            embedder.embed(["spleen"])
        inner.dimension = 64
        assert embedder.embed(["spleen"]).shape == (1, 64)

    def test_a_text_is_embedded_once_whoever_asks_first(self) -> None:
        inner = HashingEmbedder()
        embedder = RememberingEmbedder(inner)
        embedder.embed_ahead(["spleen", "liver", "spleen"])
        vectors = [embedder.embed([text]) for text in ("liver", "spleen", "liver")]
        embedder.embed_ahead(["liver"])
        assert sorted(inner.embedded) == ["liver", "spleen"]
        assert np.array_equal(vectors[0], HashingEmbedder().embed(["liver"]))
        assert np.array_equal(vectors[0], vectors[2])


class TestAnyOther:
    @pytest.mark.slow
    def test_a_model_that_is_not_here_is_named(self) -> None:
        with pytest.raises(EmbedderError, match="FOOTNOTE_EMBEDDER=nobody/nothing: the model cannot be loaded"):
            load_embedder(Settings(embedder="nobody/nothing"))

    @pytest.mark.slow
    def test_a_model_by_its_path_gives_the_same_vectors_under_another_fingerprint(self) -> None:
        other = load_embedder(Settings(embedder=str(model_directory())))
        assert other.fingerprint not in (default().fingerprint, MODEL_NAME)
        assert (other.dimension, other.count_tokens(["liver " * 600])) == (384, [600])
        one, two = other.embed(TEXTS[1:3]), default().embed(TEXTS[1:3])
        assert float((one * two).sum(axis=1).min()) >= 0.9999
