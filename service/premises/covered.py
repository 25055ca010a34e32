"""Whether the library speaks of what an assumption is about, and whether it leaves the assumption itself open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.premises.bearing import Bearing
from service.premises.claims import Claim
from service.sentences.candidates import Candidate

_NEAREST = 3  # sentences that bear on it most


def is_open(claim: Claim, pool: Iterable[Candidate], borne: Sequence[Bearing]) -> bool:
    """Whether the library speaks of what a claim joins, and none of the sentences nearest to it of both together: where
    one does, it may well say whether it is so, in words that are not read here.
    """
    near = [b.candidate.own_terms for b in borne[:_NEAREST]]
    joined = [concept for concept in claim.concepts if concept.kind]
    return is_covered(claim, pool) and not any(all(c.named(there) for c in joined) for there in near)


def is_covered(claim: Claim, pool: Iterable[Candidate]) -> bool:
    """Whether the library speaks of a drug or procedure and a condition that a claim joins, each by itself."""
    joined = [target for target in claim.targets if target.kind in ("condition", "procedure")]
    if not (claim.agent.is_agent and joined) or claim.sign < 0:
        return False
    listed = list(pool)
    return all(any(concept.named(c.own_terms) == 1.0 for c in listed) for concept in (claim.agent, *joined))
