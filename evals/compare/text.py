"""A comparison as Markdown, for the terminal and for pull requests."""

from __future__ import annotations

from evals.compare.compare import Comparison, Difference

_SHOWN = 600  # characters of an answer


def comparison_markdown(found: Comparison, items: int = 10) -> str:
    """The comparison; of the changed items the first ``items``."""
    lines = [f"# {found.b} compared with {found.a}", "", f"{found.paired} questions in both."]
    lines += [f"- {note}" for note in found.notes]
    lines += [
        "",
        "| metric | A | B | B − A (95 %) | effect | better / worse / same | p | p (Holm) | |",
        "|---|--:|--:|---|--:|---|--:|--:|---|",
    ]
    lines += [_row(difference) for difference in found.differences]
    lines += [
        "",
        "Permutation test of paired differences by cluster, Holm over the metrics shown; 10,000 resamples.",
        "",
    ]
    if found.failed:
        lines += ["**Not acceptable:**", *(f"- {reason}" for reason in found.failed), ""]
    lines += [f"## Items that changed: {len(found.changed)}", ""]
    for item in found.changed[:items]:
        lines += [
            f"### {item.id}: {item.metric} {item.a:.3f} → {item.b:.3f}",
            "",
            f"> {_short(item.question)}",
            "",
            f"- A: {_short(item.answer_a)}",
            f"- B: {_short(item.answer_b)}",
            "",
        ]
    if len(found.changed) > items:
        lines.append(f"… and {len(found.changed) - items} more.")
    return "\n".join(lines).rstrip() + "\n"


def _row(d: Difference) -> str:
    arrow = "↑" if d.better == "higher" else "↓"
    verdict = "**worse**" if d.dropped else "better" if d.significant else "not significant"
    return (
        f"| {d.metric} {arrow}{' (gate)' if d.gated else ''} | {d.a:.3f} | {d.b:.3f} | {d.difference.value:+.3f} "
        f"({d.difference.low:+.3f} to {d.difference.high:+.3f}) | {d.effect:+.2f} | {d.wins} / {d.losses} / {d.ties} | "
        f"{d.p:.4f} | {d.p_holm:.4f} | {verdict} |"
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1].rsplit(" ", 1)[0] + " …"
