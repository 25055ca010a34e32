"""The dose of a drug is told by an amount of that drug which a grown person is given."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, asked, name_of, sentence


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("warfarin", "With an INR above 8 on warfarin and no bleeding, vitamin K 1 to 5 mg is given by mouth."),
        ("dabigatran", "Dabigatran is reversed with idarucizumab 5 g intravenously."),
        ("salbutamol", "Nebulised ipratropium 0.5 mg is added to salbutamol in a life-threatening asthma attack."),
        ("ciclosporin", "Everolimus starts at 0.75 mg every 12 hours with reduced-dose ciclosporin."),
        (
            "itraconazole",
            "With strong inhibitors such as ketoconazole, itraconazole or ritonavir, apixaban 5 mg twice daily is halved.",
        ),
        (
            "trimethoprim",
            "Co-trimoxazole 960 mg (trimethoprim 160 mg with sulfamethoxazole 800 mg) is given by mouth daily.",
        ),
        ("atorvastatin", "High-dose icosapent ethyl, 2 g twice daily with a statin, should be considered."),
        ("doxycycline", "Albumin is given with antibiotics at 1.5 g/kg on day 1."),
    ],
)
def test_an_amount_of_another_drug_is_no_dose_of_this_one(drug: str, said: str) -> None:
    assert not answers(f"dose of {drug}", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("simvastatin", "With amiodarone, simvastatin is limited to 20 mg a day."),
        ("amiodarone", "A 200 mg tablet of amiodarone contains about 75 mg of iodine."),
        ("rivaroxaban", "A missed dose of rivaroxaban 20 mg once daily is taken at once on the same day."),
        ("methotrexate", "In methotrexate overdose above 1000 mg folinic acid is given."),
        ("fluoxetine", "Fluoxetine 20 mg daily can sometimes be stopped through alternate-day dosing."),
        (
            "sirolimus",
            "The oral clearance of a single 15 mg dose of sirolimus was about 32% lower in hepatic impairment.",
        ),
        ("phenytoin", "Intravenous phenytoin must not exceed 50 mg/min."),
        ("azithromycin", "Doxycycline is given for 7 days, or azithromycin 1 g once in pregnancy."),
        ("ondansetron", "Children with gastroenteritis are given ondansetron 4 mg at 15-30 kg."),
        ("sirolimus", "In rats with cirrhosis sirolimus at 2 mg/kg daily lowered portal pressure."),
        ("penicillin", "Penicillin 250 mg twice daily lowered recurrence to 22% from 37% with placebo in 274 adults."),
        ("resmetirom", "Resmetirom is not recommended with alcohol intake above 20 g/day in women or 30 g/day in men."),
    ],
)
def test_an_amount_that_is_not_what_grown_people_are_given_is_no_dose(drug: str, said: str) -> None:
    assert not answers(f"dose of {drug}", said)


def test_the_dose_of_one_of_its_drugs_is_none_of_a_class_of_classes() -> None:
    assert not answers("anticoagulant dose", "Apixaban is given at 5 mg twice daily.")


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("apixaban", "In nonvalvular atrial fibrillation, apixaban is given at 5 mg twice daily."),
        (
            "allopurinol",
            "Allopurinol for gout starts at 100 mg a day or less and is then titrated to the urate target.",
        ),
        ("methotrexate", "ACR conditionally recommends raising methotrexate to at least 15 mg weekly."),
        ("folic acid", "Methotrexate is given weekly, commonly with folic acid 5 mg once weekly on the day after."),
        ("selegiline", "Rasagiline is given as 1 mg once daily and selegiline as 5 mg twice daily by mouth."),
        ("prednisolone", "For acute gout 30 mg of prednisolone a day is given for 5 days."),
        ("ribavirin", "Adding ribavirin to sofosbuvir-velpatasvir may be considered, at 1000 mg daily below 75 kg."),
        ("statin", "Moderate-intensity statins are atorvastatin 10 to 20 mg and simvastatin 20 to 40 mg."),
        ("recombinant zoster vaccine", "Recombinant zoster vaccine is given as 2 doses, 2-6 months apart."),
    ],
)
def test_an_amount_of_it_is_its_dose(drug: str, said: str) -> None:
    assert answers(f"dose of {drug}", said)


@pytest.mark.parametrize(
    "question",
    [
        "apixaban dose",
        "How much apixaban do I give?",
        "what dose of apixaban should I give",
        "apixaban dosing in adults",
        "usual adult dose of apixaban",
        "how many mg of apixaban?",
        "How should apixaban be dosed?",
        "apixaban dosage please",
    ],
)
def test_the_dose_is_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "dose"


@pytest.mark.parametrize(
    "question",
    [
        "missed dose of apixaban",
        "low dose aspirin",
        "dose of amoxicillin in children",
        "apixaban dose in atrial fibrillation",
        "IV paracetamol dose",
        "loading dose of amiodarone",
        "how much paracetamol is too much",
    ],
)
def test_a_certain_dose_is_another_question(question: str) -> None:
    assert name_of(question) != "dose"


def test_a_dose_that_is_reduced_only_later_is_no_less_the_usual_one() -> None:
    bare = asked("dose of carbimazole")
    assert bare is not None
    lowered = sentence("Carbimazole is lowered to 5 mg daily once euthyroid.")
    usual = sentence("Carbimazole is given at 15–40 mg daily until euthyroid, then reduced gradually.")
    assert bare.first(lowered, [], [usual]) is usual
