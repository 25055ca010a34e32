"""A conversation's turns, as far as a new message is understood by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpus.document import Document
from corpus.errors import NotFoundError
from corpus.glossary import Glossary
from corpus.text import term_set, terms
from service.analysis.question import Question, analyse
from service.analysis.shorthand import in_full
from service.answer import Answer, Status, statements_of
from service.consultation import Turn
from service.conversation import Act, Before, Standalone, understand
from service.patient_details import details_of
from service.privacy import redact, without_marks
from service.retrieval import OpenedEdition
from service.safety.distress import distress, from_professional

NO_QUESTION = "no_question"  # kind of the notice on "thanks!"
_NO_QUESTIONS = (Status.EMERGENCY, Status.DECLINED, Status.OUT_OF_SCOPE, Status.UNSUPPORTED_LANGUAGE)
_TURNS = 8  # of which it is told what they were about
_IN_HAND = 2  # answers that tell which text a conversation has in hand
_PEOPLE = re.compile(r"\bin (pregnancy|children)\b", re.I)
_CITED_TEXTS = 3  # whose words tell whether a question goes on with an answer


def understood(message: str, history: Sequence[Turn], opened: OpenedEdition, glossary: Glossary) -> Standalone:
    """The message with what it refers to spelt out; turns that were no questions for the library are passed over."""
    found = understand(message, before(history, opened, glossary), glossary)
    if found.act in (Act.DOUBT, Act.CLAIM):  # the question before, understood as it was then
        turns = _asking(history, glossary)
        again = understand(turns[-1].question, before(turns[:-1], opened, glossary), glossary)
        if again.text == found.text:
            return Standalone(found.text, again.carried, found.act, again.details, goes_on=True)
    return found


def is_refusal(answer: Answer) -> bool:
    """Whether an answer was an emergency's or a refusal, and no mere politeness."""
    return answer.status in _NO_QUESTIONS and all(notice.kind != NO_QUESTION for notice in answer.notices)


def answered(history: Sequence[Turn]) -> list[str]:
    """The messages before that were answered, or were a professional's, oldest first; none where one of them told of an
    emergency: then nothing is taken lightly.
    """
    if any(turn.answer is not None and turn.answer.status is Status.EMERGENCY for turn in history):
        return []
    told = (Status.ANSWERED, Status.PARTIAL)
    return [
        turn.question
        for turn in history
        if turn.answer is None
        or turn.answer.status in told
        or (turn.answer.status is Status.INSUFFICIENT_EVIDENCE and from_professional(turn.question))
    ]


def last_answer(history: Sequence[Turn], glossary: Glossary) -> Answer | None:
    """The answer that a message goes on with, or doubts."""
    turns = _asking(history, glossary)
    return turns[-1].answer if turns else None


def before(history: Sequence[Turn], opened: OpenedEdition, glossary: Glossary) -> Before:
    """What was said before, for :func:`service.conversation.understand`."""
    turns = _asking(history, glossary, emergencies=True)
    last = turns[-1].answer if turns else None
    unsupported: list[str] = []
    if last is not None and any(notice.kind == "no_recommendation" for notice in last.notices):
        unsupported = [entry.term for entry in analyse(last.standalone_question, glossary).interventions]
    said = [statement.text for statement in statements_of(last)] if last is not None else []
    abouts = [_about(turn.answer, opened, glossary) for turn in turns[-_TURNS:]]
    abouts = [[] for _ in turns[:-_TURNS]] + abouts
    return Before(
        [_without_personal_data(turn.standalone_question) for turn in turns],
        [in_full(_without_personal_data(turn.question), glossary)[0] for turn in turns],
        said,
        unsupported,
        abouts[-1] if abouts else [],
        abouts,
        lambda: _near(last, opened),
        text.title.partition(":")[0] if (text := _rests_on(last, opened, glossary)) is not None else "",
        _in_hand([turn.answer for turn in turns[-_IN_HAND:]]),
        texts=[_in_hand([turn.answer]) for turn in turns],
    )


