"""Whether a question is bare."""

from __future__ import annotations

from functools import lru_cache

from corpus.glossary import Glossary
from service.analysis.own_name import GlossaryWithName, OwnName
from service.analysis.question import Question
from service.sentences.bare.ask import Ask
from service.sentences.bare.asks import ASKS, ASKS_OF_NAMES
from service.sentences.bare.bare import Bare
from service.sentences.bare.frame import asks_no_more
from service.sentences.bare.of_own_name import BareOfOwnName
from service.sentences.bare.reading.signs import without


@lru_cache(maxsize=64)  # asked for wherever an answer is judged, begun and filled, and each ask is tried by its pattern
def bare_asked(question: Question, glossary: Glossary) -> Bare | None:
    """What a bare question asks; None for all others: those that give values, tell of a patient, name a second subject
    or have any word besides.
    """
    if question.own is not None:
        return _of_own_name(question.own, glossary)
    if not question.mentions or question.values or question.asked or question.beside:
        return None
    kinds = {mention.entry.kind for mention in question.mentions}
    asks = (ask for ask in ASKS if not ask.kinds.isdisjoint(kinds))
    return next((found for ask in asks if (found := _bare(ask, question, glossary)) is not None), None)


def _of_own_name(own: OwnName, glossary: Glossary) -> BareOfOwnName:
    ask = next(ask for ask in ASKS_OF_NAMES if ask.name == own.asks and own.entry.kind in ask.kinds)
    return BareOfOwnName(ask, own.entry, GlossaryWithName(glossary, own), own)


def _bare(ask: Ask, question: Question, glossary: Glossary) -> Bare | None:
    text = question.text
    asking = [(match.start(), match.end()) for match in ask.asked.finditer(text)]
    if not asking:
        return None
    subjects = [m for m in question.mentions if not any(m.start < end and start < m.end for start, end in asking)]
    entries = {mention.entry.term: mention.entry for mention in subjects}
    if len(entries) != 1:
        return None
    (subject,) = entries.values()
    if subject.kind not in ask.kinds:
        return None
    named = [(mention.start, mention.end) for mention in subjects]
    if ask.unless is not None and ask.unless.search(without(text, named)):
        return None
    frames = asks_no_more(without(text, [*asking, *named]), ask.frame)
    return Bare(ask, subject, glossary) if frames else None
