"""What becomes of what a question takes for granted: put right, said to be unconfirmed, or let stand."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = """## Recommendations

Carvedilol is recommended to prevent a first variceal bleed in cirrhosis [@g; strength=strong].
Carvedilol is started at 6.25 mg once daily to prevent variceal bleeding in cirrhosis [@g].
Clarithromycin raises tacrolimus levels, and rifampicin lowers tacrolimus levels [@g].

## Contraindications

Carvedilol is contraindicated in asthma and in second-degree heart block [@g].
Metoclopramide is avoided in Parkinson's disease, because it worsens it [@g].

## Differences

Sirolimus is not recommended in liver transplant recipients in pregnancy [@g].
"""
TEXTS = {
    "guide.md": digest("guide", GUIDE, g={"doi": "10.1000/guide"}),
    "rats.md": digest(
        "rats",
        "## Results\n\nPropranolol is contraindicated in rats with ascites [@r].",
        r={"kind": "animal", "doi": "10.1000/rats"},
    ),
    "old.md": digest(
        "old",
        "## Advice\n\nSpironolactone is contraindicated in ascites [@o].\nSpironolactone was given in ascites [@n].",
        o={"status": "superseded", "doi": "10.1000/old"},
        n={"doi": "10.1000/new", "organisation": "Another society"},
    ),
}


@pytest.mark.parametrize(
    ("question", "correction"),
    [
        ("Since carvedilol is safe in asthma, what dose do I give?", "Carvedilol is contraindicated in asthma"),
        ("Which dose of metoclopramide is used for Parkinson's disease?", "Metoclopramide is avoided"),
        (
            "Since rifampicin raises tacrolimus levels, how do I cut the dose of tacrolimus?",
            "rifampicin lowers tacrolimus",
        ),
    ],
)
def test_an_answer_opens_with_what_contradicts_the_assumption(ask: Ask, question: str, correction: str) -> None:
    answer = ask(question, TEXTS)
    [premise] = answer.premise
    assert premise.correction.type == "framed"
    assert correction in premise.correction.evidence[0].quote
    assert premise.correction.text.endswith(premise.correction.evidence[0].quote)
    assert premise.correction.citations == [1]


@pytest.mark.parametrize(
    "question",
    [
        "Since carvedilol is contraindicated in asthma, what else can prevent variceal bleeding in cirrhosis?",
        "Since carvedilol prevents variceal bleeding in cirrhosis, what dose do I give?",
        "Since clarithromycin raises tacrolimus levels, what do I do with the dose of tacrolimus?",
        "Which dose of carvedilol is used to prevent variceal bleeding in cirrhosis?",
    ],
)
def test_a_true_assumption_raises_no_alarm(ask: Ask, question: str) -> None:
    answer = ask(question, TEXTS)
    assert not answer.premise
    assert all(notice.kind != "premise_not_confirmed" for notice in answer.notices)


@pytest.mark.parametrize(
    "question",
    [
        "Since propranolol is safe in ascites, what dose do I give?",  # rats alone say otherwise
        "Since spironolactone is recommended in ascites, what dose do I give?",  # what said otherwise is superseded
    ],
)
def test_animals_and_superseded_sources_correct_nothing(ask: Ask, question: str) -> None:
    assert not ask(question, TEXTS).premise


def test_what_nothing_confirms_is_said_to_be_unconfirmed_and_not_corrected(ask: Ask) -> None:
    texts = {
        "a.md": digest(
            "a",
            "## Treatment\n\nMetformin is given to adults with type 2 diabetes at a dose of 500 mg twice daily [@g].",
        ),
        "b.md": digest("b", "## Treatment\n\nGout is treated with colchicine in most adults [@g]."),
    }
    answer = ask("Since metformin is recommended for gout, what dose of metformin do I give in type 2 diabetes?", texts)
    assert not answer.premise
    [notice] = [notice for notice in answer.notices if notice.kind == "premise_not_confirmed"]
    assert "metformin is recommended for gout" in notice.text


FIGURES = {
    "figures.md": digest(
        "figures",
        """## Dosing

