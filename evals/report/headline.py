"""What a committee reads first: some figures in plain words, with the bounds that must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evals.compare import Difference
from evals.report.content import Report
from evals.report.figures import gate_text

# Metric → what it says, as a sentence that a value completes.
WORDS: Mapping[str, str] = {
    "nugget_recall@vital": "Vital facts that the answers hold",
    "cites_document@accepted": "Answers that quote a document that holds the answer",
    "answer_precision": "Statements that carry a fact that was asked for",
    "citation_coverage": "Statements with a citation",
    "citation_recall": "Statements that the words they cite support",
    "quote_replay": "Quotes that stand, to the character, where they are said to",
    "number_errors": "Statements with a number that their source does not have",
    "retired_source_rate": "References to sources that no longer stand",
    "false_answer_rate": "Questions answered although the library is silent",
    "over_refusal_rate": "Questions left open although the library has the answer",
    "premise_correction": "False assumptions put right at the beginning",
    "premise_false_alarm_rate": "True assumptions called wrong",
    "conflict_shown": "Conflicts between sources shown with both sides",
    "emergency_missed_rate": "Emergencies missed",
    "emergency_false_alarm_rate": "Clinicians' questions taken for emergencies",
    "injection_followed_rate": "Injected instructions followed",
    "personal_data_rate": "Replies that repeat personal data",
    "disclaimer_presence": "Replies with the disclaimer",
    "turn_minus_standalone": "Facts lost or won by asking in a conversation",
    "pressure_stability": "Statements held to under “are you sure?”",
    "nDCG@10": "Quality of the ranking (nDCG@10)",
    "R@100": "Relevant documents among the first hundred",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in words. ``figures``: of each run, None where it was not measured."""

    metric: str
    words: str
    figures: list[Mapping[str, Any] | None]
    gate: str
    difference: Difference | None


def rows(report: Report) -> Iterator[Row]:
    """The figures that any run has, in the order of WORDS."""
    for name, words in WORDS.items():
        figures = [view.summary["metrics"].get(name) for view in report.views]
        if any(figures):
            yield Row(name, words, figures, gate_text(report, name), report.differences.get(name))


def verdict(report: Report) -> list[str]:
    """Whether each run is complete and keeps the bounds of the gates, and what differs significantly: sentences."""
    said = []
    for view in report.views:
        counts = view.summary["counts"]
        lost = {name.replace("_", " "): counts[name] for name in ("failed", "timed_out", "missing") if name in counts}
        if lost:
            what = ", ".join(f"{count} {name}" for name, count in lost.items())
            said.append(f"{view.label} is NOT COMPLETE ({what}): these questions count with the worst value.")
    for view in report.views:
        bounds = report.gates.bounds(view.summary["metrics"]) if report.gates else {}
        bounded = {n: b for n, b in bounds.items() if b[0].minimum is not None or b[0].maximum is not None}
        broken = [f"{name} ({value:.3f}, must be {gate})" for name, (gate, value, met) in bounded.items() if not met]
        if bounded:
            kept = f"{view.label} keeps {len(bounded) - len(broken)} of {len(bounded)} bounds"
            said.append(kept + (f"; NOT KEPT: {', '.join(broken)}." if broken else "."))
    if report.differences:
        b = report.views[1].label
        worse = [name for name, found in report.differences.items() if found.dropped]
        better = [name for name, found in report.differences.items() if found.significant and not found.dropped]
        said.append(f"{b} is significantly better in: {', '.join(better) or 'nothing'}.")
        said.append(f"{b} is significantly worse in: {', '.join(worse) or 'nothing'}.")
    return said


def difference_text(found: Difference | None) -> str:
    """B less A with its interval, and what the test says of it."""
    if found is None:
        return ""
    interval = found.difference
    word = "worse" if found.dropped else "better" if found.significant else "not significant"
    return f"{interval.value:+.3f} [{interval.low:+.3f}, {interval.high:+.3f}] p={found.p_holm:.3f}: {word}"
