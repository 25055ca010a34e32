"""What is read out of a question, and what is left to be asked."""

from __future__ import annotations

import pytest

from service.calculators.inputs import value_text
from service.calculators.reading import may_ask_for_a_score, read_patient, read_request


def asked(question: str, *history: str) -> list[str]:
    """Names of the scores that a question asks for."""
    request = read_request(question, list(history)) if may_ask_for_a_score(question) else None
    return [calculator.name for calculator in request.calculators] if request else []


def read(*messages: str) -> dict[str, str]:
    """What is read, as it is echoed."""
    return {name: value_text(value) for name, value in read_patient(messages).values.items()}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("68-year-old woman, AF, hypertension, prior stroke: CHA2DS2-VASc?", ["cha2ds2_vasc"]),
        ("CHA₂DS₂-VASc and HAS-BLED of a 72 yo man with AF on aspirin?", ["cha2ds2_vasc", "has_bled"]),
        (
            "bilirubin 2.3 mg/dL, albumin 31 g/L, INR 1.8, moderate ascites, no encephalopathy - Child-Pugh?",
            ["child_pugh"],
        ),
        ("eGFR for a 70 y old man with creatinine 140 µmol/L", ["egfr_ckd_epi_2021"]),
        ("MELD 3.0 for a woman: bilirubin 3 mg/dL, INR 2, creatinine 1.5 mg/dL, Na 130, albumin 28 g/L", ["meld_3"]),
        ("BMI 70 kg, 175 cm?", ["bmi"]),
        ("BMI 13 stone 2, 5 foot 9", ["bmi"]),
        ("bmi 1.65 m and 71 kg", ["bmi"]),
        ("CURB-65: 82, not confused, urea 9 mmol/L, RR 24, BP 110/70", ["curb_65"]),
        ("IMPROVE VTE score: 66, thrombophilia", ["improve_vte"]),
        ("CHA2DS2-VASc for my elderly patient with diabetes", ["cha2ds2_vasc"]),
        ("his childs score: INR 1.9, mild ascites", ["child_pugh"]),
        ("qSOFA: rr twenty-six, systolic ninety, alert", ["qsofa"]),
        ("Wells score for PE: heart rate 110, haemoptysis, no signs of DVT", ["wells_pe"]),
        ("Suspected DVT, calf swelling of 4 cm, active cancer. Wells?", ["wells_dvt"]),
        (
            "Bilirubin 45 µmol/L, albumin 27 g/L, INR 2.5, tense ascites, grade 2 encephalopathy: may he have apixaban?",
            ["child_pugh"],
        ),
    ],
)
def test_a_question_with_a_patients_values_asks_for_its_score(question: str, names: list[str]) -> None:
    assert asked(question) == names


