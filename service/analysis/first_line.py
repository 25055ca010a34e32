"""A first line of what? "Chlamydia first line" asks for the first-line treatment of chlamydia: texts say that, and
seldom that anything is a "line".

Only where the rest is an illness and nothing else: with a drug, a patient or a test, the words may mean something else.
"""

from __future__ import annotations

import re

from corpus.glossary import Glossary

_LINE = r"(?:1st|first)[ -]line"
_ASKED = re.compile(
    rf"\W*(?:what(?:['’]s| is)(?: the)? )?(?:the )?"
    rf"(?:{_LINE}(?: (?:of|for|in))? (?P<behind>[^?]+?)|(?P<before>[^?]+?),? {_LINE})\W*",
    re.I,
)
_NO_PART = re.compile(r"\b(?:treatments?|therap(?:y|ies)|drugs?|agents?|management|tests?|antibiotics?)\b", re.I)


def first_line_in_full(text: str, glossary: Glossary) -> str:
    """``text``, or what it asks in full where it is a first line and an illness alone."""
    asked = _ASKED.fullmatch(text)
    if asked is None:
        return text
    of = (asked["behind"] or asked["before"]).strip()
    mentions = glossary.find(of)
    whole = len(mentions) == 1 and (mentions[0].start, mentions[0].end) == (0, len(of))
    if not whole or mentions[0].entry.kind != "condition" or _NO_PART.search(of):
        return text
    return f"first-line treatment of {of}"
