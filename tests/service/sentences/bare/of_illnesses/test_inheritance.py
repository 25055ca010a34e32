"""Whether an illness is hereditary is answered by whether it runs in families."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    "text",
    [
        "Asthma is more likely if you have hay fever.",
        "Tell your family that you have asthma.",
        "Gout is more likely if a parent has it, and not asthma.",
        "Asthma is more likely to be missed if a parent smokes.",
    ],
)
def test_what_makes_it_likelier_besides_is_not_handed_on(text: str) -> None:
    assert not answers("is asthma hereditary?", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("is asthma hereditary?", "Asthma is more likely if a parent, brother or sister has it."),
        ("does osteoporosis run in families?", "Osteoporosis can run in the family, and steroids can raise the risk."),
        ("does type 2 diabetes run in families?", "Type 2 diabetes runs in families."),
    ],
)
def test_that_parents_have_it_or_that_it_runs_in_the_family_is(question: str, text: str) -> None:
    assert name_of(question) == "inheritance"
    assert answers(question, text)
