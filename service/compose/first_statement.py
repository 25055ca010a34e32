"""Which statement stands first: the one that says what was asked for, of those that an answer holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.glossary import Entry, Glossary
from corpus.text import terms
from service.analysis.permission import deed_asked
from service.analysis.question import Question, QuestionKind
from service.analysis.taken import taken_already
from service.answer import Audience
from service.compose.attack import Attack
from service.compose.default_first import default_first
from service.compose.help_later import calls_too_early
from service.compose.instead import Instead
from service.compose.lay_asks import AskedInLayWords
from service.compose.on_it_already import OnItAlready
from service.compose.plain import plain_of
from service.compose.suits import Suits
from service.compose.timing import Timing
from service.compose.values_first import by_signs, by_values, is_for_other_patients, is_on_state
from service.compose.very_words import says_in_so_many_words
from service.sentences.applicable import fits, forbids
from service.sentences.aptness import opens
from service.sentences.asked_of_drugs import test_of_what_is_asked
from service.sentences.astray import begins_in_another_illness
from service.sentences.candidates import Candidate, names
from service.sentences.comparing import sides_of
from service.sentences.coverage import FEATURES as COVERAGE
from service.sentences.done import asks_what_to_do, says_what_is_done
from service.sentences.exclusions import exclusion
from service.sentences.expected import asks_of_effect, expects
from service.sentences.held import calls_to_hold
from service.sentences.material import WANTED, Material
from service.sentences.readers import is_for, is_study
from service.sentences.roles import Role, recommends
from service.sentences.shares import for_another_share
from service.sentences.told_of_drugs import is_of, is_on_a_sibling
from service.sentences.usefulness import log_odds

_MUCH_LIKELIER = 2.0  # log-odds by which a sentence is ahead that stands first whatever others gain
_HELD = 2.0  # log-odds of coming first of what says that a drug is held at the patient's values
_ON_BOTH_BY_CLASS = 1.5
_ON_BOTH = 1.2  # that it gains by naming what is done and the patient's illness itself, where the question names both,
_ITSELF = 0.8  # and by having all words of the question itself,
_ALL = 0.99  # by rarity
_OTHER_PEOPLE = -1.0  # in pregnancy, or breastfeeding, that nobody asks about
_ANOTHER_CASE = -0.6  # a special one that is not asked about, or not the special one that is
_OF_MOTHERS = re.compile(
    r"[^.,;:]{0,50}\b(?:in|during|for|while)\s+(?:\w+\s+){0,2}(?:pregnan\w+|breast-?feed\w*|lactation)\b", re.I
)
_MOTHERS = re.compile(r"\b(?:pregnan\w+|breast-?fe\w+|lactati\w+|trimester|weeks?)\b", re.I)
_SAYS_WHO_NOT, _BOUNDED = -1.3, 0.5  # where it is asked for whom something is
_COVERED_ITSELF = COVERAGE.index("covered_itself")
# An illness that is what something is done for, and not the patient's: "for nausea in Parkinson's".
_PURPOSE = re.compile(
    r"\b(?:for|against|to (?:treat|prevent|control|relieve)|prevent(?:ing|ion of)?|treat(?:ing|ment of)?)\s+"
    r"(?:(?!in\b|with\b|of\b|after\b|during\b|on\b)[\w-]+\s+){0,2}$",
    re.I,
)
# What makes a case a special one.
_SPECIAL = re.compile(
    r"\b(?:severe(?:ly)?|refractory|resistant|intractable|recurrent|relapsed|massive|advanced|life-threatening|emergency|"
    r"critically ill|urgent(?:ly)?|unresponsive)\b",
    re.I,
)
_FOR_WHOM = re.compile(
    r"\b(?:who|which patients|whom)\b[^?]{0,20}"
    r"\b(?:qualif\w+|eligible|should|needs?|gets?|benefits?|candidates?|given|offered)\b|"
    r"\bindications?\b|\beligib\w+|\bcriteria for\b|"
    r"\bwhen\b[^?]*\b(?:give|given|start|started|offer|offered|use|used|add|added|indicated|needed|required)\b",
    re.I,
)
_DENIES = re.compile(
    r"\bnot (?:\w+ )?(?:recommend\w*|prescrib\w*|giv(?:en|e|ing)|offer\w*|indicated|need\w*|used?|advised?|start\w*)|"
    r"\b(?:suggests?|advises?|recommends?) (?:against|no|not)\b|\bagainst\b|\bcontra-?indicat",
    re.I,
)
_BOUND = re.compile(
    r"[<>≥≤]\s?\d|\b(?:at least|above|below|more than|less than) \d|\d\S* (?:\S+ )?or (?:more|less)\b", re.I
)
_IN_ANOTHER_ILLNESS = -2.0  # that one loses which begins with an illness that nobody asks about,
_AFTERWARDS = -3.0  # or with what follows something that is still to be done
_AFTER = re.compile(r"after\s+(?:the\s+)?(?:treat\w+|\w+(?:[- ]\w+)?\s+(?:for|of)\b|cure\b|start\w*|giving)", re.I)
_ASKS_AFTERWARDS = re.compile(
    r"\b(?:after\w*|post\w*|once|since|following|follow|next|then|recover\w*|monitor\w*|check\w*|recheck\w*|repeat\w*|"
    r"often|given|had|done|treated|started|response)\b",
    re.I,
)
_FOR_OTHERS = -2.0  # that one loses which is on others than those asked about,
_OF_ANOTHER_SHARE = -2.5  # or holds for other shares of something than the one told ("stenosis of 25%")
_ON_A_SIBLING = -2.0  # or names only another drug of the class
_ON_WHAT_IS_TAKEN = -4.0  # or names nothing that is asked about, where the patient has another drug already
_ON_A_NEIGHBOUR = -3.0  # or has a neighbour in place of what is asked about
_ANOTHER_DEED = -3.0  # or says nothing of what a patient asks to be allowed, where another sentence does
_CALLS_NOBODY = -3.0  # or names nobody to turn to, where a patient asks whether it can wait
_CALLS_TOO_EARLY = -4.0  # or calls for help, where what is past is to be kept from coming again
_CAN_IT_WAIT = re.compile(r"\bwhen should a doctor be called\b", re.I)
_ON_A_SICK_DAY = -3.0  # or holds while somebody is ill, of which nothing is told
_SICK = re.compile(r"\bsick[- ]days?\b|\btoo (?:ill|sick) to\b", re.I)
_IS_SICK = re.compile(
    r"\b(?:sick\w*|ill|illness|unwell|poorly|vomit\w*|throw\w* up|diarrh\w*|runs|fever\w*|temperature|bugs?|flu|"
    r"infect\w*|dehydrat\w*)\b",
    re.I,
)
_ONLY_TELLS = -5.0  # or says of nothing that it is done, where it is asked what to do
_ON_ITS_VARIANT = -2.0  # or on a score of a longer name than that which was typed
_COMPARES = 1.5  # of two that are compared: what sets one against the other
_OF_EFFECT = 1.0  # where it is asked what something does: what says so
_AGAINST = re.compile(r"\bnot\b|n't\b|\b(?:contra-?indicat\w+|avoid\w*|stop\w*|never|no|without)\b", re.I)


def _to_the_point(candidate: Candidate, question: Question, glossary: Glossary) -> float:
    """What a sentence gains by naming what is done and the illness asked about, and loses by being on a special
    case (severe, refractory …) that is not asked about, or telling who does not get what is asked for whom it is.
    """
    text = candidate.text
    gained = 0.0
    done = [entry for entry in question.focus if entry.kind in ("drug", "procedure", "test")]
    ill = patients_illnesses(question)
    if done and ill and names_one(done, candidate, glossary):
        gained += _ON_BOTH * sum(names_one([entry], candidate, glossary) for entry in ill) / len(ill)
    if candidate.covering and candidate.covering[_COVERED_ITSELF] > _ALL and fits(text, question) >= 0:
        gained += _ITSELF
    wanted, told = _special_cases(question.text.casefold()), _special_cases(text.casefold())
    for_whom = _FOR_WHOM.search(question.text) is not None
    if not question.given and (not wanted & told if wanted else told and not for_whom):
        gained += _ANOTHER_CASE
    if _OF_MOTHERS.match(text) and not _MOTHERS.search(question.text):
        gained += _OTHER_PEOPLE
    if begins_in_another_illness(text, question, glossary):
        gained += _IN_ANOTHER_ILLNESS
    if _AFTER.match(text) and not _ASKS_AFTERWARDS.search(question.text):
        gained += _AFTERWARDS
    if for_whom and not _AGAINST.search(question.text):
        gained += _SAYS_WHO_NOT * (_DENIES.search(text) is not None) + _BOUNDED * (_BOUND.search(text) is not None)
    return gained


def _special_cases(text: str) -> frozenset[str]:
    """What makes a case a special one, as ``text`` (in lower case) has it: "severe", "refractory" …"""
    return frozenset(word[:6] for word in _SPECIAL.findall(text))


def patients_illnesses(question: Question) -> list[Entry]:
    """The illnesses that a question is on, without what something is done for where it names another."""
    illnesses = [entry for entry in question.focus if entry.kind == "condition"]
    purposes = {m.entry.term for m in question.mentions if _PURPOSE.search(question.text[: m.start])}
    return [entry for entry in illnesses if entry.term not in purposes] or illnesses


def names_one(entries: Sequence[Entry], candidate: Candidate, glossary: Glossary, context: bool = False) -> bool:
    """Whether a sentence (or, with ``context``, title and headings above it) names one of ``entries``, a class of it
    or one of its members.
    """
    return any(names(entry, candidate, context) for entry in glossary.family_of(*entries))


def _is_on_variant(question: Question, text: str) -> bool:
    """Whether a sentence has only a longer form of the name of a score than was typed: VASc where VA is asked about."""
    typed = [question.text[m.start : m.end].split()[0] for m in question.mentions if m.entry.kind == "score"]
    return any(
        re.search(rf"(?<!\w){re.escape(name)}\w", text) is not None
        and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is None
        for name in typed
    )


class Directness:
    """How directly a sentence answers a question: what it gains and what it loses, in log-odds."""

    def __init__(self, material: Material, chosen: Sequence[Candidate]) -> None:
        """``chosen``: what the answer holds; what of it says that a drug is held at the patient's values counts."""
        question, glossary = material.question, material.glossary
        self.question, self.audience, self.glossary = question, material.audience, glossary
        self.plain = plain_of(question, material.audience, glossary)
        self._wanted = WANTED.get(question.kind, (Role.RECOMMENDATION,))
        self._expected, self._asked = expects(question.text), test_of_what_is_asked(question.text)
        self._instead, self._timing = Instead(question, glossary), Timing(question, glossary)
        self._attack, self._on_it_already = Attack(question), OnItAlready(question, glossary)
        self._lay = AskedInLayWords(question, material.audience, glossary)
        out, self._taken = self._instead.out, taken_already(question)
        self._present = [e for e in question.entries if e.kind == "drug" and e.term not in out]
        self._drugs = [e for e in self._present if e.term not in self._taken]
        self._interventions = [e for e in question.interventions if e.term not in out | self._taken]
        self._related = glossary.family_of(*self._drugs)
        self._on_others = exclusion(question, glossary)
        self._neighbours, self._sides = material.neighbours, sides_of(question, glossary)
        self._together = question.yes_no or question.kind in (QuestionKind.CONTRAINDICATION, QuestionKind.INTERACTION)
        self._of_effect, self._what_to_do = asks_of_effect(question.text), asks_what_to_do(question.text)
        self._suits = Suits(question, chosen, self._interventions, glossary)
        self._any_held = any(map(self._held, chosen))
        self._can_wait = self.audience is Audience.PATIENT and _CAN_IT_WAIT.search(question.text) is not None
        deed = deed_asked(question) if self.audience is Audience.PATIENT else []
        self._deed = frozenset(term for word in deed for term in terms(word))
        if not any(map(self._says_the_deed, chosen)):
            self._deed = frozenset()

    def __call__(self, candidate: Candidate) -> float:
        """The log-odds, of no scale of its own: for comparing the sentences of one question."""
        return log_odds(candidate.useful) + 2 * candidate.relevance + sum(self._terms(candidate))

    def much_likelier(self, one: Candidate, other: Candidate) -> bool:
        """Whether ``one`` is so much likelier to answer than ``other`` that nothing which ``other`` gains makes up for
        it, and nothing speaks against ``one``. What is not to be given at the patient's values is never outdone.
        """
        if self._held(other) or (self._drugs and forbids(other.text, self.question.values)):
            return False
        if self._lay.gain(other) > self._lay.gain(one):
            return False
        ahead = log_odds(one.useful) - log_odds(other.useful)
        return ahead > _MUCH_LIKELIER and not any(term < 0 for term in self._terms(one))

    def _held(self, candidate: Candidate) -> bool:
        return calls_to_hold(candidate, self.question, self.glossary)

    def _terms(self, candidate: Candidate) -> Iterator[float]:
        question, glossary, text = self.question, self.glossary, candidate.text
        drugs, present, related = self._drugs, self._present, self._related
        held = self._held(candidate)
        on_sibling = bool(drugs) and not opens(question) and is_on_a_sibling(candidate, drugs, glossary)
        on_it = not on_sibling and (not self._interventions or names_one(self._interventions, candidate, glossary))
        yield 0.5 * (candidate.role in self._wanted[:1]) + 0.2 * recommends(text)
        if self._expected is not None and on_it and self._expected(text):
            yield 1 + _OF_EFFECT * self._of_effect
        yield float(bool(drugs) and self._asked is not None and self._asked(text))
        if drugs and any(names(entry, candidate) for entry in related) and forbids(text, question.values):
            yield 1.5  # that it is not to be given at this value comes before how it is given
        yield _HELD * held
        yield by_signs(question, candidate, self._any_held, glossary)
        if self.audience is not Audience.PATIENT and not is_for(candidate.document, self.audience):
            yield -1.5  # a text for patients says it in general
        if len(present) > 1 and all(names(entry, candidate) for entry in present):
            yield 2.0  # of one drug beside another: what is said of both,
        elif self._together and len(present) > 1 and all(is_of(candidate, [drug], glossary) for drug in present):
            yield _ON_BOTH_BY_CLASS  # or of one and the class of the other
        on_state = question.only_tells and is_on_state(question, candidate, glossary)
        if drugs and not on_state and not any(names(entry, candidate, context=True) for entry in related):
            yield -2.0  # of another drug, or of none
        if self._taken and not any(names(entry, candidate) for entry in related):
            yield _ON_WHAT_IS_TAKEN  # only of what the patient has already
        yield _ON_A_SIBLING * on_sibling
        yield _ON_A_NEIGHBOUR * bool(self._neighbours.missing(candidate))
        yield _ANOTHER_DEED * (bool(self._deed) and not self._says_the_deed(candidate))
        yield self._on_it_already.gain(candidate)
        yield _ONLY_TELLS * (self._what_to_do and not says_what_is_done(text))
        if self._can_wait and self._expected is not None and not self._expected(text):
            yield _CALLS_NOBODY
        if self.audience is Audience.PATIENT and _SICK.search(text) and not _IS_SICK.search(question.text):
            yield _ON_A_SICK_DAY
        yield _COMPARES * (self._sides is not None and self._sides.compared_by(candidate))
        yield self._instead.gain(candidate)
        yield _FOR_OTHERS * (self._on_others(candidate) or is_for_other_patients(question, candidate, glossary))
        yield self._suits.gain(candidate)
        yield _OF_ANOTHER_SHARE * for_another_share(question.text, text)
        yield says_in_so_many_words(question.text, text)
        yield _CALLS_TOO_EARLY * (self.audience is Audience.PATIENT and calls_too_early(question.text, text))
        yield self._timing.gain(text)
        yield self._attack.gain(text)
        yield self._lay.gain(candidate)
        yield self._lay.cost(candidate)
        yield _ON_ITS_VARIANT * _is_on_variant(question, text)
        yield by_values(question, candidate, on_it and bool(self._interventions), self._any_held and not held)
        yield _to_the_point(candidate, question, glossary)
        if candidate.role is Role.DIFFERENCES:
            yield -0.5
        if question.kind in (QuestionKind.TREATMENT, QuestionKind.PROCESS) and self._tells_what_it_is(candidate):
            yield -2.0 * (not held)  # what is done comes before what the disease is
        if candidate.spans[0].source.kind.preclinical:
            yield -5.0  # never before what is known from people
        if self.audience is Audience.RESEARCHER and is_study(candidate):
            yield 0.5

    def _says_the_deed(self, candidate: Candidate) -> bool:
        return not self._deed.isdisjoint(terms(candidate.text))

    def _tells_what_it_is(self, candidate: Candidate) -> bool:
        if candidate.role not in (Role.BACKGROUND, Role.DIAGNOSIS):
            return False
        return self.plain is None or not self.plain.says(candidate)


def first_statement(
    material: Material, chosen: list[Candidate], directness: Directness, likeliest: Sequence[Candidate] = (),
    plainly: bool = True,
) -> Candidate:  # fmt: skip
    """The one of ``chosen`` (not empty) that answers most directly: likely, of the wanted role, on all that is asked
    about; or the first of ``likeliest`` where it is much likelier; or, with ``plainly``, one of these that says what is
    asked plainly.
    """
    question, plain = material.question, directness.plain
    steps = [candidate for candidate in chosen if candidate.role is Role.STEPS]
    if len(steps) > 2 and question.kind is QuestionKind.PROCESS:
        return min(steps, key=lambda c: c.position)  # of a process, the first step
    best = max(chosen, key=lambda c: (directness(c), -c.order))
    if plain is not None:
        best = plain.first(best, [*chosen, *plain.besides(likeliest if plainly else (), chosen)], directness)
    elif likeliest and directness.much_likelier(likeliest[0], best):
        best = likeliest[0]
    best = default_first(question, best, chosen, directness, material.glossary)
    if plain is not None and plain.asks_for_all and best in steps:
        return min((c for c in steps if c.document.id == best.document.id), key=lambda c: c.position)
    return best
