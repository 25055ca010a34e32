"""A question on two things alone is answered by what is on both."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.answer import Status
from service.sentences.bare import pair_alone
from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "gout.md": digest(
        "gout",
        """## Treatment

Gout flares are treated with colchicine 500 micrograms two to four times a day [@g].
Allopurinol in gout starts at 100 mg once daily and is raised every 4 weeks [@g].
""",
        g={"doi": "10.1000/gout"},
    ),
    "asthma.md": digest(
        "asthma",
        """## Treatment

Salbutamol relieves symptoms of asthma within minutes [@g].
Montelukast is added to inhaled treatment of asthma in children [@g].
""",
        g={"doi": "10.1000/asthma"},
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "Is colchicine safe in asthma?",
        "How long is salbutamol given for gout?",
        "allopurinol in asthma: evidence?",
        "Can montelukast be taken with colchicine?",
    ],
)
def test_what_is_on_one_of_the_two_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question, GUIDE).status is Status.INSUFFICIENT_EVIDENCE


def test_the_two_are_named_as_not_found(ask: Ask) -> None:
    assert ask("Is colchicine safe in asthma?", GUIDE).not_found == ["colchicine and asthma"]


def test_what_is_on_both_answers(ask: Ask) -> None:
    answer = ask("What is the dose of allopurinol in gout?", GUIDE)
    assert answer.bottom_line is not None
    assert "100 mg" in answer.bottom_line.text


def test_where_it_is_asked_what_to_do_the_first_on_both_says_what_is_done(ask: Ask) -> None:
    text = (
        "## Harms\n\nDiarrhoea with colchicine is common, and comes from its effect on the gut [@g].\n"
        "In diarrhoea colchicine is stopped until it has gone [@g].\n"
    )
    answer = ask("colchicine and diarrhoea: what to do?", {"text.md": digest("text", text)})
    assert answer.bottom_line is not None
    assert "stopped" in answer.bottom_line.text


@pytest.mark.parametrize(
    "question",
    [
        "Is colchicine safe in gout with an eGFR of 20?",
        "Is colchicine safe in gout after a transplant?",
        "Which drug for gout?",
        "Is colchicine safe in gout that keeps coming back at night?",
    ],
)
def test_what_tells_more_or_names_more_is_no_pair(question: str) -> None:
    assert pair_alone(analyse(question, shipped_glossary()), shipped_glossary()) is None
