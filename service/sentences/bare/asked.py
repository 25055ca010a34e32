"""Whether a question is bare, and which sentences say what it asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.glossary import Entry, Glossary, Mention, terms_of
from corpus.text import STOPWORDS, words
from service.analysis.question import Question
from service.answer import Audience
from service.sentences.bare.ask import Ask, Place, Said
from service.sentences.bare.asks import ASKS
from service.sentences.bare.named import closest, is_on_it_alone, itself_and_closest
from service.sentences.candidates import Candidate, names
from service.sentences.narrowed import Narrowing
from service.sentences.readers import is_for
from service.sentences.told_of_drugs import is_of

# How something is asked, of whom in general: nothing that the answer has to fit.
_FRAME = STOPWORDS | frozenset(
    """please tell explain describe list name give show know want need need's about is are was be do does did can
    could should would may might will shall must adult adults patient patients person people someone anyone
    usual usually typical typically common commonly current recommended recommend recommendation recommendations
    standard normal general generally main any some all overview summary info information details what what's
    which who when where why how much many often long we i you they one it its the of in for to with on and or
    by best correct right appropriate proper exactly really quick quickly question asking hi hello thanks
    guideline guidelines
    get gets getting got happen happens happening occur occurs develop develops come comes needed seen affected cases die dies""".split()
)
_ANTIBODIES = re.compile(r"\b(?:monoclonal|[A-Z]{2,}\d*) antibod(?:y|ies)\b")
_POSSESSIVE = re.compile(r"['’]s\b")
_EVERY = re.compile(r"\b(?:any|every|all|both)(?: [\w-]+)? $", re.I)
_OF_ANY = re.compile(r",? (?:(?:of|with) (?:any|every|all|both)|whatever|regardless of|irrespective of)\b", re.I)
_OTHER_READER = 4  # by so much what was written for others comes later
# Before a name in a title: it is on something else, in this.
_SETTING = re.compile(r"(?<!management )(?<!treatment )\b(?:in|after|with|for|before|during|of|on)\b", re.I)


@dataclass(frozen=True, slots=True)
class Bare:
    """What a bare question asks of which subject."""

    ask: Ask
    subject: Entry
    glossary: Glossary

    @property
    def terms(self) -> frozenset[str]:
        """The index terms of all names of the subject, and of its closest classes."""
        return terms_of((*self.glossary.with_members(self.subject), *closest(self.subject, self.glossary)))

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the subject and says it."""
        said = self._said(candidate)
        return said is not None and self.ask.told(said)

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the subject at all."""
        return self._said(candidate) is not None

    def fits_beside(self, candidate: Candidate) -> bool:
        """Whether a sentence may stand beside the answer: it is on the subject, or neither it nor its text on another."""
        if self.spoken_of_by(candidate):
            return True
        there = f"{candidate.document.title}. {candidate.text}"
        return not any(mention.entry.kind == self.subject.kind for mention in self.glossary.find(there))

    def first(
        self,
        direct: Candidate,
        chosen: Sequence[Candidate],
        found: Sequence[Candidate],
        audience: Audience = Audience.CLINICIAN,
    ) -> Candidate:
        """What stands first: ``direct`` if it says it, else the likeliest that does, of ``chosen`` or of ``found``;
        where some come before others, of those that do, and with these a text for this reader before others.
        """
        groups = [[c for c in group if self.told_by(c)] for group in ((direct,), chosen, found)]
        best = max((self._before(c, audience) for group in groups for c in group), default=0)
        for group in groups:
            telling = [candidate for candidate in group if self._before(candidate, audience) == best]
            if telling:
                return max(telling, key=lambda c: (c.useful, -c.order))
        return direct

    def missing(self) -> str:
        """How a clinician names what is not found."""
        return self.ask.missing.format(self.subject.term)

    def telling(self, found: Sequence[Candidate], audience: Audience) -> list[Candidate]:
        """Those of ``found`` that say it, in the order in which they come first."""
        said = [candidate for candidate in found if self.told_by(candidate)]
        return sorted(said, key=lambda c: (-self._before(c, audience), -c.useful, c.order))

    def _before(self, candidate: Candidate, audience: Audience) -> int:
        """How far a sentence that says it comes before others that do."""
        said = self._said(candidate) if self.ask.before is not None else None
        if self.ask.before is None or said is None:
            return 0
        return self.ask.before(said) - _OTHER_READER * (not is_for(candidate.document, audience))

    def _said(self, candidate: Candidate) -> Said | None:
        """The sentence as it is held against what is asked; None where it is on something else."""
        subject, glossary = self.subject, self.glossary
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


def bare_asked(question: Question, glossary: Glossary) -> Bare | None:
    """What a bare question asks; None for all others: those that give values, tell of a patient, name a second subject
    or have any word besides.
    """
    if question.values or question.asked or question.beside:
        return None
    return next((found for ask in ASKS if (found := _bare(ask, question, glossary)) is not None), None)


def _bare(ask: Ask, question: Question, glossary: Glossary) -> Bare | None:
    text = question.text
    asking = [(match.start(), match.end()) for match in ask.asked.finditer(text)]
    if not asking:
        return None
    subjects = [m for m in question.mentions if not any(m.start < end and start < m.end for start, end in asking)]
    entries = {mention.entry.term: mention.entry for mention in subjects}
    if len(entries) != 1:
        return None
    (subject,) = entries.values()
    if subject.kind not in ask.kinds:
        return None
    named = [(mention.start, mention.end) for mention in subjects]
    if ask.unless is not None and ask.unless.search(_without(text, named)):
        return None
    frames = asks_no_more(_without(text, [*asking, *named]), ask.frame)
    return Bare(ask, subject, glossary) if frames else None


def asks_no_more(rest: str, besides: frozenset[str]) -> bool:
    """Whether what is left of a question has only words that frame it, or are ``besides``."""
    return set(words(_POSSESSIVE.sub(" ", rest))) <= _FRAME | besides


def _without(text: str, places: Sequence[Place]) -> str:
    """A text without what stands at these places."""
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
