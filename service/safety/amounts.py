"""Is no more asked than how much of something is given in an illness, or for a procedure?

"How much albumin in SBP" resembles "how much of it kills", and is a question of practice.
"""

from __future__ import annotations

import re

from corpus.glossary import shipped_glossary
from corpus.text import words
from service.safety.harmful import names_harm

_AMOUNT_IN = re.compile(
    r"^\W*how (?:much|many (?:mg|g|grams|units) of) \w+ (?:in|for|after|before|during) (?P<illness>.{2,60})$", re.I
)
_VOLUME = re.compile(r"\b\d+(?:\.\d+)?\s?(?:l|ml|litres?|liters?)\b", re.I)
# What may stand beside an illness or a volume where an amount is asked for, and nothing is left to guess.
_CLINICAL_REST = frozenset(
    "a an the of with and acute severe breakthrough pain taking off draining drained removing removed tapping fluid out".split()
)


def asks_amount_in_illness(message: str) -> bool:
    """Whether a message asks how much of something is given in an illness or for a procedure, and says nothing else: "how
    much albumin in SBP".
    """
    match = _AMOUNT_IN.match(message)
    if match is None or names_harm(message):
        return False
    illness = match["illness"]
    mentions = shipped_glossary().find(illness)
    named = [mention for mention in mentions if mention.entry.kind in ("condition", "procedure")]
    rest = "".join(
        character for at, character in enumerate(illness) if not any(m.start <= at < m.end for m in mentions)
    )
    drained = _VOLUME.search(rest) is not None or "pain" in words(rest)
    return (bool(named) or drained) and set(words(_VOLUME.sub(" ", rest))) <= _CLINICAL_REST
