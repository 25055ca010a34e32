"""Words of a question that the library has in another spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.embedding import Embedder
from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms, words
from service.analysis.drug_names import looks_like_a_drug
from service.retrieval import Retriever

_WORD = re.compile(r"[A-Za-z][a-z-]{3,}")
_LETTERS_PER_SLIP = ((13, 3), (8, 2), (4, 1))  # from how many letters on how many slips of the pen are read over
_CUT = 2  # letters fewer at least in a name that is cut short
_ENDING = 1  # slips more that whole words may have than their stems
_TOO_SHORT = 4  # letters: nearly every such word is a slip away from another
_SHORT = 7  # in shorter stems another letter makes another word: "snoring" is no "score"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word as it was written, and as it is read."""

    written: str
    read: str


_OTHER_WORD = ("ed", "ing", "ic", "al", "ly")  # "jaundiced" is no slip in "jaundice"


def correct_spelling(
    text: str, retriever: Retriever, glossary: Glossary, embedder: Embedder
) -> tuple[str, list[Spelling]]:
    """``text`` with words that the library lacks replaced by the nearest word that it has, and what was replaced.

    A drug's name cut short is spelt out where only one begins so. An everyday word (one piece of the model's
    vocabulary), one with capitals inside, a name of the glossary or a word of one ("pints of beer"), and one whose
    nearest neighbour is too far or is its opposite (hyper-, hypo-) are left alone.
    """
    found: list[Spelling] = []
    named = [(mention.start, mention.end) for mention in glossary.find(text)]
    for match in _WORD.finditer(text):
        word = match.group().strip("-")
        if word.lower() in STOPWORDS or "-" in word or glossary.find(word):
            continue
        if not is_unknown(word, retriever):
            part = any(start < match.end() and match.start() < end for start, end in named)
            meant = (
                None
                if part or text[match.end() : match.end() + 1] in ("'", "’")
                else _misspelt_name(word.lower(), glossary)
            )
            if meant is not None:
                found.append(Spelling(word, meant))
            continue
        if embedder.count_tokens([word])[0] < 2 or word.lower() in _names(glossary, word[0].lower()):
            continue
        near = _illness_of(word.lower(), retriever) or _shortened(word.lower(), glossary)
        near = near or (_nearest(word.lower(), retriever, glossary) if len(word) > _TOO_SHORT else None)
        if near is not None:
            found.append(Spelling(word, near))
    for item in found:
        text = re.sub(rf"\b{re.escape(item.written)}\b", item.read, text)
    return text, found


def _misspelt_name(word: str, glossary: Glossary) -> str | None:
    """The name that a word is with a slip in it ("migrains"): texts have its stem, but it finds no name."""
    single = word.removesuffix("s")
    if len(single) < _SHORT or _opposite(word, single) or single.endswith(_OTHER_WORD):
        return None
    alike = [name for name in _names(glossary, word[0]) if name[:3] == word[:3] and name != word]
    near = [name for name in alike if terms(name) == terms(word) and slips_between(single, name, _ENDING) <= _ENDING]
    return near[0] if len(near) == 1 and glossary.find(near[0]) else None


def _illness_of(word: str, retriever: Retriever) -> str | None:
    """The illness that the library has and ``word`` is the adjective of ("hypothermic"); mostly none."""
    if len(word) < _SHORT or not word.endswith("ic"):
        return None
    illness = word.removesuffix("ic") + "ia"
    return None if is_unknown(illness, retriever) else illness


def _shortened(word: str, glossary: Glossary) -> str | None:
    """The drug whose name begins so, as clinicians cut names short ("amio", "atorva"); None where it may be another
    word ("sulph" may be a sulphate), or lacks one letter only: nobody cuts so little, but "precede" is no Precedex.
    """
    longer = [both for both in _beginnings(glossary).get(word[:_TOO_SHORT], []) if both[0].startswith(word)]
    if all(len(name) - len(word) < _CUT for name, _ in longer):
        return None
    meant = {term for _, term in longer}
    entry = glossary.get(meant.pop()) if len(meant) == 1 else None
    return entry.term if entry is not None and entry.kind == "drug" and not entry.members else None


