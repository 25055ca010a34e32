"""How an illness comes about in the body."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.of_illnesses.causes import comes_from
from service.sentences.bare.reading.marks import THE, is_headed, marked, on_the_whole, pattern
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\bpathophysiology\b|\bpatho(?:genesis|genetic mechanisms?|mechanisms?)\b|\bmechanisms?\b(?: (?:of|behind|underlying))?|"
    r"\bhow (?:does|do)\b(?=[^?]*\b(?:happen|occur|develop|form|arise|come about)\b)|\b(?:form|arise|come about)s?\b",
    re.I,
)
_NAMED = pattern(rf"\bmechanisms? (?:of|behind|in) {THE}")
_HEADS = re.compile(r"(?:pathophysiology|pathogenesis|how it (?:happens|develops))\b.*", re.I)


def _told(said: Said) -> bool:
    return is_headed(said, _HEADS) or comes_from(said) or _NAMED.search(marked(said)) is not None


PATHOPHYSIOLOGY = Ask("pathophysiology", ILLNESSES, _ASKED, _told, "how {} comes about", on_the_whole)
