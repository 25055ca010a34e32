"""The side effects of a drug: the harm that it does itself, taken as it should be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.of_drugs.harms import EFFECTS, ILL, came_of, came_on, does_harm, names_harm, was_seen
from service.sentences.bare.reading.clauses import Clause, Named, alone_before, clauses_of, itself_first
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\bside[- ]?effects?\b|\bS/?Es?\b|\b(?:adverse|undesirable|unwanted|untoward|bad|harmful|ill) (?:drug )?(?:effects?|reactions?|events?)\b|"
    r"\bADRs?\b|\bAEs\b|\b(?:harms?|risks?|dangers?|problems?|hazards?) (?:of|with|from)\b|\b(?:harms?|risks?|dangers?)\W*$|"
    r"\bwhat harm\b|\btolerability\b",
    re.I,
)
_FRAME = frozenset(
    """use used using usage taking take takes given giving treatment therapy drug medicine medication serious severe
    important major most frequent possible potential known cause causes caused get getting expect watch look out due associated
    experience there tablet tablets capsule capsules pill pills""".split()
)
_LABEL = re.compile(
    r"^[^,;·]{0,12}?(?: label| leaflet)?\b[^,;·]{0,12}? (?:lists?|names?|warns? of|includes?|carr(?:y|ies))\b(?P<what>[^;]*)",
    re.I,
)
_OF_LABEL = re.compile(r"\b(?:label|information|leaflet|monograph|guide)\b[^,;·]{0,30} (?:of|for)(?: \w+)? $", re.I)
_IN_EFFECTS = re.compile(rf"^(?:['’]s?)? (?:\w+ ){{0,2}}?{EFFECTS} (?:are|is|include|can|may|comprise)\b", re.I)
# What stands in front of the drug that does it.
_OF = re.compile(
    rf"\b{EFFECTS}\b(?: \w+){{0,3}}? (?:of|to|with|on|from|for|by)(?: (?!in\b|is\b|are\b|and\b|when\b)[\w-]+){{0,6}}? $|"
    r"\breports of [^;·]{3,60} after (?:an? |the )?$|\bwarnings? of [^;·]{3,90} for (?:·+(?:, | and |, and ))*$",
    re.I,
)
_ASIDE = re.compile(
    r"^(?!(?:for|when|if|with|risk factors|suspected)\b|in [^,]*$|(?:[\w-]+ )?signs of)|\bmore (?:common|frequent|often)\b",
    re.I,
)
_MORE = re.compile(
    r"\bmore (?:common|frequent|often|likely)\b|\brisk of\b|\b(?:adverse|side effects?)\b|\breported $", re.I
)
_CAUSED = re.compile(r"^[- ](?:induced|associated|related)\b", re.I)
_WATCHED = re.compile(rf"\bwatche?d? for\b[^;]*?\b{ILL}\b", re.I)
# Not by the drug itself.
_STOPPING = re.compile(
    r"\b(?:stopp?(?:s|ed|ing)?|withdraw\w*|discontinu\w+|interrupt\w+|overdos\w*|poisoning|too much|revers\w+|omitt\w+|miss\w+|delay\w*|"
    r"reduc\w+|confusing)\b[^,;]{0,60}$|^more $",
    re.I,
)
_NO_EFFECT = re.compile(r"\bnot (?:recommended|given|used|to be)\b|\bthat stopping\b", re.I)
_OF_THE_CHILD = re.compile(
    r"\bpregnan|\bharm (?:an?|the|your) (?:unborn |developing )?(?:baby|child|fo?etus)\b|\bnewborn\b|\b(?:causes?|risk of) (?:fo?etal|congenital|birth)\b",
    re.I,
)
_IN_THE_LABORATORY = re.compile(r"\b(?:cultured|in vitro|cells|rats?|mice|mouse|animals?)\b", re.I)
_PER_CENT = re.compile(r"(\d+(?:\.\d+)?)\s?%")
_UNTREATED = re.compile(r"\b(?:placebo|no treatment|untreated|observation|without)\b", re.I)
_IF_IT_DOES = re.compile(r"\b(?:if|when) it causes\b", re.I)
_HARMS = re.compile(r"\bharm|\badverse|\bside effect|\bsafety|\bwatch for|\bwarning", re.I)
_OBJECT = re.compile(
    r"\b(?:gives?|starts?|uses?|treats|recommends?|adds?|offers?|prefers?|continues?|stops?)(?: (?:oral|intravenous|an?))? $",
    re.I,
)
_INTERACTIONS = re.compile(r"(?:drug )?\binteraction", re.I)
_IN_SO_MANY_WORDS = re.compile(
    rf"\b{EFFECTS}\b|\b(?:can|may|could) (?:cause|lead to|bring on|harm|damage|make you)\b|\bcauses\b|\bwarns? of\b",
    re.I,
)
_HEADS = re.compile(r"\b(?:side|adverse|undesirable|unwanted) (?:effects?|reactions?|events?)\b", re.I)


def _told(said: Said) -> bool:
    if not said.names:
        return said.titled and not said.others and _HEADS.search(said.heading) is not None
    if _IN_THE_LABORATORY.search(said.text):
        return False
    if said.others and (_INTERACTIONS.search(said.heading) or _INTERACTIONS.match(said.title)):
        return False
    clauses = clauses_of(said)
    of_patient = [at for at, clause in enumerate(clauses) if not _OF_THE_CHILD.search(clause.text)]
    return any(_told_in(said, clauses, at) for at in of_patient)


def harm_first(said: Said) -> int:
    """Of sentences on the subject itself, those that tell of its side effects in so many words come first."""
    return 2 * itself_first(said) + int(_IN_SO_MANY_WORDS.search(said.text) is not None)


def _told_in(said: Said, clauses: Sequence[Clause], at: int) -> bool:
    clause, headed = clauses[at], _HARMS.search(said.heading) is not None
    if any(name.own and _told_of(said, clause, name, headed) for name in clause.named):
        return True
    if headed and any(name.own for name in clause.aside) and not clause.named and was_seen(clause.text):
        return True
    goes_on = alone_before(said, clauses, at) if not clause.named and at else []
    text = re.sub(r"^(?:and|but|because)?(?: it| they)?(?= )", "", clause.text)
    return any(name.own for name in goes_on) and (
        does_harm(text) or (headed and (was_seen(text) or _WATCHED.search(text) is not None))
    )


def _told_of(said: Said, clause: Clause, name: Named, headed: bool) -> bool:
    before, behind = clause.text[: name.start - clause.start], clause.text[name.end - clause.start :]
    before = re.sub(r"(?:·+(?:, | or | and |, and |/))+$", "", before)
    if _STOPPING.search(before) or re.match(r" (?:together )?with (?:\w+ ){0,3}·", behind):
        return False  # not by the drug itself
    if _OF.search(before):
        return _NO_EFFECT.search(behind) is None
    if came_of(before) or _CAUSED.match(behind) or _IN_EFFECTS.match(behind):
        return True
    if came_on(before):
        others = [n for n in _named_before(said, name) if not (n.own or n.governed)]
        more = headed or _MORE.search(before) is not None
        if more and not others and _ASIDE.search(before) and not _is_less(before, behind):
            return True
    if _OF_LABEL.search(before) and (found := _LABEL.match(behind)) is not None:
        return names_harm(found["what"])
    if name.governed or _OBJECT.search(before):
        return False
    behind = re.sub(r"^(?:(?:, | and | or |, and |, or | and other |, and other |/| such as | \()·+\)?)+", "", behind)
    return does_harm(behind) or (headed and (_WATCHED.search(behind) or _IF_IT_DOES.search(behind)) is not None)


def _named_before(said: Said, name: Named) -> list[Named]:
    return [other for clause in clauses_of(said) for other in clause.named if other.end <= name.start]


def _is_less(before: str, behind: str) -> bool:
    """Whether it was seen in no more of those who took the drug than of others ("in 16% with X and 27% with placebo")."""
    mine, theirs = _PER_CENT.findall(before), _PER_CENT.findall(behind)
    return bool(mine and theirs) and _UNTREATED.search(behind) is not None and float(theirs[0]) >= float(mine[-1])


SIDE_EFFECTS = Ask("side effects", DRUGS, _ASKED, _told, "side effects of {}", harm_first, _FRAME, by_kinds=True)
