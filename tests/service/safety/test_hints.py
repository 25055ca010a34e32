"""The hints that others name by their place are the ones that they mean."""

from __future__ import annotations

from service.safety.hints import GAIN, THOUGHTS, deeds_in, wishes_in


def test_thoughts_that_come_and_what_is_won_stand_where_they_are_said_to() -> None:
    thoughts = wishes_in("these thoughts, in my head")
    gain = deeds_in("an allowance")
    assert [place for place, hint in enumerate(thoughts) if hint] == [THOUGHTS]
    assert [place for place, hint in enumerate(gain) if hint] == [GAIN]
