"""What a question takes for granted, held against the library: contradicted, confirmed, or neither.

A correction needs a sentence that names what the assumption is about and has another figure in place of the assumed one
(:mod:`service.premises.contrasts`), or points the other way, more surely than any sentence confirms it. The surest
source of doubt is a sentence on fewer people than the question means; such sentences count less (see
:mod:`service.premises.fit`). Where nothing is proved, the sentences that bear on the assumption most come first, so
that the reader sees what is known of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.text import terms
from service.analysis.question import analyse
from service.answer import Audience
from service.premises.assumptions import Assumption, implied_in
from service.premises.bearing import MOST, Bearing, bearings, puts_right
from service.premises.checked import Checked, Reading, as_it_stands, corrected
from service.premises.claims import Claim
from service.premises.covered import is_covered
from service.premises.cues import Axis, cues
from service.premises.denied import denied_use, takes_use_for_granted
from service.premises.granted import Granted, granted
from service.premises.narrower import beside, leads_elsewhere
from service.premises.open_question import (
    asks_for_whom,
    asks_if_true,
    asks_whether,
    left_open,
    offered,
    tells_of_someone,
)
from service.premises.opposed import contradicting, opposed
from service.premises.others import of_others, of_the_opposite, on_another_case
from service.premises.proof import (
    contradicted,
)
from service.premises.refused import refused, refuses_use
from service.premises.repeated import said_by
from service.premises.stance import stances
from service.premises.stated import FIRST, JUDGED, check_stated
from service.retrieval import Hit
from service.sentences.applicable import holds_for
from service.sentences.candidates import Candidate, candidates_from
from service.sentences.framing import as_draft
from service.sentences.material import Material
from service.sentences.roles import negative
from service.sentences.usefulness import log_odds

_PASSAGES = 16  # searched with an assumption that is only implied
_ANSWERS = 0.6  # as likely one that the answer should hold, a sentence says that what is taken for granted is done,
_MUCH_LIKELIER = 2.0  # where it is ahead of the one that seems to refuse it by these log-odds
_DENYING_AMONG = 30  # most relevant sentences of which one may deny the use that is asked about
_OF_A_USE = (Reading.USE, Reading.IMPLIED)  # found by what is asked, not by what is stated
_REFUSES = re.compile(r"\b(?:avoid\w*|contra-?indicat\w*|against|never)\b", re.I)
_WARNING = re.compile(r"\bwarn\w*|\bcautio\w*|\bdanger\w*|\bharm\w*|\bunsafe\b", re.I)


def check_premises(material: Material, ranked: Sequence[Candidate]) -> Checked:
    """Check what the question takes for granted. ``ranked``: the candidates found for the question itself.

    What contradicts is called a correction only where it is proved and the question takes something for granted; where
    it only says otherwise, or the question leaves it open or tells how things are with someone, the sentence opens the
    answer as it stands.
    """
    stated = granted(material.question.text)
    checked = _contradicted_or_not(stated, material, ranked)
    if checked.correction is not None and stated is not None and said_by(stated.clause, ranked[:JUDGED]):
        return Checked(checked.assumed, bearing=checked.bearing)
    if checked.correction is None:
        return checked
    if stated is not None and stated.setting and checked.reading in _OF_A_USE:
        stated = None  # the use itself is denied, whatever the figures of the circumstances
    if stated is not None and stated.setting:  # a figure of the circumstances: what has another one may be beside it
        nearest = {c.position: c for c in (*checked.bearing, *([checked.candidate] if checked.candidate else []))}
        return Checked(checked.assumed, close=tuple(nearest.values())[:FIRST])
    if stated is None and checked.reading in _OF_A_USE and _is_granted(checked, material, ranked):
        return Checked(checked.assumed)
    hearsay = material.audience is Audience.PATIENT and asks_if_true(material.question.text)
    if checked.proved and not hearsay and not _is_open(stated, material.question.text):
        return checked
    return as_it_stands(checked)


def _is_granted(checked: Checked, material: Material, ranked: Sequence[Candidate]) -> bool:
    """Whether what most likely answers says how something is done that a question takes to be done, and
    refuses nothing: much likelier than what seems to refuse it, and with as much of the question.
    """
    likeliest = max(ranked, key=lambda c: c.useful, default=None)
    if likeliest is None or checked.candidate is None or likeliest.useful < _ANSWERS:
        return False
    if negative(likeliest.text) or _REFUSES.search(likeliest.text):
        return False
    asked = checked.candidate.own_terms & frozenset(terms(material.question.text))
    if not asked <= likeliest.own_terms:
        return False  # what refuses it has more of the question: a drug in people in whom it is avoided
    return log_odds(likeliest.useful) - log_odds(checked.candidate.useful) > _MUCH_LIKELIER


def _is_open(stated: Granted | None, text: str) -> bool:
    """Whether a question asks what a correction would take it to assume, or only tells how things are with someone."""
    if stated is None:
        return asks_whether(text) or asks_for_whom(text) or bool(offered(text))
    if stated.marked:
        return left_open(stated.clause)
    return (bool(stated.front) and not stated.follows) or tells_of_someone(stated.clause) or asks_whether(text)


def _contradicted_or_not(stated: Granted | None, material: Material, ranked: Sequence[Candidate]) -> Checked:
    found = opposed(material.question)
    if found is not None:
        sub = analyse(f"How common is {found.opposite} in {found.setting}?", material.glossary)
        usual = contradicting(found, material.ranked(sub, material.search(sub.text, 10)), material.glossary)
        if usual is not None:
            return Checked(f"{found.assumed} in {found.setting}", as_draft(usual), usual, reading=Reading.OPPOSITE)
    checked = _check_granted(stated, material, ranked)
    if checked.correction is not None:
        return checked
    said = stated.clause if stated is not None and not stated.setting else ""
    asked = said or material.question.text
    denying = (  # looked at if need be
        c for c in ranked[:_DENYING_AMONG] if puts_right(c, material.audience) and not of_the_opposite(asked, c.text)
    )
    denied = denied_use(material.question.text, denying, material.glossary, said)
    if denied is None and (stated is None or stated.setting):
        denied = _refused_use(material, ranked)
    reading = Reading.USE
    if denied is not None and said:
        place = _place(said, denied, material, ranked)
        if place >= JUDGED:
            return checked
        reading = Reading.USE_BESIDE if place else Reading.USE
    if denied is not None and holds_for(denied.text, material.question.values) < 0:
        return checked  # it is refused at other values than the patient's
    if denied is not None and on_another_case(asked, denied.text):
        return checked
    if denied is None or _warns(said) or (said and not _tells_a_use(said)):
        return checked
    return replace(
        checked,
        assumed=stated.clause if stated else _as_asked(material),
        correction=corrected(denied),
        candidate=denied,
        reading=reading,
    )


def _refused_use(material: Material, ranked: Sequence[Candidate]) -> Candidate | None:
    """The sentence that refuses what the question takes for granted only by asking how it is done."""
    asked = material.question.text
    if not takes_use_for_granted(asked):
        return None
    borne = _bearing_on(asked, material, ranked[:JUDGED])
    found = refused(asked, borne, asked, material.glossary, named=True)
    if found is None or of_others(asked, found, material.glossary):
        return None
    return None if leads_elsewhere(found, asked, material.glossary) else found


def _bearing_on(clause: str, material: Material, ranked: Sequence[Candidate]) -> list[Bearing]:
    """The sentences that bear on ``clause``, by its words and their nearness to the whole question."""
    return bearings(clause, None, ranked, material.glossary, material.retriever.rarity, MOST, material.audience)


def _place(clause: str, candidate: Candidate, material: Material, ranked: Sequence[Candidate]) -> int:
    """How many sentences bear on what is stated more than ``candidate`` does."""
    borne = _bearing_on(clause, material, ranked)
    there = (n for n, bearing in enumerate(borne) if bearing.candidate.position == candidate.position)
    return next(there, len(ranked) + JUDGED)


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
        return check_stated(stated, material, ranked)
    assumption = implied_in(material.question, material.glossary)
    return _check_implied(assumption, material, ranked) if assumption is not None else Checked()


def _check_implied(assumption: Assumption, material: Material, ranked: Sequence[Candidate]) -> Checked:
    claim = assumption.claim
    pool = {candidate.position: candidate for candidate in ranked}
    for candidate in candidates_from(_named(claim, material), material.opened):
        pool.setdefault(candidate.position, candidate)
    told = stances(claim, [c for c in pool.values() if puts_right(c, material.audience)], material.glossary)
    asked = material.question.text
    told = [s for s in told if s.sign > 0 or not beside(claim, s, asked, material.glossary)]
    against = next((stance for stance in told if stance.sign < 0), None)
    support = next((stance for stance in told if stance.sign > 0), None)
    if against is not None and not refuses_use(against.candidate, material.question, material.glossary):
        return Checked()
    if against is not None and contradicted(claim, told):
        places = frozenset(stance.candidate.position for stance in told if stance.sign > 0)
        return Checked(
            assumption.text,
            corrected(against.candidate),
            against.candidate,
            supporting=places,
            reading=Reading.IMPLIED,
        )
    if support is None and against is None and is_covered(claim, pool.values()):
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
