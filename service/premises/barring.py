"""Whether a sentence says that a drug of the question must not be given in an illness of it, in no fewer people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary, Mention
from service.analysis.question import Question
from service.analysis.ruled_out import ruled_out
from service.analysis.taken import taken_already
from service.premises.narrower import KIND, for_fewer
from service.sentences.asked_of_drugs import asked_of
from service.sentences.candidates import Candidate
from service.sentences.expected import asks_of_effect
from service.sentences.neighbours import next_above

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
    r"upper|lower|(?:un)?complicated|recurrent|refractory|resistant|early|late|first|second|third)\s+$",
    re.I,
)
_CLAUSE = re.compile(r"[;:]|,? (?:but|whereas|while)\s|(?<=\w), and (?=[^,]*$)|\bpreferred to [\w-]+ and ", re.I)
_NARROWED = re.compile(r"\s+(?:with|of|in|that|who|from|also|class|grade|stage|after|before|beyond|until)\b", re.I)
_PURPOSE = re.compile(r"\b(?:for|against|prevent(?:s|ing|ion of)?|treat(?:s|ing|ment of)?)\s+(?:[\w-]+\s+){0,2}$", re.I)
# What is asked to be undone, and not to be given.
_UNDONE = r"(?:revers\w+|antidotes?|counteract\w*|neutrali[sz]\w+|overdos\w*|poison\w*|intoxicat\w*|toxic dose)"
_UNDONE_BEFORE = re.compile(rf"\b{_UNDONE}\s+(?:(?:of|to|for|from|the|his|her|an?)\s+){{0,2}}$", re.I)
_UNDONE_BEHIND = re.compile(rf"^(?:['’]s|-\w+)?\s+{_UNDONE}", re.I)
# "X and Y are not recommended in Z": nothing stands before the drug, nothing between that and the illness.
_MOTHERS = frozenset(("pregnancy", "breastfeeding"))  # no illnesses, and barred in as these are
_PLAINLY = re.compile(
    r"^(?P<what>(?:(?!\b(?:may|can|is|are|be|but|whereas|while|than|with|for)\b)[^;:.?!]){2,140}?) "
    r"(?:is|are|should be|must be) (?:not recommended|contra-?indicated|avoided) "
    r"(?:in|with|during) (?:(?:people|patients|adults) with )?$",
    re.I,
)
_ONE_OF = re.compile(r"\b(?:which|what|of|the|first-line|other|another|any)\s+(?:\w+\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Barring:
    """What of a question may be barred: the drugs that it asks of, with what stands for them, and the illnesses."""

    question: Question
    asked: tuple[Entry, ...]
    drugs: tuple[Entry, ...]  # those asked of, their classes and members
    illnesses: tuple[Entry, ...]
    glossary: Glossary

    def by(self, candidate: Candidate) -> bool:
        """Whether a sentence bars one of the drugs in one of the illnesses."""
        return _bars(candidate, self.question, self.drugs, self.illnesses, self.glossary)

    def plainly_by(self, candidate: Candidate) -> bool:
        """Whether a sentence that begins with drugs says in so many words that one asked of, by its name or the class
        next above it, is not given in one of the illnesses.
        """
        ill = {entry.term for entry in self.illnesses}
        meant = {e.term for drug in self.asked for e in (drug, *next_above(drug, self.glossary))}
        mentions = self.glossary.find(candidate.text)
        if not mentions or mentions[0].start > 0 or mentions[0].entry.kind != "drug":
            return False
        for mention in mentions:
            plainly = _PLAINLY.match(candidate.text[: mention.start]) if mention.entry.term in ill else None
            if plainly is None or _NARROWED.match(candidate.text[mention.end :]):
                continue
            if any(other.entry.term in meant and other.end <= plainly.end("what") for other in mentions):
                return True
        return False


def bars_something(text: str) -> bool:
    """Whether a text says of anything that it is not to be given."""
    return _BARS.search(text) is not None


def barring_of(question: Question, glossary: Glossary) -> Barring | None:
    """What may be barred of what ``question`` asks about; None where it names no drug that is to be given, no illness
    of the patient, or asks what the drug does.
    """
    if asks_of_effect(question.text):
        return None
    out = ruled_out(question) | taken_already(question)  # that it cannot be given is known, or it is given
    drugs_named = [entry for entry in question.entries if entry.kind == "drug" and entry.term not in out]
    asked = tuple(entry for entry in drugs_named if _is_to_be_given(entry, question))
    if any(matter.of_taken for matter in asked_of(question.text)):  # what is reversed was given
        asked = tuple(entry for entry in asked if len(asked) > 1 and not _is_undone(entry, question))
    told = (glossary.get(name) for name in question.patient.conditions)
    illnesses = [entry for entry in question.conditions if is_no_purpose(entry, question)]
    illnesses += [entry for entry in told if entry is not None and entry not in illnesses]
    illnesses += [entry for entry in question.entries if entry.term in _MOTHERS]
    if not asked or not illnesses:
        return None
    return Barring(question, asked, glossary.family_of(*asked), tuple(illnesses), glossary)


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


def _is_undone(entry: Entry, question: Question) -> bool:
    """Whether it is asked how a drug is reversed, or of too much of it."""
    text = question.text
    own = [mention for mention in question.mentions if mention.entry.term == entry.term]
    return any(_UNDONE_BEFORE.search(text[: m.start]) or _UNDONE_BEHIND.match(text[m.end :]) for m in own)


def is_no_purpose(entry: Entry, question: Question) -> bool:
    """Whether an illness is not what the drug is asked for ("for varices")."""
    return not all(map(_PURPOSE.search, question.before_each(entry)))
