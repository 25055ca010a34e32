"""What a question takes for granted, as clauses: stated ("since X is safe in Y, …") or implied ("what dose of X
treats Y?").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Glossary
from service.compose.claims import Claim, claim_of
from service.compose.cues import cues
from service.question import Question

_ASKING = (
    r"(?:what|which|how|when|where|why|who|whom|should|shall|can|could|do|does|did|is|are|was|may|must|will|"
    r"would|at (?:what|which)|"
    r"by (?:how|what)|for how|in (?:what|which|whom)|after (?:what|which|how)|below (?:what|which)|"
    r"above (?:what|which)|to (?:what|which)|"
    r"from (?:what|which))\b"
)
_LEAD = (
    r"(?:since|because|as|given(?: the fact)? that|now that|seeing that|considering that|knowing that|"
    r"assuming(?: that)?|because of the fact that)"
)
_LEADING = re.compile(rf"^\W*(?:so |and |but )?{_LEAD}\s+(?P<clause>.+?),\s*(?:then\s+)?(?={_ASKING})", re.I)
_LEADING_ANY = re.compile(rf"^\W*{_LEAD}\s+(?P<clause>[^,]+),\s", re.I)
_TRAILING = re.compile(
    r"(?:,\s*|\s)(?:since|because|given that|now that|seeing that|"
    r"considering that)\s+(?!\d|last\b|yesterday|birth|childhood|then\b)(?P<clause>[^?.]+?)\s*\?*\s*$|"
    r",\s*as\s+(?P<as>[^?,]+?)\s*\?*\s*$",
    re.I,
)
_FACT = re.compile(
    r"\b(?:the fact|(?:it is|it's) (?:well )?known|we (?:all )?know|I (?:know|read|heard|"
    r"understand)) that (?P<clause>[^,.?]+)",
    re.I,
)
_WHY = re.compile(
    r"^\W*(?:so |and )?(?:why|how come|how)\s+(?P<aux>does|do|did|is|are|was|were|has|have|should|"
    r"must)\s+(?P<rest>[^?]+)",
    re.I,
)
_STATED = re.compile(r"^(?P<clause>[^.?!]{15,200})\.\s+(?=\S.*\?)")
_PERSONAL = re.compile(
    r"\b(?:my|he|she|his|her|i|we|our|this (?:patient|man|woman|child)|year-old|presents?|has had)\b", re.I
)
_USES = re.compile(
    r"^\W*(?:(?:what|which)\s+(?:is the\s+|loading\s+|starting\s+|usual\s+|daily\s+|maximum\s+|standard\s+|"
    r"recommended\s+)*dos(?:e|age|ing)|"
    r"how much|how long|how often|how many|how is|when|at what)\b",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:to treat|for(?! how)|in(?! what)|before|to prevent|against|as treatment of)\s+(?!how\b|what\b)", re.I
)


@dataclass(frozen=True, slots=True)
class Assumption:
    """A clause that a question assumes and the claim in it."""

    text: str
    claim: Claim


def assumptions_of(question: Question, glossary: Glossary) -> list[Assumption]:
    """What ``question`` takes for granted, stated assumptions first; none for a plain question."""
    found = []
    for clause in _stated(question.text):
        claim = claim_of(clause, glossary)
        if claim is not None:
            found.append(Assumption(clause, claim))
    if not found:
        implied = _implied(question, glossary)
        if implied is not None:
            found.append(implied)
    return found


def _stated(text: str) -> list[str]:
    text = " ".join(text.split())
    for pattern in (_LEADING, _LEADING_ANY):
        match = pattern.search(text)
        if match is not None:
            return [match["clause"].strip()]
    match = _FACT.search(text)
    if match is not None:
        return [match["clause"].strip()]
    match = _TRAILING.search(text)
    if match is not None:
        return [(match["clause"] or match["as"]).strip()]
    match = _WHY.search(text)
    if match is not None and (
        match["aux"].casefold() not in ("is", "are", "should") or text.lstrip().lower().startswith("why")
    ):
        return [declared(match["aux"], match["rest"].strip())] if text.lstrip().lower().startswith("why") else []
    match = _STATED.match(text)
    if match is not None and not _PERSONAL.search(match["clause"]):
        return [match["clause"].strip()]
    return []


def declared(auxiliary: str, rest: str) -> str:
    """ "Why is X safe in Y" as "X is safe in Y": the auxiliary goes before the first cue of the rest."""
    found = cues(rest)
    if not found:
        return rest
    start = found[0].start
    negation = re.search(r"\b(?:not|never|no longer)(?:\s+\w+)?\s+$", rest[:start])
    start = negation.start() if negation is not None else start
    verb = "" if auxiliary.casefold() in ("does", "do", "did") and negation is None else f"{auxiliary.lower()} "
    return f"{rest[:start]}{verb}{rest[start:]}"


def _implied(question: Question, glossary: Glossary) -> Assumption | None:
    """ "What dose of X for Y?" takes for granted that X is used for Y."""
    drugs = [mention for mention in question.mentions if mention.entry.kind in ("drug", "procedure")]
    if not drugs or not _USES.match(question.text):
        return None
    first = drugs[0]
    rest = question.text[first.end :]
    match = _BEFORE.search(rest)
    if match is None:
        return None
    agent = question.text[first.start : first.end]
    clause = f"{agent} is used {rest[match.start() :].strip().rstrip('?. ')}"
    claim = claim_of(clause, glossary, implied=True)
    return Assumption(clause, claim) if claim is not None and claim.targets else None
