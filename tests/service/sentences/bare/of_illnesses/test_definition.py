"""What something is, is told by the sentence that says what kind of thing it is."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of
from tests.service.sentences.bare.telling import first_of, told


@pytest.mark.parametrize(
    "text",
    [
        "Cirrhosis is the most common cause of portal hypertension.",
        "Cirrhosis is often without symptoms for years.",
        "Cirrhosis is a complication of hepatitis C.",
        "Bleeding in cirrhosis is a sign of portal hypertension.",
        "If cirrhosis makes the liver stop working, a transplant is considered.",
        "Cirrhosis is caused by germs that harm the liver.",
        "In cirrhosis, bleeding in the gut is common.",
        "Decompensated cirrhosis is a stage with ascites or bleeding.",
    ],
)
def test_what_it_is_to_something_else_is_not_what_it_is(text: str) -> None:
    assert not answers("what is cirrhosis?", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is cirrhosis?", "Cirrhosis is a scarring of the liver that cannot be undone."),
        ("what is cirrhosis?", "Cirrhosis is scarring of the liver, and the scars stop it from working well."),
        ("what is banding?", "In banding, the doctor puts a small rubber ring around a swollen vein."),
        ("what does FAST stand for?", "The word FAST helps you spot a stroke: Face, Arms, Speech, Time."),
        ("define hyponatraemia", "Hyponatraemia is a serum sodium below 135 mmol/L."),
        ("what's HbA1c", "HbA1c is a blood test that shows your average blood sugar."),
        ("definition of CKD", "Chronic kidney disease (CKD) means that the kidneys have not worked well for 3 months."),
        ("what does COPD mean?", "COPD is the name for a group of lung problems that make it hard to breathe."),
    ],
)
def test_what_kind_of_thing_it_is_is(question: str, text: str) -> None:
    assert answers(question, text)


@pytest.mark.parametrize(
    "text",
    [
        "Methotrexate is the first drug for rheumatoid arthritis.",
        "Methotrexate is given once a week.",
        "Corticosteroids are the only drugs with proven efficacy, unlike methotrexate.",
    ],
)
def test_what_a_drug_is_used_for_says_nothing_of_its_kind(text: str) -> None:
    assert not answers("what is methotrexate?", text)


def test_of_a_drug_what_kind_of_drug_it_is_is_told() -> None:
    assert answers("what kind of drug is methotrexate?", "Methotrexate is a folic acid antagonist.")


@pytest.mark.parametrize(
    "question", ["what is the best treatment of gout?", "what is the normal HbA1c?", "what is gout for?"]
)
def test_what_asks_for_more_is_no_question_for_a_definition(question: str) -> None:
    assert name_of(question) not in ("definition", "kind of drug")


@pytest.mark.parametrize(
    "text",
    [
        "A UTI is in 3 of 10 women no reason for tests.",
        "A UTI is the cause of a fever that can harm the kidneys.",
        "A UTI in the bladder is treated with nitrofurantoin.",
    ],
)
def test_where_it_is_found_besides_is_no_definition(text: str) -> None:
    assert not answers("what is a UTI?", text, title="A urine infection (UTI)", heading="What it is")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is a UTI?", "A UTI (urine infection) is in the bladder, the kidneys or the tubes that carry urine."),
        ("what is hepatitis C?", "Hepatitis C (hep C) is a virus that can harm your liver."),
        ("what are varices?", "Varices are swollen, weak veins in the food pipe or stomach that can bleed."),
        ("what is high blood pressure?", "In Europe, high blood pressure means 140/90 or more at the clinic."),
    ],
)
def test_what_it_is_may_be_told_by_where_it_is_by_what_it_does_or_by_a_value_in_a_place(
    question: str, text: str
) -> None:
    title = {"what is a UTI?": "A urine infection (UTI)"}.get(question, "Notes")
    assert answers(question, text, title=title, heading="What it is")


@pytest.mark.parametrize(
    "text",
    [
        "Apixaban is used with caution in severe renal impairment.",
        "Apixaban is used twice a day.",
        "Warfarin is used to treat a clot, unlike apixaban.",
    ],
)
def test_how_a_drug_is_used_does_not_say_what_it_is(text: str) -> None:
    assert not answers("what is apixaban?", text)


def test_who_asks_what_a_drug_is_is_told_what_it_is_used_to_do_but_not_who_asks_for_its_kind() -> None:
    text = "Apixaban is used to treat a clot in a leg or lung, and to prevent clots."
    assert answers("what is apixaban?", text)
    assert not answers("what kind of drug is apixaban?", text)


def test_what_kind_of_drug_it_is_comes_before_what_it_is_used_to_do() -> None:
    used, kind = "Warfarin is used to prevent clots.", "Warfarin is an old blood thinner."
    assert first_of("what is warfarin?", used, kind) == kind


def test_what_one_of_a_class_is_used_to_do_does_not_say_what_the_class_is() -> None:
    assert not answers("what is an antidepressant?", "Sertraline is used to treat depression.")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is BMI", "The body mass index (BMI) is body weight in kilograms divided by the square of height in metres."),
        ("what is SVR", "Sustained virological response (SVR) in hepatitis C is undetectable HCV RNA 12 or 24 weeks after treatment."),
    ],
)  # fmt: skip
def test_a_measure_is_told_by_what_it_is_worked_out_from(question: str, text: str) -> None:
    assert told(question, text)


def test_how_a_measure_misleads_is_not_what_it_is() -> None:
    assert not told("what is BMI", "BMI misleads where muscle mass is high.")
