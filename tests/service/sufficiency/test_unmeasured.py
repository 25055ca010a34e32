"""A question that wants a quantity is answered only where a sentence has one of the kind for all that is asked about."""

from __future__ import annotations

import pytest

from service.answer import Answer, Audience, Status, statements_of
from service.consultation import Consultation
from service.library import Library
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "cancer.md": digest(
        "hepatocellular carcinoma",
        "## Surveillance\n\n"
        "Surveillance of hepatocellular carcinoma in cirrhosis is by ultrasound every 6 months [@g].\n"
        "MRI for surveillance of hepatocellular carcinoma in cirrhosis is more sensitive than ultrasound and not used in every patient [@g].\n"
        "Partial splenic embolisation raises platelet counts in cirrhosis [@g].\n"
        "Partial splenic embolisation in cirrhosis was followed by an abscess in 4% of patients [@g].",
        g={"doi": "10.1000/hcc"},
    ),
    "amiodarone.md": digest(
        "amiodarone",
        "## Interactions\n\n"
        "The effect of warfarin rises with amiodarone, so the INR is checked weekly for at least 7 weeks [@g].\n"
        "St John's wort lowers levels of amiodarone [@g].",
        g={"doi": "10.1000/amio"},
    ),
}


UTI = {
    "uti.md": digest(
        "urinary tract infection",
        "## Treatment\n\n"
        "Nitrofurantoin for cystitis in women is given for 5 to 7 days [@g].\n"
        "The United States label of nitrofurantoin states that nitrofurantoin is not indicated for pyelonephritis or perinephric abscess [@g].\n"
        "Cefalexin for pyelonephritis in adults is given by mouth [@g].\n"
        "Adding cefalexin to gentamicin is not recommended in pyelonephritis [@g].",
        g={"doi": "10.1000/uti"},
    ),
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def ask(library: Library, question: str) -> Answer:
    return library.consult(Consultation(question, "c"))


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("How many patients with cirrhosis die after partial splenic embolisation?", "how many, or how often: "),
        (
            "How often should MRI be repeated in cirrhosis with a nodule?",
            "how often: magnetic resonance imaging and cirrhosis",
        ),
        ("St John's wort washout before amiodarone, how many weeks?", "how long: St John's wort and amiodarone"),
    ],
)
def test_what_is_near_and_has_no_such_quantity_is_no_answer(library: Library, question: str, missing: str) -> None:
    answer = ask(library, question)
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found[0].startswith(missing)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How often is ultrasound done for surveillance of hepatocellular carcinoma in cirrhosis?", "every 6 months"),
        ("How many patients with cirrhosis have an abscess after partial splenic embolisation?", "4%"),
        ("For how many weeks is the INR checked when amiodarone is given with warfarin?", "7 weeks"),
    ],
)
def test_its_twin_is_answered(library: Library, question: str, said: str) -> None:
    answer = ask(library, question)
    assert answer.status is Status.ANSWERED
    assert said in statements_of(answer)[0].text


def test_what_rules_the_drug_out_is_said_where_its_quantity_is_not(library_of: LibraryOf) -> None:
    answer = ask(library_of(UTI), "33F with pyelonephritis, going home on nitrofurantoin: how many days?")
    assert answer.status is Status.PARTIAL
    assert [said.text for said in statements_of(answer)] == [
        "The United States label of nitrofurantoin states that nitrofurantoin is not indicated for pyelonephritis or perinephric abscess."
    ]
    assert answer.not_found
    assert "against giving the drug" in answer.notices[0].text


def test_what_is_ruled_out_beside_another_is_not_said_to_be(library_of: LibraryOf) -> None:
    answer = ask(library_of(UTI), "40F with pyelonephritis, sent home on gentamicin: how many days?")
    assert answer.status is Status.INSUFFICIENT_EVIDENCE


CASES = {
    "gout.md": digest(
        "gout",
        "## Treatment\n\n"
        "Allopurinol for gout starts at 100 mg daily [@g].\n"
        "Colchicine for gout flares is given at 0.5 mg two to four times daily [@g].",
        g={"doi": "10.1000/gout"},
    ),
    "asthma.md": digest(
        "asthma",
        "## Treatment\n\nInhaled corticosteroids are the treatment of asthma [@g].\nAsthma is common [@g].",
        g={"doi": "10.1000/asthma"},
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "64M new gout, stable asthma. starting dose of allopurinol?",
        "gout, diabetes no, asthma. dose of allopurinol?",
        "gout, diabetes: nil. starting dose of allopurinol?",
    ],
)
def test_an_illness_that_is_only_told_or_denied_needs_no_dose_of_its_own(library_of: LibraryOf, question: str) -> None:
    answer = ask(library_of(CASES), question)
    assert "100 mg daily" in statements_of(answer)[0].text


@pytest.mark.parametrize(
    "question",
    [
        "64M new gout, cirrhosis, bisoprolol 2.5. starting dose of allopurinol?",
        "64M asthma, diabetes, bisoprolol 2.5. starting dose of allopurinol?",
        "gout on dialysis, asthma. starting dose of febuxostat?",
    ],
)
def test_what_changes_doses_and_the_very_drug_stay_asked(library_of: LibraryOf, question: str) -> None:
    answer = ask(library_of(CASES), question)
    assert answer.status is not Status.ANSWERED


BONES = (
    digest(
        "osteoporosis",
        "## What helps\n\n"
        "If you may have osteoporosis, your doctor may send you for a bone density scan, which does not hurt [@g].\n"
        "A bone density scan is done again every 2 years if you take steroids [@g].\n"
        "A blood count is done if you have osteoporosis [@g].",
    )
    .replace("audience: clinician", "audience: patient")
    .replace("kind: digest", "kind: patient")
)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("How often is a bone density scan done again if I take steroids?", True),
        ("How often is a blood count done if I have osteoporosis?", False),
    ],
)
def test_a_text_for_patients_is_held_to_it_too(library_of: LibraryOf, question: str, answered: bool) -> None:
    answer = library_of({"bones.md": BONES}).consult(Consultation(question, "c", (), Audience.PATIENT))
    assert (answer.status is Status.ANSWERED) is answered


def test_what_is_told_before_the_very_drug_need_not_stand_beside_its_dose(library_of: LibraryOf) -> None:
    answer = ask(library_of(CASES), "Gout, he limps, groans and swears at everybody here. How much colchicine?")
    assert "0.5 mg two to four times daily" in statements_of(answer)[0].text
