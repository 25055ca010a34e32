"""Whether it is asked what to do, and whether a sentence says that something is done."""

from __future__ import annotations

import re

from service.sentences.doses import gives_dose

_ASKS = re.compile(r"\bwhat (?:to|(?:should|must|do|can|would) (?:i|we|you|one)) do\b|\bwhat now\b", re.I)
_DONE = re.compile(
    r"\b(?:giv(?:en|es|e)|treat(?:ed|s)|start(?:ed|s)?|stop(?:ped|s)?|with(?:held|holds?|draws?|drawn)|"
    r"h[eo]lds?(?: back)?|used|infus\w+|transfus\w+|recommend\w*|suggest\w*|advis\w+|offer\w*|"
    r"refer(?:red|s)?|admit\w*|calls? for|"
    r"replace[sd]?|repeat(?:ed|s)?|lower(?:ed|s)|reduce[sd]?|correct(?:ed|s)|discuss(?:ed|es)|needs?|should|must|"
    r"record(?:ed|s)|add(?:ed|s)|measured|check(?:ed|s)|monitored|consider\w*|omit\w*|restrict\w*|avoid\w*|"
    r"contra-?indicat\w+|switch\w*|continue[sd]?|removed?|done|means stopping|looks? for|"
    r"spaced|begins?|applied|kept|guided|required|requires|indicated|preferred|first choice|injected|sought)\b",
    re.I,
)


def asks_what_to_do(question: str) -> bool:
    """Whether a question asks what to do, and not what something is or brings about."""
    return _ASKS.search(question) is not None


def says_what_is_done(text: str) -> bool:
    """Whether a sentence says that something is done, given or looked for, and not only what is or happens."""
    return _DONE.search(text) is not None or gives_dose(text)
