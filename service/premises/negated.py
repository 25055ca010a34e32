"""A sentence that says of the same just what a question takes for granted, with a "not" before it.

"X is a normal part of Y" against "X is not a normal part of Y": what is denied is in the words, whatever the matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.premises.bearing import MEANT, Bearing, surely_on_it
from service.premises.naming import akin
from service.premises.narrower import for_fewer
from service.premises.others import on_the_other_side
from service.premises.told_figures import has_figures_of
from service.sentences.candidates import Candidate
from service.sentences.figures import figures

_LOOKED_AT = 3  # sentences that bear on the assumption most, of which one may deny it
_SHARED = 0.6  # share of what it denies that the assumption says,
_FEWEST = 2  # and words of that
_NOT = re.compile(
    r"\b(?:is|are|was|were|do|does|did|can|could|should|must|may|will|has|have|be)\s(?:not|never|no longer)\s"
    r"(?P<a>[^,;:()]+)|\bcannot\s(?P<b>[^,;:()]+)|\bno longer\s(?P<c>[^,;:()]+)|"
    r"\b(?:and|but)\snot\s(?P<d>[^,;:()]+)|"
    r"\bnever\s(?P<f>\w+ly\s[^,;:()]+)|"
    r"\b(?:is|are|was|were|be)\sun(?P<e>(?:common|likely|safe|necessary|usual|suitable|reliable|proven|helpful)\b[^,;:()]*)",
    re.I,
)
# "Marks a non-response" against "shows a response", at the same figure.
_NON = re.compile(
    r"\b(?:marks?|means?|shows?|defines?|indicates?|predicts?|is|are|counts? as)\s(?:an?\s)?"
    r"non-?(?P<what>[a-z]{5,})",
    re.I,
)
_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|neither|none|cannot|without|\w+n't|unnecessary|fail\w*|lack\w*|rarely|only|against|avoid\w*|"
    r"kept away|contra-?indicat\w*|stop\w*|out|lost|instead|rather|un(?:suitable|safe|wise|reliable|able|"
    r"licensed|helpful))\b",
    re.I,
)
_END = re.compile(
    r"\s(?:but|and|who|which|that|because|since|although|unless|whereas|while|if|when|until|before|after|than|or)\s",
    re.I,
)
_IF = re.compile(r"\b(?:if|when|where|unless|until|once|who|whom)\b[^,;]*$", re.I)
_ORDERED = re.compile(r"(?:^|[,;:]\s|\b(?:and|but)\s)$", re.I)  # "With X, do not take Y"
_TOO = re.compile(r"\b(?:and|but)\s*$", re.I)
_DO = re.compile(r"do\b", re.I)
_IN_PLACE = re.compile(r"\b(?:alternatives?|substitutes?|replacements?) (?:to|for)\b", re.I)
_SIDE = 4  # words
_HOW = 2  # words: how, and what is done
_VERBS = frozenset(terms("make makes be get gets cause causes become becomes patient patients people"))


def denied_as_said(clause: str, borne: Sequence[Bearing], asked: str, glossary: Glossary) -> Candidate | None:
    """The sentence of ``borne`` (best first) that denies what ``clause`` says, in its words and of the same; None where
    none does surely. ``asked``: the whole question.
    """
    if not borne or _NEGATION.search(clause):
        return None
    own = frozenset(terms(clause)) - STOPWORDS
    for bearing in borne[:_LOOKED_AT]:
        candidate = bearing.candidate
        if not surely_on_it(bearing, borne[0], MEANT):
            continue
        if bearing is borne[0] and _of_its_opposite(clause, own, candidate.text):
            return candidate
        for match in _NOT.finditer(candidate.text):
            at = match.start(match.lastgroup or 0)
            scope = _END.split(candidate.text[at : match.end()])[0]
            said = [term for term in terms(scope) if term not in STOPWORDS and term not in _VERBS]
            if _IN_PLACE.search(scope):
                continue  # of which of two it is said decides (see :mod:`service.premises.comparisons`)
            if not said or not (said[0] in own or any(akin(said[0], term) for term in own)):
                continue  # something else is denied of the same
            denied = frozenset(said)
            shared = frozenset(term for term in denied if term in own or any(akin(term, other) for other in own))
            before = candidate.text[: match.start()] + (" and" if match["d"] else "")
            if _IF.search(before) or (_DO.match(match.group()) and _ORDERED.search(candidate.text[: match.start()])):
                continue  # only a condition, or an order: what is refused, not what is not so
            if match["f"] and frozenset(said[:_HOW]) <= own and len(shared) > _HOW:
                denied = shared  # "never fully does it to X": how, what and to what are said
            if (
                (len(shared) >= _FEWEST or (denied <= own and len(_subject(before) & own) >= _FEWEST))
                and shared
                and len(shared) >= _SHARED * len(denied)
                and _subject(before) & (own - shared)
                and (_TOO.search(before) or not for_fewer(candidate, match.start(), asked, glossary))
            ):
                return candidate
    return None


def _of_its_opposite(clause: str, own: frozenset[str], text: str) -> bool:
    """Whether ``text`` says "non-X" of the very figure of which ``clause`` says X, on the same side."""
    if not figures(clause) or re.search(r"\bnon-", clause, re.I) or on_the_other_side(clause, text):
        return False
    told = _NON.search(text)
    return told is not None and frozenset(terms(told["what"])) <= own and has_figures_of(clause, text)


def _subject(before: str) -> frozenset[str]:
    """The words of what is spoken of ahead of a denial: those at its side, or where it is one of two things said
    ("X does A and is not B") those at the beginning.
    """
    found = [term for term in terms(before) if term not in STOPWORDS]
    return frozenset(found[:_SIDE] if _TOO.search(before) else found[-_SIDE:])
