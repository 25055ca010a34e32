"""Corrections: "I meant Child-Pugh C", "no, in children", "not warfarin, apixaban"."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.analysis.wording import capital
from service.conversation.completion import alike
from service.conversation.fragments import is_whole, lacks_topic
from service.conversation.wording import joined

_BEGIN = r"^\W*(?:(?:no|nope|sorry|actually|pardon|oh|oops|wait|my mistake|rather)[,.!\s]+)*"
_CORRECTION = re.compile(
    rf"{_BEGIN}(?:i (?:meant|mean)(?: to (?:ask|say|write))?|i should have (?:said|written)|i was asking about|correction:?|make (?:that|it)|it should (?:be|read)|that should (?:be|read))\s+(?P<meant>.+)$"
    rf"|^(?P<behind>.+?)[,\s]+i (?:meant|mean)\W*$"
    rf"|{_BEGIN}not (?P<old>[\w -]+?)(?:,| but|;|:)\s+(?:but |rather )?(?P<new>.+)$"
    rf"|{_BEGIN}(?P<first>(?!(?:what|which|who|whom|how|when|where|why|is|are|do|does|did|can|could|should|would|must|may|if|and|but|or|it|he|she)\b)[\w -]{{3,40}}?),? (?:and )?not (?P<then>[\w -]+?)\W*$"
    r"|^\W*(?:(?:no|nope|oops|sorry|actually|wait)[,.!:\s]+)+(?P<after>(?!(?:i|you|it|that|this|what|which|who|how|when|where|why|is|are|do|does|can|should|the dose)\b)[^?.]{2,60})\W*$",
    re.I,
)
_INSTEAD = re.compile(r"\s+(?:instead of|rather than|not) (?P<old>[\w -]+?)\W*$", re.I)


def corrected(message: str, before: Question, glossary: Glossary) -> str | None:
    """The earlier question put right: the concept of the same kind is replaced, else what was meant is added. None where
    the message corrects nothing.
    """
    found = _CORRECTION.match(message)
    if found is None:
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
