"""Which of two is said to be more: "X lowers it further than Y" against "Y lowers it more than X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.premises.bearing import Bearing, surely_on_it
from service.premises.narrower import for_fewer
from service.sentences.candidates import Candidate

_FALLING = r"(?:slow(?:ly)?|rare(?:ly)?|seldom|weak(?:ly)?|little)\b"  # what is more of these is less
# Words for more and for less. Only those of one line are held against each other: what is worse may be more of a thing.
_WORDS = (
    (
        rf"more(?! {_FALLING})|less (?={_FALLING})|further|higher|greater|larger|stronger",
        rf"less(?! {_FALLING})|more (?={_FALLING})|fewer|lower|smaller|weaker",
    ),
    (
        r"better|safer|superior|more (?:effective|useful|reliable)",
        r"worse|inferior|less (?:effective|useful|reliable|safe)",
    ),
    (r"longer|later", r"shorter|sooner|earlier|faster|quicker"),
)
_COMPARING = tuple(
    (line, pole, re.compile(rf"\b(?:{words})\b", re.I))
    for line, both in enumerate(_WORDS)
    for pole, words in zip((1, -1), both, strict=True)
)
_THAN = re.compile(r"\bthan\b", re.I)
_PREFERRED = re.compile(  # "X is preferred to Y", "X is suggested over Y"
    r"\bprefer(?:red|able|ence)?\s(?:to|over|for)\b|"
    r"\b(?:suggest|recommend|favou?r|chosen|used|given|tak(?:en|es)|advis|support|prefer)\w*(?:\s[\w-]+){0,3}?\s"
    r"(?:over|rather than|instead of|ahead of|in place of|in preference to)\b|\bsuperior to\b|"
    r"\b(?:rather than|instead of|in preference to)\b"
    r"(?=[^,;.]{3,50}\s(?:is|are)\s(?:suggested|recommended|preferred|used|given))",
    re.I,
)
# "X is an alternative to Y": the other way round it is another thing, and it holds for whom it is said only.
_IN_PLACE = re.compile(r"\b(?:alternatives?|substitutes?|replacements?) (?:to|for)\b", re.I)
_VERBS = (  # that compare by themselves: "X outlasts Y"
    (1, re.compile(r"\b(?:beats?|outperforms?|surpass(?:es)?)\b", re.I)),
    (2, re.compile(r"\b(?:outlasts?|outlives?)\b", re.I)),
    (3, _PREFERRED),
    (4, _IN_PLACE),
)
_CHOICE = 3
_INSTEAD = 4
_OF_ITSELF = (1, 2)
_CLAUSES = re.compile(r"[,;:]\s|\b(?:because|since|as|and|but|although|while|whereas|so|that)\s", re.I)
_COMPARED_WITH = re.compile(
    r"\b(?:prefer\w*|suggest\w*|recommend\w*|favou?r\w*|support\w*|used|given|chosen|to|over)\b", re.I
)
_NONE = re.compile(r"^\W*no\b[^,;]*?\b(?:is|are|was|were)\s[^,;]*\bthan (?:another|any other|the others?)\b", re.I)
_ABOUT = 0.66  # share of the concepts that a sentence must name that says so of none
_NOT = re.compile(r"\b(?:not|no|neither|never)\b[^,;]{0,30}$", re.I)
_REACH = 60  # characters from the comparing word to "than"
_COVERING = 0.35  # share of the assumption's concepts that the sentence must name
_COMPARED = re.compile("|".join((_THAN.pattern, *(pattern.pattern for _, _, pattern in _COMPARING))), re.I)
_PLAIN = re.compile(r"[^\W\d_][\w'’-]+")


@dataclass(frozen=True, slots=True)
class _Comparison:
    line: int  # of what words
    pole: int  # 1 more, -1 less
    before: frozenset[str]  # what stands before "than", or before the comparing verb
    other: frozenset[str]  # what follows "than"
    denied: bool = False  # "no more effective than"


def compared_otherwise(clause: str, borne: Sequence[Bearing], glossary: Glossary) -> tuple[int, Candidate | None]:
    """1 where a sentence compares the same two the same way, -1 where it does so the other way round, else 0."""
    assumed = _comparison(clause, glossary, wider=True)
    if assumed is None:
        return 0, None
    for bearing in borne[:1]:
        # "No X is better than another" denies it of each.
        if assumed.pole > 0 and not assumed.denied and bearing.named >= _ABOUT and _NONE.search(bearing.candidate.text):
            return -1, bearing.candidate
    for bearing in borne:
        told = _comparison(bearing.candidate.text, glossary) if bearing.coverage >= _COVERING else None
        if told is None or told.line != assumed.line:
            continue
        same = bool(_second(assumed) & _second(told)) and bool(_first(assumed) & _first(told))
        swapped = bool(_second(assumed) & _first(told)) and bool(_second(told) & _first(assumed))
        if told.line == _INSTEAD and (
            swapped or not surely_on_it(bearing, borne[0]) or _of_fewer(clause, bearing.candidate, glossary)
        ):
            continue
        if same != swapped:
            sign = (1 if same else -1) * assumed.pole * told.pole
            if assumed.denied != told.denied:
                sign = -sign
            if (assumed.denied or told.denied) and swapped:
                continue  # that one is not more says nothing of the other
            return sign, bearing.candidate
    return 0, None


def _of_fewer(clause: str, candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a sentence says of others than ``clause`` whether something takes the place of another."""
    match = _IN_PLACE.search(candidate.text)
    return match is None or for_fewer(candidate, match.start(), clause, glossary, behind=True)


