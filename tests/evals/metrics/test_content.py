"""How much of what an answer should hold it holds, in nuggets and in ROUGE."""

from __future__ import annotations

import pytest

from evals.metrics.rouge import rouge
from service.answer import Status
from tests.evals.metrics.cases import NUGGETS, case, nuggets, probe, score, statements


@pytest.mark.parametrize(("part", "expected"), [("vital", 0.5), ("all", 2 / 3), ("weighted", 1.5 / 2.5)])
def test_nugget_recall_weighs_vital_and_okay_nuggets(part: str, expected: float) -> None:
    given = case(probe(nuggets=NUGGETS), found=nuggets("quoted", "missing", "judge"))
    assert score(f"nugget_recall@{part}", given) == pytest.approx(expected)


def test_an_answer_that_is_not_given_holds_no_nugget() -> None:
    given = case(
        probe(nuggets=NUGGETS), {"status": Status.INSUFFICIENT_EVIDENCE}, nuggets("missing", "missing", "missing")
    )
    assert score("nugget_recall@vital", given) == 0.0


def test_answer_precision_is_the_share_of_statements_with_a_nugget() -> None:
    assert score("answer_precision", case(probe(nuggets=NUGGETS), found=statements({"nuggets": (0,)}, {}))) == 0.5


def test_rouge_2_counts_shared_bigrams() -> None:
    found = rouge("the cat sat on the mat", "the cat lay on the mat", "2")
    assert (found.recall, found.precision) == pytest.approx((3 / 5, 3 / 5))


def test_rouge_su4_lets_four_words_lie_between() -> None:
    assert rouge("a b", "a x x x x b", "su4").recall == pytest.approx(3 / (5 + 4 + 3 + 2 + 1 + 6))
    assert rouge("a b", "a x x x x x b", "su4").recall == pytest.approx(2 / (5 + 5 + 4 + 3 + 2 + 1 + 7))


def test_rouge_of_nothing_is_nothing() -> None:
    assert rouge("", "a b", "2").f1 == 0.0
