"""Sets and places in them: "the second one", "them", "which of them", and the topic that a message goes back to."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand


def after(asked: str | list[str], said: list[str], message: str, glossary: Glossary) -> str:
    questions = [asked] if isinstance(asked, str) else asked
    return understand(message, Before(questions, said=said), glossary).text


@pytest.mark.parametrize(
    ("message", "drug"), [("dose of the first one?", "amlodipine"), ("and the max for the second?", "ramipril")]
)
def test_the_order_is_that_of_the_first_statement(message: str, drug: str, glossary: Glossary) -> None:
    said = ["Amlodipine is started at 5 mg and ramipril at 2.5 mg.", "Indapamide comes next."]
    found = after("Is indapamide the drug of choice in hypertension?", said, message, glossary)
    assert drug in found
    assert "indapamide" not in found


@pytest.mark.parametrize(
    "statement",
    ["The guideline recommends adding ezetimibe to atorvastatin.", "Ezetimibe is added to atorvastatin at the target."],
)
def test_what_is_added_to_another_comes_after_it(statement: str, glossary: Glossary) -> None:
    assert "ezetimibe" in after("How is dyslipidaemia treated?", [statement], "dose of the second one", glossary)
    assert "atorvastatin" in after("How is dyslipidaemia treated?", [statement], "dose of the first one", glossary)


def test_two_that_the_asker_named_are_the_set(glossary: Glossary) -> None:
    said = ["Codeine and tramadol are alternatives."]
    asked = "Is naproxen or ibuprofen better in gout?"
    assert "ibuprofen" in after(asked, said, "dose of the second one?", glossary)


def test_without_two_of_a_kind_the_second_chooses_nothing(glossary: Glossary) -> None:
    found = after(
        "When is the hepatitis B vaccine given?", ["The first dose is given at birth."], "when is the second?", glossary
    )
    assert "hepatitis B vaccine" in found
    assert "second" in found


def test_they_are_a_class_that_the_answer_gives_alone(glossary: Glossary) -> None:
    said = ["A statin is given first.", "Ezetimibe is given where statins are not tolerated."]
    found = after("What is given in dyslipidaemia?", said, "he can't tolerate them", glossary)
    assert "statin" in found
    assert "ezetimibe" not in found


def test_which_of_them_in_another_illness_names_the_set(glossary: Glossary) -> None:
    said = ["Ibuprofen, colchicine or prednisolone is given in a flare."]
    found = after("How is gout treated?", said, "which of those are avoided in heart failure?", glossary)
    assert found == "Which of ibuprofen, colchicine or prednisolone are avoided in heart failure, in gout?"
    assert "colchicine" not in after(
        "How is gout treated?", [], "which of those are avoided in heart failure?", glossary
    )


@pytest.mark.parametrize("message", ["do the guidelines agree?", "And do all societies say the same?"])
def test_whether_sources_agree_is_asked_of_the_topic(message: str, glossary: Glossary) -> None:
    assert "gout" in after("How is gout treated?", [], message, glossary)


def test_who_goes_back_to_a_topic_asks_on_it(glossary: Glossary) -> None:
    asked = ["Which antibiotic is given in pyelonephritis?", "Who needs aspirin after a stroke?"]
    found = after(asked, [], "back to the pyelonephritis lady, would a scan be wise", glossary)
    assert "pyelonephritis" in found
    assert "stroke" not in found
    assert "antibiotic" not in found
    own = after(asked, [], "back to the pyelonephritis lady, is apixaban safe in cirrhosis?", glossary)
    assert "pyelonephritis" not in own


PILLARS = Before(
    ["Which drugs are given in heart failure with reduced ejection fraction?"],
    said=["Four drugs are given: an ACE inhibitor, a beta-blocker such as bisoprolol or carvedilol, spironolactone and an SGLT2 inhibitor."],
)  # fmt: skip


@pytest.mark.parametrize(("message", "name"), [
    ("the first, how is it started?", "ACE inhibitor"), ("the second one: when is it stopped?", "beta-blocker"),
    ("and the last one - how much of it?", "SGLT2 inhibitor"), ("what does the second of these do?", "beta-blocker"),
],
)  # fmt: skip
def test_of_several_classes_each_is_one_whatever_is_named_as_an_example(
    message: str, name: str, glossary: Glossary
) -> None:
    found = understand(message, PILLARS, glossary).text
    assert name in found
    assert "bisoprolol" not in found
    assert " it " not in found.replace("?", " ")


def test_other_is_no_drug_to_choose(glossary: Glossary) -> None:
    before = Before(
        ["Which triptans or other drugs are given in migraine?"], said=["Aspirin, ibuprofen or sumatriptan is given."]
    )
    assert understand("the second one, dose?", before, glossary).text.lower().startswith("ibuprofen")
