"""Why a value is as it is: "why are they low?" after low platelets, "why is it so high?" after a potassium."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.conversation.before import Before
from service.conversation.topic import topic_of

_WHY_SO = re.compile(
    r"^\W*(?:(?:and|so|but)\s+)*why (?:is|are|was|were|has|have) (?:it|they|that|this|these|those|his|her|the)\b(?:\s+\w+)?(?: been| gone| so| still)? (?P<way>low|high|raised|down|up)\b[\w ]*\W*$",
    re.I,
)
_SAME_WAY = {"low": ("low", "few"), "down": ("low", "few"), "high": ("high", "raised"), "raised": ("high", "raised"),
             "up": ("high", "raised")}  # fmt: skip


def why_so(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """What causes the state of a value that was spoken of since the topic changed last; None where there is none."""
    found = _WHY_SO.match(plain)
    if found is None:
        return None
    ways = _SAME_WAY[found["way"].lower()]
    _, conditions = topic_of(previous, before)
    for name in dict.fromkeys([*previous.states, *conditions, *before.conditions]):
        entry = glossary.get(name)
        if entry is not None and any(form.lower().split()[0] in ways for form in entry.forms() if form):
            others = [other for other in conditions if other != name]
            return f"What causes {name}{f' in {others[0]}' if others else ''}?"
    return None
