"""What says the very thing that a bare question asks is told as its answer, and what does not as related."""

from __future__ import annotations

from service.answer import Answer
from tests.fakes import digest
from tests.service.conftest import Ask

TEXTS = {
    "amiodarone.md": digest(
        "amiodarone",
        """## Harms and monitoring

Amiodarone can cause lung toxicity and visual disturbance [@g].
The thyroid is tested every six months on amiodarone [@g].
Amiodarone is given as 200 mg once daily for the heart rhythm [@g].
Amiodarone can cause fatal liver damage with jaundice in rare cases [@g].
Sotalol can cause bradycardia in older people [@g].
""",
        g={"doi": "10.1000/amiodarone"},
    )
}
RELATED = "Related, not asked in so many words"


def _told(answer: Answer) -> tuple[str, list[str], list[str]]:
    """The first line, what else is told as the answer, and what as related."""
    related = [t.text for section in answer.sections if section.heading == RELATED for t in section.statements]
    said = [t.text for section in answer.sections if section.heading != RELATED for t in section.statements]
    assert answer.bottom_line is not None
    return answer.bottom_line.text, said, related


def test_what_says_it_not_is_no_part_of_the_answer_however_near_it_is(ask: Ask) -> None:
    _, said, _ = _told(ask("side effects of amiodarone", TEXTS))
    assert not any("thyroid is tested" in text or "200 mg" in text or "Sotalol" in text for text in said)


def test_all_that_say_it_are_the_answer(ask: Ask) -> None:
    first, said, related = _told(ask("side effects of amiodarone", TEXTS))
    assert {"lung" in first, any("lung" in text for text in said)} == {True, False}
    assert {"liver damage" in first, any("liver damage" in text for text in said)} == {True, False}
    assert not any("can cause" in text for text in related)
