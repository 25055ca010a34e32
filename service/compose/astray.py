"""Sentences on another illness than the one that is asked about: alike in words, but no answer."""

from __future__ import annotations

from corpus.glossary import Entry, Glossary
from service.compose.candidates import Candidate
from service.compose.material import names
from service.question import Question


def astray(candidate: Candidate, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence names an illness, and neither it, its title nor its headings one that the question names.

    An illness that shares a word with one of the question's ("pneumonia" and "community-acquired pneumonia") is no
    other one; a question that names none, or several people's drugs only, is never strayed from.
    """
    asked = [entry for entry in question.focus if entry.kind == "condition"]
    if not asked or any(names(entry, candidate, context=True) for entry in asked):
        return False
    others = [mention.entry for mention in glossary.find(candidate.text) if mention.entry.kind == "condition"]
    return bool(others) and not any(_akin(entry, other, glossary) for entry in asked for other in others)


def _akin(one: Entry, other: Entry, glossary: Glossary) -> bool:
    words = [{term for wording in entry.term_sets for term in wording if len(term) > 3} for entry in (one, other)]
    related = other.term in one.members or one.term in other.members
    return related or bool(words[0] & words[1]) or bool({*glossary.classes_of(one)} & {*glossary.classes_of(other)})
