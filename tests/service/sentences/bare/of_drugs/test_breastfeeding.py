"""A drug in breastfeeding: whether it is given then, whether it passes into the milk."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("spironolactone", "Furosemide in pregnancy and breastfeeding needs caution, and spironolactone is avoided in pregnancy."),
        ("efavirenz", "The regimen with rifapentine was not recommended in breastfeeding, and was for HIV only with efavirenz."),
        ("oral rehydration solution", "A child with gastroenteritis keeps breastfeeding; oral rehydration solution is a supplement."),
        ("live vaccine", "The leaflet excludes methotrexate in liver problems and breast-feeding, and with live vaccines, among others."),
    ],
)  # fmt: skip
def test_what_is_said_of_another_drug_or_of_the_child_is_no_answer(drug: str, said: str) -> None:
    assert not answers(f"{drug} in breastfeeding", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("apixaban", "Apixaban in breastfeeding: the label asks to stop either of them, because it passed into the milk of rats."),
        ("everolimus", "Everolimus is not given in pregnancy, it is not used when breastfeeding, and women use contraception."),
        ("lusutrombopag", "Lusutrombopag may harm the fetus, and breastfeeding is not advised during treatment."),
        ("warfarin", "Vitamin K antagonists are known to be safe during breastfeeding, while apixaban was contraindicated."),
        ("apixaban", "Vitamin K antagonists are known to be safe during breastfeeding, while apixaban was contraindicated."),
    ],
)  # fmt: skip
def test_what_says_whether_it_is_given_then_answers(drug: str, said: str) -> None:
    assert answers(f"{drug} in breastfeeding", said)


@pytest.mark.parametrize(
    "question",
    [
        "apixaban in breastfeeding",
        "is apixaban safe in breast feeding",
        "can I breastfeed on apixaban?",
        "Can breastfeeding mothers take apixaban?",
        "apixaban lactation",
        "does apixaban pass into breast milk",
    ],
)
def test_it_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) == "breastfeeding"
