"""Another form of the illness in hand: "and in the chronic form?", "in mild cases as well?", "the covert one?"."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.analysis.wording import capital
from service.conversation.before import Before, is_there
from service.conversation.outright import same_in
from service.conversation.topic import can_be_repeated
from service.conversation.wording import small

KINDS = (  # in which an illness comes
    r"acute|subacute|chronic|mild|moderate|severe|non-?severe|covert|overt|minimal|latent|active|early|late|advanced|stable|unstable|refractory|resistant|"
    r"recurrent|complicated|uncomplicated|compensated|decompensated|primary|secondary|acquired|congenital|subclinical|recent|persistent|paroxysmal|permanent"
)
_FORM = re.compile(
    rf"^\W*(?:(?:and|or|but|so|what about|how about|what of)\s+)*(?:(?:in|for|with)\s+)?(?:(?:the|an?|more)\s+)*(?P<kind>{KINDS})\s+(?:forms?|cases?|diseases?|ones?|variants?|types?|stages?)(?:\s+(?:as well|too|also|then))*\W*$",
    re.I,
)
_KIND_BEFORE = re.compile(rf"\b(?:{KINDS})\s+$", re.I)
_LONGEST = 16  # words of a question that is said again


def in_another_form(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """The question before, of the illness in the form that ``plain`` names; None where it names none, or the question
    before is on no illness, or on several.
    """
    found = _FORM.match(plain)
    text = previous.text
    if found is None or len(text.split()) > _LONGEST:
        return None
    there = [m for m in previous.mentions if m.entry.kind == "condition" and is_there(m, text)]
    if len({mention.entry.term for mention in there}) != 1:
        return None
    kind = found["kind"].lower()
    if not can_be_repeated(previous):  # typed in haste, or put together: as it would be asked alone
        asked = same_in("", [], [f"{kind} {there[0].entry.term}"], previous)
        if asked is not None:
            return asked
    start = there[0].start
    head = _KIND_BEFORE.sub("", text[:start])
    return capital(f"{head}{kind} {text[start:] if head else small(text[start:])}")
