"""What is told as the answer, and what stands apart as related."""

from __future__ import annotations

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.answer import Audience
from service.compose.parting import parted
from service.sentences.candidates import Candidate
from tests.service.sentences.single import candidate


def rated(text: str, useful: float, order: int) -> Candidate:
    made = candidate(f"{text}.", source=str(order), order=order)
    made.useful = useful
    return made


def test_what_is_much_less_likely_than_the_likeliest_stands_apart(glossary: Glossary) -> None:
    likely, less, least = (
        rated("Terlipressin is given in variceal bleeding", 0.6, 0),
        rated("Antibiotics are given in variceal bleeding", 0.3, 1),
        rated("Variceal bleeding is rare in children", 0.02, 2),
    )
    question = analyse("How is variceal bleeding treated?", glossary)
    answers, related = parted([likely, less, least], likely, question, glossary, Audience.CLINICIAN)
    assert (answers, related) == ([likely, less], [least])


def test_without_likely_sentences_none_stands_apart_for_being_unlikely_beside_them(glossary: Glossary) -> None:
    alone = rated("Variceal bleeding is rare in children", 0.06, 0)
    question = analyse("How is variceal bleeding treated?", glossary)
    assert parted([alone], alone, question, glossary, Audience.CLINICIAN) == ([alone], [])
