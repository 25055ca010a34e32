"""What else a follow-up may mean: bounded, on the topic, never what was tried already."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import Glossary, shipped_glossary
from service.conversation import Before, understand

TEXT = "Heart failure"
BEFORE = Before(["Is dapagliflozin given in heart failure?"], about=["heart failure"], title=TEXT, text="heart-failure")
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


def test_a_first_message_has_no_other_reading(glossary: Glossary) -> None:
    found = understand("and in pregnancy?", Before(), glossary)
    assert not found.others
    assert not found.text_in_hand


def test_other_readings_are_on_the_drug_and_on_the_condition(glossary: Glossary) -> None:
    others = understand("what about ketoacidosis?", BEFORE, glossary).others
    assert any("dapagliflozin" in text for text in others)
    assert any("heart failure" in text for text in others)


FOLLOW_UPS = (
    "and the dose?",
    "what about carvedilol?",
    "is it safe in pregnancy?",
    "and in renal failure?",
    "how long for?",
)
QUESTIONS = (
    "How is heart failure treated?",
    "What is the dose of apixaban in atrial fibrillation?",
    "Is warfarin given?",
)


@given(message=st.sampled_from(FOLLOW_UPS) | texts, before=st.sampled_from(QUESTIONS) | texts)
def test_at_most_three_are_looked_up_and_none_twice(message: str, before: str) -> None:
    found = understand(message, Before([before], title=TEXT), shipped_glossary())
    assert len(found.others) == len({*found.others}) <= 3
    assert found.text not in found.others


def test_a_message_that_leaves_the_topic_leaves_its_text(glossary: Glossary) -> None:
    assert understand("and the dose?", BEFORE, glossary).text_in_hand == "heart-failure"
    assert not understand("Different patient: TIA yesterday, which tablet?", BEFORE, glossary).text_in_hand


def test_what_only_tells_goes_on_with_the_drug_that_the_text_is_on(glossary: Glossary) -> None:
    before = Before(["What is the everolimus trough after liver transplantation?"], title="Everolimus")
    assert "everolimus" in understand("dyspnoea, interstitial changes on CT", before, glossary).text


def test_which_else_is_not_asked_of_the_drug_before(glossary: Glossary) -> None:
    before = Before(["Is furosemide given in acute kidney injury?"])
    assert "furosemide" not in understand("which fluid then?", before, glossary).text


def test_a_drug_goes_on_where_the_texts_speak_of_its_class(glossary: Glossary) -> None:
    near = frozenset({"beta", "blocker"})
    before = Before(["How is spontaneous bacterial peritonitis treated?"], near=lambda: near)
    assert "peritonitis" in understand("propranolol - hold?", before, glossary).text


def test_a_setting_by_itself_is_no_other_reading(glossary: Glossary) -> None:
    found = understand("in pregnancy?", Before(["What is first line for osteoporosis?"]), glossary)
    assert "in pregnancy?" not in found.others
