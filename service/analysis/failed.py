"""That a treatment has not worked: how people say so in a few words."""

from __future__ import annotations

import re

_SUBJECT = (
    r"(?:it|that|this|these|those|they|he|she|the (?:patient|man|woman|child|drug|treatment)|there(?:'s|’s| is| was)?)"
)
_BARELY = r"(?:still |just |really |any |much |at all |yet |again |already )*"
_HELPS = (
    r"(?:work(?:s|ed|ing)?|help(?:s|ed|ing)?|respon(?:d|ds|ded|ding|sive)|settl(?:e|ed|ing)|tolerat(?:e|ed|ing)|"
    r"effective|enough|sufficient|controlled|successful|better)"
)
_FAILING = (
    r"(?:(?:not|isn'?t|aren'?t|wasn'?t|doesn'?t|does not|don'?t|didn'?t|did not|hasn'?t|has not|won'?t) "
    rf"(?:been |do |be )?{_BARELY}{_HELPS}"
    r"|fail(?:s|ed|ing|ure)?|no (?:response|effect|better|improvement|success|benefit|joy|luck|change)|"
    r"ineffective|insufficient|unsuccessful|non-?respon\w+|refractory|resistant)"
)
_ALONE = re.compile(
    rf"^\W*(?:and|but|so|what)?\W*(?:if|when|where|once)?\W*{_SUBJECT}?(?:'s|’s| is| are| was| were| has| have)?\W*"
    rf"{_BARELY}{_FAILING}(?: {_BARELY}(?:to|with|on|of) (?:it|that|this|them|treatment))?(?: {_BARELY.strip()})?\W*$",
    re.I,
)
_CANNOT = (
    r"(?:(?:can'?t|cannot|can not|couldn'?t|won'?t|mustn'?t|must not|should not|shouldn'?t|doesn'?t|does not|didn'?t) "
    r"(?:take|have|tolerate|use|be given|swallow|get|want))"
)
_UNFIT = r"(?:intolerant|allergic|contra-?indicated|not (?:an option|available)|unavailable|not licensed)"
_HOLDERS = (
    r"(?:(?:i|we|they|you)(?:'ve|’ve|'re|’re| have| are)?|"
    r"(?:the|our|my|this) (?:hospital|pharmacy|ward|clinic|unit|practice|country))"
)
_LACKED = (  # it is not there to be given
    rf"(?:{_HOLDERS}\W*(?:(?:don'?t|do not|doesn'?t|does not|didn'?t|haven'?t|have not|can'?t|cannot|couldn'?t) "
    r"(?:have|get|got|find|stock|obtain|source)|got none|no|none|lacks?|(?:has |just )?(?:run|ran) out(?: of)?)"
    rf"|(?:{_SUBJECT}(?:'s|’s| is| are|s)?\W+)?(?:not (?:available|stocked|to hand|in stock)|"
    r"unavailable|out of stock|unobtainable))"
)
_POINTED_AT = (
    r"(?: (?:to|for|of))?(?: (?:any of )?(?:it|that|this|them|those|these|him|her|either|any|both)"
    r"(?: of (?:those|these|them))?| any)?"
)
_UNSUITABLE = re.compile(
    r"^\W*(?:and|but|so|what)?\W*(?:if|when|where)?\W*"
    rf"(?:{_SUBJECT}?\W*{_CANNOT}|{_SUBJECT}(?:'s|’s| is| are| was| were)?\W+{_UNFIT}){_POINTED_AT}\W*$",
    re.I,
)
_LACKING = re.compile(
    rf"^\W*(?:and|but|so|what)?\W*(?:if|when|where)?\W*{_LACKED}{_POINTED_AT}"
    r"(?: (?:here|in stock|on the ward|at hand|to hand|available|anywhere))?\W*$",
    re.I,
)
_SAYS_SO = re.compile(
    rf"\b{_FAILING}\b|"
    r"\b(?:still|remains?|stays?|persists?|persistently|"
    r"continues? to|despite|unchanged|uncontrolled|relapses?|recurs?)\b",
    re.I,
)


def says_only_that_it_failed(text: str) -> bool:
    """Whether a text says that what was given has not worked, and names nothing ("not working", "if that fails?")."""
    return _ALONE.match(text) is not None


def says_only_that_it_is_unsuitable(text: str) -> bool:
    """Whether a text says that what was advised cannot be given ("he can't take those"), and names nothing."""
    return _UNSUITABLE.match(text) is not None


def says_only_that_it_is_lacking(text: str) -> bool:
    """Whether a text says that what was advised is not there ("and if we don't have it?"), and names nothing."""
    return _LACKING.match(text) is not None


def says_that_it_failed(text: str) -> bool:
    """Whether a text says, among other things, that something given has not worked ("if LDL stays above target")."""
    return _SAYS_SO.search(text) is not None
