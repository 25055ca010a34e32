"""What was said before a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from corpus.glossary import Glossary, Mention
from service.analysis.question import analyse
from service.analysis.ruled_out import passed_over
from service.conversation.fragments import OPENING, SETTING
from service.conversation.in_passing import without_reason

_KINDS = ("condition", "drug", "procedure")
_NOT_THERE = re.compile(r"\b(?:no|not|without|denies|non)[\s-]+(?:an? |any |known )?$", re.I)
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
    ``just_set``: concepts that the last message puts a question in ("with cirrhosis?");
    ``title``: what the text is called on which the last answer rests, up to a colon; ``text``: the id of the text in
    hand; ``texts``: of each answer the id of the text that it cites most ("": none); ``weights``: how much each concept
    was spoken of, ``thread``: the same by kind, of the last question and those that it goes on with (see
    :meth:`weighed`); ``conditions``: all that were spoken of since the topic was changed last, those
    first that the asker named in so many words, of these the weightiest.
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
    texts: Sequence[str] = ()
    thread: Mapping[str, Sequence[str]] = field(default_factory=dict)
    just_set: Collection[str] = ()
    conditions: Sequence[str] = ()

    @property
    def typed(self) -> Sequence[str]:
        """The messages as they were typed."""
        return self.messages or self.questions

    @property
    def is_unanswered(self) -> bool:
        """Whether the last question is known to have found no answer."""
        return 0 < len(self.questions) <= len(self.texts) and not self.texts[len(self.questions) - 1]

    def weighed(self, glossary: Glossary, begins: re.Pattern[str]) -> Before:
        """The same with the weight of each condition, drug and procedure since the topic was changed last (by a message
        that ``begins`` matches): what was asked about again and again, and what the answers' texts are on, outweighs
        what was named in passing.
        """
        weights: dict[str, float] = {}
        thread: dict[str, dict[str, None]] = {}
        goes_on = True
        share = 1.0
        out: frozenset[str] = frozenset()  # drugs that could not be given, or failed: what was said of them is over
        for place in reversed(range(len(self.questions))):
            typed = self.typed[place]
            asker = without_reason(typed, glossary) if place else typed
            for text in (self.questions[place], asker):
                out |= passed_over(analyse(text, glossary))
            named = {name: share for name in _named(self.questions[place], glossary) if name not in out}
            named |= {name: share * (1 + _TYPED) for name in _named(asker, glossary) if name not in out}
            last = place == len(self.questions) - 1
            for term in self.abouts[place] if place < len(self.abouts) else self.about if last else ():
                named[term] = named.get(term, 0.0) + share
            for term, weight in named.items():
                weights[term] = weights.get(term, 0.0) + weight
            for term in named if goes_on else ():
                entry = glossary.get(term)
                thread.setdefault(entry.kind if entry is not None else "", {})[term] = None
            if begins.search(typed):
                break
            goes_on = goes_on and self._goes_on(place)
            share *= _FADES
        by_weight = {kind: sorted(names, key=lambda name: -weights[name]) for kind, names in thread.items()}
        known = [name for name in weights if (entry := glossary.get(name)) is not None and entry.kind == "condition"]
        by_asker = {name for text in self.typed for name in _named(text, glossary)}
        known.sort(key=lambda name: (name not in by_asker, -weights[name]))
        return replace(
            self, weights=weights, thread=by_weight, just_set=_set_in(self.typed, glossary), conditions=known
        )

    def spoken_of(self, kind: str) -> list[str]:
        """The concept of ``kind`` of which the last question and those that it goes on with spoke most; at most one."""
        return list(self.thread.get(kind, ()))[:1]

    def heard(self) -> list[str]:
        """The condition of which most was spoken since the topic was changed last, of those first that the asker named; at
        most one. For what is asked of the patient: an aside ("statin: when?") leaves the illness.
        """
        return list(self.conditions[:1])

    def until(self, place: int, begins: re.Pattern[str], glossary: Glossary) -> Before:
        """The conversation as it was after the question at ``place`` and those that went on with it (until a message that
        ``begins`` matches, a question of its own, or another topic), with what it rested on then.
        """
        while place + 1 < len(self.questions) and self._goes_on(place + 1):
            if begins.search(self.typed[place + 1]) or self._is_elsewhere(place + 1, glossary):
                break
            place += 1
        end = place + 1
        text = self.texts[place] if place < len(self.texts) else ""
        about = self.abouts[place] if place < len(self.abouts) else ()
        return Before(self.questions[:end], self.messages[:end], (), about=about, abouts=self.abouts[:end], text=text)

    def _is_elsewhere(self, place: int, glossary: Glossary) -> bool:
        """Whether a message names an illness, and what it was understood as has nothing in common with the question before
        it ("what about atrial fibrillation: which drug?" after one on gout).
        """
        named = {m.entry.term for m in glossary.find(self.typed[place]) if m.entry.kind == "condition"}
        common = set(_named(self.questions[place], glossary)) & set(_named(self.questions[place - 1], glossary))
        return bool(named) and not common

    def _goes_on(self, place: int) -> bool:
        """Whether a question was completed from those before it, or found no answer: it changed no topic."""
        unanswered = place < len(self.texts) and not self.texts[place]
        return unanswered or self.questions[place].strip() != " ".join(self.typed[place].split())

    def is_on(self, names: Collection[str], glossary: Glossary) -> bool:
        """Whether the text on which the last answer rests is on one of the drugs ``names`` or a class of them."""
        there = {m.entry.term: m.entry for m in glossary.find(self.title)}
        return any(name in there or any(name in entry.members for entry in there.values()) for name in names)

    def outstanding(self, names: Sequence[str], least: float) -> list[str]:
        """Those of ``names`` that have at least the share ``least`` (0 to 1) of the greatest weight among them, and what
        the last message put it in.
        """
        highest = max((self.weights.get(name, 0.0) for name in names), default=0.0)
        return [n for n in names if self.weights.get(n, 0.0) >= least * highest or n in self.just_set]


def _set_in(typed: Sequence[str], glossary: Glossary) -> list[str]:
    """What the last message, a mere setting, names."""
    if not typed:
        return []
    opening = OPENING.match(typed[-1])
    rest = typed[-1][opening.end() :] if opening else typed[-1]
    return _named(rest, glossary) if SETTING.match(rest) else []


def _named(text: str, glossary: Glossary) -> list[str]:
    """Terms of the drugs, procedures and conditions that a text names, but for those that it says are not there."""
    return [m.entry.term for m in glossary.find(text) if m.entry.kind in _KINDS and is_there(m, text)]


def is_there(mention: Mention, text: str) -> bool:
    """Whether ``text`` does not say of what it mentions that it is not there ("no fever")."""
    return _NOT_THERE.search(text[: mention.start]) is None
