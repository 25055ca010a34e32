"""Corrections: "I meant Child-Pugh C", "no, in children", "not warfarin, apixaban"."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.analysis.wording import capital
from service.conversation.another import alike
from service.conversation.before import Before
from service.conversation.fragments import is_whole, lacks_topic
from service.conversation.values import value_instead
from service.conversation.wording import joined
from service.measured import measures_named

# "No" that answers: with a mark behind it, or before what is said instead; not "no response to two doses".
_NO = (
    r"(?:nope|no(?=\s*[,.!:;–-]|\s+(?:in|for|with|after|before|during|on|at|not|only|just|the|a|an|i|it|its|he|she|they|we|my|this|that|"
    r"sorry|wait|actually|oh|rather|\d)\b))"
)
_BEGIN = rf"^\W*(?:(?:{_NO}|sorry|actually|pardon|oh|oops|wait|my mistake|rather)[,.!\s]+)*"
_CORRECTION = re.compile(
    rf"{_BEGIN}(?:i (?:meant|mean)(?: to (?:ask|say|write))?|i should have (?:said|written)|i was asking about|correction:?|make (?:that|it)|it should (?:be|read)|that should (?:be|read))\s+(?P<meant>.+)$"
    rf"|^(?P<behind>.+?)[,\s]+i (?:meant|mean)\W*$"
    rf"|{_BEGIN}not (?P<old>[\w -]+?)(?:,| but|;|:)\s+(?:but |rather )?(?P<new>.+)$"
    rf"|{_BEGIN}(?P<first>(?!(?:what|which|who|whom|how|when|where|why|is|are|do|does|did|can|could|should|would|must|may|if|and|but|or|it|he|she)\b)[\w -]{{3,40}}?),? (?:and )?not (?P<then>[\w -]+?)\W*$"
    rf"|^\W*(?:(?:{_NO}|oops|sorry|actually|wait)[,.!:\s]+)+(?P<after>(?!\s)(?!(?:i|you|it|that|this|what|which|who|how|when|where|why|is|are|do|does|can|should|the dose)\b)[^?.]{{2,60}})\W*$",
    re.I,
)
_NO_NAME = re.compile(r"^\W*no\s+(?P<name>[^,;.!?]{3,40})\W*$", re.I)
# Beside what is put right, it is asked on: a question of its own.
_ASKS_ON = re.compile(
    r"(?:[,;]|\band\b)\s*(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|must|may)\b",
    re.I,
)
_NOT_THAT = re.compile(
    rf"{_BEGIN}(?:(?:(?:it|s?he|that|they|(?:the|his|her) [\w -]{{2,20}}?)(?:['’]?s| is| was)?|aged?)\s+)?(?P<new>\d+(?:[.,]\d+)?)(?:\s?[\w/%]+)?,? (?:and )?not (?P<old>\d+(?:[.,]\d+)?)\b[\w /%]{{0,12}}\W*$",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\s*(?:\.{2,}|…|[,;–—-])\s*(?:(?:no|oh|oops)[,\s]+)?(?:sorry|i mean|i meant|rather)[,:]?\s+", re.I
)
_ARTICLE = re.compile(r"^(?:(?:the|his|her|my|an?)\s+)?", re.I)
_NAME_BEHIND, _NAME_AHEAD = re.compile(r"[\w+-]+$"), re.compile(r"[\w+-]+(?: (?!is\b|was\b)[\w+-]+)?")
_LAST_ARTICLE = re.compile(r"(?<!\w)(?:the|his|her|my|an?)\s+$", re.I)
_INSTEAD = re.compile(r"\s+(?:instead of|rather than|not) (?P<old>[\w -]+?)\W*$", re.I)


def corrected(message: str, before: Question, glossary: Glossary) -> str | None:
    """The earlier question put right: the concept of the same kind is replaced, else what was meant is added. None where
    the message corrects nothing.
    """
    found = _CORRECTION.match(message)
    if found is None:
        return _another_name(message, before, glossary)
    if found["after"] and _ASKS_ON.search(found["after"]):
        return None
    meant = next(text for text in (found[n] for n in ("meant", "behind", "new", "first", "after")) if text)
    meant = meant.strip().rstrip("?.! ")
    old = found["old"] or found["then"]
    instead = _INSTEAD.search(meant)
    if instead is not None:
        meant, old = meant[: instead.start()], instead["old"]
    question = analyse(meant, glossary)
    if found["meant"] and len(meant.split()) > 4 and is_whole(meant, question) and question.conditions:
        return capital(meant) + "?"  # "I meant to ask how gout is treated"
    if old:
        named = analyse(old, glossary).entries
        for mention in before.mentions:
            if mention.entry in named:
                return before.text[: mention.start] + meant + before.text[mention.end :]
        place = re.search(rf"(?<!\w){re.escape(old.strip())}(?!\w)", before.text, re.I)
        if place is not None:
            return before.text[: place.start()] + meant + before.text[place.end() :]
    bare = re.sub(r"^(?:in|for|with|after|before|during|on|of|at|to|from)\s+(?:an?\s+|the\s+)?", "", meant, flags=re.I)
    for mention in question.mentions:
        for other in before.mentions:
            if other.entry.term == mention.entry.term:  # the same score in another class: "I meant Child-Pugh C"
                end = other.end + len(_class_of(before.text[other.end :]))
                return before.text[: other.start] + bare + before.text[end:]
        target = alike(mention.entry, before)
        if target is not None:
            named_again = meant[mention.start : mention.end]
            text = bare if len(bare.split()) <= len(named_again.split()) + 2 else named_again
            return before.text[: target.start] + text + before.text[target.end :]
    return joined(before.text, meant)


def _another_name(message: str, before: Question, glossary: Glossary) -> str | None:
    """ "No dabigatran": the question before of another drug, where a message is its name and no more."""
    found = _NO_NAME.match(message)
    mentions = glossary.find(found["name"]) if found is not None else []
    if found is None or len(mentions) != 1 or mentions[0].entry.kind != "drug":
        return None
    target = alike(mentions[0].entry, before)
    if target is None or mentions[0].end - mentions[0].start != len(found["name"].strip()):
        return None
    return before.text[: target.start] + found["name"].strip() + before.text[target.end :]


def value_meant(message: str, before: Before, glossary: Glossary) -> str | None:
    """The question with the value that a message puts right ("I meant 14, normal size", "he's 14 not 9"), and what it says
    beside it; None where it puts none right.
    """
    if (instead := _NOT_THAT.match(message)) is not None:
        place = re.search(rf"(?<![\d.,]){re.escape(instead['old'])}(?![\d]|[.,]\d)", before.questions[-1])
        if place is not None:
            asked = before.questions[-1]
            return asked[: place.start()] + instead["new"] + asked[place.end() :]
    found = _CORRECTION.match(message)
    meant = (found["meant"] or found["behind"] or found["after"] or "") if found is not None else ""
    value, mark, rest = meant.partition(",")
    if not mark:
        value, mark, rest = meant.partition(" and ")
    if not mark:
        value, mark, rest = meant.partition(" with ")
        rest = f"with {rest}" if mark else ""
    if not re.search(r"\d", value) or _ASKS_ON.search(meant):
        return None
    asked_of = value_instead(value, before, glossary)
    return joined(asked_of, rest.strip()) if asked_of is not None and rest.strip() else asked_of


def without_false_start(message: str, glossary: Glossary) -> str:
    """A message without what it takes back itself ("the INR... sorry, the platelets are 28"): the name of a value, drug or
    illness right before "sorry", and behind it another of its kind.
    """
    for found in _TAKES_BACK.finditer(message):
        front, rest = message[: found.start()].rstrip(), message[found.end() :]
        if (start := _of_its_kind(front, _ARTICLE.sub("", rest), glossary)) is not None:
            return _LAST_ARTICLE.sub("", front[:start]) + (rest if front[:start].strip() else _ARTICLE.sub("", rest))
    return message


def _of_its_kind(front: str, rest: str, glossary: Glossary) -> int | None:
    """Where the last name of ``front`` begins, which ends it, if ``rest`` begins with another of its kind."""
    name, value = _NAME_BEHIND.search(front), _NAME_AHEAD.match(rest)
    if name is not None and value is not None and measures_named(name.group()) and measures_named(value.group()):
        return name.start()
    first = next((m for m in glossary.find(rest) if m.start == 0), None)
    last = next((m for m in glossary.find(front) if m.end == len(front)), None)
    return last.start if first is not None and last is not None and first.entry.kind == last.entry.kind else None


def aspect_meant(message: str, glossary: Glossary) -> str:
    """The aspect that was meant instead of the one that was asked about ("sorry, I meant the monitoring"); "" where a
    message puts right something else.
    """
    found = _CORRECTION.match(message)
    meant = (found["meant"] or found["behind"] or found["after"] or "").strip() if found is not None else ""
    if not meant or re.search(r"\d", meant):
        return ""
    question = analyse(meant, glossary)
    return meant if not question.entries and lacks_topic(question) else ""


def _class_of(text: str) -> str:
    found = re.match(r"\s+(?:(?:class|score|stage|grade|of|is)\s+)?(?:[A-D]\b|\d+(?:[.,]\d+)?)", text)
    return found.group() if found else ""
