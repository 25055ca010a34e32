"""A message in plain letters: contractions written out alike, the commonest slips of the pen put right."""

from __future__ import annotations

import re
from functools import lru_cache

from service.analysis.spelling import slips_between

_CONTRACTED = {
    "cant": "can't", "cannot": "can't", "wont": "won't", "dont": "don't", "doesnt": "doesn't", "isnt": "isn't",
    "arent": "aren't", "hasnt": "hasn't", "havent": "haven't", "didnt": "didn't", "couldnt": "couldn't", "im": "i'm",
    "ive": "i've", "hes": "he's", "shes": "she's", "theyre": "they're", "wanna": "want to", "gonna": "going to",
    "blod": "blood", "pian": "pain", "throte": "throat", "throut": "throat", "tung": "tongue", "breth": "breath", "kms": "kill myself", "cnt": "can't", "hlp": "help", "plz": "please", "bby": "baby", "nomore": "anymore", "unalive": "kill",
}  # fmt: skip
_CAPITALS = {"IM": "intramuscular", "US": "ultrasound"}
# Words of distress that are recognised with a slip of the pen in them, and words that are no slips of them.
_SPELT = (
    "vomiting", "vomited", "breathe", "breathing", "unconscious", "unresponsive", "collapsed", "seizure", "stroke", "bleeding",
    "swallowed", "overdose", "overdosed", "choking", "suicidal", "suicide", "thoughts", "allergic", "swollen", "headache", "paralysed",
)  # fmt: skip
_NO_SLIPS = frozenset(
    ["breeding", "blending", "pleading", "breather", "stoke", "strobe", "swallows", "vomitus", "swelled"]
)


@lru_cache(maxsize=16)  # a message is read by many signs
def plain(message: str) -> str:
    """A message in small letters, contractions and the commonest slips of the pen put right."""
    text = _in_full(message).lower().replace("’", "'")
    text = re.sub(
        r"\b(can|could|do|does|is|are|has|have|will) not\b", lambda m: f"{m[1]}n't".replace("cann't", "can't"), text
    )
    return re.sub(r"[a-z][a-z']+", lambda match: _spelt(match.group()), text)


def _in_full(message: str) -> str:
    """A message in which capitals that clinicians write for a route or a scan are no pronouns; in one that is all
    capitals they may be.
    """
    if not any(character.islower() for character in message):
        return message
    return re.sub(r"\b(?:IM|US)\b", lambda match: _CAPITALS[match.group()], message)


def _spelt(word: str) -> str:
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if len(word) < 6 or word in _NO_SLIPS:
        return word
    for right in _SPELT:
        if word[0] == right[0] and abs(len(word) - len(right)) < 2 and slips_between(word, right, 1) == 1:
            return right if word.rstrip("s") != right else word
    return word
