"""Free text with [1] marks, read as statements with citations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.targets.parsing import parse_answer, split_references
from service.answer import Status

ANSWER = """**Bleeding varices**

Terlipressin is started at once [1]. Ligation follows within 12 hours.[2][3]
- Antibiotics are given for up to 7 days [1, 3].
- Beta-blockers are not started during bleeding [1–3].

This is not a substitute for clinical judgement.

## References
[1] Guideline on varices. "Terlipressin is started as soon as bleeding is suspected." https://example.org/1
[2] Another guideline
    that goes on in a second line
3. Third source (2022)
"""


def test_marks_before_and_behind_the_full_stop_belong_to_the_sentence() -> None:
    said = parse_answer(ANSWER).statements
    assert [(s.text, s.citations) for s in said] == [
        ("Terlipressin is started at once.", (1,)),
        ("Ligation follows within 12 hours.", (2, 3)),
        ("Antibiotics are given for up to 7 days.", (1, 3)),
        ("Beta-blockers are not started during bleeding.", (1, 2, 3)),
    ]


def test_references_have_number_title_quoted_words_and_address() -> None:
    first, second, third = parse_answer(ANSWER).references
    assert (first.number, first.title, first.url) == (1, "Guideline on varices", "https://example.org/1")
    assert first.text == "Terlipressin is started as soon as bleeding is suspected."
    assert second.title == "Another guideline that goes on in a second line"
    assert third.number == 3


def test_a_list_without_a_heading_is_found_at_the_end() -> None:
    body, entries = split_references("Rest helps [1].\n\n[1] On rest\n[2] On sleep\n")
    assert body.strip() == "Rest helps [1]."
    assert [entry.title for entry in entries] == ["On rest", "On sleep"]


def test_references_that_come_beside_the_text_count_where_it_has_no_list() -> None:
    found = parse_answer("Rest helps [2].", [{"url": "https://a.example"}, {"title": "On rest"}])
    assert [(r.number, r.title, r.url) for r in found.references] == [
        (1, "", "https://a.example"),
        (2, "On rest", None),
    ]


def test_a_disclaimer_is_no_statement() -> None:
    found = parse_answer(ANSWER)
    assert found.disclaimer == "This is not a substitute for clinical judgement."


def test_a_number_in_brackets_that_no_reference_has_stays_a_citation() -> None:
    assert parse_answer("Rest helps [7].").statements[0].citations == (7,)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I do not have enough information to answer that.", Status.INSUFFICIENT_EVIDENCE),
        ("The documents do not mention this drug.", Status.INSUFFICIENT_EVIDENCE),
        ("Please call 112 now.", Status.EMERGENCY),
        ("I'm sorry, but I can't help with that.", Status.DECLINED),
        ("I can only answer medical questions.", Status.OUT_OF_SCOPE),
        ("Rest helps [1].", Status.ANSWERED),
        ("The documents do not mention the dose. Rest helps [1].", Status.PARTIAL),
        ("", Status.INSUFFICIENT_EVIDENCE),
    ],
)
def test_the_status_is_read_from_the_words(text: str, status: Status) -> None:
    found = parse_answer(text)
    assert found.status is status
    assert not found.status_declared


def test_the_words_of_a_refusal_are_no_statements() -> None:
    found = parse_answer("I do not have enough information to answer that.")
    assert found.statements == ()
    assert found.notices == ("I do not have enough information to answer that.",)


PIECES = (
    "Gout is treated [1].",
    "It recurs [2, 3].",
    "So it is [1–3]!",
    "\n\nReferences\n",
    "\n[1] A guideline. 2024.",
    "\n1. Another",
    "[2] “A quotation of some length.”",
    "## Dose",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=10).map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    found = parse_answer(text)
    assert all(said.text.strip() for said in found.statements)
    assert len({reference.number for reference in found.references}) == len(found.references)
