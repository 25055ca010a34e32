"""What proves a claim wrong: sentences against it, surer than those for it, where it is clear what is claimed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.premises.bearing import Bearing
from service.premises.claims import Claim
from service.premises.cues import Axis, cues
from service.premises.denied import in_doubt
from service.premises.stance import Stance
from service.sentences.candidates import Candidate
from service.sentences.figures import figures, share_a_quantity

CONTRADICTED = 0.56  # fit from which a sentence against the assumption is taken for a correction
IMPLIED = 0.66  # the same where the assumption is implied by the form of the question
CONFIRMED = 0.6  # fit from which a sentence confirms an assumption
PLAIN = 0.75  # the same where no concept of the glossary is named
MARGIN = 0.04  # by which it has to be surer than what confirms the assumption
_AS_SURE = 0.8  # share of the surest contradiction's fit from which another one may be shown in its place
_THAN = re.compile(r"\b(?:better|worse|more|less|fewer|safer|\w+er) [^,;]{0,60}?\bthan\b", re.I)
_COMPARING = re.compile(
    r"\b(?:than|compared|versus|over|as against|rather|instead|no (?:more|better)|as (?:well|often) as|similar\w*|"
    r"differ\w*|against)\b",
    re.I,
)
_OUT = re.compile(
    r"\b(?:out|off|instead|dropped|replaced|never|no longer|neither|nor|avoid\w*|contra-?indicat\w*)\b", re.I
)


def contradicted(claim: Claim, told: Sequence[Stance]) -> bool:
    """Whether ``told`` (surest first) contradicts ``claim``: surely enough, and more surely than it is confirmed."""
    against = [stance.fit for stance in told if stance.sign < 0]
    itself = next((claim.agent.named(s.candidate.own_terms) for s in told if s.sign < 0), 0.0)
    # What is said of a class does not outweigh what is said of the very thing.
    support = [s.fit for s in told if s.sign > 0 and claim.agent.named(s.candidate.own_terms) >= itself]
    floor = IMPLIED if claim.implied else CONTRADICTED
    if not any(concept.kind for concept in claim.concepts):
        floor = PLAIN  # no concept of the glossary: the same words may mean another thing
    if not claim.targets or not against or against[0] < floor:
        return False
    # Said of all: that it holds for some does not confirm it.
    margin = -2 * MARGIN if claim.universal and claim.sign > 0 else MARGIN
    return not support or _weight(against) >= _weight(support) + margin


def _weight(fits: Sequence[float]) -> float:
    """The best fit, and a little for each other one that is nearly as good."""
    return fits[0] + 0.03 * min(3, sum(fit >= 0.9 * fits[0] for fit in fits[1:]))


def is_unclear(claim: Claim) -> bool:
    """Whether a clause points both ways, or shows that something is denied or replaced: what it claims is not sure."""
    if claim.axis is Axis.CHANGE:
        return _OUT.search(claim.text) is not None
    signs = {cue.sign for cue in cues(claim.text) if cue.axis is Axis.USE}
    return len(signs) > 1 or (claim.sign > 0 and in_doubt(claim.text))


def is_nearer(support: Sequence[Stance], best: Candidate, borne: Sequence[Bearing], claim: Claim) -> bool:
    """Whether a sentence of ``support`` surely confirms the claim and bears on it more than ``best``, which denies it.

    Of what is said of all, one exception is enough.
    """
    if claim.universal and claim.sign > 0:
        return False
    sure = {stance.candidate.position for stance in support if stance.fit >= CONFIRMED}
    ahead = next((n for n, b in enumerate(borne) if b.candidate.position == best.position), len(borne))
    return any(bearing.candidate.position in sure for bearing in borne[:ahead])


def is_of_other_figures(clause: str, best: Candidate) -> bool:
    """Whether a clause is about a figure, and ``best`` has none of that quantity, or about several: which way a
    sentence points then says little.
    """
    told = figures(clause)
    return bool(told) and (len(told) > 1 or not share_a_quantity(clause, best.text))


def compares_nothing(clause: str, best: Candidate) -> bool:
    """Whether a clause compares two, and ``best`` does not: which way it points then says nothing of which is more."""
    return _THAN.search(clause) is not None and _COMPARING.search(best.text) is None


def most_about(against: Sequence[Stance], borne: Sequence[Bearing]) -> Candidate:
    """Of the sentences that contradict about as surely as the surest, the one that bears on the assumption most."""
    sure = {s.candidate.position for s in against if s.fit >= _AS_SURE * against[0].fit}
    return next((b.candidate for b in borne if b.candidate.position in sure), against[0].candidate)
