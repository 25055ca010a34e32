"""Suggested follow-ups: questions that the library answers, because a section of a document that was cited is about them.

Each is looked up before it is offered: the full text must find that very section, or another of the document, among the
first passages for the question's words. That costs about a millisecond; nothing is embedded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from corpus.document import Document, Section
from corpus.glossary import Glossary
from corpus.text import terms
from service.analysis.question import Question, QuestionKind, analyse
from service.answer import Answer, Audience, statements_of
from service.retrieval import OpenedEdition, make_query

_MOST = 3
_OF_ONE_DOCUMENT = 2
_DOCUMENTS = 4  # cited ones that are looked at
_FOUND_WITHIN = 8  # passages
# Headings, and what to ask: of a drug or procedure, of a condition. None: that would be no good question.
_QUESTIONS: tuple[tuple[re.Pattern[str], str | None, str | None], ...] = (
    (re.compile(r"contra-?indicat", re.I), "What are the contraindications of {topic}?", "Which treatments are contraindicated in {topic}?"),
    (re.compile(r"interaction", re.I), "Which drugs interact with {topic}?", "Which drug interactions matter in {topic}?"),
    (re.compile(r"^dosing|^dose", re.I), "What is the dose of {topic}?", "Which doses are used in the treatment of {topic}?"),
    (re.compile(r"harm|adverse|side effect", re.I), "What are the harms of {topic}, and what is monitored?", "Which harms of treatment are watched for in {topic}?"),
    (re.compile(r"monitor", re.I), "What is monitored on {topic}?", "What is monitored in {topic}?"),
    (re.compile(r"^treatment|^recommendations?$|^management", re.I), "What is recommended on {topic}?", "How is {topic} treated?"),
    (re.compile(r"diagnos|assessment", re.I), "What is assessed before {topic}?", "How is {topic} diagnosed?"),
    (re.compile(r"prevention|prophyla", re.I), None, "How is {topic} prevented?"),
    (re.compile(r"alternative", re.I), "What are the alternatives to {topic}?", "What are the alternatives in the treatment of {topic}?"),
    (re.compile(r"special situation|special population", re.I), "What applies to {topic} in special situations?", "What applies to {topic} in special situations?"),
    (re.compile(r"difference", re.I), "Where do guidelines on {topic} differ?", "Where do guidelines on {topic} differ?"),
    (re.compile(r"prognosis|outlook", re.I), None, "What is the prognosis of {topic}?"),
    (re.compile(r"who it applies|indication", re.I), "What is {topic} used for?", None),
    (re.compile(r"presentation|symptom|signs", re.I), None, "What are the symptoms and signs of {topic}?"),
    (re.compile(r"mechanism", re.I), "How does {topic} work?", None),
    (re.compile(r"what helps", re.I), None, "What helps with {topic}?"),
    (re.compile(r"seek help", re.I), None, "When should people with {topic} seek help?"),
    (re.compile(r"definition|causes?\b|what it is", re.I), None, "What causes {topic}?"),
)  # fmt: skip


def suggest(answer: Answer, opened: OpenedEdition, glossary: Glossary, asked: Sequence[str] = ()) -> list[str]:
    """Up to three questions on sections of the cited documents that the answer has not drawn on.

    ``asked``: what was asked in this conversation before (standalone): it is not suggested again.
    """
    evidence = [item for statement in statements_of(answer) for item in statement.evidence]
    seen = {(item.document_id, item.section) for item in evidence}
    before = [analyse(text, glossary) for text in (*asked, answer.standalone_question, answer.question)]
    found: list[str] = []
    for document_id in list(dict.fromkeys(item.document_id for item in evidence))[:_DOCUMENTS]:
        document = opened.document(document_id)
        if (document.audience == "patient") != (answer.audience is Audience.PATIENT):
            continue
        unread = [s for s in document.sections if s.sentences and (document_id, " › ".join(s.headings)) not in seen]
        own = 0
        for text in _asked_of(document, unread, before[-2], glossary):
            question = analyse(text, glossary)
            if answer.audience is Audience.PATIENT and question.kind is QuestionKind.DOSE:
                continue
            if text in found or any(_alike(question, other) for other in before):
                continue
            if _leads_there(question, document, opened, glossary):
                found.append(text)
                before.append(question)
                own += 1
            if len(found) == _MOST:
                return found
            if own == _OF_ONE_DOCUMENT:
                break
    return found


def _asked_of(document: Document, sections: list[Section], asked: Question, glossary: Glossary) -> Iterator[str]:
    """The questions that ``sections`` answer, what a clinician would rather ask next first."""
    topic, kind = _topic(document, asked, glossary)
    if topic is None:
        return
    for pattern, of_intervention, of_condition in _QUESTIONS:
        template = of_intervention if kind in ("drug", "procedure") else of_condition
        if template is not None and any(pattern.search(section.heading) for section in sections):
            yield template.format(topic=topic)


def _topic(document: Document, asked: Question, glossary: Glossary) -> tuple[str | None, str]:
    """What the document is about and its kind: the concept of the question that its title names, else the title's own."""
    title = re.split(r"[:(?]", document.title, maxsplit=1)[0].strip()
    named = glossary.find(title)
    for entry in asked.focus:
        if entry.kind in ("drug", "procedure", "condition") and entry in [mention.entry for mention in named]:
            return entry.term, entry.kind
    if not named and not _all_there(terms(title), document.text):  # a title that says nothing of what it is about
        there = set(terms(document.text))
        for entry in asked.focus:
            if entry.kind in ("drug", "procedure", "condition") and set(terms(entry.term)) <= there:
                return entry.term, entry.kind
        return None, ""
    if not title or len(title.split()) > 8 or re.match(r"(?i)(?:what|how|when|who|why|which)\b", title):
        return (named[0].entry.term, named[0].entry.kind) if named else (None, "")
    first = title.split(" ", 1)[0]
    keeps = first[1:].lower() != first[1:] or any(c.isdigit() for c in first)
    whole = named[0].entry.kind if named and named[0].start == 0 else "condition"
    return (title if keeps else title[:1].lower() + title[1:]), whole


def _all_there(wanted: list[str], text: str) -> bool:
    """Whether a text has all of these terms: mostly its first lines do, and no more of it is read."""
    missing = set(wanted)
    for line in text.split("\n"):
        if not missing:
            break
        missing.difference_update(terms(line))
    return not missing


def _alike(question: Question, other: Question) -> bool:
    """Whether two questions ask the same: of the same kind, about a common concept; or in the same words."""
    if set(question.key_words) == set(other.key_words) and question.kind is other.kind:
        return True
    common = {entry.term for entry in question.focus} & {entry.term for entry in other.entries}
    return question.kind is other.kind and bool(common)


def _leads_there(question: Question, document: Document, opened: OpenedEdition, glossary: Glossary) -> bool:
    """Whether the full text finds the document among the first passages for the question's words."""
    query = make_query(question.text, glossary)
    boosts = {"title": 0.5, "heading": 0.5, "body": 1.0}
    rows = [row for row, _ in opened.edition.fulltext.search(query.weights, _FOUND_WITHIN, boosts)]
    return document.id in map(opened.document_id, opened.document_numbers(np.array(rows, dtype=np.int64)).tolist())
