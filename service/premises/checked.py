"""What became of a question's assumption, and the correction as a statement."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from service.answer import StatementType
from service.grounding.draft import Draft
from service.sentences.candidates import Candidate
from service.sentences.framing import in_context


class Reading(StrEnum):
    """By which reading a sentence was found that says otherwise."""

    FIGURE = "figure"  # another figure of the same
    ORDER = "order"  # preferred the other way round
    POINTS = "points"  # of an item of a score
    DIRECTION = "direction"  # for and against, more and less
    DENIAL = "denial"  # the same words with a "not"
    REFUSAL = "refusal"  # not given, advised against
    QUALITY = "quality"  # another route, time, form, …
    REVERSAL = "reversal"  # the same, of the same figure: an hour after, not before
    CHOICE = "choice"  # "A, not B"
    USE = "use"  # taken for granted by asking how
    USE_BESIDE = "use beside"  # the same, though other sentences bear on what is stated more
    IMPLIED = "implied"  # the same, read as a claim
    OPPOSITE = "opposite"  # the usual finding


_SAYING_OTHERWISE = (Reading.QUALITY, Reading.CHOICE, Reading.USE_BESIDE)


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
    reading: Reading | None = None  # by which the correction was found

    @property
    def proved(self) -> bool:
        """Whether the correction proves the assumption wrong, and does not only say otherwise: another quality or
        choice may hold beside the assumed one.
        """
        return self.correction is not None and self.reading not in _SAYING_OTHERWISE

    @property
    def premise(self) -> tuple[str, Draft] | None:
        """For the draft answer."""
        return (self.assumed, self.correction) if self.assumed and self.correction else None


def corrected(candidate: Candidate) -> Draft:
    """The correction as a statement: the source's sentence, framed as what speaks against the assumption."""
    return Draft(f"Not as the question assumes: {in_context(candidate)}", StatementType.FRAMED, candidate.spans)


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
