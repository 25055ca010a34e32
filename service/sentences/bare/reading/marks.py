"""A sentence with marks in place of names, so that a pattern can say of what something is said: "causes of ¤" is of the
subject, "causes of ·" of another illness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import DRUG, OTHER, SUBJECT, Place, replaced
from service.sentences.plainly_told import goes_on

# The subject with what may stand before its name ("most cases of severe ¤"), but no other matter ("bleeding in ¤").
_NO_MATTER = r"(?!(?:in|of|with|from|on|after|during|and|or|for|to|by|other|than|without|between|against|under|no|not|because|where|when|if|that|which|who|whether|how|is|are|was|be|can|may)\b)"
THE = rf"(?:(?:{OTHER}, )*{OTHER},? (?:and|or) )?(?:(?:an? |the |most |many |some )?(?:cases|people|patients|adults|women|men|children|those) (?:of|with) )?(?:{_NO_MATTER}[\w-]+,? ){{0,4}}{SUBJECT}"
# The subject as that of which a sentence goes on to speak: "¤ (short), a disease of …, ".
TOPIC = rf"{SUBJECT}(?: \([^)]*\))?(?: (?:attacks?|episodes?|infections?|disease))?(?:,[^,;.]{{3,80}},)?"
MODALLY = r"(?: (?:can|may|might|could|also|often|usually|mostly|mainly|sometimes|still|is known to|\w+ly|most often|in most cases))*"


_POINT = re.compile(r"(?<=\d)\.(?=\d)")  # of a number: it ends no clause
_IN_ANOTHER = re.compile(
    r"\b(?:in|of|with|during|after|before|from|for|on|against|to|by|under)\s+(?:(?:an? |the )?(?:[\w-]+ ){0,2})$|\bwithout\s+(?:[\w-]+ ){0,5}$",
    re.I,
)
_OF_ANOTHER_KIND = re.compile(r"\b(?:respiratory|marrow)\s+$", re.I)  # "respiratory depression" is no depression
_ALL_OF_IT = re.compile(
    r"\b(?:cases?|types?|forms?|kinds?|most|many|episodes?|%|half|third|attacks?) of (?!patients|people|adults|those|women|men|children)(?:[\w-]+ ){0,2}$",
    re.I,
)


@lru_cache(maxsize=256)  # several asks, and what ranks, look at the same sentence
def marked(said: Said) -> str:
    """The sentence with one mark for each name."""
    return _with(said.text, [*_marks(said), *((p, OTHER) for p in said.others)])


@lru_cache(maxsize=256)  # several asks, and what ranks, look at the same sentence
def marked_with_drugs(said: Said) -> str:
    """The same with marks for drugs, too."""
    drugs = [(p, DRUG) for p in said.drugs if p not in said.names and p not in said.others]
    return _with(said.text, [*_marks(said), *((p, OTHER) for p in said.others), *drugs])


def _marks(said: Said) -> list[tuple[Place, str]]:
    """Where the subject is named, but not its class alone: what is said of all ascites is not how the refractory is."""
    return [(place, SUBJECT) for place in said.names if place not in said.classes]


def pattern(*alternatives: str) -> re.Pattern[str]:
    """A pattern for marked sentences: any of these, in whatever case."""
    return re.compile("|".join(alternatives), re.I)


def _is_topic(text: str, at: int) -> bool:
    """Whether what stands there is what a sentence speaks of: "bleeding in ¤ is due to …" speaks of bleeding."""
    before = text[:at]
    if _OF_ANOTHER_KIND.search(before):
        return False
    return _IN_ANOTHER.search(before) is None or _ALL_OF_IT.search(before) is not None


def spoken_of(text: str, what: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a marked sentence says ``what`` (it begins with :data:`TOPIC`) of what it speaks of."""
    return (match for match in what.finditer(text) if _is_topic(text, match.start()))


def says(
    said: Said, of_topic: re.Pattern[str], named: re.Pattern[str], heads: re.Pattern[str], not_so: re.Pattern[str]
) -> bool:
    """Whether a sentence stands in a section on it, or says it of what it speaks of or by the subject's name; not where
    it has ``not_so``.
    """
    if is_headed(said, heads):
        return True
    text = marked(said)
    if not_so.search(text):
        return False
    return any(spoken_of(text, of_topic)) or named.search(text) is not None


def is_headed(said: Said, heads: re.Pattern[str]) -> bool:
    """Whether it stands in a text on the subject in a section of nothing else than what is asked, and is not on other
    illnesses or drugs alone.
    """
    on_it = bool(said.names) or not said.others
    return said.titled and on_it and heads.fullmatch(said.heading.strip(" ?:")) is not None


def on_the_whole(said: Said) -> int:
    """How far it comes before others that say the same: what is on fewer than are asked about, or adds to what was said
    before it, comes later.
    """
    return -said.fewer - said.by_kind - goes_on(said.text)


def _with(text: str, marks: list[tuple[Place, str]]) -> str:
    return _POINT.sub(":", replaced(text, marks))
