"""What is asked of a hospital's own pathways, protocols and services by name: how one refers to them, and who goes there
or does not.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import Ask
from service.sentences.bare.reading.said import Said

_FRAME = frozenset(
    """refer referral referrals patient patients someone somebody into process route form access enter enters go goes
    put there suitable criteria criterion""".split()
)
_REFERRAL_ASKED = re.compile(
    r"\brefer(?:ral|rals|red|ring)?\b|\b(?:access|activate|contact|book|trigger)(?:ed|ing)?\b|\b(?:phone|telephone|bleep|extension) number\b",
    re.I,
)
_EXCLUSION_ASKED = re.compile(
    r"\bexclu(?:sions?|ded?|ding)(?: criteria)?\b|\bnot (?:eligible|suitable|accepted)\b|\bineligible\b|\bcontra-?indicat\w+\b",
    re.I,
)
_INCLUSION_ASKED = re.compile(
    r"\beligib(?:le|ility)\b|\binclu(?:sions?|ded?)\b|\bcriteria\b|\bwho (?:goes|enters|should go|can go)\b|"
    r"\bwho is(?= [^?]*\bfor\W*$)|\bwhich patients\b",
    re.I,
)
_REFERS = re.compile(r"\b(?:refer\w*|call(?:s|ing)?|contact\w*|book\w*|activat\w*|bleep\w*|phon\w+|e-?mail\w*)\b", re.I)
_EXCLUDES = re.compile(r"\bexclu\w+|\b(?:do|does|is|are|must|should|can|may)(?: not|n['’]t)\b|\bunsuitable\b", re.I)
_INCLUDES = re.compile(
    r"\b(?:eligible|suitable|inclu\w+|enters?|qualif\w+|accepts?|accepted|is for|are for|route for|pathway for|"
    r"service for)\b",
    re.I,
)


def _tells(said: Said, verbs: re.Pattern[str]) -> bool:
    return bool(said.names) and verbs.search(said.masked) is not None


def _excludes(said: Said) -> bool:
    return _tells(said, _EXCLUDES)


def _includes(said: Said) -> bool:
    return _tells(said, _INCLUDES) and not _excludes(said)


def _refers(said: Said) -> bool:
    return _tells(said, _REFERS)


_KINDS = frozenset({"other"})
OF_PATHWAYS: tuple[Ask, ...] = (
    Ask("exclusions", _KINDS, _EXCLUSION_ASKED, _excludes, "who is excluded from the {}", frame=_FRAME),
    Ask("referral", _KINDS, _REFERRAL_ASKED, _refers, "how to refer to the {}", frame=_FRAME),
    Ask("eligibility", _KINDS, _INCLUSION_ASKED, _includes, "who the {} is for", frame=_FRAME),
)
