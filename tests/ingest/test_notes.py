"""Notes and boxes to tick: their signs are never quoted, and a note stays with what it belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.loading import document, quotes


@pytest.mark.parametrize(
    ("sign", "note"),
    [
        ("[^1]", "[^1]: Half in the old."),
        ("^b^", "^b^ Half in the old"),
        ("<sup>b</sup>", "<sup>b</sup> Half in the old."),
    ],
)
def test_a_note_stands_where_its_sign_stood_and_by_itself(tmp_path: Path, sign: str, note: str) -> None:
    assert quotes(document(tmp_path, "a.md", f"# Sedation\n\nGive it at night.{sign} Then wait.\n\n{note}\n")) == [
        "Give it at night (Half in the old).",
        "Then wait.",
        "Half in the old.",
    ]


def test_a_note_on_a_cell_is_told_in_its_row_and_one_on_a_column_is_not(tmp_path: Path) -> None:
    table = "| Risk | Rate ^a^ |\n|---|---|\n| low | 20 |\n| high | 5 ^b^ |\n\n^a^ In kcal.\n^b^ On the unit only.\n"
    assert quotes(document(tmp_path, "a.md", f"# Feeds\n\n{table}"))[:2] == [
        "Risk: low; Rate: 20.",
        "Risk: high; Rate: 5 (On the unit only).",
    ]


def test_a_note_on_a_figure_does_not_part_it_from_its_unit(tmp_path: Path) -> None:
    body = "# Fluids\n\nGive 7<sup>a</sup> mL/kg every hour. Watch the pulse.\n\n<sup>a</sup> Not in heart failure\n"
    assert quotes(document(tmp_path, "a.md", body))[0] == "Give 7 mL/kg every hour (Not in heart failure)."


def test_each_sign_has_the_next_note_below_it(tmp_path: Path) -> None:
    body = "# T\n\nGive A.^a^\n\n^a^ In men.\n\nGive B.^a^\n\n^a^ In women.\n"
    assert quotes(document(tmp_path, "a.md", body))[::2] == ["Give A (In men).", "Give B (In women)."]


def test_a_long_note_is_told_by_itself_only(tmp_path: Path) -> None:
    body = f"# T\n\nGive A.[^1]\n\n[^1]: {'And so on ' * 11}it goes.\n"
    assert quotes(document(tmp_path, "a.md", body))[0] == "Give A."


def test_a_sign_without_a_note_is_left_out_and_a_power_is_none(tmp_path: Path) -> None:
    body = "# T\n\nPlatelets below 50 x 10^9^/L are told.[^7] A cell has 3<sup>2</sup> sides.\n"
    assert quotes(document(tmp_path, "a.md", body)) == ["Platelets below 50 x 10⁹/L are told.", "A cell has 3² sides."]


def test_plain_text_has_notes_too(tmp_path: Path) -> None:
    body = "NIGHTS\n\nRing the ward at once.[^2]\n\n[^2]: Extension 4711.\n"
    assert quotes(document(tmp_path, "a.txt", body))[0] == "Ring the ward at once (Extension 4711)."


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_box_that_begins_an_item_is_not_quoted(tmp_path: Path, name: str) -> None:
    body = "# Before the list\n\nCheck:\n\n- [ ] the drip stand\n- [x] the name band\n"
    assert quotes(document(tmp_path, name, body))[-2:] == ["Check: the drip stand.", "Check: the name band."]


def test_of_boxes_in_a_line_empty_ones_go_and_a_choice_stays(tmp_path: Path) -> None:
    body = "# Form\n\nIs there a pacemaker? [ ] yes; [ ] no.\n\nThe side is [x] left or [ ] right.\n"
    assert quotes(document(tmp_path, "a.md", body)) == [
        "Is there a pacemaker? yes; no.",
        "The side is [x] left or [ ] right.",
    ]
