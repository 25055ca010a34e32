"""Which statement stands first, and what stands beside the point."""

from __future__ import annotations

import pytest

from service.answer import Answer, statements_of
from service.compose.arrangement import RELATED
from tests.fakes import digest
from tests.service.conftest import Ask

NAUSEA = """## Recommendations

For nausea from gastric stasis in palliative care metoclopramide is recommended [@g].
Metoclopramide and prochlorperazine can worsen Parkinson's disease and are avoided in it [@g].
"""
PRESSURE = """## Recommendations

Severe hypertension in pregnancy is treated first with intravenous labetalol or hydralazine, which are the drugs at hand [@g].
First-line drugs for hypertension in pregnancy are labetalol, nifedipine and methyldopa [@g].
"""
OXYGEN = """## Recommendations

Long-term oxygen is not recommended in COPD with moderate hypoxaemia [@g].
Long-term oxygen is recommended in COPD with a PaO2 of 55 mmHg or less [@g].
"""
CLOTS = """## Recommendations

For pulmonary embolism in Child-Pugh A or B cirrhosis an anticoagulant such as a direct oral one is suggested [@g].
For pulmonary embolism in Child-Pugh C cirrhosis low-molecular-weight heparin is suggested as the anticoagulant [@g].
"""


def asked(ask: Ask, question: str, body: str) -> Answer:
    return ask(question, {"text.md": digest("text", body)})


PROPHYLAXIS = """## Treatment

Norfloxacin 400 mg daily prevents recurrence of spontaneous bacterial peritonitis [@g].
Co-trimoxazole 960 mg daily prevents recurrence of spontaneous bacterial peritonitis [@g].
"""

FLARE = """## Treatment

Colchicine is contraindicated with a strong inhibitor of its breakdown in kidney disease [@g].
Colchicine treats a gout flare with 1.2 mg and 0.6 mg an hour later [@g].
A corticosteroid injection is considered for a gout flare if colchicine is contraindicated or not tolerated [@g].
"""
POTASSIUM = """## Potassium

Hypokalaemia is caused by loop and thiazide diuretics, diarrhoea and insulin [@g].
Spironolactone raises potassium and can cause hyperkalaemia [@g].
"""
VITAMIN = """## Harms

Vitamin B12 deficiency on metformin is treated with vitamin B12, and metformin is continued in vitamin B12 deficiency [@g].
Vitamin B12 deficiency is a common side effect of metformin [@g].
"""
INR = """## Treatment

For an INR of 5 to 8 on warfarin without bleeding, the next doses of warfarin are withheld [@g].
For major bleeding on warfarin, prothrombin complex concentrate and vitamin K are given at once [@g].

## Harms and monitoring

Risk factors for bleeding on warfarin include an INR above 4 and old age [@g].
"""
GRADES = """## Diagnosis

Hyperkalaemia is mild at potassium 5.5–5.9 mmol/L, moderate at 6.0–6.4 and severe at 6.5 mmol/L or above [@g].

## Treatment

Hyperkalaemia with ECG changes is treated first with calcium gluconate intravenously [@g].
"""
LOW = """## Hypokalaemia

Oral potassium treats hypokalaemia with 2 tablets at 3.0–3.5 mmol/L and 3 tablets at 2.5–2.9 mmol/L [@g].
Intravenous potassium is used for hypokalaemia below 2.5 mmol/L [@g].
"""
STOPPING = """## Beta-blockers

Propranolol in cirrhosis with ascites starts at 20 mg twice daily and is raised to 80 mg, but is withheld in shock [@g].
Propranolol in cirrhosis with ascites is stopped at a sodium below 125 mmol/L [@g].
"""
DURING = """## Allopurinol

After a first flare of gout, allopurinol is started for tophi or stones [@g].
Allopurinol that is indicated during a gout flare can be started then [@g].
"""
RATE = """## Rate control

For rate control in atrial fibrillation with an ejection fraction >40%, diltiazem is first choice [@g].
For rate control in atrial fibrillation with an ejection fraction ≤40%, digoxin is first choice [@g].
"""
LYSIS = """## Stroke

In stroke without reperfusion treatment and a blood pressure of 180/110 mmHg or more, it is lowered by 15% [@g].
Before thrombolysis for stroke, a blood pressure above 185/110 mmHg is lowered with labetalol [@g].
"""


