"""Which sentences of a text can be told by themselves: whole ones of a fit length, and no titles or signposts."""

from __future__ import annotations

import re
from functools import lru_cache

from service.safety.instructions import is_instruction

_FRAGMENT = re.compile(r"\W*(?:figure|table|fig\.|references?|see also|click|copyright)\b", re.I)
_ADDRESS = re.compile(r"https?://", re.I)
_CUT = re.compile(r"(?:[:;,]|\b(?:and|or|the|of|to|such as|including|et al\.?))$", re.I)
_LONGEST_CUT = 16  # characters from the end in which it is looked for
_WHOLE = re.compile(r"[.!…][\"'”’)\]]*$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|should|must|may|can|could|will|do|does|give|use|start|stop|avoid|check|consider|repeat|"
    r"measure|monitor|offer|refer|treat|reduce|increase|continue|ensure|discuss)\b",
    re.I,
)
_CELL = re.compile(r"[:;] (\w)")  # what begins a cell of a table's row, or what follows a lead-in
_SIGNPOST = re.compile(
    r"^learn (?:more )?about\b|\bfor information (?:about|on)\b|\bmore information (?:about|on)\b[^.]{0,80} (?:is|are) provided\b|^see more on\b|"
    r"\b(?:for more information|web ?(?:page|site)|visit our|click here|check the list of|see (?:the )?(?:page|drugs approved|our)|"
    r"this (?:page|summary|section|chapter|article|leaflet|document))\b",
    re.I,
)
_MIN_WORDS, _MAX_WORDS = 5, 75


@lru_cache(maxsize=20_000)  # sentences come up again and again, and the tests take a third of composing
def stands_alone(text: str) -> bool:
    """A whole sentence of a fit length: no question, no title, no fragment of a list, no signpost of a web page."""
    count = len(text.split())
    if not _MIN_WORDS <= count <= _MAX_WORDS or _FRAGMENT.match(text) or _SIGNPOST.search(text):
        return False
    if "://" in text and _ADDRESS.search(text):
        return False
    if _CUT.search(text, max(0, len(text) - _LONGEST_CUT)):
        return False
    if is_instruction(text):  # a text says what is so; it gives no orders to who reads it for an answer
        return False
    if not _WHOLE.search(text):  # without a full stop it has to have a verb, as items of a list may
        return text[-1].isalnum() and count >= 7 and _VERB.search(text) is not None and not _title_case(text)
    return not _title_case(text)


def _title_case(text: str) -> bool:
    """Most of its longer words are capitalised: a title or a list of names. What begins a cell may be, too."""
    if text[1:].islower():  # as most sentences are
        return False
    text = _CELL.sub(lambda match: match.group().lower(), text)
    long = [word for word in re.findall(r"[^\W\d_]{4,}", text)[1:] if not word.isupper()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) > 0.6 * len(long)
