"""Sentences on others than those asked about: on who does without the treatment ("without thrombolysis …"), on the
first time where a later one is asked about, on another class or stage, on people without the illness that is asked
about, of another age, or with the very contrary of how the question has it ("decompensated"), and each the other way
round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from corpus.glossary import Entry, Glossary, terms_of
from corpus.text import term_set, terms
from service.analysis.question import Question
from service.sentences.candidates import Candidate
from service.sentences.classes import classes_in, of_another_class
from service.sentences.contraries import contrary
from service.sentences.not_in import on_what_is_not
from service.sentences.populations import of_another_generation
from service.sentences.routes import by_another_route

_WITHOUT = re.compile(
    r"\b(?:(?<!\bor )(?<!\band )without|ineligible for|"
    r"not (?:receiving|given(?! (?:\w+ly|in|for|to|at|as|until|before|after|if|when)\b)|"
    r"treated with|eligible for|candidates? for|taking|on))\s+"
    r"(?P<what>[^,.;:(]{3,25})",
    re.I,
)
_FIRST_TIME = re.compile(
    r"\bnever (?:\w+ )?(?:bled|bleed|had|been)\b|\bprimary (?:\w+ ){0,2}?(?:prophylaxis|prevention)\b|"
    r"\b(?:prevent\w*|against|of) (?:an? |the )?(?:\w+ )?first\b|\bno (?:previous|prior|past|history of)\b|"
    r"\bnot (?:yet )?bled\b|\bfirst (?:variceal |overt )?(?:bleed\w*|episode|attack|event)\b",
    re.I,
)
_LATER = re.compile(
    r"\bsecondary (?:\w+ ){0,2}?(?:prophylaxis|prevention)\b|\bre-?bleed\w*|\brecurr\w+|\brelaps\w+|\bhave bled\b|"
    r"\bbled again\b|\bnext bleed\b|\bbleed again\b|"
    r"\bafter (?:an? |the |recovery from )?(?:\w+ )?(?:episode|bleed\w*|haemorrhage|attack)\b|"
    r"\b(?:previous|past|prior|second|third|another|further) (?:\w+ ){0,2}?"
    r"(?:episodes?|bleed\w*|attacks?|admission|event)\b",
    re.I,
)
# Whom a text leaves out: "without known cirrhosis", "non-tumoral". What does not come about ("no more bleeding",
# "without a difference in …") is a finding, and leaves out nobody.
_LEAVES_OUT = re.compile(
    r"\b(?:(?<!\bor )(?<!\band )(?<!\bor in those )without|(?<!\bor )(?<!\band )with no|free of|in the absence of|"
    r"outside(?: of)?|excluding)\s+"
    r"(?:(?:known|underlying|active|established|previous|any|an?|overt|(?:history|signs?|evidence) of)\s+){0,3}"
    r"(?P<what>[\w'’-]+(?:\s[\w'’-]+){0,2})|\bnon-(?P<prefixed>\w+)",
    re.I,
)
# One of these has to be there for either of the two patterns to match.
_WORDS_OF_LEAVING = (
    "without", "ineligible", "not ", "with no", "free of", "absence of", "outside", "excluding", "non-",
)  # fmt: skip
_FINDING = re.compile(
    r"\b(?:difference|increas\w+|decreas\w+|chang\w+|effect|excess|more|less|significant\w*|delay\w*)\b", re.I
)
_DONE = ("drug", "procedure", "test", "score")  # to do without it may be the answer
# An illness that a question says the patient has not, right before its name: "no cirrhosis", "not cirrhotic".
_HAS_NOT = re.compile(
    r"\b(?:no|not|never had|denies|does(?:n't| not) have|has(?:n't| not) got)\s+"
    r"(?:(?:known|underlying|active|established|previous|prior|any|an?|(?:history|signs?|evidence) of)\s+){0,2}$",
    re.I,
)
_BEGINS_WITH = re.compile(r"(?:in|for|among)\s+(?P<whom>(?:(?!\bwithout\b|\bno\b|\bor\b)[^,;.:]){3,80})", re.I)
# How old an illness is, told right before its name.
_NEW, _OLD = (
    re.compile(rf"\b(?:{words})(?:,? [\w-]+){{0,2}}\s+$", re.I)
    for words in ("acute|recent|new|fresh|new-onset|newly diagnosed", "chronic|old|long-?standing")
)


def exclusion(question: Question, glossary: Glossary) -> Callable[[Candidate], bool]:
    """A test of whether a sentence is on others than the question: on those without the drug or procedure that is asked
    about, on another class or stage, on a first episode where a later one is asked about, with or without what the
    patient is told to have, or of the contrary course. What the question itself says is read once.
    """
    has_not = _has_not(question)
    tests = [
        _on_another_time(question.text),
        _of_another_class(question.text),
        contrary(question.text),
        _on_those_without(question, glossary, has_not),
        _leaves_out(question, glossary, has_not),
        _of_another_age(question, glossary),
        _on_those_with(has_not, glossary),
        of_another_generation(question),
        on_what_is_not(question.text),
        by_another_route(question, glossary),
    ]
    apply = [test for test in tests if test is not None]
    return lambda candidate: any(test(candidate) for test in apply)


_Test = Callable[[Candidate], bool]


def _on_another_time(asked: str) -> _Test | None:
    wanted = _times(asked)
    if len(wanted) != 1:
        return None

    def test(candidate: Candidate) -> bool:
        told = _times(candidate.text)
        return len(told) == 1 and wanted != told

    return test


def _of_another_class(asked: str) -> _Test | None:
    return (lambda candidate: of_another_class(asked, candidate.text)) if classes_in(asked) else None


@lru_cache(maxsize=8_000)
def _times(text: str) -> frozenset[str]:
    found = (("first", _FIRST_TIME), ("later", _LATER))
    return frozenset(name for name, pattern in found if pattern.search(text))


def _on_those_without(question: Question, glossary: Glossary, has_not: Sequence[Entry]) -> _Test:
    """Whether a sentence is on those without a drug, procedure or illness of the question, or the other way round."""
    asked = _without(question.text)
    wanted = {entry.term for entry in glossary.with_classes(*question.interventions)}  # no statin, no atorvastatin
    has = [entry for entry in question.conditions if entry not in has_not]
    kinds = wanted | {entry.term for entry in glossary.with_classes(*has)}  # no diabetes, no type 2
    asked_out, asked_rest = _named(question.text, asked, glossary) if asked else (frozenset(), frozenset())
    excluded = asked_out - asked_rest

    def test(candidate: Candidate) -> bool:
        told = _without(candidate.text)
        if told is None and not wanted & excluded:
            return False
        told_out, told_rest = _named(candidate.text, told, glossary)
        if asked is None and kinds & (told_out - told_rest):
            return True
        return bool(wanted & excluded & (told_rest - told_out))

    return test


def _without(text: str) -> re.Match[str] | None:
    return _WITHOUT.search(text) if _names_none(text) else None


@lru_cache(maxsize=20_000)
def _names_none(text: str) -> bool:
    """Whether one of the words is there that leaving out is told by: most sentences need no closer look."""
    text = text.lower()
    return any(word in text for word in _WORDS_OF_LEAVING)


def _named(text: str, without: re.Match[str] | None, glossary: Glossary) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts that a text names as not given, and those of the rest of it."""
    if without is None:
        return frozenset(), frozenset(mention.entry.term for mention in glossary.find(text))
    rest = f"{text[: without.start()]} {text[without.end() :]}"
    left = frozenset(mention.entry.term for mention in glossary.find(without["what"]))
    return left, frozenset(mention.entry.term for mention in glossary.find(rest))


