"""Several questions typed as one message: "what dose? and for how long", "when to call renal and when dialysis"."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.conversation.fragments import SETTING, content_of, is_plain_question, is_whole
from service.conversation.wording import sentences

_MOST = 3  # questions of one message that are each understood by themselves
_AND = r"(?:(?:and|or|also|but|plus|&)\s+)*"
_WH = r"(?:(?:from|until|till|since|at|for|by|in|with|to) )?(?:what|which|who|how|when|where|why)\b(?! (?:if|then|about|else|next|now)\b)"
_AUX = r"(?:is|are|do|does|did|can|could|should|would|will|must|may|any)\b"
_ASKS = re.compile(rf"^\W*{_AND}(?:{_WH}|{_AUX})", re.I)
_ASKS_WHAT = re.compile(rf"^\W*{_AND}{_WH}", re.I)
_SEAM = re.compile(rf"(?:\s*[,;]\s*(?:and |or |& |also )?|\s+(?:and|&|plus)\s+)(?={_WH})", re.I)
_LONGEST = 12  # words of a message that is cut where it has no mark


def questions_of(plain: str, glossary: Glossary) -> list[str]:
    """The questions of a message that asks more than one thing, each as it was typed; empty for any other message.

    They are told apart by their marks ("dose? and for how long"), else, in what was typed in haste, by the words that
    ask ("when to call renal and when dialysis").
    """
    pieces = sentences(plain)
    if len(pieces) > 1:
        marked = all(piece.endswith("?") for piece in pieces[:-1])
        last = pieces[-1]
        asks = last.endswith("?") or _also_in(last) or (_ASKS.match(last) is not None and _stands(last, glossary))
        return pieces if marked and asks and len(pieces) <= _MOST else []
    if len(plain.split()) > _LONGEST or _ASKS_WHAT.match(plain) is None or SETTING.match(plain):
        return []
    parts = [part.strip() for part in _SEAM.split(plain) if part.strip()]
    if not 1 < len(parts) <= _MOST:
        return []
    first = analyse(parts[0], glossary)
    if is_whole(parts[0], first) and is_plain_question(parts[0]):
        return []  # one whole question in two halves
    if not all(_names_something(part, glossary) for part in parts):
        return []  # "what dose and how long": of one and the same
    return [part if part.endswith("?") else f"{part}?" for part in parts]


def _stands(text: str, glossary: Glossary) -> bool:
    """Whether a last question without its mark goes on from the one before it, or names something."""
    return re.match(r"^\W*(?:and|also|but|plus)\b", text, re.I) is not None or _names_something(text, glossary)


def _names_something(text: str, glossary: Glossary) -> bool:
    question = analyse(text, glossary)
    return bool(question.entries or content_of(question))


def _also_in(text: str) -> bool:
    """ "Also in dialysis": the same in a setting."""
    rest = re.sub(rf"^\W*{_AND}", "", text, flags=re.I)
    return rest != text and SETTING.match(rest) is not None
