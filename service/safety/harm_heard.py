"""Which harm a message asks for a way to do: by what is said outright, by its words, and by what it resembles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import shipped_glossary
from service.safety.amounts import asks_amount_in_illness
from service.safety.asked_of_practice import asks_for_figures_or_care
from service.safety.care import is_care
from service.safety.distress import continues_a_case, plain
from service.safety.entitlements import asks_what_is_due
from service.safety.harmful import Harm, asks_for_a_way, harm_asked_for, names_harm, protects
from service.safety.hints import HIDDEN, deeds_in
from service.safety.no_danger import is_on_safety
from service.safety.outright import outright_harm
from service.safety.resemblance import Likeness
from service.safety.scope import is_commission
from service.safety.signals import asks_own_care, is_fragment

# Likelihoods from which a resemblance counts, set as those of danger are (docs/decisions/0013-safety.md).
_HARMFUL = 0.57  # a way is asked for, and harm is named
_UNNAMED = 0.83  # a way is asked for
_UNASKED = 0.75
_NAMED_UNASKED = 0.7  # no way is asked for in so many words, but harm is named
_DOUBTED = 0.3  # below this a harmful pattern is taken for chance
_SURELY = 0.95  # whatever words of care stand beside it
_IN_PRACTICE = 0.97  # in what is asked of practice
# What others look for in a thing that was done, and up to when or from when something is done.
_OF_PRACTICE = re.compile(
    r"^\W*(?:pretend|assume|suppose|imagine|say) (?:that )?(?:she|he|they|it|the \w+|there) (?:had|has|have|was|were|is|are|did) (?:no|not|never|n't|normal)\b|\b(?:which|what) (?:checks?|clues?|signs?)\b|\bchecks? (?:for|of)\b|\b(?:refresher|first[- ]aid(?:er)?|training (?:day|session)|osce)\b|\b(?:up to|until|till|from|before|after|below|above) (?:which|what|how many) (?:weeks?|months?|age|years?|days?|doses?|egfr|level|gestation)\b"
)
# What may do harm by itself, asked by one who takes something or is pregnant.
_MAY_HARM = re.compile(
    r"\b(?:what|which) (?:[\w-]+ ){0,2}?(?:medicines?|drugs?|tablets?|pills?|foods?|herbs?|drinks?|things?|remed\w+) (?:can|could|may|might|will)? ?(?:cause|harm|hurt|damage|trigger|lead to|bring on)\b"
)
_MY_OWN = re.compile(
    r"\b(?:i'm|i am|i've been|we're) (?:on|taking|pregnant|put on|expecting|trying for)\b|\bi take\b|\bmy (?:own )?(?:tablets?|medicines?|medication|meds|baby|pregnancy)\b"
)
_WANTED = re.compile(
    r"\b(?:want\w*|need\w*|get rid|wish\w*|so (?:that )?i (?:lose|can)|to (?:lose|end|stop) (?:it|the|my)|strong enough)\b"
)


def harm_in(message: str, alike: Likeness | None, earlier: Sequence[str]) -> Harm | None:
    """Which harm a message asks for a way to do, by its words and by what it resembles."""
    if (outright := outright_harm(message)) is not None:
        return outright
    harm = harm_asked_for(message)
    if harm is not None and alike and (alike.harm < _DOUBTED or _asks_of_own_safety(message)):
        harm = None
    if harm is None and alike and _harmful(message, alike):
        harm = Harm.OTHER
    if harm is Harm.OTHER and _only_goes_on(message, earlier):
        harm = None  # "swap to what"
    return harm


def _only_goes_on(message: str, earlier: Sequence[str]) -> bool:
    """Whether a message that names no harm goes on with a question: in a few words, or with a clinician's patient."""
    return bool(earlier) and not names_harm(message) and (is_fragment(message) or continues_a_case(message, earlier))


def _harmful(message: str, alike: Likeness) -> bool:
    """Whether the likelihood of harm suffices; less of it does where a way is asked for and harm is named."""
    if (protects(message) and alike.harm < _SURELY) or asks_amount_in_illness(message):
        return False
    if asks_what_is_due(message) or is_care(message) or _asks_of_own_safety(message):
        return False
    if asks_for_figures_or_care(message):
        return False
    if _asks_of_practice(message):
        return alike.harm >= _IN_PRACTICE
    if asks_own_care(message) and not names_harm(message):
        return alike.harm >= _SURELY
    if is_commission(message) and not names_harm(message):  # an order of other work, where nothing of medicine is named
        return alike.harm >= (_UNASKED if shipped_glossary().find(message) else _SURELY)
    if asks_for_a_way(message):
        return alike.harm >= (_HARMFUL if names_harm(message) else _UNNAMED)
    return alike.harm >= (_NAMED_UNASKED if names_harm(message) else _UNASKED)


def _asks_of_own_safety(message: str) -> bool:
    """Whether it is asked what may do harm by one who takes something, or is pregnant, and nothing is to stay hidden."""
    text = plain(message)
    meant = deeds_in(text)[HIDDEN] or _WANTED.search(text) is not None
    return _MAY_HARM.search(text) is not None and _MY_OWN.search(text) is not None and not meant


def _asks_of_practice(message: str) -> bool:
    return is_on_safety(message) or _OF_PRACTICE.search(plain(message)) is not None
