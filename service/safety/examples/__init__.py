"""Messages that Footnote must recognise, and messages that it must not take for them: what :mod:`service.safety.resemblance`
learns from. One a line, in the files beside this one. None of them stands in the tests' tables, which measure how far
it generalises.
"""

from __future__ import annotations

from importlib.resources import files


def _block(name: str) -> str:
    return (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")


EMERGENCIES = _block("emergencies")
SELF_HARM = _block("self_harm")
HARMLESS = _block("harmless")
HARMFUL = _block("harmful")
LEGITIMATE = _block("legitimate")


def lines(block: str) -> list[str]:
    """The messages of one of the blocks above."""
    return block.splitlines()
