"""What may happen on a drug, what comes of it, and what an answer gives."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand


def meant(message: str, before: Before, glossary: Glossary) -> str:
    return understand(message, before, glossary).text


RIVAROXABAN = Before(["What is the dose of rivaroxaban in atrial fibrillation?"])


@pytest.mark.parametrize(
    "message", ["if she has cirrhosis?", "and if she's pregnant", "what if he is 80", "if he gets better?"]
)
def test_what_somebody_has_or_is_does_not_happen_on_the_drug(message: str, glossary: Glossary) -> None:
    assert not meant(message, RIVAROXABAN, glossary).startswith("How is")


def test_without_a_drug_nothing_happens_on_one(glossary: Glossary) -> None:
    assert " on " not in meant("and if she bleeds?", Before(["How is gout treated?"]), glossary)


@pytest.mark.parametrize(
    "message", ["and if she bleeds?", "what if he's bleeding", "if the patient starts to bleed, what then?"]
)
def test_bleeding_on_an_anticoagulant_is_to_be_reversed(message: str, glossary: Glossary) -> None:
    assert meant(message, RIVAROXABAN, glossary) == "How is bleeding on rivaroxaban reversed?"


@pytest.mark.parametrize(("message", "asked"), [
    ("and if she gets a rash?", "How is rash on allopurinol treated?"), ("what if he vomits", "How is vomiting on allopurinol treated?"),
    ("if he develops hyponatraemia", "How is hyponatraemia on allopurinol treated?"),
])  # fmt: skip
def test_what_happens_on_a_drug_is_treated_whatever_that_is_given_for(
    message: str, asked: str, glossary: Glossary
) -> None:
    assert meant(message, Before(["What is the dose of allopurinol in gout?"]), glossary) == asked


def test_a_harm_is_asked_of_the_drug_and_not_of_the_illness(glossary: Glossary) -> None:
    before = Before(["SGLT2 inhibitor in heart failure HFrEF?"])
    assert meant("DKA risk?", before, glossary) == "What is the risk of DKA with SGLT2 inhibitor?"


def test_a_setting_after_a_risk_is_one_of_the_drug(glossary: Glossary) -> None:
    before = Before(["What is the risk of DKA with SGLT2 inhibitor?"])
    assert meant("before surgery", before, glossary) == "SGLT2 inhibitor before surgery?"


def test_of_two_drugs_the_one_that_was_typed_last_is_asked_about(glossary: Glossary) -> None:
    before = Before(
        ["lactulose dose HE", "When add rifaximin with lactulose, in hepatic encephalopathy?"],
        ["lactulose dose HE", "and when add rifaximin"],
    )
    assert meant("dose of that", before, glossary) == "What is the dose of rifaximin in hepatic encephalopathy?"


@pytest.mark.parametrize(
    ("message", "asked"), [("can it be cured", "Can asthma be cured?"), ("what sets it off", "What sets asthma off?")]
)
def test_what_is_cured_or_set_off_is_an_illness(message: str, asked: str, glossary: Glossary) -> None:
    before = Before(["What are the side effects of salbutamol in asthma?"])
    assert meant(message, before, glossary) == asked


def test_all_drugs_to_be_stopped_are_not_the_one_spoken_of_last(glossary: Glossary) -> None:
    before = Before(["Should patiromer be used in hyperkalaemia?"])
    assert "patiromer" not in meant("which drugs should I stop", before, glossary)


def test_who_goes_back_to_an_illness_leaves_the_one_spoken_of_since(glossary: Glossary) -> None:
    before = Before(
        ["How is gout treated?", "What is the dose of colchicine in gout?", "Atrial fibrillation: which anticoagulant?",
         "What is the dose of anticoagulant in atrial fibrillation?"],
        ["How is gout treated?", "dose?", "what about atrial fibrillation: which anticoagulant?", "dose"],
    )  # fmt: skip
    found = meant("back to the gout: prophylaxis?", before, glossary)
    assert "gout" in found
    assert "atrial fibrillation" not in found


@pytest.mark.parametrize("said", [
    ["Zoledronic acid is not given with a clearance below 35 mL/min.", "Denosumab is given instead."],
    ["Nephrotoxic drugs are stopped first.", "Denosumab is given then."],
])  # fmt: skip
def test_what_an_answer_bars_or_leaves_without_a_name_is_not_what_it_gives(said: list[str], glossary: Glossary) -> None:
    before = Before(["Which drug is given in osteoporosis?"], said=said)
    assert "denosumab" in meant("when must it not be used?", before, glossary)


def test_the_drug_of_choice_may_stand_late_in_a_long_answer(glossary: Glossary) -> None:
    first = [f"Kidney function is checked ({n})." for n in range(8)]
    before = Before(
        ["What is the drug of choice in hepatorenal syndrome?"],
        said=[*first, "Terlipressin is the vasoconstrictor of choice."],
    )
    assert "terlipressin" in meant("when must it not be used?", before, glossary)


@pytest.mark.parametrize(
    "message", ["and if we don't have it?", "not available", "we've run out of it", "what if it's out of stock"]
)
def test_what_is_not_there_is_replaced(message: str, glossary: Glossary) -> None:
    before = Before(["Is terlipressin given in hepatorenal syndrome?"])
    assert (
        meant(message, before, glossary) == "What is given in hepatorenal syndrome when terlipressin is not available?"
    )


def test_values_of_the_patient_are_nothing_to_choose_from(glossary: Glossary) -> None:
    before = Before(
        ["osteoporosis 68F T-score -2.8 first drug", "Osteoporosis 68F T-score -2.8 first drug, with eGFR 28?"]
    )
    assert meant("so which one", before, glossary).startswith("Which drug is given, in osteoporosis")
