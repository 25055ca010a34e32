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


def test_a_table_in_html_is_read_by_rows_and_cells_that_reach_further_stand_in_each(tmp_path: Path) -> None:
    table = (
        "<table><thead><tr><th>Drug</th><th>CrCl</th><th>Dose</th></tr></thead>\n\n<tbody>"
        '<tr><td rowspan="2">Dabigatran</td><td>50&ndash;79</td><td>150 mg</td></tr>\n'
        '<tr><td colspan="2">below 50: none</td></tr></tbody></table>'
    )
    assert rows(tmp_path, "", table) == [
        "Drug: Dabigatran; CrCl: 50–79; Dose: 150 mg.",
        "Drug: Dabigatran; CrCl: below 50: none; Dose: below 50: none.",
    ]


def test_tables_as_pandoc_draws_them_are_tables(tmp_path: Path) -> None:
    ruled = (
        "  ------------------------------\n  Drug        CrCl     High risk\n"
        "                       surgery\n  ----------- -------- ---------\n"
        "  Apixaban,   ≥ 30     48 hours\n  edoxaban\n\n  Dabigatran  < 50     96 hours\n"
        "  ------------------------------"
    )
    grid = (
        "+------------+-------+\n| Drug       | Dose  |\n+============+=======+\n| Apixaban   | 5 mg  |\n"
        "| or others  |       |\n+------------+-------+"
    )
    assert rows(tmp_path, "", ruled) == [
        "Drug: Apixaban, edoxaban; CrCl: ≥ 30; High risk surgery: 48 hours.",
        "Drug: Dabigatran; CrCl: < 50; High risk surgery: 96 hours.",
    ]
    assert rows(tmp_path, "", grid) == ["Drug: Apixaban or others; Dose: 5 mg."]


def plain(folder: Path, table: str) -> list[str]:
    return quotes(document(folder, "a.txt", f"Title\n\nBefore.\n\n{table}\n\nAfter."))[1:-1]


def test_columns_of_plain_text_have_their_names(tmp_path: Path) -> None:
    assert plain(tmp_path, "Drug\tCrCl 10-29\nMetformin\tavoid\nMorphine\t50% of the dose") == [
        "Drug: Metformin; CrCl 10-29: avoid.",
        "Drug: Morphine; CrCl 10-29: 50% of the dose.",
    ]
    assert plain(tmp_path, "| Drug | Dose |\n|---|---|\n| Morphine | 5 mg |") == ["Drug: Morphine; Dose: 5 mg."]


def test_what_comes_again_in_its_column_is_no_name_of_it(tmp_path: Path) -> None:
    assert plain(tmp_path, "Diabetes nurse     bleep 1180\nRegistrar          bleep 3000") == [
        "Diabetes nurse; bleep 1180.",
        "Registrar; bleep 3000.",
    ]


def test_many_columns_without_names_stand_in_the_text_and_in_no_sentence(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", "T\n\nBefore.\n\nA   5 mg   avoid   1\nB   2 mg   avoid   2\n\nAfter.")
    assert quotes(found) == ["Before.", "After."]
    assert "A; 5 mg; avoid; 1" in found.text


def test_an_empty_last_cell_does_not_end_a_table(tmp_path: Path) -> None:
    table = "Medicine\tMorning\tNotes\nRamipril\tomit\t\nBisoprolol\tgive\tNever stop\nGliclazide\tomit\tRisk"
    assert plain(tmp_path, table)[:2] == [
        "Medicine: Ramipril; Morning: omit.",
        "Medicine: Bisoprolol; Morning: give; Notes: Never stop.",
    ]


def test_lines_with_columns_that_do_not_fit_are_not_quoted(tmp_path: Path) -> None:
    assert plain(tmp_path, "Drug        Dose      Interval\nMorphine    5 mg      4 h\nNaloxone    0.1 mg") == []


def test_of_two_lines_neither_names_the_columns_of_the_other(tmp_path: Path) -> None:
    assert plain(tmp_path, "Bisoprolol   give   give\nGliclazide   omit   omit") == [
        "Bisoprolol; give; give.",
        "Gliclazide; omit; omit.",
    ]


def test_words_over_a_column_of_numbers_are_its_names_though_one_comes_again(tmp_path: Path) -> None:
    table = "Reason        Size (Ch)     Suture\nBlood         28 to 32      Closing suture\nAir           12            None"
    assert plain(tmp_path, table) == [
        "Reason: Blood; Size (Ch): 28 to 32; Suture: Closing suture.",
        "Reason: Air; Size (Ch): 12; Suture: None.",
    ]


def test_the_names_of_columns_below_a_short_text_are_no_heading(tmp_path: Path) -> None:
    table = "Drug     Dose     Notes for staff\nMorphine     5 mg     Given slowly into a large vein over five minutes."
    assert quotes(document(tmp_path, "a.txt", f"T\n\nBefore.\n\n{table}\nNaloxone     1 mg     Given at once.")) == [
        "Before.",
        "Drug: Morphine; Dose: 5 mg; Notes for staff: Given slowly into a large vein over five minutes.",
        "Drug: Naloxone; Dose: 1 mg; Notes for staff: Given at once.",
    ]


def test_pipes_need_none_at_the_ends_of_a_line(tmp_path: Path) -> None:
    assert plain(tmp_path, "Score | First choice | Days\n0 to 1 | Doxycycline 100 mg | 5\n2 | Amoxicillin 1 g | 7") == [
        "Score: 0 to 1; First choice: Doxycycline 100 mg; Days: 5.",
        "Score: 2; First choice: Amoxicillin 1 g; Days: 7.",
    ]
    assert plain(tmp_path, "Drug | Dose\n---|---\nMorphine | 5 mg") == ["Drug: Morphine; Dose: 5 mg."]


def test_lines_with_as_many_pipes_only_are_a_table(tmp_path: Path) -> None:
    assert plain(tmp_path, "Drug | Dose | Days\nMorphine | 5 mg\nNaloxone | 0.1 mg | 1") == []
    assert plain(tmp_path, "Ward 4 | the day unit is open from 8 to 16 h.") == [
        "Ward 4 | the day unit is open from 8 to 16 h."
    ]
