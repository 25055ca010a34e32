"""A message in plain letters: contractions written out alike, the commonest slips of the pen put right."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.known_words import known_words
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
    [
        "breeding",
        "blending",
        "pleading",
        "breather",
        "stoke",
        "strobe",
        "swallows",
        "vomitus",
        "swelled",
        "heat",
        "hart",
    ]
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


# Words of danger in which a slip is put right where no text that ships has the word as it is written.
_GRAVE = (
    "chest", "crushing", "pain", "pains", "breath", "breathing", "breathe", "choking", "bleeding", "blood", "vomiting", "swallowed", "overdose", "tablets",
    "tongue", "throat", "swelling", "swollen", "unconscious", "collapsed", "collapse", "fainted", "seizure", "fitting", "headache", "paralysed", "numb", "stroke",
    "speech", "slurred", "confused", "drowsy", "floppy", "suicide", "suicidal", "killing", "myself", "poisoned", "electrocuted", "drowning", "burning",
    "heart", "attack", "anaphylaxis", "allergic", "reaction", "wheezing", "blue", "purple", "rigid", "stabbed", "help", "ambulance", "emergency", "baby", "fever",
)  # fmt: skip
_SHORTEST = 4


@lru_cache(maxsize=16)
def mended(message: str) -> str:
    """A message in which words that nobody knows and that are one slip from a word of danger are that word: "crushng chst
    pian". The message itself where there are none.
    """
    return re.sub(r"(?<![\w'])[A-Za-z]{3,}(?![\w'])", lambda match: _meant(match.group()), message)


def _meant(word: str) -> str:
    small = word.lower()
    if small in known_words() or small in _CONTRACTED or small in _NO_SLIPS or word.isupper():
        return word
    return next((right for right in _GRAVE if _is_hurried(small, right)), word)


def _is_hurried(word: str, right: str) -> bool:
    """Whether a word is another one with a letter left out, doubled or exchanged with its neighbour: another letter in
    its place makes other words ("paint", "stubbed").
    """
    if len(right) < _SHORTEST or word[0] != right[0] or slips_between(word, right, 1) != 1:
        return False
    if len(word) > len(right):
        return re.sub(r"(.)\1", r"\1", word) == re.sub(r"(.)\1", r"\1", right)
    return sorted(word) == sorted(right) or _SHORTEST < len(right) == len(word) + 1
