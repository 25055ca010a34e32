"""What a message tells before it asks: "girlfriend mixed pills with vodka and can't be roused, is it dangerous?"

A question behind it makes nothing that is told less grave. The regression takes questions for a sign of leisure, so that
what is told is looked at by itself, too.
"""

from __future__ import annotations

import re

# What those at home ask of what they have told, without a word of what it is.
_IT = r"(?:it|this|that|they|these|she|he|i|we)"
_ASKED = re.compile(
    rf"^\W*(?:and |so |but |or |please |just |wondering |wondering if |wonder )*(?:(?:is|are|was) (?:{_IT}|there)(?: \w+){{0,4}}|(?:is|are) {_IT} (?:an? |the )?(?:\w+ ){{0,3}}\w+|normal|serious|dangerous|bad|ok(?:ay)?(?: to [\w ]+)?|safe(?: to [\w ]+)?|worrying|"
    rf"how (?:(?:long|soon|much longer|bad|serious)(?: [\w']+){{0,6}}|(?:can|do|does|should|could) {_IT}(?: [\w']+){{0,5}}|(?:is|are) {_IT} \w+)|when (?:will|does|do|can|should)(?: [\w']+){{0,5}}|why(?: [\w']+){{0,4}}|wh(?:at|ich)(?:'s)?(?: [\w']+){{0,6}}|"
    rf"(?:can|could|should|shall|may|do|does|did|will|would|must) (?:{_IT}|you)(?: [\w']+){{0,6}}|any(?:thing)?(?: [\w']+){{0,5}}|(?:{_IT} )?(?:will|could) (?:{_IT} )?(?:[\w']+ ?){{0,5}})\W*$",
    re.I,
)
# What is feared or read somewhere is not told, and who asks so asks as those who treat do.
_FEARED = re.compile(
    r"\b(?:worr(?:y|ies|ied)|afraid|scared|fear\w*|terrified) (?:that|of|about|he|she|i|it)\b|\b(?:read|heard|googled) (?:that|it|they|about|of|somewhere|online|you)\b",
    re.I,
)
_PRACTICE = re.compile(
    r"\b(?:empirical|dos(?:e|es|ing)|first[- ]line|score\w*|scoring|rule|criteria|guidelines?|work-?up|differential|regimen|titrat\w+|escalat\w+|antibiotics? (?:and|for|in))\b",
    re.I,
)
# Whether one's own medicines go on while one is ill is asked at leisure: what is told is why.
_GOES_ON = re.compile(
    r"\b(?:still|keep|keep on|carry on|go on|continue|stop|skip|pause|hold)\b[^?]*\b(?:my|his|her|their|them|it|these)\b|"
    r"\b(?:take|taking) (?:my|his|her|their)\b",
    re.I,
)
# Whether it is true is asked of what somebody says, not of how somebody is.
_IF_TRUE = re.compile(
    r"\b(?:is (?:that|it|this|s?he) (?:really |actually )?(?:true|right|correct|so)|true or not|who(?:'s| is) right)\b",
    re.I,
)
_CLAUSE = re.compile(r"(?<=[.!?;,])\s+|\s+[-–—]+\s+")
_FEWEST = 3  # words


def told_before_asking(message: str) -> str:
    """What stands before the questions at the end of a message; "" where there are none, or next to nothing is told."""
    clauses = _CLAUSE.split(" ".join(message.replace("’", "'").split()))
    asked = 0
    while asked < len(clauses) and _ASKED.match(clauses[-1 - asked]):
        asked += 1
    told = " ".join(clauses[: len(clauses) - asked]).rstrip(" ,;-–—")
    asking = " ".join(clauses[len(clauses) - asked :])
    if not asked or len(told.split()) < _FEWEST or _FEARED.search(told):
        return ""
    if _PRACTICE.search(asking) or _GOES_ON.search(asking) or _IF_TRUE.search(asking):
        return ""
    return told