@lru_cache(maxsize=2)
def _beginnings(glossary: Glossary) -> dict[str, list[tuple[str, str]]]:
    """(word, clinical term) for all words of all names of the glossary, by their first letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in glossary.entries:
        for word in {word for form in entry.forms() for word in words(form)}:
            if len(word) >= _TOO_SHORT:
                found.setdefault(word[:_TOO_SHORT], []).append((word, entry.term))
    return found


def is_unknown(word: str, retriever: Retriever) -> bool:
    """Whether no text of the library has the word in any form; a compound is known where all its parts are."""
    own = terms(word)
    if not own or retriever.occurs(own[0]):
        return False
    return len(own) < 2 or not all(retriever.occurs(part) for part in own[1:])


def _nearest(word: str, retriever: Retriever, glossary: Glossary) -> str | None:
    """The word of the library that ``word`` was most likely meant to be: by the fewest slips, then the more frequent.

    The index holds stems, and a slip may change what is cut off a word; the glossary's names are compared whole.
    """
    [stem, *_] = terms(word)
    most = _slips_allowed(stem)
    if not most:
        return None
    if looks_like_a_drug(word):
        most = 1  # sitagliptin is no slip for saxagliptin
    found: list[tuple[int, int, str]] = []
    for candidate, count in retriever.vocabulary(stem[0]):
        distance = _slips(stem, candidate, most)
        if distance <= most:
            found.append((distance, -count, candidate))
    for name in _names(glossary, word[0]):
        allowed = min(_slips_allowed(word), 1) if looks_like_a_drug(word) else _slips_allowed(word)
        distance = _slips(word, name, allowed)
        if distance <= allowed and not is_unknown(name, retriever):
            found.append((distance, 0, name))
    for _, _, candidate in sorted(found):
        read = _surface(candidate, retriever)
        if slips_between(word, read, most + _ENDING) <= most + _ENDING:
            return read
    return None


def _slips_allowed(word: str) -> int:
    return next((count for letters, count in _LETTERS_PER_SLIP if len(word) >= letters), 0)


def _slips(word: str, candidate: str, most: int) -> int:
    """Slips between two words; ``most + 1`` where the one cannot be meant by the other."""
    if abs(len(candidate) - len(word)) > most or not candidate.isalpha() or _opposite(candidate, word):
        return most + 1
    own, others = set(word), set(candidate)
    if len(own - others) > most or len(others - own) > most:  # each slip brings or takes one letter at most
        return most + 1
    if len(word) < _SHORT and len(candidate) == len(word) and sorted(candidate) != sorted(word):
        return most + 1
    return slips_between(word, candidate, most)


def _names(glossary: Glossary, letter: str) -> list[str]:
    """Single words of the glossary's names that begin with ``letter``."""
    return _names_by_letter(glossary).get(letter, [])


@lru_cache(maxsize=2)
def _names_by_letter(glossary: Glossary) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted({word for entry in glossary.entries for form in entry.forms() for word in words(form)}):
        if len(word) > 4:
            found.setdefault(word[0], []).append(word)
    return found


def _opposite(a: str, b: str) -> bool:
    """Hyperkalaemia is no slip for hypokalaemia."""
    return a.startswith("hyper") != b.startswith("hyper") and "hypo" in (a[:4], b[:4])


def _surface(word: str, retriever: Retriever) -> str:
    """A word of the library with this stem, as it is written there; a whole word stays as it is."""
    for text in retriever.examples(word):
        for candidate in words(text):
            if terms(candidate) == [word]:
                return candidate
    return word


@lru_cache(maxsize=50_000)
def slips_between(a: str, b: str, most: int) -> int:
    """Letters changed, left out, added or exchanged with their neighbour (Damerau 1964); ``most + 1`` if more."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        earlier, before, row = before, row, [i]
        for j, y in enumerate(b, start=1):
            value = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                value = min(value, earlier[j - 2] + 1)
            row.append(value)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
