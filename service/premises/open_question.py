"""Whether a question leaves open what a sentence denies, or only tells how things are with someone.

It then takes nothing for granted, and a sentence that says otherwise answers it. "Colchicine and clarithromycin, any
issue?", "cut or stop?" and "which can I use, A, B or C?" ask; "on her third dose of X" tells. Both are read from the
wording alone.
"""

from __future__ import annotations

import re

_MAY_BE = (
    r"(?:ok|okay|fine|safe|all ?right|allowed|permitted|possible|advisable|wise|sensible|worth it|necessary|needed|"
    r"indicated|contra-?indicated|yes or no)"
)
_ANY = r"any (?:[\w-]+ )?(?:issues?|problems?|concerns?|risks?|harm|objections?|interactions?|clash|worr(?:y|ies))"
# Asked at the end, of what stands before: "X in Y: allowed?", "…, OK with the Z?", "… any issue?".
_WHETHER = re.compile(
    rf"(?<!\bis )(?<!\bare )\b(?:{_MAY_BE}|{_ANY})"
    r"(?: (?:with|in|for|to|at|on|during|there|here)\b[^?,;:.]{0,40})?\s*\?",
    re.I,
)
_AND_ASKED = re.compile(rf"[,:]\s+{_MAY_BE}\b|\s[–—-]\s+{_MAY_BE}\b", re.I)  # "X for Y - OK with the Z"
_FROM = r"(?:^|[.;:!]\s+|\s[–—-]\s+)"  # where a piece of a question begins
# "Cut or stop?", "treat or leave?", "lyse?": what to do is asked, as a choice or by the bare verb.
_CHOICE = re.compile(rf"(?:{_FROM}|,\s+)(?:[\w'’-]+ ){{0,2}}?[\w'’-]+ or (?:[\w'’-]+ ?){{1,3}}\?", re.I)
_BARE = re.compile(
    rf"{_FROM}(?:so |and |now )?(?P<asked>[a-z][\w'’-]+)(?: (?:him|her|it|them|now|yet|at all))?\s?\?", re.I
)
_ASKING_WORD = re.compile(
    r"what|which|how|when|where|why|who|whom|right|correct|yes|no|true|dos(?:e|es|age|ing)|course|duration|target|choice",
    re.I,
)
_ASKED_HOW = re.compile(r"\b(?:what|which|how|when|where|why|who)\b", re.I)
_FULL = re.compile(  # a whole question, of something else
    r"(?:(?:so|and|but|then) )?(?:is|are|was|were|does|do|did|can|could|should|may|must|will|would|has|have)\b", re.I
)
_PIECE = re.compile(rf"(?:{_FROM}|,\s+|\bso\s)(?P<piece>[^.,;:!?–—]+)\?")
_ITEM = r"[\w'’-]+(?: [\w'’-]+){0,2}"
_WHICH_OF = re.compile(rf"[,:]\s+(?P<listed>(?:{_ITEM}, )*{_ITEM},? or {_ITEM})\s*\?")  # "which, A, B or C?"
_FOR_WHOM = re.compile(r"^\W*(?:who|whom|in whom|for whom|which (?:patients|people|women|men|children|adults))\b", re.I)
# How things are with someone, and no statement of what is done.
_TOLD_FIRST = re.compile(
    r"^\W*(?:(?:now|still|currently) on\b|"
    r"on [^,;:.]{2,40}? (?:and|but) (?:needs?|has|is|was|wants?|due|now)\b|"
    r"day \d+ (?:of|on|after)\b|"
    r"(?:1st|2nd|3rd|\d+th|first|second|third|another|recurrent) "
    r"(?:bout|episode|attack|relapse|bleed|admission|seizure|course|clot)\b|"
    r"(?:my|our|this|the) (?:patient|man|woman|lady|boy|girl|child|baby|mother|father)\b|"
    r"patients? (?:takes?|is|has|was|had|on|with|wants?|says?)\b|"
    r"(?:he|she|they|we|i)(?:'s|'re|'ve| (?:is|are|has|have|was|were|takes?|had|wants?))\b)",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:already|currently|still|just) (?:on|taking|had|started|given|getting)\b|"
    r"\b(?:dropped|went up|gone up|risen|rose|fell|fallen|came back|come back|shot up) (?:to|from|by)\b|"
    r"\bneeds [\w-]+ for (?:his|her|their) ",
    re.I,
)

# What somebody has heard, and asks whether it is so: nothing is taken for granted.
_HEARD = re.compile(
    r"\b(?:says?|said|saying|told|tells|thinks?|reckons?|swears|read|heard|saw)\b(?s:.*)"
    r"\b(?:is (?:that|it|this|s?he) (?:really |actually |even |at all )?(?:right|true|correct|so)\b|"
    r"who(?:['’]s| is) right|true or not|any truth)",
    re.I,
)


def asks_if_true(text: str) -> bool:
    """Whether what somebody has said or written is asked about: "my friend says X. Is that right?"."""
    return _HEARD.search(text) is not None


def asks_whether(text: str) -> bool:
    """Whether a question asks of what it has told if it may be done, or which of two things, in a few last words."""
    pieces = [match["piece"] for match in _PIECE.finditer(text)]
    if not any(not _FULL.match(piece) and not _ASKED_HOW.search(piece) for piece in pieces):
        return False
    bare = _BARE.search(text)
    return (
        _WHETHER.search(text) is not None
        or _CHOICE.search(text) is not None
        or (bare is not None and not _ASKING_WORD.fullmatch(bare["asked"]))
    )


def left_open(clause: str) -> bool:
    """Whether what somebody is said to hold is at once asked about: "the protocol says X - OK with Y?"."""
    return _AND_ASKED.search(clause) is not None


def offered(text: str) -> str:
    """What a question offers for choice: "A, B or C" of "which can I use, A, B or C?"; empty where it offers none."""
    match = _WHICH_OF.search(text)
    return match["listed"] if match is not None else ""


def asks_for_whom(text: str) -> bool:
    """Whether a question asks for whom something is: it takes it for granted of nobody."""
    return _FOR_WHOM.match(text) is not None


def tells_of_someone(clause: str) -> bool:
    """Whether a clause tells how things are with someone, not what holds in general."""
    return _TOLD_FIRST.match(clause) is not None or _TOLD.search(clause) is not None
