"""What a drug interacts with, and what comes of it: levels and effects that rise or fall, what is not given with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import is_of, run_before
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import Place

_ASKED = re.compile(
    r"\binteract(?:s|ions?|ing)?\b|\bDDIs?\b|"
    r"\b(?:what|which)\b(?=[^?]*\b(?:avoid\w*|(?:not|can'?t) (?:be )?(?:taken|given|used|combined|mixed|prescribed)|contraindicated|incompatible)\b[^?]*\bwith\b)|"
    r"\b(?:avoid(?:ed)?|(?:not|can'?t) (?:be )?(?:taken|given|used|combined|mixed|prescribed)|contraindicated|incompatible)\b(?= with\b| together)",
    re.I,
)
_UNLESS = re.compile(r"\b(?:food|meals?|alcohol|grapefruit|lab\w*|manage\w*|avoid interactions)\b", re.I)
_FRAME = frozenset(
    """drug drugs drug-drug can cannot can't medicine medicines medication medications anything something else important major significant
    serious clinically relevant known potential possible check together taken take taking use""".split()
)
_PARTNERS = re.compile(
    r"\b(?:grapefruit|st\.? john['’]?s wort|CYP\w+|P-?gp|P-glycoprotein|dairy|antacids?|(?:other|some|all|these|oral) (?:\w+ )?drugs|drugs (?:that|which|toxic)|"
    r"inhibitors?|inducers?|supplements?|contrast media|relaxants?|depressants?|alcohol|anaesthe\w+|cations|cannabidiol|vaccines?|food)\b",
    re.I,
)
_HEADED = re.compile(r"\binteract", re.I)
_INTERACTS = re.compile(r"\binteract(?:s|ions?|ed|ing)?\b", re.I)
_MOVES = re.compile(
    r"\b(?:rais|rise|rose|increas|elevat|lower|reduc|decreas|doubl|tripl|halv|enhanc|strengthen|weaken|potentiat|oppos|prolong|"
    r"speed|disturb|interfer|mask|fall|fell|cut|slow|caus|add|induc|inhibit|watch|monitor|check)\w*\b|\bcarr(?:y|ies) a risk\b|\brisk (?:of|hyper\w+|hypo\w+)\b",
    re.I,
)
_KEPT_APART = re.compile(
    r"\b(?:avoid\w*|contra-?indicat\w+|not (?:be )?(?:\w+ )?(?:recommended|given|used|combined|taken|prescribed|started)|must not|caution\w*|"
    r"limited to \d+|dose change|at least \d+ hours|hours (?:before|after)|withheld|stopped)\b",
    re.I,
)
# Where it is no section on interactions: what rises or falls is a level or an effect, and what is barred is barred with it.
_LEVEL = r"(?:levels?|concentrations?|exposure|troughs?|clearance|metabolism|absorption|toxicity|(?<!adverse )(?<!side )effects?)"
_A_LEVEL_OF = re.compile(
    rf"·\S*['’]?s? (?:\w+ )?{_LEVEL}\b|\b{_LEVEL}(?: and the effect| and possible toxicity)? of (?:\w+ )?·", re.I
)
_LEVEL_MOVES = re.compile(
    r"\b(?:rais|rise|rose|increas|elevat|lower|reduc|decreas|doubl|tripl|halv|enhanc|strengthen|weaken|potentiat|oppos|speed|follow)\w*\b",
    re.I,
)
_BARRED = (
    r"(?:avoid\w*|contra-?indicat\w+|not (?:be )?(?:\w+ )?(?:recommended|given|used|combined|taken|prescribed)|"
    r"must not (?:be )?\w+|needs? caution|caution)"
)
_BARRED_WITH = re.compile(
    rf"\b{_BARRED}\b[^.;,]{{0,40}}?\b(?:together with|with|in people on|taking|alongside) (?:an? |the |strong |other )*(?=·)",
    re.I,
)
# Two drugs that one verb keeps apart, or of which it tells what they do together.
_BOTH_BARRED = re.compile(
    r"·[^.;,·]{0,20}\b(?:with|together with|plus)\b (?:an? )?[^.;,·]{0,12}·+[^.;·]{0,25}\b(?:is|are|be)\b (?:\w+ )?(?:contra-?indicated|avoided|not (?:recommended|advised|combined))|"
    r"·[^.;,·]{0,20}\b(?:with|together with)\b (?:an? )?[^.;,·]{0,12}·+ (?:can|may|might|could) (?:cause|raise|increase|lead)\b",
    re.I,
)
# One drug does something to another: "may oppose X".
_ACTS_ON = re.compile(
    r"\b(?:oppos\w+|weaken\w*|potentiat\w+|enhanc\w+|strengthen\w*|prolongs?|disturbs?|interferes? with|displaces?) (?:the (?:effects?|action) of )?(?=·)",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:must|should|are|is) (?:not|never) (?:be )?(?:\w+ )?(?:combined|(?:used|given|taken) together)\b|"
    r"\b(?:together|combined)\b[^.;]{0,20}\b(?:avoided|contraindicated)\b",
    re.I,
)
_INTERACTS_WITH = re.compile(r"interact\w* (?:of|with|between|for) (?:an? |the |oral )?", re.I)
_BESIDE = re.compile(
    r"\b(?:with|by|from|on|during|when|while|taking|than|after|started|to) (?:an? |the |other |strong )*$", re.I
)
_NEAR = 40  # characters between a drug and that it interacts
_TWO = 2


def _told(said: Said) -> bool:
    masked, own = said.masked, said.names
    if not own and not (said.on_it and _headed(said)):
        return False
    if any(_is_beside_own(said, m, own) for m in _INTERACTS.finditer(masked)):
        return True
    if not said.others and _PARTNERS.search(masked) is None:
        return False
    if _headed(said):
        return _MOVES.search(masked) is not None or _KEPT_APART.search(masked) is not None
    return _is_barred(said, own) or _moves(said, own)


def _is_beside_own(said: Said, found: re.Match[str], own: Sequence[Place]) -> bool:
    """Whether "interacts" is said of the drug: it is named right before or behind."""
    near = [place for place in own if 0 <= found.start() - place[1] <= _NEAR]
    behind = _INTERACTS_WITH.match(said.text, found.start())
    return bool(near) or (behind is not None and any(place[0] == behind.end() for place in own))


def _is_barred(said: Said, own: Sequence[Place]) -> bool:
    """Whether it is kept from another drug, or one of the two opposes or strengthens the other."""
    for found in _BARRED_WITH.finditer(said.masked):
        if any(place[0] == found.end() for place in own) or is_of(said, found.start(), own):
            return True
    if any(m.start() < place[1] and place[0] < m.end() for m in _BOTH_BARRED.finditer(said.masked) for place in own):
        return True
    for found in _ACTS_ON.finditer(said.masked):
        if any(place[0] == found.end() for place in own) or is_of(said, found.start(), own):
            return True
    for found in _TOGETHER.finditer(said.masked):
        run = run_before(said, found.start())
        if len(run) >= _TWO and any(place in own for place in run):
            return True
    return False


def _moves(said: Said, own: Sequence[Place]) -> bool:
    """Whether a level or an effect of it rises or falls, or it makes one of another drug do so."""
    moving = list(_LEVEL_MOVES.finditer(said.masked))
    for level in _A_LEVEL_OF.finditer(said.masked) if moving else ():
        of_own = any(level.start() < place[1] and place[0] <= level.end() for place in own)
        for found in moving:
            movers = [
                place for place in run_before(said, found.start()) if not level.start() <= place[0] <= level.end()
            ]
            if any((place in own) != of_own for place in movers):
                return True
        if of_own and (
            _PARTNERS.search(said.masked) or any(_BESIDE.search(said.text[: place[0]]) for place in said.others)
        ):
            return True
    return False


def _headed(said: Said) -> bool:
    """Whether the section, or the whole text, is on interactions."""
    return _HEADED.search(said.heading) is not None or _HEADED.search(said.title.split(":")[0]) is not None


def _before(said: Said) -> int:
    """What stands in a section on interactions of a text on the drug comes first."""
    return 4 * (_headed(said) and said.on_it) + 2 * _headed(said) + bool(said.itself)


INTERACTIONS = Ask(
    "interactions",
    DRUGS,
    _ASKED,
    _told,
    "what {} interacts with",
    before=_before,
    frame=_FRAME,
    unless=_UNLESS,
)
