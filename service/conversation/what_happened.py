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
_DOES_IT_MATTER = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay)\W+)*(?:why )?(?:does|would|will|should|can) (?:that|this|it) "
    r"(?:matter|make (?:a|any) difference|change (?:anything|things|it|that|the \w+|what (?:i|we) (?:do|give)))\W*$",
    re.I,
)
_SOMEBODY = r"(?:i|we|s?he|they|(?:my|the|our|this) [\w-]+|patient)"
_HAPPENED = re.compile(
    rf"^\W*(?:(?:and|but|so|also|oh|well)\W+)*{_SOMEBODY}(?:['’](?:s|ve|d))?\s+(?:(?:has|have|had|was|were|been|just|also|now|then|already|accidentally)\s+)*"
    r"(?:took|taken|forgot(?:ten)?|missed|stopped|started|drank|drunk|ate|eaten|gave|given|doubled|skipped|vomited|threw up|"
    r"swallowed|injected|lost|left|ran out|run out|got|switched|increased|reduced|mixed|used)\b",
    re.I,
)


_SOMEBODY_IS = re.compile(
    rf"^\W*(?:(?:and|but|so|also)\W+)*{_SOMEBODY}(?:['’]s|['’]ve| is| has| was| had| takes?)\b", re.I
)


def of_what_happened(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """Whether what the message before told ("I forgot it yesterday", "he's on norfloxacin") is bad or matters, or why; None
    where it told nothing of the kind, or ``plain`` asks otherwise.
    """
    if not is_of_what_happened(plain, before):
        return None
    return joined(previous.text, re.sub(r"^\W*(?:(?:and|but|so|ok|okay)\W+)+", "", plain, flags=re.I))


def is_of_what_happened(plain: str, before: Before) -> bool:
    """Whether ``plain`` asks whether what was told last is bad, or matters: of nothing else that was spoken of."""
    told = before.typed[-1]
    if told.rstrip().endswith("?"):
        return False
    done = _HAPPENED.match(told) is not None
    if _DOES_IT_MATTER.match(plain) is not None:
        return done or _SOMEBODY_IS.match(told) is not None
    return done and _IS_THAT.match(plain) is not None
