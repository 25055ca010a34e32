"""Intervals, tests, curves and agreement: against known values and against scipy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from evals.statistics import (
    aurc,
    aurc_interval,
    auroc,
    balanced_accuracy,
    cohens_kappa,
    holm,
    mean_interval,
    paired_permutation,
    rate_interval,
    risk_coverage,
    wilson,
)

counts = st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(counts)
def test_wilsons_interval_is_that_of_scipy(pair: tuple[int, int]) -> None:
    successes, of = pair
    expected = stats.binomtest(successes, of).proportion_ci(0.95, "wilson")
    assert wilson(successes, of) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize(("successes", "of"), [(1, 0), (-1, 5), (6, 5)])
def test_no_interval_is_given_for_what_is_no_proportion(successes: int, of: int) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        wilson(successes, of)


def test_none_in_thirty_is_bounded_by_three_in_thirty() -> None:
    found = rate_interval(0, 30)
    assert (found.value, found.low, found.high, found.method) == (0.0, 0.0, 0.1, "3/N")


def test_all_of_sixty_is_bounded_from_below_by_the_same_rule() -> None:
    assert rate_interval(60, 60).low == pytest.approx(0.95)


def test_a_bootstrap_interval_of_independent_values_is_near_that_of_the_t_distribution() -> None:
    values = np.random.default_rng(3).normal(0.5, 0.2, 200)
    found = mean_interval(values.tolist(), [str(n) for n in range(200)], seed=1)
    expected = stats.t.interval(0.95, 199, loc=values.mean(), scale=stats.sem(values))
    assert (found.low, found.high) == pytest.approx(expected, abs=0.005)


def test_values_that_go_together_in_clusters_widen_the_interval() -> None:
    values = [float(n // 20 % 2) for n in range(200)]
    apart = mean_interval(values, [str(n) for n in range(200)], seed=1)
    together = mean_interval(values, [str(n // 20) for n in range(200)], seed=1)
    assert together.high - together.low > 3 * (apart.high - apart.low)


def test_a_single_cluster_is_resampled_by_record_and_says_so() -> None:
    assert "by record" in mean_interval([0.0, 1.0, 1.0], ["a", "a", "a"], seed=1).method


@given(st.lists(st.floats(0, 1), min_size=2, max_size=40), st.integers(0, 5))
def test_the_interval_depends_on_nothing_but_values_clusters_and_seed(values: list[float], seed: int) -> None:
    clusters = [str(n % 7) for n in range(len(values))]
    assert mean_interval(values, clusters, seed, 200) == mean_interval(values, clusters, seed, 200)


@given(st.lists(st.sampled_from([-1.0, -0.5, 0.0, 0.25, 1.0]), min_size=2, max_size=9))
def test_the_exact_permutation_test_is_that_of_scipy(differences: list[float]) -> None:
    expected = stats.permutation_test(
        (differences,), lambda x: np.mean(x), permutation_type="samples", vectorized=False
    ).pvalue
    clusters = [str(n) for n in range(len(differences))]
    assert paired_permutation(differences, clusters, seed=0) == pytest.approx(expected)


def test_the_sampled_permutation_test_is_near_the_exact_one() -> None:
    differences = [0.3, 0.1, -0.2, 0.4, 0.2, 0.1, -0.1, 0.3, 0.2, 0.0, 0.1, -0.3, 0.2, 0.4, 0.1, 0.2]
    exact = stats.permutation_test(
        (differences,), lambda x: np.mean(x), permutation_type="samples", vectorized=False, n_resamples=np.inf
    ).pvalue
    assert paired_permutation(differences, [str(n) for n in range(16)], seed=4) == pytest.approx(exact, abs=0.01)


def test_a_difference_in_one_cluster_is_no_evidence_however_many_records_it_has() -> None:
    assert paired_permutation([1.0] * 50, ["one"] * 50, seed=0) == 1.0


def test_no_difference_at_all_has_the_p_value_of_one() -> None:
    assert paired_permutation([0.0] * 20, [str(n) for n in range(20)], seed=0) == 1.0


def test_holms_correction_gives_the_values_of_the_textbook() -> None:
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005}) == pytest.approx(
        {"a": 0.03, "b": 0.06, "c": 0.06, "d": 0.02}
    )


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.floats(0, 1), min_size=1, max_size=12))
def test_holms_correction_never_lowers_a_p_value_nor_changes_their_order(p_values: dict[str, float]) -> None:
    found = holm(p_values)
    assert all(found[name] >= p for name, p in p_values.items())
    ordered = sorted(p_values, key=lambda name: p_values[name])
    assert [found[name] for name in ordered] == sorted(found.values())


def test_the_risk_coverage_curve_answers_the_most_confident_first() -> None:
    points = risk_coverage([0.0, 1.0, 0.0, 1.0], [0.9, 0.2, 0.8, None])
    assert [p.coverage for p in points] == pytest.approx([0.25, 0.5, 0.75])
    assert [p.risk for p in points] == pytest.approx([0.0, 0.0, 1 / 3])


def test_aurc_is_the_mean_risk_over_the_coverages_reached() -> None:
    assert aurc([0.0, 1.0, 0.0, 1.0], [0.9, 0.2, 0.8, None]) == pytest.approx((0 + 0 + 1 / 3) / 3)


def test_aurc_of_a_system_that_never_answers_is_undefined() -> None:
    assert math.isnan(aurc([0.0, 1.0], [None, None]))


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0.1, 0.5, 0.9])), min_size=1, max_size=20))
def test_aurc_does_not_depend_on_the_order_of_the_suite(pairs: list[tuple[float, float]]) -> None:
    losses, confidences = [loss for loss, _ in pairs], [confidence for _, confidence in pairs]
    assert aurc(losses, confidences) == pytest.approx(aurc(losses[::-1], confidences[::-1]))


def test_the_interval_of_aurc_is_that_of_resampling_one_by_one() -> None:
    rng = np.random.default_rng(5)
    losses = rng.integers(0, 2, 60).astype(float).tolist()
    confidences = [None if n % 9 == 0 else float(n % 13) / 13 for n in range(60)]
    clusters = [str(n // 3) for n in range(60)]
    drawn = np.random.default_rng(6).integers(0, 20, size=(4000, 20))
    slowly = []
    for row in drawn:
        places = [3 * cluster + k for cluster in row for k in range(3)]
        slowly.append(aurc([losses[i] for i in places], [confidences[i] for i in places]))
    found = aurc_interval(losses, confidences, clusters, seed=7)
    assert found.value == aurc(losses, confidences)
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(slowly, [0.025, 0.975])), abs=0.02)


def test_there_is_no_interval_of_aurc_without_an_answer() -> None:
    with pytest.raises(ValueError, match="nothing was answered"):
        aurc_interval([1.0, 0.0], [None, None], ["a", "b"], seed=0)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([0.0, 0.3, 0.7])), min_size=2, max_size=30))
def test_auroc_is_the_mann_whitney_statistic(pairs: list[tuple[bool, float]]) -> None:
    positive, scores = [p for p, _ in pairs], [s for _, s in pairs]
    yes, no = [s for p, s in pairs if p], [s for p, s in pairs if not p]
    if not yes or not no:
        assert math.isnan(auroc(positive, scores))
    else:
        expected = stats.mannwhitneyu(yes, no).statistic / (len(yes) * len(no))
        assert auroc(positive, scores) == pytest.approx(expected)


def test_balanced_accuracy_is_not_flattered_by_the_larger_class() -> None:
    assert balanced_accuracy(["a"] * 9 + ["b"], ["a"] * 10) == 0.5


def test_kappa_of_the_example_of_the_handbook() -> None:
    gold = ["yes"] * 25 + ["no"] * 25
    given_labels = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert cohens_kappa(gold, given_labels) == pytest.approx(0.4)
