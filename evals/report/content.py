"""What a report says, before it is laid out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from corpus.errors import BadInputError
from evals.compare import Difference, Gates, compare
from evals.metrics import AURC, METRICS
from evals.report.problems import Problem, problems_of
from evals.runner import Run, summarise
from evals.verdict import VERDICTS

# Whether the suite's test part is the frozen one.
_FROZEN = {
    True: "yes: its hash is the committed one",
    False: "NO: it is not the committed one",
    None: "not applicable",
}


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds of one stage."""

    stage: str
    median: float
    p95: float
    longest: float
    count: int


@dataclass(frozen=True, slots=True)
class RunView:
    """One run, ready to be shown."""

    label: str
    run: Run
    summary: dict[str, Any]
    latency: tuple[Latency, ...]
    walls: tuple[float, ...]  # sorted, of all questions
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One run, or two side by side."""

    title: str
    views: tuple[RunView, ...]
    gates: Gates | None
    differences: Mapping[str, Difference] = field(default_factory=dict)  # metric → B less A

    def metrics(self) -> list[str]:
        """Names of the metrics that any run has, in their usual order."""
        names = [*METRICS, AURC.name]
        return [name for name in names if any(name in view.summary["metrics"] for view in self.views)]


def report_of(runs: Sequence[Run], gates: Gates | None = None, title: str | None = None) -> Report:
    """The report of one or two runs. The figures are made anew from the records."""
    labels = "AB"
    views = tuple(
        _view(run, f"{labels[position]}: {run.name}" if len(runs) > 1 else run.name)
        for position, run in enumerate(runs)
    )
    suite = runs[0].configuration["suite"]["name"]
    return Report(title or f"Footnote evaluation: {suite}", views, gates, _differences(runs, gates))


def _differences(runs: Sequence[Run], gates: Gates | None) -> dict[str, Difference]:
    """What two runs differ in; nothing where there is one run, or no question in common."""
    if len(runs) < 2:
        return {}
    try:
        return {found.metric: found for found in compare(runs[0], runs[1], gates).differences}
    except BadInputError:
        return {}


def _view(run: Run, label: str) -> RunView:
    stages: dict[str, list[float]] = defaultdict(list)
    for timing in run.timings():
        for stage, milliseconds in timing.timings.items():
            stages[stage].append(milliseconds)
    latency = tuple(
        Latency(stage, median(values), _quantile(values, 0.95), max(values), len(values))
        for stage, values in stages.items()
    )
    return RunView(label, run, summarise(run), latency, tuple(sorted(stages.get("wall", []))), tuple(problems_of(run)))


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def appendix(view: RunView) -> list[tuple[str, list[tuple[str, str]]]]:
    """How the figures came about, after the items of the CHART reporting statement for studies of chatbots (2025)."""
    configuration = view.run.configuration
    prompt = configuration["target"].get("system_prompt") or "none: the system is asked the question alone"
    intervals = (
        "95 %: Wilson's for rates, 3/N where none (or all) of N had it, else 10,000 bootstrap resamples of clusters "
        f"(topic, else conversation), seed {configuration['plan']['seed']}"
    )
    failures = "items that failed, timed out or are missing count with the worst value"
    return [
        ("System", _system(view)),
        ("Prompts", [("System prompt", str(prompt))]),
        ("Questions", _questions(view)),
        ("Evaluation", _evaluation(view)),
        ("Statistics", [("Intervals", intervals), ("Failures", failures)]),
    ]


def _system(view: RunView) -> list[tuple[str, str]]:
    configuration = view.run.configuration
    target, place = configuration["target"], configuration["environment"]
    log = view.run.log()
    return [
        ("Target", ", ".join(f"{k}: {v}" for k, v in target.items() if v is not None and k != "system_prompt")),
        ("Harness", f"Footnote {place['footnote']}, revision {place['git'] or 'unknown'}"),
        ("Environment", f"Python {place['python']}, {place['machine']}; {_packages(place['packages'])}"),
        ("Dates", f"{log[0]['at']} to {log[-1]['at']} (UTC)" if log else "not recorded"),
    ]


def _questions(view: RunView) -> list[tuple[str, str]]:
    suite, plan = view.run.configuration["suite"], view.run.configuration["plan"]
    asked = (
        f"{plan['items']} items, {plan['questions']} questions, each {plan['repeat']} time(s); limit "
        f"{plan['limit'] or 'none'}, slices {', '.join(plan['slices']) or 'none'}; every item in a conversation of its "
        "own, in the order of the suite"
    )
    return [
        ("Suite", f"{suite['name']}, {suite['items']} items, hash {suite['hash']}"),
        ("Measures", suite["measures"]),
        ("Limits", suite["limits"]),
        ("Test part frozen", _FROZEN[suite["frozen"]] + _ties(suite)),
        ("Asked", asked),
        ("Outcomes", ", ".join(f"{k}: {v}" for k, v in sorted(view.summary["counts"].items()))),
    ]


def _evaluation(view: RunView) -> list[tuple[str, str]]:
    judge = view.run.configuration["judge"]
    found = ", ".join(f"{k}: {v}" for k, v in sorted(view.summary["nuggets_found"].items()))
    return [
        ("Judge", f"{judge['identity']} (no language model takes part unless the judge's name is one)"),
        ("Judge's agreement with people", calibration_text(judge["calibration"])),
        ("Nuggets found", found or "none"),
        ("Tied sentences not in the edition", "; ".join(view.summary["unresolved"]) or "none"),
    ]


def _ties(suite: dict[str, Any]) -> str:
    moved = suite["frozen"] and suite.get("ties_frozen") is False
    return "; sentences of the library that it is tied to have changed since" if moved else ""


def confusions(view: RunView) -> list[tuple[str, list[tuple[str, list[int]]]]]:
    """Of each set that the judge was measured on: its line, and people's label → the judge's verdicts, as VERDICTS."""
    calibration = view.run.configuration["judge"]["calibration"]
    return [
        (
            calibration_text({"sets": [entry]}),
            [(gold, [entry["confusion"][gold][given] for given in VERDICTS]) for gold in VERDICTS],
        )
        for entry in (calibration or {}).get("sets", [])
    ]


def calibration_text(calibration: dict[str, Any] | None) -> str:
    """The judge's calibration in a line a set."""
    if not calibration:
        return "NOT MEASURED: figures that depend on it are of unknown worth"
    return "; ".join(
        f"{entry['set']} ({entry['pairs']} pairs): balanced accuracy {entry['balanced_accuracy']:.2f}, "
        f"AUROC {entry['auroc']:.2f}, κ {entry['kappa']:.2f}"
        for entry in calibration["sets"]
    )


def _packages(packages: dict[str, str | None]) -> str:
    return ", ".join(f"{name} {version}" for name, version in packages.items() if version)
