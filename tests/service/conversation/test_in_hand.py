"""What an answer or an earlier question named, and a message only points at: the score, the low count, the drug of choice,
the drug beside the one that is to be stopped.
"""

from __future__ import annotations

import re

import pytest

from corpus.glossary import Glossary
from service.conversation import Act, Before, understand

NEVER = re.compile(r"(?!)")
HEPATITIS = "Alcohol-associated hepatitis on day 7 of prednisolone: what now?"
LILLE = ["The Lille score after 7 days of corticosteroids identifies non-responders."]


def test_a_cut_off_without_a_score_in_the_answer_is_asked_of_the_topic(glossary: Glossary) -> None:
    assert "Lille" not in understand("cutoff?", Before([HEPATITIS]), glossary).text


def test_a_cut_off_is_asked_of_the_score_that_the_answer_named(glossary: Glossary) -> None:
    found = understand("cutoff?", Before([HEPATITIS], said=LILLE), glossary).text
    assert found == "What is the cut-off of Lille score in alcohol-associated hepatitis?"


def test_why_they_are_low_is_asked_of_the_low_count_that_was_spoken_of(glossary: Glossary) -> None:
    asked = ["Low platelets in cirrhosis before a procedure: target?", "Transfuse, in thrombocytopenia and cirrhosis?"]
    typed = ["Low platelets in cirrhosis before a procedure: target?", "transfuse?"]
    found = understand("why are they low in the first place", Before(asked, typed), glossary).text
    assert found == "What causes thrombocytopenia in cirrhosis?"


def test_it_is_the_drug_of_choice_where_that_was_asked(glossary: Glossary) -> None:
    said = ["Diuretics, NSAIDs and beta-blockers are stopped.", "Terlipressin is the vasoconstrictor of choice."]
    before = Before(["What is the drug of choice in hepatorenal syndrome?"], said=said)
    assert understand("When must it not be used?", before, glossary).text.startswith(
        "When must terlipressin not be used"
    )


@pytest.mark.parametrize("message", ["is metoprolol an option", "carry on metoprolol?"])
def test_another_drug_does_not_bring_the_drug_before_it(message: str, glossary: Glossary) -> None:
    before = Before(["When is everolimus started after liver transplantation?"])
    assert "everolimus" not in understand(message, before, glossary).text


def test_a_drug_that_is_to_be_stopped_leaves_the_one_in_hand(glossary: Glossary) -> None:
    before = Before(
        ["When is everolimus started after liver transplantation?"], near=lambda: frozenset({"tacrolimu", "tacrolimus"})
    )
    assert "everolimus" in understand("drop tacrolimus completely?", before, glossary).text


def test_an_illness_that_goes_on_asks_for_the_next_step(glossary: Glossary) -> None:
    before = Before(["Which antibiotic in variceal bleeding?"])
    found = understand("it does not stop. what then?", before.weighed(glossary, NEVER), glossary).text
    assert found == "What is done when variceal bleeding does not stop?"


def test_one_of_a_kind_is_asked_about_in_the_singular(glossary: Glossary) -> None:
    before = Before(["Which antibiotics raise the INR?"])
    assert understand("and amiodarone?", before, glossary).text == "Does amiodarone raise the INR?"


