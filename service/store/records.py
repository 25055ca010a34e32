"""What the store gives out: plain records, free of the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """What a key may do. Every role may ask, search and read."""

    CLINICIAN = "clinician"
    EVALUATOR = "evaluator"
    REVIEWER = "reviewer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Key:
    """An API key, without its secret, which is not kept."""

    id: str
    name: str
    role: Role
    created: datetime
    revoked: datetime | None


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """A question of a conversation and its answer as it was given (parsed JSON)."""

    position: int
    question: str
    standalone_question: str
    answer: dict[str, Any]
    edition: str | None
    created: datetime


@dataclass(frozen=True, slots=True)
class ConversationHead:
    """A conversation in a list. ``first_question`` is the asker's words: for the owner alone."""

    id: str
    first_question: str
    turns: int
    created: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to what, when, and how it ended. Holds ids and codes, never the words of a question or answer."""

    at: datetime
    key: str | None
    action: str
    object: str | None
    status: str
    edition: str | None
