"""What the scripted model is asked and replies, and what is read from the answers."""

from __future__ import annotations

import json
from collections.abc import Callable

from service.answer import Answer, Statement, StatementType, statements_of
from tests.scripted_llm import ScriptedModel, number_of

QUESTION = "What is the dose of velmorine in heart failure?"
STARTS = "Velmorine starts"
Consult = Callable[..., Answer]


def says(*items: tuple[str, str | list[int]], heading: str = "Dosing") -> Callable[[str], str]:
    """A reply of statements, each with the beginning of the sentence that it rests on, or with numbers."""

    def reply(prompt: str) -> str:
        statements = [
            {"text": text, "sentences": [number_of(prompt, rests)] if isinstance(rests, str) else rests}
            for text, rests in items
        ]
        return json.dumps({"bottom_line": None, "sections": [{"heading": heading, "statements": statements}]})

    return reply


def generated(answer: Answer) -> list[Statement]:
    return [statement for statement in statements_of(answer) if statement.type is StatementType.GENERATED]


def last_prompt(script: ScriptedModel) -> str:
    return str(script.requests[-1]["messages"][-1]["content"])
