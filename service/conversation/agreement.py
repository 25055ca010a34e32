"""Whether those who advise agree: "do the guidelines agree?", "do they differ on this?" after an answer."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.conversation.before import Before
from service.conversation.topic import can_be_repeated
from service.conversation.wording import small

_DO_THEY_AGREE = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:do|does|are|is) (?:(?:all|both|the|these|those|other|different|various) )*"
    r"(?:guidelines?|guidance|sources|societies|recommendations|experts|bodies) (?:all )?"
    r"(?:agree|differ|disagree|agreed|unanimous|consistent|divided|(?:all )?say(?:ing)? the same)"
    r"(?: with (?:each other|one another))?(?: (?:on|about|in) (?:that|this|it)| here)?\W*$",
    re.I,
)
_ASKED_ALREADY = re.compile(r"^Do guidelines differ: ")


def asks_whether_they_agree(plain: str) -> bool:
    """Whether a message asks nothing but whether guidelines or others agree."""
    return _DO_THEY_AGREE.match(plain) is not None


def do_they_agree(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """Whether guidelines differ on the question before; None for another message, or where that cannot be said again."""
    if not asks_whether_they_agree(plain) or not can_be_repeated(previous):
        return None
    return f"Do guidelines differ: {small(_ASKED_ALREADY.sub('', previous.text))}"
