"""What became of a question's assumption, and the correction as a statement."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from service.answer import StatementType
from service.grounding.draft import Draft
from service.sentences.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of the question's assumption."""

    assumed: str | None = None  # in words
    correction: Draft | None = None
    candidate: Candidate | None = None  # that the correction quotes
    unconfirmed: str | None = (
        None  # an assumption that nothing confirms or contradicts, though what it is about is covered
    )
    supporting: frozenset[tuple[str, int]] = frozenset()  # places of sentences that say what has been corrected
    bearing: tuple[Candidate, ...] = field(default=())  # what speaks of it most, to be read before believing it
    also: Candidate | None = None  # contradicts it, too
    doubtful: bool = False  # stated as an assumption ("since …"), and not confirmed
    close: tuple[Candidate, ...] = ()  # of those in ``bearing`` what is worth saying though nothing else is answered
    away: frozenset[tuple[str, int]] = frozenset()  # places of sentences that seem to say otherwise, though not surely

    @property
    def premise(self) -> tuple[str, Draft] | None:
        """For the draft answer."""
        return (self.assumed, self.correction) if self.assumed and self.correction else None


def corrected(candidate: Candidate) -> Draft:
    """The correction as a statement: the source's sentence, framed as what speaks against the assumption."""
    return Draft(f"Not as the question assumes: {candidate.text}", StatementType.FRAMED, candidate.spans)


def as_it_stands(checked: Checked) -> Checked:
    """``checked`` without the words of a correction: its sentence stands first as it is, nothing is called wrong."""
    if checked.candidate is None:
        return checked
    place = checked.candidate.position
    others = (c for c in (checked.also, *checked.bearing) if c is not None and c.position != place)
    return replace(
        checked,
        correction=None,
        candidate=None,
        also=None,
        bearing=(checked.candidate, *others)[:2],
        supporting=frozenset(),
        doubtful=True,
        close=(checked.candidate,),
        away=frozenset({place}),
    )
