"""An answer of a FAQ keeps its question; what word processors write in bold instead of a heading is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.loading import document, quotes

_SAID = "Can phenytoin be given with feed? No. Stop the feed for 2 hours."


@pytest.mark.parametrize(
    "body",
    [
        "**Q: Can phenytoin be given with feed?**\n\nA: No. Stop the feed for 2 hours.",
        "Q1. Can phenytoin be given with feed?\nA. No. Stop the feed for 2 hours.",
        "### Can phenytoin be given with feed?\n\nNo. Stop the feed for 2 hours.",
    ],
)
def test_yes_or_no_is_said_with_what_it_answers(tmp_path: Path, body: str) -> None:
    found = document(tmp_path, "a.md", f"# FAQ\n\n{body}\n\n## Contacts\n\nBleep 2020.")
    assert quotes(found) == [_SAID, "Bleep 2020."]
    assert found.sections[0].heading == "Can phenytoin be given with feed?"


def test_each_sentence_of_a_long_answer_has_the_question(tmp_path: Path) -> None:
    body = f"Q: How fast?\n\nA: Give {'very ' * 60}slowly. Stop at 10 mmol."
    assert quotes(document(tmp_path, "a.txt", f"T\n\n{body}"))[-1] == "How fast? Stop at 10 mmol."


def test_a_section_with_a_question_for_its_heading_is_text(tmp_path: Path) -> None:
    assert quotes(document(tmp_path, "a.md", "## What is a DVT?\n\nA DVT is a clot.")) == ["A DVT is a clot."]


def test_a_short_bold_line_is_a_heading_and_one_with_a_colon_leads_in(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "**Stand down**\n\nCall the laboratory.\n\n**Do not:**\n\n- give plasma\n")
    assert [section.headings for section in found.sections] == [("Stand down",)]
    assert quotes(found)[-1] == "Stand down: Do not: give plasma."


def test_a_first_heading_below_other_text_is_no_title_where_there_are_more_of_its_kind(tmp_path: Path) -> None:
    assert document(tmp_path, "surgery-guide.md", "Version 2.\n\n# Purpose\n\nOne.\n\n# Stopping\n\nTwo.").title == (
        "surgery guide"
    )
