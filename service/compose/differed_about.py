"""Whether a question asks how sources differ, and whether what they differ about is the very thing that it asks: else
their difference is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Entry, Glossary
from corpus.text import terms
from service.analysis.question import Question
from service.sentences.candidates import Candidate
from service.sentences.expected import expects

_ASKED = re.compile(
    r"\bdiffer(?:s|ence|ences|ent(?:ly)?)?\b|\bdisagree\w*|\bconflict\w*|\bcontradict\w*|\bsame (?:in|for|as)\b", re.I
)
_BETWEEN = re.compile(r"\bdifferences? between\b|\b(?:differs?|different) from\b", re.I)
_SOURCES = re.compile(
    r"\b(?:guid\w+|recommend\w*|advice|advis\w+|sources?|societ\w+|labels?|labell?ing|countr\w+|authorit\w+|texts?|"
    r"(?-i:UK|US|EU)|Brit\w+|America\w*|Europe\w*|Australia\w*|Canad\w+)\b",
    re.I,
)
_ACRONYM = re.compile(r"(?<!\w)[A-Z]{3,8}(?!\w)")  # of no drug, illness or test it may be that of an organisation
_KINDS = ("drug", "procedure", "condition", "test")
_WITHOUT = re.compile(r"\b(?:without|not having|free of)\s(?P<what>[\w'’-]+(?:\s[\w'’-]+){0,2})", re.I)


def asks_for_difference(question: Question) -> bool:
    """Whether the question itself asks how sources differ, and not two drugs, illnesses or tests."""
    return not compares_things(question) and _ASKED.search(question.text) is not None


def compares_things(question: Question) -> bool:
    """Whether a question asks how two things differ of which neither is a source."""
    between = _BETWEEN.search(question.text)
    if between is None or _SOURCES.search(question.text):
        return False
    concepts = [(m.start, m.end) for m in question.mentions if m.entry.kind != "organisation"]
    short = (match.start() for match in _ACRONYM.finditer(question.text))
    return all(any(start <= at < end for start, end in concepts) for at in short)


def is_what_is_asked(
    question: Question, candidates: Sequence[Candidate], sides: Sequence[str], glossary: Glossary
) -> bool:
    """Whether ``candidates``, which give the ``sides``, differ about what is asked: they name each drug, procedure and
    illness that the question does, and have the kind of answer (a time, a dose, a limit) that it wants.
    """
    first, expected = candidates[0], expects(question.text)
    kinds = _KINDS if expected is None else _KINDS[:-1]  # a cut-off may be told without the name of the test
    asked = [entry for entry in question.focus if entry.kind in kinds]
    told = frozenset().union(*(candidate.own_terms for candidate in candidates))
    if not all(_is_named(entry, told, first, glossary) for entry in asked):
        return False
    if any(_is_absent(question.text, entry) and not _is_absent(first.text, entry) for entry in asked):
        return False
    return expected is None or any(expected(side) for side in sides)


def _is_absent(text: str, entry: Entry) -> bool:
    """Whether ``text`` speaks of those without an illness, drug or procedure."""
    return any(frozenset(terms(match["what"])) >= form for match in _WITHOUT.finditer(text) for form in entry.term_sets)


def _is_named(entry: Entry, told: frozenset[str], candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a conflict names ``entry``, by itself, its class or a member; an illness may stand in its headings."""
    if any(other.named_in(told) for other in glossary.family_of(entry)):
        return True
    if any(member.named_in(told) for member in glossary.members_of(entry)):
        return True
    return entry.kind == "condition" and entry.named_in(candidate.around)
