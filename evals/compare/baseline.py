"""A run made small enough to be committed: what later runs are compared with."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import BadInputError
from evals.metrics import Outcome
from evals.response import Response, Said
from evals.runner import Record, Run
from evals.runner.directory import CONFIGURATION, ITEMS, PLAN, TIMINGS, write_json

SHIPPED_BASELINE = Path(__file__).resolve().parent.parent / "baseline"


def write_baseline(run: Run, out: Path) -> None:
    """Write ``run`` to ``out`` with its scores and, of the answers, status and statements only; what was there goes.

    Of items of a test part the statements are left out too: who compares while tuning should not read them by accident.

    Raises BadInputError for a run that is not complete, or has failures: it would set the mark too low.
    """
    wrong = [record.id for record in run.records if record.outcome not in (Outcome.OK, Outcome.UNSUPPORTED)]
    if wrong:
        raise BadInputError(f"{run.name} is no baseline: {len(wrong)} of its items failed or are missing ({wrong[0]}).")
    out.mkdir(parents=True, exist_ok=True)
    plan = (entry.model_copy(update={"expected_nuggets": ()}) for entry in run.plan.values())
    (out / PLAN).write_text("".join(entry.model_dump_json() + "\n" for entry in plan), encoding="utf-8")
    lines = (_small(record, run.plan[record.id].split != "test").line() for record in run.records)
    (out / ITEMS).write_text("".join(lines), encoding="utf-8")
    (out / TIMINGS).write_text("", encoding="utf-8")
    write_json(out / CONFIGURATION, run.configuration)


def _small(record: Record, with_words: bool) -> Record:
    response = record.response
    kept = None
    if response is not None and not with_words:
        kept = Response(status=response.status)
    elif response is not None:
        said = tuple(Said(text=statement.text, citations=statement.citations) for statement in response.statements)
        kept = Response(status=response.status, statements=said, notices=response.notices)
    return record.model_copy(update={"response": kept, "examination": None, "alone": None, "ranking": None})
