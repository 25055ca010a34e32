"""Going back: "back to the first question", "returning to apixaban", "what you said about the dose earlier"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary

_BACK = re.compile(
    r"^\W*(?:(?:ok|okay|so|now|and|thanks|let'?s|can we|could we|i(?:'d| would) like to|please)[\s,.]+)*(?:go(?:ing)? back|back|coming back|come back|return(?:ing)?|get(?:ting)? back|again,? (?:about|on))\s*(?:to|on|about)?\s+(?P<where>[^,:.?!;]+?)"
    r"(?:\s*[,:.;?!]+\s*(?P<rest>.*)|\s*)$|"
    r"^\W*(?P<rest2>.+?)[,\s]+(?:for|in|with|on|about|regarding) (?P<where2>(?:my|the|your) (?:very )?(?:first|second|third|earlier|previous|original|initial|last) (?:question|topic|patient|answer))\W*$",
    re.I,
)
_POSITIONS = {"first": 0, "original": 0, "initial": 0, "second": 1, "third": 2, "fourth": 3}


def returned_to(message: str, questions: Sequence[str], glossary: Glossary) -> tuple[int, str] | None:
    """Which earlier question (its place in ``questions``) a message goes back to, and what it asks there ("" : the same
    again); None where it goes back to nothing that was asked.
    """
    found = _BACK.match(message)
    if found is None:
        return None
    where = (found["where"] or found["where2"] or "").strip()
    rest = (found["rest"] or found["rest2"] or "").strip()
    return None if (place := _place(where, questions, glossary)) is None else (place, rest)


def _place(where: str, questions: Sequence[str], glossary: Glossary) -> int | None:
    ordinal = re.search(r"\b(first|original|initial|second|third|fourth|previous|earlier|last)\b", where, re.I)
    if ordinal is not None and re.search(r"\b(?:question|topic|one|point|patient|answer)\b", where, re.I):
        word = ordinal.group().lower()
        if word in _POSITIONS:
            return _POSITIONS[word] if _POSITIONS[word] < len(questions) else None
        return len(questions) - 2 if len(questions) > 1 and word != "last" else len(questions) - 1
    terms = {mention.entry.term for mention in glossary.find(where)}
    for place in range(len(questions) - 1, -1, -1):
        if terms & {mention.entry.term for mention in glossary.find(questions[place])}:
            return place
    return None
