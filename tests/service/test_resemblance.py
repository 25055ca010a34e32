"""What is learnt from examples, and how it is kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from service import examples
from service.resemblance import Resemblance
from tests.fakes import HashingEmbedder


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
    emergencies = [fitted.distress(line) for line in examples.lines(examples.EMERGENCIES)]
    harmless = [fitted.distress(line) for line in examples.lines(examples.HARMLESS)]
    assert np.mean(emergencies) > 0.5 > np.mean(harmless)
