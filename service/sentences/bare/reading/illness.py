"""What the asks about illnesses share: the text of a sentence with a sign for each illness that it names."""

from __future__ import annotations

import re
from functools import lru_cache

from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SETTING, SUBJECT, signed_plainly

_WITH_OTHERS = rf"(?:{OTHER}(?:,? and|,? or|,) (?:[\w-]+ ){{0,2}}?)*"
# The illness, after a few words that say of which form or in whom, and after others named beside it.
OWN_NEAR = rf"(?!(?:at least |up to )?\d)(?:[\w’'/%<>≥≤.-]+ ){{0,3}}?(?:[\w-]+ly )?(?:[\w-]+ed, )?(?:[\w’'/%<>≥≤.-]+ ){{0,7}}?{_WITH_OTHERS}{SUBJECT}"
_SETTING = re.compile(
    rf"({OTHER}(?:,? (?:and|or) [^.;,]{{0,20}}?{OTHER})?(?: [\w-]+){{0,4}}? "
    rf"(?:in|of|with|without|from|due to|caused by|after|because of|during|complicating)(?: [\w-]+){{0,5}}? )\(?{SUBJECT}",
    re.I,
)
_EXAMPLES = re.compile(
    rf"\b(?:such as|like|including) (?:[\w-]+,? ){{0,3}}?[{SUBJECT}{OTHER}](?:(?:,| or| and|, or|, and) (?:[\w-]+ ){{0,2}}?[{SUBJECT}{OTHER}])*"
)
_LEFT_OUT = re.compile(
    rf"\b((?:before [\w-]+(?: [\w-]+){{0,3}} in|outside|without|(?:with|of) (?:a )?(?:previous|prior|past|history of)|except (?:in|on|for|with|when|if)|unless|not on|excluding|other than|apart from)(?: [\w-]+){{0,3}} ){SUBJECT}",
    re.I,
)
_NAMES = re.compile(
    rf"\b((?:academy|club|society|college|association|institute|foundation|federation) (?:of|for|on) (?:the )?)"
    rf"[{SUBJECT}{OTHER}](?:(?:,| and|, and) [{SUBJECT}{OTHER}])*|[{SUBJECT}{OTHER}](?= (?:organi[sz]ation|society|foundation|association|council)\b)",
    re.I,
)
_WITH_ANOTHER = re.compile(rf"\bin {SUBJECT} with (?:[\w-]+ ){{0,3}}{OTHER}", re.I)
# What is done for another illness.
_ANOTHER_AIM = re.compile(
    rf"\b(?:for|treats?|treating|treatment of|management of|against|(?:review|guideline|prevention|risk) of|to (?:treat|prevent|look for|exclude|lower|reduce)|alternative in) (?:[\w-]+,? ){{0,5}}?{OTHER}|"
    rf"{OTHER}[^.;,{SUBJECT}]{{0,60}}\b(?:is|are|should be|may be|can be) (?:\w+ ){{0,2}}?(?:treated|managed|prevented|anticoagulated|given|controlled)\b",
    re.I,
)
_AIM = re.compile(
    rf"\b(?:for|treats?|treating|(?:treatment|management|prevention|prophylaxis|therapy|episode|attack) of|against|to (?:treat|prevent)) {OWN_NEAR}|"
    rf"^(?!(?:in|with|during|on|after|before)\b)(?:[\w-]+ ){{0,4}}{SUBJECT}",
    re.I,
)


@lru_cache(maxsize=256)  # several asks, and what ranks, look at the same sentence
def signed(said: Said) -> str:
    """The text with a sign in the place of each illness, the one asked about or another, and without brackets. Where
    that asked about is only the setting of another, an example, left out or part of a name, it gets no sign of its own.
    """
    kinds = [place for place in said.names if said.itself and place not in said.itself and not said.on_it]
    places = [(place, OTHER if place in kinds else SUBJECT) for place in said.names]
    places += [(place, OTHER) for place in said.others]
    text = _EXAMPLES.sub(SETTING, _NAMES.sub(SETTING, signed_plainly(said.text, places)))
    return _LEFT_OUT.sub(rf"\1{SETTING}", _SETTING.sub(rf"\1{SETTING}", text))


def is_of_it(said: Said) -> bool:
    """Whether a sentence is of the illness itself: names it, or a kind of it in a text on it, or stands in one."""
    return said.on_it or (bool(said.names) and not said.by_kind)


def aims_elsewhere(text: str) -> bool:
    """Whether what a sentence (``signed``) tells is for another illness, in that asked about."""
    return _ANOTHER_AIM.search(text) is not None and _AIM.search(text) is None


def aims_at_it(text: str) -> bool:
    """Whether what a sentence (``signed``) tells is for the illness, or the illness is what it begins with."""
    return _AIM.search(text) is not None


def is_of_two(said: Said, text: str) -> bool:
    """Whether a sentence (``signed``) is on the illness together with another, in a text that is not on it."""
    return not said.on_it and _WITH_ANOTHER.search(text) is not None
