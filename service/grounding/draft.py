"""What a composer gives: statements with the spans they rest on, before the grounding gate."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.document import Document, Source
from service.answer import StatementType


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a stored text, and the source that they rest on. ``quote`` is what the composer read there."""

    document: Document
    passage_id: str
    section: int
    start: int
    end: int
    quote: str
    source: Source
    strength: str | None = None
    certainty: str | None = None


@dataclass(slots=True)
class Draft:
    """A statement that has not passed the gate yet."""

    text: str
    type: StatementType
    spans: list[Span]
    labels: list[str] = field(default_factory=list)
    computed: str = ""  # of a computed statement: the words that a formula gave, which no span can hold
    useful: float = 0.0  # how likely an answer should hold it, 0 to 1, where that was judged


@dataclass(slots=True)
class DraftSection:
    """A headed group of drafts."""

    heading: str
    drafts: list[Draft]
    ordered: bool = False


@dataclass(slots=True)
class DraftAnswer:
    """The body of an answer before the gate."""

    title: str
    bottom_line: Draft | None
    sections: list[DraftSection]
    not_found: list[str] = field(default_factory=list)
    premise: tuple[str, Draft] | None = None  # what the question assumed, and what contradicts it
    unconfirmed: str | None = None  # what the question assumed, and no source confirms or contradicts
    conflicts: list[tuple[str, list[Draft]]] = field(default_factory=list)  # what about, and each side's statement
    not_covered: list[str] = field(default_factory=list)  # belongs to such an answer, unasked, and no text has it
    no_recommendation: str | None = None  # a fixed text: what no source of the library recommends

    def say_once(self) -> None:
        """Leave out of the sections what is said before in the same words, of another place or document: it gives its
        citations to what stays. Of a conflict both sides stay.
        """
        first = [self.bottom_line] if self.bottom_line is not None else []
        said = {draft.text: draft for draft in (*first, *(side for _, sides in self.conflicts for side in sides))}
        for section in self.sections:
            kept = [draft for draft in section.drafts if said.setdefault(draft.text, draft) is draft]
            for draft in section.drafts:
                before = said[draft.text]
                known = {span.source.source_id for span in before.spans}
                before.spans = [*before.spans, *(span for span in draft.spans if span.source.source_id not in known)]
            section.drafts[:] = kept
        self.sections[:] = [section for section in self.sections if section.drafts]

    def shorten(self, most: int) -> None:
        """Leave out the last statements of the last sections until at most ``most`` are said in all."""
        said = bool(self.premise) + bool(self.bottom_line) + sum(len(sides) for _, sides in self.conflicts)
        over = said + sum(len(section.drafts) for section in self.sections) - most
        while over > 0 and self.sections:
            self.sections[-1].drafts.pop()
            over -= 1
            if not self.sections[-1].drafts:
                self.sections.pop()
