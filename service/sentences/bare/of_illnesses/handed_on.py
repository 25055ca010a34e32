"""Whether an illness is handed on: from one to another, or from parents to children."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.marks import THE, TOPIC, on_the_whole, pattern, says
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT

_CONTAGION_ASKED = re.compile(
    r"\b(?:contagious|contagion|infectious|infectivity|catching|transmissible|transmit(?:ted)?|transmission|spreads?|pass(?:ed)? (?:it )?on)\b|\bpass(?:ed)?\b(?=[^?]*\b(?:to|on|from)\b)|"
    r"\bhow (?:is|are|does|do)(?= [^?]*\b(?:spread|transmitted|passed)\b)|\bcatch\b",
    re.I,
)
_INHERITED_ASKED = re.compile(
    r"\b(?:hereditary|heritable|inherited|inheritance|genetics?|genes?|familial|congenital)\b(?: (?:pattern|basis|causes?|cause|(?:changes?|mutations?)(?: (?:related|linked) to)?))?|\bmutations\b|\bruns? in (?:the |my )?famil(?:y|ies)\b|\bpassed down\b",
    re.I,
)
_HANDED = r"(?:spread|passed|transmitted|caught|acquired|catch)"
_CONTAGIOUS = pattern(
    rf"{TOPIC}[^.;]{{0,80}}?\b(?:spreads?|(?:is|are|can be|be) (?:\w+ )?(?:not )?(?:\w+ )?{_HANDED})\b(?: \w+){{0,3}} (?:by|through|from|via|in|during|to|with)\b",
    rf"{TOPIC}[^.;]{{0,40}}?\b(?:is|are|can be) (?:\w+ )?(?:\w+ )?(?:contagious|infectious|transmissible)\b",
)
_CAUGHT = pattern(
    rf"\byou (?:can |may |cannot |can't )?(?:not )?(?:catch|get|pass on|pass|spread) {THE} (?:on |to |from |by |through |when )",
    rf"\btransmission of {THE}|\b{SUBJECT} transmission\b",
)
_INHERITED = pattern(
    rf"{TOPIC}[^.;]{{0,60}}?\b(?:is|are|can be|may be) (?:[\w-]+ ){{0,4}}?(?:inherited|hereditary|genetic|familial|autosomal|x-linked)\b",
    rf"{TOPIC}[^.;]{{0,60}}?\b(?:runs? in (?:the |some )?famil(?:y|ies)|passed (?:down|on) (?:\w+ )?(?:from|in)|caused by (?:[\w-]+ ){{0,4}}(?:mutations?|genes?|variants?))\b",
)
# That it runs in families, or on which genes it rests.
_IN_FAMILIES = pattern(
    rf"{TOPIC} (?:is|are) more (?:likely|common) (?:if|when|in (?:those|people) (?:whose|with)) (?:an? |your |their )?(?:close )?(?:parent|mother|father|brother|sister|relative|family)s?\b|"
    rf"\bfamily history of {THE}|\b(?:mutations?|genes?|variants?)\b[^.;]{{0,40}}\b(?:cause|raise the risk of|linked to|associated with) {THE}"
)
_LOWERS = re.compile(r"\b(?:reduc|lower|prevent|stop)\w*\b[^.;]{0,60}\btransmission\b", re.I)
_CONTAGION_HEADS = re.compile(r"(?:transmission|spread|how (?:it|.*) spreads?)\b.*", re.I)
_INHERITED_HEADS = re.compile(r"(?:inheritance|genetics?|genetic changes?)\b.*", re.I)


def _contagious(said: Said) -> bool:
    """Whether it says how it spreads from one to another, or that it does not."""
    return says(said, _CONTAGIOUS, _CAUGHT, _CONTAGION_HEADS, _LOWERS)


def _inherited(said: Said) -> bool:
    """Whether it says that it runs in families, or on what genes it rests."""
    return says(said, _INHERITED, _IN_FAMILIES, _INHERITED_HEADS, _LOWERS)


CONTAGION = Ask("contagion", ILLNESSES, _CONTAGION_ASKED, _contagious, "whether {} is contagious", on_the_whole)
INHERITANCE = Ask("inheritance", ILLNESSES, _INHERITED_ASKED, _inherited, "whether {} is hereditary", on_the_whole)
