"""What happened, and whether that is bad: "I forgot it yesterday", then "is that dangerous?" is no question on the drug."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.conversation.before import Before
from service.conversation.wording import joined

_IS_THAT = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay)\W+)*(?:(?:is|was|would|could|will|can|does) (?:that|this|it) (?:be )?(?:\w+ )?(?:an? )?"
    r"(?:dangerous|bad|serious|harmful|risky|problem|issue|matter|ok|okay|alright|all right|fine|normal|safe|enough|"
    r"too (?:much|little|late|soon|early|long))|why (?:is|was) (?:that|this|it) (?:an? )?(?:dangerous|bad|serious|harmful|risky|"
    r"problem|issue))(?: (?:now|then|for (?:me|him|her|them|us)))?\W*$",
    re.I,
)
_SOMEBODY = r"(?:i|we|s?he|they|(?:my|the|our|this) [\w-]+|patient)"
_HAPPENED = re.compile(
    rf"^\W*(?:(?:and|but|so|also|oh|well)\W+)*{_SOMEBODY}(?:['’](?:s|ve|d))?\s+(?:(?:has|have|had|was|were|been|just|also|now|then|already|accidentally)\s+)*"
    r"(?:took|taken|forgot(?:ten)?|missed|stopped|started|drank|drunk|ate|eaten|gave|given|doubled|skipped|vomited|threw up|"
    r"swallowed|injected|lost|left|ran out|run out|got|switched|increased|reduced|mixed|used)\b",
    re.I,
)


def of_what_happened(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """Whether what the message before told ("I forgot it yesterday") is bad, or why; None where it told nothing that was
    done, or ``plain`` asks otherwise.
    """
    if not is_of_what_happened(plain, before):
        return None
    return joined(previous.text, re.sub(r"^\W*(?:(?:and|but|so|ok|okay)\W+)+", "", plain, flags=re.I))


def is_of_what_happened(plain: str, before: Before) -> bool:
    """Whether ``plain`` asks whether what was told last is bad: of nothing else that was spoken of."""
    told = before.typed[-1]
    return _IS_THAT.match(plain) is not None and not told.rstrip().endswith("?") and _HAPPENED.match(told) is not None
