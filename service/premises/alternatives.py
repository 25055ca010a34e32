"""Two of which a sentence says that it is the one and not the other, where a question takes the other for granted.

"A fasting glucose, not a tolerance test", "immediate-release rather than controlled-release", "ferritin is the most
useful marker": what is said is in the words, whatever the matter. The sentence has to bear on the assumption as well as
any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import STOPWORDS, terms
from service.premises.bearing import MEANT, NAMED, Bearing, is_near
from service.sentences.candidates import Candidate

_CONTRASTING = 3  # sentences that bear on the assumption most, of which one may contradict it
_PASSED_OVER = re.compile(
    r"(?P<chosen>[^,;:()]+?)(?:,\snot|,?\s(?:but not|and not|rather than|instead of|in place of))\s"
    r"(?:by |with |from |as |in |on |at |of |to |due to |because of |the result of )?"
    r"(?:an?\s|the\s)?(?P<other>[^,;:()]+)",
    re.I,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|may|should|must|will|in|on|for|with|when|if|at|before|after|to|"
    r"and|or|within|during)\b",
    re.I,
)
# A clause with one of these denies something itself, or compares two.
_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|neither|none|cannot|without|\w+n't|rather|instead|replac\w+|in place of|takes? over from|"
    r"over)\b",
    re.I,
)
_MOST = re.compile(
    r"\b(?:the|as)\s(?:single\s|usual\s|by far\s)*(?P<most>(?:most|least) \w+|best|commonest|main|chief|leading|"
    r"strongest|preferred|first|only)\s(?P<what>[\w'’-]+)",
    re.I,
)
_IS = re.compile(r"\b(?:is|are|was|were|being|remains?|as)\s+$", re.I)
_UNDONE = re.compile(r"\b(?:delayed|withheld|stopped|kept waiting|held)\b", re.I)
_FEW = 4  # words of a passed-over alternative that are compared


def chosen_otherwise(clause: str, borne: Sequence[Bearing]) -> Candidate | None:
    """The sentence of ``borne`` (best first) that chooses another one over what ``clause`` takes for granted, or says
    of another one that it is the most; None where none does surely.
    """
    if not borne or _NEGATION.search(clause):
        return None
    own = frozenset(terms(clause)) - STOPWORDS
    for bearing in borne[:_CONTRASTING]:
        text = bearing.candidate.text
        if is_near(bearing, borne[0], MEANT) and (
            (bearing.named >= NAMED and _passes_over(text, own)) or _most_is_another(text, clause)
        ):
            return bearing.candidate
    return None


def passed_over(clause: str, candidate: Candidate) -> bool:
    """Whether ``candidate`` says in so many words that it is another one, not the one of ``clause``."""
    return _passes_over(candidate.text, frozenset(terms(clause)) - STOPWORDS)


def _passes_over(text: str, own: frozenset[str]) -> bool:
    """Whether ``text`` says "A, not B" where B, and not A, is among the words ``own``."""
    for match in _PASSED_OVER.finditer(text):
        chosen = _content(_VERB.split(match["chosen"])[-1])
        other = _content(_VERB.split(match["other"])[0])
        other -= _content(" ".join(_UNDONE.findall(match["other"])))  # "rather than delayed for B"
        only = other - chosen
        chosen = _content(" ".join(match["chosen"].split()[-_FEW:]))
        if only and len(other) <= _FEW and other <= own and chosen - other and not (chosen - other) & own:
            return True  # a clause that names both compares them
    return False


def _content(words: str) -> frozenset[str]:
    return frozenset(terms(words)) - STOPWORDS


def _most_is_another(text: str, clause: str) -> bool:
    """Whether ``text`` says of another one than ``clause`` that it is the most, best or first of the same."""
    assumed, told = _most(clause), _most(text)
    if assumed is None or told is None or assumed[1:] != told[1:]:
        return False
    match = _MOST.search(clause)
    behind = _content(clause[match.end() :]) if match is not None else frozenset()
    if 2 * len(behind & frozenset(terms(text))) < len(behind) or not behind:
        return False  # of something else
    return bool(assumed[0]) and bool(told[0]) and not assumed[0] & told[0]


def _most(text: str) -> tuple[frozenset[str], str, frozenset[str]] | None:
    """What is said to be the most, the word for that, and of what."""
    match = _MOST.search(text)
    if match is None or not _IS.search(
        text[: match.start() + (3 if match.group().casefold().startswith("as ") else 0)]
    ):
        return None
    head = _IS.sub("", text[: match.start()])
    if _NEGATION.search(head):
        return None
    return _content(re.split(r"[,;:]", head)[-1]), match["most"].casefold(), frozenset(terms(match["what"]))
