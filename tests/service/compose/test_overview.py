"""A message that is no more than a topic gets an overview, aspect by aspect."""

from __future__ import annotations

import pytest

from service.answer import Audience
from service.consultation import Consultation
from tests.fakes import digest
from tests.service.conftest import Ask, LibraryOf

GUIDE = {
    "gout.md": digest(
        "Gout",
        """## Recognition

Gout is a form of arthritis caused by crystals of urate [@g].
The symptoms of gout are sudden pain, redness and swelling of a joint, often at night [@g].
Gout is diagnosed by crystals of urate in fluid from the joint [@g].

## Treatment

A gout flare is treated first with an NSAID, colchicine or a corticosteroid [@g].
Gout flares are prevented by allopurinol, which lowers the urate [@g].

## Other

The serum urate is measured two weeks after a flare [@g].
""",
        g={"doi": "10.1000/gout"},
    ),
    "urate.md": digest(
        "Febuxostat",
        "## Dosing\n\nFebuxostat is given at 80 mg once daily [@g].",
        g={"doi": "10.1000/febuxostat"},
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "What is the target urate in gout?",
        "Which drug for a gout flare?",
        "gout with an eGFR of 20",
        "Gout – % of gouty arthritis?",
    ],
)
def test_what_asks_for_more_than_a_topic_gets_no_overview(ask: Ask, question: str) -> None:
    assert "Symptoms and diagnosis" not in [section.heading for section in ask(question, GUIDE).sections]


def test_a_topic_of_which_little_is_known_gets_no_overview(ask: Ask) -> None:
    assert "Dosing" not in [section.heading for section in ask("febuxostat", GUIDE).sections][:1]


@pytest.mark.parametrize("question", ["gout", "Tell me about gout", "gout guidelines"])
def test_a_topic_is_told_aspect_by_aspect(ask: Ask, question: str) -> None:
    answer = ask(question, GUIDE)
    assert [s.heading for s in answer.sections if s.heading in ("Treatment", "Prevention")] == [
        "Treatment",
        "Prevention",
    ]
    assert answer.bottom_line is not None


def test_no_sentence_of_an_overview_is_said_twice(ask: Ask) -> None:
    answer = ask("gout", GUIDE)
    told = [statement.text for section in answer.sections for statement in section.statements]
    assert answer.bottom_line is not None
    assert len({answer.bottom_line.text, *told}) == len(told) + 1


def test_a_patient_gets_no_overview_for_professionals(library_of: LibraryOf) -> None:
    answer = library_of(GUIDE).consult(Consultation("gout", "c", audience=Audience.PATIENT))
    assert "Symptoms and diagnosis" not in [section.heading for section in answer.sections]
