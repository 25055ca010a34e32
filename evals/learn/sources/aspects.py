"""Questions on an aspect of a rare disease, in the same words whether its text has a section on it or nothing of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.items import Item
from evals.learn.sources.source import asked, place

Entry = Mapping[str, Any]
_RARE = ("GARD", "GHR")  # collections of texts on rare diseases
_PAIRS = 25  # of questions, answered and not, on each aspect
_REFERRAL = "These resources address"  # a section that only names other pages
# A paragraph that stands in every text with a table of symptoms and says nothing of the disease.
_COMMON_WORDS = re.compile(r"The Human Phenotype Ontology \(HPO\) has collected.*?rare or common\.", re.S)


@dataclass(frozen=True, slots=True)
class Aspect:
    """What is asked, the kinds of section that tell it, and words without which nothing tells it."""

    wordings: tuple[str, ...]
    kinds: frozenset[str]
    words: re.Pattern[str]


def _aspect(kinds: str, words: str, *wordings: str) -> Aspect:
    return Aspect(wordings, frozenset(kinds.split("|")), re.compile(words, re.I))


ASPECTS: Mapping[str, Aspect] = {
    "causes": _aspect(
        "causes|genetic changes", r"\bcaus|mutation|\bgene\b|\bgenes\b|due to|results? from|\bchanges in",
        "What causes {}?", "why do people get {}?", "cause of {}",
    ),
    "treatment": _aspect(
        "treatment", r"\btreat|therap|\bmanage|surg|\bdrugs?\b|medication|medicine",
        "What are the treatments for {}?", "How is {} treated?", "therapy of {}",
    ),
    "inheritance": _aspect(
        "inheritance",
        r"inherit|autosomal|x-linked|familial|hereditary|runs? in families|mitochondrial|sporadic|de novo",
        "Is {} inherited?", "How is {} passed on in a family?", "inheritance of {}",
    ),
    "diagnosis": _aspect(
        "exams and tests", r"diagnos|\btest|biops|imaging|\bscan",
        "How is {} diagnosed?", "Which tests show {}?", "diagnosis of {}",
    ),
    "frequency": _aspect(
        "frequency",
        r"\b1 in\b|\bone in\b|prevalen|inciden|\bcommon\b|\brare\b|\bcases\b|reported|affects|people worldwide",
        "How common is {}?", "how many people have {}?", "prevalence of {}",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a text of MedQuAD."""

    kind: str
    text: str

    @property
    def is_referral(self) -> bool:
        """Whether it only names other pages."""
        return self.text.startswith(_REFERRAL)


def section_of(entry: Entry, section_id: str) -> Section | None:
    """The section of that id."""
    return next((section for own, section in _sections(entry) if own == section_id), None)


def aspects(entries: Sequence[Entry], shunned: Sequence[Entry] = ()) -> list[Item]:
    """Questions on each aspect, as many on texts that have a section on it as on texts that speak of it nowhere.

    The topic is there in every sign and only the aspect is missing: what a model without such questions takes for an
    answer. Symptoms are not asked about, since hardly a text is silent on them. Left out are texts on a disease that
    another of ``entries``, or one of ``shunned``, is on.
    """
    names = Counter(name for entry in entries for name in names_of(entry))
    taboo = {name for entry in shunned for name in names_of(entry)}
    alone = [
        entry
        for entry in entries
        if (entry.get("metadata") or {}).get("source") in _RARE
        and all(names[name] == 1 and name not in taboo for name in names_of(entry))
    ]
    return [item for key, aspect in ASPECTS.items() for item in _on(key, aspect, alone)]


def _on(key: str, aspect: Aspect, entries: Sequence[Entry]) -> Iterator[Item]:
    ordered = sorted(entries, key=lambda entry: place("aspects", key, str(entry["_id"])))
    told = [entry for entry in ordered if _tells(entry, aspect)]
    silent = [entry for entry in ordered if not aspect.words.search(_COMMON_WORDS.sub("", str(entry["text"])))]
    for number, pair in enumerate(zip(told[:_PAIRS], silent, strict=False)):
        wording = aspect.wordings[number % len(aspect.wordings)]
        for entry, answerable in zip(pair, (True, False), strict=True):
            title = str(entry["title"])
            yield asked(f"{entry['_id']}-{key}", wording.format(title), title.casefold(), answerable)


def _tells(entry: Entry, aspect: Aspect) -> bool:
    return any(section.kind in aspect.kinds and not section.is_referral for _, section in _sections(entry))


def _sections(entry: Entry) -> Iterator[tuple[str, Section]]:
    for section in (entry.get("metadata") or {}).get("sections", ()):
        text = str(entry["text"])[section["start"] : section["end"]]
        yield str(section["section_id"]), Section(str(section["qtype"]), text.strip())


def names_of(entry: Entry) -> set[str]:
    """What a text's disease is called, and its numbers in the thesaurus."""
    meta = (entry.get("metadata") or {}).get("meta") or {}
    written = [entry.get("title"), meta.get("focus"), *meta.get("synonyms", ()), *meta.get("umls_cuis", ())]
    return {str(name).casefold() for name in written if name}