@pytest.mark.parametrize(
    "question",
    [
        "What is Child-Pugh?",
        "How is the CHA2DS2-VASc score calculated?",
        "What does a MELD score of 20 mean?",
        "Which anticoagulant in Child-Pugh B cirrhosis with ascites?",
        "In patients aged over 65 years what CHA2DS2-VASc threshold is used?",
        "Patient on metformin needs a contrast CT and his eGFR is 38. Stop it or not?",
        "At what eGFR is metformin stopped in a 70-year-old?",
        "How can I improve adherence in a 70-year-old?",
        "HAS-BLED ≥3 in a 72-year-old: stop apixaban?",
        "What is the CHA2DS2-VASc score for hypertension?",
        "Is CURB-65 validated in nursing homes?",
        "How much albumin after drainage of 8 L of ascites?",
    ],
)
def test_an_explanation_or_a_given_score_asks_for_none(question: str) -> None:
    assert asked(question) == []


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("no ascites", "ascites", "none"),
        ("without ascites or encephalopathy", "encephalopathy", "none"),
        ("ascites: none", "ascites", "none"),
        ("ascites is absent", "ascites", "none"),
        ("mild ascites, no encephalopathy", "ascites", "mild"),
        ("tense ascites", "ascites", "moderate or more"),
        ("hepatic encephalopathy grade III", "encephalopathy", "grade 3 or 4"),
        ("known diabetic", "diabetes", "yes"),
        ("non-diabetic", "diabetes", "no"),
        ("denies diabetes", "diabetes", "no"),
        ("hypertension, diabetes denied", "diabetes", "no"),
        ("stroke was denied, hypertension", "stroke", "no"),
        ("hypertension or diabetes denied", "hypertension", "no"),
        ("hypertension - no stroke", "hypertension", "yes"),
        ("hypertension: no", "hypertension", "no"),
        ("heart failure (no oedema)", "heart_failure", "yes"),
        ("on warfarin", "warfarin", "yes"),
        ("not on warfarin", "warfarin", "no"),
        ("no hypertension, diabetes or heart failure", "heart_failure", "no"),
        ("no hypertension, diabetes or heart failure", "hypertension", "no"),
        ("no stroke, but has diabetes", "diabetes", "yes"),
        ("no stroke with hypertension", "hypertension", "yes"),
        ("hypertension, no stroke", "hypertension", "yes"),
        ("bilirubin of 40 µmol/L", "bilirubin", "40 µmol/L"),
        ("bilirubin 40 umol/l", "bilirubin", "40 µmol/L"),
        ("serum albumin is low at 28 g/L", "albumin", "28 g/L"),
        ("creatinine 1,4 mg/dL", "creatinine", "1.4 mg/dL"),
        ("creat: 140 micromol/L", "creatinine", "140 µmol/L"),
        ("BUN 24 mg/dL", "urea", "24 mg/dL of urea nitrogen"),
        ("urea 8.2 mmol/L", "urea", "8.2 mmol/L"),
        ("Na 131", "sodium", "131 mmol/L"),
        ("BP 85/50", "systolic", "85 mmHg"),
        ("blood pressure 85/50 mmHg", "diastolic", "50 mmHg"),
        ("platelets 45,000/µL", "platelets", "45000 /µL"),
        ("platelets 45 x 10^9/L", "platelets", "45 × 10⁹/L"),
        ("5 ft 9 in", "height", "69 in"),
        ("5'9\"", "height", "69 in"),
        ("weighs 180 lb", "weight", "180 lb"),
        ("weighs 11 stone 4", "weight", "158 lb"),
        ("13st 2lb", "weight", "184 lb"),
        ("bilirubin thirty-four micromol per litre", "bilirubin", "34 µmol/L"),
        ("INR one point nine", "inr", "1.9"),
        ("aged seventy-one", "age", "71 years"),
        ("CHA2DS2-VASc 72, hypertension", "age", "72 years"),
        ("68F with AF", "sex", "female"),
        ("a 70-year-old gentleman", "age", "70 years"),
        ("aged 68", "age", "68 years"),
        ("Female, 68, AF", "age", "68 years"),
        ("drinks 12 units of alcohol a week", "alcohol", "yes"),
        ("systolic 172", "uncontrolled_hypertension", "yes"),
        ("on the combined pill", "hormonal_treatment", "yes"),
        ("30 year old on the pill", "hormonal_treatment", "yes"),
        ("takes a COCP", "hormonal_treatment", "yes"),
        ("contraceptive patch", "hormonal_treatment", "yes"),
        ("not on the pill", "hormonal_treatment", "no"),
        ("LVEF 35%", "heart_failure", "yes"),
        ("EF 40%, no symptoms", "heart_failure", "yes"),
        ("TTR 52%", "labile_inr", "yes"),
        ("time in range 71%", "labile_inr", "no"),
        ("AMT 6", "confusion", "yes"),
        ("AMTS 10", "confusion", "no"),
        ("resps 24", "respiratory_rate", "24 /min"),
        ("eGFR 41", "gfr", "41 mL/min"),
        ("alternative dx at least as likely", "alternative_as_likely", "yes"),
    ],
)
def test_a_value_is_read(text: str, name: str, value: str) -> None:
    assert read(text)[name] == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("his mother had a stroke", "stroke"),
        ("family history of diabetes", "diabetes"),
        ("anticoagulation to prevent stroke", "stroke"),
        ("stroke risk in a man", "stroke"),
        ("risk of bleeding", "bleeding"),
        ("suspected heart failure", "heart_failure"),
        ("patients over 75 years old", "age"),
        ("aged 65 or over", "age"),
        ("aged 65-74", "age"),
        ("for 3 years", "age"),
        ("LVEF 55%", "heart_failure"),
        ("on the pill for blood pressure", "hormonal_treatment"),
        ("ascites", "ascites"),
        ("creatinine clearance 40 mL/min", "creatinine"),
        ("albumin-to-creatinine ratio 30 mg/g", "albumin"),
        ("stroke in 2019? no stroke found", "diabetes"),
    ],
)
def test_what_is_not_said_of_the_patient_is_not_read(text: str, name: str) -> None:
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "name", "ask"),
    [
        ("bilirubin 40", "bilirubin", "without a unit; give it in mg/dL or µmol/L"),
        ("creatinine 140", "creatinine", "without a unit"),
        ("creatinine 14000 µmol/L", "creatinine", "not plausible"),
        ("creatinine 140 mg/dL", "creatinine", "not plausible (0.1 to 30 mg/dL)"),
        ("bilirubin 2.3 mg/L", "bilirubin", "unit that is not read"),
        ("urea 50 mg/dL", "urea", "unit that is not read"),
        ("INR 2-3", "inr", "one exact value"),
        ("creatinine > 140 µmol/L", "creatinine", "one exact value"),
        ("creatinine rose from 90 to 140 µmol/L", "creatinine", "one exact value"),
        ("bilirubin 2.3 mg/dL yesterday, bilirubin 4.1 mg/dL today", "bilirubin", "two values"),
        ("ascites and an INR of 1.4", "ascites", "say its degree"),
        ("a 30-year-old mother and her 3-year-old son", "age", "say which one"),
        ("age 168", "age", "not plausible"),
    ],
)
def test_a_value_that_cannot_be_used_is_asked_for(text: str, name: str, ask: str) -> None:
    patient = read_patient([text])
    assert name not in patient.values
    assert ask in patient.troubles[name].ask


