"""Whether a sentence says what a bare question asks: both in words, as they are typed and as they stand in a text."""

from __future__ import annotations

from dataclasses import replace

from corpus.glossary import shipped_glossary
from corpus.text import term_set
from service.analysis.question import analyse
from service.sentences.bare import Bare, bare_asked
from service.sentences.candidates import Candidate
from tests.service.sentences.single import candidate

GLOSSARY = shipped_glossary()


def asked(question: str) -> Bare | None:
    """What a question asks, if it is bare."""
    return bare_asked(analyse(question, GLOSSARY), GLOSSARY)


def name_of(question: str) -> str | None:
    """The name of what it asks."""
    bare = asked(question)
    return bare.ask.name if bare is not None else None


def sentence(text: str, title: str = "", heading: str = "") -> Candidate:
    """A sentence under a heading of a text with this title."""
    found = candidate(text, source=title or "a text")
    return replace(found, heading=heading, context_terms=term_set(f"{title} {heading}"))


def answers(question: str, text: str, title: str = "", heading: str = "") -> bool:
    """Whether a sentence says what a question asks."""
    bare = asked(question)
    assert bare is not None, question
    return bare.told_by(sentence(text, title, heading))
