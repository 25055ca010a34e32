"""A finding that is taken to rule something out, where the library says that it means it.

"A normal value rules out Y" against "a normal value counts as Y": a fact of wording, whatever the matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import STOPWORDS, terms
from service.premises.bearing import MEANT, Bearing, surely_on_it
from service.sentences.candidates import Candidate

_SHARED = 0.6  # share of the finding, and of what it is taken to rule out, that the sentence says in its place
_RULES_OUT = re.compile(
    r"^(?P<finding>.+?)\s(?:rul(?:es?|ed) out|excludes?|speaks? against|(?:is|are) reassuring (?:in|about|for))\s"
    r"(?P<what>[^,;:]+)",
    re.I,
)
_MEANS = re.compile(
    r"(?P<finding>[^,;:]+?)\s(?:counts? as|means?|marks?|indicates?|points? to|confirms?|defines?)\s(?P<what>[^,;:]+)",
    re.I,
)
_DENIAL = re.compile(r"\b(?:not|never|no|cannot|without|unless|only|rul(?:es?|ed) out|exclud\w+|\w+n['’]t)\b", re.I)


def means_it(clause: str, borne: Sequence[Bearing]) -> Candidate | None:
    """The sentence that bears on ``clause`` most, where it says that the finding means what ``clause`` takes it to rule
    out; None where it does not.
    """
    assumed = _RULES_OUT.match(clause)
    if not borne or assumed is None or _DENIAL.search(assumed["finding"]) or _DENIAL.search(assumed["what"]):
        return None
    best = borne[0]
    if not surely_on_it(best, best, MEANT) or _DENIAL.search(best.candidate.text):
        return None
    finding, what = _content(assumed["finding"]), _content(assumed["what"])
    for told in _MEANS.finditer(best.candidate.text):
        about = _content(told["finding"])
        both = about | _content(told["what"])
        if (
            len(finding & about) >= _SHARED * len(finding)
            and len(what & both) >= _SHARED * len(what)
            and what & _content(told["what"])
        ):
            return best.candidate
    return None


def _content(words: str) -> frozenset[str]:
    return frozenset(terms(words)) - STOPWORDS
