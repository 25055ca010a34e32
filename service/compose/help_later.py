"""Where a patient asks how what is past is kept from coming again, what calls for help does not stand first."""

from __future__ import annotations

import re

_CALLS = re.compile(
    r"\b(?:call|ring|phone) (?:an |the |your )?(?:ambulance|doctor|999|112|911|emergency)\b|\bget (?:medical )?help\b|"
    r"\bgo to (?:an? |the )?(?:emergency|hospital|A&E)\b|\bat once\b",
    re.I,
)
_ASKS_FOR_HELP = re.compile(
    r"\b(?:call|ring|phone|doctors?|gp|hospital|help|ambulance|999|112|911|urgent\w*|emergency|a&e|wait|worr\w+|serious|"
    r"danger\w*|look out|watch (?:out )?for|what if|now)\b",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:prevent\w*|avoid(?:ing)?|stop(?:ping)?|keep)\b[^.?]{0,40}"
    r"\b(?:again|another|from happening|a second|next one|recur\w*)\b|"
    r"\b(?:happening|happen|come back|coming back) again\b",
    re.I,
)


def calls_too_early(asked: str, text: str) -> bool:
    """Whether a sentence ``text`` calls for help, where it is ``asked`` for none, but how something is kept from coming
    again.
    """
    if _CALLS.search(text) is None or _ASKS_FOR_HELP.search(asked):
        return False
    return _AGAIN.search(asked) is not None
