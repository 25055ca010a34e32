"""What holds for every answer whatsoever. Each rule raises AssertionError where it does not."""

from __future__ import annotations

from collections.abc import Callable

from corpus.edition import Edition
from corpus.text import terms
from service.answer import Answer, StatementType, Status, statements_of
from service.sentences.framing import SAYS_ANIMAL, SAYS_LABORATORY

MOST_STATEMENTS = 16
CHANGING = {"id", "conversation_id", "created_at", "timings"}
Rule = Callable[[Answer, Edition], None]


def quotes_are_the_stored_text(answer: Answer, edition: Edition) -> None:
    """Every quote is the text of its document at its offsets, inside the passage and section that it names."""
    for statement in statements_of(answer):
        for evidence in statement.evidence:
            document = edition.catalogue.document(evidence.document_id)
            assert document.text[evidence.start : evidence.end] == evidence.quote
            assert evidence.section in {" › ".join(section.headings) for section in document.sections}
            [passage] = [
                row for row in edition.catalogue.passages_of(evidence.document_id) if row.id == evidence.passage_id
            ]
            assert passage.start <= evidence.start < evidence.end <= passage.end


def words_are_the_sources_own(answer: Answer, edition: Edition) -> None:
    """What is quoted is the quote; what is framed holds it."""
    for statement in statements_of(answer):
        if statement.type is StatementType.QUOTED:
            assert statement.text == statement.evidence[0].quote
        elif statement.type is StatementType.FRAMED:
            assert statement.evidence[0].quote in statement.text


def every_statement_is_cited(answer: Answer, edition: Edition) -> None:
    """Its numbers are those of its evidence, in order of first use."""
    for statement in statements_of(answer):
        assert statement.citations
        assert statement.citations == list(dict.fromkeys(evidence.reference for evidence in statement.evidence))


def numbers_run_in_order_of_first_use(answer: Answer, edition: Edition) -> None:
    """1, 2, 3 as they are read, and every reference is used, once each in the list."""
    used = list(dict.fromkeys(number for statement in statements_of(answer) for number in statement.citations))
    assert used == [reference.number for reference in answer.references] == list(range(1, len(answer.references) + 1))
    assert len({reference.source_id for reference in answer.references}) == len(answer.references)


def nothing_is_said_twice(answer: Answer, edition: Edition) -> None:
    """No two statements have the same text."""
    texts = [statement.text for statement in statements_of(answer)]
    assert len(texts) == len(set(texts))


def it_is_short(answer: Answer, edition: Edition) -> None:
    """About a dozen statements; never more than sixteen."""
    assert len(statements_of(answer)) <= MOST_STATEMENTS


def only_standing_sources_are_cited(answer: Answer, edition: Edition) -> None:
    """Nothing superseded, retracted or withdrawn."""
    for reference in answer.references:
        assert reference.status == "current"
        assert edition.catalogue.source(reference.source_id).usable


def digests_are_told_from_sources(answer: Answer, edition: Edition) -> None:
    """A quote is a digest's exactly where the cited source is not the document itself."""
    by_number = {reference.number: reference for reference in answer.references}
    for statement in statements_of(answer):
        for evidence in statement.evidence:
            own = edition.catalogue.source(by_number[evidence.reference].source_id).document_id == evidence.document_id
            assert (evidence.quote_of == "source") == own


def animals_and_laboratories_are_named(answer: Answer, edition: Edition) -> None:
    """What does not come from people is labelled; where the first source is none from people, the text says so."""
    kinds = {reference.number: reference.kind for reference in answer.references}
    for statement in statements_of(answer):
        cited = [kinds[number] for number in statement.citations]
        for label, says in (("animal", SAYS_ANIMAL), ("laboratory", SAYS_LABORATORY)):
            assert (label in cited) == (label in statement.labels)
            if cited[0] == label:
                assert says & set(terms(statement.text))


def it_has_what_every_answer_has(answer: Answer, edition: Edition) -> None:
    """Disclaimer, title, a status that fits its contents, and a reason where it is not answered."""
    assert answer.disclaimer.strip()
    assert answer.title.strip()
    answered = answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert answered == bool(statements_of(answer)) == bool(answer.references)
    assert answered or answer.notices
    lacks = bool(answer.not_found) or any(calculation.missing for calculation in answer.calculations)
    assert (answer.status is Status.PARTIAL) == (answered and lacks)


def sections_have_headings_and_statements(answer: Answer, edition: Edition) -> None:
    """No empty section, no heading twice."""
    headings = [section.heading for section in answer.sections]
    assert len(headings) == len(set(headings))
    assert all(section.heading.strip() and section.statements for section in answer.sections)


RULES: tuple[Rule, ...] = (
    quotes_are_the_stored_text, words_are_the_sources_own, every_statement_is_cited, numbers_run_in_order_of_first_use,
    nothing_is_said_twice, it_is_short, only_standing_sources_are_cited, digests_are_told_from_sources,
    animals_and_laboratories_are_named, it_has_what_every_answer_has, sections_have_headings_and_statements,
)  # fmt: skip


def check_all(answer: Answer, edition: Edition) -> None:
    """Apply every rule."""
    for rule in RULES:
        rule(answer, edition)


def without_what_changes(answer: Answer) -> dict[str, object]:
    """What two equal requests have in common."""
    return answer.model_dump(exclude=CHANGING)
