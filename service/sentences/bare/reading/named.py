"""Where a sentence names the drug of a bare question by itself, and where by a class of which all that is said is true
of the drug.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.glossary import Entry, Glossary, Mention
from service.sentences.bare.reading.signs import Place
from service.sentences.candidates import Candidate, names

_BRACKETS = r"\s(?:\([^()]*\)\s)?"
_SEVERAL = 2
# Right behind a name that belongs to the name of another thing: "a folic acid antagonist", "vitamin K epoxide".
_OF_ANOTHER = re.compile(
    r"\s+(?:receptors?\s+)?(?:(?:ant)?agonists?|inhibitors?|blockers?|analogues?|epoxide|antibod(?:y|ies)|receptors?|"
    r"deficien\w+|levels?\b)",
    re.I,
)
_BY_EFFECT = re.compile(r"\bCYP|glycoprotein|\binduc", re.I)  # a class by how other drugs are broken down


@lru_cache(maxsize=256)
def closest(drug: Entry, glossary: Glossary) -> tuple[Entry, ...]:
    """The closest classes of a drug: what is said of them is true of it."""
    return tuple(entry for entry in glossary.classes_of(drug) if not _is_wide(entry, glossary))


def itself_and_closest(
    candidate: Candidate, drug: Entry, glossary: Glossary
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Where a sentence names a drug or a kind of it, and where it names one of these or a closest class. One of a class
    of classes is no kind of it.
    """
    kinds = (drug,) if _is_wide(drug, glossary) else glossary.with_members(drug)
    mentions = _inside(candidate.text, glossary)
    wider = (*kinds, *closest(drug, glossary))
    return _places(candidate, mentions, kinds), _places(candidate, mentions, wider)


def is_on_it_alone(title: str, drug: Entry, glossary: Glossary) -> bool:
    """Whether a title is on a drug or its kinds, and before a colon on no other drug."""
    own = {entry.term for entry in glossary.with_members(drug)}
    named = [mention.entry for mention in glossary.find(title.split(":")[0]) if mention.entry.kind == drug.kind]
    return bool(named) and all(entry.term in own for entry in named)


def is_part_of_another(text: str, end: int) -> bool:
    """Whether the name that ends here belongs to the name of another thing: "a vitamin K antagonist"."""
    return _OF_ANOTHER.match(text, end) is not None


@lru_cache(maxsize=1024)
def _is_wide(entry: Entry, glossary: Glossary) -> bool:
    """Whether it is a class of several classes ("anticoagulant"), or one by what its members do to other drugs: what is
    said of one of those is not said of all.
    """
    classes = sum(bool(member.members) for member in glossary.members_of(entry))
    return classes >= _SEVERAL or _BY_EFFECT.search(entry.term) is not None


def _inside(text: str, glossary: Glossary) -> list[Mention]:
    """What a text names, of an illness that begins with the name of a drug that drug ("opioid overdose")."""
    found = []
    for mention in glossary.find(text):
        first = text[mention.start : mention.end].split(" ")[0]
        longer = mention.entry.kind == "condition" and len(first) < mention.end - mention.start
        drugs = [m for m in glossary.find(first) if m.entry.kind == "drug"] if longer else []
        found += [Mention(m.entry, mention.start + m.start, mention.start + m.end) for m in drugs] or [mention]
    return found


def _places(candidate: Candidate, mentions: Sequence[Mention], entries: Sequence[Entry]) -> tuple[Place, ...]:
    """Where one of ``entries`` is named, and nothing else that has its name in it; also with something in brackets
    between its words: "angiotensin-converting enzyme (ACE) inhibitors".
    """
    text, terms = candidate.text, {entry.term for entry in entries}
    places = ((mention.start, mention.end) for mention in mentions if mention.entry.term in terms)
    found = [place for place in places if not is_part_of_another(text, place[1])]
    if not found and "(" in text:
        forms = [form for entry in entries if names(entry, candidate) for form in entry.forms() if " " in form]
        apart = (re.search(_BRACKETS.join(map(re.escape, form.split())) + r"(?:e?s)?\b", text, re.I) for form in forms)
        found = [match.span() for match in apart if match is not None and "(" in match[0]][:1]
    return tuple(found)
