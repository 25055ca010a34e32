"""Where a patient asks how what is past is kept from coming again, or what may be taken for something, what calls for
help does not stand first.
"""

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

_WHAT_TO_TAKE = re.compile(
    r"\b(?:what|wat|wot|which|anything)\b[^?.]{0,60}\b(?:take|have|use|buy)\b|"
    r"\b(?:what|which|wat) (?:pain ?(?:killers?|tablets?|pills?|relief|medic\w+))\b",
    re.I,
)


def calls_for_help(text: str) -> bool:
    """Whether a sentence calls for help."""
    return _CALLS.search(text) is not None


def calls_too_early(asked: str, text: str) -> bool:
    """Whether a sentence ``text`` calls for help, where it is ``asked`` for none, but how something is kept from coming
    again, or what may be taken.
    """
    if not calls_for_help(text) or _ASKS_FOR_HELP.search(asked):
        return False
    return _AGAIN.search(asked) is not None or _WHAT_TO_TAKE.search(asked) is not None
