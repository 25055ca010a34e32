"""What a drug is used for: the illnesses in which it is given, or what it is to prevent."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.clauses import Clause, Named, clauses_of, itself_first
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\bindications?\b|\bindicated(?: for| in)?\b|\b(?:used|use) (?:for|in|to treat)\b|\buses?\b(?= (?:of|for)\b)|\buses\b|"
    r"\b(?:prescribed|given|licen[cs]ed|approved|taken) (?:for|to treat)\b|\b(?:what|which (?:conditions?|illness(?:es)?|diseases?))\b"
    r"(?=[^?]*\b(?:for|treats?)\W*$)|\b(?:why|when) (?:is|are|do|does|would|should|to)\b(?=[^?]*\b(?:used?|prescribed?|given|give|indicated)\b)",
    re.I,
)
_FRAME = frozenset(
    """use used using prescribe prescribed give given gives treat treats treated take taken licensed licenced approved indicated
    indication drug medicine medication clinical therapeutic main conditions condition illness illnesses disease diseases""".split()
)
# That for which something is given: an illness, or what it is to do; no group, country or study.
_WHAT = re.compile(
    r"\b(?:for|in|against|after|during|of)\s(?:an? |the |acute |chronic |severe |early |mild |adult |most )*"
    r"(?!\d|(?:one|two|three|first|least|adults?|patients?|people|women|men|children|all|general|doses?|dose|days?|weeks?|months?|years?|"
    r"product|this|that|these|those|it|which|whom|trials?|studies|a (?:\d|trial)|order|addition|combination|place|case|some|many|"
    r"UK|US|NHS|British|Australian|Canadian|Swiss|United|Scotland|England|NICE|European|Irish|Scottish|German|hospital|guideline|"
    r"review|label|use|treatment|prevention)\b)[a-zA-Z][\w'’-]{3,}|"
    r"\bto (?:prevent|treat|control|relieve|ease|suppress|lower|reduce|stop|clear|thin|keep|dissolve)\b|"
    r"\b(?:treatment|prevention|prophylaxis|relief|management) (?:of|against)\b|\btreats?\b|\bprevents?\b",
    re.I,
)
_GOOD = (
    r"(?:used|given|indicated|licen[cs]ed|approved|recommended|suggested|offered|considered|preferred|advised|prescribed|started|taken|"
    r"added|continued|first[- ](?:line|choice)|(?:the |a )?(?:first|usual|standard|second)[- ]?(?:line)? ?(?:drugs?|choice|treatment|option|antibiotic|vasopressor)s?|"
    r"(?:an? )?(?:options?|alternatives?|treatments?|drugs?)|effective|for|helpful|kept|the \w+ (?:drug|treatment|antibiotic|vasopressor|choice))"
)
_IS_GIVEN = re.compile(
    rf"^[^;]{{0,90}}?\b(?:is|are|was|were|may be|can be|should be|must be|be|has been|have been)\b (?:\w+ly |also |then |often |usually |still |among the |one of the )*{_GOOD}\b",
    re.I,
)
_ACTS = re.compile(
    r"^(?:[^;·]|·+(?:, | and | or )){0,60}?\b(?:treats?|prevents?|lowers?|reduces?|relieves?|eases?|(?:may|can) (?:help|be considered|treat|prevent|relieve|ease|lower|reduce)|helps?|"
    r"starts? (?:at|with)|begins? (?:at|with)|takes the place)\b",
    re.I,
)
_IS_DOSED = re.compile(
    r"^(?: [^,;·]{0,25})? (?:for|in|against|to (?:prevent|treat)) [^;]{3,90}? (?:is|are|starts?|begins?|needs?|consists?)\b",
    re.I,
)
# Whoever gives, recommends or treats with what stands behind.
_GIVES = re.compile(
    r"\b(?:recommends?|suggests?|offers?|gives?|uses?|treats?|considers?|prefers?|adds?|starts?|prescribes?|allows?|names?|puts?|"
    r"advises?|receives?|regards?|"
    r"(?:treated|managed|handled|controlled|relieved|given|start(?:s|ed)?|replaced) (?:first )?(?:with|by)|"
    r"(?:drugs?|treatments?|choices?|options?|regimens?|therapy)\b[^;]{0,80}\b(?:is|are|include|includes))\b[^;]{0,60}$",
    re.I,
)
_DENIAL = re.compile(
    r"\b(?:not|never|no|nor|neither|contra-?indicated|avoid\w*|against|(?<!used to )stop\w*|withh[eo]ld\w*|withdr\w+|instead of|rather than|"
    r"cannot|fails?|failed|switch\w*|excludes?|unsuitable|interrupt\w*)\b",
    re.I,
)
_LIMITED = re.compile(r"\b(?:not|never|unless|though|although|except|without)\b", re.I)
# What tells of its blood levels, of a test or of harm, not of what it is for.
_OTHERWISE = re.compile(
    r"\b(?:caus(?:es?|ed)|overdos\w*|interact\w*|levels?|exposure|caution|clearance (?:of|was|fell)|half-life|absor\w+|tests?|tested|"
    r"monitor\w*|reversed|holiday|evidence (?:on|of|is|for)|healthy|defin\w+|means|meant|bleeding risk)\b",
    re.I,
)
_OF_WHAT_IT_DOES = re.compile(r"(?<=\w), which can\b[^;]*")  # of what it acts on: "lowers X, which can cause …"
_OUTRIGHT = re.compile(
    r"\b(?:used (?:for|in|to|against)|indicated|licen[cs]ed|approved|is for|are for|treats?|helps? to|of choice|first[- ](?:line|choice))\b",
    re.I,
)
_RECOMMENDED = re.compile(r"\b(?:recommend|suggest|offer|consider|prefer|option)", re.I)
_DOSE = re.compile(r"\d\s?(?:mg|micrograms?|g|units?|mL|IU)\b", re.I)
_UNLESS = re.compile(r"\b(?:not|never|avoid\w*)\b|n['’]t\b", re.I)  # asks when it is not given


def _told(said: Said) -> bool:
    if not set(said.names) - set(said.classes):
        return False  # what one of a class is for another of it need not be
    return any(name.own and _told_of(clause, name) for clause in clauses_of(said) for name in clause.named)


def _told_of(clause: Clause, name: Named) -> bool:
    before, behind = clause.text[: name.start - clause.start], clause.text[name.end - clause.start :]
    if _OTHERWISE.search(_OF_WHAT_IT_DOES.sub("", clause.text)):
        return False
    if not name.governed:
        for pattern in (_IS_GIVEN, _ACTS, _IS_DOSED):
            found = pattern.match(behind)
            denied = found is not None and _DENIAL.search(f"{before[-40:]}{behind[: found.end() + 25]}") is not None
            if found is not None and not denied:
                return pattern is _ACTS or _for_something(before, behind, found.end())
    gives = _GIVES.search(before)
    return gives is not None and _DENIAL.search(gives.group()) is None and _for_something(before, behind, 0)


def _for_something(before: str, behind: str, told: int) -> bool:
    """Whether it is said for what it is given: in front of it, or behind it as far as that is not denied again."""
    limit = _LIMITED.search(behind, told)
    return (
        _WHAT.search(f"{before} {behind[: limit.start()] if limit is not None else behind}".replace("·", ""))
        is not None
    )


def _before(said: Said) -> int:
    """Of sentences on the drug itself, what it is for in so many words comes first, and a dose last."""
    outright = 2 if _OUTRIGHT.search(said.text) else 1 if _RECOMMENDED.search(said.text) else 0
    return 4 * itself_first(said) + outright + int(_DOSE.search(said.text) is None)


USES = Ask("uses", DRUGS, _ASKED, _told, "what {} is used for", _before, _FRAME, _UNLESS)
