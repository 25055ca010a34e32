"""Whether a sentence answers a bare question, in a text with a title and a heading."""

from __future__ import annotations

from corpus.document import Document, EvidenceKind, Section, Sentence, Source
from corpus.glossary import shipped_glossary
from corpus.text import term_set, terms
from service.analysis.question import analyse
from service.grounding.draft import Span
from service.sentences.bare import Bare, bare_asked
from service.sentences.candidates import Candidate
from service.sentences.roles import Role

GLOSSARY = shipped_glossary()


def asked(question: str) -> Bare | None:
    return bare_asked(analyse(question, GLOSSARY), GLOSSARY)


def asks(question: str, name: str) -> bool:
    bare = asked(question)
    return bare is not None and bare.ask.name == name


def sentence(text: str, title: str = "Notes", heading: str = "Recommendations") -> Candidate:
    rests_on = Source(title=title, kind=EvidenceKind("guideline"), doi="10.1000/a")
    part = Section((heading,), 0, len(text), (Sentence(0, len(text), (rests_on.source_id,)),))
    document = Document(title, title, text, (part,), (rests_on,))
    span = Span(document, "p", 0, 0, len(text), text, rests_on)
    above = term_set(f"{title} {heading}")
    return Candidate(text, [span], Role.RECOMMENDATION, 0.5, heading, above, frozenset(terms(text)))


def told(question: str, text: str, title: str = "Notes", heading: str = "Recommendations") -> bool:
    bare = asked(question)
    assert bare is not None
    return bare.told_by(sentence(text, title, heading))


def first_of(question: str, *texts: str) -> str:
    """Which of ``texts``, the likeliest first, stands first."""
    bare = asked(question)
    assert bare is not None
    found = [sentence(text, title=f"Notes {number}") for number, text in enumerate(texts)]
    for number, candidate in enumerate(found):
        candidate.useful, candidate.order = 1 - 0.1 * number, number
    return bare.first(found[0], found, found).text
