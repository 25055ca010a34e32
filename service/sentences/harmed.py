"""Signs of too much of a drug that is running: what is done about them comes first, and more of the drug never.

"Magnesium running at 2 g/h, respiratory rate 7, reflexes lost. What do I give?" asks for the antidote, not for the dose
that brought it about.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.analysis.question import Question, QuestionKind
from service.measured import states_of
from service.sentences.candidates import Candidate, names
from service.sentences.doses import gives_dose
from service.sentences.roles import negative, recommends

# States of a value that a drug in too high a dose brings about, and no drug is given for.
_STATES = frozenset(("respiratory depression",))
# Right before a drug, or right behind it: the patient has it.
_HAS = re.compile(
    r"\b(?:on|after|given|had|has had|receiving|received|getting|running|loaded with|started on)\s+"
    r"(?:(?!and\b|or\b|with\b|for\b)[\w/.-]+\s+){0,3}$",
    re.I,
)
_RUNS = re.compile(
    r"^\s*(?:infusion|drip|pump|pca|patch|sulph?ate)?\s*(?:is |was )?(?:running|infusion|drip|pump|pca|going|given|"
    r"at \d|\d[\d.]*\s?(?:m?c?g|ml|units?)\b)",
    re.I,
)
_ON = re.compile(
    r"\b(?:on|receiving|running|loaded with) (?:(?:iv|intravenous|an?|her|his) )?(?P<what>[a-z]{6,})\b", re.I
)
# What is gone: "knee jerks absent", "absent reflexes", "loss of reflexes".
_GONE_BEHIND = re.compile(
    r"(?P<what>(?:[\w-]+ )?[\w-]+)\s+(?:(?:are|is|was|were|now|both|have|has|been)\s+){0,3}(?:absent|lost|gone)\b", re.I
)
_GONE_BEFORE = re.compile(
    r"\b(?:absent|lost|loss of|no|absence of)\s+(?:(?:the|his|her|both|all|deep)\s+)*(?P<what>[\w-]+(?: [\w-]+)?)", re.I
)
_ACTS = re.compile(
    r"\bantidotes?\b|\brevers\w+|\b(?:stopp\w+|stops?|with(?:held|hold\w*))\b|\b(?:is|are) (?:treated|given)\b", re.I
)
_NOT_OF_USE = (QuestionKind.DEFINITION, QuestionKind.MECHANISM, QuestionKind.PROGNOSIS, QuestionKind.COMPARISON)


def signs_told(question: Question, glossary: Glossary) -> frozenset[str]:
    """What the question tells of a patient who has a drug and shows signs of too much of it: names of states, and
    of what is gone. Empty where no drug is running.
    """
    drugs = [mention for mention in question.mentions if mention.entry.kind == "drug"]
    text = question.text
    runs = any(_HAS.search(text[: m.start]) or _RUNS.match(text[m.end :]) for m in drugs)
    if not (runs or _unknown(question)) or question.kind in _NOT_OF_USE:
        return frozenset()
    return frozenset(_STATES.intersection(states_of(question.given))) | _gone(text, glossary)


def tells_what_to_do(candidate: Candidate, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence on a drug of the question names a sign of too much of it that is told, and what is done."""
    signs = signs_told(question, glossary)
    if not signs or _ACTS.search(candidate.text) is None:
        return False
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    on_it = any(names(entry, candidate) for entry in glossary.with_classes(*drugs))
    if not (on_it or _unknown(question) & candidate.own_terms):
        return False
    told = _gone(candidate.text, glossary)
    return bool(signs & told) or any(frozenset(terms(sign)) <= candidate.own_terms for sign in signs & _STATES)


def gives_more(candidate: Candidate, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence gives or recommends a drug of the question, and says nothing of what is to be done about the
    signs.
    """
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    on_it = any(names(entry, candidate) for entry in drugs) or bool(_unknown(question) & candidate.own_terms)
    gives = gives_dose(candidate.text) or (recommends(candidate.text) and not negative(candidate.text))
    return on_it and gives and not tells_what_to_do(candidate, question, glossary)


def _unknown(question: Question) -> frozenset[str]:
    """The index terms of what a patient is on, where the question names no drug of the glossary."""
    if any(mention.entry.kind == "drug" for mention in question.mentions):
        return frozenset()
    return frozenset(term for match in _ON.finditer(question.text) for term in terms(match["what"]))


@lru_cache(maxsize=2_000)
def _gone(text: str, glossary: Glossary) -> frozenset[str]:
    """What ``text`` says is absent or lost: names of the glossary, else index terms."""
    found: set[str] = set()
    for match in (*_GONE_BEHIND.finditer(text), *_GONE_BEFORE.finditer(text)):
        start, end = match.span("what")
        named = {m.entry.term for m in glossary.find(text) if m.start < end and start < m.end}
        words = [word for word in match["what"].split() if word.casefold() not in STOPWORDS]
        found |= named or {term for word in words for term in terms(word)}
    return frozenset(found)