@pytest.mark.parametrize(
    ("question", "body", "words"),
    [
        ("colchicine contraindicated, what else?", FLARE, "corticosteroid"),  # not what bars it once more
        ("is colchicine contraindicated in kidney disease?", FLARE, "strong inhibitor"),
        ("Does spironolactone cause hypokalaemia?", POTASSIUM, "Spironolactone raises"),  # not other diuretics
        ("Can metformin lead to vitamin B12 deficiency?", VITAMIN, "common side effect"),  # not how that is treated
        ("INR 7, bleeding", INR, "prothrombin"),  # neither "without bleeding" nor what makes it likelier
        ("K 6.8 with broad QRS", GRADES, "calcium"),  # what is done before what it is called
        ("K 6.8, how severe is it?", GRADES, "mild"),
        ("K 2.3, what now?", LOW, "Intravenous"),  # a state in figures
        ("when to stop propranolol in cirrhosis with ascites", STOPPING, "125"),  # not how it is started
        ("start allopurinol during a flare or wait?", DURING, "during a gout flare"),
        ("rate control first line, AF with EF 30%", RATE, "digoxin"),
        ("BP 200/118, stroke, thrombolysis candidate", LYSIS, "labetalol"),  # not on those without its class
    ],
)  # fmt: skip
def test_the_first_statement_is_of_the_kind_that_is_asked_for(ask: Ask, question: str, body: str, words: str) -> None:
    assert words in statements_of(asked(ask, question, body))[0].text


@pytest.mark.parametrize(
    ("question", "body", "words"),
    [
        ("metoclopramide for nausea in Parkinson's disease", NAUSEA, "worsen"),  # the patient's illness, not the purpose
        ("which drugs for hypertension in pregnancy?", PRESSURE, "methyldopa"),  # no special case that is not asked about
        ("prevent recurrence of SBP, norfloxacin not available, what instead?", PROPHYLAXIS, "Co-trimoxazole"),
        ("prevent recurrence of SBP with norfloxacin?", PROPHYLAXIS, "Norfloxacin"),
        ("who should get long-term oxygen in COPD?", OXYGEN, "55 mmHg"),  # and not who should not
        ("pulmonary embolism in Child C cirrhosis, which anticoagulant?", CLOTS, "heparin"),
        ("pulmonary embolism in Child-Pugh B cirrhosis, which anticoagulant?", CLOTS, "direct oral"),
    ],
)  # fmt: skip
def test_the_first_statement_is_on_what_is_asked(ask: Ask, question: str, body: str, words: str) -> None:
    assert words in statements_of(asked(ask, question, body))[0].text


def test_what_is_on_another_class_is_no_part_of_the_answer(ask: Ask) -> None:
    answer = asked(ask, "pulmonary embolism in Child C cirrhosis, which anticoagulant?", CLOTS)
    told = [s.text for section in answer.sections if section.heading != RELATED for s in section.statements]
    assert not any("Child-Pugh A or B" in text for text in told)


def test_what_a_value_calls_for_comes_before_how_the_drug_is_started(ask: Ask) -> None:
    body = (
        "## Dosing\n\nIn heart failure with potassium of 5.0 mmol/L or less, spironolactone starts at 25 mg daily [@g].\n\n"
        "## Potassium\n\nSpironolactone is considered for stopping in hyperkalaemia [@g].\n"
    )
    answer = ask(
        "K 5.9 on spironolactone, what do I do?",
        {"drug.md": digest("spironolactone", body, g={"doi": "10.1000/g"})},
    )
    assert answer.bottom_line is not None
    assert "stopping" in answer.bottom_line.text


def test_what_a_value_calls_for_comes_before_how_a_drug_is_started_at_others(ask: Ask) -> None:
    body = (
        "## Dosing\n\nIn heart failure with potassium of 5.0 mmol/L or less, spironolactone starts, besides ramipril and "
        "standard drugs, at 25 mg daily and may rise to 50 mg daily [@g].\n\n"
        "## Potassium\n\nIn heart failure on spironolactone, potassium above 5.5 mmol/L calls for a temporary stop [@g].\n"
    )
    answer = ask(
        "heart failure, K 5.6 on spironolactone and ramipril, what do I do with the drugs?",
        {"drug.md": digest("spironolactone", body, g={"doi": "10.1000/g"})},
    )
    assert answer.bottom_line is not None
    assert "temporary stop" in answer.bottom_line.text


def test_what_is_done_in_the_state_with_the_signs_told_comes_before_what_is_stopped(ask: Ask) -> None:
    body = (
        "## Treatment\n\nHyperkalaemia with ECG changes is treated first with calcium gluconate intravenously [@g].\n\n"
        "## Potassium\n\nSpironolactone is considered for stopping in hyperkalaemia [@g].\n"
    )
    answer = ask(
        "K 6.7 on spironolactone with ECG changes, what do I do?",
        {"drug.md": digest("hyperkalaemia and spironolactone", body, g={"doi": "10.1000/g"})},
    )
    assert answer.bottom_line is not None
    assert "calcium" in answer.bottom_line.text


