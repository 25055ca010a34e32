"""Statistics: intervals, paired tests, curves and agreement. Everything random takes a seed."""

from evals.statistics.agreement import Agreement, agreement, auroc, balanced_accuracy, cohens_kappa
from evals.statistics.curves import RiskPoint, aurc, aurc_interval, risk_coverage
from evals.statistics.intervals import Interval, mean_interval, rate_interval, wilson
from evals.statistics.paired import holm, paired_permutation

__all__ = [
    "Agreement",
    "Interval",
    "RiskPoint",
    "agreement",
    "aurc",
    "aurc_interval",
    "auroc",
    "balanced_accuracy",
    "cohens_kappa",
    "holm",
    "mean_interval",
    "paired_permutation",
    "rate_interval",
    "risk_coverage",
    "wilson",
]
