"""What was said before a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from corpus.glossary import Glossary

_KINDS = ("condition", "drug", "procedure")
_FADES = 0.6  # what each turn that lies between leaves of the weight of a concept
_TYPED = 0.5  # more for what the asker wrote in so many words


def _nothing() -> AbstractSet[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Before:
    """The conversation so far, oldest first.

    ``questions``: the standalone questions; ``messages``: the same as they were typed (empty: as the questions);
    ``said``: the statements of the last answer in the order in which they are read; ``unsupported``: clinical terms of
    drugs of the last question that no source recommends for what was asked; ``about``: conditions that the text is on
    which the last answer rests most; ``abouts``: the same of each answer, as far as known; ``near``: gives the terms
    (see :func:`corpus.text.terms`) of the texts that the last answer cites, asked for only where it matters;
    ``title``: what the text is called on which the last answer rests, up to a colon; ``text``: the id of the text in hand; ``weights``: how much each concept
    was spoken of (see :meth:`weighed`).
    """

    questions: Sequence[str] = ()
    messages: Sequence[str] = ()
    said: Sequence[str] = ()
    unsupported: Collection[str] = ()
    about: Sequence[str] = ()
    abouts: Sequence[Sequence[str]] = ()
    near: Callable[[], AbstractSet[str]] = _nothing
    title: str = ""
    text: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def typed(self) -> Sequence[str]:
        """The messages as they were typed."""
        return self.messages or self.questions

    def weighed(self, glossary: Glossary, begins: re.Pattern[str]) -> Before:
        """The same with the weight of each condition, drug and procedure since the topic was changed last (by a message
        that ``begins`` matches): what was asked about again and again, and what the answers' texts are on, outweighs
        what was named in passing.
        """
        weights: dict[str, float] = {}
        share = 1.0
        for place in reversed(range(len(self.questions))):
            typed = self.typed[place]
            named = dict.fromkeys(_named(self.questions[place], glossary), share)
            named |= dict.fromkeys(_named(typed, glossary), share * (1 + _TYPED))
            last = place == len(self.questions) - 1
            for term in self.abouts[place] if place < len(self.abouts) else self.about if last else ():
                named[term] = named.get(term, 0.0) + share
            for term, weight in named.items():
                weights[term] = weights.get(term, 0.0) + weight
            if begins.search(typed):
                break
            share *= _FADES
        return replace(self, weights=weights)

    def is_on(self, names: Collection[str], glossary: Glossary) -> bool:
        """Whether the text on which the last answer rests is on one of the drugs ``names`` or a class of them."""
        there = {m.entry.term: m.entry for m in glossary.find(self.title)}
        return any(name in there or any(name in entry.members for entry in there.values()) for name in names)

    def outstanding(self, names: Sequence[str], least: float) -> list[str]:
        """Those of ``names`` that have at least the share ``least`` (0 to 1) of the greatest weight among them."""
        highest = max((self.weights.get(name, 0.0) for name in names), default=0.0)
        return [name for name in names if self.weights.get(name, 0.0) >= least * highest]


def _named(text: str, glossary: Glossary) -> list[str]:
    return [mention.entry.term for mention in glossary.find(text) if mention.entry.kind in _KINDS]
