"""Does every sentence carry its mark and stand alone, and is the text as long and as plain as it should be?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.reading_grade import reading_grade
from ingest.library_check.texts import LibraryText

FEWEST_WORDS, MOST_WORDS = 350, 1250  # of a digest
HARDEST_GRADE = 8.0  # of a text for patients

# First words that point back at a sentence which a reader of this one alone does not have.
_LEADING = re.compile(
    r"(?:This|It|Its|These|Those|They|Their|That|He|She|His|Her|Such|However|Therefore|Thus|Hence|Moreover|Furthermore|"
    r"Also|Additionally|Consequently|Nevertheless|Otherwise|Likewise|Similarly|In addition|In contrast|By contrast|"
    r"On the other hand|For example|As a result)\b"
)
_POINTING = re.compile(
    r"\b(?:the above|above-mentioned|aforementioned|as mentioned|mentioned (?:above|below|earlier)|"
    r"(?:described|listed|noted|stated|shown|discussed|see) (?:above|below|earlier)|as (?:above|below)|"
    r"the (?:former|latter)(?! (?:level|dose|value)s?\b)|the following[:.]|"
    r"the same (?:drug|drugs|dose|condition|guideline|study|trial))\b",
    re.IGNORECASE,
)


def sentence_problems(text: LibraryText) -> Iterator[str]:
    """What is wrong with the sentences, each one named by its first words."""
    for sentence in text.sentences:
        opening = first_words(sentence.text)
        if not sentence.keys:
            yield f"no source mark: {opening}"
        if not sentence.text.endswith("."):
            yield f"no full stop at the end: {opening}"
        if _LEADING.match(sentence.text):
            yield f"does not stand alone (its first word points back): {opening}"
        pointing = _POINTING.search(sentence.text)
        if pointing:
            yield f"does not stand alone ({pointing.group()!r}): {opening}"
    yield from _length_problems(text)


def first_words(sentence: str) -> str:
    """Enough of a sentence to find it by."""
    words = sentence.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _length_problems(text: LibraryText) -> Iterator[str]:
    sentences = [sentence.text for sentence in text.sentences]
    if text.document.kind == "digest":
        count = sum(len(sentence.split()) for sentence in sentences)
        if not FEWEST_WORDS <= count <= MOST_WORDS:
            yield f"{count} words; a digest has {FEWEST_WORDS} to {MOST_WORDS}"
    else:
        grade = reading_grade(sentences)
        if grade > HARDEST_GRADE:
            yield f"reading grade {grade:.1f}; a text for patients has at most {HARDEST_GRADE:.0f}"
