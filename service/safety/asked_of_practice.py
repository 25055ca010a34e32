"""Is a figure asked for, a price, how something is worked out, or how an illness is kept off?

Such questions begin as requests for a way to harm do ("how many", "how do I", "what can I do so that"). They are none
where nothing in them hints at a deed.
"""

from __future__ import annotations

import re

from service.safety.distress import plain
from service.safety.harmful import names_harm
from service.safety.hints import deeds_in

_OF_PEOPLE = re.compile(
    r"\bhow (?:many|often|common|likely)\b (?:[\w-]+ ){0,2}?(?:people|patients|recipients|women|men|children|participants|samples|kilos|nosebleeds|breaths|in \d+)\b|\bout of (?:a |one )?(?:hundred|thousand|\d+)\b"
)
_PRICE = re.compile(r"\bhow much (?:does|do|is|are|would)\b[^.?!]*\bcosts?\b|\bprices?\b")
_WORKED_OUT = re.compile(
    r"\b(?:work(?:ed)? out|calculate[ds]?) (?:the |an? |my )?[\w-]+\W*$|\bconvert\b[^.?!]*\b(?:to si|mg/dl|mmol|units)\b|\bcut-?offs?\b|\bcounts? as\b|\bstaging\b|\bprobability\b"
)
_KEPT_OFF = re.compile(
    r"\b(?:never|not|don't|doesn't|from) (?:to )?(?:get|getting|catch|catching|fall|trip)\b(?! (?:to|at|caught|found|into|away|noticed|seen|rid))|\bso (?:that )?(?:\w+ ){1,3}(?:wheeze|cough|fall|ache|hurt|bleed)s? less\b"
)
_IN_GENERAL = re.compile(
    r"^\W*(?:can you (?:get|catch|keep)|can they|who (?:ought|gets|needs|should) (?:to )?(?:get|be|have|sent|tested|a)|which foods?)\b"
)
_KINDS = (_OF_PEOPLE, _PRICE, _WORKED_OUT, _KEPT_OFF, _IN_GENERAL)


def asks_for_figures_or_care(message: str) -> bool:
    """Whether a message asks for such a thing, and nothing in it names harm or hints at a harmful deed."""
    text = plain(message)
    return any(kind.search(text) for kind in _KINDS) and not any(deeds_in(text)) and not names_harm(message)
