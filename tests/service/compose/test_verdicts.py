"""The word in front of the answer to a yes/no question, or none."""

from __future__ import annotations

import pytest

from service.compose.verdicts import of_the_same_figures
from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = """## Recommendations

Carvedilol is recommended to prevent a first variceal bleed in cirrhosis [@g; strength=strong].
Albumin is suggested in hepatorenal syndrome [@g; strength=weak].

## Contraindications

Carvedilol is contraindicated in asthma [@g].
Zinc is not recommended in hepatic encephalopathy [@g].
Platelets are not transfused routinely before paracentesis [@g].
"""
TEXTS = {
    "guide.md": digest("guide", GUIDE, g={"doi": "10.1000/guide"}),
    "rats.md": digest(
        "rats",
        "## Results\n\nSpironolactone is effective in ascites [@r].",
        r={"kind": "animal", "doi": "10.1000/rats"},
    ),
}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Is carvedilol contraindicated in asthma?", "Yes: Carvedilol"),
        ("Can carvedilol be given in asthma?", "No: Carvedilol"),
        ("Is zinc recommended in hepatic encephalopathy?", "Not recommended: Zinc"),
        ("Is albumin recommended in hepatorenal syndrome?", "Yes, conditionally: Albumin"),
    ],
)
def test_the_verdict_follows_direction_and_strength_of_what_is_quoted(ask: Ask, question: str, word: str) -> None:
    bottom = ask(question, TEXTS).bottom_line
    assert bottom is not None
    assert bottom.type == "framed"
    assert bottom.text.startswith(word)
    assert bottom.text.endswith(bottom.evidence[0].quote)


@pytest.mark.parametrize(
    "question",
    [
        "Is spironolactone effective in ascites?",  # rats alone say so
        "How is asthma affected by carvedilol?",  # no yes/no question
        "Is carvedilol or albumin recommended in cirrhosis?",  # two at once
    ],
)
def test_what_is_not_sure_gets_no_word(ask: Ask, question: str) -> None:
    bottom = ask(question, TEXTS).bottom_line
    assert bottom is None or not bottom.text.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("asked", "told", "same"),
    [
        ("Can metformin be used below an eGFR of 30?", "When eGFR falls to 30 to 45, metformin is reviewed.", False),
        ("Can metformin be used below an eGFR of 30?", "Metformin is contraindicated with an eGFR below 30.", True),
        ("Is it given above 50?", "It is given below 50.", False),
        ("Is aspirin given?", "Aspirin 75 mg is given.", True),
    ],
)
def test_a_verdict_is_of_the_figures_that_were_asked_about(asked: str, told: str, same: bool) -> None:
    assert of_the_same_figures(asked, told) is same


def test_what_is_forbidden_of_another_drug_is_no_verdict(ask: Ask) -> None:
    body = "## Treatment\n\nThrombosis in pregnancy is treated with heparin, and warfarin must not be used in pregnancy [@g]."
    texts = {"text.md": digest("text", body, g={"doi": "10.1000/x"})}
    bottom = ask("Should thrombosis in pregnancy be treated with heparin?", texts).bottom_line
    assert bottom is not None
    assert not bottom.text.startswith("No")


NEARLY = {
    "nearly.md": digest(
        "nearly",
        """## Evidence

In a trial in severe alcohol-associated hepatitis, prednisolone lowered mortality, pentoxifylline made no significant difference to mortality [@g].

## Recommendations

Dexamethasone is recommended in bacterial meningitis [@g].
Allopurinol is recommended in gout [@g].
In COPD with an exacerbation that needed antibiotics, the guideline suggests triple therapy [@g].
Gabapentin should not be offered for migraine prevention [@g].
Vena cava filters are not placed routinely in pulmonary embolism [@g].
""",
        g={"doi": "10.1000/nearly"},
    )
}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Does pentoxifylline lower mortality in alcohol-associated hepatitis?", "Not shown: "),
        ("Should gabapentin be offered to prevent migraine?", "Not recommended: Gabapentin"),
        ("Should a vena cava filter be placed in pulmonary embolism?", "Not routinely: Vena cava filters"),
    ],
)
def test_what_makes_no_difference_or_is_denied_is_said_to_be_so(ask: Ask, question: str, word: str) -> None:
    bottom = ask(question, NEARLY).bottom_line
    assert bottom is not None
    assert bottom.text.startswith(word)


