"""Whether somebody who takes a drug may drink alcohol, and what comes of it. That both are bad for the same illness, or
that the illness comes of alcohol, says nothing of the two together.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import speaks_for_all
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import Place

_DRINKS = r"(?:alcohol(?:ic)?|etoh|ethanol|beers?|wines?|booze|spirits|cocktails?|vodka|whisky|pints?)"
_ASKED = re.compile(
    rf"\b{_DRINKS}\b|\bdrink(?:ing)?\b(?=\s*(?:{_DRINKS}\b|on\b|with\b|while\b|when\b|whilst\b|if\b|during\b|after\b|\?|$))",
    re.I,
)
_UNLESS = re.compile(
    r"\b(?:withdrawal|dependen\w+|misuse|use disorder|craving|abstinen\w+|hepatitis|liver|related|associated|detox\w*|gel|wipes?|"
    r"how (?:long|soon)|when|poison\w*|intoxicat\w+)\b",
    re.I,
)
_FRAME = frozenset(
    """drink drinks drinking drank take takes taking taken medicine medicines medication medications drug drugs tablet
    tablets pill pills safe safely ok okay allowed fine mix mixing mixed combine combining combined combination together
    interact interacts interaction interactions react reacts reaction effect effects affect affects consume consuming
    consumption intake use using glass bottle couple little bit moderate moderation few whilst happens happen bad
    dangerous danger risk risks risky avoid avoided still allow cause advice concurrent consumed ingest between have
    having had contraindicated contraindication problem problems compatible""".split()
)
# Alcohol that is drunk, and no part of another name ("cetyl alcohol") or illness ("alcohol withdrawal").
_ALCOHOL = re.compile(
    r"(?<!benzyl )(?<!cetyl )(?<!isopropyl )(?<!wool )(?<!viral, )(?<!virus, )(?<!non-)\balcohol\b"
    r"(?!-|\s+(?:withdrawal|gel|rub|wipe|swab|dependence treatment)\b)|\balcoholism\b|\balcoholic (?:drinks?|beverages?)\b|"
    r"\b(?:heavy|harmful|binge) drinking\b|\bdrinks? (?:heavily|little|a lot)\b|\bethanol\b|\bbeer\b|\bwine\b",
    re.I,
)
_TREATED = re.compile(
    r"\b(?:for|of|treats?|treating|relapse to|abstinence from|deterrent\w*)\s+(?:the treatment of\s+)?(?:heavy\s+)?$|\bfrom\s+$",
    re.I,
)
_A_DISORDER = re.compile(r"\s+(?:use disorder|dependence|relapse|cravings?)", re.I)
# What becomes of the two together: not allowed, limited, stronger, or of no effect.
_RELATION = re.compile(
    r"(?<!unless )\bcontra-?indicat\w+|\bavoid\w*|\b(?:do|does|should|must) not (?:drink|take|use|be)\b|\bnot (?:be )?(?:recommended|used|given|taken|advised|combined|mixed)\b|"
    r"\bcaution\w*|\bat most\b|\bno more than\b|\b(?:limit|drink) (?:\w+ )?(?:little|less|alcohol|moderate\w*)\b|\blimit\w*\b|\bdrink little\b|"
    r"\b(?:rais|increas|higher|heighten|lower|reduc|lessen)\w*\b|\brisk factors? for\b|\b(?:enhance|potentiate|strengthen|worsen|deepen|prolong|intensif)\w*\b|"
    r"\binteract\w*|\baffects?\b|\binfluences?\b|\b(?:keep|steady)\b|\breaction\b|\bdisulfiram\b|\bflush\w*|\bsedati\w+|\bdrows\w+|\bsaf(?:e|ely)\b|\b(?:can|may|could|might) (?:also )?(?:make|cause|lead|drink|be (?:drunk|taken|used))\b|"
    r"\bcauses?\b|\btoxic\w*|\bmoderat\w+|\bsmall amounts?\b|\b(?:no|little) effect\b|\bdoes not (?:affect|change|alter|interact)",
    re.I,
)
# What begins another statement inside a sentence.
_NEXT = re.compile(
    r";|,\s+(?:and|but|or|while|whereas)\s+(?:[\w-]+\s+){0,3}?(?:is|are|has|have|may|can|should|must|was|were|stops?|continues?|allows?)\b",
    re.I,
)
_VERB = re.compile(
    r"\b(?:with|on|taking|takes?|while|when|of|is|are|may|can|should|must|in|if|during|for|to|than|does|do|has|have|raises?|increases?|"
    r"reduces?|by|interacts?)\b",
    re.I,
)
_ADVISES = re.compile(
    r"\b(?:do|should|must) not drink\b|\bdrink (?:little|less|alcohol)\b|\balcohol\w* (?:\w+ ){0,2}(?:is|are|should be) (?:\w+ )?(?:avoided|limited|safe)\b|"
    r"\b(?:avoid|limit) (?:\w+ )?alcohol|\bat most\b|\bcan drink\b|\bnot (?:to )?(?:take|drink) alcohol\b",
    re.I,
)
_NOT_GIVEN = re.compile(r"\bcontra-?indicat|\bnot recommended\b", re.I)
_LISTS = re.compile(r"\b(?:includes?|including|such as)\b[^.;]*$", re.I)
_TOGETHER = re.compile(
    r"\b(?:together|combin\w+|concomitant\w*|concurrent\w*|mix\w*|both|at the same time|interact\w*)\b", re.I
)
_WITH_ANOTHER = re.compile(r"\s+(?:with|and|on|plus)\s+(?:an?\s+|the\s+)?$", re.I)


def _before(said: Said) -> int:
    """How much may be drunk comes first, then what alcohol does with the drug, and last in what the drug is not given."""
    if _ADVISES.search(said.text):
        return 2
    return int(_NOT_GIVEN.search(said.text) is None)


def _told(said: Said) -> bool:
    if not speaks_for_all(said):
        return False
    return any(_says(said, m) for m in _ALCOHOL.finditer(said.masked))


def _says(said: Said, found: re.Match[str]) -> bool:
    text, start, end = said.text, found.start(), found.end()
    if _TREATED.search(text[:start]) and (_A_DISORDER.match(text, end) or "disorder" in text[end : end + 20]):
        return False
    starts = [0, *(m.start() for m in _NEXT.finditer(text))]
    begin = max(at for at in starts if at <= start)
    stop = min((at for at in starts if at > start), default=len(text))
    if not (_RELATION.search(text, begin, stop) or _TOGETHER.search(text, begin, stop)):
        return False
    if not said.names:
        return True
    if any(_WITH_ANOTHER.fullmatch(text[end : other[0]]) for other in said.others if other[0] >= end):
        return False
    return any(_is_beside(said, place, start, end) for place in said.itself)


def _is_beside(said: Said, place: Place, start: int, end: int) -> bool:
    """Whether the drug and alcohol are told of as two things together, not as two in one list."""
    between = said.text[place[1] : start] if place[1] <= start else said.text[end : place[0]]
    before = said.text[: min(place[0], start)]
    listed = _VERB.search(between) is None or ("," in between and _LISTS.search(before) is not None)
    return not listed or _TOGETHER.search(said.text) is not None


ALCOHOL = Ask(
    "alcohol",
    DRUGS,
    _ASKED,
    _told,
    "{} together with alcohol",
    before=_before,
    frame=_FRAME,
    unless=_UNLESS,
)
