"""From a question to what is searched: weighted terms, and the text whose vector is compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from corpus.glossary import Entry, Glossary, Mention
from corpus.text import terms
from service.measured import Bound, ages_in, measured_in, states_of, weeks_of_pregnancy, without_values
from service.patient_details import told_in

_EXPANSION_WEIGHT = 0.4
_CLASS_WEIGHT = 0.25
_TOLD_WEIGHT = 0.3  # of the name of a value that tells of the patient
_CARRIED_WEIGHT = 0.5  # of a concept that comes from an earlier question
_ON_WARFARIN = Bound("inr", 4.5, None, False, "")
# Words that say how something is asked, not what: they would match any text.
_ASKING = frozenset(
    terms(
        "what which how why when where who tell explain describe list summarize give know want need find information "
        "question answer best way please help thanks"
    )
)
# Aspects that questions put otherwise than texts do.
_PUT_OTHERWISE = (
    (
        re.compile(
            r"\b(?:who|whom|when|which patients)\b[^?]*\b(?:must|should|can|may)(?:n't| not|\b[^?,]{1,40}\bnot)\b", re.I
        ),
        "contraindication",
    ),
    (re.compile(r"\bpregnan\w*", re.I), "pregnancy pregnant"),
    (re.compile(r"\bbreast-?fe\w*|\blactat\w*", re.I), "breastfeeding lactation"),
)


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is searched for."""

    text: str
    weights: dict[str, float]  # term → weight; shared, not to be changed
    dense_text: str
    mentions: tuple[Mention, ...] = field(default=())  # where the question names a concept of the glossary

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The concepts that the question names, each once."""
        return tuple({mention.entry.term: mention.entry for mention in self.mentions}.values())


def make_query(text: str, glossary: Glossary, carried: frozenset[str] = frozenset()) -> SearchQuery:
    """Terms of ``text``, the other names of the concepts in it at a lower weight, and the text to embed.

    ``carried``: terms of the concepts, and words, that come from earlier turns; they count half.
    An abbreviation, a lay word or a brand name is spelt out in what is embedded, since the model rarely knows it.
    """
    return _made(text, glossary, carried)


@lru_cache(maxsize=64)  # retrieval, ranking and judging ask for the same ones
def _made(text: str, glossary: Glossary, carried: frozenset[str]) -> SearchQuery:
    told = told_in(text, glossary)
    mentions = [mention for mention in glossary.find(text) if not told.holds(mention)]
    weights: dict[str, float] = {}
    for term in terms(without_values(told.rest)):
        if term not in _ASKING:
            weights[term] = weights.get(term, 0.0) + 1.0
    for pattern, word in _PUT_OTHERWISE:
        if pattern.search(text):
            for term in terms(word):
                weights.setdefault(term, _EXPANSION_WEIGHT)
    for name in told.names:  # what is said of the measure is looked for, and need not be there
        for term in terms(without_values(name)):
            weights.setdefault(term, _TOLD_WEIGHT)
    for word in _told_of(text):
        for term in terms(word):
            weights.setdefault(term, _EXPANSION_WEIGHT)
    weights = {term: min(weight, 2.0) for term, weight in weights.items()} or dict.fromkeys(terms(text), 1.0)
    spelt_out = [] if re.search(r"\bpregnan", text, re.I) or weeks_of_pregnancy(text) is None else ["pregnancy"]
    # "potassium 6.8" asks about hyperkalaemia
    states = [state for state in states_of(measured_in(told.rest)) if state not in text.casefold()]
    for word in (*states, *_implied(text, mentions)):
        spelt_out.append(word)
        for term in terms(word):
            weights.setdefault(term, 1.0)
    for mention in mentions:
        named = text[mention.start : mention.end]
        for term in _other_names(mention.entry, named):
            weights.setdefault(term, _EXPANSION_WEIGHT)
        for parent in glossary.classes_of(mention.entry):  # what is said of a class is said of its members
            for term in terms(parent.term):
                weights.setdefault(term, _CLASS_WEIGHT)
        if mention.entry.term.casefold() not in text.casefold():
            spelt_out.append(mention.entry.term)
    own = {term for mention in mentions if mention.entry.term not in carried for term in terms(mention.entry.term)}
    for mention in mentions:
        if mention.entry.term in carried:
            for term in {*terms(mention.entry.term), *terms(text[mention.start : mention.end])} - own:
                if term in weights:
                    weights[term] = min(weights[term], _CARRIED_WEIGHT)
    for name in carried:  # words that are no concept: a value, an age
        for term in set() if glossary.get(name) else {*terms(name)} - own:
            if term in weights:
                weights[term] = min(weights[term], _CARRIED_WEIGHT)
    suffix = f" ({'; '.join(dict.fromkeys(spelt_out))})" if spelt_out else ""
    return SearchQuery(text, weights, re.sub(r"\s+", " ", told.rest).strip() + suffix, tuple(mentions))


def _implied(text: str, mentions: Sequence[Mention]) -> Iterable[str]:
    """What a value implies where no drug or illness is named: an INR of 7 by itself is one on warfarin."""
    names_one = any(mention.entry.kind in ("drug", "condition") for mention in mentions)
    if not names_one and any(_ON_WARFARIN.holds(value) for value in measured_in(text)):
        yield "warfarin"


def _told_of(text: str) -> Iterable[str]:
    """Whom a text tells of by weeks of pregnancy or a small child's age."""
    if weeks_of_pregnancy(text) is not None:
        yield "pregnancy pregnant"
    if any(age.unit != "year" for age in ages_in(text)):
        yield "infant child"


def _other_names(entry: Entry, named: str) -> Iterable[str]:
    found: dict[str, None] = {}
    for form in (entry.term, *entry.abbreviations, *entry.synonyms, *entry.brands):
        if form.casefold() != named.casefold():
            found.update(dict.fromkeys(terms(form)))
    return found
