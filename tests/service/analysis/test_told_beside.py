"""What a case that asks for nothing in particular only tells of is no part of what is to be found."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.analysis.taken import told_beside

GLOSSARY = shipped_glossary()


@pytest.mark.parametrize(
    "text",
    [
        "acute gout, CKD 4, which dose of apixaban?",
        "apixaban, CKD 4",
        "acute gout on apixaban",
        "What about apixaban in gout, on dialysis?",
    ],
)
def test_what_is_asked_or_stands_first_is_not_told_beside(text: str) -> None:
    assert told_beside(analyse(text, GLOSSARY)) == frozenset()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("acute gout, CKD 4, on apixaban", "apixaban"),
        ("variceal bleed, Child B, stable after banding", "endoscopic variceal ligation"),
        ("septic shock, MAP 55, already on noradrenaline", "noradrenaline"),
    ],
)
def test_what_a_later_piece_says_somebody_is_on_or_had_is(text: str, told: str) -> None:
    assert told in told_beside(analyse(text, GLOSSARY))


def test_what_is_named_in_front_as_well_is_not() -> None:
    assert "apixaban" not in told_beside(analyse("apixaban overdose, CKD 4, on apixaban", GLOSSARY))
