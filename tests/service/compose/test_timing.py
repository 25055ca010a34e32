"""Asked when a drug is stopped before something, what says how long before comes before what only says that it is."""

from __future__ import annotations

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.compose.timing import Timing

ONLY_THAT = "SGLT2 inhibitors are stopped before surgery."
HOW_LONG = "SGLT2 inhibitors are stopped at least 3 days before surgery."


def _timing(question: str) -> Timing:
    return Timing(analyse(question, shipped_glossary()), shipped_glossary())


def test_what_only_says_that_it_is_stopped_comes_later() -> None:
    timing = _timing("SGLT2 inhibitor before surgery, when to hold it")
    assert timing.gain(HOW_LONG) > timing.gain(ONLY_THAT)


def test_where_it_is_asked_whether_it_is_stopped_both_say_it() -> None:
    timing = _timing("Should an SGLT2 inhibitor be stopped before surgery?")
    assert timing.gain(HOW_LONG) == timing.gain(ONLY_THAT)
