"""Which of the sentences that bear on what a question takes for granted are shown beside its answer.

Beside an answer stands only what surely is on the assumption, and nothing where a case is told: how things are with
somebody is no assumption.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from service.premises.bearing import NAMED, Bearing
from service.premises.granted import Granted
from service.premises.open_question import tells_of_someone
from service.premises.persons import is_of_someone
from service.sentences.candidates import Candidate

_MEANT, _COVERED = 0.65, 0.55  # cosine to the clause, or share of its concepts and words, of what surely is on it


def worth_showing(
    stated: Granted, first: Sequence[Candidate], borne: Sequence[Bearing], away: Collection[tuple[str, int]]
) -> tuple[Candidate, ...]:
    """Those of ``first`` that are shown for the sake of what is ``stated``; ``away``: places of those that seem to say
    otherwise, which need not be as near.
    """
    if not stated.told and (is_of_someone(stated.clause) or tells_of_someone(stated.clause)):
        return ()
    on_it = {b.candidate.position for b in borne if _is_on_it(b)} | set(away)
    return tuple(candidate for candidate in first if candidate.position in on_it)


def _is_on_it(bearing: Bearing) -> bool:
    near = bearing.meaning >= _MEANT or bearing.coverage >= _COVERED
    return bearing.corrects and bearing.named >= NAMED and near
