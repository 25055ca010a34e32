"""How an illness is prevented: that illness, not a complication of it, and not by the way."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.of_illnesses.treatment import NOT_HOW
from service.sentences.bare.reading.illness import is_of_it, signed
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SUBJECT
from service.sentences.plainly_told import tells_a_finding

_ASKED = re.compile(
    r"\bhow (?:is|are|do|does|can|should|could|to) (?=.*\b(?:prevent|avoid))|\bcan (?=.*\bprevented)|"
    r"\b(?:prevent(?:s|ed|ing|ion|ative|ive)?|prophyla(?:xis|ctic)|ppx|avoid(?:ed|ing)?|avoidance)\b"
    r"(?: (?:measures?|strateg(?:y|ies)|treatment|drugs?|regimens?|antibiotics?|getting|against|for|of))*|"
    r"\b(?:lower|reduce|cut|lowering|reducing) (?:(?:my|your|the|a) )?(?:risk|chances?|incidence) (?:of|for)(?: (?:getting|developing))?|"
    r"\bprotect(?:ion)? (?:against|from)\b|\bstop (?:getting|people getting)\b",
    re.I,
)
# Words between what prevents and what is prevented; "fractures in osteoporosis" prevents another thing.
_OBJECT = rf"(?:(?!(?:in|with|among|from|after|on|before|for|who|that|by|if|when|complications|symptoms|treat|treating)\b)[\w’'-]+,? ){{0,6}}?(?:{OTHER}(?:,? (?:and|or)|,) (?:(?!treat|to\b)[\w-]+ ){{0,3}}?)*{SUBJECT}"
# What prevents it, protects against it or lowers its risk.
_PREVENTS = re.compile(
    rf"\b(?:prevents?|prevented|preventing|prevention of|prophylaxis (?:of|for|against)|avoids?|less likely to (?:get|develop)|"
    rf"(?:protects?|protection|prophylaxis|effective|given|used|recommended|indicated|vaccines?|vaccination) against|(?:to|can|may|helps?|could) (?:reduce|lower)|"
    rf"(?:lowers?|reduces?|lowering|reducing|lower) (?:the |your |his |her )?(?:risk|chances?|rate|incidence|number) of) {_OBJECT}|"
    rf"(?<!no ){SUBJECT}(?: [\w-]+){{0,2}}? (?:prophylaxis|vaccin\w+|prevention)\b|\b(?:prophylaxis|vaccin\w+) (?:against|for) {_OBJECT}|"
    rf"{SUBJECT}[^.;,]{{0,60}}\b(?:is|are|be) (?:\w+ )?prevented\b|"
    rf"\b(?:against|lower(?:s|ed)? (?:the )?risk of|reduces? (?:the )?risk of) (?:an? )?(?:(?!in\b)[\w-]+ ){{0,2}}{SUBJECT}|\bprophylaxis (?:after|from) (?:[\w-]+ ){{0,5}}{SUBJECT}|"
    rf"{SUBJECT}[^.;]{{0,80}}\b(?:receives?|gets?|has|have) [^.;,]{{0,30}}\bprophylaxis\b",
    re.I,
)
_NONE = re.compile(
    rf"\bno (?:{SUBJECT} )?(?:vaccine|prophylaxis|effective|way)\b|\b(?:cannot|can not) be prevented\b|\bno proven way\b",
    re.I,
)
_ON_PREVENTION = re.compile(r"\bprevention\b|\bprophylaxis\b", re.I)
_ACTS = re.compile(
    r"\b(?:prevent\w*|prophyla\w+|lowers?|reduces?|avoid\w*|vaccin\w+|recommended|advised|given|offered|stops?|measures)\b",
    re.I,
)
# What is not done to prevent it, and what no score counts; "…, drink enough and do not smoke" is advice like the rest.
_NOT = re.compile(
    r"(?<!\band )\b(?:do|does|did|has|have|is|are) not\b|\b(?:do|does|did|has|have|is|are) not (?:prevent|lower|reduce|protect|stop|avoid)\w*|\bwithh[eo]ld\w*|\bnot (?:be )?(?:\w+ )?(?:advised|recommended|given|used|indicated|needed)\b|\bneeds? no\b|"
    r"\bagainst (?:routine|the use|use)\b|\binsufficient\b|\binadequate\b|\bno (?:benefit|evidence)\b|\bonly limited\b|\btreatment against\b|"
    r"\bcontra-?indicated\b|\brecommends? against\b|\bis (?:\w+ )?against\b|\bsuggests? against\b|\badvises? against\b|\bexclud\w+|\bcriteria\b|\bpoints?\b",
    re.I,
)
_AGAIN = re.compile(r"\brecurr\w+|\brebleed\w*|\bsecondary\b|\banother\b|\bfurther\b|\bsecond\b|\bnew\b", re.I)
_ANOTHER = re.compile(
    rf"\b(?:prevent(?:s|ed|ing)?|prevention of|risk of|prophylaxis (?:of|against)|against) (?!{_OBJECT})\w", re.I
)


def _told(said: Said) -> bool:
    if not is_of_it(said):
        return False
    text = signed(said)
    if said.names and _NONE.search(text):
        return True
    if _NOT.search(text) or tells_a_finding(said.text):
        return False
    if _PREVENTS.search(text):
        return True
    on_it = said.on_it and _ON_PREVENTION.search(said.heading) is not None
    return on_it and OTHER not in text and _ANOTHER.search(text) is None and _ACTS.search(text) is not None


def _before(said: Said) -> int:
    """Preventing it at all before preventing that it comes again, in anybody before in fewer."""
    text = signed(said)
    said_of_it = _PREVENTS.search(text) is not None
    return (
        2 * said_of_it + said.on_it - (OTHER in text) - 2 * (_AGAIN.search(text) is not None) - 2 * min(2, said.fewer)
    )


PREVENTION = Ask("prevention", ILLNESSES, _ASKED, _told, "prevention of {}", _before, unless=NOT_HOW)
