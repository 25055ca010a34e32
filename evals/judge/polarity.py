"""Negation and direction: whether two texts say the opposite of what they share."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.text import terms

_CUE = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|can't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|"
    r"shouldn't|"
    r"lack(?:s|ed|ing)?(?: of)?|absence of|absent|fail(?:s|ed|ure)? to|unable to|unlikely|insufficient|little|"
    r"rather than|"
    r"instead of|rarely|hardly|scarcely|none)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[.;:!?]|,\s|\b(?:but|although|though|however|whereas|while|except|unless|because|which|who)\b", re.IGNORECASE
)
_IDIOMS = re.compile(
    r"\bnot only\b|\bno longer than\b|\bno (?:more|less|fewer) than\b|\bwhether or not\b|\bno doubt\b", re.IGNORECASE
)
# Opposite poles; a text that holds one pole of an axis where the other holds only the opposite points the other way.
_AXES: tuple[tuple[str, str], ...] = (
    (
        r"increas\w*|rais(?:e[sd]?|ing)|elevat\w*|higher|greater|upregulat\w*|enhanc\w*|promot\w*|activat\w*|induc\w*|"
        r"stimulat\w*|worsen\w*|exacerbat\w*|more likely|longer|larger|stronger|overexpress\w*|gain",
        r"decreas\w*|reduc\w*|lower\w*|less|smaller|downregulat\w*|inhibit\w*|suppress\w*|attenuat\w*|prevent\w*|block\w*|"
        r"impair\w*|diminish\w*|declin\w*|less likely|shorter|weaker|protect\w*|alleviat\w*|loss|knockdown|"
        r"deficien\w*|fewer",
    ),
    (
        r"recommend\w*|indicated|preferred|first[- ]line|should be (?:given|offered|used|started|considered)|"
        r"advis\w*|encourag\w*",
        r"contra-?indicat\w*|avoid\w*|against|discourag\w*|should be (?:withheld|stopped|discontinued)|"
        r"must be stopped|withh[eo]ld\w*",
    ),
    (
        r"effective|efficac\w*|benefi\w*|improv\w*|better|superior|safe|success\w*|well tolerated",
        r"ineffective|harm\w*|worse|inferior|unsafe|dangerous|useless|toxic\w*|futile",
    ),
    (r"early|earlier|immediate\w*|before|prior", r"late|later|delay\w*|after|following"),
    (r"positive\w*", r"negative\w*|inverse\w*"),
    (r"acute\w*", r"chronic\w*"),
    (r"start\w*|initiat\w*|continu\w*|resum\w*", r"stop\w*|discontinu\w*|cease\w*|withdraw\w*|interrupt\w*"),
    (r"common\w*|frequent\w*|usual\w*|often|always", r"rare\w*|uncommon\w*|infrequent\w*|seldom|never"),
    (r"high", r"low"),
    (r"all\b|every", r"none|no\b"),
)  # fmt: skip
_POLES = tuple(
    (re.compile(rf"\b(?:{up})\b", re.IGNORECASE), re.compile(rf"\b(?:{down})\b", re.IGNORECASE)) for up, down in _AXES
)
_SCOPE = 7  # content terms that a cue reaches at most


@lru_cache(maxsize=20_000)
def negated_terms(text: str) -> frozenset[str]:
    """Terms that stand in the scope of a negation: from the cue to the end of its clause, a few words at most."""
    found: set[str] = set()
    plain = _IDIOMS.sub(" ", text)
    for cue in _CUE.finditer(plain):
        rest = plain[cue.end() :]
        end = _CLAUSE_END.search(rest)
        found.update(terms(rest[: end.start()] if end else rest)[:_SCOPE])
    return frozenset(found)


def negation_conflict(statement: str, evidence: str) -> float:
    """Share of the shared terms that one text negates and the other does not: 0 where both agree, 1 where all
    differ.
    """
    shared = set(terms(statement)) & set(terms(evidence))
    if not shared:
        return 0.0
    return len((negated_terms(statement) ^ negated_terms(evidence)) & shared) / len(shared)


def has_negation(text: str) -> bool:
    """Whether any negation stands in ``text``."""
    return _CUE.search(_IDIOMS.sub(" ", text)) is not None


def directions(statement: str, evidence: str) -> tuple[int, int]:
    """On how many axes (more or less, for or against …) the texts point (the same, the opposite) way."""
    same = opposite = 0
    for mine, other in zip(_poles(statement), _poles(evidence), strict=True):
        if mine and other:
            same += mine == other
            opposite += mine == -other
    return same, opposite


@lru_cache(maxsize=20_000)
def _poles(text: str) -> tuple[int, ...]:
    """For each axis: 1 where only its first pole stands in ``text``, -1 where only its second, else 0."""
    found = []
    for up, down in _POLES:
        has_up, has_down = up.search(text) is not None, down.search(text) is not None
        found.append(has_up - has_down)
    return tuple(found)
