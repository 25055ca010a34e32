"""Ask a target all items of a plan, examine and score its answers, write everything down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.datasets import frozen_state
from evals.examination import Examination
from evals.examine import Examiner
from evals.items import Item, Probe, probes_of
from evals.judge import Judge
from evals.metrics import Case, Outcome, confidence_of, loss_of
from evals.metrics.base import Task
from evals.response import Response
from evals.runner.directory import Run, RunDirectory
from evals.runner.environment import environment
from evals.runner.plan import Plan
from evals.runner.records import Record, Timing, score_all
from evals.runner.summary import summarise
from evals.targets import Dialogue, Target, TargetError, TargetTimeoutError, UnsupportedError

Advance = Callable[[int, int], None]  # done, of


def run(
    plan: Plan,
    target: Target,
    judge: Judge,
    out: Path,
    resume: bool = False,
    advance: Advance = lambda done, of: None,
    begun: Callable[[dict[str, Any]], None] = lambda configuration: None,
) -> Run:
    """Run ``plan`` into the directory ``out``; the run as it stands then.

    begun: told the configuration of a new run before its first question is asked.

    The plan's order is kept, one question at a time, so that two runs write the same. Raises BadInputError (see
    :class:`RunDirectory`) and whatever makes it impossible to ask at all; what goes wrong with an item is in its
    record.
    """
    directory = RunDirectory(out)
    configuration = configuration_of(plan, target, judge)
    units = plan.units()
    keys = [[(probe.id, repeat) for probe in probes_of(item)] for item, repeat in units]
    done = 0
    if resume:
        done = directory.resume(configuration, keys)
    else:
        directory.begin(configuration, plan.entries())
        begun(configuration)
    advance(done, len(units))
    with ExitStack() as stack:
        asker = _Asker(target, judge, plan.effective_tasks)
        asker.plant(plan.items(), stack)
        asker.remember(directory, done)
        for number, (item, repeat) in enumerate(units[done:], start=done + 1):
            records, timings = asker.unit(item, repeat)
            directory.append(records, timings)
            advance(number, len(units))
    finished = Run(out)
    directory.finish(summarise(finished))
    return finished


def configuration_of(plan: Plan, target: Target, judge: Judge) -> dict[str, Any]:
    """Everything that the results depend on; no times, nothing of this machine's paths."""
    suite = plan.suite
    frozen = frozen_state(suite)
    return {
        "suite": {
            "name": suite.name,
            "measures": suite.measures,
            "limits": suite.limits,
            "hash": suite.hash,
            "items": len(suite.items),
            "frozen": frozen.part if frozen else None,
            "ties_frozen": frozen.ties if frozen else None,
        },
        "plan": plan.describe(),
        "target": target.describe(),
        "judge": {"identity": judge.identity, "calibration": judge.calibration},
        "environment": environment(),
    }


@dataclass(slots=True)
class _Asker:
    """Puts items to the target. ``_first``: answers of the first repetition, which later ones are compared with."""

    target: Target
    judge: Judge
    tasks: tuple[Task, ...]
    _planted: Target | None = None
    _not_planted: str = ""
    _first: dict[str, Response] = field(default_factory=dict)

    def plant(self, items: Sequence[Item], stack: ExitStack) -> None:
        """Put the documents of all items that have one into one copy of the library, where that can be done."""
        documents = {
            item.planted.id or f"planted-{item.id.casefold()}": item.planted
            for item in items
            if item.planted is not None
        }
        if documents and "answer" in self.tasks:
            try:
                planted = {name: (document.title, document.text) for name, document in documents.items()}
                self._planted = stack.enter_context(self.target.planted(planted))
            except UnsupportedError as error:
                self._not_planted = str(error)

    def remember(self, directory: RunDirectory, done: int) -> None:
        """What a resumed run knows already."""
        if done:
            for record in Run(directory.path).records:
                if record.repeat == 0 and record.response is not None:
                    self._first[record.id] = record.response

    def unit(self, item: Item, repeat: int) -> tuple[list[Record], list[Timing]]:
        """All questions of an item, asked in order in one conversation."""
        target = self.target
        if item.planted is not None and "answer" in self.tasks:
            if self._planted is None:
                return [
                    self._without_answer(p, repeat, UnsupportedError(self._not_planted)) for p in probes_of(item)
                ], []
            target = self._planted
        examiner = Examiner(self.judge, target.texts())
        dialogue: Dialogue | None = None
        previous: Response | None = None
        records: list[Record] = []
        timings: list[Timing] = []
        for probe in probes_of(item):
            try:
                if "answer" in self.tasks and dialogue is None:
                    dialogue = self._begin(target, item)
                record, response = self._question(target, examiner, dialogue, probe, repeat, previous, timings)
                previous = response
            except TargetError as error:
                record, previous = self._without_answer(probe, repeat, error), None
            records.append(record)
        return records, timings

    def _begin(self, target: Target, item: Item) -> Dialogue:
        dialogue = target.begin()
        for message in item.history:
            dialogue.ask(message, item.audience)
        return dialogue

    def _question(
        self,
        target: Target,
        examiner: Examiner,
        dialogue: Dialogue | None,
        probe: Probe,
        repeat: int,
        previous: Response | None,
        timings: list[Timing],
    ) -> tuple[Record, Response | None]:
        response, examination, alone = None, None, None
        if dialogue is not None:
            asked = dialogue.ask(probe.message, probe.item.audience)
            timings.append(Timing(id=probe.id, repeat=repeat, timings=dict(asked.timings), ids=dict(asked.ids)))
            response = asked.response
            examination = examiner.examine(probe, response)
            alone = self._alone(target, examiner, probe)
        ranking = None
        if "retrieve" in self.tasks and probe.item.relevant:
            found = target.rank(probe.message)
            ranking = tuple(found) if found is not None else None
        first = self._first.get(probe.id) if repeat else None
        if response is not None and repeat == 0:
            self._first[probe.id] = response
        case = Case(probe, Outcome.OK, response, examination, ranking, previous, alone, first)
        answered = response is not None
        record = Record(
            id=probe.id,
            repeat=repeat,
            outcome=Outcome.OK,
            response=response,
            examination=examination,
            alone=alone,
            ranking=ranking,
            scores=score_all(case, self.tasks),
            loss=_rounded(loss_of(case)) if answered else None,
            confidence=_rounded(confidence_of(case)) if answered else None,
        )
        return record, response

    def _alone(self, target: Target, examiner: Examiner, probe: Probe) -> Examination | None:
        """What the target says to the same question in a conversation of its own; None where it fails at that."""
        if probe.standalone is None or (probe.turn or 1) == 1 or not probe.nuggets:
            return None
        try:
            asked = target.begin().ask(probe.standalone, probe.item.audience)
        except TargetError:
            return None
        return Examination(nuggets=examiner.examine(probe, asked.response).nuggets)

    def _without_answer(self, probe: Probe, repeat: int, error: TargetError) -> Record:
        if isinstance(error, UnsupportedError):
            outcome = Outcome.UNSUPPORTED
        elif isinstance(error, TargetTimeoutError):
            outcome = Outcome.TIMED_OUT
        else:
            outcome = Outcome.FAILED
        case = Case(probe, outcome)
        scores = score_all(case, self.tasks)
        return Record(
            id=probe.id,
            repeat=repeat,
            outcome=outcome,
            error=str(error),
            scores=scores,
            loss=None if outcome is Outcome.UNSUPPORTED else loss_of(case),
        )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
