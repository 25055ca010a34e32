"""Two kinds of one illness: "in HFpEF?" after a question on HFrEF."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.analysis.wording import capital
from service.conversation.topic import can_be_repeated


def of_its_sibling(rest: str, question: Question, previous: Question, glossary: Glossary) -> str | None:
    """ "In HFpEF?" after a question on HFrEF: of two kinds of one illness one is asked about."""
    if len(question.mentions) != 1 or not question.conditions or not can_be_repeated(previous):
        return None
    entry = question.mentions[0].entry
    if not re.fullmatch(
        rf"(?i)\W*(?:(?:in|with|for|of)\W+)?(?:an?\W+|the\W+)?{re.escape(_named_as(question))}\W*", rest
    ):
        return None
    classes = {wider.term for wider in glossary.classes_of(entry)}
    for mention in previous.mentions:
        there = mention.entry
        if there.term != entry.term and classes & {wider.term for wider in glossary.classes_of(there)}:
            return capital(previous.text[: mention.start] + entry.term + previous.text[mention.end :])
    return None


def _named_as(question: Question) -> str:
    mention = question.mentions[0]
    return question.text[mention.start : mention.end]