@pytest.mark.parametrize(
    ("before", "message", "expected"),
    [
        ("What is the dose of entecavir in hepatitis B?", "with food?", "Is entecavir taken with food?"),
        ("What is the dose of everolimus after liver transplantation?", "what should I watch in the blood?",
         "How is everolimus monitored after liver transplantation?"),
        ("How long must a woman stop methotrexate before conceiving?", "does it harm the liver?",
         "Does methotrexate harm the liver?"),
        ("What is lecanemab given for?", "lecanemab if on apixaban?", "Can lecanemab be given together with apixaban?"),
        ("Is everolimus given in liver transplantation?", "or mycophenolate monotherapy?",
         "Can mycophenolate be given instead of everolimus in liver transplantation?"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_drug_is_asked_outright(
    before: str, message: str, expected: str, glossary: Glossary
) -> None:
    assert (
        understand(
            message, Before([before], about=["rheumatoid arthritis"] if "liver?" in message else []), glossary
        ).text
        == expected
    )


def test_the_mortality_of_an_illness_is_not_that_of_its_drug(glossary: Glossary) -> None:
    before = Before(["Is propranolol given in variceal bleeding?"])
    assert "propranolol" not in understand("6 week mortality?", before, glossary).text


def test_it_may_be_the_drug_that_was_asked_about_before_an_aside(glossary: Glossary) -> None:
    asked = ["Which tests come before amiodarone?", "Can simvastatin be given?"]
    typed = ["Which tests come before amiodarone?", "She also takes simvastatin."]
    found = understand("if we stop it, do thyroid checks end as well?", Before(asked, typed), glossary)
    assert any("stop amiodarone" in text for text in (found.text, *found.others))


def test_a_question_that_found_no_answer_does_not_cut_the_thread(glossary: Glossary) -> None:
    asked = ["When is adrenaline repeated in anaphylaxis?", "Does hydrocortisone stop a second wave?"]
    unanswered = Before(asked, asked, texts=["anaphylaxis", ""]).weighed(glossary, NEVER)
    answered = Before(asked, asked, texts=["anaphylaxis", "steroids"]).weighed(glossary, NEVER)
    assert not answered.spoken_of("condition")
    assert unanswered.spoken_of("condition") == ["anaphylaxis"]


@pytest.mark.parametrize("message", ["another guy, unable to walk", "someone else now: unable to walk"])
def test_somebody_else_is_announced_and_asked_about_without_the_announcement(message: str, glossary: Glossary) -> None:
    found = understand(message, Before(["How is cellulitis treated?"]), glossary).text
    assert found == "Unable to walk, in cellulitis"


def test_what_is_said_by_the_way_is_no_part_of_the_question(glossary: Glossary) -> None:
    found = understand("cultures normal tho", Before(["How is cellulitis treated?"]), glossary).text
    assert not found.rstrip("?").endswith("tho")


@pytest.mark.parametrize("message", ["sure about that order?", "sure about this?", "you sure?"])
def test_a_doubt_in_other_words_is_a_doubt(message: str, glossary: Glossary) -> None:
    assert understand(message, Before(["How is cellulitis treated?"]), glossary).act is Act.DOUBT


def test_whether_another_dose_is_sure_to_work_is_a_question(glossary: Glossary) -> None:
    found = understand("sure about the dose in children?", Before(["How is cellulitis treated?"]), glossary)
    assert found.act is Act.QUESTION


@pytest.mark.parametrize(
    ("asked", "illness"),
    [("Graves 1st line and how long", "Graves disease"), ("alzheimers: which drug", "Alzheimer's disease"),
     ("budd chiari, anticoagulate", "Budd-Chiari syndrome")],
)  # fmt: skip
def test_an_illness_called_by_its_name_alone_is_the_topic(asked: str, illness: str, glossary: Glossary) -> None:
    assert illness in understand("before stopping it, check?", Before([asked]), glossary).text


def test_what_a_drug_harms_is_asked_without_an_illness_that_only_the_answer_named(glossary: Glossary) -> None:
    asked = "How long must a woman stop methotrexate before conceiving, in men?"
    before = Before([asked], ["and men?"], about=["rheumatoid arthritis"])
    assert understand("does it harm the liver?", before, glossary).text == "Does methotrexate harm the liver?"


def test_a_question_that_found_no_answer_is_not_said_again_with_another_drug(glossary: Glossary) -> None:
    asked = ["How do I screen somebody confused on the ward quickly?"]
    assert "screen" in understand("and how much haloperidol?", Before(asked, texts=["delirium"]), glossary).text
    assert understand("and how much haloperidol?", Before(asked, texts=[""]), glossary).text == "How much haloperidol?"


DENOSUMAB = ["Denosumab is the suggested second-line drug after bisphosphonates."]


@pytest.mark.parametrize("asked", [
    "What is given in osteoporosis when bisphosphonates cannot be used?", "What is given in osteoporosis when alendronate fails?",
],
)  # fmt: skip
@pytest.mark.parametrize("message", ["what about when that is stopped", "what happens if it is stopped?"])
def test_that_is_what_is_given_and_not_what_cannot_be(message: str, asked: str, glossary: Glossary) -> None:
    before = Before(
        ["Which drug is first in osteoporosis?", asked], ["Which drug is first in osteoporosis?", asked], DENOSUMAB
    )
    assert understand(message, before, glossary).text == "What happens if denosumab is stopped?"


def test_a_drug_that_is_given_is_still_meant(glossary: Glossary) -> None:
    before = Before(["When is alendronate given in osteoporosis?"], said=DENOSUMAB)
    assert (
        understand("what happens if it is stopped?", before, glossary).text == "What happens if alendronate is stopped?"
    )


REFUSED = ["No: Haloperidol for delirium is avoided in Parkinson's disease."]
MAY_HE = "Can haloperidol be used in Parkinson's disease?"


@pytest.mark.parametrize(
    "message", ["what can I give him then?", "so what should we use instead", "what else can she take?"]
)
def test_after_a_no_it_is_asked_what_is_given_instead(message: str, glossary: Glossary) -> None:
    found = understand(message, Before([MAY_HE], said=REFUSED), glossary).text
    assert found == "What is given in Parkinson's disease when haloperidol cannot be used?"


def test_after_a_yes_it_is_not(glossary: Glossary) -> None:
    said = ["Yes: Haloperidol may be used."]
    assert "cannot be used" not in understand("what can I give him then?", Before([MAY_HE], said=said), glossary).text


@pytest.mark.parametrize("message", ["how often is it checked?", "for how long?", "how soon may it be repeated?"])
def test_how_long_and_how_often_is_searched_for_without_age_and_allergy(message: str, glossary: Glossary) -> None:
    asked = "Which antibiotic in cellulitis? He is 82 and allergic to penicillin"
    found = understand(message, Before([asked], [asked]), glossary)
    assert "82" not in found.text
    assert "allerg" not in found.text
    assert found.details.age == "82"
    assert found.details.allergies == ("penicillin",)


def test_which_drug_is_searched_for_with_the_allergy(glossary: Glossary) -> None:
    asked = "Which antibiotic in cellulitis? He is 82 and allergic to penicillin"
    assert "penicillin" in understand("and near the eye?", Before([asked], [asked]), glossary).text


def test_nobody_takes_an_illness(glossary: Glossary) -> None:
    found = understand("her husband takes it too?", Before(["How is gout treated?"]), glossary).text
    assert "takes gout" not in found


BARRED = ["ACE inhibitors and angiotensin receptor blockers are not recommended in pregnancy."]


def test_which_ones_after_a_no_are_others(glossary: Glossary) -> None:
    before = Before(["Can an ACE inhibitor be used for hypertension in pregnancy?"], said=BARRED)
    found = understand("which ones then?", before, glossary).text
    assert found.startswith("What is given in ")
    assert found.endswith("when ACE inhibitor cannot be used?")


def test_what_else_is_given_where_no_illness_was_named(glossary: Glossary) -> None:
    before = Before(["Is metformin ok with eGFR 22?"], said=["Metformin is contraindicated below an eGFR of 30."])
    assert understand("what else can he take?", before, glossary).text.startswith(
        "What is given when metformin cannot be used"
    )


def test_that_one_is_one_thing(glossary: Glossary) -> None:
    before = Before(["Is carvedilol used in cirrhosis?"])
    assert understand("is that one safe in asthma?", before, glossary).text.startswith("Is carvedilol safe in asthma")


@pytest.mark.parametrize("message", ["should the ramipril be stopped?", "can her lisinopril be continued?"])
def test_what_becomes_of_a_drug_somebody_takes_is_asked_of_the_illness_in_hand(
    message: str, glossary: Glossary
) -> None:
    before = Before(["How much insulin is given in hyperkalaemia?"])
    found = understand(message, before, glossary).text
    assert "hyperkalaemia" in found
    assert "insulin" not in found


def test_a_drug_that_nobody_is_said_to_take_stands_by_itself(glossary: Glossary) -> None:
    before = Before(["How much insulin is given in hyperkalaemia?"])
    found = understand("When is ramipril stopped before surgery?", before, glossary).text
    assert found == "When is ramipril stopped before surgery?"


def test_the_tablets_of_somebody_are_not_the_drug_that_was_spoken_of_last(glossary: Glossary) -> None:
    before = Before(
        ["Does the pill matter with lamotrigine, in epilepsy?"],
        near=lambda: frozenset({"stop", "pregnanc", "pregnant"}),
    )
    found = understand("Could she stop her tablets once she is pregnant?", before, glossary).text
    assert "contracept" not in found
    assert "lamotrigine" not in found


def test_a_pregnancy_that_is_told_may_ask_for_the_treatment_in_it(glossary: Glossary) -> None:
    before = Before(["Intermediate risk with alteplase, in pulmonary embolism?"])
    found = understand("she is 26 weeks pregnant", before, glossary)
    assert "How is pulmonary embolism treated in pregnancy?" in (found.text, *found.others)


def test_of_a_set_that_a_later_statement_names_one_can_be_chosen(glossary: Glossary) -> None:
    said = ["Haloperidol is avoided.", "Clozapine, pimavanserin or quetiapine can be considered."]
    before = Before(["Haloperidol in Parkinson's disease?"], said=said)
    assert "clozapine" in understand("what is checked with the first of these?", before, glossary).text
