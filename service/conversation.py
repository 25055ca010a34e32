"""Follow-ups: what a message means after what was asked before, without a language model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Glossary
from service.question import ASPECT_WORDS, Question, analyse

_OPENING = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|thanks?|thank you|great|i see|right|so|well|but|then|now|also)[\s,.!:-]+)*"
    r"(?P<follow>and if|and|what about|how about|what if|or|also|but|then|else|same (?:question )?(?:for|with|in)|in that case)\b[\s,:]*",
    re.I,
)
_PRONOUN = re.compile(
    r"\b(it|its|they|them|their|this|that|these|those|he|she|him|her|the (?:drug|medicine|procedure|disease|condition|"
    r"treatment|same|former|latter|other one|second one|first one))\b",
    re.I,
)
_DANGLING = re.compile(r"^\W*(before|after|during|in|with|for|without|if|when|until|at|on|by|as)\b", re.I)
_PRESSURE = re.compile(
    r"^\W*(?:are you (?:really |quite |absolutely )?(?:sure|certain)|really|is that (?:right|correct|true)|i don'?t (?:think|believe)[^?]{0,40}|"
    r"you(?:'re| are) wrong|no|that'?s wrong|i disagree)\W*$",
    re.I,
)  # fmt: skip
_CORRECTION = re.compile(r"^\W*(?:no,? |sorry,? |actually,? )*(?:i (?:meant|mean)|not \w+ but|correction:?)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that can be understood alone, and the concepts in it that were carried over from before."""

    text: str
    carried: frozenset[str] = frozenset()


def understand(message: str, history: Sequence[str], glossary: Glossary) -> Standalone:
    """The message as :func:`standalone` makes it, with the terms of the concepts that it did not name itself."""
    text = standalone(message, history, glossary)
    own = {mention.entry.term for mention in glossary.find(message)}
    if text == message or not own:  # what names nothing of its own is about what was carried over
        return Standalone(text)
    return Standalone(text, frozenset(mention.entry.term for mention in glossary.find(text)) - own)


def standalone(message: str, history: Sequence[str], glossary: Glossary) -> str:
    """The message as a question that can be understood alone.

    ``history``: the standalone questions asked before, oldest first. A message that names its own topic is returned
    as it is.
    """
    if not history:
        return message
    previous = history[-1]
    if _PRESSURE.match(message):
        return previous
    question, before = analyse(message, glossary), analyse(previous, glossary)
    correction = _CORRECTION.match(message)
    if correction:
        return _corrected(message[correction.end() :], before, glossary)
    opening = _OPENING.match(message)
    follows = opening is not None or _DANGLING.match(message) is not None
    pronoun = _refers_back(message, question)
    if not follows and not pronoun and not _lacks_topic(question):
        return message
    if pronoun:
        return _resolve(message, question, before)
    rest = message[opening.end() :] if opening else message
    return _with_topic(rest or message, question, before, both=not question.interventions)


def _corrected(meant: str, before: Question, glossary: Glossary) -> str:
    """The earlier question with the concept put right: the one of the same kind is replaced, else it is added."""
    entries = analyse(meant, glossary).entries
    for entry in entries:
        for mention in before.mentions:
            if mention.entry.kind == entry.kind and mention.entry.term != entry.term:
                return before.text[: mention.start] + entry.term + before.text[mention.end :]
    return _append(before.text, [meant.strip().rstrip("?.! ")])


def _lacks_topic(question: Question) -> bool:
    """A question about an aspect alone ("What is the dose?", "Any contraindications?")."""
    return not question.entries and all(word in ASPECT_WORDS for word in question.key_words)


def _refers_back(message: str, question: Question) -> bool:
    """A pronoun whose referent is not in the message itself: it stands before every concept of it."""
    found = _PRONOUN.search(message)
    if found is None:
        return False
    if re.match(r"\s*(?:there|it)\b", message, re.I) and re.match(
        r"\s*it\s+(?:is|was)\s+(?:known|said|true)\b", message, re.I
    ):
        return False
    first = min((mention.start for mention in question.mentions), default=len(message))
    return found.start() < first or not question.entries


def _resolve(message: str, question: Question, before: Question) -> str:
    """Put what was asked about in the place of the first pronoun, and the rest of the topic behind."""
    subjects = before.interventions or before.conditions
    own = {entry.term for entry in question.entries}
    if not subjects:
        return _with_topic(message, question, before, both=True)
    name = subjects[0].term
    found = _PRONOUN.search(message)
    if found is None:
        return message
    word = found.group().lower()
    possessive = word in ("its", "their", "his") or (
        word == "her" and re.match(r"\s+\w", message[found.end() :]) is not None
    )
    text = message[: found.start()] + (f"{name}'s" if possessive else name) + message[found.end() :]
    opening = _OPENING.match(text)
    if opening and opening.end() <= found.start():
        text = text[opening.end() :]
    # A question about a drug in another setting ("in pregnancy") is about the drug; its old indication would mislead.
    others = [] if question.entries else [e.term for e in before.conditions if e.term != name and e.term not in own]
    return _capital(_append(text, others))


def _with_topic(rest: str, question: Question, before: Question, both: bool) -> str:
    """The rest of the message with the topic of before: its conditions, and its drugs where the message names none."""
    own = {entry.term for entry in question.entries}
    carried = [entry.term for entry in before.conditions if entry.term not in own]
    if both:
        carried = [entry.term for entry in before.interventions if entry.term not in own] + carried
    if not before.entries:
        carried = [" ".join(word for word in before.key_words if word not in question.key_words)]
    return _capital(_append(rest, [name for name in carried if name]))


def _append(text: str, names: list[str]) -> str:
    text = text.strip()
    end = "?" if text.endswith("?") else ""
    body = text.rstrip("?.! ").strip()
    if not names:
        return body + end
    topic = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{body}, in {topic}{end}" if body else topic


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
