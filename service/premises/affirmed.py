"""What a question takes not to be so, where the sentence that bears on it says that it is.

"A does not show X" against "A can usually show X", "X never goes away" against "X can go away": the other side of
:mod:`service.premises.negated`. What is denied is in the words, whatever the matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.premises.bearing import MEANT, Bearing, surely_on_it
from service.premises.naming import akin
from service.premises.narrower import for_fewer
from service.sentences.candidates import Candidate
from service.sentences.figures import figures

_LOOKED_AT = 2  # sentences that bear on the assumption most, of which one may affirm it
_SHARED = 0.6  # share of what the assumption denies, and of whom it says so, that the sentence says
_FEWEST = 2  # words in both together
_DENIED = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|can|could|has|have|will) (?:not|never)|cannot|never|"
    r"(?:is|are|do|does|did|was|were|has|have|could)n['’]t|can['’]t)\s(?P<what>[^,;:()]+)",
    re.I,
)
_ANY_DENIAL = re.compile(
    r"\b(?:not|never|no|nor|neither|none|cannot|without|\w+n['’]t|only|unless|except|rarely|seldom|hardly|unlikely|fail\w*|"
    r"lack\w*|avoid\w*|against|contra-?indicat\w*|rather|instead|stop\w*|un(?:necessary|safe|common|likely|suitable)|"
    r"insufficient|little|(?:less|fewer)(?! than \d)|exclud\w+|rul(?:es?|ed) out|if|whether|absence|free of)\b",
    re.I,
)
_NOT_ALL = re.compile(  # what is not so of all may be so of some
    r"\b(?:all|always|every\w*|each|alone|only|routine(?:ly)?|necessarily|by itself|usually|often|any (?:more|longer)|"
    r"first|most|better|worse|more|fully|completely|yet)\b",
    re.I,
)
_END = re.compile(
    r"\s(?:but|and|who|which|that|because|since|although|unless|whereas|while|if|when|until|before|after|than|or|"
    r"even|by (?:itself|themselves))\s",
    re.I,
)
_VERBS = frozenset(terms("make makes be get gets become becomes patient patients people any other usually"))


def affirmed_after_all(clause: str, borne: Sequence[Bearing], asked: str, glossary: Glossary) -> Candidate | None:
    """The sentence of ``borne`` (best first) that affirms what ``clause`` denies, in its words and of the same; None
    where none does surely. ``asked``: the whole question.
    """
    match = _DENIED.search(clause)
    if not borne or match is None or figures(clause) or _ANY_DENIAL.search(clause[: match.start()]):
        return None
    scope = _END.split(match["what"])[0]
    if _ANY_DENIAL.search(scope) or _NOT_ALL.search(clause):
        return None
    denied = _content(scope)
    subject = _content(clause[: match.start()])
    if not denied or not subject:
        return None
    done = frozenset(terms(scope.split()[0]))
    for bearing in borne[:_LOOKED_AT]:
        text = bearing.candidate.text
        if not surely_on_it(bearing, borne[0], MEANT) or _ANY_DENIAL.search(text):
            continue
        there = frozenset(terms(text))
        of_what, of_whom = _shared(denied, there), _shared(subject, there)
        if (
            _shared(done, there) == len(done)
            and of_what >= _SHARED * len(denied)
            and of_whom >= _SHARED * len(subject)
            and of_what + of_whom > _FEWEST
            and not for_fewer(bearing.candidate, len(text) // 2, asked, glossary)
        ):
            return bearing.candidate
    return None


def _content(words: str) -> frozenset[str]:
    return frozenset(term for term in terms(words) if not term[0].isdigit()) - STOPWORDS - _VERBS


def _shared(own: frozenset[str], there: frozenset[str]) -> int:
    """How many of ``own`` are in ``there``, be it in another form ("goes", "go")."""
    return sum(term in there or term[:-1] in there or any(akin(term, other) for other in there) for term in own)
