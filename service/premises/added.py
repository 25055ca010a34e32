"""One thing that is said to take the place of another, where the library adds it to that: "B replaces A", or "A has no
role once B is started", against "adding B to A".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from service.premises.bearing import MEANT, NAMED, Bearing
from service.premises.others import of_the_opposite
from service.sentences.candidates import Candidate

_GAP = r"[^,;:()]{0,40}?"
_WHEN = r"(?:\s(?:after|for|in|when|once|if|as|from|during)\s.*)?"
_DONE_WITH = (
    r"(?:has|have) no (?:further |more )?(?:role|place|use)|(?:is|are|becomes?) (?:no longer "
    r"(?:needed|necessary|given)|unnecessary|redundant|pointless|not needed|stopped|dropped)|"
    r"(?:can|should|must|may) be (?:stopped|dropped)|stops"
)
# Of the clause: what comes, and what goes.
_IN_PLACE = (
    re.compile(
        rf"(?P<new>.+?)\b(?:replaces|takes? the place of|takes? over from|supersedes)\b(?P<old>.+?){_WHEN}$", re.I
    ),
    re.compile(r"(?P<old>.+?)\b(?:is|are|gets?) replaced (?:by|with)\b(?P<new>.+?)$", re.I),
    re.compile(
        rf"(?P<old>.+?)\b(?:{_DONE_WITH})\s(?:once|when|after|as soon as|if|with)\s(?P<new>.+?)$",
        re.I,
    ),
    re.compile(
        r"(?P<new>.+?)\b(?:is|are) (?:given|used|started|taken)\s(?:instead of|in place of)\s(?P<old>.+?)$", re.I
    ),
)
_ADDED = (
    re.compile(rf"\b(?:adding|adds?)\s(?P<new>{_GAP})\sto\s(?P<old>[^,;:()]{{3,40}})", re.I),
    re.compile(
        r"(?P<new>[^,;:()]{3,40}?)\s(?:is|are|be)\s(?:then\s)?(?:added to|given (?:in addition to|on top of|"
        r"together with))\s(?P<old>[^,;:()]{3,40})",
        re.I,
    ),
)
_INSTEAD = re.compile(
    r"\b(?:instead|replac\w+|in place of|alternatives?|rather than|alone|monotherapy|without|switch\w*|not tolerated|"
    r"intoleran\w+|stop\w*)\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|never|no|against|without)\b[^,;]{0,20}$", re.I)


def added_to_it(clause: str, borne: Sequence[Bearing], glossary: Glossary) -> Candidate | None:
    """The sentence of ``borne`` that adds the one to the other, where ``clause`` puts it in its place and no sentence
    on both does; None where none does surely.
    """
    told = next((match for pattern in _IN_PLACE if (match := pattern.match(clause)) is not None), None)
    if told is None:
        return None
    new, old = _concepts(told["new"], glossary), _concepts(told["old"], glossary)
    if not new or not old or new & old:
        return None
    both = [bearing for bearing in borne if new | old <= _concepts(bearing.candidate.text, glossary)]
    if any(_INSTEAD.search(bearing.candidate.text) for bearing in both):
        return None
    sure = (
        bearing.candidate
        for bearing in both
        if bearing.named >= NAMED and bearing.meaning >= MEANT and bearing.corrects
    )
    return next((c for c in sure if _adds(c.text, new, old, glossary) and not of_the_opposite(clause, c.text)), None)


def _adds(text: str, new: frozenset[str], old: frozenset[str], glossary: Glossary) -> bool:
    """Whether ``text`` says that ``new`` is added to ``old``."""
    return any(
        new <= _concepts(match["new"], glossary)
        and old <= _concepts(match["old"], glossary)
        and not _DENIED.search(text[: match.start()])
        for pattern in _ADDED
        for match in pattern.finditer(text)
    )


def _concepts(text: str, glossary: Glossary) -> frozenset[str]:
    """The drugs and procedures that ``text`` names."""
    return frozenset(m.entry.term for m in glossary.find(text) if m.entry.kind in ("drug", "procedure"))
