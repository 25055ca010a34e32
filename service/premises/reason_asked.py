"""What is taken for granted by whoever asks why, or by how much, it is so: "Why does X raise Y?"."""

from __future__ import annotations

import re

from service.premises.cues import Axis, cues
from service.premises.front import ASKING, says

_LED = (
    r"^\W*(?:so |and |but )?(?:(?P<where>(?:in|with|for|during|after|before|among|on|at|under|"
    r"when)\s[^,;:?]{3,80}),\s)?"
)
_WHY = re.compile(
    rf"{_LED}(?:why|how come)\s+(?P<aux>does|do|did|is|are|was|were|has|have|should|must|can|will|may)\s+"
    r"(?P<rest>[^?]+)",
    re.I,
)
# "By how much does X raise Y?", "How quickly does …?" take for granted that it does.
_HOW_MUCH = re.compile(
    rf"{_LED}(?:by how (?:much|many [\w-]+)|how (?:much|far|strongly|often|soon|fast|quickly|long|well|early|late)|"
    r"(?:after|for|within|in|over) how (?:long|many [\w-]+)|to what extent|through which [\w-]+|by what [\w-]+)\s+"
    r"(?P<aux>does|do|did)\s+(?!(?:i|we|you|one|he|she|they|it)\b)(?P<rest>[^?]+)",
    re.I,
)
_WHY_NEXT = re.compile(
    rf",\s*(?:and|or|but)\s+(?={ASKING}).*$|"
    r"\s(?:and|but)\s+(?:what|which|how|when|where|why|who)\s(?:\w+\s)?(?:is|are|do|does|did|can|could|should|shall|may|must|"
    r"will|would|has|have)\b.*$",
    re.I,
)


def reason_asked(text: str) -> tuple[str, bool]:
    """What ``text`` takes for granted by asking for its reason or measure, "" where nothing can be told of it; and
    whether it asks so.
    """
    match = _WHY.match(text) or _HOW_MUCH.match(text)
    if match is None:
        return "", False
    rest = _WHY_NEXT.sub("", match["rest"].strip())
    if not says(rest) or (match.re is _HOW_MUCH and not _moves(rest)):
        return "", True
    where = f" {match['where']}" if match["where"] else ""
    return f"{declared(match['aux'], rest)}{where}", True


def _moves(clause: str) -> bool:
    """Whether a clause says that something goes up or down."""
    return any(cue.axis is Axis.CHANGE and cue.sign for cue in cues(clause))


def declared(auxiliary: str, rest: str) -> str:
    """ "Why is X safe in Y" as "X is safe in Y": the auxiliary goes before the first cue of the rest."""
    found = cues(rest)
    if not found:
        return rest
    start = found[0].start
    negation = re.search(r"\b(?:(?:not|never|no longer)(?:\s+\w+)?|well|badly|poorly|\w+ly)\s+$", rest[:start])
    start = negation.start() if negation is not None else start
    passive = re.search(r"\bbe\s+$", rest[:start])  # "should X be taken"
    start = passive.start() if passive is not None else start
    plain = negation is None or not re.match(r"not|never|no", negation.group(), re.I)
    verb = "" if auxiliary.casefold() in ("does", "do", "did") and plain else f"{auxiliary.lower()} "
    return f"{rest[:start]}{verb}{rest[start:]}"
