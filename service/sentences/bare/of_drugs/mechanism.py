"""How a drug works: what it does in the body that it is given for. What it does to the enzymes that break down other
drugs, what others do to it, and how it comes to do harm are no mechanism of it.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import on_all, run_before, speaks_for_all
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\bhow\b(?=[^?]*\b(?:works?|working|acts?)\b)|\b(?:works?|acts?)\b|"
    r"\bmechanisms?(?: of (?:action|effect))?\b|\bmodes? of action\b|\bMOA\b|\bpharmacodynamics?\b|\bpharmacology\b|"
    r"(?<!onset of )(?<!duration of )\bactions?\b(?! plan)|"
    r"\bwhat (?:does|do)\b(?=[^?]*\bdo\b(?: (?:in|to|inside) (?:the |your |my )?(?:human )?body)?\s*\??\s*$)|"
    r"\b(?:in|inside|on|to) (?:the |your |my )?(?:human )?body\b(?=\s*\??\s*$)",
    re.I,
)
_UNLESS = re.compile(
    r"\b(?:how (?:long|fast|quick\w*|soon|well|much|often)|when|why|onset|duration|peak|start (?:to|working))\b|"
    r"^\W*(?:does|do|is|are|will)\b(?!.*\bhow\b)",
    re.I,
)
# What it does. The plain form needs its object, so that "heart block" is none.
_VERBS = (
    r"inhibits?|binds?|activates?|stimulates?|suppress(?:es)?|potentiates?|neutrali[sz]es?|antagoni[sz]es?|mimics?|blocks|"
    r"block(?= (?:the|its|both|an?|some|[\w-]+ (?:receptors?|channels?|enzymes?|transporters?|cotransporters?)|(?:sodium|the sodium)))|"
    r"competes? (?:with|for)|relax(?:es)?|constricts?|dilates?|widens?|inactivates?|depletes?"
)
# What goes on in the body, faster or slower through it.
_PROCESS = r"(?:production|secretion|release|synthesis|reabsorption|re-?uptake|uptake|sensitivity|contraction|contractility|conduction|outflow|blood flow)"
_DOES = re.compile(
    rf"\b(?:{_VERBS})\b|\b(?:lowers?|reduces?|decreases?|increases?|raises?|slows?|improves?|prevents?|promotes?|enhances?) (?:the )?(?:[\w-]+ ){{0,3}}?{_PROCESS}\b|"
    r"\breplaces? (?:the|an?) (?:\w+ )?(?:hormone|factor|enzyme|vitamin)",
    re.I,
)
_BY_DOING = re.compile(
    r"\b(?:by|through|via|because of its) (?:[\w-]+ ){0,3}?"
    r"(?:\w*inhibit\w+|block(?:ing|ade)|[\w-]*-blocking|binding|activating|stimulating|suppressing|relaxing|"
    rf"(?:ant)?agonis\w+|compet\w+|(?:reducing|lowering|increasing|slowing|raising) (?:the )?(?:[\w-]+ ){0, 3}?{_PROCESS})\b",
    re.I,
)
_ACTS = re.compile(
    r"\b(?:acts?|works?) (?:mainly |chiefly |mostly )?(?:by|as an?|through|via|on the|in the|against)\b", re.I
)
# The same for patients: "stops X from …ing", "makes X less …", "is a medicine that lowers …".
_PLAINLY = re.compile(
    r"\b(?:stops?|keeps?) (?![^.;,]{0,40}\bdrugs?\b)[^.;,]{2,40} from \w+ing\b|"
    r"\bmakes? (?:the |your )?[\w ]{2,30} (?:less|more) (?!likely|well|often|severe)\w+|"
    r"\b(?:is|are) (?:an? |the )?(?:[\w-]+ ){0,2}(?:medicine|drug|pill|tablet|treatment|hormone|protein)s?\b[^.;,]{0,40}?\b(?:that|which) "
    r"(?:lower|reduce|slow|stop|block|help|make|keep|kill|thin|relax|widen|remove|raise|replace|open|calm|draw)s?\b",
    re.I,
)
# What it is by its name: "a direct factor Xa inhibitor".
_IS = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:is an?|, an?) (?:(?!(?:with|than|to|for|in|of|after|before|by|as|not|and|or|from)\b|\w+ed\b|CYP\w*)[\w/.()-]+ ){0,6}"
    r"(?:inhibitor|antagonist|agonist|blocker|activator|analogue|(?:monoclonal )?antibody)s?\b(?! (?:is|are|may|should|and|or|has|have)\b)",
    re.I,
)
_OF_MECHANISM = re.compile(
    r"\bmechanisms?\b|\bhow (?:it|they|.{3,40}) works?\b|\bpharmacolog|\bpharmacodynamic|\bmode of action", re.I
)
# Between the drug and what it does: that it may do so, does not, or that somebody else is told of.
_BROKEN = re.compile(
    r"\b(?:may|might|can|could|not|never|no|cannot|would|should|because|since|when|whenever|if|while|whereas|unless|after|before|"
    r"until|was|were|needs?|given|taken|recommended|contraindicat\w+|avoid\w*)\b|[;]",
    re.I,
)
# What breaks drugs down and carries them, and what is no part of the body's own working.
_ON_DRUGS = re.compile(
    r"[^.;]{0,50}?(?:\b(?:CYP\w*|cytochrome|P-?glycoprotein|P-gp|(?:its|their) (?:\w+ )?(?:metabolism|clearance|elimination)|"
    r"(?:other|oral) (?:\w+ )?drugs)\b|\b(?:metabolism|clearance|elimination|absorption|excretion|effects?|action|activation|breakdown) of (?:\w+ )?(?:·|drugs))",
    re.I,
)
_HARM = re.compile(
    r"\b(?:can|may|might|could) (?:also )?(?:cause|lead|result|provoke|worsen)\b|\b(?:toxicity|side effects?|adverse|poisoning|overdos\w*)\b",
    re.I,
)
_MECHANISM_OF = re.compile(r"\b(?:mechanisms?|modes?) (?:of action )?(?:of|by which|through which) (?:the )?", re.I)
_OBJECT = re.compile(r"\s+(?!as\b|is\b)[\w-]{3,}s\s+(?:the \w+ of )?")
_PRECLINICAL = re.compile(r"^\W*in (?:[\w-]+ ){0,2}(?:rats?|mice|mouse|dogs?|rabbits?|pigs?|cells?|animals?)\b", re.I)


def _told(said: Said) -> bool:
    text, masked = said.text, said.masked
    if _HARM.search(text) or _PRECLINICAL.search(text) or not _of_whole(said):
        return False
    if any(_IS.match(text, end) for _, end in said.names) or _is_told_of(said):
        return True
    found = [m for pattern in (_DOES, _BY_DOING, _ACTS, _PLAINLY) for m in pattern.finditer(masked)]
    return any(_is_done_by_it(said, m) for m in found if not _ON_DRUGS.match(masked, m.end()))


def _is_done_by_it(said: Said, found: re.Match[str]) -> bool:
    """Whether the drug is who does it: it is named before it, and nothing comes between."""
    run = run_before(said, found.start())
    if not run:
        return said.on_it and _OF_MECHANISM.search(said.heading) is not None and said.names_nobody
    if any(_OBJECT.fullmatch(said.text[other[1] : run[0][0]]) for other in said.others):
        return False  # "phenytoin displaces it and inhibits …"
    between = said.text[run[-1][1] : found.start()]
    return any(place in said.names for place in run) and _BROKEN.search(between) is None


def _is_told_of(said: Said) -> bool:
    """Whether a sentence tells of the mechanism by that word, be it that it is not known."""
    return any(place[0] == m.end() for m in _MECHANISM_OF.finditer(said.text) for place in said.names)


def _of_whole(said: Said) -> bool:
    """Whether it is on the whole of a class: it names it, and not one drug as of it."""
    if not said.names:
        return speaks_for_all(said)
    return bool(said.itself) and (min(said.names) in said.itself or len(said.names) > len(said.itself) + 1)


MECHANISM = Ask(
    "mechanism",
    DRUGS,
    _ASKED,
    _told,
    "how {} works",
    before=on_all,
    frame=frozenset({"drug", "drugs", "medicine", "exact", "explained", "briefly", "thought", "believed"}),
    unless=_UNLESS,
)
