"""Names in a statement that its evidence does not have: drugs and other concepts of the glossary, codes, proper
names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.glossary import Entry, Glossary
from corpus.text import STOPWORDS, terms

# A word with a digit, an inner capital or capitals throughout ("IL-6", "HbA1c", "KDIGO", "Kat8").
_CODE = re.compile(r"\b(?=\w*[A-Za-z])(?:[A-Za-z]+[-‑]?\d[\w-]*|[a-z]+[A-Z]\w*|[A-Z]{2,}\w*(?:-\w+)*)")
_INNER_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
# Endings of international nonproprietary names; what ends so is a drug, whether or not the glossary has it.
_DRUG = re.compile(
    r"\b[a-z]+(?:mab|nib|pril|sartan|statin|olol|azole|cillin|mycin|floxacin|cycline|prazole|gliptin|gliflozin|glutide|xaban|gatran|"
    r"parin|dipine|azepam|barbital|caine|setron|triptan|vir|oxetine|sone|solone|limus|platin|rubicin|taxel|parib|pressin|tide|"
    r"lukast|terol|tropium|thiazide|semide|vaptan)\b",
    re.IGNORECASE,
)


class Concepts:
    """The glossary's concepts in texts; found once for each text, because the same texts are met again and again."""

    def __init__(self, glossary: Glossary) -> None:
        self._find = lru_cache(maxsize=20_000)(lambda text: tuple(glossary.find(text)))

    def drugs_missing(self, statement: str, evidence: str) -> list[str]:
        """Drugs that the statement names and the evidence does not, under any name that the glossary has. A class is
        there where one of its drugs is.
        """
        known = self._terms(evidence)
        lowered = evidence.casefold()
        found: dict[str, None] = {}
        covered: list[tuple[int, int]] = []
        for mention in self._find(statement):
            covered.append((mention.start, mention.end))
            if mention.entry.kind == "drug" and not _has(mention.entry, known):
                found[mention.entry.term] = None
        for match in _DRUG.finditer(statement):
            inside = any(start <= match.start() < end for start, end in covered)
            if not inside and match.group().casefold() not in lowered:
                found[match.group().casefold()] = None
        return list(found)

    def share_missing(self, statement: str, evidence: str) -> float:
        """Share of the concepts of the statement that the evidence does not name; 0 where the statement names none."""
        mine = {mention.entry.term: mention.entry for mention in self._find(statement)}
        if not mine:
            return 0.0
        known = self._terms(evidence)
        return sum(not _has(entry, known) for entry in mine.values()) / len(mine)

    def shared_words(self, statement: str, evidence: str) -> set[str]:
        """Terms of the statement's names for concepts that the evidence has under any name."""
        known = self._terms(evidence)
        found: set[str] = set()
        for mention in self._find(statement):
            if _has(mention.entry, known):
                found.update(terms(statement[mention.start : mention.end]))
        return found

    def _terms(self, text: str) -> set[str]:
        return {mention.entry.term for mention in self._find(text)}


def _has(entry: Entry, known: set[str]) -> bool:
    return entry.term in known or any(member in known for member in entry.members)


def codes_missing(statement: str, evidence: str) -> list[str]:
    """Codes and proper names of the statement that the evidence does not have in any spelling."""
    there = set(terms(evidence))
    joined_up = re.sub(r"[\W_]", "", evidence).casefold()
    found: dict[str, None] = {}
    for match in (*_CODE.finditer(statement), *_INNER_CAPITAL.finditer(statement)):
        word = match.group()
        own = terms(word)
        if word.casefold() in STOPWORDS or not own or set(own) & there:
            continue
        if re.sub(r"[\W_]", "", word).casefold() not in joined_up:
            found[word] = None
    return list(found)
