"""An item of a list is stored with what leads into it, where it says less or the opposite without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.loading import document, quotes


def sentences(folder: Path, body: str, name: str = "a.md") -> list[str]:
    return quotes(document(folder, name, body))


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("Do not:", "Do not: give aspirin to anyone under 16."),
        ("DO NOT", "DO NOT: give aspirin to anyone under 16."),
        ("Look for a rash. Do not in any case:", "Do not in any case: give aspirin to anyone under 16."),
        ("Nurses do the following never.", "Nurses do the following never: give aspirin to anyone under 16."),
    ],
)
def test_an_item_is_not_parted_from_the_words_that_forbid_it(tmp_path: Path, name: str, lead: str, said: str) -> None:
    assert sentences(tmp_path, f"Title\n\n{lead}\n\n- give aspirin to anyone under 16\n", name)[-1] == said


def test_a_heading_that_forbids_stands_before_whole_sentences_too(tmp_path: Path) -> None:
    body = "## Things to avoid\n\n- Ibuprofen at any dose.\n\n## Dosing\n\n- Nadolol is begun at 20 mg.\n"
    assert sentences(tmp_path, body) == ["Things to avoid: Ibuprofen at any dose.", "Nadolol is begun at 20 mg."]


def test_what_is_no_whole_sentence_has_its_heading_without_the_number(tmp_path: Path) -> None:
    assert sentences(tmp_path, "## 2.4 Sotalol\n\n- 80 mg twice daily\n") == ["Sotalol: 80 mg twice daily."]


def test_a_lead_in_that_says_little_has_its_heading(tmp_path: Path) -> None:
    body = "## Red group\n\nAny one of these:\n\n- grunting\n"
    assert sentences(tmp_path, body)[-1] == "Red group: Any one of these: grunting."


def test_a_list_in_a_list_has_both_lead_ins(tmp_path: Path) -> None:
    body = "Bisoprolol, first line\n\n- Dose:\n  - Angina: 5 mg once daily\n- Not in:\n  - asthma\n"
    assert sentences(tmp_path, body)[-3:] == [
        "Bisoprolol, first line: Dose: Angina: 5 mg once daily.",
        "Bisoprolol, first line: Not in:",
        "Bisoprolol, first line: Not in: asthma.",
    ]


def test_a_condition_stands_before_each_step(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "If the patient is unconscious:\n\n1. Stop insulin.\n2. Call 2222.\n")
    assert quotes(found)[1:] == [
        "If the patient is unconscious: Stop insulin.",
        "If the patient is unconscious: Call 2222.",
    ]
    assert found.sections[-1].ordered


def test_a_lead_in_that_tells_nothing_is_left_to_itself(tmp_path: Path) -> None:
    assert sentences(tmp_path, "Do the following:\n\n1. Stop insulin.\n")[-1] == "Stop insulin."


def test_conditions_that_hold_only_together_are_one_sentence(tmp_path: Path) -> None:
    body = "Go home if:\n\n- the pain is gone;\n- the test is normal; and\n- an adult is there.\n"
    assert sentences(tmp_path, body)[1:] == ["Go home if: the pain is gone; the test is normal; and an adult is there."]


def test_two_sentences_of_an_item_that_is_forbidden_stay_together(tmp_path: Path) -> None:
    body = "Never:\n\n- give aspirin to a child. Give it at night.\n"
    assert sentences(tmp_path, body)[-1] == "Never: give aspirin to a child. Give it at night."


def test_each_sentence_of_a_long_item_is_forbidden(tmp_path: Path) -> None:
    long = f"Give {'very ' * 60}much aspirin. Give it at night."
    assert sentences(tmp_path, f"Never do this:\n\n- {long}\n")[-1] == "Never do this: Give it at night."


def test_an_item_with_a_mark_keeps_its_source_and_its_lead_in(tmp_path: Path) -> None:
    body = (
        "---\ntitle: T\nsources: {a: {title: A, kind: guideline, url: 'https://example.org/a'}}\n---\n"
        "Do not give:\n\n- aspirin to a child [@a]\n"
    )
    found = document(tmp_path, "a.md", body)
    assert quotes(found)[-1] == "Do not give: aspirin to a child."
    assert found.sections[-1].sentences[-1].source_ids == ("url:https://example.org/a",)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("lead", ["Patients may not:", "**Patients may not:**", "Not allowed"])
def test_a_lead_in_right_below_an_item_does_not_belong_to_that_item(tmp_path: Path, name: str, lead: str) -> None:
    body = f"T\n\nPatients may:\n- drink water until 2 hours before\n{lead}\n- drink milk within 6 hours\n"
    said = sentences(tmp_path, body, name)
    assert said[-3] == "Patients may: drink water until 2 hours before."
    assert said[-1].replace("*", "").endswith(f"{lead.strip('*:')}: drink milk within 6 hours.")


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("sign", ["•", "→", "☐", "a)", "(ii)"])
def test_items_with_other_signs_are_items_too(tmp_path: Path, name: str, sign: str) -> None:
    body = f"T\n\nNever:\n\n{sign} give aspirin to a child\n\n{sign} leave the patient alone\n"
    assert sentences(tmp_path, body, name)[-2:] == [
        "Never: give aspirin to a child.",
        "Never: leave the patient alone.",
    ]


def test_a_tick_and_a_cross_stay_with_what_they_judge(tmp_path: Path) -> None:
    assert sentences(tmp_path, "T\n\n✗ aspirin in a child\n✓ paracetamol\n", "a.txt") == [
        "✗ aspirin in a child",
        "✓ paracetamol",
    ]


def test_an_item_is_not_told_without_its_exceptions(tmp_path: Path) -> None:
    body = "Never wait for:\n\n- a chest X-ray\n  - unless pneumothorax is suspected\n- a blood gas\n"
    assert sentences(tmp_path, body)[1:] == [
        "Never wait for: a chest X-ray, unless pneumothorax is suspected.",
        "Never wait for: a blood gas.",
    ]


def test_where_an_item_forbids_those_beside_it_they_are_not_quoted(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "Asthma\n\n- Do not give:\n- sedatives\n- Call the registrar\n")
    assert quotes(found)[1:] == ["Asthma: Do not give:"]
    assert "sedatives" in found.text


def test_where_an_item_leads_into_those_beside_it_they_are_told_with_it(tmp_path: Path) -> None:
    body = "Bisoprolol\n\n- Dose:\n- Angina 5 mg\n- Contraindications:\n- asthma\n"
    assert "Bisoprolol: Dose: Angina 5 mg." in sentences(tmp_path, body)
    assert not [text for text in sentences(tmp_path, body) if "asthma" in text]
