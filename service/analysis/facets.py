"""The parts of a question that asks for more than one thing, or gives a reason before it asks.

"What dose is used, and in whom should it be avoided?" wants two answers; "Since it raises potassium, when is it
stopped?" wants one, of its second half. Each part is spelt out with the concepts of the whole, so that it can be
searched and answered by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary, Mention
from corpus.text import STOPWORDS, words
from service.analysis.long_case import in_short
from service.analysis.question import Question, analyse
from service.analysis.wording import capital
from service.patient_details import told_in

_WH = r"(?:what|which|who|whom|whose|how|when|where|why)"
_AUXILIARY = r"(?:is|are|do|does|did|can|could|should|would|will|must|may|has|have)"
_PREPOSITION = r"(?:in|with|for|by|at|to|from|on|until|about)"
# ", and in whom …", "? Which …", "; how …", " and what should …": where another thing is asked. Without a comma "and
# who has …" goes on with what stands before.
_NEXT = re.compile(
    rf"(?:[,;:]\s*(?:and|or|but|then|also)?|[.?!])\s+(?=(?:{_PREPOSITION}\s+)?{_WH}\b|{_AUXILIARY}\s+\w)"
    rf"|\s(?:and|or|but)\s+(?=(?:{_PREPOSITION}\s+whom|what|how|when|where|why)\b)",
    re.I,
)
_ASKS = re.compile(rf"^\W*(?:(?:and|or|but|then|also|so)\s+)?(?:{_PREPOSITION}\s+)?(?:{_WH}|{_AUXILIARY})\b", re.I)
_REASON = re.compile(
    r"^\W*(?:since|because|as|given(?: that)?|now that|seeing that|considering(?: that)?|although|though|while)\b"
    r"[^?]*?,\s+(?P<asked>[^?]{12,}\??.*)$",
    re.I,
)
_ASSUMES = re.compile(r"\W*(?:since|as|because|given|now that|why)\b", re.I)
_FEWEST_WORDS = 2  # besides stop words and question words, that a part must have to be one
_MOST = 3


def parts_of(question: Question, glossary: Glossary) -> list[Question]:
    """The parts, each as a question of its own; empty where the question is one piece."""
    text = question.text
    short = in_short(text, glossary)
    if short:
        return [analyse(short[0].text, glossary, question.carried).of(question.patient, question.beside)]
    reason = _REASON.match(text)
    asked = reason["asked"] if reason else text
    pieces = [piece.strip(" ,;:.") for piece in _split(asked)]
    pieces = [piece for piece in pieces if len(_content(piece)) >= _FEWEST_WORDS or glossary.find(piece)]
    pieces = [piece for position, piece in enumerate(pieces) if _ASKS.match(piece) or (position == 0 and not reason)]
    if pieces and not _ASKS.match(pieces[0]):  # a setting in front of what is asked
        pieces = pieces[1:] if len(pieces) > 2 else []
    if len(pieces) < 2 and reason is None:
        return []
    told = told_in(text, glossary)
    patient = f"{', '.join(text[start:end].strip(' ,') for start, end in sorted(told.values))}. " if told.values else ""
    return [
        analyse(patient + _whole(piece, question.mentions), glossary, question.carried).of(
            question.patient, question.beside
        )
        for piece in pieces[:_MOST]
    ]


def assumes(text: str) -> bool:
    """Whether a question begins with what it takes for granted ("Since …", "Why …"): that is held against the texts by
    itself (:mod:`service.premises`).
    """
    return _ASSUMES.match(text) is not None


def _split(text: str) -> list[str]:
    cuts = [match.start() for match in _NEXT.finditer(text)]
    starts = [0, *(match.end() for match in _NEXT.finditer(text))]
    return [text[start:end] for start, end in zip(starts, [*cuts, len(text)], strict=True)]


def _content(text: str) -> list[str]:
    return [word for word in words(text) if word not in STOPWORDS]


def _whole(piece: str, mentions: Sequence[Mention]) -> str:
    """The piece, with the concepts of the whole question that it does not name itself behind it."""
    there = piece.casefold()
    missing = [m.entry.term for m in mentions if not any(form.casefold() in there for form in m.entry.forms())]
    piece = piece.rstrip("?")
    behind = f" ({', '.join(dict.fromkeys(missing))})" if missing else ""
    return f"{capital(piece)}{behind}?"
