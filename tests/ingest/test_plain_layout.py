"""Plain text has no signs for headings, pages and lists: they are told by how they look."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
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


WIDE = "Hydrocortisone is given before the result of any test is known, and fluid is begun at the same time."


def headings_of(found: Document) -> list[tuple[str, ...]]:
    return [section.headings for section in found.sections]


def test_a_numbered_box_in_capitals_is_a_heading(tmp_path: Path) -> None:
    body = "T\n\nSTOCK\n- one kit\n\nBOX 2. DROWSY OR VOMITING\n1. Stop feeds.\n\nBox 3: Unconscious\n\nCall 2222.\n"
    found = document(tmp_path, "a.txt", body)
    assert headings_of(found) == [("STOCK",), ("BOX 2. DROWSY OR VOMITING",), ("Box 3: Unconscious",)]


@pytest.mark.parametrize("line", ["ADRENALINE 1 MG IV AT ONCE", "Step 2: call the consultant", "BLEEP 2210 OR 2455"])
def test_a_line_that_gives_an_amount_or_a_step_is_text(tmp_path: Path, line: str) -> None:
    assert any(line in quote for quote in quotes(document(tmp_path, "a.txt", f"T\n\nFirst.\n\n{line}\nAnd then this.")))


def test_a_short_line_right_above_sentences_or_numbered_steps_is_their_heading(tmp_path: Path) -> None:
    body = f"T\n\nSAME DAY\n\nAdrenal crisis\n{WIDE}\n\nMyxoedema\n1. Liothyronine\n2. Warm slowly\n"
    found = document(tmp_path, "a.txt", body)
    assert headings_of(found) == [("SAME DAY", "Adrenal crisis"), ("SAME DAY", "Myxoedema")]
    assert quotes(found) == [WIDE, "Myxoedema: Liothyronine.", "Myxoedema: Warm slowly."]


@pytest.mark.parametrize(
    "block",
    [
        f"{WIDE[:70]}\n{WIDE}",  # wrapped
        "Give it early\nNobody waits for the result of the test that was sent.",
        "Adrenal crisis\nand what follows after it is told to all of the ward.",
        "Not given in:\n\nMyasthenia gravis\nRespiratory depression in the last month.",
        "Ascites\nDrowsiness of any degree\nBleeding",
        "Ward 7\nThe nurse in charge has the key to the cupboard.",
    ],
)
def test_a_first_line_that_is_no_label_stays_in_the_text(tmp_path: Path, block: str) -> None:
    found = document(tmp_path, "a.txt", f"T\n\n{WIDE}\n\n{block}\n\n{WIDE}")
    assert set(headings_of(found)) == {()}


def test_lines_in_capitals_above_other_lines_are_the_title(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", f"ADRENAL CRISIS IN ADULTS\nOur Hospital, Team 4.\n\n{WIDE}")
    assert (found.title, quotes(found)) == ("ADRENAL CRISIS IN ADULTS", ["Our Hospital, Team 4.", WIDE])


def test_two_lines_in_capitals_are_one_title(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", f"OUR HOSPITAL\nADRENAL CRISIS\nFor adults only.\n\n{WIDE}")
    assert (found.title, quotes(found)) == ("OUR HOSPITAL ADRENAL CRISIS", ["For adults only.", WIDE])


def test_a_text_of_lines_in_capitals_alone_has_no_title_among_them(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", "WASH YOUR HANDS\nBEFORE YOU EAT\nAND AFTER\n")
    assert "AND AFTER" in found.text


def test_a_line_in_capitals_right_below_a_sentence_is_a_heading(tmp_path: Path) -> None:
    found = document(
        tmp_path, "a.txt", f"T\n\nBEFORE\n{WIDE}\nTHE DRUG CUPBOARD\nIt is in the hall. Ask for the key.\n"
    )
    assert headings_of(found) == [("BEFORE",), ("THE DRUG CUPBOARD",)]


@pytest.mark.parametrize("line", ["INFUSION CHART (5%)", "CRB-65 AND CURB-65", "STAGE 2 OF FROSTBITE"])
def test_a_line_in_capitals_may_have_figures_that_belong_to_a_name(tmp_path: Path, line: str) -> None:
    assert headings_of(document(tmp_path, "a.txt", f"T\n\nFIRST\n\n{WIDE}\n\n{line}\n\n{WIDE}\n"))[1] == (line,)


@pytest.mark.parametrize("line", ["RING 2222 NOW", "REGISTRAR (BLEEP 4411)", "GIVE SALINE 500 ML", "STOP"])
def test_what_is_rung_or_given_in_capitals_is_no_heading_below_a_sentence(tmp_path: Path, line: str) -> None:
    found = document(tmp_path, "a.txt", f"T\n\nFIRST\n\n{WIDE}\n{line}\nThen wait for the team.\n")
    assert headings_of(found) == [("FIRST",)]


def test_a_line_that_goes_on_in_capitals_is_no_heading(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", f"T\n\nFIRST\n\n{WIDE[:-1]} and\nNEVER ON THE WARD\nbut in the unit.\n")
    assert headings_of(found) == [("FIRST",)]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_lines_that_give_an_amount_lead_into_no_list(tmp_path: Path, name: str) -> None:
    body = "# Rescue\n\nWeight 8 kg: 4 mg\n\n1. Draw it up.\n2. Give it slowly.\n"
    assert quotes(document(tmp_path, name, body))[-2:] == ["Draw it up.", "Give it slowly."]


def test_lines_of_a_label_and_an_amount_are_told_apart(tmp_path: Path) -> None:
    body = "RESCUE\n\nWeight 8 kg: 4 mg\nWeight 12 kg: 6 mg\n\nThen wait for the team.\n"
    assert quotes(document(tmp_path, "a.txt", body))[:2] == ["Weight 8 kg: 4 mg.", "Weight 12 kg: 6 mg."]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_the_arrows_of_a_flow_chart_are_steps_in_their_order(tmp_path: Path, name: str) -> None:
    body = "# Drain\n\n## Drain stops\n\nDrain has stopped\n→ Look for a kink\n→ Swings? NO → Ring the surgeon\n\nThe end of it.\n"
    found = document(tmp_path, name, body)
    assert [section.ordered for section in found.sections] == [False, True, False]
    assert quotes(found)[1:3] == [
        "Drain stops: Drain has stopped: Look for a kink.",
        "Drain stops: Drain has stopped: Swings? NO → Ring the surgeon.",
    ]
    assert "1. Drain stops: Drain has stopped: Look" in found.text
    assert "2. Drain stops: Drain has stopped: Swings" in found.text
