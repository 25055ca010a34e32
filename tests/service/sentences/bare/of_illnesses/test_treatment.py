"""How an illness is treated is told by what says so of it, not by what is on it or treats something else in it."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asked, asks, first_of, told


@pytest.mark.parametrize(
    "question",
    ["how long to treat gout", "when to treat gout", "treatment of severe gout", "treatment of gout in pregnancy"],
)
def test_more_than_the_treatment_of_an_illness_is_another_question(question: str) -> None:
    assert not asks(question, "treatment")


@pytest.mark.parametrize(
    "question",
    ["treatment of gout", "Tx of gout", "mx gout", "gout rx", "gout management?", "how do I treat gout", "how is gout treated?",
     "what is the treatment for gout", "what do I give for gout?", "what helps with gout", "drugs for gout", "cure for gout",
     "what drugs are used for gout", "how should gout be managed in adults", "gout: how to treat?", "treatment options for gout",
     "what is used to treat gout?", "current guidelines for treatment of gout"],
)  # fmt: skip
def test_the_treatment_of_an_illness_is_asked_in_many_words(question: str) -> None:
    assert asks(question, "treatment")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("treatment of pancreatitis", "Semaglutide is used with caution after pancreatitis."),
        ("treatment of pancreatitis", "Carbimazole is stopped for good after acute pancreatitis."),
        ("treatment of cirrhosis", "Ascites in cirrhosis is treated first with spironolactone."),
        ("treatment of cirrhosis", "Rivaroxaban is contraindicated in cirrhosis of Child-Pugh class B."),
        ("treatment of penicillin allergy", "In penicillin allergy, doxycycline treats syphilis."),
        ("treatment of syphilis", "Everybody who is pregnant is screened for syphilis."),
        ("treatment of gout", "Prophylaxis of gout with colchicine starts at 0.3 mg a day."),
        ("treatment of gout", "In a trial of 400 people with gout, allopurinol was given to half of them."),
        ("treatment of hyperkalaemia", "ACE inhibitors are considered for stopping in hyperkalaemia."),
        ("treatment of hyperkalaemia", "Patiromer should not be the emergency treatment of hyperkalaemia."),
        ("treatment of septic shock", "Ultrasound is recommended in septic shock to look for its source."),
        ("treatment of pneumonia", "Between 1% and 10% of patients admitted with pneumonia need intensive care."),
        ("treatment of dialysis", "An SGLT2 inhibitor is recommended in chronic kidney disease outside dialysis."),
        ("treatment of coronary artery disease", "Reperfusion is recommended in ST-elevation myocardial infarction."),
        ("treatment of depression", "Anybody who starts an antidepressant is watched for worsening depression."),
        ("treatment of allergy", "The American Academy of Allergy recommends glucagon in refractory shock."),
        ("treatment of variceal bleeding", "The guideline recommends carvedilol against a first variceal bleed."),
        ("treatment of headache", "Red flags in headache are fever, weight loss and immunosuppression."),
        ("treatment of pre-eclampsia", "The guideline recommends aspirin for women at increased risk of pre-eclampsia."),
        ("treatment of influenza", "Corticosteroids are suggested for severe pneumonia, except when influenza is the cause."),
        ("treatment of anaemia", "A rise of haemoglobin on iron in patients with anaemia strongly suggests iron deficiency."),
        ("treatment of acute kidney injury", "Diuretics are suggested not to be used to treat acute kidney injury."),
        ("treatment of heparin-induced thrombocytopenia", "The society recommends the 4Ts score in heparin-induced thrombocytopenia."),
        ("treatment of epilepsy", "Folic acid should be prescribed to people with epilepsy who could become pregnant."),
    ],
)  # fmt: skip
def test_what_is_on_the_illness_or_treats_another_one_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("treatment of gout", "A gout flare is treated first with an NSAID or colchicine."),
        ("treatment of anaphylaxis", "Intramuscular adrenaline is the first treatment of anaphylaxis."),
        ("treatment of splenomegaly", "Treatment of splenomegaly is directed at the underlying disease."),
        ("treatment of bacterial meningitis", "A hospital regimen for adults with bacterial meningitis is ceftriaxone 2 g."),
        ("treatment of ascites", "The 2022 guideline recommends spironolactone in ascites."),
        ("treatment of ascites", "In ascites, spironolactone is given first."),
        ("treatment of ascites", "Water tablets help with ascites."),
        ("treatment of ascites", "Give spironolactone in ascites."),
        ("treatment of pulmonary embolism", "Direct oral anticoagulants are the preferred treatment of acute DVT and PE."),
        ("treatment of hypothyroidism", "Levothyroxine for primary hypothyroidism starts at 1.6 µg/kg/day."),
        ("treatment of lymphangioleiomyomatosis", "The 2016 guideline on lymphangioleiomyomatosis recommends sirolimus."),
        ("treatment of asymptomatic bacteriuria", "Asymptomatic bacteriuria should not be treated in healthy women."),
    ],
)  # fmt: skip
def test_what_says_how_the_illness_itself_is_treated_tells_it(question: str, text: str) -> None:
    assert told(question, text)


def test_in_a_text_on_the_illness_its_treatment_need_not_name_it() -> None:
    text = "Intravenous fluid is given at 500 mL an hour."
    assert told("treatment of diabetic ketoacidosis", text, "Diabetic ketoacidosis in adults: care", "Treatment")
    assert not told("treatment of diabetic ketoacidosis", text, "Fluids in diabetic ketoacidosis", "Treatment")
    assert not told("treatment of diabetic ketoacidosis", text, "Diabetic ketoacidosis in adults: care", "Diagnosis")


@pytest.mark.parametrize(
    ("likelier", "plainer"),
    [
        ("Refractory ascites is treated with paracentesis.", "Ascites is treated with spironolactone."),
        ("In ascites, albumin is given after paracentesis.", "Spironolactone is the first treatment of ascites."),
        ("Spironolactone for ascites starts at 100 mg.", "Treatment of ascites starts with salt restriction."),
    ],
)
def test_the_treatment_as_a_whole_stands_before_a_part_of_it_and_before_a_narrower_kind(
    likelier: str, plainer: str
) -> None:
    assert first_of("treatment of ascites", likelier, plainer) == plainer


def test_what_is_missing_is_named() -> None:
    bare = asked("treatment of scabies")
    assert bare is not None
    assert bare.missing() == "treatment of scabies"


def test_what_holds_for_all_kinds_of_a_class_tells_it_of_each() -> None:
    text = "In symptomatic heart failure of any ejection fraction, dapagliflozin is recommended."
    assert told("treatment of HFpEF", text)
    assert not told("treatment of HFpEF", "In heart failure, dapagliflozin is recommended before any operation.")
