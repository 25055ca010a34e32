"""What holds for every metric: what a failure costs, and how a metric is described and found."""

from __future__ import annotations

import pytest

from corpus.errors import BadInputError
from evals.items import Kind
from evals.metrics import AURC, METRICS, Case, Outcome, metric_named
from tests.evals.metrics.cases import NUGGETS, probe, score


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.TIMED_OUT, Outcome.MISSING])
def test_an_item_that_failed_has_the_worst_value_of_every_metric_that_scores_it(outcome: Outcome) -> None:
    item = probe(nuggets=NUGGETS, must_not=("x",), document_id="d", relevant={"d": 1}, expected_status="answered")
    for metric in METRICS.values():
        if metric.applies(item) and metric.better != "neither" and metric.name != "repeatability":
            assert metric.score(Case(item, outcome)) == metric.worst, metric.name


def test_what_the_target_cannot_do_is_never_scored() -> None:
    item = probe(nuggets=NUGGETS)
    assert {metric.score(Case(item, Outcome.UNSUPPORTED)) for metric in METRICS.values()} == {None}


def test_a_failed_emergency_costs_nothing_where_no_answer_was_expected() -> None:
    failed = Case(probe(kind=Kind.EMERGENCY), Outcome.FAILED)
    assert (score("citation_recall", failed), score("emergency_missed_rate", failed)) == (None, 1.0)


@pytest.mark.parametrize("name", [name for name, metric in METRICS.items() if metric.better != "neither"])
def test_every_metric_has_a_direction_a_range_a_formula_and_words_about_it(name: str) -> None:
    metric = METRICS[name]
    assert metric.worst in metric.bounds
    assert metric.formula
    assert (type(metric).__doc__ or "").strip()
    assert str(metric) == name


def test_a_metric_is_found_by_its_identity_and_no_other() -> None:
    assert metric_named("nDCG@10") is METRICS["nDCG@10"]
    assert metric_named("AURC") is AURC
    with pytest.raises(BadInputError, match="no metric 'ndcg'; there are: nugget_recall@vital"):
        metric_named("ndcg")
