"""Putting questions together from parts."""

from __future__ import annotations

import re

from service.question import Question


def joined(before: str, rest: str) -> str:
    """The question before, and behind it what was added."""
    return f"{before.strip().rstrip('?.! ')}, {small(rest.strip().rstrip('?.! '))}?"


def with_topic(text: str, drugs: list[str], conditions: list[str]) -> str:
    """The text, and behind it the drugs or procedures and the conditions that it is about."""
    text = text.strip()
    end = "?" if text.endswith("?") else ""
    body = text.rstrip("?.! ").strip()
    body += f" with {listed(drugs)}" if drugs else ""
    return body + (f", in {listed(conditions)}" if conditions else "") + end


def listed(names: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def capital(text: str) -> str:
    """The first letter capital."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Inside a sentence: a small first letter, but for abbreviations."""
    return text[:1].lower() + text[1:] if text.split(" ", 1)[0][1:].islower() else text


def topic_of(before: Question) -> tuple[list[str], list[str]]:
    """What a question is about: its drugs and procedures, and its conditions (what else it names, where it has none)."""
    interventions = [entry.term for entry in before.interventions]
    conditions = [entry.term for entry in before.conditions]
    if not interventions and not conditions:
        conditions = [entry.term for entry in before.entries if entry.kind != "organisation"]
    return interventions, conditions


def sentences(message: str) -> list[str]:
    """The sentences of a message."""
    return [part for part in re.split(r"(?<=[.!?;])\s+", message.strip()) if part.strip()]
