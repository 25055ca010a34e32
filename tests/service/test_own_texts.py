"""A hospital's own texts, as hospitals write them: what is asked of them is not answered by a part of a list or table."""

from __future__ import annotations

from service.answer import Answer
from tests.fakes import digest
from tests.service.conftest import Ask

FEVER = """# Fever in children under 5 years

## Antipyretics

| Drug | Age | Dose |
|---|---|---|
| Paracetamol | 3-6 months | 60 mg every 4-6 hours |
| | 6-24 months | 120 mg every 4-6 hours |

Do not:

* give paracetamol and ibuprofen simultaneously
* give ibuprofen to a child with chickenpox
"""
LIMITS = """# Formulary

## 2.4 Digoxin

| Renal function (CrCl) | Loading dose |
|---|---|
| > 60 | 500 micrograms, then 500 micrograms |
| 30-60 | 500 micrograms, then 250 micrograms |
| < 30 | 250 micrograms, then 250 micrograms |

## 2.5 Gentamicin

Do not give gentamicin to patients with:

- myasthenia gravis
- decompensated liver disease with ascites
- a previous reaction with hearing loss
"""


def said(answer: Answer) -> list[str]:
    """The statements of an answer, the first line first."""
    assert answer.bottom_line is not None
    return [answer.bottom_line.text, *(s.text for part in answer.sections for s in part.statements)]


def test_what_is_forbidden_is_not_told_as_what_is_done(ask: Ask) -> None:
    answer = ask("Can I give ibuprofen to a child with chickenpox?", {"fever.md": FEVER})
    assert "Do not: give ibuprofen to a child with chickenpox." in said(answer)[0]


def test_a_dose_for_children_is_told_with_its_drug_and_for_whom_it_is(ask: Ask) -> None:
    lines = said(ask("paracetamol dose at 8 months", {"fever.md": FEVER}))
    assert lines[0].startswith("Fever in children under 5 years: ")
    assert lines[0].endswith("Drug: Paracetamol; Age: 6-24 months; Dose: 120 mg every 4-6 hours.")


def test_the_row_for_the_patients_value_comes_first(ask: Ask) -> None:
    lines = said(ask("digoxin loading dose, CrCl 20", {"formulary.md": LIMITS}))
    assert lines[0] == "Digoxin: Renal function (CrCl): < 30; Loading dose: 250 micrograms, then 250 micrograms."


def test_an_age_beyond_the_rows_that_are_nearer_in_words_has_its_own_row_first(ask: Ask) -> None:
    table = (
        "| Age | Starting dose |\n|---|---|\n| < 65 years | 10 mg |\n| 65-80 years | 5 mg |\n| > 80 years | 2.5 mg |\n"
    )
    lines = said(ask("morphine starting dose in an 83 year old", {"pain.md": f"# Pain\n\n## Morphine\n\n{table}"}))
    assert lines[0] == "Morphine: Age: > 80 years; Starting dose: 2.5 mg."


def test_all_items_below_a_lead_in_are_told(ask: Ask) -> None:
    lines = said(ask("Who must not be given gentamicin?", {"formulary.md": LIMITS}))
    assert sum(line.startswith("Do not give gentamicin to patients with: ") for line in lines) == 3


def test_the_hospitals_own_rule_comes_before_one_that_answers_as_well(ask: Ask) -> None:
    rule = "Enoxaparin {} mg once daily prevents thrombosis in medical patients"
    shipped = digest("heparin", f"## Dosing\n\n{rule.format(40)} [@g].")
    questions = "- begins: Enoxaparin 40 mg\n  asked: [How much enoxaparin for prevention?]\n"
    own = f"# About heparin\n\n## Dosing\n\n{rule.format(60)}.\n"
    texts = {"heparin.md": shipped, "heparin.questions.yaml": questions, "own.md": own}
    assert "60 mg" in said(ask("enoxaparin dose to prevent thrombosis", texts))[0]


def _handbook(**days: int) -> str:
    """A chapter for each operation, all with the same headings."""
    chapters = (
        f"## {name}\n\n### Drain\n\nThe wound drain comes out on day {day}.\n\n### Going home\n\nThe usual stay on the ward "
        f"is {day + 2} nights.\n\n### Prophylaxis\n\nCefuroxime {day}50 mg at induction.\n"
        for name, day in days.items()
    )
    return "# Handbook of the ward\n\n" + "\n".join(chapters)


def test_what_is_said_of_one_operation_is_told_with_it_and_of_another_not_at_all(ask: Ask) -> None:
    handbook = {"handbook.md": _handbook(Nephrectomy=3, Parotidectomy=2, Splenectomy=5)}
    lines = said(ask("When does the wound drain come out after parotidectomy?", handbook))
    assert lines[0] == "Parotidectomy: The wound drain comes out on day 2."
    assert not any("Nephrectomy" in line or "Splenectomy" in line for line in lines)


def test_where_no_operation_is_named_each_statement_names_its_own(ask: Ask) -> None:
    handbook = {"handbook.md": _handbook(Nephrectomy=3, Parotidectomy=2, Splenectomy=5)}
    lines = said(ask("On which day does the wound drain come out?", handbook))
    assert all(line.startswith(("Nephrectomy", "Parotidectomy", "Splenectomy")) for line in lines)


def test_a_section_that_is_headed_by_what_is_asked_answers_though_its_words_are_others(ask: Ask) -> None:
    handbook = {"handbook.md": _handbook(Nephrectomy=3, Parotidectomy=2, Splenectomy=5)}
    assert said(ask("prophylaxis before splenectomy", handbook))[0] == (
        "Splenectomy, Prophylaxis: Cefuroxime 550 mg at induction."
    )
