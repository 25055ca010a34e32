"""What a message asks that has a subject of its own: what was spoken of before must not outweigh it."""

from __future__ import annotations

import re

from service.analysis.question import Question
from service.conversation.fragments import content_of
from service.measured import measures_named

_UNDONE = re.compile(
    r"\b(?:(?:how|what|which)\b[^.;?!]*\b(?:revers(?:e[sd]?|al)|antidotes?|antagoni[sz]e[sd]?|neutrali[sz]e[sd]?)|antidote|reversal)\b",
    re.I,
)
# What holds of a drug whatever it is given for: how it is undone, and when it must not be given.
_WHATEVER_FOR = re.compile(
    r"\b(?:revers(?:e[sd]?|al|ing)|antidotes?|antagoni[sz]ed?|neutrali[sz]ed?|(?:must|should|can|may) (?:it |they |this |that )?(?:not|never) be|(?:can|must|should)(?:'t|’t|n't|n’t|not)|contra-?indicat\w+|rules? it out)\b",
    re.I,
)
_HIS = r"(?:his|her|their|the (?:patient|man|woman|lady|child)['’]s)"
# "What about her B12?": a part or level of the patient that is named and no more.
_OF_A_PART = re.compile(
    rf"^\W*(?:(?:and|but|so|ok|what about|how about|what of)\s+)*{_HIS} (?P<what>[\w -]{{2,30}}?)(?: levels?| status)?\W*$",
    re.I,
)
_ORGANS = re.compile(r"\b(?:kidneys?|renal|liver|hepatic|function|bloods?|creatinine|numbers|results?|values?)\b", re.I)
# "Should I restrict his salt?": something is done with what is the patient's, and it is not only looked at.
_DONE_WITH_HIS = re.compile(
    r"^\W*(?:(?:and|but|so|ok)\s+)*(?:should|do|can|could|must|shall|may|need) (?:i|we)(?: to)? "
    rf"(?!(?:check|monitor|measure|test|watch|repeat|scan|follow|order|do|see|get|have|give|start|stop)\b)\w+ (?:up |down )?{_HIS} [\w -]{{3,30}}?\W*$",
    re.I,
)


def holds_whatever_for(text: str) -> bool:
    """Whether a message asks what holds of a drug whatever it is given for: how it is undone, when it must not be given."""
    return _WHATEVER_FOR.search(text) is not None


def asks_beside_values(plain: str, own: Question) -> bool:
    """Whether a message asks what the patient's measured values have no part in: how a drug is undone, or of something
    of the patient's that is not measured by them. ``own``: the message analysed.
    """
    if _UNDONE.search(plain) is not None:
        return True
    part = _OF_A_PART.match(plain)
    named = any(entry.kind != "other" for entry in own.entries)
    return part is not None and not (named or measures_named(part["what"]) or _ORGANS.search(part["what"]))


def acts_on_its_own(plain: str, own: Question) -> bool:
    """Whether a message asks of doing something with what is the patient's and no drug, test or illness ("should I restrict
    his protein?"): it is asked of the illness, whatever was spoken of last.
    """
    return _DONE_WITH_HIS.match(plain) is not None and not own.entries and bool(content_of(own))
