"""Labels that say to a researcher what each statement rests on: kind of evidence and year, certainty, strength."""

from __future__ import annotations

from service.grounding.draft import Draft, DraftAnswer


def label_evidence(draft: DraftAnswer) -> None:
    """Put the labels before those that every reader gets ("trial, 2017", "certainty: low", "strength: strong")."""
    correction = [draft.premise[1]] if draft.premise else []
    bottom = [draft.bottom_line] if draft.bottom_line else []
    sides = [side for _, differing in draft.conflicts for side in differing]
    for item in (*correction, *bottom, *(d for section in draft.sections for d in section.drafts), *sides):
        item.labels = [*_labels(item), *item.labels]


def _labels(item: Draft) -> list[str]:
    span = item.spans[0]
    kind = span.source.kind.replace("_", " ")
    found = [f"{kind}, {span.source.year}" if span.source.year else kind]
    if span.certainty:
        found.append(f"certainty: {span.certainty}")
    if span.strength:
        found.append(f"strength: {span.strength}")
    return found
