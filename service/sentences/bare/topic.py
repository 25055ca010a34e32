"""A message that is no more than a topic ("gout", "tell me about apixaban"): what is told of it, aspect by aspect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary, terms_of
from corpus.text import words
from service.analysis.question import Question
from service.answer import Audience
from service.sentences.bare.asks import ASKS
from service.sentences.bare.bare import Bare
from service.sentences.bare.reading.signs import without
from service.sentences.candidates import Candidate
from service.sentences.readers import is_for
from service.sentences.selection import same

# With these a message asks nothing in particular.
_FRAME = frozenset(
    """guideline guidelines guidance overview summary summarise summarize update basics topic about tell explain
    describe give show me us the a an on of for please information info details brief quick current latest general hi hello in
    adults and all some""".split()
)
# Headings, with what is asked of a topic below each and how many sentences say it.
_OF_ILLNESS = (
    ("What it is", ("definition",), 1),
    ("Symptoms and diagnosis", ("symptoms", "diagnosis"), 2),
    ("Treatment", ("first line", "treatment"), 3),
    ("Prevention", ("prevention",), 1),
    ("Causes, complications and outlook", ("causes", "complications", "outlook"), 2),
)
_OF_DRUG = (
    ("What it is for", ("uses",), 1),
    ("Dosing", ("dose",), 2),
    ("Who should not have it", ("contraindications",), 1),
    ("Harms and monitoring", ("side effects", "monitoring"), 2),
    ("Pregnancy and breastfeeding", ("pregnancy", "breastfeeding"), 1),
    ("How it works", ("mechanism",), 1),
)
_OF_PROCEDURE = (
    ("When it is done", ("indications",), 3),
    ("When it is not done", ("contraindications of a procedure",), 1),
    ("Preparation", ("preparation",), 1),
    ("Risks and accuracy", ("risks of a procedure", "risks of a test", "accuracy"), 2),
)
_ASPECTS = {"condition": _OF_ILLNESS, "drug": _OF_DRUG, "procedure": _OF_PROCEDURE, "test": _OF_PROCEDURE}
_LEAST = 2  # aspects that make an overview,
_SENTENCES = 4  # and sentences


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of which no more is said than its name."""

    subject: Entry
    glossary: Glossary

    @property
    def terms(self) -> frozenset[str]:
        """The index terms of all its names."""
        return terms_of((self.subject,))

    def aspects(self, found: Sequence[Candidate], audience: Audience) -> list[tuple[str, list[Candidate]]]:
        """What ``found`` tells of the subject in texts for this reader, headed by aspects; empty where that is too
        little for an overview.
        """
        found = [candidate for candidate in found if is_for(candidate.document, audience)]
        told: list[tuple[str, list[Candidate]]] = []
        said: list[Candidate] = []
        for heading, asked, most in _ASPECTS[self.subject.kind]:
            own: list[Candidate] = []
            for name in asked:
                own += self._telling(name, found, audience, [*said, *own], most - len(own))
            said += own
            if own:
                told.append((heading, own))
        enough = len(told) >= _LEAST and len(said) >= _SENTENCES
        return told if enough else []

    def _telling(
        self, name: str, found: Sequence[Candidate], audience: Audience, said: Sequence[Candidate], most: int
    ) -> list[Candidate]:
        """The first ``most`` sentences that say what ``name`` asks and nothing that is ``said``."""
        own: list[Candidate] = []
        for ask in ASKS:
            if ask.name == name and self.subject.kind in ask.kinds:
                for candidate in Bare(ask, self.subject, self.glossary).telling(found, audience):
                    if len(own) < most and not any(same(candidate, other) for other in (*said, *own)):
                        own.append(candidate)
        return own


def topic_alone(question: Question, glossary: Glossary) -> Topic | None:
    """The topic that a message names and asks nothing of; None for all others."""
    if question.values or question.asked or question.carried or question.beside or question.yes_no:
        return None
    if len(question.mentions) != 1 or question.entries[0].kind not in _ASPECTS:
        return None
    (mention,) = question.mentions
    text = without(question.text, [(mention.start, mention.end)])
    return Topic(question.entries[0], glossary) if _FRAME.issuperset(words(text)) else None
