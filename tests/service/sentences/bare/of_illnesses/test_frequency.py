"""How common an illness is, is answered by how many have it, not by how many of those who have it have something."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    "text",
    [
        "About 20% of people with cirrhosis have varices.",
        "Cirrhosis is the most common cause of portal hypertension.",
        "About 1 in 3 people who had cirrhosis had no symptoms.",
        "In cirrhosis, thrombosis is common.",
        "Of people with compensated cirrhosis, 10% develop decompensated cirrhosis.",
        "Among patients who had a biopsy for thrombocytopenia, cirrhosis was present in as many as 35%.",
        "Ascites occurred in 5% of cirrhosis on propranolol against 9% on placebo.",
    ],
)
def test_how_common_something_else_is_in_it_is_not_how_common_it_is(text: str) -> None:
    assert not answers("how common is cirrhosis?", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "how common is SUDEP?",
            "Sudden unexpected death in epilepsy (SUDEP) affects about 1 in 1,000 adults each year.",
        ),
        ("prevalence of depression", "Depression is a common but serious illness."),
        ("incidence of thrombocytosis", "Reactive thrombocytosis after splenectomy has an incidence of about 75%."),
    ],
)
def test_how_many_have_it_is(question: str, text: str) -> None:
    assert answers(question, text)


def test_a_few_patients_with_something_else_tell_nothing_of_it() -> None:
    text = "In 14 patients with splanchnic vein thrombosis, 71.4% had splenomegaly."
    assert not answers("how common is splenomegaly?", text)


def test_how_many_have_it_in_a_study_of_something_else_does_not_tell_it() -> None:
    text = "In a meta-analysis of 1062 patients with Budd-Chiari syndrome, 40.9% had a myeloproliferative neoplasm."
    assert not answers("how common is myeloproliferative neoplasm?", text, "Myeloproliferative neoplasms")


def test_how_many_have_it_of_those_with_something_else_tells_it_in_a_text_on_it_alone() -> None:
    text = "Each year 5% to 10% of people with compensated cirrhosis develop ascites."
    assert not answers("how common is ascites?", text, "Cirrhosis and its care")
    assert answers("how common is ascites?", text, "Ascites in cirrhosis")


def test_how_many_people_have_it_is_not_told_by_how_many_of_those_with_something_else_do() -> None:
    assert not answers("how many people have CKD?", "CKD develops in 20% of liver transplant recipients.")
    assert answers("how many people have CKD?", "About 1 in 10 people have CKD.")


@pytest.mark.parametrize(
    "question", ["gout epidemiology", "is gout common?", "how rare is gout?", "how often does gout occur?"]
)
def test_it_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) == "frequency"
