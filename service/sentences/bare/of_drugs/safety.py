"""Whether a drug is safe: what it does to harm, in whom it is not given, or that it is called safe in so many words."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.of_drugs.contraindications import CONTRAINDICATIONS
from service.sentences.bare.of_drugs.side_effects import SIDE_EFFECTS, harm_first
from service.sentences.bare.reading.clauses import clauses_of
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\b(?:safe|safety(?: (?:profile|concerns?|issues?|data))?|unsafe|dangerous|harmful)\b(?! (?:dose|level|amount|limit))",
    re.I,
)
_FRAME = frozenset(
    "use used using take taking takes given giving drug medicine medication tablet tablets profile known bad me".split()
)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.I)
_SAFE = re.compile(
    r"^(?:[^;·]|·+(?:, | and | or ))*?(?:\b(?:is|are|was|were|be|calls? (?:it|them|both|[\w·]+)|holds?)\b[^;]{0,40}?"
    r"\b(?:safe|well tolerated|harmless)\b|\bsafety (?:and efficacy )?(?:[\w ]{0,20} )?(?:not|is|are|was)\b)",
    re.I,
)


def _told(said: Said) -> bool:
    return _of_harm(said) or CONTRAINDICATIONS.told(said)


def _of_harm(said: Said) -> bool:
    """Whether a sentence says what harm it does, or calls it safe or not."""
    if SIDE_EFFECTS.told(said):
        return True
    return any(
        name.own and not name.governed and _SAFE.match(clause.text[name.end - clause.start :]) is not None
        for clause in clauses_of(said)
        for name in clause.named
        if not _IF.search(clause.text)
    )


def _before(said: Said) -> int:
    """What harm it does comes before in whom it is not given, of the subject itself."""
    return 2 * harm_first(said) + int(_of_harm(said))


SAFETY = Ask("safety", DRUGS, _ASKED, _told, "safety of {}", _before, _FRAME)
