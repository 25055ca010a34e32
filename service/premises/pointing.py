"""Which way a part of a sentence points: with what a claim says, against it, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import STOPWORDS, terms
from service.premises.claims import Claim, Concept, direction
from service.premises.cues import Axis, Cue, cues, turned
from service.premises.occurrences import locate, occurrences

_EXCEPT = re.compile(r"\b(?:except|excluding|apart from|other than|but not|outside)\b[^,;]{0,60}$", re.I)
_DOSE = re.compile(r"^\s+dos(?:e|es|ing|age)\b", re.I)
_HARMLESS = re.compile(r"\b(?:safe(?:ly)?|tolerated|harmless|fine)\b", re.I)
_HARM = re.compile(
    r"\b(?:rais|increas)\w+ the risk\b|\bhigher risk\b|"
    r"\b(?:can|may|could|often|sometimes)\b[^,;]{0,40}\b(?:worsen\w*|harm\w*|(?:severe|serious|fatal|dangerous|"
    r"life-threatening)\b)|\bworsens?\b|\bharmful\b|\bwith (?:\w+ )?caution\b",
    re.I,
)
_MEANWHILE = re.compile(r",\s(?:and\s)?with\s(?:[\w-]+\s){1,4}$", re.I)
_LATER = re.compile(  # comes after another one
    r"\bwhen (?:neither|no other)\b|\bif [^,;]{0,40}(?:unavailable|not tolerated|contraindicated|fails?)\b|"
    r"\bsecond[- ]line\b|\breserved for\b|\bwhere [^,;]{0,40} unavailable\b",
    re.I,
)
_SECOND = re.compile(
    r"\b(?:is|are|as) (?:only )?(?:an? |the )?(?:\w+ )?alternatives?\b", re.I
)  # what stands before it is
_PASSED_OVER = re.compile(
    r"(?:\brather than|\binstead of|\bin place of|, (?:and |but )?not)(?: (?:an?|the|any))?\s*$", re.I
)
_UNTIL = re.compile(
    r"\b(?:until|when|once|after|before|if|while) (?:[\w-]+ ){1,3}(?:is|are|was|has been|have been) $", re.I
)
# In which case another one is given: "when X is unavailable, not tolerated or contraindicated", "alternatives to X".
_FAILING = re.compile(r"\b(?:if|when|where|once|unless)\s(?:[^,;.]|,(?=\s(?:not|or|and|un\w+)\b))*$", re.I)
_NO_OTHER = re.compile(r"\bno (?:\w+ )?alternatives?\b", re.I)  # speaks for what there is no other to
_ALTERNATIVES_TO = re.compile(r"\balternatives?(?: drugs?)? to(?: the)?\s*$", re.I)
_PURPOSE = re.compile(r"^[^,;:]*\b(?:to|for)\s+(?:\w+ly\s+)?$", re.I)
_DONE_TOO = re.compile(  # another verb with its own object
    r"\s(?:and|but|then)\s(?:then\s)?(?:stop|continue|hold|withhold|start|give|avoid|use|add|keep|resume|restart|"
    r"discontinue|omit|replace)s?\b(?=\s(?!(?:at|in|on|for|if|when|until|after|before|within|with|by|from|only|and|or)\b))",
    re.I,
)
_THAN = re.compile(r"\bthan(?:\s(?:with|after|in|on|by|for|from|during|under|that of))?(?:\s(?:an?|the))?\s*$", re.I)
_LESS_OF_IT = re.compile(
    r"\b(?:less|fewer|stopping|withdrawing|withdrawal of|avoiding|leaving out|"
    r"cutting (?:down|out|back)(?: on)?)\s(?:[\w-]+\s){0,2}$",
    re.I,
)
_AN_ILLNESS = re.compile(r"impairments?", re.I)
_TIMES = frozenset(terms("hour day week month year dose"))
_NEXT = re.compile(r",\sand\s", re.I)
_ADDS = re.compile(r"\b(?:and|but)\s(?:\w+\s){0,2}$", re.I)
_CASE = re.compile(r"\s(?:at|within|below|above|under|over|in|with|when|if|during|after|before)\b[^,;]*", re.I)
_NOT = ", not "
_BESIDE = 12  # characters between what acts and that it does nothing


def towards(claim: Claim, part: str, at: tuple[int, int]) -> tuple[int, Cue | None]:
    """The sign of ``part``, which names the agent ``at`` these characters, towards the claim (1 with it, -1 against
    it, 0 neither), and the cue that gives it.
    """
    at = _where(claim, part, at)
    found = [cue for cue in cues(part) if not _of_another_case(claim, part, at, cue)]
    if claim.axis is Axis.CHANGE:
        sign, cue = _change(claim, part, at, found)
        if sign or claim.sign == 0:
            return sign, cue
        good = _is_good(claim)
        use = _use(part, at, found)
        if good and use is not None and use.sign < 0:  # what is not recommended is not held to bring that good
            return -1, _weaker(use, 0.8)
        return 0, None
    use = _use(part, at, found)
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
        itself = occurrences(claim.targets[0].forms, part)  # "raises platelets" raises no thrombocytopenia
        if caused is not None and caused[0] > 0 and itself:  # given for what it causes
            return -1, _weaker(caused[1], 0.85)
    return 0, None


def _of_another_case(claim: Claim, part: str, at: tuple[int, int], cue: Cue) -> bool:
    """Whether a cue against only adds a case that the claim does not name: "given with food, and avoided below 15"."""
    if cue.axis is not Axis.USE or cue.sign > 0 or cue.start < at[1] or not _ADDS.search(part[at[1] : cue.start]):
        return False
    case = _CASE.match(part[cue.end :])
    if case is None or not any(c.axis is Axis.USE and c.sign > 0 and at[1] <= c.start < cue.start for c in cues(part)):
        return False
    told = {term for term in terms(case.group()) if not term[0].isdigit()} - STOPWORDS - _TIMES
    return bool(told) and not told & frozenset(terms(claim.text))


def excepted(claim: Claim, part: str, cue: Cue) -> bool:
    """Whether a target of the claim is what ``part`` makes an exception of ("preferred, except with a valve")."""
    for target in claim.targets:
        for start, _ in occurrences(target.forms, part)[:1]:
            if start > cue.end and _EXCEPT.search(part[cue.end : start]):
                return True
    return False


def _use(part: str, at: tuple[int, int], found: Sequence[Cue]) -> Cue | None:
    """What a part says for or against the agent: the strongest cue, the nearest of equals; against before for."""
    if _ALTERNATIVES_TO.search(part[: at[0]]):
        return None
    best: tuple[float, Cue] | None = None
    own = _own_clause(part, at)
    inside = [cue for cue in found if own[0] <= cue.start < own[1] and cue.axis is Axis.USE]
    found = inside or found  # "stop A and continue B": what is done with A is not done with B
    for cue in found:
        if cue.axis is not Axis.USE or (cue.sign < 0 and _is_supposed(part, at, cue)):
            continue
        if cue.sign < 0 and at[1] <= cue.start and _MEANWHILE.search(part[at[1] : cue.start]):
            continue  # "A is first, with B stopped"
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
    if cue.sign > 0 and cue.start > at[1] and _PASSED_OVER.search(part[: at[0]]):  # "A rather than X is suggested"
        return Cue(cue.axis, -1, cue.start, cue.end, cue.strength * 0.9, False)
    return cue


def _is_supposed(part: str, at: tuple[int, int], cue: Cue) -> bool:
    """Whether a cue against only tells until or after when something is given, in which case another one is, or that
    there is no other.
    """
    if _UNTIL.search(part[: cue.start]) or any(m.start() <= cue.start < m.end() for m in _NO_OTHER.finditer(part)):
        return True
    failing = _FAILING.search(part[: cue.start])
    return failing is not None and 0 < failing.start() <= at[0] < cue.start


def _own_clause(part: str, at: tuple[int, int]) -> tuple[int, int]:
    """Where the clause of ``part`` lies that tells what is done with what stands ``at``: "stop A and continue B" has
    two.
    """
    bounds = [0, *(match.start() for match in _DONE_TOO.finditer(part)), len(part)]
    start = max(bound for bound in bounds if bound <= at[0])
    end = min((bound for bound in bounds if bound >= at[1]), default=len(part))
    return start, end


def _where(claim: Claim, part: str, at: tuple[int, int]) -> tuple[int, int]:
    """``at``, where it takes in two ("a plasma glucose, not a tolerance test"), of the one that is meant."""
    apart = part.find(_NOT, *at)
    if apart < 0:
        return at
    first = frozenset(terms(part[at[0] : apart]))
    return (at[0], apart) if any(form <= first for form in claim.agent.forms) else (apart + len(_NOT), at[1])


def _change(claim: Claim, part: str, at: tuple[int, int], found: Sequence[Cue]) -> tuple[int, Cue | None]:
    # "In hepatic impairment A rises": for whom, no change that A brings.
    found = [cue for cue in found if not _AN_ILLNESS.fullmatch(part[cue.start : cue.end])]
    if _THAN.search(part[: at[0]]):
        return 0, None  # "more with A than with B" does not say which way B goes
    told = _direction(claim.targets[0], part, at, found)
    use = next((c for c in found if c.axis is Axis.USE and c.sign < 0), None)
    if told is not None and use is not None and _is_purpose(part, use, told[1]):
        # "Not recommended to raise Y": that it raises Y is what is denied, if anything.
        return (-1, _weaker(use, 0.9)) if told[0] and told[0] == claim.sign else (0, None)
    if told is None:
        if claim.sign == 0 and claim.agent.is_agent:  # said not to interact: what is to be avoided together does
            use = _use(part, at, found)
            if use is not None and use.sign < 0 and locate(claim.targets[0], part):
                return -1, _weaker(use, 0.85)
        return 0, None
    sign, cue = told
    stopped = _is_of_less(claim)
    if (_LESS_OF_IT.search(part[: at[0]]) is not None) != stopped:
        if stopped:
            return 0, None  # what A does says nothing of what stopping it does
        sign = -sign  # "less of A lowers Y": A raises it
    if sign == 0 and claim.sign:  # that no change was shown is less than that there is the opposite one
        cue = _weaker(cue, 0.85)
    return (1 if sign == claim.sign else -1), cue


def _is_of_less(claim: Claim) -> bool:
    """Whether a claim tells what comes of less of its agent, or of stopping it."""
    at = locate(claim.agent, claim.text)
    return at is not None and _LESS_OF_IT.search(claim.text[: at[0]]) is not None


def _is_purpose(part: str, use: Cue, change: Cue) -> bool:
    """Whether a change is only what something would be done for, that ``use`` speaks against."""
    return use.end <= change.start and _PURPOSE.search(part[use.end : change.start]) is not None


def _direction(target: Concept, part: str, at: tuple[int, int], found: Sequence[Cue]) -> tuple[int, Cue] | None:
    """Which way the part says that the target goes: by the cue nearest to both agent and target."""
    unchanged = next((cue for cue in found if cue.axis is Axis.CHANGE and cue.sign == 0), None)
    if unchanged is not None and 0 <= unchanged.start - at[1] <= _BESIDE:  # "Y lowered Z, X made no difference"
        behind = part[unchanged.end :]
        names = (*target.forms, *target.related, *(form for form, _ in target.states))
        if occurrences(names, part) or not frozenset(terms(behind)) - STOPWORDS:
            return 0, unchanged  # not "X does not change W"
    places = [(place, 1) for place in occurrences(target.forms, part)]
    if not places:
        places = [(place, sign) for form, sign in target.states for place in occurrences((form,), part)]
    if not places:
        places = [(place, 1) for place in occurrences(target.related, part)]
    places = [(place, state) for place, state in places if not _DOSE.match(part[place[1] :])]
    if not places and target.kind:  # named in another part: "…, and Y lowers it"
        after = [cue for cue in found if cue.axis is Axis.CHANGE and cue.start >= at[1]]
        sign = direction(after[0], target) if after and re.search(r"\b(?:it|its|them|that)\b", part) else None
        return None if sign is None else (sign, after[0])
    own = _own_change(part, at, found)
    inside = [place for place in places if own[0] <= place[0][0] < own[1]]
    if inside:  # "A as raising it, and B as lowering it"
        places, found = inside, [cue for cue in found if own[0] <= cue.start < own[1]]
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


def _own_change(part: str, at: tuple[int, int], found: Sequence[Cue]) -> tuple[int, int]:
    """Where the part of a list lies that has its own change with what stands ``at``."""
    bounds = [0, *(match.start() for match in _NEXT.finditer(part)), len(part)]
    start = max(bound for bound in bounds if bound <= at[0])
    end = min((bound for bound in bounds if bound >= at[1]), default=len(part))
    own = any(cue.axis is Axis.CHANGE and start <= cue.start < end for cue in found)
    return (start, end) if own else (0, len(part))


def _is_good(claim: Claim) -> bool:
    target = claim.targets[0]
    return (claim.sign < 0 and target.kind == "condition") or (
        claim.sign > 0 and re.search(r"surviv|heal|function", target.written, re.I) is not None
    )


def _weaker(cue: Cue, share: float) -> Cue:
    return Cue(cue.axis, cue.sign, cue.start, cue.end, cue.strength * share, cue.exclusive)
