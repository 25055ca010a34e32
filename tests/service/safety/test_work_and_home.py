"""The same words at work and at home: a clinician's question is answered, who tells of danger at home is heard."""

from __future__ import annotations

import pytest

from service.answer import Status
from service.safety.resemblance import Resemblance
from tests.service.safety.gate import check


@pytest.mark.parametrize(
    "message",
    [
        "my patient is vomiting blood, how soon should endoscopy be done?",
        "A 54-year-old man presents with crushing chest pain. Which drugs first?",
        "Our patient is unconscious with a sodium of 108, how fast may it rise?",
    ],
)
def test_a_clinician_who_asks_of_a_patient_in_danger_is_answered(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is None


@pytest.mark.parametrize(
    "message",
    [
        "warfarin and metronidazole",
        "restart apixaban after GI bleed, when",
        "bridging warfarin before surgery with mechanical mitral valve",
        "tacrolimus trough target after liver transplant",
        "reversal of edoxaban in life-threatening bleeding",
        "ondansetron child 12 kg vomiting",
        "colchicine on dialysis",
        "methotrexate breastfeeding",
        "edoxaban while breastfeeding",
        "levothyroxine and calcium tablets how far apart",
        "everolimus after liver transplant",
    ],
)
def test_drugs_in_a_clinicians_shorthand_are_no_emergency(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is None


@pytest.mark.parametrize(
    "message",
    [
        "My spleen was taken out. Do I need a flu shot?",
        "bleeding risk class of lumbar puncture in cirrhosis, 2018 scheme",
        "second variceal bleed on propranolol and banding",
        "lithium overdose when dialyse",
        "upper GI bleed Glasgow-Blatchford 0 discharge",
        "chest drain bubbling stopped, when to remove",
        "peak flow 40%",
        "suicide risk after liver transplant, incidence",
        "needle thoracostomy, which space in tension pneumothorax",
        "eclampsia, second fit on magnesium, next drug",
    ],
)
def test_alarming_words_in_a_question_of_practice_are_no_emergency(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is None


@pytest.mark.parametrize(
    "message",
    [
        "warfarin and vomiting blood",
        "my mum is on warfarin and hit her head",
        "took apixaban, now bleeding a lot",
        "baby swallowed iron tablets",
        "on apixaban, black stools, dizzy",
        "bringing up blood, bowl half full, known varices",
        "my peak flow is 40% of my best and the inhaler does nothing",
        "My 2yo got into grandmas blood pressure pills, maybe 3 gone, playing normally",
        "my 3 yo drank lamp oil and coughs",
        "4 week old with temp of 38.5, not waking up properly",
        "my husband, known cirrhosis, INR 2.1, is bringing up blood",
        "on dialysis, potassium 7.1 they rang, legs are giving way",
        "Wrong pen!! injected 50 units of novorapid instead of lantus",
        "My ICD has gone off four times since lunch",
    ],
)
def test_words_of_the_trade_do_not_silence_what_somebody_tells(message: str, resemblance: Resemblance) -> None:
    finding = check(message, resemblance)
    assert finding is not None
    assert finding.status is Status.EMERGENCY


@pytest.mark.parametrize(
    "message",
    [
        "K 7.4, sine wave, dialysis not ready. Calcium first and how much?",
        "Massive PE, lysed an hour ago, still shocked. Repeat dose?",
        "Bleeding varices, banded twice, still pouring, on terlipressin. TIPS when?",
        "Still fitting after two doses of lorazepam. Phenytoin load in mg/kg, or valproate?",
        "Is it relapse or withdrawal? Came off venlafaxine two weeks ago, dizzy, tearful, shocks in the head.",
        "Central line pulled, sudden collapse, air embolism? position?",
        "Ruptured AAA, BP 65, how low do I let the pressure go before theatre?",
        "DKA in a 5 yr old, suddenly drowsy and HR 55. Mannitol or hypertonic?",
        "Day 9 after SAH, new arm weakness, vasospasm on TCD. What pressure do I aim for?",
        "starting bisoprolol how fast to go up",
        "seizing through 2 lots of midaz, 72 kg, phenytoin load mg per kg?",
        "10 kg infant, SVT at 260, adenosine mcg/kg please",
        "on carbimazole since June, phoning with sore throat and 38.6, what do we need to do today",
        "paramedic - sugar 1.8, unrousable, T1, IM glucagon 15 mins ago and nothing, repeat?",
        "6 yr old 20kg, cashew, stridor. adrenaline dose now",
    ],
)
def test_a_clinicians_question_at_a_bedside_is_answered(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is None


@pytest.mark.parametrize(
    "message", ["IM glucagon dose for a type 2 found unconscious?", "US shows free fluid, BP 85. Theatre first?"]
)
def test_capitals_of_a_route_or_a_scan_are_no_pronoun(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is None


@pytest.mark.parametrize(
    "message",
    [
        "im dizzy and shaking with a pulse of 35",
        "my husband's peak flow is 110, ten puffs and prednisolone in, second dose?",
        "gave one EpiPen, his lips are swelling again, second dose?",
        "my son 17 kg ate a peanut, lips swelling and wheezing, how much antihistamine",
        "nurse said wait, but my chest is crushing and i am 90 kg, aspirin dose?",
        "my leg is swollen since the caesarean and I cough up blood, dose of clexane?",
    ],
)
def test_values_and_doses_do_not_silence_those_at_home(message: str, resemblance: Resemblance) -> None:
    finding = check(message, resemblance)
    assert finding is not None
    assert finding.status is Status.EMERGENCY


@pytest.mark.parametrize(
    "message",
    [
        "Grandad's oxygen says 81 and he is on 2 litres at home, how far can I turn it up?",
        "I'm the carer: bp 78/42 after her new tablet, she is grey. Which one do I leave out tonight?",
        "my wife's ketones are 4.2 and she keeps being sick, how many extra units?",
        "he takes 6 breaths a minute since his new patch, he's my dad, when is the next one due",
    ],
)
def test_a_value_out_of_bounds_at_home_is_an_emergency_whatever_dose_is_asked_for(
    message: str, resemblance: Resemblance
) -> None:
    finding = check(message, resemblance)
    assert finding is not None
    assert finding.notice.kind == "emergency"


@pytest.mark.parametrize(
    "message",
    [
        "Bed 4, sats 81 on 2 L, COPD, pH 7.21. NIV pressures to start?",
        "RR 6 in recovery after fentanyl, naloxone increments?",
        "mum's blood pressure is 152/88 at home and she feels well, should she take more amlodipine",
        "no chest pain, no fever, just a dry cough on ramipril, which tablet instead",
    ],
)
def test_values_of_a_clinicians_patient_and_such_as_are_within_bounds_are_answered(
    message: str, resemblance: Resemblance
) -> None:
    assert check(message, resemblance) is None
