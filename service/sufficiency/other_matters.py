"""Matters beside medicine that only a text which names them answers: animals, prices, who makes or found something.

By likeness alone the dose of a drug for a dog is its dose for a person. Such matters are few and told by their words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ANIMALS = r"dog|cat|puppy|kitten|horse|pony|rabbit|hamster|guinea pig|cow|sheep|goat|pig|parrot|pet|veterinary|vet"
_AN_ANIMAL = re.compile(
    rf"(?<!\bas )\b(?:for|in|to|my|our|your|an?|the|his|her)\s+(?:[\w-]+\s){{0,2}}?(?P<word>{_ANIMALS})s?\b"
    r"(?![-\s]+(?:bites?|bitten|scratch\w*|stings?|allerg\w*|hair|fur|insulin|valve|owners?|faeces|exposure|contact|"
    r"dander|tapeworm|flu|scan|naps?|chestnut|muscles?|veins?|pain|swelling))",
    re.I,
)
# What somebody does with an animal, or has of one: the question is on the person.
_WITH_ONE = re.compile(
    r"\b(?:play\w*|walk\w*|strok\w+|cuddl\w+|sle(?:ep\w*|pt)|liv(?:e|es|ing)|bitten|nipped|scratched|licked|allergic|"
    r"allergy|react\w*)\s+(?:(?:with|by|to|near|beside)\s+)?$",
    re.I,
)
# How a question asks for the matter, and how a text that answers it speaks.
_MATTERS = (
    (_AN_ANIMAL, re.compile(rf"\b(?:{_ANIMALS})s?\b(?<!PET)", re.I)),
    *(
        (re.compile(rf"\b(?P<word>{words})\b", re.I), re.compile(rf"\b(?:{words})\b", re.I))
        for words in (
            r"costs?|prices?|expensive|cheap(?:er|est)?|afford\w*|reimburs\w*|insurance",
            r"invent(?:ed|or|s)?|discover(?:ed|er|s)?|manufactur(?:er|ers|es|ed)|patent(?:ed)?",
        )
    ),
)


def unanswered_matter(question: str, sentences: Sequence[str]) -> str | None:
    """The word for such a matter that ``question`` asks about and none of ``sentences`` (those that most likely answer)
    speaks of; None where there is none.
    """
    for asks, speaks in _MATTERS:
        found = next((m for m in asks.finditer(question) if not _WITH_ONE.search(question[: m.start()])), None)
        if found is not None and not any(speaks.search(text) for text in sentences):
            return found["word"].casefold()
    return None
