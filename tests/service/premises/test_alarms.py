"""Assumptions that the library bears out in other words: none of them is called wrong."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Scores and figures

A CRB-65 score of 0 in pneumonia means a low risk of death, 1 or 2 an intermediate risk and 3 or 4 a high risk [@g].
Tachycardia in a feverish child is an amber feature: >160 beats/minute under 12 months and >150 at 12-24 months [@g].
Dalteparin in cancer is given at 200 units/kg for the first month and 150 units/kg for the next 5 months [@g].
In ascites with hyponatraemia fluid is restricted when serum sodium is below 130 mmol/L [@g].

## Choices

In antiphospholipid syndrome ASH advises against direct oral anticoagulants in all patients [@g].
Carvedilol is an option in cirrhosis with portal hypertension, for whom it holds endoscopy unnecessary [@g].
Where resistance is common, rifampicin, ceftriaxone or azithromycin is advised instead of ciprofloxacin [@g].
People with hepatitis B and C who are not on hepatitis B treatment are monitored for a flare of hepatitis B during hepatitis C treatment [@g].

## Of others

In suspected asthma at 5 to 16 years an exhaled nitric oxide of 35 ppb or more counts as positive [@g].
Initial treatment of hypertension of 140/90 mmHg or more is a combination of two drugs for most patients [@g].
Terlipressin in hepatorenal syndrome continues when creatinine on day 4 is below its baseline [@g].
Rivaroxaban is contraindicated in liver disease of Child-Pugh B and C [@g].
Partial splenic embolisation raises platelets in cirrhosis, and serves those who are no candidates for splenectomy [@g].

Drugs that prolong the QT interval are avoided with amiodarone, which prolongs the QT interval by about 10% [@g].
Paroxetine is more likely than other antidepressants to cause withdrawal symptoms [@g].
An NT-proBNP above 2,000 ng/L in suspected heart failure calls for echocardiography within 2 weeks [@g].
Urate-lowering therapy is recommended in gout with tophi [@g].

Budesonide-formoterol for asthma is not indicated for relief of acute bronchospasm [@g].
An SGLT2 inhibitor is restarted after surgery when ketones are normal [@g].
A vaccine against shingles is recommended for all adults aged ≥75 years and for adults aged 50-74 years at risk [@g].
Statin muscle pain with creatine kinase above 4 and below 10 times normal means that the statin stops [@g].

## Vaccines

Live vaccines are generally contraindicated after transplantation of an organ [@g].
Transplantation does not keep close contacts from most routine live vaccines, which they receive [@g].

## Other

Bicarbonate is not given routinely in diabetic ketoacidosis [@g].
Stopping clonidine abruptly causes rebound hypertension and a raised risk of stroke [@g].
Clonidine lowers blood pressure in hypertension within an hour [@g].
In renal impairment, exposure to enoxaparin rises by 65%, against 20% for tinzaparin [@g].
In severe hepatic impairment, the clearance of sirolimus was 67% lower than in healthy people [@g].
A person with anaphylaxis is laid flat and must not stand or walk [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "A CRB-65 score of 2 in pneumonia puts him at intermediate risk of death, so which items make it up?",
        "Since tachycardia over 150 is an amber feature in a feverish child of 18 months, what is it in the first year?",
        "Dalteparin in cancer starts at 200 units/kg and goes down to 150 after a month – what is the ceiling?",
        "As hyponatraemia is a serum sodium below 135 mmol/L, what follows in ascites?",
    ],
)
def test_a_figure_that_the_sentence_has_too_or_that_is_of_another_case_is_no_contrast(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    "question",
    [
        "As warfarin is the drug of choice in antiphospholipid syndrome, why not a DOAC?",
        "As carvedilol is the preferred drug in cirrhosis with portal hypertension, at which dose?",
        "Since rifampicin replaces ciprofloxacin where resistance is common, for how long is it given?",
        "As hepatitis B can flare during hepatitis C treatment, who is monitored?",
    ],
)
def test_what_is_said_of_another_one_does_not_speak_against_it(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    "question",
    [
        "As an exhaled nitric oxide of 50 ppb or more counts as positive for asthma in adults, what if it is lower?",
        "Because treatment of hypertension starts most people at 150/95 on a combination of two drugs, which pair?",
        "Because terlipressin in hepatorenal syndrome is stopped on day 4 when creatinine is above its baseline, what then?",
        "As rivaroxaban is given in liver disease of Child-Pugh A, at which dose?",
        "Since splenectomy is the standard treatment for low platelets in cirrhosis, when do I refer?",
    ],
)
def test_what_holds_of_children_of_the_other_side_or_of_another_class_does_not_either(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    "question",
    [
        "Seeing that amiodarone stretches the QT interval, how much of that is expected?",
        "Since paroxetine is worse than most for withdrawal symptoms, how soon do they show?",
        "An NT-proBNP of 2600 in suspected heart failure means echocardiography within 2 weeks; what about 900?",
        "As ACR does not treat a high urate in people who never had gout, when in gout does it start?",
    ],
)
def test_what_worsens_what_is_stretched_whose_value_it_is_and_who_never_had_it_are_read(
    ask: Ask, question: str
) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    "question",
    [
        "As asthma does better on budesonide-formoterol than on salbutamol, by how much?",
        "Since SGLT2 inhibitors are stopped before surgery, when are they restarted?",
        "Because a vaccine against shingles is for everyone from 75, who gets it earlier?",
        "Creatine kinase of 6 times normal on a statin with muscle pain stops the statin, so for how many weeks?",
    ],
)
def test_what_compares_nothing_begins_again_or_has_the_number_elsewhere_is_no_correction(
    ask: Ask, question: str
) -> None:
    assert not ask(question, GUIDE).premise


def test_a_sentence_that_bears_on_it_more_and_confirms_it_outweighs_one_on_others(ask: Ask) -> None:
    assert not ask("As live vaccines are contraindicated after transplantation, when are they given?", GUIDE).premise


@pytest.mark.parametrize(
    "question",
    [
        "Since bicarbonate under 15 defines diabetic ketoacidosis in Britain, what else does?",  # no use of it
        "Since people with severe hepatic impairment clear sirolimus more slowly than healthy people, by how much?",
        "Even when she looks recovered from anaphylaxis she must not walk, so may she sit up?",
    ],
)
def test_a_value_a_slower_rate_and_what_must_not_be_done_are_read_as_what_they_are(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Since people with severe hepatic impairment clear sirolimus more than healthy people, by how much?", "lower"),
        ("Since anaphylaxis is followed by a walk, how long may the person stand or walk?", "must not stand or walk"),
        ("As DOACs are recommended in antiphospholipid syndrome, which one?", "advises against"),
    ],
)
def test_what_is_said_of_that_very_thing_is_still_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Why does stopping clonidine cause rebound hypertension and what do I give for it?",
        "As withdrawing clonidine raises blood pressure in hypertension, how fast is it tapered?",
        "By how much does exposure to enoxaparin rise in renal impairment?",
    ],
)
def test_what_comes_of_stopping_it_or_holds_in_an_impairment_is_not_read_as_the_opposite(
    ask: Ask, question: str
) -> None:
    assert not ask(question, GUIDE).premise
