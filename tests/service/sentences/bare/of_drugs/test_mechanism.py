"""How a drug works is told by what it does in the body that it is given for, and by nothing else of it."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How does metformin work?", "Metformin starts at 500 mg once daily with a meal."),
        (
            "How does eltrombopag work?",
            "Eltrombopag is taken 2 hours before antacids, because polyvalent cations bind it.",
        ),
        (
            "How does propranolol work?",
            "Propranolol is contraindicated in asthma, bradycardia and heart block of any degree.",
        ),
        ("How does warfarin work?", "Warfarin acts within about 24 hours and a single dose works for 2 to 5 days."),
        ("How does febuxostat work?", "You may be able to take febuxostat, which works in much the same way."),
    ],
)
def test_what_says_something_else_of_the_drug_does_not_tell_how_it_works(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How does folic acid work?", "Methotrexate is a folic acid antagonist that inhibits dihydrofolate reductase."),
        ("How does warfarin work?", "Warfarin is a substrate of CYP2C9, which amiodarone inhibits."),
        (
            "How does propranolol work?",
            "Carvedilol lowers portal pressure more than propranolol because of its alpha-blocking effect.",
        ),
        ("How does enoxaparin work?", "Protamine 1 mg neutralises about 1 mg (100 IU) of enoxaparin."),
        (
            "How does vitamin K work?",
            "Warfarin blocks the recycling of vitamin K epoxide and so lowers clotting factors.",
        ),
        (
            "How does apixaban work?",
            "Aspirin irreversibly inhibits cyclo-oxygenase in platelets, whereas apixaban does not.",
        ),
    ],
)
def test_what_another_drug_does_is_no_mechanism_of_its_victim(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How does amiodarone work?", "Amiodarone inhibits CYP2C9 and so raises the effect of warfarin."),
        ("How does azithromycin work?", "Azithromycin does not inhibit CYP3A4 but appears to inhibit P-glycoprotein."),
        ("How does furosemide work?", "Furosemide inhibits the metabolism of several other drugs."),
    ],
)
def test_what_it_does_to_the_breakdown_of_other_drugs_is_no_mechanism(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "How does metformin work?",
            "Metformin may reduce lactate clearance by inhibiting oxidative phosphorylation, which can lead to acidosis.",
        ),
        (
            "How does donepezil work?",
            "Donepezil can cause heart block because it suppresses atrioventricular conduction.",
        ),
    ],
)
def test_how_it_comes_to_do_harm_does_not_tell_how_it_works(question: str, said: str) -> None:
    assert not answers(question, said)


def test_what_one_drug_does_is_not_said_of_its_whole_class() -> None:
    said = "Tacrolimus bound to the immunophilin FKBP12 blocks the phosphatase calcineurin."
    assert not answers("How do immunosuppressants work?", said)
    assert answers("How does tacrolimus work?", said)


def test_what_was_seen_in_animals_does_not_tell_how_it_works() -> None:
    assert not answers("How does sirolimus work?", "In rat cells, sirolimus inhibits growth.")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "How does methotrexate work?",
            "Methotrexate is a folic acid antagonist that inhibits dihydrofolate reductase.",
        ),
        ("MOA of warfarin", "Warfarin blocks the recycling of vitamin K epoxide and so lowers clotting factors."),
        (
            "how do DOACs work",
            "Apixaban and rivaroxaban are direct oral anticoagulants (DOACs) that inhibit factor Xa.",
        ),
        ("spironolactone mechanism", "Spironolactone competes with aldosterone in the distal renal tubule."),
        ("how does carvedilol act", "Carvedilol competitively blocks beta-1, beta-2 and alpha-1 adrenergic receptors."),
        ("how does allopurinol work", "Allopurinol and its metabolite oxipurinol inhibit xanthine oxidase."),
        ("how does apixaban work?", "Apixaban is a direct factor Xa inhibitor."),
        ("what does protamine do?", "Protamine neutralises heparin by binding to it."),
        ("how does lactulose work?", "Lactulose is a medicine that lowers the toxins taken up from the gut."),
        ("how do blood thinners work?", "Blood thinners stop a clot from growing and stop new clots."),
    ],
)
def test_what_it_does_in_the_body_tells_how_it_works(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how does gabapentin work", "The mechanism by which gabapentin acts on pain is unknown."),
        ("how does metoprolol work", "Metoprolol is a beta1-selective (cardioselective) adrenergic receptor blocker."),
        ("how does furosemide work", "Furosemide inhibits the absorption of sodium and chloride in the loop of Henle."),
        ("how does metformin work", "Metformin decreases hepatic glucose production."),
        ("how does terlipressin work", "Terlipressin constricts splanchnic vessels and so lowers portal pressure."),
        ("how does levothyroxine work", "Levothyroxine replaces the hormone that the thyroid does not make."),
    ],
)
def test_what_labels_say_of_it_tells_how_it_works(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How does warfarin work?", "Phenytoin displaces warfarin and inhibits its metabolism."),
        ("How does methotrexate work?", "Methotrexate suppresses the bone marrow in overdose."),
        ("How does ritonavir work?", "Ritonavir is a strong CYP3A4 inhibitor."),
    ],
)
def test_what_labels_say_of_harm_and_of_other_drugs_does_not(question: str, said: str) -> None:
    assert not answers(question, said)


def test_what_holds_of_the_class_tells_how_a_drug_of_it_works() -> None:
    assert answers("How does empagliflozin work?", "SGLT2 inhibitors block the sodium-glucose cotransporter 2.")


@pytest.mark.parametrize(
    "question",
    [
        "How long does warfarin take to work?",
        "How well does warfarin work?",
        "onset of action of warfarin",
        "Does warfarin work?",
    ],
)
def test_how_fast_and_how_well_it_works_is_another_question(question: str) -> None:
    assert name_of(question) != "mechanism"


@pytest.mark.parametrize(
    "question",
    [
        "metformin moa",
        "What is metformin's mechanism of action?",
        "mode of action of metformin",
        "what does metformin do in the body",
        "can you explain how metformin works?",
        "pharmacology of metformin",
        "by what mechanism does metformin act?",
    ],
)
def test_the_mechanism_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) == "mechanism"
