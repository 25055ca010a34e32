"""What a question takes for granted, as clauses: stated ("since X is safe in Y, …") or implied ("what dose of X
treats Y?").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Glossary
from service.compose.claims import Claim, claim_of
from service.question import Question

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


def implied_in(question: Question, glossary: Glossary) -> Assumption | None:
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
