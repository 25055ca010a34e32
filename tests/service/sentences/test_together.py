"""Two drugs that are asked about together are answered by what names both, each by its name or its class."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.together import Pair, pair_of
from tests.service.sentences.single import candidate


def _pair(question: str) -> Pair | None:
    return pair_of(analyse(question, shipped_glossary()), shipped_glossary())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Sertraline and linezolid together?", "Sertraline for panic disorder starts at 25 mg once daily."),
        ("May grazoprevir be taken with everolimus?", "Grazoprevir must not be combined with ciclosporin."),
        ("Colchicine with azithromycin, safe?", "Colchicine with clarithromycin is avoided at any dose."),
    ],
)
def test_what_is_said_of_one_or_of_a_sibling_of_the_other_says_nothing_of_both(question: str, text: str) -> None:
    pair = _pair(question)
    assert pair is None or not pair.named_by(candidate(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Can sumatriptan be given with sertraline?", "Serotonin syndrome has followed sumatriptan with an SSRI."),
        ("Apixaban with carbamazepine, safe?", "Inducers such as carbamazepine are avoided with apixaban."),
    ],
)
def test_what_names_both_by_name_or_class_answers(question: str, text: str) -> None:
    pair = _pair(question)
    assert pair is not None
    assert pair.named_by(candidate(text))


@pytest.mark.parametrize(
    "question",
    [
        "warfarin dose with amiodarone?",
        "Since aspirin and clopidogrel are given together, how long?",
        "metformin not tolerated, what can be given with insulin instead?",
        "Which drug is combined with ramipril?",
    ],
)
def test_who_asks_for_a_dose_or_another_drug_asks_of_no_pair(question: str) -> None:
    assert _pair(question) is None


PAINKILLERS = "For pain on a blood thinner, paracetamol is seen as safer than aspirin, ibuprofen or drugs like it."


@pytest.mark.parametrize(
    ("audience", "question", "answers"),
    [
        ("clinician", "Can I take ibuprofen with apixaban?", False),  # so wide a class may leave one out
        ("patient", "Can I take ibuprofen with metformin?", False),
        ("patient", "Can I take ibuprofen with apixaban?", True),
        ("patient", "Can I take warfarin with ibuprofen?", True),
    ],
)
def test_a_leaflet_means_each_of_a_wide_class(audience: str, question: str, answers: bool) -> None:
    pair, said = _pair(question), candidate(PAINKILLERS)
    said.spans[0] = replace(said.spans[0], document=replace(said.document, audience=audience))
    assert pair is not None
    assert pair.named_by(said) is answers
