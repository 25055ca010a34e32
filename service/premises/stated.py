"""What a question states as known, held against the sentences that bear on it.

Read in turn: figures, order, points, which way sentences point, and what the nearest ones refuse, deny or have in its
place. Where nothing is proved, the sentences that bear on it most come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.glossary import Glossary
from service.premises.added import added_to_it
from service.premises.affirmed import affirmed_after_all
from service.premises.alternatives import chosen_otherwise, passed_over
from service.premises.bearing import MOST, Bearing, bearings, of_both
from service.premises.checked import Checked, Reading, corrected
from service.premises.claims import Claim, claim_of
from service.premises.comparisons import compared_otherwise
from service.premises.contrasts import Contrast, contrast
from service.premises.covered import is_open
from service.premises.granted import Granted, granted
from service.premises.in_passing import DOSES_AND_TIMES
from service.premises.limits import is_given, limited_elsewhere
from service.premises.narrower import beside, leads_elsewhere
from service.premises.negated import denied_as_said
from service.premises.others import by_others, of_others, of_the_opposite, on_another_case, on_the_other_side
from service.premises.proof import (
    CONFIRMED,
    compares_nothing,
    contradicted,
    is_nearer,
    is_of_other_figures,
    is_unclear,
    most_about,
)
from service.premises.qualities import contrary
from service.premises.refused import refused
from service.premises.ruled_out import means_it
from service.premises.scored import worth_otherwise
from service.premises.sequence import comes_first_otherwise
from service.premises.shown import worth_showing
from service.premises.stance import Stance, stances
from service.premises.told_figures import has_figures_of
from service.retrieval import make_query
from service.sentences.candidates import Candidate
from service.sentences.figures import figures
from service.sentences.material import Material

JUDGED = 12  # sentences that bear on it most
_NEAREST = 3  # among so many a sentence may contradict with less than
_SURE = 0.7  # this fit
_AGAINST = 0.1  # how much sooner a sentence is shown that points the other way
FIRST = 2  # sentences shown before all others where it is not confirmed
_BEARS = 0.85  # bearing from which a sentence is shown for that
_AS_NEAR = 0.93  # share of the best bearing with which such a sentence comes first
_CLOSE, _MEANT = 0.88, 0.5  # bearing and cosine from which it is said though the question is not answered
_DENYING = re.compile(
    r"\b(?:not|never|no|nor|neither|only|cannot|without|avoid\w*|contra-?indicat\w*|against|rather than|instead of|"
    r"insufficient|stop(?:s|ped)?|\w+n't)\b",
    re.I,
)


def check_stated(stated: Granted, material: Material, ranked: Sequence[Candidate]) -> Checked:
    """What becomes of what a question states. ``ranked``: the candidates found for the question itself."""
    borne = _borne(stated, material, ranked)
    kinds = DOSES_AND_TIMES if stated.setting else ("",)
    figure = contrast(stated.clause, borne, material.glossary, kinds, material.question.text)
    if figure.sign < 0 and is_given(stated.clause, borne, material.glossary):
        figure = Contrast(0, doubt=figure.candidate)
    if figure.sign < 0 and figure.candidate is not None:
        first = _first(borne, {})
        also = next((c for c in first if any(c is other for other in figure.others)), None)
        return _put_right(stated, figure.candidate, Reading.FIGURE, first, also)
    if stated.setting:
        return Checked()
    limit = limited_elsewhere(stated.clause, borne, material.glossary, material.question.text)
    if limit is not None:
        return _put_right(stated, limit, Reading.FIGURE, _first(borne, {}))
    for reading, (order, otherwise) in (
        (Reading.ORDER, compared_otherwise(stated.clause, borne[:JUDGED], material.glossary)),
        (Reading.POINTS, worth_otherwise(stated.clause, borne)),
    ):
        if order < 0 and otherwise is not None:
            return _put_right(stated, otherwise, reading, _first(borne, {}))
        if order > 0:
            return Checked(stated.clause)
    added = added_to_it(stated.clause, borne[:JUDGED], material.glossary)
    added = added or comes_first_otherwise(stated.clause, borne, material.question.text, material.glossary)
    if added is not None:
        return _put_right(stated, added, Reading.ORDER, _first(borne, {}))
    claim = claim_of(stated.clause, material.glossary)
    told, against = _told(stated, claim, borne, material)
    first = _first(borne, against)
    best = _pointing_away(stated, claim, told, figure, borne)
    if best is not None:
        places = frozenset(stance.candidate.position for stance in told if stance.sign > 0)
        also = next((c for c in first if c is not best and c.position in against), None)
        return _put_right(stated, best, Reading.DIRECTION, first, also, places)
    unsure = figure.doubt
    for reading, found in _other_readings(stated, figure, borne, material):
        elsewhere = (
            of_others(stated.clause, found, material.glossary)
            or on_another_case(stated.clause, found.text)
            or leads_elsewhere(found, material.question.text, material.glossary)
        )
        if not elsewhere:
            return _put_right(stated, found, reading, first)
        if reading is not Reading.REFUSAL:
            unsure = unsure or found
    if unsure is not None:  # shown, not called a correction
        first = (unsure, *(c for c in first if c.position != unsure.position))[:FIRST]
        against.setdefault(unsure.position, 0.0)
    if figure.surely or (not figure.sign and _is_confirmed(told, borne)):
        return Checked(stated.clause, bearing=worth_showing(stated, first, borne, ()))
    first, away = _doubt_first(stated, first, borne, against)
    shown = worth_showing(stated, first, borne, [c.position for c in away])
    close = {b.candidate.position for b in borne if b.score >= _CLOSE and b.meaning >= _MEANT}
    return Checked(
        stated.clause,
        unconfirmed=stated.clause if claim is not None and not told and is_open(claim, ranked, borne) else None,
        bearing=shown,
        doubtful=stated.told,
        close=tuple(c for c in first if c.position in close and c in (*first[:1], *shown)) if stated.told else (),
        away=frozenset(c.position for c in away),
    )


def compared_with(question: str, glossary: Glossary) -> list[str]:
    """The texts that :func:`check_stated` will embed for a question, so that this can begin before."""
    stated = granted(question)
    if stated is None or stated.setting:
        return []
    return [make_query(about, glossary).dense_text for about in (stated.clause, stated.front) if about]


def _borne(stated: Granted, material: Material, ranked: Sequence[Candidate]) -> list[Bearing]:
    """The sentences that bear on what is stated, best first: where a case is told before it, on both."""
    own = _bearing_on(stated.clause, stated, material, ranked, len(ranked) if stated.front else MOST)
    if not stated.front:
        return own
    told = _bearing_on(stated.front, stated, material, ranked, len(ranked))
    return of_both(own, told)


def _bearing_on(
    about: str, stated: Granted, material: Material, ranked: Sequence[Candidate], most: int
) -> list[Bearing]:  # fmt: skip
    vector = None
    if not stated.setting:
        vector = material.vectors.question(make_query(about, material.glossary).dense_text)
    return bearings(
        about, vector, ranked, material.glossary, material.retriever.rarity, most, material.audience
    )  # fmt: skip


def _put_right(
    stated: Granted,
    by: Candidate,
    reading: Reading,
    first: tuple[Candidate, ...],
    also: Candidate | None = None,
    supporting: frozenset[tuple[str, int]] = frozenset(),
) -> Checked:
    return Checked(
        stated.clause, corrected(by), by, supporting=supporting, bearing=first, also=also, reading=reading
    )  # fmt: skip


def _told(
    stated: Granted, claim: Claim | None, borne: Sequence[Bearing], material: Material
) -> tuple[list[Stance], dict[tuple[str, int], float]]:
    """Which way sentences point, surest first; and the fits of those that point the other way, some of which prove
    nothing and are only shown.
    """
    if claim is None:
        return [], {}
    judged = [b.candidate for b in borne[:JUDGED] if b.corrects]
    near = {b.candidate.position for b in borne[:_NEAREST]}
    told = [
        s
        for s in stances(claim, judged, material.glossary)
        if s.sign > 0 or s.fit >= _SURE or s.candidate.position in near
    ]
    if is_unclear(claim):
        told = [s for s in told if s.sign > 0]  # a negation read as one of something else: not sure enough
    against = {stance.candidate.position: stance.fit for stance in told if stance.sign < 0}
    asked = material.question.text
    told = [
        s
        for s in told
        if not by_others(stated.clause, s.candidate, material.glossary)
        and (
            s.sign > 0
            or not (
                of_the_opposite(stated.clause, s.candidate.text)
                or on_the_other_side(stated.clause, s.candidate.text)
                or on_the_other_side(stated.clause, s.part[s.cue.start :] if s.cue is not None else "")
                or on_another_case(stated.clause, s.candidate.text)
                or beside(claim, s, asked, material.glossary)
            )
        )
    ]
    return told, against


def _pointing_away(
    stated: Granted, claim: Claim | None, told: Sequence[Stance], figure: Contrast, borne: Sequence[Bearing]
) -> Candidate | None:
    """The sentence that surely points the other way; None where none does. A figure that is met confirms, unless the
    very sentence that has it says otherwise.
    """
    denying = [stance for stance in told if stance.sign < 0]
    if claim is None or not denying:
        return None
    itself = denying[0].candidate is figure.candidate
    best = most_about(denying, borne)
    proved = (
        (claim.exclusive or itself or not figure.exact)
        and contradicted(claim, told)
        and not is_nearer([s for s in told if s.sign > 0], best, borne, claim)
        and not is_of_other_figures(stated.clause, best)
        and not compares_nothing(stated.clause, best)
    )
    return best if proved else None


def _other_readings(
    stated: Granted, figure: Contrast, borne: Sequence[Bearing], material: Material
) -> Iterator[tuple[Reading, Candidate]]:
    """What is denied in the very words, refused, or has another quality or choice in place of the stated one."""
    clause, asked, glossary = stated.clause, material.question.text, material.glossary
    denying = denied_as_said(clause, borne, asked, glossary)
    if denying is not None and (not figure.surely or has_figures_of(clause, denying.text)):
        yield Reading.DENIAL, denying
    affirming = affirmed_after_all(clause, borne, asked, glossary)
    if affirming is not None:
        yield Reading.DENIAL, affirming
    if (meaning := means_it(clause, borne)) is not None:
        yield Reading.DENIAL, meaning
    if (refusing := refused(clause, borne, asked, glossary)) is not None:
        yield Reading.REFUSAL, refusing
    other = contrary(clause, borne)
    # The figure that is met confirms, unless a sentence with that figure denies it or has another quality.
    if other is not None and (not figure.sign or has_figures_of(clause, other.text)):
        yield _of_another_quality(clause, other), other
    choice = chosen_otherwise(clause, borne)
    if choice is not None and passed_over(clause, choice) and figures(clause) and has_figures_of(clause, choice.text):
        yield Reading.REVERSAL, choice  # "A, not B, is done at 6 weeks" against B at 6 weeks
    elif choice is not None and not figure.surely:
        yield Reading.CHOICE, choice


def _of_another_quality(clause: str, other: Candidate) -> Reading:
    """Whether another quality is one of the very same figure ("an hour after", not before)."""
    same = bool(figures(clause)) and has_figures_of(clause, other.text)
    return Reading.REVERSAL if same else Reading.QUALITY


def _doubt_first(
    stated: Granted, first: tuple[Candidate, ...], borne: Sequence[Bearing], against: dict[tuple[str, int], float]
) -> tuple[tuple[Candidate, ...], list[Candidate]]:
    """``first`` with what seems to say otherwise in front, where it bears about as well; and what does."""
    scores = {b.candidate.position: b.score for b in borne}
    away = [c for c in first if c.position in against or _denies(c.text, stated.clause)]
    if not away or scores[away[0].position] < _AS_NEAR * scores[first[0].position]:
        return first, away
    return (*away, *(c for c in first if not any(c is other for other in away))), away


def _denies(text: str, clause: str) -> bool:
    return _DENYING.search(text) is not None and _DENYING.search(clause) is None


def _is_confirmed(told: Sequence[Stance], borne: Sequence[Bearing]) -> bool:
    """Whether the surest sentence confirms, and is one of those that bear on the assumption most."""
    near = {bearing.candidate.position for bearing in borne[:FIRST]}
    return bool(told) and told[0].sign > 0 and told[0].fit >= CONFIRMED and told[0].candidate.position in near


def _first(borne: Sequence[Bearing], against: dict[tuple[str, int], float]) -> tuple[Candidate, ...]:
    """The sentences to read first, those that point the other way a little sooner."""

    def worth(bearing: Bearing) -> float:
        return bearing.score + _AGAINST * against.get(bearing.candidate.position, 0.0)

    listed = sorted((b for b in borne if b.score >= _BEARS), key=lambda b: (-worth(b), b.candidate.order))
    return tuple(bearing.candidate for bearing in listed[:FIRST])
