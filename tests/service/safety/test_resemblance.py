"""What is learnt from examples, and how it is kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.embedding import load_embedder
from corpus.settings import Settings
from service.safety import examples
from service.safety.resemblance import Resemblance, _blocks
from tests.fakes import HashingEmbedder


@pytest.fixture(autouse=True)
def few_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fitted from some of the examples, which is fast."""
    some = tuple("\n".join(examples.lines(block)[::8]) for block in _blocks())
    monkeypatch.setattr("service.safety.resemblance._blocks", lambda: some)


@pytest.fixture
def embedder() -> HashingEmbedder:
    return HashingEmbedder()


def test_a_directory_that_cannot_be_written_is_no_hindrance(embedder: HashingEmbedder, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert 0 <= Resemblance(embedder, blocked).distress("help") <= 1


@pytest.mark.parametrize("content", [b"", b"not an array", b"\x93NUMPY"])
def test_what_was_kept_and_is_damaged_is_fitted_anew(embedder: HashingEmbedder, tmp_path: Path, content: bytes) -> None:
    expected = Resemblance(embedder, tmp_path).harm("poison my neighbour")
    [kept] = tmp_path.iterdir()
    kept.write_bytes(content)
    assert Resemblance(embedder, tmp_path).harm("poison my neighbour") == pytest.approx(expected)


def test_weights_of_another_size_are_not_used(embedder: HashingEmbedder, tmp_path: Path) -> None:
    expected = Resemblance(embedder, tmp_path).harm("x")
    [kept] = tmp_path.iterdir()
    with kept.open("wb") as file:
        np.save(file, np.zeros((3, 5)))
    assert Resemblance(embedder, tmp_path).harm("x") == pytest.approx(expected)


def test_it_is_fitted_once(embedder: HashingEmbedder, tmp_path: Path) -> None:
    Resemblance(embedder, tmp_path).distress("one")
    again = HashingEmbedder()
    Resemblance(again, tmp_path).distress("two")
    assert again.embedded == ["two"]


def test_another_embedder_is_fitted_for_itself(tmp_path: Path) -> None:
    Resemblance(HashingEmbedder("a"), tmp_path).distress("one")
    Resemblance(HashingEmbedder("b"), tmp_path).distress("one")
    assert len(list(tmp_path.iterdir())) == 2


def test_what_it_learnt_from_it_tells_apart(embedder: HashingEmbedder, tmp_path: Path) -> None:
    fitted = Resemblance(embedder, tmp_path)
    emergencies = [fitted.distress(line) for line in examples.lines(examples.EMERGENCIES)[::8]]
    harmless = [fitted.distress(line) for line in examples.lines(examples.HARMLESS)[::8]]
    assert np.mean(emergencies) > 0.5 > np.mean(harmless)


def test_the_weights_that_ship_are_those_of_the_examples_and_the_embedder_that_ship(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.undo()
    Resemblance(load_embedder(Settings()), tmp_path).distress("I am vomiting blood")
    assert not list(tmp_path.iterdir())  # nothing was fitted: run scripts/fit_resemblance.py if it was
