"""A row of a table says what its cells mean and what the table is about."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.loading import document, quotes

_HEAD = "| Drug | Dose | Days |\n|---|---|---|\n"


def rows(folder: Path, before: str, table: str) -> list[str]:
    return quotes(document(folder, "a.md", f"{before}\n\n{table}\n\nAfter."))[:-1]


def test_a_full_stop_in_a_cell_does_not_part_the_row(tmp_path: Path) -> None:
    found = rows(tmp_path, "", f"{_HEAD}| Gentamicin | Once 3 mg/kg. Change the catheter. | 7 |")
    assert found == ["Drug: Gentamicin; Dose: Once 3 mg/kg. Change the catheter; Days: 7."]


def test_a_row_that_begins_with_an_empty_cell_goes_on_with_the_one_above(tmp_path: Path) -> None:
    found = rows(tmp_path, "", f"{_HEAD}| Dabigatran | 150 mg | 3 |\n| | 110 mg | 5 |")
    assert found[1] == "Drug: Dabigatran; Dose: 110 mg; Days: 5."


def test_rows_have_the_heading_or_the_words_that_lead_into_the_table(tmp_path: Path) -> None:
    table = "| CrCl | Dose |\n|---|---|\n| < 30 | 62.5 micrograms |"
    assert rows(tmp_path, "## 2.4 Digoxin\n\nLevels are taken after 6 h.", table)[-1] == (
        "Digoxin: CrCl: < 30; Dose: 62.5 micrograms."
    )
    assert rows(tmp_path, "Maintenance dose of digoxin by renal function:", table)[-1] == (
        "Maintenance dose of digoxin by renal function: CrCl: < 30; Dose: 62.5 micrograms."
    )


def test_a_row_with_its_first_cell_alone_stands_over_those_below(tmp_path: Path) -> None:
    found = rows(tmp_path, "", f"{_HEAD}| **Children** | | |\n| Amoxicillin | 250 mg | 5 |")
    assert found == ["Children; Drug: Amoxicillin; Dose: 250 mg; Days: 5."]


def test_a_long_row_is_parted_and_each_part_begins_with_its_first_cell(tmp_path: Path) -> None:
    found = rows(tmp_path, "", f"{_HEAD}| Gentamicin | {'much ' * 50}| {'long ' * 50}|")
    assert [text.startswith("Drug: Gentamicin; ") for text in found] == [True, True]
