"""What is asked in a word or two is asked outright, as a clinician would type it where nothing had been said before."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand


def meant(message: str, before: Before, glossary: Glossary) -> str:
    return understand(message, before, glossary).text


def after(glossary: Glossary, *turns: str, said: tuple[str, ...] = ()) -> str:
    """What the last of ``turns`` means after the others."""
    asked: list[str] = []
    for place, message in enumerate(turns):
        asked.append(meant(message, Before(asked, turns[:place], said if asked else ()), glossary))
    return asked[-1]


@pytest.mark.parametrize(("message", "asked"), [
    ("any interactions?", "Which drugs interact with enoxaparin?"),
    ("drug interactions", "Which drugs interact with enoxaparin?"),
    ("what are the side effects?", "What are the side effects of enoxaparin?"),
    ("contraindications", "What are the contraindications to enoxaparin?"),

])  # fmt: skip
def test_what_holds_of_a_drug_is_asked_of_it_whatever_it_is_given_for(
    message: str, asked: str, glossary: Glossary
) -> None:
    assert meant(message, Before(["How is enoxaparin dosed in pulmonary embolism?"]), glossary) == asked


@pytest.mark.parametrize(("message", "asked"), [
    ("dose?", "What is the dose of allopurinol in gout?"),
    ("starting dose", "What is the starting dose of allopurinol in gout?"),
    ("max per day?", "What is the maximum dose of allopurinol in gout?"),
    ("for how long?", "How long is allopurinol given in gout?"),
])  # fmt: skip
def test_its_use_is_asked_about_in_what_it_is_given_for(message: str, asked: str, glossary: Glossary) -> None:
    assert meant(message, Before(["Should allopurinol be given in gout?"]), glossary) == asked


@pytest.mark.parametrize(("message", "asked"), [
    ("and treated?", "How is sepsis treated?"), ("diagnosis", "How is sepsis diagnosed?"),
    ("symptoms?", "What are the symptoms of sepsis?"), ("second line?", "What is the second-line treatment of sepsis?"),
])  # fmt: skip
def test_an_illness_is_asked_about_in_a_sentence(message: str, asked: str, glossary: Glossary) -> None:
    assert meant(message, Before(["What causes sepsis?"]), glossary) == asked


def test_an_aspect_keeps_the_setting_behind_it(glossary: Glossary) -> None:
    found = meant("dose in children?", Before(["Should paracetamol be given in migraine?"]), glossary)
    assert found == "What is the dose of paracetamol in migraine in children?"


def test_a_reason_is_not_asked_outright(glossary: Glossary) -> None:
    assert "why" in meant("why?", Before(["Should allopurinol be given in gout?"]), glossary)


@pytest.mark.parametrize("message", ["sorry, I meant the dose", "no, I meant contraindications"])
def test_another_aspect_takes_the_place_of_the_one_that_was_asked_about(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["How is warfarin monitored?"]), glossary)
    assert "warfarin" in found
    assert "monitored" not in found


@pytest.mark.parametrize("message", ["later?", "and during treatment?", "long term"])
def test_after_the_tests_at_the_start_come_those_during_treatment(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["Which baseline tests are needed before starting methotrexate?"]), glossary)
    assert "methotrexate" in found
    assert "monitored" in found


def test_after_so_and_so_long_comes_the_end_of_it(glossary: Glossary) -> None:
    found = meant("and then?", Before(["How long is alendronate given in osteoporosis?"]), glossary)
    assert found == "What is done after stopping alendronate in osteoporosis?"


@pytest.mark.parametrize("message", ["colchicine?", "and colchicine?", "what about colchicine"])
def test_a_drug_after_an_illness_is_asked_about_in_it(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["How is gout treated?"]), glossary)
    assert found.startswith("Should colchicine be used in gout")


def test_of_two_kinds_of_one_illness_one_is_asked_about(glossary: Glossary) -> None:
    asked = "Which drugs are given in heart failure with reduced ejection fraction?"
    found = meant("and with preserved ejection fraction?", Before([asked]), glossary)
    assert "preserved" in found
    assert "reduced" not in found


def test_one_kind_of_drug_after_another_is_no_part_of_the_next_question(glossary: Glossary) -> None:
    found = after(glossary, "Which antibiotic is given in variceal bleeding?", "which vasoconstrictor?")
    assert "antibiotic" not in found
    assert "variceal bleeding" in found


@pytest.mark.parametrize("message", [
    "can someone on methotrexate have it?", "could a patient with asthma take it", "can people on prednisolone use it?",
])  # fmt: skip
def test_what_a_person_is_given_is_the_drug_asked_about(message: str, glossary: Glossary) -> None:
    assert "ibuprofen" in meant(message, Before(["What is the dose of ibuprofen?"]), glossary)


def test_what_the_patient_is_allergic_to_is_no_topic(glossary: Glossary) -> None:
    found = after(glossary, "Treatment of syphilis in an adult", "allergic to penicillin", "and the dose?")
    assert "dose of penicillin" not in found.lower()


@pytest.mark.parametrize(("message", "asked"), [
    ("monitoring?", "How is hydroxycarbamide monitored in sickle cell disease?"),
    ("from when?", "When is hydroxycarbamide started in sickle cell disease?"),
    ("until when?", "Until when is hydroxycarbamide given in sickle cell disease?"),
])  # fmt: skip
def test_when_and_how_it_is_watched_is_asked_in_what_it_is_given_for(
    message: str, asked: str, glossary: Glossary
) -> None:
    assert meant(message, Before(["Is hydroxycarbamide given in sickle cell disease?"]), glossary) == asked


def test_a_whole_question_behind_how_long_stays_whole(glossary: Glossary) -> None:
    found = meant("how long before surgery should it be stopped?", Before(["Is apixaban safe in pregnancy?"]), glossary)
    assert found.startswith("How long before surgery should apixaban be stopped")


def test_they_are_the_drugs_that_the_answer_names(glossary: Glossary) -> None:
    before = Before(["How is migraine treated?"], said=["Ibuprofen or sumatriptan is given in an attack of migraine."])
    found = meant("can they be used in CKD?", before, glossary)
    assert "ibuprofen" in found.lower()
    assert "sumatriptan" in found


def test_a_heading_is_said_again_with_what_is_asked(glossary: Glossary) -> None:
    assert meant("how often?", Before(["HCC screening"]), glossary) == "HCC screening, how often?"


@pytest.mark.parametrize("message", [
    "what should she not take with it?", "which drugs must not be given with it", "and anything to avoid with that?",
    "what can't he have with it",
],
)  # fmt: skip
def test_what_is_not_taken_with_a_drug_are_its_interactions(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["What is the dose of levothyroxine in hypothyroidism?"]), glossary)
    assert found == "Which drugs interact with levothyroxine?"


@pytest.mark.parametrize(("message", "expected"), [
    ("maintenance dose?", "What is the maintenance dose of digoxin in atrial fibrillation?"),
    ("loading dose", "What is the loading dose of digoxin in atrial fibrillation?"),
])  # fmt: skip
def test_another_dose_is_no_part_of_the_one_that_was_asked(message: str, expected: str, glossary: Glossary) -> None:
    asked = "What is the starting dose of digoxin in atrial fibrillation?"
    assert meant(message, Before([asked]), glossary) == expected


def test_what_a_value_means_is_not_what_a_drug_is_given_for(glossary: Glossary) -> None:
    found = meant("maintenance dose?", Before(["Patiromer for potassium of 6.1?"]), glossary)
    assert found == "What is the maintenance dose of patiromer?"


def test_a_procedure_is_not_given_for_so_and_so_long(glossary: Glossary) -> None:
    found = meant("for how long?", Before(["Is splenectomy useful in sickle cell disease?"]), glossary)
    assert "splenectomy given" not in found


@pytest.mark.parametrize(
    "message", ["how long does he stay?", "how long must she be watched?", "how long does the patient stay in"]
)
def test_somebody_is_watched_whatever_they_take(message: str, glossary: Glossary) -> None:
    asked = "How much adrenaline is given in anaphylaxis?"
    assert meant(message, Before([asked]), glossary) == "How long is a patient observed after anaphylaxis?"


def test_who_stays_stays_no_drug(glossary: Glossary) -> None:
    assert "stay bisoprolol" not in meant("how long does he stay?", Before(["Can bisoprolol be given?"]), glossary)


def test_what_is_done_may_have_a_dose(glossary: Glossary) -> None:
    found = meant("dose?", Before(["Is thrombolysis useful in pulmonary embolism?"]), glossary)
    assert found == "What is the dose of thrombolysis in pulmonary embolism?"
