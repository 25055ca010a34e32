"""What a question takes for granted, held against the library: contradicted, confirmed, or neither.

A correction needs a sentence that names what the assumption is about and has another figure in place of the assumed one
(:mod:`service.premises.contrasts`), or points the other way, more surely than any sentence confirms it. The surest
source of doubt is a sentence on fewer people than the question means; such sentences count less (see
:mod:`service.premises.fit`). Where nothing is proved, the sentences that bear on the assumption most come first, so
that the reader sees what is known of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.analysis.question import analyse
from service.premises.alternatives import chosen_otherwise
from service.premises.assumptions import Assumption, implied_in
from service.premises.bearing import Bearing, bearings
from service.premises.checked import Checked, as_it_stands, corrected
from service.premises.claims import Claim, claim_of
from service.premises.comparisons import compared_otherwise
from service.premises.contrasts import contrast
from service.premises.cues import Axis, cues
from service.premises.denied import denied_use, takes_use_for_granted
from service.premises.granted import DOSES_AND_TIMES, Granted, granted
from service.premises.narrower import beside, leads_elsewhere
from service.premises.negated import denied_as_said
from service.premises.open_question import asks_for_whom, asks_whether, left_open, offered, tells_of_someone
from service.premises.opposed import contradicting, opposed
from service.premises.others import by_others, of_others, of_the_opposite, on_the_other_side
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
from service.premises.repeated import said_by
from service.premises.scored import worth_otherwise
from service.premises.stance import Stance, stances
from service.retrieval import Hit, make_query
from service.sentences.applicable import holds_for
from service.sentences.candidates import Candidate, candidates_from
from service.sentences.framing import as_draft
from service.sentences.material import Material

_PASSAGES = 16  # searched with an assumption that is only implied
_JUDGED = 12  # sentences that bear on a stated one most
_DENYING_AMONG = 30  # most relevant sentences of which one may deny the use that is asked about
_NEAREST = 3  # among so many a sentence may contradict with less than
_SURE = 0.7  # this fit
_AGAINST = 0.1  # how much sooner a sentence is shown that points the other way
_FIRST = 2  # sentences shown before all others where an assumption is not confirmed
_BEARS = 0.85  # bearing from which a sentence is shown for that
_AS_NEAR = 0.93  # share of the best bearing with which such a sentence comes first
_CLOSE, _MEANT = 0.88, 0.5  # bearing and cosine from which it is said though the question is not answered
_DENYING = re.compile(
    r"\b(?:not|never|no|nor|neither|only|cannot|without|avoid\w*|contra-?indicat\w*|against|rather than|instead of|"
    r"insufficient|stop(?:s|ped)?|\w+n't)\b",
    re.I,
)
_WARNING = re.compile(r"\bwarn\w*|\bcautio\w*|\bdanger\w*|\bharm\w*|\bunsafe\b", re.I)


def check_premises(material: Material, ranked: Sequence[Candidate]) -> Checked:
    """Check what the question takes for granted. ``ranked``: the candidates found for the question itself.

    What contradicts is called a correction only where the question takes something for granted; where it leaves it
    open, or only tells how things are with someone, the sentence opens the answer as it stands.
    """
    stated = granted(material.question.text)
    checked = _contradicted_or_not(stated, material, ranked)
    if checked.correction is not None and stated is not None and said_by(stated.clause, ranked[:_JUDGED]):
        return Checked(checked.assumed, bearing=checked.bearing)
    if checked.correction is None or not _is_open(stated, material.question.text):
        return checked
    if stated is not None and stated.setting:  # a figure of the circumstances: what has another one may be beside it
        nearest = {c.position: c for c in (*checked.bearing, *([checked.candidate] if checked.candidate else []))}
        return Checked(checked.assumed, close=tuple(nearest.values())[:_FIRST])
    return as_it_stands(checked)


def _is_open(stated: Granted | None, text: str) -> bool:
    """Whether a question asks what a correction would take it to assume, or only tells how things are with someone."""
    if stated is None:
        return asks_whether(text) or asks_for_whom(text) or bool(offered(text))
    if stated.marked:
        return left_open(stated.clause)
    return stated.setting or tells_of_someone(stated.clause) or asks_whether(text)


def _contradicted_or_not(stated: Granted | None, material: Material, ranked: Sequence[Candidate]) -> Checked:
    found = opposed(material.question)
    if found is not None:
        sub = analyse(f"How common is {found.opposite} in {found.setting}?", material.glossary)
        usual = contradicting(found, material.ranked(sub, material.search(sub.text, 10)), material.glossary)
        if usual is not None:
            return Checked(f"{found.assumed} in {found.setting}", as_draft(usual), usual)
    checked = _check_granted(stated, material, ranked)
    if checked.correction is not None:
        return checked
    said = stated.clause if stated is not None and not stated.setting else ""
    asked = said or material.question.text
    denying = (c for c in ranked[:_DENYING_AMONG] if not of_the_opposite(asked, c.text))  # looked at if need be
    denied = denied_use(material.question.text, denying, material.glossary, said)
    if denied is None and stated is None:
        denied = _refused_use(material, ranked)
    if denied is not None and said and not _bears_on(said, denied, material, ranked):
        return checked
    if denied is not None and holds_for(denied.text, material.question.values) < 0:
        return checked  # it is refused at other values than the patient's
    if denied is None or _warns(said) or (said and not _tells_a_use(said)):
        return checked
    return replace(
        checked,
        assumed=stated.clause if stated else _as_asked(material),
        correction=corrected(denied),
        candidate=denied,
    )


def _refused_use(material: Material, ranked: Sequence[Candidate]) -> Candidate | None:
    """The sentence that refuses what the question takes for granted only by asking how it is done."""
    asked = material.question.text
    if not takes_use_for_granted(asked):
        return None
    borne = bearings(asked, None, ranked[:_JUDGED], material.glossary, material.retriever.rarity)
    found = refused(asked, borne, asked, material.glossary, named=True)
    if found is None or of_others(asked, found, material.glossary):
        return None
    return None if leads_elsewhere(found, asked, material.glossary) else found


def _bears_on(clause: str, candidate: Candidate, material: Material, ranked: Sequence[Candidate]) -> bool:
    """Whether a sentence is one of those that bear on what is stated."""
    borne = bearings(clause, None, ranked, material.glossary, material.retriever.rarity)
    return any(bearing.candidate.position == candidate.position for bearing in borne[:_JUDGED])


def _warns(clause: str) -> bool:
    """Whether what is taken for granted speaks against a use itself: a sentence that denies the use agrees with it."""
    return _WARNING.search(clause) is not None or any(cue.axis is Axis.USE and cue.sign < 0 for cue in cues(clause))


def _tells_a_use(clause: str) -> bool:
    """Whether a clause says that something is given or done, or what that brings: "15 defines Y" does not."""
    return any(cue.axis is Axis.CHANGE or cue.sign > 0 for cue in cues(clause))


def _as_asked(material: Material) -> str:
    return material.question.text.rstrip("?. ")


def _check_granted(stated: Granted | None, material: Material, ranked: Sequence[Candidate]) -> Checked:
    if stated is not None:
        return _check_stated(stated, material, ranked)
    assumption = implied_in(material.question, material.glossary)
    return _check_implied(assumption, material, ranked) if assumption is not None else Checked()


def _check_stated(stated: Granted, material: Material, ranked: Sequence[Candidate]) -> Checked:
    vector = None
    about = stated.front or stated.clause
    if not stated.setting:
        vector = material.vectors.question(make_query(about, material.glossary).dense_text)
    borne = bearings(about, vector, ranked, material.glossary, material.retriever.rarity)
    kinds = DOSES_AND_TIMES if stated.setting else ("",)
    figure = contrast(stated.clause, borne, material.glossary, kinds, material.question.text)
    if figure.sign < 0 and figure.candidate is not None:
        first = _first(borne, {})
        also = next((c for c in first if any(c is other for other in figure.others)), None)
        return Checked(stated.clause, corrected(figure.candidate), figure.candidate, bearing=first, also=also)
    if stated.setting:
        return Checked()
    for order, otherwise in (
        compared_otherwise(stated.clause, borne[:_JUDGED], material.glossary),
        worth_otherwise(stated.clause, borne),
    ):
        if order < 0 and otherwise is not None:
            return Checked(stated.clause, corrected(otherwise), otherwise, bearing=_first(borne, {}))
        if order > 0:
            return Checked(stated.clause)
    claim = claim_of(stated.clause, material.glossary)
    judged = [b.candidate for b in borne[:_JUDGED] if b.candidate.document.audience != "patient"]
    told = stances(claim, judged, material.glossary) if claim is not None else []
    near = {b.candidate.position for b in borne[:_NEAREST]}
    told = [s for s in told if s.sign > 0 or s.fit >= _SURE or s.candidate.position in near]
    if claim is not None and is_unclear(claim):
        told = [s for s in told if s.sign > 0]  # a negation read as one of something else: not sure enough
    against = {stance.candidate.position: stance.fit for stance in told if stance.sign < 0}
    if claim is not None:  # these are shown, and prove nothing
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
                    or beside(claim, s, asked, material.glossary)
                )
            )
        ]
    first = _first(borne, against)
    denying = [stance for stance in told if stance.sign < 0]
    # A figure that is met confirms, unless the very sentence that has it says otherwise.
    itself = bool(denying) and denying[0].candidate is figure.candidate
    best = most_about(denying, borne) if denying else None
    if (
        claim is not None
        and best is not None
        and (claim.exclusive or itself or not figure.exact)
        and contradicted(claim, told)
        and not is_nearer([s for s in told if s.sign > 0], best, borne, claim)
        and not is_of_other_figures(stated.clause, best)
        and not compares_nothing(stated.clause, best)
    ):
        places = frozenset(stance.candidate.position for stance in told if stance.sign > 0)
        also = next((c for c in first if c is not best and c.position in against), None)
        return Checked(stated.clause, corrected(best), best, None, places, first, also)
    other = contrary(stated.clause, borne, material.glossary)
    if figure.sign and other is not figure.candidate:
        other = None  # the figure that is met confirms, unless the very sentence has another quality
    chosen = chosen_otherwise(stated.clause, borne) if not figure.surely else None
    asked = material.question.text
    negated = denied_as_said(stated.clause, borne, asked, material.glossary) if not figure.surely else None
    refusing = refused(stated.clause, borne, asked, material.glossary)
    for found in (negated, refusing, other, chosen):
        if found is None or of_others(stated.clause, found, material.glossary):
            continue
        if not leads_elsewhere(found, asked, material.glossary):
            return Checked(stated.clause, corrected(found), found, bearing=first)
    unsure = figure.doubt or negated or other or chosen
    if unsure is not None:  # shown, not called a correction
        first = (unsure, *(c for c in first if c.position != unsure.position))[:_FIRST]
        against.setdefault(unsure.position, 0.0)
    if figure.surely or (not figure.sign and _is_confirmed(told, borne)):
        return Checked(stated.clause, bearing=first)
    unconfirmed = claim is not None and not told and _is_covered(Assumption(stated.clause, claim), ranked)
    first, away = _doubt_first(stated, first, borne, against)
    close = {b.candidate.position for b in borne if b.score >= _CLOSE and b.meaning >= _MEANT}
    return Checked(
        stated.clause,
        unconfirmed=stated.clause if unconfirmed else None,
        bearing=first,
        doubtful=stated.marked,
        close=tuple(c for c in first if c.position in close) if stated.marked else (),
        away=frozenset(c.position for c in away),
    )


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
    near = {bearing.candidate.position for bearing in borne[:_FIRST]}
    return bool(told) and told[0].sign > 0 and told[0].fit >= CONFIRMED and told[0].candidate.position in near


def _first(borne: Sequence[Bearing], against: dict[tuple[str, int], float]) -> tuple[Candidate, ...]:
    """The sentences to read first, those that point the other way a little sooner."""

    def worth(bearing: Bearing) -> float:
        return bearing.score + _AGAINST * against.get(bearing.candidate.position, 0.0)

    listed = sorted((b for b in borne if b.score >= _BEARS), key=lambda b: (-worth(b), b.candidate.order))
    return tuple(bearing.candidate for bearing in listed[:_FIRST])


def _check_implied(assumption: Assumption, material: Material, ranked: Sequence[Candidate]) -> Checked:
    claim = assumption.claim
    pool = {candidate.position: candidate for candidate in ranked}
    for candidate in candidates_from(_named(claim, material), material.opened):
        pool.setdefault(candidate.position, candidate)
    told = stances(claim, [c for c in pool.values() if c.document.audience != "patient"], material.glossary)
    asked = material.question.text
    told = [s for s in told if s.sign > 0 or not beside(claim, s, asked, material.glossary)]
    against = next((stance for stance in told if stance.sign < 0), None)
    support = next((stance for stance in told if stance.sign > 0), None)
    if against is not None and contradicted(claim, told):
        places = frozenset(stance.candidate.position for stance in told if stance.sign > 0)
        return Checked(assumption.text, corrected(against.candidate), against.candidate, None, places)
    if support is None and against is None and _is_covered(assumption, pool.values()):
        return Checked(assumption.text, unconfirmed=assumption.text)
    return Checked()


def _named(claim: Claim, material: Material) -> list[Hit]:
    """The passages that name most of what the claim does. By words alone: what would contradict it has to name it."""
    weights: dict[str, float] = {}
    for position, concept in enumerate(claim.concepts):
        for forms, weight in ((concept.forms, 1.0 if position == 0 else 0.8), (concept.related[:12], 0.35)):
            for term in sorted({term for form in forms for term in form}):
                weights[term] = max(weights.get(term, 0.0), weight)
        for form, _ in concept.states:
            weights.update(dict.fromkeys(sorted(form), 0.8))
    edition = material.opened.edition
    found = edition.fulltext.search(weights, _PASSAGES, {"title": 0.4, "heading": 0.4, "body": 1.0})
    passages = edition.catalogue.passages([row for row, _ in found])
    return [Hit(passages[row], 0.0, 0.0, score, "", "", "") for row, score in found if row in passages]


def _is_covered(assumption: Assumption, pool: Iterable[Candidate]) -> bool:
    """Whether the library speaks of a drug or procedure and a condition that the assumption joins, each by itself."""
    claim = assumption.claim
    joined = [target for target in claim.targets if target.kind in ("condition", "procedure")]
    if not (claim.agent.is_agent and joined) or claim.sign < 0:
        return False
    listed = list(pool)
    return all(any(concept.named(c.own_terms) == 1.0 for c in listed) for concept in (claim.agent, *joined))