def test_the_newest_message_wins() -> None:
    messages = ("Bilirubin 2.3 mg/dL, no ascites, 70-year-old man", "sorry, bilirubin 5 mg/dL", "now moderate ascites")
    found = read(*messages)
    assert (found["bilirubin"], found["ascites"], found["age"]) == ("5 mg/dL", "moderate or more", "70 years")


def test_a_score_is_asked_for_with_the_values_of_earlier_messages() -> None:
    history = "bilirubin 2.3 mg/dL, albumin 31 g/L, INR 1.8, moderate ascites, no encephalopathy. Which DOAC?"
    assert asked("And the Child-Pugh score?", history) == ["child_pugh"]
    assert asked("How is the Child-Pugh score calculated?", history) == []


def test_a_wells_score_that_could_be_either_is_asked_about() -> None:
    request = read_request("Wells score: active cancer, previous DVT and haemoptysis", [])
    assert request is not None
    assert request.calculators == ()
    assert "deep vein thrombosis or for pulmonary embolism" in request.asks[0]


@pytest.mark.parametrize(
    ("question", "only"),
    [
        ("68-year-old woman, AF, hypertension, prior stroke: CHA2DS2-VASc?", True),
        ("68-year-old woman, AF, prior stroke: CHA2DS2-VASc, and should she be anticoagulated?", False),
        ("eGFR for a 70 y old man with creatinine 140 µmol/L and what dose of apixaban?", False),
    ],
)
def test_it_is_known_whether_the_score_is_all_that_is_asked(question: str, only: bool) -> None:
    request = read_request(question, [])
    assert request is not None
    assert request.only_scores is only


@pytest.mark.parametrize(
    ("earlier", "message", "name"),
    [
        ("what is HAS-BLED?", "score for 78M on aspirin, BP 175/90, previous GI bleed", "has_bled"),
        ("how is CURB-65 calculated", "calculate it for a 70 year old, urea 9 mmol/L, RR 32, BP 110/70, not confused", "curb_65"),
        ("CHA2DS2-VA in AF", "and the score for a woman of 76 with diabetes and hypertension?", "cha2ds2_va"),
    ],
)  # fmt: skip
def test_a_patient_is_put_to_the_score_that_was_spoken_of_last(earlier: str, message: str, name: str) -> None:
    request = read_request(message, [earlier]) if may_ask_for_a_score(message) else None
    assert request is not None
    assert [calculator.name for calculator in request.calculators] == [name]


@pytest.mark.parametrize(
    "message", ["score of 5, what next?", "what score means high risk?", "score it", "the dose for a man of 78"]
)
def test_what_tells_of_no_patient_computes_nothing(message: str) -> None:
    assert not may_ask_for_a_score(message) or read_request(message, ["what is HAS-BLED?"]) is None


def test_without_a_score_spoken_of_nothing_is_computed() -> None:
    assert read_request("score for 78M on aspirin, BP 175/90, previous GI bleed", ["what is apixaban?"]) is None
