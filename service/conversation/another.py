"""Another drug, procedure or condition in the place of the one that was asked about: "and rivaroxaban?", "in gout?"."""

from __future__ import annotations

import itertools
import re

from corpus.glossary import Entry, Glossary, Mention
from corpus.text import words
from service.analysis.drug_names import looks_like_a_drug
from service.analysis.question import Question, QuestionKind
from service.analysis.wording import capital
from service.conversation.before import Before
from service.conversation.outright import same_in
from service.conversation.topic import can_be_repeated, in_setting, people_of, topic_of, with_topic

_ASKS_WHICH = re.compile(r"^\W*(?:which|what) (?!(?:is|are|causes?)\b)\w", re.I)
_WHICH_OF = re.compile(r"\W*(?:which|what)\s+", re.I)
_HELPS = re.compile(r"^\s+(?P<verb>is|are|was|were|can|could|may|should|must|will|would|has|have|do|does)\b", re.I)
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_AROUND_A_NAME = frozenset("a an the for with in only instead alone then again please first".split())


def replaced(rest: str, question: Question, before: Question, earlier: Before) -> str | None:
    """The question before with another drug, condition … in the place of its own; where that is not fit to be said again,
    its topic with the other in its place. None where there is nothing alike.
    """
    name = rest.strip(" ?.!")
    if len(question.mentions) == 1 and _covers(question.mentions[0], rest):
        target = alike(question.mentions[0].entry, before)
    elif not question.mentions and looks_like_a_drug(name):
        target = _last(before, "drug")
    else:
        return None
    if target is None and before.conditions and not before.interventions and _covers_a_drug(question):
        treats = before.kind in (QuestionKind.TREATMENT, QuestionKind.PROCESS)
        if treats or _ASKS_WHICH.match(before.text):  # asked what is given, and now of one thing
            people = people_of(before)
            where = in_setting([entry.term for entry in before.conditions], before)
            return f"Should {name} be used {where}{f', {people}' if people else ''}?"
    if target is None:
        return None
    if not can_be_repeated(before):
        gone = {target.entry.term, *_beside_it(target, before)}
        drugs, settings = ([n for n in names if n not in gone] for names in topic_of(before, earlier))
        if question.conditions and not drugs:  # another illness: none of those before
            return same_in("", [], [name], before) or capital(f"{name}?")
        if target.entry.kind == "drug" and not drugs and (same := same_in("", [name], settings, before)):
            return capital(same)  # "apixaban dose AF 83F", then "and rivaroxaban?"
        return capital(with_topic(rest, drugs, settings, before)) if drugs or settings else None
    begin, behind = before.text[: target.start], before.text[target.end :]
    if question.mentions and not question.mentions[0].entry.members and _WHICH_OF.fullmatch(begin):
        return _asked_of_one(name, behind)  # "which antibiotics raise the INR?", "and amiodarone?"
    return begin + name + behind


def takes_the_place(rest: str, question: Question, before: Question, glossary: Glossary) -> bool:
    """Whether a mere name ("rivaroxaban?") asks the question before of that drug: where it asked whether a drug is used, or
    of one of the same kind.
    """
    if (
        len(question.mentions) != 1
        or question.mentions[0].entry.kind != "drug"
        or not _covers(question.mentions[0], rest)
    ):
        return False
    own = question.mentions[0].entry
    target = alike(own, before)
    if target is None or target.entry.kind != "drug" or own.members or target.entry.members:
        return False
    one, other = ({entry.term for entry in glossary.classes_of(drug)} for drug in (own, target.entry))
    names = own.term.split()[0] == target.entry.term.split()[0] or _stem(own.term) == _stem(target.entry.term)
    return before.yes_no or names or bool(one & other)


def _beside_it(target: Mention, before: Question) -> set[str]:
    """What a question chose between beside ``target`` ("apixaban or rivaroxaban?")."""
    same = [mention for mention in before.mentions if mention.entry.kind == target.entry.kind]
    pairs = [
        (one, other)
        for one, other in itertools.pairwise(same)
        if before.text[one.end : other.start].strip(" ,").lower() == "or" and target in (one, other)
    ]
    return {mention.entry.term for pair in pairs for mention in pair}


def _asked_of_one(name: str, behind: str) -> str:
    """What was asked of all of a kind (``behind``: from the verb on), asked of one."""
    found = _HELPS.match(behind)
    if found is None:
        return f"Does {name}{behind}"
    helps = found["verb"].lower()
    return f"{_SINGULAR.get(helps, helps).capitalize()} {name}{behind[found.end() :]}"


def _covers_a_drug(question: Question) -> bool:
    return bool(question.mentions) and question.mentions[0].entry.kind in ("drug", "procedure")


def _covers(mention: Mention, rest: str) -> bool:
    outside = f"{rest[: mention.start]} {rest[mention.end :]}"
    return all(word in _AROUND_A_NAME for word in words(outside))


def alike(entry: Entry, before: Question) -> Mention | None:
    """The mention that another concept stands for: of drugs the one of the same class or the last, of others the first."""
    if any(mention.entry.term == entry.term for mention in before.mentions):
        return None
    same = [mention for mention in before.mentions if mention.entry.kind == entry.kind and entry.kind != "other"]
    if entry.kind != "drug":
        return same[0] if same else None
    classes = [m.entry for m in before.mentions if entry.term in m.entry.members]
    related = [
        m for m in same
        if m.entry in classes or m.entry.term in entry.members or _stem(m.entry.term) == _stem(entry.term)
    ]  # fmt: skip
    return (related or same)[-1] if same else None


def _stem(name: str) -> str:
    """The ending of a drug's name, which tells its class: "-xaban", "-olol"."""
    return name[-5:].lower()


def _last(before: Question, kind: str) -> Mention | None:
    return next((mention for mention in reversed(before.mentions) if mention.entry.kind == kind), None)
