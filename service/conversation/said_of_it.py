"""What was said of the illness in hand goes along with it: that it is severe, and what the patient does not have.

"Recent portal vein thrombosis, no cirrhosis: what to do?", then "and in the chronic form?": still of somebody without
cirrhosis. What the library does not tell apart is left out, and so is what the message says otherwise.
"""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.conversation.before import Before, is_there
from service.conversation.forms import KINDS
from service.conversation.wording import with_behind

_STAGE = r"(?:severe|mild|moderate|non-?severe|decompensated|compensated|life-threatening|refractory|uncomplicated|subclinical)"
_BEFORE_IT = re.compile(rf"\b(?P<stage>{_STAGE})\s+$", re.I)
_BY_ITSELF = re.compile(rf"\b(?:if|when|is|but|and|now)\s+(?P<stage>{_STAGE})\b(?!\s+\w)", re.I)
# Words that stage an illness otherwise: then it is no longer as it was.
_STAGES = re.compile(
    rf"\b(?:{_STAGE}|{KINDS}|critical\w*|high[- ]risk|low[- ]risk|severity|stages?|grade|class|score)\b",
    re.I,
)
_AFTER_DENIAL = r"\b(?:no|not|without|absence of|free of|outside)\s+(?:\w+\s+)?"


def as_it_was(core: str, message: str, before: Before, glossary: Glossary) -> str:
    """A question that goes on (``core``), with what the question before it said of the illness they share."""
    previous = analyse(before.questions[-1], glossary)
    own = analyse(core, glossary)
    shared = {entry.term for entry in own.conditions} & {entry.term for entry in previous.conditions}
    if not shared:
        return core
    if re.search(r"\d", message) is None and _STAGES.search(message) is None and _STAGES.search(core) is None:
        core = _staged(core, own, shared, previous)
    for name in _denied(previous, shared, before):
        if name not in {mention.entry.term for mention in glossary.find(f"{core} {message}")}:
            end = next(m for m in analyse(core, glossary).mentions if m.entry.term in shared).end
            listed = re.match(r"\s*(?:,|and\b|or\b)", core[end:]) is not None
            core = with_behind(core, f", without {name}") if listed else f"{core[:end]} without {name}{core[end:]}"
    return core


def _staged(core: str, own: Question, shared: set[str], previous: Question) -> str:
    """The question with how severe the illness was said to be."""
    for mention in previous.mentions:
        if mention.entry.term in shared:
            found = _BEFORE_IT.search(previous.text[: mention.start]) or _BY_ITSELF.search(previous.text)
            place = next(m for m in own.mentions if m.entry.term == mention.entry.term).start
            return f"{core[:place]}{found['stage'].lower()} {core[place:]}" if found is not None else core
    return core


def _denied(previous: Question, shared: set[str], before: Before) -> list[str]:
    """The illnesses that the question before said are not there, where the answer to it tells those without them apart."""
    names = [
        mention.entry
        for mention in previous.mentions
        if mention.entry.kind == "condition"
        and mention.entry.term not in shared
        and not is_there(mention, previous.text)
    ]
    told = " ".join(before.said)
    return [
        entry.term
        for entry in dict.fromkeys(names)
        if any(re.search(rf"{_AFTER_DENIAL}{re.escape(form)}", told, re.I) for form in entry.forms())
    ]
