"""One kind of thing that is asked of a subject, and how a sentence is held against it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from service.sentences.bare.signs import OTHER, Place, replaced


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that is on the subject of a bare question."""

    text: str
    names: tuple[Place, ...]  # where it names the subject: itself, a kind of it, of a drug also the class alone
    others: tuple[Place, ...]  # where it names others of the same kind (other drugs, other illnesses)
    heading: str  # the last of the headings above it
    title: str  # of its document
    titled: bool  # whether that names the subject
    on_it: bool = False  # whether it is on the subject itself in the first place: named before a colon
    drugs: tuple[Place, ...] = ()  # where it names drugs
    fewer: int = 0  # in how many ways it is on fewer than are asked about: a severe form, children, a second illness
    by_kind: bool = False  # whether the sentence names kinds of the subject only
    itself: tuple[Place, ...] = ()  # of ``names`` those that speak for the whole of it: not a kind of it alone
    classes: tuple[Place, ...] = ()  # and those of a class that the subject is one of
    exact: tuple[Place, ...] = ()  # where it names a drug or a kind of it, whatever its classes
    close: tuple[Place, ...] = ()  # and its closest classes: a statin, not a drug that lowers lipids
    alone: bool = False  # whether the title is on that drug and on no other

    @property
    def masked(self) -> str:
        """The text with a dot for each character of these names: "calcium channel blocker" says nothing of blocking."""
        places = (*self.names, *self.others)
        return replaced(self.text, (((start, end), OTHER * (end - start)) for start, end in places))


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
