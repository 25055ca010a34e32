"""Whether a sentence confirms a claim or contradicts it, and how surely.

Which way it points is read by :mod:`service.premises.pointing`, how surely it speaks of the same by
:mod:`service.premises.fit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.glossary import Glossary
from service.premises.claims import Claim
from service.premises.cues import Axis, Cue, cues, turned
from service.premises.fit import FIT_OF_KIND, another_way, fit_of_targets, names_all, narrowing
from service.premises.occurrences import locate
from service.premises.pointing import excepted, towards
from service.sentences.candidates import Candidate

_PART = re.compile(r";\s|,?\s(?:whereas|while|although|but|though|because|since|in which|in whom|for whom)\s", re.I)
_GOES_ON = re.compile(r"(?:it|they|this|these|which|its)\b", re.I)
_AHEAD = re.compile(
    r"^\W*(?:before|without|instead of)\b[^,]*?\([^)]*\)[^,]*,|^\W*(?:before|without|instead of)\b[^,]*,", re.I
)
_DESCRIPTION = re.compile(r"\b(?:that|who|which) (?:had )?(?:needed|required|received|took|used)\b[^,;]*", re.I)
_GIVEN = ("drug", "procedure")
_WHICHEVER = re.compile(
    r"\bfirst[- ](?:line|choice) (?:drugs?|medicines?|medications?|agents?|treatments?|therap(?:y|ies)|antibiotics?|"
    r"options?)\b",
    re.I,
)
_MEASURED = re.compile(r"\s*[<>≤≥]")  # "requires bicarbonate <18": measured, not given


@dataclass(frozen=True, slots=True)
class Stance:
    """``sign``: 1 confirms, -1 contradicts, 0 says nothing of it. ``fit``: 0 to 1, how surely it speaks of the same."""

    candidate: Candidate
    sign: int
    fit: float
    cue: Cue | None = None
    part: str = ""  # of the sentence, in which the cue stands,
    at: tuple[int, int] = (0, 0)  # and where it names what the claim is about


def stances(claim: Claim, candidates: Iterable[Candidate], glossary: Glossary) -> list[Stance]:
    """The stances of all candidates that speak of the claim, surest first."""
    found = [stance for candidate in candidates if (stance := stance_of(claim, candidate, glossary)).sign]
    return sorted(found, key=lambda s: (-s.fit, s.candidate.order, s.candidate.position))


def stance_of(claim: Claim, candidate: Candidate, glossary: Glossary) -> Stance:
    """How ``candidate`` stands to ``claim``."""
    nothing = Stance(candidate, 0, 0.0)
    source = candidate.spans[0].source
    agent = claim.agent.named(candidate.own_terms)
    kind = FIT_OF_KIND[source.kind]
    if not kind:
        return nothing
    if not agent:
        return _another_first(claim, candidate, kind, glossary)
    fit_targets = fit_of_targets(claim, candidate)
    if fit_targets < 0.5:
        return nothing
    best = nothing
    before = False
    for part in _parts(candidate.text):
        at = locate(claim.agent, part)
        if at is None and before and _GOES_ON.match(part):
            at = (0, 0)  # "…, since it lowers …"
        if (
            at is None
            or (claim.axis is Axis.CHANGE and _ahead_of(part, at))
            or _describes(part, at)
            or _MEASURED.match(part, at[1])
        ):
            continue
        before = True
        whole = candidate.text[candidate.text.find(part) :]  # an exception may follow: "…, but not in pregnancy"
        sign, cue = towards(claim, part, at)
        if sign and claim.axis is Axis.USE and cue is not None and excepted(claim, whole, cue):
            sign = -sign
        if sign and cue is not None:
            fit = agent * fit_targets * kind * cue.strength * narrowing(claim, candidate, sign, glossary)
            if claim.axis is Axis.USE and sign < 0 and another_way(claim, part, cue):
                fit *= 0.6
            if claim.axis is Axis.USE and claim.sign < 0 and sign < 0 and not names_all(claim, candidate):
                fit *= 0.6  # that it is given for something wider does not say that it is for this
            if fit > best.fit:
                best = Stance(candidate, sign, fit, cue, part, at)
    return best


def _another_first(claim: Claim, candidate: Candidate, kind: float, glossary: Glossary) -> Stance:
    """Another one is first for the same: contradicts that this one is, where the sentence does not name it."""
    nothing = Stance(candidate, 0, 0.0)
    named = any(m.entry.kind in _GIVEN for m in glossary.find(candidate.text))
    if claim.agent.kind == "drug" and not named and _WHICHEVER.search(candidate.text):
        return nothing  # "first-line drugs are given within an hour", whichever they are
    if not (claim.axis is Axis.USE and claim.sign > 0 and claim.exclusive and claim.targets):
        return nothing
    if not claim.agent.kind and claim.agent.written.isupper():  # an acronym that the sentence may write out
        return nothing
    wanted = [target for target in claim.targets if target.kind] or claim.targets
    if any(target.named(candidate.own_terms) < 0.8 for target in wanted):
        return nothing
    first = next((cue for cue in cues(candidate.text) if cue.exclusive and cue.sign > 0), None)
    if first is None or turned(candidate.text[: first.start]):
        return nothing
    return Stance(candidate, -1, 0.8 * kind * fit_of_targets(claim, candidate), first, candidate.text)


def _describes(part: str, at: tuple[int, int]) -> bool:
    """Whether the agent only says who or what is meant: "an exacerbation that needed X"."""
    return any(match.start() <= at[0] < match.end() for match in _DESCRIPTION.finditer(part))


def _ahead_of(part: str, at: tuple[int, int]) -> bool:
    """Whether the agent is only what something else comes before: "Before X, Y prevents Z" says nothing of X."""
    lead = _AHEAD.match(part)
    return lead is not None and at[1] <= lead.end()


def _parts(text: str) -> list[str]:
    parts = _PART.split(text)
    return [text] if len(parts) == 1 else parts
