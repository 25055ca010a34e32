"""What a question is on, and sentences as they are held against what is asked of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from corpus.glossary import Entry, Glossary, Mention
from corpus.text import words
from service.sentences.bare.reading.named import is_on_it_alone, itself_and_closest
from service.sentences.bare.reading.said import Nearly, Places, Said
from service.sentences.bare.reading.signs import overlaps
from service.sentences.candidates import Candidate, names
from service.sentences.narrowed import Narrowing
from service.sentences.told_of_drugs import is_of

_ANTIBODIES = re.compile(r"\b(?:monoclonal|[A-Z]{2,}\d*) antibod(?:y|ies)\b")
_EVERY = re.compile(r"\b(?:any|every|all|both)(?: [\w-]+)? $", re.I)
_OF_ANY = re.compile(r",? (?:(?:of|with) (?:any|every|all|both)|whatever|regardless of|irrespective of)\b", re.I)
# Before a name in a title: it is on something else, in this.
_SETTING = re.compile(r"(?<!management )(?<!treatment )\b(?:in|after|with|for|before|during|of|on)\b", re.I)
_NO_DRUG = Nearly()


@dataclass(frozen=True, eq=False)  # each is made once: what is worked out of its names is kept with it
class Subject:
    """The drug, illness or procedure that a question is on. A sentence is read once, whatever is asked of it."""

    entry: Entry
    glossary: Glossary
    _read: dict[tuple[str, str, str], Said | None] = field(default_factory=dict, repr=False)

    def said(self, candidate: Candidate) -> Said | None:
        """The sentence as it is held against what is asked; None where it is on something else."""
        read_by = (candidate.text, candidate.heading, candidate.document.title)
        if read_by not in self._read:
            self._read[read_by] = self._said(candidate)
        return self._read[read_by]

    @property
    def is_drug(self) -> bool:
        """Whether it is a drug, or a class of drugs: what is said of its classes is said of it."""
        return self.entry.kind == "drug"

    @cached_property
    def kinds(self) -> tuple[Entry, ...]:
        """It and the kinds of it."""
        return self.glossary.with_members(self.entry)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The terms of the classes that it is one of."""
        return frozenset(entry.term for entry in self.glossary.classes_of(self.entry))

    @cached_property
    def whole(self) -> frozenset[str]:
        """The terms that speak for the whole of it: its own, those of its classes, and those of its forms ("tenofovir
        alafenamide" of "tenofovir").
        """
        own = frozenset(words(self.entry.term))
        forms = (e.term for e in self.kinds if not e.members and own < frozenset(words(e.term)))
        return frozenset((self.entry.term, *self.classes, *forms))

    @cached_property
    def narrowing(self) -> Narrowing:
        """How far sentences are on fewer than a question that tells nothing but this subject."""
        return Narrowing(self.entry.term, (self.entry,), self.glossary)

    def family(self, text: str) -> tuple[Entry, ...]:
        """What a text names where it is on the subject: it, the kinds of it, of a drug also its classes; not those of
        which the text names other kinds ("antibodies" are those on -mab).
        """
        if not self.is_drug:
            return self.kinds
        family = self.glossary.family_of(self.entry)
        if self.entry.term.endswith("mab") or "antibod" not in text or not _ANTIBODIES.search(text):
            return family
        return tuple(entry for entry in family if self.entry.term not in entry.members)

    def _said(self, candidate: Candidate) -> Said | None:
        text, title = candidate.text, candidate.document.title
        mentions = self.glossary.find(text)
        titled = any(mention.entry in self.kinds for mention in self.glossary.find(title))
        of_all = self._of_all(text, mentions)
        if not (self._is_of_drug(candidate, mentions) if self.is_drug else titled or of_all or self._names(candidate)):
            return None
        family = self.family(text)
        terms = {entry.term for entry in family}
        if self.entry.kind in ("procedure", "test"):
            terms |= {mention.entry.term for mention in mentions if self._is_by_name_a_kind(mention.entry)}
        by_name = _places(mentions, terms)
        own = by_name or _of_several(text, family) or of_all
        others = (m for m in mentions if m.entry.kind == self.entry.kind and m.entry.term not in terms)
        by_kind = bool(by_name) and not any(mention.entry.term == self.entry.term for mention in mentions)

        def count_fewer() -> int:
            if of_all and own == of_all:
                return 0
            return self.narrowing.count(text, candidate.context_terms) + by_kind

        return Said(
            text,
            names=own,
            others=tuple((m.start, m.end) for m in others if not overlaps((m.start, m.end), own)),
            itself=_places(mentions, self.whole),
            classes=_places(mentions, self.classes),
            drugs=tuple((m.start, m.end) for m in mentions if m.entry.kind == "drug"),
            by_kind=by_kind,
            heading=candidate.heading.rsplit(" › ")[-1],
            title=title,
            titled=titled,
            on_it=_is_on(self.entry, title, candidate.heading, bool(own), self.glossary),
            count_fewer=count_fewer,
            look_nearly=lambda: self._nearly(candidate) if self.is_drug else _NO_DRUG,
        )

    def _of_all(self, text: str, mentions: Sequence[Mention]) -> Places:
        """Where a sentence names classes of the subject and says of one that it speaks of all its kinds: "heart failure
        of any ejection fraction".
        """
        above = [mention for mention in mentions if mention.entry.term in self.classes]
        said = any(_EVERY.search(text[: m.start]) or _OF_ANY.match(text[m.end :]) for m in above)
        return tuple((mention.start, mention.end) for mention in above) if said else ()

    def _names(self, candidate: Candidate) -> bool:
        return any(names(entry, candidate) for entry in self.kinds)

    def _is_of_drug(self, candidate: Candidate, mentions: Sequence[Mention]) -> bool:
        """Whether a sentence is on the drug, or names a class of it and, of the narrowest that it names, no other drug:
        of wider ones it may ("… with heparin, and DOACs are …" is on apixaban, too).
        """
        if is_of(candidate, (self.entry,), self.glossary):
            return True
        told = {mention.entry.term for mention in mentions}
        classes = [entry for entry in self.glossary.classes_of(self.entry) if entry.term in told]
        narrowest = [entry for entry in classes if not any(other.term in entry.members for other in classes)]
        return bool(narrowest) and not any(told.intersection(entry.members) for entry in narrowest)

    def _is_by_name_a_kind(self, entry: Entry) -> bool:
        """Whether a procedure is a kind of another by its name: a transjugular liver biopsy is a liver biopsy."""
        return entry.kind == self.entry.kind and any(entry.term.endswith(f" {form}") for form in self.entry.forms())

    def _nearly(self, candidate: Candidate) -> Nearly:
        exact, close = itself_and_closest(candidate, self.entry, self.glossary)
        return Nearly(exact, close, is_on_it_alone(candidate.document.title, self.entry, self.glossary))


