"""What leads into a list or a table: without it an item ("give aspirin") or a row may say the opposite, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.text import normalise, sentence_spans

_MARKED = re.compile(r"\s*\[@[^\[\]]*\]")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
_FOLLOWS = re.compile(r"\bthe following\b|\bas follows\b|\b(?:listed|given|shown|named|set out) below\b", re.I)
_NUMBERING = re.compile(r"^(?:section\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])\s+(?=\S)", re.I)
# A lead-in of this kind says too little without the heading above it ("Any one of these:").
_OPEN_BEGINNING = re.compile(r"^(?:this|these|that|those|the following|it|its|they|such|any|one|all|both)\b", re.I)
_STATES = re.compile(r":\s+\S.*\d|:\s+\d")  # "Weight 10 kg: 5 mg" says something, and leads into nothing
_SHORT = 4  # words up to which it says too little, too
_LONGEST_TITLE = 20  # words of a line without a full stop that is taken for a lead-in
# Words of a lead-in that tells nothing of what it leads into: whole sentences below it stand without it.
_EMPTY = frozenset(
    "a act action actions are as complete do follow following follows how in is method order perform procedure "
    "proceed recommend recommended step steps take the these this to use we".split()
)
# Under words like these even a whole sentence means something else than by itself.
_TURNS = re.compile(
    r"\b(?:not|never|no|none|nor|avoid\w*|don['’]?ts?|contra-?indicat\w*|with(?:hold|held)\w*|stop\w*|exclu\w+|except\w*|"
    r"unless|without|cannot|omit\w*|caution\w*|warning\w*|interact\w*|side.effects?|adverse|harms?|only)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Words that belong to all that they lead into. ``said``: as a lead-in; otherwise they are a heading."""

    words: str
    said: bool = False

    def belongs_to(self, text: str) -> bool:
        """Whether ``text``, an item below it, needs it: a heading is needed by what is no whole sentence, or by all
        where it turns the meaning.
        """
        whole = is_whole(text)
        if not whole or self.turns:
            return True
        return self.said and not {word.lower() for word in re.findall(r"[\w'’]+", self.words)} <= _EMPTY

    @property
    def turns(self) -> bool:
        """Whether what stands below it means something else than by itself."""
        return _TURNS.search(self.words) is not None

    def over(self, text: str) -> str:
        """``text`` after it."""
        return f"{self.words}{' ' if self.words.endswith('?') else ': '}{text}"

    def and_then(self, words: str) -> LeadIn:
        """The lead-in that a lead-in below it makes with it."""
        return LeadIn(self.over(words), said=True)


def is_whole(text: str) -> bool:
    """Whether an item looks like a whole sentence: it ends in a full stop and does not begin in small letters."""
    plain = _MARKED.sub("", text).strip()
    return _ENDED.search(plain) is not None and not plain[:1].islower()


def of_heading(heading: str) -> LeadIn | None:
    """The lead-in that a heading makes, without its number."""
    words = _NUMBERING.sub("", normalise(heading)).rstrip(" :.")
    return LeadIn(words) if words else None


def of_paragraph(paragraph: str, heading: LeadIn | None) -> LeadIn | None:
    """The lead-in at the end of the paragraph before a list or table; None where it leads into nothing.

    That is its last sentence where it ends in a colon, or says "the following"; and a short line without a full stop.
    """
    text = normalise(_MARKED.sub("", paragraph))
    spans = sentence_spans(text)
    if not spans:
        return None
    last = text[spans[-1][0] : spans[-1][1]]
    ended = _ENDED.search(last) is not None
    title = (
        not ended
        and not _STATES.search(last)
        and len(spans) == 1
        and len(last.split()) <= _LONGEST_TITLE
        and last[-1] not in ",;"
    )
    if not (last.rstrip("*_").endswith(":") or title or (ended and _FOLLOWS.search(last))):
        return None
    words = _NUMBERING.sub("", last.strip(" *_").rstrip(" :.?!…"))
    if len(spans) > 1 and _OPEN_BEGINNING.match(words) and len(words.split()) <= _SHORT:
        return LeadIn(f"{text[spans[-2][0] : spans[-2][1]]} {words}", said=True)
    return _with_heading(words, heading)


def of_item(item: str, above: LeadIn | None) -> LeadIn | None:
    """The lead-in that an item makes of the items inside it, with what leads into itself."""
    own = normalise(_MARKED.sub("", item)).rstrip(" :.;,")
    if not own:
        return above
    lead = above.and_then(own) if above is not None else LeadIn(own, said=True)
    return lead if item.rstrip().endswith(":") or not is_whole(item) else LeadIn(lead.words)


def _with_heading(words: str, heading: LeadIn | None) -> LeadIn:
    little = len(words.split()) <= _SHORT or _OPEN_BEGINNING.match(words) is not None
    if heading is None or not little or heading.words.casefold() in words.casefold():
        return LeadIn(words, said=True)
    return heading.and_then(words)
