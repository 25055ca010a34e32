"""Questions as busy clinicians type them: values and nothing else, what next, for whom it is not."""

from __future__ import annotations

import pytest

from service.answer import Answer, Status, statements_of
from tests.fakes import digest
from tests.service.conftest import Ask

SOURCE = {"g": {"doi": "10.1000/x"}}


def texts_of(answer: Answer) -> list[str]:
    return [statement.text for statement in statements_of(answer)]


PREGNANCY = (
    "## Diagnosis\n\nHypertension is a blood pressure of ≥140/90 mmHg [@g].\n\n"
    "## Recommendations\n\nIn hypertension of ≥140/90 mmHg a thiazide is recommended [@g].\n"
    "Hypertension in pregnancy aims at a blood pressure below 140/90 mmHg [@g].\n"
    "A blood pressure of 160/110 mmHg or more in pregnancy warrants immediate drug treatment [@g]."
)


@pytest.mark.parametrize(
    "question",
    [
        "BP 165/100 at 34 weeks",
        "34/40, BP 168/112",
        "Lady 34 weeks pregnant, BP 162/112, what now?",
        "BP 170/115 at 30 weeks. What should I do next?",
    ],
)
def test_what_cannot_wait_comes_first_where_values_are_only_told(ask: Ask, question: str) -> None:
    told = texts_of(ask(question, {"text.md": digest("text", PREGNANCY, **SOURCE)}))
    assert told[0].startswith("A blood pressure of 160/110")
    assert not any("thiazide" in text for text in told)


STROKE = (
    "## Recommendations\n\nWithout thrombolysis, a blood pressure below 220/120 mmHg in ischaemic stroke is not treated [@g].\n"
    "Before thrombolysis for ischaemic stroke, blood pressure above 185/110 mmHg is lowered [@g]."
)


def test_what_is_said_of_those_without_the_treatment_is_no_answer_on_it(ask: Ask) -> None:
    answer = ask("Stroke with BP 200/115, can I give thrombolysis?", {"text.md": digest("text", STROKE, **SOURCE)})
    assert texts_of(answer)[0].startswith("Before thrombolysis")


KIDNEY = (
    "## Recommendations\n\nIn chronic kidney disease without diabetes, an SGLT2 inhibitor is the recommended drug [@g].\n"
    "In chronic kidney disease and type 2 diabetes, metformin with an SGLT2 inhibitor is recommended [@g]."
)


@pytest.mark.parametrize("question", ["Which drug in CKD with T2DM?", "Which drug is recommended in CKD and diabetes?"])
def test_what_holds_without_the_patients_condition_comes_later(ask: Ask, question: str) -> None:
    assert texts_of(ask(question, {"text.md": digest("text", KIDNEY, **SOURCE)}))[0].startswith(
        "In chronic kidney disease and"
    )


VARICES = (
    "## Recommendations\n\nAfter an episode of bleeding, carvedilol and banding of oesophageal varices are combined [@g].\n"
    "To prevent a first bleed, carvedilol is preferred to banding of oesophageal varices [@g]."
)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Carvedilol or banding for oesophageal varices that never bled?", "To prevent a first"),
        ("Carvedilol or banding of oesophageal varices after a second bleed?", "After an episode"),
    ],
)
def test_a_first_episode_and_a_later_one_are_kept_apart(ask: Ask, question: str, begins: str) -> None:
    assert texts_of(ask(question, {"text.md": digest("text", VARICES, **SOURCE)}))[0].startswith(begins)


def test_the_range_that_a_value_lies_in_comes_before_what_holds_for_all_above(ask: Ask) -> None:
    body = (
        "## Definition\n\nAcute kidney injury is a creatinine of ≥1.5 times baseline [@g].\n"
        "Acute kidney injury stage 2 is a creatinine of 2.0–2.9 times baseline [@g].\n"
        "Acute kidney injury stage 3 is a creatinine of ≥3 times baseline [@g]."
    )
    answer = ask(
        "creatinine from 80 to 190, which stage of acute kidney injury?", {"text.md": digest("text", body, **SOURCE)}
    )
    assert "stage 2" in texts_of(answer)[0]


def test_a_drug_is_not_answered_from_another_condition(ask: Ask) -> None:
    body = "## Evidence\n\n" + "\n".join(
        f"Tranexamic acid {verb} gastrointestinal bleeding in {count} adults [@g]."
        for verb, count in (
            ("did not improve", 900),
            ("was tried in", 120),
            ("did not shorten", 60),
            ("was safe in", 30),
        )
    )
    answer = ask("tranexamic acid in major trauma", {"text.md": digest("text", body, **SOURCE)})
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert "trauma" in answer.not_found


def test_a_feverish_infant_is_admitted_before_it_is_given_paracetamol(ask: Ask) -> None:
    body = (
        "## Recommendations\n\nA baby aged 2 months may have one dose of paracetamol for fever [@g].\n"
        "Infants under 3 months with a fever are admitted and have blood taken [@g]."
    )
    answer = ask("fever 39 in 2 month old", {"text.md": digest("text", body, **SOURCE)})
    assert texts_of(answer)[0].startswith("Infants under 3 months")


def test_a_limit_of_the_procedure_asked_about_is_told_to_whom_it_does_not_hold_for(ask: Ask) -> None:
    body = (
        "## Contraindications\n\nA Child-Pugh score above 13 points is a contraindication to TIPS in cirrhosis [@g].\n"
        "Encephalopathy was associated with Child-Pugh class C after TIPS in cirrhosis [@g]."
    )
    answer = ask("Child-Pugh C13 cirrhosis, is TIPS contraindicated?", {"text.md": digest("text", body, **SOURCE)})
    assert texts_of(answer)[0].startswith("A Child-Pugh score above 13")


def test_what_is_known_of_a_related_illness_still_answers(ask: Ask) -> None:
    body = (
        "## Diagnosis\n\nA lumbar puncture is considered for subarachnoid haemorrhage after a negative CT at more than 6 hours [@g].\n"
        "Thunderclap headache is a red flag of subarachnoid haemorrhage [@g]."
    )
    answer = ask(
        "thunderclap headache, CT negative, lumbar puncture needed?", {"text.md": digest("text", body, **SOURCE)}
    )
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)


def test_how_much_of_one_thing_is_not_answered_by_a_dose_of_another(ask: Ask) -> None:
    body = (
        "## Treatment\n\nPrednisolone 30 mg is given daily in a COPD exacerbation [@g].\n"
        "Oxygen in a COPD exacerbation is given at 2 to 3 L/min to a saturation of 88 to 92% [@g]."
    )
    answer = ask("SpO2 86% in a COPD exacerbation, how much oxygen", {"text.md": digest("text", body, **SOURCE)})
    assert texts_of(answer)[0].startswith("Oxygen")
