"""What a mention in a question says: present, denied, or neither (a family's history, a risk, a suspicion)."""

from __future__ import annotations

import re
from enum import Enum

_CLAUSE = re.compile(r"[.;:?!\n](?=\s|$)|\b(?:but|however|although|whereas)\b", re.I)
_DENIAL = re.compile(
    r"\b(?:no|not|denie[sd]|denying|without|w/o|never|absence of|negative for|free (?:of|from)|nil|neither|nor|lacks?)\b"
    r"|\bnon-?(?=\w)",
    re.I,
)
_ENDS_DENIAL = re.compile(r"\b(?:and|with|has|had|having|on|but)\b", re.I)
_DENIED_AFTER = re.compile(
    r"\s*(?:[:=(–-]+\s*(?:no(?=\s*(?:[.,;)/|\n]|$))|(?:none|absent|nil|negative)\b)|"
    r"(?:(?:is|was|were|are|has been|have been)\s+)?(?:absent|none|nil|negative|not present|excluded|ruled out|denied)\b)",
    re.I,
)
# "Hypertension or diabetes denied": what is denied behind the last of a list.
_DENIED_LAST = re.compile(
    r"(?:\s*(?:,|/|\bor\b)\s*[\w/-]+(?: [\w/-]+)?){1,4}\s+(?:(?:is|was|were|are)\s+)?(?:all )?denied\b", re.I
)
_IS_THERE = re.compile(r"\b(?:has|have|had|with|known|on|takes?)\b", re.I)
_OTHERS = re.compile(r"\b(?:family history|fhx?|(?:parent|sibling|son|daughter|brother|sister|relative)s)\b", re.I)
_OPEN = re.compile(
    r"\b(?:risk of|risk for|prevent(?:s|ing|ion of)?|prophylaxis (?:of|against|for)|avoid(?:s|ing)?|reduc(?:e|es|ing)|against|"
    r"chance of|if (?:he|she|they|the patient)\b[^,]*|suspect(?:ed|ing)?|suspicion of|possible|possibly|query|rule out|ruling out|"
    r"exclude|excluding|screen(?:ing)? for|treat(?:ing|ment of)?|score for)\s+(?:(?:a|an|the|his|her|acute|recurrent|new)\s+)*$",
    re.I,
)
_OPEN_AFTER = re.compile(
    r"\s*(?:risk|prevention|prophylaxis|score|rates?|unit|guidelines?|thresholds?|targets?|clinic)\b", re.I
)


class Said(Enum):
    """What a mention says of the patient."""

    PRESENT = "present"
    DENIED = "denied"
    OPEN = "open"


def said(text: str, start: int, end: int) -> Said:
    """What ``text[start:end]``, the mention of a finding, says. The text is one message, made :func:`plain`."""
    clause_start, clause_end = clause_of(text, start)
    before, after = text[clause_start:start], text[end:clause_end]
    if _DENIED_AFTER.match(text, end):
        return Said.DENIED
    if _DENIED_LAST.match(after) and not _IS_THERE.search(before):
        return Said.DENIED
    if _OTHERS.search(before) or _OPEN.search(before) or _OPEN_AFTER.match(after) or before.rstrip().endswith("?"):
        return Said.OPEN
    cues = list(_DENIAL.finditer(before))
    if cues and _reaches(before[cues[-1].end() :], after):
        return Said.DENIED
    return Said.PRESENT


def _reaches(between: str, after: str) -> bool:
    """Whether a denial reaches over ``between``: to the next comma, or through a list that ends in "or"."""
    between = re.sub(
        r"^\s*(?:on|has|had|having)\b", " ", between, flags=re.I
    )  # "not on warfarin", "never had a stroke"
    if _ENDS_DENIAL.search(between):
        return False
    if "," not in between:
        return len(between.split()) <= 7
    following = re.split(r"\b(?:and|with|but)\b", after, maxsplit=1, flags=re.I)[0]
    return re.search(r"\b(?:or|nor)\s*$", between, re.I) is not None or _list_ends_in_or(following)


def _list_ends_in_or(following: str) -> bool:
    """ "…, diabetes or stroke": the rest of a list whose last item comes after "or"."""
    return re.match(r"[\w\s/-]*(?:,[\w\s/-]+)*\b(?:or|nor)\b", following, re.I) is not None


def clause_of(text: str, position: int) -> tuple[int, int]:
    """Start and end of the clause around ``position``."""
    start, end = 0, len(text)
    for boundary in _CLAUSE.finditer(text):
        if boundary.end() <= position:
            start = boundary.end()
        elif boundary.start() > position:
            end = boundary.start()
            break
    return start, end


def part_of(text: str, start: int, end: int) -> str:
    """The part between commas in which a mention stands."""
    clause_start, clause_end = clause_of(text, start)
    left = max(text.rfind(mark, clause_start, start) for mark in (",", " and ", " with "))
    right = min(
        (found for mark in (",", " and ", " with ") if (found := text.find(mark, end, clause_end)) >= 0),
        default=clause_end,
    )
    return text[max(left, clause_start) : right]
