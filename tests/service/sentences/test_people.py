"""The words that name people for whom what is right for others may be wrong."""

from __future__ import annotations

import pytest

from service.sentences import people
from service.sentences.people import People, asks_of_a_child, terms_naming_people


@pytest.mark.parametrize(
    ("narrower", "wider"),
    [
        (people.CHILDREN, people.CHILDREN_AND_TODDLERS),
        (people.CHILDREN, people.CHILDREN_AND_CHILDHOOD),
        (people.CHILDREN_AND_TODDLERS, people.YOUNG_PEOPLE),
        (people.PREGNANCY, people.PREGNANCY_AND_FETUS),
        (people.PREGNANCY, people.PREGNANCY_AND_MOTHERS),
    ],
)
def test_a_wider_group_has_the_names_of_the_narrower_one_and_more(narrower: People, wider: People) -> None:
    assert set(narrower.names) < set(wider.names)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Neonates are given half of it.", people.CHILDREN),
        ("in pediatric practice", people.CHILDREN),
        ("the second trimester", people.PREGNANCY),
        ("while she breastfeeds", people.BREASTFEEDING),
        ("she wants to breastfeed", people.BREASTFEEDING),
        ("Breast-feeding goes on.", people.BREASTFEEDING),
        ("It passes into breast milk.", people.BREASTFEEDING),
        ("safe in lactation?", people.BREASTFEEDING),
        ("on hemodialysis", people.DIALYSIS),
        ("end-stage renal disease", people.DIALYSIS),
        ("Child-Pugh B", people.LIVER_DISEASE),
        ("Vemlidy in Child C?", people.LIVER_DISEASE),
        ("Is the child a carrier?", people.CHILDREN),
    ],
)
def test_texts_name_a_group_in_any_number_and_spelling(text: str, group: People) -> None:
    assert group.named_in(terms_naming_people(text))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Child-Pugh class C cirrhosis", people.CHILDREN),
        ("Child's class B", people.CHILDREN),
        ("a child of 4 with fever", people.LIVER_DISEASE),
        ("breast cancer", people.BREASTFEEDING),
        ("an NG feed", people.BREASTFEEDING),
        ("a lactate of 2.1", people.BREASTFEEDING),
        ("stage 2 hypertension", people.DIALYSIS),
        ("spontaneous bacterial peritonitis", people.DIALYSIS),
        ("when the course ends", people.DIALYSIS),
    ],
)
def test_a_part_of_a_name_names_nobody(text: str, group: People) -> None:
    assert not group.named_in(terms_naming_people(text))


@pytest.mark.parametrize(
    "question",
    [
        "Dose for a 6-year-old boy?",
        "fever in a newborn",
        "a 17 year old with asthma",
        "Girl of 4, feverish",
        "my son is 9, what dose?",
    ],
)
def test_a_child_is_named_by_a_word_or_an_age(question: str) -> None:
    assert asks_of_a_child(question)


@pytest.mark.parametrize(
    "question",
    [
        "Dose for a 70-year-old man?",
        "an 18 year old with asthma",
        "How is gout treated?",
        "my son, 22, got an antidepressant",
        "baby aspirin and a liver biopsy",
    ],
)
def test_a_grown_up_is_no_child(question: str) -> None:
    assert not asks_of_a_child(question)
