"""The cut-off of a score that only the answer named: "cutoff?" after an answer that judges by the Lille score."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.conversation.before import Before
from service.conversation.topic import topic_of, where_of

_CUT_OFF = re.compile(
    r"^\W*(?:(?:and|so|but|what|which|is|the|its|a|whats|what's)\s+)*(?:cut[- ]?offs?|thresholds?|how many points)(?: (?:is|for (?:it|that)|of (?:it|that)|counts?))?\W*$",
    re.I,
)
_LOOKED_AT = 3  # statements of the answer


def cut_off(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """The cut-off of the score, else the test, that the last answer begins with; None where ``plain`` asks for none, or
    the question before named one itself.
    """
    if _CUT_OFF.match(plain) is None or any(entry.kind in ("score", "test") for entry in previous.entries):
        return None
    told = [mention.entry for text in before.said[:_LOOKED_AT] for mention in glossary.find(text)]
    named = [entry.term for kind in ("score", "test") for entry in told if entry.kind == kind]
    if not named:
        return None
    _, conditions = topic_of(previous, before)
    return f"What is the cut-off of {named[0]}{where_of(conditions, previous)}?"
