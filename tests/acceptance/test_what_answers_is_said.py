"""On the library that ships: the sentence that answers is in the answer, whatever else it names or is near."""

from __future__ import annotations

import pytest

from service.answer import statements_of
from tests.acceptance.conftest import Ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # names another illness than the question, or by another name
        ("Thunderclap headache, CT at 4 h clean. LP or home?", "does not routinely offer a lumbar puncture"),
        ("Hypothyroid 78-year-old with angina, how low do I start thyroxine?", "Levothyroxine starts at 25–50 µg/day"),
        ("Flu-like after the zoledronate drip, how common and what helps?", "About 18%"),
        # near another sentence of its source, and another rule
        ("NIHSS 2, only some numb fingers, 2 hours in. Lyse?", "non-disabling deficit"),
        ("Cirrhosis with HBV DNA 90 IU/ml and normal ALT: treat or leave?", "detectable HBV DNA a candidate"),
        # bars the drug, where nothing recommends it
        ("Can I give semaglutide if her aunt had medullary thyroid cancer?", "Semaglutide is contraindicated"),
    ],
)
def test_what_answers_is_said(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert any(said in statement.text for statement in statements_of(answer))


def test_a_question_on_how_long_is_not_called_wrong_for_a_sentence_on_failure(ask: Ask) -> None:
    answer = ask("How long antibiotics in SBP?")
    assert not answer.premise
    assert answer.bottom_line is not None
    assert "5 to 7 days" in answer.bottom_line.text
