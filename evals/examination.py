"""What was found when an answer was held against its sources and against what was expected: the ground of all
scores.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CheckedCitation(_Model):
    """One number behind one statement."""

    number: int
    leads: bool = Field(description="Whether the list of references has that number.")
    supports: bool | None = Field(None, description="Whether its words alone support the statement; None: no words.")
    precise: bool = Field(False, description="Whether the statement is supported, and would be less so without it.")


class CheckedStatement(_Model):
    """One statement of the answer."""

    verdict: Literal["supported", "neutral", "contradicted", "unchecked"] = Field(
        description="Of the judge, against all words that it cites; unchecked: it cites none that could be read."
    )
    support: float = 0.0
    verbatim: bool = Field(False, description="Whether the statement stands word for word in what it cites.")
    failed: tuple[str, ...] = Field(
        (), description="number, unit, comparator, negation, name: not as in the cited words."
    )
    citations: tuple[CheckedCitation, ...] = ()
    replayed: tuple[bool | None, ...] = Field(
        (),
        description="For each quote: whether it stands in the stored text where it is said to; None: cannot be read.",
    )
    nuggets: tuple[int, ...] = Field((), description="Positions of the nuggets that it covers.")
    repeats: int | None = Field(None, description="Position of the earlier statement that says the same.")
    known_words: int = Field(0, description="Content words that stand in the cited words, of …")
    words: int = 0


class FoundNugget(_Model):
    """Whether and how the answer holds a nugget."""

    how: Literal["quoted", "literal", "judge", "missing"]
    statement: int | None = Field(None, description="Position of the statement; of a missing one, of the nearest.")
    score: float = Field(0.0, description="Support of the judge; 1 where it was not asked.")


class Examination(_Model):
    """All that was found."""

    statements: tuple[CheckedStatement, ...] = ()
    nuggets: tuple[FoundNugget, ...] = ()
    unresolved: tuple[str, ...] = Field((), description="Tied sentences that the edition does not have.")
    forbidden: tuple[str, ...] = Field((), description="Which of 'must_not' the answer says.")
    premise: FoundNugget | None = Field(None, description="Whether and how the correction of the premise is there.")
    premise_denied: bool = Field(
        False, description="Whether the answer says that an assumption of the question is wrong."
    )
    retired: tuple[int, ...] = Field((), description="Numbers of references to sources that no longer stand.")
    nearness: float = Field(0.0, description="Cosine of the question and the statement nearest to it.")
