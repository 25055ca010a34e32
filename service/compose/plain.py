"""What stands first where it is asked plainly of an illness ("how is X treated?"): the statement that says the very
thing, of its usual case. What is for fewer, advises against something, tells what a study found or adds to what was
said before it comes later.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from corpus.glossary import Entry, Glossary
from corpus.text import STOPWORDS, term_set
from service.analysis.question import FRAME_WORDS, Question, QuestionKind
from service.answer import Audience
from service.sentences.candidates import Candidate
from service.sentences.narrowed import Narrowing, forms_named
from service.sentences.plainly_told import (
    Ask,
    advises_against,
    asked_of,
    asks_for_treatment,
    defines,
    goes_on,
    is_hollow,
    is_item_of_score,
    is_on_prevention,
    is_told_of,
    seeks_causes,
    tells_effects,
)
from service.sentences.readers import is_for

_SAYS_IT = 1.4  # log-odds of coming first
_FOR_FEWER, _MOST_WAYS = 1.4, 2  # for each way in which it is on fewer, up to so many
_HOLLOW = 1.5
_AGAINST = 1.2
_STUDY = 1.4
_NOT_ON_IT = 1.0  # what prevents nothing, where it is asked how something is prevented
_GOES_ON = 0.8
_ITEM = 1.0  # of a score, where none is asked about
_EFFECTS = 1.5  # what the illness brings about, or is done about its causes, where it is asked what brings it about
_SHARE = 0.6  # of how likely it is one that the answer should hold, where it is known what says it
_OTHER_PURPOSE = 1.5  # prevention where treatment is asked for
_OTHER_READER = 1.5  # a text for patients, where one for clinicians says it
_NEAR_BEST, _NEAR_RELEVANT = 0.02, 0.66  # shares of the best that what was not chosen must reach to come first
# What is told of few cases tells something of all; and what says in which cases.
_OF_ITS_NATURE = frozenset({"definition", "complications", "outlook"})
_BY_CASES = frozenset({"for whom", "where to", "causes"})
_PLAINER = 0.7  # by so much less one must lose to come before another
LONGEST = 7  # words that carry a topic: a longer question tells of a case
_FRAME_TERMS = term_set(" ".join(sorted(FRAME_WORDS)))
SEVERAL = re.compile(
    r"^\W*(?:as|since|because|given|if|after)\b|\band (?:how|when|what|which|who|whom|for how|where|why)\b|[?.!;]\s*\w",
    re.I,
)
_DENIES = re.compile(r"n't\b|\b(?:not|never|without|no|avoid\w*)\b", re.I)
_SCORE = re.compile(r"\bscores?\b|\bpoints?\b", re.I)
_NOT_PLAIN = (QuestionKind.DOSE, QuestionKind.INTERACTION, QuestionKind.COMPARISON)


class Plain:
    """How far sentences say what a plain question on an illness asks; for any other question nothing is gained."""

    def __init__(self, question: Question, audience: Audience, glossary: Glossary) -> None:
        self._text = question.text
        self._ask = asked_of(question.text)
        self._audience = audience
        self._glossary = glossary
        self._topics = _topics(question)
        self.applies = is_plain(question, glossary) and bool(self._topics)
        self._on_score = _SCORE.search(question.text) is not None
        self._words = _words(question, self._topics, self._ask, glossary)
        self._narrowing = Narrowing(question.text, self._topics, glossary)

    def first(self, best: Candidate, others: Sequence[Candidate], worth: Callable[[Candidate], float]) -> Candidate:
        """What stands first: ``best``, unless it does not say plainly what is asked and one of ``others`` does, and is
        not much less likely to answer. ``worth``: the log-odds of coming first of each.
        """
        cost = self._cost(best) if self.applies and self._ask is not None else 0.0
        plainer = [c for c in others if self._is_plainer(c, cost) and self._covers(c, best)] if cost > 0 else []
        return max([best, *plainer], key=lambda c: (worth(c) - _held_back(c) - self._cost(c), -c.order))

    def _cost(self, candidate: Candidate) -> float:
        """What a sentence loses by all that keeps it from being the plain answer; 0 where it is."""
        ask, text = self._ask, candidate.text
        cost = _SAYS_IT * (ask is not None and not self._says(candidate))
        cost += self._cost_of_fewer() * min(_MOST_WAYS, self._fewer(candidate))
        if ask is None or asks_for_treatment(ask):
            cost += _AGAINST * advises_against(text) + _STUDY * self._narrowing.is_study(text)
        if ask is not None and ask.name in ("treatment", "first treatment"):
            cost += _OTHER_PURPOSE * is_on_prevention(text, _named(text, self._topics, self._glossary))
        if ask is not None and ask.name == "causes":
            effects = tells_effects(text, _named(text, self._topics, self._glossary))
            cost += _EFFECTS * (effects or seeks_causes(text))
        if ask is not None and ask.name == "prevention":
            cost += _NOT_ON_IT * (not self._says(candidate))
        cost += _HOLLOW * is_hollow(text) + _GOES_ON * goes_on(text)
        cost += _ITEM * (not self._on_score and is_item_of_score(text))
        return cost + _OTHER_READER * (not is_for(candidate.document, self._audience))

    def _is_plainer(self, candidate: Candidate, cost: float) -> bool:
        """Whether a sentence names what is asked about and says it more plainly than one that loses ``cost``."""
        return self._cost(candidate) <= cost - _PLAINER and self._names_it(candidate)

    def _covers(self, candidate: Candidate, best: Candidate) -> bool:
        """Whether a sentence has, itself or above it, each topic and word of the question that ``best`` has itself, but
        for those that only ask; is for the same people; and says what is asked, or as little as ``best`` does and is of
        the same part of an answer.
        """
        if not forms_named(self._text) & forms_named(best.text) <= forms_named(candidate.text):
            return False
        told = self._words & best.own_terms
        if self._narrowing.is_for(best.text) and not self._narrowing.is_for(candidate.text):
            return False
        topics = [topic for topic in self._topics if topic.named_in(best.own_terms)]
        there = candidate.own_terms if len(self._topics) > 1 else candidate.around
        if not all(any(e.named_in(there) for e in self._glossary.with_classes(topic)) for topic in topics):
            return False
        return told <= candidate.around and (
            self._says(candidate) or (candidate.role is best.role and not self._says(best))
        )

    def _names_it(self, candidate: Candidate) -> bool:
        """Whether a sentence names a topic or a kind of it; its class will do where no other kind of that is named, and
        the title above it where no other illness is.
        """
        if _named(candidate.text, self._topics, self._glossary):
            return True
        for topic in self._topics:
            if any(entry.named_in(candidate.own_terms) for entry in (topic, *self._glossary.members_of(topic))):
                return True
            for above in self._glossary.classes_of(topic):
                others = [entry for entry in self._glossary.members_of(above) if entry.term != topic.term]
                if above.named_in(candidate.own_terms) and not any(e.named_in(candidate.own_terms) for e in others):
                    return True
        if any(mention.entry.kind == "condition" for mention in self._glossary.find(candidate.text)):
            return False
        return any(topic.named_in(candidate.context_terms) for topic in self._topics)

    def says(self, candidate: Candidate) -> bool:
        """Whether a sentence says what is asked plainly."""
        return self.applies and self._says(candidate)

    def besides(self, likeliest: Sequence[Candidate], chosen: Sequence[Candidate]) -> list[Candidate]:
        """Those of ``likeliest`` that say it plainly, are near enough and not among ``chosen``: an answer may begin
        with one of them.
        """
        if not self.applies or self._ask is None or not chosen:
            return []
        there = {c.position for c in chosen}
        floor = _NEAR_BEST * max(c.useful for c in chosen)
        relevant = _NEAR_RELEVANT * max(c.relevance for c in chosen)
        return [
            c
            for c in likeliest
            if c.position not in there
            and c.useful >= floor
            and c.relevance >= relevant
            and self._is_plainer(c, _PLAINER)
        ]

    @property
    def asks_for_all(self) -> bool:
        """Whether all that is done for an illness is asked for, from its first step on."""
        return self.applies and self._ask is not None and self._ask.name == "treatment"

    def _cost_of_fewer(self) -> float:
        if self._ask is not None and self._ask.name in _OF_ITS_NATURE:
            return _FOR_FEWER / 2
        return 0.0 if self._ask is not None and self._ask.name in _BY_CASES else _FOR_FEWER

    def _fewer(self, candidate: Candidate) -> int:
        return self._narrowing.count(candidate.text, candidate.context_terms)

    def _says(self, candidate: Candidate) -> bool:
        if self._ask is None:
            return False
        if self._ask.name == "definition":
            return _defines(candidate.text, self._topics, self._glossary)
        names = _named(candidate.text, self._topics, self._glossary)
        return is_told_of(self._ask, candidate.text, names, candidate.heading)


def _words(question: Question, topics: Sequence[Entry], ask: Ask | None, glossary: Glossary) -> frozenset[str]:
    """The index terms of a question without those of what it is on and of what only asks."""
    asking = question.text if ask is None else ask.asked.sub(" ", question.text)
    words = term_set(asking) - STOPWORDS - _FRAME_TERMS
    return frozenset(words) - {
        term for entry in glossary.family_of(*topics) for form in entry.term_sets for term in form
    }


def _held_back(candidate: Candidate) -> float:
    """What of its likelihood does not count among sentences that are told apart by how plainly they say it."""
    likely = min(max(candidate.useful, 1e-6), 1 - 1e-6)
    return (1 - _SHARE) * math.log(likely / (1 - likely))


def is_plain(question: Question, glossary: Glossary) -> bool:
    """Whether a question is on an illness or procedure alone: it tells nothing of a patient and names no drug, but for
    a class of which one may be asked for ("antibiotics").
    """
    if SEVERAL.search(question.text) or _DENIES.search(question.text):
        return False
    if question.values or question.asked or question.yes_no or question.kind in _NOT_PLAIN:
        return False
    drugs = [entry for entry in question.entries if entry.kind == "drug"]
    return len(question.key_words) <= LONGEST and all(glossary.members_of(entry) for entry in drugs)


def _topics(question: Question) -> list[Entry]:
    return [entry for entry in question.focus if entry.kind in ("condition", "procedure", "test", "other")]


def _defines(text: str, topics: Sequence[Entry], glossary: Glossary) -> bool:
    """Whether a sentence begins with the name of a topic and says what it is."""
    terms = {entry.term for entry in topics}
    first = next((m for m in glossary.find(text) if m.entry.term in terms), None)
    return first is not None and defines(text, (first.start, first.end))


def _named(text: str, topics: Sequence[Entry], glossary: Glossary) -> list[tuple[int, int]]:
    """Where a sentence names one of ``topics`` or a kind of it: from and to these characters."""
    terms = {entry.term for topic in topics for entry in (topic, *glossary.members_of(topic))}
    return [(m.start, m.end) for m in glossary.find(text) if m.entry.term in terms]
