"""Whether guidelines agree on what was asked."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand

ASKED = "What is the LDL target after stroke?"


@pytest.mark.parametrize("message", [
    "do the guidelines agree?", "Do guidelines differ on this?", "and do all the sources say the same?",
    "are the recommendations consistent here?", "do experts disagree about that",
],
)  # fmt: skip
def test_it_is_asked_whether_they_differ_on_the_question_before(message: str, glossary: Glossary) -> None:
    found = understand(message, Before([ASKED]), glossary)
    assert found.text == "Do guidelines differ: what is the LDL target after stroke?"
    assert found.others == ()


def test_asked_again_it_is_the_same(glossary: Glossary) -> None:
    first = understand("do the guidelines agree?", Before([ASKED]), glossary).text
    second = understand("do the sources agree?", Before([ASKED, first]), glossary).text
    assert second == first


def test_a_long_case_is_not_said_again(glossary: Glossary) -> None:
    asked = "68M, diabetic, had a stroke in May, on atorvastatin 80 mg and ezetimibe. LDL 1.9. What is the target?"
    found = understand("do the guidelines agree?", Before([asked]), glossary).text
    assert "68M" not in found


def test_what_names_its_own_matter_is_not_on_the_one_before(glossary: Glossary) -> None:
    found = understand("Do the guidelines agree on aspirin in pregnancy?", Before([ASKED]), glossary).text
    assert "LDL" not in found
