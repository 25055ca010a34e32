"""What is done with a drug before and around an operation."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, asked, name_of, sentence


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("apixaban before surgery", "After hip replacement apixaban starts 12 to 24 hours after surgery."),
        ("dabigatran before surgery", "Dabigatran is reversed with idarucizumab to make urgent surgery possible."),
        ("metformin before surgery", "Metformin is stopped if the eGFR is below 30."),
        (
            "warfarin before surgery",
            "Warfarin is contraindicated within 72 hours of major surgery with risk of bleeding.",
        ),
        ("dexamethasone before surgery", "Dexamethasone is avoided in meningitis with septic shock or after surgery."),
    ],
)
def test_what_is_done_at_other_times_does_not_tell_what_is_done_before_surgery(question: str, said: str) -> None:
    assert not answers(question, said)


def test_what_is_done_with_another_drug_before_surgery_says_nothing_of_this_one() -> None:
    said = "Before surgery, warfarin is stopped for 5 days and aspirin is continued."
    assert answers("warfarin before surgery", said)
    assert not answers("clopidogrel before surgery", said)
    assert not answers(
        "apixaban before surgery", "Before surgery, warfarin is stopped in those who switch to apixaban."
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("dapagliflozin before surgery", "Dapagliflozin is withheld for at least 3 days before major surgery."),
        (
            "how long before surgery is metformin stopped?",
            "The formulary stops metformin 24 hours before surgical procedures.",
        ),
        ("perioperative metformin", "The handbook continues metformin on the day of elective surgery."),
        (
            "empagliflozin preop",
            "Before scheduled surgery, labels stop empagliflozin and canagliflozin at least 3 days ahead.",
        ),
        (
            "ertugliflozin before surgery",
            "Before scheduled surgery, labels stop empagliflozin at least 3 days and ertugliflozin at least 4 days ahead.",
        ),
        ("lusutrombopag before a procedure", "Lusutrombopag is started 8 to 14 days before the procedure."),
    ],
)
def test_whether_it_is_stopped_or_goes_on_before_surgery_answers(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    "question", ["metformin after surgery", "metformin before cardiac surgery", "metformin before liver biopsy"]
)
def test_after_it_and_before_a_named_one_are_other_questions(question: str) -> None:
    assert name_of(question) != "around surgery"


@pytest.mark.parametrize(
    "question",
    [
        "metformin before surgery",
        "should metformin be stopped before surgery?",
        "when to stop metformin before surgery",
        "how many days before surgery do I stop metformin",
        "metformin perioperative management",
        "metformin pre-op",
        "can metformin be taken on the day of surgery?",
        "hold metformin before an operation",
    ],
)
def test_surgery_is_asked_about_in_many_ways(question: str) -> None:
    assert name_of(question) == "around surgery"


def test_what_tells_how_long_before_stands_before_what_tells_that_it_is_stopped() -> None:
    bare = asked("ertugliflozin before surgery")
    assert bare is not None
    vague = sentence("The regulator advises stopping SGLT2 inhibitors before major surgery.", "one")
    timed = sentence("Before scheduled surgery, labels stop ertugliflozin at least 4 days ahead.", "two")
    assert bare.first(vague, [vague], [timed]) is timed
