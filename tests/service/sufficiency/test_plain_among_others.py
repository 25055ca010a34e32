"""A hospital's own text among texts with questions beside them is not judged by what it cannot have: such questions."""

from __future__ import annotations

import pytest

from service.sufficiency.answerability import probability
from tests.fakes import digest
from tests.service.conftest import LibraryOf

SHIPPED = {
    "gout.md": digest(
        "gout",
        "## Treatment\n\nColchicine for a gout flare in adults is given at 500 micrograms two to three times daily [@g].",
        g={"doi": "10.1000/gout"},
    ),
    "gout.questions.yaml": "- begins: Colchicine\n  asked: ['How much colchicine in a gout flare?', 'colchicine gout dose']\n",
    "gout.left-open.yaml": "- Who pays for colchicine in gout?\n",
}
OWN = {
    "drains.md": "# Chest drains\n\n## If the drain falls out\n\nCover the hole with a gloved hand and call the medical registrar.\n"
}
ON_OWN = "chest drain fell out, what now"
ON_SHIPPED = "How much colchicine is given in a gout flare?"


def test_what_a_plain_text_answers_is_judged_without_questions(library_of: LibraryOf) -> None:
    judged = library_of(SHIPPED | OWN).assess(ON_OWN)
    assert judged.probability == pytest.approx(probability(judged.values, with_questions=False))


def test_what_a_text_with_questions_answers_is_judged_with_them(library_of: LibraryOf) -> None:
    judged = library_of(SHIPPED).assess(ON_SHIPPED)
    assert judged.probability == pytest.approx(probability(judged.values, with_questions=True))


def test_questions_that_are_answered_suffice_where_none_are_noted_as_left_open(library_of: LibraryOf) -> None:
    answered = {name: text for name, text in SHIPPED.items() if "left-open" not in name}
    judged = library_of(answered).assess(ON_SHIPPED)
    assert judged.probability == pytest.approx(probability(judged.values, with_questions=True))
