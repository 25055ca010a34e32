"""Things kept for safety, habits, small wounds and what was advised: the words of danger, and nothing wrong."""

from __future__ import annotations

import pytest

from service.safety.resemblance import Resemblance
from tests.service.safety.gate import check


@pytest.mark.parametrize(
    "message",
    [
        "carbon monoxide alarm going off in the bedroom, all of us have headaches",
        "driving after being stabbed in the chest",
        "paper cut yesterday, now a red line up my arm and shivering",
        "weaning and now choking on a grape",
        "numb face after the dentist three days ago, now speech slurred and arm weak",
    ],
)
def test_danger_beside_it_is_heard(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is not None


@pytest.mark.parametrize(
    "message",
    [
        "smoke and carbon monoxide alarm in a bedroom, where on the wall",
        "fasting time for breast milk before anaesthesia",
        "bleeding gums pregnancy",
        "head banging toddler",
        "paper cut went red round the edge",
        "numb chin after the dentist yesterday, wearing off",
        "boy has had a tummy ache before school every monday",
        "smartwatch says ectopic beats now and then, feel fine",
        "my dad's operation went well he is sleepy from the morphine, home thursday, any diet",
        "I was told to take aspirin 300 if I ever get pain, where do I keep it",
    ],
)
def test_it_is_no_alarm_by_itself(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is None
