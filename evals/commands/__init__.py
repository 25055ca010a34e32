"""``footnote eval``: what the answers are worth."""

from __future__ import annotations

import click

from evals.commands.baseline import baseline
from evals.commands.calibrate import calibrate
from evals.commands.check import check
from evals.commands.compare import compare
from evals.commands.judge import judge
from evals.commands.report import report
from evals.commands.run import run


@click.group()
def evaluate() -> None:
    """Measure the quality of answers: run a suite, compare runs, report.

    Suites: 'starter', 'practice', 'bedside', 'twins', 'outside', 'strangers', 'newcomers', 'short' and 'library' (on
    the library that ships), or ADAPTER:PATH with jsonl, beir, medquad, scifact, bioasq, pubmedqa, false_premises,
    harmful, injections; 'PATH@SPLIT' takes one part. See docs/evaluation.md.
    """


for _command in (run, compare, report, baseline, judge, calibrate, check):
    evaluate.add_command(_command)
