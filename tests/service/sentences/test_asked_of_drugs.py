"""What is asked of a drug besides its dose: told by the words of a question, and by those of a sentence."""

from __future__ import annotations

import pytest

from service.sentences.asked_of_drugs import MATTERS, asked_of, says
from service.sentences.expected import expects

(
    REVERSAL,
    MISSED,
    SWITCH,
    AGAIN,
    PROCEDURE,
    WHETHER,
    TAPER,
    HIGHEST,
    INSTEAD,
    BRIDGING,
    OVERDOSE,
    TOXIC,
    TUBE,
    MILK,
    PREGNANCY,
) = MATTERS


@pytest.mark.parametrize(
    "question",
    [
        "What is the dose of apixaban?",
        "Is carvedilol better than propranolol?",
        "How does metformin work?",
        "Which antibiotic is given in cellulitis?",
        "Since it is the drug of choice in pregnancy, what is its main danger?",
    ],
)
def test_a_question_without_such_a_matter_asks_for_none(question: str) -> None:
    assert asked_of(question) == ()


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("How to reverse dabigatran?", REVERSAL),
        ("antidote for edoxaban", REVERSAL),
        ("patient forgot a dose of edoxaban", MISSED),
        ("missed denosumab injection, what now", MISSED),
        ("switch from ramipril to sacubitril, washout?", SWITCH),
        ("converting enoxaparin to warfarin", SWITCH),
        ("when can I restart metformin after the CT?", AGAIN),
        ("next dose of dalteparin after an epidural", AGAIN),
        ("when do I stop dapagliflozin before a hip operation", PROCEDURE),
        ("rivaroxaban before tooth extraction: hold?", PROCEDURE),
        ("propranolol, systolic 80: stop?", WHETHER),
        ("should methotrexate be stopped during an infection", WHETHER),
        ("weaning prednisolone in giant cell arteritis", TAPER),
        ("max daily dose of furosemide", HIGHEST),
        ("maximum of paracetamol at 40 kg, daily amount", HIGHEST),
        ("spironolactone gynaecomastia alternative", INSTEAD),
        ("bridging warfarin with a mechanical valve", BRIDGING),
        ("toxic dose of theophylline?", TOXIC),
        ("how many mg of flecainide are lethal", TOXIC),
        ("at what dose does iron become dangerous", TOXIC),
        ("sertraline while breast feeding", MILK),
        ("Statin in pregnancy?", PREGNANCY),
    ],
)
def test_a_clinicians_shorthand_is_told(question: str, missing: object) -> None:
    assert missing in asked_of(question)


@pytest.mark.parametrize(
    ("matter", "text"),
    [
        (PROCEDURE, "Stopping edoxaban too early raises the risk of thrombosis."),
        (PROCEDURE, "Withdrawal of tacrolimus was stopped early in the trial because of biopsy-proven rejection."),
        (MISSED, "Edoxaban is given at 60 mg once daily."),
        (TAPER, "Prednisolone 40 mg daily is an option."),
        (MILK, "Edoxaban is contraindicated in pregnancy."),
        (AGAIN, "Metformin is stopped before contrast at an eGFR of 30 to 60."),
        (TOXIC, "Adults at risk of paracetamol toxicity take at most 2 g a day."),
        (TOXIC, "In colchicine overdose, activated charcoal 50 g is given."),
        (TOXIC, "Theophylline is given at 200 mg twice daily, and toxicity is watched for."),
    ],
)
def test_a_sentence_beside_the_matter_does_not_say_it(matter: object, text: str) -> None:
    assert not says(matter, text)


@pytest.mark.parametrize(
    ("matter", "text"),
    [
        (MISSED, "When a leuprorelin injection was more than 2 weeks late, testosterone rose."),
        (REVERSAL, "Protamine 1 mg neutralises about 1 mg of enoxaparin."),
        (PROCEDURE, "Edoxaban is held for 2 full days before a procedure with a high bleeding risk."),
        (AGAIN, "Enoxaparin is given no sooner than 4 hours after the catheter is removed."),
        (TAPER, "Prednisolone is lowered gradually over 2 weeks."),
        (HIGHEST, "Furosemide rises to at most 160 mg a day."),
        (TOXIC, "An acute ingestion of more than 60 mg/kg of iron is treated in hospital."),
        (TOXIC, "Theophylline above 15 mg/kg may be fatal."),
        (TOXIC, "The lethal dose of colchicine is about 0.8 mg/kg."),
        (WHETHER, "Beta-blockers are continued unless systolic pressure falls below 90 mmHg."),
    ],
)
def test_a_sentence_that_says_it_is_told(matter: object, text: str) -> None:
    assert says(matter, text)


def test_what_is_asked_of_a_drug_is_expected_in_its_answer() -> None:
    test = expects("antidote for edoxaban")
    assert test is not None
    assert test("Edoxaban is reversed with prothrombin complex concentrate.")
    assert not test("Edoxaban is taken once daily.")


def test_how_long_it_is_kept_says_whether_it_is_stopped() -> None:
    assert not says(WHETHER, "Ramipril is a drug for high blood pressure.")
    assert says(WHETHER, "Drugs for high blood pressure are kept for life if they suit you.")


@pytest.mark.parametrize(
    "question",
    [
        "on apixaban, listed for a cholecystectomy. When do I stop it beforehand?",
        "still on prasugrel, hernia repair planned. How many days beforehand is it stopped?",
        "How long before a knee arthroplasty is aspirin stopped?",
        "op on Friday, takes rivaroxaban: how long before is it held?",
    ],
)
def test_how_long_before_an_operation_a_drug_is_stopped_is_asked_by_the_name_of_that(question: str) -> None:
    assert PROCEDURE in asked_of(question)


@pytest.mark.parametrize(
    "question",
    [
        "on warfarin, had a mastectomy last year. When can she stop it?",
        "on apixaban for a clot, when do we stop?",
        "when is propranolol stopped before it harms?",
    ],
)
def test_an_operation_of_old_or_none_asks_for_no_stopping_before_one(question: str) -> None:
    assert PROCEDURE not in asked_of(question)
