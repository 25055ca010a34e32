"""What a lay person's story asks, without the story: "had bloods back, platelets 74, I play rugby for the vets. Can I
still play?" asks whether somebody with few platelets may play.

Most of what is told around a question is no part of it, and a library has no word for it. Where nothing answers the
whole, each question of it is looked up with the illnesses and medicines that are told, then with what stands before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary
from service.analysis.question import Question, analyse
from service.measured import states_of

_FEWEST_WORDS = 18
_MOST = 3  # questions
_MOST_NAMED = 4
_LONGEST = 70  # characters of a question that is named as left open
_KINDS = ("drug", "condition", "procedure", "test")
_CUT = re.compile(
    r"(?<=[.?!])\s+|\n+|\s+[-–—]+\s+|"
    r",?\s+(?:and|also|but|or)\s+(?=(?:what|how|when|which|where|can|should|is it|do i|does it)\b)"
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|also|or|then|now|please|anyway)\b\W*)*"
    r"(?:what|which|when|where|why|how|who|is|are|does|do|did|can|could|may|should|will|would|must|has|any)\b",
    re.I,
)
_WH = re.compile(r"^\W*(?:(?:and|so|but|also)\b\W*)*(?:when|how|what|which|why)\b", re.I)  # asks of what it names alone
# Whether what is told can wait.
_WAITS = re.compile(
    r"\b(?:do|should|can|shall|must|need) (?:i|we|he|she|it|they|this|you)\b[^?]*\b(?:wait|leave it|ring|call|phone|"
    r"bother\w*|get (?:it|this) (?:looked at|checked)|see (?:a|the|my|someone)|go (?:to|in)|worry)\b",
    re.I,
)
_EMPTY_IT = re.compile(
    r"\bis it (?:ok|okay|safe|al ?right|all right|fine|normal|true|worth|possible|best) (?:to|for|that|if)\b", re.I
)
_REFERS = re.compile(r"\b(?:it|them|these|those|this|that)\b", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a story: in which words it is looked up, the likeliest first, how it is named where nothing
    answers it, and what an answer has to name one of.
    """

    readings: tuple[str, ...]
    name: str
    about: tuple[Entry, ...]
    refers: bool  # to something that stands elsewhere in the story


def questions_in(question: Question, glossary: Glossary) -> list[Asked]:
    """The questions of a story, as they stand in it; none where it is short, tells nothing or asks nothing."""
    text = question.text
    if len(text.split()) < _FEWEST_WORDS:
        return []
    pieces = [piece.strip() for piece in _CUT.split(text) if piece and piece.strip()]
    asking = [place for place, piece in enumerate(pieces) if piece.endswith("?") or _ASKS.match(piece)]
    if not asking or len(asking) == len(pieces):
        return []
    found = []
    for place in asking[:_MOST]:
        asked = pieces[place].rstrip(" ?!.")
        about = _told(question, asked, glossary)
        behind = f" ({', '.join(entry.term for entry in about)})" if about else ""
        before = pieces[place - 1].rstrip(" ?!.") if place and place - 1 not in asking else ""
        refers = _REFERS.search(_EMPTY_IT.sub(" ", asked)) is not None  # and is nothing without what that is
        alone, behind_it = f"{asked}{behind}?", f"{before}. {asked}{behind}?"
        if _WAITS.search(asked):  # of all that is told
            told = " ".join(piece for number, piece in enumerate(pieces) if number not in asking)
            readings = (f"{told.rstrip(' .!')}. When should a doctor be called{behind}?",)
            found.append(Asked(readings, asked[:_LONGEST], tuple(about), refers))
            continue
        readings = (*(() if refers else (alone,)), *((behind_it,) if before else ()))
        named = tuple(entry for entry in analyse(asked, glossary).entries if entry.kind in _KINDS)
        found.append(Asked(readings, asked[:_LONGEST], (*named, *about), refers))
    return found


def _told(question: Question, asked: str, glossary: Glossary) -> list[Entry]:
    """The illnesses, medicines and procedures that are told and not named in what is asked, first ones first."""
    named = [mention.entry for mention in glossary.find(asked)]
    there = {entry.term for entry in named}
    of_one = any(entry.kind == "drug" for entry in named) and _WH.match(asked) is not None
    states = (glossary.get(state) for state in states_of(question.values))
    told = [*filter(None, states), *(mention.entry for mention in question.mentions if mention.entry.kind in _KINDS)]
    return list(
        {
            entry.term: entry for entry in told if entry.term not in there and not (of_one and entry.kind == "drug")
        }.values()
    )[:_MOST_NAMED]
