"""Whether a sentence gives the dose that a plain question asks for: an amount of that very drug, in that illness, and
not only in pregnancy, breastfeeding or children where these are not asked about.

What stands beside an amount of another drug ("X is reversed with Y 5 g"), or tells what is done with the drug in
another illness, is no dose of it there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary, Mention
from service.analysis.facets import assumes
from service.analysis.question import Question, QuestionKind
from service.analysis.ruled_out import asks_for_another
from service.measured import is_of_kidneys
from service.sentences.astray import in_illness, names_present
from service.sentences.candidates import Candidate, names
from service.sentences.default_case import DefaultCase, told
from service.sentences.doses import FOR_MOTHERS, NOT_PREGNANT, amounts_in, gives_dose
from service.sentences.told_of_drugs import acts_asked

_ASKS = re.compile(
    r"(?<!low )(?<!low-)(?<!high )(?<!high-)\b(?:dose|dosage|dosing)\b|"
    r"\b(?:what|which|usual|standard|recommended) doses\b",
    re.I,
)
# What is asked is how it is changed, which of several, or something else of it.
_OTHERWISE = re.compile(
    r"\b(?:adjust\w*|reduc\w+|chang\w+|increas\w+|rais\w+|lower\w*|titrat\w+|miss\w*|forg\w+|overdos\w*|max\w*|highest|target|"
    r"interval|monitor\w*|levels?|trough|why|when|if|long|test|convert\w*|equivalen\w+|last|next|second|third|then|after|since|given|kids?)\b",
    re.I,
)
# Right behind the drug: that it is not given, and in what.
_REFUSED = re.compile(
    r"[^.;]{0,50}\b(?:contra-?indicat\w+|avoided|"
    r"not (?:\w+ )?(?:recommended|offered|given|used|advised|indicated|an? alternative))\b"
    r"(?! (?:together|alone|routinely)\b)(?P<what>[^.;]*)",
    re.I,
)
# The same: that it is dosed by what is measured, or its dose in words.
_ADJUSTED = re.compile(
    r"[^.;]{0,50}\b(?:(?:dosed|titrated|adjusted)\b[^.;]{0,40}\d|"
    r"(?:fixed|full|therapeutic|usual|standard) (?:\w+ )?doses?\b)",
    re.I,
)
_IN_WORDS = re.compile(r"\b(?:fixed|full|therapeutic|usual|standard) (?:\w+ )?doses? of $", re.I)
_JOINS = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,|/|,?\s*(?:and|or|with))\s*(?:an?\s+)?", re.I)
_BEHIND = 40  # characters behind an amount within which its drug is named ("40 mg of prednisolone")
_NEARLY_AS_LIKELY = 0.3
_WEAK_KIDNEYS = 50  # mL/min below which labels give other doses
_LONGEST = 8  # words that carry a topic
_OTHERS = frozenset({"pregnancy", "children"})
_OF_MOTHERS = re.compile(r"eclampsia|gestational|pregnan|postpartum|obstetric", re.I)
# Behind the drug that a sentence is on: what it is given beside.
_BESIDE = re.compile(
    r"\b(?:with|without|beside|besides|in addition to|added to|together with)\s+(?:an?\s+|the\s+)?$", re.I
)
_IN_ITS_PLACE = re.compile(r"\brevers\w+|\bantidote|\breplac\w+|\bswitch\w*|\binstead\b|\bin place\b", re.I)


@dataclass(frozen=True, slots=True)
class Dosed:
    """The drugs whose dose a question asks for, and the illnesses in which."""

    drugs: tuple[Entry, ...]
    illnesses: tuple[Entry, ...]
    patients: frozenset[str]  # what the question asks of whom it is for, by the names of the default case
    glossary: Glossary

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence gives it, or says that the drug is not given in the illness."""
        if not self._is_in_illness(candidate) or self._of_others(candidate):
            return False
        return self.gives_amount(candidate) or self.says_in_words(candidate)

    def names_illness(self, candidate: Candidate) -> bool:
        """Whether a sentence names one of the illnesses itself; of none, every one does."""
        kinds = self.glossary.with_members(*self.illnesses)
        return not self.illnesses or names_present(kinds, candidate, self.glossary)

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the drug at all."""
        return any(names(entry, candidate) for entry in self.glossary.with_members(*self.drugs))

    def first(self, direct: Candidate, chosen: Sequence[Candidate], found: Sequence[Candidate]) -> Candidate:
        """What stands first: ``direct``, unless it does not give the dose and one of those found does, or it does not
        name the illness and one that is not much less likely does both.
        """
        telling = [c for c in (*chosen, *found) if self.told_by(c)]
        if self.told_by(direct):
            if self.names_illness(direct):
                return direct
            telling = [c for c in telling if self.names_illness(c) and c.useful >= _NEARLY_AS_LIKELY * direct.useful]
        return max(telling, key=lambda c: (c.useful, -c.order), default=direct)

    def missing(self) -> str:
        """How a clinician names what is not found."""
        ill = f" in {' and '.join(entry.term for entry in self.illnesses)}" if self.illnesses else ""
        return f"dose of {' or '.join(entry.term for entry in self.drugs)}{ill}"

    def _is_in_illness(self, candidate: Candidate) -> bool:
        """Whether a sentence is on the illness, on one of its kind, or on none and stands in a text on the drug."""
        if all(self._is_in(illness, candidate) for illness in self.illnesses):
            return True
        told = [mention for mention in self.glossary.find(candidate.text) if mention.entry.kind == "condition"]
        return not told and self._is_on_drug(candidate)

    def _is_in(self, illness: Entry, candidate: Candidate) -> bool:
        """Whether a sentence is in one of the illnesses, its kind or its class: in one like it the dose is another."""
        if in_illness(candidate, (illness,), self.glossary):
            return True
        told = {
            mention.entry.term for mention in self.glossary.find(candidate.text) if mention.entry.kind == "condition"
        }
        return bool(told) and {entry.term for entry in self.glossary.family_of(illness)}.issuperset(told)

    def _of_others(self, candidate: Candidate) -> bool:
        """Whether a sentence holds in pregnancy or children first, and neither is asked about."""
        asked = {*self.patients, *(["pregnancy"] if self._in_pregnancy else [])}
        return bool((told(NOT_PREGNANT.sub(" ", candidate.text)) & _OTHERS) - asked)

    @property
    def _in_pregnancy(self) -> bool:
        return "pregnancy" in self.patients or any(_OF_MOTHERS.search(entry.term) for entry in self.illnesses)

    def says_in_words(self, candidate: Candidate) -> bool:
        """Whether it says of the drug that it is not given in the illness, or how it is dosed without an amount."""
        text, own = candidate.text, {entry.term for entry in self.glossary.with_members(*self.drugs)}
        if not self.names_illness(candidate):
            return False
        named = [mention for mention in self.glossary.find(text) if mention.entry.term in own]
        if any(_ADJUSTED.match(text[m.end :]) or _IN_WORDS.search(text[: m.start]) for m in named):
            return True
        refused = [found["what"] for m in named if (found := _REFUSED.match(text[m.end :])) is not None]
        ill = {entry.term for entry in self.glossary.with_members(*self.illnesses)}
        return any(not ill or any(m.entry.term in ill for m in self.glossary.find(what)) for what in refused)

    def gives_amount(self, candidate: Candidate) -> bool:
        """Whether a sentence gives an amount of one of the drugs, and not only of another one in it."""
        text = candidate.text
        own = {entry.term for entry in self.glossary.with_members(*self.drugs)}
        found = (mention for mention in self.glossary.find(text) if mention.entry.kind == "drug")
        mentions = [mention for mention in found if not text.startswith("-equivalent", mention.end)]
        classes = {entry.term for entry in self.glossary.classes_of(self.drugs[0])}
        if all(mention.entry.term in classes for mention in mentions):
            own |= classes  # of all its drugs
        if not any(mention.entry.term in own for mention in mentions):
            return not mentions and self._is_on_drug(candidate) and gives_dose(text)
        amounts = amounts_in(text)
        if not amounts:
            return gives_dose(text)  # by a share of it
        if mentions[0].entry.term in own and not _IN_ITS_PLACE.search(text):
            mentions = [mentions[0], *(m for m in mentions[1:] if not _BESIDE.search(text[: m.start]))]
        if not self._in_pregnancy:
            amounts = [(start, end) for start, end in amounts if not FOR_MOTHERS.match(text[end:])]
        return any(_of_one(own, text, mentions, start, end) for start, end in amounts)

    def _is_on_drug(self, candidate: Candidate) -> bool:
        """Whether a sentence stands in a text on the drug or its class."""
        own = {entry.term for entry in self.glossary.family_of(*self.drugs)}
        return not own.isdisjoint(
            mention.entry.term for mention in self.glossary.find(candidate.document.title.split(":")[0])
        )


def only_of_others(candidate: Candidate, drugs: Sequence[Entry], glossary: Glossary) -> bool:
    """Whether a sentence that names ``drugs`` (with the members of a class) has amounts, and each is of another drug:
    what one is reversed with is no dose of it.
    """
    text, own = candidate.text, {entry.term for entry in drugs}
    mentions = [mention for mention in glossary.find(text) if mention.entry.kind == "drug"]
    amounts = amounts_in(text)
    if not amounts or not any(mention.entry.term in own for mention in mentions):
        return False
    if mentions[0].entry.term in own and not _IN_ITS_PLACE.search(text):
        return False  # it begins with one of them, and names others in passing
    return not any(_of_one(own, text, mentions, start, end) for start, end in amounts)


def _of_one(own: set[str], text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether an amount, from and to these characters, is of one of ``own``: of what is named last before it, or of
    what is listed with that; else of what is named right behind it.
    """
    before = [mention for mention in mentions if mention.end <= start]
    if not before:
        return any(end <= mention.start <= end + _BEHIND and mention.entry.term in own for mention in mentions)
    last = before.pop()
    while last.entry.term not in own and before and _JOINS.fullmatch(text[before[-1].end : last.start]):
        last = before.pop()
    return last.entry.term in own


