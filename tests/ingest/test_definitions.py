"""Definition lists: each definition is a sentence of its own, with its term and its heading."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.loading import document, quotes


def test_a_definition_is_told_with_its_term_and_heading(tmp_path: Path) -> None:
    body = "# Ward\n\n## Antivenom\n\nAdder bite\n:   2 vials as a drip\n\nScorpion sting\n\n: 1 vial, the rest\n  after an hour\n"
    assert quotes(document(tmp_path, "a.md", body)) == [
        "Antivenom: Adder bite: 2 vials as a drip.",
        "Antivenom: Scorpion sting: 1 vial, the rest after an hour.",
    ]


def test_two_definitions_of_one_term_are_told_apart(tmp_path: Path) -> None:
    body = "# Ward\n\nUsual dose\n:   30 mg at night\n:   15 mg at night above 70 years\n\nThat is all.\n"
    assert quotes(document(tmp_path, "a.md", body)) == [
        "Usual dose: 30 mg at night.",
        "Usual dose: 15 mg at night above 70 years.",
        "That is all.",
    ]


def test_a_colon_that_begins_no_definition_is_left(tmp_path: Path) -> None:
    assert quotes(document(tmp_path, "a.md", "# Ward\n\n: stray text of a line.\n")) == [": stray text of a line."]
