"""One kind of thing that is asked of a subject, and what makes a sentence an answer to it.

The files of asks call alike what is alike: ``_ASKED`` the words that ask, ``_FRAME`` those that add nothing beside them,
``_UNLESS`` what makes it another question; ``_HEADS`` the headings of sections all of which tell it, ``_OF_TOPIC`` how
a sentence tells it of what it speaks of, ``_NAMED`` how it does by the subject's name; ``_told`` and ``_before`` put
these together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from service.sentences.bare.reading.said import Said

# The glossary's kinds of what is asked about.
DRUGS = frozenset({"drug"})
ILLNESSES = frozenset({"condition"})
TESTS = frozenset({"test"})
PROCEDURES = frozenset({"procedure"})


@dataclass(frozen=True, slots=True, eq=False)  # each is one of the table
class Ask:
    """One thing that is asked. ``kinds``: the glossary's kinds of what it is asked of; ``asked``: the words that ask
    for it, without the subject; ``told``: whether a sentence on the subject says it; ``missing``: how a clinician names
    it, with {} for the subject; ``before``: of several that say it, those with the highest come first; ``frame``: words
    that add nothing to a question of this kind; ``unless``: what makes it a question of another kind; ``by_kinds``:
    whether a patient who asks of a class is told it by what is said of one drug of it by name.
    """

    name: str
    kinds: frozenset[str]
    asked: re.Pattern[str]
    told: Callable[[Said], bool]
    missing: str
    before: Callable[[Said], int] | None = None
    frame: frozenset[str] = frozenset()
    unless: re.Pattern[str] | None = None
    by_kinds: bool = False
