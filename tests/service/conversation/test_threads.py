"""What a conversation is on: two questions at once, what an answer named, values, news of the patient, somebody else."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand


def meant(message: str, before: Before, glossary: Glossary) -> str:
    return understand(message, before, glossary).text


@pytest.mark.parametrize("message", [
    "What is the dose? And when is it stopped?", "any contraindications? how long is it given?",
    "in renal failure? and in pregnancy?",
],
)  # fmt: skip
def test_each_of_two_questions_gets_the_topic(message: str, glossary: Glossary) -> None:
    parts = meant(message, Before(["Is apixaban used in atrial fibrillation?"]), glossary).rstrip("?").split("? ")
    assert len(parts) == 2
    assert all("apixaban" in part.lower() for part in parts)


def test_the_second_of_two_questions_goes_on_with_the_first(glossary: Glossary) -> None:
    found = meant("And rivaroxaban? What dose?", Before(["Is apixaban used in atrial fibrillation?"]), glossary)
    assert "rivaroxaban" in found.partition("? ")[2]


@pytest.mark.parametrize("message", ["max?", "what dose?", "when do I stop?"])
@pytest.mark.parametrize(("asked", "said", "drug"), [
    ("Which diuretic is used in ascites?", "Spironolactone is given first in ascites.", "spironolactone"),
    ("What beta-blocker is given in heart failure?", "Bisoprolol is recommended in heart failure.", "bisoprolol"),
],
)  # fmt: skip
def test_of_a_class_it_is_asked_of_the_member_that_was_answered(
    asked: str, said: str, drug: str, message: str, glossary: Glossary
) -> None:
    assert drug in meant(message, Before([asked], said=[said]), glossary).lower()


def test_the_drug_of_choice_is_the_one_that_was_answered(glossary: Glossary) -> None:
    said = "The guidance treats it with albumin, and names terlipressin as the drug of choice."
    found = meant("dose?", Before(["First line in hepatorenal syndrome?"], said=[said]), glossary)
    assert "terlipressin" in found


@pytest.mark.parametrize(
    ("opening", "rest"), [("so ", "what is the dose?"), ("well, ", "how is it stopped?"), ("then ", "is it safe?")]
)
def test_how_somebody_goes_on_is_no_part_of_the_question(opening: str, rest: str, glossary: Glossary) -> None:
    before = Before(["Is apixaban used in atrial fibrillation?"])
    assert meant(opening + rest, before, glossary) == meant(rest, before, glossary)


@pytest.mark.parametrize(
    "message", ["how often do they need to scan me?", "do they need to operate on me?", "what will they give me?"]
)
def test_they_are_people_where_one_illness_was_asked_about(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["Can cirrhosis be cured?"]), glossary)
    assert "they" in found
    assert found.endswith("cirrhosis?")


def test_they_are_the_drugs_where_drugs_were_asked_about(glossary: Glossary) -> None:
    assert "they" not in meant("are they safe?", Before(["Are statins used in dyslipidaemia?"]), glossary)


@pytest.mark.parametrize(("message", "state"), [
    ("another patient, K 2.3", "hypokalaemia"), ("next patient: Na 118", "hyponatraemia"), ("new case, K 6.9", "hyperkalaemia"),
],
)  # fmt: skip
def test_somebody_else_s_value_is_called_by_its_own_name(message: str, state: str, glossary: Glossary) -> None:
    found = meant(message, Before(["How fast may sodium rise in hypernatraemia?"], about=["hypernatraemia"]), glossary)
    assert state in found
    assert "hypernatraemia" not in found


def test_a_year_is_no_value(glossary: Glossary) -> None:
    before = Before(["When does atrial fibrillation need anticoagulation in ESC 2024?"])
    assert "2024" in meant("and with a score of 1?", before, glossary)


@pytest.mark.parametrize("message", ["and the latter?", "and the other one?"])
def test_the_other_of_a_pair_is_asked_the_same(message: str, glossary: Glossary) -> None:
    before = Before(["Allopurinol or febuxostat first in gout?", "Starting dose of allopurinol in gout?"])
    assert meant(message, before, glossary) == "Starting dose of febuxostat in gout?"


def test_a_setting_just_asked_for_stays(glossary: Glossary) -> None:
    before = Before(
        [
            "Recent PVT, how long to anticoagulate?",
            "How long to anticoagulate, with cirrhosis, in portal vein thrombosis?",
        ],
        ["Recent PVT, how long to anticoagulate?", "with cirrhosis?"],
        about=["portal vein thrombosis"],
    )
    assert "cirrhosis" in meant("the clot is small", before, glossary)


def test_what_the_patient_had_is_no_other_topic(glossary: Glossary) -> None:
    told = "She had a heart attack last year."
    before = Before(
        ["What is the dose of febuxostat in gout?", "She had a heart attack last year with febuxostat"],
        ["What is the dose of febuxostat in gout?", told],
    )
    assert "gout" in meant("what is the target?", before, glossary)


@pytest.mark.parametrize("who", ["my dad", "And my sister", "my elderly neighbour"])
def test_of_the_asker_s_family_nothing_is_taken_over(who: str, glossary: Glossary) -> None:
    before = Before(["I take apixaban, can I have ibuprofen?"])
    found = understand(f"{who} is on warfarin, which food matters?", before, glossary)
    assert "apixaban" not in found.text
    assert not found.details
    later = Before([*before.questions, found.text], [*before.questions, f"{who} is on warfarin, which food matters?"])
    assert "apixaban" not in understand("and aspirin?", later, glossary).details.drugs


def test_of_the_same_relative_it_is_gone_on(glossary: Glossary) -> None:
    before = Before(["My dad takes apixaban. Can he have ibuprofen?"])
    assert "apixaban" in understand("my dad also has gout", before, glossary).details.drugs


@pytest.mark.parametrize(
    "message", ["gap between the two?", "how long between them?", "any overlap between both of them?"]
)
def test_between_the_two_is_between_those_that_were_asked_about(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["On ramipril with HFrEF. Sacubitril-valsartan?"]), glossary)
    assert "between" in found
    assert "ramipril" in found
    assert "sacubitril" in found


@pytest.mark.parametrize(
    "message", ["still on it after two hours, what else?", "she is on it since Monday, is that safe?"]
)
def test_on_it_is_on_the_drug(message: str, glossary: Glossary) -> None:
    before = Before(["How is septic shock treated?"], said=["Noradrenaline is the first vasopressor in septic shock."])
    assert "on noradrenaline" in meant(message, before, glossary)


def test_what_happened_after_something_is_the_illness(glossary: Glossary) -> None:
    found = meant(
        "how long, if it was after a fracture?",
        Before(["What is the dose of apixaban in deep vein thrombosis?"]),
        glossary,
    )
    assert "apixaban was" not in found


@pytest.mark.parametrize("message", ["she's on ramipril at the moment", "He takes warfarin."])
def test_a_drug_that_the_patient_takes_may_be_a_question_whether_it_can_be_given(
    message: str, glossary: Glossary
) -> None:
    others = understand(message, Before(["Who gets aspirin to prevent pre-eclampsia?"]), glossary).others
    assert any(text.startswith("Can ") and "pre-eclampsia" in text for text in others)


def test_a_value_typed_beside_an_illness_is_part_of_the_topic(glossary: Glossary) -> None:
    assert "thrombocytopenia" in meant("risk of bleeding?", Before(["plts 42 × 10⁹/L, cirrhosis. grade?"]), glossary)
