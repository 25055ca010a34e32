"""What the sentence that bears on an assumption refuses, in other words than the question's."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Treatment

Metoclopramide is not given for vomiting in Parkinson's disease [@g].
NICE advises against the frailty index for judging who is admitted with pneumonia [@g].
Ibuprofen is used for fever in children, but is avoided in chickenpox [@g].
Home nebulisers in COPD are offered only to people who do not manage an inhaler [@g].
More than 8 hours after enoxaparin, 0.5 mg of protamine for each 1 mg is given, and after 12 hours protamine may not be needed [@g].
If psoriasis flares up while you take ciclosporin, do not stop it, and treat the skin as before [@g].
If you take it regularly, ciclosporin can stop flares of psoriasis [@g].
Stopping metformin before a scan is not recommended at an eGFR above 60 [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("As metoclopramide is the usual choice for vomiting in Parkinson's disease, how much of it?", "is not given"),
        (
            "Since NICE wants the frailty index to judge who is admitted with pneumonia, who fills it in?",
            "advises again",
        ),
        ("I know I should stop ciclosporin when the psoriasis flares. When may I take it again?", "do not stop it"),
    ],
)
def test_what_is_refused_of_the_same_is_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Protamine is given at 0.5 mg for each 1 mg of enoxaparin 10 hours after it, so over how long?",  # not 12
        "I know I should not stop ciclosporin when the psoriasis flares. Which cream helps?",
        "As metoclopramide is kept away from Parkinson's disease with vomiting, what else is there?",
        "Now that NICE has dropped the frailty index in pneumonia, what takes its place?",
        "Given that ibuprofen is used for fever in children, how often is it given?",
    ],
)
def test_who_knows_that_it_is_refused_or_means_another_use_is_not_put_right(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Grapefruit is avoided with tacrolimus [@g].", "As grapefruit raises tacrolimus levels, what do I tell him?"),
        ("Honey is not recommended for cough in infants [@g].", "How much honey is given for cough to an adult?"),
    ],
)
def test_a_refusal_that_agrees_or_is_for_others_corrects_nothing(ask: Ask, sentence: str, question: str) -> None:
    assert not ask(question, {"guide.md": digest("guide", f"## Treatment\n\n{sentence}")}).premise
