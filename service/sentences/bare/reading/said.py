"""A sentence on the subject of a bare question, read for what is asked: whom it names where, and in what text it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from service.sentences.bare.reading.signs import OTHER, Place, replaced

Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Nearly:
    """Where a sentence names a drug itself, and where what is as good as that."""

    exact: Places = ()  # the drug or a kind of it, whatever its classes
    close: Places = ()  # these and its closest classes: a statin, not a drug that lowers lipids
    alone: bool = False  # whether the title is on that drug and on no other


@dataclass(frozen=True, eq=False)  # each is one of its subject: what is worked out of it is kept with it
class Said:
    """A sentence that is on the subject of a bare question. What few asks need is looked for when one does."""

    text: str
    names: Places  # where it names the subject: itself, a kind of it, of a drug also the class alone
    others: Places  # where it names others of the same kind (other drugs, other illnesses)
    itself: Places  # of ``names`` those that speak for the whole of it: not a kind of it alone
    classes: Places  # and those of a class that the subject is one of
    drugs: Places  # where it names drugs
    by_kind: bool  # whether it names kinds of the subject only
    heading: str  # the last of the headings above it
    title: str  # of its document
    titled: bool  # whether that names the subject
    on_it: bool  # whether it is on the subject itself in the first place: named before a colon
    count_fewer: Callable[[], int]
    look_nearly: Callable[[], Nearly]

    @cached_property
    def masked(self) -> str:
        """The text with a dot for each character of these names: "calcium channel blocker" says nothing of blocking."""
        places = (*self.names, *self.others)
        return replaced(self.text, (((start, end), OTHER * (end - start)) for start, end in places))

    @property
    def names_nobody(self) -> bool:
        """Whether it names neither the subject nor another of the kind: in a text on the subject it is on that."""
        return not self.names and not self.others

    @cached_property
    def fewer(self) -> int:
        """In how many ways it is on fewer than are asked about: a severe form, children, a second illness."""
        return self.count_fewer()

    @property
    def exact(self) -> Places:
        """See :class:`Nearly`."""
        return self._nearly.exact

    @property
    def close(self) -> Places:
        """See :class:`Nearly`."""
        return self._nearly.close

    @property
    def alone(self) -> bool:
        """See :class:`Nearly`."""
        return self._nearly.alone

    @cached_property
    def _nearly(self) -> Nearly:
        return self.look_nearly()
