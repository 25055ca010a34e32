"""Another drug beside the one that was asked about: "and if he also takes ketoconazole?", "with warfarin?"."""

from __future__ import annotations

import re

from corpus.glossary import Entry, Glossary, Mention
from service.analysis.question import Question, analyse
from service.analysis.wording import capital
from service.conversation.another import alike
from service.conversation.before import Before
from service.conversation.topic import asked_which, topic_of

_SOMEBODY = r"(?:he|she|they|i|we|you|someone|somebody|(?:the|my|our|this|a) (?:patient|man|woman|lady|child|pt))"
_BESIDE = re.compile(
    rf"^\W*(?:and|but|also|so|what)?\W*(?:if|when|what if|for)?\W*(?:{_SOMEBODY}(?:'s|’s| is| was| are)?\W+)?"
    r"(?P<too>(?:also|already|currently|concurrently|now|just)\W+)*"
    r"(?P<how>takes?|taking|on|uses?|using|gets?|getting|is given|was given|started|starts?|with|together with|combined with|combining with|plus|alongside|at the same time as)\W+"
    r"(?:(?:also|already|a|an|the|long[- ]term|regular)\W+)*$",
    re.I,
)
_BEHIND = re.compile(
    r"^(?:\s+(?:too|also|as well|already|at the same time|together|concomitantly|now|then|tablets?|inhibitors?))*\W*$",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:together|with|combin\w+|interact\w*|alongside|concomitant\w*|while (?:taking|on)|add(?:ed)?|on)\b", re.I
)
_WITH_HIS = re.compile(
    r"\s+(?:together |along )?(?:with|on top of|plus|(?:if|while|when) (?:(?:he|she|they|the patient)(?:'s|’s| is| are)? )?(?:already )?(?:on|taking))\s+(?:(?:his|her|their|the|my)\s+)?",
    re.I,
)
_NOTHING = re.compile(r"\W*(?:(?:and|or|but|so|ok|what about|how about|is|can i (?:give|use|add|start))\W+)*", re.I)
_WITH_IT = re.compile(
    r"\s+(?:together |along )?with (?P<it>it|them|this|that|these)\b(?! \w+ing\b)", re.I
)  # "can I take ibuprofen with it?"
_MOST_NAMED = 2


def given_together(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """Whether the drug in hand can be given with the one that ``plain`` names; None where it names none beside it, or one
    that could take its place.
    """
    question = analyse(plain, glossary)
    drugs = [mention for mention in question.mentions if mention.entry.kind == "drug"]
    if not 0 < len(drugs) <= _MOST_NAMED or len(drugs) != len(question.mentions):
        return None
    if len(drugs) == _MOST_NAMED and _WITH_HIS.fullmatch(plain[drugs[0].end : drugs[1].start]):
        alone = _NOTHING.fullmatch(plain[: drugs[0].start]) and _BEHIND.match(plain[drugs[1].end :])
        names = [plain[drug.start : drug.end] for drug in drugs]
        return f"Can {names[0]} be given together with {names[1]}?" if alone else None
    pointed = _WITH_IT.match(plain[drugs[-1].end :])
    if pointed is not None and (hand := _in_hand(previous, before, {m.entry.term for m in drugs})) is not None:
        at = drugs[-1].end
        return capital(plain[: at + pointed.start("it")] + hand + plain[at + pointed.end("it") :])
    how = _BESIDE.match(plain[: drugs[0].start])
    if how is None or _BEHIND.match(plain[drugs[-1].end :]) is None:
        return None
    told = not plain.rstrip().endswith("?") and how["how"].lower() not in ("with", "plus")
    if told and not (how["too"] or re.match(r"\W*(?:and|if|what if)\b", plain, re.I)) and not _asks_of_one(previous):
        return None
    own = {mention.entry.term for mention in drugs}
    hand = _in_hand(previous, before, own)
    if hand is None or any(_in_its_place(mention.entry, previous) for mention in drugs):
        return None
    named = plain[drugs[0].start : drugs[-1].end]
    return f"Can {hand} be given together with {named}?"


def _in_hand(previous: Question, before: Before, own: set[str]) -> str | None:
    """The drug that was asked about: of two that were to go together the first."""
    asked = [entry.term for entry in previous.interventions if entry.kind == "drug" and entry.term not in own]
    if len(asked) == _MOST_NAMED and _TOGETHER.search(previous.text):
        asked = asked[:1]
    if not asked:
        asked = [name for name in topic_of(previous, before)[0] if name not in own]
    return asked[0] if len(asked) == 1 and not asked_which(previous, before) else None


def _asks_of_one(previous: Question) -> bool:
    """Whether a question is on a drug and not on what is given in an illness."""
    return len([entry for entry in previous.interventions if entry.kind == "drug"]) == 1 and not re.search(
        r"\b(?:which|what) (?:\w+ ){0,2}(?:drug|treatment|agent|antibiotic|anticoagulant)|\b(?:add|treat\w*|first[- ]line)\b",
        previous.text,
        re.I,
    )


def _in_its_place(entry: Entry, previous: Question) -> bool:
    """Whether a drug is of the kind of one that was asked about ("-xaban"), so that it could take its place."""
    target: Mention | None = alike(entry, previous)
    if target is None:
        return False
    other = target.entry
    return entry.term in other.members or other.term in entry.members or other.term[-5:] == entry.term[-5:]


def is_of_drugs_alone(text: str) -> bool:
    """Whether a question is on the interactions of drugs: whoever takes them."""
    return re.search(r"\bbe given together with\b|^which drugs interact with\b", text, re.I) is not None
