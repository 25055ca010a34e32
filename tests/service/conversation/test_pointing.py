"""What "this" and "that" do not point at."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand

ASKED = Before(["What is the dose of digoxin in heart failure?"])


@pytest.mark.parametrize(
    "message",
    [
        "he vomited twice this morning",
        "this week she feels dizzy",
        "can this lady have verapamil?",
        "is that evening too late?",
    ],
)
def test_no_drug_takes_the_place_of_a_time_or_a_person(message: str, glossary: Glossary) -> None:
    found = understand(message, ASKED, glossary).text
    assert message.rstrip("?").casefold() in found.casefold()


@pytest.mark.parametrize("message", ["can this be crushed?", "is that toxic?"])
def test_alone_they_point_at_the_drug(message: str, glossary: Glossary) -> None:
    assert "digoxin" in understand(message, ASKED, glossary).text
