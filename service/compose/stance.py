"""Whether a sentence confirms a claim or contradicts it, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.document import EvidenceKind
from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.compose.candidates import Candidate
from service.compose.claims import Claim, Concept, direction
from service.compose.cues import Axis, Cue, cues, turned
from service.compose.figures import share_a_quantity

_PART = re.compile(r";\s|,?\s(?:whereas|while|although|but|though|because|since|in which|in whom|for whom)\s", re.I)
_CONDITION = re.compile(r"\b(?:if|when|unless|until|only|except|outside|beyond|during|below|above|within)\b", re.I)
_LIMITED = re.compile(  # holds on one side of a figure only
    r"\b(?:if|when|with|at|where)\b[^,;]{0,40}(?:\b(?:below|under|above|over|less than|more than|exceeds?)\b|[<>≤≥])"
    r"[^,;]{0,20}\d",
    re.I,
)
_ONLY = re.compile(
    r"\bonly (?:if|in|when|for|after|as|with)\b|\breserved for\b|\brestricted to\b|\bkept for\b|\bno longer\b", re.I
)
_GOES_ON = re.compile(r"(?:it|they|this|these|which|its)\b", re.I)
_EXCEPT = re.compile(r"\b(?:except|excluding|apart from|other than|but not|outside)\b[^,;]{0,60}$", re.I)
_DOSE = re.compile(r"^\s+dos(?:e|es|ing|age)\b", re.I)
_MILD = frozenset(terms("mild nonsevere uncomplicated low-risk"))
_WORD = re.compile(r"[^\W_][\w'’/-]*")
_HARMLESS = re.compile(r"\b(?:safe(?:ly)?|tolerated|harmless|fine)\b", re.I)
_HARM = re.compile(
    r"\b(?:rais|increas)\w+ the risk\b|\bhigher risk\b|"
    r"\b(?:can|may|could|often|sometimes)\b[^,;]{0,40}\b(?:worsen\w*|harm\w*|(?:severe|serious|fatal|dangerous|"
    r"life-threatening)\b)|\bworsens?\b|\bharmful\b",
    re.I,
)
_LATER = re.compile(  # comes after another one
    r"\bwhen (?:neither|no other)\b|\bif [^,;]{0,40}(?:unavailable|not tolerated|contraindicated|fails?)\b|"
    r"\bsecond[- ]line\b|\breserved for\b|\bwhere [^,;]{0,40} unavailable\b",
    re.I,
)
_SECOND = re.compile(
    r"\b(?:is|are|as) (?:only )?(?:an? |the )?(?:\w+ )?alternatives?\b", re.I
)  # what stands before it is
_AHEAD = re.compile(
    r"^\W*(?:before|without|instead of)\b[^,]*?\([^)]*\)[^,]*,|^\W*(?:before|without|instead of)\b[^,]*,", re.I
)
_DESCRIPTION = re.compile(r"\b(?:that|who|which) (?:had )?(?:needed|required|received|took|used)\b[^,;]*", re.I)
_MEASURED = re.compile(r"\s*[<>≤≥]")  # "requires bicarbonate <18": measured, not given
_MANNER = re.compile(
    r"^\s+(?P<manner>\w+ly|alone|together)\b", re.I
)  # "never given parenterally": another way may be right
_ALONE = re.compile(r"\b(?:alone|only|sole|monotherapy|by itself|on its own)\b", re.I)
_BESIDE = 12  # characters between what acts and that it does nothing
_KIND = {  # what is left of the fit by the kind of the source
    EvidenceKind.GUIDELINE: 1.0,
    EvidenceKind.DRUG_LABEL: 1.0,
    EvidenceKind.SYSTEMATIC_REVIEW: 1.0,
    EvidenceKind.TRIAL: 0.96,
    EvidenceKind.COHORT: 0.92,
    EvidenceKind.REVIEW: 0.92,
    EvidenceKind.REFERENCE_TEXT: 0.92,
    EvidenceKind.CASE_CONTROL: 0.88,
    EvidenceKind.CASE_SERIES: 0.75,
    EvidenceKind.CASE_REPORT: 0.7,
    EvidenceKind.ANIMAL: 0.0,
    EvidenceKind.LABORATORY: 0.0,
}


@dataclass(frozen=True, slots=True)
class Stance:
    """``sign``: 1 confirms, -1 contradicts, 0 says nothing of it. ``fit``: 0 to 1, how surely it speaks of the same."""

    candidate: Candidate
    sign: int
    fit: float
    cue: Cue | None = None


def stances(claim: Claim, candidates: Iterable[Candidate], glossary: Glossary) -> list[Stance]:
    """The stances of all candidates that speak of the claim, surest first."""
    found = [stance for candidate in candidates if (stance := stance_of(claim, candidate, glossary)).sign]
    return sorted(found, key=lambda s: (-s.fit, s.candidate.order, s.candidate.position))


def stance_of(claim: Claim, candidate: Candidate, glossary: Glossary) -> Stance:
    """How ``candidate`` stands to ``claim``."""
    nothing = Stance(candidate, 0, 0.0)
    source = candidate.spans[0].source
    agent = claim.agent.named(candidate.own_terms)
    kind = _KIND[source.kind]
    if not kind:
        return nothing
    if not agent:
        return _another_first(claim, candidate, kind)
    fit_targets = _targets(claim, candidate)
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
        sign, cue = _towards(claim, part, at)
        if sign and claim.axis is Axis.USE and cue is not None and _excepted(claim, part, cue):
            sign = -sign
        if sign and cue is not None:
            fit = agent * fit_targets * kind * cue.strength * _narrowing(claim, candidate, sign, glossary)
            if claim.axis is Axis.USE and sign < 0 and _only_so(claim, part, cue):
                fit *= 0.6
            if claim.axis is Axis.USE and claim.sign < 0 and sign < 0 and not _names_all(claim, candidate):
                fit *= 0.6  # that it is given for something wider does not say that it is for this
            if fit > best.fit:
                best = Stance(candidate, sign, fit, cue)
    return best


def _describes(part: str, at: tuple[int, int]) -> bool:
    """Whether the agent only says who or what is meant: "an exacerbation that needed X"."""
    return any(match.start() <= at[0] < match.end() for match in _DESCRIPTION.finditer(part))


def _ahead_of(part: str, at: tuple[int, int]) -> bool:
    """Whether the agent is only what something else comes before: "Before X, Y prevents Z" says nothing of X."""
    lead = _AHEAD.match(part)
    return lead is not None and at[1] <= lead.end()


def _only_so(claim: Claim, part: str, cue: Cue) -> bool:
    """Whether a sentence speaks of a way of giving something that the claim does not name."""
    manner = _MANNER.match(part[cue.end :])
    return manner is not None and not set(terms(manner["manner"])) <= set(terms(claim.text))


def _names_all(claim: Claim, candidate: Candidate) -> bool:
    return all(target.named(candidate.own_terms) for target in claim.targets)


def _parts(text: str) -> list[str]:
    parts = _PART.split(text)
    return [text] if len(parts) == 1 else parts


def locate(concept: Concept, text: str) -> tuple[int, int] | None:
    """Where ``text`` first names ``concept`` (by any of its names), in characters."""
    found = occurrences((*concept.forms, *concept.related), text)
    if not found and concept.kind == "":  # of several plain words, one will do
        found = occurrences([frozenset((term,)) for term in sorted(concept.forms[0])], text)
    return found[0] if found else None


def occurrences(forms: Sequence[frozenset[str]], text: str) -> list[tuple[int, int]]:
    """Where ``text`` names one of ``forms``, each occurrence once."""
    listed = [(match.start(), match.end(), frozenset(terms(match.group()))) for match in _WORD.finditer(text)]
    for form in forms:
        found: list[tuple[int, int]] = []
        for position, (start, _, own) in enumerate(listed):
            if own & form and not (found and start < found[-1][1]):
                near = listed[position : position + (1 if len(form) == 1 else len(form) + 4)]
                if form <= {term for _, _, others in near for term in others}:
                    found.append((start, max(end for _, end, others in near if others & form)))
        if found:
            return found
    return []


def _targets(claim: Claim, candidate: Candidate) -> float:
    """How surely the sentence, or the headings above it, speak of what the claim is about; 0 to 1."""
    if not claim.targets:
        return 0.75
    gained = total = 0.0
    for position, target in enumerate(claim.targets):
        weight = 1.0 if target.kind else 0.7 if target.named(candidate.own_terms) else 0.35
        if claim.axis is Axis.CHANGE and position == 0:
            weight = 1.2
        own = target.named(candidate.own_terms)
        if not own and any(form <= candidate.own_terms for form, _ in target.states):
            own = 0.9
        context = 0.0 if own == 1.0 else 0.8 * target.named(candidate.own_terms | candidate.context_terms)
        if claim.axis is Axis.CHANGE and position == 0 and not own:
            return 0.0  # what is changed has to be named
        gained += weight * max(own, context)
        total += weight
    return gained / total


def _excepted(claim: Claim, part: str, cue: Cue) -> bool:
    """Whether a target of the claim is what a sentence makes an exception of ("preferred, except with a valve")."""
    for target in claim.targets:
        for start, _ in occurrences(target.forms, part)[:1]:
            if start > cue.end and _EXCEPT.search(part[cue.end : start]):
                return True
    return False


def _towards(claim: Claim, part: str, at: tuple[int, int]) -> tuple[int, Cue | None]:
    """The sign of a part of a sentence towards the claim, and the cue that gives it."""
    found = cues(part)
    if claim.axis is Axis.CHANGE:
        sign, cue = _change(claim, part, at, found)
        if sign or claim.sign == 0:
            return sign, cue
        good = _is_good(claim)
        use = _use(claim, part, at, found)
        if good and use is not None and use.sign < 0:  # what is not recommended is not held to bring that good
            return -1, _weaker(use, 0.8)
        return 0, None
    use = _use(claim, part, at, found)
    if claim.sign > 0:
        later = _LATER.search(part) if claim.exclusive else None
        if later is not None and not later.start() <= at[0] < later.end():  # named as what comes after another one
            return -1, Cue(Axis.USE, -1, *later.span(), 0.85)
        second = _SECOND.search(part, at[1]) if claim.exclusive else None
        if second is not None:
            return -1, Cue(Axis.USE, -1, *second.span(), 0.85)
        harm = _HARM.search(part) if _HARMLESS.search(claim.text) else None
        if harm is not None and (use is None or use.strength < 0.85):
            return -1, Cue(Axis.USE, -1, *harm.span(), 0.85)
        if claim.exclusive and use is not None and use.sign > 0 and not use.exclusive:
            use = _weaker(use, 0.7)  # that it is given does not say that it comes first
    if use is not None:
        sign = 1 if use.sign == claim.sign else -1
        return sign, use
    if claim.sign > 0 and claim.targets and claim.targets[0].kind == "condition":
        caused = _direction(claim.targets[0], part, at, found)
        if caused is not None and caused[0] > 0:  # given for what it causes
            return -1, _weaker(caused[1], 0.85)
    return 0, None


def _use(claim: Claim, part: str, at: tuple[int, int], found: Sequence[Cue]) -> Cue | None:
    """What a part says for or against the agent: the strongest cue, the nearest of equals; against before for."""
    best: tuple[float, Cue] | None = None
    for cue in found:
        if cue.axis is not Axis.USE:
            continue
        distance = max(0, cue.start - at[1], at[0] - cue.end) / 40
        value = cue.strength + (0.3 if cue.sign < 0 else 0.0) - 0.12 * min(distance, 4.0)
        if best is None or value > best[0]:
            best = (value, cue)
    if best is None:
        return None
    cue = best[1]
    if len({other.sign for other in found if other.axis is Axis.USE and other.strength >= 0.85}) > 1:
        cue = _weaker(cue, 0.85)  # for one thing, against another
    if turned(part[: at[0]]) and cue.start < at[0] and not part[cue.start : cue.end].casefold().endswith("against"):
        return Cue(cue.axis, -cue.sign, cue.start, cue.end, cue.strength * 0.9, False)
    return cue


def _change(claim: Claim, part: str, at: tuple[int, int], found: Sequence[Cue]) -> tuple[int, Cue | None]:
    told = _direction(claim.targets[0], part, at, found)
    if told is None:
        if claim.sign == 0 and claim.agent.is_agent:  # said not to interact: what is to be avoided together does
            use = _use(claim, part, at, found)
            if use is not None and use.sign < 0 and locate(claim.targets[0], part):
                return -1, _weaker(use, 0.85)
        return 0, None
    sign, cue = told
    if sign == 0 and claim.sign:  # that no change was shown is less than that there is the opposite one
        cue = _weaker(cue, 0.85)
    return (1 if sign == claim.sign else -1), cue


def _direction(target: Concept, part: str, at: tuple[int, int], found: Sequence[Cue]) -> tuple[int, Cue] | None:
    """Which way the part says that the target goes: by the cue nearest to both agent and target."""
    unchanged = next((cue for cue in found if cue.axis is Axis.CHANGE and cue.sign == 0), None)
    if unchanged is not None and 0 <= unchanged.start - at[1] <= _BESIDE:  # "Y lowered Z, X made no difference"
        return 0, unchanged
    places = [(place, 1) for place in occurrences(target.forms, part)]
    if not places:
        places = [(place, sign) for form, sign in target.states for place in occurrences((form,), part)]
    places = [(place, state) for place, state in places if not _DOSE.match(part[place[1] :])]
    if not places and target.kind:  # named in another part: "…, and Y lowers it"
        after = [cue for cue in found if cue.axis is Axis.CHANGE and cue.start >= at[1]]
        sign = direction(after[0], target) if after and re.search(r"\b(?:it|its|them|that)\b", part) else None
        return None if sign is None else (sign, after[0])
    best: tuple[float, Cue, int] | None = None
    for (start, end), state in places:
        for cue in found:
            sign = direction(cue, target) if cue.axis is Axis.CHANGE else None
            if sign is None or (at[0] < cue.end and cue.start < at[1]) or cue.start > end + 60:
                continue
            near = start - cue.end if cue.end <= start else 1.5 * (cue.start - end) + 5
            distance = near + 0.3 * min(abs(cue.start - at[1]), abs(at[0] - cue.end)) + 0.2 * abs(start - at[1])
            if best is None or distance < best[0]:
                best = (distance, cue, sign * state)
    if best is None or best[0] > 160:
        return None
    return best[2], best[1]


def _is_good(claim: Claim) -> bool:
    target = claim.targets[0]
    return (claim.sign < 0 and target.kind == "condition") or (
        claim.sign > 0 and re.search(r"surviv|heal|function", target.written, re.I) is not None
    )


def _weaker(cue: Cue, share: float) -> Cue:
    return Cue(cue.axis, cue.sign, cue.start, cue.end, cue.strength * share, cue.exclusive)


def _another_first(claim: Claim, candidate: Candidate, kind: float) -> Stance:
    """Another one is first for the same: contradicts that this one is, where the sentence does not name it."""
    nothing = Stance(candidate, 0, 0.0)
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
    return Stance(candidate, -1, 0.8 * kind * _targets(claim, candidate), first)


def _narrowing(claim: Claim, candidate: Candidate, sign: int, glossary: Glossary) -> float:
    """What is left of the fit where the sentence speaks of fewer than the claim does: of another condition, or under
    conditions.
    """
    if claim.universal and sign < 0 and claim.sign > 0:
        return 1.0  # said of all: one exception is enough
    asked = {term for concept in claim.concepts for form in (*concept.forms, *concept.related) for term in form}
    asked |= set(terms(claim.text)) | {
        term for concept in claim.concepts for form, _ in concept.states for term in form
    }
    left = 1.0
    own_target = any(
        t.named(candidate.own_terms) or any(f <= candidate.own_terms for f, _ in t.states) for t in claim.targets
    )
    others = 0
    for mention in glossary.find(candidate.text):
        if mention.entry.kind in ("condition", "other") and not set(terms(mention.entry.term)) & asked:
            others += 1
    if others and not own_target:
        left *= 0.65
    elif others:
        left *= 0.9
    for match in _CONDITION.finditer(candidate.text):
        following = [w for w in terms(candidate.text[match.end() :])[:4] if w not in STOPWORDS]
        if following and not set(following) & asked:
            left *= 0.9
    if sign < 0 and claim.sign > 0 and _ONLY.search(claim.text):
        left *= 0.6  # claimed of some only
    if sign < 0 and _LIMITED.search(candidate.text) and not share_a_quantity(claim.text, candidate.text):
        left *= 0.55  # holds on one side of a figure that is not asked about
    here = set(terms(candidate.text))
    claimed = set(terms(claim.text))
    if (_MILD & here and "sever" in claimed and "sever" not in here) or ("sever" in here and _MILD & claimed):
        left *= 0.5
    if sign > 0 and _ALONE.search(claim.text) and not _ALONE.search(candidate.text):
        left *= 0.6  # said of it alone
    if sign > 0 and _ONLY.search(candidate.text) and claim.sign > 0:
        left *= 0.8
    return left
