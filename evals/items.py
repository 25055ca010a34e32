"""Items: questions with what is expected of the answer. One model for every suite; JSON Lines is its file form.

A suite of one's own is a file with one item a line; ``{"id", "question"}`` is enough, everything else adds a measure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from service.answer import Audience, Status


class Kind(StrEnum):
    """What an item tries."""

    SINGLE = "single"
    CONVERSATION = "conversation"
    FALSE_PREMISE = "false_premise"
    TRUE_PREMISE = "true_premise"
    UNANSWERABLE = "unanswerable"
    OUT_OF_SCOPE = "out_of_scope"
    EMERGENCY = "emergency"
    LOOKALIKE = "lookalike"
    CONFLICT = "conflict"
    INJECTION = "injection"
    PRIVACY = "privacy"
    HARMFUL = "harmful"


ANSWERED = (Status.ANSWERED, Status.PARTIAL)
# What is expected of a kind whose items do not say it themselves; what is missing here expects no status.
_EXPECTED: Mapping[Kind, tuple[Status, ...]] = {
    Kind.TRUE_PREMISE: ANSWERED,
    Kind.FALSE_PREMISE: ANSWERED,
    Kind.LOOKALIKE: ANSWERED,
    Kind.CONFLICT: ANSWERED,
    Kind.UNANSWERABLE: (Status.INSUFFICIENT_EVIDENCE, Status.OUT_OF_SCOPE),
    Kind.OUT_OF_SCOPE: (Status.OUT_OF_SCOPE, Status.INSUFFICIENT_EVIDENCE),
    Kind.EMERGENCY: (Status.EMERGENCY,),
    Kind.HARMFUL: (Status.DECLINED,),
}


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SentenceReference(_Model):
    """A sentence of the library: the one of the document that begins so."""

    document_id: str = Field(min_length=1)
    begins: str = Field(
        min_length=8, description="First words of the sentence as stored, without [@marks]; enough to be unambiguous."
    )


class Nugget(_Model):
    """One fact that a good answer holds."""

    text: str = Field(min_length=1, description="The fact as one plain sentence that can stand alone.")
    vital: bool = Field(description="True: an answer without it is not good. False: okay to have.")
    sentences: tuple[SentenceReference, ...] = Field(
        (), description="Sentences of the library each of which carries the fact; quoting any of them covers it."
    )
    alternatives: tuple[str, ...] = Field(
        (), description="Literal wordings each of which, found in the answer, covers it (names, short facts)."
    )


class PremiseExpectation(_Model):
    """What a question takes for granted."""

    assumed: str = Field(min_length=1, description="The assumption as one plain sentence.")
    correction: tuple[SentenceReference, ...] = Field(
        (), description="Sentences of the library that correct it (false premise) or bear it out (true premise)."
    )
    correction_text: str | None = Field(None, description="The correction in words, where no sentence is tied.")


class PlantedDocument(_Model):
    """A document that is put into a copy of the library before the item is asked."""

    id: str | None = Field(None, pattern=r"^[a-z0-9][a-z0-9-]*$", description="Default: made from the item's id.")
    title: str = Field(min_length=1)
    text: str = Field(min_length=1, description="Markdown; holds the injected instruction.")


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Statuses = Annotated[tuple[Status, ...], BeforeValidator(_as_tuple, json_schema_input_type=Status | list[Status])]


class _Expectation(_Model):
    """What is expected of one answer."""

    nuggets: tuple[Nugget, ...] = ()
    must_not: tuple[str, ...] = Field(
        (), description="What the answer must not say: found literally, or stated in other words as the judge sees it."
    )
    expected_status: Statuses = Field(
        (), description="Status, or statuses, that are right; 'answered' admits 'partial'. Default: by kind."
    )


class TurnItem(_Expectation):
    """One question of a conversation."""

    question: str = Field(min_length=1)
    standalone: str | None = Field(
        None, description="The same question as it would be asked alone; the turn is scored against it."
    )
    pressure: bool = Field(False, description="“Are you sure?”: the answer before must be held to.")


class Item(_Expectation):
    """One item of a suite: a question, or a conversation of several turns."""

    id: str = Field(min_length=1, pattern=r"^[^\s#]+$", description="Unique in the suite; no space, no '#'.")
    kind: Kind = Kind.SINGLE
    topic: str | None = Field(None, description="Slice of the report and unit of the split; items of one share it.")
    split: Literal["dev", "test"] | None = None
    audience: Audience = Audience.CLINICIAN
    question: str | None = Field(None, min_length=1)
    history: tuple[str, ...] = Field((), description="The asker's earlier messages, asked first and not scored.")
    turns: tuple[TurnItem, ...] = Field((), description="Instead of 'question': the turns of a conversation.")
    answerable: bool | None = Field(None, description="Whether the library holds the answer. Default: by kind.")
    relevant: dict[str, int] = Field({}, description="Documents that are relevant, with grades, for retrieval.")
    document_id: str | None = Field(None, description="The document that the answer should cite.")
    accepted_documents: tuple[str, ...] = Field((), description="Other documents that are as good or better.")
    ideal_answers: tuple[str, ...] = Field((), description="Reference answers, for ROUGE against published figures.")
    stance: Literal["yes", "no", "maybe"] | None = Field(None, description="The right answer to a yes-or-no question.")
    premise: PremiseExpectation | None = None
    planted: PlantedDocument | None = None
    self_harm: bool = Field(False, description="An emergency in which the reply has to name help in a crisis.")
    twin: str | None = Field(None, description="Id of the item that differs only in what is tried.")
    note: str | None = Field(None, description="For those who read the suite; not used.")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.question is None) == (not self.turns):
            raise ValueError("an item has either 'question' or 'turns'")
        if self.turns and (self.nuggets or self.history):
            raise ValueError("an item with 'turns' has its nuggets in the turns, and no 'history'")
        if self.turns and self.turns[0].pressure:
            raise ValueError("the first turn cannot be one of pressure")
        return self

    @property
    def is_answerable(self) -> bool | None:
        """Whether the library holds the answer; None where it is not about that."""
        if self.answerable is not None:
            return self.answerable
        if self.kind in (Kind.UNANSWERABLE, Kind.OUT_OF_SCOPE):
            return False
        if self.kind in (Kind.EMERGENCY, Kind.HARMFUL, Kind.INJECTION, Kind.PRIVACY):
            return None
        has_facts = bool(self.nuggets or self.document_id or any(turn.nuggets for turn in self.turns))
        return True if has_facts or self.kind in (Kind.TRUE_PREMISE, Kind.LOOKALIKE, Kind.CONFLICT) else None


class StarterItem(Item):
    """An item of the starter suite: stricter than what a suite of one's own needs."""

    topic: str = Field(min_length=1)
    split: Literal["dev", "test"]

    @model_validator(mode="after")
    def _check_kind(self) -> Self:
        if (self.kind is Kind.CONVERSATION) != bool(self.turns):
            raise ValueError("'turns' belong to kind 'conversation' and to no other")
        if self.kind is Kind.FALSE_PREMISE and not (self.premise and self.premise.correction):
            raise ValueError("kind 'false_premise' needs 'premise' with 'correction'")
        if self.kind in (Kind.SINGLE, Kind.CONFLICT) and not any(nugget.vital for nugget in self.nuggets):
            raise ValueError(f"kind '{self.kind}' needs a vital nugget")
        if self.kind in (Kind.INJECTION, Kind.PRIVACY) and not self.must_not:
            raise ValueError(f"kind '{self.kind}' needs 'must_not'")
        return self


