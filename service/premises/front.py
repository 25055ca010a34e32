"""The clause that stands in front of what a question asks: "X is given daily, so how much …?"."""

from __future__ import annotations

import re

from service.premises.cues import Axis, cues
from service.premises.persons import OF_SOMEONE, PERSON

ASKING = (
    r"(?:what|which|how|when|where|why|(?-i:[Ww]ho)|whom|whose|should|shall|can|could|do|does|did|is|are|was|were|may|must|"
    r"will|would|has(?!-)|have|am(?= I\b)|any|(?:at|by|for|in|over|within|after|below|above|to|from|on|until|with) "
    r"(?:what|which|how|whom))\b"
)
# Where the clause in front ends and the question begins: ", which …", "; when …", " – so what …", ": how many …".
_TURN = re.compile(
    rf"\s*(?:[,;:.!]|\s[–—-])\s*(?P<then>then|so|and|but)?,?\s*(?={ASKING})|"
    r":\s+(?=(?:[\w-]+ ){1,3}(?:at|by|for|in|over|within|every) (?:what|which|how)\b)|"  # ": X at which dose?"
    r"(?<=[a-z)])[.;]\s+(?=(?:[A-Za-z][\w-]+\s?){1,3}\?$)",  # ". Follow-up?"
    re.I,
)
_STATED_WHEN = re.compile(
    rf"^\W*(?:when|where|in whom)\s(?!(?:is|are|do|does|did|can|should|may|must|will|to|was|"
    rf"were)\b)[^,?]+,\s(?!{ASKING})[^?]+$",
    re.I,
)
# Who says so is no part of what is said: "I was taught that …", "my registrar was told …", "…, the nurse says".
SAYING = (
    r"(?:the fact|(?:it is|it's) (?:well )?known|(?:we|I) (?:(?:all|always|have|had|just|once) )?(?:know|knew|read|"
    r"heard|hear|understand|gather|thought|believed?|learn(?:ed|t)|assumed?)|"
    r"(?:I|we|he|she|(?:my|our|the|a) [\w-]+)(?P<of> (?:on|with|taking|after|in) [\w-]+(?: (?!was|is|"
    r"were|has|have|am)[\w-]+)?)?(?:'m| am| was| were| have been| has been)? (?:told|taught|advised)|"
    r"(?:it|they|(?:my|our|the|a|some|every) ?[\w-]+) (?:says?|said|tells? (?:me|us)|told (?:me|us)|insists?|claims?|"
    r"thinks?))"
)
_SAID = re.compile(rf",\s+(?:or so )?{SAYING}(?: so)?\s*[.;:–—]?\s*$", re.I)
_TAG = re.compile(
    r",?\s+(?:isn't|doesn't|don't|aren't|wasn't|won't|right|correct|yes|no)\s*(?:it|they|he|she|we|you)?,?$", re.I
)
_FIGURE = re.compile(r"\d")
_VERB = re.compile(
    r"\b(?:can|may|must|should|will|could|cannot|is|are|was|were|being|be|has|have|had|runs?|"
    r"causes?|has to|have to|goes?|got|gets?|means?|begins?|starting|starts?|ends?|ending|comes?|"
    r"held|stays?|lasts?|lasting|takes?|counts?|needs?|climbs?|applies|covers?|wants?|points?|pointing|makes?|made|"
    r"works?|(?:as )?the (?:first|only|usual|standard|preferred|best|drug|treatment|aim|target|rule|norm|choice|limit)|"
    r"given|said|shown?|going home on)\b",
    re.I,
)
NAMED = (
    r"(?:targets?|doses?|thresholds?|cut-?offs?|courses?|limits?|maximum|minimum|intervals?|durations?|goals?|ceiling|"
    r"troughs?|windows?|ratio)"
)
_BEING = re.compile(
    r"^\W*(?P<of>[^,;:]{2,80}?)\s(?:(?:not|no longer|also|only|still)\s)?being\s"
    r"(?:about |at |some |up to |only )?(?P<what>\S[^,;:]*)$",
    re.I,
)
_LIMIT_OF_ALL = re.compile(rf"\b{NAMED}\b", re.I)
# The bolus of 20 that A recommends for Y, as a noun with what is said of it.
_OF_FIGURE = re.compile(
    r"^\W*the\s(?:[\w-]+\s){1,5}of\s(?:at (?:least|most)\s|about\s)?[<>≤≥]?\d[^?:;]*\s(?:that|which|in|"
    r"for|of|after|with|under)\s[^?:;]+$",
    re.I,
)
_NOUN_PHRASE = re.compile(r"^\W*the\s+(?:[\w'’/%-]+\s+){4,}[\w'’/%-]+$", re.I)  # "The harm that X does in Y: …"
STATING = 0.75  # strength of a cue that makes a statement
_FEWEST = 3  # words of a clause that says something


def turn(text: str) -> tuple[str, str, str] | None:
    """The clause in front of the question, the question, and the word between; None where nothing stands in front."""
    for match in _TURN.finditer(text):
        before = text[: match.start()]
        if re.match(rf"^\W*{ASKING}", before, re.I) and not re.match(r"^\W*with\b", before, re.I):
            if _STATED_WHEN.match(before):  # "When X fails, Y is given: how much?"
                return before, text[match.end() :], (match["then"] or "").casefold()
            return None
        if says(before):
            return _SAID.sub("", _TAG.sub("", before.strip())), text[match.end() :], (match["then"] or "").casefold()
    return None


def after_a_case(before: str) -> tuple[str, str]:
    """What is stated after a case has been told, and both: "He is well on X. A stops X after a week"; where no case is
    told, all of it.
    """
    *case, last = re.split(r"(?<=[\w)])\.\s+", before)
    said = any(cue.axis is Axis.USE and cue.strength >= STATING for cue in cues(last))
    if case and said and PERSON.match(before) and not OF_SOMEONE.search(last):
        return last, before
    if case and says(last) and states(last) and not PERSON.match(last) and not OF_SOMEONE.search(last):
        return last, before
    return before, ""


def is_being(clause: str) -> bool:
    """Whether a clause says what something is ("X being the first choice"), and is no value of someone's ("INR being
    5").
    """
    match = _BEING.match(clause)
    if match is None or PERSON.match(clause) or OF_SOMEONE.search(clause):
        return False
    return _LIMIT_OF_ALL.search(match["of"]) is not None or not _FIGURE.match(match["what"])


def follows(clause: str, then: str) -> bool:
    """Whether the question follows from the clause ("…, so …?"), or the clause names something with what it does."""
    return (then in ("so", "then") and not OF_SOMEONE.search(clause)) or _NOUN_PHRASE.match(clause) is not None


def is_of_figure(clause: str) -> bool:
    """Whether a clause names a thing by its figure, with what is said of it: "the bolus of 20 that A recommends"."""
    return _OF_FIGURE.match(clause) is not None


def says(clause: str) -> bool:
    """Whether a clause has words enough to say something."""
    return len(clause.split()) >= _FEWEST or (len(clause.split()) > 1 and _FIGURE.search(clause) is not None)


def states(clause: str) -> bool:
    """Whether a clause says something of something, not only what or whom the question is about."""
    return _VERB.search(clause) is not None or any(cue.strength >= STATING for cue in cues(clause))
