"""A drug that a question names must not be given in an illness that it names: said first, wherever it is written.

The text on the illness recommends the drug in general, its contraindication stands in the text on the drug: a search
for the question finds the first, and not the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from corpus.glossary import Entry, Glossary, Mention
from corpus.text import terms
from service.analysis.question import Question
from service.analysis.ruled_out import ruled_out
from service.analysis.taken import taken_already
from service.premises.narrower import KIND, for_fewer
from service.sentences.candidates import Candidate, names
from service.sentences.expected import asks_of_effect
from service.sentences.material import Material

_PASSAGES = 30
_RELATED = 0.5  # weight of the names of a drug's class and members beside 2 for its own and 3 for what bars it
_BARS = re.compile(
    r"\bcontra-?indicat(?:ed|es)\b|\b(?:must|should) not be (?:given|used|taken|started)\b|"
    r"\b(?:is|are|be) avoided\b|\bdo not (?:use|give|take)\b",
    re.I,
)
_DOES_NOT = re.compile(r"\b(?:not|no longer|never|without being)\s+(?:\w+\s+)?$", re.I)
_SUPPOSED = re.compile(r"\b(?:if|when|where|unless|since|because)\b[^,;]*$", re.I)
_BREAK = re.compile(r"[;.]|\b(?:unless|except|but|whereas|while|although|also|and is (?:used|given))\b|^\s+to\s", re.I)
# What makes an illness in the sentence a narrower one, before it and behind it.
_NARROWER = re.compile(
    r"\b(?P<word>non-?severe|mild|moderate|severe|acute|chronic|advanced|(?:de)?compensated|unstable|uncontrolled|active|"
    r"earlier|previous|prior|recent|type \w+|from(?: an?)?|due to|caused by|for(?: an?)?|liver|possible|"
    r"upper|lower|(?:un)?complicated|recurrent|refractory|resistant|early|late)\s+$",
    re.I,
)
_CLAUSE = re.compile(r"[;:]|,? (?:but|whereas|while)\s|(?<=\w), and (?=[^,]*$)|\bpreferred to [\w-]+ and ", re.I)
_NARROWED = re.compile(r"\s+(?:with|of|in|that|who|from|also|class|grade|stage)\b", re.I)
_PURPOSE = re.compile(r"\b(?:for|against|prevent(?:s|ing|ion of)?|treat(?:s|ing|ment of)?)\s+(?:[\w-]+\s+){0,2}$", re.I)
_ONE_OF = re.compile(r"\b(?:which|what|of|the|first-line|other|another|any)\s+(?:\w+\s+)?$", re.I)
_WORDS = ("contraindicated", "contraindicates", "avoided")


def barred(material: Material) -> Candidate | None:
    """The sentence that bars a drug of the question (or its class, or of a class one of its drugs) in one of its
    illnesses, in no fewer people than the question is about; the likeliest of several. None where there is none, or
    where it is asked what the drug does.
    """
    question, glossary = material.question, material.glossary
    if asks_of_effect(question.text):
        return None
    out = ruled_out(question) | taken_already(question)  # that it cannot be given is known, or it is given
    drugs_named = [entry for entry in question.entries if entry.kind == "drug" and entry.term not in out]
    asked = [entry for entry in drugs_named if _is_to_be_given(entry, question)]
    drugs = glossary.family_of(*asked)
    told = (glossary.get(name) for name in question.patient.conditions)
    illnesses = [entry for entry in question.conditions if is_no_purpose(entry, question)]
    illnesses += [entry for entry in told if entry is not None and entry not in illnesses]
    if not drugs or not illnesses:
        return None
    weights = {term: _RELATED for entry in drugs for term in terms(entry.term)}
    weights |= {term: 2.0 for entry in (*asked, *illnesses) for term in terms(entry.term)}
    weights |= dict.fromkeys((term for word in _WORDS for term in terms(word)), 3.0)
    rows = material.retriever.rows_with(weights, _PASSAGES)
    if not rows:
        return None
    hits = material.retriever.search(question.text, _PASSAGES, question.carried, np.array(sorted(rows)))
    found = [
        candidate
        for candidate in material.ranked(question, [hit for hit in hits if _BARS.search(hit.text)])
        if _bars(candidate, question, drugs, illnesses, glossary)
    ]
    exact = [c for c in found if any(names(entry, c) for entry in asked)]
    return max(exact or found, key=lambda c: (c.useful, -c.order), default=None)


def _bars(
    candidate: Candidate, question: Question, drugs: Sequence[Entry], illnesses: Sequence[Entry], glossary: Glossary
) -> bool:
    """Whether a sentence bars one of the drugs, named before "contraindicated" and its like, in one of the illnesses,
    named behind.
    """
    text = candidate.text
    mentions = glossary.find(text)
    told = {entry.term for entry in drugs}
    for bar in _BARS.finditer(text):
        before = text[: bar.start()]
        if _DOES_NOT.search(before) or _SUPPOSED.search(before):
            continue
        if for_fewer(candidate, bar.start(), question.text, glossary):
            continue
        for mention in mentions:
            meant = any(mention.entry.term == entry.term for entry in illnesses)
            if not meant or mention.start < bar.end() or not told & _said_of(mentions, text, bar, mention.start):
                continue
            if _BREAK.search(text[bar.end() : mention.start]):
                continue
            kinds = {match["kind"].casefold() for match in KIND.finditer(text[bar.end() :])}
            if kinds and not kinds & {match["kind"].casefold() for match in KIND.finditer(question.text)}:
                continue
            narrower = _NARROWER.search(text[: mention.start])
            as_asked = narrower is None or re.search(rf"\b{re.escape(narrower['word'])}\b", question.text, re.I)
            if as_asked and not _NARROWED.match(text[mention.end :]):
                return True
    return False


def _said_of(mentions: Sequence[Mention], text: str, bar: re.Match[str], end: int) -> set[str]:
    """The drugs that are barred there: those between "contraindicates" and the illness, which begins at ``end``, else
    those of the clause before, else all that stand before ("they").
    """
    drugs = [mention for mention in mentions if mention.entry.kind == "drug"]
    if bar.group().casefold().endswith(("indicates", "use", "give", "take")):
        return {drug.entry.term for drug in drugs if bar.end() <= drug.start < end}
    clause = max((match.end() for match in _CLAUSE.finditer(text[: bar.start()])), default=0)
    before = [drug for drug in drugs if drug.end <= bar.start()]
    return {drug.entry.term for drug in before if drug.start >= clause} or {drug.entry.term for drug in before}


def _is_to_be_given(entry: Entry, question: Question) -> bool:
    """Whether a drug is named to be given, and not as a class of which one is asked for ("which antibiotic")."""
    return not entry.members or not all(map(_ONE_OF.search, question.before_each(entry)))


def is_no_purpose(entry: Entry, question: Question) -> bool:
    """Whether an illness is not what the drug is asked for ("for varices")."""
    return not all(map(_PURPOSE.search, question.before_each(entry)))