def _has_not(question: Question) -> list[Entry]:
    """The illnesses that a question names only to say that the patient has them not."""
    return [
        entry
        for entry in (*question.conditions, *question.denied)
        if entry in question.denied or all(_HAS_NOT.search(before) for before in question.before_each(entry))
    ]


def _on_those_with(has_not: Sequence[Entry], glossary: Glossary) -> _Test | None:
    """Whether a sentence begins with those who have an illness, or a kind of it, that the question says the patient has
    not ("In cirrhosis …"). Named further on, it may be one of several cases, or what comes of something.
    """
    if not has_not:
        return None
    kinds = glossary.with_members(*has_not)

    def test(candidate: Candidate) -> bool:
        begins = _BEGINS_WITH.match(candidate.text)
        return begins is not None and any(_has(kind, term_set(begins["whom"])) for kind in kinds)

    return test


@lru_cache(maxsize=20_000)
def _left_out(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The terms of what a text leaves out, and those of the rest of it; of a text that leaves out nothing, none."""
    left: set[str] = set()
    rest = text
    for match in _LEAVES_OUT.finditer(text) if _names_none(text) else ():
        what = match["what"] or match["prefixed"]
        if not _FINDING.search(what):
            left |= set(terms(what))
            rest = rest.replace(match.group(), " ")
    return (frozenset(left), frozenset(terms(rest))) if left else (frozenset(), frozenset())


def _leaves_out(question: Question, glossary: Glossary, has_not: Sequence[Entry]) -> _Test:
    """Whether a sentence leaves out those with something that the question has (an illness, a word that names nothing
    done) and speaks of it in no other place; or is on those with an illness that the question leaves out.
    """
    asked_left, asked_rest = _left_out(question.text)
    if not asked_left:
        asked_rest = term_set(question.text)
    absent = [e for e in (*question.conditions, *question.denied) if _has(e, asked_left) and not _has(e, asked_rest)]
    present = {e for e in question.conditions if _has(e, asked_rest) and not _has(e, asked_left) and e not in has_not}
    done = terms_of(entry for entry in question.entries if entry.kind in _DONE)
    own = {term for word in question.key_words for term in terms(word)} & asked_rest
    own -= terms_of(has_not)

    def test(candidate: Candidate) -> bool:
        left, rest = _left_out(candidate.text)
        if not (asked_left or left):
            return False
        if not left:
            rest = candidate.own_terms
        if any(_has(entry, rest) and not _has(entry, left) for entry in absent):
            return True
        if any(_has(entry, left) and not _has(entry, rest) for entry in present):
            return True
        return bool(left) and bool((own & _of_whom(candidate.text, glossary)) - rest - done - asked_left)

    return test


def _of_whom(text: str, glossary: Glossary) -> frozenset[str]:
    """The terms of what is left out right behind an illness ("thrombosis without tumour") or by a prefix: what is done
    without something else tells nothing of whom.
    """
    ends = {mention.end for mention in glossary.find(text) if mention.entry.kind == "condition"}
    left = [
        match["what"] or match["prefixed"]
        for match in _LEAVES_OUT.finditer(text)
        if match["prefixed"] or len(text[: match.start()].rstrip()) in ends
    ]
    return frozenset(term for what in left for term in terms(what))


def _has(entry: Entry, there: frozenset[str]) -> bool:
    return bool(there) and entry.named_in(there)


def _of_another_age(question: Question, glossary: Glossary) -> _Test | None:
    """Whether an illness of the question is told to be new there and old here, or the other way round."""
    asked = _ages(question.text, question.conditions, glossary)
    if len(asked) != 1:
        return None

    def test(candidate: Candidate) -> bool:
        told = _ages(candidate.text, question.conditions, glossary)
        return len(told) == 1 and asked != told

    return test


def _ages(text: str, conditions: Sequence[Entry], glossary: Glossary) -> frozenset[str]:
    wanted = {entry.term for entry in conditions}
    before = [text[: mention.start] for mention in glossary.find(text) if mention.entry.term in wanted]
    return frozenset(
        name for name, pattern in (("new", _NEW), ("old", _OLD)) for words in before if pattern.search(words)
    )
