"""Sentences on another illness than the one that is asked about: alike in words, but no answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from corpus.glossary import Entry, Glossary
from corpus.text import term_set, terms
from service.analysis.question import Question
from service.analysis.ruled_out import reasons
from service.answer import Audience
from service.measured import OPPOSITE
from service.sentences.candidates import Candidate, names
from service.sentences.readers import is_for

# What somebody has had is told of whom a sentence is for, or not for: "… and past stroke are contraindications".
_HAD = re.compile(r"\b(?:past|previous|prior|earlier|history of|had)\s+(?:an?\s+|the\s+)?$", re.I)
_OF_WHOM = re.compile(r"\b(?:for|have|has|had|with)\s+(?:[\w()-]+\s+){0,3}$", re.I)
_OPENING = re.compile(r"(?:in|for|with|during)\s[^,.;]{2,80}", re.I)


def astray(
    candidate: Candidate, question: Question, glossary: Glossary, audience: Audience = Audience.CLINICIAN
) -> bool:
    """Whether a sentence names an illness, and neither it, its title nor its headings one that the question names.

    An illness that shares a word with one of the question's ("pneumonia" and "community-acquired pneumonia") is no
    other one; a question that names none, or several people's drugs only, is never strayed from. Nor does, where a
    patient asks, a text for patients that itself names a drug or procedure of the question: they ask of what they take
    in whatever befalls them ("I've a tummy bug, do I take my metformin?").
    """
    if opposite(candidate, question.states, glossary):  # a state that is named only may be mistaken
        return True
    states = [entry for state in question.states if (entry := glossary.get(state)) is not None]
    why_not = reasons(question)  # an illness that only tells why a drug cannot be given is not what is asked about
    asked = [*(e for e in question.focus if e.kind == "condition" and e.term not in why_not), *states]
    if not asked or any(names(entry, candidate, context=True) for entry in asked):
        return False
    for_reader = audience is Audience.PATIENT and is_for(candidate.document, audience)
    if for_reader and any(names(entry, candidate) for entry in question.interventions):
        return False
    others = [mention.entry for mention in glossary.find(candidate.text) if mention.entry.kind == "condition"]
    return bool(others) and not any(_akin(entry, other, glossary) for entry in asked for other in others)


def in_illness(candidate: Candidate, illnesses: Collection[Entry], glossary: Glossary) -> bool:
    """Whether a sentence is on one of ``illnesses``: it names it or a kind of it; or no other illness than its class,
    and stands in a text on it or on that. Of no illness every sentence is.
    """
    if not illnesses or names_present(glossary.with_members(*illnesses), candidate, glossary):
        return True
    family = glossary.family_of(*illnesses)
    told = {mention.entry.term for mention in glossary.find(candidate.text) if mention.entry.kind == "condition"}
    near = {entry.term for entry in family}
    return near.issuperset(told) and any(names(entry, candidate, context=True) for entry in family)


def names_present(illnesses: Collection[Entry], candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a sentence names one of ``illnesses``, and not only as one that somebody has had."""
    there = present_terms(candidate, glossary)
    return any(entry.named_in(there) for entry in illnesses)


def present_terms(candidate: Candidate, glossary: Glossary) -> frozenset[str]:
    """The terms of a sentence without the illnesses that somebody has had."""
    return _present_terms(candidate.text, glossary) or candidate.own_terms


@lru_cache(maxsize=20_000)
def _present_terms(text: str, glossary: Glossary) -> frozenset[str]:
    """The same; empty where a text tells of none."""
    had = [m for m in glossary.find(text) if m.entry.kind == "condition" and _HAD.search(text[: m.start])]
    for mention in reversed(had):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return term_set(text) if had else frozenset()


def opposite(candidate: Candidate, asked: Collection[str], glossary: Glossary) -> bool:
    """Whether a sentence names the opposite of one of the states ``asked`` about, and none of them."""
    states = {state for state in asked if state in OPPOSITE}
    opposites = {OPPOSITE[state] for state in states} - states
    told = any(_names(candidate, state, glossary) for state in opposites)
    return told and not any(_names(candidate, state, glossary) for state in states)


def _names(candidate: Candidate, state: str, glossary: Glossary) -> bool:
    entry = glossary.get(state)
    if entry is not None:
        return names(entry, candidate)
    return frozenset(terms(state)) <= candidate.own_terms


def _akin(one: Entry, other: Entry, glossary: Glossary) -> bool:
    words = [{term for wording in entry.term_sets for term in wording if len(term) > 3} for entry in (one, other)]
    related = other.term in one.members or one.term in other.members
    return related or bool(words[0] & words[1]) or bool({*glossary.classes_of(one)} & {*glossary.classes_of(other)})


def begins_in_another_illness(text: str, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence begins by saying in which illness it holds ("In Child-Pugh A cirrhosis, …"), and that is none
    that the question names, no kind of one, and no state that its values are.
    """
    opening = _OPENING.match(text)
    if opening is None or not question.conditions:
        return False
    named = [mention.entry for mention in glossary.find(opening[0]) if mention.entry.kind == "condition"]
    if not named:
        return False
    asked = {entry.term for entry in glossary.family_of(*question.entries)} | set(question.states)
    return not any(entry.term in asked for entry in glossary.family_of(*named))


def is_told_of_another_illness(text: str, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence says somewhere that it is for people with an illness, or for its treatment ("if you have
    cirrhosis and ascites", "for gout"), that is none which the question names or its values are, nor akin to one.
    """
    if not question.conditions:
        return False
    asked = [*question.conditions, *filter(None, map(glossary.get, question.states))]
    told = {entry.term for entry in glossary.family_of(*question.entries)}
    return any(
        mention.entry.kind == "condition"
        and mention.entry.term not in told
        and _OF_WHOM.search(text[: mention.start]) is not None
        and not any(_akin(entry, mention.entry, glossary) for entry in asked)
        for mention in glossary.find(text)
    )
