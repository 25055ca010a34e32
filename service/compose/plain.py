"""What stands first where it is asked plainly of an illness ("how is X treated?"): the statement that says the very
thing, of its usual case. What is for fewer, advises against something, tells what a study found or adds to what was
said before it comes later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.glossary import Entry, Glossary, terms_of
from corpus.text import STOPWORDS, term_set
from service.analysis.question import FRAME_WORDS, Question, QuestionKind
from service.answer import Audience
from service.sentences.candidates import Candidate, names
from service.sentences.narrowed import Narrowing, forms_named
from service.sentences.plainly_told import (
    OF_TREATMENT,
    Ask,
    advises_against,
    asked_of,
    asks_what_is_done,
    defines,
    goes_on,
    is_hollow,
    is_item_of_score,
    is_on_prevention,
    is_told_of,
    seeks_causes,
    tells_a_finding,
    tells_effects,
)
from service.sentences.readers import is_for
from service.sentences.usefulness import log_odds

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
_LONGEST = 7  # words that carry a topic: a longer question tells of a case
_FRAME_TERMS = term_set(" ".join(sorted(FRAME_WORDS)))
_SEVERAL = re.compile(
    r"^\W*(?:as|since|because|given|if|after)\b|\band (?:how|when|what|which|who|whom|for how|where|why)\b|[?.!;]\s*\w",
    re.I,
)
_DENIES = re.compile(r"n't\b|\b(?:not|never|without|no|avoid\w*)\b", re.I)
_SCORE = re.compile(r"\bscores?\b|\bpoints?\b", re.I)
_NOT_PLAIN = (QuestionKind.DOSE, QuestionKind.INTERACTION, QuestionKind.COMPARISON)


class Plain:
    """How far sentences say what a plain question on ``topics`` asks (``ask``)."""

    def __init__(
        self, question: Question, ask: Ask, topics: Sequence[Entry], audience: Audience, glossary: Glossary
    ) -> None:
        self._ask = ask
        self._audience = audience
        self._glossary = glossary
        self._topics = topics
        self._kinds = {entry.term for entry in glossary.with_members(*topics)}
        self._forms = forms_named(question.text)
        self._on_score = _SCORE.search(question.text) is not None
        # The words that are neither what it is on nor only ask.
        asking = term_set(ask.asked.sub(" ", question.text))
        self._words = asking - STOPWORDS - _FRAME_TERMS - terms_of(glossary.family_of(*topics))
        self._narrowing = Narrowing(question.text, topics, glossary)

    def first(self, best: Candidate, others: Sequence[Candidate], worth: Callable[[Candidate], float]) -> Candidate:
        """What stands first: ``best``, unless it does not say plainly what is asked and one of ``others`` does, and is
        not much less likely to answer. ``worth``: the log-odds of coming first of each.
        """
        most = self._cost(best)
        if most <= 0:
            return best
        costs = ((candidate, self._cost(candidate)) for candidate in others)
        plainer = [
            (candidate, cost)
            for candidate, cost in costs
            if cost <= most - _PLAINER and self._names_it(candidate) and self._covers(candidate, best)
        ]

        def comes_first(entry: tuple[Candidate, float]) -> tuple[float, int]:
            candidate, cost = entry
            return worth(candidate) - (1 - _SHARE) * log_odds(candidate.useful) - cost, -candidate.order

        return max([(best, most), *plainer], key=comes_first)[0]

    def besides(self, likeliest: Sequence[Candidate], chosen: Sequence[Candidate]) -> list[Candidate]:
        """Those of ``likeliest`` that say it plainly, are near enough and not among ``chosen``: an answer may begin
        with one of them.
        """
        there = {c.position for c in chosen}
        floor = _NEAR_BEST * max(c.useful for c in chosen)
        relevant = _NEAR_RELEVANT * max(c.relevance for c in chosen)
        near = [c for c in likeliest if c.useful >= floor and c.relevance >= relevant and c.position not in there]
        return [c for c in near if self._cost(c) <= 0 and self._names_it(c)]

    def says(self, candidate: Candidate) -> bool:
        """Whether a sentence says what is asked."""
        if self._ask.name == "definition":
            return self._defines(candidate)
        return is_told_of(self._ask, candidate.text, self._named(candidate), candidate.heading)

    @property
    def asks_for_all(self) -> bool:
        """Whether all that is done for an illness is asked for, from its first step on."""
        return self._ask.name == "treatment"

    def _cost(self, candidate: Candidate) -> float:
        """What a sentence loses by all that keeps it from being the plain answer; 0 where it is."""
        asked, text, says = self._ask.name, candidate.text, self.says(candidate)
        cost = _SAYS_IT * (not says)
        cost += self._cost_of_fewer() * min(_MOST_WAYS, self._narrowing.count(text, candidate.context_terms))
        if asks_what_is_done(self._ask):
            cost += _AGAINST * advises_against(text) + _STUDY * tells_a_finding(text)
        if asked in OF_TREATMENT:
            cost += _OTHER_PURPOSE * is_on_prevention(text, self._named(candidate))
        if asked == "causes":
            cost += _EFFECTS * (tells_effects(text, self._named(candidate)) or seeks_causes(text))
        if asked == "prevention":
            cost += _NOT_ON_IT * (not says)
        cost += _HOLLOW * is_hollow(text) + _GOES_ON * goes_on(text)
        cost += _ITEM * (not self._on_score and is_item_of_score(text))
        return cost + _OTHER_READER * (not is_for(candidate.document, self._audience))

    def _cost_of_fewer(self) -> float:
        if self._ask.name in _OF_ITS_NATURE:
            return _FOR_FEWER / 2
        return 0.0 if self._ask.name in _BY_CASES else _FOR_FEWER

    def _covers(self, candidate: Candidate, best: Candidate) -> bool:
        """Whether a sentence has, itself or above it, each topic and word of the question that ``best`` has itself, but
        for those that only ask; is for the same people; and says what is asked, or as little as ``best`` does and is of
        the same part of an answer.
        """
        if not self._forms & forms_named(best.text) <= forms_named(candidate.text):
            return False
        if self._narrowing.is_for(best.text) and not self._narrowing.is_for(candidate.text):
            return False
        topics = [topic for topic in self._topics if topic.named_in(best.own_terms)]
        there = candidate.own_terms if len(self._topics) > 1 else candidate.around
        if not all(any(e.named_in(there) for e in self._glossary.with_classes(topic)) for topic in topics):
            return False
        return self._words & best.own_terms <= candidate.around and (
            self.says(candidate) or (candidate.role is best.role and not self.says(best))
        )

    def _names_it(self, candidate: Candidate) -> bool:
        """Whether a sentence names a topic or a kind of it; its class will do where no other kind of that is named, and
        the title above it where no other illness is.
        """
        if self._named(candidate):
            return True
        for topic in self._topics:
            if any(names(entry, candidate) for entry in self._glossary.with_members(topic)):
                return True
            for above in self._glossary.classes_of(topic):
                others = [entry for entry in self._glossary.members_of(above) if entry.term != topic.term]
                if names(above, candidate) and not any(names(entry, candidate) for entry in others):
                    return True
        if any(mention.entry.kind == "condition" for mention in self._glossary.find(candidate.text)):
            return False
        return any(topic.named_in(candidate.context_terms) for topic in self._topics)

    def _named(self, candidate: Candidate) -> list[tuple[int, int]]:
        """Where a sentence names a topic or a kind of it: from and to these characters."""
        return [(m.start, m.end) for m in self._glossary.find(candidate.text) if m.entry.term in self._kinds]

    def _defines(self, candidate: Candidate) -> bool:
        """Whether a sentence begins with the name of a topic and says what it is."""
        terms = {topic.term for topic in self._topics}
        first = next((m for m in self._glossary.find(candidate.text) if m.entry.term in terms), None)
        return first is not None and defines(candidate.text, (first.start, first.end))


def plain_of(question: Question, audience: Audience, glossary: Glossary) -> Plain | None:
    """What a plain question asks of an illness or a procedure alone; None where it names a drug, but for a class of
    which one may be asked for ("antibiotics"), tells of a case, or asks nothing of these.
    """
    if not asks_simply(question) or _DENIES.search(question.text) or question.kind in _NOT_PLAIN:
        return None
    if not all(glossary.members_of(entry) for entry in question.entries if entry.kind == "drug"):
        return None
    ask = asked_of(question.text)
    topics = [entry for entry in question.focus if entry.kind in ("condition", "procedure", "test", "other")]
    return Plain(question, ask, topics, audience, glossary) if ask is not None and topics else None


def asks_simply(question: Question) -> bool:
    """Whether a question asks one thing in few words, not for a yes or no, and tells nothing of a patient."""
    told = question.given or question.asked or question.yes_no or _SEVERAL.search(question.text)
    return not told and len(question.key_words) <= _LONGEST
