"""A message as a question that can be understood alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.conversation.acts import Act
from service.patient_details import PatientDetails


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that can be understood alone.

    ``carried``: terms of the concepts, and words, in it that come from earlier turns; ``details``: what was told of the
    patient earlier and still holds; ``goes_on``: whether it was understood through what was said before; ``others``: what
    it may mean instead, where the library does not answer it so; ``typed``: the message in its own words;
    ``text_in_hand``: id of the text that the conversation rests on, unless the message leaves it; ``told``: how a number
    without a name was read; ``ask``: what must be known first (then ``text`` is the question before); ``beside``: the
    drugs and conditions in it that the patient has already, where the message asks of another drug; None: as it says.
    """

    text: str
    carried: frozenset[str] = frozenset()
    act: Act = Act.QUESTION
    details: PatientDetails = field(default_factory=PatientDetails)
    goes_on: bool = False
    others: tuple[str, ...] = ()
    typed: str = ""
    text_in_hand: str = ""
    told: str = ""
    ask: str = ""
    beside: frozenset[str] | None = None
