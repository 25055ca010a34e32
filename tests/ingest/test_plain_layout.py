"""Plain text has no signs for headings, pages and lists: they are told by how they look."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.loading import document, quotes


def test_numbered_lines_lines_in_capitals_and_lone_short_lines_are_headings(tmp_path: Path) -> None:
    body = (
        "T\n\nTREATMENT\n\n2.1 Able to swallow\n\nGive juice.\n\nAfter the episode\n\nGive bread.\n\n3. Calls\n\nBleep."
    )
    found = document(tmp_path, "a.txt", body)
    assert [section.headings for section in found.sections] == [
        ("TREATMENT", "2.1 Able to swallow"),
        ("TREATMENT", "2.1 Able to swallow", "After the episode"),
        ("3. Calls",),
    ]
    assert quotes(found) == ["Give juice.", "Give bread.", "Bleep."]


def test_numbered_steps_with_blank_lines_between_are_no_headings(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", "T\n\nBefore.\n\n1. Call for help\n\n2. Give oxygen\n\nAfter.")
    assert [section.headings for section in found.sections] == [(), (), ()]
    assert found.sections[1].ordered


def test_what_is_printed_on_every_page_is_no_text_and_sentences_have_their_page(tmp_path: Path) -> None:
    page = "Our Hospital  Policy 7  Version 3.1\n\n{}\n\nPage {} of 2. Printed copies are uncontrolled.\n\f"
    body = page.format("Sepsis\n\nGive oxygen to all who", 1) + page.format("need it. Take cultures.", 2)
    found = document(tmp_path, "a.txt", body)
    assert found.title == "Sepsis"
    assert found.text == "Give oxygen to all who need it. Take cultures."
    assert found.sections[0].page == 1


def test_a_section_that_begins_on_a_page_is_cited_with_it(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", "Title\n\nOne is first.\n\fTwo is second.\n\f")
    assert [section.page for section in found.sections] == [1, 2]


def test_a_word_parted_at_the_end_of_a_line_is_whole_where_the_text_has_it(tmp_path: Path) -> None:
    body = "T\n\nStop anticoagulation. No antico-\nagulation with low-\nmolecular heparin.\n"
    assert document(tmp_path, "a.txt", body).text == (
        "Stop anticoagulation. No anticoagulation with low-molecular heparin."
    )


def test_letters_that_a_pdf_joins_are_letters(tmp_path: Path) -> None:
    assert (
        document(tmp_path, "a.txt", "T\n\nNot e\ufb00ective in \ufb01brillation.").text
        == "Not effective in fibrillation."
    )


def test_narrow_lines_below_a_colon_are_a_list_that_lost_its_signs(tmp_path: Path) -> None:
    wide = "Lorazepam is used instead in severe liver disease and in all patients over 70 years."
    body = f"T\n\n{wide}\n\nIt must not be given to patients with:\n\nmyasthenia gravis\nrespiratory depression\n\nEnd."
    assert quotes(document(tmp_path, "a.txt", body))[2:4] == [
        "It must not be given to patients with: myasthenia gravis.",
        "It must not be given to patients with: respiratory depression.",
    ]
