"""Suggested follow-ups: questions whose answers stand in the library, because they are its own headings."""

from __future__ import annotations

import re

from corpus.document import Document
from service.answer import Answer, statements_of
from service.retrieval import OpenedEdition

_MOST = 3
_QUESTIONS = (
    (re.compile(r"^dosing|^dose", re.I), "Which doses are used in {topic}?"),
    (re.compile(r"contra-?indicat", re.I), "What are the contraindications of {topic}?"),
    (re.compile(r"interaction", re.I), "What are the interactions of {topic}?"),
    (re.compile(r"harm|monitor|adverse|side effect", re.I), "What are the harms of {topic}, and what is monitored?"),
    (re.compile(r"diagnos|assessment", re.I), "What is known on the diagnosis and assessment of {topic}?"),
    (re.compile(r"special situation", re.I), "What applies to {topic} in special situations?"),
    (re.compile(r"difference", re.I), "Where do guidelines on {topic} differ?"),
    (re.compile(r"prevention", re.I), "What is known on the prevention of {topic}?"),
    (re.compile(r"^treatment|recommend", re.I), "What is recommended for {topic}?"),
    (re.compile(r"prognosis", re.I), "What is the prognosis of {topic}?"),
)


def suggest(answer: Answer, opened: OpenedEdition) -> list[str]:
    """Up to three questions on sections of the cited documents that the answer has not drawn on."""
    seen = {(item.document_id, item.section) for statement in statements_of(answer) for item in statement.evidence}
    order = list(dict.fromkeys(item.document_id for statement in statements_of(answer) for item in statement.evidence))
    found: list[str] = []
    for document_id in order:
        document = opened.document(document_id)
        for section in document.sections:
            if (document_id, " › ".join(section.headings)) in seen or not section.sentences:
                continue
            question = next((text for pattern, text in _QUESTIONS if pattern.search(section.heading)), None)
            if question is not None:
                text = question.format(topic=_topic(document))
                if text not in found and text.casefold() != answer.question.casefold():
                    found.append(text)
                    break
        if len(found) == _MOST:
            break
    return found


def _topic(document: Document) -> str:
    title = re.split(r"[:(]", document.title, maxsplit=1)[0].strip()
    first = title.split(" ", 1)[0]
    return title if first[1:].lower() != first[1:] or any(c.isdigit() for c in first) else title[:1].lower() + title[1:]
