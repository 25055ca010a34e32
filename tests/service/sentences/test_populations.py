"""Where a question asks about somebody whom the usual advice may harm, what names them comes first."""

from __future__ import annotations

import pytest

from service.answer import Answer, statements_of
from service.sentences.populations import asked_about
from tests.fakes import digest
from tests.service.conftest import Ask

BODY = (
    "## Recommendations\n\nDirect oral anticoagulants are preferred in deep vein thrombosis [@g].\n"
    "Heparin is the recommended anticoagulant in pregnancy with deep vein thrombosis [@g].\n"
    "Trimethoprim is recommended for cystitis in women who are not pregnant [@g].\n"
    "Cefalexin is recommended for cystitis in pregnancy [@g]."
)
TEXTS = {"text.md": digest("text", BODY, g={"doi": "10.1000/x"})}


def texts_of(answer: Answer) -> list[str]:
    return [statement.text for statement in statements_of(answer)]


@pytest.mark.parametrize(
    "question",
    [
        "Which anticoagulant is recommended for deep vein thrombosis in pregnancy?",
        "pregnant 20 weeks with deep vein thrombosis, which anticoagulant is recommended?",
    ],
)
def test_general_advice_is_not_given_for_a_pregnant_woman(ask: Ask, question: str) -> None:
    told = texts_of(ask(question, TEXTS))
    assert told[0].startswith("Heparin")
    assert not any(text.startswith("Direct oral") for text in told)


@pytest.mark.parametrize(
    "question", ["Rivaroxaban in Child-Pugh B?", "Vemlidy in Child C cirrhosis?", "Is tamoxifen used in breast cancer?"]
)
def test_a_name_that_holds_such_a_word_asks_about_nobody(question: str) -> None:
    assert asked_about(question) == ()


def test_advice_for_those_who_are_not_pregnant_is_not_for_a_pregnant_woman(ask: Ask) -> None:
    told = texts_of(ask("Which antibiotic is recommended for cystitis in a pregnant woman?", TEXTS))
    assert told[0].startswith("Cefalexin")
    assert not any(text.startswith("Trimethoprim") for text in told)


def test_a_question_on_people_in_general_is_answered_in_general(ask: Ask) -> None:
    told = texts_of(ask("Which anticoagulants are preferred in deep vein thrombosis?", TEXTS))
    assert told[0].startswith("Direct oral")


@pytest.mark.parametrize(
    "general",
    [
        "Cystitis should be treated for 3 to 7 days.",
        "Cystitis should be treated until 2 days after it has settled.",
    ],
)
def test_what_cannot_differ_in_pregnancy_is_told_beside_what_is_said_of_it(ask: Ask, general: str) -> None:
    body = f"{BODY}\n{general.removesuffix('.')} [@g]."
    told = texts_of(
        ask("How is cystitis treated in pregnancy?", {"text.md": digest("text", body, g={"doi": "10.1000/x"})})
    )
    assert general in told


@pytest.mark.parametrize(
    "general",
    [
        "Cystitis should be treated with 3 g of fosfomycin.",
        "Antibiotics should be given for cystitis at once.",
        "Blood pressure should be lowered below 130 mmHg in cystitis.",
    ],
)
def test_drugs_doses_and_values_in_general_are_kept_from_a_pregnant_woman(ask: Ask, general: str) -> None:
    body = f"{BODY}\n{general.removesuffix('.')} [@g]."
    told = texts_of(
        ask("How is cystitis treated in pregnancy?", {"text.md": digest("text", body, g={"doi": "10.1000/x"})})
    )
    assert general not in told