@pytest.mark.parametrize(
    "question",
    [
        "Should dexamethasone be given in Listeria meningitis?",  # the sentence says nothing of Listeria,
        "Can allopurinol be given during an attack of gout?",  # nothing of when
        "Should antibiotics be given in COPD with an exacerbation?",  # and only describes whom it is about
    ],
)
def test_a_sentence_that_says_less_than_is_asked_carries_no_word(ask: Ask, question: str) -> None:
    bottom = ask(question, NEARLY).bottom_line
    assert bottom is None or not bottom.text.startswith(("Yes", "No"))


def test_what_is_measured_is_not_what_is_given(ask: Ask) -> None:
    texts = {"a.md": digest("a", "## Diagnosis\n\nDiabetic ketoacidosis requires bicarbonate <18 mmol/L [@g].")}
    bottom = ask("Is bicarbonate needed in diabetic ketoacidosis?", texts).bottom_line
    assert bottom is None or not bottom.text.startswith("Yes")


def test_that_something_does_good_is_no_answer_to_whether_it_is_stopped(ask: Ask) -> None:
    body = "## Evidence\n\nThe benefit of beta-blockers in refractory ascites came from less bleeding [@g]."
    texts = {"a.md": digest("a", body)}
    bottom = ask("Should beta-blockers be stopped in refractory ascites?", texts).bottom_line
    assert bottom is None or not bottom.text.startswith("No")


APART = {
    "apart.md": digest(
        "apart",
        """## Advice

D-dimer is recommended in suspected pulmonary embolism at low probability, and not at high probability [@g].
Lecanemab is recommended for early Alzheimer's disease only [@g].
Allergy to a component other than egg is a contraindication to influenza vaccine, and egg allergy is none [@g].
Terlipressin in acute-on-chronic liver failure can bring serious respiratory failure [@g].
Gabapentin should not be offered for migraine prevention [@g].
""",
        g={"doi": "10.1000/apart"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "Should D-dimer be measured in suspected pulmonary embolism at high probability?",
        "Is lecanemab recommended in moderate Alzheimer's disease?",
        "Is egg allergy a contraindication to influenza vaccine?",
        "Is terlipressin safe in acute-on-chronic liver failure?",  # that it may harm does not forbid it
    ],
)
def test_what_a_sentence_sets_apart_gets_no_word(ask: Ask, question: str) -> None:
    bottom = ask(question, APART).bottom_line
    assert bottom is not None
    assert not bottom.text.startswith(("Yes", "No"))


def test_what_a_sentence_does_deny_still_gets_its_word(ask: Ask) -> None:
    bottom = ask("Should gabapentin be offered for migraine prevention?", APART).bottom_line
    assert bottom is not None
    assert bottom.text.startswith("Not recommended: Gabapentin")


@pytest.mark.parametrize(
    "question",
    [
        "Does the platelet count predict bleeding in cirrhosis?",
        "Is the platelet count associated with bleeding in cirrhosis?",
    ],
)
def test_what_is_found_out_is_not_advised_against(ask: Ask, question: str) -> None:
    body = (
        "## Evidence\n\nThe platelet count did not predict bleeding in cirrhosis and was not associated with it [@g]."
    )
    answer = ask(question, {"text.md": digest("text", body)})
    assert answer.bottom_line is not None
    assert not answer.bottom_line.text.startswith("Not recommended")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (  # the words of another name of it, apart: no slow thyroid
            "Is amiodarone a cause of hypothyroidism?",
            "Amiodarone may raise the risk of thyroid disorder, slow heart rate and growth restriction",
        ),
        (  # other drugs of the class
            "Does spironolactone cause hypokalaemia?",
            "Hypokalaemia is caused by loop and thiazide diuretics, diarrhoea and insulin",
        ),
        (  # one change up and another down
            "Does digoxin toxicity get worse on furosemide?",
            "Non-steroidal drugs weaken furosemide, and low potassium on furosemide raises digoxin toxicity",
        ),
    ],
)
def test_no_word_stands_before_a_sentence_that_may_be_of_something_else(ask: Ask, question: str, told: str) -> None:
    answer = ask(question, {"t.md": digest("t", f"## Harms\n\n{told} [@g].\n", g={"doi": "10.1000/t"})})
    assert answer.bottom_line is None or not answer.bottom_line.text.startswith(("No:", "Not ", "Yes"))


