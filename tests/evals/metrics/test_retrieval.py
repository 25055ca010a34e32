"""Rankings, measured as ir_measures does."""

from __future__ import annotations

import pytest

from evals.metrics import Case, Outcome
from evals.metrics.retrieval import Ranking
from tests.evals.metrics.cases import probe, score


def test_rankings_are_measured_as_ir_measures_does() -> None:
    item = probe(relevant={"a": 2, "b": 1})
    given = Case(item, Outcome.OK, ranking=("x", "b", "a"))
    assert score("nDCG@10", given) == pytest.approx((1 / 1.58496 + 2 / 2) / (2 + 1 / 1.58496), abs=1e-4)
    assert score("RR@10", given) == 0.5
    assert score("R@100", given) == 1.0


def test_equal_ranks_stand_as_the_target_put_them() -> None:
    item = probe(relevant={"a": 1})
    assert score("RR@10", Case(item, Outcome.OK, ranking=("z", "a"))) == 0.5
    assert score("RR@10", Case(item, Outcome.OK, ranking=("a", "z"))) == 1.0


def test_an_empty_ranking_finds_nothing_and_a_target_that_cannot_search_is_unscored() -> None:
    item = probe(relevant={"a": 1})
    assert score("nDCG@10", Case(item, Outcome.OK, ranking=())) == 0.0
    assert score("nDCG@10", Case(item, Outcome.OK)) is None


def test_a_cut_off_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        Ranking("nDCG", 0)
