"""Another drug in the place of the one in hand: "rivaroxaban instead?", "can I switch to apixaban?"."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.conversation.before import Before
from service.conversation.topic import people_of, topic_of, where_of

_AROUND = r"(?:and|or|but|so|ok|then|what|how|about|would|could|can|should|shall|may|do|i|we|you|use|give|try|go|for|him|her|them|it|that|the|this|just|on|patient|to|be|better|is|if|rather)"
_INSTEAD = re.compile(
    rf"^\W*(?:{_AROUND}\W+)*<drug>\W+(?:instead|rather)(?:\W+(?:of (?:it|that|this)|then))?\W*$", re.I
)
# "Or mycophenolate alone?": what else there is.
_OR = re.compile(
    r"^\W*or\W+(?:(?:maybe|just|perhaps|rather|simply)\W+)*<drug>\W+(?:mono|monotherapy|alone|only)\W*$", re.I
)
_SWITCH = re.compile(
    rf"^\W*(?:{_AROUND}\W+)*(?P<how>switch|chang|swap|convert|mov)(?:e|es|ed|ing|ping|ped|ting)?\W+(?:(?:him|her|them|it|that|over|across|the patient)\W+)*(?:to|on to|onto|for)\W+<drug>(?:\W+(?:instead|then|now))?\W*$",
    re.I,
)

_TURNED = re.compile(
    r"^\W*(?:(?:and|or|but|so|what|how|about|is|it|if)\W+)*(?:(?:the )?other way(?: a?round)?|vice versa|the reverse|(?:in )?the other direction|(?:and )?back)\W*$",
    re.I,
)
_MAY = re.compile(r"^\W*(?:(?:and|or|but|so|ok|then)\W+)*(?:can|could|should|may|would|shall)\b", re.I)


def switched(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """Whether, or how, the drug that ``plain`` names takes the place of the one in hand; None where it asks otherwise, or
    there is none.
    """
    question = analyse(plain, glossary)
    if len(question.mentions) != 1 or question.mentions[0].entry.kind != "drug":
        return None
    mention = question.mentions[0]
    form = f"{plain[: mention.start]}<drug>{plain[mention.end :]}"
    instead, switch = _INSTEAD.match(form) or _OR.match(form), _SWITCH.match(form)
    if instead is None and switch is None:
        return None
    drugs, conditions = topic_of(previous, before)
    old = next((name for name in drugs if name != mention.entry.term), None)
    if old is None or mention.entry.term in _members(old, glossary):
        return None
    new = plain[mention.start : mention.end]
    where = where_of(conditions, previous)
    people = people_of(previous)
    where += f" {people}" if people else ""
    if switch is None:
        return f"Can {new} be given instead of {old}{where}?"
    return f"Can {old} be switched to {new}{where}?" if _MAY.match(plain) else f"How is {old} switched to {new}{where}?"


def turned_round(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """The question before with its two drugs in each other's place ("and the other way round?"); None where a message asks
    for nothing of the kind, or it has not two.
    """
    drugs = [mention for mention in previous.mentions if mention.entry.kind == "drug"]
    if _TURNED.match(plain) is None or len({mention.entry.term for mention in drugs}) != 2 or len(drugs) != 2:
        return None
    (first, second), text = drugs, previous.text
    one, other = text[first.start : first.end], text[second.start : second.end]
    return text[: first.start] + other + text[first.end : second.start] + one + text[second.end :]


def _members(name: str, glossary: Glossary) -> tuple[str, ...]:
    entry = glossary.get(name)
    return tuple(entry.members) if entry is not None else ()
