"""Which way a sentence points: what is done with one thing, what something is only for, and what is only a condition."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Treatment

After a bleed on dual treatment in coronary disease, stop clopidogrel and continue aspirin [@g].
Dopamine is not recommended to improve urine output in acute kidney injury [@g].
A colonoscopy causes fewer perforations than a barium enema in diverticulitis [@g].
Propranolol may mask the tremor of hyperthyroidism [@g].
Salbutamol for severe asthma is given by nebuliser if a spacer cannot be used [@g].
Fenspiride lost its authorisation in the European Union for cough [@g].
Confirmed severe malaria is treated with first-line drugs within an hour [@g].
To drink less beer may lower the risk of gout [@g].
Celecoxib and other anti-inflammatory drugs are not recommended in heart failure, which they worsen [@g].
Patiromer is licensed, while there now appears to be no role for calcium resonium in acute hyperkalaemia [@g].
Cirrhosis does not protect from deep vein thrombosis [@g].
One unit of red cells raises haemoglobin in anaemia from 70 to 80 g/L [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Since aspirin is stopped after a bleed on dual treatment in coronary disease, what goes on?", "continue asp"),
        ("As dopamine improves urine output in acute kidney injury, what rate?", "not recommended to improve"),
        ("As fenspiride is authorised in the European Union for cough, what dose?", "lost its authorisation"),
        ("Since beer lowers the risk of gout, how much of it is best?", "less beer"),
        ("How much celecoxib, which is fine in heart failure, can he have?", "not recommended in heart failure"),
        ("When do I repeat calcium resonium, the drug of choice in acute hyperkalaemia?", "no role for"),
        ("Since cirrhosis protects against deep vein thrombosis, is heparin needed?", "does not protect"),
        ("Why does propranolol make the tremor of hyperthyroidism more obvious?", "may mask"),
    ],
)
def test_what_a_sentence_says_of_that_very_thing_is_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Since aspirin is continued after a bleed on dual treatment in coronary disease, what is stopped?",
        "As dopamine does not improve urine output in acute kidney injury, what does?",
        "Why does colonoscopy cause fewer perforations in diverticulitis?",
        "Why does beer raise the risk of gout?",
        "Since artesunate is first line in severe malaria, which dose?",  # which drugs are first is not said
        "As fenspiride is used for cough, what dose?",  # what is not authorised may be used
        "Why does propranolol mask the tremor of hyperthyroidism?",
        "Since salbutamol is given for severe asthma, how much?",  # a spacer that cannot be used says nothing against it
        "As one unit of red cells raises haemoglobin in anaemia by about 10 g/L, is one enough?",
        "Why is salbutamol alone not advised for severe asthma?",  # that it is given does not say that it is alone
    ],
)
def test_what_a_sentence_says_of_something_else_corrects_nothing(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
