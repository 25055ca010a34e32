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
        "rope burn round my neck, throat sore",
        "lost my inhaler and can't get my breath",
        "slurred speech an hour ago, going down already",
        "face swelling going down but my throat feels tight",
        "nan is in the hospice and I gave her too much morphine",
        "numb face after the dentist three days ago, now speech slurred and arm weak",
        "he can't swallow his tablets, he is drooling, shall I crush them",
        "can't swallow the capsule, it is stuck in her throat, should I give yoghurt",
        "nil by mouth since the op and now vomiting blood",
        "my dad is nil by mouth and cannot breathe",
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
        "may I crush risedronate into jam, my gran can't swallow it",
        "my daughter cannot swallow big pills, does amoxicillin come as a liquid",
        "he struggles to swallow capsules, can these be opened",
        "epilepsy and nil by mouth, what happens to the tablets",
        "levodopa in a patient who is NBM",
        "my dad's operation went well he is sleepy from the morphine, home thursday, any diet",
        "Not suicidal at all, just low mood since redundancy, does exercise help as much as tablets",
        "breath holding spells toddler grows out of?",
        "carpet burn dressing",
        "lost my epipen, out of date spare ok till monday?",
        "accidentally left insulin out overnight",
        "face swelling after wisdom tooth out 2 days, going down already, ice or heat",
        "husband says I grind my teeth, jaw aches in the mornings",
        "my nan is dying peacefully at home with hospice, mouth care tips",
        "what would you do if a diner chokes - refresher",
        "I was told to take aspirin 300 if I ever get pain, where do I keep it",
    ],
)
def test_it_is_no_alarm_by_itself(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is None
