"""Whether a sentence says what is asked of a drug (how it is reversed, restarted, tapered …), of that very drug, and
where it is asked after an event ("restart after a GI bleed") for such an event.

Stricter than nearness: a dose, or the restart of another drug after something else, is no answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary
from corpus.text import terms
from service.analysis.question import Question
from service.sentences.asked_of_drugs import HIGHEST, MISSED, Matter, asked_of, says
from service.sentences.candidates import Candidate, names

_AFTER = re.compile(
    r"\b(?:after|following|since|post|had|has had|stopped (?:for|because of|due to|after)|because of|recent|s/p)"
    r"[\s-]+(?:an? |the |his |her |this |that |recent )?$",
    re.I,
)
_AGO = re.compile(
    r"^\W*(?:\w+ )?(?:ago|last (?:week|month|night|year)|yesterday|this (?:week|morning|month)|"
    r"\d+ ?(?:d|days?|wks?|weeks?|months?)\b)",
    re.I,
)
_FOR = re.compile(r"\b(?:for|in|with|on|of)\s+(?:an? |the )?$", re.I)  # what the drug is given for, or to whom
_ASKS_DOSE = re.compile(
    r"\b(?:what|which|how much|how many|starting|maintenance|loading|right|correct)\b[^?,]*"
    r"\bdos(?:e|es|age)\b(?! (?:(?:is|was|has been) )?(?:missed|forgotten|skipped|late))|"
    r"\bdosing\b|"
    r"(?<!next )(?<!missed )(?<!last )(?<!first )(?<!double )\b(?:dose|dosage)\s*(?:\?|and\b|,)",
    re.I,
)
_EXAMPLE = re.compile(
    r"\b(?:such as|like|e\.g\.|for example|including|among them)\s+(?:[\w-]+(?:,\s*|\s+(?:and|or)\s+))*$", re.I
)
# One of a class is meant, of which less is said of the others: "an anticoagulant, above all X".
_ABOVE_ALL = re.compile(
    r"\b(?:especially|particularly|in particular|above all|preferably|ideally)\s+(?:with\s+)?$", re.I
)
_EXCEPT = re.compile(r"\b(?:other than|except|unlike|whereas|but not|apart from|than)\s+(?:\w+ ){0,2}$", re.I)


@dataclass(frozen=True, slots=True)
class Acts:
    """What a question asks of the drugs that it names."""

    matters: tuple[Matter, ...]
    drugs: tuple[Entry, ...]
    events: tuple[Entry, ...]
    with_dose: bool  # a dose is asked for, too
    glossary: Glossary

    @property
    def of_next_dose(self) -> bool:
        """Whether "dose" in the question is the next or the missed one, and no amount is asked for."""
        return not self.with_dose and any(matter.of_event or matter is MISSED for matter in self.matters)

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence says all of it, of one of the drugs."""
        return self._fits(candidate) and all(says(matter, candidate.text) for matter in self.matters)

    def touched_by(self, candidate: Candidate) -> bool:
        """Whether it says some of it, of one of the drugs."""
        return self._fits(candidate) and self.spoken_of_by(candidate)

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """Whether it says some of it, of whatever drug."""
        return any(says(matter, candidate.text) for matter in self.matters)

    def missing(self) -> list[str]:
        """How a clinician names it."""
        drugs = " or ".join(entry.term for entry in self.drugs)
        after = f" after {' or '.join(entry.term for entry in self.events)}" if self.events else ""
        return [matter.missing.format(drugs) + (after if matter.of_event else "") for matter in self.matters]

    def _fits(self, candidate: Candidate) -> bool:
        on_event = not self.events or any(_is_on_event(candidate, event, self.glossary) for event in self.events)
        return on_event and is_of(candidate, self.drugs, self.glossary)


def acts_asked(question: Question, glossary: Glossary) -> Acts | None:
    """What ``question`` asks of the drugs that it names; None where that is whom they are for, or another drug."""
    drugs = tuple(entry for entry in question.focus if entry.kind == "drug")
    matters = tuple(matter for matter in asked_of(question.text) if not (matter.of_people or matter.of_others))
    if not drugs or not matters:
        return None
    events = tuple(_events(question)) if any(matter.of_event for matter in matters) else ()
    with_dose = _ASKS_DOSE.search(question.text) is not None and HIGHEST not in matters
    return Acts(matters, drugs, events, with_dose, glossary)


def is_of(candidate: Candidate, drugs: Sequence[Entry], glossary: Glossary) -> bool:
    """Whether a sentence is on one of ``drugs``: it names it or a member of it, or its class and no other drug of that
    class, or stands in a text on it and names no drug at all.
    """
    own = glossary.with_members(*drugs)
    if any(names(entry, candidate) for entry in own):
        return True
    mentions = [m for m in glossary.find(candidate.text) if m.entry.kind == "drug"]
    classes = [entry for drug in drugs for entry in glossary.classes_of(drug)]
    told = {mention.entry.term for mention in mentions}
    if any(entry.term in told for entry in classes) or any(names(e, candidate) for e in classes):
        own_classes = {entry.term for entry in classes}
        others = [m for m in mentions if m.entry.term not in own_classes]
        beside = [m for m in others if any(m.entry.term in entry.members for entry in classes)]
        return all(_EXCEPT.search(candidate.text[: m.start]) for m in beside)
    return not mentions and any(names(entry, candidate, context=True) for entry in (*own, *classes))


def is_on_a_sibling(candidate: Candidate, drugs: Sequence[Entry], glossary: Glossary) -> bool:
    """Whether a sentence names the class of one of ``drugs`` for other drugs of it ("loop and thiazide diuretics") and
    neither them nor a member of them. Where others are examples ("beta-blockers such as carvedilol"), the class is
    meant, unless one of them is meant above all.
    """
    own = glossary.with_members(*drugs)
    if any(names(entry, candidate) for entry in own):
        return False
    classes = [entry for drug in drugs for entry in glossary.classes_of(drug)]
    members = {term for entry in classes for term in entry.members}
    mentions = glossary.find(candidate.text)
    if any(m.entry.term in members and _ABOVE_ALL.search(candidate.text[: m.start]) for m in mentions):
        return True
    narrow = {entry.term for entry in classes} & {mention.entry.term for mention in mentions}
    wide = {entry.term for entry in classes if any(other.term in entry.members for other in classes)}
    if narrow - wide:
        return False  # the class next above it
    siblings = {term for entry in classes for term in entry.members} - {entry.term for entry in classes}
    beside = [m for m in mentions if m.entry.term in siblings]
    return bool(beside) and not any(_EXAMPLE.search(candidate.text[: m.start]) for m in beside)


def _events(question: Question) -> list[Entry]:
    """The illnesses and procedures after which it is asked: those that are told as events, else those that are not what
    the drug is for.
    """
    named = [m for m in question.mentions if m.entry.kind in ("condition", "procedure")]
    text = question.text
    told = [m.entry for m in named if _AFTER.search(text[: m.start]) or _AGO.match(text[m.end :])]
    return told or [m.entry for m in named if not _FOR.search(text[: m.start])]


def _is_on_event(candidate: Candidate, event: Entry, glossary: Glossary) -> bool:
    """Whether a sentence names an event, a class or a kind of it, or its noun ("bleeding")."""
    if any(names(entry, candidate) for entry in glossary.family_of(event)):
        return True
    return any(wording[-1] in candidate.own_terms for form in event.forms() if (wording := terms(form)))