Methotrexate for rheumatoid arthritis is taken only once a week [@g].
Metformin is contraindicated when the eGFR is below 30 mL/min in type 2 diabetes [@g].
Prednisone for a COPD exacerbation is 40 mg by mouth daily for 5 days [@g].
Carvedilol in cirrhosis starts at 6.25 mg once daily and rises to 12.5 mg a day [@g].
Iodine in thyroid storm is given at least 1 hour after propylthiouracil [@g].
""",
        g={"doi": "10.1000/figures"},
    )
}


@pytest.mark.parametrize(
    ("question", "correction"),
    [
        ("As methotrexate for rheumatoid arthritis is taken every day, what else do I check?", "only once a week"),
        ("Since metformin is contraindicated below an eGFR of 20 in type 2 diabetes, what at 25?", "below 30"),
        ("Because a COPD exacerbation needs prednisone for 14 days, what dose do I write?", "for 5 days"),
        ("Given that carvedilol in cirrhosis rises to 25 mg a day, how fast?", "12.5 mg a day"),
        ("As iodine in thyroid storm is given 1 hour before propylthiouracil, which dose?", "1 hour after"),
    ],
)
def test_a_wrong_figure_is_corrected_by_the_right_one(ask: Ask, question: str, correction: str) -> None:
    [premise] = ask(question, FIGURES).premise
    assert correction in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "As methotrexate for rheumatoid arthritis is taken once a week, what else do I check?",
        "Since metformin is contraindicated below an eGFR of 30 in type 2 diabetes, what at 25?",
        "Because a COPD exacerbation needs prednisone for 5 days, what dose do I write?",
        "Given that carvedilol in cirrhosis starts at 6.25 mg a day, how fast does it rise?",
        "Given that carvedilol in cirrhosis rises to 12.5 mg a day, how fast?",
        "As iodine in thyroid storm is given 1 hour after propylthiouracil, which dose?",
    ],
)
def test_a_figure_that_any_sentence_gives_raises_no_alarm(ask: Ask, question: str) -> None:
    assert not ask(question, FIGURES).premise


def test_a_figure_of_another_thing_corrects_nothing(ask: Ask) -> None:
    answer = ask("Since metformin in type 2 diabetes starts at 500 mg a day, what is its limit of eGFR?", FIGURES)
    assert not answer.premise


def test_what_bears_on_the_assumption_is_read_first_where_nothing_is_proved(ask: Ask) -> None:
    texts = {
        "a.md": digest(
            "a",
            """## Monitoring

Vitamin B12 deficiency on metformin is treated, and metformin continues [@g].
Adults with type 2 diabetes on metformin have kidney function measured every year [@g].
Adults with type 2 diabetes have their eyes and feet checked every year [@g].
""",
        )
    }
    answer = ask(
        "Because vitamin B12 deficiency means that metformin has had its day, what is measured every year?", texts
    )
    said = [answer.bottom_line, *(s for section in answer.sections for s in section.statements)]
    assert any(s is not None and "metformin continues" in s.text for s in said[:2])
    assert not answer.premise


BETTER = {
    "both.md": digest(
        "both",
        "## Evidence\n\nIn portal hypertension, carvedilol lowers portal pressure more than propranolol [@g].",
        g={"doi": "10.1000/both"},
    )
}


@pytest.mark.parametrize(
    ("question", "corrected"),
    [
        ("Why does propranolol lower portal pressure further than carvedilol?", True),
        ("Why does carvedilol lower portal pressure further than propranolol?", False),
        ("Why does carvedilol lower portal pressure less than propranolol?", True),
    ],
)
def test_a_comparison_the_wrong_way_round_is_corrected(ask: Ask, question: str, corrected: bool) -> None:
    assert bool(ask(question, BETTER).premise) is corrected


def test_a_condition_that_is_not_met_speaks_against_nothing(ask: Ask) -> None:
    texts = {
        "a.md": digest(
            "a",
            """## Treatment

If salt restriction does not start a diuresis, spironolactone is added in ascites due to cirrhosis [@g].
Spironolactone is the first-line diuretic in ascites due to cirrhosis [@g].
""",
        )
    }
    assert not ask("Since spironolactone is first line for ascites in cirrhosis, where do I begin?", texts).premise


def test_a_question_that_is_not_answered_still_has_its_assumption_put_right(ask: Ask) -> None:
    question = (
        "As methotrexate for rheumatoid arthritis is taken every day, how does blorzumab compare with vedrolizine?"
    )
    answer = ask(question, FIGURES)
    [premise] = answer.premise
    assert "once a week" in premise.correction.text
    assert (answer.status, answer.bottom_line, answer.sections) == ("partial", None, [])
    assert "blorzumab" in answer.not_found
    assert any(notice.kind == "missing_evidence" for notice in answer.notices)


def test_what_something_else_comes_before_is_not_what_acts(ask: Ask) -> None:
    texts = {
        "a.md": digest(
            "a",
            """## Treatment

