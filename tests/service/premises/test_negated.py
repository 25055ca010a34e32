"""What a question takes for granted, said in the source with a "not" before it."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Facts

Memory loss in an older person can be the first sign of depression and is not an inevitable consequence of age [@g].
Bed rest does not shorten recovery from back pain [@g].
A raised D-dimer should not be used to diagnose pulmonary embolism in patients who are in hospital [@g].
Iron by vein is used in anaemia when ferritin does not improve with an oral trial [@g].
The label states that rosiglitazone is not recommended in people after heart transplantation [@g].
In dialysis, urea is no longer a reliable guide to adequacy of treatment [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Since memory loss is an inevitable consequence of age, what helps an older person?", "not an inevitable"),
        (
            "Because a raised D-dimer is used to diagnose pulmonary embolism in hospital, which cut-off?",
            "should not be",
        ),
    ],
)
def test_what_the_source_denies_in_the_same_words_is_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Since memory loss is not an inevitable consequence of age, what helps an older person?",
        "Since memory loss can be the first sign of depression, what is asked?",
        "Since rosiglitazone carries a warning in people after heart transplantation, of what?",  # not so denied
        "Because an oral trial improves anaemia, how long is it?",  # what is not so is a condition
        "As urea is a reliable guide in kidney injury, how often is it sent?",  # of dialysis
    ],
)
def test_what_is_denied_of_something_else_or_only_if_corrects_nothing(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
