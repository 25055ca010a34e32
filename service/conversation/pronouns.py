"""Pronouns: what "it", "they", "this drug", "both" point at."""

from __future__ import annotations

import re

from service.conversation.fragments import OPENING, WH_FRAGMENT
from service.conversation.wording import capital, joined, listed
from service.question import Question

_PRONOUN = re.compile(
    r"\b(?:(?P<kind>(?:the|this|that|these|those) (?P<noun>drug|medicine|medication|procedure|disease|condition|disorder|treatment|therapy)s?\b(?! of choice))|"
    r"(?P<pair>both|either)\b(?! of)|(?P<word>it|its|they|them|their|this|that|these|those|he|she|him|her|one(?=\W*$)|the same)\b)",
    re.I,
)  # fmt: skip
# "It" and "that" that point at nothing: "is it safe to give …", "does it take", "evidence that …".
_EMPTY = re.compile(
    r"\bit(?: (?:is|was|be))? (?:\w+ )?(?:true|known|said|safe|possible|necessary|okay|ok|recommended|advisable|reasonable|useful|important|likely|better|best|"
    r"worth|time|correct|allowed|normal|sensible|appropriate|mandatory|harmful|dangerous) (?:to|that|for|if|when|whether)\b|\b(?:does|do|will|would|can) it (?:take|matter|make sense)\b|"
    r"\b(?:evidence|true|known|said|sure|so|such|now|given|provided|patients?|people|those|drugs?|everything|anything|all|shown|fact|means?|mean|risk|likely|possible|recommended) that\b|"
    r"\bthat (?:the|a|an|patients?|people|there|[a-z]+s? (?:is|are|has|have|was|were|does|can|may|should|help|helps|reduces?|improves?|prevents?|causes?|lowers?))\b",
    re.I,
)
_PEOPLE = frozenset({"he", "she", "him", "her"})


def pronoun(text: str, question: Question, before: Question) -> re.Match[str] | None:
    """A pronoun whose referent is not in the message itself: it stands before every concept of it."""
    empty = [match.span() for match in _EMPTY.finditer(text)]
    first = min((mention.start for mention in question.mentions), default=len(text))
    for found in _PRONOUN.finditer(text):
        if any(a <= found.start() < b for a, b in empty) or (found["kind"] and not subjects(found, before)):
            continue
        if found["pair"] and len(subjects(found, before)) < 2:
            continue
        if (found["word"] or "").lower() in _PEOPLE:
            continue  # the patient: no concept of the question
        if found.start() < first or not question.entries or found["kind"] or found["pair"]:
            return found
    return None


def subjects(found: re.Match[str], before: Question) -> list[str]:
    """What a pronoun can stand for."""
    noun = (found["noun"] or "").lower()
    if noun in ("disease", "condition", "disorder"):
        return [entry.term for entry in before.conditions]
    if noun == "procedure":
        return [entry.term for entry in before.entries if entry.kind == "procedure"]
    if noun in ("drug", "medicine", "medication"):
        return [entry.term for entry in before.entries if entry.kind == "drug"]
    if noun or found["pair"]:
        return [entry.term for entry in before.interventions]
    things = [mention.entry for mention in before.mentions if mention.entry.kind not in ("other", "organisation")]
    tested = things[:1] if things and things[0].kind in ("test", "score") else []
    return [entry.term for entry in (*tested, *before.interventions, *before.conditions)]


def resolve(text: str, question: Question, before: Question) -> str:
    """Put what was asked about in the place of the first pronoun, and the rest of the topic behind."""
    found = pronoun(text, question, before)
    if found is None:
        return text
    there = subjects(found, before)
    opening = OPENING.match(text)
    begin = opening.end() if opening and opening.end() <= found.start() and not WH_FRAGMENT.match(text) else 0
    if not there:
        return joined(before.text, f"and {text[begin:]}")
    name = listed(there[:2]) if found["pair"] else there[0]
    word = found.group().lower()
    behind = text[found.end() :]
    resolved = text[begin : found.start()] + (f"{name}'s" if word in ("its", "their") else name) + behind
    # A question about a drug in another setting ("in pregnancy") is about the drug; its old indication would mislead.
    others = [] if question.entries else [entry.term for entry in before.conditions if entry.term not in name]
    return capital(_append(resolved, others))


def _append(text: str, names: list[str]) -> str:
    text = text.strip()
    end = "?" if text.endswith("?") else ""
    body = text.rstrip("?.! ").strip()
    return f"{body}, in {listed(names)}{end}" if names else body + end