Before a transjugular intrahepatic portosystemic shunt, rifaximin can be considered to prevent hepatic encephalopathy in cirrhosis [@g].
Hepatic encephalopathy after a transjugular intrahepatic portosystemic shunt in cirrhosis is treated with lactulose [@g].
""",
        )
    }
    question = (
        "Since a transjugular intrahepatic portosystemic shunt raises the risk of hepatic encephalopathy in cirrhosis, "
        "how is it treated?"
    )
    assert not ask(question, texts).premise


DENIALS = """## Dosing

Everolimus is given at 0.75 mg twice daily after transplantation [@g].
Everolimus for transplantation is contraindicated in known hypersensitivity to everolimus [@g].
Dapagliflozin is given at 10 mg once daily in type 2 diabetes [@g].
Dapagliflozin is not used in type 1 diabetes [@g].
"""


@pytest.mark.parametrize(
    "question",
    [
        "Which dose of everolimus do I give after transplantation?",  # denied only with hypersensitivity
        "What dose of dapagliflozin in type 2 diabetes?",  # denied in another type
        "eGFR 40, type 2 diabetes: can I start dapagliflozin?",  # asks whether
    ],
)
def test_what_is_denied_for_something_else_corrects_nothing(ask: Ask, question: str) -> None:
    answer = ask(question, {"text.md": digest("text", DENIALS, g={"doi": "10.1000/x"})})
    assert not answer.premise


UNSURE = {
    "unsure.md": digest(
        "unsure",
        """## Numbers

In a cohort of 400 patients with dementia, agitation was found in 45% [@g].
Sodium in hyponatraemia may rise by 5 mmol/L in the first hour of hypertonic saline [@g].
After knee replacement enoxaparin is given at 30 mg every 12 hours [@g].
Saline in diabetic ketoacidosis runs at 500 to 1,000 mL/h during the first hours [@g].
Rivaroxaban in atrial fibrillation is taken at 20 mg with the evening meal [@g].
ASH suggests no platelet monitoring on heparin at a low risk of thrombocytopenia [@g].
ASH suggests platelet counts on heparin every 2 days at a high risk of thrombocytopenia [@g].
""",
        g={"doi": "10.1000/unsure"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "Since agitation is found in 90% of patients with dementia, how is it treated?",  # another cohort, another share
        "As sodium in hyponatraemia may rise by 10 mmol/L in the first 24 hours, how fast?",  # another time
        "Given that enoxaparin after bowel surgery is given at 40 mg once a day, for how long?",  # another operation
        "ASH wants no platelet counts on heparin at a low risk of thrombocytopenia, so who is counted?",
    ],
)
def test_another_figure_of_something_else_is_no_correction(ask: Ask, question: str) -> None:
    assert not ask(question, UNSURE).premise


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Since saline in diabetic ketoacidosis runs at 100 mL an hour in the first hours, what next?", "500 to 1,000"),
    ],
)
def test_another_rate_of_the_same_is_a_correction(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, UNSURE).premise
    assert told in premise.correction.evidence[0].quote


def test_another_way_of_the_same_opens_the_answer_and_accuses_nobody(ask: Ask) -> None:
    answer = ask("As rivaroxaban in atrial fibrillation is taken on an empty stomach, which dose?", UNSURE)
    assert not answer.premise
    assert answer.bottom_line is not None
    assert "with the evening meal" in answer.bottom_line.text


METFORMIN = digest(
    "metformin",
    "## Dosing\n\nMetformin is not recommended in type 2 diabetes at an eGFR below 30 mL/min [@g].",
    g={"doi": "10.1000/metformin"},
)


@pytest.mark.parametrize(("rate", "put_right"), [(62, False), (22, True)])
def test_a_use_is_refused_at_the_values_of_the_patient_only(ask: Ask, rate: int, put_right: bool) -> None:
    answer = ask(f"68M with type 2 diabetes, eGFR {rate}, BMI 30. Metformin dose?", {"m.md": METFORMIN})
    assert bool(answer.premise) is put_right


def test_a_value_within_a_range_of_a_list_of_stages_is_not_put_right(ask: Ask) -> None:
    stages = "Kidney disease is staged by filtration rate as G3a 45–59, G3b 30–44, G4 15–29 and G5 <15 mL/min"
    texts = {"a.md": digest("a", f"## Stages\n\n{stages} [@g].", g={"doi": "10.1000/a"})}
    assert not ask("As kidney disease of stage G4 has a filtration rate of 24 mL/min, what follows?", texts).premise
