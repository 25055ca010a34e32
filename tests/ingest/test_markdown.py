"""Markdown: what a reader of the rendered page would read, in sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.loading import document, quotes, reason


def text(folder: Path, body: str) -> str:
    return document(folder, "a.md", body).text


def test_headings_make_sections_with_their_path(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "# T\n\nZero.\n\n## A\n\nOne.\n\n### B\n\nTwo.\n\n## C\n\nThree.\n")
    assert found.title == "T"
    assert [section.headings for section in found.sections] == [(), ("A",), ("A", "B"), ("C",)]
    assert [found.text[s.start : s.end] for s in found.sections] == ["Zero.", "One.", "Two.", "Three."]


def test_a_heading_stands_in_the_text_and_in_no_sentence(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "Zero.\n\n## Harms\n\nOne.\n")
    assert found.text == "Zero.\n\nHarms\n\nOne."
    assert quotes(found) == ["Zero.", "One."]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("A **bold** and *slanted* `word`.", "A bold and slanted word."),
        ("A [link](https://example.org) here.", "A link here."),
        ("See <https://example.org>.", "See https://example.org."),
        ("An ![image of a liver](liver.png).", "An image of a liver."),
        ("Below &lt; 5 &amp; above.", "Below < 5 & above."),
        (r"Escaped \*star\* and \[brackets\].", "Escaped *star* and [brackets]."),
        ("Wrapped\nline.", "Wrapped line."),
        ("Broken  \nline.", "Broken line."),
        ("> A quotation\n> of 5 mg.", "A quotation of 5 mg."),
        ("```\nCode line.\n```", "Code line."),
        ("Some<!-- hidden --> text.", "Some text."),
        ("<div>Block <b>te</b>xt.<script>alert(1)</script></div>", "Block text."),
        ("One<br>two.", "One two."),
    ],
)
def test_signs_of_markdown_and_html_are_no_text(tmp_path: Path, source: str, plain: str) -> None:
    assert text(tmp_path, source) == plain


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("Stiffness of\n>12 kPa suggests fibrosis.", "Stiffness of >12 kPa suggests fibrosis."),
        ("Stiffness of\n>= 12 kPa suggests fibrosis.", "Stiffness of >= 12 kPa suggests fibrosis."),
        (">12 kPa suggests fibrosis.", ">12 kPa suggests fibrosis."),
        ("ALT <ULN and platelets >150.", "ALT <ULN and platelets >150."),
        ("Stage <B and >A.", "Stage <B and >A."),
        ("Count of 50 × 10<sup>9</sup>/L.", "Count of 50 × 10⁹/L."),
        ("Clearance in mL min<sup>-1</sup>.", "Clearance in mL min⁻¹."),
        ("HbA<sub>1c</sub> of 48.", "HbA₁c of 48."),
        ("HLA-B*57:01 and HLA-B*58:01.", "HLA-B*57:01 and HLA-B*58:01."),
        ("CYP2C19*2 and *3 carriers.", "CYP2C19*2 and *3 carriers."),
    ],
)
def test_signs_that_carry_a_clinical_meaning_stay(tmp_path: Path, source: str, plain: str) -> None:
    assert text(tmp_path, source) == plain


def test_a_quotation_that_begins_with_a_number_gains_no_sign(tmp_path: Path) -> None:
    assert text(tmp_path, ">A dose of\n>5 mg.\n") == "A dose of 5 mg."


def test_a_bulleted_list_is_one_section_of_sentences(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "Before.\n\n- One.\n- Two\n  wrapped.\n\nAfter.\n")
    assert found.text == "Before.\n- One.\n- Two wrapped.\n\nAfter."
    assert quotes(found) == ["Before.", "One.", "Two wrapped.", "After."]
    assert [section.ordered for section in found.sections] == [False]


def test_a_numbered_list_is_a_section_of_its_own_in_order(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "## How\n\nBefore.\n\n3. One.\n3. Two.\n\n   More of two.\n\nAfter.\n")
    assert [(s.headings, s.ordered) for s in found.sections] == [(("How",), o) for o in (False, True, False)]
    assert found.text == "How\n\nBefore.\n3. One.\n4. Two.\n\nMore of two.\n\nAfter."
    assert quotes(found)[:3] == ["Before.", "One.", "Two."]


def test_a_list_in_a_list_keeps_both_numberings(tmp_path: Path) -> None:
    assert text(tmp_path, "1. One.\n   - Inner.\n2. Two.\n").replace("\n\n", "\n") == "1. One.\n- Inner.\n2. Two."


def test_each_row_of_a_table_is_a_sentence_with_its_columns(tmp_path: Path) -> None:
    table = "| Drug | Dose |\n|------|------|\n| Nadolol | 20 mg |\n| Carvedilol | |\n"
    assert quotes(document(tmp_path, "a.md", table)) == ["Drug: Nadolol; Dose: 20 mg.", "Drug: Carvedilol."]


@pytest.mark.parametrize("body", ["", "\n\n", "# Only a title\n", "<!-- nothing -->\n", "---\ntitle: T\n---\n"])
def test_a_file_without_text_is_refused(tmp_path: Path, body: str) -> None:
    assert reason(tmp_path, "a.md", body) == "there is no text in it"


def test_line_ends_and_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    body = "---\ntitle: T\n---\n## A\n\nOne\ntwo.\n"
    plain = document(tmp_path, "a.md", body)
    assert document(tmp_path, "a.md", body.replace("\n", "\r\n").encode()) == plain
    assert document(tmp_path, "a.md", body.replace("\n", "\r").encode()) == plain
    assert document(tmp_path, "a.md", b"\xef\xbb\xbf" + body.encode()) == plain


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.md", "Häufig.".encode("latin-1")) == "it is not UTF-8 text (byte 1): save it as UTF-8"
