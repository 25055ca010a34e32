"""Does a message of a few words only ask something of what was answered before ("does it hurt", "and how long until it works")?

By itself it resembles the veiled questions of people in danger, for it names nothing. What it resembles is then looked up
together with the question before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.safety.distress import plain
from service.safety.harmful import harm_asked_for, names_harm
from service.safety.hints import wishes_in
from service.safety.signals import dangers_in

_FEW = 9  # words
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|then|also)\b\W*)*(?:how|what|which|when|where|who|why|is|are|does|do|did|will|would|can|could|should|may|must|any)\b"
)
# Whether something hurts is asked of each test and each illness.
_HURTS = re.compile(r"\b(?:hurts?|painful)\b")


def with_the_question_before(message: str, earlier: Sequence[str]) -> str:
    """The message; after an answered one, of which it only asks something more, both.

    ``earlier``: the messages that were answered before, oldest first.
    """
    return f"{earlier[-1].rstrip(' .?!')}? {message}" if earlier and _only_asks(message) else message


def _only_asks(message: str) -> bool:
    text = plain(message)
    if len(text.split()) > _FEW or _ASKS.match(text) is None:
        return False
    rest = _HURTS.sub(" ", text)
    return not (dangers_in(text) or any(wishes_in(rest)) or names_harm(rest) or harm_asked_for(message))
