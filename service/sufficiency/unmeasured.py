"""A question that wants a quantity, where no sentence has one of the kind for what is asked about.

"How often is MRI done in surveillance of liver cancer?" is near to sentences on the surveillance, on liver cancer and
on intervals; it is answered by one that has the interval *and* MRI. Such a conjunction no sum of signs sees. A sentence
gives what is asked where it has a quantity of the kind, all that the question names (itself, in its title or headings,
or in the questions that it is known to answer), and a fifth at least of the other words that carry a topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Entry, Glossary
from corpus.text import term_set, words
from service.analysis.facets import assumes, parts_of
from service.analysis.question import Question
from service.analysis.taken import taken_already
from service.analysis.wording import listed
from service.patient_details import pieces_told_and_asking
from service.sentences.candidates import Candidate
from service.sentences.coverage import AskedWord
from service.sentences.particulars import is_value
from service.sentences.quantities import quantity_asked

_LOOKED_AT = 40  # sentences, the likeliest first
_LONGEST = 18  # words: who tells a case asks for more than one thing of it
_ASKS = re.compile(r"\b(?:what|which|how|where|when|why|who)\b", re.I)
_AND_ASKS = re.compile(r"\band (?:for )?(?:what|which|how|where|when|why|who)\b", re.I)
# A value with its unit may stand for the measure ("transfused below 70 g/L").
_IN_UNITS = re.compile(
    r"\d\s?(?:[a-zµμ]*g|[mµμn]?mol|m?Eq|I?U|[a-z]*units?)\s?/\s?(?:[dm]?L|mmol)\b|\d\s?(?:mmHg|kPa)\b|×\s?10", re.I
)
_DENIED = re.compile(r"\b(?:no|without|not|non)[\s-]+(?:any |known |(?:yet )?on |having |needing )?$", re.I)
# "dialysis-dependent no", "diabetes: nil": with nothing else behind it.
_DENIED_BEHIND = re.compile(r"^(?:[\s-](?:dependent|needed|required))?\s*[:=-]?\s*(?:no|nil|none)\s*(?=[,.;]|$)", re.I)
# By which a dose is changed, whatever it is given for.
_CHANGES_DOSES = re.compile(
    r"renal|kidney|nephr|dialys|liver|hepat|cirrho|pregnan|eclamp|breastfe|lactat|allerg|anaphyla|obes|epilep|seizure",
    re.I,
)
# "Child C", "NYHA II": of which patient it is asked; texts may put it otherwise ("severe hepatic impairment").
_CLASS = re.compile(r"[\s-]*(?:class |stage |grade )?(?:[A-D]|[IV]+|\d)\b")
# Words beside the quantity that carry no topic.
_LIGHT = frozenset(
    """mark marks gap gaps switch switching strength faster slower run runs go goes gone going stay stays longer
    shorter last lasts between fresh someone somebody happen happens occur occurs drop drops now then idea
    confirm confirmed even work works front cut cuts w y vs per come comes back keep keeps put look looks need
    needs want wants way right wrong okay ok please typical typically exactly roughly about around approx usual
    usually normal normally average mean median max maximum min minimum total overall daily weekly
    single oral po nil none nope otherwise""".split()
)


def unmeasured(
    question: Question,
    candidates: Sequence[Candidate],
    asked: Sequence[AskedWord],
    glossary: Glossary,
    least: float,
) -> list[str]:
    """What is asked and given by no sentence, where ``question`` wants a quantity; else nothing.

    ``candidates``: the likeliest first; ``asked``: the words of the question; ``least``: how much of those that are no
    names the sentence has, as a share by rarity.
    """
    quantity = quantity_asked(question.text)
    if quantity is None or assumes(question.text) or len(question.text.split()) > _LONGEST:
        return []
    if _asks_more(question) or parts_of(question, glossary):
        return []
    had = taken_already(question)
    pinned = [entry for entry in question.entries if entry.term not in had and not _is_of_patient(entry, question)]
    if not pinned:
        return []
    one_of = _told_illnesses(question, pinned)
    pinned_all = [entry for entry in pinned if entry not in one_of]
    of_it = frozenset(words(" ".join(match.group() for match in quantity.asked.finditer(question.text))))
    others = [
        word
        for word in asked
        if not (word.concept or word.people or word.word in _LIGHT or word.word in of_it)
        and not _names_one(word, question)
    ]
    # What is only told of a patient before the very name is asked about nobody has to say, nor the rest of a list.
    told, asking = pieces_told_and_asking(question.text)
    asked_with = frozenset(words(asking))
    of_asking = [word for word in others if word.word in asked_with]
    names_it = bool(told) and any(question.text[m.start : m.end] in asking for m in question.mentions)
    sets = [of_asking] if one_of else [others, *([of_asking] if names_it else [])]
    for candidate in candidates[:_LOOKED_AT]:
        by_unit = quantity.name == "value" and _IN_UNITS.search(candidate.text) is not None
        has_all = all(_has(entry, candidate, glossary) or (by_unit and entry.kind == "test") for entry in pinned_all)
        has_all = has_all and (not one_of or any(_has(entry, candidate, glossary) for entry in one_of))
        if not (has_all and quantity.given_in(candidate.text, question.text)):
            continue
        if max(_share(of_them, candidate) for of_them in sets) >= least:
            return []
    return [f"{quantity.name}: {listed([entry.term for entry in pinned])}"]


def _told_illnesses(question: Question, pinned: Sequence[Entry]) -> list[Entry]:
    """Illnesses that are only told in a list before what is asked of a drug ("new hypothyroidism, stable angina. Dose
    of X?"): of several one is what it is for. Those by which doses are changed are no such.
    """
    told, asking = pieces_told_and_asking(question.text)
    drugs = [m for m in question.mentions if m.entry.kind == "drug" and question.text[m.start : m.end] in asking]
    if not drugs:
        return []
    told_words = ". ".join(told)
    named = {m.entry.term for m in question.mentions if question.text[m.start : m.end] in told_words}
    asked = {m.entry.term for m in question.mentions if question.text[m.start : m.end] in asking}
    found = [
        entry
        for entry in pinned
        if entry.kind == "condition" and entry.term in named - asked and not _CHANGES_DOSES.search(entry.term)
    ]
    return found if len(found) > 1 else []


def _asks_more(question: Question) -> bool:
    """Whether something is asked besides."""
    text = question.text
    return text.count("?") > 1 or len(_ASKS.findall(text)) > 1 or _AND_ASKS.search(text) is not None


def _is_of_patient(entry: Entry, question: Question) -> bool:
    """Whether it is named with the patient's value or class only, or as what the patient has not."""
    text = question.text
    mentions = [mention for mention in question.mentions if mention.entry.term == entry.term]
    denied = bool(mentions) and all(
        _DENIED.search(text[: mention.start]) or _DENIED_BEHIND.match(text[mention.end :]) for mention in mentions
    )
    classed = entry.kind == "score" and all(_CLASS.match(text[mention.end :]) for mention in mentions)
    return denied or classed or is_value(entry, question)


def _names_one(word: AskedWord, question: Question) -> bool:
    """Whether a word belongs to something that the question names."""
    return any(word.word in set(words(question.text[mention.start : mention.end])) for mention in question.mentions)


def _share(others: Sequence[AskedWord], candidate: Candidate) -> float:
    total = sum(word.rarity for word in others)
    has = sum(word.rarity for word in others if _stands_in(word, candidate))
    return has / total if total else 1.0


def _stands_in(word: AskedWord, candidate: Candidate) -> bool:
    """Whether a sentence has a word, or half of one ("pre-procedure")."""
    there = candidate.widely
    if any(name <= there for name in word.names):
        return True
    return any(own <= there for part in word.word.split("-")[1:] if (own := term_set(part)))


def _has(entry: Entry, candidate: Candidate, glossary: Glossary) -> bool:
    return (
        entry.named_in(candidate.widely)
        or any(parent.named_in(candidate.around) for parent in glossary.classes_of(entry))
        or any(member.named_in(candidate.own_terms) for member in glossary.members_of(entry))
    )
