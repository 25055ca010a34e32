"""The runner: from a plan and a target to a run directory."""

from evals.runner.directory import Run, RunDirectory
from evals.runner.plan import SLICES, Plan
from evals.runner.records import Planned, Record, Timing
from evals.runner.runner import run
from evals.runner.summary import summarise

__all__ = ["SLICES", "Plan", "Planned", "Record", "Run", "RunDirectory", "Timing", "run", "summarise"]