def _about(answer: Answer | None, opened: OpenedEdition, glossary: Glossary) -> list[str]:
    """The condition, else the field, that the text is on which an answer rests: what stands in its title before the
    colon, of several the one that the statements speak of most, and the people that the title is limited to. None where
    the statements do not speak of it, but of a condition that the question names.
    """
    text = _rests_on(answer, opened, glossary)
    if answer is None or text is None:
        return []
    asked = analyse(answer.standalone_question, glossary)
    head = text.title.partition(":")[0]
    entries = [mention.entry for mention in glossary.find(head)]
    by_kind = ([entry.term for entry in entries if entry.kind == kind] for kind in ("condition", "other"))
    named = next((names for names in by_kind if names), [])
    if not named and all(entry.kind != "drug" for entry in entries):  # a text on a score: what it is for stands behind
        named = [m.entry.term for m in glossary.find(text.title) if m.entry.kind == "condition"]
    counts = Counter(m.entry.term for s in statements_of(answer) for m in glossary.find(s.text))
    named.sort(key=lambda name: -counts[name])
    about = [name for name in named[:1] if counts[name] or not any(counts[one.term] for one in asked.conditions)]
    people = _PEOPLE.search(head)
    return [*about, people[1].lower()] if about and people and people[1].lower() not in about else about


def _names_all(text: Document, asked: Question) -> bool:
    """Whether a text speaks of all drugs and conditions that a question names."""
    there = term_set(f"{text.title} {text.text}")
    return all(entry.named_in(there) for entry in asked.entries if entry.kind in ("drug", "condition"))


def _in_hand(answers: Sequence[Answer | None]) -> str:
    """Id of the text that the last answers cite most, the latest twice as much; "" where they cite none."""
    counts: dict[str, float] = {}
    for weight, answer in enumerate(answers, start=1):
        for statement in statements_of(answer) if answer is not None else ():
            if statement.evidence:
                document_id = statement.evidence[0].document_id
                counts[document_id] = counts.get(document_id, 0.0) + weight
    return max(counts, key=lambda name: counts[name], default="")


def _rests_on(answer: Answer | None, opened: OpenedEdition, glossary: Glossary) -> Document | None:
    """The text on which an answer rests: half of its statements, or its short answer and a third; without an answer,
    of all the passages that were nearest, if it speaks of what was asked about.
    """
    if answer is None:
        return None
    cited = [s.evidence[0].document_id for s in statements_of(answer) if s.evidence]
    documents = cited or [passage.document_id for passage in answer.nearest]
    if not documents or (not cited and len(set(documents)) > 1):
        return None
    main, count = Counter(documents).most_common(1)[0]
    first = bool(cited) and answer.bottom_line is not None and answer.bottom_line.evidence[0].document_id == main
    if count * (3 if first else 2) < len(documents):
        return None
    try:
        text = opened.document(main)
    except NotFoundError:  # answered from another edition
        return None
    return text if cited or _names_all(text, analyse(answer.standalone_question, glossary)) else None


def _without_personal_data(text: str) -> str:
    return without_marks(redact(text).text)


def _asking(history: Sequence[Turn], glossary: Glossary, emergencies: bool = False) -> list[Turn]:
    """The turns that asked the library, or told it of a patient; with ``emergencies`` those, too, that merely
    resembled one (not self-harm): who asks on had asked a question.
    """
    return [
        turn
        for turn in history
        if turn.answer is None
        or turn.answer.status not in _NO_QUESTIONS
        or (
            emergencies
            and turn.answer.status is Status.EMERGENCY
            and all(notice.kind == "emergency" for notice in turn.answer.notices)
            and distress(turn.question) is None
        )
        or (turn.answer.status is Status.OUT_OF_SCOPE and details_of([turn.question], glossary))
    ]


def _near(answer: Answer | None, opened: OpenedEdition) -> AbstractSet[str]:
    """The terms of the texts that an answer cites first."""
    if answer is None:
        return frozenset()
    cited = dict.fromkeys(item.document_id for statement in statements_of(answer) for item in statement.evidence)
    found: set[str] = set()
    for document_id in list(cited)[:_CITED_TEXTS]:
        try:
            document = opened.document(document_id)
        except NotFoundError:  # answered from another edition
            continue
        found.update(terms(f"{document.title} {document.text}"))
    return found
