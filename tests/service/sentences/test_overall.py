"""The causes or the treatment of something are told by what is on it; that one drug brings it about is said in passing."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.overall import Overall, overall_asked
from tests.service.sentences.single import candidate


def _asked(question: str) -> Overall | None:
    return overall_asked(analyse(question, shipped_glossary()), shipped_glossary())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what causes tinnitus", "Hearing loss and tinnitus from furosemide follow rapid injection."),
        ("causes of rhabdomyolysis", "Atorvastatin can cause myopathy and rhabdomyolysis."),
        ("treatment of mouth ulcers", "Methotrexate is withheld when a rash or mouth ulcers appear."),
        ("what causes tinnitus", "Hearing loss follows loud noise."),
        (
            "how do I treat C diff, first episode?",
            "Needless antibiotics raise the risk of Clostridioides difficile infection.",
        ),
        ("how to treat pericarditis", "Echocardiography helps to recognise pericarditis."),
    ],
)
def test_a_mention_in_passing_does_not_tell_it(question: str, text: str) -> None:
    asked = _asked(question)
    assert asked is not None
    assert not asked.told_by(candidate(text))


@pytest.mark.parametrize(
    ("question", "text", "title"),
    [
        ("what causes tinnitus", "Tinnitus often follows loud noise.", "a"),
        ("what causes gout", "Gout can be brought on by furosemide.", "gout"),
        ("treatment of mouth ulcers", "Mouth ulcers are treated with topical corticosteroids.", "a"),
    ],
)
def test_what_is_on_it_tells_it(question: str, text: str, title: str) -> None:
    asked = _asked(question)
    assert asked is not None
    found = candidate(text, source=title)
    found.context_terms = frozenset({title})
    assert asked.told_by(found)


@pytest.mark.parametrize(
    "question",
    ["does furosemide cause tinnitus?", "what causes tinnitus on furosemide", "what causes falls at INR 8", "causes"],
)
def test_where_a_drug_is_named_or_nothing_is_it_is_another_question(question: str) -> None:
    assert _asked(question) is None


def test_what_is_missing_is_named() -> None:
    asked = _asked("what causes tinnitus")
    assert asked is not None
    assert asked.missing() == "causes of tinnitus"
