"""The contraindications to a drug: in which illnesses and states it is not given."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("prasugrel", "Clopidogrel is for those in whom prasugrel and ticagrelor are not tolerated or contraindicated."),
        ("metformin", "If metformin is contraindicated or not tolerated, an SGLT2 inhibitor alone is offered."),
        ("carvedilol", "The guideline recommends carvedilol in compensated disease, unless contraindicated."),
        ("anticoagulant", "Occlusion is for patients with a contraindication to long-term anticoagulation."),
        ("heparin", "A low platelet count is not a contraindication to heparin."),
    ],
)  # fmt: skip
def test_that_it_may_be_contraindicated_does_not_say_when_it_is(drug: str, said: str) -> None:
    assert not answers(f"contraindications to {drug}", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("gabapentin", "Gabapentin should not be offered for migraine prevention."),
        ("statin", "Statins are not advised for the sole purpose of preventing liver cancer."),
        ("benzodiazepine", "Benzodiazepines are not recommended for routine use in anxiety disorders."),
        ("avatrombopag", "In liver disease, drugs such as avatrombopag should not be used just to make a low count normal."),
        ("ribavirin", "Reducing the dose of ribavirin is not recommended in hepatitis C."),
    ],
)  # fmt: skip
def test_that_it_is_not_given_for_something_is_no_contraindication(drug: str, said: str) -> None:
    assert not answers(f"contraindications to {drug}", said)


@pytest.mark.parametrize(
    ("of_the_drug", "of_another", "said"),
    [
        ("everolimus", "sirolimus", "Everolimus is contraindicated in known hypersensitivity to everolimus or sirolimus."),
        ("tacrolimus", "macrolide", "The leaflet of tacrolimus excludes people who are allergic to tacrolimus or to macrolide antibiotics."),
        ("spironolactone", "eplerenone", "Spironolactone is contraindicated in hyperkalaemia and together with eplerenone."),
        ("haloperidol", "quetiapine", "In Parkinson's disease quetiapine can be considered, while haloperidol is not recommended in it."),
        ("argatroban", "bivalirudin", "The guideline suggests argatroban (avoided in Child-Pugh C) or bivalirudin in critical illness."),
        ("clarithromycin", "colchicine", "Clarithromycin must not be combined with colchicine in renal impairment."),
    ],
)  # fmt: skip
def test_it_is_said_of_the_drug_that_is_not_given(of_the_drug: str, of_another: str, said: str) -> None:
    assert not answers(f"contraindications to {of_another}", said)
    assert answers(f"contraindications to {of_the_drug}", said)


def test_that_another_drug_is_avoided_with_it_is_no_contraindication_to_either() -> None:
    said = "Trimethoprim is avoided with methotrexate because of bone marrow suppression."
    assert not answers("contraindications to methotrexate", said)
    assert not answers("contraindications to trimethoprim", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("adenosine", "Adenosine is contraindicated in asthma, long QT syndrome and severe hypotension."),
        ("apixaban", "Australian guidance rules out apixaban in Child-Pugh C."),
        ("apixaban", "In Child-Pugh C apixaban is avoided."),
        ("enoxaparin", "Enoxaparin is 1 mg/kg once daily at a creatinine clearance of 15 to 30 mL/min and not recommended below 15 mL/min."),
        ("carvedilol", "The product information of carvedilol contraindicates severe hepatic impairment."),
        ("everolimus", "Everolimus tablets contain lactose and are not for people with galactose intolerance."),
        ("alteplase", "Alteplase is given over 2 hours, and active bleeding and a past stroke are among its contraindications."),
        ("lusutrombopag", "The label of lusutrombopag lists no contraindications."),
        ("pravastatin", "Statins are contraindicated in pregnancy."),
        ("colchicine", "Colchicine is contraindicated with a strong CYP3A4 inhibitor in renal impairment."),
    ],
)  # fmt: skip
def test_a_state_in_which_it_is_not_given_is_one(drug: str, said: str) -> None:
    assert answers(f"contraindications to {drug}", said)


@pytest.mark.parametrize(
    "question", ["contraindications to metformin in CKD", "is metformin contraindicated in asthma?"]
)
def test_one_state_that_is_asked_about_is_another_question(question: str) -> None:
    assert name_of(question) != "contraindications"


@pytest.mark.parametrize(
    "question",
    [
        "metformin CI",
        "What are the contraindications to metformin?",
        "When is metformin contraindicated?",
        "who should not take metformin",
        "Who can't take metformin?",
        "when to avoid metformin",
        "When should metformin not be used?",
        "which patients should avoid metformin",
    ],
)
def test_they_are_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "contraindications"
