"""What a leaflet tells its reader to do is told from what it tells of the illness."""

from __future__ import annotations

import pytest

from service.sentences.told_to_do import tells_to_do


@pytest.mark.parametrize(
    "text",
    [
        "A fit lasts a few minutes.",
        "Rest is not always needed after a fit.",
        "Treatment can help to prevent broken bones.",
        "Feeling cold and weak can be early signs of it.",
        "If you have gout, the joint hurts all of a sudden.",
        "Exercise and a good diet are a main part of care.",
    ],
)
def test_what_tells_of_something_is_nothing_to_do(text: str) -> None:
    assert not tells_to_do(text)


@pytest.mark.parametrize(
    "text",
    [
        "Drink a glass of juice and sit down.",
        "Do not lie down after the tablet.",
        "For a nosebleed, pinch the soft part of your nose.",
        "If you feel faint, lie flat and raise your legs.",
        "First aid for a burn: hold it under cool water.",
        "In the first week, keep the wound dry.",
    ],
)
def test_what_its_reader_is_to_do_or_not_is_told(text: str) -> None:
    assert tells_to_do(text)
