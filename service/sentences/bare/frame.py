"""The words of a question that only frame what is asked, and of whom in general."""

from __future__ import annotations

import re

from corpus.text import STOPWORDS, words

# How something is asked, of whom in general: nothing that the answer has to fit.
_FRAME = STOPWORDS | frozenset(
    """please tell explain describe list name give show know want need need's about is are was be do does did can
    could should would may might will shall must adult adults patient patients person people someone anyone
    usual usually typical typically common commonly current recommended recommend recommendation recommendations
    standard normal general generally main any some all overview summary info information details what what's
    which who when where why how much many often long we i you they one it its the of in for to with on and or
    by best correct right appropriate proper exactly really quick quickly question asking hi hello thanks
    guideline guidelines get gets getting got happen happens happening occur occurs develop develops come comes
    needed seen affected cases die dies""".split()
)
_POSSESSIVE = re.compile(r"['’]s\b")


def asks_no_more(rest: str, besides: frozenset[str]) -> bool:
    """Whether what is left of a question has only words that frame it, or are ``besides``."""
    return set(words(_POSSESSIVE.sub(" ", rest))) <= _FRAME | besides
