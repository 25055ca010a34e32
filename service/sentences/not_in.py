"""Sentences on a state in which a question says that the patient is not: "not in storm", "not in labour"."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.text import terms
from service.sentences.candidates import Candidate

_NOT_IN = re.compile(
    r"\bnot (?:currently |yet |now )?in (?:an? |the )?(?P<what>[\w-]+(?: [\w-]+)?)(?=\s*(?:[,;.:)?]|$))", re.I
)
_ASKS = re.compile(r"\b(?:why|is|are|whether)\b[^.;,]*$", re.I)
_WITHOUT = re.compile(r"\b(?:without|no|not|outside|unless|except|before)\b", re.I)


def states_not_in(asked: str) -> list[str]:
    """The states, as written, in which the question ``asked`` says that the patient is not."""
    found = [match for match in _NOT_IN.finditer(asked) if not _ASKS.search(asked[: match.start()])]
    return [match["what"] for match in found if terms(match["what"])]


def on_what_is_not(asked: str) -> Callable[[Candidate], bool] | None:
    """A test of whether a sentence is on a state in which the question ``asked`` says that the patient is not."""
    states = [frozenset(terms(state)) for state in states_not_in(asked)]
    if not states:
        return None
    return lambda candidate: (
        any(state <= candidate.own_terms for state in states) and _WITHOUT.search(candidate.text) is None
    )
