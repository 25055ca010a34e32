"""Something given has not worked, another drug is taken beside it, or another takes its place."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.failed import says_only_that_it_failed
from service.conversation import Before, understand


def meant(message: str, before: Before, glossary: Glossary) -> str:
    return understand(message, before, glossary).text


@pytest.mark.parametrize("message", [
    "and if that fails?", "not working", "no response", "still not controlled", "what if it doesn't help?",
    "she's not responding to it", "if there is no improvement?",
])  # fmt: skip
def test_what_has_failed_is_followed_by_the_next_treatment(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["Is sumatriptan given in migraine?"]), glossary)
    assert found == "What is given in migraine when sumatriptan fails?"


@pytest.mark.parametrize("message", ["still not breathing", "nothing helps anymore", "I am failing", "not well"])
def test_what_is_wrong_with_somebody_is_no_failed_treatment(message: str) -> None:
    assert not says_only_that_it_failed(message)


def test_how_it_failed_is_asked_with_it(glossary: Glossary) -> None:
    found = meant("and if urate stays above target?", Before(["Is allopurinol given in gout?"]), glossary)
    assert found == "What is added in gout if urate stays above target with allopurinol?"


def test_an_illness_that_comes_back_is_treated_anew(glossary: Glossary) -> None:
    found = meant("and if it relapses?", Before(["Which drug is given in depression?"]), glossary)
    assert found == "How is depression treated if it relapses?"


@pytest.mark.parametrize("message", [
    "and if she also takes fluconazole?", "he's also on fluconazole", "with fluconazole?", "and together with fluconazole",
    "what if the patient is already on fluconazole", "she takes fluconazole too",
])  # fmt: skip
def test_another_drug_beside_it_is_asked_about_together(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["What is the dose of warfarin in atrial fibrillation?"]), glossary)
    assert found == "Can warfarin be given together with fluconazole?"


def test_of_two_drugs_in_one_message_both_are_meant(glossary: Glossary) -> None:
    found = meant("and simvastatin with her clarithromycin?", Before(["How is pneumonia treated?"]), glossary)
    assert found == "Can simvastatin be given together with clarithromycin?"


def test_the_second_of_two_drugs_gives_way_to_another(glossary: Glossary) -> None:
    found = meant("and with lithium?", Before(["Can ibuprofen be given with warfarin?"]), glossary)
    assert found == "Can ibuprofen be given together with lithium?"


@pytest.mark.parametrize("message", ["and with rivaroxaban?", "and for edoxaban?"])
def test_a_drug_of_the_same_kind_is_not_given_together(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["What is the dose of apixaban in atrial fibrillation?"]), glossary)
    assert "together" not in found


@pytest.mark.parametrize(
    "message", ["candesartan instead?", "could I use candesartan instead", "what about candesartan instead?"]
)
def test_instead_names_both(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["Is ramipril given in hypertension?"]), glossary)
    assert found == "Can candesartan be given instead of ramipril in hypertension?"


@pytest.mark.parametrize(("message", "asked"), [
    ("can I switch to apixaban?", "Can warfarin be switched to apixaban in atrial fibrillation?"),
    ("switching him to apixaban", "How is warfarin switched to apixaban in atrial fibrillation?"),
    ("how do I change to apixaban", "How is warfarin switched to apixaban in atrial fibrillation?"),
])  # fmt: skip
def test_a_switch_names_both(message: str, asked: str, glossary: Glossary) -> None:
    assert meant(message, Before(["Is warfarin given in atrial fibrillation?"]), glossary) == asked


def test_a_value_told_before_goes_along_with_what_is_given_instead(glossary: Glossary) -> None:
    found = meant("rivaroxaban instead?", Before(["Can apixaban be given with a CrCl of 20?"]), glossary)
    assert "20" in found
    assert "instead of apixaban" in found


@pytest.mark.parametrize(
    "message",
    ["she can't take it", "and if he cannot have that?", "and if it's contraindicated?", "she's intolerant of it"],
)
def test_what_cannot_be_given_is_followed_by_what_can(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["Is metformin given in type 2 diabetes?"]), glossary)
    assert found == "What is given in type 2 diabetes when metformin cannot be used?"


def test_those_are_the_drugs_that_the_answer_advised(glossary: Glossary) -> None:
    before = Before(["How is a gout flare treated?"], said=["A gout flare is treated with colchicine or an NSAID."])
    found = meant("he can't have any of those", before, glossary)
    assert "colchicine" in found
    assert "NSAID" in found


def test_what_is_still_so_calls_for_something_more(glossary: Glossary) -> None:
    found = meant("still 155 on two drugs", Before(["Which drug is given in hypertension?"]), glossary)
    assert found == "What is added in hypertension if still 155 on two drugs?"


def test_interactions_are_asked_about_whoever_takes_the_drugs(glossary: Glossary) -> None:
    asked = ["What is the dose of warfarin in atrial fibrillation?"]
    typed = ["She is 20 weeks pregnant. What is the dose of warfarin in atrial fibrillation?"]
    assert "pregnan" not in meant("and if she takes fluconazole too?", Before(asked, typed), glossary)


def test_another_illness_takes_the_place_of_all_that_was_asked_about(glossary: Glossary) -> None:
    found = meant(
        "what about gonorrhoea?", Before(["Does she need a test of cure, in chlamydia, in pregnancy?"]), glossary
    )
    assert "chlamydia" not in found


def test_what_is_asked_about_a_procedure_of_its_own_is_not_asked_of_a_drug(glossary: Glossary) -> None:
    found = meant("Do we put a filter in?", Before(["Is alteplase given in pulmonary embolism?"]), glossary)
    assert "alteplase" not in found
    assert "pulmonary embolism" in found


@pytest.mark.parametrize("message", ["he still smokes", "still on it", "she still has a catheter"])
def test_what_goes_on_is_no_failed_treatment(message: str, glossary: Glossary) -> None:
    assert "added" not in meant(message, Before(["How is COPD treated?"]), glossary)
