"""What says the very thing that a bare question asks is told as its answer, and what does not as related."""

from __future__ import annotations

from collections.abc import Sequence

from service.answer import Audience
from service.sentences.bare import Bare
from service.sentences.candidates import Candidate, names
from service.sentences.readers import is_for
from service.sentences.selection import repeats

_MOST = 5  # that say it, behind the first


def with_more_told(
    asked: Bare, rest: Sequence[Candidate], said: Sequence[Candidate], ranked: Sequence[Candidate], audience: Audience
) -> list[Candidate]:
    """``rest``, with others found that say it of the drug, up to a handful: of that itself where ``said`` is, from
    texts for the reader, and none that repeats what is there.
    """
    if asked.subject.kind != "drug":
        return list(rest)
    told = [candidate for candidate in rest if asked.told_by(candidate)]
    have = {candidate.position for candidate in (*rest, *said)}
    itself = any(names(asked.subject, candidate) for candidate in said)
    for candidate in asked.telling(ranked, audience):
        if len(told) >= _MOST:
            break
        fit = candidate.position not in have and (names(asked.subject, candidate) or not itself)
        read = is_for(candidate.document, audience) and not candidate.spans[0].source.kind.preclinical
        if fit and read and not repeats(candidate, [*said, *told]):
            told.append(candidate)
    return [*rest, *(candidate for candidate in told if candidate.position not in have)]


def told_apart(
    asked: Bare, rest: Sequence[Candidate], first: Candidate, audience: Audience
) -> tuple[list[Candidate], list[Candidate]]:
    """Those that say it, and the others; from a text for other readers it is related, unless the answer begins so."""
    for_reader = is_for(first.document, audience)
    told = {c.position for c in rest if asked.told_by(c) and (is_for(c.document, audience) or not for_reader)}
    return [c for c in rest if c.position in told], [c for c in rest if c.position not in told]