ANOTHER_ILLNESS = """## Dosing

In cirrhosis, usual doses apply, for example apixaban 10 mg twice daily for 7 days for pulmonary embolism [@g].
Apixaban for pulmonary embolism is given as 10 mg twice daily for 7 days, then 5 mg twice daily [@g].
"""
AFTERWARDS = """## Treatment

After treatment of severe hyperkalaemia, potassium is checked at 1, 4, 6 and 24 hours [@g].
Severe hyperkalaemia is treated first with calcium gluconate 10% to protect the heart, then with insulin and glucose [@g].
"""


def test_a_sentence_that_begins_in_an_illness_nobody_asks_about_comes_behind(ask: Ask) -> None:
    answer = asked(ask, "apixaban dose in pulmonary embolism?", ANOTHER_ILLNESS)

    assert statements_of(answer)[0].text.startswith("Apixaban for pulmonary embolism")


def test_it_comes_first_where_that_illness_is_asked_about(ask: Ask) -> None:
    answer = asked(ask, "apixaban dose in pulmonary embolism and cirrhosis?", ANOTHER_ILLNESS)

    assert statements_of(answer)[0].text.startswith("In cirrhosis")


def test_what_is_done_comes_before_what_follows_it(ask: Ask) -> None:
    answer = asked(ask, "Potassium 6.8, what do I do?", AFTERWARDS)

    assert statements_of(answer)[0].text.startswith("Severe hyperkalaemia is treated")


def test_what_follows_a_treatment_comes_first_where_that_is_asked(ask: Ask) -> None:
    answer = asked(ask, "How often is potassium rechecked after treatment of hyperkalaemia?", AFTERWARDS)

    assert statements_of(answer)[0].text.startswith("After treatment")


def test_a_dose_of_a_class_is_one_of_its_members(ask: Ask) -> None:
    answer = asked(
        ask,
        "DOAC dose for pulmonary embolism?",
        "## Dosing\n\nDOACs are preferred to warfarin in acute pulmonary embolism and are used in usual doses [@g].\n"
        "Apixaban for pulmonary embolism is given as 10 mg twice daily for 7 days, then 5 mg twice daily [@g].\n",
    )

    assert statements_of(answer)[0].text.startswith("Apixaban for pulmonary embolism")


def test_a_score_of_a_longer_name_than_was_typed_does_not_come_first(ask: Ask) -> None:
    text = (
        "## Definition\n\nThe CHA2DS2-VASc score in atrial fibrillation runs from 0 to 9 points [@g].\n"
        "The CHA2DS2-VA score in atrial fibrillation runs from 0 to 8 points [@g].\n"
    )
    assert "0 to 8" in statements_of(asked(ask, "CHA2DS2-VA score", text))[0].text
    assert "0 to 9" in statements_of(asked(ask, "CHA2DS2-VASc score", text))[0].text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("lisinopril and cough: what to do?", "Lisinopril is replaced"),
        ("dry cough on lisinopril, what now?", "Lisinopril is replaced"),
        ("Does lisinopril cause cough?", "Cough is"),
    ],
)
def test_what_is_done_about_a_harm_comes_before_that_it_is_one_where_it_is_asked_what_to_do(
    ask: Ask, question: str, begins: str
) -> None:
    text = (
        "## Harms\n\nCough is one of the harms that lisinopril can cause, with dizziness and a rise in potassium [@g].\n"
        "Lisinopril is replaced by an angiotensin receptor blocker if it causes cough [@g].\n"
    )
    first = statements_of(asked(ask, question, text))[0].text
    assert first.removeprefix("Yes: ").startswith(begins)


def test_how_far_apart_doses_are_at_the_patients_value_is_the_dose_that_is_asked_for(ask: Ask) -> None:
    text = (
        "## Dosing\n\nIntravenous vancomycin in adults is 1 g at least 12 hours apart, at most 2 g a day [@g].\n"
        "Intravenous vancomycin is spaced at least 24 hours apart when creatinine clearance is below 40 mL/min [@g].\n"
    )
    assert "24 hours" in statements_of(asked(ask, "IV vancomycin dose interval in CrCl 31", text))[0].text
    assert "12 hours" in statements_of(asked(ask, "IV vancomycin dose interval in CrCl 95", text))[0].text
