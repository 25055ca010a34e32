"""What holds for other shares of something than the patient has is for others."""

from __future__ import annotations

import pytest

from service.answer import statements_of
from service.sentences.shares import for_another_share
from tests.fakes import digest
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("renal artery stenosis of 40%: stent?", "A stenosis of 60 to 99% is stented."),
        ("40% stenosis, stent?", "Stents are considered from 60 to 99% renal artery stenosis."),
        ("burns 8% of the body, fluid?", "Fluid is given for burns of at least 15% of the body."),
        ("blasts 22%: which treatment?", "With blasts below 20% the illness is watched."),
    ],
)
def test_a_sentence_for_other_shares_is_told(question: str, text: str) -> None:
    assert for_another_share(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("renal artery stenosis of 70%: stent?", "A stenosis of 60 to 99% is stented."),
        ("renal artery stenosis of 40%: stent?", "A stenosis of 60 to 99% is stented, and one below 50% is not."),
        ("renal artery stenosis of 40%: stent?", "In-hospital mortality is 60 to 99% without treatment."),
        ("renal artery stenosis: stent?", "A stenosis of 60 to 99% is stented."),
        ("burns 20% of the body, fluid?", "Fluid is given for burns of 15% or more."),
    ],
)
def test_a_share_that_holds_or_is_of_something_else_excludes_nothing(question: str, text: str) -> None:
    assert not for_another_share(question, text)


def test_what_is_done_at_the_share_that_is_told_comes_first(ask: Ask) -> None:
    text = (
        "## Operation\n\nCarotid endarterectomy is recommended for symptomatic carotid stenosis of 75 to 98% [@g].\n"
        "Below 45% symptomatic carotid stenosis, carotid endarterectomy is recommended against [@g].\n"
    )
    for share, begins in (("30%", "Below 45%"), ("80%", "Carotid endarterectomy")):
        answer = ask(f"symptomatic carotid stenosis {share}: operate?", {"text.md": digest("text", text)})
        assert begins in statements_of(answer)[0].text
