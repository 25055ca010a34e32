"""Is it only told or asked how a medicine is taken or forgotten, when something is measured, or what is not wanted any more?

Such questions sound like danger ("missed", "tablets", "pressure") and are for a pharmacist or for who prescribes.
"""

from __future__ import annotations

import re

from corpus.glossary import shipped_glossary
from service.safety.distress import plain
from service.safety.signals import dangers_in

# A dose that was not taken: with nothing wrong, a question for a pharmacist.
_MISSED = re.compile(
    r"\b(?:forgot(?:ten)?|miss(?:ed|es)?|skip(?:ped|s)?|left out)\b(?: to take)?(?: \w+){0,5}? (?:dos(?:e|es)|tablets?|pills?|capsules?|injections?|jabs?|puffs?)\b",
    re.I,
)
_FORGOTTEN = re.compile(r"\b(?:forgot(?:ten)?|missed)\b(?: to take)?(?: \w+){0,2}? tablet\b", re.I)
# How a medicine is taken: with what, before what.
_HOW_TAKEN = re.compile(
    r"\b(?:taken?|taking|swallow(?:ed)?|have|go(?:es)?)\b(?: it| them| this| that)?(?: tablets?)? (?:with|without|before|after)(?: \w+)? "
    r"(?:food|eating|meals?|breakfast|lunch|dinner|tea|supper|water|milk|juice|coffee)\b|\b(?:empty|full) stomach\b|"
    r"\bhow (?:far apart|long apart|many hours (?:apart|between)|long between|(?:much of a|big a|long a) gap)\b(?=[^.?!]*\b(?:tak(?:e|en|ing)|between|apart|space[ds]?)\b)(?:[^.?!]*\b(?:tak(?:e|en|ing)|spaced?)\b)?",
    re.I,
)
# A treatment that is not wanted any more: a question for who prescribes it.
_NOT_WANTED = re.compile(
    r"^\W*(?:i|he|she|my \w+) (?:don't|doesn't) want (?:to (?:take|be on|use|have) )?(?:my|his|her|the|any|these|this)? ?(?:[\w-]+ ){1,3}(?:any ?more|for ever|for life)\b(?! (?:tonight|because|and))"
)
# When something is measured as a matter of routine.
_ROUTINE = re.compile(
    r"\b(?:when|how often|how many times|what time)\b(?: \w+){0,4}? (?:do|does|should|must|can|shall|to) (?:\w+ ){0,2}(?:(?:weigh|measure)\b|(?:check|test) (?:my|his|her|their|the)\b)",
    re.I,
)


def is_everyday(message: str) -> bool:
    """Whether a message tells of no more than how something is taken or measured, or that it is not wanted any more."""
    return _only_on_taking(message) or _only_on_measuring(message) or _NOT_WANTED.search(plain(message)) is not None


def without_drugs(message: str, instead: str = "") -> str:
    """The message with ``instead`` in the place of each drug's name."""
    for mention in reversed(shipped_glossary().find(message)):
        if mention.entry.kind == "drug":
            message = message[: mention.start] + instead + message[mention.end :]
    return message


def _only_on_measuring(message: str) -> bool:
    """Whether a message asks when or how often something is measured, and tells of one thing that is wrong at most."""
    return _ROUTINE.search(message) is not None and dangers_in(plain(without_drugs(message))) <= 1


def _only_on_taking(message: str) -> bool:
    """Whether a message tells of a dose that was not taken, or asks how a medicine is taken, and tells besides that and
    the drug's name of nothing wrong.
    """
    rest, named = without_drugs(message), without_drugs(message, "tablet")
    if _MISSED.search(message) is not None:
        return dangers_in(plain(_MISSED.sub(" ", rest))) == 0
    if _FORGOTTEN.search(named) is None and (named == message or _HOW_TAKEN.search(named) is None):
        return False
    return dangers_in(plain(_HOW_TAKEN.sub(" ", rest))) == 0