GRANTED = {
    "granted.md": digest(
        "granted",
        """## Treatment

Metformin is used in gestational diabetes although its leaflet advises against use in pregnancy [@g].
Methyldopa is not the first choice when blood pressure has to be lowered urgently in pregnancy [@g].
Nitrofurantoin is not used in pregnancy at term [@g].
Enoxaparin is not used without careful monitoring in pregnancy [@g].
Warfarin is not given in pregnancy [@g].
""",
        g={"doi": "10.1000/granted"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "Can metformin be used in pregnancy?",  # its leaflet's advice is only granted,
        "Is metformin contraindicated in pregnancy?",
        "Can methyldopa be used in pregnancy?",  # it is only not the first,
        "Can nitrofurantoin be used in pregnancy?",  # it is denied in a part of that time,
        "Can enoxaparin be used in pregnancy?",  # and denied only without something
    ],
)
def test_what_is_granted_or_denied_in_part_carries_no_word(ask: Ask, question: str) -> None:
    bottom = ask(question, GRANTED).bottom_line
    assert bottom is not None
    assert not bottom.text.startswith(("Yes", "No:", "Not "))


def test_what_is_denied_as_a_whole_is_said_to_be_so(ask: Ask) -> None:
    bottom = ask("Can warfarin be used in pregnancy?", GRANTED).bottom_line
    assert bottom is not None
    assert bottom.text.startswith("Not recommended: Warfarin")


def test_neither_yes_nor_no_stands_before_sources_that_disagree(ask: Ask) -> None:
    apart = (
        "AASLD 2021 suggests albumin with diuretics in ascites, "
        "whereas EASL 2022 recommends diuretics for ascites without albumin."
    )
    texts = {
        "a.md": digest(
            "a",
            f"## Recommendations\n\n{apart[:-1]} [@a; @e].",
            a={"organisation": "American Association for the Study of Liver Diseases (AASLD)", "year": 2021},
            e={"organisation": "European Association for the Study of the Liver (EASL)", "year": 2022},
        )
    }
    bottom = ask("Is albumin given with diuretics in ascites?", texts).bottom_line
    assert bottom is not None
    assert bottom.text.startswith("AASLD 2021")


EFFECTS = {
    "effects.md": digest(
        "effects",
        "## Treatment\n\nMetoprolol is recommended in atrial fibrillation to slow the ventricular rate [@g].\n"
        "Penicillin cures early syphilis in nearly everyone [@g].\n"
        "Magnesium sulphate is recommended to treat the seizures of eclampsia, but not together with nifedipine [@g].\n\n"
        "## Harms\n\nTerbinafine can cause a loss of taste [@g].\n"
        "Swelling of the ankles was more frequent with amlodipine than with lisinopril in hypertension [@g].\n"
        "Patients with worsening breathlessness are reviewed before metoprolol is given in atrial fibrillation [@g].",
        g={"doi": "10.1000/effects"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "Does metoprolol cure atrial fibrillation?",  # it is given in it
        "Is atrial fibrillation curable with metoprolol?",
        "Does metoprolol worsen atrial fibrillation?",  # something else gets worse
        "Does lisinopril cause swelling of the ankles?",  # it is what is compared with
        "Does magnesium stop the seizures of eclampsia?",  # they are stopped, and not the drug
    ],
)
def test_no_word_stands_before_a_sentence_that_does_not_tell_of_the_effect(ask: Ask, question: str) -> None:
    bottom = ask(question, EFFECTS).bottom_line
    assert bottom is None or not bottom.text.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    "question",
    ["Does penicillin cure syphilis?", "Can terbinafine cause loss of taste?"],
)
def test_what_tells_of_the_effect_keeps_its_word(ask: Ask, question: str) -> None:
    bottom = ask(question, EFFECTS).bottom_line
    assert bottom is not None
    assert bottom.text.startswith("Yes: ")


def test_a_cure_that_nothing_tells_of_is_named_as_not_found(ask: Ask) -> None:
    answer = ask("Does metoprolol cure atrial fibrillation?", EFFECTS)
    assert answer.bottom_line is None
    assert "a cure by metoprolol" in answer.not_found
