"""How many points an item of a score is worth, where a question takes another number for granted.

"1 point each for age above 60 and risk factors, and 2 points each for past thrombosis and JAK2" is read item by item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import STOPWORDS, terms
from service.premises.bearing import Bearing
from service.sentences.candidates import Candidate

_NUMBERS = {"half a": 0.5, "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
_NUMBER = r"(?:\d+(?:\.\d+)?|half a|a|one|two|three|four|five)"
_CLAIMED = re.compile(
    rf"(?P<item>[^,;:]+?)\s(?:counts?(?: as| for)?|gives?|scores?|adds?|is worth|brings?|earns?|gets?|carries|has)\s"
    rf"(?:only |just |as much as )?(?P<points>{_NUMBER}) points?\b(?! or\b)",
    re.I,
)
_FOR = re.compile(  # "2 points each for A and B", "1 point each goes to A"
    rf"(?P<points>{_NUMBER}) points?(?: each| apiece)?(?: (?:for|to|goes to|go to|are given for|is given "
    rf"for))\s(?P<items>.+?)"
    rf"(?=(?:,|;)?(?: and)? {_NUMBER} points?\b|[;.]|,? with(?:out)? |$)",
    re.I,
)
_ITEM = re.compile(r",\s*(?:and |or )?|\s(?:and|or)\s", re.I)
_BRACKET = re.compile(r"\([^()]*\)")
_LEAD = re.compile(r"^(?:in|on|for|by|with)\s[^,]*,\s*(?P<rest>.+)$", re.I)
_LOOKED_AT = 3  # sentences that bear on the assumption most
_EMPTY = STOPWORDS | frozenset(
    terms("score point points item age history past previous years year over above more less least")
)


def worth_otherwise(clause: str, borne: Sequence[Bearing]) -> tuple[int, Candidate | None]:
    """1 where a sentence gives an item of a score as many points as ``clause`` does, -1 where it gives it another
    number, else 0.
    """
    lead = _LEAD.match(clause)
    match = _CLAIMED.search(lead["rest"] if lead is not None else clause)
    if match is None:
        return 0, None
    item = _content(match["item"])
    for bearing in borne[:_LOOKED_AT]:
        score = frozenset(terms(clause)) - frozenset(terms(match["item"])) - _EMPTY
        if score and not score & bearing.candidate.around:
            continue  # of another score
        best: tuple[int, float] | None = None  # words shared, points
        for told in _FOR.finditer(_BRACKET.sub(" ", bearing.candidate.text)):
            for part in _ITEM.split(told["items"]):
                own = _content(part)
                shared = len(own & item)
                if shared and 2 * shared >= len(own) and (best is None or shared > best[0]):
                    best = (shared, _number(told["points"]))
        if best is not None:
            return (1 if best[1] == _number(match["points"]) else -1), bearing.candidate
    return 0, None


def _content(text: str) -> frozenset[str]:
    return frozenset(term for term in terms(text) if not term[0].isdigit()) - _EMPTY


def _number(written: str) -> float:
    return _NUMBERS.get(written.casefold()) or float(written)
