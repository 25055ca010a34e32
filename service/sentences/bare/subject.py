"""What a question is on, and sentences as they are held against what is asked of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from corpus.glossary import Entry, Glossary, Mention
from corpus.text import words
from service.sentences.bare.ask import Said
from service.sentences.bare.named import is_on_it_alone, itself_and_closest
from service.sentences.bare.signs import Place
from service.sentences.candidates import Candidate, names
from service.sentences.narrowed import Narrowing
from service.sentences.told_of_drugs import is_of

_ANTIBODIES = re.compile(r"\b(?:monoclonal|[A-Z]{2,}\d*) antibod(?:y|ies)\b")
_EVERY = re.compile(r"\b(?:any|every|all|both)(?: [\w-]+)? $", re.I)
_OF_ANY = re.compile(r",? (?:(?:of|with) (?:any|every|all|both)|whatever|regardless of|irrespective of)\b", re.I)
# Before a name in a title: it is on something else, in this.
_SETTING = re.compile(r"(?<!management )(?<!treatment )\b(?:in|after|with|for|before|during|of|on)\b", re.I)


@dataclass(frozen=True, slots=True)
class Subject:
    """The drug, illness or procedure that a question is on. A sentence is read once, whatever is asked of it."""

    entry: Entry
    glossary: Glossary
    _read: dict[tuple[str, str, str], Said | None] = field(default_factory=dict, repr=False, compare=False)

    def said(self, candidate: Candidate) -> Said | None:
        """The sentence as it is held against what is asked; None where it is on something else."""
        read_by = (candidate.text, candidate.heading, candidate.document.title)
        if read_by not in self._read:
            self._read[read_by] = _said(candidate, self.entry, self.glossary)
        return self._read[read_by]


@lru_cache(maxsize=8)  # a question is looked at several times, and an overview asks a dozen things of its topic
def subject_of(entry: Entry, glossary: Glossary) -> Subject:
    """The subject that ``entry`` names."""
    return Subject(entry, glossary)


def _said(candidate: Candidate, subject: Entry, glossary: Glossary) -> Said | None:
    own = glossary.with_members(subject)
    title = candidate.document.title
    titled = any(mention.entry in own for mention in glossary.find(title))
    if subject.kind == "drug":
        if not (is_of(candidate, (subject,), glossary) or _is_of_its_class(candidate, subject, glossary)):
            return None
        family = glossary.family_of(subject)
        own = tuple(entry for entry in family if not _is_of_other_kinds(candidate.text, entry, subject))
    text = candidate.text
    mentions = glossary.find(text)
    above = {entry.term for entry in glossary.classes_of(subject)}
    of_all = tuple((m.start, m.end) for m in mentions if m.entry.term in above)
    if not any(m.entry.term in above and _is_of_all(text, m) for m in mentions):
        of_all = ()
    if subject.kind != "drug" and not (titled or of_all or any(names(entry, candidate) for entry in own)):
        return None
    terms = {entry.term for entry in own}
    if subject.kind in ("procedure", "test"):
        terms |= {m.entry.term for m in mentions if _is_kind_of(m.entry, subject)}
    by_name = tuple((m.start, m.end) for m in mentions if m.entry.term in terms)
    own_places = by_name or _of_several(text, own) or of_all
    others = tuple(
        (m.start, m.end)
        for m in mentions
        if m.entry.kind == subject.kind
        and m.entry.term not in terms
        and not any(m.start < end and start < m.end for start, end in own_places)
    )
    heading = candidate.heading.rsplit(" › ")[-1]
    drugs = tuple((m.start, m.end) for m in mentions if m.entry.kind == "drug")
    on_it = _is_on(subject, title, candidate.heading, bool(own_places), glossary)
    fewer = _narrowing(subject, glossary).count(candidate.text, candidate.context_terms)
    by_kind = bool(by_name) and not any(mention.entry.term == subject.term for mention in mentions)
    fewer = 0 if of_all and own_places == of_all else fewer + by_kind
    whole = {e.term for e in (subject, *glossary.classes_of(subject), *_forms_of(subject, own))}
    itself = tuple((m.start, m.end) for m in mentions if m.entry.term in whole)
    classes = tuple((m.start, m.end) for m in mentions if m.entry.term in above)
    said = Said(text, own_places, others, heading, title, titled, on_it, drugs, fewer, by_kind, itself, classes)
    if subject.kind != "drug":
        return said
    exact, close = itself_and_closest(candidate, subject, glossary)
    return replace(said, exact=exact, close=close, alone=is_on_it_alone(title, subject, glossary))


def _is_of_all(text: str, mention: Mention) -> bool:
    """Whether a sentence says of a class that it speaks of all its kinds: "heart failure of any ejection fraction"."""
    before, behind = text[: mention.start], text[mention.end :]
    return _EVERY.search(before) is not None or _OF_ANY.match(behind) is not None


def _is_of_other_kinds(text: str, entry: Entry, subject: Entry) -> bool:
    """Whether a text speaks of a class by a kind of its drugs that the subject is none of: "antibodies" are those on
    -mab.
    """
    if subject.term not in entry.members or subject.term.endswith("mab"):
        return False
    return _ANTIBODIES.search(text) is not None


def _is_of_its_class(candidate: Candidate, drug: Entry, glossary: Glossary) -> bool:
    """Whether a sentence names a class of the drug and, of the narrowest that it names, no other drug: of wider ones it
    may ("… with heparin, and DOACs are …" is on apixaban, too).
    """
    told = {mention.entry.term for mention in glossary.find(candidate.text)}
    classes = [entry for entry in glossary.classes_of(drug) if entry.term in told]
    narrowest = [entry for entry in classes if not any(other.term in entry.members for other in classes)]
    siblings = {term for entry in narrowest for term in entry.members}
    return bool(narrowest) and not siblings & told


def _forms_of(subject: Entry, own: Sequence[Entry]) -> list[Entry]:
    """The kinds of a subject that are forms of it by their names: "tenofovir alafenamide" of "tenofovir"."""
    subject_words = frozenset(words(subject.term))
    return [entry for entry in own if not entry.members and subject_words < frozenset(words(entry.term))]


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


@lru_cache(maxsize=64)
def _narrowing(subject: Entry, glossary: Glossary) -> Narrowing:
    """How far sentences are on fewer than a question that tells nothing but this subject."""
    return Narrowing(subject.term, (subject,), glossary)


def _of_several(text: str, entries: Sequence[Entry]) -> tuple[Place, ...]:
    """Where a text names one of several of it ("liver biopsies"), which the glossary does not find."""
    forms = [form for entry in entries for form in entry.forms()]
    plurals = [
        re.escape(f"{form[:-1]}ies" if form.endswith("y") else f"{form[:-2]}es")
        for form in forms
        if form.endswith(("y", "is"))
    ]
    found = re.finditer(rf"\b(?:{'|'.join(plurals)})\b", text, re.I) if plurals else ()
    return tuple((match.start(), match.end()) for match in found)


def _is_kind_of(entry: Entry, subject: Entry) -> bool:
    """Whether a procedure is a kind of another by its name: a transjugular liver biopsy is a liver biopsy."""
    return entry.kind == subject.kind and any(entry.term.endswith(f" {form}") for form in subject.forms())
