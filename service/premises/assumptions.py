"""What a question takes for granted, as clauses: stated ("since X is safe in Y, …") or implied ("what dose of X
treats Y?").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.premises.claims import Claim, claim_of

_USES = re.compile(
    r"^\W*(?:(?:what|which)\s+(?:is the\s+|loading\s+|starting\s+|usual\s+|daily\s+|maximum\s+|standard\s+|"
    r"recommended\s+)*dos(?:e|age|ing)|"
    r"how much|how long|how often|how many|how is|when|at what)\b",
    re.I,
)
_DRUG_FIRST = re.compile(r"^\W*(?:what|which)\s+(?:[\w-]+\s+){1,3}?dos(?:e|age)\b", re.I)  # "what X dose cures …"
_BEFORE = re.compile(
    r"\b(?:to treat|for(?! how)|in(?! what)|before|to prevent|against|as treatment of)\s+(?!how\b|what\b)", re.I
)
_DOSE_OF = re.compile(r"\bdos(?:e|age) of (?P<drug>[a-z]{5,})\b", re.I)  # that the glossary does not know
_NEXT = re.compile(r",\s*(?:and |but |so )?(?:what|which|how|when|where|who|why)\b.*$", re.I | re.S)  # another question
_DOES = re.compile(r"\b(?:dos(?:e|age) )?(?:clears?|cures?|treats?|controls?|eradicates?|works? (?:in|for))\s+", re.I)


@dataclass(frozen=True, slots=True)
class Assumption:
    """A clause that a question assumes and the claim in it."""

    text: str
    claim: Claim


def implied_in(question: Question, glossary: Glossary) -> Assumption | None:
    """ "What dose of X for Y?" takes for granted that X is used for Y."""
    drug_first = not _USES.match(question.text)
    if drug_first and not _DRUG_FIRST.match(question.text):
        return None
    known = [(m.start, m.end) for m in question.mentions if m.entry.kind in ("drug", "procedure")]
    named = _DOSE_OF.search(question.text)
    if not known and named is None:
        return None
    start, end = known[0] if known or named is None else named.span("drug")
    rest = question.text[end:]
    agent = question.text[start:end]
    match = _BEFORE.search(rest) if not drug_first else None
    does = _DOES.search(rest) if match is None else None
    if does is None and match is None:
        return None
    rest = _NEXT.sub("", rest)
    purpose = f"for {rest[does.end() :]}" if does is not None else rest[match.start() :] if match is not None else ""
    clause = f"{agent} is used {purpose.strip().rstrip('?. ')}"
    claim = claim_of(clause, glossary, implied=True)
    return Assumption(clause, claim) if claim is not None and claim.targets and claim.sign > 0 else None