def _first(comparison: _Comparison) -> frozenset[str]:
    """What is compared, without what both share."""
    return comparison.before - comparison.other


def _second(comparison: _Comparison) -> frozenset[str]:
    """With what it is compared, without what both share."""
    return comparison.other - comparison.before


def _comparison(text: str, glossary: Glossary, wider: bool = False) -> _Comparison | None:
    for line, pole, start, end in _comparing(text):
        head = text[:start]
        if line in _OF_ITSELF:  # what acts stands right before the verb
            head = _CLAUSES.split(head)[-1]
        denied = _NOT.search(head)
        other = _after(text[end:])
        if not other:
            continue
        head = head[: denied.start()] if denied is not None else head
        head += f" {_COMPARED_WITH.sub('', text[start:end])}" if line == _CHOICE else ""  # "support X over Y"
        between = text[start:end]
        if _THAN.search(between):  # "is more frequent after X than after Y"
            head += f" {_COMPARED.sub(' ', between)}"
        return _Comparison(
            line, pole, _names(head, glossary, wider), _names(other, glossary, wider), denied is not None
        )
    return None


def _comparing(text: str) -> list[tuple[int, int, int, int]]:
    """Line, pole, where the comparing words start and where what is compared with begins, in order."""
    found = [(line, 1, *match.span()) for line, pattern in _VERBS for match in pattern.finditer(text)]
    for than in _THAN.finditer(text):
        near = [
            (match.start(), line, pole)
            for line, pole, pattern in _COMPARING
            for match in pattern.finditer(text[: than.start()])
            if than.start() - match.end() <= _REACH
        ]
        if near:
            start, line, pole = max(near)
            found.append((line, pole, start, than.end()))
    return sorted(found, key=lambda item: item[2])


def _after(text: str) -> str:
    found = _PLAIN.findall(text)[:4]
    while found and found[0].casefold() in ("the", "a", "an", "with", "on", "in", "after", "by", "most", "many"):
        found = found[1:]
    return " ".join(found[:2])


def _names(text: str, glossary: Glossary, wider: bool = False) -> frozenset[str]:
    """The concepts of ``text`` by their terms, ``wider``: with their classes, and its other words."""
    found: set[str] = set()
    rest = text
    for mention in reversed(glossary.find(text)):
        found.add(mention.entry.term)
        if wider:
            found.update(entry.term for entry in glossary.classes_of(mention.entry))
        found.update(set(terms(text[mention.start : mention.end])) - set(terms(mention.entry.term)))
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    return frozenset(found | (set(terms(rest)) - STOPWORDS))
