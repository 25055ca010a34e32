"""Other people, or another thing that something is done for, in the place of those asked about: "and for a 3 year old?"
after a dose for adults, "and for a paracentesis?" after a liver biopsy, "and B?" after Child-Pugh C.
"""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.conversation.before import Before
from service.conversation.fragments import OPENING
from service.conversation.topic import can_be_repeated

_AGED = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?(?:years?|yrs?|y|months?|weeks?|days?)?[- ]?"
    r"(?:olds?|yo|y/o)\b"
)
_PEOPLE = re.compile(
    rf"\b(?:in|for|among|with) (?:an? |the )?(?:\w+ )?(?:{_AGED}(?: (?:man|woman|boy|girl|child|patient|infant|baby))?|"
    r"(?:adult|child(?![- ]?(?:turcotte|pugh))|infant|neonate|newborn|toddler|teenager|adolescent|bab(?:y|ie))s?|children|(?:the )?elderly|"
    r"(?:older|elderly|old|frail) (?:people|adults|patients|men|women))\b",
    re.I,
)
_MARK = re.compile(
    r"\W*(?:(?:and|or|in|if|with|for|what about) )*(?:(?P<name>class|stage|grade|nyha|child[- ]?pugh) )?(?P<mark>[A-D]|[IV]{1,3}|[1-5][ab]?)",
    re.I,
)
_FOR = re.compile(r"^\W*(?P<how>for|before)\s+(?:(?:an?|the|his|her)\s+)?", re.I)
_ARTICLES = r"\s+(?:(?:an?|the|his|her)\s+)?$"
_DONE_FOR = {"for": ("procedure", "condition"), "before": ("procedure",)}


def in_its_place(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """The question before of the people, of the procedure or of the use that ``plain`` names and nothing else; None where
    it was not asked of others of the kind.
    """
    opening = OPENING.match(plain)
    rest = (plain[opening.end() :] if opening else plain).strip().rstrip("?.! ")
    if (mark := _MARK.fullmatch(rest)) is not None:
        return _of_the_class(mark, previous)
    if not can_be_repeated(previous):
        return None
    if _PEOPLE.fullmatch(rest):
        found = _PEOPLE.search(previous.text)
        return f"{previous.text[: found.start()]}{rest}{previous.text[found.end() :]}" if found is not None else None
    how = _FOR.match(rest)
    named = analyse(rest, glossary).mentions
    if how is None or len(named) != 1 or (named[0].start, named[0].end) != (how.end(), len(rest)):
        return None
    own = named[0].entry
    if own.kind not in _DONE_FOR[how["how"].lower()]:
        return None
    for mention in previous.mentions:
        other = re.search(rf"\b{how['how']}{_ARTICLES}", previous.text[: mention.start], re.I)
        if other is not None and mention.entry.kind == own.kind and mention.entry.term != own.term:
            return f"{previous.text[: other.start()]}{rest}{previous.text[mention.end :]}"
    return None


def with_class_named(message: str, asked: str) -> str:
    """A message that is a mere class or stage ("and C?") with the name of that in the question ``asked`` before it; any
    other as it is.
    """
    opening = OPENING.match(message)
    rest = (message[opening.end() :] if opening else message).strip().rstrip("?.! ")
    mark = _MARK.fullmatch(rest)
    found = _class_in(mark, asked) if mark is not None else None
    if mark is None or found is None:
        return message
    return f"{asked[found.start() : found.start('mark')]}{mark['mark'].upper()}"


def _of_the_class(mark: re.Match[str], previous: Question) -> str | None:
    """The question before of another class, stage or grade of the same score."""
    found = _class_in(mark, previous.text)
    if found is None:
        return None
    return f"{previous.text[: found.start('mark')]}{mark['mark'].upper()}{previous.text[found.end('mark') :]}"


def _class_in(mark: re.Match[str], asked: str) -> re.Match[str] | None:
    """Where a question has a class of the kind that ``mark`` is; None where it has none."""
    name = (mark["name"] or r"(?:child[- ]?(?:turcotte[- ])?pugh|class|stage|grade|nyha)").strip()
    if not mark["name"] and mark["mark"].isdigit():
        return None
    stands = rf"\b(?P<name>{name})(?: (?:class|stage|score))? (?P<mark>[A-D]|[IV]{{1,3}}|[1-5][ab]?)\b"
    return re.search(stands, asked, re.I)