def dose_asked(question: Question, glossary: Glossary) -> Dosed | None:
    """The dose that a question asks for; None where it asks for none of a drug, or for something else of it."""
    text = question.text
    of_patient = question.values or question.asked or question.yes_no or len(question.key_words) > _LONGEST
    if of_patient or assumes(text) or asks_for_another(text) or question.kind is not QuestionKind.DOSE:
        return None
    patients = DefaultCase(question).patients
    if not _ASKS.search(text) or _OTHERWISE.search(text) or patients - {"pregnancy"}:
        return None
    drugs = tuple(entry for entry in question.focus if entry.kind == "drug") or done_with_drugs(question, glossary)
    if len(drugs) != 1 or acts_asked(question, glossary) is not None:
        return None
    illnesses = tuple(entry for entry in question.focus if entry.kind == "condition")
    return Dosed(drugs, illnesses, patients, glossary)


def done_with_drugs(question: Question, glossary: Glossary) -> tuple[Entry, ...]:
    """The procedures that a question names which are done by giving drugs: their dose is that of these."""
    named = [entry for entry in question.focus if entry.kind == "procedure"]
    return tuple(entry for entry in named if any(member.kind == "drug" for member in glossary.members_of(entry)))


def asks_dose_in_kidney_disease(question: Question) -> bool:
    """Whether a dose is asked for somebody whose kidneys are told to work so badly that it may be another one."""
    if question.kind is not QuestionKind.DOSE or not any(entry.kind == "drug" for entry in question.focus):
        return False
    return any(is_of_kidneys(value.measure) and value.value < _WEAK_KIDNEYS for value in question.given)
