"""Whether a question names all that a part of a sentence does: the words, the kind ("type 1"), and the figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.sentences.figures import Figure, comparable, figures, same_value
from service.sentences.populations import asked_about

_MEASURE = re.compile(r"/?\s?1\.73\s?m²|\b(?:below|under|above|over|from|less than|more than)\b", re.I)
_SAYS_WHO = re.compile(r"^\s*(?:by|according to|per|under|in (?:the )?\d{4})\b", re.I)
_KIND = re.compile(  # "type 1" is another than "type 2"
    r"\b(?:type|grade|stage|class|genotype|phase|child(?:-pugh)?)\s+(?!class\b)([\w]+)", re.I
)
_STEM, _SHARE = 5, 0.6  # letters that two words of one stem share, and as a share of the longer
_WORD = re.compile(r"[^\W_][\w'’/-]*")
# What says nothing of what or whom is meant.
_EMPTY = STOPWORDS | frozenset(
    term
    for word in """patient patients people person adult adults man men woman women anyone someone those routine
    routinely use used treatment therapy treat treated give given emergency disease syndrome disorder case cases first
    line drug drugs medicine choice history known previous standard current main guideline label guidance dose doses
    prevent prevention preventing management manage managed usual usually also both either any all""".split()
    for term in (word, *terms(word))
)


def all_names(text: str, glossary: Glossary) -> list[frozenset[str]]:
    """All names of what ``text`` names and of what they are kinds of: a question on a class is not on each in it."""
    named = glossary.with_classes(*(mention.entry for mention in glossary.find(text)))
    return [form for entry in named for form in entry.term_sets]


def tells(purpose: str) -> bool:
    """Whether it says for what or whom something is denied, not only who says so."""
    return not _SAYS_WHO.match(purpose) and bool(
        {term for word in _WORD.findall(purpose) for term in terms(word)} - _EMPTY
    )


def is_named(part: str, text: str, own: frozenset[str], names: Sequence[frozenset[str]], empty: bool = False) -> bool:
    """Whether the question names all that ``part`` does; ``empty``: what says nothing counts as named."""
    told, asked = figures(part), figures(text)
    for figure in reversed(told):
        part = f"{part[: figure.start]} {part[figure.end :]}"
    part = _MEASURE.sub(" ", part) if told else part
    wanted = {
        term for word in _WORD.findall(part) if not word.casefold().startswith("non-") for term in terms(word)
    } - _EMPTY
    kinds = {kind.casefold() for kind in _KIND.findall(part)}
    if kinds and not kinds & {kind.casefold() for kind in _KIND.findall(text)}:
        return False
    if any(not any(comparable(b, a) and _as_denied(b, a) for b in asked) for a in told):
        return False
    wanted = {term for term in wanted if not term[0].isdigit()}
    if not wanted:
        return empty or bool(told)
    there = set(own).union(*(group.single for group in asked_about(text)))
    for form in names:
        if form <= wanted:
            there |= form
    return all(term in there or any(akin(term, other) for other in own) for term in wanted)


def _as_denied(asked: Figure, told: Figure) -> bool:
    """Whether an asked figure lies where a sentence denies: "above 130" in "above 115", and not "below 115"."""
    if asked.bound and told.bound and asked.bound == told.bound:
        return asked.low >= told.low if told.bound == ">" else asked.high <= told.high
    return same_value(asked, told) and {asked.bound, told.bound} != {"<", ">"}


def akin(one: str, other: str) -> bool:
    """Whether two terms are of one stem: "asthma" and "asthmatic"."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _STEM and shared >= _SHARE * max(len(one), len(other))
