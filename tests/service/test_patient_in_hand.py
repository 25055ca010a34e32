"""What was told of a patient in one turn holds for the drug that is asked about in the next."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.analysis.taken import drugs_asked, taken_already
from service.answer import Answer, Status, statements_of
from service.library import Library
from service.patient_details import details_of
from tests.fakes import digest
from tests.service.conftest import LibraryOf
from tests.service.talking import talk

TEXTS = {
    "apixaban.md": digest(
        "apixaban in atrial fibrillation",
        "## Dose\n\nApixaban 5 mg twice daily is recommended in atrial fibrillation [@g].\n"
        "Apixaban in atrial fibrillation is lowered to 2.5 mg twice daily at an age of 80 years or more [@g].",
        g={"doi": "10.1000/apixaban"},
    ),
    "bleeding.md": digest(
        "bleeding with anticoagulants",
        "## Other drugs\n\nNSAIDs are avoided beside anticoagulants, since bleeding becomes more frequent [@g].\n"
        "Ibuprofen 400 mg is recommended for a headache [@g].",
        g={"doi": "10.1000/bleeding"},
    ),
    "heart.md": digest(
        "heart failure",
        "## Drugs\n\nDiltiazem is avoided in heart failure, which it makes worse [@g].\n"
        "Bisoprolol is recommended in heart failure [@g].",
        g={"doi": "10.1000/heart"},
    ),
    "rate.md": digest(
        "rate control in atrial fibrillation",
        "## Rate control\n\nDiltiazem is recommended for rate control in atrial fibrillation [@g].\n"
        "Digoxin for rate control in atrial fibrillation is given at 62.5 micrograms a day [@g].",
        g={"doi": "10.1000/rate"},
    ),
    "status.md": digest(
        "status epilepticus",
        "## Doses\n\nLorazepam 4 mg intravenously is recommended first in status epilepticus [@g].\n"
        "Levetiracetam 60 mg/kg is recommended in status epilepticus after a benzodiazepine [@g].",
        g={"doi": "10.1000/status"},
    ),
}
APIXABAN = "Apixaban dose in atrial fibrillation in a man of 83, 58 kg?"


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def first(answer: Answer) -> str:
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    return statements_of(answer)[0].text


def test_the_drug_before_is_not_what_is_said_of_the_one_that_is_asked_about(library: Library) -> None:
    *_, answer = talk(library, APIXABAN, "Is ibuprofen safe for him as well?")
    assert "apixaban" not in first(answer).lower()


def test_what_is_said_of_both_by_their_classes_comes_first(library: Library) -> None:
    *_, answer = talk(library, APIXABAN, "Is ibuprofen safe for him as well?")
    assert "NSAIDs are avoided beside anticoagulants" in first(answer)


def test_a_drug_beside_another_of_which_nothing_is_said_together_is_named_as_not_found(library: Library) -> None:
    *_, answer = talk(library, "Digoxin dose in atrial fibrillation, 70M?", "Is ibuprofen safe for him as well?")
    assert answer.bottom_line is None
    assert any("ibuprofen" in name for name in answer.not_found)


def test_an_illness_told_before_bars_the_drug_that_is_asked_about(library: Library) -> None:
    *_, answer = talk(
        library, "68M, heart failure, EF 30%. Is bisoprolol recommended?", "and is diltiazem ok for his fast AF?"
    )
    assert "Diltiazem is avoided in heart failure" in first(answer)


def test_what_was_given_already_is_not_what_is_asked_about(library: Library) -> None:
    (answer,) = talk(library, "Status epilepticus, 24F, 60 kg, lorazepam given twice. Levetiracetam dose?")
    assert "60 mg/kg" in first(answer)


@pytest.mark.parametrize(
    "text",
    [
        "On apixaban for AF, needs a lumbar puncture. How long after the last dose?",
        "Can apixaban be given with rifampicin?",
        "K 5.9 on spironolactone and ramipril, what do I do?",
        "Man with cellulitis, on methotrexate for psoriasis. What about the methotrexate?",
        "restarting apixaban in someone on dialysis",
    ],
)
def test_a_drug_that_is_asked_about_is_not_only_taken(text: str, glossary: Glossary) -> None:
    assert not taken_already(analyse(text, glossary))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Status epilepticus, lorazepam given twice. Levetiracetam dose?", ["levetiracetam"]),
        ("30F, Crohn's disease, on azathioprine, wants MMR. Allowed?", ["MMR vaccine"]),
        ("On warfarin and amiodarone, INR 5, can he have fluconazole?", ["fluconazole"]),
        ("naproxen for gout in someone on apixaban with CKD 3b", ["naproxen"]),
        ("ibuprofen for a patient who is already taking warfarin?", ["ibuprofen"]),
    ],
)
def test_a_drug_that_is_taken_leaves_the_other_to_be_asked_about(
    text: str, asked: list[str], glossary: Glossary
) -> None:
    assert [entry.term for entry in drugs_asked(analyse(text, glossary))] == asked


def test_people_of_an_age_in_general_are_no_patient() -> None:
    assert not details_of(["Is metformin safe in patients aged 80?"])


def test_an_age_and_weight_in_what_is_asked_are_the_patients() -> None:
    assert details_of([APIXABAN]).listed() == ["age 83", "male", "weight 58 kg"]


@pytest.mark.parametrize("text", ["71F, no cirrhosis, EF 30%. What now?", "71F, suspected gout, eGFR 40. What now?"])
def test_an_illness_that_is_denied_or_only_suspected_is_no_detail(text: str) -> None:
    assert not details_of([text]).conditions


def test_illnesses_in_a_list_of_details_are_the_patients() -> None:
    found = details_of(["71F, osteoporosis, hip fracture last month, creatinine clearance 28. Alendronate?"])
    assert found.conditions == ("osteoporosis", "hip fracture")


def test_her_mother_is_another_patient() -> None:
    assert details_of(["Woman of 45 with asthma. Treat?", "And her mum, who's 82 with TSH 8?"]).age == "82"


def test_a_measure_that_changes_by_the_hour_is_not_held_against_later_answers() -> None:
    found = details_of(["68M, EF 30%, K 5.9, eGFR 40. Spironolactone?"])
    assert {value.measure for value in found.values} == {"age", "ejection_fraction", "gfr"}


def test_what_a_question_gives_itself_takes_the_place_of_what_was_told(glossary: Glossary) -> None:
    patient = details_of(["68M, 80 kg, eGFR 40. Metformin?"])
    values = {value.measure: value.value for value in analyse("and at an eGFR of 25?", glossary).of(patient).values}
    assert values["gfr"] == 25
    assert values["weight"] == 80