@dataclass(frozen=True, slots=True)
class Probe:
    """One question that is put to a target, with what is expected of the answer: an item, or one turn of one."""

    id: str
    item: Item
    message: str
    nuggets: tuple[Nugget, ...]
    must_not: tuple[str, ...]
    expected_status: tuple[Status, ...]
    turn: int | None = None  # from 1, in a conversation
    standalone: str | None = None
    pressure: bool = False

    @property
    def cluster(self) -> str:
        """Records of one cluster are not independent: those of one topic, else of one conversation."""
        return self.item.topic or self.item.id

    @property
    def answerable(self) -> bool | None:
        """Whether the library holds the answer (see :attr:`Item.is_answerable`); a turn says it by what it expects."""
        if self.turn is None:
            return self.item.is_answerable
        if self.expected_status:
            return any(status in ANSWERED for status in self.expected_status)
        return True if self.nuggets else None


def probes_of(item: Item) -> list[Probe]:
    """The questions of an item in the order in which they are asked."""
    if item.question is not None:
        expected = item.expected_status or _EXPECTED.get(item.kind, ())
        return [Probe(item.id, item, item.question, item.nuggets, item.must_not, expected)]
    return [
        Probe(
            f"{item.id}#{number}",
            item,
            turn.question,
            turn.nuggets,
            (*item.must_not, *turn.must_not),
            turn.expected_status or item.expected_status,
            number,
            turn.standalone,
            turn.pressure,
        )
        for number, turn in enumerate(item.turns, start=1)
    ]
