"""What a score or a set of criteria is: what it counts, what it tells, how it is computed; not what one of its items
means, nor what is done from some points on.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import Ask
from service.sentences.bare.of_illnesses.definition import ASKED as WHAT_IS_ASKED
from service.sentences.bare.of_illnesses.definition import defined
from service.sentences.bare.reading.marks import marked
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT

_ASKED = re.compile(
    rf"{WHAT_IS_ASKED.pattern}|\bhow (?:do (?:you|i|we)|to|does one) (?:calculate|work out|compute|score|count|determine)\b|"
    r"\bhow (?:is|are)\b(?=[^?]*\b(?:calculated|worked out|computed|scored|counted|determined)\b)|\b(?:calculated|worked out|computed|scored)\b|"
    r"\b(?:items|components?|criteria|variables|parameters|points|formula|equation|calculation|contents?|parts) (?:of|in|for)\b|"
    r"\b(?:items|components?|variables|parameters|points|formula|equation|calculation)(?=\W*$)|"
    r"\bwhat (?:does|do|goes)\b(?=[^?]*\b(?:measure|consist|include|contain|count|assess|tell|mean|predict|estimate|use|into|stand)\b)|"
    r"\b(?:measures?|consists? of|includes?|contains?|counts?|assess(?:es)?|predicts?|estimates?|goes into)(?=\W*$)",
    re.I,
)
_NAME = rf"(?:older |modified |quick |two-level |three-level |original |simplified )?{SUBJECT}(?: (?:prediction |risk |prognostic |VTE )?(?:score|scale|index|rule|system|criteria|tool|questionnaire|function))?"
_TITLED = (
    rf"^(?:In SI units |When [^,]{{3,40}}, )?(?:The |An? )?{_NAME}(?: \([^)]*\))?(?: (?:of|for|in) [^,.;:]{{3,45}}?)?"
)
# What it is or serves for, then what it counts, then how it is computed, then its range.
_IS = re.compile(
    rf"{_TITLED},?(?: with or without [^,]+,)?(?: or \S+)? (?:is|are) (?:an? |the )?(?:[\w-]+ ){{0,4}}(?:score|scale|index|rule|system|tool|test|measure|questionnaire|instrument|used to|used in|used for)\b|"
    rf"{_TITLED} (?:stages|grades|classifies|estimates|predicts|measures|assesses|judges|asks for|helps?|tells|ranks|rates)\b|"
    rf"{_TITLED} after [^,.;]{{3,40}} is used\b",
    re.I,
)
_COUNTS = re.compile(
    rf"{_TITLED} (?:counts?|gives?|adds?|subtracts?|has \d+ items|combines?|consists? of|is made (?:up )?of|scores)\b|"
    rf"^The (?:\w+ )?(?:part|factors|items|criteria|components|points) of (?:the )?{_NAME}",
    re.I,
)
_COMPUTED = re.compile(rf"{_TITLED} (?:is|are) (?:computed|calculated|worked out|the sum|\d[\d:.]*\s?[×x*+])", re.I)
_RANGE = re.compile(rf"{_TITLED} (?:runs?|goes|ranges?) from \d", re.I)
_BANDS = re.compile(
    rf"^An? {_NAME} (?:of |[<>≥≤]|below|above)[^.;]{{1,20}}? (?:means|marks|counts as|indicates|defines)\b", re.I
)
_IN_ORDER = (_BANDS, _RANGE, _COMPUTED, _COUNTS, _IS)


def _rank(said: Said) -> int:
    text = marked(said)
    return max((place for place, way in enumerate(_IN_ORDER, start=1) if way.search(text)), default=0)


def _told(said: Said) -> bool:
    return _rank(said) > 0 or defined(said)


SCORED = Ask("what a score is", frozenset({"score"}), _ASKED, _told, "what {} is", _rank)