@lru_cache(maxsize=8)  # a question is looked at several times, and an overview asks a dozen things of its topic
def subject_of(entry: Entry, glossary: Glossary) -> Subject:
    """The subject that ``entry`` names."""
    return Subject(entry, glossary)


def _places(mentions: Sequence[Mention], terms: set[str] | frozenset[str]) -> Places:
    return tuple((mention.start, mention.end) for mention in mentions if mention.entry.term in terms)


@lru_cache(maxsize=4096)
def _is_on(subject: Entry, title: str, heading: str, named: bool, glossary: Glossary) -> bool:
    """Whether a sentence stands in a text on the subject in the first place ("Ascites in cirrhosis" is on ascites), in
    no section on another of the kind. In a text on two it must be ``named``, there or above.
    """
    head = title.split(":")[0]
    mentions = _of_kind(subject, head, glossary)
    on = {m.entry.term for m in mentions if _SETTING.search(head[: m.start].rsplit(",")[-1]) is None}
    parts = {mention.entry.term for mention in _of_kind(subject, heading, glossary)}
    if subject.term in parts:
        return True
    own = {entry.term for entry in glossary.with_members(subject)}
    return subject.term in on and (not parts or not parts.isdisjoint(own)) and (named or on <= own)


def _of_kind(subject: Entry, text: str, glossary: Glossary) -> list[Mention]:
    return [mention for mention in glossary.find(text) if mention.entry.kind == subject.kind]


def _of_several(text: str, entries: Sequence[Entry]) -> Places:
    """Where a text names one of several of it ("liver biopsies"), which the glossary does not find."""
    plural = _plural(tuple(entries))
    return tuple(match.span() for match in plural.finditer(text)) if plural is not None else ()


@lru_cache(maxsize=64)
def _plural(entries: tuple[Entry, ...]) -> re.Pattern[str] | None:
    """What finds the plurals of names that do not only end in "s"; None where there are none."""
    forms = [form for entry in entries for form in entry.forms() if form.endswith(("y", "is"))]
    plurals = [re.escape(f"{form[:-1]}ies" if form.endswith("y") else f"{form[:-2]}es") for form in forms]
    return re.compile(rf"\b(?:{'|'.join(plurals)})\b", re.I) if plurals else None
