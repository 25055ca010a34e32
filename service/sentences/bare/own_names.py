"""Which name that no glossary has a short question asks about, in the forms of wording that bare questions have.

What is left of such a question besides what it asks and how is such a name where a document is on it by its title, or
where it reads like one. What it is must not be guessed from words of general use ("my test results", "chest pain at
night"): a question on these is none on a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.embedding import Embedder
from corpus.glossary import Glossary, Mention
from service.analysis.name_shapes import LONGEST, kind_of, reads_like_a_name
from service.analysis.named_by_texts import named_by_texts
from service.analysis.own_name import without_places
from service.analysis.question import Question
from service.retrieval import OpenedEdition, Retriever
from service.retrieval.titles import SHORT, Titles, key_of, pieces
from service.sentences.bare.ask import Ask
from service.sentences.bare.asked import bare_asked
from service.sentences.bare.asks import ASKS, ASKS_OF_NAMES
from service.sentences.bare.frame import asks_no_more
from service.sentences.bare.of_illnesses.definition import KIND_OF_DRUG, WHAT_DRUG

# Where it is asked, which no answer has to fit.
_HERE = re.compile(
    r"\b(?:in|on|at|for|by|under) (?:our|my|this|the|your) (?:own )?(?:ward|hospital|unit|clinic|trust|"
    r"department|practice|icu|itu|service|cent(?:re|er)|place|region|area|facility)s?\b",
    re.I,
)
_WORD = re.compile(r"[^\s,;:?!()\[\]\"“”]+")
_NOT_IN_TITLES = frozenset("how what when who why your my".split())
_SETTING = frozenset("in after on at before".split())  # behind the name of an illness: no name of another
_OF_WHAT_DRUG = (WHAT_DRUG, KIND_OF_DRUG)  # of a name that may be anything it is asked what that is
_WHAT_IS = re.compile(r"^\W*what (?:is|are)\b", re.I)
_MOST = 26  # words of such a question
_KINDS = ("condition", "drug", "procedure", "test", "score", "other")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Found:
    ask: Ask
    start: int
    end: int


def with_own_name(
    question: Question, glossary: Glossary, opened: OpenedEdition, retriever: Retriever, embedder: Embedder
) -> Question:
    """The question, with the name that it asks one thing about and no glossary has among what it mentions; as it is
    where it asks otherwise, or the glossary knows what it asks about.
    """
    if question.values or question.asked or question.beside or question.carried:
        return question
    if len(question.text.split()) > _MOST or bare_asked(question, glossary) is not None:
        return question
    text = _HERE.sub(lambda match: " " * len(match[0]), question.text)
    titles = opened.titles
    found = _by_title(text, titles, glossary) or _by_its_look(text, glossary, retriever, embedder)
    if found is None:
        return question
    typed = question.text[found.start : found.end]
    if not key_of(typed) or opened.asked.name(typed):
        return question
    kind = next(kind for kind in (kind_of(typed), *_KINDS) if kind in found.ask.kinds)
    own = named_by_texts(typed, kind, found.ask.name, opened, retriever)
    mention = Mention(own.entry, found.start, found.end)
    kept = (m for m in question.mentions if m.end <= found.start or found.end <= m.start)
    return replace(question, mentions=tuple(sorted((*kept, mention), key=lambda m: m.start)), own=own)


def _by_title(text: str, titles: Titles, glossary: Glossary) -> _Found | None:
    """The longest name in it that a document is on, with what is asked of that."""
    there = pieces(text)
    for length in range(min(len(there), LONGEST), 0, -1):
        for at in range(len(there) - length + 1):
            run = there[at : at + length]
            if tuple(piece.term for piece in run) in titles:
                start, end = run[0].start, run[-1].end
                start, end = _with_brackets(text, start, end)
                name = text[start:end]
                if length == 1 and (SHORT.fullmatch(name) is None and len(name) <= 3):
                    continue
                inside = set(name.lower().split())
                if inside & _NOT_IN_TITLES or (inside & _SETTING and glossary.find(name)):
                    continue
                ask = _asked_of(text, start, end, name)
                if ask is not None:
                    return _Found(ask, start, end)
    return None


def _with_brackets(text: str, start: int, end: int) -> Span:
    """A name with a possessive behind it, and with the bracket that it ends in."""
    behind = re.compile(r"['’]s\b").match(text, end)
    end = behind.end() if behind is not None else end
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return start, end


def _asked_of(text: str, start: int, end: int, name: str) -> Ask | None:
    """What is asked of the name that stands there, where nothing else is said."""
    rest = without_places(text, [(start, end)])
    sign = f"{text[:start]}{'·' * (end - start)}{text[end:]}"
    for ask in _asks_of(name):
        asking = [match.span() for match in ask.asked.finditer(sign)]
        if not asking or (ask.unless is not None and ask.unless.search(rest)):
            continue
        if asks_no_more(without_places(rest, asking), ask.frame):
            return ask
    return None


def _asks_of(name: str) -> list[Ask]:
    """What is asked of such a thing."""
    kind = kind_of(name)
    if kind:
        return [ask for ask in ASKS_OF_NAMES if kind in ask.kinds]
    return [ask for ask in ASKS if ask not in _OF_WHAT_DRUG]


def _by_its_look(text: str, glossary: Glossary, retriever: Retriever, embedder: Embedder) -> _Found | None:
    asked = [*((ask.asked, ask.frame) for ask in ASKS_OF_NAMES), (_WHAT_IS, frozenset[str]())]
    left = {
        span
        for pattern, frame in asked
        if (asking := [match.span() for match in pattern.finditer(text)])
        for span in _left_over(text, asking, frame)
    }
    for start, end in sorted(left, key=lambda span: span[0] - span[1]):
        if reads_like_a_name(text, start, end, glossary, retriever, embedder):
            ask = _asked_of(text, start, end, text[start:end])
            if ask is not None:
                return _Found(ask, start, end)
    return None


def _left_over(text: str, asking: list[Span], frame: frozenset[str]) -> Iterator[Span]:
    """What stands in one piece besides the words that ask and frame; also with such a word right before it ("hereditary
    ..."), where others ask.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    asks = [any(s < end and start < e for s, e in asking) for start, end in words]
    own = [
        at
        for at, (start, end) in enumerate(words)
        if not asks[at] and any(c.isalnum() for c in text[start:end]) and not asks_no_more(text[start:end], frame)
    ]
    if not own:
        return
    first, last = own[0], own[-1]
    if not any(asks[first:last]):
        yield words[first][0], words[last][1]
    if first and asks[first - 1] and sum(asks) > 1:
        yield words[first - 1][0], words[last][1]
