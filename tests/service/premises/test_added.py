"""What is said to take the place of another thing, where the library adds it to that."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

ADDED = """## Encephalopathy

EASL recommends adding rifaximin to lactulose after a second episode of hepatic encephalopathy [@g].
"""
INSTEAD = """Rifaximin is given instead of lactulose in hepatic encephalopathy when lactulose is not tolerated [@g].
"""
GUIDE = {"guide.md": digest("guide", ADDED, g={"doi": "10.1000/guide"})}
BOTH = {"guide.md": digest("guide", ADDED + INSTEAD, g={"doi": "10.1000/guide"})}


@pytest.mark.parametrize(
    "question",
    [
        "Since lactulose has no role once rifaximin is started, when should I stop it?",
        "Since rifaximin replaces lactulose after a second episode of encephalopathy, how do I wean the lactulose?",
        "As lactulose is replaced by rifaximin in hepatic encephalopathy, what dose?",
    ],
)
def test_what_is_added_takes_no_place(ask: Ask, question: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert "adding rifaximin to lactulose" in premise.correction.evidence[0].quote


def test_nobody_is_corrected_where_a_sentence_has_it_in_its_place(ask: Ask) -> None:
    assert not ask("Since rifaximin replaces lactulose in encephalopathy, what dose?", BOTH).premise


def test_adding_it_stands(ask: Ask) -> None:
    assert not ask("Since rifaximin is added to lactulose after a second episode, what dose?", GUIDE).premise
